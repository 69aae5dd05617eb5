"""Argdown: what is read, with places; what is written reads back; nothing brings it down."""

import random
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.faults import Fault
from argmap.formats import argdown, format_named
from argmap.formats.losses import Losses, kept
from argmap.formats.losses.verdicts import written_in
from argmap.identifiers import slug
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.picture_files.dependencies import dependencies
from argmap.pipeline import read_path
from argmap.project import project_of
from argmap.reader import Reading
from argmap.values import one_line
from tests.examples import examples
from tests.formats.argdown_texts import random_text
from tests.formats.test_yaml import chain
from tests.strategies import argument_maps

# A failing map is told as it is: to make it smaller takes minutes.
G = Phase.generate


def read(text: str) -> ArgumentMap:
    reading = argdown.loads(textwrap.dedent(text), file="trees.argdown")
    errors = [d for d in reading.diagnostics if d.severity is Severity.ERROR]
    assert reading.map is not None, errors
    return reading.map


def steps(a_map: ArgumentMap) -> set[tuple[str, ...]]:
    return {
        (" + ".join(a.premises), "for" if a.polarity is Polarity.SUPPORT else "against", a.target)
        for a in a_map.arguments
    }


def faults(text: str) -> list[tuple[int, int, str]]:
    found = argdown.loads(text, file="trees.argdown").diagnostics
    return [(d.span.start.line, d.span.start.column, d.message) for d in found]


def test_statements_arguments_and_relations_in_both_directions() -> None:
    a_map = read(
        """
        ===
        title: Trees
        ===
        # The square

        [plant]: We should **plant** a *tree*. #green #(very nice)
          + <shade>: It gives
            shade. // not at night
            - [cloud]: It is cloudy.
          <- [cut]: Cut all.
          >< [never]: Never plant.

        [cut]
          +> [never]
          - <no>: No \\#1 \\[x\\] _y_.
        """
    )
    assert a_map.title == "Trees"
    assert set(a_map.theses) == {"plant", "never"}
    assert steps(a_map) == {
        ("shade", "for", "plant"),
        ("cloud", "against", "shade"),
        ("cut", "against", "plant"),
        ("cut", "for", "never"),
        ("no", "against", "cut"),
    }
    plant = a_map.claims_by_id["plant"]
    assert (plant.text, plant.tags) == ("We should plant a tree.", ("green", "very nice"))
    assert (plant.group, plant.contradicts) == ("The square", ("never",))
    assert a_map.claims_by_id["shade"].text == "It gives shade."
    assert a_map.claims_by_id["no"].text == "No #1 [x] y."


def test_premises_and_conclusions() -> None:
    a_map = read(
        """
        <Expert>: She knows trees.

        (1) [says]: The expert says that it is ill.
        (2) [reliable]: She is reliable.
            - <doubt>: She sells trees.
        -- Argument from Expert Opinion --
        (3) [ill]: The tree is ill.
        (4) Ill trees fall.
        --
        Modus ponens (uses: 3, 4)
        --
        (5) [cut]: We should cut it.

        <Expert>
          _ [bribed]: She was bribed.
          +> [cut]
        """
    )
    assert steps(a_map) == {
        ("says + reliable", "for", "ill"),
        ("ill + ill-trees-fall", "for", "cut"),
        ("doubt", "against", "reliable"),
        ("bribed", "against", "expert"),
    }
    expert = a_map.arguments_by_id["expert"]
    assert (expert.label, expert.note, expert.target) == ("Expert", "She knows trees.", "cut")
    (first,) = a_map.arguments_on("ill")
    assert first.scheme == "expert-opinion"


def test_an_argument_that_is_only_described_can_be_undercut() -> None:
    a_map = read("[a]: A.\n  + <b>: B.\n    _ <c>: C.\n")
    (support,) = a_map.arguments_on("a")
    assert [a.premises for a in a_map.arguments_on(support.id)] == [("c",)]


def test_strict_mode_says_what_follows_and_what_excludes_what() -> None:
    a_map = read("===\nmodel: {mode: strict}\n===\n[a]: A.\n  + [b]: B.\n  - [c]: C.\n")
    assert steps(a_map) == {("b", "for", "a")}
    assert a_map.claims_by_id["c"].contradicts == ("a",)


def test_of_several_texts_the_one_marked_as_canonical_counts_else_the_last() -> None:
    a_map = read("[a]: First.\n\n[a]: Second.\n  + b\n\n[c]: C.\n\n[a]: Third.\n\n[a]\n")
    assert a_map.claims_by_id["a"].text == "Third."
    assert a_map.claims_by_id["a"].span.start.line == 8
    marked = "[a]: One. {isCanonical: true}\n\n[a]: Two. {isCanonical: true}\n\n[a]: Three.\n"
    found = argdown.loads(marked)
    assert found.map.claims_by_id["a"].text == "Two."
    assert [d.message for d in found.diagnostics] == [
        "a claim has one wording: further ones are left out"
    ]


@pytest.mark.parametrize(
    ("outer", "inner", "text"),
    [
        ("", "", "Outer."),
        (" {isCanonical: true}", "", "Outer."),
        ("", " {isCanonical: true}", "Inner."),
        (" {isCanonical: true}", " {isCanonical: true}", "Outer."),
    ],
)
def test_a_text_below_one_of_its_statement_does_not_come_after_it(
    outer: str, inner: str, text: str
) -> None:
    before = "[a]: Before. {isCanonical: true}\n\n" if inner else ""
    a_map = read(f"{before}[a]: Outer.{outer}\n  + [b]: B.\n    + [a]: Inner.{inner}\n")
    assert a_map.claims_by_id["a"].text == text


@pytest.mark.parametrize("symbol", ["><", "<-", "<+"])
def test_a_symbol_without_a_blank_behind_begins_no_title(symbol: str) -> None:
    a_map = read(f"[a]: A.\n  {symbol}[c]: B /* no */ is > 4.\n")
    assert a_map.claims_by_id["c"].text == "B is > 4."


def test_a_number_that_is_there_twice_is_told_and_both_lines_are_premises() -> None:
    found = argdown.loads("(1) A.\n(2) B.\n(2) C.\n-- {uses: [1, 2]} --\n(3) D.\n----\n(3) E.\n")
    assert found.map is not None
    assert [(d.span.start.line, d.message) for d in found.diagnostics] == [
        (2, "a line that no inference uses is a claim beside its argument"),
        (3, "a number is there twice in an argument: “uses” means the last one"),
    ]
    texts = {claim.id: claim.text for claim in found.map.claims}
    used = [[texts[id] for id in one.premises] for one in found.map.arguments]
    assert sorted(used) == [["A.", "C."], ["D."]]


def test_what_an_inference_uses_and_does_not_is_told() -> None:
    text = "(1) A\n(2) B\n(3) C\n-- R {uses: [1, 7]} --\n(4) D\n(5) E\n----\n(6) F\n"
    assert faults(text) == [
        (2, 1, "a line that no inference uses is a claim beside its argument"),
        (4, 1, "“uses” with a number that is not above is left out"),
    ]
    a_map = read(text)
    texts = {claim.id: claim.text for claim in a_map.claims}
    used = [({texts[id] for id in one.premises}, texts[one.target]) for one in a_map.arguments]
    assert sorted(used, key=str) == [({"A"}, "D"), ({"D", "E"}, "F")]


def test_a_heading_goes_on_over_lines_and_keeps_what_it_is() -> None:
    found = argdown.loads("# The *square*\nin town #old\n{isGroup: true}\n\n[a]: A.\n\n# B\n[c]\n")
    assert [claim.group for claim in found.map.claims] == ["The square in town", "B"]
    assert [d.message for d in found.diagnostics] == [
        "a group has no tags: those of headings are left out"
    ]


def test_settings_choose_which_headings_are_groups_and_what_is_in_them() -> None:
    text = "# A\n\n[a]: A.\n\n## B\n\n[b]: B.\n\n# C {isGroup: true}\n\n[c]: C.\n  - <d>: D.\n"
    sections = "===\ngroup:\n  sections: {A: {isClosed: true}}\n===\n\n"
    found = argdown.loads(sections + text)
    groups = {claim.id: claim.group for claim in found.map.claims}
    assert groups == {"a": "A", "b": "A", "c": "C", "d": "C"}
    assert found.diagnostics == ()
    inner = "{title: In, arguments: [d, x]}"
    regroup = (
        f"===\ngroup: {{regroup: [{{title: Out, statements: [b], children: [{inner}]}}]}}\n===\n"
    )
    groups = {claim.id: claim.group for claim in read(regroup + text).claims}
    assert groups == {"a": None, "b": "Out", "c": None, "d": "In"}
    for odd in ("group: 1", "group: {regroup: {a: b}}", "group: {regroup: [1, {children: 2}]}"):
        assert len(read(f"===\n{odd}\n===\n\n{text}").claims) == 4


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("k ***x***.", "k x."),
        ("*a **b*** c", "a b c"),
        ("*a **b** c* d", "a b c d"),
        ("**_c_** __*d*__ ___e___", "c d e"),
        ("p .^. q .~.r .->. s", "p ∧ q ¬r → s"),
        ("x <!-- y --!> z --> w", "x w"),
        ("x <!-- y --!> z", "x z"),
        ("a ** b * c", "a ** b * c"),
        ("2*3*4 and **x", "2*3*4 and **x"),
    ],
)
def test_marks_and_signs_make_plain_words(written: str, text: str) -> None:
    assert read(f"[a]: {written}\n").claims[0].text == text


def test_a_rule_has_signs_by_name_and_no_other_marks() -> None:
    a_map = read("(1) A\n-- Some .->. rule: *p* .^.q\\, r --\n(2) B\n")
    assert a_map.arguments[0].scheme == "Some → rule: *p* ∧q, r"


def test_what_is_indented_between_two_levels_stands_on_the_outer_one() -> None:
    a_map = read(
        """
        [a]: A.
          + [b]: B.
              + [c]: C.
            + [d]: D.
              + [e]: E.
          + [f]: F.
        """
    )
    assert {(source, target) for source, _, target in steps(a_map)} == {
        ("b", "a"),
        ("c", "b"),
        ("d", "a"),
        ("e", "d"),
        ("f", "a"),
    }


def test_a_relation_is_below_what_is_itself_indented() -> None:
    a_map = read("[x]: X.\n\n    [a]: A.\n  + [b]: B.\n\n * [c]: C.\n   - [d]: D.\n")
    assert steps(a_map) == {("b", "for", "a"), ("d", "against", "c")}


def test_comments_are_left_out_and_addresses_are_not() -> None:
    a_map = read(
        "/* x\n [z]: no */\n[a]: See [this](https://a.b/c). <!-- no -->\n  + [b]: B. // c\n"
    )
    assert [claim.text for claim in a_map.claims] == ["See this.", "B."]
    assert a_map.claims_by_id["a"].link == "https://a.b/c"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "  + [a]: A.\n",
            [(1, 3, "this line relates to nothing: indent it below what it relates to")],
        ),
        (
            "----\n\n[a]: A\n",
            [(1, 1, "an inference stands between premises, such as “(1) …”, and a conclusion")],
        ),
        (
            "(1) A\n(2) B\n\n[c]: C\n",
            [(1, 1, "these premises lead to nothing: an inference and a conclusion are missing")],
        ),
        ("(1) A\n----\n\n[c]: C\n", [(2, 1, "a conclusion should follow this inference")]),
        ("[a]: A /* x\n", [(1, 8, "this comment has no end")]),
        ("(1) A\n--\nR\n\n(2) B\n", [(2, 1, "this inference has no end: a second line “--”")]),
        ("[a]\n  >< <b>: B\n", [(2, 3, "only a statement can be contradicted")]),
        ("[a]\n\n  + [b]: B\n", [(3, 3, "an empty line divides this from what it relates to")]),
        ("[a] B\n", [(1, 1, "a colon is missing between the title and the text")]),
        (
            "[a]: B {x: 1} C\n",
            [(1, 1, "metadata stand at the end; write “\\{” for a brace in a text")],
        ),
        (
            "[a]: B {\n  x: [1\n}\n",
            [
                (
                    2,
                    6,
                    "the list that begins with “[” here is not closed, or a comma is missing in it",
                )
            ],
        ),
        ("[a]: B\n  + {x: 1}\n", [(2, 3, "a statement or a title is missing here")]),
        ("===\ntitle: [\n\n[a]: A\n", [(1, 1, "these settings have no end: a second line “===”")]),
        (
            "[a]: A\n\n===\nx: 1\n===\n",
            [(3, 1, "settings stand at the head of a text, before everything else")],
        ),
        (
            "(1) A\n----\n  + [b]\n(2) C\n",
            [(3, 3, "an inference can only be undercut: “_” or “<_”")],
        ),
        (
            "(1) A\n-- R -- x\n(2) C\n",
            [(2, 1, "nothing but the end of the line follows an inference")],
        ),
        (
            "(1) <a>: A\n----\n(2) C\n",
            [(1, 1, "the lines of an argument are statements, not arguments")],
        ),
        ("", [(1, 1, "there is no claim in this file")]),
    ],
)
def test_what_breaks_the_grammar_is_told_with_its_place(
    text: str, told: list[tuple[int, int, str]]
) -> None:
    assert set(told) <= set(faults(text))


def test_several_faults_are_told_in_one_run() -> None:
    text = "  + [b]\n\n(1) x\n\n---\n\n  - [d]\n"
    assert [line for line, _, _ in faults(text)] == [1, 5, 7]


def test_what_a_map_cannot_hold_is_told_once() -> None:
    reading = argdown.loads("[a]: A {x: 1}\n  + [b]: B {y: 2}\n\n[a]: Other.\n\n@include(x.ad)\n")
    assert [(d.span.start.line, d.message) for d in reading.diagnostics] == [
        (1, "A map has no metadata: dropped from 2 parts"),
        (4, "a claim has one wording: further ones are left out"),
        (6, "what is included is left out: this text is in no folder"),
    ]


def test_files_are_included_with_their_places(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.argdown").write_text("[a]: A.\n\n@include(inner/b.ad)\n\n[c]: C.\n  + [b]\n")
    (tmp_path / "inner/b.ad").write_text("[b]: B.\n\n@include(../c.argdown)\n")
    (tmp_path / "c.argdown").write_text("[d]: D. {x: 1}\n")
    reading = read_path(tmp_path / "a.argdown")
    assert {claim.id for claim in reading.map.claims} == set("abcd")
    span = reading.map.claims_by_id["b"].span
    assert (span.file.replace("\\", "/")[-10:], span.start.line) == ("inner/b.ad", 1)
    assert [(d.message, d.span.start.line) for d in reading.diagnostics] == [
        ("A map has no metadata: dropped from 1 part", 1),
    ]


def files_in(folder: Path, texts: dict[str, str]) -> Reading:
    """Write files, and read the first as a map."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return read_path(folder / next(iter(texts)))


def places(reading: Reading) -> list[tuple[str, int, str]]:
    return [(Path(d.span.file).name, d.span.start.line, d.message) for d in reading.diagnostics]


def test_a_file_that_two_others_include_is_read_once(tmp_path: Path) -> None:
    both = {"b.ad": "[b]: B.\n\n@include(d.ad)\n", "c.ad": "[c]: C.\n\n@include(d.ad)\n"}
    main = "[a]: A.\n  + [d]\n\n@include(b.ad)\n@include(c.ad)\n"
    reading = files_in(tmp_path, {"a.ad": main, **both, "d.ad": "[d]: D.\n"})
    assert {claim.id for claim in reading.map.claims} == set("abcd")
    assert places(reading) == [("c.ad", 3, "a file is included once: further times add nothing")]


@pytest.mark.parametrize("length", [1, 2, 3, 5])
def test_a_circle_of_files_is_told_with_its_whole_chain(tmp_path: Path, length: int) -> None:
    circle = [f"f{number}.ad" for number in range(length)]
    following = [*circle[1:], circle[0]]
    texts = {"main.argdown": "[m]: M.\n@include(f0.ad)\n"}
    for name, included in zip(circle, following, strict=True):
        texts[name] = f"[{name[:2]}]: It holds.\n\n\n@include({included})\n"
    reading = files_in(tmp_path, texts)
    (found,) = reading.diagnostics
    chain = f"the files include one another in a circle: {' → '.join((*circle, circle[0]))}"
    told = "the file includes itself" if length == 1 else chain
    assert (found.code, found.severity) == (Fault.LEFT_OUT, Severity.WARNING)
    assert places(reading) == [(circle[-1], 4, f"{told}; it is left out here")]
    # Each file is read once all the same, as Argdown reads them.
    assert {claim.id for claim in reading.map.claims} == {"m", *(name[:2] for name in circle)}


def test_every_finding_names_its_own_file(tmp_path: Path) -> None:
    texts = {
        "main.argdown": "[m]: M.\n\n@include(in/a.ad)\n\n  + [x]\n",
        "in/a.ad": "[a]: A.\n@include(none.ad)\n@include(../../out.ad)\n\n@include(b.ad)\n",
        "in/b.ad": "[b]: B.\n\n  - [c]\n",
    }
    found = [(name, line) for name, line, _ in places(files_in(tmp_path / "p", texts))]
    assert sorted(found) == [
        ("a.ad", 2), ("a.ad", 3), ("b.ad", 3), ("main.argdown", 5)
    ]  # fmt: skip


def test_no_more_files_are_included_than_a_map_may_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.formats.argdown.including.MOST_FILES", 3)
    texts = {"a.ad": "[a]: A.\n" + "".join(f"@include(f{n}.ad)\n" for n in range(3))}
    reading = files_in(tmp_path, texts | {f"f{n}.ad": f"[f{n}]: F.\n" for n in range(3)})
    assert places(reading) == [("a.ad", 4, "a map may be made of 3 files, and this is one more")]


def test_a_file_that_is_missing_is_watched_until_it_is_there(tmp_path: Path) -> None:
    reading = files_in(tmp_path, {"a.ad": "[a]: A.\n  + [b]\n\n@include(b.ad)\n"})
    behind = dependencies(tmp_path / "a.ad", reading, project_of(tmp_path / "a.ad"))
    assert behind == (tmp_path / "a.ad", tmp_path / "b.ad")
    (tmp_path / "b.ad").write_text("[b]: B.\n")
    assert read_path(tmp_path / "a.ad").map is not None


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("none.ad", "There is no file"),
        ("/etc/passwd", "cannot be included"),
        ("secret.txt", "cannot be included"),
        ("https://a.b/c.ad", "There is no file"),
    ],
)
def test_only_files_in_argdown_beside_the_text_are_included(
    tmp_path: Path, path: str, told: str
) -> None:
    (tmp_path / "secret.txt").write_text("[secret]: 42\n")
    (tmp_path / "a.argdown").write_text(f"[a]: A.\n\n  @include({path})\n")
    reading = read_path(tmp_path / "a.argdown")
    assert reading.map is None
    (found,) = reading.diagnostics
    assert told in found.message
    assert (found.span.start.line, found.span.start.column) == (3, 3)


def expected(a_map: ArgumentMap) -> ArgumentMap:
    """Return what is left of a map: each thing is said once, white space is folded."""
    a_map = kept(a_map, keeps=argdown.KEEPS, losses=Losses("Argdown"))
    claims = tuple(
        replace(
            claim,
            contradicts=(),
            tags=tuple(dict.fromkeys(claim.tags)),
            group=claim.group and one_line(claim.group),
        )
        for claim in a_map.claims
    )
    arguments = tuple(
        replace(
            argument,
            premises=tuple(dict.fromkeys(argument.premises)),
            tags=tuple(dict.fromkeys(argument.tags)),
        )
        for argument in a_map.arguments
    )
    premises = {premise for argument in arguments for premise in argument.premises}
    targets = {argument.target for argument in arguments}
    theses = tuple(c.id for c in claims if c.id in targets and c.id not in premises)
    return replace(a_map, claims=claims, arguments=arguments, theses=theses)


def contradictions(a_map: ArgumentMap) -> set[frozenset[str]]:
    pairs = ((claim.id, other) for claim in a_map.claims for other in claim.contradicts)
    return {frozenset(pair) for pair in pairs}


def parts(a_map: ArgumentMap) -> dict[str, Any]:
    return {**a_map.claims_by_id, **a_map.arguments_by_id}


# What is told of these reaches further than the one thing that is lost.
NEW_IDS = ("ids are made from titles", "relations have no ids")
LOST_ARGUMENTS = ("on what is no title", "linked premises for a step", "the same argument twice")
LOST_FIELDS = (
    "label beside",
    "for a relation",
    "schemes are known",
    "notes are on one line",
    "brackets in tags",
    "links in texts",
)


@examples(60, phases=[G])
@given(argument_maps(min_claims=1))
def test_what_is_written_reads_back_but_for_what_is_declared(a_map: ArgumentMap) -> None:
    written = argdown.dumps(a_map)
    reading = argdown.loads(written.text)
    assert reading.map is not None, (written.text, reading.diagnostics)
    assert reading.diagnostics == ()
    told = " ".join(loss.message for loss in written.losses)
    found, wanted = reading.map, expected(a_map)
    assert (found.title, found.description) == (wanted.title, wanted.description)
    assert Counter(c.text for c in found.claims) == Counter(c.text for c in wanted.claims)
    if NEW_IDS[0] not in told:
        assert contradictions(found) == contradictions(a_map)
        assert set(found.claims_by_id) == set(wanted.claims_by_id)
        assert {c.group for c in found.claims} == {c.group for c in wanted.claims}
    if not any(loss in told for loss in (*NEW_IDS, *LOST_ARGUMENTS, *LOST_FIELDS)):
        found = replace(found, claims=tuple(replace(c, contradicts=()) for c in found.claims))
        assert parts(found) == parts(wanted)
        assert set(found.theses) == set(wanted.theses)
    assert argdown.loads(argdown.dumps(reading.map).text).map is not None


PLAIN = ArgumentMap(
    (
        Claim("plant", "Plant: a_b [x] {y} #1 @z \\ // ... .A. :heart: <c>", label="Plant!"),
        Claim("shade", "It gives shade.", tags=("two words", "one"), group="A #1"),
        Claim("sun", "The sun https://a.b/c_d shines.", link="https://a.b", contradicts=("shade",)),
        Claim("roots", "Roots lift."),
        Claim("down", "They grow down."),
        Claim("soil", "Not in clay."),
    ),
    (
        Argument("plant.1", ("sun",), "plant"),
        Argument("why", ("shade", "sun"), "plant", label="Why", scheme="a, b -- {c}", note="So."),
        Argument("plant.3", ("roots",), "plant"),
        Argument("why.1", ("roots",), "why", Polarity.ATTACK),
        Argument("plant.4", ("down",), "plant", Polarity.ATTACK),
        Argument("plant.4.1", ("soil",), "plant.4", Polarity.ATTACK),
    ),
    title="A === title",
    description="Two\nlines",
)


def test_all_that_argdown_can_say_is_kept() -> None:
    written = argdown.dumps(replace(PLAIN, theses=()))
    assert written.losses == ()
    found = read(written.text)
    assert parts(found) == parts(PLAIN)
    assert (found.title, found.description) == (PLAIN.title, PLAIN.description)


def test_the_frame_of_a_map_is_kept() -> None:
    claims = tuple(Claim(slug(None, t), t) for t in ("Plant it", "It shades", "The sun", "Roots"))
    a_map = ArgumentMap(
        claims,
        (
            Argument("because", ("it-shades", "the-sun"), "plant-it", scheme="expert-opinion"),
            Argument("plant-it.2", ("roots",), "plant-it", Polarity.ATTACK),
            Argument("because.1", ("roots",), "because", Polarity.ATTACK),
        ),
        ("plant-it",),
    )
    assert read(argdown.dumps(a_map).text) == a_map


def test_linked_attacks_are_arguments_that_conclude_the_negation() -> None:
    claims = [Claim(id, f"{id.upper()} (#1).") for id in ("t", "a", "b", "c", "d", "e", "f", "g")]
    attack = Polarity.ATTACK
    a_map = ArgumentMap(
        tuple(claims),
        (
            Argument("t.1", ("a", "b"), "t", attack),
            Argument("doubt", ("c",), "t", attack, label="Doubt", scheme="expert-opinion"),
            Argument("t.3", ("d",), "t", attack),
            Argument("t.1.1", ("c", "d"), "t.1", attack),
            Argument("t.1.2", ("e",), "t.1", attack),
            Argument("t.1.1.1", ("f", "g"), "t.1.1", attack, note="Why."),
            Argument("t.3.1", ("e", "f"), "t.3", attack),
        ),
        ("t",),
    )
    written = argdown.dumps(a_map)
    assert [one.message for one in written.losses if "thesis" not in one.message] == []
    assert "(3) It is not so: T (\\#1). {isNegation: true}\n  -> [t]\n" in written.text
    assert "(3) It does not follow: T (\\#1). {isNegation: true}\n  _> <t.1>\n" in written.text
    assert parts(read(written.text)) == parts(a_map)
    verdicts = written_in(a_map, format_named("argdown")).losses
    assert not any("another verdict" in one.message for one in verdicts)


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda text: text.replace("(3) It is", "(3) [not]: It is"),
        lambda text: text.replace("-> [t]", "-> [t]\n  - [c]: C."),
        lambda text: text.replace(" {isNegation: true}", ""),
        lambda text: text.replace("  -> [t]\n", ""),
        lambda text: text.replace("-> [t]", "+> [t]"),
    ],
)
def test_a_conclusion_that_says_more_than_a_negation_is_a_claim(
    spoilt: Callable[[str], str],
) -> None:
    claims = (Claim("t", "T."), Claim("a", "A."), Claim("b", "B."))
    a_map = ArgumentMap(claims, (Argument("t.1", ("a", "b"), "t", Polarity.ATTACK),), ("t",))
    text = argdown.dumps(a_map).text
    assert read(text) == a_map
    found = read(spoilt(text))
    assert found != a_map
    assert "It is not so: T." in {claim.text for claim in found.claims}


def test_an_argument_against_its_own_conclusion_is_told() -> None:
    text = "<a>\n  -> [t]\n\n(1) [p]: P\n----\n(2) [t]: T\n"
    assert [(line, message[:40]) for line, _, message in faults(text)] == [
        (2, "an argument against its own conclusion i")
    ]
    # That it speaks for its conclusion is nothing new.
    assert faults(text.replace("->", "+>")) == []


@pytest.mark.slow
def test_depth_and_length_are_no_trouble() -> None:
    long = chain(20_000)
    assert len(read(argdown.dumps(long).text).arguments) == 19_999
    deep = "".join("  " * n + f"+ [c{n}]: Claim {n}.\n" for n in range(1, 2_000))
    assert len(read("[c0]: C.\n" + deep).arguments) == 1_999


# As Argdown’s own program looks for it in a text, before anything else.
INCLUDE = re.compile(r"@include\(([^)]+)\)")
HOSTILE = st.lists(
    st.sampled_from(
        ["@include(", "@include", "(", "x.ad", ")", "\\", "@", " ", "a", "#", "[", "]"]
    ),
    min_size=1,
    max_size=9,
).map(lambda parts: "w" + "".join(parts) + "w")


@examples(300, phases=[G])
@given(st.lists(HOSTILE, min_size=9, max_size=9))
def test_no_text_of_a_map_includes_a_file_when_it_is_read_as_argdown(words: list[str]) -> None:
    text, other, label, tag, group, title, description, scheme, note = words
    link = "https://example.org/" + text.replace(" ", "")
    claims = (
        Claim("a", text, label=label, tags=(tag,), group=group, link=link),
        Claim("b", other, note=note),
    )
    step = Argument("r", ("b",), "a", label=label, scheme=scheme, note=note, tags=(tag,))
    a_map = ArgumentMap(claims, (step,), ("a",), title=title, description=description)
    written = argdown.dumps(a_map).text
    assert not INCLUDE.search(written)
    again = argdown.loads(written)
    assert {" ".join(c.text.split()) for c in again.map.claims} >= {c.text for c in claims}
    assert again.map.title == a_map.title


PIECES = st.sampled_from(
    [
        "[a]", "<b>", ": ", "+ ", "- ", "_ ", "><", "\n", "\n\n", "  ", "(1) ", "(2) ", "----",
        "--", "text", "#tag", "#(", "{", "}", "{a: 1}", "/*", "*/", "//", "<!--", "-->", "===",
        "# ", "\\", "**", "@[a]", "[a](b)", "@include(a.ad)", ":A:", "* ", "1. ", "\t",
        "{uses: [1]}", '"', "_>",
    ]
)  # fmt: skip


def holds(text: str) -> None:
    """Read a text; assert that it ends in a map or in faults, with places in the text."""
    reading = argdown.loads(text)
    errors = [d for d in reading.diagnostics if d.severity is Severity.ERROR]
    assert (reading.map is None) == bool(errors)
    lines = reading.text.split("\n")
    for found in reading.diagnostics:
        for place in (found.span.start, found.span.end):
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1, (found, text)


@examples(400, phases=[G])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_ends_in_a_map_or_in_faults(text: str) -> None:
    holds(text)


def test_a_fault_of_metadata_around_an_include_has_a_place_in_the_file() -> None:
    holds("}@include(a.ad){@include(a.ad)@[a]@[a]}@include(a.ad)")


@pytest.mark.parametrize("seed", range(40))
def test_texts_that_are_spoilt_end_in_a_map_or_in_faults(seed: int) -> None:
    chance = random.Random(seed)
    text = random_text(seed)
    for _ in range(10):
        at, length = chance.randrange(len(text)), chance.choice((0, 1, 1, 2, 5, 40))
        piece = chance.choice(
            ("", "", "\n", "  ", "{", "}", "[", ">", "--", "(1) ", "*", "\\", "/*")
        )
        text = text[:at] + piece + text[at + length :]
        holds(text)


@pytest.mark.parametrize(
    "piece",
    [
        "[", "<", "{", "}", "(", "#(", "@[", "@<", "[a](", "*", "_", "**a", "<!-- ", "/* ",
        "// a\n", "{\n", "\n{\n\n", "--\n", "- \n", "a.b", ":a", "\\", '{"', "{'", "===\n", "\n\n",
        "a\n", " ", "(1) a\n----\n", "[a]\n", "<a>\n", "# a\n", "a {x: y}\n\n", "@include(a.ad)\n",
        "\t", "[a]: b\n",
    ],
)  # fmt: skip
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def steps(count: int) -> int:
        done = 0

        def step(frame: Any, event: Any, argument: Any) -> Any:
            nonlocal done
            done += 1
            return step

        before = sys.gettrace()
        sys.settrace(step)
        try:
            holds(piece * count)
        finally:
            sys.settrace(before)
        return done

    # Steps of the program, because times are noisy; those of regular expressions do not count.
    assert steps(1200) < 6 * steps(300) + 5000
    holds(piece * 20_000)

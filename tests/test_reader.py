import unicodedata
from pathlib import Path

import pytest

from argmap.diagnostics import Diagnostic
from argmap.document import parse
from argmap.model import ArgumentMap, Claim, Polarity, Status
from argmap.project import folder_of
from argmap.reader import Reading, read
from argmap.weighing import Expected

ROOT = Path(__file__).parents[1]
MAPS = sorted((ROOT / "maps").rglob("*.yaml"))
CASES = sorted((ROOT / "tests" / "cases" / "reader").glob("*.yaml"))


def reading_of(text: str) -> Reading:
    return read(parse(text, file="m.yaml"))


def map_of(body: str) -> ArgumentMap:
    reading = reading_of(f"argmap: 1\n{body}")
    assert reading.diagnostics == ()
    assert reading.map is not None
    return reading.map


def steps(a_map: ArgumentMap) -> list[str]:
    """Each argument on a line: its id, its premises, its polarity, its target."""
    signs = {Polarity.SUPPORT: "->", Polarity.ATTACK: "-x"}
    return [
        f"{a.id}: {' + '.join(a.premises)} {signs[a.polarity]} {a.target}" for a in a_map.arguments
    ]


def shown(diagnostic: Diagnostic) -> str:
    start, end = diagnostic.span.start, diagnostic.span.end
    lines = [
        f"{start.line}:{start.column}-{end.line}:{end.column} {diagnostic.code}: "
        f"{diagnostic.message}"
    ]
    for related in diagnostic.related:
        place = related.span.start
        lines.append(f"  see {place.line}:{place.column}: {related.message}")
    if diagnostic.help:
        lines.append(f"  help: {diagnostic.help}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_faults_are_told_as_expected(path: Path) -> None:
    reading = read(parse(path.read_bytes(), file=path.name))
    assert reading.map is None
    told = "".join(shown(diagnostic) for diagnostic in reading.diagnostics)
    assert told == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_there_are_cases() -> None:
    assert len(CASES) > 10


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_example_maps_are_read_without_a_finding(path: Path) -> None:
    reading = read(parse(path.read_bytes(), file=path.name), folder=folder_of(path))
    assert reading.diagnostics == ()
    assert reading.map is not None


def test_a_text_is_a_claim() -> None:
    (claim,) = map_of("thesis: It rains.").claims
    assert (claim.id, claim.text) == ("it-rains", "It rains.")


def test_premises_are_one_argument_and_arguments_are_several() -> None:
    linked = map_of("thesis: {text: T, id: t, premises: [A, B]}")
    assert steps(linked) == ["t.1: a + b -> t"]
    independent = map_of("thesis: {text: T, id: t, arguments: [A, {premises: [B, C]}]}")
    assert steps(independent) == ["t.1: a -> t", "t.2: b + c -> t"]


def test_a_rebuttal_of_a_claim_attacks_the_claim() -> None:
    a_map = map_of("thesis: {text: T, id: t, rebuttals: [A, {premises: [B, C]}]}")
    assert steps(a_map) == ["t.1: a -x t", "t.2: b + c -x t"]


def test_rebuttals_and_backing_of_an_argument_bear_on_the_step() -> None:
    a_map = map_of(
        "thesis:\n  text: T\n  arguments:\n"
        "    - {id: step, premises: [A], rebuttals: [B], backing: [C]}"
    )
    assert steps(a_map) == ["step: a -> t", "step.1: c -> step", "step.2: b -x step"]


def test_support_comes_from_every_place_that_names_the_claim() -> None:
    a_map = map_of(
        "claims:\n  - {id: c, text: C, premises: [A]}\n"
        "thesis:\n  text: T\n  premises:\n    - {ref: c, arguments: [B], rebuttals: [D]}"
    )
    assert steps(a_map) == ["t.1: c -> t", "c.1: a -> c", "c.2: b -> c", "c.3: d -x c"]


def test_a_reference_can_name_a_derived_id() -> None:
    a_map = map_of("thesis: {text: T, premises: [It rains.]}\nclaims: [{ref: it-rains}]")
    assert [claim.id for claim in a_map.claims] == ["t", "it-rains"]


def test_circles_are_read() -> None:
    a_map = map_of("thesis: {id: a, text: A, premises: [{text: B, premises: [{ref: a}]}]}")
    assert steps(a_map) == ["a.1: b -> a", "b.1: a -> b"]


def test_every_field_arrives() -> None:
    a_map = map_of(
        "title: A title\ndescription: About\nlanguage: en\n"
        "sources: {s: {author: [X, Y], title: W, container: J, publisher: P, year: 1999,\n"
        "  url: 'https://example.org', file: s.txt, note: N}}\n"
        "thesis: {text: T, id: t, label: L, source: [s, {ref: s, at: ¶1, quote: Q}],\n"
        "  contradicts: [c], status: open, credence: 0.25, tags: [x, y], group: G,\n"
        "  link: 'a.html', note: N, arguments: [{premises: [c 1], id: a, label: AL, scheme: sign,\n"
        "  strength: strong, source: s, tags: z, note: AN}]}\n"
        "claims: [{id: c, text: C}]\nexpect: {t: undecided, a: accepted}\n"
        "style: {direction: left, theme: dark, width: 200, sources: false, legend: true}\n"
    )
    claim, argument, source = a_map.claims[0], a_map.arguments[0], a_map.sources[0]
    assert (a_map.title, a_map.description, a_map.language) == ("A title", "About", "en")
    assert (source.authors, source.container, source.year) == (("X", "Y"), "J", "1999")
    assert (source.title, source.publisher, source.file) == ("W", "P", "s.txt")
    assert [(c.source, c.at, c.quote) for c in claim.citations] == [
        ("s", None, None),
        ("s", "¶1", "Q"),
    ]
    assert (claim.label, claim.contradicts, claim.status) == ("L", ("c",), Status.OPEN)
    assert (claim.credence, claim.tags, claim.group) == (0.25, ("x", "y"), "G")
    assert (claim.link, claim.note) == ("a.html", "N")
    assert (argument.id, argument.label, argument.scheme) == ("a", "AL", "sign")
    assert (argument.strength, argument.tags, argument.note) == (0.75, ("z",), "AN")
    assert [(e.id, e.verdict) for e in a_map.expectations] == [
        ("t", Expected.UNDECIDED),
        ("a", Expected.ACCEPTED),
    ]
    style = a_map.style
    assert (style.direction, style.theme, style.width) == ("left", "dark", 200)
    assert (style.sources, style.legend) == (False, True)


def test_ids_come_from_the_label_or_the_first_words() -> None:
    a_map = map_of(
        "claims:\n"
        "  - One two three four five six seven\n"
        "  - {text: Some text, label: Don’t “panic”!}\n"
        "  - Довод № 1\n"
        "  - '?!'\n"
        "  - Incomprehensibilities notwithstanding, everybody agrees\n"
        f"  - {'x' * 60}\n"
    )
    assert [claim.id for claim in a_map.claims] == [
        "one-two-three-four-five",
        "dont-panic",
        "довод-1",
        "claim",
        "incomprehensibilities-notwithstanding",
        "x" * 40,
    ]


def test_written_ids_come_before_derived_ones() -> None:
    a_map = map_of("claims: [Same, same, SAME, {id: same, text: X}, {id: same-3, text: Y}]")
    assert [claim.id for claim in a_map.claims] == ["same-2", "same-4", "same-5", "same", "same-3"]


def test_the_number_of_an_argument_passes_over_what_is_taken() -> None:
    a_map = map_of(
        "thesis: {id: t, text: T, arguments: [A, {id: t.2, text: B}, C], rebuttals: [D]}"
    )
    assert [a.id for a in a_map.arguments] == ["t.1", "t.3", "t.4", "t.5"]


def test_ids_do_not_outgrow_what_an_id_may_be() -> None:
    name = "n" * 200
    a_map = map_of(f"thesis: {{id: {name}, text: T, arguments: [{{premises: [A], backing: [B]}}]}}")
    assert [a.id for a in a_map.arguments] == ["argument.1", "argument.1.1"]


def test_spans_lead_back_to_the_file() -> None:
    a_map = map_of("thesis:\n  text: T\n  contradicts: [b]\n  premises:\n    - B\n")
    thesis, premise = a_map.claims
    assert thesis.span is not None
    assert (thesis.span.start.line, thesis.span.end.line) == (3, 6)
    assert thesis.contradicts_span is not None
    assert thesis.contradicts_span.start.line == 4
    assert premise.span is not None
    assert (premise.span.start.line, premise.span.start.column) == (6, 7)
    assert a_map.arguments[0].span is not None
    assert a_map.arguments[0].span.start.line == 5


def test_comments_allow_findings_on_their_line_or_the_next() -> None:
    reading = reading_of(
        "argmap: 1\n"
        "thesis: T  # argmap: allow one-sided, question\n"
        "# argmap: allow long-claim\n"
        "\n"
        "# another comment\n"
        "claims: [A]  #argmap:allow no-thesis\n"
    )
    assert reading.allowances[reading.file] == {
        2: frozenset({"one-sided", "question"}),
        6: frozenset({"long-claim", "no-thesis"}),
    }


def test_steps_about_steps_end_somewhere() -> None:
    def nested(number: int) -> str:
        opening = "{premises: [P], rebuttals: [" * number
        return "argmap: 1\nthesis: {text: T, arguments: [" + opening + "Q" + "]}" * number + "]}\n"

    assert reading_of(nested(39)).map is not None
    assert [found.code for found in reading_of(nested(45)).diagnostics] == ["too-deep"]


def test_a_comment_at_a_key_alone_counts_for_its_value_too() -> None:
    reading = reading_of(
        "argmap: 1\n# argmap: allow one-sided\nthesis:\n\n  id: t\n  text: T\n"
        "claims: # argmap: allow unused-claim\n- A\n- B\n"
    )
    assert reading.allowances[reading.file] == {
        3: frozenset({"one-sided"}),
        5: frozenset({"one-sided"}),
        7: frozenset({"unused-claim"}),
        8: frozenset({"unused-claim"}),
    }


def test_a_finding_about_a_text_can_name_its_place() -> None:
    reading = reading_of("argmap: 1\nthesis:\n  id: t\n  text: T\nclaims: [A]\n")
    assert reading.map is not None
    assert [str(claim.text_span.start) for claim in reading.map.claims if claim.text_span] == [
        "Position(line=4, column=9)",
        "Position(line=5, column=10)",
    ]


def test_a_faulty_map_still_gives_text_and_allowances() -> None:
    reading = reading_of("argmap: 1\nthesis: {}  # argmap: allow question\n")
    assert reading.map is None
    assert reading.text.startswith("argmap: 1\n")
    assert reading.allowances == {reading.file: {2: frozenset({"question"})}}


def test_a_map_may_be_empty() -> None:
    assert map_of("").claims == ()


def test_a_claim_and_an_argument_say_which_question_they_answer() -> None:
    a_map = map_of(
        "thesis:\n  text: T\n  rebuttals:\n    - {text: A, id: a, question: field}\n"
        "    - {premises: [B], id: b, scheme: sign, question: honesty}"
    )
    claim, argument = a_map.claims_by_id["a"], a_map.arguments_by_id["b"]
    assert (claim.question, argument.question) == ("field", "honesty")
    assert claim.question_span is not None
    assert (claim.question_span.start.line, claim.question_span.start.column) == (5, 34)
    assert argument.scheme_span is not None
    assert argument.question_span is not None
    assert argument.scheme_span.start < argument.question_span.start


def test_a_question_is_a_slug() -> None:
    (diagnostic,) = reading_of("argmap: 1\nthesis: {text: T, question: Is it so?}").diagnostics
    assert (diagnostic.code, diagnostic.message) == (
        "bad-value",
        "“question”: “Is it so?” is not an id",
    )


@pytest.mark.parametrize("written", ["caf\u00e9", "cafe\u0301", "\u212bngstr\u00f6m", "한국"])
def test_an_id_is_the_same_however_its_accents_are_written(written: str) -> None:
    one, other = unicodedata.normalize("NFC", written), unicodedata.normalize("NFD", written)
    a_map = map_of(
        f"sources: {{{one}: {{title: S}}}}\n"
        f"thesis: {{id: {other}, text: T, source: {other}, arguments: [{{ref: {one}}}]}}\n"
        f"claims: [{{id: b, text: B, contradicts: {other}, rebuttals: [{{ref: {other}}}]}}]\n"
        f"expect: {{{other}: rejected}}\nstyle: {{focus: [{other}]}}\n"
    )
    assert {claim.id for claim in a_map.claims} == {one, "b"}
    assert a_map.claims_by_id[one].citations[0].source == one
    assert (a_map.expectations[0].id, a_map.style.focus) == (one, (one,))
    (found,) = reading_of(
        f"argmap: 1\nclaims: [{{id: {one}, text: A}}, {{id: {other}, text: B}}]"
    ).diagnostics
    assert found.code == "duplicate-id"


def test_derived_ids_have_one_form() -> None:
    a_map = map_of("thesis: {text: Cafe\u0301 ouvert, premises: [{ref: caf\u00e9-ouvert}]}")
    assert a_map.claims[0].id == "caf\u00e9-ouvert"


def test_a_map_made_in_python_has_ids_of_one_form() -> None:
    assert Claim("caf\u00e9", "T").id == "caf\u00e9"
    with pytest.raises(ValueError, match="NFC"):
        Claim("cafe\u0301", "T")


def test_the_audience_of_a_picture_is_one_of_the_map() -> None:
    text = "argmap: 1\nthesis: A.\naudiences: {parents: {values: [a]}}\nstyle: {audience: parent}\n"
    (found,) = reading_of(text).diagnostics
    assert (found.code, found.span.start.line) == ("unknown-reference", 4)
    assert found.message == "no audience “parent”; did you mean “parents”?"


def test_of_two_misspelt_keys_the_first_is_read_as_what_is_meant() -> None:
    text = "argmap: 1\nthesis: {ref: first-words}\nclaims:\n- {txt: First words., texte: Others.}\n"
    found = read(parse(text, file="m.yaml")).diagnostics
    # So the reference is no fault as well.
    assert [one.code for one in found] == ["unknown-key", "unknown-key"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("~", "“title” has no value"),
        ('" "', "“title” has no value"),
        ('"\u200b"', "“title” has only invisible characters"),
    ],
)
def test_a_value_that_shows_nothing_is_told_apart_from_none(value: str, told: str) -> None:
    (found,) = read(parse(f"argmap: 1\nthesis: T\ntitle: {value}\n", file="m.yaml")).diagnostics
    assert (found.code, found.message) == ("empty-text", told)

"""Flowcharts of Mermaid: what is written reads back, and those of others make a sensible map."""

from dataclasses import replace

import pytest
from hypothesis import given

from argmap.formats import mermaid
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap, Claim, Polarity
from argmap.pipeline import convert, draw, loads
from argmap.reader import Reading
from tests.examples import examples
from tests.formats.test_canvas import MAP
from tests.strategies import argument_maps

CHART = """\
---
title: "Trees"
config:
  theme: dark
---
%%{init: {"theme": "base"}}%%
graph TD;
    %% the boxes
    A[We should plant a tree.]:::thesis --> Z; B(It gives shade.)-->|supports| A
    C{"Its roots lift; stones [here]<br/>everywhere"} -- rebuts --> A
    D --x A & B
    E((E)) -.->|undermines| C
    subgraph s1 [The square]
      direction LR
      F[/"#quot;F#quot; &amp; more"/]
      G@{ shape: rect, label: "G." } <--> F
    end
    F ~~~ G
    H["`**H**
    and more`"] e1@==> A
    x1 x--x y1
    click B href "https://example.org" "tip"
    style A fill:#f9f,stroke:#333
    classDef thesis fill:#fff
    linkStyle 0 stroke:red
    class B,C some
"""


def read(text: str) -> Reading:
    return mermaid.loads(text, file="a.mmd")


def map_of(text: str) -> ArgumentMap:
    reading = read(text)
    assert reading.map is not None, reading.diagnostics
    return reading.map


def frame(a_map: ArgumentMap) -> list[tuple[tuple[str, ...], str, str]]:
    return [(one.premises, one.polarity.value, one.target) for one in a_map.arguments]


def lines(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    return sorted(frame(map_of(f"flowchart TD\n{text}\n")))


@examples(60)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=5))
def test_what_is_written_reads_back(a_map: ArgumentMap) -> None:
    a_map = replace(a_map, style=replace(a_map.style, theme=None, parts=None, fit=None))
    written = convert(a_map, to="mermaid")
    assert written.losses == ()
    reading = read(written.text)
    assert reading.map == a_map
    assert reading.diagnostics == ()
    assert readable_format("a.mmd", written.text.encode()).name == "mermaid"


@examples(60)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=5))
def test_a_drawing_without_its_map_has_the_same_texts_and_as_many_arguments(
    a_map: ArgumentMap,
) -> None:
    a_map = replace(a_map, style=replace(a_map.style, theme=None, parts=None, fit=None))
    written = convert(a_map, to="mermaid").text
    found = map_of(written.partition("%% argmap ")[0])
    assert sorted(claim.text for claim in found.claims) == sorted(
        claim.text for claim in a_map.claims
    )
    assert sorted(one.polarity for one in found.arguments) == sorted(
        one.polarity for one in a_map.arguments
    )


def test_no_text_of_a_map_gives_an_order_to_mermaid() -> None:
    order = '%%{init: {"securityLevel": "loose"}}%%'
    a_map = ArgumentMap((Claim("a", "50 % or 5%25", note=f"x\n{order}\n"),))
    written = convert(a_map, to="mermaid").text
    assert "%%{" not in written
    assert map_of(written) == a_map


def test_what_argmap_draws_has_the_same_claims_and_arguments() -> None:
    a_map = loads(MAP)
    found = map_of(draw(a_map, format="mermaid").decode())
    texts = {claim.id: claim.text for claim in (*a_map.claims, *found.claims)}

    def shape(one: ArgumentMap) -> set[tuple[object, ...]]:
        return {
            (frozenset(map(texts.get, a.premises)), texts.get(a.target), a.polarity)
            for a in one.arguments
        }

    assert shape(found) == shape(a_map)
    assert {(c.text, c.label, c.group) for c in found.claims} == {
        (c.text, c.label, c.group) for c in a_map.claims
    }
    assert [texts[name] for name in found.theses] == ["We should plant a *pear* tree."]
    (people,) = (c.id for c in found.claims if c.text == "People sit there.")
    assert [texts[name] for name in found.contradictions_of(people)] == ["Nobody sits there."]


def test_what_is_drawn_anew_counts_and_what_cannot_be_seen_stays() -> None:
    a_map = loads(MAP)
    text = convert(a_map, to="mermaid").text
    changed = text.replace("  click", "").replace(
        "flowchart BT\n", "flowchart BT\n  new[Roots grow down.] --x c6\n"
    )
    found = map_of(changed)
    assert found.title == "Trees"
    assert found.arguments_on("plant") == a_map.arguments_on("plant")
    (added,) = (a for a in found.arguments if a.premises == ("new",))
    assert added.polarity is Polarity.ATTACK
    assert found.claims_by_id["it-will-shade-the-bench"].note == "Seen."


def test_a_flowchart_of_others_is_read() -> None:
    reading = read(CHART)
    a_map = reading.map
    assert a_map is not None, reading.diagnostics
    texts = {claim.id: claim.text for claim in a_map.claims}
    assert texts["C"] == "Its roots lift; stones [here] everywhere"
    assert (texts["F"], texts["G"], texts["H"]) == ('"F" & more', "G.", "and more")
    assert a_map.claims_by_id["H"].label == "H"
    assert (a_map.title, a_map.theses) == ("Trees", ("A",))
    assert {c.id for c in a_map.claims if c.group == "The square"} == {"F", "G"}
    assert a_map.claims_by_id["B"].link == "https://example.org"
    assert a_map.contradictions_of("x1") == ("y1",)
    assert sorted(frame(a_map)) == [
        (("A",), "support", "Z"),
        (("B",), "support", "A"),
        (("C",), "attack", "A"),
        (("D",), "attack", "A"),
        (("D",), "attack", "B"),
        (("E",), "attack", "C"),
        (("F",), "support", "G"),
        (("G",), "support", "F"),
        (("H",), "support", "A"),
    ]
    assert [one.message for one in reading.diagnostics] == ["lines that nobody sees are left out"]


def test_lines_of_every_look_are_read() -> None:
    for arrow in ("-->", "---", "==>", "===", "-.->", "-.-", "---->", "--o", "-- it follows -->"):
        assert [(one[0], one[2]) for one in lines(f"  a {arrow} b")] == [(("a",), "b")], arrow
    for arrow in ("--x", "==x", "-.-x", "-.->|attacks|", "-- objection -->", "-. con .->"):
        assert lines(f"  a {arrow} b") == [(("a",), "attack", "b")], arrow
    assert lines("  a-->b-->c") == [(("a",), "support", "b"), (("b",), "support", "c")]
    assert lines("  a-b --> c.d") == [(("a-b",), "support", "c.d")]
    assert lines("  a --> b &\n  c") == [(("a",), "support", "b"), (("a",), "support", "c")]
    assert lines("  a -- because of --> b") == [(("b",), "support", "a")]
    assert lines("  a <-- supports --- b") == [(("b",), "support", "a")]


def test_a_line_may_stand_below_its_box_and_have_a_name() -> None:
    assert lines("  a\n    --> b\n    --x c") == [
        (("a",), "support", "b"),
        (("b",), "attack", "c"),
    ]
    assert lines('  a e1@-- "rebuts" --> b\n  e1@{ animate: true }') == [(("a",), "attack", "b")]
    assert lines("  a---xb") == [(("a",), "attack", "b")]
    (claim,) = map_of('flowchart TD\n  a[A]@{ icon: "x}", label: "A } b" }\n').claims
    assert claim.text == "A } b"


def test_dotted_lines_without_words_are_told() -> None:
    (found,) = read("flowchart TD\n  a -.-> b\n").diagnostics
    assert (found.message, found.span.start.line) == (
        "dotted lines without words are read as support", 2,
    )  # fmt: skip


def test_premises_meet_in_a_box_with_a_plus() -> None:
    assert lines('  a --> p((+))\n  b --> p\n  p --x c["C"]') == [(("a", "b"), "attack", "c")]


def test_a_box_says_its_name_where_it_says_nothing_else() -> None:
    assert [c.text for c in map_of("graph TD\n  Shade --> Tree\n").claims] == ["Tree", "Shade"]


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("", 1, 1, "not-a-map"),
        ("sequenceDiagram\n  A->>B: x\n", 1, 1, "not-a-map"),
        ("flowchart TD\n", 1, 1, "not-a-map"),
        ("flowchart TD\n  a[A --> b\n", 2, 4, "notation-syntax"),
        ('flowchart TD\n  a["A --> b\n', 2, 5, "notation-syntax"),
        ('flowchart TD\n  a["A" x] --> b\n', 2, 9, "notation-syntax"),
        ("flowchart TD\n  a -- b\n", 2, 5, "notation-syntax"),
        ("flowchart TD\n  a b\n", 2, 5, "notation-syntax"),
        ("flowchart TD\n  a -->\n", 3, 1, "notation-syntax"),
        ("flowchart TD\n  a@{ label: x\n", 2, 5, "notation-syntax"),
        ("flowchart TD\n  --> b\n", 2, 3, "notation-syntax"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, line: int, column: int, code: str) -> None:
    reading = read(text)
    assert reading.map is None
    found = reading.diagnostics[0]
    assert (*found.span.start, str(found.code)) == (line, column, code)


def test_large_charts_take_no_time_that_grows_faster_than_they() -> None:
    many = " & ".join(f"a{number}" for number in range(3_000))
    reading = read(f"flowchart TD\n  {many} --> {many}\n")
    assert [str(one.code) for one in reading.diagnostics] == ["too-large"]
    long = "flowchart TD\n" + "  a[" + "(" * 50_000 + "\n" + "x" * 50_000 + " " * 50_000 + "\n"
    assert read(long).map is None

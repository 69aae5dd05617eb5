from typing import Any

import pytest

from argmap.drawing.builder import build
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import Arrow, ArrowKind, Drawing, Role
from argmap.pipeline import loads
from argmap.style import Style
from argmap.view import view_of, whole_view


def drawing_of(text: str, **options: Any) -> Drawing:
    return build(whole_view(loads("argmap: 1\n" + text)), options=DrawingOptions(**options))


def roles(drawing: Drawing) -> dict[str, str]:
    return {box.id: str(box.role) for box in drawing.boxes}


def test_a_claim_looks_like_what_it_is_first_used_for() -> None:
    drawing = drawing_of(
        """
thesis: {id: t, text: T., premises: [{id: p, text: P.}], rebuttals: [{id: r, text: R.}, {ref: p}]}
claims: [{id: alone, text: Alone.}]
"""
    )
    assert roles(drawing) == {"t": "thesis", "p": "support", "r": "attack", "alone": "neutral"}


def test_one_premise_needs_no_pill() -> None:
    drawing = drawing_of("thesis: {id: t, text: T., premises: [{id: p, text: P.}]}")
    assert drawing.pills == ()
    assert drawing.arrows == (Arrow("p", "t", ArrowKind.SUPPORT, Role.SUPPORT),)


@pytest.mark.parametrize(
    "argument",
    [
        "{premises: [{id: p, text: P.}, Q.]}",
        "{premises: [{id: p, text: P.}], scheme: sign}",
        "{premises: [{id: p, text: P.}], label: By a sign}",
        "{premises: [{id: p, text: P.}], rebuttals: [No.]}",
        "{premises: [{id: p, text: P.}], backing: [Yes.]}",
    ],
)
def test_a_step_that_is_linked_named_or_disputed_is_a_pill(argument: str) -> None:
    drawing = drawing_of(f"thesis: {{id: t, text: T., arguments: [{argument}]}}")
    (pill,) = drawing.pills
    assert Arrow(pill.id, "t", ArrowKind.SUPPORT, Role.SUPPORT) in drawing.arrows
    assert Arrow("p", pill.id, ArrowKind.JOIN, Role.SUPPORT) in drawing.arrows


def test_an_undercut_ends_on_the_pill() -> None:
    drawing = drawing_of(
        "thesis: {id: t, text: T., arguments: [{premises: [P.], rebuttals: [{id: u, text: U.}]}]}"
    )
    (pill,) = drawing.pills
    assert Arrow("u", pill.id, ArrowKind.ATTACK, Role.ATTACK) in drawing.arrows


def test_a_contradiction_is_one_line_however_often_it_is_said() -> None:
    drawing = drawing_of(
        """
thesis: {id: t, text: T., contradicts: [c]}
claims: [{id: c, text: C., contradicts: [t]}]
"""
    )
    assert drawing.arrows == (Arrow("c", "t", ArrowKind.CONTRADICTION, Role.ATTACK),)


def test_a_pill_carries_the_scheme_in_words_or_the_label() -> None:
    one = drawing_of("thesis: {text: T., arguments: [{premises: [P.], scheme: cause-to-effect}]}")
    other = drawing_of("thesis: {text: T., arguments: [{premises: [P.], scheme: sign, label: Eh}]}")
    assert (one.pills[0].lines, other.pills[0].lines) == (("cause to effect",), ("Eh",))


SOURCES = """
sources:
  one: {author: Ada van der Berg, title: On Bridges, year: 1999}
  two: {author: [Ito, Ode, Ahn], title: On Tea}
  three: {author: Ministry of Tea, title: Report, year: 2001}
"""


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("one", "van der Berg 1999"),
        ("{ref: one, at: ¶3}", "van der Berg 1999, ¶3"),
        ("[{ref: one, at: ¶3}, {ref: one, at: ¶5}]", "van der Berg 1999, ¶3, ¶5"),
        ("[one, two]", "van der Berg 1999; Ito et al. n.d."),
        ("three", "Ministry of Tea 2001"),
    ],
)
def test_a_box_names_its_sources_shortly(source: str, line: str) -> None:
    drawing = drawing_of(f"thesis: {{text: T., source: {source}}}\n{SOURCES}")
    assert " ".join(drawing.boxes[0].sources) == line


def test_with_a_single_source_only_the_thesis_names_it() -> None:
    drawing = drawing_of(
        """
sources: {b: {author: Baunov, title: Will it, year: 2022}}
thesis:
  text: T.
  source: {ref: b, at: ¶17}
  premises: [{text: P., source: {ref: b, at: ¶3}}]
"""
    )
    assert [box.sources for box in drawing.boxes] == [("Baunov 2022, ¶17",), ("¶3",)]


def test_the_only_source_is_named_by_the_first_claim_shown_if_no_thesis_names_it() -> None:
    a_map = loads(
        """argmap: 1
sources: {b: {author: Baunov, title: Will it, year: 2022}}
thesis:
  id: t
  text: T.
  premises:
    - {id: p, text: P., source: {ref: b, at: ¶3}, premises: [{text: Q., source: {ref: b, at: ¶4}}]}
"""
    )
    boxes = build(whole_view(a_map), options=DrawingOptions()).boxes
    assert [box.sources for box in boxes] == [(), ("Baunov 2022, ¶3",), ("¶4",)]
    only_below = view_of(a_map, style=Style(focus=("q",), depth=0))
    boxes = build(only_below, options=DrawingOptions()).boxes
    assert [box.sources for box in boxes] == [("Baunov 2022, ¶4",)]


def test_sources_can_be_left_out_and_boxes_made_wider() -> None:
    text = f"thesis: {{text: T., source: one}}\n{SOURCES}"
    box = drawing_of(text, sources=False, width=400.0).boxes[0]
    assert (box.sources, box.width) == ((), 400.0)


def test_the_summary_stands_in_for_the_picture() -> None:
    drawing = drawing_of(
        "thesis: {text: Plant a tree., premises: [Shade.], rebuttals: [No., Nor.]}"
    )
    assert drawing.summary == (
        "An argument map for “Plant a tree”. "
        "It has 4 claims, 1 argument in support and 2 arguments against."
    )

from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from argmap.pipeline import draw, loads
from argmap.planning import RenderOptions
from tests.cli.test_evaluate import MAP, QUARREL

SVG = "{http://www.w3.org/2000/svg}"


def picture(text: str, **options: Any) -> ElementTree.Element:
    return ElementTree.fromstring(draw(loads(text), options=RenderOptions(**options)))


def classes_of(root: ElementTree.Element, claim: str) -> list[str]:
    return root.find(f".//{SVG}g[@data-claim='{claim}']").get("class").split()


def badges(root: ElementTree.Element) -> list[str]:
    return [
        one.get("class").split()[1]
        for claim in root.iter(f"{SVG}g")
        if "claim" in claim.get("class", "").split()
        for one in claim.iter(f"{SVG}g")
        if one.get("class", "").startswith("badge")
    ]


def test_every_box_has_the_badge_of_its_verdict() -> None:
    root = picture(MAP)
    assert badges(root) == ["accepted", "accepted", "rejected", "accepted"]
    assert "rejected" in classes_of(root, "roots")
    assert badges(picture(QUARREL)) == ["undecided", "undecided"]
    assert badges(picture(MAP, evaluate=False)) == []
    assert badges(picture(MAP + "style: {evaluate: false}\n")) == []


def test_the_description_says_the_verdict() -> None:
    assert picture(MAP).find(f"{SVG}desc").text.endswith("The thesis stands.")
    assert picture(QUARREL).find(f"{SVG}desc").text.endswith("The thesis is undecided.")


def test_an_attack_without_effect_is_thin() -> None:
    arrows = [one.get("class") for one in picture(MAP).iter(f"{SVG}g")]
    assert arrows.count("arrow attack fails") == 2  # the rebuttal's, and its sample in the legend
    assert arrows.count("arrow attack") == 2


def test_a_question_marks_what_it_changes() -> None:
    root = picture(MAP, reject=("downwards",))
    changed = [
        one
        for one in ("plant", "shade", "roots", "downwards")
        if "changed" in classes_of(root, one)
    ]
    assert changed == ["plant", "roots", "downwards"]
    legend = root.find(f"{SVG}g[@class='legend']")
    assert "changed by the question" in [one.text for one in legend.iter(f"{SVG}text")]


@pytest.mark.parametrize("semantics", ["df-quad", "credence"])
def test_a_degree_is_a_bar_as_long_as_it_is_high(semantics: str) -> None:
    doubted = MAP.replace("id: downwards,", "id: downwards, credence: 0.5,")
    claims = picture(doubted, degrees=semantics).findall(f".//{SVG}g[@data-claim]")
    shares = {}
    for claim in claims:
        width = {one.get("class"): float(one.get("width")) for one in claim.iter(f"{SVG}rect")}
        shares[claim.get("data-claim")] = width["degree"] / width["scale"]
    assert shares["shade"] == 1
    assert shares["roots"] == pytest.approx(0.5, abs=0.01)
    assert "degree" not in draw(loads(MAP)).decode().partition("</style>")[2]


def extent(line: ElementTree.Element, *, size: float, bold: bool) -> tuple[float, float]:
    """From where to where a line of a file is drawn, by what its style sheet and it say."""
    from argmap.drawing.measure import text_width

    at, classes = float(line.get("x")), line.get("class").split()
    width = text_width(line.text.strip("\u202b\u202c"), size=size, bold=bold)
    anchor = "end" if "beside" in classes else line.get("text-anchor", "start")
    return (at - width, at) if anchor == "end" else (at, at + width)


@pytest.mark.parametrize("direction", ["left", "right", "column"])
@pytest.mark.parametrize("author", ["Lem", "לוי"])
@pytest.mark.parametrize("body", ["It is.", "לא."])
@pytest.mark.parametrize("label", [None, "Name", "שם"])
@pytest.mark.parametrize("language", ["en", "he"])
def test_nothing_in_the_line_of_a_badge_is_beneath_it_or_beneath_other_words(
    language: str, label: str | None, body: str, author: str, direction: str
) -> None:
    from argmap.render.svg.badges import RADIUS

    headline = f", label: {label}" if label else ""
    root = picture(
        f"argmap: 1\nlanguage: {language}\nsources: {{a: {{author: {author}, year: 2019}}}}\n"
        f"thesis: {{text: {body}{headline}, source: {{ref: a, at: p. 3}}}}\n",
        direction=direction,
        width=400,
    )
    (claim,) = (one for one in root.iter(f"{SVG}g") if one.get("data-claim"))
    frame = claim.find(f".//{SVG}rect")
    rows: dict[float, list[tuple[float, float]]] = {}
    for line in claim.iter(f"{SVG}text"):
        role = line.get("class").split()[0]
        span = extent(line, size=11 if role == "sources" else 13, bold=role == "headline")
        rows.setdefault(float(line.get("y")), []).append(span)
    disc = claim.find(f".//{SVG}circle[@class='disc']")
    middle = float(disc.get("cx"))
    rows[min(rows)].append((middle - RADIUS, middle + RADIUS))
    for spans in map(sorted, rows.values()):
        assert spans[0][0] >= float(frame.get("x"))
        assert spans[-1][1] <= float(frame.get("x")) + float(frame.get("width"))
        assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_first_lines_leave_room_for_the_badge() -> None:
    from argmap.drawing import sizes
    from argmap.drawing.builder import build
    from argmap.drawing.measure import text_width
    from argmap.drawing.options import DrawingOptions
    from argmap.evaluation.grounded.labelling import evaluate
    from argmap.view import whole_view

    label = "An unusually long headline that needs more lines than one to be told"
    for text in (f"label: {label}, text: Short.", f"text: {label}."):
        a_map = loads(f"argmap: 1\nthesis: {{{text}}}\n")
        drawing = build(whole_view(a_map), options=DrawingOptions(), evaluation=evaluate(a_map))
        (box,) = drawing.boxes
        first, bold = (box.headline or box.body)[0], bool(box.headline)
        room = box.width - sizes.PADDING_LEFT - sizes.PADDING_RIGHT
        room -= sizes.BADGE_SIZE + sizes.BADGE_GAP
        assert text_width(first, size=sizes.TEXT_SIZE, bold=bold) <= room

"""The SVG from which PNG and PDF are made, and lines that are read from right to left."""

from xml.etree import ElementTree

import pytest

from argmap.pipeline import draw, loads
from argmap.render.style import style_sheet, text_colour
from argmap.themes import THEMES, theme_named

SPAN = "{http://www.w3.org/2000/svg}tspan"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_fixed_style_has_plain_colours_only(theme):
    live, fixed = (style_sheet(theme, root="r", fixed=fixed) for fixed in (False, True))
    for word in ("var(", "--", ":hover"):
        assert word in live
        assert word not in fixed
    assert "@media" not in fixed
    assert f"#r .page {{ fill: {theme.palette.page}; }}" in fixed
    assert f"#r .claim.thesis text {{ fill: {theme.palette.thesis_text}; }}" in fixed


def test_the_colour_of_text_is_that_of_the_style_sheet():
    palette = theme_named("light").palette
    assert text_colour(palette, {"claim", "support", "body"}) == palette.text
    assert text_colour(palette, {"claim", "support", "sources"}) == palette.quiet
    assert text_colour(palette, {"claim", "thesis", "body"}) == palette.thesis_text
    assert text_colour(palette, {"claim", "thesis", "more"}) == palette.thesis_quiet
    assert text_colour(palette, {"pill", "attack"}) == palette.attack


def spans(text):
    root = ElementTree.fromstring(draw(loads(f"argmap: 1\n{text}")))
    return {(span.get("class") or "title").split()[0]: span for span in root.iter(SPAN)}


def test_leftward_text_begins_at_the_right_edge():
    english = spans("title: Two\nthesis: {text: One two., label: One}")
    hebrew = spans("title: שתיים\nthesis: {text: אחת שתיים., label: אחת}")
    for part in ("title", "headline", "body"):
        assert english[part].get("direction") is None
        assert hebrew[part].get("direction") == "rtl"
        assert hebrew[part].get("unicode-bidi") == "isolate"
        assert float(hebrew[part].get("x")) > float(english[part].get("x")) + 200


def test_each_paragraph_has_its_own_direction():
    mixed = spans("thesis: {text: One two., label: אחת}")
    assert mixed["headline"].get("direction") == "rtl"
    assert mixed["body"].get("direction") is None


def test_a_short_citation_ends_the_last_line_of_leftward_text():
    source = "sources: {s: {author: A B, year: 1999, title: T}}"
    hebrew = spans(f"{source}\nthesis: {{text: אחת., source: s}}")
    english = spans(f"{source}\nthesis: {{text: One., source: s}}")
    assert english["sources"].get("class") == "sources beside"
    assert hebrew["sources"].get("class") == "sources"
    assert hebrew["sources"].get("y") == hebrew["body"].get("y")
    assert float(hebrew["sources"].get("x")) < float(hebrew["body"].get("x")) - 200

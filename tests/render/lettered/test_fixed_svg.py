"""Lines that are read from right to left, in files and in pages."""

from xml.etree import ElementTree

from argmap.pipeline import draw, loads, picture
from argmap.render.html.figure import inline_svg
from argmap.render.svg.words import END_OF_LEFTWARDS, LEFTWARDS

TEXT, SPAN = (f"{{http://www.w3.org/2000/svg}}{name}" for name in ("text", "tspan"))


def lines(text: str) -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring(draw(loads(f"argmap: 1\n{text}")))
    return {text.get("class").split()[0]: text for text in root.iter(TEXT) if text.get("class")}


def test_leftward_text_begins_at_the_right_edge() -> None:
    english = lines("title: Two\nthesis: {text: One two., label: One}")
    hebrew = lines("title: שתיים\nthesis: {text: אחת שתיים., label: אחת}")
    for part in ("title", "headline", "body"):
        assert english[part].get("text-anchor") is None
        assert hebrew[part].get("text-anchor") == "end"
        assert hebrew[part].text.startswith(LEFTWARDS)
        assert hebrew[part].text.endswith(END_OF_LEFTWARDS)
        assert float(hebrew[part].get("x")) > float(english[part].get("x")) + 200


def test_each_paragraph_has_its_own_direction() -> None:
    mixed = lines("thesis: {text: One two., label: אחת}")
    assert mixed["headline"].get("text-anchor") == "end"
    assert mixed["body"].get("text-anchor") is None


def test_in_a_page_leftward_text_is_what_the_map_says_and_no_more() -> None:
    shown = picture(loads("argmap: 1\nthesis: אחת שתיים."))
    root = ElementTree.fromstring(inline_svg(shown))
    (line,) = root.iter(SPAN)
    assert line.text == "אחת שתיים."
    assert (line.get("direction"), line.get("unicode-bidi")) == ("rtl", "isolate")


def test_a_short_citation_ends_the_last_line_of_leftward_text() -> None:
    source = "sources: {s: {author: A B, year: 1999, title: T}}"
    hebrew = lines(f"{source}\nthesis: {{text: אחת., source: s}}")
    english = lines(f"{source}\nthesis: {{text: One., source: s}}")
    assert english["sources"].get("class") == "sources beside"
    assert hebrew["sources"].get("class") == "sources"
    assert hebrew["sources"].get("y") == hebrew["body"].get("y")
    assert float(hebrew["sources"].get("x")) < float(hebrew["body"].get("x")) - 200

"""The plain attributes of a picture say what its style sheet says, to programs without CSS."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from argmap.pipeline import draw, loads, picture
from argmap.planning import RenderOptions
from argmap.render.html.figure import inline_svg
from argmap.themes import THEMES
from tests.devtools import Page
from tests.render.everything import EVERYTHING

SVG = "{http://www.w3.org/2000/svg}"
# What a program draws by; inherited or not, the browser says what holds in the end.
SHOWN = (
    *("fill", "fillOpacity", "stroke", "strokeOpacity", "strokeWidth", "strokeDasharray"),
    *(
        "strokeLinecap",
        "opacity",
        "fontSize",
        "fontWeight",
        "fontStyle",
        "textAnchor",
    ),
    *("letterSpacing", "direction", "paintOrder", "clipPath", "mask", "filter"),
)
# A file names its first face alone as an attribute, for programs that know no lists.
LOOKS = f"""const face = style => style.fontFamily.split(',')[0];
  [...document.querySelectorAll('svg :is(rect, path, circle, polygon, text, tspan)')]
  .map(one => {{
    const style = getComputedStyle(one);
    return [one.getAttribute('class'), ...{list(SHOWN)}.map(name => style[name]), face(style)];
  }})"""
NEEDED = {"style", "title", "desc", "svg", "g", "a", "rect", "path", "circle", "polygon", "text"}
ATTRIBUTES = {
    *("xmlns", "id", "class", "lang", "role", "aria-labelledby", "aria-describedby", "aria-hidden"),
    *("viewBox", "width", "height", "x", "y", "rx", "cx", "cy", "r", "d", "points", "transform"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"),
    *("fill-opacity", "stroke-opacity"),
    *("font-family", "font-size", "font-weight", "font-style", "text-anchor", "href"),
    *("data-claim", "data-argument", "data-id", "data-verdict"),
}


def without_style(svg: str) -> str:
    return re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)


def everything(theme: str) -> str:
    options = RenderOptions(theme=theme, max_depth=4)
    return draw(loads(EVERYTHING), options=options).decode()


@pytest.mark.slow
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_the_style_sheet_says_nothing_else_than_the_attributes(
    theme: str, browser: Page, tmp_path: Path
) -> None:
    svg = everything(theme)
    looks = []
    for number, text in enumerate((svg, without_style(svg))):
        file = tmp_path / f"{number}.svg"
        file.write_text(text, encoding="utf-8")
        browser.open(file)
        looks.append(browser.evaluate(LOOKS))
    assert len(looks[0]) > 60
    assert looks[0] == looks[1]


def test_a_picture_in_a_page_has_the_attributes_too() -> None:
    page = ElementTree.fromstring(inline_svg(picture(loads(EVERYTHING))))
    shapes = [one for one in page.iter() if one.tag in (f"{SVG}rect", f"{SVG}path")]
    assert shapes
    assert all(one.get("fill") for one in shapes)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_a_file_needs_only_what_every_program_knows(theme: str) -> None:
    root = ElementTree.fromstring(everything(theme))
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= NEEDED
    assert {name for one in root.iter() for name in one.attrib} <= ATTRIBUTES
    assert "var(" not in without_style(everything(theme))


def test_programs_that_know_no_custom_properties_pass_over_the_whole_style_sheet() -> None:
    style = ElementTree.fromstring(everything("auto")).find(f"{SVG}style").text.strip()
    faces, _, style = style.partition("\n")
    assert "[font-family] { font-family: Arial, 'Liberation Sans'" in faces
    assert style.startswith("@supports (color: var(--a)) {")
    depths = [0]
    for character in style:
        depths.append(depths[-1] + {"{": 1, "}": -1}.get(character, 0))
    assert depths[-1] == 0
    # The first block ends with the last character.
    assert 0 not in depths[depths.index(1) : -1]

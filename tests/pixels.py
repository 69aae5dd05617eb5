"""How far a picture of an SVG is from another: as a whole, and in each of its parts.

All is a mean difference of the three colours, from 0 to 255. Words are compared a little out of
focus, for programs smooth the edges of letters each in its own way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageChops, ImageFilter, ImageStat

from argmap.drawing.measure import text_width

_SVG = "{http://www.w3.org/2000/svg}"
_OUT_OF_FOCUS = ImageFilter.GaussianBlur(4)
# What is compared in parts, by class.
_SHAPES = {"frame": "box", "disc": "badge", "head": "head", "bar": "head"}
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart: `parts` are the largest differences by kind of part."""

    whole: float
    parts: dict[str, float]

    @property
    def words(self) -> float:
        """Return the largest difference of a line of words."""
        return self.parts.get("words", 0.0)

    @property
    def shapes(self) -> float:
        """Return the largest difference of a box, a pill, a badge or the end of an arrow."""
        return max((value for name, value in self.parts.items() if name != "words"), default=0.0)


def difference(svg: Path, png: Path, other: Path) -> Difference:
    """Return how far two bitmaps of an SVG are apart; `other` is brought to the size of `png`."""
    one = _on_white(png)
    two = _on_white(other)
    if one.size != two.size:
        shape, other_shape = one.width / one.height, two.width / two.height
        assert abs(shape / other_shape - 1) < 0.02, f"{two.size} is not of the shape of {one.size}"
        two = two.resize(one.size, Image.Resampling.LANCZOS)
    sharp = ImageChops.difference(one, two)
    soft = ImageChops.difference(one.filter(_OUT_OF_FOCUS), two.filter(_OUT_OF_FOCUS))
    parts: dict[str, float] = {}
    for kind, (left, top, right, bottom) in parts_of(svg):
        where = (round(left), round(top), max(round(right), 1), max(round(bottom), 1))
        seen = (soft if kind == "words" else sharp).crop(where)
        parts[kind] = max(parts.get(kind, 0.0), _mean(seen))
    return Difference(_mean(sharp), parts)


def parts_of(svg: Path) -> Iterator[tuple[str, Rectangle]]:
    """Yield the boxes and pills, badges, ends of arrows and lines of words of an SVG."""
    waiting = [(ElementTree.parse(svg).getroot(), 0.0, 0.0)]
    while waiting:
        element, left, top = waiting.pop()
        moved = re.fullmatch(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
        if moved:
            left, top = left + float(moved[1]), top + float(moved[2])
        waiting += [(child, left, top) for child in element]
        kind = _SHAPES.get(element.get("class", ""))
        found = _words(element) if element.tag == f"{_SVG}text" else None
        if kind:
            found = _outline(element)
        if found:
            x, y, right, bottom = found
            yield kind or "words", (left + x, top + y, left + right, top + bottom)


def _outline(element: ElementTree.Element) -> Rectangle:
    def value(name: str) -> float:
        return float(element.get(name, "0"))

    if element.tag == f"{_SVG}rect":
        x, y = value("x"), value("y")
        return x - 1, y - 1, x + value("width") + 1, y + value("height") + 1
    if element.tag == f"{_SVG}circle":
        x, y, r = value("cx"), value("cy"), value("r") + 1
        return x - r, y - r, x + r, y + r
    numbers = re.findall(r"-?[\d.]+", element.get("points") or element.get("d") or "")
    xs, ys = ([float(one) for one in numbers[start::2]] for start in (0, 1))
    return min(xs) - 2, min(ys) - 2, max(xs) + 2, max(ys) + 2


def _words(element: ElementTree.Element) -> Rectangle | None:
    words = element.text or ""
    # A sign or two is no line that could be told from none out of focus.
    if len(words.strip()) < 4:
        return None
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    size = float(element.get("font-size", "13"))
    width = text_width(words, size=size, bold=element.get("font-weight") == "bold")
    share = {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor", ""), 0.0)
    return x - share * width, y - 0.75 * size, x + (1 - share) * width, y + 0.1 * size


def _on_white(png: Path) -> Image.Image:
    with Image.open(png) as opened:
        seen = opened.convert("RGBA")
    ground = Image.new("RGBA", seen.size, "white")
    ground.alpha_composite(seen)
    return ground.convert("RGB")


def _mean(image: Image.Image) -> float:
    return sum(ImageStat.Stat(image).mean) / 3

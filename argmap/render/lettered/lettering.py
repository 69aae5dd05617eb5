"""An SVG of ours for programs that choose faces badly: each run of text names face and place.

Browsers find a font for every character; libraries that draw SVG find some, and stumble over
lines that mix several. So faces are chosen here, each run stands by itself where it belongs, and
a line that runs wider than its box was measured for is set a little smaller.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.errors import FontError
from argmap.render.lettered.faces import Face
from argmap.render.lettered.font_choice import FontChoice
from argmap.render.lettered.missing_letters import complaint_about
from argmap.render.lettered.reading_direction import visual_order
from argmap.render.lettered.text_runs import Run, text_runs
from argmap.render.svg.words import END_OF_LEFTWARDS, LEFTWARDS
from argmap.themes import Theme

# Kerning widens some lines by so much; it is no reason to make them smaller.
TOLERANCE = 1.02
_TRANSLATION = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
# What text inherits from the elements that it lies in.
_LOOK = {"fill", "font-size", "font-style", "font-weight", "text-anchor"}
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A run of text with its face and its place in pixels: `y` is that of the base line."""

    shown: str
    face: Face
    x: float
    y: float
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Lettering:
    """An SVG in which every text names its faces, and the font files that hold them.

    `width` and `height` are those of the SVG, in its pixels. `apart` are the runs that were left
    out of the SVG because of their complex letters.
    """

    svg: str
    width: float
    height: float
    files: tuple[Path, ...]
    apart: tuple[PlacedRun, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of text: its element, that element's place, and what it inherits of its look.

    `origin` is the place on the page from which that place is counted.
    """

    element: Element
    x: float
    y: float
    look: Mapping[str, str]
    origin: tuple[float, float] = (0.0, 0.0)

    @property
    def is_bold(self) -> bool:
        return self.look.get("font-weight") == "bold"

    @property
    def is_italic(self) -> bool:
        return self.look.get("font-style") == "italic"

    @property
    def size(self) -> float:
        return float(self.look.get("font-size", sizes.TEXT_SIZE))

    @property
    def right_to_left(self) -> bool:
        return self._written.startswith(LEFTWARDS)

    @property
    def words(self) -> str:
        return self._written.strip(LEFTWARDS + END_OF_LEFTWARDS)

    @property
    def _written(self) -> str:
        return self.element.text or ""


def lettered(
    svg: str,
    *,
    theme: Theme,
    fonts: FontChoice,
    language: str | None,
    complex_apart: bool = False,
) -> Lettering:
    """Return one of our SVGs with a face and a place for each run of its text.

    `complex_apart` leaves out the runs with complex letters, for a program that sets them badly.

    Raises FontError where no font has some of the characters.
    """
    root = ElementTree.fromstring(svg)
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    # A picture that is made for a place is shown smaller or larger than it is drawn.
    view = root.get("viewBox")
    zoom = width / float(view.split()[2]) if view else 1.0
    used: dict[Path, None] = {}
    missing: dict[str, None] = {}
    apart: list[PlacedRun] = []
    for line in _lines(root):
        runs = text_runs(
            line.words,
            fonts=fonts,
            bold=line.is_bold,
            italic=line.is_italic,
            language=language,
            right_to_left=line.right_to_left,
        )
        missing.update((run.text, None) for run in runs if run.face is None)
        used.update((run.face.file, None) for run in runs if run.face)
        if not missing:
            placed = tuple(_placed(line, runs, theme))
            line.element.text = None
            line.element.attrib.pop("textLength", None)
            for run in placed:
                if complex_apart and run.face.is_complex(run.shown):
                    left, top = line.origin
                    x, y, size = (part * zoom for part in (left + run.x, top + run.y, run.size))
                    apart.append(replace(run, x=x, y=y, size=size))
                else:
                    line.element.append(_span(run))
    if missing:
        raise FontError(complaint_about(list(missing), has_any=fonts.has_any))
    written = ElementTree.tostring(root, encoding="unicode")
    return Lettering(written, width, height, tuple(used), tuple(apart))


def _lines(root: Element) -> Iterator[_Line]:
    """Yield the elements that hold words to be drawn."""
    waiting = [(root, _Line(root, 0.0, 0.0, {}), False)]
    while waiting:
        element, outside, is_text = waiting.pop()
        line = _Line(
            element,
            float(element.get("x", "0")),
            float(element.get("y", "0")),
            {
                **outside.look,
                **{name: element.attrib[name] for name in _LOOK & set(element.attrib)},
            },
            _moved(outside.origin, element.get("transform")),
        )
        is_text = is_text or element.tag == f"{_SVG}text"
        waiting.extend((child, line, is_text) for child in reversed(element))
        if is_text and not len(element) and element.text:
            yield line


def _moved(origin: tuple[float, float], transform: str | None) -> tuple[float, float]:
    found = _TRANSLATION.fullmatch(transform or "")
    return (origin[0] + float(found[1]), origin[1] + float(found[2])) if found else origin


def _placed(line: _Line, runs: Sequence[Run], theme: Theme) -> Iterator[PlacedRun]:
    """Yield the runs of a line in the order of reading, each at its own place."""
    widths = [run.face.measure(run.text) if run.face else 0.0 for run in runs]
    wanted = sum(widths)
    measured = text_width(line.words, size=1.0, bold=line.is_bold, italic=line.is_italic)
    measured *= theme.letter_width
    size = line.size
    if wanted > measured * TOLERANCE:
        size *= measured / wanted
    at = line.look.get("text-anchor", "start")
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[at]
    x = line.x - wanted * size * share
    places = [0.0] * len(runs)
    for number in visual_order([run.level for run in runs]):
        places[number] = x
        x += widths[number] * size
    for run, place in zip(runs, places, strict=True):
        if run.face:
            colour = line.look.get("fill", theme.palette.text)
            x = place + run.indent * size
            yield PlacedRun(run.shown, run.face, x, line.y, size, colour)


def _span(run: PlacedRun) -> Element:
    families = ", ".join(f"'{name}'" for name in run.face.families)
    style = f"font-family: {families}; font-size: {run.size:.2f}px; text-anchor: start"
    span = Element(f"{_SVG}tspan", {"x": f"{run.x:.2f}", "y": f"{run.y:.2f}", "style": style})
    span.text = run.shown
    return span

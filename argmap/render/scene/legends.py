"""The legend of a picture as things of a scene."""

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from argmap.drawing import sizes
from argmap.drawing.reading_side import is_right_to_left
from argmap.drawing.shapes import ArrowKind, Role
from argmap.layout.placed import Point
from argmap.render.scene.boxes import badge, inner_panel
from argmap.render.scene.paints import paint, run
from argmap.render.scene.things import (
    Align,
    Badge,
    End,
    Kind,
    Line,
    Paint,
    Panel,
    Paragraph,
)
from argmap.render.svg import legend
from argmap.render.svg.extent import Extent
from argmap.render.svg.look import Look
from argmap.render.svg.shapes import DEGREE_HEIGHT, MARK_HEIGHT, MARK_WIDTH
from argmap.weighing import Standing

# How full the bar of the sample is.
SAMPLE_DEGREE = 0.6
PILL_HEIGHT = 16.0


class Legend(NamedTuple):
    """What a legend shows; its things belong to nothing in the map."""

    panels: tuple[Panel, ...]
    lines: tuple[Line, ...]
    badges: tuple[Badge, ...]


def legend_of(look: Look, extent: Extent, *, bar: float) -> Legend:
    """Return the legend below a picture, in the rows that were measured for it."""
    panels: list[Panel] = []
    lines: list[Line] = []
    badges: list[Badge] = []
    for number, (entry, left, middle) in enumerate(_entries(extent), start=1):
        for thing in _sample(look, entry, left, middle, number, bar):
            if isinstance(thing, Panel):
                panels.append(thing)
            elif isinstance(thing, Line):
                lines.append(thing)
            else:
                badges.append(thing)
        panels.append(_words(look, entry, left, middle, number))
    return Legend(tuple(panels), tuple(lines), tuple(badges))


def _entries(extent: Extent) -> Iterator[tuple[legend.Entry, float, float]]:
    for number, row in enumerate(extent.rows):
        middle = extent.below + legend.ROW_HEIGHT * (number + 0.5)
        widths = (entry.width + legend.ENTRY_GAP for entry in row)
        starts = accumulate(widths, initial=extent.margin)
        for entry, left in zip(row, starts, strict=False):
            yield entry, left, middle


def _words(look: Look, entry: legend.Entry, left: float, middle: float, number: int) -> Panel:
    x = left + entry.sample_width + legend.SAMPLE_GAP
    said = run(look, entry.words, "legend", "text")
    height = sizes.PILL_LINE_HEIGHT
    lines = (entry.words,)
    return Panel(
        name=f"legend {number} words",
        kind=Kind.WORDS,
        x=x,
        y=middle - height / 2,
        width=entry.width - entry.sample_width - legend.SAMPLE_GAP + legend.ENTRY_GAP / 2,
        height=height,
        paint=Paint(),
        paragraphs=(Paragraph((said,), lines, 0.0, height, is_right_to_left(lines)),),
    )


def _sample(
    look: Look, entry: legend.Entry, left: float, middle: float, number: int, bar: float
) -> Iterator[Panel | Line | Badge]:
    sample, name = entry.sample, f"legend {number}"
    centre = left + legend.SMALL_SAMPLE_WIDTH / 2
    if sample in (legend.LINKED, legend.STEP):
        yield _pill(look, name, left, middle, sign=sample == legend.STEP)
    elif sample in (legend.UNSTATED, legend.AWAY):
        classes = legend.BOXES[str(sample)]
        yield _box(look, name, left, middle, classes)
        if sample == legend.AWAY:
            yield inner_panel(
                look,
                f"{name} inner",
                classes,
                (left, middle - PILL_HEIGHT / 2, legend.SAMPLE_WIDTH, PILL_HEIGHT),
            )
    elif sample == legend.DEGREE:
        y = middle - DEGREE_HEIGHT / 2
        wide = legend.SAMPLE_WIDTH
        for part, long in (("scale", wide), ("degree", wide * SAMPLE_DEGREE)):
            yield _mark(look, f"{name} {part}", part, left, y, long, DEGREE_HEIGHT)
    elif sample == legend.CHANGED:
        yield badge(look, Standing.UNDECIDED, centre, middle, changed=True)
    elif isinstance(sample, Standing):
        yield badge(look, sample, centre, middle)
    elif isinstance(sample, int):
        x, y = centre - MARK_WIDTH / 2, middle - MARK_HEIGHT / 2
        yield _mark(look, name, f"mark-{sample}", x, y, MARK_WIDTH, MARK_HEIGHT)
    elif sample != legend.AUDIENCE:
        yield _line(look, sample, left, middle, bar)


def _pill(look: Look, name: str, left: float, middle: float, *, sign: bool) -> Panel:
    classes = "pill support"
    said = run(look, "∴", classes, "text")._replace(italic=False)
    line = Paragraph((said,), ("∴",), 0.0, PILL_HEIGHT)
    return Panel(
        name=name,
        kind=Kind.STEP,
        x=left,
        y=middle - PILL_HEIGHT / 2,
        width=legend.SAMPLE_WIDTH,
        height=PILL_HEIGHT,
        paint=paint(look, classes, "frame"),
        corner=PILL_HEIGHT / 2,
        paragraphs=(line,) if sign else (),
        align=Align.MIDDLE,
    )


def _box(look: Look, name: str, left: float, middle: float, classes: str) -> Panel:
    return Panel(
        name=name,
        kind=Kind.MARK,
        x=left,
        y=middle - PILL_HEIGHT / 2,
        width=legend.SAMPLE_WIDTH,
        height=PILL_HEIGHT,
        paint=paint(look, classes, "frame"),
        corner=look.theme.corner,
    )


def _mark(
    look: Look, name: str, part: str, x: float, y: float, width: float, height: float
) -> Panel:
    return Panel(
        name=name,
        kind=Kind.MARK,
        x=x,
        y=y,
        width=width,
        height=height,
        paint=paint(look, "legend", part),
        corner=2.0 if height == MARK_HEIGHT else 0.0,
    )


def _line(look: Look, sample: str, left: float, middle: float, bar: float) -> Line:
    role = Role.SUPPORT if sample == ArrowKind.SUPPORT else Role.ATTACK
    kind = sample if sample in list(ArrowKind) else ArrowKind.ATTACK
    fails = " fails" if sample == legend.FAILS else ""
    curve = tuple(Point(left + legend.SAMPLE_WIDTH * step / 3, middle) for step in range(4))
    return Line(
        curve=curve,
        paint=paint(look, f"arrow {role}{fails}", f"line {kind}"),
        bar=bar,
        at_tail=End.BAR if kind == ArrowKind.CONTRADICTION else End.NONE,
        at_head=End.HEAD if kind == ArrowKind.SUPPORT else End.BAR,
    )

"""Boxes, pills and arrows as markup."""

import math
from collections.abc import Iterator, Sequence

from argmap.drawing import sizes
from argmap.drawing.shapes import Arrow, Box, Pill
from argmap.layout.gaps import GROUP_MARGIN
from argmap.layout.places import Placed, PlacedGroup
from argmap.render.arrow_ends import DrawnArrow
from argmap.render.markup import (
    Attributes,
    curve_path,
    element,
    empty_tag,
    number,
    open_tag,
    polygon_points,
    text,
)

MARK_WIDTH, MARK_HEIGHT, MARK_GAP = 26.0, 6.0, 6.0
FIRST_BASELINE = 13.0
SMALL_FIRST_BASELINE = 12.0


def arrow_markup(arrow: Arrow, shown: DrawnArrow) -> str:
    """Return a group with the line of an arrow and its ends."""
    line = {"class": f"line {arrow.kind}", "d": curve_path(shown.curve)}
    if arrow.kind == "join":
        line["class"] = "line"
    parts = [empty_tag("path", line)]
    if shown.head:
        parts.append(empty_tag("polygon", {"class": "head", "points": polygon_points(shown.head)}))
    for start, end in shown.bars:
        path = f"M{number(start.x)},{number(start.y)}L{number(end.x)},{number(end.y)}"
        parts.append(empty_tag("path", {"class": "bar", "d": path}))
    return element("g", {"class": f"arrow {arrow.role}"}, "".join(parts))


def mark(x: float, y: float, number: int) -> str:
    """Return the small flag of the coloured tag with that number."""
    size: Attributes = {"width": MARK_WIDTH, "height": MARK_HEIGHT, "rx": 2.0}
    return empty_tag("rect", {"class": f"mark-{number}", "x": x, "y": y, **size})


def group_area(group: PlacedGroup) -> str:
    """Return the tinted area of a group."""
    size: Attributes = {"width": group.width, "height": group.height}
    return empty_tag("rect", {"class": "group", "x": group.x, "y": group.y, **size, "rx": 10.0})


def group_heading(group: PlacedGroup) -> str:
    """Return the heading of a group; lines that pass beneath it stop at its edge."""
    x, y = group.x + GROUP_MARGIN, group.y + GROUP_MARGIN + 10.0
    lines = (
        _line(None, x, y + number * sizes.LINE_HEIGHT, line)
        for number, line in enumerate(group.group.heading)
    )
    return element("text", {"class": "group-heading"}, "\n".join(lines))


def node_markup(
    node: Placed, *, prefix: str, corner: float = 5.0, coloured: Sequence[str] = ()
) -> Iterator[str]:
    """Yield the lines of markup of a box or a pill; ids begin with `prefix`.

    `corner` is the radius of the corners of a box.

    A box has a mark for each of its tags among the `coloured`.
    """
    shape = node.shape
    kind = "claim" if isinstance(shape, Box) else "pill"
    tags = ["tag-" + "-".join(tag.split()) for tag in shape.tags]
    yield open_tag(
        "g",
        {
            "id": f"{prefix}-{shape.id}",
            "class": " ".join([kind, shape.role, *tags]),
            "data-claim" if kind == "claim" else "data-argument": shape.id,
        },
    )
    hover = shape.text if shape.note is None else f"{shape.text}\n\n{shape.note}"
    yield f"<title>{text(hover)}</title>"
    if isinstance(shape, Box):
        link = shape.link
        if link:
            yield open_tag("a", {"href": link})
        yield from _box(shape, node, corner)
        numbers = [coloured.index(tag) for tag in shape.tags if tag in coloured]
        for place, number in enumerate(numbers):
            x = node.right - MARK_GAP - place * (MARK_WIDTH + MARK_GAP) - MARK_WIDTH
            yield mark(x, node.y - MARK_HEIGHT / 2, number)
        if link:
            yield "</a>"
    else:
        yield from _pill(shape, node)
    yield "</g>"


def _box(box: Box, node: Placed, corner: float) -> Iterator[str]:
    frame = {"x": node.x, "y": node.y, "width": box.width, "height": box.height}
    yield empty_tag("rect", {"class": "frame", **frame, "rx": corner})
    yield empty_tag("path", {"class": "stripe", "d": _stripe(node, corner)})
    yield element("text", {}, "\n".join(_text_lines(box, node)))


def _text_lines(box: Box, node: Placed) -> Iterator[str]:
    x = node.x + sizes.PADDING_LEFT
    y = node.y + box.text_top
    for name, lines in (("headline", box.headline), ("body", box.body)):
        for line in lines:
            yield _line(name, x, y + FIRST_BASELINE, line)
            y += sizes.LINE_HEIGHT
    if box.sources_beside:
        right = node.right - sizes.PADDING_RIGHT
        last = y - sizes.LINE_HEIGHT + FIRST_BASELINE
        yield _line("sources beside", right, last, box.sources[0])
    elif box.sources:
        y += sizes.SOURCES_GAP
        for line in box.sources:
            yield _line("sources", x, y + SMALL_FIRST_BASELINE, line)
            y += sizes.SMALL_LINE_HEIGHT
    for line in box.more:
        yield _line("more", x, y + SMALL_FIRST_BASELINE, line)
        y += sizes.SMALL_LINE_HEIGHT


def _line(name: str | None, x: float, y: float, words: str) -> str:
    return element("tspan", {"class": name, "x": x, "y": y}, text(words))


def _stripe(node: Placed, corner: float) -> str:
    """Return the outline of the coloured edge, round where the box is."""
    inner = node.x + sizes.STRIPE
    arc = f"A{number(corner)},{number(corner)} 0 0 0 "
    # A corner wider than the stripe has begun to round before the stripe begins.
    width = min(corner, sizes.STRIPE)
    drop = corner - math.sqrt(corner**2 - (corner - width) ** 2)
    return (
        f"M{number(inner)},{number(node.y + drop)}"
        f"H{number(node.x + width)}"
        f"{arc}{number(node.x)},{number(node.y + corner)}"
        f"V{number(node.bottom - corner)}"
        f"{arc}{number(node.x + width)},{number(node.bottom - drop)}"
        f"H{number(inner)}Z"
    )


def pill_frame(x: float, y: float, width: float, height: float) -> Attributes:
    """Return the attributes of the rounded outline of a pill."""
    place: Attributes = {"x": x, "y": y, "width": width, "height": height}
    return {"class": "frame", **place, "rx": min(height / 2, 12.0)}


def _pill(pill: Pill, node: Placed) -> Iterator[str]:
    yield empty_tag("rect", pill_frame(node.x, node.y, pill.width, pill.height))
    middle = node.x + pill.width / 2
    if not pill.lines:
        if pill.linked:
            yield empty_tag("path", {"class": "plus", "d": _plus(middle, node.y + pill.height / 2)})
        return
    y = node.y + (pill.height - len(pill.lines) * sizes.PILL_LINE_HEIGHT) / 2 + 11.0
    spans = []
    for line in pill.lines:
        spans.append(_line(None, middle, y, line))
        y += sizes.PILL_LINE_HEIGHT
    yield element("text", {}, "\n".join(spans))


def _plus(x: float, y: float) -> str:
    """Return the outline of a plus sign around a middle: premises added up."""
    arm, half = 4.5, 0.9
    return (
        f"M{number(x - half)},{number(y - arm)}h{number(2 * half)}v{number(arm - half)}"
        f"h{number(arm - half)}v{number(2 * half)}h{number(half - arm)}v{number(arm - half)}"
        f"h{number(-2 * half)}v{number(half - arm)}h{number(half - arm)}v{number(-2 * half)}"
        f"h{number(arm - half)}Z"
    )

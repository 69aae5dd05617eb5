"""Boxes, pills and arrows as markup."""

import math
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass

from argmap.drawing import sizes
from argmap.drawing.shapes import Arrow, Box, Pill
from argmap.layout.gaps import GROUP_MARGIN
from argmap.layout.places import Placed, PlacedGroup
from argmap.render.arrow_ends import DrawnArrow
from argmap.render.badges import RADIUS, badge
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
from argmap.render.reading_direction import is_right_to_left

MARK_WIDTH, MARK_HEIGHT, MARK_GAP = 26.0, 6.0, 6.0
DEGREE_HEIGHT = 3.0
FIRST_BASELINE = 13.0
SMALL_FIRST_BASELINE = 12.0


@dataclass(frozen=True, slots=True)
class SurroundingPage:
    """A page that tells the whole map beside the picture.

    `address` gives the place at which it tells a claim or an argument, by id; `goes_on` are the ids
    of boxes and pills at which the map goes on out of sight.
    """

    address: Callable[[str], str]
    goes_on: Set[str]


def arrow_markup(arrow: Arrow, shown: DrawnArrow) -> str:
    """Return a group with the line of an arrow and its ends."""
    # From its head on, so that the dashes of lines that share a head lie on each other.
    line = {"class": f"line {arrow.kind}", "d": curve_path(shown.curve[::-1])}
    if arrow.kind == "join":
        line["class"] = "line"
    parts = [empty_tag("path", line)]
    if shown.head:
        parts.append(empty_tag("polygon", {"class": "head", "points": polygon_points(shown.head)}))
    for start, end in shown.bars:
        path = f"M{number(start.x)},{number(start.y)}L{number(end.x)},{number(end.y)}"
        parts.append(empty_tag("path", {"class": "bar", "d": path}))
    return element(
        "g", {"class": f"arrow {arrow.role}{' fails' if arrow.fails else ''}"}, "".join(parts)
    )


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
    left, right = group.x + GROUP_MARGIN, group.x + group.width - GROUP_MARGIN
    y = group.y + GROUP_MARGIN + 10.0
    start = line_start(None, group.group.heading, left, right)
    lines = (
        _line(start, y + number * sizes.LINE_HEIGHT, line)
        for number, line in enumerate(group.group.heading)
    )
    return element("text", {"class": "group-heading"}, "\n".join(lines))


def node_markup(
    node: Placed,
    *,
    prefix: str,
    corner: float = 5.0,
    coloured: Sequence[str] = (),
    around: SurroundingPage | None = None,
) -> Iterator[str]:
    """Yield the lines of markup of a box or a pill; ids begin with `prefix`.

    `corner` is the radius of the corners of a box; `around` is the page that it leads into, unless
    its claim has a link.

    A box has a mark for each of its tags among the `coloured`.
    """
    shape = node.shape
    kind = "claim" if isinstance(shape, Box) else "pill"
    tags = ["tag-" + "-".join(tag.split()) for tag in shape.tags]
    link = shape.link if isinstance(shape, Box) else None
    # The page says it better to those who cannot see it: they are offered only what leads on.
    told_beside = around is not None and not link and shape.id not in around.goes_on
    yield open_tag(
        "g",
        {
            "id": f"{prefix}-{shape.id}",
            "class": " ".join([kind, shape.role, *_verdict_classes(shape), *tags]),
            "data-claim" if kind == "claim" else "data-argument": shape.id,
            "aria-hidden": "true" if told_beside else None,
        },
    )
    hover = shape.text if shape.note is None else f"{shape.text}\n\n{shape.note}"
    yield f"<title>{text(hover)}</title>"
    if link or around:
        address = link or (around.address(shape.id) if around else None)
        yield open_tag("a", {"href": address, "tabindex": "-1" if told_beside else None})
    # A link of its own leads elsewhere, so that what is not shown needs another one.
    apart = around if link else None
    if isinstance(shape, Box):
        yield from _box(shape, node, corner, with_more=not apart)
        numbers = [coloured.index(tag) for tag in shape.tags if tag in coloured]
        for place, number in enumerate(numbers):
            x = node.right - MARK_GAP - place * (MARK_WIDTH + MARK_GAP) - MARK_WIDTH
            yield mark(x, node.y - MARK_HEIGHT / 2, number)
    else:
        yield from _pill(shape, node)
    if link or around:
        yield "</a>"
    if apart and isinstance(shape, Box) and shape.more:
        more = element("text", {}, "\n".join(_more_lines(shape, node)))
        yield element("a", {"href": apart.address(shape.id)}, more)
    yield "</g>"


def _verdict_classes(shape: Box | Pill) -> Iterator[str]:
    if shape.verdict:
        yield shape.verdict.value
    if shape.changed:
        yield "changed"


def _box(box: Box, node: Placed, corner: float, *, with_more: bool) -> Iterator[str]:
    frame = {"x": node.x, "y": node.y, "width": box.width, "height": box.height}
    yield empty_tag("rect", {"class": "frame", **frame, "rx": corner})
    yield empty_tag("path", {"class": "stripe", "d": _stripe(node, corner)})
    if box.degree is not None:
        x, width = node.x + sizes.STRIPE, box.width - sizes.STRIPE - corner
        bar = {"x": x, "y": node.bottom - DEGREE_HEIGHT - 1.0, "height": DEGREE_HEIGHT}
        yield empty_tag("rect", {"class": "scale", **bar, "width": width})
        yield empty_tag("rect", {"class": "degree", **bar, "width": width * box.degree})
    if box.verdict:
        leftwards = is_right_to_left(box.headline or box.body)
        inside = sizes.PADDING_LEFT if leftwards else box.width - sizes.PADDING_RIGHT + 4.0
        x = node.x + inside + (RADIUS if leftwards else -RADIUS)
        y = node.y + box.text_top + FIRST_BASELINE - 4.5
        yield badge(box.verdict, x, y, changed=box.changed)
    lines = [*_text_lines(box, node), *(_more_lines(box, node) if with_more else ())]
    yield element("text", {}, "\n".join(lines))


def _text_lines(box: Box, node: Placed) -> Iterator[str]:
    left, right = node.x + sizes.PADDING_LEFT, node.right - sizes.PADDING_RIGHT
    y = node.y + box.text_top
    for role, lines in (("headline", box.headline), ("body", box.body)):
        start = line_start(role, lines, left, right)
        for line in lines:
            yield _line(start, y + FIRST_BASELINE, line)
            y += sizes.LINE_HEIGHT
    if box.sources_beside:
        last = y - sizes.LINE_HEIGHT + FIRST_BASELINE
        if is_right_to_left(box.body or box.headline):
            yield _line({"class": "sources", "x": left}, last, box.sources[0])
        else:
            yield _line({"class": "sources beside", "x": right}, last, box.sources[0])
    elif box.sources:
        y += sizes.SOURCES_GAP
        start = line_start("sources", box.sources, left, right)
        for line in box.sources:
            yield _line(start, y + SMALL_FIRST_BASELINE, line)
            y += sizes.SMALL_LINE_HEIGHT


def _more_lines(box: Box, node: Placed) -> Iterator[str]:
    """Yield the lines at the foot of a box that say how the map goes on unseen."""
    foot = sizes.PADDING_BOTTOM + box.text_top - sizes.PADDING_TOP
    y = node.bottom - foot - len(box.more) * sizes.SMALL_LINE_HEIGHT
    for line in box.more:
        start: Attributes = {"class": "more", "x": node.x + sizes.PADDING_LEFT}
        yield _line(start, y + SMALL_FIRST_BASELINE, line)
        y += sizes.SMALL_LINE_HEIGHT


def line_start(name: str | None, lines: Sequence[str], left: float, right: float) -> Attributes:
    """Return the attributes of the lines of a paragraph that lies between two edges.

    `name` is their class. What is read leftwards begins at the right edge.
    """
    if is_right_to_left(lines):
        return {"class": name, "direction": "rtl", "unicode-bidi": "isolate", "x": right}
    return {"class": name, "x": left}


def _line(start: Attributes, y: float, words: str) -> str:
    return element("tspan", {**start, "y": y}, text(words))


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
        yield sign_markup(middle, node.y + pill.height / 2, linked=pill.linked)
        return
    y = node.y + (pill.height - len(pill.lines) * sizes.PILL_LINE_HEIGHT) / 2 + 11.0
    spans = []
    for line in pill.lines:
        spans.append(_line({"x": middle}, y, line))
        y += sizes.PILL_LINE_HEIGHT
    yield element("text", {}, "\n".join(spans))


def sign_markup(x: float, y: float, *, linked: bool) -> str:
    """Return what a pill without a label shows around its middle: “+” or “∴”, as a path."""
    outline = _plus(x, y) if linked else _therefore(x, y)
    return empty_tag("path", {"class": "inference", "d": outline})


def _therefore(x: float, y: float) -> str:
    """Return the outline of three dots around a middle: from a premise to its conclusion."""
    radius = 1.8
    arc = f"a{number(radius)},{number(radius)} 0 1 0 "
    return "".join(
        f"M{number(x + right - radius)},{number(y + below)}"
        f"{arc}{number(2 * radius)},0{arc}{number(-2 * radius)},0Z"
        for right, below in ((0.0, -3.5), (-4.0, 3.0), (4.0, 3.0))
    )


def _plus(x: float, y: float) -> str:
    """Return the outline of a plus sign around a middle: premises added up."""
    arm, half = 4.5, 0.9
    return (
        f"M{number(x - half)},{number(y - arm)}h{number(2 * half)}v{number(arm - half)}"
        f"h{number(arm - half)}v{number(2 * half)}h{number(half - arm)}v{number(arm - half)}"
        f"h{number(-2 * half)}v{number(half - arm)}h{number(half - arm)}v{number(-2 * half)}"
        f"h{number(arm - half)}Z"
    )

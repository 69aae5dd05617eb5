"""Boxes, pills and arrows as markup."""

import math
from collections.abc import Callable, Iterator, Set
from typing import NamedTuple

from argmap.drawing import sizes
from argmap.drawing.reading_side import is_right_to_left
from argmap.drawing.shapes import Arrow, Box, Mention, Pill
from argmap.languages.words import Words
from argmap.layout.placed import Placed
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
from argmap.render.renderer import LeadsTo
from argmap.render.svg.arrow_ends import DrawnArrow
from argmap.render.svg.badges import RADIUS, badge, verdict_class
from argmap.render.svg.look import Look
from argmap.render.svg.mentions import mention_markup
from argmap.render.svg.words import (
    FIRST_BASELINE,
    box_lines,
    edges,
    lead_lines,
    more_lines,
    text_markup,
)

MARK_WIDTH, MARK_HEIGHT, MARK_GAP = 26.0, 6.0, 6.0
# How far the second contour of a box lies within the first.
INSET = 3.0
DEGREE_HEIGHT = 3.0


class SurroundingPage(NamedTuple):
    """A page that tells the whole map beside the picture.

    `address` gives the place at which it tells a claim or an argument, by id; `goes_on` are the ids
    of boxes and pills at which the map goes on out of sight.
    """

    address: Callable[[str], str]
    goes_on: Set[str]


def arrow_markup(look: Look, arrow: Arrow, shown: DrawnArrow) -> str:
    """Return a group with the line of an arrow and its ends."""
    classes = f"arrow {arrow.role}{' fails' if arrow.fails else ''}"
    line = "line" if arrow.kind == "join" else f"line {arrow.kind}"
    # From its head on, so that the dashes of lines that share a head lie on each other.
    parts = [empty_tag("path", {**look.part(classes, line), "d": curve_path(shown.curve[::-1])})]
    if shown.head:
        parts.append(
            empty_tag(
                "polygon", {**look.part(classes, "head"), "points": polygon_points(shown.head)}
            )
        )
    for start, end in shown.bars:
        path = f"M{number(start.x)},{number(start.y)}L{number(end.x)},{number(end.y)}"
        parts.append(empty_tag("path", {**look.part(classes, "bar"), "d": path}))
    return element("g", {"class": classes}, "".join(parts))


def mark(look: Look, x: float, y: float, number: int) -> str:
    """Return the small flag of the coloured tag with that number."""
    size: Attributes = {"width": MARK_WIDTH, "height": MARK_HEIGHT, "rx": 2.0}
    return rectangle(look, f"mark-{number}", {"x": x, "y": y, **size})


def degree_bar(look: Look, classes: str, x: float, y: float, width: float, degree: float) -> str:
    """Return a bar filled as far as a degree says, in an element with those classes."""
    bar = {"x": x, "y": y, "height": DEGREE_HEIGHT}
    return "".join(
        empty_tag("rect", {**look.part(classes, name), **bar, "width": long})
        for name, long in (("scale", width), ("degree", width * degree))
    )


def rectangle(look: Look, classes: str, place: Attributes) -> str:
    """Return a rectangle with those classes, at a place."""
    return empty_tag("rect", {**look.part(classes), **place})


def node_markup(
    look: Look,
    node: Placed,
    *,
    words: Words,
    prefix: str,
    around: SurroundingPage | None = None,
    leads_to: LeadsTo | None = None,
) -> Iterator[str]:
    """Yield the lines of markup of a box, a pill or a mention; ids begin with `prefix`.

    `around` is the page that a box leads into, unless its claim has a link; `leads_to` is where
    other parts of the map are. A box has a mark for each of its tags that has a colour.
    """
    shape = node.shape
    if isinstance(shape, Mention):
        yield from mention_markup(look, shape, node, prefix=prefix)
        return
    is_claim = isinstance(shape, Box)
    classes = classes_of(shape)
    tags = ["tag-" + "-".join(tag.split()) for tag in shape.tags]
    link = shape.link if isinstance(shape, Box) else None
    # The page says it better to those who cannot see it: they are offered only what leads on.
    told_beside = around is not None and not link and shape.id not in around.goes_on
    yield open_tag(
        "g",
        {
            "id": f"{prefix}-{shape.id}",
            "class": " ".join([classes, *tags]),
            "data-claim" if is_claim else "data-argument": shape.id,
            "data-id": shape.id if is_claim else None,
            "data-verdict": shape.verdict.value if shape.verdict else None,
            "aria-hidden": "true" if told_beside else None,
        },
    )
    yield f"<title>{text(_hover(shape, words))}</title>"
    if link or around:
        address = link or (around.address(shape.id) if around else None)
        yield open_tag("a", {"href": address, "tabindex": "-1" if told_beside else None})
    # A link of its own leads elsewhere, so that what is not shown here needs another one.
    apart = around.address(shape.id) if link and around else None
    if isinstance(shape, Box) and shape.goes_on_at:
        apart = f"#{prefix}-{shape.goes_on_at}"
    if isinstance(shape, Box):
        yield from _box(look, classes, shape, node, with_more=not apart)
        coloured = [tag for tag, _ in look.tag_colours]
        numbers = [coloured.index(tag) for tag in shape.tags if tag in coloured]
        for place, number in enumerate(numbers):
            inside = MARK_GAP + place * (MARK_WIDTH + MARK_GAP)
            x = node.x + inside if node.mirrored else node.right - inside - MARK_WIDTH
            yield mark(look, x, node.y - MARK_HEIGHT / 2, number)
    else:
        yield from _pill(look, classes, shape, node)
    if link or around:
        yield "</a>"
    if apart and isinstance(shape, Box) and shape.more:
        more = text_markup(look, [classes], more_lines(shape, node))
        yield element("a", {"href": apart, "tabindex": "-1" if told_beside else None}, more)
    if isinstance(shape, Box):
        for line, part in lead_lines(shape, node):
            said = text_markup(look, [classes], [line])
            yield element("a", {"href": leads_to(part)}, said) if leads_to else said
    yield "</g>"


def _hover(shape: Box | Pill, words: Words) -> str:
    """Return the whole claim or the aim of a step, with its verdict in words, and the note."""
    told = f"{shape.text} ({words.judged(shape.verdict)})" if shape.verdict else shape.text
    return told if shape.note is None else f"{told}\n\n{shape.note}"


def classes_of(shape: Box | Pill) -> str:
    """Return the classes of a box or a pill, without those of its tags."""
    classes = ["claim" if isinstance(shape, Box) else "pill", shape.role]
    if isinstance(shape, Box) and shape.unstated:
        classes.append("unstated")
    if isinstance(shape, Box) and shape.away:
        # Not “away”: the explorer calls what it hides so.
        classes.append("elsewhere")
    if shape.verdict:
        classes.append(verdict_class(shape.verdict))
    if shape.changed:
        classes.append("changed")
    return " ".join(classes)


def _box(look: Look, classes: str, box: Box, node: Placed, *, with_more: bool) -> Iterator[str]:
    corner = look.theme.corner
    yield box_frame(look, classes, node.x, node.y, box.width, box.height)
    yield empty_tag("path", {**look.part(classes, "stripe"), "d": _stripe(node, corner)})
    if box.away:
        left = node.x + (0.0 if node.mirrored else sizes.STRIPE)
        yield inner_frame(look, classes, left, node.y, box.width - sizes.STRIPE, box.height)
    if box.degree is not None:
        x, width = node.x + sizes.STRIPE, box.width - sizes.STRIPE - corner
        x = node.x + corner if node.mirrored else x
        y = node.bottom - DEGREE_HEIGHT - 1.0
        yield degree_bar(look, classes, x, y, width, box.degree)
    if box.verdict:
        leftwards = is_right_to_left(box.headline or box.body)
        left, right = edges(node)
        # Beside the far edge of a box, which has no stripe, there is more room.
        x = left + RADIUS - 4.0 * node.mirrored if leftwards else right - RADIUS
        x += 4.0 * (not leftwards and not node.mirrored)
        y = node.y + box.text_top + FIRST_BASELINE - 4.5
        yield badge(look, box.verdict, x, y, changed=box.changed)
    letters = look.theme.letter_width
    lines = (*box_lines(box, node, letters), *(more_lines(box, node) if with_more else ()))
    yield text_markup(look, [classes], lines)


def _stripe(node: Placed, corner: float) -> str:
    """Return the contour of the coloured edge, round where the box is."""
    side = -1 if node.mirrored else 1
    outer = node.right if node.mirrored else node.x
    inner = outer + side * sizes.STRIPE
    arc = f"A{number(corner)},{number(corner)} 0 0 {int(node.mirrored)} "
    # A corner wider than the stripe has begun to round before the stripe begins.
    width = min(corner, sizes.STRIPE)
    drop = corner - math.sqrt(corner**2 - (corner - width) ** 2)
    return (
        f"M{number(inner)},{number(node.y + drop)}"
        f"H{number(outer + side * width)}"
        f"{arc}{number(outer)},{number(node.y + corner)}"
        f"V{number(node.bottom - corner)}"
        f"{arc}{number(outer + side * width)},{number(node.bottom - drop)}"
        f"H{number(inner)}Z"
    )


def box_frame(look: Look, classes: str, x: float, y: float, width: float, height: float) -> str:
    """Return the contour of a box with those classes."""
    place = {"x": x, "y": y, "width": width, "height": height, "rx": look.theme.corner}
    return empty_tag("rect", {**look.part(classes, "frame"), **place})


def inner_frame(look: Look, classes: str, x: float, y: float, width: float, height: float) -> str:
    """Return the second contour, within that box, of what is argued elsewhere."""
    place = {"x": x + INSET, "y": y + INSET, "width": width - 2 * INSET}
    place |= {"height": height - 2 * INSET, "rx": max(look.theme.corner - INSET, 0.0)}
    return empty_tag("rect", {**look.part(classes, "inner"), **place})


def pill_frame(look: Look, classes: str, x: float, y: float, width: float, height: float) -> str:
    """Return the rounded contour of a pill with those classes."""
    place = {"x": x, "y": y, "width": width, "height": height, "rx": min(height / 2, 12.0)}
    return empty_tag("rect", {**look.part(classes, "frame"), **place})


def _pill(look: Look, classes: str, pill: Pill, node: Placed) -> Iterator[str]:
    yield pill_frame(look, classes, node.x, node.y, pill.width, pill.height)
    middle = node.x + pill.width / 2
    if not pill.lines:
        y = node.y + pill.height / 2
        yield sign_markup(look, classes, middle, y, linked=pill.linked)
        return
    y = node.y + (pill.height - len(pill.lines) * sizes.PILL_LINE_HEIGHT) / 2 + 11.0
    lines = (
        ({"x": middle, "y": y + number * sizes.PILL_LINE_HEIGHT}, line)
        for number, line in enumerate(pill.lines)
    )
    yield text_markup(look, [classes], lines)


def sign_markup(look: Look, classes: str, x: float, y: float, *, linked: bool) -> str:
    """Return what a pill without a label shows around its middle: “+” or “∴”, as a path."""
    contour = _plus(x, y) if linked else _therefore(x, y)
    return empty_tag("path", {**look.part(classes, "inference"), "d": contour})


def _therefore(x: float, y: float) -> str:
    """Return the contour of three dots around a middle: from a premise to its conclusion."""
    radius = 1.8
    arc = f"a{number(radius)},{number(radius)} 0 1 0 "
    return "".join(
        f"M{number(x + right - radius)},{number(y + below)}"
        f"{arc}{number(2 * radius)},0{arc}{number(-2 * radius)},0Z"
        for right, below in ((0.0, -3.5), (-4.0, 3.0), (4.0, 3.0))
    )


def _plus(x: float, y: float) -> str:
    """Return the contour of a plus sign around a middle: premises added up."""
    arm, half = 4.5, 0.9
    return (
        f"M{number(x - half)},{number(y - arm)}h{number(2 * half)}v{number(arm - half)}"
        f"h{number(arm - half)}v{number(2 * half)}h{number(half - arm)}v{number(arm - half)}"
        f"h{number(-2 * half)}v{number(half - arm)}h{number(half - arm)}v{number(-2 * half)}"
        f"h{number(arm - half)}Z"
    )

"""Lines as paths of TikZ, which begin and end at nodes and move with them."""

import math

from argmap.layout.placed import Point
from argmap.render.scene.things import End, Line, Panel
from argmap.render.tikz.terms import Terms, bp, place

BAR_DISTANCE = 4.0
# How much thicker than its line a bar is.
BAR_MORE = 1.7
HEAD = f"Triangle[length={bp(10)}, width={bp(8.8)}]"
NEAR = 0.05


def line(one: Line, terms: Terms) -> str:
    """Return the path of a line along its curve, with what stands at its ends."""
    options = [
        terms.colour(one.paint.stroke or terms.scene.page),
        f"line width={bp(one.paint.width)}",
    ]
    if one.paint.dashed:
        options.append(f"dash pattern=on {bp(6)} off {bp(4)}")
    at_head = End.NONE if one.joins else one.at_head
    if one.at_tail is not End.NONE or at_head is not End.NONE:
        options.append(f"{_tip(one, one.at_tail)}-{_tip(one, at_head)}")
    if one.at_tail is End.BAR and one.tail:
        options.append(f"shorten <={bp(BAR_DISTANCE)}")
    if at_head is End.BAR and one.head:
        options.append(f"shorten >={bp(BAR_DISTANCE)}")
    return f"\\draw[{', '.join(options)}] {_course(one, terms)};"


def _tip(one: Line, end: End) -> str:
    if end is End.BAR:
        thick = bp(one.paint.width + BAR_MORE)
        return f"{{Bar[width={bp(2 * one.bar)}, line width={thick}]}}"
    return f"{{{HEAD}}}" if end is End.HEAD else ""


def _course(one: Line, terms: Terms) -> str:
    curve = one.curve
    head = None if one.joins else terms.panel(one.head)
    parts = [_end(curve[0], terms.panel(one.tail), terms)]
    before = curve[0]
    for at in range(1, len(curve), 3):
        first, second, end = curve[at : at + 3]
        if math.dist(before, end) < NEAR:
            continue
        is_last = math.dist(end, curve[-1]) < NEAR
        shown = _end(curve[-1], head, terms) if is_last else place(*end)
        if _is_straight(before, first, second, end):
            parts.append(f"-- {shown}")
        else:
            parts.append(f".. controls {place(*first)} and {place(*second)} .. {shown}")
        before = end
    return " ".join(parts)


def _is_straight(*points: Point) -> bool:
    across, down = ({point[axis] for point in points} for axis in (0, 1))
    return len(across) == 1 or len(down) == 1 or len(set(points)) == 2


def _end(point: Point, panel: Panel | None, terms: Terms) -> str:
    """Return the end of a line: counted from a corner of its node, on the side where it ends."""
    if panel is None:
        return place(*point)
    left, top = point.x - panel.x, point.y - panel.y
    right, below = left - panel.width, top - panel.height
    name = terms.node(panel.name)
    sides = [
        (abs(top), f"xshift={bp(left)}", "north west"),
        (abs(below), f"xshift={bp(left)}", "south west"),
        (abs(left), f"yshift={bp(-top)}", "north west"),
        (abs(right), f"yshift={bp(-top)}", "north east"),
    ]
    _, shift, corner = min(sides, key=lambda side: side[0])
    return f"([{shift}]{name}.{corner})"

"""What must never be seen in a picture, computed from its places."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.shapes import Box
from argmap.layout.placed import Placed, PlacedDrawing, Point

TOLERANCE = 0.6
STEPS = 24


CELL = 320.0


def cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    """The squares of a grid that a rectangle touches."""
    for x in range(int(left // CELL), int(right // CELL) + 1):
        for y in range(int(top // CELL), int(bottom // CELL) + 1):
            yield x, y


def grid(placed: PlacedDrawing) -> defaultdict[Any, Any]:
    """The nodes of a picture by the squares they touch, so that large pictures can be tested."""
    found = defaultdict(list)
    for node in placed.nodes:
        for cell in cells(node.x, node.y, node.right, node.bottom):
            found[cell].append(node)
    return found


def meets(node: Placed, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether a rectangle, which may be a line or a point, reaches into a node."""
    return (
        node.x + TOLERANCE < right
        and left < node.right - TOLERANCE
        and node.y + TOLERANCE < bottom
        and top < node.bottom - TOLERANCE
    )


def overlaps(placed: PlacedDrawing) -> list[Any]:
    """The pairs of nodes that share some ground."""
    return sorted(
        {
            (one.shape.id, other.shape.id)
            for nodes in grid(placed).values()
            for number, one in enumerate(nodes)
            for other in nodes[number + 1 :]
            if meets(one, other.x, other.y, other.right, other.bottom)
        }
    )


def overflows(placed: PlacedDrawing) -> list[Any]:
    """The ids of nodes whose lines do not fit into them."""
    found = []
    for node in placed.nodes:
        shape = node.shape
        if isinstance(shape, Box):
            room = shape.width - sizes.PADDING_LEFT - sizes.PADDING_RIGHT
            widths = [text_width(line, size=sizes.TEXT_SIZE, bold=True) for line in shape.headline]
            widths += [text_width(line, size=sizes.TEXT_SIZE) for line in shape.body]
            widths += [text_width(line, size=sizes.SMALL_TEXT_SIZE) for line in shape.sources]
            if shape.sources_beside:
                widths.append(sizes.BESIDE_GAP + widths[-1] + widths[-2])
            lines = (len(shape.headline) + len(shape.body)) * sizes.LINE_HEIGHT
            if not shape.sources_beside:
                lines += len(shape.sources) * sizes.SMALL_LINE_HEIGHT
        else:
            room = shape.width
            widths = [text_width(line, size=sizes.PILL_TEXT_SIZE) for line in shape.lines]
            lines = len(shape.lines) * sizes.PILL_LINE_HEIGHT
        if max(widths, default=0.0) > room + TOLERANCE or lines > shape.height:
            found.append(shape.id)
    return found


def stretches(curve: tuple[Point, ...]) -> Iterator[tuple[float, ...]]:
    """Short rectangles around parts of a chain of cubic curves; a straight part is one."""
    for start in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[start : start + 4]
        if a.x == b.x == c.x == d.x or a.y == b.y == c.y == d.y:
            yield min(a.x, d.x), min(a.y, d.y), max(a.x, d.x), max(a.y, d.y)
            continue
        for step in range(STEPS + 1):
            t = step / STEPS
            u = 1 - t
            weights = u**3, 3 * u * u * t, 3 * u * t * t, t**3
            x = sum(weight * point.x for weight, point in zip(weights, (a, b, c, d), strict=True))
            y = sum(weight * point.y for weight, point in zip(weights, (a, b, c, d), strict=True))
            yield x, y, x, y


def crossings(placed: PlacedDrawing) -> list[Any]:
    """The arrows that run through a node, with the id of the node."""
    nodes = grid(placed)
    return sorted(
        {
            (arrow.arrow.tail, arrow.arrow.head, node.shape.id)
            for arrow in placed.arrows
            for stretch in stretches(arrow.curve)
            for cell in cells(*stretch)
            for node in nodes.get(cell, ())
            if meets(node, *stretch)
        }
    )


def loose_ends(placed: PlacedDrawing) -> list[Any]:
    """The arrows that do not begin and end at the outline of their nodes."""
    nodes = {node.shape.id: node for node in placed.nodes}
    found = []
    for arrow in placed.arrows:
        for point, name in (
            (arrow.curve[0], arrow.arrow.tail),
            (arrow.curve[-1], arrow.arrow.head),
        ):
            node = nodes[name]
            outside = max(
                node.x - point.x, point.x - node.right, node.y - point.y, point.y - node.bottom
            )
            if abs(outside) > 2:
                found.append((arrow.arrow.tail, arrow.arrow.head))
    return found

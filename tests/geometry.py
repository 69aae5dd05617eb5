"""What must never be seen in a picture, computed from its places."""

from itertools import combinations

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.shapes import Box

TOLERANCE = 0.6
STEPS = 60


def overlaps(placed):
    """The pairs of nodes that share some ground."""
    return [
        (one.shape.id, other.shape.id)
        for one, other in combinations(placed.nodes, 2)
        if one.x < other.right - TOLERANCE
        and other.x < one.right - TOLERANCE
        and one.y < other.bottom - TOLERANCE
        and other.y < one.bottom - TOLERANCE
    ]


def overflows(placed):
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


def points_of(curve):
    """Points along a chain of cubic curves, close to each other."""
    for start in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[start : start + 4]
        for step in range(STEPS + 1):
            t = step / STEPS
            u = 1 - t
            yield tuple(
                u**3 * getattr(a, axis)
                + 3 * u * u * t * getattr(b, axis)
                + 3 * u * t * t * getattr(c, axis)
                + t**3 * getattr(d, axis)
                for axis in ("x", "y")
            )


def crossings(placed):
    """The arrows that run through a node, with the id of the node."""
    found = []
    for arrow in placed.arrows:
        points = list(points_of(arrow.curve))
        found += [
            (arrow.arrow.tail, arrow.arrow.head, node.shape.id)
            for node in placed.nodes
            if any(
                node.x + TOLERANCE < x < node.right - TOLERANCE
                and node.y + TOLERANCE < y < node.bottom - TOLERANCE
                for x, y in points
            )
        ]
    return found


def loose_ends(placed):
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

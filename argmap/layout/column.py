"""Places in a column: one row below the other, and lines that run down at their left.

A map that is read leftwards has its lines at the right. It needs no engine: all but the heights is
known from the drawing. Time is linear in the rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.drawing import sizes
from argmap.drawing.reading_side import is_right_to_left
from argmap.drawing.shapes import Arrow, Box, Drawing, Group, Row
from argmap.layout.bends import QUARTER
from argmap.layout.placed import (
    Direction,
    Placed,
    PlacedArrow,
    PlacedDrawing,
    PlacedGroup,
    Point,
)

CORNER = 6.0
HEADING_GAP = 4.0
# A line meets a box in the middle of its first line.
FIRST_LINE = sizes.COLUMN_PADDING + sizes.LINE_HEIGHT / 2


def placed_as_column(drawing: Drawing) -> PlacedDrawing:
    """Return a drawing that has rows with its places; it is as wide as the column, unmargined."""
    rows = drawing.rows
    runs = _runs(drawing.groups, rows)
    starts = {first: group for group, first, _ in runs}
    ends = {last for _, _, last in runs}
    placed: list[Placed] = []
    bottom = gap = 0.0
    for number, row in enumerate(rows):
        top = bottom + row.gap + gap
        if number in starts:
            top += _heading(starts[number]) + sizes.RAIL_MARGIN
        node = Placed(row.shape, row.indent, top)
        placed.append(node)
        bottom = node.bottom
        gap = sizes.RAIL_MARGIN if number in ends else 0.0
    groups = tuple(_area(run, placed) for run in runs)
    right = max((node.right for node in placed), default=0.0)
    column = PlacedDrawing(
        drawing=drawing,
        direction=Direction.COLUMN,
        width=right + (sizes.RAIL_MARGIN if groups else 0.0),
        height=bottom + gap,
        nodes=tuple(placed),
        arrows=tuple(_arrows(rows, placed)),
        groups=groups,
    )
    return _mirrored(column) if _is_read_leftwards(drawing) else column


def _is_read_leftwards(drawing: Drawing) -> bool:
    """Return whether most claims are read from right to left."""
    leftwards = sum(is_right_to_left(box.body) for box in drawing.boxes)
    return 2 * leftwards > len(drawing.boxes)


def _mirrored(column: PlacedDrawing) -> PlacedDrawing:
    """Return the column with its left for its right."""
    width = column.width
    return replace(
        column,
        nodes=tuple(n._replace(x=width - n.right, mirrored=True) for n in column.nodes),
        arrows=tuple(
            arrow._replace(curve=tuple(Point(width - at.x, at.y) for at in arrow.curve))
            for arrow in column.arrows
        ),
        groups=tuple(replace(g, x=width - g.x - g.width) for g in column.groups),
    )


# A group, and the numbers of the first and the last row of a part of it.
_Run = tuple[Group, int, int]


def _runs(groups: Sequence[Group], rows: Sequence[Row]) -> list[_Run]:
    """Return where members of a group follow each other with no other claim between them."""
    of = {member: group for group in groups for member in group.members}
    found: list[_Run] = []
    current: Group | None = None
    for number, row in enumerate(rows):
        group = of.get(row.shape.id)
        if group is not None and group is current:
            found[-1] = group, found[-1][1], number
        elif group is not None:
            found.append((group, number, number))
            current = group
        elif isinstance(row.shape, Box):
            current = None
    return found


def _heading(group: Group) -> float:
    return len(group.heading) * sizes.LINE_HEIGHT + HEADING_GAP


def _area(run: _Run, placed: Sequence[Placed]) -> PlacedGroup:
    group, first, last = run
    nodes = placed[first : last + 1]
    left = min(node.x for node in nodes) - sizes.RAIL_MARGIN
    right = max(node.right for node in nodes) + sizes.RAIL_MARGIN
    top = nodes[0].y - _heading(group) - sizes.RAIL_MARGIN
    bottom = nodes[-1].bottom + sizes.RAIL_MARGIN
    return PlacedGroup(group, left, top, right - left, bottom - top, sizes.RAIL_MARGIN)


def _arrows(rows: Sequence[Row], placed: Sequence[Placed]) -> Iterator[PlacedArrow]:
    """Yield the lines: the longest at each place whole, the others up to where they join it.

    What has an effect is drawn whole as well, so that a line is thin only where nothing in it has.
    """
    at: dict[str, Placed] = {node.shape.id: node for node in placed}
    last: dict[tuple[str, str, bool], int] = {}
    for number, row in enumerate(rows):
        if row.arrow:
            last[row.arrow.head, row.arrow.kind, row.arrow.fails] = number
    for number, row in enumerate(rows):
        if row.arrow is None:
            continue
        arrow = row.arrow
        is_last = last[arrow.head, arrow.kind, arrow.fails] == number
        yield _line(arrow, row.trunk, placed[number], at[arrow.head], is_whole=is_last)


def _line(arrow: Arrow, trunk: float, tail: Placed, head: Placed, *, is_whole: bool) -> PlacedArrow:
    y = tail.y + min(FIRST_LINE, tail.shape.height / 2)
    start, corner = Point(tail.x, y), Point(trunk, y)
    radius = min(CORNER, tail.x - trunk)
    turn, up = Point(corner.x + radius, y), Point(corner.x, y - radius)
    bent = radius * (1 - QUARTER)
    curve = [
        *(start, start, turn, turn),
        *(Point(corner.x + bent, y), Point(corner.x, y - bent), up),
    ]
    if is_whole:
        end = Point(trunk, head.bottom)
        curve += [up, end, end]
    return PlacedArrow(arrow, tuple(curve), joins=not is_whole)

"""A drawing becomes DOT for the engine: nodes of fixed size, named by number, without any text.

The engine always works downwards, and the answer is turned. Pills have ranks of their own, between
those of the boxes, so that all that bears on a claim in one step stands side by side.
"""

from collections.abc import Iterator, Mapping

from argmap.drawing.shapes import Arrow, ArrowKind, Drawing
from argmap.layout.flow import sizes_in_flow
from argmap.layout.placed import NO_ROOM, NO_ROOMS, Direction, Room
from argmap.layout.spacing import GAP_BESIDE_PILLS, GAP_BETWEEN_RANKS, GAP_WITHIN_RANK

POINTS_PER_INCH = 72


def layout_source(
    drawing: Drawing, *, direction: Direction, rooms: Mapping[str, Room] = NO_ROOMS
) -> str:
    """Return DOT in which node `n0` is the first box, and pills are numbered after the boxes.

    An edge runs from the target to what bears on it, so that a thesis has the first rank; edge
    `e0` is the first arrow. One pixel of the drawing is one point of Graphviz.
    """
    return "\n".join(["digraph {", *_statements(drawing, direction, rooms), "}", ""])


def _statements(drawing: Drawing, direction: Direction, rooms: Mapping[str, Room]) -> Iterator[str]:
    numbers = {node.id: number for number, node in enumerate(drawing.nodes)}
    own_ranks = bool(drawing.pills)
    gap = GAP_BESIDE_PILLS if own_ranks else GAP_BETWEEN_RANKS
    yield (
        f"graph [ordering=out, splines=true,"
        f" nodesep={GAP_WITHIN_RANK / POINTS_PER_INCH:.4f},"
        f" ranksep={gap / POINTS_PER_INCH:.4f}]"
    )
    yield 'node [shape=box, fixedsize=true, label="", margin=0]'
    yield "edge [dir=none]"
    for number, node in enumerate(drawing.nodes):
        along, across = sizes_in_flow(node, direction)
        room = rooms.get(node.id, NO_ROOM)
        width = (room.before + across + room.after) / POINTS_PER_INCH
        height = (room.above + along) / POINTS_PER_INCH
        yield f"n{number} [width={width:.4f}, height={height:.4f}]"
    pills = {pill.id for pill in drawing.pills}
    for number, arrow in enumerate(drawing.arrows):
        ends = f"n{numbers[arrow.head]} -> n{numbers[arrow.tail]}"
        yield f"{ends} [id=e{number}, {_edge(arrow, pills, own_ranks)}]"


def _edge(arrow: Arrow, pills: set[str], own_ranks: bool) -> str:
    if arrow.kind is ArrowKind.CONTRADICTION:
        return "constraint=false"
    ends = (arrow.head in pills, arrow.tail in pills)
    ranks = 2 if own_ranks and ends[0] == ends[1] else 1
    return f"weight={2 if any(ends) else 1}, minlen={ranks}"

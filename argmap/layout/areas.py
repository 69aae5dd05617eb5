"""The areas of groups: around their members, where nothing else stands."""

from collections.abc import Sequence

from argmap.drawing.shapes import Group
from argmap.drawing.sizes import LINE_HEIGHT
from argmap.layout.gaps import GROUP_MARGIN
from argmap.layout.places import Placed, PlacedGroup

HEADING_GAP = 6.0


def areas(groups: Sequence[Group], nodes: Sequence[Placed]) -> tuple[PlacedGroup, ...]:
    """Return each group with its area; one that would hold a stranger's box has none."""
    found: list[PlacedGroup] = []
    for group in groups:
        members = frozenset(group.members)
        inside = [node for node in nodes if node.shape.id in members]
        area = _around(group, inside)
        strangers = (node for node in nodes if node.shape.id not in members)
        if not any(_meets_node(area, node) for node in strangers) and not any(
            _meets(area, other) for other in found
        ):
            found.append(area)
    return tuple(found)


def _around(group: Group, nodes: Sequence[Placed]) -> PlacedGroup:
    left = min(node.x for node in nodes) - GROUP_MARGIN
    right = max(node.right for node in nodes) + GROUP_MARGIN
    heading = len(group.heading) * LINE_HEIGHT + HEADING_GAP
    top = min(node.y for node in nodes) - GROUP_MARGIN - heading
    bottom = max(node.bottom for node in nodes) + GROUP_MARGIN
    return PlacedGroup(group, left, top, right - left, bottom - top)


def _meets_node(area: PlacedGroup, node: Placed) -> bool:
    return (
        node.x < area.x + area.width
        and area.x < node.right
        and node.y < area.y + area.height
        and area.y < node.bottom
    )


def _meets(one: PlacedGroup, other: PlacedGroup) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )

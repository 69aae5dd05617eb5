"""Where lines meet their nodes: spread along a side, or in a point that they share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from argmap.drawing.shapes import Arrow, ArrowKind
from argmap.layout.flow import Frame
from argmap.layout.line_course import Leg
from argmap.layout.placed import PlacedArrow

CLOSEST, WIDEST = 16.0, 44.0
# Closer than this, heads and bars would touch.
TIGHTEST = 14.0
SIDE_MARGIN = 8.0
PILL_MARGIN = 8.0
# Points of a node's side that several lines share.
DEPARTURE, JOIN = SHARED = ("departure", "join")

# An arrow by number, and whether its inner end is meant.
End = tuple[int, bool]
# What ends at one point: the height that each line comes from, and the line's end.
Bundle = list[tuple[float, End]]


def ends_of(
    legs: Sequence[Leg],
    arrows: Sequence[PlacedArrow],
    frames: Mapping[str, Frame],
    pills: set[str],
) -> dict[End, float]:
    """Return the height at which each leg meets its inner (True) and its outer (False) node.

    Lines that end at a node are spread along its side in the order they come from, so that their
    heads do not lie on each other; where the side is too short for that, those that look alike
    share a head. Linked premises meet in one point, and what a node says to several others leaves
    it in one point.
    """
    # By node and side (the far one is True): by point of that side: what comes from which height.
    sides: dict[tuple[str, bool], dict[str, Bundle]] = defaultdict(dict)
    for number, leg in enumerate(legs):
        heights = [frames[leg.inner].middle, *leg.through, frames[leg.outer].middle]
        for inner, name, towards in (
            (True, leg.inner, heights[1]),
            (False, leg.outer, heights[-2]),
        ):
            point = _meeting_point(arrows[number].arrow, number, at_head=leg.outwards != inner)
            far_side = inner or leg.stays_in_rank
            sides[name, far_side].setdefault(point, []).append((towards, (number, inner)))
    ends: dict[End, float] = {}
    for (name, _), points in sides.items():
        margin = PILL_MARGIN if name in pills else SIDE_MARGIN
        if (len(points) - 1) * TIGHTEST > frames[name].last - frames[name].first - 2 * margin:
            points = _joined(points, arrows)
        bundles = sorted(
            points.values(), key=lambda bundle: sum(y for y, _ in bundle) / len(bundle)
        )
        for height, bundle in zip(
            _spread(frames[name], len(bundles), margin), bundles, strict=True
        ):
            ends.update((end, height) for _, end in bundle)
    return ends


def _meeting_point(arrow: Arrow, number: int, *, at_head: bool) -> str:
    """Return a name for the point of a node's side that an arrow shares with others, or its own."""
    if arrow.kind is ArrowKind.CONTRADICTION:
        return f"arrow {number} {at_head}"
    if not at_head:
        return DEPARTURE
    return JOIN if arrow.kind is ArrowKind.JOIN else f"arrow {number}"


def _joined(points: Mapping[str, Bundle], arrows: Sequence[PlacedArrow]) -> dict[str, Bundle]:
    """Return the points of a side with one for all lines of one kind that end there."""
    found: dict[str, Bundle] = {}
    for name, bundle in points.items():
        arrow = arrows[bundle[0][1][0]].arrow
        alike = name if name in SHARED else f"{arrow.kind} {arrow.fails}"
        found.setdefault(alike, []).extend(bundle)
    return found


def _spread(frame: Frame, count: int, margin: float) -> list[float]:
    room = frame.last - frame.first - 2 * margin
    wish = min(max(CLOSEST, room / (count + 1)), WIDEST)
    spacing = min(wish, room / (count - 1)) if count > 1 else 0.0
    start = frame.middle - spacing * (count - 1) / 2
    return [start + spacing * number for number in range(count)]

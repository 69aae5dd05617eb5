"""Badges of verdicts, as paths: a tick, a cross, a small ring, a question mark."""

import math

from argmap.drawing.sizes import BADGE_SIZE
from argmap.render.markup import element, empty_tag, number
from argmap.render.svg.look import Look
from argmap.weighing import Standing

RADIUS = BADGE_SIZE / 2
RING = RADIUS + 3.0


def verdict_class(standing: Standing) -> str:
    """Return the classes of what has a verdict: the label, and “not-shown” where it is that."""
    label = standing.label.value
    return f"{label} {standing.value}" if standing is Standing.NOT_SHOWN else label


def badge(look: Look, standing: Standing, x: float, y: float, *, changed: bool = False) -> str:
    """Return the badge of a verdict around its middle; one that `changed` has a ring."""
    classes = f"badge {verdict_class(standing)}"
    middle = {"cx": x, "cy": y}
    parts = []
    if changed:
        parts.append(empty_tag("circle", {**look.part(classes, "ring"), **middle, "r": RING}))
    parts.append(empty_tag("circle", {**look.part(classes, "disc"), **middle, "r": RADIUS}))
    parts.append(empty_tag("path", {**look.part(classes, "sign"), "d": _SIGNS[standing](x, y)}))
    return element("g", {"class": classes}, "".join(parts))


def _tick(x: float, y: float) -> str:
    return f"M{number(x - 3.4)},{number(y + 0.2)}l2.5,2.6l4.4,-5.4"


def _cross(x: float, y: float) -> str:
    arm = 2.6
    return (
        f"M{number(x - arm)},{number(y - arm)}l{number(2 * arm)},{number(2 * arm)}"
        f"M{number(x + arm)},{number(y - arm)}l{number(-2 * arm)},{number(2 * arm)}"
    )


def _question_mark(x: float, y: float) -> str:
    # Three quarters of a circle, the stem below it, and a dot that is a line of no length.
    start = math.radians(200)
    bow = 2.1
    left, top = x + bow * math.cos(start), y - 1.7 + bow * math.sin(start)
    return (
        f"M{number(left)},{number(top)}A{bow:g},{bow:g} 0 1 1 {number(x)},{number(y + 0.4)}"
        f"v{number(0.9)}M{number(x)},{number(y + 3.6)}v0.1"
    )


def _small_ring(x: float, y: float) -> str:
    arm = 2.7
    half = f"a{arm:g},{arm:g} 0 1 1"
    return f"M{number(x - arm)},{number(y)}{half} {number(2 * arm)},0{half} {number(-2 * arm)},0"


_SIGNS = {
    Standing.STANDS: _tick,
    Standing.FALLS: _cross,
    Standing.NOT_SHOWN: _small_ring,
    Standing.UNDECIDED: _question_mark,
}

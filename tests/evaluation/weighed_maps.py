"""Small random maps with all that bears on a verdict: circles, backing, standards, values."""

import random
from dataclasses import replace

from argmap.model import ArgumentMap, Audience, Standard
from tests.evaluation.random_maps import random_map

GIVEN = (None, None, 0.25, 0.5, 0.75, 1.0)
STANDARDS = (None,) * 6 + tuple(Standard)
# Differences of 0.5 that floats have wrong are among them, and the limits of what raises doubt.
STRENGTHS = (None, None, None, 0.25, 0.5, 0.75, 1.0, 0.83, 0.33, 0.3, 0.8)
VALUES = (None, "safety", "freedom", "thrift")


def weighed_map(
    seed: int, *, claims: int = 5, arguments: int = 6, standards: bool = True
) -> tuple[ArgumentMap, Audience]:
    """Return a map and an audience for it, which may find some arguments stronger or weaker."""
    dice = random.Random(seed)
    a_map = random_map(seed, claims=claims, arguments=arguments, contradictions=0.2)
    judged = tuple(
        replace(
            claim,
            contradicts=tuple(other for other in claim.contradicts if other != claim.id),
            given=dice.choice(GIVEN),
            standard=dice.choice(STANDARDS) if standards else None,
        )
        for claim in a_map.claims
    )
    reasons = tuple(
        replace(one, strength=dice.choice(STRENGTHS), value=dice.choice(VALUES))
        for one in a_map.arguments
    )
    order = [value for value in VALUES if value]
    dice.shuffle(order)
    swayed = [one.id for one in reasons if dice.random() < 0.2]
    strengths = tuple((name, dice.choice((0.2, 0.5, 1.0))) for name in swayed)
    audience = Audience("readers", strengths, tuple(order[: dice.choice((0, 2, 3))]))
    return replace(a_map, claims=judged, arguments=reasons, audiences=(audience,)), audience

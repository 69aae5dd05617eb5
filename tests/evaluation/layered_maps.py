"""Random maps whose support never runs in a circle, while attacks may."""

import random

from argmap.model import Argument, ArgumentMap, Claim, Polarity, Status

STRENGTHS = (None, None, 0.25, 0.75, 1.0, 0.5, 0.6)
GIVEN = (None, None, 0.25, 0.5, 0.75, 1.0)
STATUSES = (None,) * 7 + (Status.ASSUMED, Status.CERTAIN)


def layered_map(seed: int, *, most_claims: int = 7, most_arguments: int = 8) -> ArgumentMap:
    """Return a map of given and argued claims, rebuttals, undercuts and contradictions.

    A premise of support stands in the list before what it supports. No claim is open or rejected,
    and nothing has backing.
    """
    dice = random.Random(seed)
    names = [f"c{n}" for n in range(dice.randint(2, most_claims))]
    made: list[Argument] = []
    for n in range(dice.randint(1, most_arguments)):
        kind = dice.choices(("support", "rebuttal", "undercut"), (5, 4, 2 if made else 0))[0]
        if kind == "undercut":
            target, below = dice.choice(made).id, names
        else:
            place = dice.randrange(1, len(names)) if kind == "support" else None
            target = names[place] if place else dice.choice(names)
            below = names[:place] if place else names
        polarity = Polarity.SUPPORT if kind == "support" else Polarity.ATTACK
        premises = tuple(dice.choices(below, k=dice.choice((1, 1, 1, 2))))
        strength = dice.choice(STRENGTHS)
        made.append(Argument(f"a{n}", premises, target, polarity, strength=strength))
    claims = []
    for name in names:
        contradicts = (dice.choice(names),) if dice.random() < 0.3 else ()
        claim = Claim(
            name,
            f"The claim {name} holds.",
            contradicts=tuple(other for other in contradicts if other != name),
            status=dice.choice(STATUSES),
            given=dice.choice(GIVEN),
        )
        claims.append(claim)
    return ArgumentMap(tuple(claims), tuple(made))

"""Random maps without circles, at full strength and with credences of 0 and 1."""

import random
from typing import Any

from argmap.model import Argument, ArgumentMap, Claim, Polarity


def acyclic_map(
    seed: int, *, claims: int = 8, arguments: int = 9, on_arguments: float = 0.3
) -> tuple[Any, ...]:
    """Return a map in which no given claim has arguments, and the ids of the claims that fail.

    A claim with attacks has at least one support, so that it is not given.
    """
    dice = random.Random(seed)
    names = [f"c{n}" for n in range(claims)]
    made: list[Argument] = []
    supported = set()
    for n in range(arguments):
        targets = [a for a in made if a.target in names]
        if targets and dice.random() < on_arguments:
            attacked = dice.choice(targets)
            highest = names.index(attacked.target)
            target, polarity = attacked.id, Polarity.ATTACK
        else:
            highest = dice.randrange(1, claims)
            target = names[highest]
            polarity = dice.choice(list(Polarity)) if target in supported else Polarity.SUPPORT
            supported.add(target)
        premises = tuple(dice.choices(names[:highest], k=dice.choice((1, 1, 2))))
        made.append(Argument(f"a{n}", premises, target, polarity, strength=1.0))
    failing = [name for name in names if name not in supported and dice.random() < 0.3]
    return (
        ArgumentMap(
            tuple(Claim(n, n, credence=0.0 if n in failing else None) for n in names),
            tuple(made),
        ),
        failing,
    )

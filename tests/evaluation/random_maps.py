"""Random maps from a seed, quicker to make than by drawing each field, and as large as wanted."""

import random
from dataclasses import replace

from argmap.model import Argument, ArgumentMap, Audience, Claim, Polarity, Standard, Status

STATUSES = (None,) * 8 + tuple(Status)
STRENGTHS = (None, None, None, 0.25, 0.75, 1.0, 0.6)


def random_map(
    seed: int,
    *,
    claims: int = 8,
    arguments: int = 10,
    attacks: float = 0.4,
    on_arguments: float = 0.25,
    contradictions: float = 0.1,
    plain: int = False,
) -> ArgumentMap:
    """Return a map with circles, undercuts of undercuts, contradictions, strengths and statuses.

    `attacks` and `on_arguments` are shares of the arguments; a `plain` map has neither strengths
    nor statuses.
    """
    dice = random.Random(seed)
    names = [f"c{n}" for n in range(claims)]
    made: list[Argument] = []
    for n in range(arguments):
        on_argument = made and dice.random() < on_arguments
        target = dice.choice(made[-20:]).id if on_argument else dice.choice(names)
        made.append(
            Argument(
                f"a{n}",
                tuple(dice.choices(names, k=dice.choice((1, 1, 1, 2, 3)))),
                target,
                Polarity.ATTACK if dice.random() < attacks else Polarity.SUPPORT,
                strength=None if plain else dice.choice(STRENGTHS),
            )
        )
    return ArgumentMap(
        tuple(
            Claim(
                name,
                f"The claim {name} holds.",
                contradicts=(dice.choice(names),) if dice.random() < contradictions else (),
                status=None if plain else dice.choice(STATUSES),
            )
            for name in names
        ),
        tuple(made),
    )


VALUES = ("ease", "safety", "thrift")


def weighed_map(a_map: ArgumentMap, dice: random.Random) -> ArgumentMap:
    """Return the map with given strengths, standards, values and an audience, “readers”."""
    claims = tuple(
        replace(
            claim,
            given=dice.choice((None, None, None, 0.0, 0.25, 0.5, 0.8)),
            standard=dice.choice((None, None, None, *Standard)),
        )
        for claim in a_map.claims
    )
    arguments = tuple(
        replace(argument, value=dice.choice((None, *VALUES))) for argument in a_map.arguments
    )
    some = dice.sample(arguments, min(2, len(arguments)))
    strengths = tuple((argument.id, dice.choice((0.25, 0.5, 0.75))) for argument in some)
    readers = Audience("readers", strengths, VALUES)
    return replace(a_map, claims=claims, arguments=arguments, audiences=(readers,))

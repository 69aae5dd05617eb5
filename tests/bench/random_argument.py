"""Random maps that look like what people write: a tree of arguments with some links across it."""

import random
from dataclasses import replace

from argmap.model import Argument, ArgumentMap, Claim, Polarity

WORDS = (
    "the council has not shown that a lower limit would cost much time while parents and "
    "teachers ask for it since years and the numbers of the last winter speak for a trial"
).split()
GROUPS = ("Economy", "Law", "People")


def random_argument(claims: int, *, cross_links: float = 0.02, seed: int = 1) -> ArgumentMap:
    """Return a map with one thesis; about a third of the arguments attack, some are linked.

    `cross_links` is the number of additional uses of claims elsewhere, as a share of the claims.
    """
    dice = random.Random(seed)
    made = [_claim(dice, 0)]
    arguments: list[Argument] = []
    while len(made) < claims:
        target = made[min(int(dice.expovariate(1) * len(made) / 2), len(made) - 1)].id
        if arguments and dice.random() < 0.1:
            target = dice.choice(arguments[-50:]).id
        number = min(dice.choice((1, 1, 1, 1, 2, 3)), claims - len(made))
        premises = [_claim(dice, len(made) + one) for one in range(number)]
        made += premises
        arguments.append(_argument(dice, len(arguments), [p.id for p in premises], target))
    for _ in range(round(cross_links * claims)):
        # A slice would copy all claims for each link.
        premise, claim = made[dice.choice(range(1, len(made)))], dice.choice(made)
        if premise is not claim:
            arguments.append(_argument(dice, len(arguments), [premise.id], claim.id))
    return ArgumentMap(tuple(made), tuple(arguments), ("c0",), title=f"{claims} claims")


def in_groups(a_map: ArgumentMap, *, seed: int = 1) -> ArgumentMap:
    """Return a map whose claims are in groups: what bears on a claim mostly has that of the claim.

    A thesis has none.
    """
    dice = random.Random(seed)
    arguments = {argument.id: argument for argument in a_map.arguments}
    groups: dict[str, str | None] = dict.fromkeys(a_map.theses)
    for argument in a_map.arguments:
        target = argument.target
        while target in arguments:
            target = arguments[target].target
        for premise in argument.premises:
            near = groups.get(target) if dice.random() < 0.8 else None
            groups.setdefault(premise, near or dice.choice(GROUPS))
    claims = (replace(claim, group=groups.get(claim.id)) for claim in a_map.claims)
    return replace(a_map, claims=tuple(claims))


def _claim(dice: random.Random, number: int) -> Claim:
    text = " ".join(dice.choices(WORDS, k=dice.randint(5, 16))).capitalize()
    label = None if dice.random() < 0.3 else f"Claim {number}"
    return Claim(f"c{number}", f"{text}.", label=label)


def _argument(dice: random.Random, number: int, premises: list[str], target: str) -> Argument:
    polarity = Polarity.ATTACK if dice.random() < 0.35 else Polarity.SUPPORT
    return Argument(f"a{number}", tuple(premises), target, polarity)

"""How often degrees agree with verdicts: an accepted claim above a defeated one.

    python -m tests.bench.degrees [--maps FOLDER] [--random N]

For each map all pairs are counted of a claim that is accepted and one that is rejected, and those
in which the accepted one has the higher number. The random maps are trees of arguments with some
links across, of 10 to 60 claims; a third of the arguments have a strength, some claims contradict
each other. The share is that of all pairs of all maps together. The table of the manual on other
semantics is made with it.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.semantics import degrees_of
from argmap.model import STRENGTHS, ArgumentMap, Label
from argmap.pipeline import load
from argmap.weighing import DEGREES
from tests.bench.random_argument import random_argument


def main() -> None:
    """Count, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--maps", type=Path, default=Path("maps"), help="where example maps are")
    parser.add_argument("--random", type=int, default=300, help="how many random maps")
    wishes = parser.parse_args()
    examples = [load(path) for path in sorted(wishes.maps.glob("*.yaml"))]
    print(f"{'semantics':<18}{'examples':>10}{'pairs':>8}{'random':>10}{'pairs':>8}")
    for semantics in DEGREES:
        shares = []
        for maps in (examples, [random_map(seed) for seed in range(wishes.random)]):
            pairs = [pair for a_map in maps for pair in pairs_of(a_map, semantics)]
            share = sum(high > low for high, low in pairs) / len(pairs)
            shares.append(f"{share:>10.3f}{len(pairs):>8}")
        print(f"{semantics:<18}{''.join(shares)}")


def pairs_of(a_map: ArgumentMap, semantics: str) -> Iterator[tuple[float, float]]:
    """Yield the numbers of an accepted and of a rejected claim, for all such pairs."""
    numbers = degrees_of(a_map, semantics).claims
    verdicts = evaluate(a_map).claims
    rejected = [name for name, one in verdicts.items() if one.label is Label.REJECTED]
    for name, one in verdicts.items():
        if one.label is Label.ACCEPTED:
            yield from ((numbers[name], numbers[other]) for other in rejected)


def random_map(seed: int) -> ArgumentMap:
    """Return a map with strengths and contradictions, always the same one for a seed."""
    dice = random.Random(seed)
    a_map = random_argument(dice.randint(10, 60), seed=seed)
    arguments = [
        replace(one, strength=dice.choice(tuple(STRENGTHS.values())))
        if dice.random() < 1 / 3
        else one
        for one in a_map.arguments
    ]
    names = tuple(a_map.claims_by_id)
    claims = [
        replace(claim, contradicts=(dice.choice(names[: number + 1]),))
        if number and dice.random() < 0.03
        else claim
        for number, claim in enumerate(a_map.claims)
    ]
    claims = [replace(c, contradicts=tuple(o for o in c.contradicts if o != c.id)) for c in claims]
    return replace(a_map, claims=tuple(claims), arguments=tuple(arguments))


if __name__ == "__main__":
    main()

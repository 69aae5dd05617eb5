"""Maps whose claims are said in other words, with what was what: for tests of matching."""

import random
from dataclasses import replace

from argmap.identifiers import Names
from argmap.model import ArgumentMap

# Words that an author puts for others, or beside them.
FILLERS = (
    "indeed clearly often mostly perhaps today still there rather quite usually at least in fact "
    "as a rule it seems by now in general above all on the whole so far"
).split()


def with_derived_ids(a_map: ArgumentMap) -> ArgumentMap:
    """Return a map in which no id says anything: all are those that its words would give."""
    names = Names(())
    ids = {claim.id: names.claim(claim.label, claim.text) for claim in a_map.claims}
    for number, argument in enumerate(a_map.arguments):
        ids[argument.id] = f"step.{number}"
    return renumbered(a_map, ids)


def renumbered(a_map: ArgumentMap, ids: dict[str, str]) -> ArgumentMap:
    """Return a map with other ids, without what only programs read."""
    return ArgumentMap(
        tuple(
            replace(one, id=ids[one.id], contradicts=tuple(ids[name] for name in one.contradicts))
            for one in a_map.claims
        ),
        tuple(
            replace(
                one,
                id=ids[one.id],
                target=ids[one.target],
                premises=tuple(ids[name] for name in one.premises),
            )
            for one in a_map.arguments
        ),
        tuple(ids[name] for name in a_map.theses),
        a_map.sources,
    )


def reworded(text: str, chance: random.Random) -> str:
    """Return a text in other words: about a third of them are gone, changed or moved."""
    words = text.rstrip(".").split()
    kept = [word for word in words if chance.random() > 0.25] or words[:1]
    for _ in range(len(words) // 5 + 1):
        kept.insert(chance.randrange(len(kept) + 1), chance.choice(FILLERS))
    if chance.random() < 0.3:
        half = len(kept) // 2
        kept = kept[half:] + kept[:half]
    return f"{' '.join(kept)}."


def edited(
    a_map: ArgumentMap, chance: random.Random, *, share: float
) -> tuple[ArgumentMap, dict[str, str]]:
    """Return a map with a share of its texts in other words, and its new ids by the old ones.

    Headlines of those are gone, since they would tell the claim.
    """
    names = Names(())
    claims = tuple(
        replace(one, text=reworded(one.text, chance), label=None)
        if chance.random() < share
        else one
        for one in a_map.claims
    )
    ids = {one.id: names.claim(one.label, one.text) for one in claims}
    numbers = list(range(len(a_map.arguments)))
    chance.shuffle(numbers)
    steps = {one.id: f"another.{n}" for one, n in zip(a_map.arguments, numbers, strict=True)}
    return renumbered(replace(a_map, claims=claims), {**ids, **steps}), ids

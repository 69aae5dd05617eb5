"""What reasonable people expect of every verdict, whatever the map: rationality postulates.

After Caminada and Amgoud (2007): what is accepted does not contradict itself (consistency), what
follows from it is accepted (closure), and what it rests on as well. They are tried on random maps,
with circles, backing, statuses, standards and an audience, in grounded and in preferred
labellings; `python -m tests.evaluation.test_postulates 10000` tries as many as wanted.
"""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.standpoints import standpoints
from argmap.evaluation.grounded.labelling import evaluate
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity, Standard, Status
from tests.evaluation.layered_maps import layered_map
from tests.evaluation.weighed_maps import weighed_map

ACCEPTED, REJECTED = Label.ACCEPTED, Label.REJECTED


def labellings(a_map: ArgumentMap) -> Iterator[tuple[str, dict[str, Label]]]:
    """Yield the grounded labelling and all preferred ones, as labels by id."""
    found = evaluate(a_map)
    yield (
        "grounded",
        {
            name: verdict.label
            for verdicts in (found.claims, found.arguments)
            for name, verdict in verdicts.items()
        },
    )
    for one in standpoints(a_map, Semantics.PREFERRED):
        yield "preferred", {**one.claims, **one.arguments}


def contradictions(a_map: ArgumentMap, labels: dict[str, Label]) -> Iterator[Any]:
    """Yield claims that contradict each other and are both accepted, though not both certain."""
    for claim in a_map.claims:
        for other in a_map.contradictions_of(claim.id):
            pair = (claim, a_map.claims_by_id[other])
            certain = all(one.status is Status.CERTAIN for one in pair)
            if not certain and all(labels[one.id] is ACCEPTED for one in pair):
                yield claim.id, other


def step_is_in(a_map: ArgumentMap, labels: dict[str, Label], argument: Argument) -> bool:
    backing = a_map.arguments_on(argument.id, Polarity.SUPPORT)
    undercuts = a_map.arguments_on(argument.id, Polarity.ATTACK)
    backed = not backing or any(labels[one.id] is ACCEPTED for one in backing)
    return backed and all(labels[one.id] is REJECTED for one in undercuts)


def unclosed(a_map: ArgumentMap, labels: dict[str, Label]) -> Iterator[Any]:
    """Yield arguments that are in without what they need, or not in with all of it."""
    for argument in a_map.arguments:
        premises = all(labels[premise] is ACCEPTED for premise in argument.premises)
        whole = premises and step_is_in(a_map, labels, argument)
        if whole != (labels[argument.id] is ACCEPTED):
            yield argument.id


def strength_of(argument: Argument) -> float:
    return 0.5 if argument.strength is None else argument.strength


def grounds_in(a_map: ArgumentMap, labels: dict[str, Label], claim: Claim) -> list[float]:
    """Return the strengths of what speaks for a claim and is in."""
    if claim.status is Status.REJECTED:
        return []
    supports = a_map.arguments_on(claim.id, Polarity.SUPPORT)
    found = [strength_of(one) for one in supports if labels[one.id] is ACCEPTED]
    if claim.status is Status.CERTAIN:
        found.append(2.0)
    if claim.status is Status.ASSUMED or (not supports and claim.status is None):
        found.append(claim.given or 0.0)
    return found


def baseless(a_map: ArgumentMap, labels: dict[str, Label]) -> Iterator[Any]:
    """Yield claims that are accepted, and rest on nothing that is."""
    for claim in a_map.claims:
        if labels[claim.id] is ACCEPTED and not grounds_in(a_map, labels, claim):
            yield claim.id


def beaten(a_map: ArgumentMap, labels: dict[str, Label], *, sceptical: bool) -> Iterator[Any]:
    """Yield claims that are accepted in spite of something as strong, or stronger, that is in.

    Only a camp may hold on to what is as strong as the objection.
    """
    for claim in a_map.claims:
        if labels[claim.id] is not ACCEPTED or claim.standard is Standard.SCINTILLA:
            continue
        best = max(grounds_in(a_map, labels, claim))
        attacks = a_map.arguments_on(claim.id, Polarity.ATTACK)
        for attack in attacks:
            strength = strength_of(attack)
            too_strong = strength >= best if sceptical else strength > best
            if labels[attack.id] is ACCEPTED and too_strong:
                yield claim.id, attack.id


def breaches(a_map: ArgumentMap) -> Iterator[Any]:
    """Yield each breach of a postulate, in words."""
    for semantics, labels in labellings(a_map):
        found = {
            "contradiction": contradictions(a_map, labels),
            "closure": unclosed(a_map, labels),
            "baseless": baseless(a_map, labels),
            "beaten": beaten(a_map, labels, sceptical=semantics == "grounded"),
        }
        for postulate, places in found.items():
            for place in places:
                yield f"{semantics}, {postulate}: {place}"


def made(seed: int) -> ArgumentMap:
    return weighed_map(seed)[0] if seed % 2 else layered_map(seed)


@pytest.mark.parametrize("first", range(0, 500, 100))
def test_verdicts_are_rational(first: int) -> None:
    for seed in range(first, first + 100):
        assert list(breaches(made(seed))) == [], seed


def test_the_maps_put_the_postulates_to_the_test() -> None:
    """There are accepted claims under attack, in contradictions, and with arguments."""
    attacked = contradicted = argued = 0
    for seed in range(200):
        a_map = made(seed)
        for claim in a_map.claims:
            if evaluate(a_map).verdict(claim.id).label is ACCEPTED:
                attacked += bool(a_map.arguments_on(claim.id, Polarity.ATTACK))
                contradicted += bool(a_map.contradictions_of(claim.id))
                argued += bool(a_map.arguments_on(claim.id, Polarity.SUPPORT))
    assert min(attacked, contradicted, argued) > 50


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        for breach in breaches(made(number)):
            print(f"map {number}: {breach}")

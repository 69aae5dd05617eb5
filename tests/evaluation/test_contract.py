"""argmap's verdicts beside two others that are made from the words of the manual alone.

`python -m tests.evaluation.test_contract 2000` tries more maps.
"""

import random
import sys

import pytest

from argmap.errors import UnfitOptionError
from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.standpoints import standpoints
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation
from argmap.model import ArgumentMap, Label
from tests.evaluation.fixpoints import Program
from tests.evaluation.layered_maps import layered_map
from tests.evaluation.test_aspic import by_aspic, in_order
from tests.evaluation.weighed_maps import weighed_map


def labels_of(evaluation: Evaluation) -> dict[str, Label]:
    verdicts = {**evaluation.claims, **evaluation.arguments}
    return {name: verdict.label for name, verdict in verdicts.items()}


def claims_of(a_map: ArgumentMap, semantics: str) -> list[dict[str, Label]]:
    if semantics == "grounded":
        found = evaluate(a_map).claims
        return [{name: verdict.label for name, verdict in found.items()}]
    return in_order(dict(one.claims) for one in standpoints(a_map, Semantics(semantics)))


@pytest.mark.parametrize("semantics", ["grounded", "complete", "preferred", "stable"])
def test_verdicts_are_those_of_aspic(semantics: str) -> None:
    compare_with_aspic(semantics, 300)


def compare_with_aspic(semantics: str, count: int) -> None:
    for seed in range(count):
        a_map = layered_map(seed)
        assert claims_of(a_map, semantics) == by_aspic(a_map, semantics), seed


def test_verdicts_are_those_of_the_rules_whatever_is_asked() -> None:
    assert compare_with_rules(300) == set(Label)


def compare_with_rules(count: int) -> set[Label]:
    """Return which labels were seen."""
    seen = set()
    for seed in range(count):
        a_map, audience = weighed_map(seed)
        dice = random.Random(seed)
        names = [*a_map.claims_by_id, *a_map.arguments_by_id]
        asked = dice.sample(names, k=dice.choice((0, 0, 1, 2)))
        accept, reject = asked[1:], asked[:1]
        listening = audience if seed % 4 == 0 else None
        name = listening.id if listening else None
        try:
            found = labels_of(evaluate(a_map, accept=accept, reject=reject, audience=name))
        except UnfitOptionError:
            # Both sides of a contradiction cannot be taken to hold.
            continue
        program = Program(a_map, accept=accept, reject=reject, audience=listening)
        assert found == program.labels(*program.grounded()), (seed, accept, reject)
        seen |= set(found.values())
    return seen


@pytest.mark.parametrize("semantics", ["complete", "preferred", "stable"])
def test_standpoints_are_those_of_the_rules(semantics: str) -> None:
    compare_standpoints(semantics, 200)


def compare_standpoints(semantics: str, count: int) -> None:
    for seed in range(count):
        a_map, _ = weighed_map(seed, standards=seed % 3 == 0)
        program = Program(a_map)
        expected = in_order(
            {
                tuple(sorted(program.labels(*one).items())): program.labels(*one)
                for one in getattr(program, semantics)()
            }.values()
        )
        found = in_order(
            {**one.claims, **one.arguments} for one in standpoints(a_map, Semantics(semantics))
        )
        assert found == expected, seed


if __name__ == "__main__":
    wanted = int(sys.argv[1])
    for one in ("grounded", "complete", "preferred", "stable"):
        compare_with_aspic(one, wanted)
    compare_with_rules(wanted)
    for one in ("complete", "preferred", "stable"):
        compare_standpoints(one, wanted)
    print(f"no difference on {wanted} maps")

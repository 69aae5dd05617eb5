"""A crux is a claim whose fall turns the verdict on a thesis, and there are no others."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from argmap.errors import EvaluationLimitError
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.cruxes import Crux, cruxes
from argmap.model import ArgumentMap, Label
from argmap.pipeline import loads
from argmap.weighing import Standing
from tests.evaluation.layered_maps import layered_map
from tests.evaluation.random_maps import random_map


def with_theses(a_map: ArgumentMap) -> ArgumentMap:
    return replace(a_map, theses=tuple([claim.id for claim in a_map.claims[:2]]))


@pytest.mark.parametrize("made", [layered_map, random_map])
def test_each_claim_whose_fall_turns_a_thesis_is_told_and_no_other(
    made: Callable[[int], ArgumentMap],
) -> None:
    told = 0
    for seed in range(80):
        a_map = with_theses(made(seed))
        now = evaluate(a_map)
        expected = []
        for thesis in a_map.theses:
            before = now.claims[thesis]
            for claim in a_map.claims:
                if claim.id == thesis or now.claims[claim.id].label is Label.REJECTED:
                    continue
                after = evaluate(a_map, reject=[claim.id]).claims[thesis]
                if after.label is not before.label:
                    crux = Crux(claim.id, thesis, before.standing, after.standing)
                    expected.append(crux)
        found = cruxes(a_map)
        assert sorted(found, key=str) == sorted(expected, key=str), seed
        told += len(found)
    assert told > 20


def test_the_answer_to_an_objection_is_a_crux_and_a_spare_reason_is_none() -> None:
    a_map = loads(
        "argmap: 1\n"
        "thesis:\n"
        "  id: t\n"
        "  text: T is so.\n"
        "  arguments: [{id: p, text: P is so.}, {id: q, text: Q is so.}]\n"
        "  rebuttals: [{id: r, text: R is so., rebuttals: [{id: s, text: S is so.}]}]\n"
    )
    assert cruxes(a_map) == (Crux("s", "t", Standing.STANDS, Standing.UNDECIDED),)


def test_a_map_without_a_thesis_has_no_cruxes() -> None:
    assert cruxes(replace(random_map(1), theses=())) == ()


def test_no_time_is_an_error_and_not_half_an_answer() -> None:
    a_map = with_theses(layered_map(1))
    with pytest.raises(EvaluationLimitError, match="cruxes within 0 seconds"):
        cruxes(a_map, deadline=Deadline(0))

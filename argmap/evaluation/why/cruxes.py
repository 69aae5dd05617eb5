"""Cruxes: the claims whose fall would turn the verdict on a thesis."""

from dataclasses import dataclass

from argmap.evaluation.deadline import ENDLESS, Deadline
from argmap.evaluation.grounded.standing import standing_of
from argmap.evaluation.network import OUT
from argmap.evaluation.why.supposing import Suppositions
from argmap.model import ArgumentMap
from argmap.weighing import Standing


@dataclass(frozen=True, slots=True)
class Crux:
    """A claim that does not fall; if it did, the verdict on the thesis would be `then`."""

    id: str
    thesis: str
    now: Standing
    then: Standing


def cruxes(a_map: ArgumentMap, *, deadline: Deadline = ENDLESS) -> tuple[Crux, ...]:
    """Return the cruxes of each thesis, in reading order, the theses themselves left out.

    What a verdict does not rest on is not tried, and of the map only what rests on a claim is
    labelled again. Raises EvaluationLimitError once the deadline is over.
    """
    return tuple(one for thesis in a_map.theses for one in _of(a_map, thesis, deadline))


def _of(a_map: ArgumentMap, thesis: str, deadline: Deadline) -> list[Crux]:
    part = Suppositions(a_map, thesis, budget=0)
    network, label = part.network, part.state.label
    now, before = label[part.asked], standing_of(network, part.state, part.asked)
    found = []
    for claim in range(network.claim_count):
        if claim == part.asked or label[claim] == OUT:
            continue
        deadline.check("Not all claims were tried as cruxes")
        with part.supposing({claim: OUT}) as state:
            if state.label[part.asked] != now:
                then = standing_of(network, state, part.asked)
                found.append(Crux(network.name(claim), thesis, before, then))
    return found

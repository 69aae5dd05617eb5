"""How far a claim moves when another one holds, and when it does not: a tornado list.

One claim after another is taken to hold for sure, then to fail for sure, and the numbers are found
anew; all others stay as they are. It is the one-way sensitivity analysis of decision analysis,
whose bars, the longest on top, look like a whirlwind.
"""

from dataclasses import dataclass

from argmap.errors import UnfitOptionError
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.semantics import degrees_of
from argmap.graph import reaching
from argmap.model import ArgumentMap
from argmap.suggestions import did_you_mean

# What moves less is a matter of rounding.
_LEAST = 5e-7


@dataclass(frozen=True, slots=True)
class Effect:
    """The number of the claim that is asked about, when another one holds and when it fails."""

    id: str
    holds: float
    fails: float

    @property
    def spread(self) -> float:
        """Return how far apart the two numbers are."""
        return abs(self.holds - self.fails)


@dataclass(frozen=True, slots=True)
class Tornado:
    """The number of a claim as it is, and what moves it, the furthest first.

    `tried` counts the claims that bear on it, also those that do not move it.
    """

    id: str
    semantics: str
    now: float
    effects: tuple[Effect, ...]
    tried: int


def tornado(
    a_map: ArgumentMap, id: str, semantics: str, *, seconds: float | Deadline | None = None
) -> Tornado:
    """Return what moves a claim how far, under `credence` or a semantics of degrees.

    Raises UnfitOptionError where there is no such claim, EvaluationLimitError after `seconds`.
    """
    if id not in a_map.claims_by_id:
        raise UnfitOptionError(f"no claim “{id}”{did_you_mean(id, a_map.claims_by_id)}")
    deadline = Deadline.of(seconds)
    now = degrees_of(a_map, semantics, deadline=deadline).claims[id]
    reached = reaching(a_map, id)
    others = [claim.id for claim in a_map.claims if claim.id in reached and claim.id != id]
    effects = []
    for other in others:
        deadline.check("Not all claims were tried")
        holds = degrees_of(a_map, semantics, accept=[other], deadline=deadline).claims[id]
        fails = degrees_of(a_map, semantics, reject=[other], deadline=deadline).claims[id]
        effects.append(Effect(other, holds, fails))
    moving = [effect for effect in effects if effect.spread > _LEAST]
    moving.sort(key=lambda effect: -effect.spread)
    return Tornado(id, semantics, now, tuple(moving), len(others))

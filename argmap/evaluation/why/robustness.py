"""By how much a strength would have to be another one for a verdict to change.

Strengths are only compared. So the verdict on a claim, as one strength moves and the rest stays,
can change only where that strength meets one that it is compared with: at the meeting point, and
just beyond it. Labelling the map there, and once in each gap between, finds every change exactly.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from argmap.errors import UnfitOptionError
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.grounded.standards import DOUBT, MARGIN
from argmap.graph import reaching
from argmap.model import STRENGTHS, Argument, ArgumentMap, Claim, Label, Polarity, Status
from argmap.suggestions import did_you_mean
from argmap.weighing import Standing

MODERATE = STRENGTHS["moderate"]
_WEAKEST, _STRONGEST = 0.0, 1.0
# Proof standards ask for a distance, also from nothing, and for a limit of their own.
_DISTANCES, _LIMITS = (MARGIN,), (DOUBT, MARGIN)


@dataclass(frozen=True, slots=True)
class Turn:
    """Where the verdict becomes another one: at a strength, or where `beyond`, just past it."""

    at: float
    beyond: bool
    label: Label
    standing: Standing


@dataclass(frozen=True, slots=True)
class Sway:
    """How one strength sways a verdict.

    `id` is that of an argument, or of a claim that is given; `strength` is what it is now, and
    `written` whether the author says so. `up` and `down` hold the turns as it grows or shrinks,
    the nearest first.
    """

    id: str
    strength: float
    written: bool
    up: tuple[Turn, ...]
    down: tuple[Turn, ...]

    @property
    def smallest_change(self) -> float:
        """Return how far the nearest turn is."""
        return min(abs(turns[0].at - self.strength) for turns in (self.up, self.down) if turns)


@dataclass(frozen=True, slots=True)
class Robustness:
    """The verdict on a claim, and each strength that alone could change it, the nearest first.

    `tried` counts the strengths that were moved.
    """

    id: str
    label: Label
    standing: Standing
    sways: tuple[Sway, ...]
    tried: int


def robustness(
    a_map: ArgumentMap, id: str, *, seconds: float | Deadline | None = None
) -> Robustness:
    """Return by how much which strength must change for the verdict on a claim to be another.

    The verdict is that of the grounded labelling. Strengths that are compared with none have no
    part, such as those of undercuts. Raises UnfitOptionError where there is no such claim,
    EvaluationLimitError after `seconds`.
    """
    if id not in a_map.claims_by_id:
        hint = did_you_mean(id, a_map.claims_by_id)
        raise UnfitOptionError(f"no claim “{id}”{hint}")
    deadline = Deadline.of(seconds)
    verdict = evaluate(a_map).verdict(id)
    reach = reaching(a_map, id)
    moved = [one for one in _weights(a_map) if one.claim in reach and one.rivals]
    sways = []
    for one in moved:
        deadline.check("Not all strengths were tried")
        sways.append(_sway(a_map, id, verdict.label, one))
    turning = [sway for sway in sways if sway.up or sway.down]
    turning.sort(key=lambda sway: sway.smallest_change)
    return Robustness(id, verdict.label, verdict.standing, tuple(turning), len(moved))


@dataclass(frozen=True, slots=True)
class _Weight:
    """A strength that is compared: whose it is, at which claim, and with which others."""

    bearer: Argument | Claim
    claim: str
    strength: float
    rivals: frozenset[float]

    def moved(self, a_map: ArgumentMap, strength: float) -> ArgumentMap:
        """Return the map with another strength here."""
        if isinstance(self.bearer, Claim):
            claim = replace(self.bearer, given=strength)
            claims = [claim if one.id == claim.id else one for one in a_map.claims]
            return replace(a_map, claims=tuple(claims))
        argument = replace(self.bearer, strength=strength)
        arguments = [argument if one.id == argument.id else one for one in a_map.arguments]
        return replace(a_map, arguments=tuple(arguments))


def _weights(a_map: ArgumentMap) -> Iterator[_Weight]:
    for claim in a_map.claims:
        counters = [_strength(one) for one in a_map.arguments_on(claim.id, Polarity.ATTACK)]
        own = _grounds(a_map, claim)
        others = [
            strength
            for name in a_map.contradictions_of(claim.id)
            for strength in _grounds(a_map, a_map.claims_by_id[name])
        ]
        if _is_given(a_map, claim):
            rivals = _rivals(claim, (*counters, *others))
            yield _Weight(claim, claim.id, claim.given or _WEAKEST, rivals)
        for argument in a_map.arguments_on(claim.id):
            supports = argument.polarity is Polarity.SUPPORT
            rivals = _rivals(claim, (*counters, *others) if supports else own)
            yield _Weight(argument, claim.id, _strength(argument), rivals)


def _strength(argument: Argument) -> float:
    return MODERATE if argument.strength is None else argument.strength


def _is_given(a_map: ArgumentMap, claim: Claim) -> bool:
    argued = bool(a_map.arguments_on(claim.id, Polarity.SUPPORT))
    return claim.status is Status.ASSUMED or (claim.status is None and not argued)


def _grounds(a_map: ArgumentMap, claim: Claim) -> list[float]:
    found = [_strength(one) for one in a_map.arguments_on(claim.id, Polarity.SUPPORT)]
    if _is_given(a_map, claim):
        return [*found, claim.given or _WEAKEST]
    # What is left open may hold, and is as weak as what is merely given.
    return found or ([_WEAKEST] if claim.status is Status.OPEN else [])


def _rivals(claim: Claim, strengths: Iterable[float]) -> frozenset[float]:
    found = set(strengths)
    if claim.standard is not None:
        found |= {round(s + d, 9) for s in found for one in _DISTANCES for d in (one, -one)}
        found |= set(_LIMITS)
    return frozenset(one for one in found if _WEAKEST <= one <= _STRONGEST)


def _sway(a_map: ArgumentMap, id: str, label: Label, weight: _Weight) -> Sway:
    up = sorted(one for one in weight.rivals if one >= weight.strength)
    down = sorted((one for one in weight.rivals if one <= weight.strength), reverse=True)
    written = (
        weight.bearer.given if isinstance(weight.bearer, Claim) else weight.bearer.strength
    ) is not None

    def turns(meetings: list[float], end: float) -> Iterator[Turn]:
        before = label
        for at, next_one in pairwise([*meetings, end]):
            places = [(at, False), ((at + next_one) / 2, True)]
            for strength, beyond in places if at != next_one else places[:1]:
                if strength == weight.strength or not _may_be(weight, strength):
                    continue
                now = evaluate(weight.moved(a_map, strength)).verdict(id)
                if now.label is not before:
                    yield Turn(at, beyond, now.label, now.standing)
                before = now.label

    return Sway(
        weight.bearer.id,
        weight.strength,
        written,
        tuple(turns(up, _STRONGEST)),
        tuple(turns(down, _WEAKEST)),
    )


def _may_be(weight: _Weight, strength: float) -> bool:
    """Return whether the map may have such a strength: an argument has always some."""
    return strength > _WEAKEST or isinstance(weight.bearer, Claim)

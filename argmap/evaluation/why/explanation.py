"""Why a claim stands or falls: the reasons of its verdict, followed down to what is given."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from argmap.errors import ConfigurationError
from argmap.evaluation.verdicts import Evaluation, ReasonKind, Verdict
from argmap.evaluation.why.deciding_value import Ranking, deciding_values
from argmap.evaluation.why.remedy import Remedies, is_given
from argmap.evaluation.why.ties import Strengths, is_tie
from argmap.model import ArgumentMap, Label, Polarity, Standard
from argmap.suggestions import did_you_mean
from argmap.weighing import Standing


class Bearing(StrEnum):
    """What a step of an explanation is to the one above it."""

    QUESTION = "question"
    SUPPORT = "support"
    ATTACK = "attack"
    CONTRADICTION = "contradiction"
    PREMISE = "premise"
    BACKING = "backing"
    UNDERCUT = "undercut"


@dataclass(frozen=True, slots=True)
class Below:
    """What bears on a step: the id of a claim or an argument, how it does, and its verdict."""

    id: str
    bearing: Bearing
    standing: Standing

    @property
    def label(self) -> Label:
        """Return the label that goes with the verdict."""
        return self.standing.label


@dataclass(frozen=True, slots=True)
class Step:
    """One node of an explanation: a claim or an argument, and how deep below the question it is.

    `below` are the nodes one deeper that are told next. `told_above` says that the node is
    explained further up, so that nothing follows below it here; where it is one that this step
    itself bears on, `circle` counts the steps from there, and else is 0. `is_too_weak` says of
    something against what stands, or for what falls, that it does not fall itself, and is weaker,
    and of something for a claim in a tie that it is weaker than what ties; `weighs` that at this
    step strengths decide; `is_tie` that both sides are equally strong.
    `remedy` is what would hold up a claim that falls although it is given, else empty; `dearer` are
    two values whose order decided, for an audience that ranks them.
    """

    id: str
    depth: int
    bearing: Bearing
    verdict: Verdict
    below: tuple[Below, ...]
    told_above: bool = False
    circle: int = 0
    is_too_weak: bool = False
    weighs: bool = True
    is_tie: bool = False
    remedy: str = ""
    dearer: Ranking | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A tree of reasons in reading order; the first step is what was asked about."""

    steps: tuple[Step, ...]


AGAINST = (Bearing.ATTACK, Bearing.CONTRADICTION, Bearing.UNDERCUT)
_SETTLED = (ReasonKind.GRANTED, ReasonKind.REJECTED)


def explain(a_map: ArgumentMap, evaluation: Evaluation, id: str) -> Explanation:
    """Return the reasons for the verdict on a claim or an argument, each followed once.

    A step is followed by the steps for what decided it, one deeper; below what stands, also by
    what speaks against it, which falls or is weaker; below what is defeated or hangs in the
    balance, also by what speaks for it and does not fall. An argument whose one premise decides
    gives way to that premise. Raises ConfigurationError where there is no such id.
    """
    known = {**evaluation.claims, **evaluation.arguments}
    if id not in known:
        hint = did_you_mean(id, known) or "."
        raise ConfigurationError(f"the map has no claim or argument “{id}”{hint}")
    return Explanation(tuple(_steps(a_map, evaluation, id, Remedies(a_map, evaluation))))


def first_steps(a_map: ArgumentMap, evaluation: Evaluation) -> dict[str, Step]:
    """Return by id, for each claim and each argument, the first step of its explanation."""
    remedies = Remedies(a_map, evaluation)
    known = (*evaluation.claims, *evaluation.arguments)
    return {id: next(_steps(a_map, evaluation, id, remedies)) for id in known}


def _steps(
    a_map: ArgumentMap, evaluation: Evaluation, id: str, remedies: Remedies
) -> Iterator[Step]:
    depth_of: dict[str, int] = {}
    path: list[str] = []
    stack = [(Below(id, Bearing.QUESTION, evaluation.verdict(id).standing), 0, False)]
    while stack:
        here, depth, is_too_weak = stack.pop()
        verdict = evaluation.verdict(here.id)
        told_above = here.id in depth_of
        above = depth_of.setdefault(here.id, depth)
        circle = depth - above if above < depth and path[above] == here.id else 0
        path[depth:] = [here.id]
        below = () if told_above else _below(a_map, evaluation, here.id, verdict)
        weighs = strengths_decide(a_map, evaluation, here.id)
        tied = is_tie(a_map, evaluation, here.id)
        remedy = "" if told_above else remedies.of(here.id)
        dearer = deciding_values(a_map, evaluation, here.id)
        told = (verdict, below, told_above, circle, is_too_weak, weighs, tied, remedy, dearer)
        yield Step(here.id, depth, here.bearing, *told)
        weaker = _weaker(a_map, evaluation, here.id) if tied else frozenset()
        stack += [
            (one, depth + 1, _is_too_weak(a_map, evaluation, here.id, one, weaker))
            for one in reversed(below)
            if not _is_known(here, one, path)
        ]


def _is_known(here: Below, below: Below, path: list[str]) -> bool:
    """Return whether a contradiction has been told from its other side just before."""
    both = here.bearing is below.bearing is Bearing.CONTRADICTION
    return both and path[-2] == below.id


def _is_too_weak(
    a_map: ArgumentMap, evaluation: Evaluation, above: str, below: Below, weaker: frozenset[str]
) -> bool:
    if below.label is Label.REJECTED or below.bearing is Bearing.PREMISE:
        return False
    if not strengths_decide(a_map, evaluation, above):
        return False
    label = evaluation.verdict(above).label
    if label is Label.ACCEPTED:
        return below.bearing in AGAINST
    if label is Label.UNDECIDED:
        return below.bearing is Bearing.SUPPORT and below.id in weaker
    return below.bearing not in AGAINST


def _weaker(a_map: ArgumentMap, evaluation: Evaluation, name: str) -> frozenset[str]:
    """Return what speaks for a claim in a tie, and is not what makes it one."""
    strengths = Strengths(a_map, evaluation.audience)
    found: dict[str, float] = {}
    for argument in _alive(a_map, evaluation, name):
        other = _through(a_map, evaluation, argument)
        found[other] = max(strengths[argument], found.get(other, 0.0))
    best = max(found.values(), default=0.0)
    return frozenset(one for one, strength in found.items() if strength < best)


def strengths_decide(a_map: ArgumentMap, evaluation: Evaluation, name: str) -> bool:
    """Return whether what does not prevail at a claim is weaker than what does.

    It need not be where somebody has settled the matter, of the claim or of what contradicts it,
    where a scintilla is enough, for an audience that ranks values, or at the step of an argument.
    """
    claim = a_map.claims_by_id.get(name)
    if claim is None or evaluation.audience is not None:
        return False
    if evaluation.verdict(name).reason.kind in _SETTLED:
        return False
    others = (evaluation.claims[one] for one in a_map.contradictions_of(name))
    if any(other.reason.kind is ReasonKind.GRANTED for other in others):
        return False
    return claim.standard is not Standard.SCINTILLA


def _below(
    a_map: ArgumentMap, evaluation: Evaluation, name: str, verdict: Verdict
) -> tuple[Below, ...]:
    """Return what is to be told of a node: what decided it, and what else a reader will ask for."""
    told = verdict.reason.because
    if verdict.label is Label.ACCEPTED:
        # What stands owes an answer to what is said against it.
        told = (*told, *_against(a_map, name))
    elif verdict.reason.kind is ReasonKind.CONTESTED:
        told = (*_alive(a_map, evaluation, name), *told)
    elif verdict.reason.kind is ReasonKind.DEFEATED:
        alive = _alive(a_map, evaluation, name)
        claim = a_map.claims_by_id[name]
        if alive or is_given(a_map, claim):
            told = (*told, *alive)
        else:
            # It rested on arguments, all of which have fallen as well.
            told = (*_supports(a_map, name), *told)
    # One premise may serve both sides.
    below: dict[tuple[str, Bearing], Below] = {}
    for one in told:
        other = _through(a_map, evaluation, one)
        found = Below(other, _bearing(a_map, name, one), evaluation.verdict(other).standing)
        below.setdefault((other, found.bearing), found)
    return tuple(below.values())


def _against(a_map: ArgumentMap, name: str) -> tuple[str, ...]:
    attacks = [one.id for one in a_map.arguments_on(name, Polarity.ATTACK)]
    return (*attacks, *a_map.contradictions_of(name))


def _alive(a_map: ArgumentMap, evaluation: Evaluation, name: str) -> tuple[str, ...]:
    supports = _supports(a_map, name)
    return tuple([o for o in supports if evaluation.arguments[o].label is not Label.REJECTED])


def _supports(a_map: ArgumentMap, name: str) -> tuple[str, ...]:
    return tuple([one.id for one in a_map.arguments_on(name, Polarity.SUPPORT)])


def _bearing(a_map: ArgumentMap, name: str, other: str) -> Bearing:
    """Return what a claim or an argument is to a node whose verdict it has a part in."""
    on_a_claim = name in a_map.claims_by_id
    argument = a_map.arguments_by_id.get(other)
    if argument is None:
        return Bearing.CONTRADICTION if on_a_claim else Bearing.PREMISE
    if argument.polarity is Polarity.SUPPORT:
        return Bearing.SUPPORT if on_a_claim else Bearing.BACKING
    return Bearing.ATTACK if on_a_claim else Bearing.UNDERCUT


def _through(a_map: ArgumentMap, evaluation: Evaluation, name: str) -> str:
    """Return what stands for an argument that has nothing to tell but its one premise."""
    argument = a_map.arguments_by_id.get(name)
    if argument is None or len(argument.premises) > 1 or argument.label:
        return name
    because = evaluation.arguments[name].reason.because
    return argument.premises[0] if because == argument.premises else name

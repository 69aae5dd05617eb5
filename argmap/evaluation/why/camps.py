"""One claim under a semantics with several labellings: the camps that a map allows."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from argmap.errors import ConfigurationError, EvaluationLimitError
from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.answers import Standpoint
from argmap.evaluation.coherent.standpoints import acceptability, standpoints
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation, ReasonKind
from argmap.evaluation.why.ties import is_level, is_tie
from argmap.graph import circling, reaching
from argmap.model import ArgumentMap, Label, Polarity
from argmap.suggestions import did_you_mean

# How many labellings are looked at for reasons of another kind, and how many kinds are told.
MOST_LOOKED_AT, MOST_CAMPS = 40, 4


@dataclass(frozen=True, slots=True)
class Camp:
    """What one labelling says of the claim, and why.

    `speaking` are the arguments for the claim that it accepts, `opposing` the arguments against it
    and the contradicting claims that it accepts.
    """

    label: Label
    speaking: tuple[str, ...]
    opposing: tuple[str, ...]
    standpoint: Standpoint


@dataclass(frozen=True, slots=True)
class Camps:
    """How a claim fares in the labellings of a semantics.

    `share` is “all”, “some” or “none” of them, “none” also where there is no labelling (then
    `exists` is False). `camps` are labellings that differ in the verdict or in its reason, none
    where the grounded labelling has decided. `apart` are the claims on which these differ, as far
    as they bear on the claim, `ties`
    those on which both sides stand and are equally strong, `disputed` the others at which sides
    part: something that is undecided there speaks against them, and they against it in turn, or is
    as strong as what speaks for them.
    """

    id: str
    semantics: Semantics
    exists: bool
    share: str
    grounded: Evaluation
    camps: tuple[Camp, ...] = ()
    apart: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()


def camps_of(
    a_map: ArgumentMap,
    semantics: Semantics,
    id: str,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: str | None = None,
    seconds: float | Deadline | None = None,
) -> Camps:
    """Return which labellings of a semantics accept a claim, and what divides them.

    Raises ConfigurationError where there is no such claim, and what
    `argmap.evaluation.coherent.standpoints.standpoints` raises.
    """
    if id not in a_map.claims_by_id:
        raise ConfigurationError(_why_unknown(a_map, id))
    deadline = Deadline.of(seconds)
    grounded = evaluate(a_map, accept=accept, reject=reject, audience=audience)
    found = acceptability(
        a_map, semantics, id, accept=accept, reject=reject, audience=audience, seconds=deadline
    )
    if found.share not in ("all", "some", "none"):
        deadline.check("In which labellings it stands was not found out")
    if not found.exists or grounded.claims[id].label is not Label.UNDECIDED:
        return Camps(id, semantics, bool(found.exists), found.share, grounded)
    known = [one for one in (found.witness, found.counter) if one is not None]
    others = standpoints(
        a_map,
        semantics,
        accept=accept,
        reject=reject,
        audience=audience,
        limit=MOST_LOOKED_AT,
        seconds=deadline,
    )
    # What has been found by the time that is over is worth telling.
    with suppress(EvaluationLimitError):
        known.extend(others)
    camps = tuple(_distinct(a_map, id, known))
    # What only follows from the claim divides nothing.
    bearing = reaching(a_map, id)
    told = [camp.standpoint for camp in camps]
    apart = tuple(one for one in _apart(a_map, told) if one in bearing)
    divided = [one for one in _apart(a_map, known) if one in bearing]
    ties, disputed = _divided(a_map, grounded, divided)
    return Camps(id, semantics, True, found.share, grounded, camps, apart, ties, disputed)


def _apart(a_map: ArgumentMap, found: Sequence[Standpoint]) -> Iterator[str]:
    for claim in a_map.claims:
        if len({standpoint.claims[claim.id] for standpoint in found}) > 1:
            yield claim.id


def _divided(
    a_map: ArgumentMap, grounded: Evaluation, apart: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the claims at which sides part: ties, and others."""
    contested = [c for c in apart if grounded.claims[c].reason.kind is ReasonKind.CONTESTED]
    ties = [claim for claim in contested if is_tie(a_map, grounded, claim)]
    circular, tied = circling(a_map), set(ties)
    others = [
        claim
        for claim in contested
        if claim not in tied and (claim in circular or is_level(a_map, grounded, claim))
    ]
    return tuple(ties), tuple(others)


def _why_unknown(a_map: ArgumentMap, id: str) -> str:
    if id in a_map.arguments_by_id:
        return f"“{id}” is an argument; name a claim, such as “{_claim_near(a_map, id)}”."
    return f"the map has no claim “{id}”{did_you_mean(id, a_map.claims_by_id) or '.'}"


def _claim_near(a_map: ArgumentMap, id: str) -> str:
    while id in a_map.arguments_by_id:
        id = a_map.arguments_by_id[id].target
    return id


def _distinct(a_map: ArgumentMap, id: str, known: Iterable[Standpoint]) -> Iterator[Camp]:
    """Yield a camp for each verdict with each reason, at most MOST_CAMPS."""
    seen: set[tuple[object, ...]] = set()
    for standpoint in known:
        camp = _camp(a_map, id, standpoint)
        if (key := (camp.label, camp.speaking, camp.opposing)) not in seen:
            seen.add(key)
            yield camp
        if len(seen) == MOST_CAMPS:
            return


def _camp(a_map: ArgumentMap, id: str, standpoint: Standpoint) -> Camp:
    def accepted(polarity: Polarity) -> tuple[str, ...]:
        bearing = a_map.arguments_on(id, polarity)
        return tuple(o.id for o in bearing if standpoint.arguments[o.id] is Label.ACCEPTED)

    partners = a_map.contradictions_of(id)
    opposing = [one for one in partners if standpoint.claims[one] is Label.ACCEPTED]
    attacks = accepted(Polarity.ATTACK)
    return Camp(
        standpoint.claims[id], accepted(Polarity.SUPPORT), (*attacks, *opposing), standpoint
    )

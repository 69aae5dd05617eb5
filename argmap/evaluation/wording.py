"""Verdicts and their reasons in words, as one would say them of a claim."""

from collections.abc import Sequence

from argmap.evaluation.verdicts import ReasonKind, Verdict
from argmap.model import Argument, ArgumentMap, Label, Polarity
from argmap.outline import mention, step_name

VERBS = {
    Label.ACCEPTED: "stands",
    Label.REJECTED: "falls",
    Label.UNDECIDED: "is undecided",
}
MOST_NAMED = 3

_OF_A_CLAIM = {
    ReasonKind.GRANTED: "it is beyond doubt, by the author or by the question",
    ReasonKind.DEFEATED: "{} {stands} against it",
    ReasonKind.UNSUPPORTED: "all arguments for it fall: those from {}",
    ReasonKind.CIRCULAR: "it rests on nothing but itself: {}",
    ReasonKind.REJECTED: "it is rejected, by the author or by the question",
    ReasonKind.PREMISE_FELL: "its premise falls: {}",
    ReasonKind.UNDERCUT: "{} {stands} against the step to its conclusion",
    ReasonKind.CONTESTED: "{} {is} in its way, and neither side prevails",
    ReasonKind.UNSETTLED: "it hangs on {}, which {is} undecided",
    ReasonKind.OPEN: "the author leaves it open",
}
_PLURAL = {"stands": "stand", "is": "are"}


def named(a_map: ArgumentMap, id: str) -> str:
    """Return a claim by its headline, an argument by its name or its premises, in quotes."""
    claim = a_map.claims_by_id.get(id)
    if claim is not None:
        return f"“{mention(claim)}”"
    argument = a_map.arguments_by_id[id]
    name = argument.label or (step_name(argument) if len(argument.premises) > MOST_NAMED else "")
    if name:
        return f"the argument “{name}”"
    claims = [f"“{mention(a_map.claims_by_id[one])}”" for one in dict.fromkeys(argument.premises)]
    return " with ".join(claims) if len(claims) <= MOST_NAMED else f"the argument “{id}”"


def subject(a_map: ArgumentMap, id: str) -> str:
    """Return what a sentence on a verdict speaks of: a claim, or an argument apart from it."""
    name = named(a_map, id)
    return name if id in a_map.claims_by_id or name.startswith("the ") else f"the step from {name}"


def reason_in_words(a_map: ArgumentMap, id: str, verdict: Verdict) -> str:
    """Return why a claim or an argument has its verdict, as half a sentence."""
    kind, because = verdict.reason.kind, verdict.reason.because
    if kind is ReasonKind.STANDS and id in a_map.arguments_by_id:
        return _why_an_argument_stands(a_map, a_map.arguments_by_id[id], because)
    if kind is ReasonKind.STANDS:
        disputed = bool(a_map.claims_by_id[id].contradicts)
        attacked = disputed or bool(a_map.arguments_on(id, Polarity.ATTACK))
        ground = "it is given"
        if because:
            speaks = "speak" if len(because) > 1 else "speaks"
            ground = f"{listed([named(a_map, one) for one in because])} {speaks} for it"
        return f"{ground}, and what is against it is too weak or falls" if attacked else ground
    words = {word: plural if len(because) > 1 else word for word, plural in _PLURAL.items()}
    return _OF_A_CLAIM[kind].format(listed([named(a_map, one) for one in because]), **words)


def _why_an_argument_stands(
    a_map: ArgumentMap, argument: Argument, because: tuple[str, ...]
) -> str:
    stand = "its premise stands" if len(set(argument.premises)) == 1 else "its premises stand"
    backing = [named(a_map, one) for one in because if one not in argument.premises]
    return f"{stand}, and {listed(backing)} for the step" if backing else stand


def listed(names: Sequence[str]) -> str:
    """Return names as one reads them out, the last after “and”; of many, the first few."""
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} others"]
    *first, last = names or [""]
    return f"{', '.join(first)} and {last}" if first else last

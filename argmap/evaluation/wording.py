"""Verdicts and their reasons in words, as one would say them of a claim."""

from collections.abc import Sequence

from argmap.evaluation.expectations import USUAL_DEGREES, Miss
from argmap.evaluation.verdicts import ReasonKind, Verdict
from argmap.model import Argument, ArgumentMap, Label, Polarity, Status
from argmap.outline import mention, step_name
from argmap.values import within_sentence
from argmap.weighing import Standing

VERBS = {
    Standing.STANDS: "stands",
    Standing.FALLS: "falls",
    Standing.NOT_SHOWN: "is not shown",
    Standing.UNDECIDED: "is undecided",
}
MOST_NAMED = 3
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_OF_A_CLAIM = {
    ReasonKind.DEFEATED: "{} {stands} against it",
    ReasonKind.BELOW_STANDARD: "what speaks for it is too weak for its proof standard",
    ReasonKind.PREMISE_FELL: "{} {does} not stand",
    ReasonKind.UNDERCUT: "{} {stands} against the step to its conclusion",
    ReasonKind.UNBACKED: "{}, which {backs} the step, {does} not stand",
    ReasonKind.CONTESTED: "{} {is} in its way, and neither side prevails",
    ReasonKind.UNSETTLED: "it hangs on {}, which {is} undecided",
    ReasonKind.OPEN: "the author leaves it open",
}
_PLURAL = {"stands": "stand", "does": "do", "is": "are", "backs": "back"}


def number_word(count: int) -> str:
    """Return a number as it is written in a sentence."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def of_premises(told: int, premises: int, one: str, more: str) -> str:
    """Return so many premises of all that an argument has, with what they do: `one`, or `more`."""
    if premises == 1:
        return f"its premise {one}"
    if told == premises:
        return f"its premises {more}"
    return f"{number_word(told)} of its premises {one if told == 1 else more}"


def quoted(a_map: ArgumentMap, id: str) -> str:
    """Return a claim by its headline, in quotes and without a full stop, as within a sentence."""
    return f"“{within_sentence(mention(a_map.claims_by_id[id]))}”"


def cited(a_map: ArgumentMap, id: str) -> str:
    """Return a claim by its headline and its id, so that the next question can be typed."""
    return f"{quoted(a_map, id)} [{id}]"


def author_or_question(a_map: ArgumentMap, id: str, kind: ReasonKind) -> str:
    """Return who puts a claim or a step beyond doubt, or rejects it, as half a sentence."""
    claim = a_map.claims_by_id.get(id)
    if kind is ReasonKind.GRANTED:
        certain = claim is not None and claim.status is Status.CERTAIN
        return "the author puts it beyond doubt" if certain else "it is taken to stand here"
    rejected = claim is not None and claim.status is Status.REJECTED
    return "the author rejects it" if rejected else "it is taken to fall here"


def away_in_words(a_map: ArgumentMap, id: str, standing: Standing) -> str | None:
    """Return that a claim has the verdict of the map where it is argued, if that is another one.

    None as well where a question gives it another verdict.
    """
    claim = a_map.claims_by_id.get(id)
    if claim is None or claim.home is None or claim.home.verdict is not standing:
        return None
    return f"{VERBS[standing]} in {claim.home.map}, where it is argued"


def named(a_map: ArgumentMap, id: str) -> str:
    """Return a claim by its headline, an argument by its name or its premises, in quotes."""
    if id in a_map.claims_by_id:
        return quoted(a_map, id)
    argument = a_map.arguments_by_id[id]
    name = argument.label or (step_name(argument) if len(argument.premises) > MOST_NAMED else "")
    if name:
        return f"the argument “{within_sentence(name)}”"
    first, *others = [quoted(a_map, one) for one in dict.fromkeys(argument.premises)]
    return f"{first} with {listed(others)}" if others else first


def _told_apart(a_map: ArgumentMap, ids: Sequence[str], *, cite: bool = False) -> list[str]:
    """Return what several claims and arguments are called, with ids where names are the same.

    With `cite` all have their ids.
    """
    if cite:
        return [_named_and_cited(a_map, one) for one in ids]
    names = [named(a_map, one) for one in ids]
    return [
        f"{name} [{_next_id(a_map, id)}]" if names.count(name) > 1 else name
        for name, id in zip(names, ids, strict=True)
    ]


def _named_and_cited(a_map: ArgumentMap, id: str) -> str:
    argument = a_map.arguments_by_id.get(id)
    name, own = named(a_map, id), _next_id(a_map, id)
    if argument is None or own != id or argument.label:
        return f"{name} [{own}]"
    # The id is that of the argument, not of its last premise.
    return f"the argument from {listed([quoted(a_map, p) for p in argument.premises])} [{id}]"


def _next_id(a_map: ArgumentMap, id: str) -> str:
    """Return the id of a claim, or of the only premise of an argument that goes by its name."""
    argument = a_map.arguments_by_id.get(id)
    alone = argument is not None and len(set(argument.premises)) == 1 and not argument.label
    return argument.premises[0] if argument is not None and alone else id


def subject(a_map: ArgumentMap, id: str) -> str:
    """Return what a sentence on a verdict speaks of: a claim, or an argument apart from it."""
    name = named(a_map, id)
    if id in a_map.claims_by_id or name.startswith("the "):
        return name
    premises = dict.fromkeys(a_map.arguments_by_id[id].premises)
    return f"the step from {listed([quoted(a_map, one) for one in premises])}"


def reason_in_words(a_map: ArgumentMap, id: str, verdict: Verdict, *, cite: bool = False) -> str:
    """Return why a claim or an argument has its verdict, as half a sentence.

    With `cite` whatever it names has its id, so that the next question can be typed.
    """
    kind, because = verdict.reason.kind, verdict.reason.because
    if away := away_in_words(a_map, id, verdict.standing):
        return f"it {away}"
    if kind is ReasonKind.STANDS:
        return _why_an_argument_stands(a_map, a_map.arguments_by_id[id], because, cite)
    if kind in (ReasonKind.GIVEN, ReasonKind.SUPPORTED):
        return _why_a_claim_stands(a_map, id, because, cite)
    if kind in (ReasonKind.GRANTED, ReasonKind.REJECTED):
        return author_or_question(a_map, id, kind)
    if kind in (ReasonKind.UNSUPPORTED, ReasonKind.CIRCULAR):
        return _why_nothing_supports(a_map, verdict, id, cite)
    words = {word: plural if len(because) > 1 else word for word, plural in _PLURAL.items()}
    told = _OF_A_CLAIM[kind]
    if kind is ReasonKind.PREMISE_FELL and verdict.standing is Standing.NOT_SHOWN:
        told = "{} {is} not shown"
    return told.format(listed(_told_apart(a_map, because, cite=cite)), **words)


def _why_a_claim_stands(a_map: ArgumentMap, id: str, because: tuple[str, ...], cite: bool) -> str:
    disputed = bool(a_map.contradictions_of(id))
    attacked = disputed or bool(a_map.arguments_on(id, Polarity.ATTACK))
    ground = "it is given"
    if because:
        speaks = "speak" if len(because) > 1 else "speaks"
        ground = f"{listed(_told_apart(a_map, because, cite=cite))} {speaks} for it"
    return f"{ground}, and nothing against it prevails" if attacked else ground


def _why_an_argument_stands(
    a_map: ArgumentMap, argument: Argument, because: tuple[str, ...], cite: bool
) -> str:
    stand = "its premise stands" if len(set(argument.premises)) == 1 else "its premises stand"
    others = [one for one in because if one not in argument.premises]
    backing = _told_apart(a_map, others, cite=cite)
    return f"{stand}, and {listed(backing)} for the step" if backing else stand


def _why_nothing_supports(a_map: ArgumentMap, verdict: Verdict, id: str, cite: bool) -> str:
    kind, because = verdict.reason.kind, verdict.reason.because
    supports = {one.id for one in a_map.arguments_on(id, Polarity.SUPPORT)}
    names = _told_apart(a_map, [one for one in because if one in supports], cite=cite)
    against = _told_apart(a_map, [one for one in because if one not in supports], cite=cite)
    origins = [name if name.startswith("the ") else f"the one from {name}" for name in names]
    if kind is ReasonKind.CIRCULAR:
        told = f"it rests on nothing but itself, by way of {listed(names)}"
    elif len(origins) == 1:
        told = f"the only argument for it does not stand, {origins[0]}"
    else:
        told = f"no argument for it stands, neither {' nor '.join(_some(origins))}"
    if not against:
        return told
    return f"{told}; and {listed(against)} {'stand' if len(against) > 1 else 'stands'} against it"


def miss_in_words(a_map: ArgumentMap, miss: Miss) -> str:
    """Return what came out and what was expected, as a sentence without a full stop."""
    expected, name = miss.expected, subject(a_map, miss.expected.id)
    if miss.degree is not None:
        low, high = expected.degree or (0.0, 1.0)
        semantics = expected.semantics or USUAL_DEGREES
        return f"{name} has the degree {miss.degree:.2f} by “{semantics}”, not {low:g} to {high:g}"
    assert expected.verdict is not None
    assert miss.standing is not None
    where = f" by “{expected.semantics}”" if expected.semantics else ""
    where += f" for “{expected.audience}”" if expected.audience else ""
    got = VERBS[miss.standing]
    if expected.verdict.value in set(Label):
        return f"{name} is {miss.standing.label}{where}, not {expected.verdict}"
    wanted = VERBS[Standing(expected.verdict.value)]
    return f"{name} {got}{where}; expected is that it {wanted}"


def listed(names: Sequence[str]) -> str:
    """Return names as one reads them out, the last after “and”; of many, the first few."""
    return joined(_some(names))


def joined(names: Sequence[str]) -> str:
    """Return names as one reads them out, all of them, the last after “and”."""
    *first, last = names or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _some(names: Sequence[str]) -> Sequence[str]:
    if len(names) <= MOST_NAMED:
        return names
    return [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} others"]

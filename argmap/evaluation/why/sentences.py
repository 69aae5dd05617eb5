"""Each step of an explanation as a sentence, which names the claim that it tells of and no other.

What bears on that claim has sentences of its own, below.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from argmap.evaluation.verdicts import ReasonKind
from argmap.evaluation.why.explanation import AGAINST, Bearing, Step
from argmap.evaluation.why.stated import (
    ANY_REBUTTAL,
    EXCEPTION,
    LEFT_OPEN,
    NO_PROOF,
    NOT_ADDED,
    ONLY_ON_ARGUMENTS,
    ranking,
)
from argmap.evaluation.wording import (
    VERBS,
    author_or_question,
    away_in_words,
    cited,
    listed,
    number_word,
    of_premises,
    quoted,
)
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity, Standard, Status
from argmap.weighing import Standing

_SPEAKS = {
    Bearing.SUPPORT: ("for it", "speaks"),
    Bearing.ATTACK: ("against it", "speaks"),
    Bearing.CONTRADICTION: ("it is contradicted", "by"),
    Bearing.BACKING: ("for the step", "speaks"),
    Bearing.UNDERCUT: ("against the step", "speaks"),
}
# Then premises have sentences of their own, all of them or those that decided.
_BY_PREMISES = (ReasonKind.STANDS, ReasonKind.PREMISE_FELL)
_GIVEN = "it is given"
_CONTRADICTS, _SPEAKS_AGAINST = "what contradicts it", "what speaks against it"
_STANDS, _FALLS, _OPEN = Label.ACCEPTED, Label.REJECTED, Label.UNDECIDED


def sentence(a_map: ArgumentMap, step: Step) -> str:
    """Return a step as a sentence that begins with what it is to the one above it."""
    name, label = _subject(a_map, step), step.verdict.label
    verb = VERBS[step.verdict.standing]
    if step.bearing in (Bearing.QUESTION, Bearing.PREMISE):
        opening = name if step.bearing is Bearing.QUESTION else f"its premise {name}"
        joined = f"{opening} "
    else:
        where, speaks = _SPEAKS[step.bearing]
        opening = f"{where}{', too weakly,' if step.is_too_weak else ''} {speaks}"
        if step.circle == 1:
            return _capital(f"{opening} the claim itself.")
        joined = f"{opening} {name}, which "
    if step.circle:
        return _capital(f"{joined}closes the circle.")
    if step.told_above:
        return _capital(f"{joined}{verb}, as told above.")
    if away := away_in_words(a_map, step.id, step.verdict.standing):
        return _capital(f"{joined}{away}.")
    reason = _of_an_argument(a_map, step) or _of_a_claim(a_map, step)
    is_short = label is _STANDS and reason.startswith(_GIVEN) and step.bearing != Bearing.QUESTION
    told = reason.removeprefix("it ") if is_short else f"{verb}: {reason}"
    return _capital(f"{joined}{told}{ranking(step.dearer)}.")


def whole_sentence(a_map: ArgumentMap, step: Step) -> str:
    """Return a step as a sentence that stands alone."""
    alone = replace(
        step, depth=0, bearing=Bearing.QUESTION, told_above=False, circle=0, is_too_weak=False
    )
    return sentence(a_map, alone)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _subject(a_map: ArgumentMap, step: Step) -> str:
    argument = a_map.arguments_by_id.get(step.id)
    if argument is None:
        unstated = " (unstated)" if a_map.claims_by_id[step.id].unstated else ""
        return f"{cited(a_map, step.id)}{unstated}"
    premises = tuple(dict.fromkeys(argument.premises))
    if argument.label:
        name = f"the argument “{argument.label}” [{step.id}]"
    elif _tells_premises(step) and not step.told_above:
        many = f"{number_word(len(premises))} premise{'s' * (len(premises) > 1)}"
        name = f"the argument from {many} [{step.id}]"
    else:
        from_what = listed([quoted(a_map, premise) for premise in premises])
        name = f"the argument from {from_what} [{step.id}]"
    return f"{name} {_aim(a_map, argument)}" if step.bearing is Bearing.QUESTION else name


def _tells_premises(step: Step) -> bool:
    kind = step.verdict.reason.kind
    premises = bool(_labels(step, (Bearing.PREMISE,)))
    return kind in _BY_PREMISES or (kind is ReasonKind.UNSETTLED and premises)


def _aim(a_map: ArgumentMap, argument: Argument) -> str:
    side = "for" if argument.polarity is Polarity.SUPPORT else "against"
    if argument.target in a_map.claims_by_id:
        return f"{side} {cited(a_map, argument.target)}"
    premises = dict.fromkeys(a_map.arguments_by_id[argument.target].premises)
    from_what = listed([quoted(a_map, one) for one in premises])
    return f"{side} the step from {from_what} [{argument.target}]"


def _standings(step: Step, bearings: Iterable[Bearing]) -> list[Standing]:
    return [one.standing for one in step.below if one.bearing in bearings]


def _labels(step: Step, bearings: Iterable[Bearing]) -> list[Label]:
    return [standing.label for standing in _standings(step, bearings)]


def _is_down(standings: Sequence[Standing], *, several: bool = False) -> str:
    """Return the verb for what does not stand: falls, is not shown, or either."""
    if set(standings) == {Standing.FALLS}:
        return "fall" if several else "falls"
    if set(standings) == {Standing.NOT_SHOWN}:
        return "are not shown" if several else "is not shown"
    return "do not stand" if several else "does not stand"


def _of_a_claim(a_map: ArgumentMap, step: Step) -> str:
    kind = step.verdict.reason.kind
    if kind in (ReasonKind.GRANTED, ReasonKind.REJECTED):
        return author_or_question(a_map, step.id, kind)
    claim = a_map.claims_by_id[step.id]
    in_favour, against = _labels(step, (Bearing.SUPPORT,)), _labels(step, AGAINST)
    opponent, answered = _opponent(step), _standings(step, AGAINST)
    match kind:
        case ReasonKind.GIVEN:
            return f"{_GIVEN}{_answer(opponent, answered, weighs=step.weighs)}"
        case ReasonKind.SUPPORTED:
            only = len(a_map.arguments_on(step.id, Polarity.SUPPORT)) == 1
            reason = _why_it_stands(len(in_favour), only=only)
            return f"{reason}{_answer(opponent, answered, weighs=step.weighs)}"
        case ReasonKind.DEFEATED | ReasonKind.BELOW_STANDARD if _rested_on_what_fell(
            claim, in_favour
        ):
            return _why_nothing_is_left(a_map, step, opponent)
        case ReasonKind.DEFEATED:
            return f"{opponent} stands{_prevailing(claim, in_favour, step)}"
        case ReasonKind.UNSUPPORTED:
            return _why_nothing_is_left(a_map, step, opponent)
        case ReasonKind.CIRCULAR:
            beside = f", and {opponent} stands" if against else ""
            return f"it rests on nothing but itself{beside}"
        case ReasonKind.BELOW_STANDARD:
            return _why_it_is_too_little(claim, in_favour, step)
        case ReasonKind.CONTESTED:
            return _why_it_is_contested(step, opponent, in_favour, against)
        case ReasonKind.OPEN:
            return "the author leaves it open"
    return "what speaks for it is undecided"


def _rested_on_what_fell(claim: Claim, in_favour: list[Label]) -> bool:
    """Return whether a claim has only its arguments to stand on, and all of them fell."""
    return claim.status is not Status.ASSUMED and set(in_favour) == {_FALLS}


def _prevailing(claim: Claim, in_favour: list[Label], step: Step) -> str:
    """Return why what stands against a claim prevails, to follow on that it does."""
    if not step.weighs:
        return ", and prevails"
    if claim.standard not in (None, Standard.PREPONDERANCE):
        return f", too strongly for the standard “{claim.standard}”"
    if in_favour:
        added = NOT_ADDED if len(in_favour) > 1 else ""
        return f", and is stronger than what speaks for it{added}"
    if claim.status is Status.OPEN:
        return LEFT_OPEN
    if claim.given:
        return ", and is stronger than the strength with which it is given"
    return ANY_REBUTTAL[step.remedy]


def _why_it_is_too_little(claim: Claim, in_favour: list[Label], step: Step) -> str:
    standard = f"the standard “{claim.standard}”"
    if in_favour:
        return f"what speaks for it is too weak for {standard}"
    if claim.status is Status.OPEN:
        return f"it is left open, which {standard} does not take for proof"
    if claim.given:
        return f"the strength with which it is given is too small for {standard}"
    return f"it is only given, which {standard} does not take for proof{NO_PROOF[step.remedy]}"


def _why_nothing_is_left(a_map: ArgumentMap, step: Step, opponent: str) -> str:
    reason = _none_is_left(_standings(step, (Bearing.SUPPORT,)))
    if _standings(step, AGAINST):
        return f"{reason}, and {opponent} stands"
    # Where it rests on a claim that is not shown itself, that is the one to tell of.
    own = [one for one in step.below if one.bearing is Bearing.SUPPORT]
    begins_here = any(
        one.id in a_map.arguments_by_id or one.standing is not Standing.NOT_SHOWN for one in own
    )
    status = a_map.claims_by_id[step.id].status
    is_rule = begins_here and status is None and step.verdict.standing is Standing.NOT_SHOWN
    return f"{reason}{ONLY_ON_ARGUMENTS}" if is_rule else reason


def _opponent(step: Step) -> str:
    bearings = {one.bearing for one in step.below if one.bearing in AGAINST}
    return _CONTRADICTS if bearings == {Bearing.CONTRADICTION} else _SPEAKS_AGAINST


def _why_it_stands(count: int, *, only: bool) -> str:
    if not count:
        return _GIVEN
    if count == 1:
        return f"{'the' if only else 'an'} argument for it stands"
    return f"{number_word(count)} arguments for it stand, each of them enough"


def _answer(opponent: str, against: list[Standing], *, weighs: bool) -> str:
    if not against:
        return ""
    down = [standing for standing in against if standing.label is _FALLS]
    if len(down) == len(against):
        return f", and {opponent} {_is_down(down)}"
    if not weighs:
        return f", and {opponent} does not prevail"
    return f", and {opponent} {f'{_is_down(down)} or is weaker' if down else 'is weaker'}"


def _none_is_left(arguments: list[Standing]) -> str:
    """Return that no argument for a claim stands; all of them are given."""
    count = len(arguments)
    if count == 1:
        return f"the only argument for it {_is_down(arguments)}"
    both = "both" if count == 2 else f"all {number_word(count)}"
    return f"{both} arguments for it {_is_down(arguments, several=True)}"


def _why_it_is_contested(
    step: Step, opponent: str, in_favour: list[Label], against: list[Label]
) -> str:
    if step.is_tie:
        if not in_favour and opponent == _CONTRADICTS:
            return f"nothing decides between it and {opponent}"
        if not in_favour:
            return f"{_GIVEN}, and {opponent} is equally strong"
        added = NOT_ADDED if len(in_favour) > 1 or len(against) > 1 else ""
        return f"what speaks for it and {opponent} are equally strong{added}"
    if not in_favour:
        return f"{_GIVEN}, but {opponent} is undecided"
    return f"it hangs between what speaks for it and {opponent}"


def _of_an_argument(a_map: ArgumentMap, step: Step) -> str:
    """Return why an argument has its verdict; an empty text for a claim."""
    argument = a_map.arguments_by_id.get(step.id)
    if argument is None:
        return ""
    backing = _standings(step, (Bearing.BACKING,))
    undercuts = _standings(step, (Bearing.UNDERCUT,))
    premises, told = len(set(argument.premises)), _standings(step, (Bearing.PREMISE,))
    match step.verdict.reason.kind:
        case ReasonKind.STANDS:
            return _why_a_step_stands(premises, backing, undercuts)
        case ReasonKind.PREMISE_FELL:
            down = _is_down(told), _is_down(told, several=True)
            return of_premises(len(told), premises, *down)
        case ReasonKind.UNSETTLED if told:
            return of_premises(len(told), premises, "is undecided", "are undecided")
        case ReasonKind.UNSETTLED:
            return "what backs the step is undecided"
        case ReasonKind.UNDERCUT:
            return f"what speaks against the step stands{EXCEPTION}"
        case ReasonKind.UNBACKED:
            return f"what backs the step {_is_down(backing)}, and a step that has backing needs it"
        case ReasonKind.CONTESTED:
            return "what speaks against the step is undecided"
    return "the step is taken not to hold here"


def _why_a_step_stands(premises: int, backing: list[Standing], undercuts: list[Standing]) -> str:
    stand = "its premise stands" if premises == 1 else "its premises stand"
    backed = ", and so does what backs the step" if backing else ""
    if not undercuts:
        return f"{stand}{backed}"
    if all(standing.label is _FALLS for standing in undercuts):
        return f"{stand}{backed}, and what speaks against the step {_is_down(undercuts)}"
    return f"{stand}, and the step is taken to hold here"

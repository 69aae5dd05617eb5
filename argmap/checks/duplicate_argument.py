"""A reason, a rebuttal, a premise or a thesis is given twice.

Said twice, a reason does not count for more, but it looks as if it did: the drawing has two arrows
where there is one thought. Give it once. Two arguments count as the same where they are for or
against the same thing and have the same premises, in whatever order; premises are the same where
they are one claim or say the same words. With different schemes they are two.

Wrong:

```yaml
argmap: 1
thesis:
  text: The bakery should open on Sundays.
  arguments:  # each counts alone
    - Many people walk past on Sundays.
    - many people walk past on Sundays
```

Right:

```yaml
argmap: 1
thesis:
  text: The bakery should open on Sundays.
  arguments:  # each counts alone
    - Many people walk past on Sundays.
    - The oven is hot on Sundays anyway.
```
"""

from collections import Counter
from collections.abc import Iterator

from argmap.checks.language.sameness import first_claims
from argmap.checks.rule import Subject
from argmap.checks.wording import name_of, node_of, places
from argmap.diagnostics import Finding, Severity
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.source import Span

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = True

_REMOVE = "remove one of them; what is written below it goes below the other"


def find(subject: Subject) -> Iterator[Finding]:
    """Yield what is given twice: arguments, premises of one argument, contradictions."""
    a_map = subject.map
    firsts = first_claims(a_map)
    yield from _arguments(a_map, firsts)
    for argument in a_map.arguments:
        named = [firsts[premise] for premise in argument.premises]
        if len(set(named)) == len(named):
            continue
        for premise, number in Counter(named).items():
            if number > 1:
                claim = a_map.claims_by_id[premise]
                message = f"{name_of(claim)} is given {_times(number)} as a premise of one argument"
                advice = "remove one of them; a premise counts once"
                yield Finding(_place_of(a_map, argument, premise, firsts), message, help=advice)
    for span in a_map.repeated_theses:
        yield Finding(span, "this claim is a thesis already", help="name it once")
    for claim in a_map.claims:
        for other, number in Counter(claim.contradicts).items():
            if number > 1:
                message = f"{name_of(a_map.claims_by_id[other])} is named {_times(number)} here"
                yield Finding(claim.contradicts_span or claim.span, message, help="name it once")


def _arguments(a_map: ArgumentMap, firsts: dict[str, str]) -> Iterator[Finding]:
    known: dict[tuple[str, Polarity, frozenset[str], str | None], Argument] = {}
    for argument in a_map.arguments:
        premises = frozenset(firsts[premise] for premise in argument.premises)
        first = known.setdefault(
            (argument.target, argument.polarity, premises, argument.scheme), argument
        )
        if first is not argument:
            target = node_of(a_map, argument.target)
            step = "" if isinstance(target, Claim) else "the step of "
            side = "for" if argument.polarity is Polarity.SUPPORT else "against"
            message = f"this reason {side} {step}{name_of(target)} is given already"
            related = places([(first.span, "it is given here")])
            yield Finding(argument.span, message, related, _REMOVE)


def _place_of(
    a_map: ArgumentMap, argument: Argument, premise: str, firsts: dict[str, str]
) -> Span | None:
    """Return where the premise is written a second time, else where the argument is."""
    same = [name for name in dict.fromkeys(argument.premises) if firsts[name] == premise]
    return a_map.claims_by_id[same[-1]].text_span if len(same) > 1 else argument.span


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"

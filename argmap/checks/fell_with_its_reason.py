"""A claim does not stand only because an argument that was offered for it fell.

Without any argument a claim is given: it stands until something speaks against it. With an argument
it stands on its arguments alone. So a bad argument can bring down a claim that would have stood
without it, and that nothing speaks against. Sometimes that is right: what was offered as a reason
was all there is. But where the claim has a source, or would be granted anyway, say so:
`status: assumed` lets it stand also when its arguments fall. A claim that cites a source gets a
warning, any other a hint.

Wrong:

```yaml
argmap: 1
sources:
  study: {title: Coffee and long life, year: 2020}
thesis:
  text: Drinking coffee is safe.
  premises:
    - text: People who drink coffee live as long as others.
      source: study
      arguments:
        - premises: [My grandmother drank coffee and lived to ninety.]
          rebuttals: [One case proves nothing.]
```

Right:

```yaml
argmap: 1
sources:
  study: {title: Coffee and long life, year: 2020}
thesis:
  text: Drinking coffee is safe.
  premises:
    - text: People who drink coffee live as long as others.
      source: study
      status: assumed
      arguments:
        - premises: [My grandmother drank coffee and lived to ninety.]
          rebuttals: [One case proves nothing.]
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of, places
from argmap.diagnostics import Finding, Severity
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation, ReasonKind
from argmap.model import ArgumentMap, Claim, Label, Polarity
from argmap.weighing import Standing

SEVERITY = Severity.HINT
OPTIONAL = False
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the claims that would be given, had nobody argued for them."""
    a_map = subject.map
    evaluation = evaluate(a_map)
    for claim in a_map.claims:
        if not _fell_with_its_reason(a_map, evaluation, claim):
            continue
        arguments = a_map.arguments_on(claim.id, Polarity.SUPPORT)
        which = (
            "its only argument does not" if len(arguments) == 1 else "none of its arguments does"
        )
        message = f"{name_of(claim)} does not stand only because {which}; nothing speaks against it"
        yield Finding(
            claim.span,
            message,
            places([(one.span, "this argument does not stand") for one in arguments]),
            "write “status: assumed” if it stands without them, or remove what does not help",
            Severity.WARNING if claim.citations else None,
        )


def _fell_with_its_reason(a_map: ArgumentMap, evaluation: Evaluation, claim: Claim) -> bool:
    verdict = evaluation.claims[claim.id]
    if claim.status is not None or claim.standard is not None:
        return False
    if verdict.reason.kind is not ReasonKind.UNSUPPORTED:
        return False
    attacks = a_map.arguments_on(claim.id, Polarity.ATTACK)
    against = [one.id for one in attacks] + list(a_map.contradictions_of(claim.id))
    if any(evaluation.verdict(one).label is not Label.REJECTED for one in against):
        return False
    # Where a premise is not shown itself, that is the one to tell of.
    return not any(
        evaluation.claims[premise].standing is Standing.NOT_SHOWN
        for argument in a_map.arguments_on(claim.id, Polarity.SUPPORT)
        for premise in argument.premises
    )

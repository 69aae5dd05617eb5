"""Two conclusions contradict each other, and the premises of a decisive step still stand.

A `decisive` step is meant as a deduction: who grants the premises grants the conclusion. Where two
such conclusions contradict each other, one premise at least is false. argmap does not carry doubt
back to premises by itself, since it cannot know which of them has to go: the conclusions fall or
stay undecided, while everything that they follow from goes on standing. This hint names the
premises, so that you can say which one to doubt: with a rebuttal, or a contradiction between them.

Wrong:

```yaml
argmap: 1
claims:
  - id: married
    text: John is married.
    premises: [He wears a ring.]
  - id: bachelor
    text: John is a bachelor.
    premises: [He goes out every night.]
  - id: wife
    text: John has a wife.
    contradicts: no-wife
    arguments: [{strength: decisive, premises: [{ref: married}]}]
  - id: no-wife
    text: John has no wife.
    arguments: [{strength: decisive, premises: [{ref: bachelor}]}]
```

Right:

```yaml
argmap: 1
claims:
  - id: married
    text: John is married.
    contradicts: bachelor
    premises: [He wears a ring.]
  - id: bachelor
    text: John is a bachelor.
    premises: [He goes out every night.]
  - id: wife
    text: John has a wife.
    contradicts: no-wife
    arguments: [{strength: decisive, premises: [{ref: married}]}]
  - id: no-wife
    text: John has no wife.
    arguments: [{strength: decisive, premises: [{ref: bachelor}]}]
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import joined, name_of, places
from argmap.diagnostics import Finding, Severity
from argmap.evaluation.grounded.labelling import evaluate
from argmap.model import Label, Polarity
from argmap.weighing import STRENGTHS, Status

SEVERITY = Severity.HINT
OPTIONAL = False
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the decisive arguments that stand, for conclusions that a contradiction brings down."""
    a_map = subject.map
    if not any(claim.contradicts for claim in a_map.claims):
        return
    evaluation = evaluate(a_map)
    open_ones = {
        name
        for name, verdict in evaluation.claims.items()
        if verdict.label is not Label.ACCEPTED
        and a_map.claims_by_id[name].status is not Status.REJECTED
    }
    for argument in a_map.arguments:
        rivals = [o for o in a_map.contradictions_of(argument.target) if o in open_ones]
        if (
            argument.target not in open_ones
            or not rivals
            or argument.polarity is not Polarity.SUPPORT
            or argument.strength != STRENGTHS["decisive"]
            or evaluation.arguments[argument.id].label is not Label.ACCEPTED
        ):
            continue
        conclusion, rival = a_map.claims_by_id[argument.target], a_map.claims_by_id[rivals[0]]
        premises = [a_map.claims_by_id[one] for one in dict.fromkeys(argument.premises)]
        doubtful = [one for one in premises if one.status is not Status.CERTAIN]
        message = (
            f"{name_of(conclusion)} does not stand beside {name_of(rival)}, which it contradicts, "
            "yet all premises of its decisive argument stand"
        )
        advice = "as a deduction it cannot be right; make its strength less than decisive"
        if doubtful:
            names = joined(name_of(one) for one in doubtful)
            which = "its premise" if len(doubtful) == 1 else "one of its premises"
            advice = f"if it is a deduction, {which} {names} would have to go"
        yield Finding(
            argument.span,
            message,
            places([(rival.span, "this contradicts it")]),
            f"{advice}; doubt is not carried back by itself",
        )

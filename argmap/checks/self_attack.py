"""A claim is used against itself, or against the step that leads to it.

Three cases count: an argument against a claim that has this very claim as a premise; an argument
against the step to a claim that has this claim as a premise; a claim that is said to contradict
itself. In the first, the objection needs the truth of what it denies. In the second, whoever
accepts the claim loses a reason for accepting it. Mostly a `ref` names the wrong claim.

Wrong:

```yaml
argmap: 1
thesis:
  id: trust
  text: The old map can be trusted.
  rebuttals:
    - premises:
        - ref: trust
        - The old map says that it has many mistakes.
```

Right:

```yaml
argmap: 1
thesis:
  id: trust
  text: The old map can be trusted.
  rebuttals:
    - premises:
        - The old map shows a lake where there is a hill.
        - A map with such mistakes cannot be trusted.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of, places
from argmap.diagnostics import Finding, Severity
from argmap.model import Argument, Claim, Polarity

SEVERITY = Severity.ERROR
OPTIONAL = False
NEEDS_WHOLE = False


def find(subject: Subject) -> Iterator[Finding]:
    """Yield claims and arguments that turn against themselves."""
    a_map = subject.map
    for claim in a_map.claims:
        if claim.id in claim.contradicts:
            message = f"{name_of(claim)} is said to contradict itself"
            advice = "name the other claim under “contradicts”"
            yield Finding(claim.contradicts_span or claim.span, message, help=advice)
    for attack in a_map.arguments:
        if attack.polarity is not Polarity.ATTACK:
            continue
        if attack.target in attack.premises:
            yield _against_itself(attack, a_map.claims_by_id[attack.target])
        step = a_map.arguments_by_id.get(attack.target)
        if step is None or step.polarity is not Polarity.SUPPORT:
            continue
        if step.target in attack.premises:
            yield _against_its_ground(attack, a_map.claims_by_id[step.target], step)


def _against_itself(attack: Argument, claim: Claim) -> Finding:
    message = f"{name_of(claim)} is a premise of an argument against itself"
    related = places([(claim.span, "this is the claim")])
    advice = "use a premise that can be true when the claim is false"
    return Finding(attack.span, message, related, advice)


def _against_its_ground(attack: Argument, claim: Claim, step: Argument) -> Finding:
    message = f"{name_of(claim)} is used against a step that leads to {name_of(claim)}"
    related = places([(step.span, "this argument leads to it")])
    advice = "use a premise that does not need the conclusion of this step"
    return Finding(attack.span, message, related, advice)

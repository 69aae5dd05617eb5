"""A claim has no part in the argument.

It is no thesis and no premise, nothing argues for it or against it, and it contradicts nothing.
Often it was meant to be used and the `ref` was forgotten; the map then shows less than the
argument has. Or it is what is left of an earlier version, and makes readers look for a sense that
is not there.

Wrong:

```yaml
argmap: 1
thesis:
  text: The village should keep its ferry.
  premises:
    - Without the ferry the way to school takes two hours.
claims:
  - id: cheap
    text: The ferry costs less than a bridge.
```

Right:

```yaml
argmap: 1
thesis:
  text: The village should keep its ferry.
  arguments:  # each counts alone
    - Without the ferry the way to school takes two hours.
    - ref: cheap
claims:
  - id: cheap
    text: The ferry costs less than a bridge.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the claims that stand in no relation to anything."""
    a_map = subject.map
    used = set(a_map.theses)
    for argument in a_map.arguments:
        used.update((argument.target, *argument.premises))
    for claim in a_map.claims:
        if claim.contradicts:
            used.update((claim.id, *claim.contradicts))
    for claim in a_map.claims:
        # What no file that includes another uses of it may serve others.
        if claim.id not in used and subject.is_own(claim.span):
            message = f"{name_of(claim)} has no part in the argument"
            advice = f"use it with “ref: {claim.id}” where it is a reason, or remove it"
            yield Finding(claim.span, message, help=advice)

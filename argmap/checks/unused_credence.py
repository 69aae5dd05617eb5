"""A claim has a credence that nothing uses.

What is `certain` holds and what is `rejected` fails, in every way of evaluating a map. A `credence`
beside such a status changes nothing, and says something else than the status does.

Wrong:

```yaml
argmap: 1
thesis:
  text: The old bridge is safe.
  rebuttals:
    - text: One of its cables is torn.
      status: certain
      credence: 0.7
```

Right:

```yaml
argmap: 1
thesis:
  text: The old bridge is safe.
  rebuttals:
    - text: One of its cables is torn.
      credence: 0.7
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity
from argmap.model import Status

SEVERITY = Severity.HINT
OPTIONAL = False
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the claims whose status leaves their credence without effect."""
    for claim in subject.map.claims:
        if claim.credence is not None and claim.status in (Status.CERTAIN, Status.REJECTED):
            message = f"“credence” has no effect on {name_of(claim)}"
            advice = f"it is “{claim.status}”; leave “credence” or the status out"
            yield Finding(claim.span, message, help=advice)

"""A claim says how strongly it is given, and is not given.

`given` is the strength with which a claim stands *without an argument*: only a rebuttal that is
stronger defeats it, and one that is as strong ties with it. A claim with arguments stands on these
alone, unless its `status` is `assumed`; what is `certain`, `open` or `rejected` needs no strength.
There `given` changes nothing, and a reader who trusts it is misled.

Wrong:

```yaml
argmap: 1
thesis:
  text: The old bridge is safe.
  given: strong
  premises:
    - The engineers found no crack.
```

Right:

```yaml
argmap: 1
thesis:
  text: The old bridge is safe.
  premises:
    - text: The engineers found no crack.
      given: strong
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity
from argmap.model import Polarity
from argmap.weighing import Status

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the claims that have a strength as given ones, which they are not."""
    a_map = subject.map
    for claim in a_map.claims:
        if claim.given is None or claim.status is Status.ASSUMED:
            continue
        message = f"“given” has no effect on {name_of(claim)}"
        if claim.status is not None:
            advice = f"it is “{claim.status}”; leave “given” or the status out"
        elif a_map.arguments_on(claim.id, Polarity.SUPPORT):
            message += ", which has arguments"
            advice = "give the arguments a “strength”, or add “status: assumed”"
        else:
            continue
        yield Finding(claim.given_span or claim.span, message, help=advice)

"""A claim is, in the end, given as a reason for itself.

Whoever doubts the claim is shown other claims, and these rest on the claim in doubt. Nobody who
does not believe it already gets a reason to. The old name is begging the question; over several
steps and many pages it is easily done without noticing. The message names the whole circle.

A circle is mended by a reason from outside, or by taking out the weakest of its steps.

Wrong:

```yaml
argmap: 1
thesis:
  id: honest
  text: The witness is honest.
  premises:
    - id: says-so
      text: The witness says that she is honest.
      premises:
        - id: reliable
          text: Whatever the witness says is true.
          premises:
            - ref: honest
```

Right:

```yaml
argmap: 1
thesis:
  id: honest
  text: The witness is honest.
  premises:
    - Her account agrees with the records of the harbour.
    - She had not seen these records.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of, places
from argmap.diagnostics import Finding, Severity
from argmap.graph import support_circles

SEVERITY = Severity.ERROR
OPTIONAL = False
NEEDS_WHOLE = False

MOST_NAMES = 8


def find(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for each set of claims that all support one another."""
    for circle in support_circles(subject.map):
        claims = [subject.map.claims_by_id[name] for name in circle]
        first = name_of(claims[0])
        if len(claims) == 1:
            message = f"{first} is given as a reason for itself"
            advice = "take it out of its own premises, or give a reason that does not need it"
            yield Finding(claims[0].span, message, help=advice)
            continue
        names = [name_of(claim) for claim in claims]
        if len(names) > MOST_NAMES:
            left_out = f"… {len(names) - MOST_NAMES} more …"
            names = [*names[: MOST_NAMES - 1], left_out, names[-1]]
        message = f"{first} is in the end a reason for itself: {' → '.join([*names, first])}"
        advice = f"take one of these steps out, or give a reason that does not need {first}"
        following = [*claims[1:], claims[0]]
        related = places(
            (claim.span, f"{name_of(claim)} is a reason for {name_of(after)}")
            for claim, after in zip(claims[1:], following[1:], strict=False)
        )
        yield Finding(claims[0].span, message, related[:MOST_NAMES], advice)

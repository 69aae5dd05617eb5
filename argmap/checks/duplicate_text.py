"""Two claims say the same.

To the map they are two: a rebuttal of one leaves the other untouched, the drawing shows two boxes,
and what rests on both looks better founded than it is. Write the claim once, give it an id, and
use it again with `ref`. Case, white space and the final full stop make no difference.

Wrong:

```yaml
argmap: 1
thesis:
  text: The bakery should open on Sundays.
  arguments: # each counts alone
    - text: The owner would earn more.
      premises:
        - Many people walk past on Sundays.
    - text: The town would look livelier.
      premises:
        - many people walk past on Sundays
```

Right:

```yaml
argmap: 1
thesis:
  text: The bakery should open on Sundays.
  arguments: # each counts alone
    - text: The owner would earn more.
      premises:
        - id: walkers
          text: Many people walk past on Sundays.
    - text: The town would look livelier.
      premises:
        - ref: walkers
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of, places
from argmap.diagnostics import Finding, Severity
from argmap.model import Claim

SEVERITY = Severity.WARNING
OPTIONAL = False

FINAL_MARKS = ".!?…;:,。！？ "


def find(subject: Subject) -> Iterator[Finding]:
    """Yield every claim whose text an earlier claim has already."""
    first_with: dict[str, Claim] = {}
    for claim in subject.map.claims:
        text = claim.text.casefold()
        first = first_with.setdefault(text.rstrip(FINAL_MARKS) or text, claim)
        if first is not claim:
            message = f"{name_of(claim)} says the same as {name_of(first)}"
            related = places([(first.text_span or first.span, "it is written here already")])
            advice = f"write “ref: {first.id}” in place of one of them"
            yield Finding(claim.text_span or claim.span, message, related, advice)

"""A claim ends with a question mark.

Only what can be true or false can be argued for. A question has no truth value: nobody can tell
what a rebuttal of it would deny. Rhetorical questions hide a claim that should be said aloud;
a real question becomes the thesis when an answer to it is put in its place.

Wrong:

```yaml
argmap: 1
thesis:
  text: Should the school day begin later?
  premises:
    - Who can learn at seven in the morning?
```

Right:

```yaml
argmap: 1
thesis:
  text: The school day should begin later.
  premises:
    - Hardly anybody can learn at seven in the morning.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False

QUESTION_MARKS = ("?", "？", "؟", "⁇")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the claims that are questions; a question that the claim only quotes is none."""
    for claim in subject.map.claims:
        if claim.text.rstrip("!….").endswith(QUESTION_MARKS):
            message = f"{name_of(claim)} is a question, so it cannot be true or false"
            yield Finding(
                claim.text_span or claim.span,
                message,
                help="write the answer that you argue for or against",
            )

"""A claim has more than 40 words.

A claim should be short enough to be denied in one breath. A long one mostly holds several claims,
and whoever objects to it cannot say to which part. Split it: what is a reason becomes a premise,
what is an explanation goes into `note`, and a short headline into `label`.

Wrong:

```yaml
argmap: 1
thesis:
  text: >-
    The orchard at the edge of the town, which was planted by the grandparents of the present
    owners shortly after the war and has been cared for by volunteers for more than twenty years
    now, should be kept as a garden for everybody in the town instead of being sold.
```

Right:

```yaml
argmap: 1
thesis:
  text: The orchard should be kept as a garden for everybody in the town.
  note: The grandparents of the present owners planted it; volunteers have cared for it since.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False

MOST_WORDS = 40


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the claims with too many words; a word is what stands between two spaces."""
    for claim in subject.map.claims:
        # Each word takes a character, and a space before the next.
        if len(claim.text) < 2 * MOST_WORDS:
            continue
        number = sum(any(map(str.isalnum, word)) for word in claim.text.split())
        if number > MOST_WORDS:
            message = f"{name_of(claim)} has {number} words, too many to judge at once"
            advice = "split it into claims that can be doubted one by one, or shorten it"
            yield Finding(claim.text_span or claim.span, message, help=advice)

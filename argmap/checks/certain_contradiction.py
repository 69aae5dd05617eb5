"""Two claims that contradict each other are both called certain.

`status: certain` puts a claim beyond doubt: nothing in the map can defeat it. Two claims that
cannot both be true cannot both be beyond doubt, and whatever follows from them is worth nothing. It
is the only way in which argmap lets both sides of a contradiction stand, because the author says
so.

Wrong:

```yaml
argmap: 1
thesis:
  - id: rain
    text: It rained in the night.
    status: certain
    contradicts: dry
  - id: dry
    text: It was dry all night.
    status: certain
```

Right:

```yaml
argmap: 1
thesis:
  - id: rain
    text: It rained in the night.
    status: certain
    contradicts: dry
  - id: dry
    text: It was dry all night.
    premises:
      - The neighbour says so.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of, places
from argmap.diagnostics import Finding, Severity
from argmap.weighing import Status

SEVERITY = Severity.ERROR
OPTIONAL = False
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the pairs of claims that are certain and contradict each other."""
    a_map = subject.map
    certain = [claim for claim in a_map.claims if claim.status is Status.CERTAIN]
    told: set[frozenset[str]] = set()
    for claim in certain:
        for name in a_map.contradictions_of(claim.id):
            other, pair = a_map.claims_by_id[name], frozenset((claim.id, name))
            if other.status is not Status.CERTAIN or pair in told:
                continue
            told.add(pair)
            message = (
                f"{name_of(claim)} and {name_of(other)} contradict each other, so they cannot both "
                "be certain"
            )
            if other is claim:
                message = f"{name_of(claim)} contradicts itself, so it cannot be certain"
            yield Finding(
                claim.contradicts_span or claim.span,
                message,
                places([(other.span, "certain as well")]) if other is not claim else (),
                "leave “status: certain” where it is true, and argue for the other, or reject it",
            )

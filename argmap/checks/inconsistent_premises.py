"""An argument uses two claims that contradict each other.

Linked premises carry their conclusion only together, and these two cannot be true together. So
there is no way for the argument to be sound, and whatever it concludes is left without this
support. It happens when two lines of thought that each make sense are put into one argument.

Wrong:

```yaml
argmap: 1
thesis:
  text: The museum should be free.
  premises:
    - id: empty
      text: Hardly anybody visits the museum.
      contradicts: [crowded]
    - id: crowded
      text: The museum is too crowded on weekends.
```

Right:

```yaml
argmap: 1
thesis:
  text: The museum should be free.
  arguments:  # each counts alone
    - id: empty
      text: Hardly anybody visits the museum.
    - The museum was built with everybody’s taxes.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of, places, telling
from argmap.diagnostics import Finding, Severity

SEVERITY = Severity.ERROR
OPTIONAL = False
NEEDS_WHOLE = False


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the pairs of premises of one argument that contradict each other."""
    a_map = subject.map
    denied = {claim.id: frozenset(claim.contradicts) for claim in a_map.claims}
    if not any(denied.values()):
        return
    for argument in a_map.arguments:
        premises = frozenset(argument.premises)
        told: set[frozenset[str]] = set()
        for premise in dict.fromkeys(argument.premises):
            claim = a_map.claims_by_id[premise]
            for other in sorted(premises & denied[premise] - {premise}):
                pair = frozenset((premise, other))
                if pair in told:
                    continue
                told.add(pair)
                second = a_map.claims_by_id[other]
                message = (
                    f"{telling(a_map, argument)} needs both {name_of(claim)} and "
                    f"{name_of(second)}, which contradict each other"
                )
                related = places(
                    [(claim.contradicts_span or claim.span, "the contradiction is stated here")]
                )
                advice = "drop one of the two, or make two arguments of this one"
                yield Finding(argument.span, message, related, advice)

"""One argument has more than five linked premises.

Linked premises carry their conclusion only together: if one is false, the argument is lost. Six
that all have to be true are a weak chain, and hardly anybody means that. Mostly several independent
arguments were written as one list; under `arguments` each can carry the claim alone. Or some of
the premises belong together and lead to a step in between.

Wrong:

```yaml
argmap: 1
thesis:
  text: We should hire a gardener.
  premises:
    - The hedges are overgrown.
    - The lawn is full of moss.
    - Nobody has time for the garden.
    - The roses have not been cut.
    - Guests remark on the weeds.
    - A gardener costs little.
```

Right:

```yaml
argmap: 1
thesis:
  text: We should hire a gardener.
  premises:
    - text: The garden needs more care than it gets.
      arguments:  # each counts alone
        - The hedges are overgrown.
        - The lawn is full of moss.
        - Guests remark on the weeds.
    - Nobody has time for the garden.
    - A gardener costs little.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import telling
from argmap.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False

MOST_PREMISES = 5


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the arguments with more premises than are likely to be linked."""
    for argument in subject.map.arguments:
        number = len(argument.premises)
        if number > MOST_PREMISES:
            name = telling(subject.map, argument)
            message = f"{name} falls if any one of its {number} premises is false"
            advice = "write reasons that count alone under “arguments”, each an item of its own"
            yield Finding(argument.span, message, help=advice)

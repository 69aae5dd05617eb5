"""Nothing in the map speaks against its thesis.

A thesis worth arguing for is one that somebody could deny. If the map has no rebuttal of it, no
objection to a step and none to a premise, the author has not yet looked at it with the eyes of the
other side, and its readers will. Add the best objection you can think of, and answer it if you can.

A thesis without any argument is not reported: there is no side yet. Where the map is meant to have
only one, write `# argmap: allow one-sided` at the end of the line that the finding names.

Wrong:

```yaml
argmap: 1
thesis:
  text: The town should ban fireworks.
  arguments:  # each counts alone
    - Fireworks frighten animals.
    - Every year somebody is hurt.
```

Right:

```yaml
argmap: 1
thesis:
  text: The town should ban fireworks.
  arguments:  # each counts alone
    - Fireworks frighten animals.
    - Every year somebody is hurt.
  rebuttals:
    - text: People would go on in secret, where it is more dangerous.
      rebuttals:
        - Next door, far fewer were hurt in the year of the ban.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity
from argmap.graph import contested

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the theses that are argued for and never called into question."""
    a_map = subject.map
    disputed = contested(a_map)
    for thesis in a_map.theses:
        if thesis not in disputed and a_map.arguments_on(thesis):
            claim = a_map.claims_by_id[thesis]
            message = f"nothing speaks against {name_of(claim)}"
            advice = "add the best objection to it, or to a step on the way, under “rebuttals”"
            yield Finding(claim.span, message, help=advice)

"""The map does not say what it argues for.

A map without a thesis is a heap of reasons: readers cannot tell what they are meant to believe in
the end, and the drawing has no top. The thesis is the one claim (or the few) for the sake of which
all others are there; it stands under `thesis`.

Wrong:

```yaml
argmap: 1
claims:
  - text: The library should stay open at night.
    premises:
      - Many students have no quiet place at home.
```

Right:

```yaml
argmap: 1
thesis:
  text: The library should stay open at night.
  premises:
    - Many students have no quiet place at home.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity
from argmap.source import at_start

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding where the map has no thesis, with the likeliest claim to be one."""
    a_map = subject.map
    if a_map.theses:
        return
    span = at_start(a_map.span.file) if a_map.span else None
    advice = "write the claim that everything else is about under “thesis:”"
    argued = (c for c in a_map.claims if a_map.arguments_on(c.id) and not a_map.uses_of(c.id))
    likely = next(argued, None)
    if likely is not None:
        advice += f"; is it {name_of(likely)}?"
    yield Finding(span, "the map has no thesis", help=advice)

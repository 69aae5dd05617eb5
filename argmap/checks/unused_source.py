"""A source is listed, and nothing cites it.

A list of sources says: the map rests on these. A work that no claim cites lends the map a weight
it has not earned, and whoever checks the map looks for its traces in vain. Mostly the citation was
forgotten.

Wrong:

```yaml
argmap: 1
sources:
  census: {title: Census of the valley, year: 2020}
thesis:
  text: The valley needs a second school.
  premises:
    - The valley has 400 children.
```

Right:

```yaml
argmap: 1
sources:
  census: {title: Census of the valley, year: 2020}
thesis:
  text: The valley needs a second school.
  premises:
    - text: The valley has 400 children.
      source: census
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.diagnostics import Finding, Severity
from argmap.faults import quoted
from argmap.model import Argument, Claim

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the sources that no claim and no argument cites."""
    a_map = subject.map
    citing: tuple[Claim | Argument, ...] = (*a_map.claims, *a_map.arguments)
    cited = {citation.source for node in citing for citation in node.citations}
    for source in a_map.sources:
        if source.id not in cited and subject.is_own(source.span):
            message = f"no claim cites the source {quoted(source.id)}"
            advice = f"write “source: {source.id}” where a claim rests on it, or remove it"
            yield Finding(source.span, message, help=advice)

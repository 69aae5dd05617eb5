"""A claim has neither an argument for it nor a source.

This is where the map touches the ground: readers have to take the claim on trust. In a map about
facts every such place deserves a citation or a further reason. In many good maps it is enough that
both sides grant the claim, so this check is off unless it is selected:
`argmap check --select unsourced-leaf`. A claim that is marked `unstated` needs no source: the text
does not say it. So does one that is argued in another map.

Wrong:

```yaml
argmap: 1
thesis:
  text: The lake is too warm for trout.
  premises:
    - The lake reaches 24 degrees in August.
```

Right:

```yaml
argmap: 1
sources:
  survey: {title: Survey of the lake, year: 2021}
thesis:
  text: The lake is too warm for trout.
  premises:
    - text: The lake reaches 24 degrees in August.
      source: {ref: survey, at: p. 12}
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity
from argmap.model import ArgumentMap, Claim, Polarity

SEVERITY = Severity.WARNING
OPTIONAL = True
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the claims that rest on nothing."""
    a_map = subject.map
    for claim in a_map.claims:
        if is_bare(a_map, claim):
            message = f"{name_of(claim)} has neither a source nor an argument for it"
            advice = "cite a source under “source”, or give a reason under “premises”"
            yield Finding(claim.span, message, help=advice)


def is_bare(a_map: ArgumentMap, claim: Claim) -> bool:
    """Return whether a claim that is said somewhere has neither a source nor an argument for it."""
    is_cited = bool(claim.citations) or claim.unstated or claim.home is not None
    return not is_cited and not a_map.arguments_on(claim.id, Polarity.SUPPORT)

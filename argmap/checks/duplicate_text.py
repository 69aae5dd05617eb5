"""Two claims say the same.

To the map they are two: a rebuttal of one leaves the other untouched, the drawing shows two boxes,
and what rests on both looks better founded than it is. Write the claim once, give it an id, and
use it again with `ref`. Case, white space and the final full stop make no difference. The same
reason given twice in one place is reported by `duplicate-argument` instead.

`argmap check --fix` writes `ref` in the place of the second, with what bears on it below, and an
`id` at the first if it has none. A claim that says more than its text (a source, a note, a label)
stays.

Wrong:

```yaml
argmap: 1
thesis:
  text: The bakery should open on Sundays.
  arguments:  # each counts alone
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
  arguments:  # each counts alone
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
from dataclasses import replace

from argmap.checks.language.sameness import first_claims, given_twice
from argmap.checks.rule import Subject
from argmap.checks.wording import name_of, places
from argmap.diagnostics import Finding, Severity
from argmap.edits import Edit
from argmap.model import Claim

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False


def find(subject: Subject) -> Iterator[Finding]:
    """Yield every claim whose text an earlier claim has already."""
    a_map = subject.map
    firsts = first_claims(a_map)
    for claim in a_map.claims:
        first = a_map.claims_by_id[firsts[claim.id]]
        # The same reason given twice is not mended by a reference: see duplicate-argument.
        if first is not claim and not given_twice(a_map, first.id, claim.id):
            message = f"{name_of(claim)} says the same as {name_of(first)}"
            related = places([(first.text_span or first.span, "it is written here already")])
            advice = f"write “ref: {first.id}” in place of one of them"
            if {first.id, claim.id} <= set(a_map.theses):
                advice = "remove one of them"
                yield Finding(claim.text_span or claim.span, message, related, advice)
                continue
            fix = _as_reference(claim, first, subject)
            yield Finding(claim.text_span or claim.span, message, related, advice, fix=fix)


def _as_reference(claim: Claim, first: Claim, subject: Subject) -> tuple[Edit, ...]:
    """Return the edits that make a claim a reference to the first one, which gets an id.

    There are none where the claim says more than its text.
    """
    if replace(claim, id=first.id) != Claim(first.id, claim.text):
        return ()
    if not (claim.span and claim.text_span and first.span and first.text_span):
        return ()
    # Only then: few maps need what writes into them.
    from argmap.document.naming import as_reference, with_id

    lines, others = (subject.lines_at(one.span) for one in (claim, first))
    here = as_reference(claim.span, claim.text_span, first.id, lines)
    return (*with_id(first.span, first.text_span, first.id, others), *here) if here else ()

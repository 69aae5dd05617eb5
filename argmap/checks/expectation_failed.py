"""The verdict on a claim or an argument is another one than `expect` says.

With `expect` an argument has tests: the author writes down what should stand and what should
fall, and whoever adds a rebuttal later learns that the thesis no longer survives it. Either the
expectation is wrong, or the argument is: `argmap explain MAP ID` says why a verdict is what it is.

Wrong:

```yaml
argmap: 1
thesis:
  id: ban
  text: Cars should be banned from the old town.
  premises:
    - Cars crowd out people on foot.
  rebuttals:
    - Residents must be able to reach their homes.
expect:
  ban: accepted
```

Right:

```yaml
argmap: 1
thesis:
  id: ban
  text: Cars should be banned from the old town.
  premises:
    - Cars crowd out people on foot.
  rebuttals:
    - text: Residents must be able to reach their homes.
      rebuttals:
        - A ban can have an exception for residents.
expect:
  ban: accepted
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.diagnostics import Finding, Severity

SEVERITY = Severity.ERROR
OPTIONAL = False
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the expectations that the verdicts do not meet."""
    a_map = subject.map
    if not a_map.expectations:
        return
    # Only then: it brings the modules of all semantics.
    from argmap.evaluation.expectations import misses
    from argmap.evaluation.wording import miss_in_words, reason_in_words

    for miss in misses(a_map):
        advice = "change what is expected, or the argument"
        if miss.verdict is not None:
            advice = f"{reason_in_words(a_map, miss.expected.id, miss.verdict)}; {advice}"
        yield Finding(miss.expected.span, miss_in_words(a_map, miss), help=advice)

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
from argmap.evaluation.expecting import is_met
from argmap.evaluation.labelling import evaluate
from argmap.evaluation.wording import reason_in_words
from argmap.evaluation.wording import subject as spoken_of

SEVERITY = Severity.ERROR
OPTIONAL = False


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the expectations that the verdicts do not meet."""
    a_map = subject.map
    if not a_map.expectations:
        return
    evaluation = evaluate(a_map)
    for expected in a_map.expectations:
        verdict = evaluation.verdict(expected.id)
        if is_met(expected, verdict.label) is False:
            message = f"{spoken_of(a_map, expected.id)} is {verdict.label}, not {expected.verdict}"
            reason = reason_in_words(a_map, expected.id, verdict)
            yield Finding(
                expected.span, message, help=f"{reason}; change what is expected, or the argument"
            )

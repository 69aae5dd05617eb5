"""An objection to the side of the thesis stands without an answer.

Nothing attacks its step, its premises or what they rest on. That can be just right: a fair map
leaves a good objection standing, and an open question open. It is worth a look when the author
thinks the objection mistaken and has not written down why. So this is a hint, and off unless it is
selected: `argmap check --select unanswered-rebuttal`. Answers to objections need no answer
themselves, and what is argued in another map has its answers there.

Wrong:

```yaml
argmap: 1
thesis:
  text: The bridge should be closed to lorries.
  premises:
    - Its pillars show cracks.
  rebuttals:
    - The detour takes half an hour.
```

Right:

```yaml
argmap: 1
thesis:
  text: The bridge should be closed to lorries.
  premises:
    - Its pillars show cracks.
  rebuttals:
    - text: The detour takes half an hour.
      rebuttals:
        - The new road will make the detour much shorter.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of, node_of
from argmap.diagnostics import Finding, Severity
from argmap.graph import contested, thesis_side
from argmap.model import Claim, Polarity

SEVERITY = Severity.HINT
OPTIONAL = True
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the attacks on the side of a thesis that nothing in the map attacks in turn."""
    a_map = subject.map
    disputed, ours = contested(a_map), thesis_side(a_map)
    for attack in a_map.arguments:
        against_us = attack.polarity is Polarity.ATTACK and attack.target in ours
        # What is argued in another map is answered there.
        is_away = any(a_map.claims_by_id[one].home for one in attack.premises)
        if against_us and not is_away and attack.id not in disputed:
            target = node_of(a_map, attack.target)
            what = name_of(target) if isinstance(target, Claim) else f"the step {name_of(target)}"
            message = f"nothing answers this objection to {what}"
            advice = "answer it under its own “rebuttals”; or let it stand, if it is right"
            yield Finding(attack.span, message, help=advice)

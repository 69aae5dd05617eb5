"""The same claim is a premise for something and a premise against it.

A fact can cut both ways, with the help of different further premises. But then it decides nothing
by itself, and readers want to see what the two sides add to it. More often one of the two places
names the wrong claim, or support was written where a rebuttal was meant.

Only direct targets count: that a claim helps one side here and the other side elsewhere is normal.

Wrong:

```yaml
argmap: 1
thesis:
  text: The new road will help the town.
  arguments:  # each counts alone
    - id: traffic
      text: More cars will come through the town.
  rebuttals:
    - ref: traffic
```

Right:

```yaml
argmap: 1
thesis:
  text: The new road will help the town.
  arguments:  # each counts alone
    - text: The shops will have more customers.
      premises:
        - id: traffic
          text: More cars will come through the town.
  rebuttals:
    - text: The main street will be noisy.
      premises:
        - ref: traffic
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.checks.wording import name_of, node_of, places
from argmap.diagnostics import Finding, Severity
from argmap.model import Argument, Claim, Polarity

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the premises that serve both sides of one claim or one step."""
    a_map = subject.map
    supports: dict[tuple[str, str], Argument] = {}
    for argument in a_map.arguments:
        if argument.polarity is Polarity.SUPPORT:
            for premise in argument.premises:
                supports.setdefault((argument.target, premise), argument)
    for attack in a_map.arguments:
        if attack.polarity is not Polarity.ATTACK:
            continue
        for premise in dict.fromkeys(attack.premises):
            support = supports.get((attack.target, premise))
            if support is not None:
                claim, target = a_map.claims_by_id[premise], node_of(a_map, attack.target)
                step = "" if isinstance(target, Claim) else "the step "
                what = step + name_of(target)
                message = f"{name_of(claim)} speaks both for and against {what}"
                related = places([(support.span, "here it speaks for it")])
                advice = "remove it from one side, or show what each side adds to it"
                yield Finding(attack.span, message, related, advice)

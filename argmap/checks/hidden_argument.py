"""A claim's text holds a whole argument.

“Because” and “therefore” join a reason and a conclusion. Inside one box neither can be questioned
by itself: a rebuttal hits both, and nobody sees that there is a step between them. The point of a
map is to show such steps. Write the conclusion as the claim and the reason as its premise.

The words are known in English, Russian, Kazakh, German, French and Spanish; the map's `language`
decides, and without it the map counts as English. What stands in quotation marks is left alone.
Where the claim is about a cause (“The bridge fell because a bolt broke”) and is meant as one claim,
write `# argmap: allow hidden-argument` at the end of the line that the finding names. In an editor
with [the language server](../how-to/editors.md) such a claim can be split at the word.

Wrong:

```yaml
argmap: 1
thesis:
  text: The pool should be closed because its water is not clean.
```

Right:

```yaml
argmap: 1
thesis:
  text: The pool should be closed.
  premises:
    - Its water is not clean.
```
"""

from collections.abc import Iterator

from argmap.checks.language.indicators import first_indicator
from argmap.checks.language.quotation import without_quotations
from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the claims with a word that joins a reason and a conclusion."""
    for claim in subject.map.claims:
        found = first_indicator(without_quotations(claim.text), language=subject.map.language)
        if found:
            message = f"{name_of(claim)} hides an argument behind “{found.word}”"
            advice = "write the conclusion as the claim and the reason under its “premises”"
            yield Finding(claim.text_span or claim.span, message, help=advice)

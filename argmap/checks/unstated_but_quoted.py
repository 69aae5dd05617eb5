"""A claim is marked as unstated, and its quotation stands in the text.

`unstated: true` says that the text which is mapped leaves a claim unsaid, and that the author of
the map supplies it. A quotation that is found in that text says the opposite, and readers cannot
know which of the two to believe. Where the words do say it, leave `unstated` out; where they only
suggest it, cite the place without a quotation.

A source that only unstated claims cite is not the text which is mapped, and may be quoted: it is
what the author of the map adds. The check needs the text of the source, as `file` in the map or as
`--source-text KEY=FILE` on the command line.

Wrong:

```yaml
argmap: 1
sources:
  report: {title: Report on the dam, file: report.txt}
thesis:
  text: The dam is safe.
  source: report
  premises:
    - text: There was no damage.
      unstated: true
      source: {ref: report, quote: No damage was found}
    - What is not damaged is safe.
```

Right:

```yaml
argmap: 1
sources:
  report: {title: Report on the dam, file: report.txt}
thesis:
  text: The dam is safe.
  source: report
  premises:
    - text: There was no damage.
      source: {ref: report, quote: No damage was found}
    - text: What is not damaged is safe.
      unstated: true
```

```text
The dam was inspected in May.

No damage was found on the side of the lake.
```
"""

from collections.abc import Iterator

from argmap.checks.language.passages import known_passages
from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity
from argmap.faults import quoted
from argmap.model import ArgumentMap

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the citations of unstated claims whose words are in the text that is mapped."""
    unstated = [claim for claim in subject.map.claims if claim.unstated and claim.citations]
    if not unstated:
        return
    texts, mapped = known_passages(subject), _mapped(subject.map)
    for claim in unstated:
        for citation in claim.citations:
            text = texts.get(citation.source) if citation.source in mapped else None
            if text and citation.quote and text.paragraphs_with(citation.quote):
                message = f"{name_of(claim)} is unstated, yet its quotation is in the text of"
                advice = "leave “unstated” out, or the quotation where its words do not say this"
                yield Finding(citation.span, f"{message} {quoted(citation.source)}", help=advice)


def _mapped(a_map: ArgumentMap) -> frozenset[str]:
    """Return the sources of what is stated, or of steps: the texts that are mapped."""
    stated = [one.citations for one in a_map.claims if not one.unstated]
    stated += [one.citations for one in a_map.arguments]
    return frozenset(one.source for citations in stated for one in citations)

"""A citation names a paragraph that does not hold the quotation, or that does not exist.

A locator is there so that a reader can look the words up in a minute. A wrong one sends them to a
passage that says something else, and makes them doubt the rest. Blank lines separate paragraphs,
and the first is number 1; `¶3` is the third, `¶3–5` the third to the fifth. Other locators, such as
pages, are not checked: a plain text has none.

The check needs the text of the source, as `file` in the map or as `--source-text KEY=FILE` on the
command line. A quotation that is nowhere in the text is reported by `quote-not-found` alone.

`argmap check --fix` writes the paragraph with the quotation, where it stands in one only.

Wrong:

```yaml
argmap: 1
sources:
  report: {title: Report on the dam, file: report.txt}
thesis:
  text: The dam is safe.
  source: {ref: report, at: ¶1, quote: No damage was found}
```

Right:

```yaml
argmap: 1
sources:
  report: {title: Report on the dam, file: report.txt}
thesis:
  text: The dam is safe.
  source: {ref: report, at: ¶2, quote: No damage was found}
```

```text
The dam was inspected in May.

No damage was found on the side of the lake.
```
"""

import re
from collections.abc import Iterator, Sequence

from argmap.checks.language.passages import Passages, citations_in, known_passages
from argmap.checks.rule import Subject
from argmap.checks.wording import joined
from argmap.diagnostics import Finding, Severity
from argmap.document.rewriting import rewritten
from argmap.edits import Edit
from argmap.faults import quoted
from argmap.model import Citation

SEVERITY = Severity.ERROR
OPTIONAL = False
NEEDS_WHOLE = False

MOST_NUMBERS = 4
_PARAGRAPHS = re.compile(r"¶{1,2}\s*(\d{1,9})(?:\s*[-–—]\s*¶?\s*(\d{1,9}))?", re.ASCII)


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the citations whose paragraph is not where their quotation stands."""
    texts = known_passages(subject)
    for citation in citations_in(subject):
        passages = texts.get(citation.source)
        complaint = complaint_on(citation, passages)
        if passages and complaint:
            message, advice = complaint
            fix = _fix(citation, passages, subject.lines_at(citation.at_span))
            yield Finding(citation.span, message, help=advice, fix=fix)


def complaint_on(citation: Citation, passages: Passages | None) -> tuple[str, str] | None:
    """Return what is wrong with a locator, and what to do; None where nothing is known to be."""
    named = paragraphs_named(citation)
    if passages is None or named is None:
        return None
    return _complaint(citation, passages, *named)


def paragraphs_named(citation: Citation) -> tuple[int, int] | None:
    """Return the first and the last paragraph that a locator names, if it names any."""
    located = _PARAGRAPHS.fullmatch((citation.at or "").strip())
    return (int(located[1]), int(located[2] or located[1])) if located else None


def _fix(citation: Citation, passages: Passages, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edit that names the one paragraph with the quotation."""
    holding = passages.paragraphs_with(citation.quote) if citation.quote else ()
    if len(holding) != 1 or citation.at_span is None:
        return ()
    return rewritten(citation.at_span, f"¶{holding[0]}", lines)


def _complaint(
    citation: Citation, passages: Passages, first: int, last: int
) -> tuple[str, str] | None:
    holding = passages.paragraphs_with(citation.quote) if citation.quote else ()
    if any(first <= number <= last for number in holding):
        return None
    if holding:
        numbers = [f"¶{number}" for number in holding[:MOST_NUMBERS]]
        named = f"¶{first}" if first == last else f"¶{first}–{last}"
        message = f"{quoted(citation.quote or '')} is in {joined(numbers)}, not in {named}"
        return message, f"write “at: {numbers[0]}”"
    missing = next((number for number in (first, last) if not 1 <= number <= passages.number), None)
    if missing is None:
        return None
    message = f"{quoted(citation.source)} has no ¶{missing}"
    paragraphs = "one paragraph" if passages.number == 1 else f"{passages.number} paragraphs"
    return message, f"its text has {paragraphs}; blank lines separate them, and they count from 1"

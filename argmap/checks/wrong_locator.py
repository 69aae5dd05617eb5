"""A citation names a paragraph or a page without the quotation, or one that does not exist.

A locator is there so that a reader can look the words up in a minute. A wrong one sends them to a
passage that says something else, and makes them doubt the rest. Blank lines separate paragraphs,
and the first is number 1; `¶3` is the third, `¶3–5` the third to the fifth.

Pages are checked where the source is a PDF or an EPUB that has them: `p. 12`, `pp. 12–14`, `p. iv`,
`S. 12`. They go by the labels that the book gives them, and count from 1 where it gives none. A
quotation may begin on one page and end on the next; then it is on both. An EPUB without pages has
chapters: `ch. 3`. A plain text has neither, so that such locators are not checked there.

The check needs the text of the source, as `file` in the map or as `--source-text KEY=FILE` on the
command line. A quotation that is nowhere in the text is reported by `quote-not-found` alone.

`argmap check --fix` writes the paragraph or page with the quotation, where it stands on one only.

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

from argmap.checks.language.paging import Paging, Range, pages_named
from argmap.checks.language.passages import Passages, citations_in, known_passages
from argmap.checks.rule import SourceText, Subject, Unit
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
        source = subject.texts.get(citation.source)
        complaint = complaint_on(citation, passages, source)
        if passages and complaint:
            message, advice = complaint
            fix = _fix(citation, passages, source, subject.lines_at(citation.at_span))
            yield Finding(citation.span, message, help=advice, fix=fix)


def complaint_on(
    citation: Citation, passages: Passages | None, source: SourceText | None = None
) -> tuple[str, str] | None:
    """Return what is wrong with a locator, and what to do; None where nothing is known to be.

    The `source` knows the pages of its text, if it has some.
    """
    if passages is None:
        return None
    paged = _paged(citation, passages, source)
    if paged is not None:
        return _complaint_on_pages(citation, *paged)
    named = paragraphs_named(citation)
    if named is None or (source is not None and not source.has_paragraphs):
        return None
    return _complaint(citation, passages, *named)


def _paged(
    citation: Citation, passages: Passages, source: SourceText | None
) -> tuple[Paging, Range] | None:
    """Return the pages of a text, and those that a locator names, where it does so."""
    if source is None or not source.pages:
        return None
    named = pages_named(citation.at, source.unit)
    return None if named is None else (Paging(source, passages), named)


def _complaint_on_pages(citation: Citation, paging: Paging, named: Range) -> tuple[str, str] | None:
    within = paging.within(named)
    if citation.quote and (holding := tuple(paging.pages_with(citation.quote))):
        if within and any(one <= within[1] and within[0] <= other for one, other in holding):
            return None
        numbers = [paging.label(one) for one, _ in dict.fromkeys(holding)][:MOST_NUMBERS]
        where = "in" if paging.source.unit is Unit.CHAPTER else "on"
        there = f"{quoted(citation.quote)} is {where} {joined(numbers)}"
        message = f"{there}, not {where} {citation.at}"
        return message, f"write “at: {numbers[0]}”"
    if within is not None:
        return None
    return f"{quoted(citation.source)} has no {citation.at}", f"it has {paging.span}"


def paragraphs_named(citation: Citation) -> tuple[int, int] | None:
    """Return the first and the last paragraph that a locator names, if it names any."""
    located = _PARAGRAPHS.fullmatch((citation.at or "").strip())
    return (int(located[1]), int(located[2] or located[1])) if located else None


def _fix(
    citation: Citation, passages: Passages, source: SourceText | None, lines: Sequence[str]
) -> tuple[Edit, ...]:
    """Return the edit that names the one paragraph or page with the quotation."""
    paged = _paged(citation, passages, source)
    if paged is not None and citation.at_span is not None and citation.quote:
        paging, named = paged
        pages = tuple(dict.fromkeys(one for one, _ in paging.pages_with(citation.quote)))
        if len(pages) != 1:
            return ()
        label = paging.source.pages[pages[0]].label
        before = named.before if named.first == named.last else paging.label(pages[0]).split()[0]
        return rewritten(citation.at_span, f"{before} {label}", lines)
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

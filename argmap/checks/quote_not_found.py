"""A quotation does not stand in its source.

Quotation marks promise the author’s own words. A quotation from memory often says a little more
than the author did, and this little is what the argument then rests on. The message shows the
nearest passage, which is mostly the one that was meant.

A quotation has whole words and whole numbers: “happy” is not found in “unhappy”, nor “by 12” in
“by 120 %”. White space, and the kinds of quotation marks, dashes and ellipses make no difference.
An ellipsis may stand for words left out of a paragraph, as in “The dam […] was damaged”. The check
needs the text of the source, as `file` in the map or as `--source-text KEY=FILE` on the command
line; without it, nothing is said.

Wrong:

```yaml
argmap: 1
sources:
  report: {title: Report on the dam, file: report.txt}
thesis:
  text: The dam is safe.
  source: {ref: report, quote: no damage whatsoever was found}
```

Right:

```yaml
argmap: 1
sources:
  report: {title: Report on the dam, file: report.txt}
thesis:
  text: The dam is safe.
  source: {ref: report, quote: No damage was found}
```

```text
The dam was inspected in May.

No damage was found on the side of the lake.
```
"""

from collections.abc import Iterator

from argmap.checks.language.passages import Passages, citations_in, known_passages
from argmap.checks.rule import Subject
from argmap.diagnostics import Finding, Severity
from argmap.faults import quoted
from argmap.model import Citation

SEVERITY = Severity.ERROR
OPTIONAL = False
NEEDS_WHOLE = False

# Looking for the nearest passage takes a moment; after as many, an author knows what is wrong.
MOST_NEAREST = 100


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the citations whose exact words are not in the text of their source."""
    texts = known_passages(subject)
    told = 0
    for citation in citations_in(subject):
        passages = texts.get(citation.source)
        complaint = complaint_on(citation, passages, nearest=told < MOST_NEAREST)
        if complaint:
            told += 1
            message, advice = complaint
            yield Finding(citation.span, message, help=advice)


def complaint_on(
    citation: Citation, passages: Passages | None, *, nearest: bool = True
) -> tuple[str, str] | None:
    """Return what is wrong with a quotation, and what to do; None where nothing is known to be.

    Unless `nearest`, no passage like it is looked for.
    """
    if passages is None or citation.quote is None or passages.paragraphs_with(citation.quote):
        return None
    message = f"{quoted(citation.quote)} is not in the text of {quoted(citation.source)}"
    near = passages.nearest(citation.quote) if nearest else None
    longer = passages.longer(citation.quote)
    if longer:
        return f"{message} in whole words", f"the whole words there are {quoted(longer)}"
    if near:
        return message, f"the nearest passage is “{shortened(near)}”"
    return message, "quote the exact words, or leave out “quote” and say it in your own"


def shortened(passage: str, *, longest: int = 160) -> str:
    """Return the passage, cut at a word where it is long."""
    if len(passage) <= longest:
        return passage
    return passage[:longest].rpartition(" ")[0] + " …"

"""A line of a text looks like a key or an item of its own.

A text goes on over all lines that are indented further than its key. What should stand beside it
becomes a part of it if it is indented as far: below `text: >-` the reasons under `arguments:` are
then words of the claim, and no reasons. In the same way a line that begins with `–` or `•` is no
item of a list, because only `- ` begins one. This is reported where a line is a key of the format,
or begins with such a sign. A sentence with a colon or a dash in it is not reported. If the line
does belong to the text, allow it: a comment on the line where the text begins counts for all of it.

Wrong:

```yaml
argmap: 1
thesis:
  text: >-
    The library should open on Sundays.
    arguments:
    - Families have time on Sundays.
```

Right:

```yaml
argmap: 1
thesis:
  text: The library should open on Sundays.
  arguments:
    - Families have time on Sundays.
```
"""

import re
import textwrap
from collections.abc import Iterator, Sequence

from argmap.checks.language.telling_lines import HOLDERS, as_key, items_in, keys_in, without_sign
from argmap.checks.rule import Subject
from argmap.diagnostics import Finding, Related, Severity
from argmap.document.handwriting import Paragraph
from argmap.document.quoting import as_scalar
from argmap.faults import quoted
from argmap.source import Position, Span

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False

_OPENING = re.compile(r"\s*(?P<dashes>(?:- +)*)(?:(?P<key>[a-z_]+): *)?")
_MOST_SHOWN = 4
_LONGEST_SHOWN = 300


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the first line of each text that was meant to be something else."""
    for paragraph in subject.handwriting.paragraphs:
        first = keys_in(paragraph)
        if first is not None:
            yield _of_keys(paragraph, first)
        elif items := items_in(paragraph):
            yield _of_items(paragraph, items)


def _of_keys(paragraph: Paragraph, first: int) -> Finding:
    lost = paragraph.lines[first:]
    message = f"{quoted(' '.join(lost))} is part of the text above it, not a key"
    advice = "if it is meant as a key, indent it less:"
    if not paragraph.sign:
        advice = "if it is meant as a key, indent it less, with a space after its colon:"
    if not (paragraph.sign or paragraph.scalar.plain):
        advice = "if it is meant as a key, close the quotes of the text before it:"
    shown = [*_text(paragraph, first), *_dedented([new for line in lost for new in as_key(line)])]
    return _finding(paragraph, first, message, _with_lines(advice, paragraph, shown))


def _of_items(paragraph: Paragraph, items: Sequence[int]) -> Finding:
    first = items[0]
    bounds = [*items, len(paragraph.lines)]
    texts = [
        " ".join((without_sign(paragraph.lines[at]), *_stripped(paragraph.lines[at + 1 : end])))
        for at, end in zip(items, bounds[1:], strict=True)
    ]
    lost = " ".join(paragraph.lines[first:])
    message = f"{quoted(lost)} is part of the text above it: only “- ” begins an item"
    advice = "if these are reasons for it, write them below it:"
    shown = [*_text(paragraph, first), "arguments:", *(f"  - {as_scalar(one)}" for one in texts)]
    advice = _with_lines(advice, paragraph, shown)
    if paragraph.opening.lstrip().startswith("-"):
        advice += "\nif they are further items of the list, begin each with “- ”, below its dash"
    return _finding(paragraph, first, message, advice)


def _finding(paragraph: Paragraph, index: int, message: str, advice: str) -> Finding:
    line, whole = paragraph.lines[index], paragraph.scalar.span
    number = paragraph.first + index
    indent = len(line) - len(line.lstrip())
    here = Span(whole.file, Position(number, indent + 1), Position(number, len(line.rstrip()) + 1))
    related = (Related(Span(whole.file, whole.start, whole.start), "the text begins here"),)
    return Finding(here, message, related, advice, allowed_at=whole)


def _text(paragraph: Paragraph, first: int) -> Iterator[str]:
    """Yield the text up to the line `first` under its key, which is `text` where it has none."""
    found = _OPENING.fullmatch(paragraph.opening)
    key = found["key"] if found else None
    name = "text" if not key or key in HOLDERS else key
    if paragraph.sign:
        yield f"{name}: {paragraph.sign}"
        yield from (f"  {line}" for line in _dedented(paragraph.lines[:first]))
    else:
        words = " ".join(_stripped(paragraph.lines[:first]))
        yield f"{name}: {as_scalar(words) if paragraph.scalar.plain else words}"


def _with_lines(advice: str, paragraph: Paragraph, lines: Sequence[str]) -> str:
    """Return an advice with the lines to write, below the key or behind the dash of the text."""
    found = _OPENING.fullmatch(paragraph.opening)
    is_quoted = not (paragraph.sign or paragraph.scalar.plain)
    if found is None or is_quoted or any(len(line) > _LONGEST_SHOWN for line in lines):
        return advice.removesuffix(":")
    dashes, key = found["dashes"], found["key"]
    shown = [f"{' ' * len(dashes) if index else dashes}{line}" for index, line in enumerate(lines)]
    if key in HOLDERS:
        shown = [f"{dashes}{key}:", *(f"{' ' * len(dashes)}  {line}" for line in lines)]
    return "\n".join([advice, *shown])


def _dedented(lines: Sequence[str]) -> list[str]:
    shown = textwrap.dedent("\n".join(lines)).rstrip().split("\n")
    return [*shown[:_MOST_SHOWN], "…"] if len(shown) > _MOST_SHOWN else shown


def _stripped(lines: Sequence[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip()]

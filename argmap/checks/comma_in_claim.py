"""A claim in a list within brackets is split at its comma.

Within brackets a comma begins a new item. `[Families, students and others have time.]` are two
claims, “Families” and “students and others have time.”, and nobody meant either. This is reported
where an item without a full stop is followed by one that does not begin like a sentence: with a
small letter, or in the middle of a number. Write such a list with one item on a line, or put the
claim in quotes.

`argmap check --fix` puts the whole claim in quotes.

Wrong:

```yaml
argmap: 1
thesis:
  text: The library should open on Sundays.
  premises: [Families, students and others have time.]
```

Right:

```yaml
argmap: 1
thesis:
  text: The library should open on Sundays.
  premises:
    - Families, students and others have time.
```
"""

from collections.abc import Iterator
from itertools import pairwise

from argmap.checks.rule import Subject
from argmap.diagnostics import Finding, Severity
from argmap.document import Node, Scalar
from argmap.document.handwriting import Bracketed
from argmap.document.quoting import in_quotes
from argmap.edits import Edit
from argmap.faults import quoted

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False

_KEYS = frozenset(("premises", "arguments", "rebuttals", "backing", "thesis", "claims"))
_CLOSING_MARKS = ".!?…。！？؟।:;"
_CLOSING_QUOTES = "\"'”’»)] "
_LONGEST_SHOWN = 300


def find(subject: Subject) -> Iterator[Finding]:
    """Yield each run of items that are meant to be one claim."""
    for found in subject.handwriting.lists:
        if found.key in _KEYS:
            for run in _runs(found.items):
                yield _finding(found.key, run)


def is_split(found: Bracketed) -> bool:
    """Return whether a list within brackets has a claim that its comma made two of."""
    return found.key in _KEYS and any(_runs(found.items))


def _runs(items: tuple[Node, ...]) -> Iterator[list[Scalar]]:
    run: list[Scalar] = []
    for item in items:
        if not (isinstance(item, Scalar) and item.plain and item.value):
            if len(run) > 1:
                yield run
            run = []
        elif run and _goes_on(run[-1], item):
            run.append(item)
        else:
            if len(run) > 1:
                yield run
            run = [item]
    if len(run) > 1:
        yield run


def _goes_on(one: Scalar, other: Scalar) -> bool:
    if one.value.rstrip(_CLOSING_QUOTES).endswith(tuple(_CLOSING_MARKS)):
        return False
    return other.value[0].islower() or _is_one_number(one, other)


def _is_one_number(one: Scalar, other: Scalar) -> bool:
    touching = (
        one.span.end.line == other.span.start.line
        and other.span.start.column == one.span.end.column + 1
    )
    return touching and one.value[-1].isdigit() and other.value[0].isdigit()


def _finding(key: str, run: list[Scalar]) -> Finding:
    whole = run[0].value
    for before, item in pairwise(run):
        whole += ("," if _is_one_number(before, item) else ", ") + item.value
    message = f"the comma makes two items of {quoted(whole)}"
    if len(run) > 2:
        message = f"the commas make {len(run)} items of {quoted(whole)}"
    advice = f"if it is one claim, put it in quotes: {in_quotes(whole)}"
    if len(whole) > _LONGEST_SHOWN:
        advice = "if it is one claim, put it in quotes"
    advice += f"\nif not, write each item of “{key}” on a line of its own, with “- ” before it"
    place = run[0].span.to(run[-1].span)
    is_one_line = place.start.line == place.end.line
    fix = (Edit(place, in_quotes(whole)),) if is_one_line else ()
    return Finding(place, message, help=advice, fix=fix)

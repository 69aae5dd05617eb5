"""A text is cut at ` #`, because a comment begins there.

In YAML a `#` with a space before it begins a comment, unless the text stands in quotes. What
follows is lost without a word: `Our library is ranked #1 in town` says only that the library is
ranked. This is reported where what follows the `#` looks like a part of the text: it follows at
once, as in `#1` or `#sanctions`, or begins with a number. Comments that are set off by a space, as
in `# to be checked`, are never reported.

`argmap check --fix` puts the whole text in quotes, where it stands on one line and no other comment
follows.

Wrong:

```yaml
argmap: 1
thesis:
  text: Our library is ranked #1 in town.
```

Right:

```yaml
argmap: 1
thesis:
  text: "Our library is ranked #1 in town."
```
"""

import re
from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.diagnostics import Finding, Severity
from argmap.document import Scalar
from argmap.document.handwriting import Comment
from argmap.document.quoting import in_quotes
from argmap.edits import Edit
from argmap.faults import quoted
from argmap.source import Position, Span

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False

# Keys whose texts are words for people, and lists whose items are.
_KEYS = frozenset(
    "text label title description note quote at author container publisher group "
    "thesis claims premises arguments rebuttals backing".split()
)
_PART_OF_TEXT = re.compile(r"#(?:[^\s#=*~_-]|\s\d)")
_PART_ON_NEXT_LINE = re.compile(r"#\d")
_LONGEST_SHOWN = 300
_ALLOWING = re.compile(r"#\s*argmap\s*:")
_CLOSING = re.compile(r"[.!?…。！？؟।:;][\"'”’»)\]]*$")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the comments that look like the rest of the text before them."""
    for comment in subject.handwriting.comments:
        before = comment.after
        if before is not None and comment.key in _KEYS and _is_lost(comment):
            message = f"{quoted(comment.text)} is lost: a comment begins at “ #”"
            whole = f"{' '.join(before.value.split())} {comment.text}"
            advice = f"put the whole text in quotes: {in_quotes(whole)}"
            if len(whole) > _LONGEST_SHOWN:
                advice = "put the whole text in quotes"
            advice += "\nif it is a comment, put it on the line above"
            fix = _with_rest(before, comment, whole)
            yield Finding(comment.span, message, help=advice, fix=fix)


def _with_rest(before: Scalar, comment: Comment, whole: str) -> tuple[Edit, ...]:
    """Return the edit that puts a text on one line in quotes with what is lost; none for others.

    Another comment may follow, and only the author knows.
    """
    is_on_one_line = before.span.start.line == comment.span.start.line
    if not is_on_one_line or " #" in comment.text:
        return ()
    start = comment.span.start
    until = Position(start.line, start.column + len(comment.text))
    return (Edit(Span(before.span.file, before.span.start, until), in_quotes(whole)),)


def _is_lost(comment: Comment) -> bool:
    if _ALLOWING.match(comment.text) or comment.after is None:
        return False
    if comment.span.start.line == comment.after.span.end.line:
        return _PART_OF_TEXT.match(comment.text) is not None
    # On a line of its own it is mostly a line that somebody took out.
    unfinished = not _CLOSING.search(comment.after.value)
    return unfinished and _PART_ON_NEXT_LINE.match(comment.text) is not None

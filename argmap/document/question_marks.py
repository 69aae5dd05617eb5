"""A text that begins with a question mark and a space, which YAML takes for a key."""

from collections.abc import Sequence

from argmap.document.nodes import Scalar
from argmap.document.quoting import in_quotes
from argmap.faults import Fault, FaultLog
from argmap.source import Position, Span

_LONGEST_SHOWN = 300


def question_mark(key: Scalar, lines: Sequence[str]) -> Position | None:
    """Return where the question mark stands that alone makes a key of a text; None if none does.

    Nothing stands under the key.
    """
    line = key.span.start.line
    before = lines[line - 1][: key.span.start.column - 1].rstrip()
    return Position(line, len(before)) if before.endswith("?") else None


def refused(key: Scalar, mark: Position, *, log: FaultLog) -> Scalar:
    """Report such a key, and return the text that it was meant to be."""
    file = key.span.file
    whole = f"? {key.value}".rstrip()
    advice = "write the question without it, or put the whole text in quotes"
    if len(whole) <= _LONGEST_SHOWN:
        advice += f": {in_quotes(whole)}"
    message = "“?” with a space after it begins a key of YAML, not a question"
    here = Span(file, mark, Position(mark.line, mark.column + 1))
    log.report(Fault.YAML_SYNTAX, here, message, help=advice)
    return Scalar(whole, Span(file, mark, key.span.end), plain=False)

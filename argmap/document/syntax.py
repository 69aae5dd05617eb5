"""What the parser could not read, said in the words of someone who writes a map."""

import re
from typing import Any

from argmap.diagnostics import Related
from argmap.document.situations import QUOTE_IT, SITUATIONS, Of
from argmap.document.slips import Slip, slip_at
from argmap.edits import Edit
from argmap.faults import Fault, FaultLog
from argmap.source import Position, Span

GO_FLAT = "move a part of the argument under “claims” and use “ref: ID” in its place"
_CONTINUING = re.compile("mapping values are not allowed|block (?:mapping|collection|sequence)")
_KEY = re.compile(r" *[a-z_]+:")
# The end of a map, and what follows it: blank lines, comments, and one line of something else.
_END = re.compile(
    r"^\.\.\.(?=\s|\Z)[^\n]*(?:\n[ \t]*(?:#[^\n]*)?(?=\n|\Z))*+(?:\n[^\n]*)?\Z", re.MULTILINE
)
_NO_END = "remove the dots; if they belong to a text, indent them, or put the text in quotes"


def report_syntax_error(
    error: Any, text: str, *, file: str, log: FaultLog, written: str | None = None
) -> Of:
    """Note what a YAML parser complains of, at its place in `text`; return what is at fault.

    `written` is the same text with all that an author has written, where `text` has less.
    """
    if _report_end(error, text, file=file, log=log):
        return Of.LINES
    if _report_continuation(error, text, file=file, log=log):
        return Of.LINES
    situation = next((s for s in SITUATIONS if s.fits(error, text)), None)
    mark = situation.mark(error) if situation else getattr(error, "problem_mark", None)
    span = _span(mark, text, file=file)
    if situation is None:
        problem = getattr(error, "problem", None)
        if problem and "nesting" in problem:
            # The parser in C has a limit of its own, which it may reach while it looks ahead.
            log.report(Fault.TOO_DEEP, span, "the map is nested too deep here", help=GO_FLAT)
            return Of.LINES
        message = f"the parser cannot read this: {problem or 'it is unexpected'}"
        log.report(Fault.YAML_SYNTAX, span, message, help=QUOTE_IT)
        return Of.LINES
    fix: tuple[Edit, ...] = ()
    if situation.fix is not None:
        lines = (text if written is None else written).split("\n")
        fix = situation.fix(lines, span.start.line, file)
    log.report(Fault.YAML_SYNTAX, span, situation.message, help=situation.advice, fix=fix)
    return situation.of


def _report_end(error: Any, text: str, *, file: str, log: FaultLog) -> bool:
    """Report the sign that ends a map where more follows; return whether that is the trouble."""
    problem = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    mark = getattr(error, "problem_mark", None)
    if mark is None or "quoted" in problem or "flow" in problem:
        return False
    until = text[: text.find("\n", mark.index)]
    found = _END.search(until)
    if found is None:
        return False
    line = until.count("\n", 0, found.start()) + 1
    here = Span(file, Position(line, 1), Position(line, 4))
    message = "“...” at the start of a line ends the map, but more follows"
    log.report(Fault.YAML_SYNTAX, here, message, help=_NO_END)
    return True


def _report_continuation(error: Any, text: str, *, file: str, log: FaultLog) -> bool:
    """Report what stands below a text that goes on; return whether that is the trouble."""
    problem = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    mark = getattr(error, "problem_mark", None)
    if mark is None or not _CONTINUING.search(problem):
        return False
    span = _span(mark, text, file=file)
    slip = slip_at(text, span.start.line)
    line, column = text.split("\n")[span.start.line - 1], span.start.column
    # The complaint is of the first colon of the line, or of where the line begins.
    if slip is None or not (_KEY.fullmatch(line[:column]) or not line[: column - 1].strip()):
        return False
    report_slip(slip, text, file=file, log=log)
    return True


def report_slip(slip: Slip, text: str, *, file: str, log: FaultLog) -> None:
    """Note a slip, and the text above it that goes on."""
    here = Span(file, Position(slip.line, slip.start), Position(slip.line, slip.end))
    related: tuple[Related, ...] = ()
    if slip.above is not None:
        line = text.split("\n")[slip.above - 1]
        start = len(line) - len(line.lstrip(" -")) + 1
        above = Span(file, Position(slip.above, start), Position(slip.above, len(line) + 1))
        related = (Related(above, "this text"),)
    fix: tuple[Edit, ...] = ()
    if slip.write is not None:
        at, first, last, new = slip.write
        fix = (Edit(Span(file, Position(at, first), Position(at, last)), new),)
    message, advice = slip.message, slip.advice
    log.report(Fault.YAML_SYNTAX, here, message, related=related, help=advice, fix=fix)


def _span(mark: Any, text: str, *, file: str) -> Span:
    if mark is None:
        start = Position(1, 1)
        return Span(file, start, start)
    # At the end of the file the mark may stand behind the last line; step back to its end.
    index = min(mark.index, len(text))
    while index > 0 and (index == len(text) or text[index] == "\n") and text[index - 1].isspace():
        index -= 1
    line = mark.line + 1 - text.count("\n", index, min(mark.index, len(text)))
    start = Position(line, index - text.rfind("\n", 0, index))
    width = 1 if index < len(text) and text[index] != "\n" else 0
    return Span(file, start, Position(line, start.column + width))

"""What the parser could not read, said in the words of someone who writes a map."""

import re
from enum import Enum
from typing import Any, NamedTuple

from argmap.diagnostics import Related
from argmap.document.continuation import Slip, slip_at
from argmap.faults import Fault, FaultLog
from argmap.source import Position, Span

GO_FLAT = "move a part of the argument under “claims” and use “ref: ID” in its place"
_QUOTE_IT = "put the whole text in quotes, or write it below “>-”, indented"


class Of(Enum):
    """What a fault of syntax is one of.

    A colon most likely belongs to the text before it; a text has no say in what stands around it;
    lines do not go together.
    """

    COLON = "colon"
    TEXT = "text"
    LINES = "lines"


class _Situation(NamedTuple):
    """A slip that can be told from the parser's complaint, and what to say of it.

    `line` is looked for in the line up to the character behind the place of the complaint. `of`
    is what of the text is at fault.
    """

    complaint: re.Pattern[str]
    message: str
    advice: str | None
    from_context: bool
    line: re.Pattern[str]
    of: Of

    def mark(self, error: Any) -> Any:
        """Return the parser's mark that shows an author where the slip is."""
        mark = getattr(error, "context_mark", None) if self.from_context else None
        return mark or getattr(error, "problem_mark", None)

    def fits(self, error: Any, text: str) -> bool:
        """Return whether this is what happened."""
        context, problem = getattr(error, "context", None), getattr(error, "problem", None)
        if not self.complaint.search(f"{context or ''} {problem or ''}".replace("\n", " ")):
            return False
        mark = self.mark(error)
        line = text[text.rfind("\n", 0, mark.index) + 1 : mark.index + 2] if mark else ""
        return self.line.search(line) is not None


def _when(
    complaint: str,
    message: str,
    advice: str | None,
    *,
    from_context: bool = False,
    line: str = "",
    of: Of = Of.TEXT,
) -> _Situation:
    told = re.compile(complaint), message, advice
    return _Situation(*told, from_context, re.compile(line), of)


_CONTINUING = re.compile("mapping values are not allowed|block (?:mapping|collection|sequence)")
_KEY = re.compile(r" *[a-z_]+:")
# The end of a map, and what follows it: blank lines, comments, and one line of something else.
_END = re.compile(
    r"^\.\.\.(?=\s|\Z)[^\n]*(?:\n[ \t]*(?:#[^\n]*)?(?=\n|\Z))*+(?:\n[^\n]*)?\Z", re.MULTILINE
)
_NO_END = "remove the dots; if they belong to a text, indent them, or put the text in quotes"

# Looked through from the top; the complaint is the parser's context and problem in one line.
_SITUATIONS = (
    _when(
        "quoted scalar.*unexpected end|quoted scalar.*document separator",
        "the text that begins here has no closing quote",
        "add the same quote at its end; inside single quotes write an apostrophe twice",
        from_context=True,
    ),
    _when(
        "escape|hexadecimal|chr\\(\\)",
        "the backslash here begins no escape that YAML knows",
        "write it twice, or use single quotes around the text",
    ),
    _when(
        "mapping keys are not allowed",
        "an unquoted text cannot begin with “?” and a space",
        _QUOTE_IT,
    ),
    _when(
        "mapping values are not allowed",
        "there can be no key here, because the line continues the text above",
        "align the key with the other keys of its mapping; what is above it may want “text:”",
        line=r"^ *[\w.-]+:\s?$",
        of=Of.LINES,
    ),
    _when(
        "mapping values are not allowed",
        "there is a colon inside an unquoted text: curly quotes are a part of the text",
        'put straight quotes around the whole text: "…"',
        line=r"(?:: |- )[“”„«»‘’][^\n]*:\s?$",
        of=Of.COLON,
    ),
    _when(
        "mapping values are not allowed",
        "there is a colon inside an unquoted text",
        f"if the colon belongs to the text, {_QUOTE_IT}",
        of=Of.COLON,
    ),
    _when(
        "sequence entries are not allowed",
        "a list begins in the middle of a line",
        f"begin the list on a line of its own; if the dash belongs to the text, {_QUOTE_IT}",
        of=Of.LINES,
    ),
    _when(
        "could not find expected ':'",
        "a space is missing after the dash",
        "write “- ” before each item of a list",
        from_context=True,
        line=r"^ *-\S$",
        of=Of.LINES,
    ),
    _when(
        "could not find expected ':'",
        "this line is neither a key with a colon nor part of the text above it",
        "write “: ” after the key, or indent the line further if it continues the text above",
        from_context=True,
        of=Of.LINES,
    ),
    _when(
        r"flow sequence.*(expected ',' or|stream end)",
        "the list that begins with “[” here is not closed, or a comma is missing in it",
        f"add “]”; if the bracket belongs to the text, {_QUOTE_IT}",
        from_context=True,
    ),
    _when(
        r"flow mapping.*(expected ',' or|stream end)",
        "the mapping that begins with “{” here is not closed, or a comma is missing in it",
        f"add “}}”; if the brace belongs to the text, {_QUOTE_IT}",
        from_context=True,
    ),
    _when(
        "cannot start any token",
        "an unquoted text cannot begin with this character",
        _QUOTE_IT,
    ),
    _when(
        "found '<scalar>'|flow node|node content",
        "the text in quotes ends before this, at its apostrophe",
        "write the apostrophe twice, or put the text in double quotes",
        line=r"(?:: |- |[\[{,] *)'[^']*'\w.?$",
    ),
    _when(
        "found '<scalar>'|flow node|node content",
        "the text in quotes ends before this",
        "put the whole text in quotes of the other kind, with the inner ones as they are",
        line=r"""(?:: |- |[\[{,] *)("[^"]*"|'[^']*')[^"'\n]*$""",
    ),
    _when(
        "found '<scalar>'|flow node|node content|expected <block end>",
        "an unquoted text cannot begin with “[” or “{”",
        _QUOTE_IT,
        line=r"(?:: |- )(?:\[[^\]\n]*\]|\{[^}\n]*\})[^\n]+$",
    ),
    _when(
        "found '<scalar>'|flow node|node content",
        "this does not belong to the text before it",
        f"if it does belong to the text, {_QUOTE_IT}",
    ),
    _when(
        "(block mapping|block collection|block sequence).*(expected|did not find)",
        "this line is indented differently from the lines it belongs to",
        "begin keys of one mapping, and dashes of one list, in the same column",
        of=Of.LINES,
    ),
    _when(
        "alias|anchor",
        "an unquoted text cannot begin with “*” or “&”",
        _QUOTE_IT,
        from_context=True,
    ),
    _when(
        "block scalar",
        "after “|” or “>” the text begins on the next line, indented further than its key",
        f"if the sign belongs to the text, {_QUOTE_IT}",
    ),
    _when(
        "tag|directive|handle|document start",
        "an unquoted text cannot begin with “!” or “%”",
        _QUOTE_IT,
    ),
)


def report_syntax_error(error: Any, text: str, *, file: str, log: FaultLog) -> Of:
    """Note what a YAML parser complains of, at its place in `text`; return what is at fault."""
    if _report_end(error, text, file=file, log=log):
        return Of.LINES
    if _report_continuation(error, text, file=file, log=log):
        return Of.LINES
    situation = next((s for s in _SITUATIONS if s.fits(error, text)), None)
    mark = situation.mark(error) if situation else getattr(error, "problem_mark", None)
    span = _span(mark, text, file=file)
    if situation is None:
        problem = getattr(error, "problem", None)
        if problem and "nesting" in problem:
            # The parser in C has a limit of its own, which it may reach while it looks ahead.
            log.report(Fault.TOO_DEEP, span, "the map is nested too deep here", help=GO_FLAT)
            return Of.LINES
        message = f"the parser cannot read this: {problem or 'it is unexpected'}"
        log.report(Fault.YAML_SYNTAX, span, message, help=_QUOTE_IT)
        return Of.LINES
    log.report(Fault.YAML_SYNTAX, span, situation.message, help=situation.advice)
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
    log.report(Fault.YAML_SYNTAX, here, slip.message, related=related, help=slip.advice)


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

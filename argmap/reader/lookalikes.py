"""Characters that look like the signs of YAML and are others: found where they led to a fault.

Such characters are welcome in texts. So a sound map is never searched, and a faulty one only where
its faults are, and for indentation.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from argmap.diagnostics import Diagnostic, Severity
from argmap.edits import Edit
from argmap.faults import Fault
from argmap.source import Position, Span

# Spaces of Unicode other than the plain one.
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE_NAMES = {"\u00a0": "a no-break space", "\u202f": "a no-break space"}
_STEM = r"^[ \t]*(?:- +)*"
_BEFORE_STRUCTURE = re.compile(
    rf"^[ \t]*(?P<odd>[{_SPACES}])[ \t{_SPACES}]*(?=-(?:\s|$)|[a-z_]+:(?:\s|$))", re.MULTILINE
)
_INDENTING = re.compile(rf"^[ \t]*(?P<odd>[{_SPACES}])")
_ODD_SPACE = re.compile(f"[{_SPACES}]")
# Indentation, dashes and a key, with the spaces behind them.
_BEFORE_WORDS = re.compile(rf"^[ \t{_SPACES}]*(?:-[ {_SPACES}]+)*(?:[\"'“”\w.-]+:[ {_SPACES}]+)?")
# What is looked for, what is said of it, and what is to stand there instead.
_PATTERNS = (
    (
        _INDENTING,
        "this line is indented with {name} ({point}), which YAML does not take for a space",
        "delete it and press the space bar: two spaces for each level, wherever this is so",
        " ",
    ),
    (
        re.compile(rf"{_STEM}-(?P<odd>[{_SPACES}])"),
        "what follows the dash is {name} ({point}), which YAML does not take for a space",
        "delete it and press the space bar, here and wherever else it stands",
        " ",
    ),
    (
        re.compile(rf"{_STEM}[\"'“”\w.-]+:(?P<odd>[{_SPACES}])"),
        "what follows the colon is {name} ({point}), which YAML does not take for a space",
        "delete it and press the space bar, here and wherever else it stands",
        " ",
    ),
    (
        re.compile(rf"{_STEM}(?P<odd>[–—−‒―‐‑•◦▪·])[ \t{_SPACES}]"),
        "“{odd}” ({point}) does not begin an item of a list; YAML wants a hyphen",
        "write “- ” before each item, with the hyphen of the keyboard",
        "- ",
    ),
    (
        re.compile(rf"{_STEM}[\w.-]+[ \t{_SPACES}]*(?P<odd>[：﹕︓]) ?"),
        "“{odd}” ({point}) is not the colon of YAML",
        "write “: ”, a colon and a space, here and wherever else it stands",
        ": ",
    ),
    (
        re.compile(rf"{_STEM}(?P<odd>[“”„«»‘’])[\w.-]+(?P<end>[“”«»‘’])[ \t]*:"),
        "“{odd}” ({point}) is not a quotation mark of YAML, so it is a part of the key",
        "write keys without quotation marks",
        "",
    ),
)
_OF_LINES = frozenset(
    (
        Fault.YAML_SYNTAX,
        Fault.NOT_A_MAP,
        Fault.UNKNOWN_KEY,
        Fault.WRONG_KIND,
        Fault.MISSING_TEXT,
        Fault.BAD_VALUE,
    )
)
_COMMENT = re.compile(r"\s*#[^\s#]")
# A text that is read in the place of a list may have many lines.
_MOST_LINES = 50
# A larger map is made by a program, which has none of these slips.
_LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Found:
    line: int
    column: int
    message: str
    advice: str
    pattern: re.Pattern[str]
    write: str


def named(faults: Iterable[Diagnostic], text: str) -> tuple[Diagnostic, ...]:
    """Return the faults, with lookalikes in the place of those that come from them."""
    if len(text) > _LARGEST:
        return tuple(faults)
    lines = text.split("\n")
    faults = tuple(_with_comment(fault, lines) for fault in faults)
    if text.isascii():
        return faults
    indented = _BEFORE_STRUCTURE.search(text)
    if indented is not None:
        # Whatever else is found stands on a wrong level.
        line = text.count("\n", 0, indented.start("odd")) + 1
        found = _in_line(lines[line - 1], line)
        return (_diagnostic(found, lines, faults[0].span.file),) if found else faults
    told: dict[tuple[int, int] | Diagnostic, Diagnostic] = {}
    for fault in faults:
        found = _behind(fault, lines)
        if found is None:
            told[fault] = fault
        else:
            told[found.line, found.column] = _diagnostic(found, lines, fault.span.file)
    return tuple(told.values())


def _with_comment(fault: Diagnostic, lines: list[str]) -> Diagnostic:
    """Return a fault of a missing text with what to do where a comment took the text away."""
    if fault.code not in (Fault.MISSING_TEXT, Fault.EMPTY_TEXT):
        return fault
    written = lines[fault.span.start.line - 1][fault.span.start.column - 1 :]
    if not _COMMENT.match(written):
        return fault
    advice = "a “#” begins a comment; put the text in quotes if it begins with one"
    return replace(fault, help=advice)


def _behind(fault: Diagnostic, lines: list[str]) -> _Found | None:
    if fault.code not in _OF_LINES:
        return None
    first, last = fault.span.start.line, fault.span.end.line
    if fault.code == Fault.YAML_SYNTAX:
        # The parser stumbles over the line behind the one at fault.
        first = max(1, first - 1)
        while first > 1 and not lines[first - 1].strip():
            first -= 1
    for number in range(first, min(last, first + _MOST_LINES, len(lines)) + 1):
        found = _in_line(lines[number - 1], number)
        if found is not None:
            return found
    return None


def _in_line(written: str, line: int) -> _Found | None:
    for pattern, message, advice, write in _PATTERNS:
        found = pattern.search(written)
        if found is not None:
            odd = found["odd"]
            name = _SPACE_NAMES.get(odd, "a space of another kind")
            told = message.format(odd=odd, name=name, point=f"U+{ord(odd):04X}")
            return _Found(line, found.start("odd") + 1, told, advice, pattern, write)
    return None


def _diagnostic(found: _Found, lines: list[str], file: str) -> Diagnostic:
    start = Position(found.line, found.column)
    span = Span(file, start, Position(found.line, found.column + 1))
    message, advice, fix = found.message, found.advice, tuple(_edits(found, lines, file))
    return Diagnostic(Fault.YAML_SYNTAX, Severity.ERROR, span, message, help=advice, fix=fix)


def _edits(found: _Found, lines: list[str], file: str) -> Iterator[Edit]:
    """Yield what is to be written: for an indentation or a dash on all lines of the same kind."""
    numbers: Iterable[int] = (found.line,)
    if found.pattern is _INDENTING:
        numbers = (n for n, line in enumerate(lines, 1) if _BEFORE_STRUCTURE.match(line))
    elif found.write == "- ":
        numbers = _items(found, lines)
    for number in numbers:
        line = lines[number - 1]
        match = (_BEFORE_WORDS if found.write == " " else found.pattern).search(line)
        if match is None:
            continue
        if found.write == " ":
            yield _edit(file, number, *match.span(), _ODD_SPACE.sub(" ", match.group()))
            continue
        is_last = match.end() == len(line)
        end = match.end() if found.write else match.end("odd")
        written = found.write.rstrip() if is_last else found.write
        yield _edit(file, number, match.start("odd"), end, written)
        if not found.write:
            yield _edit(file, number, *match.span("end"), "")


def _items(found: _Found, lines: list[str]) -> Iterator[int]:
    """Yield the lines of a list, from the first of its items whose dash is none."""
    for number, line in enumerate(lines[found.line - 1 :], found.line):
        match = found.pattern.search(line)
        if match is not None and match.start("odd") + 1 == found.column:
            yield number
        elif line.strip() and len(line) - len(line.lstrip()) < found.column - 1:
            return


def _edit(file: str, line: int, start: int, end: int, text: str) -> Edit:
    return Edit(Span(file, Position(line, start + 1), Position(line, end + 1)), text)

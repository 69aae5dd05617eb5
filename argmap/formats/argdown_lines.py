"""A text in Argdown → its elements: what stands after each symbol, over one line or several."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from argmap.faults import Fault, FaultLog
from argmap.source import Position, Span

_COMMENT = re.compile(r"\\.|<!--.*?-->|/\*.*?\*/|(?:(?<=\s)|^)//[^\n]*", re.DOTALL | re.MULTILINE)
_UNCLOSED = re.compile(r"<!--|/\*")
_FRONT_MATTER = re.compile(r"\s*===+[ \t]*\n(?P<inside>.*?)\n===+[ \t]*\n", re.DOTALL)
_RELATION = re.compile(r"(?P<symbol><\+|\+>|<-|->|<_|_>|><|\+|-|_)(?=[ \t]+\S|[\[<])[ \t]*")
_HEADING = re.compile(r"(?P<symbol>#{1,6})[ \t]+(?=\S)")
_NUMBERED = re.compile(r"\((?P<symbol>\d{1,9})\)[ \t]+(?=\S)")
_ITEM = re.compile(r"(?P<symbol>\*|\d{1,9}\.)[ \t]+(?=\S)")
_LINE = re.compile(r"(?P<symbol>-{2,})[ \t]*$")
_RULE = re.compile(
    r"(?P<symbol>--)(?!-)[ \t]*(?P<rule>\S.*?)[ \t]*(?<!-)--[ \t]*(?P<after>\{.*\})?[ \t]*$"
)
_TITLE = re.compile(r"(?:\[[^\]\n]+\]|<[^>\n]+>):")
# Lines between the two of an inference.
_LONGEST_RULE = 100


class Sort(Enum):
    """What an element is, by its symbol."""

    HEADING = auto()
    RELATION = auto()
    NUMBERED = auto()
    INFERENCE = auto()
    ITEM = auto()
    PLAIN = auto()


class Element(NamedTuple):
    """A symbol, if any, and what follows it; `indent` counts the blanks before it.

    `after_blank` tells whether an empty line stands above it.
    """

    sort: Sort
    symbol: str
    content: str
    indent: int
    span: Span
    after_blank: bool


def without_comments(text: str, *, file: str, log: FaultLog) -> str:
    """Return the text with blanks in place of comments, so that places stay; report open ones."""

    def blank(found: re.Match[str]) -> str:
        return found[0] if found[0][0] == "\\" else re.sub(r"[^\n]", " ", found[0])

    shown = _COMMENT.sub(blank, text)
    for found in _UNCLOSED.finditer(shown):
        if shown[found.start() - 1 : found.start()] != "\\":
            line = shown.count("\n", 0, found.start()) + 1
            column = found.start() - shown.rfind("\n", 0, found.start())
            span = Span(file, Position(line, column), Position(line, column + len(found[0])))
            log.report(Fault.NOTATION_SYNTAX, span, "this comment has no end")
            break
    return shown


def front_matter(text: str) -> tuple[str | None, str]:
    """Return what stands between lines of “===” at the head, and the text with blanks for it."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return None, text
    return found["inside"], re.sub(r"[^\n]", " ", found[0]) + text[found.end() :]


def elements(text: str, *, file: str, log: FaultLog) -> Iterator[Element]:
    """Yield the elements of a text without comments, in their order."""
    lines = text.split("\n")
    at, after_blank = 0, True
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at, after_blank = at + 1, True
            continue
        element, at = _element(lines, at, file, after_blank, log)
        after_blank = False
        yield element


def _element(
    lines: list[str], at: int, file: str, after_blank: bool, log: FaultLog
) -> tuple[Element, int]:
    line = lines[at]
    indent = len(line) - len(line.lstrip())
    stripped = line.strip()
    start = Position(at + 1, indent + 1)
    if rule := _RULE.match(stripped):
        span = Span(file, start, Position(at + 1, indent + 1 + len(stripped)))
        return Element(Sort.INFERENCE, "--", rule["rule"], indent, span, after_blank), at + 1
    if _LINE.match(stripped):
        return _inference(lines, at, indent, file, after_blank, log)
    sort, symbol, begin = _symbol(stripped)
    parts, following = [stripped[begin:]], at + 1
    if sort is not Sort.HEADING:
        while following < len(lines) and _continues(lines[following]):
            parts.append(lines[following].strip())
            following += 1
    last = lines[following - 1].rstrip()
    span = Span(file, start, Position(following, len(last) + 1))
    return Element(sort, symbol, "\n".join(parts), indent, span, after_blank), following


def _inference(
    lines: list[str], at: int, indent: int, file: str, after_blank: bool, log: FaultLog
) -> tuple[Element, int]:
    """Return an inference: one line of dashes, or a rule between two lines of two dashes."""
    stripped = [line.strip() for line in lines[at : at + _LONGEST_RULE]]
    start, following, rule = Position(at + 1, indent + 1), at + 1, ""
    if stripped[0] == "--":
        closing = next((n for n, line in enumerate(stripped) if n and line in ("", "--")), 0)
        if closing and stripped[closing]:
            rule, following = " ".join(stripped[1:closing]), at + closing + 1
        else:
            span = Span(file, start, Position(at + 1, indent + 3))
            log.report(Fault.NOTATION_SYNTAX, span, "this inference has no end: a second line “--”")
    end = Position(following, len(lines[following - 1].rstrip()) + 1)
    return (
        Element(Sort.INFERENCE, "--", rule, indent, Span(file, start, end), after_blank),
        following,
    )


def _symbol(stripped: str) -> tuple[Sort, str, int]:
    for sort, pattern in (
        (Sort.HEADING, _HEADING),
        (Sort.NUMBERED, _NUMBERED),
        (Sort.RELATION, _RELATION),
        (Sort.ITEM, _ITEM),
    ):
        if found := pattern.match(stripped):
            return sort, found["symbol"], found.end()
    return Sort.PLAIN, "", 0


def _continues(line: str) -> bool:
    stripped = line.strip()
    if not stripped or _LINE.match(stripped) or _RULE.match(stripped) or _TITLE.match(stripped):
        return False
    return _symbol(stripped)[0] is Sort.PLAIN

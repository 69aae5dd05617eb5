"""Lines in Argdown → elements: what stands after each symbol, over one line or several."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from argmap.faults import Fault, FaultLog
from argmap.formats.argdown.scanning import DATA, Data, Line, Scanner
from argmap.source import Span

_RELATION = re.compile(r"(?P<symbol><\+|\+>|<-|->|<_|_>|><|\+|-(?!-)|_(?=\s|$))\s*")
_HEADING = re.compile(r"(?P<symbol>#+) \s*")
_NUMBERED = re.compile(r"\((?P<symbol>\d{1,9})\)\s*")
_ITEM = re.compile(r"(?P<symbol>\*|\d{1,9}\.)(?:\s+|$)")
_DASHES = re.compile(r"(?<!\\)-{2,}")
_TITLE = re.compile(r"(?:\[[^\]\n]+\]|<[^>\n]+>):")
_BARE_TITLE = re.compile(r"\[[^\]\n]+\](?!\()|<[^>\n]+>")
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
    """A symbol, if any, and what follows it, from its first line to its last one.

    `data` are the metadata whose marks are in the content; `scanner` knows the places of lines.
    """

    sort: Sort
    symbol: str
    content: str
    first: Line
    last: Line
    data: tuple[Data, ...]
    scanner: Scanner

    @property
    def indent(self) -> int:
        """Return the number of blanks before it."""
        return self.first.indent

    @property
    def after_empty(self) -> bool:
        """Return whether an empty line stands above it."""
        return self.first.after_empty

    @property
    def span(self) -> Span:
        """Return its place."""
        return self.scanner.span(self.first, self.last)


_SYMBOLS = (
    (Sort.RELATION, _RELATION, "+-_<>"),
    (Sort.NUMBERED, _NUMBERED, "("),
    (Sort.ITEM, _ITEM, "*0123456789"),
    (Sort.HEADING, _HEADING, "#"),
)


def elements(scanner: Scanner, log: FaultLog) -> Iterator[Element]:
    """Yield the elements of a text, in their order."""
    lines = list(scanner.lines())
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.text.startswith("--"):
            symbol, (content, following) = "--", _inference(lines, at, scanner, log)
            sort = Sort.INFERENCE
        else:
            sort, symbol, content, following = _element(lines, at)
        data = line.data
        if following > at + 1:
            data = tuple(one for part in lines[at:following] for one in part.data)
        yield Element(sort, symbol, content, line, lines[following - 1], data, scanner)
        at = following


def _element(lines: Sequence[Line], at: int) -> tuple[Sort, str, str, int]:
    sort, symbol, begin = _symbol(lines[at].text)
    parts, following = [lines[at].text[begin:]], at + 1
    is_heading = sort is Sort.HEADING
    while following < len(lines) and _continues(lines[following]):
        # Titles below a heading are those of what it heads.
        if is_heading and (DATA in parts[-1] or _BARE_TITLE.match(lines[following].text)):
            break
        parts.append(lines[following].text)
        following += 1
    return sort, symbol, "\n".join(parts), following


def _inference(lines: Sequence[Line], at: int, scanner: Scanner, log: FaultLog) -> tuple[str, int]:
    """Return the rule of an inference, and the number of the line that follows it.

    It is one line of dashes, or a rule between two marks of two dashes.
    """
    first = lines[at].text[2:]
    if not first.strip("-"):
        if first:
            return "", at + 1
    elif found := _DASHES.search(first):
        return _ended(first, found, lines[at], scanner, log), at + 1
    parts = [first]
    for following in range(at + 1, min(at + _LONGEST_RULE, len(lines))):
        line = lines[following]
        if line.after_empty or _symbol(line.text)[0] is Sort.NUMBERED:
            break
        if found := _DASHES.search(line.text):
            return " ".join([*parts, _ended(line.text, found, line, scanner, log)]), following + 1
        parts.append(line.text)
    message = "this inference has no end: a second line “--”"
    log.report(Fault.NOTATION_SYNTAX, scanner.span(lines[at], lines[at]), message)
    return first, at + 1


def _ended(text: str, found: re.Match[str], line: Line, scanner: Scanner, log: FaultLog) -> str:
    """Return the rule before the end of an inference; metadata may follow the end."""
    rest = text[found.end() :]
    if rest.strip(f"{DATA} \t"):
        message = "nothing but the end of the line follows an inference"
        log.report(Fault.NOTATION_SYNTAX, scanner.span(line, line), message)
    return text[: found.start()] + DATA * rest.count(DATA)


def _symbol(text: str) -> tuple[Sort, str, int]:
    for sort, pattern, starts in _SYMBOLS:
        if text[0] in starts and (found := pattern.match(text)):
            return sort, found["symbol"], found.end()
    return Sort.PLAIN, "", 0


def _continues(line: Line) -> bool:
    text = line.text
    if line.after_empty or text.startswith("--") or _TITLE.match(text):
        return False
    return _symbol(text)[0] is Sort.PLAIN

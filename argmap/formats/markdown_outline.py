"""An outline in Markdown ↔ ArgumentMap, so that a map can begin as notes.

The first level of a list has the theses. Below a claim, `+` speaks for it and `-` against it; `&`
adds a premise to the one above it, with which it is linked; `~` speaks against a step, that is,
against the item that it stands below. A claim may end with its id, as in `{#shade}`; `{#shade}`
alone refers to it. A heading is the title.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.foreign import read_text
from argmap.formats.foreign_graph import ForeignGraph
from argmap.formats.losses import Losses
from argmap.formats.markdown_outline_writing import KEEPS as KEEPS
from argmap.formats.markdown_outline_writing import dumps as dumps
from argmap.model import ArgumentMap, Polarity
from argmap.reader import Reading
from argmap.source import Position, Span
from argmap.values import is_id, one_line

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-+*&~•])[ \t]+(?P<text>\S.*)")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>\S.*?)[ \t]*#*")
_WORDS = re.compile(
    r"(?P<word>pro|con|for|against|supports?|opposes?|because|but|however|reason|objection|rebuttal)"
    r"[ \t]*:[ \t]*",
    re.IGNORECASE,
)
_AGAINST = ("con", "against", "oppose", "opposes", "but", "however", "objection", "rebuttal")
_ID = re.compile(r"[ \t]*\{#(?P<id>[^}\s]+)\}[ \t]*$")
_TAG = re.compile(r"(?<!\S)#(?P<tag>[\w-]*[^\W\d_][\w-]*)(?=\s|$)")
_START = re.compile(r"(?:\s*#{1,6}[ \t].*\n)?\s*[-+*][ \t]+\S.*\n(?:\s*\n)*[ \t]+[-+*&~][ \t]+\S")
_ESCAPED = re.compile(r"\\([-+*&~•#{\\]|(?=[A-Za-z]+[ \t]*:))")


@dataclass(slots=True)
class _Step:
    """An argument in the making."""

    premises: list[str]
    target: str
    polarity: Polarity
    span: Span


@dataclass(slots=True)
class _Reader:
    graph: ForeignGraph
    log: FaultLog
    title: str | None = None
    theses: list[str] = field(default_factory=list)
    steps: dict[str, _Step] = field(default_factory=dict)
    claims: set[str] = field(default_factory=set)
    references: list[tuple[str, Span]] = field(default_factory=list)
    # The indentation of each item above, its claim, and the argument that it is a premise of.
    above: list[tuple[int, str, str | None]] = field(default_factory=list)


def recognises(text: str) -> bool:
    """Return whether a text seems to be an outline: a list with lists inside."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of an outline, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    reader = _Reader(ForeignGraph(file, log, losses), log)
    for span, line in _lines(text, file):
        if found := _ITEM.fullmatch(line):
            indent = len(found["indent"].expandtabs(4))
            _take_item(reader, indent, found["mark"], found["text"], span)
        elif heading := _HEADING.fullmatch(line.strip()):
            reader.title = reader.title or heading["title"]
            reader.above.clear()
        else:
            losses.say("what stands outside of the list is left out", span)
    for name, span in reader.references:
        if name not in reader.claims:
            log.report(Fault.UNKNOWN_REFERENCE, span, f"there is no claim {quoted(name)}")
    for name, step in reader.steps.items():
        reader.graph.argument(name, step.premises, step.target, step.span, polarity=step.polarity)
    return reader.graph.built(title=reader.title, theses=list(dict.fromkeys(reader.theses)))


def _lines(text: str, file: str) -> Iterator[tuple[Span, str]]:
    """Yield the items of lists, each with the lines that continue it, and other lines."""
    item: list[str] = []
    start = 0
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        is_item = _ITEM.fullmatch(line.rstrip()) is not None
        if item and line[:1] in (" ", "\t") and not is_item and line.strip():
            item.append(line.strip())
            continue
        if item:
            end = Position(start + len(item) - 1, 1 + len(item[-1]))
            yield Span(file, Position(start, 1), end), " ".join(item).rstrip()
            item = []
        if is_item:
            item, start = [line.rstrip()], number
        elif line.strip():
            yield Span(file, Position(number, 1), Position(number, len(line) + 1)), line


def _take_item(reader: _Reader, indent: int, mark: str, text: str, span: Span) -> None:
    _leave(reader, indent, mark)
    parent = reader.above[-1] if reader.above else None
    polarity = Polarity.ATTACK if mark in "-~" else Polarity.SUPPORT
    if word := _WORDS.match(text):
        text = text[word.end() :]
        polarity = Polarity.ATTACK if word["word"].lower() in _AGAINST else Polarity.SUPPORT
    claim = _claim(reader, text, span)
    if claim is None:
        return
    if parent is None:
        if mark in "&~":
            message = f"“{mark}” stands below something that it belongs to"
            reader.log.report(Fault.NOTATION_SYNTAX, span, message)
        reader.theses.append(claim)
        reader.above.append((indent, claim, None))
    elif mark == "&":
        _link(reader, parent[2], indent, claim, span)
    else:
        _bear(reader, parent[2] if mark == "~" else parent[1], indent, claim, polarity, span)


def _leave(reader: _Reader, indent: int, mark: str) -> None:
    """Forget the items above that this one does not stand below."""
    while reader.above and reader.above[-1][0] >= indent:
        if mark == "&" and reader.above[-1][0] == indent:
            return
        reader.above.pop()


def _link(reader: _Reader, step: str | None, indent: int, claim: str, span: Span) -> None:
    if step is None:
        message = "“&” follows a premise that it is linked with"
        reader.log.report(Fault.NOTATION_SYNTAX, span, message)
        return
    reader.steps[step].premises.append(claim)
    reader.above[-1] = (indent, claim, step)


def _bear(
    reader: _Reader, target: str | None, indent: int, claim: str, polarity: Polarity, span: Span
) -> None:
    if target is None:
        message = "“~” speaks against a step, and stands below a premise of it"
        reader.log.report(Fault.NOTATION_SYNTAX, span, message)
        return
    # A blank is no part of an id.
    name = f"step {len(reader.steps) + 1}"
    reader.steps[name] = _Step([claim], target, polarity, span)
    reader.above.append((indent, claim, name))


def _claim(reader: _Reader, text: str, span: Span) -> str | None:
    """Note a claim, or find the one that is referred to; return its name in the graph."""
    found = _ID.search(text)
    name = found["id"] if found else None
    words = text[: found.start()] if found else text
    if name is not None and not words.strip():
        reader.references.append((name, span))
        return name
    if name is not None and not is_id(name):
        reader.log.report(Fault.BAD_VALUE, span, f"{quoted(name)} is not an id")
        return None
    tags = tuple(dict.fromkeys(tag["tag"] for tag in _TAG.finditer(words)))
    words = _ESCAPED.sub(r"\1", _TAG.sub("", words))
    key = name or f"claim {len(reader.claims) + 1}"
    reader.graph.claim(key, one_line(words), span, wanted=name, tags=tags)
    reader.claims.add(key)
    return key

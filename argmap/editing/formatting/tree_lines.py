"""The tree of a map → its lines, each with the place in the text that it comes from."""

import re
from bisect import bisect_left
from textwrap import dedent
from typing import NamedTuple

from argmap.checks.comma_in_claim import is_split
from argmap.document.handwriting import Handwriting, Paragraph
from argmap.document.nodes import Entry, Mapping, Node, Scalar, Sequence
from argmap.document.text_writing import (
    WIDTH,
    folded_lines,
    in_double_quotes,
    is_foldable,
    is_plain,
    is_printable,
    on_one_line,
    written_text,
)
from argmap.source import Position

_STEP = 2
# What other readers of YAML take for a number or a date, and the author may have put in quotes.
_LIKE_A_NUMBER = re.compile(r"[-+]?[.\d][\d._:eExXoO+-]*(?:[T ][\d:.Z+-]+)?")
_SIGN = re.compile(r"[|>]")


class Line(NamedTuple):
    """One key, or item of a list, with what stands behind it: the lines that are written for it.

    `start` and `end` are where it stood; `column` is that of its first dash, or of what follows,
    and `indent` how many spaces are before this now; what stands behind its dashes begins at
    `inner_column` and now at `inner`. `opens` says that there is more below that belongs to it.
    The first of the `texts` lacks its indentation. Where the text goes on in lines that are kept
    as they were (`is_kept`), a comment can stand beside none of them.
    """

    start: Position
    end: Position
    column: int
    indent: int
    inner_column: int
    inner: int
    texts: tuple[str, ...]
    opens: bool = False
    is_kept: bool = False


class _Pending(NamedTuple):
    """What is to be written: an entry or an item, the dashes before it, and their column."""

    what: Entry | Node
    indent: int
    dashes: str = ""
    column: int = 0


def lines_of(root: Mapping, text: str, handwriting: Handwriting) -> list[Line]:
    """Return the lines of a whole map, in their order."""
    return _Writer(text, handwriting).lines(root)


class _Writer:
    """Writes one tree; what stood where is looked up in its text."""

    def __init__(self, text: str, handwriting: Handwriting) -> None:
        self._source = text.split("\n")
        self._comments = [comment.span.start for comment in handwriting.comments]
        # What a comma made two of is seen within brackets only.
        self._split = {one.items[0].span.start for one in handwriting.lists if is_split(one)}
        # One of their lines may be meant as a key or an item, which only whoever wrote it knows.
        self._kept = {one.scalar.span.start: one for one in handwriting.paragraphs}

    def lines(self, root: Mapping) -> list[Line]:
        """Return the lines of a map."""
        found: list[Line] = []
        waiting = [_Pending(entry, 0) for entry in reversed(root.entries)]
        while waiting:
            one = waiting.pop()
            line, inside = self._line(one)
            if line is not None:
                found.append(line)
            waiting += reversed(inside)
        return found

    def _line(self, one: _Pending) -> tuple[Line | None, list[_Pending]]:
        """Return the line of something, if it has one of its own, and what comes below."""
        if isinstance(one.what, Entry):
            key, value = one.what
            head = f"{one.dashes}{self._key(key)}:"
            start = key.span.start
            room = WIDTH - one.indent - len(head) + len(one.dashes) - 1
            indent = one.indent + _STEP
        else:
            key, value = None, one.what
            head, start = one.dashes.rstrip(" "), value.span.start
            room, indent = WIDTH - one.indent, one.indent
        texts = self._value(value, indent, room)
        if texts is not None:
            first = f"{head} {texts[0]}".rstrip(" ")
            written = (first, *texts[1:])
            is_kept = value.span.start in self._kept
            return self._at(one, start, value.span.end, written)._replace(is_kept=is_kept), []
        if key is None:
            return None, self._below(value, one.indent, one.dashes, one.column)
        # What ends the line is the colon, and a bracket that opens there.
        line = self._at(one, start, key.span.end, (head,))._replace(opens=True)
        return line, self._below(value, indent)

    def _at(self, one: _Pending, start: Position, end: Position, texts: tuple[str, ...]) -> Line:
        column = one.column or start.column
        indent = one.indent - len(one.dashes)
        return Line(start, max(start, end), column, indent, start.column, one.indent, texts)

    def _below(self, value: Node, indent: int, dashes: str = "", column: int = 0) -> list[_Pending]:
        """Return what stands in a mapping or list; the first has the dashes before it."""
        found: list[_Pending] = []
        if isinstance(value, Mapping):
            found = [_Pending(entry, indent) for entry in value.entries]
            if dashes:
                found[0] = found[0]._replace(dashes=dashes, column=column)
        elif isinstance(value, Sequence):
            inner, own = indent + _STEP, 0 if self._is_flow(value) else value.span.start.column
            found = [_Pending(item, inner, "- ", own) for item in value.items]
            found[0] = found[0]._replace(dashes=f"{dashes}- ", column=column or own)
        return found

    def _value(self, value: Node, indent: int, room: int) -> list[str] | None:
        """Return the lines of a value that has no more than those, else None."""
        if isinstance(value, Scalar):
            return self._scalar(value, indent, room)
        if not (value.entries if isinstance(value, Mapping) else value.items):
            return [self._flow(value)]
        if not self._is_flow(value):
            return None
        if self._is_split(value) and value.span.start.line == value.span.end.line:
            line = self._source[value.span.start.line - 1]
            return [line[value.span.start.column - 1 : value.span.end.column - 1]]
        flow = self._flow(value)
        return [flow] if len(flow) <= room and not self._has_comment(value) else None

    def _is_split(self, value: Node) -> bool:
        return isinstance(value, Sequence) and value.items[0].span.start in self._split

    def _scalar(self, scalar: Scalar, indent: int, room: int) -> list[str]:
        value, sign = scalar.value, self._first(scalar)
        kept = self._kept.get(scalar.span.start)
        if kept is not None and sign != "|":
            return _kept_lines(kept, indent)
        if (
            scalar.plain
            and self._is_on_one_line(scalar)
            and (len(value) <= room or not is_foldable(value))
        ):
            return [value]
        is_block = not scalar.plain and _SIGN.match(sign) is not None
        if is_block and sign == ">" and "\n" in value and _has_paragraphs(value):
            return _folded(value, indent)
        if is_block and sign == "|" and "\n" not in value and is_foldable(value):
            # A text without breaks needs no sign that keeps them.
            return written_text(value, indent, room)
        single = self._on_one_line(scalar)
        if "\n" in value or (len(single) > room and is_foldable(value)):
            return written_text(value, indent, room)
        return [single]

    def _on_one_line(self, scalar: Scalar, *, in_flow: bool = False) -> str:
        value, sign = scalar.value, self._first(scalar)
        if scalar.absent or (scalar.plain and self._is_on_one_line(scalar)):
            return value
        if not scalar.plain and sign in "\"'":
            if is_plain(value, in_flow=in_flow) and not _LIKE_A_NUMBER.fullmatch(value):
                return value
            if sign == "'" and ('"' in value or "\\" in value) and is_printable(value):
                return "'" + value.replace("'", "''") + "'"
            return in_double_quotes(value)
        return on_one_line(value, in_flow=in_flow)

    def _key(self, key: Scalar) -> str:
        return self._on_one_line(key, in_flow=True)

    def _flow(self, value: Node) -> str:
        """Return a list or mapping as it stands within brackets on one line."""
        parts: list[str] = []
        waiting: list[Node | str] = [value]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one)
            elif isinstance(one, Scalar):
                parts.append(self._on_one_line(one, in_flow=True))
            else:
                waiting += reversed(self._flow_parts(one))
        return "".join(parts)

    def _flow_parts(self, value: Mapping | Sequence) -> list[Node | str]:
        found: list[Node | str] = []
        if isinstance(value, Sequence):
            for item in value.items:
                found += [", " if found else "[", item]
            return [*found, "]"] if found else ["[]"]
        for key, under in value.entries:
            found += [", " if found else "{", self._key(key)]
            if self._has_colon(key):
                found += [": ", under]
        return [*found, "}"] if found else ["{}"]

    def _first(self, node: Node) -> str:
        start = node.span.start
        return self._source[start.line - 1][start.column - 1 : start.column] or " "

    def _is_flow(self, value: Mapping | Sequence) -> bool:
        return self._first(value) in "[{"

    def _has_colon(self, key: Scalar) -> bool:
        """Return whether a colon stands behind a key; within brackets it may be missing."""
        end = key.span.end
        return self._source[end.line - 1][end.column - 1 :].lstrip(" \t").startswith(":")

    def _has_comment(self, value: Node) -> bool:
        index = bisect_left(self._comments, value.span.start)
        return index < len(self._comments) and self._comments[index] < value.span.end

    def _is_on_one_line(self, scalar: Scalar) -> bool:
        return scalar.span.start.line == scalar.span.end.line


def _kept_lines(paragraph: Paragraph, indent: int) -> list[str]:
    """Return the lines of a text as they were, but for their indentation."""
    if paragraph.sign:
        body = dedent("\n".join(paragraph.lines)).split("\n")
        return [
            paragraph.sign,
            *(" " * indent + line if line.strip(" \t") else "" for line in body),
        ]
    first, *others = (line.strip(" \t") for line in paragraph.lines)
    return [first, *(" " * indent + line if line else "" for line in others)]


def _has_paragraphs(value: str) -> bool:
    """Return whether a text of several lines can stand below the sign `>`."""
    body = value.removesuffix("\n")
    return (
        not body.startswith("\n")
        and not body.endswith("\n")
        and all(not line or is_foldable(line) for line in body.split("\n"))
    )


def _folded(value: str, indent: int) -> list[str]:
    """Return the lines of a text of several paragraphs below the sign `>`."""
    found = [">" if value.endswith("\n") else ">-"]
    for number, line in enumerate(value.removesuffix("\n").split("\n")):
        if number:
            found.append("")
        if line:
            found += (" " * indent + part for part in folded_lines(line, indent))
    return found

"""Edits that replace, add or remove what stands in a map, where it is written."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.document.nodes import Entry, Mapping, Node, Scalar
from argmap.document.nodes import Sequence as SequenceNode
from argmap.document.text_writing import on_one_line, written_text
from argmap.editing.adding import ROOM, appended
from argmap.editing.extracting import last_line
from argmap.edits import Edit
from argmap.source import Position, Span

_ITEM = re.compile(r" *- +")
_NESTED = frozenset(("premises", "arguments", "rebuttals", "backing", "claims", "thesis", "style"))


class Places:
    """A document, in which nodes are found by where they begin."""

    def __init__(self, root: Mapping, text: str) -> None:
        """Look through the tree of a text."""
        self._lines = text.split("\n")
        self._mappings: dict[Position, Mapping] = {}
        self._items: dict[Position, SequenceNode] = {}
        self._entries: dict[Position, tuple[Mapping, Entry]] = {}
        for node in _nodes(root):
            if isinstance(node, Mapping):
                self._mappings[node.span.start] = node
                for entry in node.entries:
                    self._entries[entry.value.span.start] = (node, entry)
                    self._entries[entry.key.span.start] = (node, entry)
            elif isinstance(node, SequenceNode):
                self._items.update((item.span.start, node) for item in node.items)

    def with_field(self, place: Span, field: str, value: str | None) -> tuple[Edit, ...]:
        """Return the edits that write a value, or none, under a key of what stands at a place.

        A `text` is given as it is read, all else as YAML. No edits where it cannot be done.
        """
        mapping = self._mappings.get(place.start)
        if mapping is None:
            return self._of_bare(place, field, value)
        entry = next((one for one in mapping.entries if one.key.value == field), None)
        if entry is None:
            return self._added(mapping, field, value) if value is not None else ()
        if value is None:
            return self._removed(mapping, entry)
        return (Edit(self._own(entry.value), self._written(entry.key, field, value)),)

    def listed(self, place: Span) -> SequenceNode | None:
        """Return the list of the premises of an argument: its own, or that of its target."""
        mapping = self._mappings.get(place.start)
        value = mapping.get("premises") if mapping is not None else None
        if value is None and place.start in self._entries:
            entry = self._entries[place.start][1]
            value = entry.value if entry.key.value == "premises" else None
        return value if isinstance(value, SequenceNode) else None

    def with_items(
        self, place: Span, field: str, gone: Iterable[Span], new: Iterable[str]
    ) -> tuple[Edit, ...]:
        """Return the edits that change a list; none where it is none, or nothing would be left."""
        mapping = self._mappings.get(place.start)
        listed = mapping.get(field) if mapping is not None else None
        if not isinstance(listed, SequenceNode):
            return ()
        text = "\n".join(self._lines)
        added = [edit for one in new for edit in appended(listed, _Written(one), text)]
        return (*self.without(gone), *added)

    def without(self, places: Iterable[Span]) -> tuple[Edit, ...]:
        """Return the edits that remove items and entries; none where one of them cannot be."""
        edits: list[Edit] = []
        by_list: dict[Span, list[Node]] = {}
        lists: dict[Span, SequenceNode] = {}
        for place in places:
            listed = self._items.get(place.start)
            if listed is not None:
                item = next(one for one in listed.items if one.span.start == place.start)
                by_list.setdefault(listed.span, []).append(item)
                lists[listed.span] = listed
            elif place.start in self._entries:
                edits += self._removed(*self._entries[place.start])
            else:
                return ()
        for span, items in by_list.items():
            listed = lists[span]
            if len(set(items)) == len(listed.items):
                if span.start not in self._entries:
                    return ()
                edits += self._removed(*self._entries[span.start])
            else:
                edits += self._without_items(listed, items)
        return tuple(edits)

    def _of_bare(self, place: Span, field: str, value: str | None) -> tuple[Edit, ...]:
        before = self._lines[place.start.line - 1][: place.start.column - 1]
        is_block = _ITEM.fullmatch(before) is not None
        key = re.fullmatch(r"( *)(?:- +)*[\w-]+: +", before)
        if value is None or not (is_block or key or place.start.line == place.end.line):
            return ()
        if field == "text":
            if is_block or key:
                indent = len(before) if is_block else len(before) - len(before.lstrip(" -")) + 2
                return (Edit(place, "\n".join(written_text(value, indent, ROOM))),)
            return (Edit(place, on_one_line(value, in_flow=True)),)
        start, end = place.start, place.end
        if place.start.line != place.end.line:
            return ()
        if is_block:
            inside = " " * (start.column - 1)
            return (
                _put(place, start, "text: "),
                _put(place, self._end_of_line(end.line), f"\n{inside}{field}: {value}"),
            )
        return (_put(place, start, "{text: "), _put(place, end, f", {field}: {value}}}"))

    def _written(self, key: Scalar, field: str, value: str) -> str:
        if field != "text":
            return value
        before = self._lines[key.span.start.line - 1][: key.span.start.column - 1]
        if before.strip(" -"):
            return on_one_line(value, in_flow=True)
        return "\n".join(written_text(value, key.span.start.column + 1, ROOM))

    def _own(self, node: Node) -> Span:
        """Return where a value is written: a block of text may end on the line of what follows."""
        span = node.span
        if span.end.column > 1 or span.end.line == span.start.line:
            return span
        return Span(span.file, span.start, self._end_of_line(span.end.line - 1))

    def _end_of_line(self, number: int) -> Position:
        return Position(number, len(self._lines[number - 1].removesuffix("\r")) + 1)

    def _added(self, mapping: Mapping, field: str, value: str) -> tuple[Edit, ...]:
        first = mapping.entries[0].key.span
        indent = " " * (first.start.column - 1)
        above = [one for one in mapping.entries if one.key.value not in _NESTED]
        if self._is_flow(mapping.span):
            if above:
                return (_put(first, above[-1].value.span.end, f", {field}: {value}"),)
            return (_put(first, first.start, f"{field}: {value}, "),)
        if not above:
            return (_put(first, first.start, f"{field}: {value}\n{indent}"),)
        end = self._end_of_line(last_line(above[-1].value, self._lines))
        return (_put(first, end, f"\n{indent}{field}: {value}"),)

    def _removed(self, mapping: Mapping, entry: Entry) -> tuple[Edit, ...]:
        number, span = mapping.entries.index(entry), entry.key.span
        following = mapping.entries[number + 1 :]
        line = self._lines[span.start.line - 1]
        if not self._is_flow(mapping.span) and not line[: span.start.column - 1].strip():
            last = last_line(entry.value, self._lines)
            return (self._without_lines(span, max(last, span.end.line)),)
        if following:
            return (Edit(Span(span.file, span.start, following[0].key.span.start), ""),)
        if not number:
            return ()
        before = self._own(mapping.entries[number - 1].value)
        return (Edit(Span(span.file, before.end, self._own(entry.value).end), ""),)

    def _without_items(self, listed: SequenceNode, gone: list[Node]) -> Iterator[Edit]:
        """Yield the edits that take some items, but not all, out of a list."""
        starts, has_kept = {item.span.start for item in gone}, False
        for number, item in enumerate(listed.items):
            span = item.span
            if span.start not in starts:
                has_kept = True
            elif not self._is_flow(listed.span):
                before = self._lines[span.start.line - 1][: span.start.column - 1]
                if re.fullmatch(r" *- +", before):
                    yield self._without_lines(span, last_line(item, self._lines))
            elif has_kept:
                yield Edit(Span(span.file, listed.items[number - 1].span.end, span.end), "")
            else:
                following = listed.items[number + 1].span.start
                yield Edit(Span(span.file, span.start, following), "")

    def _without_lines(self, span: Span, last: int) -> Edit:
        first = Position(span.start.line, 1)
        if last < len(self._lines):
            return Edit(Span(span.file, first, Position(last + 1, 1)), "")
        return Edit(Span(span.file, first, self._end_of_line(last)), "")

    def _is_flow(self, span: Span) -> bool:
        line = self._lines[span.start.line - 1]
        return line[span.start.column - 1 : span.start.column] in ("{", "[")


class _Written(NamedTuple):
    """An item of a list that is written on one line."""

    text: str

    def lines(self) -> list[str]:
        return [f"- {self.text}"]

    def in_flow(self) -> str:
        return self.text


def items_of(node: Node | None) -> tuple[Node, ...]:
    """Return the items of a list, a lone one without brackets among them."""
    if node is None:
        return ()
    return node.items if isinstance(node, SequenceNode) else (node,)


def joined(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits of which those that put something in at one place are one."""
    at: dict[Span, str] = {}
    for edit in dict.fromkeys(edits):
        is_put = edit.span.start == edit.span.end
        at[edit.span] = at.get(edit.span, "") + edit.text if is_put else edit.text
    return [Edit(span, text) for span, text in at.items()]


def _put(near: Span, place: Position, text: str) -> Edit:
    return Edit(Span(near.file, place, place), text)


def _nodes(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Mapping):
            waiting += [entry.value for entry in node.entries]
        elif isinstance(node, SequenceNode):
            waiting += node.items

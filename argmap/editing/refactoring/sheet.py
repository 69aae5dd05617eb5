"""A text with a whole map as those see it who write it otherwise: where what stands in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import NamedTuple, TypeVar

from argmap.document.nodes import Entry, Mapping, Node, Scalar
from argmap.document.nodes import Sequence as SequenceNode
from argmap.document.parsing import Document, parse
from argmap.editing.extracting import last_line
from argmap.editing.places import Places
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.reader.drafts import ArgumentDraft, ClaimDraft
from argmap.reader.written import Written
from argmap.source import Position, Span

Part = TypeVar("Part")
# What may stand under these keys is a claim, a reference or an argument, or a list of them.
_HOLDING = frozenset(("thesis", "claims", "premises", "arguments", "rebuttals", "backing"))


class RefactoringError(ArgmapError):
    """Something cannot be written otherwise without a loss, or has no place where it should go."""


class Sort(Enum):
    """What an offer does to a map: the words by which editors sort them."""

    EXTRACT = "extract"
    INLINE = "inline"
    REWRITE = "rewrite"


@dataclass(frozen=True)
class Offer:
    """Something that can be written otherwise: `make` returns the text after.

    `make` raises an ArgmapError where it turns out that this cannot be done. `mends` is the code of
    the finding that is gone then, where there is one.
    """

    title: str
    sort: Sort
    make: Callable[[], str]
    mends: str | None = None


class Seat(NamedTuple):
    """A claim, a reference or an argument where it is written.

    `entry` is the key that it stands under, alone or in a list, and `holder` what has that key.
    """

    node: Node
    entry: Entry
    holder: Mapping

    @property
    def role(self) -> str:
        """Return the key that it stands under."""
        return self.entry.key.value

    @property
    def listed(self) -> SequenceNode | None:
        """Return the list that it is an item of, or None."""
        return self.entry.value if isinstance(self.entry.value, SequenceNode) else None

    @property
    def is_argument(self) -> bool:
        """Return whether this is an argument with premises of its own."""
        return is_argument(self.node)


def is_argument(node: Node) -> bool:
    """Return whether a node is an argument, and no claim or reference."""
    return isinstance(node, Mapping) and node.get("text") is None and node.get("ref") is None


@dataclass(frozen=True)
class Sheet:
    """A text, its tree, what is read of it, which is a whole map, and how a changed one is read.

    `texts` returns the texts of its sources by their keys, as far as there are any.
    """

    reading: Reading
    tree: Document
    read: Callable[[str], Reading]
    texts: Callable[[], dict[str, str]] = dict

    def of(self, reading: Reading) -> "Sheet":
        """Return the sheet of a changed text, of which this is read."""
        return replace(self, reading=reading, tree=parse(reading.text, file=reading.file))

    @property
    def text(self) -> str:
        """Return the text, with lines that end in `\\n`."""
        return self.tree.text

    @cached_property
    def written(self) -> Written:
        """Return the drafts and their ids."""
        return self.reading.written

    @property
    def map(self) -> ArgumentMap:
        """Return the map."""
        assert self.reading.map is not None, "only whole maps are written otherwise"
        return self.reading.map

    @property
    def root(self) -> Mapping:
        """Return the root of the tree."""
        assert isinstance(self.tree.root, Mapping), "a whole map is a mapping"
        return self.tree.root

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines of the text."""
        return self.text.split("\n")

    @cached_property
    def places(self) -> Places:
        """Return what finds the edits of single values."""
        return Places(self.root, self.text)

    @cached_property
    def comment_lines(self) -> frozenset[int]:
        """Return the numbers of the lines that have nothing but a comment."""
        found = (one.span.start.line for one in self.reading.handwriting.comments)
        return frozenset(n for n in found if self.lines[n - 1].lstrip().startswith("#"))

    @cached_property
    def _claims(self) -> dict[Position, ClaimDraft]:
        return {one.span.start: one for one in self.written.drafts.claims}

    @cached_property
    def _arguments(self) -> dict[Position, ArgumentDraft]:
        return {one.span.start: one for one in self.written.drafts.arguments}

    def claim(self, node: Node) -> ClaimDraft | None:
        """Return the draft of the claim that a node is, None where it is none."""
        return self._claims.get(node.span.start)

    def node_at(self, position: Position) -> Node:
        """Return the claim, reference or argument that begins at a position."""
        return next(one.node for one in self.seats(position) if one.node.span.start == position)

    def claim_id(self, node: Node) -> str | None:
        """Return the id of the claim that a node is or refers to, None where it is an argument."""
        if isinstance(node, Mapping):
            name = node.get("ref")
            if isinstance(name, Scalar):
                return name.value
        draft = self._claims.get(node.span.start)
        return None if draft is None else self.written.naming.ids.get(draft)

    def argument_id(self, node: Node) -> str | None:
        """Return the id of the argument that a node is, or that a claim stands for."""
        draft = self._arguments.get(node.span.start)
        return None if draft is None else self.written.naming.ids.get(draft)

    def is_flow(self, span: Span) -> bool:
        """Return whether brackets or braces begin at a span."""
        return self.lines[span.start.line - 1][span.start.column - 1 :][:1] in ("{", "[")

    def in_flow(self, span: Span) -> bool:
        """Return whether something stands within brackets or braces, or behind other words."""
        before = self.lines[span.start.line - 1][: span.start.column - 1]
        return bool(before.strip(" -"))

    def last_line(self, node: Node) -> int:
        """Return the number of the last line of a node."""
        return last_line(node, self.lines)

    def seats(self, position: Position) -> tuple[Seat, ...]:
        """Return what stands at a position, the innermost first."""
        found: list[Seat] = []
        at = self._words(position)
        node: Node | None = self.root
        while isinstance(node, Mapping):
            holder = node
            entry = self._holding(
                at, ((each, each.key.span.start, each.value) for each in holder.entries)
            )
            if entry is None or entry.key.value not in _HOLDING:
                break
            node = entry.value
            if isinstance(node, SequenceNode):
                node = self._holding(at, ((each, each.span.start, each) for each in node.items))
            elif at < node.span.start:
                node = None
            if node is not None:
                found.append(Seat(node, entry, holder))
        return tuple(reversed(found))

    def _words(self, position: Position) -> Position:
        """Return a position, moved behind what begins its line if it stands before that."""
        line = self.lines[position.line - 1]
        begin = len(line) - len(line.lstrip(" -"))
        return Position(position.line, max(position.column, begin + 1))

    def _holding(self, at: Position, parts: Iterable[tuple[Part, Position, Node]]) -> Part | None:
        """Return the last of several parts that begins before a position, if it reaches there."""
        found = None
        for part, start, node in parts:
            if start <= at:
                found = part if at.line <= max(self.last_line(node), start.line) else None
        return found

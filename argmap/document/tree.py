"""The parser's events → a tree with spans, without recursion and with an early end."""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from argmap.diagnostics import Related
from argmap.document import loaders
from argmap.document.nodes import Entry, Mapping, Node, Scalar, Sequence
from argmap.document.question_marks import question_mark, refused
from argmap.document.reading import unwritable
from argmap.document.recovery import GAP
from argmap.document.slips import slip_at
from argmap.faults import Fault, FaultLog, quoted
from argmap.source import Position, Span, at_start

DEEPEST = 100
# Maps of 50,000 claims have some 600,000 keys and values, of twenty characters on average. What is
# much denser says nothing, but would take as much time and memory.
MOST_NODES = 1_000_000
MOST_DENSE_NODES = 125_000
DENSE = 8
# A hundred times the longest chapter that anybody would read as one claim.
LONGEST_TEXT = 1024 * 1024


class StopError(Exception):
    """Nothing more can be made of the document; the reason is in the log."""


@dataclass(slots=True)
class _Open:
    """A sequence or mapping whose end has not come yet; a mapping's keys and values alternate."""

    is_mapping: bool
    start: Position
    is_flow: bool = False
    has_gap: bool = False
    parts: list[Node] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)


class Beginning(NamedTuple):
    """How a file of some kind begins: the rule, and what to do where it does not."""

    rule: str
    advice: str


OF_A_MAP = Beginning(
    "a map begins with keys such as “argmap” and “thesis”",
    "begin the file with the line “argmap: 1”",
)


class TreeBuilder:
    """Builds one tree; lives as long as the parser runs.

    `quoted` are the first and the last line of the text in quotes that was read last, `gaps` the
    lines of keys under which nothing could be read; `beginning` is how such a file begins.
    """

    def __init__(self, text: str, file: str, log: FaultLog, beginning: Beginning) -> None:
        """Begin with no tree; faults go to the log."""
        self._beginning = beginning
        self._text = text
        self._file = file
        self._log = log
        self.root: Node | None = None
        self.quoted = (0, 0)
        self.gaps: list[int] = []
        self._open: list[_Open] = []
        self._nodes = 0
        self._lines = text.split("\n")

    @property
    def bracket(self) -> int:
        """Return the line of the first bracket that is not closed yet, or 0."""
        return next((one.start.line for one in self._open if one.is_flow), 0)

    def build(self, loader: Any, data: bytes) -> None:
        """Make the root. Raises StopError after a fault that ends the parsing."""
        with loaders.events_of(data, loader=loader) as events:
            for event in events:
                if self._nodes >= MOST_DENSE_NODES:
                    self._refuse_too_many(event)
                self._take(event)
        if self.root is None:
            start, message = at_start(self._file), "the file is empty"
            self._stop(Fault.NOT_A_MAP, start, message, self._beginning.advice)

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor or event.tag:
                self._refuse_properties(event)
            self._add(self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            if event.anchor or event.tag:
                self._refuse_properties(event)
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end(event)
        elif isinstance(event, yaml.AliasEvent):
            span = self._span(event)
            message = f"the alias “*{event.anchor}” cannot be used in a map"
            self._log.report(Fault.ALIAS, span, message, help=_USE_REF)
            # Something must stand here, or keys and values would change places.
            self._add(Scalar(str(event.anchor), span, plain=False))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            message = "a second document begins here; a file holds one map"
            self._stop(Fault.YAML_SYNTAX, self._span(event), message, _ONE_DOCUMENT)

    def _refuse_too_many(self, event: Any) -> None:
        dense = event.end_mark.index < DENSE * self._nodes
        if dense or self._nodes >= MOST_NODES:
            message = f"the map has more than {self._nodes:,} keys and values"
            self._stop(Fault.TOO_LARGE, self._span(event), message, "split the map into several")

    def _begin(self, event: Any) -> None:
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        if len(self._open) == DEEPEST:
            # Only then: a sound map needs no words for what is wrong.
            from argmap.document.syntax import GO_FLAT

            message = f"the map is nested more than {DEEPEST} levels deep here"
            self._stop(Fault.TOO_DEEP, self._span(event), message, GO_FLAT)
        if not self._open and not is_mapping:
            self._refuse_root(self._span(event), "a list")
        is_flow = bool(event.flow_style)
        self._open.append(_Open(is_mapping, _position(event.start_mark), is_flow))

    def _end(self, event: Any) -> None:
        ended = self._open.pop()
        # A block ends where its last part ends, not where the next one begins.
        is_flow = event.end_mark.index > event.start_mark.index
        closed = is_flow or not ended.parts
        end = _position(event.end_mark) if closed else ended.parts[-1].span.end
        span = Span(self._file, ended.start, max(ended.start, end))
        if ended.has_gap and not ended.parts and self._open:
            self._pass_over(Scalar(GAP, span))
        elif ended.is_mapping:
            self._add(self._mapping(ended, span))
        else:
            self._add(Sequence(tuple(ended.parts), span))

    def _add(self, node: Node) -> None:
        self._nodes += 1
        if not self._open:
            if not isinstance(node, Mapping):
                is_absent = isinstance(node, Scalar) and node.absent
                self._refuse_root(node.span, "nothing" if is_absent else "a text")
            self.root = node
            return
        if isinstance(node, Scalar) and not node.value.isascii() and GAP in node.value:
            self._pass_over(node)
            return
        parent = self._open[-1]
        if parent.is_mapping and len(parent.parts) % 2 == 0:
            self._check_key(node, parent)
        parent.parts.append(node)

    def _pass_over(self, gap: Scalar) -> None:
        """Keep what cannot be read out of the tree, with its key."""
        parent = self._open[-1]
        parent.has_gap = True
        if parent.is_mapping and len(parent.parts) % 2 == 0:
            # Its value comes yet.
            parent.parts.append(gap)
        elif parent.is_mapping:
            self.gaps.append(parent.parts.pop().span.start.line)

    def _check_key(self, key: Node, parent: _Open) -> None:
        if not isinstance(key, Scalar):
            message = "a list or mapping cannot be a key"
            self._log.report(Fault.WRONG_KIND, key.span, message, help=_QUOTE_BRACKETS)
            return
        if key.plain and key.value == "<<":
            message = "the merge key “<<” cannot be used in a map"
            self._log.report(Fault.ALIAS, key.span, message, help=_USE_REF)
        first = parent.keys.setdefault(key.value, key)
        if first is not key:
            self._log.report(
                Fault.DUPLICATE_KEY,
                key.span,
                f"the key {quoted(key.value)} occurs twice here",
                related=(Related(first.span, "it is here already"),),
                help="write one of them, or put both values into one list where a list is allowed",
            )

    def _mapping(self, ended: _Open, span: Span) -> Mapping | Scalar:
        entries = []
        question = None
        for key, value in zip(ended.parts[::2], ended.parts[1::2], strict=True):
            if isinstance(key, Scalar) and ended.keys.get(key.value) is key and key.value != "<<":
                is_key = not isinstance(value, Scalar) or not value.absent
                mark = None if is_key else question_mark(key, self._lines)
                if mark is not None:
                    question = refused(key, mark, log=self._log)
                else:
                    entries.append(Entry(key, value))
        if question is not None and not entries and self._open:
            return question
        return Mapping(tuple(entries), span)

    def _scalar(self, event: Any) -> Scalar:
        span = self._span(event)
        value = event.value if event.value.isascii() else loaders.value_of(event, self._text)
        if len(value) > LONGEST_TEXT:
            message = "the text that begins here has more than a million characters"
            self._stop(Fault.TOO_LARGE, span, message, _NO_WHOLE_BOOK)
        if not event.style and value and span.start.line == span.end.line:
            return tuple.__new__(Scalar, (value, span, True))
        if event.style in ("'", '"'):
            self.quoted = (span.start.line, span.end.line)
        if event.style == '"':
            found = unwritable(value)
            if found:
                message = f"the text holds a character that no map may hold ({found})"
                self._log.report(Fault.BAD_VALUE, span, message, help=_WRITE_ITSELF)
                value = "".join("�" if unwritable(c) else c for c in value)
        elif event.style in ("|", ">"):
            # The parser's mark stands where the next thing begins, after any blank lines.
            span = Span(self._file, span.start, self._before_space(event.end_mark))
        elif not event.style and value:
            self._refuse_swallowed_item(event, span)
        elif not event.style:
            # The parsers disagree on where nothing stands.
            place = self._before_space(event.start_mark)
            span = Span(self._file, place, place)
        return Scalar(value, span, plain=not event.style)

    def _refuse_swallowed_item(self, event: Any, span: Span) -> None:
        """Report a dash that was meant to begin an item but stands too far to the right."""
        start, end = event.start_mark, event.end_mark
        found = _ITEM_INSIDE.search(self._text, start.index, end.index)
        if found is None:
            return
        line = start.line + 1 + self._text.count("\n", start.index, found.end())
        column = found.end() - self._text.rfind("\n", 0, found.end()) - 2
        place = Span(self._file, Position(line, column), Position(line, column + 1))
        slip = slip_at(self._text, line)
        if slip is not None and slip.above is not None:
            from argmap.document.syntax import report_slip

            report_slip(slip, self._text, file=self._file, log=self._log)
            return
        message = "this dash begins no item: its line continues the text above"
        related = (Related(span, "this text"),)
        self._log.report(Fault.YAML_SYNTAX, place, message, related=related, help=_DASH)

    def _before_space(self, mark: Any) -> Position:
        """Return the place behind the last character before `mark` that is not white space."""
        text, index = self._text, mark.index
        while index > 0 and text[index - 1].isspace():
            index -= 1
        line = mark.line - text.count("\n", index, mark.index)
        return Position(line + 1, index - text.rfind("\n", 0, index))

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"the anchor “&{event.anchor}” cannot be used in a map"
            self._log.report(Fault.ALIAS, self._span(event), message, help=_USE_REF)
        if event.tag is not None:
            # The parsers disagree on where a tag ends, so only its beginning is marked.
            start = _position(event.start_mark)
            span = Span(self._file, start, Position(start.line, start.column + 1))
            message = "a tag (a word that begins with “!”) cannot be used in a map"
            advice = "put the text in quotes if the “!” belongs to it, else remove the tag"
            self._log.report(Fault.BAD_VALUE, span, message, help=advice)

    def _refuse_root(self, span: Span, what: str) -> None:
        message = f"{self._beginning.rule}, not with {what}"
        self._stop(Fault.NOT_A_MAP, span, message, self._beginning.advice)

    def _stop(self, fault: Fault, span: Span, message: str, advice: str) -> None:
        self._log.report(fault, span, message, help=advice)
        raise StopError

    def _span(self, event: Any) -> Span:
        # Every text of a map has one, so they are made as tuples are, in half the time.
        start, end, new = event.start_mark, event.end_mark, tuple.__new__
        first = new(Position, (start.line + 1, start.column + 1))
        last = new(Position, (end.line + 1, end.column + 1))
        return new(Span, (self._file, first, last))


_ITEM_INSIDE = re.compile(r"\n[^\S\n]*-[^\S\n]")
_DASH = "align it with the dashes above; if it belongs to the text, put the whole text in quotes"
_USE_REF = "give the claim an id, and write “ref: ID” where it is used again"
_ONE_DOCUMENT = "put each map into a file of its own, or remove the line “---”"
_NO_WHOLE_BOOK = "quote what matters; a whole text goes into a file that a source names"
_QUOTE_BRACKETS = "put the text in quotes if it begins with “[” or “{”"
_WRITE_ITSELF = "write the character itself instead of an escape, or leave it out"


def _position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)

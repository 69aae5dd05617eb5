"""The lines of a Markdown outline → items: what begins an item, and what goes on with it."""

import re
from dataclasses import dataclass, field

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.losses import Losses
from argmap.formats.outline_items import Item, require_room
from argmap.formats.outline_lines import lines_of_outline
from argmap.formats.outline_text import named, unescaped
from argmap.formats.stance_marks import SIGNS, Stance, marked, stance_named
from argmap.source import Position, Span
from argmap.values import is_id, one_line

TAB = 4
_ITEM = re.compile(r"([ \t]*)(?:([-+*&~•–—−])|\d{1,9}[.)])(?:[ \t]+(.*)|$)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*))?$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+[ \t]*$")


@dataclass(slots=True)
class _Piece:
    """A line of a text: line and column count from 1."""

    line: int
    column: int
    text: str


@dataclass(slots=True)
class _Draft:
    """An item whose text may go on."""

    parent: int | None
    stance: Stance | None
    is_bulleted: bool
    is_thesis: bool
    pieces: list[_Piece]
    note: list[str] = field(default_factory=list)


@dataclass(slots=True)
class LineReader:
    """What is known while the lines of one outline are read from first to last."""

    file: str
    log: FaultLog
    losses: Losses
    title: str | None = None
    _drafts: list[_Draft] = field(default_factory=list)
    # The items that the next one may stand below: their indents, and their places.
    _above: list[tuple[int, int]] = field(default_factory=list)
    _root: int | None = None
    _heading: _Piece | None = None
    # What a line without a mark goes on with: a text, or the note on it.
    _open: _Draft | None = None
    _in_note: bool = False
    _below_rule: bool = False

    def read(self, text: str) -> list[Item]:
        """Return the items of a whole text; afterwards `title` is known."""
        after_blank = True
        for number, line in lines_of_outline(
            text, file=self.file, log=self.log, losses=self.losses
        ):
            is_blank = not line or line.isspace()
            if not is_blank:
                self._line(line, number, goes_on=not after_blank and self._open is not None)
            after_blank = is_blank
        self._settle_heading(is_thesis=not self._drafts and self.title is None)
        return [self._item(draft) for draft in self._drafts]

    def _line(self, line: str, number: int, *, goes_on: bool) -> None:
        if goes_on and _UNDERLINE.match(line) and self._is_paragraph():
            pieces = self._drafts.pop().pieces
            text = " ".join(piece.text for piece in pieces)
            self._set_heading(_Piece(pieces[0].line, pieces[0].column, text))
        elif heading := _HEADING.match(line):
            text = _CLOSING_HASHES.sub("", heading[1] or "")
            self._set_heading(_Piece(number, max(heading.start(1), 0) + 1, text))
        elif _RULE.match(line):
            self._settle_heading(is_thesis=False)
            self._below_rule, self._root, self._open = True, None, None
            self._above.clear()
        elif item := _ITEM.match(line):
            self._bulleted(item, number)
        elif goes_on and self._open is not None:
            self._go_on(self._open, line, number)
        else:
            self._paragraph(line, number)

    def _bulleted(self, found: "re.Match[str]", number: int) -> None:
        self._forget_beside(len(found[1].expandtabs(TAB)))
        text = found[3] or ""
        start = found.start(3) if found[3] is not None else found.end()
        mark = marked(text, SIGNS.get(found[2] or ""))
        text, start, stance = text[mark.length :], start + mark.length, mark.stance
        if stance is None and (group := stance_named(text)):
            stance, text = group, ""
        self._settle_heading(is_thesis=stance is not None)
        parent = self._above[-1][1] if self._above else self._root
        self._above.append((len(found[1].expandtabs(TAB)), len(self._drafts)))
        is_thesis = stance is None and parent is None and not self._below_rule
        piece = _Piece(number, start + 1, text)
        self._begin(_Draft(parent, stance, True, is_thesis, [piece]))

    def _paragraph(self, line: str, number: int) -> None:
        text = line.lstrip()
        indent = line[: len(line) - len(text)]
        self._forget_beside(len(indent.expandtabs(TAB)))
        if self._above:
            self._open, self._in_note = self._drafts[self._above[-1][1]], True
            self._open.note += ["", text.rstrip()] if self._open.note else [text.rstrip()]
            return
        self._settle_heading(is_thesis=False)
        self._root = len(self._drafts)
        piece = _Piece(number, len(indent) + 1, text)
        self._begin(_Draft(None, None, False, not self._below_rule, [piece]))

    def _forget_beside(self, indent: int) -> None:
        while self._above and self._above[-1][0] >= indent:
            self._above.pop()

    def _begin(self, draft: _Draft) -> None:
        require_room(self._drafts, self._span(draft.pieces), self.log)
        self._drafts.append(draft)
        self._open, self._in_note = draft, False

    def _go_on(self, draft: _Draft, line: str, number: int) -> None:
        text = line.lstrip()
        if self._in_note:
            draft.note.append(text.rstrip())
        else:
            draft.pieces.append(_Piece(number, len(line) - len(text) + 1, text))

    def _is_paragraph(self) -> bool:
        draft = self._open
        return draft is not None and draft is self._drafts[-1] and not draft.is_bulleted

    def _set_heading(self, heading: _Piece) -> None:
        self._settle_heading(is_thesis=False)
        if stance_named(heading.text):
            message = f"{quoted(heading.text)} is a heading; here each item says for or against"
            advice = "begin the items with “+” or “-” and leave the heading out"
            span = self._span([heading])
            self.log.report(Fault.NOTATION_SYNTAX, span, message, help=advice)
            return
        self._heading, self._open, self._root = heading, None, None
        self._above.clear()

    def _settle_heading(self, *, is_thesis: bool) -> None:
        """Decide by what follows whether the last heading is a thesis, or else the title."""
        heading, self._heading = self._heading, None
        if heading is None or not heading.text.strip():
            return
        if is_thesis:
            self._root = len(self._drafts)
            self._begin(_Draft(None, None, False, not self._below_rule, [heading]))
        elif self.title is None and not self._drafts:
            self.title = one_line(named(one_line(heading.text)).text)
        else:
            self.losses.drop("headings inside", None, self._span([heading]))

    def _item(self, draft: _Draft) -> Item:
        texts: list[str] = []
        name = None
        for piece in draft.pieces:
            ending = named(piece.text.rstrip())
            if ending.name is None or name is not None:
                texts.append(piece.text)
                continue
            name = ending.name
            texts.append(piece.text[: ending.start])
            self._require_id(name, piece, ending.place)
        text = unescaped(one_line(" ".join(texts)))
        span = self._span(draft.pieces)
        return Item(
            draft.parent,
            draft.stance,
            text,
            span,
            span,
            key=name if text else None,
            refers_to=None if text else name,
            is_thesis=draft.is_thesis,
            claim={"note": "\n".join(draft.note)} if draft.note and text else {},
        )

    def _require_id(self, name: str, piece: _Piece, place: int) -> None:
        if not is_id(name):
            start = Position(piece.line, piece.column + place)
            span = Span(self.file, start, Position(piece.line, start.column + len(name)))
            message = f"{quoted(name)} is not an id: use letters, digits, “-”, “_” and “.”"
            self.log.report(Fault.BAD_VALUE, span, message)

    def _span(self, pieces: list[_Piece]) -> Span:
        first, last = pieces[0], pieces[-1]
        end = Position(last.line, last.column + len(last.text.rstrip()))
        return Span(self.file, Position(first.line, first.column), end)

"""A text → the places in it that argmap fills, each between two markers in comments."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from argmap.diagnostics import Related
from argmap.edits import Edit
from argmap.embed.documents.syntaxes import Stretch, Syntax
from argmap.embed.options import OptionError, request_of
from argmap.embed.request import Request
from argmap.faults import Fault, FaultLog, quoted
from argmap.settings.words import Word, words_of
from argmap.source import Position, Span

NAME = "argmap"
# One letter of “argmap” may be wrong, missing or out of place; “remap” is another word.
ALIKE = 0.8
_OPENING = re.compile(rf"\s*{NAME}:(?!:)(?P<words>.*)", re.DOTALL)
_CLOSING = re.compile(rf"\s*/{NAME}\s*")
_BLANK = re.compile(r"[ \t>]*")
_ON_LINES = re.compile(r"[ \t]*[\r\n](?:.*[\r\n])?[ \t>]*", re.DOTALL)
_REST_OF_LINE = re.compile(r"[ \t]*(?:[\r\n]|\Z)")
# Longer than the mark that is looked for in the line above a marker.
_LONGEST_LINE = 80
_LEADS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
_FIRST_WORD = re.compile(r"\s*(?P<slash>/?)\s*(?P<word>[\w-]{4,9})(?P<colon>\s*:|)(?!\w)")


class Lines:
    """Where the lines of a text begin, to tell places by line and column."""

    def __init__(self, text: str, file: str) -> None:
        """Look for the ends of lines: LF, CR LF or CR."""
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]
        self._file = file

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets."""
        return Span(self._file, self._position(start), self._position(end))

    def _position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)


@dataclass(frozen=True, slots=True)
class Filled:
    """A place: what it asks for, where its marker stands, and what stands in it now.

    `start` and `end` are offsets of what is between the markers. A `block` has its markers on
    lines of their own, all lines begin with `prefix`; what is not a block stands within a line.
    One that is `alone` has both markers on one line and nothing beside them. `leads` says that the
    marker begins its line but for marks of lists and quotations, `attached` that the line above
    it is AsciiDoc’s mark for a further part of an item.
    """

    request: Request
    span: Span
    start: int
    end: int
    block: bool
    alone: bool
    prefix: str
    leads: bool
    attached: bool

    @property
    def on_its_own(self) -> bool:
        """Return whether nothing of the document stands around it, such as a link of its own."""
        return self.block or self.alone


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a picture outside of all places: its address as written, and where."""

    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Marker:
    words: str | None
    words_start: int
    start: int
    end: int


def places_in(
    text: str, syntax: Syntax, *, code: Sequence[Stretch], file: str, log: FaultLog
) -> list[Filled]:
    """Return the places of a document in their order; what is wrong with a marker is reported.

    `code` is what `syntax.code` finds.
    """
    lines = Lines(text, file)
    found = []
    opened: _Marker | None = None
    for marker in _markers(text, syntax, code, lines, log):
        span = lines.span(marker.start, marker.end)
        if marker.words is not None and opened is not None:
            outer = lines.span(opened.start, opened.end)
            message = "a place for a map begins inside another one"
            related = (Related(outer, "the other one begins here"),)
            log.report(Fault.UNPAIRED_MARKER, span, message, related=related)
        elif marker.words is not None:
            opened = marker
        elif opened is None:
            message = f"a place for a map ends here, but none has begun: {syntax.example}"
            log.report(Fault.UNPAIRED_MARKER, span, message)
        else:
            place = _filled(text, opened, marker, lines, log)
            found += [place] if place else []
            opened = None
    _report_misplaced(text, syntax, code, lines, log)
    if opened is not None:
        span = lines.span(opened.start, opened.end)
        message = f"this place for a map has no end: {syntax.example}"
        log.report(Fault.UNPAIRED_MARKER, span, message)
    return found


def words_of_markers(text: str, syntax: Syntax, *, file: str) -> Iterator[Stretch]:
    """Yield where the words of each marker stand that begins a place, as offsets."""
    code = list(syntax.code(text))
    for marker in _markers(text, syntax, code, Lines(text, file), FaultLog()):
        if marker.words is not None:
            yield marker.words_start, marker.words_start + len(marker.words)


def links_in(
    text: str, syntax: Syntax, places: list[Filled], *, code: Sequence[Stretch], file: str
) -> Iterator[Link]:
    """Yield the links to pictures that stand neither in code nor in a place."""
    lines = None
    left_alone = sorted([*code, *((one.start, one.end) for one in places)])
    starts = [start for start, _ in left_alone]
    for found in syntax.image.finditer(text):
        if not _is_inside(found.start(), left_alone, starts):
            lines = lines or Lines(text, file)
            yield Link(found["target"], lines.span(*found.span("target")))


def _markers(
    text: str, syntax: Syntax, code: Sequence[Stretch], lines: Lines, log: FaultLog
) -> Iterator[_Marker]:
    starts = [start for start, _ in code]
    for comment in syntax.comment.finditer(text):
        start = comment.end("before") if "before" in comment.groupdict() else comment.start()
        if _is_inside(start, code, starts):
            continue
        words, end = comment["words"], comment.end()
        if comment.groupdict().get("end") == "":
            _report_open(words, syntax, lines.span(start, start + len("<!--")), log)
        elif opening := _OPENING.fullmatch(words):
            offset = comment.start("words") + opening.start("words")
            yield _Marker(opening["words"], offset, start, end)
        elif _CLOSING.fullmatch(words):
            yield _Marker(None, end, start, end)
        elif wrong := _mistyped(words):
            message = f"{wrong}; a place for a map is written {quoted(syntax.example)}"
            span = lines.span(start, end)
            log.report(Fault.BAD_MARKER, span, message, fix=_retyped(comment, lines))


def _report_misplaced(
    text: str, syntax: Syntax, code: Sequence[Stretch], lines: Lines, log: FaultLog
) -> None:
    """Report markers behind other words, which no reader of the document takes for comments."""
    if syntax.misplaced is None:
        return
    starts = [start for start, _ in code]
    for found in syntax.misplaced.finditer(text):
        if not _is_inside(found.start("marker"), code, starts):
            message = "this marker has other words before it; it stands on a line of its own"
            log.report(Fault.BAD_MARKER, lines.span(*found.span("marker")), message)


def _report_open(words: str, syntax: Syntax, span: Span, log: FaultLog) -> None:
    if re.match(rf"\s*/?{NAME}\b", words):
        message = f"this comment has no end; a place for a map is written {quoted(syntax.example)}"
        log.report(Fault.BAD_MARKER, span, message)


def _mistyped(words: str) -> str | None:
    """Return what is wrong with a comment that was meant to be a marker, if it seems so."""
    first = _FIRST_WORD.match(words)
    if first is None:
        return None
    word, colon = first["word"], first["colon"]
    if word == NAME and colon:
        if first["slash"]:
            return f"there is a colon after “/{NAME}”"
        double = words[first.end() : first.end() + 1] == ":"
        wrong = "there is one colon too many after" if double else "there is a blank after"
        return f"{wrong} “{NAME}”"
    if word == NAME and not first["slash"]:
        alone = re.fullmatch(rf"\s*{NAME}\s+\S+\.ya?ml\b.*", words, re.DOTALL)
        return f"there is no colon after “{NAME}”" if alone else None
    meant = SequenceMatcher(None, word.lower(), NAME).ratio() > ALIKE
    if meant and (colon or first["slash"]):
        return f"“{first['slash']}{word}” is not “{first['slash']}{NAME}”"
    return None


def _retyped(comment: re.Match[str], lines: Lines) -> tuple[Edit, ...]:
    """Return the edit that begins a comment as a marker begins."""
    first = _FIRST_WORD.match(comment["words"])
    assert first is not None, "else it is no marker that was mistyped"
    at = comment.start("words")
    behind = comment["words"][first.end() : first.end() + 1]
    span = lines.span(at + first.start("slash"), at + first.end() + (behind == ":"))
    return (Edit(span, f"/{NAME}" if first["slash"] else f"{NAME}:"),)


def _is_inside(offset: int, code: Sequence[Stretch], starts: list[int]) -> bool:
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < code[at][1]


def _filled(
    text: str, opened: _Marker, closed: _Marker, lines: Lines, log: FaultLog
) -> Filled | None:
    words = words_of(opened.words or "")
    span = lines.span(opened.start, opened.end)
    try:
        request = request_of([word.text for word in words])
        if request.map_name is None:
            raise OptionError("this marker names no map", 0)
    except OptionError as error:
        place = _place_of(words, error.word, opened, lines) or span
        log.report(
            Fault.BAD_MARKER, place, error.message, fix=_fix(text, words, error, opened, place)
        )
        return None
    line_start = max(text.rfind("\n", 0, opened.start), text.rfind("\r", 0, opened.start)) + 1
    above = text[max(line_start - _LONGEST_LINE, 0) : line_start].splitlines()
    prefix = text[line_start : opened.start]
    blank = _BLANK.fullmatch(prefix) is not None
    inside = text[opened.end : closed.start]
    ends_line = _REST_OF_LINE.match(text, closed.end)
    return Filled(
        request,
        span,
        opened.end,
        closed.start,
        block=blank and _ON_LINES.fullmatch(inside) is not None,
        alone=blank and not re.search(r"[\r\n]", inside) and ends_line is not None,
        prefix=prefix,
        leads=_LEADS.fullmatch(prefix) is not None,
        attached=bool(above) and above[-1].rstrip() == "+",
    )


def _fix(
    text: str, words: list[Word], error: OptionError, marker: _Marker, place: Span
) -> tuple[Edit, ...]:
    """Return the edit that writes the word that was meant, unless it stands in quotation marks."""
    if error.instead is None or not words:
        return ()
    word = words[error.word]
    start = marker.words_start + word.start
    is_plain = text[start : start + len(word.text)] == word.text
    return (Edit(place, error.instead),) if is_plain else ()


def _place_of(words: list[Word], number: int, marker: _Marker, lines: Lines) -> Span | None:
    if not words:
        return None
    word = words[min(number, len(words) - 1)]
    start = marker.words_start + word.start
    return lines.span(start, start + len(word.text))

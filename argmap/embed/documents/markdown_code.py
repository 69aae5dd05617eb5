"""What in a text in Markdown is code: fenced and indented blocks, and code spans.

It follows the blocks of CommonMark (https://spec.commonmark.org/0.31.2/#container-blocks) line by
line, inside lists and quotations too, but says nothing of what is not code. A fence that begins
a directive of MyST with words of its own, such as a note, is no code.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Literal, NamedTuple

from argmap.embed.documents.markdown_spans import code_spans

# What is nested deeper than people do is text, so that no text takes longer than it is long.
_DEEPEST = 100
# So many spaces make an indented block of code.
_CODE = 4
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_QUOTE = re.compile(r" {0,3}> ?")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
_ITEM = re.compile(r" {0,3}(?P<mark>[-+*]|(?P<number>\d{1,9})[.)])(?P<gap> *)(?P<rest>.*)")
_RULE = re.compile(r" {0,3}(?P<mark>[-*_])(?: *(?P=mark)){2,} *")
_HEADING = re.compile(r" {0,3}#{1,6}(?: |$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *")
_DIRECTIVE = re.compile(
    r" *\{(?:admonition|attention|card|caution|container|danger|details|div|dropdown|epigraph"
    r"|error|figure|grid|grid-item|grid-item-card|hint|image|important|margin|note|pull-quote|seealso"
    r"|sidebar|tab-item|tab-set|tip|topic|warning)\}.*"
)
_EMPTY = re.compile(r"^ *$")
_BLOCK_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details"
    "|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header"
    "|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param"
    "|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul"
)
_ATTRIBUTE = r"(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)"
# How HTML begins, and what is in the line that ends it.
_HTML = tuple(
    (re.compile(begin, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for begin, end in (
        (r" {0,3}<(?:pre|script|style|textarea)(?:\s|>|$)", r"</(?:pre|script|style|textarea)>"),
        (r" {0,3}<!--", "-->"),
        (r" {0,3}<\?", r"\?>"),
        (r" {0,3}<![A-Z]", ">"),
        (r" {0,3}<!\[CDATA\[", r"\]\]>"),
        (rf" {{0,3}}</?(?:{_BLOCK_TAGS})(?:\s|/?>|$)", _EMPTY.pattern),
    )
)
_VERBATIM = _HTML[0][1]
_ANY_TAG = re.compile(rf" {{0,3}}(?:<[A-Za-z][\w-]*{_ATTRIBUTE}*\s*/?>|</[A-Za-z][\w-]*\s*>)\s*$")


_Innermost = Literal["", "paragraph", "indented", "fence", "verbatim", "html"]


class _Container(NamedTuple):
    """What blocks stand in: a quotation, an item with the width it is indented by, a directive."""

    kind: Literal["quote", "item", "directive"]
    width: int = 0
    fence: str = ""


class _Kind(Enum):
    """What a line is: code, the first line of a text, a further one, or none of these."""

    CODE = auto()
    TEXT = auto()
    MORE = auto()
    OTHER = auto()


def code_in_markdown(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of code as offsets, in their order."""
    blocks = _OpenBlocks()
    paragraph, offset = None, 0
    for found in _LINE.finditer(text):
        kind = blocks.take(found.group().rstrip("\r\n").expandtabs(4))
        if kind is not _Kind.MORE and paragraph is not None:
            yield from code_spans(text, paragraph, offset)
            paragraph = None
        if kind is _Kind.TEXT:
            paragraph = offset
        elif kind is _Kind.CODE:
            yield found.span()
        offset = found.end()
    if paragraph is not None:
        yield from code_spans(text, paragraph, offset)


class _OpenBlocks:
    """The blocks that are open after the lines so far; the innermost is none of the containers."""

    def __init__(self) -> None:
        self._containers: list[_Container] = []
        self._innermost: _Innermost = ""
        # What ends a fence or a part in HTML.
        self._end = _EMPTY
        self._is_bare = False

    def take(self, line: str) -> _Kind:
        """Go on by a line, without its end and without tabs, and return what it is."""
        rest, inside = self._within_containers(line)
        is_whole = inside == len(self._containers)
        if self._innermost in ("fence", "verbatim", "html") and is_whole:
            return self._held(rest)
        if self._innermost == "indented" and is_whole and not rest.strip():
            return _Kind.OTHER
        if self._innermost != "paragraph":
            self._innermost = ""
        is_bare, self._is_bare = self._is_bare, False
        if not rest.strip():
            del self._containers[inside - is_bare if is_whole else inside :]
            self._innermost = ""
            return _Kind.OTHER
        return self._begin(rest, inside)

    def _within_containers(self, line: str) -> tuple[str, int]:
        """Return what is left of a line inside the containers that it goes on, and their number."""
        rest = line
        for number, one in enumerate(self._containers):
            if one.kind == "directive":
                if _closes(rest, one.fence):
                    del self._containers[number:]
                    self._innermost = ""
                    return "", number
            elif one.kind == "item":
                if rest.strip() and _indentation(rest) < one.width:
                    return rest, number
                rest = rest[one.width :]
            elif found := _QUOTE.match(rest):
                rest = rest[found.end() :]
            else:
                return rest, number
        return rest, len(self._containers)

    def _held(self, rest: str) -> _Kind:
        """Go on with a block that goes on until something ends it."""
        kind = self._innermost
        if self._end.search(rest):
            self._innermost = ""
        return _Kind.OTHER if kind == "html" else _Kind.CODE

    def _begin(self, rest: str, inside: int) -> _Kind:
        """Return what a line is that may begin blocks, one in another."""
        is_open = self._innermost == "paragraph"
        while True:
            is_whole = inside == len(self._containers)
            if _indentation(rest) >= _CODE:
                if is_open:
                    return _Kind.MORE
                self._open("indented", inside)
                return _Kind.CODE
            if found := inside < _DEEPEST and _QUOTE.match(rest):
                container, rest = _Container("quote"), rest[found.end() :]
            elif kind := self._block_in(rest, inside, is_open=is_open):
                return kind
            elif item := inside < _DEEPEST and _item_in(rest, interrupts=is_open and is_whole):
                container, rest = item
            elif is_open:
                return _Kind.MORE
            else:
                self._open("paragraph", inside)
                return _Kind.TEXT
            self._open("", inside)
            self._containers.append(container)
            inside, is_open = inside + 1, False
            if not rest.strip():
                self._is_bare = container.kind == "item"
                return _Kind.OTHER

    def _block_in(self, rest: str, inside: int, *, is_open: bool) -> _Kind | None:
        """Return what a line is that begins a block other than a container or a paragraph."""
        if _HEADING.match(rest):
            self._open("", inside)
            return _Kind.TEXT
        if found := _FENCE.fullmatch(rest):
            self._open("fence", inside)
            self._end = re.compile(rf"^ {{0,3}}{found['fence']}{found['fence'][0]}* *$")
            if inside >= _DEEPEST or not _DIRECTIVE.fullmatch(found["info"]):
                return _Kind.CODE
            self._open("", inside)
            self._containers.append(_Container("directive", fence=found["fence"]))
            return _Kind.OTHER
        is_whole = inside == len(self._containers)
        # A tag alone ends a quotation that its text might go on, as it does on GitHub.
        if (end := _html_in(rest, interrupts=is_open and is_whole)) is not None:
            is_verbatim = end is _VERBATIM
            ends_here = end.search(rest) is not None
            self._open("" if ends_here else "verbatim" if is_verbatim else "html", inside)
            self._end = end
            return _Kind.CODE if is_verbatim else _Kind.OTHER
        if is_open and is_whole and _UNDERLINE.fullmatch(rest):
            self._innermost = ""
            return _Kind.MORE
        if _RULE.fullmatch(rest):
            self._open("", inside)
            return _Kind.OTHER
        return None

    def _open(self, innermost: _Innermost, inside: int) -> None:
        """Close the containers that the line does not go on, and open a block in the others."""
        del self._containers[inside:]
        self._innermost = innermost


def _closes(rest: str, fence: str) -> bool:
    return re.fullmatch(rf" {{0,3}}{fence}{fence[0]}* *", rest) is not None


def _html_in(rest: str, *, interrupts: bool) -> re.Pattern[str] | None:
    """Return what ends the HTML that a line begins."""
    for begin, end in _HTML:
        if begin.match(rest):
            return end
    return _EMPTY if not interrupts and _ANY_TAG.match(rest) else None


def _item_in(rest: str, *, interrupts: bool) -> tuple[_Container, str] | None:
    """Return the item of a list that a line begins, and what is left of the line."""
    found = _ITEM.fullmatch(rest)
    if found is None or (found["rest"] and not found["gap"]):
        return None
    if interrupts and (not found["rest"] or found["number"] not in (None, "1")):
        return None
    gap = len(found["gap"])
    width = found.end("mark") + (gap if found["rest"] and gap <= _CODE else 1)
    return _Container("item", width), rest[width:]


def _indentation(rest: str) -> int:
    return len(rest) - len(rest.lstrip(" "))

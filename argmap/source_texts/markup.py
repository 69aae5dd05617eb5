"""The XML of an EPUB → elements and paragraphs. No entity of a document’s own is read."""

from collections.abc import Mapping
from html.entities import html5
from typing import NamedTuple
from xml.parsers import expat

# Elements that begin a paragraph, and those whose text is none.
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "blockquote", "li", "ul", "ol", "dl", "dt", "dd"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "figure", "figcaption"),
        *("body", "header", "footer", "aside", "pre", "hr", "title", "nav"),
    )
)
_INLINE = frozenset(("span", "b", "i", "em", "strong", "small", "sup", "sub"))
_SILENT = frozenset(("script", "style", "title"))


class MarkupError(Exception):
    """A text is no XML that is read."""


class Element(NamedTuple):
    """An element by its name in small letters, its attributes, and the text that follows it.

    That of elements within it, such as `em`, belongs to it.
    """

    name: str
    attributes: Mapping[str, str]
    text: str


class Prose(NamedTuple):
    """The paragraphs of a file, and where its anchors are: in which, from 0, and where in it.

    `pages` are the labels of printed pages that begin in it, in their order.
    """

    paragraphs: tuple[str, ...]
    anchors: Mapping[str, tuple[int, int]]
    pages: tuple[tuple[str, tuple[int, int]], ...] = ()


def elements_in(data: bytes) -> tuple[Element, ...]:
    """Return the elements of a file, each where it begins; raises MarkupError."""
    taken = _Elements()
    _parse(data, taken)
    return tuple(
        Element(name, given, " ".join("".join(said).split())) for name, given, said in taken.found
    )


def prose_in(data: bytes) -> Prose:
    """Return what a file of a book says; raises MarkupError."""
    taken = _Prose()
    _parse(data, taken)
    taken.break_off()
    return Prose(tuple(taken.paragraphs), taken.anchors, tuple(taken.pages))


class _Taker:
    """What takes the parts of a file in their order; a namespace before a name is left out."""

    def begin(self, name: str, given: Mapping[str, str]) -> None:
        raise NotImplementedError

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def say(self, words: str) -> None:
        raise NotImplementedError


def _parse(data: bytes, taker: _Taker) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.UseForeignDTD(True)
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    parser.ExternalEntityRefHandler = lambda *_: 1
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = lambda name, given: taker.begin(_local(name), given)
    parser.EndElementHandler = lambda name: taker.end(_local(name))
    parser.CharacterDataHandler = taker.say
    parser.SkippedEntityHandler = lambda name, is_parameter: taker.say(html5.get(f"{name};", ""))
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as error:
        raise MarkupError(str(error)) from error


def _refuse(*_: object) -> None:
    raise MarkupError("it declares entities of its own")


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


class _Elements(_Taker):
    def __init__(self) -> None:
        self.found: list[tuple[str, Mapping[str, str], list[str]]] = []
        self._telling: list[str] = []

    def begin(self, name: str, given: Mapping[str, str]) -> None:
        said: list[str] = []
        self.found.append((name, given, said))
        if name not in _INLINE:
            self._telling = said

    def say(self, words: str) -> None:
        self._telling.append(words)


class _Prose(_Taker):
    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.anchors: dict[str, tuple[int, int]] = {}
        self.pages: list[tuple[str, tuple[int, int]]] = []
        self._words: list[str] = []
        self._length = 0
        self._silent = 0
        self._waiting: list[str] = []
        self._turning: list[str] = []

    def begin(self, name: str, given: Mapping[str, str]) -> None:
        if name in _BLOCKS:
            self.break_off()
        if name in _SILENT:
            self._silent += 1
        if name == "br":
            self.say(" ")
        self._waiting += filter(None, (given.get("id"), given.get("name")))
        if "pagebreak" in f"{given.get('epub:type')} {given.get('role')}":
            self._turning += filter(None, (given.get("title") or given.get("aria-label"),))

    def end(self, name: str) -> None:
        if name in _SILENT:
            self._silent -= 1
        if name in _BLOCKS:
            self.break_off()

    def break_off(self) -> None:
        """End the paragraph that is being read."""
        said = "".join(self._words).strip()
        if said:
            self.paragraphs.append(said)
        self._words, self._length = [], 0

    def say(self, words: str) -> None:
        """Take words, each space once, and know the anchors that wait for them."""
        if self._silent:
            return
        follows_space = not self._words or self._words[-1].endswith(" ")
        said = " ".join(words.split())
        lead = " " if words[:1].isspace() and not follows_space else ""
        trail = " " if said and words[-1:].isspace() else ""
        if said:
            place = len(self.paragraphs), self._length + len(lead)
            for anchor in self._waiting:
                self.anchors.setdefault(anchor, place)
            self.pages += ((label, place) for label in self._turning)
            self._waiting.clear()
            self._turning.clear()
        whole = f"{lead}{said}{trail}"
        if whole:
            self._words.append(whole)
            self._length += len(whole)

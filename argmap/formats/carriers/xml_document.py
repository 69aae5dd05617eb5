"""XML text → the beginnings and ends of its elements, each with its place; and writing them.

Read by `defusedxml`, the one door to it: a file may declare nothing, so that nothing in it can
grow, and nothing is fetched.
"""

import codecs
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from argmap.diagnostics import Related
from argmap.errors import MissingExtraError
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import LARGEST, Read, read_text
from argmap.reader import Reading
from argmap.source import Position, Span

# Far deeper than anybody nests by hand, and bounded, because what stands above is remembered.
DEEPEST = 250_000
_DEEPEST_INDENTATION = 20
_PIECE = 65_536
_DECLARED = re.compile(rb"""\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*["'](?P<name>[\w.:-]+)["']""")
# As browsers do: what is said to be Latin-1 is in fact this larger set.
_ALIASES = {"iso8859-1": "cp1252", "ascii": "utf-8"}
_READABLE = re.compile(r"utf-8|cp125\d|iso8859-\d+|koi8-[ru]|cp1252|utf-16")
_REASONS = {
    "mismatched tag": "this tag ends another element than the one that began last",
    "no element found": "it ends before its elements do",
    "undefined entity": "a name that begins with “&” stands for nothing here",
    "not well-formed (invalid token)": "here is a character that cannot",
    "syntax error": "it does not begin with a tag",
    "junk after document element": "something follows after its end",
}
_FORBIDDEN = {
    "DTDForbidden": "declares its own document type",
    "EntitiesForbidden": "declares entities",
    "ExternalReferenceForbidden": "refers to another file",
}


@dataclass(frozen=True, slots=True)
class Beginning:
    """An element begins: its name and attributes, and the place of its tag."""

    name: str
    attributes: Mapping[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class Ending:
    """An element ends."""

    name: str


@dataclass(frozen=True, slots=True)
class Characters:
    """Text between tags, or a part of it."""

    text: str


Event = Beginning | Ending | Characters


def read_xml(data: str | bytes, *, file: str, read: Read) -> Reading:
    """Return what `read` makes of a text in XML, as `read_text` does, whatever its encoding."""
    if isinstance(data, str) or len(data) > LARGEST:
        return read_text(data, file=file, read=read)
    encoding = _encoding_of(data)
    if encoding == "utf-8":
        return read_text(data, file=file, read=read)
    try:
        return read_text(data.decode(encoding).removeprefix("\ufeff"), file=file, read=read)
    except UnicodeDecodeError as error:
        reason = f"the file says that it is written in {encoding}, and is not"
        return read_text("", file=file, read=_refusing(reason, error.start, data, file))


def events(text: str, *, file: str, log: FaultLog) -> Iterator[Event]:
    """Yield what a text in XML holds, in its order; end after a fault, which is reported.

    Raises MissingExtraError where the library that reads XML is not installed.
    """
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.sax import make_parser
    except ImportError as error:
        raise MissingExtraError(
            'XML needs defusedxml, which is not installed: pip install "argmap[xml]"'
        ) from error
    parser = make_parser()
    handler = _Handler(parser, file, log)
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    try:
        start, size = 0, _PIECE
        while start < len(text) and not handler.is_too_deep:
            parser.feed(text[start : start + size])
            start += size
            found = handler.taken()
            yield from found
            # The parser begins again with what it did not see the end of: one tag may be long.
            size = _PIECE if found else 2 * size
        if handler.is_too_deep:
            return
        parser.close()
    except SAXParseException as error:
        yield from handler.taken()
        place = Position(error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1)
        told = _REASONS.get(error.getMessage(), error.getMessage())
        message = f"this is not XML: {told}"
        log.report(
            Fault.NOTATION_SYNTAX, Span(file, place, place), message, related=handler.open_ones()
        )
    except DefusedXmlException as error:
        what = _FORBIDDEN.get(type(error).__name__, "declares something")
        message = f"this file {what}; argmap reads only XML that declares nothing"
        advice = "delete “<!DOCTYPE …>” at its beginning"
        log.report(Fault.NOTATION_SYNTAX, handler.here(), message, help=advice)
    yield from handler.taken()


class XmlText:
    """A text in XML in the making."""

    def __init__(self, *, is_declared: bool = True) -> None:
        """Begin a document, with the declaration that it is XML in UTF-8 unless told otherwise."""
        self._text = io.StringIO()
        self._writer = XMLGenerator(self._text, "utf-8", short_empty_elements=True)
        if is_declared:
            self._writer.startDocument()
        self._open: list[str] = []
        self._is_empty = True

    def begin(self, name: str, **attributes: str | None) -> None:
        """Begin an element, on a line of its own; attributes that are None are left out."""
        self._break()
        given = {key: value for key, value in attributes.items() if value is not None}
        self._writer.startElement(name, AttributesImpl(given))
        self._open.append(name)
        self._is_empty = True

    def end(self) -> None:
        """End the element that was begun last."""
        name = self._open.pop()
        if not self._is_empty:
            self._break()
        self._writer.endElement(name)
        self._is_empty = False

    def element(self, name: str, text: str | None = None, **attributes: str | None) -> None:
        """Write a whole element."""
        self.begin(name, **attributes)
        if text:
            self._writer.characters(text)
        self._is_empty = True
        self.end()

    def whole(self) -> str:
        """Return the text; every element was ended."""
        return self._text.getvalue().strip("\n") + "\n"

    def _break(self) -> None:
        if self._open or not self._is_empty:
            self._writer.ignorableWhitespace(
                "\n" + "  " * min(len(self._open), _DEEPEST_INDENTATION)
            )


class _Handler(ContentHandler):
    """Notes what the parser meets, until it is taken."""

    def __init__(self, locator: Any, file: str, log: FaultLog) -> None:
        super().__init__()
        self._locator, self._file, self._log = locator, file, log
        self._found: list[Event] = []
        self._open: list[tuple[str, Span]] = []
        self.is_too_deep = False

    def here(self) -> Span:
        """Return the place that the parser has come to."""
        line, column = self._locator.getLineNumber() or 1, self._locator.getColumnNumber() or 0
        place = Position(line, column + 1)
        return Span(self._file, place, place)

    def open_ones(self) -> tuple[Related, ...]:
        """Return where the element begins that is not ended, if there is one."""
        return tuple(
            Related(span, f"{quoted(f'<{name}>')} begins here") for name, span in self._open[-1:]
        )

    def taken(self) -> list[Event]:
        """Return what was met since this was asked."""
        found, self._found = self._found, []
        return found

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        span = self.here()
        self._open.append((name, span))
        if len(self._open) <= DEEPEST:
            self._found.append(Beginning(name, dict(attrs), span))
        elif not self.is_too_deep:
            message = f"elements stand in each other, more than {DEEPEST:,} deep"
            self._log.report(Fault.TOO_DEEP, span, message)
            self.is_too_deep = True

    def endElement(self, name: str) -> None:  # noqa: N802
        self._open.pop()
        self._found.append(Ending(name))

    def characters(self, content: str) -> None:
        self._found.append(Characters(content))


def _encoding_of(data: bytes) -> str:
    """Return the encoding that a mark or the declaration tells; UTF-8 where it is an odd one."""
    # The mark of UTF-32 begins as that of UTF-16 does.
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF32_LE)):
        return "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    found = _DECLARED.match(data[:1024])
    if found is None:
        return "utf-8"
    try:
        name = codecs.lookup(found["name"].decode()).name
    except LookupError:
        return "utf-8"
    name = _ALIASES.get(name, name)
    return name if _READABLE.fullmatch(name) else "utf-8"


def _refusing(reason: str, offset: int, data: bytes, file: str) -> Read:
    """Return what reads nothing and reports why."""
    line = data.count(b"\n", 0, offset) + 1

    def refuse(_text: str, _file: str, log: FaultLog, _losses: object) -> None:
        place = Position(line, 1)
        log.report(Fault.BAD_ENCODING, Span(file, place, place), reason, help="save it as UTF-8")

    return refuse

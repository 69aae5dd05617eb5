"""EPUB → the text of its chapters, with the pages of the printed book where it lists them.

An EPUB is XHTML in a zip, with files that say in which order. Only so much of each is read.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from time import monotonic
from urllib.parse import unquote

from argmap.checks.rule import PageStart, SourceText, Unit
from argmap.source_texts.markup import Element, MarkupError, Prose, elements_in, prose_in
from argmap.source_texts.unreadable import UnreadableBookError

MOST_FILES = 10_000
# In the zip a book may be small, and what is in it anything.
MOST_BYTES = 32 * 1024 * 1024
# No chapter and no table of contents is as long.
MOST_IN_FILE = 4 * 1024 * 1024
MOST_SECONDS = 30.0
_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_PROSE = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_NCX = "application/x-dtbncx+xml"
# What a heading such as “Chapter 3: The lake” or “3. The lake” begins with.
_NUMBERED = re.compile(r"(?:\w+\.?\s+)?(?P<number>\d+|[IVXLC]+)\b(?![.,]\d)")


def text_of_epub(data: bytes) -> SourceText:
    """Return the text with the labels of its pages, or else of its chapters.

    Raises UnreadableBookError.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _Book(archive).text()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError) as error:
        raise UnreadableBookError("is damaged, or no EPUB") from error
    except MarkupError as error:
        raise UnreadableBookError(f"has a file in it that is not read: {error}") from error
    except (RuntimeError, NotImplementedError) as error:
        # A zip with a password, or packed in a way of its own.
        raise UnreadableBookError("is encrypted") from error


class _Book:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        if len(archive.infolist()) > MOST_FILES:
            raise UnreadableBookError(f"has more than {MOST_FILES:,} files in it")
        self._archive = archive
        self._names = frozenset(archive.namelist())
        self._left = MOST_BYTES
        self._deadline = monotonic() + MOST_SECONDS

    def text(self) -> SourceText:
        root = next((one for one in self._elements(_CONTAINER) if one.name == "rootfile"), None)
        if root is None:
            raise UnreadableBookError("is damaged, or no EPUB")
        package = _resolved("", root.attributes.get("full-path", ""))
        items, order = self._contents(package)
        self._require_open(order)
        prose = {name: prose_in(self._read(name)) for name in dict.fromkeys(order)}
        paragraphs: list[str] = []
        begins: dict[str, int] = {}
        for name, found in prose.items():
            begins[name] = len(paragraphs) + 1
            paragraphs += found.paragraphs
        if not paragraphs:
            raise UnreadableBookError("has no text")
        places = _Places(prose, begins)
        pages, chapters = self._lists(items, places)
        pages = pages or tuple(places.turned())
        text = "\n\n".join(paragraphs)
        if pages:
            return SourceText(text, pages=pages)
        return SourceText(text, pages=chapters, unit=Unit.CHAPTER)

    def _contents(self, package: str) -> tuple[Mapping[str, Element], list[str]]:
        """Return the files of the book by their names, and those with its text in their order."""
        folder = posixpath.dirname(package)
        by_id: dict[str, Element] = {}
        order: list[str] = []
        for one in self._elements(package):
            if one.name == "item":
                by_id[one.attributes.get("id", "")] = one
            elif one.name == "itemref" and (item := by_id.get(one.attributes.get("idref", ""))):
                name = _resolved(folder, item.attributes.get("href", ""))
                if item.attributes.get("media-type") in _PROSE and name in self._names:
                    order.append(name)
        if not order:
            raise UnreadableBookError("has no text")
        named = {_resolved(folder, one.attributes.get("href", "")): one for one in by_id.values()}
        return named, order

    def _require_open(self, order: list[str]) -> None:
        """Raise UnreadableBookError where the text is encrypted; fonts may be."""
        if _ENCRYPTION not in self._names:
            return
        locked = {
            _resolved("", one.attributes.get("URI", ""))
            for one in self._elements(_ENCRYPTION)
            if one.name.endswith("cipherreference")
        }
        if locked.intersection(order):
            raise UnreadableBookError("is encrypted: its shop lets only its own programs read it")

    def _lists(
        self, items: Mapping[str, Element], places: "_Places"
    ) -> tuple[tuple[PageStart, ...], tuple[PageStart, ...]]:
        """Return where pages begin, and where chapters do."""
        pages: list[PageStart] = []
        chapters: list[PageStart] = []
        for name, item in items.items():
            is_nav = "nav" in item.attributes.get("properties", "").split()
            if name not in self._names or not (is_nav or item.attributes.get("media-type") == _NCX):
                continue
            for kind, label, target in _targets(self._elements(name)):
                path, _, anchor = target.partition("#")
                place = places.of(_resolved(posixpath.dirname(name), path), unquote(anchor))
                if place and label:
                    found = pages if kind == "page" else chapters
                    found.append(PageStart(label, *place))
        return _in_order(pages), _numbered(_in_order(chapters))

    def _elements(self, name: str) -> tuple[Element, ...]:
        return elements_in(self._read(name)) if name in self._names else ()

    def _read(self, name: str) -> bytes:
        with self._archive.open(name) as file:
            data = file.read(MOST_IN_FILE + 1)
        if len(data) > MOST_IN_FILE:
            raise UnreadableBookError(
                f"has a file of more than {MOST_IN_FILE // 1024**2} MiB in it"
            )
        self._left -= len(data)
        if monotonic() > self._deadline:
            raise UnreadableBookError(f"takes more than {MOST_SECONDS:.0f} seconds to read")
        if self._left < 0:
            raise UnreadableBookError(f"holds more than {MOST_BYTES // 1024**2} MiB of text")
        return data


class _Places:
    """Where anchors of the book are in its text."""

    def __init__(self, prose: Mapping[str, Prose], begins: Mapping[str, int]) -> None:
        self._prose, self._begins = prose, begins

    def of(self, name: str, anchor: str) -> tuple[int, int] | None:
        """Return the paragraph and the place in it, None where there is no such file."""
        if name not in self._prose:
            return None
        paragraph, offset = self._prose[name].anchors.get(anchor, (0, 0))
        return self._begins[name] + paragraph, offset

    def turned(self) -> Iterator[PageStart]:
        """Yield the pages that the text itself marks."""
        for name, prose in self._prose.items():
            for label, (paragraph, offset) in prose.pages:
                yield PageStart(label, self._begins[name] + paragraph, offset)


def _resolved(folder: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(name))) if name else ""


def _targets(elements: tuple[Element, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield what the lists of a book name: a page or a chapter, by its label, and where it is."""
    kind = label = ""
    for one in elements:
        if one.name in ("pagelist", "navmap"):
            kind = "page" if one.name == "pagelist" else "chapter"
        elif one.name == "nav":
            kinds = {"toc": "chapter", "page-list": "page"}
            words = one.attributes.get("epub:type", "").split()
            kind = next((kinds[word] for word in words if word in kinds), "")
        elif one.name == "text":
            label = one.text
        elif one.name == "content" and kind:
            yield kind, label, one.attributes.get("src", "")
        elif one.name == "a" and kind:
            yield kind, one.text, one.attributes.get("href", "")


def _in_order(found: list[PageStart]) -> tuple[PageStart, ...]:
    """Return places in the order of the text; two lists may name the same ones."""
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.paragraph, one.offset)))


def _numbered(chapters: tuple[PageStart, ...]) -> tuple[PageStart, ...]:
    """Return chapters by their numbers, where their titles have some."""
    found = ((one, _NUMBERED.match(one.label)) for one in chapters)
    return tuple(one._replace(label=number["number"]) if number else one for one, number in found)

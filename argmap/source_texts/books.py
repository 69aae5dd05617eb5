"""PDF and EPUB → texts with pages; the text of the same file is found once."""

from collections import OrderedDict
from enum import Enum
from hashlib import sha256

from argmap.checks.rule import SourceText
from argmap.errors import MissingExtraError
from argmap.source_texts.unreadable import UnreadableBookError

LARGEST_BOOK = 64 * 1024 * 1024
# So many files are kept, by what is in them: who writes a map looks into the same ones.
_MOST_KEPT = 16
_KEPT: OrderedDict[bytes, SourceText] = OrderedDict()
_SEARCHED = 1024


class Kind(Enum):
    """What a book is."""

    PDF = "PDF"
    EPUB = "EPUB"


def may_be_book(name: str) -> bool:
    """Return whether a file is a book by its name."""
    return name.lower().endswith((".pdf", ".epub"))


def kind_of(data: bytes, name: str) -> Kind | None:
    """Return what kind of book a file is by how it begins, or by its name; None of others."""
    if b"%PDF-" in data[:_SEARCHED] or name.lower().endswith(".pdf"):
        return Kind.PDF
    is_zip = data.startswith(b"PK\x03\x04")
    if name.lower().endswith(".epub") or (is_zip and b"application/epub+zip" in data[:_SEARCHED]):
        return Kind.EPUB
    return None


def book_in(data: bytes, name: str) -> SourceText:
    """Return the text of a book with its pages, or why it has none that can be read."""
    key = sha256(data).digest()
    found = _KEPT.get(key)
    if found is None:
        try:
            found = _read(data, name)
        except UnreadableBookError as error:
            found = SourceText(None, str(error))
        except MissingExtraError as error:
            return SourceText(None, f"{name} {error}")
        _KEPT[key] = found
        while len(_KEPT) > _MOST_KEPT:
            _KEPT.popitem(last=False)
    if found.text is None:
        return SourceText(None, f"{name} {found.reason}")
    return found


def _read(data: bytes, name: str) -> SourceText:
    if kind_of(data, name) is Kind.PDF:
        # Only then: most sources are plain text.
        from argmap.source_texts.pdf import text_of_pdf

        return text_of_pdf(data)
    from argmap.source_texts.epub import text_of_epub

    return text_of_epub(data)

"""PDF → the text of its pages, by PDFium, the library of Chromium."""

from threading import Lock
from time import monotonic
from typing import Any

from argmap.checks.rule import PageStart, SourceText
from argmap.errors import MissingExtraError
from argmap.source_texts.page_lines import tidied
from argmap.source_texts.unreadable import UnreadableBookError

MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
MOST_SECONDS = 30.0
_REASONS = {
    "password": "is encrypted: save a copy without a password",
    "security": "is encrypted: save a copy without a password",
    "format": "is damaged, or no PDF",
}
# PDFium may be asked by one thread at a time.
_LOCK = Lock()


def text_of_pdf(data: bytes) -> SourceText:
    """Return the text, a paragraph for each page that has some, with the labels of pages.

    Raises UnreadableBookError, and MissingExtraError without the library.
    """
    with _LOCK:
        labels, texts = _pages(data)
    lines = tidied([text.splitlines() for text in texts])
    paragraphs: list[str] = []
    starts: list[PageStart] = []
    for label, page in zip(labels, lines, strict=True):
        # A page without text is at the place where the next one begins.
        starts.append(PageStart(label, len(paragraphs) + 1))
        if page:
            paragraphs.append("\n".join(page))
    if not paragraphs:
        raise UnreadableBookError(
            "has no text, only pictures of its pages: let a program for recognition add the text"
        )
    return SourceText("\n\n".join(paragraphs), pages=tuple(starts), has_paragraphs=False)


def _pages(data: bytes) -> tuple[list[str], list[str]]:
    """Return the labels and the texts of all pages."""
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtraError(
            'is not read: for PDF pypdfium2 is missing; pip install "argmap[texts]"'
        ) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        told = str(error).lower()
        why = next((why for word, why in _REASONS.items() if word in told), "cannot be read")
        raise UnreadableBookError(why) from error
    try:
        return _texts(document, pypdfium2.PdfiumError)
    finally:
        document.close()


def _texts(document: Any, broken: type[Exception]) -> tuple[list[str], list[str]]:
    number = len(document)
    if number > MOST_PAGES:
        raise UnreadableBookError(f"has {number:,} pages; {MOST_PAGES:,} are the most")
    labels, texts, left = [], [], MOST_CHARACTERS
    deadline = monotonic() + MOST_SECONDS
    for index in range(number):
        try:
            page = document[index]
            found = page.get_textpage().get_text_bounded()
            page.close()
        except broken:
            found = ""
        labels.append(document.get_page_label(index).strip() or str(index + 1))
        texts.append(found)
        left -= len(found)
        if left < 0:
            raise UnreadableBookError(f"has more than {MOST_CHARACTERS:,} characters")
        if monotonic() > deadline:
            raise UnreadableBookError(f"takes more than {MOST_SECONDS:.0f} seconds to read")
    return labels, texts

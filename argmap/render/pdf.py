"""A picture as a PDF page with real text, made from its SVG: the one door to `typst`."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from argmap.errors import MissingExtraError
from argmap.languages import words_in
from argmap.render.lettered.fixed_svg import breakdown_told, fixed_svg
from argmap.render.lettered.pdf_book import book_values
from argmap.render.lettered.pdf_program import BOOK, PAGE
from argmap.render.lettered.pdf_values import run_value
from argmap.render.renderer import Book, Picture

POINTS_PER_PIXEL = 0.75
# The longest side of a page that readers of PDF agree on (200 inches).
LONGEST_SIDE = 14_400.0
# pdfTeX warns of pictures in a later version.
PDF_VERSION = "1.5"


def render(picture: Picture) -> bytes:
    """Return the picture as a PDF of one page, 96 pixels of the SVG to the inch; or its book.

    Raises FontError where this machine has no font for some of the text, MissingExtraError where
    a library is not installed.
    """
    _require_typst()
    if picture.book is not None:
        return _book(picture.book)
    # Typst’s own text has complex letters right that it sets wrongly in an SVG.
    page = fixed_svg(picture, format="pdf", complex_apart=True)
    drawing = picture.drawing
    points = min(POINTS_PER_PIXEL, LONGEST_SIDE / max(page.width, page.height))
    given = {
        "svg": page.svg,
        "width": f"{page.width * points:.3f}",
        "height": f"{page.height * points:.3f}",
        "title": drawing.title or words_in(drawing.language).map,
        "summary": drawing.summary,
        "runs": json.dumps([run_value(run, points) for run in page.apart]),
        "language": _language(drawing.language),
    }
    return _set(PAGE, given, page.files)


def _book(book: Book) -> bytes:
    """Return all parts of a map as a PDF with its pages, links between them, and bookmarks."""
    values, files = book_values(book)
    values["language"] = _language(book.leaves[0].picture.drawing.language)
    return _set(BOOK, {"book": json.dumps(values)}, files)


def _require_typst() -> Any:
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError(
            'PDF needs typst, which is not installed: pip install "argmap[pdf]"'
        ) from error
    return typst


def _set(program: bytes, given: dict[str, str], files: Iterable[Path]) -> bytes:
    typst = _require_typst()
    with tempfile.TemporaryDirectory(prefix="argmap-fonts-") as folder:
        _gather(files, Path(folder))
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        compiler = typst.Compiler(program, root=folder, font_paths=fonts, sys_inputs=given)
        with breakdown_told("Typst"):
            pdf = compiler.compile(format="pdf", pdf_standards=PDF_VERSION)
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one file")
    return pdf


def _language(tag: str | None) -> str:
    """Return the language in the form that Typst takes: two or three letters."""
    found = re.match(r"[a-z]{2,3}(?![a-z])", (tag or "en").lower())
    return found[0] if found else "en"


def _gather(files: Iterable[Path], folder: Path) -> None:
    """Put font files into a folder of their own: Typst looks into folders, at all that is there."""
    for number, file in enumerate(files):
        target = folder / f"{number}{file.suffix}"
        try:
            target.symlink_to(file.resolve())
        except OSError:
            shutil.copyfile(file, target)

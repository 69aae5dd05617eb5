"""Parts of a map on the pages of a PDF: what of each goes into the program that sets it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from argmap.destinations import PIXELS_PER_POINT
from argmap.drawing.measure import text_width
from argmap.languages import words_in
from argmap.render.lettered.fixed_svg import fixed_svg, fixed_text
from argmap.render.lettered.lettering import Lettering
from argmap.render.lettered.pdf_values import run_value
from argmap.render.markup import Attributes, element, number, text
from argmap.render.renderer import Book, Leaf, Picture
from argmap.render.svg.links_to_parts import placed_leads

# Levels of bookmarks; what lies deeper stands beside the last.
DEEPEST = 6
POINTS = 1 / PIXELS_PER_POINT
# From the lower edge of the sheet up to the line at its foot, as a share of the margin.
FOOT = 0.45


def book_values(book: Book) -> tuple[dict[str, Any], tuple[Path, ...]]:
    """Return what Typst is told of a book, in points, and the font files that it needs.

    Raises what `fixed_svg` raises.
    """
    first = book.leaves[0].picture
    files: dict[Path, None] = {}
    pages = [_page(book, number, files) for number in range(1, book.pages + 1)]
    title = first.drawing.title or words_in(first.drawing.language).map
    paper = first.theme.palette.page
    return {"title": title, "paper": paper, "pages": pages}, tuple(files)


def _page(book: Book, page: int, files: dict[Path, None]) -> dict[str, Any]:
    sheet, leaves = book.sheet, book.on(page)
    assert sheet.height is not None
    high = max(sheet.height, *(leaf.spot.y + leaf.height for leaf in leaves))
    wide = max(sheet.width, *(leaf.spot.x + leaf.width for leaf in leaves))
    width, height = wide + 2 * sheet.margin, high + 2 * sheet.margin
    shown = [_leaf(book, leaf, files) for leaf in leaves]
    if book.pages > 1:
        shown.append(_foot(book, page, width, height, files))
    return {"width": width * POINTS, "height": height * POINTS, "leaves": shown}


def _leaf(book: Book, leaf: Leaf, files: dict[Path, None]) -> dict[str, Any]:
    picture = leaf.picture
    fixed = fixed_svg(picture, format="pdf", complex_apart=True)
    part = picture.part
    level = min(2 + len(part.trail), DEEPEST) if part and part.number else 1
    return {
        **_placed(fixed, leaf.spot.x + book.sheet.margin, leaf.spot.y + book.sheet.margin, files),
        "title": part.title if part else None,
        "level": level,
        "summary": picture.drawing.summary,
        "leads": list(_leads(book, leaf)),
    }


def _placed(fixed: Lettering, x: float, y: float, files: dict[Path, None]) -> dict[str, Any]:
    files.update(dict.fromkeys(fixed.files))
    return {
        "svg": fixed.svg,
        "x": x * POINTS,
        "y": y * POINTS,
        "width": fixed.width * POINTS,
        "height": fixed.height * POINTS,
        "runs": [run_value(run, POINTS) for run in fixed.apart],
    }


def _leads(book: Book, leaf: Leaf) -> Iterator[dict[str, float]]:
    scale = leaf.picture.places.shown_at * POINTS
    for lead in placed_leads(leaf.picture):
        spot = book.leaves[lead.part].spot
        yield {
            "page": spot.page,
            "top": (spot.y + book.sheet.margin / 2) * POINTS,
            "x": lead.x * scale,
            "y": lead.y * scale,
            "width": lead.width * scale,
            "height": lead.height * scale,
        }


def _foot(
    book: Book, page: int, width: float, height: float, files: dict[Path, None]
) -> dict[str, Any]:
    """Return the line at the foot of a page, which says which one it is."""
    first = book.leaves[0].picture
    words = first.words.page_of.format(page, book.pages)
    size = book.sheet.smallest
    long = text_width(words, size=size) * first.theme.letter_width + 2 * size
    svg = _line(words, first, size, long)
    fixed = fixed_text(svg, first, format="pdf")
    x, y = width - book.sheet.margin - long + size, height - book.sheet.margin * FOOT - size
    return {
        **_placed(fixed, x, y, files),
        "title": None,
        "level": 1,
        "summary": words,
        "leads": [],
    }


def _line(words: str, picture: Picture, size: float, long: float) -> str:
    high = size * 2
    attributes: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {number(long)} {number(high)}",
        "width": long,
        "height": high,
        "font-size": size,
        "fill": picture.theme.palette.quiet,
    }
    return element("svg", attributes, element("text", {"x": 0, "y": size}, text(words)))

"""Where the pictures of a document are read: the column of a page, a sheet, a slide.

A slide is measured as it is seen: as if it were 7½ inches high, however large its file says it is.
Its title has its own room, and so has the caption of a figure on a sheet.
"""

import re

from argmap.destinations import INCH, PIXELS_PER_POINT, Destination, destination
from argmap.embed.documents.syntaxes import Syntax

_TEX_POINT = INCH / 72.27
_ON_PAPER, _ON_SLIDES = 7.5 * PIXELS_PER_POINT, 14.0 * PIXELS_PER_POINT


def _sheet(width: float, height: float, where: str) -> Destination:
    return Destination(str(int(width)), width, height, _ON_PAPER, "pt", where=where, titled=False)


def _slide(width: float, height: float, part: float, where: str) -> Destination:
    """Return a slide with a heading and a caption; one of a part has only one of them."""
    room = width, part
    return Destination(
        "slide", width, height, _ON_SLIDES, "pt", where=where, part=room, titled=False
    )


# How wide the text of most themes of web sites is, in pixels.
COLUMN_OF_A_PAGE = destination("760")
# That of Material for MkDocs and of Zensical on a laptop, whose page is 1,440 pixels wide.
MATERIAL_COLUMN = destination("688")
# Parts in Sphinx have room on the pages of its manuals as well, where letters are smaller.
SPHINX_COLUMN = COLUMN_OF_A_PAGE._replace(part=(6.5 * INCH * 1.1, 0.8 * 9 * INCH * 1.1))
# An article on the sheet that LaTeX takes unasked, and the margins that Sphinx gives its manuals.
LATEX_PAGE = _sheet(345 * _TEX_POINT, 0.8 * 550 * _TEX_POINT, "on a page of LaTeX")
SPHINX_PAGE = _sheet(6.5 * INCH, 0.8 * 9 * INCH, "on a page of LaTeX")
# What Word, LibreOffice and Typst leave between the margins of documents that Pandoc writes.
PRINTED_PAGE = _sheet(6 * INCH, 0.85 * 9 * INCH, "on a printed page")
BEAMER_SLIDE = _slide(8.44 * INCH, 4.8 * INCH, 5.6 * INCH, "on a slide of Beamer")
# Reveal’s are 960 × 700 pixels; those of PowerPoint have three quarters of their width in height.
REVEAL_PIXEL = 7.5 / 700 * INCH
REVEAL_HIGH, REVEAL_HIGH_PART = 500, 600
REVEAL_SLIDE = _slide(
    960 * REVEAL_PIXEL,
    REVEAL_HIGH * REVEAL_PIXEL,
    REVEAL_HIGH_PART * REVEAL_PIXEL,
    "on a slide of Reveal",
)
POWERPOINT_SLIDE = _slide(12 * INCH, 4.2 * INCH, 4.9 * INCH, "on a slide of PowerPoint")

_BEAMER = re.compile(r"^[^%\n]*\\documentclass\s*(?:\[[^\]]*\])?\s*\{beamer\}", re.MULTILINE)
_TYPST_SLIDES = re.compile(r"presentation-(?:16-9|4-3)")


def place_of(text: str, syntax: Syntax) -> Destination:
    """Return where the pictures of a document are read, as far as its kind tells."""
    if syntax.name == "latex":
        return BEAMER_SLIDE if _BEAMER.search(text) else LATEX_PAGE
    if syntax.name == "typst":
        return destination("slide") if _TYPST_SLIDES.search(text) else PRINTED_PAGE
    return COLUMN_OF_A_PAGE


def place_in(to: str) -> Destination:
    """Return where pictures are read in what Pandoc writes as that format."""
    return _OF_PANDOC.get(to.partition("+")[0], COLUMN_OF_A_PAGE)


_OF_PANDOC = {
    "latex": LATEX_PAGE,
    "context": PRINTED_PAGE,
    "pdf": LATEX_PAGE,
    "typst": PRINTED_PAGE,
    "docx": PRINTED_PAGE,
    "odt": PRINTED_PAGE,
    "opendocument": PRINTED_PAGE,
    "rtf": PRINTED_PAGE,
    "icml": PRINTED_PAGE,
    "beamer": BEAMER_SLIDE,
    "pptx": POWERPOINT_SLIDE,
    **dict.fromkeys(("revealjs", "slidy", "slideous", "s5", "dzslides"), REVEAL_SLIDE),
}

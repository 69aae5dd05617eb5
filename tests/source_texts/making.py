"""PDFs and EPUBs made for a test, from the lines that their pages are to have."""

import io
import zipfile
from collections.abc import Mapping, Sequence

from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""


def pdf(pages: Sequence[Sequence[str]], *, first_arabic: int = 0) -> bytes:
    """Return a PDF with a line below the other; the pages before the first arabic one are roman."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A5)
    if first_arabic:
        canvas.addPageLabel(0, style="ROMAN_LOWER", start=1)
        canvas.addPageLabel(first_arabic, style="ARABIC", start=1)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(40, 550 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def epub(files: Mapping[str, str | bytes], *, nav: str = "", more: str = "") -> bytes:
    """Return an EPUB with these bodies as its files, in their order, and what a nav holds."""
    out = io.BytesIO()
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(files)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(files)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f"{items}{more}</manifest><spine>{spine}</spine></package>"
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OPS/book.opf", package)
        archive.writestr("OPS/nav.xhtml", page(nav))
        for name, body in files.items():
            archive.writestr(f"OPS/{name}", body if isinstance(body, bytes) else page(body))
    return out.getvalue()


def page(body: str) -> str:
    return (
        '<?xml version="1.0"?><!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        "<head><title>Book</title><style>p { color: red }</style></head>"
        f"<body>{body}</body></html>"
    )

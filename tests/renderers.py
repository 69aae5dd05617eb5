"""Programs that turn an SVG into pixels, to be held against what Chromium shows.

Each converts many files in one go, for most take longer to start than to draw.
"""

import os
import re
import shutil
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.devtools import browser_page
from tests.render.specimens import drawn_as

PATIENCE = 300
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True)
class Renderer:
    """A program or library: what it needs on this machine, and how it draws files.

    `convert` writes a PNG of the same name into a folder for each SVG. `lacks` are the scripts that
    it has no letters for, or takes from any face, for want of a fallback from one to another.
    """

    name: str
    commands: tuple[str, ...]
    modules: tuple[str, ...]
    convert: Callable[[Sequence[Path], Path], None]
    lacks: frozenset[str] = frozenset()

    def require(self) -> None:
        """Skip the test where the program is missing, or fail it where ARGMAP_ALL_TESTS is set."""
        missing = [one for one in self.commands if not shutil.which(one)]
        missing += [one for one in self.modules if not _is_there(one)]
        if missing and os.environ.get("ARGMAP_ALL_TESTS"):
            pytest.fail(f"{' and '.join(missing)} must be there for {self.name}.")
        if missing:
            pytest.skip(f"{' and '.join(missing)} is not installed.")


def _is_there(module: str) -> bool:
    """Return whether a module and the libraries beneath it can be loaded."""
    if find_spec(module.partition(".")[0]) is None:
        return False
    return (
        subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode
        == 0
    )


def size_of(file: Path) -> tuple[int, int]:
    """Return the size of an SVG in whole pixels."""
    found = _SIZE.search(file.read_text(encoding="utf-8"))
    assert found
    return round(float(found[1])), round(float(found[2]))


def chromium(files: Sequence[Path], folder: Path) -> None:
    """Write what Chromium shows of SVG files to readers of light pages."""
    with browser_page() as page:
        for file in files:
            width, height = size_of(file)
            page.call(
                "Emulation.setDeviceMetricsOverride",
                width=width,
                height=height,
                deviceScaleFactor=1,
                mobile=False,
            )
            page.open(file)
            shot = page.call("Page.captureScreenshot", format="png")["data"]
            (folder / f"{file.stem}.png").write_bytes(b64decode(shot))


def _each(*command: str) -> Callable[[Sequence[Path], Path], None]:
    """Return a conversion by a command that is called for each file: IN and OUT are replaced."""

    def convert(files: Sequence[Path], folder: Path) -> None:
        for file in files:
            places = {"IN": str(file), "OUT": str(folder / f"{file.stem}.png")}
            _run(*(places.get(word, word) for word in command))

    return convert


def _run(*command: str, **environment: str) -> None:
    ended = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        env={**os.environ, **environment},
    )
    assert ended.returncode == 0, ended.stderr[-2000:]


def _inkscape(files: Sequence[Path], folder: Path) -> None:
    copies = [Path(shutil.copy(file, folder)) for file in files]
    _run("inkscape", "--export-type=png", "--export-dpi=96", *map(str, copies))


def _libreoffice(files: Sequence[Path], folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    wanted = ("--headless", "--convert-to", "pdf", "--outdir", str(folder))
    _run("soffice", profile, *wanted, *map(str, files))
    _in_python(_LIBREOFFICE)(files, folder)


def _in_python(program: str) -> Callable[[Sequence[Path], Path], None]:
    """Return a conversion by a function `draw(file, png, width, height)` in a process of its own.

    What a library loads or sets cannot reach other tests.
    """
    loop = "\nimport sys\nfor file, png, width, height in zip(*[iter(sys.argv[1:])] * 4):\n"

    def convert(files: Sequence[Path], folder: Path) -> None:
        words: list[str] = []
        for file in files:
            words += [str(file), str(folder / f"{file.stem}.png"), *map(str, size_of(file))]
        whole = f"{program}{loop}    draw(file, png, int(width), int(height))\n"
        _run(sys.executable, "-W", "ignore", "-c", whole, *words, QT_QPA_PLATFORM="offscreen")

    return convert


_RESVG = """
import resvg_py
def draw(file, png, width, height):
    open(png, "wb").write(resvg_py.svg_to_bytes(svg_path=file))
"""
_CAIROSVG = """
import cairosvg
def draw(file, png, width, height):
    cairosvg.svg2png(url=file, write_to=png)
"""
_PAGE = """
import pypdfium2
def paint(pdf, png):
    pypdfium2.PdfDocument(pdf)[0].render(scale=96 / 72).to_pil().save(png)
"""
# Its pages are a pixel larger than the picture, which lies in their middle.
_LIBREOFFICE = """
import pypdfium2
from pypdfium2 import raw
def draw(file, png, width, height):
    page = pypdfium2.PdfDocument(png.removesuffix("png") + "pdf")[0]
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    moved = raw.FS_MATRIX(96 / 72, 0, 0, 96 / 72, -0.5, -0.5)
    raw.FPDF_RenderPageBitmapWithMatrix(
        bitmap, page, moved, raw.FS_RECTF(0, 0, width, height), raw.FPDF_ANNOT
    )
    bitmap.to_pil().save(png)
"""
_WEASYPRINT = f"""{_PAGE}
import weasyprint
def draw(file, png, width, height):
    page = f"@page {{{{ size: {{width}}px {{height}}px; margin: 0 }}}} body {{{{ margin: 0 }}}}"
    html = f"<style>{{page}} img {{{{ display: block }}}}</style><img src='file://{{file}}'>"
    paint(weasyprint.HTML(string=html).write_pdf(), png)
"""
_SVGLIB = f"""{_PAGE}
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg
def draw(file, png, width, height):
    paint(renderPDF.drawToString(svg2rlg(file)), png)
"""
_QT = """
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
application = QGuiApplication([])
def draw(file, png, width, height):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(file).render(painter)
    painter.end()
    image.save(png)
"""


def _own_png(files: Sequence[Path], folder: Path) -> None:
    for file in files:
        (folder / f"{file.stem}.png").write_bytes(drawn_as("png", file))


def _own_pdf(files: Sequence[Path], folder: Path) -> None:
    for file in files:
        (folder / f"{file.stem}.pdf").write_bytes(drawn_as("pdf", file))
    _in_python(_PDF)(files, folder)


_PDF = f"""{_PAGE}
def draw(file, png, width, height):
    paint(png.removesuffix("png") + "pdf", png)
"""

RENDERERS = (
    Renderer("argmap, PNG", (), ("resvg_py",), _own_png),
    Renderer("argmap, PDF", (), ("typst", "pypdfium2"), _own_pdf),
    Renderer("librsvg", ("rsvg-convert",), (), _each("rsvg-convert", "IN", "-o", "OUT")),
    Renderer(
        "resvg",
        (),
        ("resvg_py",),
        _in_python(_RESVG),
        frozenset({"Chinese", "Hebrew"}),
    ),
    Renderer("Inkscape", ("inkscape",), (), _inkscape),
    Renderer("LibreOffice", ("soffice",), ("pypdfium2",), _libreoffice),
    Renderer(
        "CairoSVG",
        (),
        ("cairosvg",),
        _in_python(_CAIROSVG),
        frozenset({"Chinese", "Hebrew"}),
    ),
    Renderer(
        "WeasyPrint",
        (),
        ("weasyprint", "pypdfium2"),
        _in_python(_WEASYPRINT),
        frozenset({"Hebrew"}),
    ),
    Renderer(
        "svglib",
        (),
        ("svglib", "pypdfium2"),
        _in_python(_SVGLIB),
        frozenset({"Cyrillic", "Chinese", "Hebrew"}),
    ),
    Renderer("Qt", (), ("PySide6.QtSvg",), _in_python(_QT)),
    Renderer("ImageMagick", ("convert",), (), _each("convert", "IN", "OUT")),
)

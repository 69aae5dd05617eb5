"""A picture as a PDF page with real text, made from its SVG: the one door to `typst`."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from argmap.errors import MissingExtraError
from argmap.languages import words_in
from argmap.render.fixed_svg import breakdown_told, fixed_svg
from argmap.render.lettering import PlacedRun
from argmap.render.renderer import Picture

PLACED = True
POINTS_PER_PIXEL = 0.75
# The longest side of a page that readers of PDF agree on (200 inches).
LONGEST_SIDE = 14_400.0
# All that a map says goes in beside the program, as values; nothing of it is ever read as Typst.
_PROGRAM = b"""\
#let given = sys.inputs
#set document(title: given.title, date: none)
#set text(lang: given.language)
#set page(width: float(given.width) * 1pt, height: float(given.height) * 1pt, margin: 0pt)
#image(bytes(given.svg), format: "svg", width: 100%, height: 100%, alt: given.summary)
#for run in json(bytes(given.runs)) {
  set text(font: run.families, size: run.size * 1pt, fill: rgb(run.colour))
  set text(weight: run.weight, style: run.style, top-edge: "baseline", bottom-edge: "baseline")
  place(top + left, dx: run.x * 1pt, dy: run.y * 1pt, run.shown)
}
"""


def render(picture: Picture) -> bytes:
    """Return the picture as a PDF of one page, 96 pixels of the SVG to the inch.

    Raises FontError where this machine has no font for some of the text, MissingExtraError where
    a library is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError(
            'PDF needs typst, which is not installed: pip install "argmap[pdf]"'
        ) from error
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
        "runs": json.dumps([_run(run, points) for run in page.apart]),
        "language": _language(drawing.language),
    }
    with tempfile.TemporaryDirectory(prefix="argmap-fonts-") as folder:
        _gather(page.files, Path(folder))
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        compiler = typst.Compiler(_PROGRAM, root=folder, font_paths=fonts, sys_inputs=given)
        with breakdown_told("Typst"):
            pdf = compiler.compile(format="pdf")
    if not isinstance(pdf, bytes):
        raise TypeError("a page is one file")
    return pdf


def _run(run: PlacedRun, points: float) -> dict[str, object]:
    return {
        "shown": run.shown,
        "families": [name.lower() for name in run.face.families],
        "x": run.x * points,
        "y": run.y * points,
        "size": run.size * points,
        "colour": run.colour,
        "weight": "bold" if run.face.bold else "regular",
        "style": "italic" if run.face.italic else "normal",
    }


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

"""What a notebook shows of a map that is the last value of a cell."""

import itertools
from pathlib import Path

from argmap.embed.figure_making import on_page
from argmap.errors import ArgmapError
from argmap.evaluation.grounded.labelling import evaluate
from argmap.links import Leads, leading
from argmap.model import ArgumentMap
from argmap.picture_files.others import drawn_before
from argmap.pipeline import picture
from argmap.render import READ_IN_BROWSERS
from argmap.render.html.figure import figure
from argmap.render.renderer import renderer_named
from argmap.report.outline_text import outline

WIDTH = 80
# No two maps of a notebook may share an id, and a notebook that runs anew shows the same again.
_occurrences = itertools.count(1)


def next_occurrence() -> int:
    """Return how many maps this notebook has shown, with this one."""
    return next(_occurrences)


def mime_bundle(a_map: ArgumentMap) -> dict[str, str]:
    """Return what stands for a map, by its type: a figure in HTML, an SVG, and an outline.

    Where the map cannot be drawn there is only the outline, and the reason below it.
    """
    words = outline(a_map, width=WIDTH, evaluation=evaluate(a_map))
    try:
        shown = picture(a_map, leads=_leads(a_map))
        svg = renderer_named("svg").render(shown).decode()
    except ArgmapError as error:
        return {"text/plain": f"{words}\n{error}"}
    html = figure(shown, apart=on_page(next_occurrence()), cleaned=True)
    return {"text/html": html, "image/svg+xml": svg, "text/plain": words}


def _leads(a_map: ArgumentMap) -> Leads | None:
    """Return what leads to other maps from a notebook, which runs in its own folder."""
    folder = a_map.folder
    if folder is None:
        return None
    beside = Path.cwd() / "cell"
    drawn = drawn_before(READ_IN_BROWSERS, folder=folder, beside=beside)
    return leading(folder.path / "map", folder=folder, beside=beside, shown=(drawn,))

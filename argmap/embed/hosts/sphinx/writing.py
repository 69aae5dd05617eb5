"""How builders of Sphinx write a map: a figure in HTML, a picture in LaTeX, words elsewhere."""

import hashlib
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator
from sphinx.writers.latex import LaTeXTranslator

from argmap.embed.explorers import kept_explorer
from argmap.embed.figure_making import described, markup_of, on_page, part_markup
from argmap.embed.hosts.site_shelf import SiteShelf
from argmap.embed.hosts.sphinx.map_nodes import (
    MapFigure,
    MapNode,
    caption_as_paragraph,
    children_of,
)
from argmap.embed.hosts.sphinx.page_links import (
    settled_links,
    url_of_files,
    with_links_of_page,
)
from argmap.embed.latex import bounded, length_of
from argmap.embed.library import Library, library_of, pictures_of, shortfall_in
from argmap.embed.reading_places import SPHINX_PAGE
from argmap.embed.references import references
from argmap.embed.request import PROSE, Request, Shape
from argmap.errors import ArgmapError
from argmap.links import with_links, without_choice
from argmap.output import write_whole
from argmap.render.html.exploring import Explorer
from argmap.render.markup import element, text
from argmap.render.renderer import Picture, renderer_named
from argmap.report.log import for_log
from argmap.report.text import one_line
from argmap.source import at_start

_LOG = logging.getLogger(__name__)
# Of the height of a page; the rest is for a caption.
_SHARE = 0.8
# What is beside the text has half of its width, unless it says more.
_BESIDE = "50%"
# Where explorers are written, and the builders whose pages are read where no scripts run.
_FOLDER = "_argmap"
_WITHOUT_SCRIPTS = ("epub", "htmlhelp", "qthelp", "devhelp", "applehelp", "json", "pickle")


def library_for(env: BuildEnvironment) -> Library:
    """Return where the maps of a project of Sphinx are read."""
    root, home = env.config.argmap_root, Path(str(env.srcdir))
    setting = "argmap_root in conf.py"
    return library_of(home / "conf.py", home / root if root else None, setting=setting)


class NumbersOfParts(SphinxPostTransform):  # type: ignore[misc]
    """Tells in the caption of a part which figures those are that the picture leads to.

    It comes after captions are translated, and before references are resolved.
    """

    default_priority = 5

    def run(self, **_: Any) -> None:
        """Add references to the captions of parts that have numbers and a name."""
        # Only these builders give figures their numbers.
        is_numbered = self.config.numfig and self.app.builder.format in ("html", "latex")
        for node in self.document.findall(MapFigure) if is_numbered else ():
            if node.get("label"):
                node[0] += self._references(node)

    def _references(self, node: MapFigure) -> list[nodes.Node]:
        found: list[nodes.Node] = []
        for name, label in references(node["picture"], node["label"]):
            found.append(nodes.Text(f"; {name}: " if found else f" ({name}: "))
            found.append(
                pending_xref(
                    "",
                    nodes.inline("", name),
                    refdomain="std",
                    reftype="numref",
                    reftarget=label,
                    refdoc=self.env.docname,
                    refexplicit=False,
                    refwarn=True,
                )
            )
        return [*found, nodes.Text(")")] if found else []


def visit_html(self: HTML5Translator, node: MapNode) -> None:
    """Write a figure, and pass over the words."""
    # Sphinx gives an id to all that has a number; several documents on one page have the same.
    for name in node["ids"] if node["names"] else ():
        self.body.append(f'<span id="{name}"></span>')
    html = node["html"]
    if node["picture"] is not None:
        # One page may be made of several documents, so that only now the maps can be counted.
        occurrence = getattr(self, "argmap_maps", 0) + 1
        self.argmap_maps = occurrence
        caption = _caption_html(self, node) if isinstance(node, MapFigure) else None
        explorer = _explorer(self, node, occurrence)
        html = _markup(node, on_page(occurrence), caption, explorer)
        html = with_links_of_page(self, node, html)
        if node["request"].shape in PROSE:
            html = f"<p>{html}</p>"
    self.body.append(_in_its_room(html, node) + "\n")
    raise nodes.SkipNode


def _markup(node: MapNode, apart: str, caption: str | None, explorer: Explorer | None) -> str:
    """Return the markup of a map, or of one of its parts, which lead to each other."""
    picture, request = node["picture"], node["request"]
    if "anchor" not in node:
        return markup_of(picture, request, apart, caption=caption, explorer=explorer)
    anchor = node["anchor"]
    return part_markup(
        node["picture"],
        node["request"],
        apart,
        lambda part: f"{anchor}-part-{part}",
        caption=caption,
        explorer=explorer,
    )


def _explorer(writer: HTML5Translator, node: MapNode, number: int) -> Explorer | None:
    """Return the explorer of a map after writing it, None where it has none or none is shown."""
    builder, picture, home = writer.builder, node["picture"], node["home"]
    is_further = picture.part is not None and picture.part.number > 0
    if builder.name in _WITHOUT_SCRIPTS or is_further:
        return None
    kept: dict[str, bytes] = {}
    try:
        explorer = kept_explorer(
            picture.whole,
            node["request"],
            home=home,
            library=library_for(builder.env),
            # Its links are those of the document already.
            beside=home,
            shelf=SiteShelf(node["docname"], url_of_files(writer), kept, _FOLDER),
            number=number,
        )
    except ArgmapError as error:
        _LOG.warning(str(error), type="argmap", location=node)
        return None
    for name, page in kept.items():
        content = settled_links(writer, page.decode(), quote(name)).encode()
        write_whole(Path(builder.outdir, name), content, make_folder=True)
    return explorer


def _caption_html(writer: HTML5Translator, node: MapFigure) -> str:
    """Return the number and the caption of a figure as markup."""
    end = len(writer.body)
    writer.add_fignumber(node)
    number = unescape(re.sub("<[^>]*>", "", "".join(writer.body[end:])))
    del writer.body[end:]
    for child in node[0].children:
        child.walkabout(writer)
    words = "".join(writer.body[end:])
    del writer.body[end:]
    return element("figcaption", {"dir": "auto"}, f"{text(number)}{words}")


def _in_its_room(html: str, node: MapNode) -> str:
    """Return the markup of a map with the classes and the width that were asked for."""
    width = node.get("room")
    if not node["classes"] and not width:
        return html
    style = f"width: {width}; max-width: 100%" if width else None
    return element("div", {"class": " ".join(node["classes"]) or None, "style": style}, html)


def visit_latex(self: LaTeXTranslator, node: MapNode) -> None:
    """Write a picture, and pass over the words; without a picture it is left to them."""
    picture, request = node["picture"], node["request"]
    if picture is None or request.shape in (*PROSE, Shape.OUTLINE):
        caption_as_paragraph(node)
        return
    try:
        shown = _for_paper(self, node)
        own = Request() if shown.part and shown.part.number else request
        shown = described(shown, own, with_title=not isinstance(node, MapFigure))
        name = _drawn(shown, Path(self.builder.outdir))
    except ArgmapError as error:
        _LOG.warning(str(error), type="argmap", location=node)
        caption_as_paragraph(node)
        return
    _latex_figure(node, name).walkabout(self)
    raise nodes.SkipNode


def _for_paper(writer: LaTeXTranslator, node: MapNode) -> Picture:
    """Return the picture as it can be read on a page, after telling where it cannot."""
    if "anchor" in node:
        # Parts have room on paper as they are.
        whole: Picture = node["picture"]
        return whole
    home, library = node["home"], library_for(writer.builder.env)
    request: Request = replace(node["request"], caption=None)
    a_map = node["picture"].whole
    shown, *_ = pictures_of(
        with_links(a_map, without_choice),
        request,
        home=home,
        library=library,
        placed=True,
        stands=SPHINX_PAGE,
        beside=home,
    )
    small = shortfall_in(shown, home=home, library=library, span=at_start(str(home)))
    if small is not None:
        told = for_log(one_line(small))
        _LOG.warning(told, type="argmap", subtype=str(small.code), location=node)
    return shown


def _drawn(picture: Picture, folder: Path) -> str:
    """Write the picture into the folder of the LaTeX files and return its name."""
    content = renderer_named("pdf").render(picture)
    name = f"argmap-{hashlib.sha256(content).hexdigest()[:16]}.pdf"
    (folder / name).write_bytes(content)
    return name


def _latex_figure(node: MapNode, name: str) -> nodes.Element:
    """Return the picture as a figure, which Sphinx writes as it must be where it stands."""
    side, room = node.get("align"), node.get("room")
    if side in ("left", "right"):
        room = room or _BESIDE
    # Beside the text a figure is as wide as it says, and its picture as wide as that.
    options = bounded(_SHARE, width=length_of(room) if room and side is None else None)
    shown = rf"\includegraphics[{options}]{{{{{name.removesuffix('.pdf')}}}.pdf}}"
    figure = nodes.figure("", nodes.raw("", shown, format="latex"), ids=node["ids"])
    if side is not None:
        figure["align"] = side
    if side is not None and room:
        figure["width"] = room
    if isinstance(node, MapFigure):
        figure += nodes.caption("", "", *children_of(node[0]))
    whole: nodes.Element = figure
    classes = [name for name in node["classes"] if not name.startswith("align-")]
    if classes:
        whole = nodes.container("", figure, classes=classes)
    whole.parent, whole.document = node.parent, node.document
    return whole


def visit_words(self: Any, node: MapNode) -> None:
    """Leave it to the words inside; those of the overview tell all parts."""
    picture: Picture | None = node["picture"]
    if "anchor" in node and picture is not None and picture.part and picture.part.number:
        raise nodes.SkipNode
    caption_as_paragraph(node)


def skip(self: Any, node: nodes.Node) -> None:
    """Write nothing."""
    raise nodes.SkipNode


def nothing(self: Any, node: nodes.Node) -> None:
    """Write nothing after what is inside."""

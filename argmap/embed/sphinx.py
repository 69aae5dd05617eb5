"""An extension of Sphinx: the directive `argmap` shows a map.

In HTML it is a figure, in LaTeX a picture in PDF; every other builder gets the outline as a list.
"""

import hashlib
import os
import re
from dataclasses import replace
from html import unescape
from importlib.metadata import version
from linecache import checkcache, getline
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator
from sphinx.writers.latex import LaTeXTranslator

from argmap.embed.hosting import Fence, Hosted, hosted
from argmap.embed.latex import bounded
from argmap.embed.library import Library, Place, library_of, near
from argmap.embed.listing import items
from argmap.embed.options import FLAGS, OPTIONS, words_of
from argmap.embed.request import PROSE, Request, Shape
from argmap.embed.showing import described, markup_of, on_page, words_for
from argmap.errors import ArgmapError
from argmap.render.markup import element
from argmap.render.renderer import Picture, renderer_named

_LOG = logging.getLogger(__name__)
_DEEPEST = 8
# A width in the page; a number alone is the width of the boxes.
_LENGTH = re.compile(r"\d+(?:\.\d+)?\s*(?:%|px|em|rem|ex|ch|cm|mm|in|pt|pc)")
# Of the height of a page; the rest is for a caption.
_SHARE = 0.8


class MapNode(nodes.General, nodes.Element):
    """A map in a document; what is inside it tells the same in words."""


class MapFigure(MapNode):
    """A map that is drawn and has a caption: Sphinx numbers it, and references tell its caption."""


class MapDirective(SphinxDirective):
    """Show the map in a file, or the one that is written here."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = dict.fromkeys(
        (*OPTIONS, *(f"no-{flag}" for flag in FLAGS), "name", "align", "class"),
        directives.unchanged,
    )

    def run(self) -> list[nodes.Node]:
        """Return one node; what is wrong with the map is told as a warning of the build."""
        source, line = self.get_source_info()
        document = near(Path(source))
        place = self._place(document, line)
        fence = Fence(self._words(), "\n".join(self.content), document, place)
        found = hosted(fence, library=self._library())
        for file in found.files:
            self.env.note_dependency(str(file.resolve()))
        for problem in found.problems:
            _LOG.warning(problem, type="argmap")
        for remark in found.remarks:
            _LOG.info(remark)
        caption = _caption(found.picture, found.request)
        kind = MapFigure if caption else MapNode
        node = kind("", *_in_words(found), html=found.html, caption=caption)
        node["picture"], node["request"] = found.picture, found.request
        node["classes"] += self._classes()
        if self._takes_room():
            node["room"] = self.options["width"]
        self.add_name(node)
        return [node]

    def _classes(self) -> list[str]:
        """Return the classes of the figure, those of its alignment among them."""
        classes = directives.class_option(self.options["class"]) if "class" in self.options else []
        if "align" in self.options:
            side = directives.choice(self.options["align"], ("left", "center", "right"))
            classes.append(f"align-{side}")
        return list(classes)

    def _takes_room(self) -> bool:
        """Return whether the width is that of the figure in its page, such as 50%."""
        return _LENGTH.fullmatch(self.options.get("width", "")) is not None

    def _words(self) -> tuple[str, ...]:
        words = [self._path(word.text) for word in words_of(" ".join(self.arguments))]
        for name, value in self.options.items():
            if name in ("name", "align", "class") or (name == "width" and self._takes_room()):
                continue
            value = self._path(value) if name == "file" else value
            words.append(f"{name}={value}" if value else name)
        return tuple(words)

    def _path(self, name: str) -> str:
        """Return a path as from the document; with a stroke first it is from the source folder."""
        if not name.startswith("/"):
            return name
        document = near(Path(self.get_source_info()[0]))
        whole = Path(str(self.env.srcdir)) / name.lstrip("/")
        return Path(os.path.relpath(whole, document.resolve().parent)).as_posix()

    def _place(self, document: Path, line: int) -> Place:
        """Return where the map begins that is written here."""
        # The text of a directive has lost the indentation of what it stands in.
        checkcache(str(document))
        lines = self.block_text.splitlines()
        first = next((text.strip() for text in self.content), "")
        for number in range(1, len(lines)):
            if first and lines[number].strip() == first:
                written = getline(str(document), line + number) or lines[number]
                indent = len(written) - len(written.lstrip())
                return Place(str(document), line + number, indent + 1)
        return Place(str(document), line + 1)

    def _library(self) -> Library:
        root = self.config.argmap_root
        home = Path(str(self.env.srcdir))
        library = library_of(
            home / "conf.py", home / root if root else None, setting="argmap_root in conf.py"
        )
        library = self.env.temp_data.setdefault("argmap_library", library)
        assert isinstance(library, Library)
        return library


def _caption(picture: Picture | None, request: Request | None) -> str | None:
    """Return the caption of a map, None where it has none or is not drawn."""
    if picture is None or request is None or request.shape not in (None, Shape.HTML, Shape.IMAGE):
        return None
    return request.caption or picture.whole.title


def _in_words(found: Hosted) -> list[nodes.Node]:
    """Return the map, or what is wrong with it, as any builder can write it."""
    if found.picture is None or found.request is None:
        return [nodes.literal_block("", "\n".join(found.problems))]
    if found.request.shape in PROSE:
        return [nodes.paragraph("", words_for(found.picture.whole, found.request))]
    title = found.request.caption or found.picture.whole.title
    parts: list[nodes.Node] = [nodes.paragraph("", "", nodes.strong("", title))] if title else []
    root = nodes.bullet_list()
    lists = [root]
    for item in items(found.picture, deepest=_DEEPEST):
        del lists[item.depth + 1 :]
        if len(lists) <= item.depth:
            lists.append(nodes.bullet_list())
            lists[-2][-1].append(lists[-1])
        words = nodes.paragraph()
        if item.lead:
            words += [nodes.strong("", f"{item.lead}:"), nodes.Text(" ")]
        words += nodes.Text(item.text or "")
        for remark in item.remarks:
            words += [nodes.Text(" "), nodes.emphasis("", f"({remark})")]
        lists[-1].append(nodes.list_item("", words))
    return [*parts, root]


def _visit_html(self: HTML5Translator, node: MapNode) -> None:
    # Sphinx gives an id to all that has a number; several documents on one page have the same.
    for name in node["ids"] if node["names"] else ():
        self.body.append(f'<span id="{name}"></span>')
    html = node["html"]
    if node["picture"] is not None:
        # One page may be made of several documents, so that only now the maps can be counted.
        occurrence = getattr(self, "argmap_maps", 0) + 1
        self.argmap_maps = occurrence
        request = node["request"]
        if isinstance(node, MapFigure):
            request = replace(request, caption=f"{_number(self, node)}{node['caption']}")
        html = markup_of(node["picture"], request, on_page(occurrence))
        if node["request"].shape in PROSE:
            html = f"<p>{html}</p>"
    self.body.append(_in_its_room(html, node) + "\n")
    raise nodes.SkipNode


def _in_its_room(html: str, node: MapNode) -> str:
    """Return the markup of a map with the classes and the width that were asked for."""
    width = node.get("room")
    if not node["classes"] and not width:
        return html
    style = f"width: {width}; max-width: 100%" if width else None
    return element("div", {"class": " ".join(node["classes"]) or None, "style": style}, html)


def _number(writer: HTML5Translator, node: MapNode) -> str:
    """Return what stands before the caption of a figure that has a number."""
    end = len(writer.body)
    writer.add_fignumber(node)
    number = unescape(re.sub("<[^>]*>", "", "".join(writer.body[end:])))
    del writer.body[end:]
    return number


def _visit_latex(self: LaTeXTranslator, node: MapNode) -> None:
    picture, request = node["picture"], node["request"]
    if picture is None or request.shape in (*PROSE, Shape.OUTLINE):
        return
    try:
        shown = described(picture, request, with_title=not node["caption"])
        name = _drawn(shown, Path(self.builder.outdir))
    except ArgmapError as error:
        _LOG.warning(str(error), type="argmap")
        return
    _latex_figure(node, name).walkabout(self)
    raise nodes.SkipNode


def _drawn(picture: Picture, folder: Path) -> str:
    """Write the picture into the folder of the LaTeX files and return its name."""
    content = renderer_named("pdf").render(picture)
    name = f"argmap-{hashlib.sha256(content).hexdigest()[:16]}.pdf"
    (folder / name).write_bytes(content)
    return name


def _latex_figure(node: MapNode, name: str) -> nodes.figure:
    """Return the picture as a figure, which Sphinx writes as it must be where it stands."""
    shown = rf"\includegraphics[{bounded(_SHARE)}]{{{{{name.removesuffix('.pdf')}}}.pdf}}"
    figure = nodes.figure("", nodes.raw("", shown, format="latex"), ids=node["ids"])
    if node["caption"]:
        figure += nodes.caption("", node["caption"])
    figure.parent, figure.document = node.parent, node.document
    return figure


def _pass(self: Any, node: MapNode) -> None:
    """Leave it to the words inside."""


def _title(node: MapNode) -> str:
    return str(node["caption"])


def setup(app: Sphinx) -> ExtensionMetadata:
    """Take part in a build of Sphinx."""
    app.add_config_value("argmap_root", "", "env", types=frozenset({str}))
    plain = (_pass, _pass)
    written: dict[str, Any] = {
        "html": (_visit_html, None),
        "latex": (_visit_latex, _pass),
        "text": plain,
        "man": plain,
        "texinfo": plain,
    }
    app.add_node(MapNode, **written)
    app.add_enumerable_node(MapFigure, "figure", _title, **written)
    app.add_directive("argmap", MapDirective)
    return {
        "version": version("argmap"),
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }

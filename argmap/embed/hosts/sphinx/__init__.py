"""An extension of Sphinx: the directive `argmap` shows a map.

In HTML it is a figure, in LaTeX a picture in PDF; every other builder gets the outline as a list.
"""

import os
import re
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

from argmap.embed.hosts.hosting import Fence, Hosted, hosted
from argmap.embed.hosts.sphinx.figures import Figures
from argmap.embed.hosts.sphinx.map_nodes import MapFigure, MapLinks, MapNode, caption_of, in_words
from argmap.embed.hosts.sphinx.writing import (
    NumbersOfParts,
    library_for,
    nothing,
    skip,
    visit_html,
    visit_latex,
    visit_words,
)
from argmap.embed.library import Library, Place, near
from argmap.embed.options import FLAGS, OPTIONS
from argmap.embed.reading_places import SPHINX_COLUMN
from argmap.render.renderer import Picture
from argmap.settings.words import words_of

_LOG = logging.getLogger(__name__)
# A width in the page; a number alone is the width of the boxes.
_LENGTH = re.compile(r"\d+(?:\.\d+)?\s*(?:%|px|em|rem|ex|ch|cm|mm|in|pt|pc)")
# The code of a finding, by which it can be suppressed.
_CODE = re.compile(r"(?:warning|error)\[(?P<code>[a-z-]+)\]")


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
        # What is written may be a page that shows no explorer.
        found = hosted(
            fence, library=self._library(), stands=SPHINX_COLUMN, explores=False, in_pages=True
        )
        for file in found.files:
            self.env.note_dependency(str(file.resolve()))
        for problem in found.problems:
            code = _CODE.search(problem)
            _LOG.warning(problem, type="argmap", subtype=code and code["code"])
        for remark in found.remarks:
            _LOG.info(remark)
        first, *others = found.parts or (found.picture,)
        node = self._node(found, first, in_words(found))
        self.add_name(node)
        # Other builders have told the whole map in words with the first.
        parts = [self._node(found, one, []) for one in others]
        for number, part in enumerate(parts, start=1):
            if node["names"]:
                part["names"].append(f"{node['names'][0]}-{number}")
                self.state.document.note_explicit_target(part, part)
        anchor = f"argmap-{nodes.make_id(self.env.docname)}-{self.env.new_serialno('argmap')}"
        for part in (node, *parts) if parts else ():
            part["anchor"], part["label"] = anchor, next(iter(node["names"]), None)
        node["figure"] = found.figure
        return [node, *parts]

    def _node(self, found: Hosted, picture: Picture | None, words: list[nodes.Node]) -> MapNode:
        """Return the node of one picture of a map."""
        node = self._captioned(found, picture, words)
        node["picture"], node["request"], node["home"] = picture, found.request, found.home
        node["docname"] = self.env.doc2path(self.env.docname, base=False)
        node["classes"] += self._classes()
        if "align" in self.options:
            node["align"] = self.options["align"].strip()
        if self._takes_room():
            node["room"] = self.options["width"]
        self.set_source_info(node)
        return node

    def _captioned(
        self, found: Hosted, picture: Picture | None, words: list[nodes.Node]
    ) -> MapNode:
        """Return the map in words, with its caption as text of the document."""
        told = caption_of(picture, found.request)
        if told is None:
            return MapNode("", *words, html=found.html)
        caption = nodes.caption(told)
        self.set_source_info(caption)
        if found.request is not None and found.request.caption == told:
            parts, messages = self.parse_inline(told, lineno=self.lineno)
            caption += [*parts, *messages]
        else:
            # The title of a map is no text of the document.
            caption += nodes.Text(told)
            caption["translatable"] = False
        return MapFigure("", caption, *words, html=found.html)

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
        library = self.env.temp_data.setdefault("argmap_library", library_for(self.env))
        assert isinstance(library, Library)
        return library


def _title(node: MapNode) -> str:
    return str(node[0].astext())


def setup(app: Sphinx) -> ExtensionMetadata:
    """Take part in a build of Sphinx."""
    app.add_config_value("argmap_root", "", "env", types=frozenset({str}))
    words = (visit_words, nothing)
    written: dict[str, Any] = {
        "html": (visit_html, None),
        "latex": (visit_latex, nothing),
        "text": words,
        "man": words,
        "texinfo": words,
    }
    app.add_node(MapNode, **written)
    app.add_node(MapLinks, **dict.fromkeys(written, (skip, None)))
    app.add_enumerable_node(MapFigure, "figure", _title, **written)
    app.add_directive("argmap", MapDirective)
    app.add_post_transform(NumbersOfParts)
    app.add_env_collector(Figures)
    return {
        "version": version("argmap"),
        "env_version": 4,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }

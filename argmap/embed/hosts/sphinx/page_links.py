"""Where the links of a map lead in a page that Sphinx writes, and the mark by which others do."""

import posixpath
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote

from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from argmap.embed.hosts.site_links import in_page
from argmap.embed.hosts.sphinx.figures import document_with
from argmap.embed.hosts.sphinx.map_nodes import MapNode
from argmap.links import marked, settled, with_links_in_markup


def with_links_of_page(writer: HTML5Translator, node: MapNode, html: str) -> str:
    """Return the markup of a map with its links as the page that is built has to write them."""
    html = with_links_in_markup(html, lambda link: _link(writer, node, link))
    url = _page_of(writer, writer.builder.current_docname)
    return settled_links(writer, _with_mark(writer, node, html), url)


def _with_mark(writer: HTML5Translator, node: MapNode, html: str) -> str:
    """Return the markup of a map with the mark to which others lead, the first time in a page."""
    figure = node.get("figure")
    if not hasattr(writer, "argmap_marks"):
        writer.argmap_marks = set()
    if figure is None or figure in writer.argmap_marks:
        return html
    writer.argmap_marks.add(figure)
    return marked(html, figure)


def settled_links(writer: HTML5Translator, text: str, url: str) -> str:
    """Return the markup of a map, or an explorer, at an address, which leads to other figures."""
    builder = writer.builder

    def figure_at(figure: str) -> str | None:
        document = document_with(figure, builder, builder.current_docname)
        if document is None:
            return None
        target = _page_of(writer, document)
        return f"{relative_uri(url, target) if target != url else ''}#{figure}"

    def file_at(link: str) -> str | None:
        """Return where a file is that goes along, of those that the settings name."""
        name = posixpath.normpath(posixpath.join(posixpath.dirname(url), unquote(link)))
        source = Path(str(builder.srcdir), name)
        for extra in builder.config.html_extra_path:
            whole = Path(str(builder.confdir), extra)
            if builder.format == "html" and source.is_relative_to(whole) and whole.is_dir():
                found = quote(source.relative_to(whole).as_posix())
                return str(relative_uri(url, found))
        return None

    return settled(text, figure_at=figure_at, file_at=file_at)


def _link(writer: HTML5Translator, node: MapNode, link: str) -> str:
    """Return a link of a document as the page that is built has to write it."""
    builder = writer.builder
    url = str(builder.get_target_uri(builder.current_docname))
    return in_page(link, source=node["docname"], url=url, url_of=url_of_files(writer))


def url_of_files(writer: HTML5Translator) -> Callable[[str], str]:
    """Return what gives the address of a file of the source."""
    builder = writer.builder
    suffixes = tuple(builder.config.source_suffix)

    def url_of(name: str) -> str:
        for suffix in suffixes:
            document = name.removesuffix(suffix)
            if document != name and document in builder.env.found_docs:
                return str(builder.get_target_uri(document))
        return name

    return url_of


def _page_of(writer: HTML5Translator, document: str) -> str:
    """Return the address of the page with a document, which may be one with all of them."""
    builder = writer.builder
    page = str(builder.get_target_uri(document)).partition("#")
    return page[0] if page[0] or not page[2] else f"{builder.config.root_doc}{builder.out_suffix}"

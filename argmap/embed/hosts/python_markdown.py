"""An extension of Python-Markdown: a block of code that says `argmap` becomes a figure.

Use it as `markdown.markdown(text, extensions=["argmap"])`.
"""

import logging
import posixpath
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from argmap.embed.documents.fences import FencedMap, fenced_maps
from argmap.embed.explorers import Shelf
from argmap.embed.hosts.hosting import Fence, Hosted, hosted, with_mark
from argmap.embed.hosts.site_links import in_page, usual_url
from argmap.embed.library import Library, Place, library_of, near
from argmap.embed.reading_places import COLUMN_OF_A_PAGE, MATERIAL_COLUMN
from argmap.errors import ArgmapError
from argmap.links import figures_of, settled, with_links_in_markup

# After line ends and tabs are settled, before any other extension looks for blocks of code.
_PRIORITY = 29


class ArgmapExtension(Extension):
    """Puts maps into pages.

    The settings are `document`, the path of the text, from which files are named; `root`, the
    folder outside of which nothing is read (else that of the document’s project); and `strict`,
    with which a map that cannot be shown, or read, raises ArgmapError. What is wrong with a map is
    told by the logger `argmap` as a warning. Zensical says itself which page it builds.
    """

    def __init__(self, **settings: Any) -> None:
        """Take the settings; a host sets `log`, `library` and `first_line` for itself."""
        self.config = {
            "document": ["text.md", "the path of the document"],
            "root": ["", "nothing outside this folder is read"],
            "strict": [False, "a map that cannot be shown ends the build"],
        }
        self.log: Any = logging.getLogger("argmap")
        self.library: Library | None = None
        self.first_line = 1
        self.files: set[Path] = set()
        # Where pictures are read.
        self.stands = COLUMN_OF_A_PAGE
        # Where explorers are kept, where a host has a folder for them.
        self.shelf: Shelf | None = None
        # Where a page is in the site of a host, which has no files but those below its root.
        self.url: str | None = None
        # How a page writes the relative links of its source, where a host moves it.
        self.links: Callable[[str], str] | None = None
        # The marks of the figures of a page, and whether the host settles what leads to others.
        self.marks: set[str] = set()
        self.is_settled_later = False
        # What was last shown in each place of a document, where a host keeps it for another build.
        self.shown_before: dict[tuple[str, int], str] | None = None
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown’s
        """Take part in the conversion."""
        md.preprocessors.register(_Maps(md, self), "argmap", _PRIORITY)

    def shown(self, block: FencedMap, occurrence: int) -> str:
        """Return the markup for a block, after telling what is wrong with it."""
        document = Path(str(self.getConfig("document")))
        place = Place(str(document), self.first_line + block.start + 1, len(block.indent) + 1)
        fence = Fence(block.words, block.text, document, place)
        found = hosted(
            fence,
            library=self.library_for(document),
            occurrence=occurrence,
            stands=self.stands,
            shelf=self.shelf,
            in_pages=True,
        )
        self.files.update(found.files)
        for problem in found.problems:
            self.log.warning(problem)
        for remark in found.remarks:
            self.log.info(remark)
        is_lost = found.picture is None or found.picture.shortfall is not None
        if is_lost and found.problems and self.getConfig("strict"):
            raise ArgmapError("\n".join(found.problems))
        found = with_mark(found, self.marks)
        if self.links is not None:
            found = replace(found, html=with_links_in_markup(found.html, self.links))
        return self._with_what_was_shown(found, (str(document), occurrence))

    def settled(self, markup: str) -> str:
        """Return the markup of a map with links to figures of this page, and of no other."""
        if self.is_settled_later:
            return markup
        return settled(markup, figure_at=figures_of(self.marks), file_at=self._file_at)

    def _file_at(self, link: str) -> str | None:
        """Return a link to a file; None where it leads out of a site."""
        if self.url is None:
            return link
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(self.url), link))
        return None if whole.startswith("..") else link

    def _with_what_was_shown(self, found: Hosted, place: tuple[str, int]) -> str:
        """Return the markup of a map; of one that is half written, with the last good one below."""
        if self.shown_before is None:
            return found.html
        if found.picture is not None:
            self.shown_before[place] = found.html
            return found.html
        return "\n".join([found.html, *filter(None, [self.shown_before.get(place)])])

    def library_for(self, document: Path) -> Library:
        """Return where maps are read; without a library of a host, one for this document."""
        if self.library is not None:
            return self.library
        return library_of(document, self.getConfig("root"), setting="root")


class _Maps(Preprocessor):
    def __init__(self, md: Markdown, extension: ArgmapExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a mark in place of each map, for which its figure stands later."""
        page = _page_of_zensical(self.md)
        if page is not None:
            document, self._extension.links, self._extension.url = page
            self._extension.setConfig("document", str(document))
            self._extension.stands = MATERIAL_COLUMN
        result: list[str] = []
        end = 0
        self._extension.marks = set()
        blocks = list(fenced_maps(lines))
        found = [self._extension.shown(one, number) for number, one in enumerate(blocks, start=1)]
        for block, markup in zip(blocks, found, strict=True):
            mark = self.md.htmlStash.store(self._extension.settled(markup))
            blank = block.indent.rstrip()
            result += [*lines[end : block.start], blank, block.indent + mark, blank]
            end = block.end
        return [*result, *lines[end:]]


def _page_of_zensical(md: Markdown) -> tuple[Path, Callable[[str], str], str] | None:
    """Return the page that Zensical builds, which it tells its own extensions; None elsewhere.

    With it comes how it writes relative links, and where it is in the site.
    """
    for processor in md.preprocessors:
        if getattr(processor, "name", None) == "rendering_context":
            folder, path = processor.config.get("docs_dir", "docs"), str(processor.page.path)
            in_folders = bool(processor.config.get("use_directory_urls", True))
            url_of = partial(usual_url, directory_urls=in_folders)
            links = partial(in_page, source=path, url=url_of(path), url_of=url_of)
            return near(Path(folder).resolve() / path), links, url_of(path)
    return None


def makeExtension(**settings: Any) -> ArgmapExtension:  # noqa: N802 - the name is Python-Markdown’s
    """Return the extension with its settings."""
    return ArgmapExtension(**settings)

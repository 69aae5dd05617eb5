"""A plugin of MkDocs: a block of code that says `argmap` becomes a figure.

Maps are read anew for each build, and `mkdocs serve` builds again when one of them changes.
"""

import os
import posixpath
import re
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from argmap.embed.hosts.python_markdown import ArgmapExtension
from argmap.embed.hosts.site_links import in_page
from argmap.embed.hosts.site_shelf import SiteShelf
from argmap.embed.library import library_of, near
from argmap.embed.reading_places import MATERIAL_COLUMN
from argmap.links import settled
from argmap.output import write_whole

# What of a figure repeats its outline, or is no text at all.
_IN_FIGURES = re.compile(
    r"<svg [^>]*data-search-exclude=.*?</svg>|<style>[^<]*argmap-[^<]*</style>", re.DOTALL
)


class Settings(Config):
    """What `mkdocs.yml` may say: `root`, the folder outside of which nothing is read."""

    root = config_options.Optional(config_options.Dir(exists=True))


class ArgmapPlugin(BasePlugin[Settings]):
    """Shows maps in pages."""

    def __init__(self) -> None:
        """Start without a server to watch files for."""
        self._extension = ArgmapExtension()
        self._server: LiveReloadServer | None = None
        self._watched: set[Path] = set()
        self._serves = False
        self._shown: dict[tuple[str, int], str] = {}
        self._whole: str | None = None
        self._explorers: dict[str, bytes] = {}
        # The pages with figures, by the marks of these.
        self._figures: dict[str, str] = {}
        self._urls: set[str] = set()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether pages are built again; being here, the plugin serves all of these builds."""
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take part in the conversion of Markdown."""
        self._explorers, self._figures = {}, {}
        self._extension = ArgmapExtension()
        # What is on a page is known when all are made.
        self._extension.is_settled_later = True
        self._extension.log = get_plugin_logger("argmap")
        self._extension.stands = MATERIAL_COLUMN
        # A map that is half written keeps its last good picture while one writes on.
        self._extension.shown_before = self._shown if self._serves else None
        home = Path(config.config_file_path or "mkdocs.yml")
        setting = "argmap: {root: …} in mkdocs.yml"
        self._extension.library = library_of(home, self.config.root, setting=setting)
        extensions: list[Any] = config.markdown_extensions
        extensions.append(self._extension)
        return config

    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Note which document is converted next, and at which of its lines the text begins."""
        # The metadata at the head of the page are gone from its text.
        before = page.file.content_string.count("\n") - markdown.count("\n")
        self._extension.first_line = max(before, 0) + 1
        document = Path(page.file.abs_src_path or page.file.src_uri)
        self._extension.setConfig("document", str(near(document)))

        def url_of(name: str) -> str:
            file = files.get_file_from_path(name)
            return name if file is None else file.url

        source = page.file.src_uri
        self._extension.links = partial(in_page, source=source, url=page.file.url, url_of=url_of)
        self._extension.shelf = SiteShelf(source, url_of, self._explorers)

    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Note which maps have figures on a page."""
        for name in sorted(self._extension.marks):
            if f'id="{name}"' in html:
                self._figures.setdefault(name, page.url)
        self._extension.marks = set()

    def _settle_pages(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:
        """Let what is argued in another map lead to where that is shown."""
        self._urls = {file.url for file in files if file.inclusion.is_included()}
        for file in files.documentation_pages():
            page = file.page
            if page is not None and page.content:
                page.content = self._settled(page.content, page.url)

    # Other plugins have the pages as they will be.
    on_env = event_priority(100)(_settle_pages)

    def _settled(self, text: str, url: str) -> str:
        """Return a page at an address, or an explorer, whose links lead to figures of the site."""

        def figure_at(name: str) -> str | None:
            if f'id="{name}"' in text:
                return f"#{name}"
            page = self._figures.get(name)
            return None if page is None else f"{get_relative_url(page, url)}#{name}"

        def file_at(link: str) -> str | None:
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(url), link))
            return link if whole in self._urls else None

        return settled(text, figure_at=figure_at, file_at=file_at)

    def _hide_from_search(self, context: Any, /, *, page: Page, **_: Any) -> Any:
        """Give the search of MkDocs a page without pictures, whose words the outlines hold, too."""
        self._whole = page.content
        page.content = _IN_FIGURES.sub("", page.content or "")
        return context

    def _show_again(self, context: Any, /, *, page: Page, **_: Any) -> Any:
        """Give the page its pictures back, for all that comes after the search."""
        page.content = self._whole
        return context

    on_page_context = CombinedEvent(
        event_priority(100)(_hide_from_search), event_priority(-100)(_show_again)
    )

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the explorers of the pages, and watch their maps as well."""
        for name, explorer in self._explorers.items():
            page = self._settled(explorer.decode(), quote(name)).encode()
            write_whole(Path(config.site_dir, name), page, make_folder=True)
        self._watch()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Take the server that builds again when a file changes."""
        self._server = server
        self._watch()
        return server

    def _watch(self) -> None:
        if self._server is None:
            return
        for file in sorted(self._extension.files - self._watched):
            if os.path.exists(file):
                self._server.watch(str(file))
                self._watched.add(file)

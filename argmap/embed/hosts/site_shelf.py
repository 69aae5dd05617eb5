"""Explorers in a site that is built: each a file in one folder, named by its page."""

import posixpath
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from urllib.parse import quote

from argmap.embed.explorers import SUFFIX
from argmap.embed.hosts.site_links import in_page

# Beside the pictures and scripts of the themes.
FOLDER = "assets/argmap"


@dataclass(frozen=True, slots=True)
class SiteShelf:
    """The explorers of one page of a site.

    `source` is the file of the page, `url_of` gives the address of a file, and `kept` takes the
    explorers by their names; all of these go out from the root of the site.
    """

    source: str
    url_of: Callable[[str], str]
    kept: MutableMapping[str, bytes]
    folder: str = FOLDER

    def address(self, number: int) -> str:
        """Return where the explorer will be, as a link of the document."""
        return quote(posixpath.relpath(self.name(number), posixpath.dirname(self.source) or "."))

    def link(self, number: int, link: str) -> str:
        """Return a relative link of the document as the explorer has to write it."""
        return in_page(link, source=self.source, url=quote(self.name(number)), url_of=self.url_of)

    def keep(self, number: int, page: bytes) -> None:
        """Take the page, to be written where its address says."""
        self.kept[self.name(number)] = page

    def name(self, number: int) -> str:
        """Return the name of the file of an explorer."""
        return f"{self.folder}/{posixpath.splitext(self.source)[0]}-{number}{SUFFIX}"

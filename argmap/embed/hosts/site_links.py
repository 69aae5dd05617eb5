"""Relative links of a page’s source, as the page has to write them where a site puts it."""

import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, unquote

from argmap.links import from_folder

_PATH = re.compile(r"[^?#]*")
_MARKDOWN = re.compile(r"\.(?:md|markdown|mdown|mkdn|mkd)$")


def in_page(link: str, *, source: str, url: str, url_of: Callable[[str], str]) -> str:
    """Return a link that is written in the file `source` as its page at `url` has to write it.

    All are named from the root of the site; `url_of` gives the address of a file.
    """
    whole = from_folder(link, quote(posixpath.dirname(source)))
    found = _PATH.match(whole)
    path = found.group() if found else ""
    target = quote(url_of(unquote(path))) if not path.startswith("..") else path
    # A page without a name is its folder; one with a name lies in it.
    beside = posixpath.relpath(target or ".", posixpath.dirname(url) or ".")
    slash = "/" * (target.endswith("/") or beside.endswith("."))
    return beside + slash + whole[len(path) :]


def usual_url(file: str, *, directory_urls: bool) -> str:
    """Return where MkDocs and Zensical put a file: a page of Markdown in a folder of its own."""
    if not _MARKDOWN.search(file):
        return file
    name = _MARKDOWN.sub("", file)
    folder, _, last = name.rpartition("/")
    if last in ("index", "README"):
        inside = f"{folder}/" if folder else ""
        return inside if directory_urls else f"{inside}index.html"
    return f"{name}/" if directory_urls else f"{name}.html"

"""What a map names from its own folder, as a file in another folder has to write it."""

import os
import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote

from argmap.model import ArgumentMap, Claim
from argmap.themes import THEME_NAMES

# What gives the address of the picture of another map, by the link to its file; None where it has
# none that can be led to.
Leads = Callable[[str], str | None]

# What is a name within a page, an address with a scheme, or one from the root of a site.
_KEPT = re.compile(r"[#?/\\]|[A-Za-z][A-Za-z0-9+.-]*:")
_PATH = re.compile(r"[^?#]*")
# Markup of ours: a quotation mark in an address is escaped there.
_IN_MARKUP = re.compile(r'(?:(?<= href=")|(?<= src="))[^"]*')


def is_relative(link: str) -> bool:
    """Return whether a link starts from where it is written."""
    return not _KEPT.match(link)


def moved(link: str, *, home: Path, beside: Path) -> str:
    """Return a link of the file `home` as the file `beside` has to write it."""
    if not is_relative(link):
        return link
    start, end = (os.path.realpath(file.parent) for file in (beside, home))
    if start == end:
        return link
    return from_folder(link, quote(Path(os.path.relpath(end, start)).as_posix()))


def from_folder(link: str, folder: str) -> str:
    """Return a relative link that is written in a `folder`, itself named from somewhere else."""
    path = _PATH.match(link)
    named = path.group() if path else ""
    found = posixpath.normpath(posixpath.join(folder, named))
    return found + "/" * named.endswith("/") + link[len(named) :]


def for_folder(a_map: ArgumentMap, *, home: Path, beside: Path) -> ArgumentMap:
    """Return the map of the file `home` as the file `beside` has to write it.

    Links, the files of sources and that of a theme are named from where it lies.
    """
    start, end = (os.path.realpath(file.parent) for file in (beside, home))
    if start == end:
        return a_map
    way = Path(os.path.relpath(end, start)).as_posix()
    sources = tuple(
        replace(source, file=posixpath.normpath(posixpath.join(way, source.file)))
        if source.file
        else source
        for source in a_map.sources
    )
    style, theme = a_map.style, a_map.style.theme
    if theme is not None and theme not in THEME_NAMES:
        style = replace(style, theme=posixpath.normpath(posixpath.join(way, theme)))
    changed = replace(a_map, sources=sources, style=style)
    return with_links(changed, partial(moved, home=home, beside=beside))


def link_home(claim: Claim) -> str | None:
    """Return the link of a claim to the file of the map that it is at home in, if it has one.

    What an author has given it to lead to is none.
    """
    if claim.home is None:
        return None
    file = quote(os.fsencode(claim.home.map))
    return file if claim.link in (None, file) else None


def file_of(link: str) -> str:
    """Return the path that a relative link leads to, as it is written."""
    found = _PATH.match(link)
    return unquote(found.group() if found else "", errors="surrogateescape")


def with_links(
    a_map: ArgumentMap, rewrite: Callable[[str], str] | None, leads: Leads | None = None
) -> ArgumentMap:
    """Return a map in which each relative link is written anew; the same one if none changes.

    Where there is `leads`, that is how those are written that lead to another map.
    """
    claims = tuple([_with_link(claim, rewrite, leads) for claim in a_map.claims])
    to_file: Callable[[str], str | None] | None = leads or rewrite
    files = a_map.files
    # A map in one file needs no way to its files: it is the very same, and judged once.
    if to_file is not None and len(files) > 1:
        files = tuple(one._replace(link=to_file(one.link)) if one.link else one for one in files)
    changed = any(one is not other for one, other in zip(claims, a_map.claims, strict=True))
    return replace(a_map, claims=claims, files=files) if changed or files != a_map.files else a_map


def _with_link(claim: Claim, rewrite: Callable[[str], str] | None, leads: Leads | None) -> Claim:
    home = link_home(claim) if leads else None
    link = claim.link
    if leads and home:
        link = leads(home)
    elif rewrite and link and is_relative(link):
        link = rewrite(link)
    return claim if link == claim.link else replace(claim, link=link)


def with_links_in_markup(markup: str, rewrite: Callable[[str], str]) -> str:
    """Return markup that argmap has made, in which each relative link is written anew."""
    return _IN_MARKUP.sub(lambda m: rewrite(m[0]) if is_relative(m[0]) else m[0], markup)

"""What a map names from its own folder, as a file in another folder has to write it."""

import os
import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import quote

from argmap.model import ArgumentMap
from argmap.themes import THEME_NAMES

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


def with_links(a_map: ArgumentMap, rewrite: Callable[[str], str] | None) -> ArgumentMap:
    """Return a map in which each relative link is written anew; the same one if none changes."""
    if rewrite is None:
        return a_map
    claims = tuple(
        replace(claim, link=rewrite(claim.link))
        if claim.link and is_relative(claim.link) and rewrite(claim.link) != claim.link
        else claim
        for claim in a_map.claims
    )
    files = tuple(file._replace(link=rewrite(file.link)) for file in a_map.files)
    changed = any(one is not other for one, other in zip(claims, a_map.claims, strict=True))
    return replace(a_map, claims=claims, files=files) if changed or files != a_map.files else a_map


def with_links_in_markup(markup: str, rewrite: Callable[[str], str]) -> str:
    """Return markup that argmap has made, in which each relative link is written anew."""
    return _IN_MARKUP.sub(lambda m: rewrite(m[0]) if is_relative(m[0]) else m[0], markup)

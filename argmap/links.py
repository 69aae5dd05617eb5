"""What a map names from its own folder, as a file in another folder has to write it."""

import os
import posixpath
import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote

from argmap.model import ArgumentMap, Claim
from argmap.project import Folder
from argmap.themes import THEME_NAMES

# What gives the address of the picture of another map, by the link to its file, of which a fragment
# is the id of a claim there; None where it has none that can be led to.
Leads = Callable[[str], str | None]
# What knows at which address the map in a file is shown, None where it is not; it is "" for what
# would lead to itself.
ShownAt = Callable[[Path], str | None]

# What is a name within a page, an address with a scheme, or one from the root of a site.
_KEPT = re.compile(r"[#?/\\]|[A-Za-z][A-Za-z0-9+.-]*:")
_PATH = re.compile(r"[^?#]*")
# So begins the id of each figure that others can lead to.
_FIGURE = "argmap-of-"
# A link that may lead to a figure, as `leading` writes it; quoted paths have no other signs.
_MAY_LEAD = re.compile(
    rf'(?P<attribute> href=")?(?P<file>[A-Za-z0-9_.~%/-]*)#(?P<figure>{_FIGURE}[A-Za-z0-9_.-]+)'
    '(?(attribute)")'
)
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
    way = os.fsencode(Path(os.path.relpath(end, start)).as_posix())
    return from_folder(link, quote(way))


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
        known = claim.home.claim if claim.home else None
        link = leads(f"{home}#{quote(known, safe='')}" if known else home)
    elif rewrite and link and is_relative(link):
        link = rewrite(link)
    return claim if link == claim.link else replace(claim, link=link)


def with_links_in_markup(markup: str, rewrite: Callable[[str], str]) -> str:
    """Return markup that argmap has made, in which each relative link is written anew."""
    return _IN_MARKUP.sub(lambda m: rewrite(m[0]) if is_relative(m[0]) else m[0], markup)


def figure_id(file: Path, folder: Folder) -> str:
    """Return the id by which pages know the figure of the map in a file, in all of a project."""
    whole = Path(os.path.relpath(file.resolve(), folder.project.root)).as_posix()
    name = whole.removesuffix(".yaml")
    if re.fullmatch(r"[A-Za-z0-9_/-]+", name):
        return _FIGURE + name.replace("/", ".")
    # Only then: most names are plain.
    import hashlib

    known = hashlib.sha256(os.fsencode(whole)).hexdigest()[:8]
    return f"{_FIGURE}{re.sub('[^A-Za-z0-9_-]+', '-', name)}-{known}"


def leading(
    home: Path,
    *,
    folder: Folder,
    beside: Path,
    shown: Sequence[ShownAt] = (),
    in_pages: bool = False,
) -> Leads:
    """Return what leads from a picture of the map in `home` to other maps.

    `folder` is that of the map, and the file `beside` becomes the picture, or holds it. It leads to
    where the other map is shown, as the first of `shown` knows it, else to its file; nowhere, where
    it has none that may be read. Where only a whole site knows what its pages show, the links are
    written for `settled`, so `in_pages`.
    """

    def lead(link: str) -> str | None:
        name = file_of(link)
        # What a map says its home is may be no file at all.
        if not folder.holds(name) or not os.path.isfile(folder.path / name):
            return None
        link, _, claim = link.partition("#")
        other = folder.path / name
        found = next((at for at in (where(other) for where in shown) if at is not None), None)
        if found is None:
            found = moved(link, home=home, beside=beside)
        if in_pages and is_relative(found):
            return f"{found}#{figure_id(other, folder)}"
        return at_claim(found, claim) or None

    return lead


def at_claim(address: str, claim: str) -> str:
    """Return the address of a picture at one of its claims, by its quoted id, if it has such."""
    is_page = claim and address.endswith(".html") and not address.endswith(".slides.html")
    if not is_page:
        return address
    sign = "=" if address.endswith(".explorer.html") else "-"
    return f"{address}#claim{sign}{claim}"


def settled(
    markup: str, *, figure_at: Callable[[str], str | None], file_at: Callable[[str], str | None]
) -> str:
    """Return markup, or data of a page, in which links lead to figures of other maps.

    `figure_at` gives the address of a figure by its id, and `file_at` that of a file as the link
    has it; both give None where there is none. What leads nowhere is a link no more.
    """

    def address(found: re.Match[str]) -> str:
        at = figure_at(found["figure"])
        at = file_at(found["file"]) if at is None else at
        if found["attribute"] is None:
            return at or ""
        return f'{found["attribute"]}{at}"' if at else ""

    return _MAY_LEAD.sub(address, markup)


def figures_of(marks: Set[str]) -> Callable[[str], str | None]:
    """Return what knows the address of a figure on its own page, which has these marks."""
    return lambda name: f"#{name}" if name in marks else None


def without_choice(link: str) -> str:
    """Return a link that is to be settled as one to a file, for what is no page."""
    return _MAY_LEAD.sub(lambda found: found["file"], link)


def figures_led_to(a_map: ArgumentMap) -> frozenset[str]:
    """Return the ids of the figures that the links of a map may lead to, once they are settled."""
    found = (_MAY_LEAD.fullmatch(claim.link) for claim in a_map.claims if claim.link)
    return frozenset(one["figure"] for one in found if one)


def marked(markup: str, figure: str) -> str:
    """Return markup of a map whose figure has an id, by which others lead to it."""
    return re.sub(r"<figure [^>]*>", rf'\g<0><span id="{figure}"></span>', markup, count=1)

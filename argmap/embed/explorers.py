"""The explorer of a figure: the page that shows its whole map, and the state at which it begins."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Protocol
from urllib.parse import quote

from argmap.embed.library import Library, pictures_of
from argmap.embed.options import OptionError
from argmap.embed.reading_places import COLUMN_OF_A_PAGE
from argmap.embed.request import Request
from argmap.links import Leads
from argmap.model import ArgumentMap
from argmap.planning import RenderOptions
from argmap.render.html.exploring import Explorer
from argmap.render.renderer import renderer_named

SUFFIX = ".explorer.html"
# What chooses a part of the map, or fits it to a page: an explorer has all of it.
_OF_A_PICTURE: Mapping[str, Any] = {
    "focus": (),
    "depth": None,
    "only": (),
    "without": (),
    "collapse": (),
    "max_depth": None,
    "below": (),
    "fit": None,
    "smallest": None,
    "parts": False,
    "part": None,
    "page": None,
    "scale": RenderOptions.scale,
}


class Shelf(Protocol):
    """Where a host keeps the explorers of a page, each by the number of its map in the page."""

    def address(self, number: int) -> str:
        """Return where the explorer will be, as a link of the document."""

    def link(self, number: int, link: str) -> str:
        """Return a relative link of the document as the explorer has to write it."""

    def keep(self, number: int, page: bytes) -> None:
        """Take the page, to be written where its address says."""


def explorer_name(request: Request, home: Path) -> str:
    """Return the name of the file of an explorer, as a document writes it that keeps it beside."""
    output = request.output
    if output is None:
        return home.stem + SUFFIX
    if output.endswith(".html"):
        return output
    return PurePosixPath(output).with_suffix("").as_posix() + SUFFIX


def for_explorer(request: Request) -> Request:
    """Return what the explorer of a figure shows: the whole map, drawn and weighed as there."""
    return Request(
        map_name=request.map_name,
        notation=request.notation,
        options=replace(request.options, **_OF_A_PICTURE),
    )


def state_for(options: RenderOptions) -> str:
    """Return the fragment of the address at which an explorer shows what a figure is about."""
    chosen = (*options.below, *options.focus)[:1]
    parts = {"claim": chosen, "fold": options.collapse}
    told = [f"{name}={','.join(map(_written, ids))}" for name, ids in parts.items() if ids]
    return "#" + "&".join(told) if told else ""


def explorer_for(
    request: Request, *, address: str | None = None, page: bytes | None = None
) -> Explorer | None:
    """Return the explorer of a figure, None where it has none; it is a file or a whole page."""
    if not request.has_explorer:
        return None
    return Explorer(
        address,
        None if page is None else page.decode(),
        state_for(request.options),
        request.is_explored,
        request.height,
    )


def explorer_page(
    a_map: ArgumentMap,
    request: Request,
    *,
    home: Path,
    library: Library,
    beside: Path,
    links: Callable[[str], str] | None = None,
    leads: Leads | None = None,
) -> bytes:
    """Return the explorer of the map in `home`, for a figure of the document `beside` it.

    `links` is how its page has to write the relative links of that document, `leads` gives those
    to other maps. Raises what `pictures_of` raises.
    """
    shown, *_ = pictures_of(
        a_map,
        for_explorer(request),
        home=home,
        library=library,
        placed=True,
        stands=COLUMN_OF_A_PAGE,
        beside=beside,
        fits=False,
        narrow=True,
        links=links,
        leads=leads,
    )
    return renderer_named("explorer").render(shown)


def kept_explorer(
    a_map: ArgumentMap,
    request: Request,
    *,
    home: Path,
    library: Library,
    beside: Path,
    shelf: Shelf | None,
    number: int,
    leads: Leads | None = None,
) -> Explorer | None:
    """Return the explorer of a figure, None where it has none; `leads` is as in `pictures_of`.

    Without a `shelf` the figure holds the whole page. Raises OptionError where it leads to a file,
    and what `pictures_of` raises.
    """
    if not request.has_explorer:
        return None
    if shelf is None:
        if request.explorer is not None:
            message = "explorer=beside needs a place for a file, and there is none beside this page"
            raise OptionError(f"{message}; write figure=explorer", 0)
        page = explorer_page(a_map, request, home=home, library=library, beside=beside, leads=leads)
        return explorer_for(request, page=page)
    page = explorer_page(
        a_map,
        request,
        home=home,
        library=library,
        beside=beside,
        links=partial(shelf.link, number),
        leads=leads,
    )
    shelf.keep(number, page)
    return explorer_for(request, address=shelf.address(number))


def _written(name: str) -> str:
    return quote(name, safe="", errors="replace")

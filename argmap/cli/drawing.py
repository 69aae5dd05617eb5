"""What a call to `argmap render` draws of one map: one file, or the files of its parts."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from argmap.cli.leading import lead_for
from argmap.cli.pictures import Order
from argmap.cli.reading import STANDARD, reading_of, require_map
from argmap.configuration import configuration_for
from argmap.errors import FileError, UnfitOptionError
from argmap.links import Leads, moved
from argmap.model import ArgumentMap
from argmap.output import write_all, write_whole
from argmap.picture_files.content import wanted
from argmap.picture_files.ownership import for_file, may_be_replaced
from argmap.picture_files.part_files import in_file, options_for, part_file
from argmap.pipeline import picture, pictures
from argmap.planning import RenderOptions
from argmap.reader import Reading
from argmap.render import FORMATS_OF_PARTS, IMAGE_FORMATS, picture_format
from argmap.render.renderer import Picture, renderer_named
from argmap.style import Style, with_defaults

INDEX = "index.html"


class Drawn(NamedTuple):
    """What was read, and a sentence for each file that was written, or that cannot be read."""

    reading: Reading
    told: tuple[str, ...]


def draw_order(
    order: Order, options: RenderOptions, notation: str | None, others: Sequence[Order] = ()
) -> Drawn:
    """Draw one map into the file or the files of an order; all of them are written, or none.

    It leads to pictures of other maps: those of the `others`, which the call draws, too, and those
    that are there.

    Raises MapError, FileError and what `argmap.pipeline.draw` raises.
    """
    reading = reading_of(order.map_name, notation)
    a_map = require_map(reading)
    defaults = configuration_for(_home(order)).style
    known = picture_format(order.format)
    _require_parts_fit(order, options)
    chosen = with_defaults(with_defaults(Style(parts=options.parts), a_map.style), defaults)
    if chosen.parts and options.part is None and known.has_parts and not known.has_pages:
        told = _draw_parts(order, a_map, options, defaults, notation, lead_for(order, others))
        return Drawn(reading, told)
    _require_own(order, Path(order.target))
    shown = picture(
        a_map,
        options=options,
        defaults=defaults,
        placed=known.is_placed,
        paged=known.has_pages,
        narrow=known.is_page,
        stepped=known.has_steps,
        links=_links(order),
        leads=lead_for(order, others),
    )
    content = _content(shown, order, Path(order.target), options, notation)
    if order.target == STANDARD:
        sys.stdout.buffer.write(content)
        return Drawn(reading, ())
    write_whole(Path(order.target), content, make_folder=order.makes_folder)
    told = _told(order, shown)
    if options.source_texts and not shown.source_texts:
        told += (f"no source of {order.map_name} has a “file” with its text, so none is shown",)
    return Drawn(reading, told)


def _home(order: Order) -> Path:
    return Path() if order.map_name == STANDARD else Path(order.map_name)


def _links(order: Order) -> Callable[[str], str] | None:
    """Return how a file beside the target has to write the relative links of the map."""
    home, beside = _home(order), Path(order.target)
    if order.target == STANDARD:
        return None
    return lambda link: moved(link, home=home, beside=beside)


def _told(order: Order, shown: Picture) -> tuple[str, ...]:
    """Return what was drawn into one file, and what of it cannot be read."""
    if shown.book is None:
        drawn = f"{order.target} is drawn"
        return (drawn, *_complaints(order.target, shown))
    pages, leaves = shown.book.pages, shown.book.leaves
    said = f"{_counted(len(leaves), 'part')} on {_counted(pages, 'page')}"
    complaints = [
        f"{order.target}, page {leaf.spot.page}, is too small to read: {leaf.picture.shortfall}"
        for leaf in leaves
        if leaf.picture.shortfall
    ]
    return (f"{order.target} is drawn: {said} of {shown.book.sheet.name}", *complaints)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _complaints(name: str, shown: Picture) -> tuple[str, ...]:
    return (f"{name} is too small to read: {shown.shortfall}",) if shown.shortfall else ()


def _require_parts_fit(order: Order, options: RenderOptions) -> None:
    """Raise UnfitOptionError where a format or a place cannot hold what the call asks for."""
    if options.page and not picture_format(order.format).has_pages:
        raise UnfitOptionError(
            f"--page is for PDF, which has pages, and not for {order.format}; "
            f"write --fit {options.page} --parts for one picture a part."
        )
    if options.page and options.parts is False:
        raise UnfitOptionError("--page shows a map in parts; leave out --no-parts.")
    if options.source_texts and order.format != "explorer":
        raise UnfitOptionError(
            "--source-texts is for an explorer, which has room for texts, "
            f"and not for {order.format}."
        )
    if options.parts and order.format not in FORMATS_OF_PARTS:
        formats = ", ".join(FORMATS_OF_PARTS)
        raise UnfitOptionError(f"--parts is for {formats}, and not for {order.format}.")


def _draw_parts(
    order: Order,
    a_map: ArgumentMap,
    options: RenderOptions,
    defaults: Style,
    notation: str | None,
    leads: Leads | None,
) -> tuple[str, ...]:
    if order.target == STANDARD:
        raise UnfitOptionError(
            "the parts of a map are several pictures, which cannot all go to standard output; "
            "name a file with -o, or write --no-parts."
        )
    # Only parts have an index.
    from argmap.render.html.index_page import index_page

    target = Path(order.target)
    drawn = pictures(a_map, options=options, defaults=defaults, links=_links(order), leads=leads)
    files = [part_file(target, number) for number in range(len(drawn))]
    written: dict[Path, bytes] = {}
    for shown, file in zip(drawn, files, strict=True):
        _require_own(order, file)
        own = options_for(shown, options)
        written[file] = _content(shown, order, file, own, notation)
    index = target.with_name(INDEX)
    if order.has_index:
        _require_own(order, index)
        written[index] = index_page(drawn, [quote(os.fsencode(file.name)) for file in files])
    write_all(written, make_folder=order.makes_folder)
    return tuple(_told_of_parts(drawn, files, order.map_name, index if order.has_index else None))


def _told_of_parts(
    drawn: Sequence[Picture], files: Sequence[Path], name: str, index: Path | None
) -> list[str]:
    from argmap.render.html.index_page import part_title

    number = len(drawn) - 1
    told = [
        f"{files[0]} is drawn" + (f", the overview of {_counted(number, 'part')}" * bool(number))
    ]
    for shown, file in zip(drawn, files, strict=True):
        if file is not files[0]:
            claims = _counted(len(shown.map.claims), "claim")
            told.append(f"{file} is drawn: {part_title(shown)} · {claims}")
        told += _complaints(str(file), shown)
    if index:
        told.append(f"{index} is written: all of them in one page")
    beyond = part_file(files[0], number + 1)
    if beyond.exists():
        told.append(f"{beyond} is there from before, and is no part of {name} any more")
    return told


def _content(
    shown: Picture, order: Order, target: Path, options: RenderOptions, notation: str | None
) -> bytes:
    """Return what the file of a picture holds, with where it comes from."""
    if STANDARD in (order.map_name, order.target) or order.format not in IMAGE_FORMATS:
        content = renderer_named(order.format).render(in_file(shown, target))
    else:
        found = wanted(
            shown,
            order.format,
            home=_home(order),
            target=target,
            options=options,
            notation=notation,
        )
        content = found.content()
    return content if order.target == STANDARD else for_file(content, order.format)


def _require_own(order: Order, target: Path) -> None:
    is_named = order.is_named and target == Path(order.target)
    if order.target == STANDARD or order.forces or is_named or may_be_replaced(target):
        return
    raise FileError(
        f"{target} is there already and was not drawn by argmap, so it stays as it is; "
        f"name another file with -o, or write over it with --force."
    )

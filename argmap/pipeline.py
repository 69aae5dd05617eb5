"""The whole journey, one function a leg: read, check, draw, render."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from argmap.destinations import Destination, destination
from argmap.document.reading import read_file, read_stream
from argmap.errors import MapError, UnfitOptionError
from argmap.formats import FORMATS, carrying, format_named, loaded, notation_of
from argmap.formats.carriers.decoding import LARGEST, largest_of
from argmap.formats.recognition import readable_format
from argmap.layout.placed import Direction
from argmap.links import Leads, with_links
from argmap.model import ArgumentMap
from argmap.planning import Plan, RenderOptions, planned
from argmap.project import Folder, Project, folder_of
from argmap.reader import Reading
from argmap.render import PICTURE_FORMATS, picture_format
from argmap.render.renderer import Book, Picture, TextRenderer, renderer_named
from argmap.style import Style, of_whole
from argmap.theme_files import theme_for, with_theme

if TYPE_CHECKING:
    from argmap.evaluation.graded.tornado import Tornado
    from argmap.formats.losses import Writing

# Pictures that are texts for other tools.
DRAWN = tuple(one.name for one in PICTURE_FORMATS if one.is_notation)
# Those in which the map itself goes along, so that it can be read again.
CARRYING = tuple(name for name in DRAWN if any(one.name == name for one in FORMATS))


def read_path(
    path: Path, notation: str | None = None, *, project: Project | None = None
) -> Reading:
    """Return what a file holds as a map, and what is wrong with it.

    `notation` is the name of one of `argmap.formats.FORMATS`; without it the file tells, by its
    suffix and by how it begins. A map in a document with several has a number, as “doc.md#2”.
    A file that another one names is held inside a `project`. Raises FileError where the file
    cannot be read at all.
    """
    block = None
    if "#" in path.name and project is None:
        from argmap.formats.carriers.blocks import divided

        path, block = divided(path)
    folder, largest = folder_of(path, project), largest_of(path.name)
    if project is None:
        data = read_file(path, largest=largest)
    else:
        data = folder.read(path.name, largest=largest)
    format = format_named(notation) if notation else readable_format(path.name, data)
    name = format.name if format else "yaml"
    reading = read_text(data, file=str(path), notation=name, folder=folder, block=block)
    return _told(reading, data, tried=None if notation else name)


def read_text(
    text: str | bytes,
    *,
    file: str,
    notation: str = "yaml",
    folder: Folder | None = None,
    block: int | None = None,
) -> Reading:
    """Return what a text holds as a map, and what is wrong with it; `file` names it in messages.

    Files that it names, such as those it includes, are read from `folder`. Of several maps in it
    the one in a `block` is read, by its number; raises FileError where it cannot have several.
    """
    reading = loaded(format_named(notation), text, file=file, folder=folder, block=block)
    return reading if reading.readable is None or folder is None else with_theme(reading)


def read_standard_input(stream: BinaryIO, notation: str | None = None) -> Reading:
    """Return what a stream holds as a map, whose files are named from the working directory."""
    data, tried = read_stream(stream, largest=LARGEST), None if notation else "yaml"
    folder = folder_of(Path("-"))
    reading = read_text(data, file="-", notation=notation or "yaml", folder=folder)
    return _told(reading, data, tried=tried)


def _told(reading: Reading, data: bytes, *, tried: str | None) -> Reading:
    """Return what was read; where that is no map at all, with what the text looks like instead."""
    if reading.map is not None:
        return reading
    # Only then: most files hold a map.
    from argmap.formats.recognition.likeness import with_likeness

    return with_likeness(reading, data, tried=tried)


def load(path: str | Path) -> ArgumentMap:
    """Return the map in a file, which names a theme or an included file from where it lies.

    Raises FileError where the file cannot be read, MapError where it holds no whole map.
    """
    return _whole(read_path(Path(path)))


def loads(text: str | bytes, *, file: str = "<text>") -> ArgumentMap:
    """Return the map that a text holds; `file` names it in messages, and no file is read.

    Raises MapError where it holds no whole map.
    """
    return _whole(read_text(text, file=file))


def dumps(a_map: ArgumentMap) -> str:
    """Return the map as YAML that reads back as an equal map."""
    return notation_of(format_named("yaml")).dumps(a_map).text


def convert(
    a_map: ArgumentMap,
    *,
    to: str,
    defaults: Style | None = None,
    carried: ArgumentMap | None = None,
) -> "Writing":
    """Return a map in another notation, with a finding for each kind of thing that is lost.

    What is written is read again, so that the claims are named that have another verdict there.
    `to` is the name of one of `argmap.formats.FORMATS` that is written, or one of DRAWN: a drawing
    in words, of the whole map; what its style leaves open is then taken from `defaults`. The map
    goes along with such a drawing where it can be read again, as `carried` if that is given.

    Raises MissingExtraError where it needs a library that is not installed, and for a drawing what
    `draw` raises.
    """
    if to not in DRAWN:
        # What tells of verdicts takes a while to import, and no picture needs it.
        from argmap.formats.losses.verdicts import written_in

        return written_in(a_map, format_named(to))
    from argmap.formats.losses import Losses, Writing, kept

    whole, usual = of_whole(a_map.style), of_whole(defaults or Style())
    # What a drawing does not show still decides what stands in it.
    drawn = draw(replace(a_map, style=whole), format=to, defaults=usual).decode()
    if to in CARRYING:
        return Writing(carrying(to)(drawn, carried or a_map))
    losses = Losses("A drawing")
    renderer = cast(TextRenderer, renderer_named(to))
    kept(a_map, keeps=renderer.KEEPS, losses=losses)
    return Writing(drawn, losses.diagnostics())


def draw(
    a_map: ArgumentMap,
    *,
    format: str = "svg",
    options: RenderOptions | None = None,
    defaults: Style | None = None,
) -> bytes:
    """Return the picture of a map as a file of one of `argmap.render.PICTURE_FORMATS`.

    What `options` leave open is taken from the map's own style, then from `defaults`.

    Raises MapError and FileError where a theme cannot be read, EngineError where the layout
    cannot be made, LayoutLimitError where it takes too long, MissingExtraError where the format
    needs a library that is not installed.
    """
    known = picture_format(format)
    shown = picture(
        a_map,
        options=options,
        defaults=defaults,
        placed=known.is_placed,
        paged=known.has_pages,
        narrow=known.is_page,
        stepped=known.has_steps,
    )
    return renderer_named(format).render(shown)


def picture(
    a_map: ArgumentMap,
    *,
    options: RenderOptions | None = None,
    defaults: Style | None = None,
    placed: bool = True,
    paged: bool = False,
    stands: Destination | None = None,
    fits: bool = False,
    narrow: bool = False,
    stepped: bool = False,
    links: Callable[[str], str] | None = None,
    leads: Leads | None = None,
) -> Picture:
    """Return what a format shows of a map, as `draw` takes it; `placed` asks for the layout.

    `stands` is where the picture is read unless a style names a place to fit; with `fits` it is
    made for that place. `narrow` asks for a drawing for telephones as well, `stepped` for one of
    each argument of the whole map. `links` is how it has to write its relative links, `leads` those
    to other maps. Of a map in parts it is the overview, or the part that is named. With pages, or
    where the format is `paged` and parts are asked for, it has all in its book, unless one is.

    Raises what `draw` raises of themes and of the layout, UnfitOptionError for a part too many.
    """
    a_map = with_links(a_map, links, leads)
    plan = planned(a_map, options=options, defaults=defaults, placed=placed or stepped)
    _require_parts(plan.style)
    if placed and (plan.style.page or (paged and plan.style.parts and plan.style.part is None)):
        book = _book(plan)
        return replace(book.leaves[0].picture, book=book)
    if stepped or not placed or not plan.style.parts:
        return plan.picture(placed=placed, stands=stands, fits=fits, narrow=narrow, stepped=stepped)
    found = _pictures(plan, stands)
    number = plan.style.part or 0
    if number >= len(found):
        raise UnfitOptionError(f"there is no part {number}; {_how_many(len(found))}.")
    return plan.on_screens(found[number]) if narrow else found[number]


def pictures(
    a_map: ArgumentMap,
    *,
    options: RenderOptions | None = None,
    defaults: Style | None = None,
    stands: Destination | None = None,
    narrow: bool = False,
    links: Callable[[str], str] | None = None,
    leads: Leads | None = None,
) -> tuple[Picture, ...]:
    """Return the pictures of a map in parts: the overview, and then the parts.

    `stands` is where they are read unless a style names a place; the rest is as in `picture`.

    Raises what `draw` raises of themes and of the layout.
    """
    a_map = with_links(a_map, links, leads)
    plan = planned(a_map, options=options, defaults=defaults, placed=True)
    return _pictures(plan, stands, narrow=narrow)


def _pictures(
    plan: Plan, stands: Destination | None, *, narrow: bool = False
) -> tuple[Picture, ...]:
    # Only then, as below: most maps are drawn in one piece.
    from argmap.atlas import drawn_parts, part_names, parts_of

    cutting = plan.cutting(plan.place_of_parts(stands))
    parts = parts_of(cutting)
    names = part_names(plan.showing.words, len(parts))
    drawn = drawn_parts(cutting, parts, names)
    return tuple(plan.picture_of(one, narrow=narrow) for one in drawn)


def _book(plan: Plan) -> Book:
    """Return all parts of a map on sheets; each says on which page others stand."""
    from argmap.atlas import drawn_parts, part_names, parts_of
    from argmap.render.book import bound

    sheet, words = destination(plan.sheet, plan.style.smallest), plan.showing.words
    cutting = plan.cutting(sheet.column)
    if sheet.columns > 1 and plan.direction is None:
        # Side by side, columns go together.
        cutting = replace(cutting, direction=Direction.COLUMN)
    parts = parts_of(cutting)

    def drawn(names: Sequence[str]) -> Book:
        return bound([plan.picture_of(one) for one in drawn_parts(cutting, parts, names)], sheet)

    # The pages are known when all is drawn once; what they are called changes no height.
    first = drawn(part_names(words, len(parts)))
    return drawn([words.page.format(leaf.spot.page) for leaf in first.leaves])


def _require_parts(style: RenderOptions) -> None:
    """Raise UnfitOptionError where a part is named of a map that is not cut into any."""
    if style.part is None:
        return
    if style.page:
        raise UnfitOptionError("“page” shows all parts; leave out “part”.")
    if not style.parts:
        raise UnfitOptionError(f"there is no part {style.part} of a whole map; add “parts”.")


def _how_many(parts: int) -> str:
    return "the map is in one piece" if parts == 1 else f"the last is {parts - 1}"


def draw_tornado(a_map: ArgumentMap, found: "Tornado", *, theme: str | None = None) -> bytes:
    """Return a picture, as SVG, of what moves a claim of the map how far.

    The theme is the one named, else that of the map. Raises what `draw` raises of themes.
    """
    from argmap.render.svg.tornado import tornado_svg

    return tornado_svg(a_map, found, theme=theme_for(a_map, given=theme)).encode()


def _whole(reading: Reading) -> ArgumentMap:
    if reading.map is None:
        raise MapError(reading.diagnostics, texts=reading.texts)
    return reading.map

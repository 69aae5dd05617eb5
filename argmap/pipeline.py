"""The whole journey, one function a leg: read, check, draw, render."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from argmap.arrangement import Way, arranged, drawing_options, fitted, for_telephone, shortfall
from argmap.destinations import Destination, destination
from argmap.document.reading import read_file, read_stream
from argmap.drawing.builder import drawing_of
from argmap.drawing.showing import Showing
from argmap.errors import MapError, UnfitOptionError
from argmap.evaluation.comparison import changes
from argmap.evaluation.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation
from argmap.formats import format_named, notation_of, yaml_map
from argmap.formats.foreign import LARGEST, largest_of
from argmap.formats.likeness import with_likeness
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.recognition import readable_format
from argmap.formats.verdicts import written_in
from argmap.layout.engine import Limits
from argmap.layout.engines import EngineName
from argmap.layout.places import Direction
from argmap.links import with_links
from argmap.model import ArgumentMap
from argmap.project import Folder, Project, folder_of
from argmap.reader import Reading
from argmap.render.renderer import Picture, TextRenderer, renderer_named
from argmap.style import Style, with_defaults
from argmap.theme_files import theme_for, with_theme
from argmap.view import view_of

if TYPE_CHECKING:
    from argmap.evaluation.graded.tornado import Tornado

# Pictures that are texts for other tools.
DRAWN = ("mermaid", "canvas", "dot")


@dataclass(frozen=True, kw_only=True)
class RenderOptions(Style):
    """How to draw a map. What is left open is taken from the map's own style, then by default.

    `accept` and `reject` are ids of claims and arguments: what if they stood, or fell? `degrees`
    is one of `argmap.evaluation.semantics.DEGREES`, to be shown as a bar in each box.
    """

    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    degrees: str | None = None
    scale: float = 2.0
    engine: EngineName = "auto"
    limits: Limits = field(default_factory=Limits)


def read_path(
    path: Path, notation: str | None = None, *, project: Project | None = None
) -> Reading:
    """Return what a file holds as a map, and what is wrong with it.

    `notation` is the name of one of `argmap.formats.FORMATS`; without it the file tells, by its
    suffix and by how it begins. A file that another one names is held inside a `project`. Raises
    FileError where the file cannot be read at all.
    """
    folder, largest = folder_of(path, project), largest_of(path.name)
    if project is None:
        data = read_file(path, largest=largest)
    else:
        data = folder.read(path.name, largest=largest)
    format = format_named(notation) if notation else readable_format(path.name, data)
    name = format.name if format else "yaml"
    reading = read_text(data, file=str(path), notation=name, folder=folder)
    return with_likeness(reading, data, tried=None if notation else name)


def read_text(
    text: str | bytes, *, file: str, notation: str = "yaml", folder: Folder | None = None
) -> Reading:
    """Return what a text holds as a map, and what is wrong with it; `file` names it in messages.

    Files that it names, such as those it includes, are read from `folder`.
    """
    format = format_named(notation)
    including = {"folder": folder} if format.includes else {}
    reading = notation_of(format).loads(text, file=file, **including)
    if reading.map is None or folder is None:
        return reading
    # A copy, because it is known to fit together.
    a_map = copy(reading.map)
    object.__setattr__(a_map, "folder", folder)
    return with_theme(replace(reading, map=a_map))


def read_standard_input(stream: BinaryIO, notation: str | None = None) -> Reading:
    """Return what a stream holds as a map, whose files are named from the working directory."""
    data, tried = read_stream(stream, largest=LARGEST), None if notation else "yaml"
    folder = folder_of(Path("-"))
    reading = read_text(data, file="-", notation=notation or "yaml", folder=folder)
    return with_likeness(reading, data, tried=tried)


def load(path: str | Path) -> ArgumentMap:
    """Return the map in a file, which names a theme or an included file from where it lies.

    Raises FileError where the file cannot be read, MapError where it holds no whole map.
    """
    return _whole(read_path(Path(path)), str(Path(path)))


def loads(text: str | bytes, *, file: str = "<text>") -> ArgumentMap:
    """Return the map that a text holds; `file` names it in messages, and no file is read.

    Raises MapError where it holds no whole map.
    """
    return _whole(read_text(text, file=file), file)


def dumps(a_map: ArgumentMap) -> str:
    """Return the map as YAML that reads back as an equal map."""
    return yaml_map.dumps(a_map).text


def convert(a_map: ArgumentMap, *, to: str, defaults: Style | None = None) -> Writing:
    """Return a map in another notation, with a finding for each kind of thing that is lost.

    What is written is read again, so that the claims are named that have another verdict there.
    `to` is the name of one of `argmap.formats.FORMATS` that is written, or one of DRAWN: a drawing
    in words, of the whole map; what its style leaves open is then taken from `defaults`.

    Raises MissingExtraError where it needs a library that is not installed, and for a drawing what
    `draw` raises.
    """
    if to not in DRAWN:
        return written_in(a_map, format_named(to))
    losses = Losses("A drawing")
    renderer = cast(TextRenderer, renderer_named(to))
    shown = kept(a_map, keeps=renderer.KEEPS, losses=losses)
    whole, usual = _of_whole(shown.style), _of_whole(defaults or Style())
    drawn = draw(replace(shown, style=whole), format=to, defaults=usual)
    return Writing(drawn.decode(), losses.diagnostics())


def _of_whole(style: Style) -> Style:
    """Return a style that leaves nothing of a map out."""
    return replace(
        style,
        focus=(),
        depth=None,
        only=(),
        without=(),
        collapse=(),
        below=(),
        max_depth=None,
        fit=None,
    )


def draw(
    a_map: ArgumentMap,
    *,
    format: str = "svg",
    options: RenderOptions | None = None,
    defaults: Style | None = None,
) -> bytes:
    """Return the picture of a map as a file of one of `argmap.render.FORMATS`.

    What `options` leave open is taken from the map's own style, then from `defaults`.

    Raises MapError and FileError where a theme cannot be read, EngineError where the layout
    cannot be made, LayoutLimitError where it takes too long, MissingExtraError where the format
    needs a library that is not installed.
    """
    renderer = renderer_named(format)
    shown = picture(a_map, options=options, defaults=defaults, placed=renderer.PLACED)
    return renderer.render(shown)


def picture(
    a_map: ArgumentMap,
    *,
    options: RenderOptions | None = None,
    defaults: Style | None = None,
    placed: bool = True,
    stands: Destination | None = None,
    fits: bool = False,
    narrow: bool = False,
    links: Callable[[str], str] | None = None,
) -> Picture:
    """Return what a format shows of a map, as `draw` takes it; `placed` asks for the layout.

    `stands` is where the picture is read unless a style names a place to fit; with `fits` it is
    made for that place. `narrow` asks for a drawing for telephones as well. `links`
    is how the picture has to write the relative links of the map.

    Raises what `draw` raises of themes and of the layout.
    """
    a_map = with_links(a_map, links)
    given = options or RenderOptions()
    chosen = with_defaults(with_defaults(given, a_map.style), defaults or Style())
    theme = theme_for(a_map, given=given.theme, usual=chosen.theme)
    view = view_of(a_map, style=chosen)
    evaluation, changed = _evaluated(a_map, chosen)
    direction = None if chosen.direction in (None, "auto") else Direction(chosen.direction)
    if direction is Direction.COLUMN and not placed:
        # What places boxes itself knows no columns.
        direction = None
    showing = Showing(
        view=view,
        options=drawing_options(chosen, theme, column=direction is Direction.COLUMN),
        evaluation=evaluation,
        changed=changed,
        degrees=_degrees(a_map, chosen),
    )
    way = Way(chosen.engine, chosen.limits)
    places, told, slim = None, None, None
    made_for, read_at = _destinations(chosen, stands, fits=fits)
    if placed and made_for:
        places = fitted(showing, made_for, direction=direction, style=chosen, way=way)
    elif placed:
        places = arranged(showing, direction=direction, way=way)
    if places and read_at:
        letter_width = theme.letter_width
        told = shortfall(
            places, read_at, letter_width=letter_width, style=chosen, fits=made_for is not None
        )
    if places and narrow:
        slim = for_telephone(places, showing, style=chosen, way=way)
    return Picture(
        map=view.map,
        whole=view.whole,
        drawing=places.drawing if places else drawing_of(showing),
        evaluation=evaluation,
        direction=places.direction if places else direction or Direction.DOWN,
        theme=theme,
        placed=places,
        narrow=slim,
        scale=chosen.scale,
        shortfall=told,
    )


def draw_tornado(a_map: ArgumentMap, found: "Tornado", *, theme: str | None = None) -> bytes:
    """Return a picture, as SVG, of what moves a claim of the map how far.

    The theme is the one named, else that of the map. Raises what `draw` raises of themes.
    """
    from argmap.render.tornado_svg import tornado_svg

    return tornado_svg(a_map, found, theme=theme_for(a_map, given=theme)).encode()


def _destinations(
    style: Style, stands: Destination | None, *, fits: bool
) -> tuple[Destination | None, Destination | None]:
    """Return the place that a picture is made for, and the one where its letters are measured."""
    stands = stands and stands.with_letters(style.smallest)
    if not style.fit:
        return (stands if fits else None), stands
    to = destination(style.fit, style.smallest)
    if stands is None or stands.height is None:
        return to, to
    # Whoever names a place knows how wide it is there, but no page gets higher by it.
    return to, replace(stands, width=max(to.width, stands.width))


def _evaluated(
    a_map: ArgumentMap, options: RenderOptions
) -> tuple[Evaluation | None, frozenset[str]]:
    """Return the verdicts to show, and the ids of those that a question has changed."""
    asked = bool(options.accept or options.reject)
    if options.evaluate is False and not asked:
        return None, frozenset()
    who = options.audience
    found = evaluate(a_map, accept=options.accept, reject=options.reject, audience=who)
    if not asked:
        return found, frozenset()
    usual = evaluate(a_map, audience=who)
    return found, frozenset(change.id for change in changes(usual, found))


def _degrees(a_map: ArgumentMap, options: RenderOptions) -> Mapping[str, float] | None:
    if options.degrees is None:
        return None
    if options.audience is not None:
        raise UnfitOptionError("degrees are the author’s: no audience changes them; leave out one.")
    # Only then: it brings the modules of all semantics.
    from argmap.evaluation.semantics import degrees_of

    accept, reject = options.accept, options.reject
    return degrees_of(a_map, options.degrees, accept=accept, reject=reject).claims


def _whole(reading: Reading, file: str) -> ArgumentMap:
    if reading.map is None:
        raise MapError(reading.diagnostics, texts=reading.texts(file))
    return reading.map

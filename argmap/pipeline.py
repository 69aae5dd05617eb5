"""The whole journey, one function a leg: read, check, draw, render."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from argmap.checks.rule import Subject
from argmap.checks.runner import Selection, run
from argmap.diagnostics import Diagnostic
from argmap.document.parsing import parse
from argmap.document.reading import read_file, read_stream
from argmap.drawing.builder import DrawingOptions, build
from argmap.drawing.shapes import Drawing
from argmap.errors import MapError
from argmap.evaluation.comparison import changes
from argmap.evaluation.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation
from argmap.formats import format_named, notation_of, yaml_map
from argmap.formats.foreign import LARGEST, largest_of
from argmap.formats.likeness import with_likeness
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.recognition import readable_format
from argmap.layout.engine import Limits
from argmap.layout.engines import EngineName, choose
from argmap.layout.place import place
from argmap.layout.places import Direction, PlacedDrawing
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.reader.themes import read_theme
from argmap.render.renderer import Picture, TextRenderer, renderer_named
from argmap.source_texts import source_texts
from argmap.style import Style, with_defaults
from argmap.themes import THEME_NAMES, Theme, theme_named
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


def read_path(path: Path, notation: str | None = None) -> Reading:
    """Return what a file holds as a map, and what is wrong with it.

    `notation` is the name of one of `argmap.formats.FORMATS`; without it the file tells, by its
    suffix and by how it begins. Raises FileError where the file cannot be read at all.
    """
    data = read_file(path, largest=largest_of(path.name))
    format = format_named(notation) if notation else readable_format(path.name, data)
    name = format.name if format else "yaml"
    reading = read_text(data, file=str(path), notation=name, folder=path.parent)
    return with_likeness(reading, data, tried=None if notation else name)


def read_text(
    text: str | bytes, *, file: str, notation: str = "yaml", folder: Path | None = None
) -> Reading:
    """Return what a text holds as a map, and what is wrong with it; `file` names it in messages.

    What the text includes is read from `folder`, where its notation can include anything.
    """
    format = format_named(notation)
    including = {"folder": folder} if format.includes else {}
    return notation_of(format).loads(text, file=file, **including)


def read_standard_input(stream: BinaryIO, notation: str | None = None) -> Reading:
    """Return what a stream of bytes holds as a map, and what is wrong with it."""
    data, tried = read_stream(stream, largest=LARGEST), None if notation else "yaml"
    return with_likeness(read_text(data, file="-", notation=notation or "yaml"), data, tried=tried)


def load(path: str | Path) -> ArgumentMap:
    """Return the map in a file.

    Raises FileError where the file cannot be read, MapError where it holds no whole map.
    """
    return _whole(read_path(Path(path)))


def loads(text: str | bytes, *, file: str = "<text>") -> ArgumentMap:
    """Return the map that a text holds; `file` names it in messages.

    Raises MapError where it holds no whole map.
    """
    return _whole(read_text(text, file=file))


def dumps(a_map: ArgumentMap) -> str:
    """Return the map as YAML that reads back as an equal map."""
    return yaml_map.dumps(a_map).text


def convert(a_map: ArgumentMap, *, to: str, folder: Path | None = None) -> Writing:
    """Return a map in another notation, with a finding for each kind of thing that is lost.

    `to` is the name of one of `argmap.formats.FORMATS` that is written, or one of DRAWN: a drawing
    in words, of the whole map; `folder` is then as for `draw`.

    Raises MissingExtraError where it needs a library that is not installed, and for a drawing what
    `draw` raises.
    """
    if to not in DRAWN:
        return notation_of(format_named(to)).dumps(a_map)
    losses = Losses("A drawing")
    renderer = cast(TextRenderer, renderer_named(to))
    shown = kept(a_map, keeps=renderer.KEEPS, losses=losses)
    whole = replace(
        shown.style, focus=(), depth=None, only=(), without=(), collapse=(), max_depth=None
    )
    drawn = draw(replace(shown, style=whole), format=to, folder=folder)
    return Writing(drawn.decode(), losses.diagnostics())


def check(
    reading: Reading,
    *,
    map_file: Path | None,
    selection: Selection,
    given_texts: Mapping[str, Path],
) -> tuple[Diagnostic, ...]:
    """Return everything there is to say about a map, in the order of the file.

    `given_texts` are files with the texts of sources, by source key, beside those the map names
    relative to `map_file`.
    """
    if reading.map is None:
        return reading.diagnostics
    texts = source_texts(reading.map, map_file=map_file, given=given_texts)
    subject = Subject(reading.map, texts, reading.handwriting)
    found = run(subject, selection=selection, allowances=reading.allowances)
    return tuple(sorted((*reading.diagnostics, *found), key=lambda one: one.sort_key))


def load_theme(path: str | Path) -> Theme:
    """Return the theme in a file.

    Raises FileError where the file cannot be read, MapError where it holds no whole theme.
    """
    document = parse(read_file(Path(path)), file=str(path))
    # Its folder differs from one machine to the next, and may not change a picture.
    reading = read_theme(document, name=Path(path).stem)
    if reading.theme is None:
        raise MapError(reading.diagnostics, texts={str(path): document.text})
    return reading.theme


def draw(
    a_map: ArgumentMap,
    *,
    format: str = "svg",
    options: RenderOptions | None = None,
    folder: Path | None = None,
    defaults: Style | None = None,
) -> bytes:
    """Return the picture of a map as a file of one of `argmap.render.FORMATS`.

    What `options` leave open is taken from the map's own style, then from `defaults`. `folder` is
    that of the map, from which its style names a theme.

    Raises MapError and FileError where a theme cannot be read, EngineError where the layout
    cannot be made, LayoutLimitError where it takes too long, MissingExtraError where the format
    needs a library that is not installed.
    """
    renderer = renderer_named(format)
    shown = picture(
        a_map, options=options, folder=folder, defaults=defaults, placed=renderer.PLACED
    )
    return renderer.render(shown)


def picture(
    a_map: ArgumentMap,
    *,
    options: RenderOptions | None = None,
    folder: Path | None = None,
    defaults: Style | None = None,
    placed: bool = True,
) -> Picture:
    """Return what a format shows of a map, as `draw` takes it; `placed` asks for the layout.

    Raises what `draw` raises of themes and of the layout.
    """
    chosen = with_defaults(options or RenderOptions(), _own_style(a_map, folder))
    chosen = with_defaults(chosen, defaults or Style())
    theme = _theme(chosen.theme or "auto")
    view = view_of(a_map, style=chosen)
    evaluation, changed = _evaluated(a_map, chosen)
    drawing = build(
        view,
        options=_drawing_options(chosen, theme),
        evaluation=evaluation,
        changed=changed,
        degrees=_degrees(a_map, chosen),
    )
    direction = None if chosen.direction in (None, "auto") else Direction(chosen.direction)
    places = _place(drawing, direction, chosen) if placed else None
    return Picture(
        map=view.map,
        whole=view.whole,
        drawing=drawing,
        evaluation=evaluation,
        direction=places.direction if places else direction or Direction.DOWN,
        theme=theme,
        placed=places,
        scale=chosen.scale,
    )


def draw_tornado(
    a_map: ArgumentMap, found: "Tornado", *, theme: str | None = None, folder: Path | None = None
) -> bytes:
    """Return a picture, as SVG, of what moves a claim of the map how far.

    The theme is the one named, else that of the map. Raises what `draw` raises of themes.
    """
    from argmap.render.tornado_svg import tornado_svg

    chosen = theme or _own_style(a_map, folder).theme or "auto"
    return tornado_svg(a_map, found, theme=_theme(chosen)).encode()


def _own_style(a_map: ArgumentMap, folder: Path | None) -> Style:
    """Return the style of a map, with its theme as a file in the folder where it is one."""
    own = a_map.style
    if folder is not None and own.theme not in (None, *THEME_NAMES):
        own = replace(own, theme=str(folder / str(own.theme)))
    return own


def _evaluated(
    a_map: ArgumentMap, options: RenderOptions
) -> tuple[Evaluation | None, frozenset[str]]:
    """Return the verdicts to show, and the ids of those that a question has changed."""
    asked = bool(options.accept or options.reject)
    if options.evaluate is False and not asked:
        return None, frozenset()
    found = evaluate(a_map, accept=options.accept, reject=options.reject)
    if not asked:
        return found, frozenset()
    return found, frozenset(change.id for change in changes(evaluate(a_map), found))


def _degrees(a_map: ArgumentMap, options: RenderOptions) -> Mapping[str, float] | None:
    if options.degrees is None:
        return None
    # Only then: it brings the modules of all semantics.
    from argmap.evaluation.semantics import degrees_of

    accept, reject = options.accept, options.reject
    return degrees_of(a_map, options.degrees, accept=accept, reject=reject).claims


def _theme(name: str) -> Theme:
    return theme_named(name) if name in THEME_NAMES else load_theme(name)


def _place(drawing: Drawing, direction: Direction | None, options: RenderOptions) -> PlacedDrawing:
    engine = choose(options.engine)
    return place(
        drawing,
        direction=direction,
        run=lambda source: engine.run(source, limits=options.limits),
        limits=options.limits,
    )


def _drawing_options(style: Style, theme: Theme) -> DrawingOptions:
    standard = DrawingOptions()
    return DrawingOptions(
        width=standard.width if style.width is None else style.width,
        sources=standard.sources if style.sources is None else style.sources,
        legend=standard.legend if style.legend is None else style.legend,
        letter_width=theme.letter_width,
        tag_colours=style.tag_colours,
    )


def _whole(reading: Reading) -> ArgumentMap:
    if reading.map is None:
        raise MapError(reading.diagnostics)
    return reading.map

"""The whole journey, one function a leg: read, check, draw, render."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeVar

from argmap.checks.rule import Subject
from argmap.checks.runner import Selection, run
from argmap.diagnostics import Diagnostic
from argmap.document.parsing import parse
from argmap.document.reading import read_file, read_stream
from argmap.drawing.builder import DrawingOptions, build
from argmap.drawing.shapes import Drawing
from argmap.errors import MapError
from argmap.formats import yaml_map
from argmap.layout.engine import Limits
from argmap.layout.engines import EngineName, choose
from argmap.layout.place import place
from argmap.layout.places import Direction, PlacedDrawing
from argmap.model import ArgumentMap
from argmap.reader import Reading, read
from argmap.render.renderer import Picture, renderer_named
from argmap.render.themes import theme_named
from argmap.source_texts import source_texts

Wish = TypeVar("Wish")


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """How to draw a map; None leaves a choice to the map's own `style`, then to the default."""

    direction: str | None = None
    theme: str | None = None
    width: int | None = None
    sources: bool | None = None
    legend: bool | None = None
    scale: float = 2.0
    engine: EngineName = "auto"
    limits: Limits = field(default_factory=Limits)


def read_path(path: Path) -> Reading:
    """Return what a file holds as a map, and what is wrong with it.

    Raises FileError where the file cannot be read at all.
    """
    return read(parse(read_file(path), file=str(path)))


def read_standard_input(stream: BinaryIO) -> Reading:
    """Return what a stream of bytes holds as a map, and what is wrong with it."""
    return read(parse(read_stream(stream), file="-"))


def load(path: str | Path) -> ArgumentMap:
    """Return the map in a file.

    Raises FileError where the file cannot be read, MapError where it holds no whole map.
    """
    return _whole(read_path(Path(path)))


def loads(text: str | bytes, *, file: str = "<text>") -> ArgumentMap:
    """Return the map that a text holds; `file` names it in messages.

    Raises MapError where it holds no whole map.
    """
    return _whole(read(parse(text, file=file)))


def dumps(a_map: ArgumentMap) -> str:
    """Return the map as YAML that reads back as an equal map."""
    return yaml_map.dumps(a_map)


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
    found = run(Subject(reading.map, texts), selection=selection, allowances=reading.allowances)
    return tuple(sorted((*reading.diagnostics, *found), key=lambda one: one.sort_key))


def draw(a_map: ArgumentMap, *, format: str = "svg", options: RenderOptions | None = None) -> bytes:
    """Return the picture of a map as a file of one of `argmap.render.FORMATS`.

    Raises EngineError where the layout cannot be made, LayoutLimitError where it takes too long,
    MissingExtraError where the format needs a library that is not installed.
    """
    options = options or RenderOptions()
    style = a_map.style
    renderer = renderer_named(format)
    drawing = build(
        a_map,
        options=DrawingOptions(
            width=_first(options.width, style.width, DrawingOptions().width),
            sources=_first(options.sources, style.sources, True),
            legend=_first(options.legend, style.legend, True),
        ),
    )
    wish = _first(options.direction, style.direction, "auto")
    direction = None if wish == "auto" else Direction(wish)
    placed = _place(drawing, direction, options) if renderer.PLACED else None
    picture = Picture(
        map=a_map,
        drawing=drawing,
        direction=placed.direction if placed else direction or Direction.DOWN,
        theme=theme_named(_first(options.theme, style.theme, "auto")),
        placed=placed,
        scale=options.scale,
    )
    return renderer.render(picture)


def _place(drawing: Drawing, direction: Direction | None, options: RenderOptions) -> PlacedDrawing:
    engine = choose(options.engine)
    return place(
        drawing,
        direction=direction,
        run=lambda source: engine.run(source, limits=options.limits),
    )


def _first(*wishes: Wish | None) -> Wish:
    return next(wish for wish in wishes if wish is not None)


def _whole(reading: Reading) -> ArgumentMap:
    if reading.map is None:
        raise MapError(reading.diagnostics)
    return reading.map

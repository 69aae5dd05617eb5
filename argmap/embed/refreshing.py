"""A document → the same document with its maps as they are now, and the pictures beside it."""

import codecs
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.embed.hosting import words_for
from argmap.embed.library import Library
from argmap.embed.markups import MARKUPS, Markup, html_of, outline
from argmap.embed.options import OptionError
from argmap.embed.places import Filled, places_in
from argmap.embed.request import Shape
from argmap.embed.syntaxes import Syntax
from argmap.errors import ArgmapError
from argmap.faults import Fault, FaultLog, TooManyFaultsError
from argmap.output import write_whole
from argmap.reader import Reading
from argmap.render.renderer import Picture, renderer_named
from argmap.source import at_start


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a document becomes. `text` is None where something is wrong; then nothing is written.

    `stale` are findings about the places that are not as they should be. `pictures` are the files
    beside the document that change. `texts` are those that findings speak of, by file.
    """

    text: str | None
    stale: tuple[Diagnostic, ...] = ()
    pictures: Mapping[Path, bytes] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    places: int = 0


def decoded(data: bytes, *, file: str, log: FaultLog) -> tuple[str, bytes] | None:
    """Return the text of a document and the mark that it begins with, if any.

    Line ends stay as they are. Returns None, and reports it, where the document is not UTF-8.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        return data.removeprefix(mark).decode("utf-8"), mark
    except UnicodeDecodeError as error:
        message = f"the document is not UTF-8: byte {error.start + len(mark) + 1} is no part of it"
        log.report(Fault.BAD_ENCODING, at_start(file), message, help="save the file as UTF-8")
        return None


def refreshed(text: str, syntax: Syntax, *, path: Path, library: Library) -> Refreshed:
    """Return what a document becomes; `path` is its own, by which it names maps and pictures."""
    log = FaultLog()
    work = _Work(path, MARKUPS[syntax.name], library)
    try:
        for place in places_in(text, syntax, file=str(path), log=log):
            work.fill(place, text, log)
    except TooManyFaultsError:
        pass
    faults = (*log.diagnostics, *work.faults)
    texts = {str(path): text, **work.texts}
    if faults:
        found = tuple(sorted(faults, key=lambda one: one.sort_key))
        return Refreshed(None, faults=found, texts=texts)
    return Refreshed(
        "".join([*work.parts, text[work.end :]]),
        tuple(work.stale),
        work.changed,
        texts=texts,
        places=work.places,
    )


class _Work:
    """The document so far: its parts up to `end`, and what was found on the way."""

    def __init__(self, path: Path, markup: Markup, library: Library) -> None:
        self.parts: list[str] = []
        self.end = 0
        self.stale: list[Diagnostic] = []
        self.changed: dict[Path, bytes] = {}
        self.faults: list[Diagnostic] = []
        self.texts: dict[str, str] = {}
        self.places = 0
        self._path, self._markup, self._library = path, markup, library
        self._told: set[Path] = set()
        self._made: dict[Path, tuple[bytes, Filled]] = {}
        self._shown: Counter[str] = Counter()

    def fill(self, place: Filled, text: str, log: FaultLog) -> None:
        """Add the text up to the end of a place, filled anew."""
        self.places += 1
        old = text[place.start : place.end]
        try:
            content = self._content(place)
        except OptionError as error:
            log.report(Fault.BAD_MARKER, place.span, error.message)
            return
        except ArgmapError as error:
            log.report(Fault.BAD_MARKER, place.span, str(error).rstrip("."))
            return
        if content is None:
            return
        new = _fitted(content, place, old)
        if new != old:
            self._note_stale(place, "this place does not show the map as it is now")
        self.parts += [text[self.end : place.start], new]
        self.end = place.end

    def _note_stale(self, place: Filled, message: str) -> None:
        found = Diagnostic(
            Fault.STALE_PLACE,
            Severity.ERROR,
            place.span,
            message,
            help=None if self.stale else f"refresh it with: argmap embed {self._path}",
        )
        self.stale.append(found)

    def _content(self, place: Filled) -> str | None:
        """Return what belongs into a place; None where its map cannot be read, which is noted."""
        request = place.request
        home = self._library.path_of(str(request.map_name), document=self._path)
        reading = self._library.reading(home)
        if reading.map is None:
            self._note_faults(home, reading, place)
            return None
        shape = request.shape or (self._markup.shape if place.block else Shape.IMAGE)
        if shape in (Shape.CLAIM, Shape.VERDICT):
            chosen = replace(request, shape=shape)
            return self._markup.text(words_for(reading.map, chosen))
        if not place.block and shape is not Shape.IMAGE and shape is not Shape.INLINE:
            raise OptionError(f"“as={shape}” needs markers on lines of their own", 0)
        shown = self._library.picture(home, request, placed=shape is not Shape.OUTLINE)
        self._shown[str(home)] += 1
        occurrence = self._shown[str(home)]
        if shape is Shape.OUTLINE:
            return outline(shown, self._markup, occurrence=occurrence)
        if shape is Shape.IMAGE:
            return self._image(place, home, shown)
        if self._markup.raw is None:
            raise OptionError(f"“as={shape}” is HTML, which this kind of document cannot hold", 0)
        return self._markup.raw(html_of(shown, shape, request.caption, occurrence=occurrence))

    def _image(self, place: Filled, home: Path, shown: Picture) -> str:
        request, markup = place.request, self._markup
        suffix = PurePosixPath(request.output or "").suffix.lower().removeprefix(".")
        format = request.format or suffix or markup.image_format
        if format not in ("svg", "png", "pdf"):
            raise OptionError(f"“{request.output}” does not end in .svg, .png or .pdf", 0)
        name = request.output or f"{home.stem}.{format}"
        target = self._library.path_of(name, document=self._path)
        if target.resolve() == home.resolve():
            raise OptionError(f"“{name}” is the map itself; choose another output", 0)
        content = renderer_named(format).render(shown)
        taken = self._made.setdefault(target.resolve(), (content, place))
        if taken[0] != content:
            line = taken[1].span.start.line
            message = f"“{name}” is another picture already, that of line {line}; give it an output"
            raise OptionError(message, 0)
        if not _holds(target, content):
            self.changed[target] = content
            self._note_stale(place, f"the picture {name} does not show the map as it is now")
        alt = request.alt or shown.drawing.summary
        return markup.image(name, alt, request.caption)

    def _note_faults(self, home: Path, reading: Reading, place: Filled) -> None:
        if home.resolve() in self._told:
            return
        self._told.add(home.resolve())
        for found in reading.diagnostics:
            asked = Related(place.span, "asked for here")
            self.faults.append(replace(found, related=(*found.related, asked)))
        self.texts[str(home)] = reading.text


def _holds(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


def _fitted(content: str, place: Filled, old: str) -> str:
    """Return content with the line ends and the indentation of its place."""
    if not place.block:
        return content
    end = "\r\n" if "\r\n" in old else "\r" if "\r" in old and "\n" not in old else "\n"
    lines = [f"{place.prefix}{line}".rstrip() for line in content.split("\n")]
    return end + end.join(lines) + end + place.prefix


def write(path: Path, found: Refreshed, *, mark: bytes, old: str) -> None:
    """Write the pictures that changed and then the document, if it changed.

    Raises FileError where one cannot be written.
    """
    for target, content in found.pictures.items():
        write_whole(target, content, make_folder=True)
    if found.text is not None and found.text != old:
        write_whole(path, mark + found.text.encode())

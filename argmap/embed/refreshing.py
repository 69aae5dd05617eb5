"""A document → the same document with its maps as they are now, and the pictures beside it."""

import codecs
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.embed.hosting import words_for
from argmap.embed.library import Library
from argmap.embed.markups import MARKUPS, Markup, html_of, outline
from argmap.embed.options import OptionError, request_of
from argmap.embed.origin import origin_of, with_origin
from argmap.embed.places import Filled, Link, links_in, places_in
from argmap.embed.request import Request, Shape
from argmap.embed.syntaxes import Syntax
from argmap.errors import ArgmapError
from argmap.faults import Fault, FaultLog, TooManyFaultsError
from argmap.output import write_whole
from argmap.reader import Reading
from argmap.render.renderer import Picture, renderer_named
from argmap.source import Span, at_start
from argmap.themes import THEME_NAMES


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
        places = places_in(text, syntax, file=str(path), log=log)
        for place in places:
            work.fill(place, text, log)
        for link in links_in(text, syntax, places, file=str(path)):
            work.follow(link, log)
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
        self._made: dict[Path, tuple[bytes, Span]] = {}
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
            self._note_stale(place.span, "this place does not show the map as it is now")
        self.parts += [text[self.end : place.start], new]
        self.end = place.end

    def follow(self, link: Link, log: FaultLog) -> None:
        """Draw the picture anew that a link leads to, if it says which map it was drawn from."""
        try:
            target = self._library.path_of(unquote(link.target), document=self._path)
            words = origin_of(target.read_bytes())
        except (OSError, ValueError, ArgmapError):
            # Whether links lead to something is not argmap’s to say.
            return
        if words is None:
            return
        self.places += 1
        try:
            request = request_of(words)
            home = self._library.path_of(str(request.map_name), document=target)
            if not home.exists():
                return
            reading = self._library.reading(home)
            if reading.map is None:
                self._note_faults(home, reading, link.span)
                return
            shown = self._library.picture(home, request, placed=True)
            self._keep(_drawn(shown, "svg", request, home, target), target, link.target, link.span)
        except (OptionError, ArgmapError) as error:
            reason = error.message if isinstance(error, OptionError) else str(error).rstrip(".")
            log.report(Fault.BAD_MARKER, link.span, f"this picture cannot be drawn anew: {reason}")

    def _note_stale(self, span: Span, message: str) -> None:
        found = Diagnostic(
            Fault.STALE_PLACE,
            Severity.ERROR,
            span,
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
            self._note_faults(home, reading, place.span)
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
        self._keep(_drawn(shown, format, request, home, target), target, name, place.span)
        alt = request.alt or shown.drawing.summary
        return markup.image(name, alt, request.caption)

    def _keep(self, content: bytes, target: Path, name: str, span: Span) -> None:
        """Note that a file is to hold a picture; raise OptionError where it is another’s."""
        made, first = self._made.setdefault(target.resolve(), (content, span))
        if made != content:
            line = first.start.line
            message = f"“{name}” is another picture already, that of line {line}; give it an output"
            raise OptionError(message, 0)
        if not _holds(target, content):
            self.changed[target] = content
            self._note_stale(span, f"the picture {name} does not show the map as it is now")

    def _note_faults(self, home: Path, reading: Reading, span: Span) -> None:
        if home.resolve() in self._told:
            return
        self._told.add(home.resolve())
        for found in reading.diagnostics:
            asked = Related(span, "asked for here")
            self.faults.append(replace(found, related=(*found.related, asked)))
        self.texts[str(home)] = reading.text


def _drawn(shown: Picture, format: str, request: Request, home: Path, target: Path) -> bytes:
    content = renderer_named(format).render(shown)
    if format != "svg":
        return content
    options = request.options
    if options.theme not in (None, *THEME_NAMES):
        options = replace(options, theme=str(home.parent / str(options.theme)))
    return with_origin(content, map_file=home, target=target, options=options)


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

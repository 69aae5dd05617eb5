"""A document → the same document with its maps as they are now, and the pictures beside it."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from shlex import quote
from urllib.parse import unquote

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.document.reading import read_file
from argmap.embed.drawings import Drawings, Wanted, image_name, require_own, wanted
from argmap.embed.fitting import fitted, on_next_line
from argmap.embed.influences import influences
from argmap.embed.library import Library, shortfall_in
from argmap.embed.markups import HTML_SHAPES, How, Markup, markup_for, outline
from argmap.embed.options import IMAGE_FORMATS, OptionError, request_of, require_use
from argmap.embed.origin import Origin, origin_of
from argmap.embed.own_files import LARGEST
from argmap.embed.places import Filled, Link, links_in, places_in
from argmap.embed.request import PROSE, Request, Shape
from argmap.embed.showing import markup_of, words_for
from argmap.embed.standing import COLUMN_OF_A_PAGE, place_of
from argmap.embed.syntaxes import Syntax
from argmap.errors import ArgmapError, FileError, MapError, UnfitOptionError
from argmap.faults import Fault, FaultLog, TooManyFaultsError
from argmap.render.renderer import Picture
from argmap.render.svg import fingerprint
from argmap.source import Span
from argmap.themes import THEME_NAMES


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a document becomes. `text` is None where something is wrong; then nothing is written.

    `stale` are findings about the places that are not as they should be, `remarks` those about
    pictures that nobody can read. `pictures` are the files beside the document that change, each
    with what makes it. `texts` are those that findings speak of, by file; `files` are all that the
    pictures depend on.
    """

    text: str | None
    stale: tuple[Diagnostic, ...] = ()
    pictures: Mapping[Path, Callable[[], bytes]] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    places: int = 0
    files: tuple[Path, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()


# Wider than a line of text on most pages, in pixels.
_WIDE = 700


class Page:
    """What one document has shown so far, and which maps it was told it cannot show."""

    def __init__(self) -> None:
        """Start with nothing shown."""
        self.told: set[str] = set()
        self._shown: Counter[str] = Counter()

    def apart(self, picture: Picture) -> str:
        """Return what tells the ids of this picture apart from the same one further up."""
        name = fingerprint(picture.drawing, picture.theme)
        self._shown[name] += 1
        return str(self._shown[name]) if self._shown[name] > 1 else ""


def refreshed(
    text: str,
    syntax: Syntax,
    *,
    path: Path,
    library: Library,
    drawings: Drawings,
    page: Page,
) -> Refreshed:
    """Return what a document becomes, or one part of a `page`.

    `path` is its own, by which it names maps and pictures; `drawings` are those of all documents.
    """
    log = FaultLog()
    work = _Work(path, markup_for(syntax, path), library, drawings, page)
    work.stands = place_of(text, syntax)
    try:
        code = list(syntax.code(text))
        places = places_in(text, syntax, code=code, file=str(path), log=log)
        for place in places:
            work.fill(place, text, log)
        for link in links_in(text, syntax, places, code=code, file=str(path)):
            work.follow(link, log)
    except TooManyFaultsError:
        pass
    faults = (*log.diagnostics, *work.faults)
    texts = {str(path): text, **work.texts}
    if faults:
        found = tuple(sorted(faults, key=lambda one: one.sort_key))
        return Refreshed(None, faults=found, texts=texts, files=tuple(work.files))
    return Refreshed(
        "".join([*work.parts, text[work.end :]]),
        tuple(work.stale),
        work.changed,
        texts=texts,
        places=work.places,
        files=tuple(work.files),
        remarks=tuple(work.remarks),
    )


class _Work:
    """The document so far: its parts up to `end`, and what was found on the way."""

    def __init__(
        self, path: Path, markup: Markup, library: Library, drawings: Drawings, page: Page
    ) -> None:
        self.parts: list[str] = []
        self.end = 0
        self.stale: list[Diagnostic] = []
        self.remarks: list[Diagnostic] = []
        self.stands = COLUMN_OF_A_PAGE
        self.changed: dict[Path, Callable[[], bytes]] = {}
        self.files: dict[Path, None] = {}
        self.faults: list[Diagnostic] = []
        self.texts: dict[str, str] = {}
        self.places = 0
        self._path, self._markup, self._library = path, markup, library
        self._drawings, self._page = drawings, page

    def fill(self, place: Filled, text: str, log: FaultLog) -> None:
        """Add the text up to the end of a place, filled anew."""
        self.places += 1
        try:
            shape, block = self._shape(place)
            content = self._content(place, shape)
        except (OptionError, ArgmapError) as error:
            self._note_fault(error, place.span, log)
            return
        if block:
            content = fitted(content, place, text, shape=shape, markup=self._markup)
        elif place.leads and self._markup.name == "markdown":
            content = on_next_line(content, place, text)
        if content != text[place.start : place.end]:
            self._note_stale(place.span, "this place does not show the map as it is now")
        self.parts += [text[self.end : place.start], content]
        self.end = place.end

    def follow(self, link: Link, log: FaultLog) -> None:
        """Draw the picture anew that a link leads to, if it says which map it was drawn from."""
        linked = self._linked(unquote(link.target))
        if linked is None:
            return
        target, origin = linked
        try:
            request = request_of(origin.words)
            home = self._library.path_of(str(request.map_name), document=target)
            if not home.exists():
                return
            self.places += 1
            self._depends_on(home, request)
            shown = self._picture(home, request, link.span, placed=True, beside=target)
            format = target.suffix.lower().removeprefix(".")
            found = _wanted(shown, format, request, home, target)
            self._keep(found, link.target, link.span)
        except (OptionError, ArgmapError) as error:
            self._note_fault(error, link.span, log, "this picture cannot be drawn anew: ")

    def _linked(self, name: str) -> tuple[Path, Origin] | None:
        """Return the picture that a link leads to, and its origin; None where it has none."""
        # LaTeX finds pictures by a name without an end, too.
        suffixes = ("",) if PurePosixPath(name).suffix else ("", *(f".{f}" for f in IMAGE_FORMATS))
        for suffix in suffixes:
            try:
                target = self._library.path_of(name + suffix, document=self._path)
                origin = origin_of(read_file(target.resolve(), largest=LARGEST, only_regular=True))
            except (OSError, FileError):
                # Whether links lead to something is not argmap’s to say.
                continue
            if origin is not None:
                return target, origin
        return None

    def _note_stale(self, span: Span, message: str) -> None:
        found = Diagnostic(
            Fault.STALE_PLACE,
            Severity.ERROR,
            span,
            message,
            help=None if self.stale else f"refresh it with: argmap embed {quote(str(self._path))}",
        )
        self.stale.append(found)

    def _content(self, place: Filled, shape: Shape) -> str:
        """Return what belongs into a place."""
        request = replace(place.request, shape=shape)
        home = self._library.path_of(str(request.map_name), document=self._path)
        self._depends_on(home, request)
        markup = self._markup
        if shape in PROSE:
            a_map = self._library.map(home, request.notation)
            return markup.text(words_for(a_map, request))
        if shape is Shape.IMAGE:
            return self._image(place, home)
        placed = shape is not Shape.OUTLINE
        shown = self._picture(home, request, place.span, placed=placed, beside=self._path)
        apart = self._page.apart(shown)
        if shape is Shape.OUTLINE:
            return outline(shown, markup, apart=apart)
        return markup.raw(markup_of(shown, request, apart)) if markup.raw else ""

    def _picture(
        self, home: Path, request: Request, span: Span, *, placed: bool, beside: Path
    ) -> Picture:
        """Return the picture of a map, after noting if nobody can read it in this document."""
        library = self._library
        shown = library.picture(home, request, placed=placed, stands=self.stands, beside=beside)
        small = shortfall_in(shown, home=home, library=library, span=span)
        self.remarks += [small] if small else []
        return shown

    def _shape(self, place: Filled) -> tuple[Shape, bool]:
        """Return what a place is to hold, and whether on lines of its own; raise OptionError."""
        markup, shape = self._markup, place.request.shape
        whole = place.on_its_own
        shape = shape or (markup.shape if whole else Shape.IMAGE)
        require_use(place.request, shape, {})
        if shape in HTML_SHAPES and markup.raw is None:
            raise OptionError(f"“as={shape}” is HTML, which this kind of document cannot hold", 0)
        block = place.block or (whole and shape not in PROSE)
        if not block and shape not in (Shape.IMAGE, *PROSE, *markup.within):
            raise OptionError(f"“as={shape}” needs markers on lines of their own", 0)
        return shape, block

    def _image(self, place: Filled, home: Path) -> str:
        request, markup = place.request, self._markup
        name, format = image_name(request, home, usual=markup.image_format)
        target = self._library.path_of(name, document=self._path)
        require_own(target, home, name=name)
        shown = self._picture(home, request, place.span, placed=True, beside=target)
        found = _wanted(shown, format, request, home, target)
        self._keep(found, name, place.span)
        alt = request.alt or shown.drawing.summary
        how = How(shown.places.width > _WIDE, leads=place.on_its_own)
        return markup.image(name, alt, request.caption, how)

    def _keep(self, wanted: Wanted, name: str, span: Span) -> None:
        """Note that a file is to hold a picture; raise OptionError where it is another’s."""
        self._drawings.take(wanted, name=name, span=span)
        if not wanted.is_there():
            self.changed[wanted.target] = self._made(wanted, span)
            self._note_stale(span, f"the picture {name} does not show the map as it is now")

    def _made(self, wanted: Wanted, span: Span) -> Callable[[], bytes]:
        """Return what makes a picture, which may need a library that is not installed."""

        def content() -> bytes:
            try:
                return wanted.content()
            except ArgmapError as error:
                raise ArgmapError(f"{span.file}:{span.start.line}: {error}") from error

        return content

    def _depends_on(self, home: Path, request: Request) -> None:
        """Note what the picture of a map depends on."""
        project, theme = self._library.project, request.options.theme
        self.files |= dict.fromkeys(influences(home, None, project))
        reading = self._library.reading(home, request.notation)
        self.files |= dict.fromkeys(influences(home, reading, project, theme=theme))

    def _note_fault(
        self, error: OptionError | ArgmapError, span: Span, log: FaultLog, lead: str = ""
    ) -> None:
        """Note why a place cannot show a map, and where it was asked for; once for each map.

        Raises ArgmapError, with the place, for what is no fault of the document.
        """
        if isinstance(error, OptionError):
            log.report(Fault.BAD_MARKER, span, lead + error.message)
        elif isinstance(error, (FileError, UnfitOptionError)):
            log.report(Fault.BAD_MARKER, span, lead + str(error).rstrip("."))
        elif not isinstance(error, MapError):
            raise ArgmapError(f"{span.file}:{span.start.line}: {error}") from error
        elif (file := error.diagnostics[0].span.file) not in self._page.told:
            self._page.told.add(file)
            asked = Related(span, "asked for here")
            self.faults += [replace(d, related=(*d.related, asked)) for d in error.diagnostics]
            self.texts |= error.texts


def _wanted(shown: Picture, format: str, request: Request, home: Path, target: Path) -> Wanted:
    options = request.options
    if options.theme not in (None, *THEME_NAMES):
        # A theme that is a file is named from the map.
        options = replace(options, theme=str(home.parent / str(options.theme)))
    return wanted(
        shown, format, home=home, target=target, options=options, notation=request.notation
    )

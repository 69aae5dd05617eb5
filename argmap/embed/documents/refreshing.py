"""A document → the same document with its maps as they are now, and the pictures beside it."""

import contextlib
import os
from dataclasses import replace
from pathlib import Path
from shlex import quote
from urllib.parse import unquote

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.embed.documents.beside import FilesBeside
from argmap.embed.documents.drawings import Drawings, image_name, linked, require_own, wanted_for
from argmap.embed.documents.insertion import fitted, on_next_line
from argmap.embed.documents.marked_places import Filled, Link, links_in, places_in
from argmap.embed.documents.markups import Markup, markup_for, outline
from argmap.embed.documents.page import Page
from argmap.embed.documents.place_shapes import shape_of
from argmap.embed.documents.refresh_result import Refreshed
from argmap.embed.documents.same_places import require_lasting
from argmap.embed.documents.shown_maps import ShownMaps
from argmap.embed.documents.syntaxes import Syntax
from argmap.embed.figure import Shown, label_of
from argmap.embed.figure_making import markups_of, part_caption, words_for
from argmap.embed.library import Library, NotDrawnError, shortfall_in
from argmap.embed.options import OptionError, request_of
from argmap.embed.reading_places import COLUMN_OF_A_PAGE, place_of
from argmap.embed.references import labelled
from argmap.embed.request import PROSE, Request, Shape
from argmap.errors import ArgmapError, FileError, MapError, UnfitOptionError
from argmap.faults import Fault, FaultLog, TooManyFaultsError
from argmap.links import Leads, marked
from argmap.picture_files.dependencies import dependencies
from argmap.picture_files.part_files import options_for, part_file
from argmap.render.renderer import Picture
from argmap.source import Span

# Wider than a line of text on most pages, in pixels.
_WIDE = 700


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
            work.expect(place)
        for place in places:
            work.fill(place, text, log)
        for link in links_in(text, syntax, places, code=code, file=str(path)):
            work.follow(link, log)
        new = "".join([*work.parts, text[work.end :]])
        require_lasting(places, work.stretches, new, syntax, log)
    except TooManyFaultsError:
        pass
    faults = (*log.diagnostics, *work.faults)
    texts = {str(path): text, **work.texts}
    if faults:
        found = tuple(sorted(faults, key=lambda one: one.sort_key))
        return Refreshed(None, faults=found, texts=texts, files=tuple(work.files))
    return Refreshed(
        new,
        tuple(work.stale),
        work.beside.changed,
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
        # Where the places begin and end in the new text.
        self.stretches: list[tuple[int, int]] = []
        self.stale: list[Diagnostic] = []
        self.remarks: list[Diagnostic] = []
        self.stands = COLUMN_OF_A_PAGE
        self.files: dict[Path, None] = {}
        self.faults: list[Diagnostic] = []
        self.texts: dict[str, str] = {}
        self.places = 0
        self._path, self._markup, self._library = path, markup, library
        self._page = page
        self._shown = ShownMaps(path, library, markup.image_format)
        self.beside = FilesBeside(path, library, drawings, self._shown, self._note_stale)

    def expect(self, place: Filled) -> None:
        """Note where a place will show its map; what is wrong with it is told as it is filled."""
        with contextlib.suppress(OptionError, ArgmapError):
            self._shown.expect(place.request, shape_of(place, self._markup, self._page)[0])

    def fill(self, place: Filled, text: str, log: FaultLog) -> None:
        """Add the text up to the end of a place, filled anew."""
        self.places += 1
        try:
            shape, block = shape_of(place, self._markup, self._page)
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
        start = sum(map(len, self.parts)) + place.start - self.end
        self.stretches.append((start, start + len(content)))
        self.parts += [text[self.end : place.start], content]
        self.end = place.end

    def follow(self, link: Link, log: FaultLog) -> None:
        """Draw the picture anew that a link leads to, if it says which map it was drawn from."""
        found = linked(unquote(link.target), document=self._path, library=self._library)
        if found is None:
            return
        target, origin = found
        try:
            request = request_of(origin.words)
            home = self._library.path_of(str(request.map_name), document=target)
            if not os.path.exists(home):
                return
            self.places += 1
            self._depends_on(home, request)
            format = target.suffix.lower().removeprefix(".")
            leads = self._shown.leads_of_linked(home, target, format)
            shown, *_ = self._pictures(
                home, request, link.span, placed=True, beside=target, leads=leads
            )
            wanted = wanted_for(shown, format, request, home, target)
            self.beside.keep(wanted, link.target, link.span)
        except (OptionError, ArgmapError) as error:
            self._note_fault(error, link.span, log, "this picture cannot be drawn anew: ")

    def _note_stale(self, span: Span, message: str) -> None:
        advice = f"refresh it with: argmap embed {quote(str(self._path))}"
        advised = None if self.stale else advice
        self.stale.append(
            Diagnostic(Fault.STALE_PLACE, Severity.ERROR, span, message, help=advised)
        )

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
        is_read_here = shape is Shape.HTML and not request.is_explored
        narrow = is_read_here and request.telephone is not False
        shown = self._pictures(
            home,
            request,
            place.span,
            placed=placed,
            beside=self._path,
            narrow=narrow,
            leads=self._shown.leads(home, shape),
        )
        apart = self._page.apart(shown[0])
        if shape is Shape.OUTLINE:
            return outline(shown[0], markup, apart=apart)
        explorer = self.beside.explorer(request, home, place.span)
        cleaned = self._page.cleaned
        found = markups_of(shown, request, apart, cleaned=cleaned, explorer=explorer)
        mark = self._shown.take_mark(home) if shape is Shape.HTML else None
        if mark is not None:
            found[0] = marked(found[0], mark)
        return "\n".join(markup.raw(one) if markup.raw else "" for one in found)

    def _pictures(
        self,
        home: Path,
        request: Request,
        span: Span,
        *,
        placed: bool,
        beside: Path,
        narrow: bool = False,
        leads: Leads,
    ) -> tuple[Picture, ...]:
        """Return the pictures of a map, after noting which nobody can read in this document."""
        shown = self._library.pictures(
            home,
            request,
            placed=placed,
            stands=self.stands,
            beside=beside,
            narrow=narrow,
            leads=leads,
        )
        for one in () if request.is_explored else shown:
            small = shortfall_in(one, home=home, library=self._library, span=span)
            self.remarks += [small] if small else []
        return shown

    def _image(self, place: Filled, home: Path) -> str:
        library, request = self._library, place.request
        name, format = image_name(request, home, usual=self._markup.image_format)
        target = library.path_of(name, document=self._path)
        require_own(target, home, name=name)
        usual = self._markup.telephone
        if request.telephone and usual is None:
            raise OptionError("“telephone” needs a document that holds HTML", 0)
        narrow = (usual if request.telephone is None else request.telephone) and format != "pdf"
        request = library.suited(home, request, stands=self.stands, beside=target)
        place = replace(place, request=request)
        shown = self._pictures(
            home,
            request,
            place.span,
            placed=True,
            beside=target,
            narrow=bool(narrow),
            leads=self._shown.leads_of_file(home, target),
        )
        parts = [self._part(one, len(shown), name, format, place, home) for one in shown]
        explorer = self.beside.explorer(request, home, place.span)
        if explorer is not None and explorer.link and self._markup.link:
            # Of parts, the first shows the whole map.
            words = shown[0].words.open_explorer
            parts.insert(1, self._markup.link(words, explorer.link))
        return "\n\n".join(parts)

    def _part(
        self, shown: Picture, number: int, name: str, format: str, place: Filled, home: Path
    ) -> str:
        """Return what shows one of so many pictures, whose file is kept; `name` is the first's."""
        request, own = place.request, shown.part.number if shown.part and number > 1 else 0
        file = part_file(Path(name), own).as_posix() if own else name
        target = self._library.path_of(file, document=self._path)
        if own:
            require_own(target, home, name=file)
        drawn = replace(request, options=options_for(shown, request.options))
        self.beside.keep(wanted_for(shown, format, drawn, home, target), file, place.span)
        alt = request.alt if request.alt and not own else shown.drawing.summary
        caption = part_caption(shown, request) if number > 1 else request.caption
        label, refers = labelled(shown, label_of(Path(name).stem)) if number > 1 else (None, ())
        slim = self.beside.telephone(shown, file, format, drawn, home, place.span)
        wide, leads = shown.places.width > _WIDE, place.on_its_own
        return self._markup.image(Shown(file, alt, caption, wide, label, leads, refers, slim))

    def _depends_on(self, home: Path, request: Request) -> None:
        """Note what the picture of a map depends on."""
        project, theme = self._library.project, request.options.theme
        self.files |= dict.fromkeys(dependencies(home, None, project))
        reading = self._library.reading(home, request.notation)
        self.files |= dict.fromkeys(dependencies(home, reading, project, theme=theme))

    def _note_fault(
        self, error: OptionError | ArgmapError, span: Span, log: FaultLog, lead: str = ""
    ) -> None:
        """Note why a place cannot show a map, and where it was asked for; once for each map.

        Raises ArgmapError, with the place, for what is no fault of the document.
        """
        if isinstance(error, NotDrawnError):
            return
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

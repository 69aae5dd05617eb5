"""The files beside one document: what each is to hold, and which of them have to be written."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from argmap.embed.documents.drawings import (
    Drawings,
    require_own,
    wanted_for,
    wanted_for_telephone,
)
from argmap.embed.documents.shown_maps import ShownMaps
from argmap.embed.explorers import explorer_for, explorer_name, for_explorer
from argmap.embed.library import Library
from argmap.embed.reading_places import COLUMN_OF_A_PAGE
from argmap.embed.request import Request
from argmap.errors import ArgmapError
from argmap.picture_files.content import Wanted
from argmap.picture_files.part_files import telephone_file
from argmap.render.html.exploring import Explorer
from argmap.render.renderer import Picture
from argmap.source import Span

NoteStale = Callable[[Span, str], None]


class FilesBeside:
    """The files beside the document `path`; `changed` are those to write, each with its maker."""

    def __init__(
        self,
        path: Path,
        library: Library,
        drawings: Drawings,
        shown: ShownMaps,
        note_stale: NoteStale,
    ) -> None:
        """Start with no file; what is not as it should be is told by `note_stale`."""
        self.changed: dict[Path, Callable[[], bytes]] = {}
        self._path, self._library = path, library
        self._drawings, self._shown, self._note_stale = drawings, shown, note_stale

    def keep(self, wanted: Wanted, name: str, span: Span, *, what: str = "picture") -> None:
        """Note what a file is to hold; raise OptionError where it is another’s."""
        self._drawings.take(wanted, name=name, span=span)
        if not wanted.is_there():
            self.changed[wanted.target] = _made(wanted, span)
            self._note_stale(span, f"the {what} {name} does not show the map as it is now")

    def telephone(
        self, shown: Picture, file: str, format: str, drawn: Request, home: Path, span: Span
    ) -> str | None:
        """Return the name of the file of the drawing for telephones, where there is one."""
        if not shown.narrow or shown.part:
            return None
        slim = telephone_file(Path(file)).as_posix()
        beside = self._library.path_of(slim, document=self._path)
        require_own(beside, home, name=slim)
        self.keep(wanted_for_telephone(shown, format, drawn, home, beside), slim, span)
        return slim

    def explorer(self, request: Request, home: Path, span: Span) -> Explorer | None:
        """Return the explorer of a figure, whose file is kept; None where it has none."""
        if not request.has_explorer:
            return None
        name = explorer_name(request, home)
        target = self._library.path_of(name, document=self._path)
        require_own(target, home, name=name)
        whole = for_explorer(request)
        shown, *_ = self._library.pictures(
            home,
            whole,
            placed=True,
            stands=COLUMN_OF_A_PAGE,
            beside=target,
            narrow=True,
            leads=self._shown.leads_of_explorer(home, target),
        )
        # That it is in one piece goes without saying.
        told = replace(whole, options=replace(whole.options, parts=None))
        wanted = wanted_for(shown, "explorer", told, home, target)
        self.keep(wanted, name, span, what="explorer")
        return explorer_for(request, address=quote(name, safe="/.-_~"))


def _made(wanted: Wanted, span: Span) -> Callable[[], bytes]:
    """Return what makes a picture, which may need a library that is not installed."""

    def content() -> bytes:
        try:
            return wanted.content()
        except ArgmapError as error:
            raise ArgmapError(f"{span.file}:{span.start.line}: {error}") from error

    return content

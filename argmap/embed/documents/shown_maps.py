"""The maps that a document shows, and where: what is argued in one of them leads there."""

from collections.abc import Iterator
from pathlib import Path

from argmap.embed.documents.drawings import image_name
from argmap.embed.explorers import explorer_name
from argmap.embed.library import Library
from argmap.embed.request import Request, Shape
from argmap.errors import ArgmapError
from argmap.links import Leads, ShownAt, figure_id, file_of, leading, link_home
from argmap.picture_files.others import address_from, drawn_before
from argmap.project import folder_of

# The files of maps, each with that in which a document shows it.
_Files = dict[Path, Path]


class ShownMaps:
    """What the places of the document `path` show; pictures are in `usual` format if none says."""

    def __init__(self, path: Path, library: Library, usual: str) -> None:
        """Start with nothing shown."""
        self._path, self._library, self._usual = path, library, usual
        self._figures: dict[Path, str] = {}
        self._images: _Files = {}
        self._explorers: _Files = {}
        self._led_to: set[Path] = set()
        self._marked: set[Path] = set()

    def expect(self, request: Request, shape: Shape) -> None:
        """Note what a place will show. Raises what keeps a place from being filled."""
        home = self._library.path_of(str(request.map_name), document=self._path)
        whole = home.resolve()
        if shape is Shape.HTML:
            self._figures.setdefault(whole, figure_id(home, folder_of(home, self._library.project)))
            self._led_to |= set(self._away(home, request))
        elif shape is Shape.IMAGE:
            name, _ = image_name(request, home, usual=self._usual)
            self._images.setdefault(whole, self._library.path_of(name, document=self._path))
        if request.has_explorer:
            name = explorer_name(request, home)
            self._explorers.setdefault(whole, self._library.path_of(name, document=self._path))

    def take_mark(self, home: Path) -> str | None:
        """Return the id of the first figure of a map, if anything in the document leads there."""
        whole = home.resolve()
        if whole in self._marked or whole not in self._led_to:
            return None
        self._marked.add(whole)
        return self._figures.get(whole)

    def leads(self, home: Path, shape: Shape) -> Leads:
        """Return what leads to other maps from a place that shows a map as HTML, or words."""

        def figure(other: Path) -> str | None:
            found = self._figures.get(other.resolve())
            return f"#{found}" if found else None

        shown = (figure,) if shape is Shape.HTML else ()
        return self._leading(home, self._path, *shown, _in(self._images, self._path))

    def leads_of_file(self, home: Path, beside: Path) -> Leads:
        """Return what leads to other maps from a picture of this document, the file `beside`."""
        return self._leading(home, beside, _in(self._images, beside))

    def leads_of_explorer(self, home: Path, beside: Path) -> Leads:
        """Return what leads to other maps from an explorer of this document."""
        shown = (_in(files, beside) for files in (self._explorers, self._images))
        return self._leading(home, beside, *shown)

    def leads_of_linked(self, home: Path, beside: Path, format: str) -> Leads:
        """Return what leads to other maps from a picture that `argmap render` has drawn."""
        folder = folder_of(home, self._library.project)
        return self._leading(home, beside, drawn_before((format,), folder=folder, beside=beside))

    def _leading(self, home: Path, beside: Path, *shown: ShownAt) -> Leads:
        folder = folder_of(home, self._library.project)
        return leading(home, folder=folder, beside=beside, shown=shown)

    def _away(self, home: Path, request: Request) -> Iterator[Path]:
        """Yield the files in which claims of a map are argued; those of a faulty map are none."""
        try:
            claims = self._library.map(home, request.notation).claims
        except ArgmapError:
            return
        for claim in claims:
            link = link_home(claim)
            if link is not None:
                yield (home.parent / file_of(link)).resolve()


def _in(files: _Files, beside: Path) -> ShownAt:
    def at(other: Path) -> str | None:
        found = files.get(other.resolve())
        return None if found is None else address_from(beside, found)

    return at

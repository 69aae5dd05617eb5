"""The files of pictures that documents ask for: what each is to hold, and whether it does."""

import os
from dataclasses import replace
from pathlib import Path, PurePosixPath

from argmap.destinations import TELEPHONE
from argmap.document.reading import read_file
from argmap.embed.library import Library
from argmap.embed.options import OptionError
from argmap.embed.request import Request
from argmap.errors import FileError
from argmap.picture_files.content import Wanted, content_of, wanted
from argmap.picture_files.origin import Origin, origin_of
from argmap.picture_files.ownership import LARGEST, is_own
from argmap.render import IMAGE_FORMATS
from argmap.render.renderer import Picture
from argmap.source import Span
from argmap.themes import THEME_NAMES


class Drawings:
    """The pictures of one run over documents; no two of them may be in one file."""

    def __init__(self) -> None:
        """Start with no picture."""
        self._made: dict[Path, tuple[Wanted, Span]] = {}

    def take(self, wanted: Wanted, *, name: str, span: Span) -> None:
        """Note what a file is to hold; `name` is that of the file as the document writes it.

        Raises OptionError where it is to hold another picture, for this document or one before.
        """
        made, first = self._made.setdefault(wanted.target.resolve(), (wanted, span))
        if not made.is_like(wanted):
            where = "" if first.file == span.file else f"{first.file}, "
            message = f"“{name}” is another picture already, that of {where}line {first.start.line}"
            raise OptionError(f"{message}; give it an output", 0)


def wanted_for(shown: Picture, format: str, request: Request, home: Path, target: Path) -> Wanted:
    """Return what a file is to hold that shows what a document asks for, the map in `home`."""
    options = request.options
    if options.theme not in (None, *THEME_NAMES):
        # A theme that is a file is named from the map.
        options = replace(options, theme=str(home.parent / str(options.theme)))
    if format in IMAGE_FORMATS:
        # What goes into an explorer is no part of the picture that leads to it.
        options = replace(options, source_texts=(), with_layout=None)
    return wanted(
        shown, format, home=home, target=target, options=options, notation=request.notation
    )


def wanted_for_telephone(
    shown: Picture, format: str, request: Request, home: Path, target: Path
) -> Wanted:
    """Return the same for the file of the drawing for telephones, which the picture has."""
    assert shown.narrow is not None
    slim = replace(
        shown,
        placed=shown.narrow,
        drawing=shown.narrow.drawing,
        direction=shown.narrow.direction,
        narrow=None,
    )
    options = replace(request.options, fit=TELEPHONE.name)
    return wanted_for(slim, format, replace(request, options=options), home, target)


def linked(name: str, *, document: Path, library: Library) -> tuple[Path, Origin] | None:
    """Return the picture that a link leads to, and its origin; None where it has none."""
    # LaTeX finds pictures by a name without an end, too.
    suffixes = ("",) if PurePosixPath(name).suffix else ("", *(f".{f}" for f in IMAGE_FORMATS))
    for suffix in suffixes:
        try:
            target = library.path_of(name + suffix, document=document)
            origin = origin_of(read_file(target.resolve(), largest=LARGEST, only_regular=True))
        except (OSError, FileError):
            # Whether links lead to something is not argmap’s to say.
            continue
        if origin is not None:
            return target, origin
    return None


def image_name(request: Request, home: Path, *, usual: str) -> tuple[str, str]:
    """Return the name of the file of a picture, as its document writes it, and its format.

    Raises OptionError where the name has another suffix.
    """
    suffix = PurePosixPath(request.output or "").suffix.lower().removeprefix(".")
    format = request.format or suffix or usual
    if format not in IMAGE_FORMATS:
        raise OptionError(f"“{request.output}” does not end in .svg, .png or .pdf", 0)
    return request.output or f"{home.stem}.{format}", format


def require_own(target: Path, home: Path, *, name: str) -> None:
    """Raise OptionError where a file is the map itself, shows another map, or is not argmap’s.

    Two documents in one folder would else take turns with one file. A map that is gone needs none.
    """
    if target.resolve() == home.resolve():
        raise OptionError(f"“{name}” is the map itself; choose another output", 0)
    if os.path.exists(target) and not os.path.isfile(target):
        raise OptionError(f"“{name}” is not a regular file; choose another output", 0)
    found = content_of(target)
    if not found:
        return
    if not is_own(found):
        message = f"“{name}” is there already and was not drawn by argmap"
        raise OptionError(f"{message}; choose another output, or delete the file", 0)
    origin = origin_of(found)
    if origin is None:
        return
    other = target.resolve().parent / origin.words[0]
    if os.path.exists(other) and other.resolve() != home.resolve():
        raise OptionError(f"“{name}” shows another map, {origin.words[0]}; give this an output", 0)

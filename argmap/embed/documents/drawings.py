"""The files of pictures that documents ask for: what each is to hold, and whether it does."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from argmap.document.reading import read_file
from argmap.embed.options import OptionError
from argmap.embed.origin import Origin, origin_for, origin_of, with_origin
from argmap.embed.own_files import LARGEST, is_own
from argmap.embed.part_files import in_file
from argmap.embed.request import Request
from argmap.errors import FileError
from argmap.planning import RenderOptions
from argmap.render import IMAGE_FORMATS
from argmap.render.renderer import Picture, renderer_named
from argmap.source import Span
from argmap.themes import THEME_NAMES


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file is to hold: `told` is the origin of a picture that fonts have a part in.

    `content` makes the file.
    """

    target: Path
    told: Origin | None
    content: Callable[[], bytes]

    def is_there(self) -> bool:
        """Return whether the file holds the picture."""
        found = _content_of(self.target)
        if found is None:
            return False
        if self.told is not None and self.told.told() is not None:
            return origin_of(found) == self.told
        # Git may have given a text other line ends.
        return found.replace(b"\r\n", b"\n") == self.content() or found == self.content()

    def is_like(self, other: "Wanted") -> bool:
        """Return whether two of one file are the same picture."""
        if self.told != other.told:
            return False
        return self.told is not None or self.content() == other.content()


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


def wanted(
    shown: Picture,
    format: str,
    *,
    home: Path,
    target: Path,
    options: RenderOptions,
    notation: str | None,
) -> Wanted:
    """Return what a file is to hold that shows the map in `home`, drawn with these options.

    `notation` is that of the map, None where the file tells it.
    """
    shown = in_file(shown, target)
    svg = renderer_named("svg").render(shown)
    if format == "svg":
        usual = replace(options, scale=_SCALE)
        origin = origin_for(home, target=target, options=usual, notation=notation)
        content = with_origin(svg, origin)
        return Wanted(target, None, lambda: content)
    leaves = shown.book.leaves[1:] if shown.book else ()
    pages = b"".join(renderer_named("svg").render(leaf.picture) for leaf in leaves)
    hashed = hashlib.sha256(svg + pages).hexdigest()[:16]
    origin = origin_for(home, target=target, options=options, notation=notation, drawing=hashed)
    return Wanted(target, origin, lambda: with_origin(renderer_named(format).render(shown), origin))


def wanted_for(shown: Picture, format: str, request: Request, home: Path, target: Path) -> Wanted:
    """Return what a file is to hold that shows what a document asks for, the map in `home`."""
    options = request.options
    if options.theme not in (None, *THEME_NAMES):
        # A theme that is a file is named from the map.
        options = replace(options, theme=str(home.parent / str(options.theme)))
    return wanted(
        shown, format, home=home, target=target, options=options, notation=request.notation
    )


_SCALE = RenderOptions.scale


def _content_of(target: Path) -> bytes | None:
    try:
        # A link is one that was followed to the inside of the project.
        return read_file(target.resolve(), largest=LARGEST, only_regular=True)
    except FileError:
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
    if target.exists() and not target.is_file():
        raise OptionError(f"“{name}” is not a regular file; choose another output", 0)
    found = _content_of(target)
    if not found:
        return
    if not is_own(found):
        message = f"“{name}” is there already and was not drawn by argmap"
        raise OptionError(f"{message}; choose another output, or delete the file", 0)
    origin = origin_of(found)
    if origin is None:
        return
    other = target.resolve().parent / origin.words[0]
    if other.exists() and other.resolve() != home.resolve():
        raise OptionError(f"“{name}” shows another map, {origin.words[0]}; give this an output", 0)

"""What the file of a picture is to hold, and whether it does."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from argmap.document.reading import read_file
from argmap.errors import FileError
from argmap.picture_files.origin import Origin, origin_for, origin_of, with_origin
from argmap.picture_files.ownership import LARGEST
from argmap.picture_files.part_files import in_file
from argmap.planning import RenderOptions
from argmap.render.renderer import Picture, renderer_named

_SCALE = RenderOptions.scale
# What fonts have no part in.
_TEXTS = ("svg", "explorer")


class Wanted(NamedTuple):
    """What a file is to hold: `told` is the origin of a picture that fonts have a part in.

    `content` makes the file.
    """

    target: Path
    told: Origin | None
    content: Callable[[], bytes]

    def is_there(self) -> bool:
        """Return whether the file holds the picture."""
        found = content_of(self.target)
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
    if format in _TEXTS:
        usual = replace(options, scale=_SCALE)
        origin = origin_for(home, target=target, options=usual, notation=notation)
        content = with_origin(renderer_named(format).render(shown), origin)
        return Wanted(target, None, lambda: content)
    svg = renderer_named("svg").render(shown)
    leaves = shown.book.leaves[1:] if shown.book else ()
    pages = b"".join(renderer_named("svg").render(leaf.picture) for leaf in leaves)
    hashed = hashlib.sha256(svg + pages).hexdigest()[:16]
    origin = origin_for(home, target=target, options=options, notation=notation, drawing=hashed)
    return Wanted(target, origin, lambda: with_origin(renderer_named(format).render(shown), origin))


def content_of(target: Path) -> bytes | None:
    """Return what a file holds, None where it cannot be read as a picture."""
    try:
        # A link is one that was followed to the inside of the project.
        return read_file(target.resolve(), largest=LARGEST, only_regular=True)
    except FileError:
        return None

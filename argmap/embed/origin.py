"""What a picture says of where it comes from, so that a link to it can be kept current.

An SVG that is drawn into a file names its map, relative to itself, and the options, in a comment.
"""

import os
import re
from dataclasses import replace
from pathlib import Path

from argmap.embed.library import root_of
from argmap.embed.options import words_for, words_of
from argmap.pipeline import RenderOptions
from argmap.themes import THEME_NAMES

_END = b"</svg>\n"
_COMMENT = re.compile(rb"<!-- drawn by argmap from: ([^\r\n]+) -->\n</svg>\s*\Z")
# The comment is the last line of the picture.
_LONGEST = 8192


def with_origin(svg: bytes, *, map_file: Path, target: Path, options: RenderOptions) -> bytes:
    """Return the picture with its origin; unchanged where the map is in another project.

    `target` is the file that the picture is written to. So no path outside a project is told.
    """
    if options.theme not in (None, *THEME_NAMES):
        folder = map_file.resolve().parent
        options = replace(options, theme=_relative(Path(str(options.theme)), folder))
    words = [_relative(map_file, target.resolve().parent), *words_for(options)]
    told = " ".join(map(_quoted, words))
    inside = map_file.resolve().is_relative_to(root_of(target))
    if not inside or "--" in told or "\n" in told or not svg.endswith(_END):
        return svg
    return svg.removesuffix(_END) + f"<!-- drawn by argmap from: {told} -->\n".encode() + _END


def origin_of(svg: bytes) -> tuple[str, ...] | None:
    """Return the words that a picture was drawn from, the map first; None where it has none."""
    found = _COMMENT.search(svg[-_LONGEST:])
    if found is None:
        return None
    return tuple(word.text for word in words_of(found[1].decode("utf-8", "replace")))


def _relative(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path.resolve(), folder)).as_posix()


def _quoted(word: str) -> str:
    if not re.search(r"[\s\"']", word):
        return word
    return f"'{word}'" if '"' in word else f'"{word}"'

"""What a picture says of where it comes from, so that a link to it can be kept current.

A picture that is drawn into a file names its map, relative to itself, and the options: an SVG, an
explorer and a PDF in a comment, a PNG in a chunk of text. PNG and PDF differ with the fonts of a
machine; they say as well what was drawn, by a short hash of the SVG. Where no map can be named they
say only that argmap drew them.
"""

import os
import re
import zlib
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from argmap.planning import RenderOptions
from argmap.project import project_of
from argmap.settings.words import asking_for, words_of
from argmap.themes import THEME_NAMES

_SVG_END = b"</svg>\n"
_PAGE_END = b"</body>\n</html>\n"
_PDF_END = re.compile(rb"startxref\s+\d+\s+%%EOF\s*\Z")
_PNG_BEGINNING = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
_CHECKSUM = 4
_NO_ORIGIN = "drawn by argmap"
_TOLD = re.compile(rb"drawn by argmap (?:as (?P<drawing>[0-9a-f]{16}) )?from: (?P<words>[^\r\n]+)")
_IN_SVG = re.compile(rb"<!-- (" + _TOLD.pattern + rb") -->\r?\n</svg>\s*\Z")
_IN_PAGE = re.compile(rb"<!-- (" + _TOLD.pattern + rb") -->\r?\n</body>\r?\n</html>\s*\Z")
_IN_PDF = re.compile(rb"% (" + _TOLD.pattern + rb")\r?\n" + _PDF_END.pattern)
_IN_PNG = re.compile(rb"iTXtComment\0\0\0\0\0(" + _TOLD.pattern + rb")\Z")
_MARKED_PDF = re.compile(rb"% drawn by argmap\b[^\r\n]*\r?\n" + _PDF_END.pattern)
_MARKED_PNG = re.compile(rb"iTXtComment\0\0\0\0\0drawn by argmap\b[^\r\n]*\Z")
# The origin is at the end of a picture.
_LONGEST = 8192


class Origin(NamedTuple):
    """The words that a picture was drawn from, the map first, and a hash of what was drawn."""

    words: tuple[str, ...]
    drawing: str | None = None

    def told(self) -> str | None:
        """Return the origin in one line; None where a comment could not hold it.

        The bytes of a name that are no UTF-8 are surrogates in Python.
        """
        line = " ".join(map(_quoted, self.words))
        if re.search("--|[\r\n\ud800-\udfff]", line):
            return None
        drawing = f"as {self.drawing} " if self.drawing else ""
        return f"drawn by argmap {drawing}from: {line}"


def origin_for(
    map_file: Path,
    *,
    target: Path,
    options: RenderOptions,
    notation: str | None = None,
    drawing: str | None = None,
) -> Origin | None:
    """Return what a picture says that is written to the file `target`.

    None where the map is in another project, so that no path outside a project is told.
    """
    if not map_file.resolve().is_relative_to(project_of(target).root):
        return None
    if options.theme not in (None, *THEME_NAMES):
        folder = map_file.resolve().parent
        options = replace(options, theme=_relative(Path(str(options.theme)), folder))
    name = _relative(map_file, target.resolve().parent)
    words = (name, *((f"from={notation}",) if notation else ()), *asking_for(options))
    return Origin(words, drawing)


def with_origin(picture: bytes, origin: Origin | None) -> bytes:
    """Return the picture with its origin, or the mark that argmap drew it."""
    told = origin.told() if origin else None
    line = (told or _NO_ORIGIN).encode()
    if picture.startswith(_PNG_BEGINNING) and picture.endswith(_PNG_END):
        chunk = b"iTXtComment\0\0\0\0\0" + line
        length = (len(chunk) - 4).to_bytes(4, "big")
        checksum = zlib.crc32(chunk).to_bytes(_CHECKSUM, "big")
        return picture.removesuffix(_PNG_END) + length + chunk + checksum + _PNG_END
    if end := _PDF_END.search(picture[-_LONGEST:]):
        return picture.removesuffix(end.group()) + b"% " + line + b"\n" + end.group()
    # An SVG and a page have a mark at their beginning.
    for end_of_text in (_SVG_END, _PAGE_END):
        if told and picture.endswith(end_of_text):
            return picture.removesuffix(end_of_text) + b"<!-- " + line + b" -->\n" + end_of_text
    return picture


def origin_of(picture: bytes) -> Origin | None:
    """Return what a picture says of where it comes from; None where it says nothing."""
    end = picture[-_LONGEST:]
    if picture.startswith(_PNG_BEGINNING):
        found = _IN_PNG.search(end[: -len(_PNG_END) - _CHECKSUM])
    else:
        found = _IN_SVG.search(end) or _IN_PAGE.search(end) or _IN_PDF.search(end)
    if found is None:
        return None
    words = tuple(word.text for word in words_of(found["words"].decode("utf-8", "replace")))
    return Origin(words, found["drawing"].decode() if found["drawing"] else None)


def is_marked(picture: bytes) -> bool:
    """Return whether a PNG or a PDF says that argmap drew it."""
    end = picture[-_LONGEST:]
    if picture.startswith(_PNG_BEGINNING):
        return bool(_MARKED_PNG.search(end[: -len(_PNG_END) - _CHECKSUM]))
    return bool(_MARKED_PDF.search(end))


def _relative(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path.resolve(), folder)).as_posix()


def _quoted(word: str) -> str:
    if not re.search(r"[\s\"']", word):
        return word
    return f"'{word}'" if '"' in word else f'"{word}"'

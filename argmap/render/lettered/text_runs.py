"""A line in runs: pieces with one face that are read in one direction."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from argmap.drawing.wrap import clusters
from argmap.render.lettered.faces import Face, is_visible
from argmap.render.lettered.font_choice import FontChoice, east_asian_region
from argmap.render.lettered.reading_direction import levels

_JOINERS = "\u200c\u200d"
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")

# A text, its face, its level, and whether it is set apart from what follows.
_Piece = tuple[str, Face | None, int, bool]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line; a character that no font has is one without a face.

    `level` is odd where it is read leftwards. `shown` is what stands in the picture, `indent` how
    far to the right it begins, in units of the type size.
    """

    text: str
    face: Face | None
    level: int
    shown: str = ""
    indent: float = 0.0


def text_runs(
    line: str,
    *,
    fonts: FontChoice,
    bold: bool,
    italic: bool,
    language: str | None,
    right_to_left: bool = False,
) -> tuple[Run, ...]:
    """Return the runs of a line in the order of reading."""
    own = fonts.face(line, bold=bold, italic=italic, region="") if line.isascii() else None
    if own and not right_to_left:
        return (Run(line, own, 0, line),)
    region = "" if line.isascii() else east_asian_region(line, language=language)
    depths = [0] * len(line)
    if right_to_left or not line.isascii():
        depths = levels(line, right_to_left=right_to_left)

    def face_of(text: str) -> Face | None:
        return fonts.face(text, bold=bold, italic=italic, region=region)

    pieces = _pieces(line, depths, face_of)
    return tuple(_run(text, face, level) for text, face, level, _ in pieces)


def _pieces(
    line: str, depths: Sequence[int], face_of: Callable[[str], Face | None]
) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    for cluster in clusters(line):
        level = depths[at]
        at += len(cluster)
        visible = any(map(is_visible, cluster))
        # Within leftward text, what has no direction is set apart: at the edge of a run the
        # drawing program would take it for text that is read rightwards.
        weak = bool(level % 2) and visible and not _is_leftward(cluster)
        for part in (cluster,) if face_of(cluster) else filter(is_visible, cluster):
            before, last, depth, apart = pieces[-1] if pieces else ("", None, -1, False)
            face = face_of(part)
            # The space of a face of emoji is as wide as its pictures.
            if not visible and last and not last.coloured:
                face, weak = last, apart
            if face and (face, level, weak) == (last, depth, apart) and not (weak and visible):
                pieces[-1] = before + part, face, level, apart
            else:
                pieces.append((part, face, level, weak))
    return pieces


def _run(text: str, face: Face | None, level: int) -> Run:
    shown = "".join(_shown(text))
    if level % 2 == 0 or face is None:
        return Run(text, face, level, shown)
    # The space after leftward words is at their left; that before them at their right.
    spaces = len(text) - len(text.rstrip())
    indent = face.measure(text[len(text) - spaces :]) if spaces else 0.0
    if not any(map(_is_leftward, text)):
        shown = shown.translate(_MIRRORED)
    return Run(text, face, level, shown.lstrip(), indent)


def _shown(text: str) -> Iterator[str]:
    """Yield the characters that a font may have something for."""
    for character in text:
        if is_visible(character) or character in _JOINERS or character.isspace():
            yield character


def _is_leftward(cluster: str) -> bool:
    return unicodedata.bidirectional(cluster[0]) in ("R", "AL")

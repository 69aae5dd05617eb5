"""What a font file holds: its faces, the characters they have, and how wide text is in them.

This is the one door to HarfBuzz (`uharfbuzz`), which shapes the text of most browsers.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argmap.errors import MissingExtraError

REGULAR_WEIGHT, BOLD_WEIGHT = 400.0, 700.0
_INVISIBLE = ("Cc", "Cf", "Zl", "Zp", "Zs")
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face of a font file: a family upright or italic, regular or bold.

    `number` is its place in the file, `coverage` how many characters it has; `coloured` says
    whether it has pictures in colour, as faces of emoji do; `measure` returns how wide a text is,
    in units of the type size, `is_complex` whether some of its characters need several glyphs side
    by side, as in the scripts of India.
    """

    families: tuple[str, ...]
    file: Path
    number: int
    bold: bool
    italic: bool
    plain: bool
    coloured: bool
    coverage: int
    measure: Callable[[str], float]
    is_complex: Callable[[str], bool]
    has_character: Callable[[int], object]

    @property
    def family(self) -> str:
        """Return the name by which the face is asked for."""
        return self.families[0]

    def has(self, text: str) -> bool:
        """Return whether the face can show all of a text that is to be seen."""
        return any(
            all(self.has_character(ord(one)) is not None for one in form if is_visible(one))
            for form in (text, unicodedata.normalize("NFC", text))
        )


def is_visible(character: str) -> bool:
    """Return whether a character needs a glyph: not a space, a joiner or a variation selector."""
    if unicodedata.category(character) in _INVISIBLE:
        return False
    return not any(ord(character) in selectors for selectors in _VARIATION_SELECTORS)


def faces_of(files: Iterable[Path], *, format: str) -> Iterator[Face]:
    """Yield the faces of font files; a file that cannot be read, or holds no font, has none.

    Raises MissingExtraError, naming the extra `format`, where HarfBuzz is not installed.
    """
    try:
        import uharfbuzz
    except ImportError as error:
        raise MissingExtraError(
            f"{format.upper()} needs uharfbuzz, which is not installed: "
            f'pip install "argmap[{format}]"'
        ) from error
    for file in files:
        try:
            blob = uharfbuzz.Blob.from_file_path(str(file))
        except (OSError, uharfbuzz.HarfBuzzError):
            continue
        first = uharfbuzz.Face(blob, 0)
        for number in range(max(1, first.count)):
            face = first if number == 0 else uharfbuzz.Face(blob, number)
            if face.glyph_count:
                yield _face(face, file, number)


def _face(face: Any, file: Path, number: int) -> Face:
    import uharfbuzz

    names, tags = uharfbuzz.OTNameIdPredefined, uharfbuzz.StyleTag
    found = [face.get_name(names.TYPOGRAPHIC_FAMILY), face.get_name(names.FONT_FAMILY)]
    font = uharfbuzz.Font(face)
    weight, width = font.get_style_value(tags.WEIGHT), font.get_style_value(tags.WIDTH)
    return Face(
        families=tuple(dict.fromkeys(name for name in found if name and "'" not in name)) or ("",),
        file=file,
        number=number,
        bold=weight >= (REGULAR_WEIGHT + BOLD_WEIGHT) / 2,
        italic=font.get_style_value(tags.ITALIC) > 0,
        plain=weight in (REGULAR_WEIGHT, BOLD_WEIGHT) and width == 100.0,
        coloured=bool(face.has_color_png or face.has_color_layers or face.has_color_paint),
        coverage=len(face.unicodes),
        measure=lambda text: sum(advance for _, advance in _shaped(font, text)),
        is_complex=lambda text: _is_complex(_shaped(font, text)),
        has_character=font.get_nominal_glyph,
    )


def _shaped(font: Any, text: str) -> list[tuple[int, float]]:
    """Return for each glyph of a text which character it belongs to, and how far it goes on."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    size = float(font.face.upem)
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=False)
    return [(info.cluster, position.x_advance / size) for info, position in glyphs]


def _is_complex(glyphs: list[tuple[int, float]]) -> bool:
    moving = [character for character, advance in glyphs if advance]
    return len(set(moving)) < len(moving)

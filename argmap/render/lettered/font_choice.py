"""Which face shows which character: the theme's own first, then the best that this machine has.

Only what the theme's face lacks is looked for elsewhere. What is chosen depends on the fonts of
the machine and on nothing else.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from argmap.errors import FontError
from argmap.render.lettered.faces import Face, faces_of

# What a generic name stands for, the best first; the first three of each are as wide as Arial,
# Times and Courier.
GENERIC = {
    "sans-serif": ("Arial", "Liberation Sans", "Arimo", "Helvetica", "Noto Sans", "DejaVu Sans"),
    "serif": ("Times New Roman", "Liberation Serif", "Tinos", "Times", "Noto Serif"),
    "monospace": ("Courier New", "Liberation Mono", "Cousine", "Courier", "DejaVu Sans Mono"),
}
LETTERS = "Aa"
_REGIONAL = range(0x1F1E6, 0x1F200)
_PICTOGRAPHS = range(0x1F300, 0x1FB00)
_AS_TEXT, _AS_PICTURE, _KEYCAP = "\ufe0e", "\ufe0f", "\u20e3"
# Ideographs look a little different in China, Taiwan, Japan and Korea; faces for all of them say
# in their name for whom they are.
_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH")
_REGIONS = {"zh": "SC", "zh-hant": "TC", "zh-tw": "TC", "zh-hk": "HK", "ja": "JP", "ko": "KR"}
_EAST_ASIAN_NAMES = ("cjk", "han", "yahei", "gothic", "pingfang", "hiragino", "simsun", "malgun")

Styles = dict[tuple[bool, bool], Face]


class FontChoice:
    """The fonts of a machine, as far as a picture needs them."""

    def __init__(self, files: Sequence[Path], *, families: Sequence[str], format: str) -> None:
        """Find the theme's own face among font files.

        Raises FontError where no file holds a font with letters, MissingExtraError where the
        library is missing that reads them.
        """
        self._files, self._format = files, format
        self._everything: dict[str, Styles] | None = None
        self._found: dict[tuple[str, bool, bool, str], Face | None] = {}
        self._own = self._theme_family(list(_wanted(families)))

    def face(self, cluster: str, *, bold: bool, italic: bool, region: str) -> Face | None:
        """Return the face for a character with its marks, or None if no font has it.

        `region` is that of east_asian_region.
        """
        picture = is_picture(cluster)
        if not picture:
            own = _styled(self._own, bold, italic)
            if own.has(cluster):
                return own
        key = cluster, bold, italic, region
        if key not in self._found:
            self._found[key] = next(self._others(cluster, bold, italic, region), None)
        return self._found[key]

    def has_any(self, characters: Iterable[str]) -> bool:
        """Return whether some font has one of the characters."""
        return any(
            face.has(one)
            for one in characters
            for styles in self._families().values()
            for face in styles.values()
        )

    def _others(self, cluster: str, bold: bool, italic: bool, region: str) -> Iterator[Face]:
        script = script_word(cluster)
        families = self._families()
        for name in sorted(families, key=lambda name: _rank(families[name], name, script, region)):
            for wanted in ((bold, italic), (bold, False), (False, italic), (False, False)):
                face = _styled(families[name], *wanted)
                if face.has(cluster):
                    yield face

    def _theme_family(self, names: list[str]) -> Styles:
        """Return the first family of those names that has letters, or else the plainest."""
        # Most faces lie in files that are named after them; so the others need not be opened.
        hints = [name.lower().replace(" ", "") for name in names]
        likely = [file for file in self._files if any(hint in _squeezed(file) for hint in hints)]
        found = _first_of(names, _by_family(faces_of(likely, format=self._format)))
        found = found or _first_of(names, self._families())
        if found:
            return found
        lettered = {name: s for name, s in self._families().items() if _has_letters(s)}
        if not lettered:
            raise FontError(
                "no font was found on this machine; install one, such as Liberation Sans, "
                "or draw SVG"
            )
        return min(lettered.items(), key=lambda item: _rank(item[1], item[0], "", ""))[1]

    def _families(self) -> dict[str, Styles]:
        if self._everything is None:
            self._everything = _by_family(faces_of(self._files, format=self._format))
        return self._everything


def is_picture(cluster: str) -> bool:
    """Return whether a character with its marks is an emoji: a picture, often in colour."""
    if _AS_TEXT in cluster:
        return False
    first = ord(cluster[0])
    drawn = first in _REGIONAL or first in _PICTOGRAPHS
    return drawn or _AS_PICTURE in cluster or _KEYCAP in cluster


def script_word(cluster: str) -> str:
    """Return the first word of the Unicode name of a character, most often that of its script."""
    return "EMOJI" if is_picture(cluster) else unicodedata.name(cluster[0], "").partition(" ")[0]


def is_east_asian(script: str) -> bool:
    """Return whether a script_word is Chinese, Japanese or Korean."""
    return script.partition("-")[0] in _EAST_ASIAN


def east_asian_region(line: str, *, language: str | None) -> str:
    """Return which East Asian shapes of characters a line wants: SC, TC, HK, JP or KR."""
    words = {script_word(character) for character in line if not character.isascii()}
    if words & {"HIRAGANA", "KATAKANA"}:
        return "JP"
    if "HANGUL" in words:
        return "KR"
    tag = (language or "").lower().replace("_", "-")
    return _REGIONS.get(tag) or _REGIONS.get(tag.partition("-")[0]) or "SC"


def _wanted(families: Sequence[str]) -> Iterator[str]:
    for name in (*families, "sans-serif"):
        yield from GENERIC.get(name.lower(), (name,))


def _first_of(names: Iterable[str], families: dict[str, Styles]) -> Styles | None:
    by_name = {name.lower(): styles for name, styles in families.items()}
    known = (by_name.get(name.lower()) for name in names)
    return next((styles for styles in known if styles and _has_letters(styles)), None)


def _has_letters(styles: Styles) -> bool:
    return _styled(styles, False, False).has(LETTERS)


def _squeezed(file: Path) -> str:
    return file.stem.lower().replace(" ", "").replace("-", "").replace("_", "")


def _by_family(faces: Iterable[Face]) -> dict[str, Styles]:
    """Return faces by family and style; of two that claim the same place, the richer one."""
    families: dict[str, Styles] = {}
    for face in faces:
        for name in face.families:
            styles = families.setdefault(name, {})
            key = face.bold, face.italic
            other = styles.get(key)
            if other is None or (face.plain, face.coverage) > (other.plain, other.coverage):
                styles[key] = face
    return families


def _styled(styles: Styles, bold: bool, italic: bool) -> Face:
    wanted = (bold, italic), (bold, not italic), (not bold, italic), (not bold, not italic)
    return next(styles[key] for key in wanted if key in styles)


def _rank(styles: Styles, name: str, script: str, region: str) -> tuple[object, ...]:
    """Return how late a family is tried: first what is made for the script, then plain faces."""
    lower = name.lower()
    face = _styled(styles, False, False)
    made_for_it = bool(script) and script.lower() in lower
    if script == "EMOJI":
        made_for_it = face.coloured and "emoji" in lower
    elif is_east_asian(script):
        made_for_it = any(word in lower for word in _EAST_ASIAN_NAMES)
    return (
        not made_for_it,
        face.coloured and script != "EMOJI",
        not face.plain,
        any(word in lower for word in ("mono", "serif", "condensed", "unjoined", "display")),
        not lower.startswith("noto sans"),
        bool(region) and not lower.endswith(f" {region.lower()}"),
        len(name),
        name,
    )

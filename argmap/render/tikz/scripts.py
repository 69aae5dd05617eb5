"""Which letters a map has, as far as programs of TeX differ in what they have letters for."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from argmap.render.scene.things import Scene
from argmap.render.tikz.signs import SIGNS

# What pdfLaTeX has letters for: those of Western and Central European languages.
_OF_PDFLATEX = frozenset(
    "“”„‘’‚–—…•‹›†‡‰€™"
    + "".join(SIGNS)
    + "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0xA0, 0x17F)))
) - frozenset("ĦħĿŀŉŦŧĸſ")
# The first letter of each stretch, and the face that has it; those of argmap's themes have more.
_STRETCHES = (
    (0x0000, None),
    (0x0530, "Armenian"),
    (0x0590, "Hebrew"),
    (0x0600, "Arabic"),
    (0x0780, "Symbols2"),
    (0x0900, "Devanagari"),
    (0x0980, "Bengali"),
    (0x0A00, "Gurmukhi"),
    (0x0A80, "Gujarati"),
    (0x0B00, "Oriya"),
    (0x0B80, "Tamil"),
    (0x0C00, "Telugu"),
    (0x0C80, "Kannada"),
    (0x0D00, "Malayalam"),
    (0x0D80, "Sinhala"),
    (0x0E00, "Thai"),
    (0x0E80, "Lao"),
    (0x0F00, "Symbols2"),
    (0x10A0, "Georgian"),
    (0x1100, "CJK"),
    (0x1200, "Ethiopic"),
    (0x13A0, "Symbols2"),
    (0x1E00, None),
    (0x2190, "Math"),
    (0x2460, "Symbols2"),
    (0x2600, "Emoji"),
    (0x27C0, "Math"),
    (0x2B00, "Symbols2"),
    (0x2E80, "CJK"),
    (0xA000, "Symbols2"),
    (0xAC00, "CJK"),
    (0xD7B0, "Symbols2"),
    (0xF900, "CJK"),
    (0xFB00, None),
    (0xFB1D, "Hebrew"),
    (0xFB50, "Arabic"),
    (0xFE00, None),
    (0xFE70, "Arabic"),
    (0xFEFF, None),
    (0xFF00, "CJK"),
    (0xFFF0, None),
    (0x10000, "Symbols2"),
    (0x1D400, "Math"),
    (0x1F000, "Emoji"),
    (0x20000, "CJK"),
)
_STARTS = [start for start, _ in _STRETCHES]
_NAMES = {"Emoji": "Noto Color Emoji", "CJK": "Noto Sans CJK SC"}
_CJK = {"ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR", "zh-tw": "Noto Sans CJK TC"}
_FEATURES = {
    "Hebrew": "script=hebr;",
    "Arabic": "mode=harf;script=arab;",
    "Georgian": "script=geor;",
    "Armenian": "script=armn;",
    "Thai": "script=thai;",
    "CJK": "",
    "Math": "",
    "Symbols2": "",
}


class Needs(NamedTuple):
    """What the words of a picture ask of TeX.

    `unicode` letters are more than pdfLaTeX has; `faces` are those for other scripts, with their
    features. `leftwards` says that there is a paragraph that is read so.
    """

    unicode: bool
    faces: tuple[tuple[str, str], ...]
    leftwards: bool


def needs_of(scene: Scene) -> Needs:
    """Return what the words of a scene need."""
    letters = frozenset().union(*_texts(scene))
    scripts = {_script(letter) for letter in letters.difference(SIGNS)} - {None}
    faces = tuple(
        (_face(script, scene.language), _FEATURES.get(script, "mode=harf;"))
        for script in sorted(filter(None, scripts))
    )
    return Needs(not _OF_PDFLATEX.issuperset(letters), faces, _is_leftwards(scene))


def _script(letter: str) -> str | None:
    return _STRETCHES[bisect_right(_STARTS, ord(letter)) - 1][1]


def _face(script: str, language: str | None) -> str:
    tag = (language or "").lower().replace("_", "-")
    if script == "CJK":
        return _CJK.get(tag, _CJK.get(tag.split("-")[0], _NAMES["CJK"]))
    return _NAMES.get(script, f"Noto Sans {script}")


def _texts(scene: Scene) -> Iterator[str]:
    for panel in (*scene.grounds, *scene.panels):
        for paragraph in panel.paragraphs:
            for run in paragraph.runs:
                yield run.words


def _is_leftwards(scene: Scene) -> bool:
    panels = (*scene.grounds, *scene.panels)
    return any(paragraph.leftwards for panel in panels for paragraph in panel.paragraphs)

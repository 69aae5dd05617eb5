"""What to say of text that no font of a machine can show: scripts where it can, else characters."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from argmap.render.lettered.font_choice import is_picture

MOST_NAMED = 5
# What lies near a letter is mostly of its script: enough of it to see whether a font knows that.
NEIGHBOURS = 64
# In words, as in “Old South Arabian”; what is longer is not the name of a script alone.
LONGEST_NAME = 3
_EAST_ASIAN_FONT = "Noto Sans CJK"
# Scripts with a plainer name than their own, a font, and letters that every font for them has.
_KNOWN = {
    "EMOJI": ("emoji", "Noto Color Emoji", "😀👍🌍"),
    "CJK": ("Chinese characters", _EAST_ASIAN_FONT, "一中人"),
    "HIRAGANA": ("Japanese letters", _EAST_ASIAN_FONT, "あのは"),
    "KATAKANA": ("Japanese letters", _EAST_ASIAN_FONT, "アノハ"),
    "HANGUL": ("Korean letters", _EAST_ASIAN_FONT, "가한다"),
    "LATIN": ("Latin letters", "Noto Sans", "éßš"),
    "GREEK": ("Greek letters", "Noto Sans", "αβγ"),
    "CYRILLIC": ("Cyrillic letters", "Noto Sans", "абв"),
}
_END_OF_SCRIPT = re.compile(
    r"[ -](UNIFIED|COMPATIBILITY|CAPITAL|SMALL|LETTER|SYLLABLE|SYLLABICS|VOWEL|SIGN|MARK|DIGIT|"
    r"LIGATURE|INDEPENDENT|CONSONANT|IDEOGRAPH|HIEROGLYPH|EXTENDED).*"
)


def complaint_about(clusters: Sequence[str], *, has_any: Callable[[Iterable[str]], bool]) -> str:
    """Return a sentence about characters without a font, and what to do about them.

    `has_any` says whether some font has one of the characters it is given.
    """
    scripts: dict[str, str] = {}
    alone: dict[str, None] = {}
    for cluster in clusters:
        script = script_of(cluster)
        if script in scripts:
            continue
        _, _, letters = _KNOWN.get(script, ("", "", _neighbours(cluster)))
        if script and not has_any(letters):
            scripts[script] = cluster
        else:
            alone[cluster] = None
    whats = [_words(script)[0] for script in scripts]
    fonts = dict.fromkeys(_words(script)[1] for script in scripts)
    if alone:
        whats.append(_characters(list(alone)))
    what = " or ".join(dict.fromkeys(whats))
    fewer = "install one" if len(fonts) < 2 else "install some"
    advice = f"{fewer}, such as {' and '.join(fonts)}, or" if fonts else "replace them, or"
    return f"no font on this machine has {what}; {advice} draw SVG"


def script_of(cluster: str) -> str:
    """Return the script of a letter in capitals, as in its Unicode name; "" for what is none."""
    if is_picture(cluster):
        return "EMOJI"
    if unicodedata.category(cluster[0])[0] not in "LMN":
        return ""
    words = _END_OF_SCRIPT.sub("", unicodedata.name(cluster[0], "")).split()
    return " ".join(words if len(words) <= LONGEST_NAME else words[:1])


def _words(script: str) -> tuple[str, str]:
    """Return what the letters of a script are called, and the name of a font for them."""
    name = script.title()
    words, font, _ = _KNOWN.get(script, (f"{name} letters", f"Noto Sans {name}", ""))
    return words, font


def _neighbours(cluster: str) -> str:
    code, script = ord(cluster[0]), script_of(cluster)
    near = map(chr, range(max(0, code - NEIGHBOURS), min(0x110000, code + NEIGHBOURS)))
    return "".join(one for one in near if script_of(one) == script)


def _characters(clusters: Sequence[str]) -> str:
    shown = ", ".join(f"“{one}” (U+{ord(one[0]):04X})" for one in clusters[:MOST_NAMED])
    more = f" and {len(clusters) - MOST_NAMED} more" if len(clusters) > MOST_NAMED else ""
    return f"the character{'' if len(clusters) == 1 else 's'} {shown}{more}"

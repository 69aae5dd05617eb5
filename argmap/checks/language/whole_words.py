"""Where a text may be divided without breaking a word or a number."""

import re
import unicodedata

# How a folded text shows a hyphen inside of a word, and the sign of a negative number.
HYPHEN, SIGN = "\u2010", "\u2212"
_IN_NUMBERS = ".,:'·٫٬"
# Han with its extensions, kana and bopomofo, Thai, Lao, Tibetan, Burmese, Khmer: no spaces divide
# their words.
_WITHOUT_SPACES = re.compile(
    "[\u2e80-\u2fdf\u3005-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff"
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff]"
)
_GROUP_ENDS = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})*\Z")
_GROUP_BEGINS = re.compile(r"\d{3}(?!\d)")
# What follows the apostrophe where a whole word stands before it, as in “it’s”, but not in “can’t”.
_CLITIC = re.compile(r"'(?:s|re|ll|ve|d|m)(?!\w)", re.IGNORECASE)
# What follows it and is no word itself.
_ENDING = re.compile(r"'(?:s|re|ll|ve|d|m|t)(?![\w'])", re.IGNORECASE)
_LATIN = re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_LONGEST_GROUPS = 32


def divides(text: str, place: int) -> bool:
    """Return whether a word or number goes on from before `place` to behind it.

    `text` is folded, with one kind of apostrophe and of space; HYPHEN and SIGN stand in it for
    themselves. In scripts that put no spaces between words only marks and numbers hold together.
    """
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if _is_mark(after):
        return True
    if _is_word(before) and _is_word(after):
        if before.isdecimal() and after.isdecimal():
            return True
        return not (_WITHOUT_SPACES.match(before) or _WITHOUT_SPACES.match(after))
    if before == HYPHEN or after == HYPHEN:
        at = place - 1 if before == HYPHEN else place
        # A range such as 1990-1995 has two numbers.
        return not (text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal())
    if before == SIGN:
        return True
    return _divides_number(text, place) or _divides_at_apostrophe(text, place)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the shortest stretch around `start` and `end` that divides no word or number."""
    while divides(text, start):
        start -= 1
    while divides(text, end) or (end > start and _is_elided(text, end)):
        end += 1
    return start, end


def _divides_number(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after in _IN_NUMBERS and before.isdecimal():
        return text[place + 1 : place + 2].isdecimal()
    if before in _IN_NUMBERS and after.isdecimal():
        return text[place - 2 : place - 1].isdecimal()
    if " " not in (before, after):
        return False
    # Spaces divide 12 000 into groups.
    space = place - 1 if before == " " else place
    ahead = text[max(0, space - _LONGEST_GROUPS) : space]
    return bool(_GROUP_BEGINS.match(text, space + 1) and _GROUP_ENDS.search(ahead))


def _divides_at_apostrophe(text: str, place: int) -> bool:
    if text[place] == "'" and text[place - 1].isalpha():
        return text[place + 1 : place + 2].isalpha() and not _CLITIC.match(text, place)
    if text[place - 1] == "'" and text[place].isalpha():
        # “homme” is a word of “l’homme”; in Ukrainian the apostrophe stands within a word.
        first = text[place - 2 : place - 1]
        return first.isalpha() and bool(not _LATIN.match(first) or _ENDING.match(text, place - 1))
    return False


def _is_elided(text: str, place: int) -> bool:
    """Return whether a word before `place` has lost its end to the word behind, as in “l’homme”."""
    return (
        text[place - 1] == "'"
        and text[place - 2 : place - 1].isalpha()
        and text[place : place + 1].isalpha()
    )


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_" or _is_mark(character)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")

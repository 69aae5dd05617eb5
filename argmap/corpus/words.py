"""Texts as the words by which they are found, in any script.

A word is without case and marks on letters, as “Süd” is “sud”, “Łódź” “lodz” and “ёлка” “елка”.
Scripts that leave no spaces between words have each character as a word, and a row of them is found
as a phrase.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Han, kana, and the scripts of South-East Asia that are written without spaces.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u2e80-\u2fdf\u3005-\u3007"
    "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
_MARKS = "".join(c for c in map(chr, range(0x300, 0x20000)) if unicodedata.category(c)[0] == "M")
_ROW = re.compile(rf"[^\W_{_MARKS}](?:[^\W_]|[{_MARKS}])*|[{_MARKS}]+")
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^{_UNSPACED}]+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
# Classes of marks without which a word is the same: accents, the points of Hebrew and Arabic, and
# what makes a letter of Devanagari another sound. Vowels and the marks of kana have others.
_NUKTA, _POINTS, _ACCENTS = 7, range(10, 37), 200
# Letters with a stroke and joined ones, which Unicode does not take apart. An explorer's search has
# the same.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t"}
    | {"æ": "ae", "œ": "oe", "þ": "th", "ŋ": "ng"}
)
_UNSPACED_CHARACTER = re.compile(f"[{_UNSPACED}]")


class Word(NamedTuple):
    """A word as it is looked for, and where it stands in a text.

    `runs_on` says that it is a character of a script without spaces.
    """

    folded: str
    start: int
    end: int
    runs_on: bool = False


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text in their order."""
    for row in _ROW.finditer(text):
        for found in _TOKEN.finditer(text, row.start(), row.end()):
            folded = _folded(found[0])
            if folded:
                runs_on = _UNSPACED_CHARACTER.match(found[0]) is not None
                yield Word(folded, found.start(), found.end(), runs_on)


def folded(text: str) -> str:
    """Return all words of a text, with a space between them."""
    if text.isascii():
        return " ".join(_ASCII_WORD.findall(text.lower()))
    return " ".join([word.folded for word in words_in(text)])


@lru_cache(maxsize=50_000)
def _folded(token: str) -> str:
    if token.isascii():
        return token.lower()
    plain = unicodedata.normalize("NFKD", token.casefold())
    bare = "".join(c for c in plain if _counts(c))
    return unicodedata.normalize("NFC", bare.casefold().translate(_PLAIN))


def _counts(character: str) -> bool:
    kind = unicodedata.combining(character)
    if kind == _NUKTA or kind in _POINTS or kind >= _ACCENTS:
        return False
    return character.isalnum() or unicodedata.category(character)[0] == "M"

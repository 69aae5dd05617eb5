"""From which side a paragraph is read: the Unicode Bidirectional Algorithm (UAX 9), P2 and P3."""

import unicodedata
from collections.abc import Sequence

# “First strong isolate” and its end: what is between them has no part in the order around it.
ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
# A mark without a width, at the begin of a line that is read from left to right whatever it holds.
LEFT_TO_RIGHT = "\u200e"


def is_right_to_left(lines: Sequence[str]) -> bool:
    """Return whether the first letter that has a direction is read leftwards (rules P2, P3)."""
    for line in lines:
        if line.isascii():
            kinds = ["L"] if any(map(str.isalpha, line)) else []
        else:
            kinds = [unicodedata.bidirectional(character) for character in line]
        for kind in kinds:
            if kind in ("L", "R", "AL"):
                return kind != "L"
    return False


def isolated(words: str, *, within: Sequence[str] = ()) -> str:
    """Return words so that they keep their order in a paragraph that is read the other way.

    `within` is what decides how the paragraph is read; without it, that is from left to right.
    """
    if is_right_to_left([words]) == is_right_to_left(within):
        return words
    return f"{ISOLATE}{words}{END_OF_ISOLATE}" if any(map(str.isalpha, words)) else words

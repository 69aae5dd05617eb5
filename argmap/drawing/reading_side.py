"""From which side a paragraph is read: the Unicode Bidirectional Algorithm (UAX 9), P2 and P3."""

import unicodedata
from collections.abc import Sequence


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

"""How alike two texts are, by the pieces of their words."""

import unicodedata
from functools import lru_cache

from argmap.checks.language.sameness import FINAL_MARKS

_PIECE = 3


def folded(text: str) -> str:
    """Return a text by which it is the same as others: without case, breaks and final marks."""
    plain = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return plain.rstrip(FINAL_MARKS) or plain


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1: the share of pieces of words that they share.

    This is the coefficient of Dice 1945 over runs of three characters, so that an ending or a
    letter makes little difference, and the order of words hardly any.
    """
    first, second = _pieces(one), _pieces(other)
    whole = len(first) + len(second)
    return 2 * len(first & second) / whole if whole else 1.0


@lru_cache(maxsize=20_000)
def _pieces(text: str) -> frozenset[str]:
    padded = f" {folded(text)} "
    return frozenset(padded[n : n + _PIECE] for n in range(len(padded) - _PIECE + 1))

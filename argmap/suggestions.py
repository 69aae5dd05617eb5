"""“Did you mean …?”: the nearest of the words that would have been right."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from argmap.values import printable

CUTOFF = 0.6
_LONGEST_WORD = 64
_MOST_CANDIDATES = 1000


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `word`, or None where none is like it.

    Likeness is the ratio of Ratcliff and Obershelp, as `difflib` computes it; case does not
    count. Of many candidates only those that begin alike are looked at, so the answer is quick.
    """
    if not 0 < len(word) <= _LONGEST_WORD:
        return None
    wanted = word.casefold()
    likely = [c for c in candidates if _could_match(len(wanted), len(c))]
    if len(likely) > _MOST_CANDIDATES:
        likely = [c for c in likely if c[:2].casefold() == wanted[:2]][:_MOST_CANDIDATES]
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, best_ratio = None, CUTOFF
    for candidate in likely:
        matcher.set_seq1(candidate.casefold())
        if matcher.quick_ratio() < best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio or (best is None and ratio == best_ratio):
            best, best_ratio = candidate, ratio
    return best


def _could_match(length: int, other: int) -> bool:
    return other <= _LONGEST_WORD and 2 * min(length, other) >= CUTOFF * (length + other)


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return `; did you mean “…”?` to put at the end of a message, or nothing."""
    found = nearest(word, candidates)
    return f"; did you mean “{printable(found)}”?" if found else ""

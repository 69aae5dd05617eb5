"""“Did you mean …?”: the nearest of the words that would have been right."""

from collections.abc import Iterable

from argmap.values import printable

CUTOFF = 0.6
# A candidate that is this much nearer than all others is the one that is meant.
DISTANCE = 0.1
_LONGEST_WORD = 64
_MOST_CANDIDATES = 1000


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `word`, or None where none is like it.

    Likeness is the ratio of Ratcliff and Obershelp, as `difflib` computes it; case does not
    count. Of many candidates only those that begin alike are looked at, so the answer is quick.
    """
    found = _likeness(word, candidates)
    return found[0][0] if found else None


def only_near(word: str, candidates: Iterable[str]) -> str | None:
    """Return the nearest of the candidates where no other is about as near, else None."""
    found = _likeness(word, dict.fromkeys(candidates))
    if not found or (len(found) > 1 and found[1][1] > found[0][1] - DISTANCE):
        return None
    return found[0][0]


def _likeness(word: str, candidates: Iterable[str]) -> list[tuple[str, float]]:
    """Return the candidates that are like a word, and how much; the nearest first."""
    if not 0 < len(word) <= _LONGEST_WORD:
        return []
    wanted = word.casefold()
    likely = [c for c in candidates if _could_match(len(wanted), len(c))]
    if len(likely) > _MOST_CANDIDATES:
        likely = [c for c in likely if c[:2].casefold() == wanted[:2]][:_MOST_CANDIDATES]
    # Only where something is wrong.
    from difflib import SequenceMatcher

    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    found: list[tuple[str, float]] = []
    least = CUTOFF
    for candidate in likely:
        matcher.set_seq1(candidate.casefold())
        if matcher.quick_ratio() < least:
            continue
        ratio = matcher.ratio()
        if ratio >= least:
            found.append((candidate, ratio))
            least = max(least, ratio - DISTANCE)
    # Of two that are as near, the first given comes first.
    return sorted(found, key=lambda one: -one[1])


def _could_match(length: int, other: int) -> bool:
    return other <= _LONGEST_WORD and 2 * min(length, other) >= CUTOFF * (length + other)


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return `; did you mean “…”?` to put at the end of a message, or nothing."""
    found = nearest(word, candidates)
    return f"; did you mean “{printable(found)}”?" if found else ""

"""Which way text is read: the Unicode Bidirectional Algorithm (UAX 9), as a line needs it."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

_NEUTRAL = ("B", "S", "WS", "ON")
_NUMBERS = ("EN", "AN")
# What has no direction of its own and goes with the character before it.
_FOLLOWERS = ("NSM", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def levels(line: str, *, right_to_left: bool = False) -> list[int]:
    """Return the embedding level of each character of a line: odd ones are read leftwards.

    `right_to_left` says so of the paragraph. Explicit embeddings and pairs of brackets (rules X
    and N0) are left out.
    """
    base = int(right_to_left)
    kinds = _weak(line, "R" if right_to_left else "L")
    _neutral(kinds, "R" if right_to_left else "L")
    rises = {"L": (0, 1), "R": (1, 0), "EN": (2, 1), "AN": (2, 1)}
    found = [base + rises[kind][base] for kind in kinds]
    for at in range(len(line) - 1, -1, -1):
        if not line[at].isspace():
            break
        found[at] = base
    return found


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """Return the numbers of the runs of a line from left to right (rule L2)."""
    order = list(range(len(run_levels)))
    odd = [level for level in run_levels if level % 2]
    for lowest in range(max(run_levels, default=0), min(odd, default=1) - 1, -1):
        turned: list[int] = []
        for deep, part in groupby(order, key=lambda number: run_levels[number] >= lowest):
            numbers = list(part)
            turned += numbers[::-1] if deep else numbers
        order = turned
    return order


def _weak(line: str, start: str) -> list[str]:
    """Return the kinds of the characters after rules W1 to W7, for a line after a `start`."""
    kinds: list[str] = []
    strong = start
    for character in line:
        kind = unicodedata.bidirectional(character) or "L"
        if kind in _FOLLOWERS:
            kind = kinds[-1] if kinds else start
        elif kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        kinds.append(kind)
    for at in range(1, len(kinds) - 1):
        before, after = kinds[at - 1], kinds[at + 1]
        if before == after and (
            (kinds[at] == "CS" and before in _NUMBERS) or (kinds[at] == "ES" and before == "EN")
        ):
            kinds[at] = before
    at = 0
    for kind, part in groupby(list(kinds)):
        end = at + len(list(part))
        if kind == "ET":
            beside = "EN" in (kinds[at - 1] if at else "", kinds[end] if end < len(kinds) else "")
            kinds[at:end] = ["EN" if beside else "ON"] * (end - at)
        at = end
    strong = start
    for at, kind in enumerate(kinds):
        if kind == "AL":
            kinds[at] = "R"
        elif kind in ("ES", "CS"):
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
        if kinds[at] in ("L", "R"):
            strong = kinds[at]
    return kinds


def _neutral(kinds: list[str], base: str) -> None:
    """Give what has no direction that of both its sides, or of the paragraph (rules N1, N2)."""
    sides = [base, *("R" if kind in _NUMBERS else kind for kind in kinds), base]
    at = 0
    for neutral, part in groupby(list(kinds), key=lambda kind: kind in _NEUTRAL):
        end = at + len(list(part))
        if neutral:
            before, after = sides[at], sides[end + 1]
            kinds[at:end] = [before if before == after else base] * (end - at)
        at = end

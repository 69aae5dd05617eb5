"""Places across the flow for nodes whose order in each rank is settled: near what they bear on.

Each node wishes to stand in the middle of its family, and each member of a family in its place
around its parent. Rank by rank, inwards and outwards in turn, the places nearest to all wishes are
taken that keep the order and the gaps. For one rank that is isotonic regression, which pooling
adjacent violators solves in linear time (Ayer, Brunk, Ewing, Reid and Silverman 1955); that ranks
are taken in turn is the way of layered drawings (Sugiyama, Tagawa and Toda 1981).
"""

from collections.abc import Sequence
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from argmap.layout.clock import Clock

# A node without a family stays where it is, unless others push.
LIGHT = 0.05
# Nodes that move apart by less stand still, in pixels; a picture shows a tenth of one.
STILL = 1e-6


class Ranks(NamedTuple):
    """The nodes of a forest by rank, in order; numbers are those of the lists.

    `offsets` are for each rank how far its nodes stand from its first one where they stand closest.
    """

    members: Sequence[Sequence[int]]
    offsets: Sequence[Sequence[float]]
    families: Sequence[Sequence[int]]
    parents: Sequence[int]


def settled(ranks: Ranks, *, rounds: int, clock: Clock) -> list[float]:
    """Return the middle of each node, after so many rounds or as soon as all wishes are met.

    Raises LayoutLimitError where the clock runs out.
    """
    places = [0.0] * len(ranks.parents)
    for members, offsets in zip(ranks.members, ranks.offsets, strict=True):
        for node, offset in zip(members, offsets, strict=True):
            places[node] = offset - offsets[-1] / 2
    if len(ranks.members) < 2:
        return places
    around = _around_parents(ranks)
    for _ in clock.over(range(rounds), look=1):
        before = places.copy()
        _inwards(ranks, places)
        _outwards(ranks, around, places)
        moves = list(map(sub, places, before))
        if max(moves) - min(moves) < STILL:
            # All moved alike, as a whole, and so they would in each round to come.
            break
    _inwards(ranks, places)
    return places


def _outwards(ranks: Ranks, around: Sequence[float], places: list[float]) -> None:
    roots = ranks.members[0]
    # Trees stand side by side as if they had one parent.
    parent_of_roots = (places[roots[0]] + places[roots[-1]]) / 2
    for members, offsets in zip(ranks.members, ranks.offsets, strict=True):
        wishes = []
        for node in members:
            parent = ranks.parents[node]
            wishes.append((places[parent] if parent >= 0 else parent_of_roots) + around[node])
        _settle(members, offsets, wishes, [1.0] * len(members), places)


def _inwards(ranks: Ranks, places: list[float]) -> None:
    for number in range(len(ranks.members) - 2, -1, -1):
        members = ranks.members[number]
        wishes, weights = [], []
        for node in members:
            family = ranks.families[node]
            if family:
                wishes.append((places[family[0]] + places[family[-1]]) / 2)
                weights.append(float(len(family)))
            else:
                wishes.append(places[node])
                weights.append(LIGHT)
        _settle(members, ranks.offsets[number], wishes, weights, places)


def _around_parents(ranks: Ranks) -> list[float]:
    """Return how far from its parent each node stands where its family stands closest."""
    closest = [0.0] * len(ranks.parents)
    for members, offsets in zip(ranks.members, ranks.offsets, strict=True):
        for node, offset in zip(members, offsets, strict=True):
            closest[node] = offset
    around = [0.0] * len(ranks.parents)
    for family in (ranks.members[0], *ranks.families):
        if family:
            middle = (closest[family[0]] + closest[family[-1]]) / 2
            for node in family:
                around[node] = closest[node] - middle
    return around


def _settle(
    members: Sequence[int],
    offsets: Sequence[float],
    wishes: Sequence[float],
    weights: Sequence[float],
    places: list[float],
) -> None:
    """Give the nodes of a rank the places nearest to their wishes that keep order and gaps."""
    start = 0
    for place, count in _pooled(wishes, offsets, weights):
        for number in range(start, start + count):
            places[members[number]] = place + offsets[number]
        start += count


def _pooled(
    wishes: Sequence[float], offsets: Sequence[float], weights: Sequence[float]
) -> list[tuple[float, int]]:
    """Return blocks of nodes that stand closest, with the place of each block and their number."""
    pools: list[tuple[float, float, int]] = []
    for wish, offset, weight in zip(wishes, offsets, weights, strict=True):
        value, total, count = wish - offset, weight, 1
        while pools and pools[-1][0] > value:
            before, other, number = pools.pop()
            value = (before * other + value * total) / (other + total)
            total += other
            count += number
        pools.append((value, total, count))
    return [(value, count) for value, _, count in pools]


def closest(sizes: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Return how far from the first of a rank its nodes stand that have these gaps between them."""
    offsets = [0.0]
    for (one, other), gap in zip(pairwise(sizes), gaps, strict=True):
        offsets.append(offsets[-1] + (one + other) / 2 + gap)
    return offsets

"""Where a forest of claims is cut, by numbers alone: how much each claim weighs, and the room.

From the leaves on, whatever hangs on a claim stays with it while there is room; then the heaviest
branches become pieces of their own, which leaves the fewest pieces there can be (Kundu and Misra
1977). Branches that links tie to the rest stay with it longer. Small branches of one claim are
gathered in one piece. What bears on one claim and is too much for one piece even so is divided into
runs, between whole arguments where that can be.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import inf

from argmap.parts.branches import Forest, Item
from argmap.parts.ties import ties_of

# So much less is gained by a cut through a link.
PRICE_OF_A_LINK = 0.35
# Branches that take less than this share of the room are gathered; where reasons are divided
# anyway, those that take less than that stay with them.
SMALL, SMALL_IN_RUNS = 0.6, 0.3
# How finely the least room is looked for that needs no more pieces.
STEPS_OF_BALANCE = 7


Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Measures:
    """How much room a piece has, and what takes of it.

    `weights` are those of claims and steps. `stub` is what it takes to say that a claim goes on
    elsewhere, `key` what the legend takes, which the first piece has. A claim that is told in
    another piece weighs no more than its `name`.
    """

    weights: Mapping[str, float]
    room: float
    stub: float
    key: float = 0.0
    name: float = inf


@dataclass(frozen=True, slots=True)
class Cutting:
    """The claims at which new pieces begin, and those whose reasons are divided into runs.

    `firsts` are the roots that begin a piece together, those of the theses first. `runs` are, by
    claim, the numbers of items at which each of its runs begins and ends; `gathered`, by claim, the
    groups of branches that are shown together below it.
    """

    firsts: tuple[tuple[str, ...], ...]
    cuts: frozenset[str]
    runs: Mapping[str, tuple[Run, ...]]
    gathered: Mapping[str, tuple[tuple[str, ...], ...]]

    @property
    def number(self) -> int:
        """Return how many pieces there are."""
        spared = sum(len(group) - 1 for groups in self.gathered.values() for group in groups)
        more = sum(len(runs) - 1 for runs in self.runs.values())
        return len(self.firsts) + len(self.cuts) + more - spared


def balanced(forest: Forest, measures: Measures) -> Cutting:
    """Return the cutting into the fewest pieces, in the least room that needs no more of them.

    So they are of like size.
    """
    found = cut(forest, measures)
    low, high = measures.room / 2, measures.room
    for _ in range(STEPS_OF_BALANCE if found.number > 1 else 0):
        middle = (low + high) / 2
        tried = cut(forest, replace(measures, room=middle))
        if tried.number <= found.number:
            found, high = tried, middle
        else:
            low = middle
    return found


def cut(forest: Forest, measures: Measures) -> Cutting:
    """Return the cutting into pieces of which each has room for what it weighs, if that can be."""
    return _Cutter(forest, measures).cutting()


class _Cutter:
    """The loads of the claims, each with what still hangs on it, from the leaves to the roots."""

    def __init__(self, forest: Forest, measures: Measures) -> None:
        self._forest, self._weights = forest, measures.weights
        self._room, self._stub, self._key = measures.room, measures.stub, measures.key
        self._name = measures.name
        self._loads: dict[str, float] = {}
        self._cuts: set[str] = set()
        self._runs: dict[str, tuple[Run, ...]] = {}
        self._gathered: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._tied = ties_of(forest)

    def cutting(self) -> Cutting:
        for claim in reversed(self._forest.order):
            self._settle(claim)
        firsts = _without_single(list(self._packed()), self._forest)
        return Cutting(firsts or ((),), frozenset(self._cuts), self._runs, self._gathered)

    def _settle(self, claim: str) -> None:
        """Note what a claim weighs with all that stays with it."""
        items = self._forest.items[claim]
        key = self._key if claim == self._forest.roots[0] else 0.0
        load = key + self._weights[claim] + sum(map(self._weight, items))
        if load > self._room:
            cuts = self._cut_from(claim, items, load, key)
            load -= sum(self._spared(child) for child in cuts)
            self._cuts.update(cuts)
            self._gather(claim, [one.premise for one in items if one.premise in cuts])
        if load > self._room:
            runs = tuple(self._divided(claim, items, key))
            if len(runs) > 1:
                self._runs[claim] = runs
                first, last = runs[0]
                load = key + self._weights[claim] + self._stub
                load += sum(map(self._weight, items[first:last]))
        self._loads[claim] = load

    def _cut_from(self, claim: str, items: Sequence[Item], load: float, key: float) -> set[str]:
        """Return the branches to cut off a claim: the heaviest, until there is room for the rest.

        Where there is none for the claims alone, it is what is large, and as much more as whole
        arguments need to stay together.
        """
        branches = sorted(self._branches(items), key=self._gain, reverse=True)
        if load - sum(map(self._spared, branches)) > self._room:
            least = self._room * SMALL_IN_RUNS
            large = {child for child in branches if self._spared(child) >= least}
            room = self._room - self._named(claim) - 2 * self._stub
            key += self._weights[claim] - self._named(claim)
            for run in _stretches(items, 0, len(items), lambda item: item.argument):
                shown = items[slice(*run)]
                large |= self._cut_to_fit(shown, large, room - key - self._context(shown[0]))
                key = 0.0
            return large
        cuts: set[str] = set()
        for child in branches:
            if load <= self._room:
                break
            load -= self._spared(child)
            cuts.add(child)
        return cuts

    def _cut_to_fit(self, items: Sequence[Item], cuts: Set[str], room: float) -> set[str]:
        """Return which more branches to cut off the premises of an argument to give it room."""
        inner = [one for one in self._branches(items) if one not in cuts]
        load = sum(map(self._weight, items))
        load -= sum(self._spared(one) for one in self._branches(items) if one in cuts)
        more: set[str] = set()
        if load - sum(map(self._spared, inner)) > room:
            return {one for one in inner if self._loads[one] > room}
        for child in sorted(inner, key=self._gain, reverse=True):
            if load <= room:
                break
            load -= self._spared(child)
            more.add(child)
        return more

    def _gather(self, claim: str, cuts: Sequence[str]) -> None:
        """Note which of the branches cut off a claim are shown together, in their order."""
        groups: list[list[str]] = []
        free = 0.0
        for child in dict.fromkeys(cuts):
            if self._loads[child] > self._room * SMALL:
                continue
            if self._loads[child] > free:
                groups.append([])
                free = self._room - self._named(claim)
            groups[-1].append(child)
            free -= self._loads[child]
        found = tuple(tuple(group) for group in groups if len(group) > 1)
        if found:
            self._gathered[claim] = found

    def _branches(self, items: Sequence[Item]) -> Iterator[str]:
        """Yield the claims that can become pieces of their own, so that each gains something."""
        for item in items:
            has_branch = item.hangs and self._forest.items[item.premise]
            if has_branch and self._spared(item.premise) > 0:
                yield item.premise

    def _gain(self, claim: str) -> float:
        return self._spared(claim) / (1 + PRICE_OF_A_LINK * self._tied[claim])

    def _spared(self, claim: str) -> float:
        """Return how much room is won where a claim is cut off."""
        return self._loads[claim] - self._cut_weight(claim)

    def _cut_weight(self, claim: str) -> float:
        """Return what a claim weighs where it is shown without what bears on it."""
        return self._weights[claim] + (self._stub if self._forest.items[claim] else 0.0)

    def _named(self, claim: str) -> float:
        """Return what a claim weighs where it is only named."""
        return min(self._weights[claim], self._name)

    def _weight(self, item: Item) -> float:
        """Return what an item weighs where it stands, with its step if it opens one."""
        step = self._weights.get(item.argument, 0.0) if item.opens else 0.0
        is_here = item.hangs and item.premise not in self._cuts
        return step + (self._loads[item.premise] if is_here else self._cut_weight(item.premise))

    def _divided(self, claim: str, items: Sequence[Item], key: float) -> Iterator[Run]:
        """Yield runs of items that have room each beside their claim, the first beside the key."""
        room = self._room - self._named(claim) - 2 * self._stub
        key += self._weights[claim] - self._named(claim)
        whole = list(self._together(items, room))
        loads = [sum(map(self._weight, items[first:last])) for first, last in whole]
        many = max(1.0, -(-(key + sum(loads)) // max(room, 1.0)))
        # Runs of like size, where whole arguments allow it.
        aim = min(room, (key + sum(loads)) / many)
        start, filled = 0, key
        for (first, _), load in zip(whole, loads, strict=True):
            if first > start and (filled + load > room or filled + load / 2 > aim):
                yield start, first
                start, filled = first, self._context(items[first])
            filled += load
        yield start, len(items)

    def _context(self, item: Item) -> float:
        """Return what the steps weigh that are shown again where a run begins with an item."""
        arguments = self._forest.map.arguments_by_id
        weight, name = 0.0, arguments[item.argument].target
        if not item.opens:
            weight += self._weights.get(item.argument, 0.0)
        while name in arguments:
            first = arguments[name].premises[0]
            weight += self._weights.get(name, 0.0) + min(self._cut_weight(first), self._name)
            name = arguments[name].target
        return weight

    def _together(self, items: Sequence[Item], room: float) -> Iterator[Run]:
        """Yield what stays together where there is room for it.

        That is all that bears on a claim by one argument; else one argument at a time, and where
        even that is too much, one premise.
        """
        for whole in _stretches(items, 0, len(items), lambda item: item.bundle):
            for inner in self._halved(items, whole, room, lambda item: item.argument):
                yield from self._halved(items, inner, room, lambda item: item)

    def _halved(
        self, items: Sequence[Item], run: Run, room: float, kind: Callable[[Item], object]
    ) -> Iterator[Run]:
        """Yield a run that has room, else its stretches of one kind."""
        if sum(map(self._weight, items[slice(*run)])) <= room:
            yield run
        else:
            yield from _stretches(items, *run, kind)

    def _packed(self) -> Iterator[tuple[str, ...]]:
        """Yield pieces of whole roots, as many in each as there is room for."""
        together: list[str] = []
        filled = 0.0
        for root in self._forest.roots:
            load = self._loads[root]
            if together and (filled + load > self._room or root in self._runs):
                yield tuple(together)
                together, filled = [], 0.0
            together.append(root)
            filled += load
            if root in self._runs:
                yield (root,)
                together, filled = [], 0.0
        if together:
            yield tuple(together)


def _without_single(firsts: list[tuple[str, ...]], forest: Forest) -> tuple[tuple[str, ...], ...]:
    """Return the pieces with a lone last claim beside the root before it, if that can be spared."""
    if len(firsts) > 1 and len(firsts[-1]) == 1 and not forest.items[firsts[-1][0]]:
        before, moved = firsts[-2][:-1], firsts[-2][-1]
        if len(before) > 1 or (before and forest.items[before[0]]):
            return (*firsts[:-2], before, (moved, *firsts[-1]))
    return tuple(firsts)


def _stretches(
    items: Sequence[Item], first: int, last: int, kind: Callable[[Item], object]
) -> Iterator[Run]:
    """Yield where items of one kind follow each other."""
    start = first
    for number in range(first + 1, last + 1):
        if number == last or kind(items[number]) != kind(items[start]):
            yield start, number
            start = number

"""A map as a forest: each claim hangs on one that it bears on, as near to a thesis as it can."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.model import Argument, ArgumentMap
from argmap.view import roots_of


class Item(NamedTuple):
    """One premise of an argument that bears on a claim, or on a step towards it.

    `bundle` is the number of the argument on the claim itself, from 0. `opens` says that it is the
    first premise of its argument; `hangs`, that the premise has its place in the forest here.
    """

    argument: str
    premise: str
    bundle: int
    opens: bool
    hangs: bool


@dataclass(frozen=True, slots=True)
class Forest:
    """The claims from the roots on, each after what it hangs on.

    `items` are, by claim, what bears on it, in the order of reading. `sizes` are how many claims
    hang on each, near and far. `links` are the claims that bear on more than what they hang on,
    each with one of the others.
    """

    map: ArgumentMap
    roots: tuple[str, ...]
    order: tuple[str, ...]
    parents: Mapping[str, str]
    items: Mapping[str, tuple[Item, ...]]
    sizes: Mapping[str, int]
    links: tuple[tuple[str, str], ...] = field(repr=False, default=())

    def path(self, claim: str) -> tuple[str, ...]:
        """Return the claims that one hangs on, from the root on."""
        found = []
        while claim in self.parents:
            claim = self.parents[claim]
            found.append(claim)
        return tuple(reversed(found))


def forest_of(a_map: ArgumentMap) -> Forest:
    """Return the forest of a map; time is linear in the map."""
    roots: list[str] = []
    order: list[str] = []
    parents: dict[str, str] = {}
    items: dict[str, tuple[Item, ...]] = {}
    links: list[tuple[str, str]] = []
    reached: set[str] = set()
    theses, free, bound = roots_of(a_map)
    for starts in (theses, free, *([one] for one in bound)):
        fresh = [one for one in starts if one not in reached]
        roots += fresh
        reached.update(fresh)
        queue = deque(fresh)
        while queue:
            claim = queue.popleft()
            order.append(claim)
            found = tuple(_items(a_map, claim, reached))
            items[claim] = found
            for item in found:
                if item.hangs:
                    parents[item.premise] = claim
                    queue.append(item.premise)
                elif item.premise != claim:
                    links.append((item.premise, claim))
    sizes = dict.fromkeys(order, 0)
    for claim in reversed(order):
        if claim in parents:
            sizes[parents[claim]] += sizes[claim] + 1
    return Forest(a_map, tuple(roots), tuple(order), parents, items, sizes, tuple(links))


def _items(a_map: ArgumentMap, claim: str, reached: set[str]) -> Iterator[Item]:
    """Yield what bears on a claim, and note what hangs on it."""
    stack: list[tuple[Argument, int]] = [
        (argument, number) for number, argument in enumerate(a_map.arguments_on(claim))
    ][::-1]
    while stack:
        argument, bundle = stack.pop()
        for number, premise in enumerate(argument.premises):
            hangs = premise not in reached
            reached.add(premise)
            yield Item(argument.id, premise, bundle, number == 0, hangs)
        stack += [(one, bundle) for one in reversed(a_map.arguments_on(argument.id))]

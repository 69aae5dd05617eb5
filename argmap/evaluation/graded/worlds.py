"""Possible worlds, all at once: a whole number holds one bit for each world."""

import random
from collections.abc import Sequence

# Binary places of a probability; what lies beyond is far smaller than the error of any sample.
_PLACES = 32


class EveryWorld:
    """All worlds that some independent items can make, each with its own probability."""

    def __init__(self, probabilities: Sequence[float]) -> None:
        """Lay out a world for each choice of the items that hold."""
        self._probabilities = list(probabilities)
        self._known: dict[tuple[int, int], float] = {}
        self.count = 1 << len(self._probabilities)
        self.everything = (1 << self.count) - 1

    def sets(self) -> list[int]:
        """Return, for each item, the worlds in which it holds."""
        found = []
        for item in range(len(self._probabilities)):
            half = 1 << item
            pattern, width = ((1 << half) - 1) << half, 2 * half
            while width < self.count:
                pattern |= pattern << width
                width *= 2
            found.append(pattern)
        return found

    def probability(self, worlds: int) -> float:
        """Return the probability of a set of worlds."""
        return self._measured(worlds, len(self._probabilities))

    def _measured(self, worlds: int, items: int) -> float:
        # Recursion goes as deep as there are items, which are few.
        if worlds == 0:
            return 0.0
        if worlds == (1 << (1 << items)) - 1:
            return 1.0
        key = (items, worlds)
        if key not in self._known:
            half = 1 << (items - 1)
            chance = self._probabilities[items - 1]
            low = self._measured(worlds & ((1 << half) - 1), items - 1)
            high = self._measured(worlds >> half, items - 1)
            self._known[key] = (1 - chance) * low + chance * high
        return self._known[key]


class SampledWorlds:
    """Worlds drawn at random, always the same ones from the same seed."""

    def __init__(self, probabilities: Sequence[float], *, count: int, seed: int) -> None:
        """Get ready to draw `count` worlds."""
        self._probabilities = list(probabilities)
        self._seed = seed
        self.count = count
        self.everything = (1 << count) - 1

    def sets(self) -> list[int]:
        """Return, for each item, the worlds in which it holds."""
        dice = random.Random(self._seed)
        return [self._drawn(dice, chance) for chance in self._probabilities]

    def _drawn(self, dice: random.Random, chance: float) -> int:
        """Return a set in which each world is with the chance, whose binary places are read.

        From the last place on, a 1 joins the worlds of a fresh toss, a 0 keeps those that are also
        in it: each halves the chance so far and adds the place.
        """
        digits = round(chance * (1 << _PLACES))
        if digits >> _PLACES:
            return self.everything
        drawn = 0
        for place in range(_PLACES):
            one = digits >> place & 1
            if drawn or one:
                toss = dice.getrandbits(self.count)
                drawn = drawn | toss if one else drawn & toss
        return drawn

    def probability(self, worlds: int) -> float:
        """Return the share of the worlds that are in a set."""
        return worlds.bit_count() / self.count

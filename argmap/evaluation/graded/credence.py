"""How probable it is that a claim stands, if what is given and each step may fail to hold.

Each given claim holds with its credence (1 where it has none, one half where it is open), each
step from premises to conclusion with the strength of its argument (1 where none is written),
independently of all others. In each world that this can make, the map without what fails is
labelled as ever, by the grounded labelling with strengths compared; the probability of a claim is
that of the worlds in which it is accepted. Contradictions hold in every world. A claim with
arguments stands as they do, and a credence of its own has no part in that. This is the
constellation approach to probabilistic argumentation (Li, Oren and Norman 2011; Hunter 2014).

All worlds are labelled at once, as sets of bits: each of them where few things are uncertain, so
that the result is exact, else a large sample (Monte Carlo).
"""

import math
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from argmap.evaluation.deadline import ENDLESS, Deadline
from argmap.evaluation.dependence import is_circle, strong_components
from argmap.evaluation.graded.conditions import Condition, conditions_of
from argmap.evaluation.graded.worlds import EveryWorld, SampledWorlds
from argmap.model import ArgumentMap

CREDENCE = "credence"
MOST_EXACT = 20
SAMPLE = 65_536


@dataclass(frozen=True)
class Credences:
    """Probabilities that claims and arguments are accepted, by id and in reading order.

    `uncertain` counts the claims and steps that may or may not hold, `worlds` the worlds looked
    at. Where `exact` is False these are a sample, and `standard_error` is not 0.
    """

    claims: Mapping[str, float]
    arguments: Mapping[str, float]
    uncertain: int
    worlds: int
    exact: bool

    def standard_error(self, id: str) -> float:
        """Return the standard error of a probability; KeyError where there is no such id."""
        share = self.claims[id] if id in self.claims else self.arguments[id]
        return 0.0 if self.exact else math.sqrt(share * (1 - share) / self.worlds)


def credences(
    a_map: ArgumentMap,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    most_exact: int = MOST_EXACT,
    sample: int = SAMPLE,
    seed: int = 0,
    deadline: Deadline = ENDLESS,
) -> Credences:
    """Return how probable it is that each claim and each argument is accepted.

    `accept` and `reject` hold ids of claims, which hold or fail in all worlds, and of arguments, of
    which the step does. Up to `most_exact` uncertain items the result is exact; else `sample`
    worlds are drawn from `seed`. Raises ConfigurationError for an unknown id, EvaluationLimitError
    once the `deadline` is over.
    """
    conditions = conditions_of(a_map, accept=accept, reject=reject)
    chances = [condition.chance for condition in conditions.all]
    uncertain = [number for number, one in enumerate(chances) if 0 < one < 1]
    exact = len(uncertain) <= most_exact
    doubtful = [chances[number] for number in uncertain]
    worlds = EveryWorld(doubtful) if exact else SampledWorlds(doubtful, count=sample, seed=seed)
    own = [worlds.everything if one >= 1 else 0 for one in chances]
    for number, where in zip(uncertain, worlds.sets(), strict=True):
        own[number] = where
    labels = _Worlds(conditions.all, own, deadline)
    labels.settle()
    named = [(name, worlds.probability(labels.inside[n])) for n, name in enumerate(conditions.ids)]
    claims, arguments = dict(named[: conditions.claim_count]), dict(named[conditions.claim_count :])
    return Credences(claims, arguments, len(uncertain), worlds.count, exact)


class _Worlds:
    """The worlds in which each condition is met, and those in which it may be."""

    def __init__(self, conditions: Sequence[Condition], own: list[int], deadline: Deadline) -> None:
        self._deadline = deadline
        self._conditions = conditions
        self._own = own
        self.inside = [0] * len(conditions)
        self.possible = [0] * len(conditions)
        self._needs = [condition.parts for condition in conditions]

    def settle(self) -> None:
        """Find the grounded labelling of every world."""
        for component in strong_components(self._needs):
            if is_circle(component, self._needs):
                self._settle_circle(component)
            else:
                node = component[0]
                self.inside[node] = self._met(node, self.inside, self.possible)
                self.possible[node] = self._met(node, self.possible, self.inside)

    def _settle_circle(self, component: list[int]) -> None:
        """Tighten the two bounds in turn: the alternating fixpoint, in all worlds at once."""
        members = set(component)
        uses: dict[int, list[int]] = {node: [] for node in component}
        for node in component:
            for needed in self._needs[node]:
                if needed in members:
                    uses[needed].append(node)
        while True:
            before = [self.inside[node] for node in component]
            self._least(component, uses, inside=False)
            self._least(component, uses, inside=True)
            if [self.inside[node] for node in component] == before:
                return

    def _least(self, component: list[int], uses: dict[int, list[int]], *, inside: bool) -> None:
        found, against = self.inside, self.possible
        if not inside:
            found, against = against, found
        for node in component:
            found[node] = 0
        queue = deque(component)
        waiting = set(component)
        while queue:
            self._deadline.check("The credences were not all found")
            node = queue.popleft()
            waiting.remove(node)
            now = self._met(node, found, against)
            if now != found[node]:
                found[node] = now
                for other in uses[node]:
                    if other not in waiting:
                        waiting.add(other)
                        queue.append(other)

    def _met(self, node: int, found: Sequence[int], against: Sequence[int]) -> int:
        """Return the worlds in which a condition is met, given where others hold, or may."""
        condition, worlds = self._conditions[node], self._own[node]
        for needed in condition.needs:
            worlds &= found[needed]
        if condition.some is not None:
            worlds &= reduce(or_, [found[one] for one in condition.some], 0)
        for one in condition.unless:
            worlds &= ~against[one]
        return worlds

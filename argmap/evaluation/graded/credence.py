"""How probable it is that a claim stands, if what is given and each step may fail to hold.

Each given claim holds with its credence (1 where it has none, one half where it is open), each
step from premises to conclusion with the strength of its argument, independently of all others. In
each world that this can make, the map without what fails is labelled as ever, by the grounded
labelling with strengths compared; the probability of a claim is that of the worlds in which it is
accepted. Contradictions hold in every world. This is the constellation approach to probabilistic
argumentation (Li, Oren and Norman 2011; Hunter 2014).

All worlds are labelled at once, as sets of bits: each of them where few things are uncertain, so
that the result is exact, else a large sample (Monte Carlo).
"""

import math
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from argmap.evaluation.dependence import is_circle, strong_components
from argmap.evaluation.graded.starts import starts_of
from argmap.evaluation.graded.worlds import EveryWorld, SampledWorlds
from argmap.evaluation.network import IN, OUT, Network, network_of
from argmap.model import ArgumentMap

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
) -> Credences:
    """Return how probable it is that each claim and each argument is accepted.

    `accept` and `reject` hold ids of claims, which hold or fail in all worlds, and of arguments, of
    which the step does. Up to `most_exact` uncertain items the result is exact; else `sample`
    worlds are drawn from `seed`. Raises ConfigurationError for an unknown id.
    """
    network = network_of(a_map.claims, a_map.arguments, accept=accept, reject=reject)
    chance = _chances(network, starts_of(network, a_map.claims))
    uncertain = [node for node, one in enumerate(chance) if 0 < one < 1]
    exact = len(uncertain) <= most_exact
    chances = [chance[node] for node in uncertain]
    worlds = EveryWorld(chances) if exact else SampledWorlds(chances, count=sample, seed=seed)
    own = [worlds.everything if one >= 1 else 0 for one in chance]
    for node, where in zip(uncertain, worlds.sets(), strict=True):
        own[node] = where
    labels = _Worlds(network, own, worlds.everything)
    labels.settle()
    first, after = network.claim_count, network.claim_count + network.argument_count
    named = [(network.ids[n], worlds.probability(labels.inside[n])) for n in range(after)]
    claims, arguments = dict(named[:first]), dict(named[first:])
    return Credences(claims, arguments, len(uncertain), worlds.count, exact)


def _chances(network: Network, start: Sequence[float]) -> list[float]:
    """Return how probable it is that each node holds of itself.

    For an argument that is its step, and where the step is a node of its own, it is there.
    """
    after = network.claim_count + network.argument_count
    chances = [*start, *network.strength[network.claim_count : after]]
    for step, argument in sorted(network.owner.items()):
        forced = network.forced.get(step)
        own = network.strength[argument] if forced is None else float(forced == IN)
        chances.append(own)
        chances[argument] = 1.0
    return chances


class _Worlds:
    """The worlds in which each node is in, and those in which it is possible."""

    def __init__(self, network: Network, own: list[int], everything: int) -> None:
        self._network = network
        self._own = own
        self._everything = everything
        self.inside = [0] * network.size
        self.possible = [0] * network.size
        self._needs = [self._needed(node) for node in range(network.size)]

    def settle(self) -> None:
        """Find the grounded labelling of every world."""
        for component in strong_components(self._needs):
            if is_circle(component, self._needs):
                self._settle_circle(component)
            else:
                node = component[0]
                self.inside[node] = self._in(node)
                self.possible[node] = self._can_be(node)

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
        found, rule = (self.inside, self._in) if inside else (self.possible, self._can_be)
        for node in component:
            found[node] = 0
        queue = deque(component)
        waiting = set(component)
        while queue:
            node = queue.popleft()
            waiting.remove(node)
            now = rule(node)
            if now != found[node]:
                found[node] = now
                for other in uses[node]:
                    if other not in waiting:
                        waiting.add(other)
                        queue.append(other)

    def _needed(self, node: int) -> Sequence[int]:
        network = self._network
        if network.is_argument(node):
            step = network.step[node]
            return network.premises[node] if step < 0 else (*network.premises[node], step)
        if node in network.forced:
            return ()
        return (*network.grounds[node], *network.attacks[node])

    def _in(self, node: int) -> int:
        network, inside = self._network, self.inside
        if network.is_argument(node):
            return self._all(node, inside)
        if node in network.forced:
            return self._laid_down(node)
        strength, attacks = network.strength, network.attacks[node]
        found = beaten = place = 0
        for ground in network.grounds[node]:
            while place < len(attacks) and strength[attacks[place]] >= strength[ground]:
                beaten |= self.possible[attacks[place]]
                place += 1
            found |= inside[ground] & ~beaten
        for attack in attacks[place:]:
            beaten |= self.possible[attack]
        return found | self._own[node] & ~beaten

    def _can_be(self, node: int) -> int:
        network, possible = self._network, self.possible
        if network.is_argument(node):
            return self._all(node, possible)
        if node in network.forced:
            return self._laid_down(node)
        strength, attacks = network.strength, network.attacks[node]
        found = beaten = place = 0
        for ground in network.grounds[node]:
            while place < len(attacks) and strength[attacks[place]] > strength[ground]:
                beaten |= self.inside[attacks[place]]
                place += 1
            found |= possible[ground] & ~beaten
        for attack in attacks[place:]:
            beaten |= self.inside[attack]
        return found | self._own[node] & ~beaten

    def _all(self, argument: int, where: list[int]) -> int:
        found = self._own[argument]
        for needed in self._needs[argument]:
            found &= where[needed]
        return found

    def _laid_down(self, node: int) -> int:
        return 0 if self._network.forced[node] == OUT else self._everything

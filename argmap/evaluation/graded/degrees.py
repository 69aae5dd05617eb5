"""How far each claim is to be accepted: degrees in [0, 1] instead of verdicts.

A claim starts from its credence if it is given (1 where it has none, one half where it is open),
from 0 if it stands on arguments; arguments for and against move it from there. An argument has the
degree *w* · ∏ premises · ∏ (1 − undercuts), where *w* is its strength. This treatment of linked
premises, strengths and undercuts is an extension of ours: the papers know only claims that attack
and support each other. Backing has no part in it. A contradiction counts as a moderate attack in
both directions.

Without circles one pass over the map is enough. On a circle the degrees are where the system
dσ/dt = f(σ) − σ comes to rest (Potyka 2018), followed from the starts by the method of Runge and
Kutta of the fourth order. Replacing σ by f(σ) again and again need not end: it can swing for ever
between two states.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from argmap.errors import ConfigurationError
from argmap.evaluation.dependence import is_circle, strong_components
from argmap.evaluation.graded.influence import INFLUENCES, Influence
from argmap.evaluation.graded.starts import starts_of
from argmap.evaluation.network import IN, MODERATE, Network, network_of
from argmap.model import ArgumentMap
from argmap.suggestions import did_you_mean

STEP = 0.2
TOLERANCE = 1e-9
MOST_STEPS = 10_000


@dataclass(frozen=True)
class Degrees:
    """Degrees in [0, 1] by id and in reading order, and how exact they are.

    `circles` counts the parts of the map in which degrees depend on each other. `steps` is the
    number of steps that the slowest of them took, 0 where none moved. `residual` is the largest
    distance, at any claim, between its degree and what the semantics makes of the degrees around
    it. `converged` is False where that stayed above the tolerance.
    """

    semantics: str
    claims: Mapping[str, float]
    arguments: Mapping[str, float]
    circles: int
    steps: int
    residual: float
    converged: bool


def degrees(
    a_map: ArgumentMap,
    semantics: str,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    step: float = STEP,
    tolerance: float = TOLERANCE,
    most_steps: int = MOST_STEPS,
) -> Degrees:
    """Return the degrees of all claims and arguments under one of `INFLUENCES`.

    `accept` and `reject` hold ids of claims, which get 1 or 0, and of arguments, of which the step
    does. `step` is that of Runge and Kutta, in units of time. A circle is left when no claim of it
    moves faster than `tolerance`, or after `most_steps`. Raises ConfigurationError for an unknown
    semantics or id.
    """
    if semantics not in INFLUENCES:
        hint = did_you_mean(semantics, INFLUENCES) or f"; choose one of {', '.join(INFLUENCES)}"
        raise ConfigurationError(f"there is no semantics “{semantics}” of degrees{hint}")
    network = network_of(a_map.claims, a_map.arguments, accept=accept, reject=reject)
    field = _Field(network, starts_of(network, a_map.claims), INFLUENCES[semantics])
    needs = field.needs
    circles, steps, residual = 0, 0, 0.0
    for component in strong_components(needs):
        if is_circle(component, needs):
            circles += 1
            taken, left = _rest(field, component, step, tolerance, most_steps)
            steps, residual = max(steps, taken), max(residual, left)
        else:
            field.degree[component[0]] = field.value(component[0])
    first, after = network.claim_count, network.claim_count + network.argument_count
    named = list(zip(network.ids, field.degree[:after], strict=True))
    return Degrees(
        semantics,
        dict(named[:first]),
        dict(named[first:]),
        circles,
        steps,
        residual,
        residual <= tolerance,
    )


class _Field:
    """The current degree of each node, and what the semantics makes of those around it."""

    def __init__(self, network: Network, start: list[float], influence: Influence) -> None:
        self._network = network
        self._start = start
        self._influence = influence
        self.degree = [*start, *[0.0] * (network.size - len(start))]
        self.needs = [self._needed(node) for node in range(network.size)]

    def _needed(self, node: int) -> Sequence[int]:
        """Return the nodes whose degrees have a part in that of `node`."""
        network = self._network
        if network.is_argument(node):
            step = network.step[node]
            # A premise that is named twice is still one premise.
            premises = tuple(dict.fromkeys(network.premises[node]))
            return premises if step < 0 else (*premises, step)
        if node in network.forced:
            return ()
        if node >= network.claim_count:
            return network.attacks[node]
        return (*network.grounds[node], *network.attacks[node])

    def value(self, node: int) -> float:
        """Return the degree that follows from those around the node."""
        network, degree = self._network, self.degree
        if network.is_argument(node):
            value = network.strength[node]
            for needed in self.needs[node]:
                value *= degree[needed]
            return value
        if node in network.forced:
            return 1.0 if network.forced[node] == IN else 0.0
        if node >= network.claim_count:
            value = 1.0
            for undercut in network.attacks[node]:
                value *= 1 - degree[undercut]
            return value
        supports = [degree[ground] for ground in network.grounds[node]]
        attacks = [self._force(attack) for attack in network.attacks[node]]
        # Rounding may lead out of the unit interval by a hair.
        return min(1.0, max(0.0, self._influence(self._start[node], attacks, supports)))

    def _force(self, attack: int) -> float:
        if self._network.is_argument(attack):
            return self.degree[attack]
        return MODERATE * self.degree[attack]

    def is_claim(self, node: int) -> bool:
        return node < self._network.claim_count

    def depth(self, node: int) -> int:
        """Return how many steps lie between an argument, or the step of one, and a claim."""
        depth = 0
        node = self._network.owner.get(node, node)
        while (node := self._network.target[node]) >= self._network.claim_count:
            node = self._network.owner[node]
            depth += 1
        return depth


def _rest(
    field: _Field, component: list[int], step: float, tolerance: float, most_steps: int
) -> tuple[int, float]:
    """Follow the claims of a circle until they rest; return the steps taken and the residual.

    Every circle leads through a claim, so arguments and steps follow at once from the claims: those
    deepest in chains of undercuts first, and a step before its argument.
    """
    claims = [node for node in component if field.is_claim(node)]
    others = [node for node in component if not field.is_claim(node)]
    others.sort(key=lambda node: (-field.depth(node), -node))

    def slope(state: list[float]) -> list[float]:
        for node, value in zip(claims, state, strict=True):
            field.degree[node] = value
        for node in others:
            field.degree[node] = field.value(node)
        return [field.value(node) - value for node, value in zip(claims, state, strict=True)]

    state = [field.degree[node] for node in claims]
    first = slope(state)
    taken = 0
    while (residual := max(map(abs, first))) > tolerance and taken < most_steps:
        second = slope(_moved(state, first, step / 2))
        third = slope(_moved(state, second, step / 2))
        fourth = slope(_moved(state, third, step))
        total = [
            (a + 2 * b + 2 * c + d) / 6
            for a, b, c, d in zip(first, second, third, fourth, strict=True)
        ]
        state = _moved(state, total, step)
        first = slope(state)
        taken += 1
    return taken, residual


def _moved(state: list[float], slope: list[float], time: float) -> list[float]:
    return [value + time * rate for value, rate in zip(state, slope, strict=True)]

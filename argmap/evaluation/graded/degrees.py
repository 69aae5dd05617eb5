"""How far each claim is to be accepted: degrees in [0, 1] instead of verdicts.

A claim starts from its credence; without one from 1 if it is given (for `euler` from one half,
since there 0 and 1 never move), from one half if it is open or has arguments for it. Arguments for
and against move it from there, and a claim that contradicts it as an attack by that claim itself.
What is certain stays at 1, what is rejected at 0. An argument has the degree *w* · ∏ premises ·
∏ (1 − undercuts), where *w* is its strength, 1 where none is written; where its step has backing,
that is multiplied by the strongest. This treatment of linked premises, strengths, undercuts and
backing is an extension of ours: the papers know only claims that attack and support each other.

Without circles one pass over the map is enough. On a circle the degrees are where the system
dσ/dt = f(σ) − σ comes to rest (Potyka 2018), followed from the starts by the method of Runge and
Kutta of the fourth order. Replacing σ by f(σ) again and again need not end: it can swing for ever
between two states.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from argmap.errors import ConfigurationError
from argmap.evaluation.deadline import ENDLESS, Deadline
from argmap.evaluation.dependence import is_circle, strong_components
from argmap.evaluation.graded.influence import GIVEN_STARTS, INFLUENCES, Influence
from argmap.evaluation.graded.relations import Relations, relations_of
from argmap.evaluation.graded.starts import starts_of
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
    deadline: Deadline = ENDLESS,
) -> Degrees:
    """Return the degrees of all claims and arguments under one of `INFLUENCES`.

    `accept` and `reject` hold ids of claims, which get 1 or 0, and of arguments, of which the step
    does. `step` is that of Runge and Kutta, in units of time. A circle is left when no claim of it
    moves faster than `tolerance`, or after `most_steps`. Raises ConfigurationError for an unknown
    semantics or id, EvaluationLimitError once the `deadline` is over.
    """
    if semantics not in INFLUENCES:
        hint = did_you_mean(semantics, INFLUENCES) or f"; choose one of {', '.join(INFLUENCES)}"
        raise ConfigurationError(f"there is no semantics “{semantics}” of degrees{hint}")
    relations = relations_of(a_map, accept=accept, reject=reject)
    starts = starts_of(a_map, given=GIVEN_STARTS[semantics])
    field = _Field(relations, starts, INFLUENCES[semantics])
    needs = field.needs
    circles, steps, residual = 0, 0, 0.0
    for component in strong_components(needs):
        if is_circle(component, needs):
            circles += 1
            taken, left = _rest(field, component, step, tolerance, most_steps, deadline)
            steps, residual = max(steps, taken), max(residual, left)
        else:
            field.degree[component[0]] = field.value(component[0])
    first = relations.claim_count
    named = list(zip(relations.ids, field.degree, strict=True))
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

    def __init__(self, relations: Relations, starts: list[float], influence: Influence) -> None:
        self._relations = relations
        self._starts = starts
        self._influence = influence
        size = len(relations.ids)
        self.degree = [*starts, *[0.0] * (size - len(starts))]
        self.needs = [relations.needs(node) for node in range(size)]
        self.is_claim = relations.is_claim

    def value(self, node: int) -> float:
        """Return the degree that follows from those around the node."""
        relations, degree = self._relations, self.degree
        if not self.is_claim(node):
            premises = math.prod([degree[premise] for premise in relations.premises[node]])
            return relations.strength[node] * premises * self._step(node)
        if node in relations.fixed:
            return relations.fixed[node]
        supports = [degree[support] for support in relations.supports[node]]
        against = (*relations.attacks[node], *relations.contradictions[node])
        attacks = [degree[attack] for attack in against]
        # Rounding may lead out of the unit interval by a hair.
        return min(1.0, max(0.0, self._influence(self._starts[node], attacks, supports)))

    def _step(self, argument: int) -> float:
        relations, degree = self._relations, self.degree
        if argument in relations.fixed:
            return relations.fixed[argument]
        left = math.prod([1 - degree[undercut] for undercut in relations.attacks[argument]])
        return left * max([degree[one] for one in relations.supports[argument]], default=1.0)

    def depth(self, node: int) -> int:
        """Return how many steps lie between an argument and a claim."""
        depth = 0
        while not self.is_claim(node := self._relations.target[node]):
            depth += 1
        return depth


def _rest(
    field: _Field,
    component: list[int],
    step: float,
    tolerance: float,
    most_steps: int,
    deadline: Deadline,
) -> tuple[int, float]:
    """Follow the claims of a circle until they rest; return the steps taken and the residual.

    Every circle leads through a claim, so arguments follow at once from the claims: those deepest
    in chains of undercuts and backing first.
    """
    claims = [node for node in component if field.is_claim(node)]
    others = [node for node in component if not field.is_claim(node)]
    others.sort(key=lambda node: -field.depth(node))

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
        deadline.check("The degrees were not all found")
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

"""Labellings of a large dispute, found by a SAT solver: the one door to `python-sat`.

The clauses are those of `encoding`. Where the solver answers with a circle of support that holds
itself up, the clause that forbids it is added, and it is asked again.
"""

import importlib
import time
from collections.abc import Iterator, Sequence
from typing import Any

from argmap.errors import MissingExtraError
from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.dispute import Dispute, Labelling
from argmap.evaluation.coherent.encoding import AdmissibleEncoding, CompleteEncoding, Encoding
from argmap.evaluation.coherent.openness import excused
from argmap.evaluation.coherent.without_search import possible_beside
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.dependence import is_circle, strong_components

# It is one of those that python-sat can stop after a while, and the quickest of them here.
SOLVER = "minisat-gh"
# The solver is asked to look up now and then, about so often in seconds.
_FIRST_CONFLICTS, _GLANCE = 200, 0.1


class SatSearch:
    """Finds labellings of a dispute under a semantics, as `acceptance.Finder` says."""

    def __init__(self, dispute: Dispute, semantics: Semantics, deadline: Deadline) -> None:
        """Tell the solver of the dispute. Raises MissingExtraError where there is no solver."""
        self.everything = (1 << len(dispute.rules)) - 1
        self._count = len(dispute.rules)
        self._dispute = dispute
        self._total = semantics is Semantics.STABLE
        self._deadline = deadline
        encoding: Encoding
        if semantics is Semantics.PREFERRED:
            encoding = AdmissibleEncoding(dispute, deadline)
        else:
            encoding = CompleteEncoding(dispute, deadline, total=self._total)
        self._sides = encoding.sides
        self._inside, self._outside = encoding.inside, encoding.outside
        self._last_variable = encoding.last_variable
        self._needs = [
            sorted({atom for rule in rules for atom in rule.body}) for rules in dispute.rules
        ]
        components = strong_components(self._needs)
        self._circular = any(is_circle(component, self._needs) for component in components)
        self._conflicts = _FIRST_CONFLICTS
        self._solver = _solver(encoding.clauses)
        # Trying what is in first gives large labellings, of which fewer are enough.
        self._solver.set_phases(list(self._inside))

    def require(self, some: int) -> None:
        """Let every later labelling have one of these nodes in."""
        self._solver.add_clause([self._inside[node] for node in nodes_in(some)])

    def require_out(self, some: int, *, unless: int) -> None:
        """Let every later labelling have one of these nodes out, unless it has the other in."""
        clause = [self._outside[node] for node in nodes_in(some)]
        self._solver.add_clause(clause + [self._inside[node] for node in nodes_in(unless)])

    def find(self, *, inside: int = 0, outside: int = 0, some: int = 0) -> Labelling | None:
        """Return a labelling with all of `inside`, none of `outside` and one of `some` in."""
        assumed = [self._inside[node] for node in nodes_in(inside)]
        assumed += [-self._inside[node] for node in nodes_in(outside)]
        if not some:
            return self._founded(assumed)
        # The wish holds for this question only: later ones do without its switch.
        self._last_variable += 1
        switch = self._last_variable
        self._solver.add_clause([-switch, *(self._inside[n] for n in nodes_in(some))])
        found = self._founded([switch, *assumed])
        self._solver.add_clause([-switch])
        return found

    def all(self) -> Iterator[Labelling]:
        """Yield every labelling once; later questions get none of these again."""
        while found := self.find():
            yield found
            signs = (1 - 2 * (found.inside >> node & 1) for node in range(self._count))
            clause = [sign * var for sign, var in zip(signs, self._inside, strict=True)]
            self._solver.add_clause(clause)

    def completed(self, labelling: Labelling) -> Labelling:
        """Return the complete labelling that has the same in, where it is as large as can be."""
        return Labelling(labelling.inside, possible_beside(self._dispute, labelling.inside))

    def close(self) -> None:
        """Let go of the memory that the solver holds."""
        self._solver.delete()

    def _founded(self, assumed: list[int]) -> Labelling | None:
        while True:
            true = self._model(assumed)
            if true is None:
                return None
            if self._circular and self._forbid_circles(true):
                continue
            possible = self.everything & ~_held(self._outside, true)
            found = Labelling(_held(self._inside, true), possible)
            if not (self._total and self._forbid_openness(found)):
                return found

    def _forbid_openness(self, found: Labelling) -> bool:
        """Add a clause against what is undecided for no open reason; return whether there is."""
        undecided = found.possible & ~found.inside
        baseless = undecided & ~excused(self._dispute, undecided)
        if not baseless:
            return False
        clause = []
        for atom in nodes_in(baseless):
            clause += [self._inside[atom], self._outside[atom]]
        outside = {
            other
            for atom in nodes_in(baseless)
            for rule in self._dispute.rules[atom]
            for other in (*rule.body, *rule.against)
            if not baseless >> other & 1
        }
        # One of them is decided, or something that bears on them is not.
        for other in sorted(outside):
            self._last_variable += 1
            self._solver.add_clause([-self._last_variable, -self._inside[other]])
            self._solver.add_clause([-self._last_variable, -self._outside[other]])
            clause.append(self._last_variable)
        self._solver.add_clause(clause)
        return True

    def _model(self, assumed: list[int]) -> frozenset[int] | None:
        while True:
            self._deadline.check()
            start = time.monotonic()
            self._solver.conf_budget(self._conflicts)
            # The solver would else catch Ctrl-C itself, and make an error of its own of it.
            answer = self._solver.solve_limited(assumptions=assumed, expect_interrupt=True)
            if answer is not None:
                break
            if time.monotonic() - start < _GLANCE:
                self._conflicts *= 2
            else:
                self._conflicts = max(_FIRST_CONFLICTS, self._conflicts // 2)
        return frozenset(self._solver.get_model()) if answer else None

    def _forbid_circles(self, true: frozenset[int]) -> bool:
        """Add a clause against each circle that holds itself up; return whether there was one."""
        found = False
        for side in self._sides:
            unfounded = side.unfounded(true)
            if not unfounded:
                continue
            found = True
            for circle in _innermost(unfounded, self._needs):
                for both in self._sides:
                    for clause in both.loop_clauses(circle):
                        self._solver.add_clause(clause)
        return found


def nodes_in(bits: int) -> list[int]:
    """Return the places of the bits that are set, in order."""
    return [place for place, digit in enumerate(reversed(f"{bits:b}")) if digit == "1"]


def has_solver() -> bool:
    """Return whether python-sat is installed."""
    try:
        importlib.import_module("pysat.solvers")
    except ImportError:
        return False
    return True


def _solver(clauses: list[list[int]]) -> Any:
    if not has_solver():
        raise MissingExtraError(
            'A dispute this large needs a SAT solver; install it with pip install "argmap[sat]".'
        )
    return importlib.import_module("pysat.solvers").Solver(name=SOLVER, bootstrap_with=clauses)


def _held(literals: Sequence[int], true: frozenset[int]) -> int:
    digits = "".join("1" if literal in true else "0" for literal in reversed(literals))
    return int(digits, 2)


def _innermost(unfounded: set[int], needs: Sequence[Sequence[int]]) -> Iterator[set[int]]:
    """Yield the components that need nothing unfounded but themselves."""
    members = sorted(unfounded)
    number = {node: order for order, node in enumerate(members)}
    inner = [[number[other] for other in needs[node] if other in number] for node in members]
    component_of: dict[int, int] = {}
    for order, component in enumerate(strong_components(inner)):
        component_of.update((node, order) for node in component)
        if all(component_of[other] == order for node in component for other in inner[node]):
            yield {members[node] for node in component}

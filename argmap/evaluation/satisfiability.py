"""Labellings of a large dispute, found by a SAT solver: the one door to `python-sat`.

Each atom has two variables, *in* and *possible*, which are equivalent to what its rules say
(Clark's completion). That allows circles of support to hold themselves
up; where the solver answers with such a circle, the clause that forbids it is added, and it is
asked again (loop formulas: Lin and Zhao 2004).
"""

import importlib
from collections.abc import Iterator, Sequence
from typing import Any

from argmap.errors import MissingExtraError
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.dependence import is_circle, strong_components
from argmap.evaluation.dispute import Dispute, Labelling, Rule
from argmap.evaluation.openness import excused, may_stay_open

# A stronger solver may be named here; it has to be one that python-sat can stop after a while.
SOLVER = "glucose4"
_CONFLICTS_BETWEEN_CHECKS = 2000


class SatSearch:
    """Finds labellings of a dispute: complete ones, or where `total` stable ones."""

    def __init__(self, dispute: Dispute, *, total: bool, deadline: Deadline) -> None:
        """Tell the solver of the dispute. Raises MissingExtraError where there is no solver."""
        self.everything = (1 << len(dispute.rules)) - 1
        self._count = len(dispute.rules)
        self._dispute = dispute
        self._total = total
        self._deadline = deadline
        encoding = _Encoding(dispute, total=total)
        self._sides = encoding.sides
        self._inside, self._possible = (side.variable for side in encoding.sides)
        self._last_variable = encoding.last_variable
        self._needs = [
            sorted({atom for rule in rules for atom in rule.body}) for rules in dispute.rules
        ]
        components = strong_components(self._needs)
        self._circular = any(is_circle(component, self._needs) for component in components)
        self._solver = _solver(encoding.clauses)
        # Trying what is in first gives large labellings, of which fewer are enough.
        self._solver.set_phases(list(self._inside))

    def require(self, some: int) -> None:
        """Let every later labelling have one of these nodes in."""
        self._solver.add_clause([self._inside[node] for node in self._nodes_in(some)])

    def require_out(self, some: int, *, unless: int) -> None:
        """Let every later labelling have one of these nodes out, unless it has the other in."""
        clause = [-self._possible[node] for node in self._nodes_in(some)]
        self._solver.add_clause(clause + [self._inside[node] for node in self._nodes_in(unless)])

    def find(self, *, inside: int = 0, outside: int = 0, some: int = 0) -> Labelling | None:
        """Return a labelling with all of `inside`, none of `outside` and one of `some` in."""
        assumed = [self._inside[node] for node in self._nodes_in(inside)]
        assumed += [-self._inside[node] for node in self._nodes_in(outside)]
        if not some:
            return self._founded(assumed)
        # The wish holds for this question only: later ones do without its switch.
        self._last_variable += 1
        switch = self._last_variable
        self._solver.add_clause([-switch, *(self._inside[n] for n in self._nodes_in(some))])
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
            found = Labelling(_held(self._inside, true), _held(self._possible, true))
            if not (self._total and self._forbid_openness(found)):
                return found

    def _forbid_openness(self, found: Labelling) -> bool:
        """Add a clause against what is undecided for no open reason; return whether there is."""
        undecided = found.possible & ~found.inside
        baseless = undecided & ~excused(self._dispute, undecided)
        if not baseless:
            return False
        clause = []
        for atom in self._nodes_in(baseless):
            clause += [self._inside[atom], -self._possible[atom]]
        outside = {
            other
            for atom in self._nodes_in(baseless)
            for rule in self._dispute.rules[atom]
            for other in (*rule.body, *rule.against)
            if not baseless >> other & 1
        }
        # One of them is decided, or something that bears on them is not.
        for other in sorted(outside):
            self._last_variable += 1
            self._solver.add_clause([-self._last_variable, -self._inside[other]])
            self._solver.add_clause([-self._last_variable, self._possible[other]])
            clause.append(self._last_variable)
        self._solver.add_clause(clause)
        return True

    def _model(self, assumed: list[int]) -> frozenset[int] | None:
        while True:
            self._deadline.check()
            self._solver.conf_budget(_CONFLICTS_BETWEEN_CHECKS)
            # The solver would else catch Ctrl-C itself, and make an error of its own of it.
            answer = self._solver.solve_limited(assumptions=assumed, expect_interrupt=True)
            if answer is not None:
                break
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

    def _nodes_in(self, bits: int) -> list[int]:
        return [node for node in range(self._count) if bits >> node & 1]


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


def _held(variables: Sequence[int], true: frozenset[int]) -> int:
    digits = "".join("1" if variable in true else "0" for variable in reversed(variables))
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


class _Side:
    """What is in, or what is possible: a variable for each node, a literal for each ground."""

    def __init__(self, dispute: Dispute, variables: Sequence[int]) -> None:
        self._dispute = dispute
        self.variable = variables
        self.held_up_by: list[list[tuple[Rule, int]]] = [[] for _ in variables]

    def unfounded(self, true: frozenset[int]) -> set[int]:
        """Return what the solver holds true and nothing outside of a circle of support carries."""
        waiting = {node for node, variable in enumerate(self.variable) if variable in true}
        uses: dict[int, list[tuple[int, Rule]]] = {}
        ready: list[int] = []
        needs: dict[int, int] = {}
        for node in waiting:
            for ground, literal in self.held_up_by[node]:
                if literal in true:
                    needs[id(ground)] = len(ground.body)
                    for other in ground.body:
                        uses.setdefault(other, []).append((node, ground))
                    if not ground.body:
                        ready.append(node)
        while ready:
            founded = ready.pop()
            if founded not in waiting:
                continue
            waiting.remove(founded)
            for node, ground in uses.get(founded, ()):
                needs[id(ground)] -= 1
                if not needs[id(ground)]:
                    ready.append(node)
        return waiting

    def loop_clauses(self, circle: set[int]) -> Iterator[list[int]]:
        """Yield, for each node of a circle: if it holds, so does a ground outside of the circle."""
        carrying = [
            literal
            for node in sorted(circle)
            for ground, literal in self.held_up_by[node]
            if circle.isdisjoint(ground.body)
        ]
        for node in sorted(circle):
            yield [-self.variable[node], *carrying]


class _Encoding:
    """Clauses for a dispute. The first variable is true."""

    def __init__(self, dispute: Dispute, *, total: bool) -> None:
        count = len(dispute.rules)
        self._dispute = dispute
        self.clauses: list[list[int]] = [[1]]
        self.last_variable = 1
        first = [self._new() for _ in range(count)]
        # Where nothing may be left undecided, what is possible is in.
        open_ones = may_stay_open(dispute) if total else -1
        second = [self._new() if open_ones >> n & 1 else first[n] for n in range(count)]
        self._linked: dict[tuple[int, ...], int] = {}
        inside, possible = _Side(dispute, first), _Side(dispute, second)
        self.sides = (inside, possible)
        for atom in range(count):
            self._judge(atom, inside, possible, to_carry=True)
            self._judge(atom, possible, inside, to_carry=False)
            self.clauses.append([-first[atom], second[atom]])

    def _new(self) -> int:
        self.last_variable += 1
        return self.last_variable

    def _judge(self, atom: int, side: _Side, other: _Side, *, to_carry: bool) -> None:
        """Make an atom equivalent to having a rule that nothing on the other side stops."""
        ways = []
        for rule in self._dispute.rules[atom]:
            if to_carry and not rule.can_carry:
                continue
            wanted = [side.variable[one] for one in rule.body]
            way = self._all(wanted + [-other.variable[one] for one in rule.against])
            ways.append(way)
            side.held_up_by[atom].append((rule, way))
        holds = side.variable[atom]
        self.clauses.append([-holds, *ways])
        self.clauses += ([holds, -way] for way in ways)

    def _all(self, literals: list[int]) -> int:
        """Return a literal that is true where all of these are."""
        if not literals:
            return 1
        if len(literals) == 1:
            return literals[0]
        key = tuple(sorted(set(literals)))
        if key not in self._linked:
            both = self._linked[key] = self._new()
            self.clauses.append([both, *(-literal for literal in key)])
            self.clauses += ([-both, literal] for literal in key)
        return self._linked[key]

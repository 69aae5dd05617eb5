"""A dispute as clauses for a SAT solver. The first variable is true.

Each atom has two literals, *in* and *out*. There are two ways to tie them to the rules:

- **complete**: an atom is in, and is out, just where its rules say so (Clark's completion);
- **admissible**: where it is in, a rule brings it in, and where it is out, nothing is left that
  could. That is half the clauses. What is in may be less than all that follows, but the largest
  sets are the same, and an atom is in one of these if it is in one of those (Dung 1995, for
  frameworks; Caminada, Sá, Alcântara and Dvořák 2015, for logic programs).

Both allow circles of support to hold themselves up; `Side` finds those, and the clauses that forbid
them (loop formulas: Lin and Zhao 2004).
"""

from collections.abc import Iterator, Sequence

from argmap.evaluation.coherent.dispute import Dispute, Rule
from argmap.evaluation.coherent.openness import may_stay_open
from argmap.evaluation.deadline import Deadline

TRUE = 1


class Side:
    """What is in, or what is not out: a literal for each atom, and one for each of its rules."""

    def __init__(self, literals: Sequence[int]) -> None:
        """Look at the literals that say of each atom that it is on this side."""
        self.literal = literals
        self.held_up_by: list[list[tuple[Rule, int]]] = [[] for _ in literals]

    def unfounded(self, true: frozenset[int]) -> set[int]:
        """Return what the solver holds true and nothing outside of a circle of support carries."""
        waiting = {atom for atom, literal in enumerate(self.literal) if literal in true}
        uses: dict[int, list[tuple[int, int]]] = {}
        missing: list[int] = []
        ready: list[int] = []
        for atom in waiting:
            for rule, literal in self.held_up_by[atom]:
                if literal in true:
                    for other in rule.body:
                        uses.setdefault(other, []).append((atom, len(missing)))
                    missing.append(len(rule.body))
                    if not rule.body:
                        ready.append(atom)
        while ready:
            founded = ready.pop()
            if founded not in waiting:
                continue
            waiting.remove(founded)
            for atom, place in uses.get(founded, ()):
                missing[place] -= 1
                if not missing[place]:
                    ready.append(atom)
        return waiting

    def loop_clauses(self, circle: set[int]) -> Iterator[list[int]]:
        """Yield, for each atom of a circle: if it holds, so does a rule from outside of it."""
        carrying = [
            literal
            for atom in sorted(circle)
            for rule, literal in self.held_up_by[atom]
            if circle.isdisjoint(rule.body)
        ]
        for atom in sorted(circle):
            yield [-self.literal[atom], *carrying]


class Encoding:
    """Clauses, the literals that say what is in and what is out, and the sides to watch."""

    def __init__(self, dispute: Dispute, deadline: Deadline) -> None:
        """Begin without a clause but the one that gives the first variable its value."""
        self.clauses: list[list[int]] = [[TRUE]]
        self.last_variable = TRUE
        self._dispute = dispute
        self._deadline = deadline
        self._linked: dict[tuple[int, ...], int] = {}
        self.inside = self._variables(len(dispute.rules))
        self.outside: list[int] = []
        self.sides: tuple[Side, ...] = ()

    def _variables(self, count: int) -> list[int]:
        first = self.last_variable + 1
        self.last_variable += count
        return list(range(first, first + count))

    def _rules(self) -> Iterator[tuple[int, tuple[Rule, ...]]]:
        for atom, rules in enumerate(self._dispute.rules):
            self._deadline.check()
            yield atom, rules

    def _all(self, literals: list[int]) -> int:
        """Return a literal that is true where all of these are."""
        if len(literals) < 2:
            return literals[0] if literals else TRUE
        key = tuple(sorted(set(literals)))
        if key not in self._linked:
            both = self._linked[key] = self._variables(1)[0]
            self.clauses.append([both, *(-literal for literal in key)])
            self.clauses += ([-both, literal] for literal in key)
        return self._linked[key]


class CompleteEncoding(Encoding):
    """The complete labellings of a dispute; with `total`, those that leave nothing undecided.

    With `total`, an atom that something open bears on may be undecided all the same.
    """

    def __init__(self, dispute: Dispute, deadline: Deadline, *, total: bool) -> None:
        """Write down the clauses."""
        super().__init__(dispute, deadline)
        open_ones = may_stay_open(dispute) if total else -1
        possible = [
            self._variables(1)[0] if open_ones >> atom & 1 else literal
            for atom, literal in enumerate(self.inside)
        ]
        self.outside = [-literal for literal in possible]
        is_total = possible == self.inside
        upper = Side(self.inside)
        lower = upper if is_total else Side(possible)
        self.sides = (upper,) if is_total else (upper, lower)
        for atom, rules in self._rules():
            self._judge(atom, rules, upper, lower, to_carry=True)
            if not is_total:
                self._judge(atom, rules, lower, upper, to_carry=False)
                self.clauses.append([-self.inside[atom], possible[atom]])

    def _judge(
        self, atom: int, rules: tuple[Rule, ...], side: Side, other: Side, *, to_carry: bool
    ) -> None:
        """Make an atom equivalent to having a rule that nothing on the other side stops."""
        holds = side.literal[atom]
        counted = [rule for rule in rules if rule.can_carry or not to_carry]
        ways = []
        for rule in counted:
            wanted = [side.literal[one] for one in rule.body]
            wanted += [-other.literal[one] for one in rule.against]
            if len(counted) == 1:
                # The atom is its only rule, and needs no variable for it.
                self.clauses.append([holds, *(-literal for literal in wanted)])
                self.clauses += ([-holds, literal] for literal in wanted)
                side.held_up_by[atom].append((rule, holds))
                return
            ways.append(self._all(wanted))
            side.held_up_by[atom].append((rule, ways[-1]))
        self.clauses.append([-holds, *ways])
        self.clauses += ([holds, -way] for way in ways)


class AdmissibleEncoding(Encoding):
    """What defends itself: the largest sets of atoms that are in are those of complete ones."""

    def __init__(self, dispute: Dispute, deadline: Deadline) -> None:
        """Write down the clauses."""
        super().__init__(dispute, deadline)
        self.outside = self._variables(len(dispute.rules))
        side = Side(self.inside)
        self.sides = (side,)
        for atom, rules in self._rules():
            self.clauses.append([-self.inside[atom], -self.outside[atom]])
            self._bring_in(atom, [rule for rule in rules if rule.can_carry], side)
            self._leave_out(atom, rules)

    def _bring_in(self, atom: int, rules: list[Rule], side: Side) -> None:
        holds = self.inside[atom]
        ways = [holds] if len(rules) == 1 else self._variables(len(rules))
        for rule, way in zip(rules, ways, strict=True):
            self.clauses += ([-way, self.inside[one]] for one in rule.body)
            self.clauses += ([-way, self.outside[one]] for one in rule.against)
            side.held_up_by[atom].append((rule, way))
        if len(rules) != 1:
            self.clauses.append([-holds, *ways])

    def _leave_out(self, atom: int, rules: tuple[Rule, ...]) -> None:
        for rule in rules:
            gone = [self.outside[one] for one in rule.body]
            beaten = [self.inside[one] for one in rule.against]
            self.clauses.append([-self.outside[atom], *gone, *beaten])

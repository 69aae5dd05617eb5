"""What the grounded labelling leaves undecided, cut down to what can still make a difference.

A dispute is a small logic program. Its atoms are the undecided claims and steps that bear on one
another, and where it matters whether a ground or a counter-ground holds, this as well. An argument
is nothing of its own, only the atoms that it needs, its *body*. Whatever is decided has gone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded.standards import defeats, is_enough, refutes
from argmap.evaluation.network import GIVEN, IN, NOTHING, OUT, UNDECIDED, Network
from argmap.model import Standard

Body = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """An atom holds when all of `body` do and none of `against`.

    `can_carry` says whether that can bring the atom in, or only make it possible.
    """

    body: Body
    against: Body = ()
    can_carry: bool = True


@dataclass(frozen=True)
class Dispute:
    """Atoms, numbered from 0, each with its rules.

    `nodes` are the numbers in the network of those that are claims and steps, which come first.
    """

    nodes: tuple[int, ...]
    rules: tuple[tuple[Rule, ...], ...]


@dataclass(frozen=True, slots=True)
class Labelling:
    """A labelling of a dispute as two sets of bits: what is in, and what is not out."""

    inside: int
    possible: int


def disputes_of(network: Network, label: Sequence[int], deadline: Deadline) -> tuple[Dispute, ...]:
    """Return the disputes that have nothing to do with one another, in the order of the network.

    `label` is the grounded labelling of the network. Raises EvaluationLimitError.
    """
    drafts = _Drafts(network, label, deadline)
    leader = {atom: atom for atom in drafts.rules}
    for atom, rules in drafts.rules.items():
        for rule in rules:
            for other in (*rule.body, *rule.against):
                _join(leader, atom, other)
    groups: dict[int, list[int]] = {}
    for atom in drafts.rules:
        groups.setdefault(_leader_of(leader, atom), []).append(atom)
    return tuple(_numbered(atoms, drafts, network.size) for atoms in groups.values())


def body_of(network: Network, label: Sequence[int], node: int) -> Body:
    """Return the undecided claims and steps that an undecided claim, step or argument needs."""
    if not network.is_argument(node):
        return (node,)
    needed = [premise for premise in network.premises[node] if label[premise] == UNDECIDED]
    step = network.step[node]
    if step >= 0 and label[step] == UNDECIDED:
        needed.append(step)
    return tuple(dict.fromkeys(needed))


@dataclass(frozen=True, slots=True)
class _Bearing:
    """A ground or a counter-ground; `argument` is -1 for one of the claim's own."""

    claim: int
    argument: int
    strength: float
    body: Body
    can_carry: bool = True


class _Drafts:
    """The rules of all undecided atoms; those beyond the network stand for what holds or is in."""

    def __init__(self, network: Network, label: Sequence[int], deadline: Deadline) -> None:
        self._network = network
        self._label = label
        self._atoms: dict[tuple[str, int, int], int] = {}
        size, is_argument = network.size, network.is_argument
        self._open = [n for n in range(size) if not label[n] and not is_argument(n)]
        first = network.claim_count
        self._grounds = {n: self._grounds_of(n) for n in self._open if n < first}
        self._counters = {n: self._counters_of(n) for n in self._open if n < first}
        # Claims and steps first, so that they keep the first numbers.
        self.rules: dict[int, list[Rule]] = {node: [] for node in self._open}
        for node in self._open:
            deadline.check()
            self.rules[node] = list(self._of_claim(node) if node < first else self._of_step(node))

    def _grounds_of(self, claim: int) -> list[_Bearing]:
        network, label = self._network, self._label
        standard = network.standards.get(claim)
        beaten_by = _strongest_in(network, label, claim)
        found = []
        for argument in network.grounds[claim]:
            strength = network.strength[argument]
            if label[argument] != OUT and _lasts(standard, strength, beaten_by):
                body = self._body(argument)
                found.append(_Bearing(claim, argument, strength, body))
        own, given = network.own[claim], network.given[claim]
        if given and _lasts(standard, own, beaten_by):
            found.append(_Bearing(claim, -1, own, (), given == GIVEN))
        return found

    def _counters_of(self, claim: int) -> list[_Bearing]:
        network, label = self._network, self._label
        if network.standards.get(claim) is Standard.SCINTILLA:
            return []
        return [
            _Bearing(claim, argument, network.strength[argument], self._body(argument))
            for argument in network.attacks[claim]
            if label[argument] != OUT
        ]

    def _body(self, argument: int) -> Body:
        if self._label[argument] == IN:
            return ()
        return body_of(self._network, self._label, argument)

    def _of_step(self, step: int) -> Iterator[Rule]:
        network, label = self._network, self._label
        undercuts = [self._standing(one) for one in network.attacks[step] if label[one] != OUT]
        against = tuple(dict.fromkeys(undercuts))
        if not network.grounds[step]:
            yield Rule((), against)
        for backing in network.grounds[step]:
            if label[backing] != OUT:
                yield Rule(self._body(backing), against)

    def _of_claim(self, claim: int) -> Iterator[Rule]:
        for ground in self._grounds[claim]:
            if self._is_asked_for(ground):
                yield Rule((self._ground(ground),))
            else:
                yield Rule(ground.body, self._against(ground), ground.can_carry)

    def _is_asked_for(self, ground: _Bearing) -> bool:
        """Return whether something falls because this ground holds."""
        if self._network.partners.get(ground.claim):
            return True
        return any(self._beats(ground, counter) for counter in self._counters[ground.claim])

    def _beats(self, one: _Bearing, other: _Bearing) -> bool:
        return defeats(self._network, one.argument, one.strength, other.argument, other.strength)

    def _against(self, ground: _Bearing) -> Body:
        network, claim = self._network, ground.claim
        standard = network.standards.get(claim)
        found: dict[int, None] = {}
        for counter in self._counters[claim]:
            if self._beats(counter, ground):
                found[self._counter(counter)] = None
            if refutes(standard, ground.strength, counter.strength):
                found[self._standing(counter.argument)] = None
        for other in network.partners.get(claim, ()):
            for rival in self._grounds.get(other, ()):
                if rival.strength >= ground.strength:
                    found[self._ground(rival)] = None
        return tuple(found)

    def _ground(self, ground: _Bearing) -> int:
        return self._holding("ground", ground, lambda: self._against(ground))

    def _counter(self, counter: _Bearing) -> int:
        """Return the atom of a counter-ground; where nothing can defeat it, of its argument."""
        rivals = [one for one in self._grounds[counter.claim] if self._beats(one, counter)]
        if not rivals:
            return self._standing(counter.argument)
        return self._holding(
            "counter", counter, lambda: tuple(self._ground(rival) for rival in rivals)
        )

    def _holding(self, kind: str, one: _Bearing, against: object) -> int:
        key = (kind, one.claim, one.argument)
        if key not in self._atoms:
            atom = self._atoms[key] = self._network.size + len(self._atoms)
            self.rules[atom] = []
            assert callable(against)
            self.rules[atom].append(Rule(one.body, against(), one.can_carry))
        return self._atoms[key]

    def _standing(self, argument: int) -> int:
        """Return the atom that is in where an argument is."""
        body = self._body(argument)
        if len(body) == 1:
            return body[0]
        key = ("argument", 0, argument)
        if key not in self._atoms:
            self._atoms[key] = self._network.size + len(self._atoms)
            self.rules[self._atoms[key]] = [Rule(body)]
        return self._atoms[key]


def _strongest_in(network: Network, label: Sequence[int], claim: int) -> float:
    found = (network.strength[one] for one in network.attacks[claim] if label[one] == IN)
    return max(found, default=NOTHING)


def _lasts(standard: Standard | None, strength: float, beaten_by: float) -> bool:
    """Return whether a ground of an undecided claim is possible in spite of what is in."""
    return standard is None or is_enough(standard, strength, beaten_by)


def _join(leader: dict[int, int], one: int, other: int) -> None:
    one, other = _leader_of(leader, one), _leader_of(leader, other)
    leader[max(one, other)] = min(one, other)


def _leader_of(leader: dict[int, int], node: int) -> int:
    while leader[node] != node:
        leader[node] = leader[leader[node]]
        node = leader[node]
    return node


def _numbered(atoms: list[int], drafts: _Drafts, size: int) -> Dispute:
    number = {atom: order for order, atom in enumerate(atoms)}
    return Dispute(
        tuple(atom for atom in atoms if atom < size),
        tuple(tuple(renamed(rule, number) for rule in drafts.rules[atom]) for atom in atoms),
    )


def renamed(rule: Rule, number: dict[int, int]) -> Rule:
    """Return a rule with the atoms under their new numbers."""
    body, against = (tuple(number[one] for one in part) for part in (rule.body, rule.against))
    return Rule(body, against, rule.can_carry)

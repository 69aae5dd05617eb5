"""What Carneades itself says of a file: its statements in, out or undecided.

The definition is that of Gordon and Walton (2016), “Formalizing balancing arguments”, as the
program Carneades 4 computes it. It differs from a map’s in three ways: support in a circle is
undecided, of equally strong positions all are out, and an argument with an undecided premise is
undecided even where another premise is out.
"""

from collections.abc import Mapping

from argmap.evaluation.grounded.standards import is_enough
from argmap.formats.carneades.elements import CUMULATIVE, Case, Inference
from argmap.formats.carneades.weighings import full_weights
from argmap.model import Label


def labels_of(case: Case) -> Mapping[str, Label]:
    """Return the label that each statement has there."""
    return _Labelling(case).grounded()


class _Labelling:
    """Labels in the making: what has one keeps it, so that the order of work is free."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._weights = full_weights(case)
        self._arguments: dict[str, list[Inference]] = {name: [] for name in case.statements}
        self._depending: dict[str, set[str]] = {name: set() for name in case.statements}
        for one in case.inferences.values():
            self._arguments[one.conclusion].append(one)
            for name in (*one.premises, *one.undercutters):
                self._depending[name].add(one.conclusion)
        self._issues = {name: positions for positions in case.issues for name in positions}
        self._found: dict[str, Label] = {}

    def grounded(self) -> Mapping[str, Label]:
        """Return the labels of all statements."""
        for name in self._case.assumptions:
            self._found[name] = Label.ACCEPTED
        for positions in self._case.issues:
            if any(name in self._case.assumptions for name in positions):
                for name in positions:
                    self._found.setdefault(name, Label.REJECTED)
        waiting = dict.fromkeys(self._case.statements)
        while waiting:
            name, _ = waiting.popitem()
            if name in self._found:
                continue
            decided = self._decided(name)
            self._found.update(decided)
            for one in decided:
                waiting.update(dict.fromkeys(self._depending[one]))
                waiting.update(dict.fromkeys(self._issues.get(one, ())))
        return {name: self._found.get(name, Label.UNDECIDED) for name in self._case.statements}

    def _decided(self, name: str) -> Mapping[str, Label]:
        """Return the labels that a statement, and the other positions of its issue, get now."""
        weights = [self._weight(one) for one in self._arguments[name]]
        if all(weight == 0 for weight in weights):
            return {name: Label.REJECTED}
        positions = self._issues.get(name)
        if positions is not None:
            return self._resolved(positions)
        return {name: Label.ACCEPTED} if any(weights) else {}

    def _resolved(self, positions: tuple[str, ...]) -> Mapping[str, Label]:
        strongest: dict[str, float] = {}
        for position in positions:
            strongest[position] = 0.0
            for one in self._arguments[position]:
                weight = self._weight(one)
                if weight is None:
                    return {}
                strongest[position] = max(strongest[position], weight)
        return {
            one: Label.ACCEPTED if self._wins(one, strongest) else Label.REJECTED
            for one in strongest
        }

    def _wins(self, position: str, strongest: Mapping[str, float]) -> bool:
        weight, standard = strongest[position], self._case.standards.get(position)
        against = [other for name, other in strongest.items() if name != position]
        return weight > 0 and all(
            weight > other and is_enough(standard, weight, other) for other in against
        )

    def _weight(self, one: Inference) -> float | None:
        """Return the weight that an argument has; None as long as that is open."""
        undercuts = [self._found.get(name) for name in one.undercutters]
        if Label.ACCEPTED in undercuts:
            return 0.0
        premises = [self._found.get(name) for name in one.premises]
        if None in undercuts or None in premises:
            return None
        standing = premises.count(Label.ACCEPTED)
        if one.weighing.kind == CUMULATIVE:
            return standing / len(premises) if premises else 0.0
        enough = standing > 0 if one.weighing.is_by_each else standing == len(premises)
        return self._weights[one.name] if enough else 0.0

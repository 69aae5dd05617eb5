"""How a file of Carneades weighs arguments → values, and the weight that arguments have by them.

The ways of weighing are those of the program: a constant; `convergent`, each premise alone;
`cumulative`, by the share of its premises that stand; `factorized`, by its share in all premises
of the arguments about an issue; and an order by properties of the schemes.
"""

from collections.abc import Mapping
from functools import cmp_to_key

from argmap.document import Mapping as MappingNode
from argmap.document import Node, Scalar
from argmap.faults import FaultLog, quoted
from argmap.formats.carneades.elements import (
    BASIC_WEIGHINGS,
    CONSTANT,
    FACTORIZED,
    PREFERENCE,
    Case,
    Inference,
    Preference,
    Weighing,
)
from argmap.formats.carriers.yaml_document import entries_of, items_of, scalars_of, text_of
from argmap.formats.losses import Losses
from argmap.source import Span


class WeighingReader:
    """Reads ways of weighing; those with names are kept in `named`."""

    def __init__(self, named: dict[str, Weighing], log: FaultLog, losses: Losses) -> None:
        """Read nothing yet."""
        self._named = named
        self._log = log
        self._losses = losses

    def read_named(self, node: Node) -> None:
        """Keep the functions that a file gives names to."""
        for entry in entries_of(node, "“weighing_functions”", self._log):
            found = self.read(entry.value)
            if found is not None:
                self._named[entry.key.value] = found

    def read(self, node: Node | None) -> Weighing | None:
        """Return a way of weighing: a number, a name, or a constant or order; else None."""
        if isinstance(node, MappingNode):
            if node.get(CONSTANT) is not None:
                return self.read(node.get(CONSTANT))
            if node.get(PREFERENCE) is not None:
                orders = map(self._preference, items_of(node.get(PREFERENCE)))
                return Weighing(PREFERENCE, preferences=tuple(orders))
            self._tell(", ".join(e.key.value for e in node.entries), node.span)
        elif isinstance(node, Scalar):
            return self._named_or_number(node)
        elif node is not None:
            self._tell("a list", node.span)
        return None

    def _named_or_number(self, node: Scalar) -> Weighing | None:
        name = node.value
        if name in self._named:
            return self._named[name]
        if name.lower() in BASIC_WEIGHINGS:
            return Weighing(name.lower())
        try:
            weight = float(name)
        except ValueError:
            self._tell(name, node.span)
            return None
        if 0 < weight <= 1:
            return Weighing(CONSTANT, weight)
        message = "an argument’s weight is above 0 and at most 1: others are left out"
        self._losses.say(message, node.span)
        return None

    def _preference(self, node: Node) -> Preference:
        entries = MappingNode(entries_of(node, "a preference", self._log), node.span)
        name = text_of(entries.get("property"), "a property", self._log) or ""
        values = [s.value for s in scalars_of(entries.get("order"), "an order", self._log)]
        if len(values) == 1 and values[0].lower() in ("ascending", "descending"):
            return Preference(name, is_ascending=values[0].lower() == "ascending")
        return Preference(name, tuple(value.lower() for value in values))

    def _tell(self, name: str, span: Span) -> None:
        message = f"a map weighs no arguments as {quoted(name)}: read as linked premises"
        self._losses.say(message, span)


def full_weights(case: Case) -> Mapping[str, float]:
    """Return the weight of each argument, by its name, when all its premises stand."""
    about: dict[str, list[Inference]] = {}
    for inference in case.inferences.values():
        about.setdefault(inference.conclusion, []).append(inference)
    weights = {one.name: one.weighing.constant for one in case.inferences.values()}
    for positions in case.issues:
        rivals = [one for name in dict.fromkeys(positions) for one in about.get(name, ())]
        total = len({premise for one in rivals for premise in one.premises})
        for one in rivals:
            if one.weighing.kind == FACTORIZED:
                weights[one.name] = len(one.premises) / total if total else 0.0
            elif one.weighing.kind == PREFERENCE:
                weights[one.name] = _rank(one, rivals)
    return weights


def _rank(one: Inference, rivals: list[Inference]) -> float:
    """Return the place of an argument in the order of its rivals, the last one being 1."""

    def compare(first: Inference, second: Inference) -> int:
        return _compared(first.properties, second.properties, one.weighing.preferences)

    groups: list[Inference] = []
    for rival in sorted(rivals, key=cmp_to_key(compare)):
        if not groups or compare(groups[-1], rival):
            groups.append(rival)
    place = next((n for n, rival in enumerate(groups, 1) if not compare(rival, one)), len(groups))
    return place / len(groups)


def _compared(
    one: Mapping[str, str], other: Mapping[str, str], preferences: tuple[Preference, ...]
) -> int:
    """Return a number below 0 where the first is weaker, above 0 where it is stronger."""
    for by in preferences:
        left, right = one.get(by.property), other.get(by.property)
        if left is None or right is None or left == right:
            continue
        if by.values:
            places = [
                by.values.index(value.lower()) if value.lower() in by.values else len(by.values)
                for value in (left, right)
            ]
            if places[0] != places[1]:
                return places[0] - places[1]
            continue
        order = -1 if _sortable(left) < _sortable(right) else 1
        return order if by.is_ascending else -order
    return 0


def _sortable(value: str) -> tuple[bool, float, str]:
    """Return numbers by their value, dates and other texts by their letters."""
    try:
        return False, float(value), ""
    except ValueError:
        return True, 0.0, value

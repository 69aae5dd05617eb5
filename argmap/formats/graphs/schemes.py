"""Graphs of claims and of schemes that join them, as AIF and its kin have them ↔ ArgumentMap.

A scheme node is an argument for or against what it leads to; the claims that lead to it are its
premises. A node of another kind is known, so that edges to it are no fault, and left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses
from argmap.model import Argument, ArgumentMap, Polarity
from argmap.source import Span
from argmap.values import is_shown


@dataclass(frozen=True, slots=True)
class _Scheme:
    """A scheme node; one that `contradicts` joins claims that cannot be true together."""

    polarity: Polarity
    contradicts: bool
    span: Span
    fields: dict[str, Any]


@dataclass(slots=True)
class SchemeGraph:
    """A graph in the making; lives as long as one file is read."""

    file: str
    log: FaultLog
    losses: Losses
    into: dict[str, list[str]] = field(default_factory=dict)
    out_of: dict[str, list[str]] = field(default_factory=dict)
    _made: ForeignGraph = field(init=False)
    _claims: dict[str, Span] = field(default_factory=dict)
    _schemes: dict[str, _Scheme] = field(default_factory=dict)
    _others: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin the map."""
        self._made = ForeignGraph(self.file, self.log, self.losses)

    def claim(self, name: str, text: object, span: Span, **fields: Any) -> None:
        """Add a claim, as to a ForeignGraph."""
        if self._is_new(name, span):
            self._claims[name] = span
            self._made.claim(name, text, span, **fields)

    def scheme(
        self,
        name: str,
        polarity: Polarity,
        span: Span,
        *,
        contradicts: bool = False,
        **fields: Any,
    ) -> None:
        """Add a scheme node, with further fields of an Argument."""
        if self._is_new(name, span):
            self._schemes[name] = _Scheme(polarity, contradicts, span, fields)

    def other(self, name: str, span: Span) -> None:
        """Add a node that is neither claim nor argument."""
        if self._is_new(name, span):
            self._others.add(name)

    def edge(self, start: str | None, end: str | None, span: Span) -> None:
        """Add an edge, once all nodes are there; one that joins no two nodes is told."""
        if start is None or end is None or not self._is_node(start) or not self._is_node(end):
            self.losses.say("edges that lead from or to no node are left out", span)
            return
        self.out_of.setdefault(start, []).append(end)
        self.into.setdefault(end, []).append(start)

    def built(self, *, theses: Iterable[str] | None = None, **fields: Any) -> ArgumentMap | None:
        """Return the map, or None after a fault, with further fields of an ArgumentMap.

        Without theses that are claims they are found as those of a ForeignGraph.
        """
        schemes = self._whole_schemes()
        for name, scheme in schemes.items():
            self._add_arguments(name, scheme, schemes)
        for name, span in self._claims.items():
            for target in self._claims_among(self.out_of.get(name, ())):
                self._made.argument(f"{name} → {target}", [name], target, span)
        named = self._claims_among(theses or ())
        return self._made.built(theses=named or None, **fields)

    def _add_arguments(self, name: str, scheme: _Scheme, schemes: Iterable[str]) -> None:
        premises = self._claims_among(self.into.get(name, ()))
        targets = self._targets(name, schemes)
        if scheme.contradicts and not premises:
            premises, targets = targets[:1], targets[1:]
        for number, target in enumerate(targets):
            if scheme.contradicts and target in self._claims and len(premises) == 1:
                self._made.contradiction(premises[0], target)
                continue
            key = name if number == 0 else f"{name} {number + 1}"
            self._made.argument(
                key, premises, target, scheme.span, polarity=scheme.polarity, **scheme.fields
            )

    def _whole_schemes(self) -> dict[str, _Scheme]:
        """Return the scheme nodes that have premises and lead to something that is kept."""
        schemes = dict(self._schemes)
        waiting = list(schemes)
        while waiting:
            name = waiting.pop()
            if name not in schemes:
                continue
            targets = self._targets(name, schemes)
            has_premises = bool(self._claims_among(self.into.get(name, ())))
            between = schemes[name].contradicts and len(self._claims_among(targets)) > 1
            if between or (has_premises and targets):
                continue
            what = "conclusion" if has_premises else "premise"
            self.losses.say(f"arguments without a {what} are left out", schemes.pop(name).span)
            waiting += [node for node in self.into.get(name, ()) if node in schemes]
        return schemes

    def _targets(self, name: str, schemes: Iterable[str]) -> list[str]:
        ends = dict.fromkeys(self.out_of.get(name, ()))
        return [end for end in ends if end in self._claims or end in schemes]

    def _claims_among(self, names: Iterable[str]) -> list[str]:
        return [name for name in dict.fromkeys(names) if name in self._claims]

    def _is_node(self, name: str) -> bool:
        return name in self._claims or name in self._schemes or name in self._others

    def _is_new(self, name: str, span: Span) -> bool:
        if not self._is_node(name):
            return True
        self.log.report(Fault.DUPLICATE_ID, span, f"two nodes are {quoted(name)}")
        return False


def ends_of(argument: Argument) -> list[tuple[str, str]]:
    """Return the edges of an argument: from its premises to it, and on to its target."""
    premises = dict.fromkeys(argument.premises)
    return [*((premise, argument.id) for premise in premises), (argument.id, argument.target)]


def contradictions_in(a_map: ArgumentMap, word: str) -> Iterator[tuple[str, str, str]]:
    """Yield a name with `word` for each contradiction, and the ids of the claims it joins."""
    for claim in a_map.claims:
        for other in dict.fromkeys(claim.contradicts):
            # A blank is no part of an id, so that no other node has this name.
            yield f"{claim.id} {word} {other}", claim.id, other


def record(value: object, what: str, span: Span, log: FaultLog) -> dict[str, Any]:
    """Return an object of JSON; report anything else, and return an empty one."""
    if isinstance(value, dict):
        return value
    if value is not None:
        log.report(Fault.WRONG_KIND, span, f"{what} should be an object")
    return {}


def name_of(value: object) -> str | None:
    """Return the name that a node goes by, a text or a whole number, or None."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def text_of(value: object) -> str | None:
    """Return a text that shows something, or None."""
    return value if isinstance(value, str) and is_shown(value) else None

"""Graphs of claims and of schemes that join them, as AIF and its kin have them ↔ ArgumentMap.

A scheme node is an argument for or against what it leads to; the claims that lead to it are its
premises. A node of another kind is known, so that edges to it are no fault, and left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.graphs.reading import MOST_PARTS, ForeignGraph
from argmap.formats.graphs.rephrases import TAG, closing_circles, label_of
from argmap.formats.losses import Losses
from argmap.model import Argument, ArgumentMap, Polarity
from argmap.source import Span
from argmap.values import is_shown


@dataclass(frozen=True, slots=True)
class _Scheme:
    """A scheme node; one that `contradicts` joins claims that cannot be true together.

    One that `rephrases` says of each claim that leads to it, alone, that it says another one again.
    """

    polarity: Polarity
    contradicts: bool
    span: Span
    fields: dict[str, Any]
    rephrases: bool = False


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
    _size: int = 0

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

    def rephrase(self, name: str, text: str, span: Span) -> None:
        """Add a node for a rephrase; its text tells the kind."""
        if self._is_new(name, span):
            fields = {"label": label_of(text), "tags": (TAG,)}
            self._schemes[name] = _Scheme(Polarity.SUPPORT, False, span, fields, rephrases=True)

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
        self._note_circles()
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
        self._size += len(premises) * len(targets)
        if self._size > MOST_PARTS:
            message = "the nodes from here on are joined to more others than can be read"
            self.log.report(Fault.TOO_LARGE, scheme.span, message)
            return
        if scheme.rephrases:
            for number, (premise, target) in enumerate(self._pairs(name, schemes)):
                key = name if number == 0 else f"{name} {number + 1}"
                self._made.argument(key, [premise], target, scheme.span, **scheme.fields)
            return
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

    def _note_circles(self) -> None:
        """Make a note of each rephrase that would close a circle, in which nothing could stand."""
        rephrases = {
            name: self._pairs(name, ()) for name, one in self._schemes.items() if one.rephrases
        }
        if not rephrases:
            return
        closing = closing_circles(rephrases, self._supports())
        for name in closing:
            span = self._schemes.pop(name).span
            self._others.add(name)
            self.losses.say("rephrases that would close a circle of support are notes", span)
            for premise, target in rephrases[name]:
                self._made.add_note(target, f"rephrase: {self._made.text_of(premise)}")

    def _supports(self) -> Iterator[tuple[str, str]]:
        for name, scheme in self._schemes.items():
            if scheme.polarity is Polarity.SUPPORT and not scheme.rephrases:
                # By way of the node, which is no claim.
                yield from (
                    (premise, name) for premise in self._claims_among(self.into.get(name, ()))
                )
                yield from ((name, target) for target in self._targets(name, self._schemes))
        for name in self._claims:
            yield from ((name, target) for target in self._claims_among(self.out_of.get(name, ())))

    def _pairs(self, name: str, schemes: Iterable[str]) -> list[tuple[str, str]]:
        """Return what a rephrase says again, by what; a claim that is both ends is none."""
        premises = self._claims_among(self.into.get(name, ()))
        targets = self._targets(name, schemes)
        if len(premises) * len(targets) > MOST_PARTS:
            targets = targets[:1]
        return [(one, other) for other in targets for one in premises if one != other]

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
            is_of_itself = schemes[name].rephrases and not self._pairs(name, schemes)
            if between or (has_premises and targets and not is_of_itself):
                continue
            kind = "rephrases" if schemes[name].rephrases else "arguments"
            what = "conclusion" if has_premises else "premise"
            self.losses.say(f"{kind} without a {what} are left out", schemes.pop(name).span)
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

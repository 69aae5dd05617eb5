"""What readers of outlines share: items with their depths → ArgumentMap.

What has nothing above it is a thesis. What stands below a claim bears on it, with one premise;
what stands below a mark alone, such as “Because:”, are the premises of one step.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses
from argmap.formats.nested_lists.marks import Bearing, Item
from argmap.model import ArgumentMap, Polarity
from argmap.source import Span, at_start
from argmap.values import is_id

_AGAINST = (Bearing.ATTACK, Bearing.UNDERCUT)


@dataclass(slots=True)
class _Step:
    """An argument in the making."""

    target: str
    polarity: Polarity
    span: Span
    fields: dict[str, Any]
    premises: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Level:
    """An item above: its claim, if it has one, and the argument that it is a premise of, or is."""

    depth: int
    claim: str | None
    step: str | None


class NestedOutline:
    """A map in the making, item by item; lives as long as one file is read."""

    def __init__(self, file: str, log: FaultLog, losses: Losses) -> None:
        """Start with nothing above."""
        self._file, self._log, self._losses = file, log, losses
        self._graph = ForeignGraph(file, log, losses)
        self._theses: list[str] = []
        self._steps: dict[str, _Step] = {}
        self._claims: set[str] = set()
        self._known: dict[str, str] = {}
        self._references: list[tuple[str, Span]] = []
        self._above: list[_Level] = []

    def take(
        self, depth: int, item: Item, span: Span, *, known_as: str | None = None, **fields: Any
    ) -> None:
        """Add an item, with further fields of its claim, or of its step where it is a mark alone.

        `known_as` is a further name by which other items may refer to it. The depth is any number
        that grows inwards. Texts, tags and a link may be anything: what no map can hold is
        reported, or told as lost.
        """
        self._leave(depth, item.bearing)
        parent = self._above[-1] if self._above else None
        if item.is_step:
            self._open_step(parent, depth, item, span, fields)
            return
        if item == Item("", item.bearing):
            self._losses.say("what has no text is left out", span)
            if parent is not None:
                self._above.append(_Level(depth, parent.claim, parent.step))
            return
        claim = self._claim(item, span, fields)
        if claim is None:
            return
        if known_as is not None:
            self._known.setdefault(known_as, claim)
        if parent is None:
            self._take_thesis(depth, item, claim, span)
        elif item.bearing is Bearing.LINKED:
            self._link(parent.step, depth, claim, span)
        elif parent.claim is None and parent.step and not _speaks_against_step(item):
            self._steps[parent.step].premises.append(claim)
            self._above.append(_Level(depth, claim, parent.step))
        else:
            on_step = item.bearing is Bearing.UNDERCUT or parent.claim is None
            target = parent.step if on_step else parent.claim
            if target is None:
                message = "“~” speaks against a step, and stands below a premise of it"
                self._log.report(Fault.NOTATION_SYNTAX, span, message)
                return
            name = self._new_step(target, item, span, {})
            self._steps[name].premises.append(claim)
            self._above.append(_Level(depth, claim, name))

    def leave_all(self) -> None:
        """Let nothing stand above what comes next."""
        self._above.clear()

    def built(
        self, *, title: str | None = None, description: str | None = None
    ) -> ArgumentMap | None:
        """Return the map, or None after a fault."""
        for name, span in self._references:
            if self._resolved(name) not in self._claims:
                self._log.report(Fault.UNKNOWN_REFERENCE, span, f"there is no claim {quoted(name)}")
        dropped = set()
        for name, step in self._steps.items():
            if not step.premises or step.target in dropped:
                dropped.add(name)
                self._losses.say("a step below which no claim stands is left out", step.span)
                continue
            premises = [self._resolved(premise) for premise in step.premises]
            target = self._resolved(step.target)
            self._graph.argument(
                name, premises, target, step.span, polarity=step.polarity, **step.fields
            )
        if not self._claims and not self._log.diagnostics:
            # As in a template that nobody has filled in yet.
            message, advice = "there is no claim in this file", "a claim is an item with a text"
            self._log.report(Fault.NOT_A_MAP, at_start(self._file), message, help=advice)
        theses = dict.fromkeys(self._resolved(name) for name in self._theses)
        return self._graph.built(title=title, description=description, theses=list(theses))

    def _resolved(self, name: str) -> str:
        """Return the name of the claim that is meant, where one name leads to another."""
        passed: list[str] = []
        while name in self._known and name not in self._claims and len(passed) < len(self._known):
            passed.append(name)
            name = self._known[name]
        self._known.update(dict.fromkeys(passed, name))
        return name

    def _leave(self, depth: int, bearing: Bearing | None) -> None:
        """Forget the items above that this one does not stand below."""
        while self._above and self._above[-1].depth >= depth:
            if bearing is Bearing.LINKED and self._above[-1].depth == depth:
                return
            self._above.pop()

    def _take_thesis(self, depth: int, item: Item, claim: str, span: Span) -> None:
        if item.bearing in (Bearing.LINKED, Bearing.UNDERCUT):
            message = f"“{item.bearing}” stands below something that it belongs to"
            self._log.report(Fault.NOTATION_SYNTAX, span, message)
        self._theses.append(claim)
        self._above.append(_Level(depth, claim, None))

    def _link(self, step: str | None, depth: int, claim: str, span: Span) -> None:
        if step is None:
            message = "“&” follows a premise that it is linked with"
            self._log.report(Fault.NOTATION_SYNTAX, span, message)
            return
        self._steps[step].premises.append(claim)
        self._above[-1] = _Level(depth, claim, step)

    def _open_step(
        self, parent: _Level | None, depth: int, item: Item, span: Span, fields: dict[str, Any]
    ) -> None:
        on_step = item.bearing is Bearing.UNDERCUT or (parent is not None and parent.claim is None)
        target = None if parent is None else parent.step if on_step else parent.claim
        if target is None:
            message = "this mark stands below nothing that it could bear on"
            self._log.report(Fault.NOTATION_SYNTAX, span, message)
            return
        if fields.pop("link", None) is not None:
            self._losses.say("links of steps are left out", span)
        name = self._new_step(target, item, span, fields)
        self._above.append(_Level(depth, None, name))

    def _new_step(self, target: str, item: Item, span: Span, fields: dict[str, Any]) -> str:
        polarity = Polarity.ATTACK if item.bearing in _AGAINST else Polarity.SUPPORT
        # A blank is no part of an id.
        name = f"step {len(self._steps) + 1}"
        self._steps[name] = _Step(target, polarity, span, fields)
        return name

    def _claim(self, item: Item, span: Span, fields: dict[str, Any]) -> str | None:
        """Note a claim, or find the one that is referred to; return its name in the graph."""
        if item.refers and item.id is not None:
            self._references.append((item.id, span))
            return item.id
        if item.id is not None and not is_id(item.id):
            self._log.report(Fault.BAD_VALUE, span, f"{quoted(item.id)} is not an id")
            return None
        fields["tags"] = (*item.tags, *fields.get("tags", ()))
        key = item.id or f"claim {len(self._claims) + 1}"
        self._graph.claim(key, item.text, span, wanted=item.id, **fields)
        self._claims.add(key)
        return key


def is_title(items: Iterable[tuple[int, Item]]) -> bool:
    """Return whether the centre of a mind map, at depth 0, is only its title.

    So it is where nothing on the level below says what it does to it.
    """
    known = list(items)
    first = [item for depth, item in known if depth == 1]
    is_one = sum(depth == 0 for depth, _ in known) == 1
    return is_one and bool(first) and not any(item.bearing for item in first)


def _speaks_against_step(item: Item) -> bool:
    """Return whether an item below a step attacks it; a plain `-` may be but a bullet there."""
    return item.bearing is Bearing.UNDERCUT or (item.by_word and item.bearing is Bearing.ATTACK)

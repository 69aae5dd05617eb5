"""What readers of outlines share: items with their depths → ArgumentMap.

What has nothing above it is a thesis. What stands below a claim bears on it, with one premise;
what stands below a mark alone, such as “Because:”, are the premises of one step.
"""

from dataclasses import dataclass, field
from typing import Any

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.foreign_graph import ForeignGraph
from argmap.formats.losses import Losses
from argmap.formats.outline_marks import Bearing, Item
from argmap.model import ArgumentMap, Polarity
from argmap.source import Span, at_start
from argmap.values import is_id, is_link, is_text, one_line, unwritable_character

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
        self._references: list[tuple[str, Span]] = []
        self._above: list[_Level] = []

    def take(self, depth: int, item: Item, span: Span, **fields: Any) -> None:
        """Add an item, with further fields of its claim, or of its step where it is a mark alone.

        The depth is any number that grows inwards. Of fields, a note and a link may be anything:
        what no map can hold is reported, or told as lost.
        """
        self._leave(depth, item.bearing)
        parent = self._above[-1] if self._above else None
        if item.is_step:
            self._open_step(parent, depth, item, span, fields)
            return
        claim = self._claim(item, span, fields)
        if claim is None:
            return
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

    def built(self, *, title: str | None = None) -> ArgumentMap | None:
        """Return the map, or None after a fault."""
        for name, span in self._references:
            if name not in self._claims:
                self._log.report(
                    Fault.UNKNOWN_REFERENCE, span, f"there is no claim {quoted(name)}"
                )
        dropped = set()
        for name, step in self._steps.items():
            if not step.premises or step.target in dropped:
                dropped.add(name)
                self._losses.say("a step below which no claim stands is left out", step.span)
                continue
            self._graph.argument(
                name, step.premises, step.target, step.span, polarity=step.polarity, **step.fields
            )
        title = self._checked(title, "title", at_start(self._file))
        return self._graph.built(
            title=one_line(title) if title else None, theses=list(dict.fromkeys(self._theses))
        )

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
        note = self._checked(fields.pop("note", None), "note", span)
        name = self._new_step(target, item, span, {**fields, "note": note})
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
        note = self._checked(fields.pop("note", None), "note", span)
        link = fields.pop("link", None)
        if link is not None and not is_link(link, relative=True):
            self._losses.say(f"{quoted(link)} is no link that a map can have: left out", span)
            link = None
        tags = tuple(dict.fromkeys((*item.tags, *fields.pop("tags", ()))))
        key = item.id or f"claim {len(self._claims) + 1}"
        self._graph.claim(
            key, item.text, span, wanted=item.id, tags=tags, note=note, link=link, **fields
        )
        self._claims.add(key)
        return key

    def _checked(self, text: str | None, what: str, span: Span) -> str | None:
        """Return a text that a map can hold; None where it shows nothing, or after a fault."""
        if text is None or not text.strip():
            return None
        if unwritable_character(text) is not None or not is_text(text):
            message = f"an invisible control character stands in this {what}"
            self._log.report(Fault.BAD_VALUE, span, message)
            return None
        return text


def _speaks_against_step(item: Item) -> bool:
    """Return whether an item below a step attacks it; a plain `-` may be but a bullet there."""
    return item.bearing is Bearing.UNDERCUT or (item.by_word and item.bearing is Bearing.ATTACK)

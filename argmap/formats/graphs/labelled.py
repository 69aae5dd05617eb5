"""Graphs of boxes and lines with words, as programs that draw and analyse graphs keep them.

A box is a claim, or the step of an argument in which premises meet. A line that leads from a claim
is an argument, or brings a premise to a step; one that leads from a step says what its argument is
for or against.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.graphs.reading import MOST_PARTS, ForeignGraph
from argmap.formats.graphs.relations import Relation, relation_in
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap, Polarity
from argmap.source import Span

_AGAINST = (Relation.ATTACK, Relation.UNDERCUT)


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two boxes. `fields` are those of the argument that it is, `wanted` its id.

    Without a relation it brings a premise to a step, and supports a claim.
    """

    start: str
    end: str
    relation: Relation | None
    span: Span
    wanted: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def polarity(self) -> Polarity:
        """Return whether it is for or against what it leads to."""
        return Polarity.ATTACK if self.relation in _AGAINST else Polarity.SUPPORT


@dataclass(frozen=True, slots=True)
class _Step:
    span: Span
    wanted: str | None
    is_against: bool
    fields: dict[str, Any]
    premises: list[str] = field(default_factory=list)
    targets: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument in the making, by the names of boxes; `line` leads to its target."""

    name: str
    premises: list[str]
    target: str
    line: Line
    polarity: Polarity
    wanted: str | None
    span: Span
    fields: dict[str, Any]


@dataclass(slots=True)
class LabelledGraph:
    """A graph in the making; lives as long as one file is read."""

    file: str
    log: FaultLog
    losses: Losses
    claims: dict[str, str] = field(default_factory=dict)
    made: ForeignGraph = field(init=False)
    _steps: dict[str, _Step] = field(default_factory=dict)
    _lines: list[Line] = field(default_factory=list)
    # Where each line stands among them; two may be equal.
    _places: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin the map."""
        self.made = ForeignGraph(self.file, self.log, self.losses)

    def claim(
        self, name: str, text: str, span: Span, *, wanted: str | None = None, **fields: Any
    ) -> None:
        """Add a claim, as to a ForeignGraph."""
        if self._is_new(name, span):
            self.claims[name] = text
            self.made.claim(name, text, span, wanted=wanted, **fields)

    def step(
        self,
        name: str,
        span: Span,
        *,
        wanted: str | None = None,
        against: bool = False,
        **fields: Any,
    ) -> None:
        """Add the step of an argument, with further fields of one.

        One that is `against` what it leads to is so where its line says nothing.
        """
        if self._is_new(name, span):
            self._steps[name] = _Step(span, wanted, against, fields)

    def has(self, name: str) -> bool:
        """Return whether a box has that name."""
        return name in self.claims or name in self._steps

    def line(self, line: Line) -> None:
        """Add a line, once both of its boxes are there."""
        self._places[id(line)] = len(self._lines)
        self._lines.append(line)
        if len(self._lines) == MOST_PARTS:
            message = f"there are more than {MOST_PARTS:,} lines"
            self.log.report(Fault.TOO_LARGE, line.span, message)

    def worded(self, start: str, end: str, words: str | None, *, span: Span, **fields: Any) -> None:
        """Add a line by the words beside it; those that say no relation are the argument’s label.

        Where they say it the other way round, as “because” does, so the line is read.
        """
        said = relation_in(words)
        if said is None:
            if words:
                told = "lines whose words say no relation are read as support, with them as label"
                self.losses.say(told, span)
                fields.setdefault("label", words)
            self.line(Line(start, end, None, span, fields=fields))
            return
        ends = (end, start) if said.turned else (start, end)
        self.line(Line(*ends, said.relation, span, fields=fields))

    def built(self, *, theses: Iterable[str] | None = None, **fields: Any) -> ArgumentMap | None:
        """Return the map, or None after a fault, with further fields of an ArgumentMap.

        Without theses they are found as those of a ForeignGraph.
        """
        direct = [line for line in self._lines if not self._belongs_to_step(line)]
        steps = self._whole_steps()
        arguments = [one for name in steps for one in self._of_step(name, steps)]
        undercuts = []
        for line in direct:
            if line.end not in self.claims and line.end not in steps:
                self.losses.say("lines to arguments that are left out go with them", line.span)
            elif line.relation is Relation.CONTRADICTION and line.end in self.claims:
                self.made.contradiction(line.start, line.end)
            elif line.relation is Relation.UNDERCUT and line.end in self.claims:
                undercuts.append(line)
            else:
                arguments.append(self._of_line(line, line.end))
        used: dict[str, list[str]] = {}
        for one in arguments:
            for premise in one.premises:
                used.setdefault(premise, []).append(one.name)
        arguments += [self._of_line(line, self._undercut(line, used)) for line in undercuts]
        self._add_in_order(arguments)
        return self.made.built(theses=None if theses is None else list(theses), **fields)

    def _belongs_to_step(self, line: Line) -> bool:
        """Give a line to the step that it leads from, or to which it brings a premise."""
        if (step := self._steps.get(line.start)) is not None:
            step.targets.append(line)
            return True
        step = self._steps.get(line.end)
        if step is None or line.relation not in (None, Relation.PREMISE):
            return False
        step.premises.append(line.start)
        return True

    def _of_line(self, line: Line, target: str) -> _Argument:
        # A blank is no part of an id, so that no box has this name.
        name = f"line {self._places[id(line)]}"
        return _Argument(
            name, [line.start], target, line, line.polarity, line.wanted, line.span, line.fields
        )

    def _of_step(self, name: str, steps: Iterable[str]) -> Iterator[_Argument]:
        step = self._steps[name]
        for number, line in enumerate(self._targets(step, steps)):
            called = name if number == 0 else f"{name} {number + 1}"
            wanted = step.wanted if number == 0 else None
            is_attack = step.is_against and line.relation is None
            polarity = Polarity.ATTACK if is_attack else line.polarity
            yield _Argument(
                called, step.premises, line.end, line, polarity, wanted, step.span, step.fields
            )

    def _undercut(self, line: Line, used: dict[str, list[str]]) -> str:
        """Return the one argument that an undercut claim is a premise of, else the claim."""
        found = used.get(line.end, [])
        if len(found) == 1:
            return found[0]
        told = "undercuts of what is a premise of no argument, or of several, are read as attacks"
        self.losses.say(told, line.span)
        return line.end

    def _add_in_order(self, arguments: Iterable[_Argument]) -> None:
        """Add arguments as their lines follow each other in the file."""
        for one in sorted(arguments, key=lambda argument: self._places[id(argument.line)]):
            self.made.argument(
                one.name,
                one.premises,
                one.target,
                one.span,
                polarity=one.polarity,
                wanted=one.wanted,
                **one.fields,
            )

    def _whole_steps(self) -> dict[str, _Step]:
        """Return the steps that have premises and lead to something that is kept."""
        steps, waiting = dict(self._steps), list(self._steps)
        into: dict[str, list[str]] = {}
        for name, step in steps.items():
            for line in step.targets:
                into.setdefault(line.end, []).append(name)
        while waiting:
            name = waiting.pop()
            if name not in steps:
                continue
            has_target = any(True for _ in self._targets(steps[name], steps))
            if steps[name].premises and has_target:
                continue
            what = "conclusion" if steps[name].premises else "premise"
            self.losses.say(f"arguments without a {what} are left out", steps.pop(name).span)
            waiting += into.get(name, ())
        return self._leading_to_claims(steps)

    def _leading_to_claims(self, steps: dict[str, _Step]) -> dict[str, _Step]:
        """Return the steps that lead to a claim in the end, and tell of those in a circle."""
        into: dict[str, list[str]] = {}
        for name, step in steps.items():
            for line in self._targets(step, steps):
                into.setdefault(line.end, []).append(name)
        found: set[str] = set()
        waiting = [name for end in self.claims for name in into.get(end, ())]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += into.get(name, ())
        for name in (name for name in steps if name not in found):
            told = "arguments that bear only on each other, in a circle, are left out"
            self.losses.say(told, steps[name].span)
        return {name: step for name, step in steps.items() if name in found}

    def _targets(self, step: _Step, steps: Iterable[str]) -> Iterator[Line]:
        return (line for line in step.targets if line.end in self.claims or line.end in steps)

    def _is_new(self, name: str, span: Span) -> bool:
        if not self.has(name):
            return True
        self.log.report(Fault.DUPLICATE_ID, span, f"{quoted(name)} is there twice")
        return False

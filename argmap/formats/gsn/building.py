"""Elements of a safety case → claims and arguments."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from argmap.document import Scalar
from argmap.faults import Fault, quoted
from argmap.formats.carriers.yaml_document import items_of, scalar_of, scalars_of, text_of
from argmap.formats.graphs.reading import MOST_PARTS, ForeignGraph
from argmap.formats.gsn.challenges import Challenges
from argmap.formats.gsn.elements import KNOWN, LAYOUT, NOTE, Element, Kind, ends_in, lines_of
from argmap.links import from_folder, is_relative
from argmap.model import Polarity, Status
from argmap.values import is_link

_CONTEXT_CHALLENGED = "what challenges the context of an element is read as against its arguments"


@dataclass(slots=True)
class _Step:
    """An argument in the making: what supports an element, directly or by a strategy.

    `through` are the further strategies between that one and the premises.
    """

    premises: list[str]
    target: str
    strategy: Element | None = None
    through: tuple[str, ...] = ()


class Builder:
    """Makes claims and arguments of the elements of one safety case."""

    def __init__(self, elements: Mapping[str, Element], graph: ForeignGraph) -> None:
        """Find the arguments that there are."""
        self._elements = elements
        self._graph = graph
        supported = {name for one in elements.values() for name in one.related["supportedBy"]}
        self._strategies = {
            name
            for name, one in elements.items()
            if one.kind is Kind.STRATEGY and one.related["supportedBy"] and name in supported
        }
        self._related = {
            relation: {
                (name, other) for name, e in elements.items() for other in e.related[relation]
            }
            for relation in ("supportedBy", "inContextOf")
        }
        self._steps = self._found_steps()
        # The arguments that an element is, or that are for it.
        self._arguments: dict[str, list[str]] = {}
        for key, step in self._steps.items():
            told = () if step.strategy is None else (step.strategy.name, *step.through)
            for name in (*told, step.target):
                self._arguments.setdefault(name, []).append(key)
        self._backed: list[tuple[str, str]] = []

    def _found_steps(self) -> dict[str, _Step]:
        steps, size = {}, 0
        for element in self._elements.values():
            for key, step in self._steps_for(element):
                steps[key] = step
                size += len(step.premises) + len(step.through)
                if size > MOST_PARTS:
                    message = "strategies lead to more premises here than can be read"
                    self._graph.log.report(Fault.TOO_LARGE, element.span, message)
                    return {}
        return steps

    def build(self) -> None:
        """Add everything to the graph."""
        if self._graph.log.diagnostics:
            return
        notes: dict[str, list[str]] = {}
        for element in self._elements.values():
            self._put_in_context(element, notes)
        used = {name for step in self._steps.values() for name in step.premises}
        used |= {n for e in self._elements.values() for n in e.related["challenges"]}
        used |= {name for name, _ in self._backed}
        noted = {name for e in self._elements.values() for name in e.related["inContextOf"]} - used
        for name in self._strategies:
            if name not in self._arguments:
                message = "a strategy that leads from no claim to another is left out"
                self._graph.losses.say(message, self._elements[name].span)
        for name, element in self._elements.items():
            if name not in self._strategies and name not in noted:
                self._add_claim(element, notes.get(name, []))
        for key, step in self._steps.items():
            self._add_argument(key, step, notes)
        for name, key in self._backed:
            span = self._elements[name].span
            self._graph.argument(_backing(name, key), [name], key, span)
        self._add_challenges()

    def _put_in_context(self, element: Element, notes: dict[str, list[str]]) -> None:
        keys = self._arguments.get(element.name, [])
        for name in element.related["inContextOf"]:
            context = self._elements[name]
            if context.kind is Kind.CONTEXT or not keys:
                notes.setdefault(element.name, []).append(f"{name}: {context.written}")
            elif context.kind is Kind.JUSTIFICATION:
                self._backed += [(name, key) for key in keys]
            else:
                for key in keys:
                    self._steps[key].premises.append(name)

    def _steps_for(self, element: Element) -> Iterator[tuple[str, _Step]]:
        """Yield what supports an element that is a claim, by a name for each argument."""
        if element.name in self._strategies:
            return
        support = dict.fromkeys(element.related["supportedBy"])
        direct = [name for name in support if name not in self._strategies]
        if direct:
            yield f"support of {element.name}", _Step(direct, element.name)
        for name in support:
            if name in self._strategies:
                strategy = self._elements[name]
                premises, through = self._under(strategy)
                if premises:
                    step = _Step(premises, element.name, strategy, through)
                    yield f"{name} for {element.name}", step

    def _under(self, strategy: Element) -> tuple[list[str], tuple[str, ...]]:
        """Return the claims that a strategy leads to, and the strategies through which it does."""
        found: dict[str, None] = {}
        through: dict[str, None] = {}
        waiting = list(reversed(strategy.related["supportedBy"]))
        while waiting:
            name = waiting.pop()
            if name not in self._strategies:
                found[name] = None
            elif name not in through and name != strategy.name:
                through[name] = None
                waiting += reversed(self._elements[name].related["supportedBy"])
        return list(found), tuple(through)

    def _add_claim(self, element: Element, notes: list[str]) -> None:
        flags, classes = self._marks(element)
        told = () if element.kind is Kind.GOAL else (element.kind.value.lower(),)
        tags = (*told, *flags, *classes)
        url = text_of(element.body.get("url"), "an address", self._graph.log)
        link = url if url and is_link(url, relative=True) else None
        if link and element.way and is_relative(link):
            link = from_folder(link, quote(os.fsencode(element.way)))
        status = Status.OPEN if "undeveloped" in flags else None
        if element.kind is Kind.ASSUMPTION:
            status = Status.ASSUMED
        # The text of a claim is one line.
        written = [element.written] if element.is_laid_out else []
        lines = [*written, *notes, *self._further(element)]
        self._graph.claim(
            element.name,
            element.text,
            element.span,
            tags=tuple(dict.fromkeys(tags)),
            link=link,
            status=status,
            group=element.module,
            note="\n".join(lines) or None,
        )

    def _marks(self, element: Element) -> tuple[list[str], list[str]]:
        """Return which of the flags of an element are set, and its classes with its level."""
        log, body = self._graph.log, element.body
        keys = ("undeveloped", "defeated")
        flags = [key for key in keys if _is_true(scalar_of(body.get(key), key, log))]
        if element.is_developed:
            flags = [flag for flag in flags if flag != "undeveloped"]
        classes = [one.value for one in scalars_of(body.get("classes"), "classes", log)]
        level = scalar_of(body.get("level"), "level", log)
        return flags, [*classes, *([level.value] if level else ())]

    def _further(self, element: Element) -> Iterator[str]:
        """Yield what else an element says, such as the texts of its layers."""
        for entry in element.body.entries:
            key = entry.key.value
            if key in KNOWN or key in LAYOUT:
                continue
            items = items_of(entry.value)
            if items and all(isinstance(one, Scalar) for one in items):
                texts = [one.value for one in items if isinstance(one, Scalar)]
                if key == NOTE:
                    yield "\n".join(texts)
                else:
                    yield f"{key}: " + "\n".join(map(lines_of, texts))
            else:
                message = f"{quoted(key)} of an element is left out"
                self._graph.losses.say(message, entry.key.span)

    def _add_argument(self, key: str, step: _Step, notes: Mapping[str, list[str]]) -> None:
        strategy, target = step.strategy, self._elements[step.target]
        if strategy is None:
            tags = () if target.defeated.isdisjoint(step.premises) else ("defeated",)
            self._graph.argument(key, step.premises, step.target, target.span, tags=tags)
            return
        written = [strategy.written] if strategy.is_laid_out else []
        lines = [*written, *notes.get(strategy.name, []), *self._further(strategy)]
        for name in step.through:
            further = self._elements[name]
            lines.append(f"{name}: {further.written}")
            lines += [*notes.get(name, []), *self._further(further)]
        self._graph.argument(
            key,
            step.premises,
            step.target,
            strategy.span,
            wanted=strategy.name,
            label=None if strategy.is_silent else strategy.text,
            tags=self._tags(strategy, target),
            note="\n".join(lines) or None,
        )

    def _tags(self, strategy: Element, target: Element) -> tuple[str, ...]:
        """Return the tags of the argument that a strategy is; an argument has no address."""
        if strategy.body.get("url") is not None:
            self._graph.losses.say("the address of a strategy is left out", strategy.span)
        flags, classes = self._marks(strategy)
        is_defeated = strategy.name in target.defeated or strategy.defeated or "defeated" in flags
        return (*(("defeated",) if is_defeated else ()), *classes)

    def _add_challenges(self) -> None:
        found = Challenges(self._ends_of, self._relations, self._graph.log)
        for challenge, ends in found.resolved(self._elements):
            defeated = self._elements[challenge.by].defeated
            is_defeated = not defeated.isdisjoint(ends_in(challenge.target))
            for key, end in zip(challenge.keys(ends), ends, strict=True):
                self._graph.argument(
                    key,
                    [challenge.by],
                    end,
                    challenge.span,
                    polarity=Polarity.ATTACK,
                    tags=("defeated",) if is_defeated else (),
                )

    def _ends_of(self, name: str) -> tuple[str, ...]:
        """Return what a challenge of an element bears on: of a strategy, the arguments it is."""
        return tuple(self._arguments.get(name, ())) if name in self._strategies else (name,)

    def _relations(self, one: str, other: str) -> tuple[str, ...]:
        """Return the names of the arguments that a relation between two elements is or is part of.

        They are none where there is no such relation, or where it is a challenge.
        """
        found: list[str] = []
        for upper, lower in ((one, other), (other, one)):
            if (upper, lower) in self._related["supportedBy"]:
                found += self._supporting(upper, lower)
            if (upper, lower) in self._related["inContextOf"]:
                found += self._context(upper, lower)
        return tuple(dict.fromkeys(found))

    def _supporting(self, upper: str, lower: str) -> list[str]:
        on_upper = self._arguments.get(upper, [])
        if upper in self._strategies:
            return on_upper
        if lower not in self._strategies:
            return [f"support of {upper}"]
        return [f"{lower} for {upper}"] if f"{lower} for {upper}" in self._steps else []

    def _context(self, upper: str, lower: str) -> list[str]:
        keys = self._arguments.get(upper, [])
        kind = self._elements[lower].kind
        if kind is Kind.JUSTIFICATION and keys:
            return [_backing(lower, key) for key in keys]
        if kind is Kind.CONTEXT or not keys:
            self._graph.losses.say(_CONTEXT_CHALLENGED, self._elements[lower].span)
        return keys or [upper]


def _backing(name: str, key: str) -> str:
    return f"{name} backs {key}"


def _is_true(scalar: Scalar | None) -> bool:
    return scalar is not None and scalar.value.lower() in ("true", "yes", "on")

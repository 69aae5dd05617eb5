"""Goal Structuring Notation in YAML, as gsn2x reads it → ArgumentMap.

GSN Community Standard, version 3. A goal and a solution are claims; what supports a goal is linked,
but each strategy is an argument of its own, whose premises are what supports the strategy. An
assumption is a further premise, a justification backs a step, a context is noted. What challenges
another element is a rebuttal, and of a strategy an undercut.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argmap.document import Mapping as MappingNode
from argmap.document import Scalar
from argmap.faults import FaultLog, quoted
from argmap.formats.carriers.yaml_document import read_tree, scalar_of, scalars_of, text_of
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.gsn.elements import (
    KNOWN,
    LAYOUT,
    Element,
    Kind,
    element_of,
    module_of,
    require_elements,
)
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap, Polarity, Status
from argmap.reader import Reading
from argmap.values import is_link, one_line

KEEPS: frozenset[str] = frozenset()
MODULE = "module"
_START = re.compile(r"^(?:C?G|C?Sn|[SCAJ])[\w-]*[ \t]*:.*\n(?:[ \t].*\n)*", re.MULTILINE)
_IN_BRACES = re.compile(
    r"^(?:C?G|C?Sn|[SCAJ])[\w-]*[ \t]*:\s*\{"
    r"[^{}]*?\b(?:text|supportedBy|inContextOf|challenges)[ \t]*:",
    re.MULTILINE,
)
_PARTS = re.compile(r"^[ \t]+(?:text|supportedBy|inContextOf|challenges)[ \t]*:", re.MULTILINE)


def recognises(text: str) -> bool:
    """Return whether a text seems to be in Goal Structuring Notation."""
    in_blocks = any(_PARTS.search(found[0]) for found in _START.finditer(text))
    return in_blocks or _IN_BRACES.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a file holds, or the faults that keep it from being one."""
    return read_tree(text, file=file, read=_read)


def _read(root: MappingNode, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    elements = {}
    title = description = None
    for entry in root.entries:
        if entry.key.value == MODULE:
            title, description = module_of(entry.value, log, losses)
            continue
        element = element_of(entry, log)
        if element is not None:
            elements[element.name] = element
    require_elements(elements, root, log)
    if log.diagnostics:
        return None
    graph = ForeignGraph(root.span.file, log, losses)
    _Builder(elements, graph).build()
    return graph.built(title=title, description=description)


@dataclass(slots=True)
class _Step:
    """An argument in the making: what supports an element, directly or by a strategy."""

    premises: list[str]
    target: str
    strategy: Element | None = None


class _Builder:
    """Makes claims and arguments of the elements of one file."""

    def __init__(self, elements: Mapping[str, Element], graph: ForeignGraph) -> None:
        self._elements = elements
        self._graph = graph
        supported = {name for one in elements.values() for name in one.related["supportedBy"]}
        self._strategies = {
            name
            for name, one in elements.items()
            if one.kind is Kind.STRATEGY and one.related["supportedBy"] and name in supported
        }
        self._steps = {key: step for one in elements.values() for key, step in self._steps_for(one)}

    def build(self) -> None:
        """Add everything to the graph."""
        challenged = {name for e in self._elements.values() for name in e.related["challenges"]}
        notes: dict[str, list[str]] = {}
        backed = []
        for element in self._elements.values():
            for name in element.related["inContextOf"]:
                context, keys = self._elements[name], self._arguments_of(element)
                if context.kind is Kind.CONTEXT or not keys:
                    notes.setdefault(element.name, []).append(f"{name}: {context.text}")
                elif context.kind is Kind.JUSTIFICATION:
                    backed += [(name, key) for key in keys]
                else:
                    for key in keys:
                        self._steps[key].premises.append(name)
        used = {name for step in self._steps.values() for name in step.premises}
        used |= challenged | {name for name, _ in backed}
        noted = {name for e in self._elements.values() for name in e.related["inContextOf"]} - used
        for name, element in self._elements.items():
            if name not in self._strategies and name not in noted:
                self._add_claim(element, notes.get(name, []))
        for key, step in self._steps.items():
            self._add_argument(key, step, notes)
        for name, key in backed:
            self._graph.argument(f"{name} backs {key}", [name], key, self._elements[name].span)
        for element in self._elements.values():
            for target in element.related["challenges"]:
                self._add_challenge(element, self._elements[target])

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
                premises = list(self._under(strategy))
                if premises:
                    yield f"{name} for {element.name}", _Step(premises, element.name, strategy)

    def _under(self, strategy: Element) -> dict[str, None]:
        """Return the claims that a strategy leads to, through other strategies."""
        found: dict[str, None] = {}
        seen, waiting = {strategy.name}, list(reversed(strategy.related["supportedBy"]))
        while waiting:
            name = waiting.pop()
            if name not in self._strategies:
                found[name] = None
            elif name not in seen:
                seen.add(name)
                waiting += reversed(self._elements[name].related["supportedBy"])
        return found

    def _arguments_of(self, element: Element) -> list[str]:
        """Return the names of the arguments that an element is, or that are for it."""
        is_strategy = element.name in self._strategies
        return [
            key
            for key, step in self._steps.items()
            if (step.strategy is element if is_strategy else step.target == element.name)
        ]

    def _add_claim(self, element: Element, notes: list[str]) -> None:
        scalars = {key: self._scalar(element, key) for key in ("undeveloped", "defeated", "level")}
        flags = [key for key in ("undeveloped", "defeated") if _is_true(scalars[key])]
        level = scalars["level"]
        classes = scalars_of(element.body.get("classes"), "classes", self._graph.log)
        told = () if element.kind is Kind.GOAL else (element.kind.value.lower(),)
        tags = (*told, *flags, *(s.value for s in classes), *([level.value] if level else ()))
        url = text_of(element.body.get("url"), "an address", self._graph.log)
        link = url if url and is_link(url, relative=True) else None
        status = Status.OPEN if "undeveloped" in flags else None
        if element.kind is Kind.ASSUMPTION:
            status = Status.ASSUMED
        lines = [*notes, *self._further(element)]
        self._graph.claim(
            element.name,
            element.text,
            element.span,
            tags=tuple(dict.fromkeys(tags)),
            link=link,
            status=status,
            note="\n".join(lines) or None,
        )

    def _scalar(self, element: Element, key: str) -> Scalar | None:
        return scalar_of(element.body.get(key), key, self._graph.log)

    def _further(self, element: Element) -> Iterator[str]:
        """Yield what else an element says, such as the texts of its layers."""
        for entry in element.body.entries:
            key = entry.key.value
            if key in KNOWN or key in LAYOUT:
                continue
            if isinstance(entry.value, Scalar) and not entry.value.absent:
                yield f"{key}: {one_line(entry.value.value)}"
            else:
                message = f"{quoted(key)} of an element is left out"
                self._graph.losses.say(message, entry.key.span)

    def _add_argument(self, key: str, step: _Step, notes: Mapping[str, list[str]]) -> None:
        strategy = step.strategy
        if strategy is None:
            span = self._elements[step.target].span
            self._graph.argument(key, step.premises, step.target, span)
            return
        lines = [*notes.get(strategy.name, []), *self._further(strategy)]
        through = [name for name in strategy.related["supportedBy"] if name in self._strategies]
        lines += [f"{name}: {self._elements[name].text}" for name in through]
        self._graph.argument(
            key,
            step.premises,
            step.target,
            strategy.span,
            wanted=strategy.name,
            label=strategy.text,
            note="\n".join(lines) or None,
        )

    def _add_challenge(self, element: Element, target: Element) -> None:
        is_strategy = target.name in self._strategies
        ends = self._arguments_of(target) if is_strategy else [target.name]
        for end in ends:
            name = f"{element.name} challenges {end}"
            self._graph.argument(name, [element.name], end, element.span, polarity=Polarity.ATTACK)


def _is_true(scalar: Scalar | None) -> bool:
    return scalar is not None and scalar.value.lower() in ("true", "yes", "on")

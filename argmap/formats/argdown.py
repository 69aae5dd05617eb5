"""Argdown (Voigt 2014 and later; version 1.7 of the language) ↔ ArgumentMap.

Statements become claims. An argument with premises and a conclusion becomes an argument for each of
its inferences; one that is only described becomes a claim, the premise of what it bears on.
Relations become arguments with one premise, `><` contradictions, headings groups.
"""

import re

import argmap.schemes as schemes
from argmap.faults import FaultLog
from argmap.formats.argdown_document import ArgdownDocument, Kind, Part, Reference, Relation
from argmap.formats.argdown_reading import document_of
from argmap.formats.argdown_writing import KEEPS as KEEPS
from argmap.formats.argdown_writing import dumps as dumps
from argmap.formats.foreign import read_text
from argmap.formats.foreign_graph import ForeignGraph, says_something
from argmap.formats.losses import Losses
from argmap.identifiers import slug
from argmap.model import ArgumentMap, Polarity
from argmap.reader import Reading
from argmap.values import is_link

_START = re.compile(r"^\s*(?:\[[^\]\n]+\]|<[^>\n]+>):?|^\s*===", re.MULTILINE)


def recognises(text: str) -> bool:
    """Return whether a text seems to be Argdown."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a text makes, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    document = document_of(text, file=file, log=log, losses=losses)
    return map_of(document, ForeignGraph(file, log, losses))


def map_of(document: ArgdownDocument, graph: ForeignGraph) -> ArgumentMap | None:
    """Return the map of what a text says, or None after a fault; `graph` is empty before."""
    return _Builder(document, graph, graph.losses).built()


def _key(thing: Reference) -> str:
    return f"<{thing.title}>" if thing.is_argument else f"[{thing.title}]"


class _Builder:
    def __init__(self, document: ArgdownDocument, graph: ForeignGraph, losses: Losses) -> None:
        self._document, self._graph, self._losses = document, graph, losses
        # The arguments that a described argument is the premise of, for those who undercut it.
        self._used_in: dict[str, str] = {}

    def built(self) -> ArgumentMap | None:
        for part in self._document.statements.values():
            self._claim(Reference(part.title), part)
        for part in self._document.arguments.values():
            if part.steps:
                self._steps(part)
            else:
                self._claim(Reference(part.title, True), part)
        undercuts = []
        for number, relation in enumerate(self._document.relations):
            if relation.kind is Kind.UNDERCUT:
                undercuts.append((number, relation))
            else:
                self._relation(number, relation)
        for number, relation in undercuts:
            self._relation(number, relation)
        return self._graph.built(title=self._document.title)

    def _claim(self, thing: Reference, part: Part) -> None:
        text = part.texts[0] if part.texts else part.title
        if len(set(part.texts)) > 1:
            self._losses.say("a claim has one wording: further ones are left out", part.span)
        is_name = part.is_named and _is_name(part.title)
        label = part.title if part.is_named and part.texts and not is_name else None
        self._graph.claim(
            _key(thing),
            text,
            part.span,
            wanted=part.title if is_name else None,
            label=label,
            tags=tuple(part.tags),
            group=part.section,
            link=self._link(part),
        )

    def _link(self, part: Part) -> str | None:
        if part.link is None or is_link(part.link, relative=True):
            return part.link
        self._losses.say("links that lead nowhere are left out", part.span)
        return None

    def _steps(self, part: Part) -> None:
        for number, step in enumerate(part.steps, start=1):
            is_last = number == len(part.steps)
            key = _key(Reference(part.title, True))
            named = part.is_named and is_last
            self._graph.argument(
                key if is_last else f"{key} {number}",
                [f"[{premise}]" for premise in step.premises],
                f"[{step.conclusion}]",
                step.span,
                wanted=_wanted(part.title) if named else None,
                label=part.title if named and not _is_name(part.title) else None,
                scheme=_scheme(step.rule),
                tags=tuple(part.tags) if is_last else (),
                note="\n".join(part.texts) or None if is_last else None,
            )

    def _relation(self, number: int, relation: Relation) -> None:
        source, target = relation.source, relation.target
        if relation.kind in (Kind.CONTRADICTORY, Kind.CONTRARY):
            self._graph.contradiction(_key(source), _key(target))
            return
        premise = self._premise(source)
        is_support = relation.kind in (Kind.SUPPORT, Kind.ENTAILS)
        if source.is_argument and is_support and premise == _key(target):
            # That an argument supports its own conclusion is said twice.
            return
        end = self._end(relation)
        name = f"relation {number}"
        if source.is_argument and not self._has_steps(source):
            self._used_in.setdefault(source.title, name)
        polarity = Polarity.SUPPORT if is_support else Polarity.ATTACK
        self._graph.argument(name, [premise], end, relation.span, polarity=polarity)

    def _has_steps(self, thing: Reference) -> bool:
        return thing.is_argument and bool(self._document.arguments[thing.title].steps)

    def _premise(self, source: Reference) -> str:
        """Return the claim that stands for what bears on something."""
        if self._has_steps(source):
            return f"[{self._document.arguments[source.title].steps[-1].conclusion}]"
        return _key(source)

    def _end(self, relation: Relation) -> str:
        """Return the claim or the argument that a relation bears on."""
        target = relation.target
        if relation.kind is Kind.UNDERCUT and not self._has_steps(target):
            if target.is_argument and target.title in self._used_in:
                return self._used_in[target.title]
            self._losses.say(
                "what leads to nothing cannot be undercut: taken for an attack", relation.span
            )
        return _key(target)


def _is_name(title: str) -> bool:
    """Return whether a title is an id, such as “pear-trees”, and no label for people."""
    return says_something(title) and title == title.lower()


def _wanted(title: str) -> str:
    return title if _is_name(title) else slug(None, title)


def _scheme(rule: str | None) -> str | None:
    known = schemes.named(rule) if rule else None
    return known.id if known else rule

"""Argdown (Voigt 2014 and later; version 1.7 of the language) ↔ ArgumentMap.

Statements become claims. An argument with premises and a conclusion becomes an argument for each of
its inferences; one that is only described becomes a claim, the premise of what it bears on.
Relations become arguments with one premise, `><` contradictions, headings groups.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import argmap.schemes as schemes
from argmap.faults import FaultLog
from argmap.formats.argdown.elements import (
    SYMMETRIC,
    ArgdownDocument,
    Kind,
    Part,
    Reference,
    Relation,
)
from argmap.formats.argdown.reading import document_of
from argmap.formats.argdown.writing import KEEPS as KEEPS
from argmap.formats.argdown.writing import dumps as dumps
from argmap.formats.argdown.writing import is_name
from argmap.formats.carriers.decoding import Read, read_text
from argmap.formats.carriers.joining import files_of
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses
from argmap.identifiers import slug
from argmap.model import ArgumentMap, Polarity
from argmap.project import Folder
from argmap.reader import MapModule, Reading
from argmap.values import is_link

_START = re.compile(r"^[ \t]*(?:\[[^\]\n]+\]|<[^>\n]+>|===)", re.MULTILINE)


def recognises(text: str) -> bool:
    """Return whether a text seems to be Argdown."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>", folder: Folder | None = None) -> Reading:
    """Return the map that a text makes, or the faults that keep it from being one.

    What the text includes is read from `folder`; where that is None, nothing is.
    """
    included: dict[str, str] = {}
    files: list[MapModule] = []
    reading = read_text(text, file=file, read=reader(folder, included, files))
    return replace(reading, included=included, modules=tuple(files))


def reader(folder: Folder | None, included: dict[str, str], files: list[MapModule]) -> Read:
    """Return what makes a map of a text whose includes are read from a folder.

    It adds their texts to `included`, by the names of the files, and all `files`, its own first.
    """

    def read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
        document = document_of(
            text, file=file, log=log, losses=losses, folder=folder, included=included
        )
        files.extend(document.files)
        return map_of(document, ForeignGraph(file, log, losses))

    return read


def map_of(document: ArgdownDocument, graph: ForeignGraph) -> ArgumentMap | None:
    """Return the map of what a text says, or None after a fault; `graph` is empty before."""
    return _Builder(document, graph, graph.losses).built()


def _key(thing: Reference) -> str:
    name = f"<{thing.title}>" if thing.is_argument else f"[{thing.title}]"
    return name if thing.step is None else f"{name} {thing.step + 1}"


class _Builder:
    def __init__(self, document: ArgdownDocument, graph: ForeignGraph, losses: Losses) -> None:
        self._document, self._graph, self._losses = document, graph, losses
        # The arguments that a described argument is the premise of, for those who undercut it.
        self._used_in: dict[str, str] = {}
        # Conclusions that only deny what their premises attack.
        self._negations = document.negations()

    def built(self) -> ArgumentMap | None:
        document = self._document
        for part in document.statements.values():
            if part.title not in self._negations:
                self._claim(Reference(part.title), part)
        steps: list[tuple[int, Callable[[], None]]] = []
        for part in document.arguments.values():
            if not part.steps:
                self._claim(Reference(part.title, True), part)
            for number, step in enumerate(part.steps):
                steps.append((step.order, partial(self._step, part, number)))
        # One of these is all that is said of the conclusion.
        folded = {id(relation) for relation in self._negations.values()}
        for number, relation in enumerate(document.relations):
            if id(relation) in folded:
                continue
            if relation.source.is_argument and relation.kind not in SYMMETRIC:
                self._used_in.setdefault(relation.source.title, f"relation {number}")
            steps.append((relation.order, partial(self._relation, number, relation)))
        # Arguments on the same thing stay in the order of the text.
        for _, take in sorted(steps, key=lambda one: one[0]):
            take()
        return self._graph.built(
            title=document.title, description=document.description, files=files_of(document.files)
        )

    def _claim(self, thing: Reference, part: Part) -> None:
        text = part.text or part.title
        if len(set(part.texts)) > 1:
            place = part.reworded or part.span
            self._losses.say("a claim has one wording: further ones are left out", place)
        is_id = part.is_named and is_name(part.title)
        label = part.title if part.is_named and part.texts and not is_id else None
        self._graph.claim(
            _key(thing),
            text,
            part.span,
            wanted=part.title if is_id else None,
            label=label,
            unstated=part.unstated,
            tags=tuple(part.tags),
            group=part.section,
            link=self._link(part),
        )

    def _link(self, part: Part) -> str | None:
        if part.link is None or is_link(part.link, relative=True):
            return part.link
        self._losses.say("links that lead nowhere are left out", part.span)
        return None

    def _step(self, part: Part, number: int) -> None:
        step = part.steps[number]
        is_last = number == len(part.steps) - 1
        named = part.is_named and is_last
        attack = self._negations.get(step.conclusion)
        self._graph.argument(
            _key(Reference(part.title, True, None if is_last else number)),
            [f"[{premise}]" for premise in step.premises],
            self._end(attack) if attack else f"[{step.conclusion}]",
            step.span,
            polarity=Polarity.ATTACK if attack else Polarity.SUPPORT,
            wanted=_wanted(part.title) if named else None,
            label=part.title if named and not is_name(part.title) else None,
            scheme=_scheme(step.rule),
            tags=tuple(part.tags) if is_last else (),
            note="\n".join(part.texts) or None if is_last else None,
        )

    def _relation(self, number: int, relation: Relation) -> None:
        source, target = relation.source, relation.target
        if relation.kind in SYMMETRIC:
            self._graph.contradiction(_key(source), _key(target))
            return
        is_support = relation.kind in (Kind.SUPPORT, Kind.ENTAILS)
        end, name = self._end(relation), f"relation {number}"
        polarity = Polarity.SUPPORT if is_support else Polarity.ATTACK
        self._graph.argument(name, [_key(source)], end, relation.span, polarity=polarity)

    def _end(self, relation: Relation) -> str:
        """Return the claim or the argument that a relation bears on."""
        target = relation.target
        steps = self._document.arguments[target.title].steps if target.is_argument else ()
        if steps:
            last = target.step is None or target.step == len(steps) - 1
            return _key(target._replace(step=None) if last else target)
        if relation.kind is Kind.UNDERCUT:
            if target.is_argument and target.title in self._used_in:
                return self._used_in[target.title]
            self._losses.say(
                "what leads to nothing cannot be undercut: taken for an attack", relation.span
            )
        return _key(target)


def _wanted(title: str) -> str:
    return title if is_name(title) else slug(None, title)


def _scheme(rule: str | None) -> str | None:
    known = schemes.named(rule) if rule else None
    return known.id if known else rule

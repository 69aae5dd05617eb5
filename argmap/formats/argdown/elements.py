"""What a text in Argdown says, before it is a map: statements, arguments and relations by title."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import NamedTuple

from argmap.reader import MapModule
from argmap.source import Span


class Kind(StrEnum):
    """How one thing bears on another, in the words of Argdown."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTORY = "contradictory"
    ENTAILS = "entails"
    CONTRARY = "contrary"


# Metadata of a conclusion that only denies what it attacks: its premises attack that together.
NEGATION = "isNegation"
# Metadata of a statement that the analysed text leaves unsaid.
UNSTATED = "unstated"
CIRCLE = "an argument against its own conclusion is left out, as in Argdown: attack a premise"
SYMMETRIC = (Kind.CONTRADICTORY, Kind.CONTRARY)
_STRICT = {Kind.SUPPORT: Kind.ENTAILS, Kind.ATTACK: Kind.CONTRARY}


class Reference(NamedTuple):
    """A statement or an argument by its title, or one inference of an argument by its number."""

    title: str
    is_argument: bool = False
    step: int | None = None


@dataclass(slots=True)
class Inference:
    """A step of a premise-conclusion structure: titles of statements, and the rule, if named.

    `order` is its place among all steps and relations of the text, where that is known.
    """

    premises: list[str]
    conclusion: str
    rule: str | None
    span: Span
    order: int = 0


@dataclass(slots=True)
class Part:
    """A statement or an argument: all that is said of it in the whole text.

    `is_named` tells whether its author gave it the title. The text that counts is the last one
    that is marked as canonical, else the last one. `reworded` is where another text is given than
    the first, `steps` are those of an argument.
    """

    title: str
    span: Span
    is_named: bool
    texts: list[str] = field(default_factory=list)
    text: str | None = None
    is_canonical: bool = False
    is_negation: bool = False
    unstated: bool = False
    reworded: Span | None = None
    tags: list[str] = field(default_factory=list)
    link: str | None = None
    section: str | None = None
    steps: list[Inference] = field(default_factory=list)

    def take_text(
        self, text: str, span: Span, *, is_canonical: bool, inside: bool | None = None
    ) -> None:
        """Add a text; it counts, unless another one is marked as canonical and it is not.

        What stands `inside` of another text of the same thing, below it, comes before that one;
        `inside` tells whether that one is marked.
        """
        if self.texts and text != self.texts[0]:
            self.reworded = self.reworded or span
        self.texts.append(text)
        is_before = inside is not None and inside >= is_canonical
        if is_canonical >= self.is_canonical and not is_before:
            self.text, self.span, self.is_canonical = text, span, is_canonical


@dataclass(frozen=True, slots=True)
class Relation:
    """From what bears on something to that."""

    kind: Kind
    source: Reference
    target: Reference
    span: Span = field(compare=False)
    order: int = field(default=0, compare=False)


@dataclass(slots=True)
class ArgdownDocument:
    """Everything in a text, in its order, and the `files` that it is joined of, its own first."""

    title: str | None = None
    description: str | None = None
    statements: dict[str, Part] = field(default_factory=dict)
    arguments: dict[str, Part] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    is_strict: bool = False
    files: tuple[MapModule, ...] = ()
    _untitled: int = 0
    _order: int = 0

    def untitled(self) -> str:
        """Return a title for what has none: statements and arguments are counted together."""
        for number in count(self._untitled + 1):
            name = f"Untitled {number}"
            if name not in self.statements and name not in self.arguments:
                self._untitled = number
                return name
        raise AssertionError("count() does not end")

    def next_order(self) -> int:
        """Return a number for the next step or relation."""
        self._order += 1
        return self._order

    def resolve(self) -> list[Relation]:
        """Say of statements what is said of the arguments that have premises and a conclusion.

        What such an argument bears on, its conclusion bears on; what undercuts it undercuts its
        last inference. In strict mode, statements entail and exclude each other. Each relation
        stays once. Return those that are left out, as Argdown does: of an argument against its own
        conclusion.
        """
        circles: list[Relation] = []
        found: dict[tuple[Kind, Reference, Reference], Relation] = {}
        for one in self.relations:
            kind, source, target = one.kind, self._from(one.source), self._to(one)
            if source == target and source != one.source:
                # That an argument speaks for its own conclusion is said twice.
                if kind not in (Kind.SUPPORT, Kind.ENTAILS):
                    circles.append(one)
                continue
            if self.is_strict and not (source.is_argument or target.is_argument):
                kind = _STRICT.get(kind, kind)
            if kind not in SYMMETRIC or (kind, target, source) not in found:
                relation = Relation(kind, source, target, one.span, one.order)
                found.setdefault((kind, source, target), relation)
        self.relations = [one for one in found.values() if not self._is_implied(one, found)]
        return circles

    def negations(self) -> dict[str, Relation]:
        """Return what the untitled conclusions attack that do nothing else, and are marked so."""
        marked = {
            title
            for title, one in self.statements.items()
            if one.is_negation and not one.is_named and len(one.texts) == 1
        }
        attacks: dict[str, list[Relation]] = {title: [] for title in marked}
        for relation in self.relations if marked else ():
            for end in (relation.source, relation.target):
                if not end.is_argument and end.title in marked:
                    attacks[end.title].append(relation)
        steps = [step for one in self.arguments.values() for step in one.steps]
        premises = {title for step in steps for title in step.premises} if marked else set()
        concluded = Counter(step.conclusion for step in steps)
        return {
            title: found[0]
            for title, found in attacks.items()
            if len(found) == 1
            and found[0].kind in (Kind.ATTACK, Kind.UNDERCUT)
            and found[0].source.title == title
            and title not in premises
            and concluded[title] == 1
        }

    def _from(self, source: Reference) -> Reference:
        steps = self.arguments[source.title].steps if source.is_argument else ()
        return Reference(steps[-1].conclusion) if steps else source

    def _to(self, relation: Relation) -> Reference:
        target = relation.target
        if relation.kind is not Kind.UNDERCUT or not target.is_argument or target.step is not None:
            return target
        steps = self.arguments[target.title].steps
        return target._replace(step=len(steps) - 1) if steps else target

    def _is_implied(
        self, one: Relation, found: dict[tuple[Kind, Reference, Reference], Relation]
    ) -> bool:
        """Return whether an attack on an argument is known as one on a premise of it."""
        source, target = one.source, one.target
        if one.kind is not Kind.ATTACK or source.is_argument or not target.is_argument:
            return False
        steps = self.arguments[target.title].steps
        concluded = {step.conclusion for step in steps}
        for premise in (name for step in steps for name in step.premises):
            end = Reference(premise)
            either = [
                (kind, *ends) for kind in SYMMETRIC for ends in ((source, end), (end, source))
            ]
            if premise not in concluded and (
                (Kind.ATTACK, source, end) in found or any(key in found for key in either)
            ):
                return True
        return False

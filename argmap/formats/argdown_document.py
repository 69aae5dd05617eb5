"""What a text in Argdown says, before it is a map: statements, arguments and relations by title."""

from dataclasses import dataclass, field
from enum import StrEnum

from argmap.source import Span


class Kind(StrEnum):
    """How one thing bears on another, in the words of Argdown."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTORY = "contradictory"
    ENTAILS = "entails"
    CONTRARY = "contrary"


@dataclass(frozen=True, slots=True)
class Reference:
    """A statement or an argument by its title."""

    title: str
    is_argument: bool = False


@dataclass(slots=True)
class Inference:
    """A step of a premise-conclusion structure: titles of statements, and the rule, if named."""

    premises: list[str]
    conclusion: str
    rule: str | None
    span: Span


@dataclass(slots=True)
class Part:
    """A statement or an argument: all that is said of it in the whole text.

    `is_named` tells whether its author gave it the title. `steps` are those of an argument; `role`
    is that of a statement in the last structure that has it.
    """

    title: str
    span: Span
    is_named: bool
    texts: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    link: str | None = None
    section: str | None = None
    steps: list[Inference] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Relation:
    """From what bears on something to that."""

    kind: Kind
    source: Reference
    target: Reference
    span: Span = field(compare=False)


@dataclass(slots=True)
class ArgdownDocument:
    """Everything in a text, in its order."""

    title: str | None = None
    statements: dict[str, Part] = field(default_factory=dict)
    arguments: dict[str, Part] = field(default_factory=dict)
    relations: dict[Relation, None] = field(default_factory=dict)
    is_strict: bool = False

    def untitled(self) -> str:
        """Return a title for a statement that has none."""
        number = len(self.statements) + 1
        return next(
            name
            for count in range(number * 2, 0, -1)
            if (name := f"Untitled {number * 2 - count + 1}") not in self.statements
        )

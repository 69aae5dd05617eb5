"""What a file of Carneades says: statements, arguments, issues and tests, as values.

Statements go by ground terms such as `asserts(joe,true)`; `language` gives words for those that
have no text of their own, and `argument_schemes` the parts that an argument leaves to its scheme.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.model import Label, Standard
from argmap.source import Span

NEGATION = "¬"
# The standards of issues: preponderance of the evidence, clear and convincing evidence, and
# beyond reasonable doubt.
STANDARDS = {
    "PE": Standard.PREPONDERANCE,
    "CCE": Standard.CLEAR_AND_CONVINCING,
    "BRD": Standard.BEYOND_REASONABLE_DOUBT,
}
# How the writer words a statement that only stands for what speaks against another one.
NOT = "Not: "
# The ways of weighing that go by the name of a scheme, and those that take numbers or orders.
LINKED, CONVERGENT, CUMULATIVE, FACTORIZED = "linked", "convergent", "cumulative", "factorized"
BASIC_WEIGHINGS = (LINKED, CONVERGENT, CUMULATIVE, FACTORIZED)
CONSTANT, PREFERENCE = "constant", "preference"
# The scheme by which the writer marks a claim that is given, but may be beaten.
GIVEN = "given"

_COMPOUND = re.compile(r"(?P<functor>[^(),\s]+)\((?P<parts>.*)\)")
_VARIABLE = re.compile(r"\b[A-Z]\w*")
_PLACE = re.compile(r"%[svd]")
_DEEPEST_TERM = 30


@dataclass(frozen=True, slots=True)
class Meta:
    """What the file says about a part: a title, an id in a map, and the rest as a note.

    `unstated` is what our own files say of statements.
    """

    title: str | None = None
    id: str | None = None
    note: str | None = None
    unstated: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement by its term; without words of its own its text is None."""

    name: str
    text: str | None
    span: Span
    meta: Meta = Meta()


@dataclass(frozen=True, slots=True)
class Preference:
    """A property of schemes that orders arguments: its values from the weakest, or a direction."""

    property: str
    values: tuple[str, ...] = ()
    is_ascending: bool = False


@dataclass(frozen=True, slots=True)
class Weighing:
    """How an argument gets its weight: by its premises, a constant, or an order of schemes."""

    kind: str = LINKED
    constant: float = 1.0
    preferences: tuple[Preference, ...] = ()

    @property
    def is_by_each(self) -> bool:
        """Return whether each premise alone gives an argument weight."""
        return self.kind in (CONVERGENT, CUMULATIVE)


@dataclass(frozen=True, slots=True)
class ArgumentScheme:
    """A pattern of arguments, with variables that an argument gives values to in their order."""

    variables: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    conclusions: tuple[str, ...] = ()
    title: str | None = None
    weighing: Weighing = Weighing()
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inference:
    """An argument by the terms of its statements; `undercutters` defeat its step.

    `properties` are those of its scheme; `is_mark` says that it only marks a claim as given.
    """

    name: str
    premises: tuple[str, ...]
    conclusion: str
    span: Span
    undercutters: tuple[str, ...] = ()
    scheme: str | None = None
    weighing: Weighing = Weighing()
    properties: Mapping[str, str] = field(default_factory=dict)
    is_mark: bool = False
    meta: Meta = Meta()


@dataclass(slots=True)
class Case:
    """A file in the making: its parts by their names, as far as they are sound.

    `standards` are those of the issues by their positions, where they are not the usual one.
    """

    file: str
    meta: Meta = Meta()
    language: dict[str, str] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    assumptions: dict[str, Span] = field(default_factory=dict)
    schemes: dict[str, ArgumentScheme] = field(default_factory=dict)
    inferences: dict[str, Inference] = field(default_factory=dict)
    weighings: dict[str, Weighing] = field(default_factory=dict)
    issues: list[tuple[str, ...]] = field(default_factory=list)
    standards: dict[str, Standard] = field(default_factory=dict)
    expected: dict[str, tuple[Label, Span]] = field(default_factory=dict)
    mentions: dict[str, Span] = field(default_factory=dict)


def term(text: str) -> str:
    """Return a term as it is compared: without white space, but for that between words."""
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(text.split()))


def instance(pattern: str, values: Mapping[str, str]) -> str:
    """Return a term with its variables replaced by their values."""
    return term(_VARIABLE.sub(lambda found: values.get(found[0], found[0]), pattern))


def in_words(name: str, case: Case, depth: int = 0) -> str:
    """Return the text of a statement: its own, else by the words of the language, else its term."""
    known = case.statements.get(name)
    if known is not None and known.text is not None:
        return known.text
    denied = name.removeprefix(NEGATION)
    if denied != name and depth <= _DEEPEST_TERM:
        return NOT + in_words(denied, case, depth + 1)
    compound = _COMPOUND.fullmatch(name)
    parts = _parts(compound["parts"]) if compound else []
    functor = compound["functor"] if compound else name
    template = case.language.get(f"{functor}/{len(parts)}")
    if template is None or depth > _DEEPEST_TERM:
        return name
    words = iter([in_words(part, case, depth + 1) for part in parts])
    return _PLACE.sub(lambda found: next(words, found[0]), template)


def is_wordless(name: str, case: Case) -> bool:
    """Return whether a statement has no text but its own term, or but a negation’s."""
    text = case.statements[name].text
    return text is None or term(text) == name or text == _negated(name, case)


def _negated(name: str, case: Case) -> str:
    return NOT + in_words(name.removeprefix(NEGATION), case)


def _parts(text: str) -> list[str]:
    """Return what stands between the commas that are in no parentheses."""
    parts, depth, start = [], 0, 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]

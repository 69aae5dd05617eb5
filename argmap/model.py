"""The argument map as frozen values with look-ups: claims, and arguments that join them.

The shape is that of the Argument Interchange Format (Chesñevar and others 2006, “Towards an
argument interchange format”): claims are its information nodes, arguments its nodes of inference
and of conflict, and an edge only ever joins a claim and an argument or two arguments.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import ClassVar, TypeVar

import argmap.values as values
from argmap.project import Folder
from argmap.source import File, Span
from argmap.style import Style
from argmap.weighing import STRENGTHS as STRENGTHS
from argmap.weighing import Audience as Audience
from argmap.weighing import Expectation as Expectation
from argmap.weighing import Home as Home
from argmap.weighing import Label as Label
from argmap.weighing import Standard as Standard
from argmap.weighing import Status as Status
from argmap.works import Citation as Citation
from argmap.works import Source as Source

T = TypeVar("T")


class Polarity(StrEnum):
    """Whether an argument speaks for its target or against it."""

    SUPPORT = "support"
    ATTACK = "attack"


@dataclass(frozen=True)
class Claim:
    """A sentence that can be true or false. White space in text and label is folded.

    `question` is the critical question that it answers, of the scheme of an argument it bears on;
    `given` the strength with which it stands unargued, in [0, 1], None for the default (0). A claim
    that is at `home` in another map has the verdict found there, laid down as its `status`, and
    nothing bears on it here.
    """

    id: str
    text: str
    label: str | None = None
    citations: tuple[Citation, ...] = ()
    contradicts: tuple[str, ...] = ()
    status: Status | None = None
    credence: float | None = None
    given: float | None = None
    standard: Standard | None = None
    unstated: bool = False
    home: Home | None = None
    tags: tuple[str, ...] = ()
    group: str | None = None
    link: str | None = None
    note: str | None = None
    question: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    text_span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    contradicts_span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    question_span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    given_span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)

    def __post_init__(self) -> None:
        """Fold the white space of the one-line fields; require values that a map can hold."""
        values.require_id_path(self.id)
        texts = (self.text, self.label, self.group, self.note)
        values.require_texts(f"claim “{self.id}”", *texts, *self.tags)
        values.require(self.credence is None or 0 <= self.credence <= 1, "credence outside [0, 1]")
        values.require(self.given is None or 0 <= self.given <= 1, "“given” outside [0, 1]")
        if self.link is not None:
            values.require_link(self.link, relative=True)
        if self.question is not None:
            values.require_id(self.question)
        if self.home is not None:
            weighed = (self.credence, self.given, self.standard, *self.contradicts)
            is_alone = self.status in (None, self.home.status) and not any(
                one is not None for one in weighed
            )
            values.require(is_alone, f"“{self.id}” is at home in another map, which weighs it")
            object.__setattr__(self, "status", self.home.status)
        object.__setattr__(self, "text", values.one_line(self.text))
        if self.label is not None:
            object.__setattr__(self, "label", values.one_line(self.label))

    @property
    def name(self) -> str:
        """Return the label, or the text where there is none."""
        return self.label or self.text


@dataclass(frozen=True)
class Argument:
    """Linked premises for or against a target: a claim, or the step of another argument.

    `premises` are ids of claims, at least one; `target` is the id of a claim or an argument;
    `strength` is a number in (0, 1], or None for the default (moderate); `question` is the
    critical question that it answers, of the scheme of an argument that it bears on; `value` what
    it promotes, which audiences rank.
    """

    id: str
    premises: tuple[str, ...]
    target: str
    polarity: Polarity = Polarity.SUPPORT
    label: str | None = None
    scheme: str | None = None
    strength: float | None = None
    value: str | None = None
    citations: tuple[Citation, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    question: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    scheme_span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    question_span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)

    def __post_init__(self) -> None:
        values.require_id_path(self.id)
        if self.question is not None:
            values.require_id(self.question)
        texts = (self.label, self.scheme, self.value, self.note)
        values.require_texts(f"argument “{self.id}”", *texts, *self.tags)
        values.require(self.strength is None or 0 < self.strength <= 1, "strength outside (0, 1]")
        values.require(bool(self.premises), f"the argument “{self.id}” has no premises")


@dataclass(frozen=True)
class ArgumentMap:
    """A whole map. Claims and arguments are kept in reading order, whatever order they came in.

    Reading order: each thesis, then depth first its arguments for and against with their premises,
    what backs and what undercuts them; last what no thesis reaches. Raises ValueError where an id
    is used twice, or a premise, target, citation, audience or expectation names nothing. Files
    that it names are read from `folder`, if any, and `files` are those that it is made of, its own
    first. Notebooks show a map as `shown_by` says.
    """

    shown_by: ClassVar[Callable[["ArgumentMap"], dict[str, str]] | None] = None

    claims: tuple[Claim, ...]
    arguments: tuple[Argument, ...] = ()
    theses: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    title: str | None = None
    description: str | None = None
    language: str | None = None
    audiences: tuple[Audience, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    style: Style = Style()
    folder: Folder | None = field(default=None, compare=False, repr=False, kw_only=True)
    span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    theme_span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    repeated_theses: tuple[Span, ...] = field(default=(), compare=False, repr=False, kw_only=True)
    files: tuple[File, ...] = field(default=(), compare=False, repr=False, kw_only=True)

    def __post_init__(self) -> None:
        """Check that the parts fit together and put them in reading order."""
        values.require_texts("map", self.title, self.description, self.language)
        if self.title is not None:
            object.__setattr__(self, "title", values.one_line(self.title))
        _require_consistency(self)
        claims, arguments = _reading_order(self)
        object.__setattr__(self, "claims", claims)
        object.__setattr__(self, "arguments", arguments)

    @cached_property
    def claims_by_id(self) -> Mapping[str, Claim]:
        """Return every claim by its id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def arguments_by_id(self) -> Mapping[str, Argument]:
        """Return every argument by its id."""
        return {argument.id: argument for argument in self.arguments}

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        """Return every source by its key."""
        return {source.id: source for source in self.sources}

    @cached_property
    def _by_target(self) -> Mapping[str, tuple[Argument, ...]]:
        return _grouped((argument.target, argument) for argument in self.arguments)

    @cached_property
    def _by_premise(self) -> Mapping[str, tuple[Argument, ...]]:
        return _grouped((p, argument) for argument in self.arguments for p in argument.premises)

    @cached_property
    def _by_contradiction(self) -> Mapping[str, tuple[str, ...]]:
        pairs = [(claim.id, other) for claim in self.claims for other in claim.contradicts]
        mutual = (*pairs, *((other, name) for name, other in pairs))
        return {name: tuple(dict.fromkeys(others)) for name, others in _grouped(mutual).items()}

    def arguments_on(self, target: str, polarity: Polarity | None = None) -> tuple[Argument, ...]:
        """Return the arguments that bear on a claim or an argument, supports before attacks."""
        found = self._by_target.get(target, ())
        return tuple([one for one in found if polarity in (None, one.polarity)])

    def uses_of(self, claim: str) -> tuple[Argument, ...]:
        """Return the arguments that have the claim as a premise."""
        return self._by_premise.get(claim, ())

    def contradictions_of(self, claim: str) -> tuple[str, ...]:
        """Return the ids of what the claim contradicts, whichever of the two says so."""
        return self._by_contradiction.get(claim, ())

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return self.shown_by() if self.shown_by else {"text/plain": repr(self)}


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    lists: dict[str, list[T]] = {}
    for key, value in pairs:
        lists.setdefault(key, []).append(value)
    return {key: tuple(found) for key, found in lists.items()}


def _require_consistency(a_map: ArgumentMap) -> None:
    claims = {claim.id for claim in a_map.claims}
    sources = {source.id for source in a_map.sources}
    ids = (*(claim.id for claim in a_map.claims), *(a.id for a in a_map.arguments))
    values.require_once("claims and arguments", ids)
    values.require_once("sources", tuple(source.id for source in a_map.sources))
    audiences = tuple(audience.id for audience in a_map.audiences)
    values.require_once("audiences", audiences)
    wanted = a_map.style.audience
    values.require(wanted is None or wanted in audiences, f"no audience “{wanted}”")
    for expected in a_map.expectations:
        known_audience = expected.audience is None or expected.audience in audiences
        values.require(known_audience, f"no audience “{expected.audience}”")
    for kind, named, known in _references(a_map, claims, set(ids), sources):
        for name in () if known.issuperset(named) else named:
            values.require(name in known, f"no {kind} “{name}”")
    values.require_once("theses", a_map.theses)
    values.require_once("expectations", tuple(expected.id for expected in a_map.expectations))
    away = {claim.id for claim in a_map.claims if claim.home}
    bearing = (argument.target for argument in a_map.arguments)
    contradicted = (other for claim in a_map.claims for other in claim.contradicts)
    for name in (*bearing, *contradicted) if away else ():
        values.require(name not in away, f"“{name}” is at home in another map; nothing bears on it")
    values.require_grounded({argument.id: argument.target for argument in a_map.arguments})


def _references(
    a_map: ArgumentMap, claims: set[str], nodes: set[str], sources: set[str]
) -> Iterator[tuple[str, tuple[str, ...], set[str]]]:
    """Yield what is named, each with what it is said to be and what there is of that."""
    style = a_map.style
    yield "claim", (*a_map.theses, *style.focus, *style.collapse, *style.below), claims
    yield "claim or argument", tuple(one.id for one in a_map.expectations), nodes
    strengths = (name for audience in a_map.audiences for name, _ in audience.strengths)
    yield "argument", tuple(strengths), nodes - claims
    yield "claim", tuple([name for one in a_map.claims for name in one.contradicts]), claims
    yield "claim", tuple([name for one in a_map.arguments for name in one.premises]), claims
    yield "claim or argument", tuple([one.target for one in a_map.arguments]), nodes
    citing: tuple[Claim | Argument, ...] = (*a_map.claims, *a_map.arguments)
    yield "source", tuple([cited.source for one in citing for cited in one.citations]), sources


def _reading_order(a_map: ArgumentMap) -> tuple[tuple[Claim, ...], tuple[Argument, ...]]:
    claims = {claim.id: claim for claim in a_map.claims}
    arguments = {argument.id: argument for argument in a_map.arguments}
    on = _grouped((argument.target, argument) for argument in a_map.arguments)

    def following(name: str) -> list[str]:
        premises = arguments[name].premises if name in arguments else ()
        bearing = sorted(on.get(name, ()), key=lambda one: one.polarity is Polarity.ATTACK)
        return [*premises, *[argument.id for argument in bearing]]

    order = values.depth_first((*a_map.theses, *claims, *arguments), following)
    ordered = tuple([claims[name] for name in order if name in claims])
    return ordered, tuple([arguments[name] for name in order if name in arguments])

"""The map format as tables: every key, what may stand under it, and a sentence on what it means.

The reader walks a file along these tables, the JSON Schema is made from them, and the manual
quotes their sentences; so the three cannot disagree.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.model import STRENGTHS, Label, Status
from argmap.values import DEEPEST_VIEW, DIRECTIONS, NARROWEST, THEMES, WIDEST

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Text:
    """Any text that shows something."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """An id: letters and digits of any script, `-`, `_` and `.`. `of` says what it names."""

    of: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fraction:
    """A number from 0 to 1, or one of the words that stand for one."""

    zero_allowed: bool = True
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within limits, both included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Truth:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Link:
    """A web or mail address; with `relative` also a path from where the map is shown."""

    relative: bool


@dataclass(frozen=True, slots=True)
class RelativePath:
    """The path of a file, from the folder of the map."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour such as `#1b9e77`."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, or a reference to one."""


@dataclass(frozen=True, slots=True)
class Reason:
    """An argument, or a claim or reference that stands for the argument it makes."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation: the key of a source, or a mapping with `ref`."""


@dataclass(frozen=True, slots=True)
class Block:
    """A mapping with the fields of the record of this name."""

    record: str


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """One item, or a list of them."""

    item: "Kind"


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of at least `least` items."""

    item: "Kind"
    least: int = 0


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from ids of the author's to values of one kind."""

    key: Identifier
    value: "Kind"


Single = (
    Text | Identifier | Choice | Fraction | Whole | Truth | Link | RelativePath | Colour
)  # written as one scalar
Compound = Statement | Reason | Cited | Block | OneOrMany | ListOf | MapOf
Kind = Single | Compound


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record."""

    name: str
    kind: Kind
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys. `noun` is what an author calls it, with its article."""

    name: str
    noun: str
    description: str
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field | None:
        """Return the field of this name, or None."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the fields."""
        return tuple(field.name for field in self.fields)


_CLAIM_ID = Identifier("a claim")
_NODE_ID = Identifier("a claim or an argument")
_TAG = Identifier("a tag")
_SOURCE_ID = Identifier("a source")
_STATEMENTS = ListOf(Statement(), least=1)
_REASONS = ListOf(Reason())

_PREMISES = Field("premises", _STATEMENTS, "Premises that carry the claim only together.")
_ARGUMENTS = Field("arguments", _REASONS, "Independent arguments, each meant to do alone.")
_REBUTTALS = Field("rebuttals", _REASONS, "What speaks against the claim itself.")
_LABEL = Field("label", Text(), "A short headline.")
_CITATION = Field("source", OneOrMany(Cited()), "Where this is said: a citation or several.")
_TAGS = Field("tags", OneOrMany(Text()), "Words to colour or select by.")
_NOTE = Field("note", Text(), "A remark of the author's, which counts neither for nor against.")

MAP = Record(
    "map",
    "a map",
    "An argument map: what is argued for, what speaks for it and what against.",
    (
        Field("argmap", Choice((VERSION,)), "The version of the format.", required=True),
        Field("title", Text(), "The title, shown above the drawing."),
        Field("description", Text(), "What the map is about, in a sentence or two."),
        Field("language", Text(), "The language of the texts, as a code such as `en`."),
        Field("sources", MapOf(_SOURCE_ID, Block("source")), "The works that claims cite."),
        Field("thesis", OneOrMany(Statement()), "The claim that the map is about, or several."),
        Field("claims", ListOf(Statement()), "Claims outside the tree, or used more than once."),
        Field(
            "expect",
            MapOf(_NODE_ID, Choice(tuple(label.value for label in Label))),
            "The verdicts that should come out, by id.",
        ),
        Field("style", Block("style"), "How the map is drawn where nothing else is asked for."),
    ),
)

CLAIM = Record(
    "claim",
    "a claim",
    "A sentence that can be true or false.",
    (
        Field("text", Text(), "The claim itself, as one sentence.", required=True),
        Field("id", _CLAIM_ID, "The name by which other places refer to the claim."),
        _LABEL,
        _CITATION,
        _PREMISES,
        _ARGUMENTS,
        _REBUTTALS,
        Field("contradicts", OneOrMany(_CLAIM_ID), "Claims that cannot be true together with it."),
        Field(
            "status",
            Choice(tuple(status.value for status in Status)),
            "What the author declares of the claim, apart from any argument.",
        ),
        Field("credence", Fraction(), "How likely the claim is by itself, from 0 to 1."),
        _TAGS,
        Field("group", Text(), "The frame in which the claim is drawn with related ones."),
        Field("link", Link(relative=True), "Where a click on the claim leads."),
        _NOTE,
    ),
)

REFERENCE = Record(
    "reference",
    "a reference",
    "A claim that is written elsewhere, with what is said for it or against it here.",
    (
        Field("ref", _CLAIM_ID, "The id of the claim.", required=True),
        _PREMISES,
        _ARGUMENTS,
        _REBUTTALS,
    ),
)

ARGUMENT = Record(
    "argument",
    "an argument",
    "The step from premises, taken together, to a conclusion or against one.",
    (
        Field("premises", _STATEMENTS, "The claims it starts from, at least one.", required=True),
        Field("id", Identifier("an argument"), "The name by which `expect` refers to it."),
        _LABEL,
        Field("scheme", Text(), "The pattern of the reasoning, such as `cause-to-effect`."),
        Field(
            "strength",
            Fraction(zero_allowed=False, words=tuple(STRENGTHS)),
            "How much the step carries: a word, or a number above 0 and up to 1.",
        ),
        Field("rebuttals", _REASONS, "What speaks against the step from premises to conclusion."),
        Field("backing", _REASONS, "What speaks for the step from premises to conclusion."),
        _CITATION,
        _TAGS,
        _NOTE,
    ),
)

SOURCE = Record(
    "source",
    "a source",
    "A work that claims cite.",
    (
        Field("author", OneOrMany(Text()), "Who wrote it: a name, or a list of names."),
        Field("title", Text(), "The title of the work."),
        Field("container", Text(), "The journal, book or site that it is a part of."),
        Field("publisher", Text(), "Who published it."),
        Field("year", Text(), "When it was published."),
        Field("url", Link(relative=False), "Where it can be found."),
        Field("file", RelativePath(), "The text itself, so that quotes can be checked."),
        _NOTE,
    ),
)

CITATION = Record(
    "citation",
    "a citation",
    "A place in a source.",
    (
        Field("ref", _SOURCE_ID, "The key of the source.", required=True),
        Field("at", Text(), "The place in it, such as `¶3` or `p. 12`."),
        Field("quote", Text(), "The exact words."),
    ),
)

STYLE = Record(
    "style",
    "a style",
    "How the map is drawn where nothing else is asked for.",
    (
        Field("direction", Choice(DIRECTIONS), "Where the arguments grow, seen from the thesis."),
        Field("theme", Choice(THEMES), "The colours; `auto` follows the reader's screen."),
        Field("width", Whole(NARROWEST, WIDEST), "The width of a box, in pixels."),
        Field("sources", Truth(), "Whether boxes show their sources."),
        Field("legend", Truth(), "Whether the drawing has a legend."),
        Field("focus", OneOrMany(_CLAIM_ID), "Claims to show with what lies near them."),
        Field("depth", Whole(0, DEEPEST_VIEW), "How many steps around the focus are shown."),
        Field("only", OneOrMany(Text()), "Tags: only these claims, and what they bear on."),
        Field("without", OneOrMany(Text()), "Tags of claims that are left out."),
        Field("collapse", OneOrMany(_CLAIM_ID), "Claims shown without what bears on them."),
        Field("tag_colours", MapOf(_TAG, Colour()), "The colours of tags, such as `#1b9e77`."),
        Field("max_depth", Whole(0, DEEPEST_VIEW), "How many steps from a thesis are shown."),
    ),
)

RECORDS: Mapping[str, Record] = {
    record.name: record for record in (MAP, CLAIM, REFERENCE, ARGUMENT, SOURCE, CITATION, STYLE)
}

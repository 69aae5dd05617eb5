"""What may stand under a key: kinds of values, and records of fields, as small values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Any text that shows something."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """An id: letters and digits of any script, `-`, `_` and `.`. `of` says what it names.

    What is `as_written` keeps its form of Unicode, as the texts do that it is compared with.
    """

    of: str
    as_written: bool = False


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
class ThemeName:
    """The name of a theme, or the path of a YAML file with one."""


@dataclass(frozen=True, slots=True)
class FontName:
    """The name of a face: letters, digits, spaces and hyphens."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number within limits, both included."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within limits, both included, or one of some words."""

    least: int
    most: int
    words: tuple[str, ...] = ()


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
class WordOrBlock:
    """One of some words, or a mapping with the fields of the record of this name."""

    choice: Choice
    record: str


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """One item, or a list of them."""

    item: "Kind"


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of at least `least` items, and at most `most` where there is such a limit."""

    item: "Kind"
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from ids of the author's to values of one kind."""

    key: Identifier
    value: "Kind"


Single = (
    Text
    | Identifier
    | Choice
    | Fraction
    | Whole
    | Number
    | Truth
    | Link
    | RelativePath
    | Colour
    | ThemeName
    | FontName
)  # written as one scalar
Compound = Statement | Reason | Cited | Block | WordOrBlock | OneOrMany | ListOf | MapOf
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

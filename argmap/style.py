"""How an author, a project or a caller wants a map drawn, as a value."""

from dataclasses import dataclass, fields, replace
from typing import TypeVar

import argmap.values as values
from argmap.destinations import LARGEST_LETTERS, SHEET_NAMES, SMALLEST_LETTERS
from argmap.kinds.choice import Choice
from argmap.kinds.colour import Colour
from argmap.kinds.identifier import Identifier
from argmap.kinds.map_of import MapOf
from argmap.kinds.number import Number
from argmap.kinds.one_or_many import OneOrMany
from argmap.kinds.reading_place import ReadingPlace
from argmap.kinds.text import Text
from argmap.kinds.theme_name import ThemeName
from argmap.kinds.truth import Truth
from argmap.kinds.whole import Whole
from argmap.settings.setting import setting, settings_of
from argmap.themes import THEME_NAMES
from argmap.values import DEEPEST_VIEW, DIRECTIONS, NARROWEST, WIDEST

Wishes = TypeVar("Wishes", bound="Style")

# What stands for all sources that have a text.
ALL = "all"
_DEPTH = Whole(0, DEEPEST_VIEW)
_CLAIMS = OneOrMany(Identifier("a claim"))
_TAGS = OneOrMany(Text())


@dataclass(frozen=True)
class Style:
    """Wishes for a drawing; None or an empty tuple leaves one to somebody else.

    `focus` are claims to show with what lies within `depth` steps of them; `only` and `without`
    are tags of claims to show and to leave out; `collapse` are claims shown without what bears on
    them; `max_depth` is how many steps from a thesis are shown. `tag_colours` are pairs of a tag
    and a colour such as `#1b9e77`. `below` are claims to show with what bears on them, alone. `fit`
    is where the picture is read, by its name in `argmap.destinations`, and `smallest` the size of
    the smallest letters there; `parts` cuts the map into several pictures that each fit there.
    `audience` is one of the map's, for which it is weighed. `source_texts` are sources, or ALL,
    whose texts may be published with the map.

    Each field is the one place where its key of `style`, its setting in `[tool.argmap]`, its word
    in documents and its option of the command line are declared.
    """

    direction: str | None = setting(
        Choice(DIRECTIONS),
        "Where the arguments grow from the thesis; or a column.",
        asked="Where the premises go; “column”: all below each other.",
    )
    theme: str | None = setting(
        ThemeName(),
        "The theme: a name, or a YAML file of your own.",
        asked=f"{', '.join(THEME_NAMES)}, or a YAML file of your own.",
        placeholder="THEME",
    )
    width: int | None = setting(
        Whole(NARROWEST, WIDEST),
        "The width in pixels of a box, or of a column.",
        asked="The width of boxes, or of a column, in px.",
    )
    sources: bool | None = setting(
        Truth(), "Whether boxes show their sources.", asked="Show what claims cite."
    )
    legend: bool | None = setting(
        Truth(), "Whether the drawing has a legend.", asked="Show what lines and boxes mean."
    )
    evaluate: bool | None = setting(
        Truth(), "Whether the drawing says what stands.", asked="Show what stands and what falls."
    )
    focus: tuple[str, ...] = setting(
        _CLAIMS,
        "Claims to show with what lies near them.",
        default=(),
        asked="Show what lies near this claim.",
        placeholder="ID",
    )
    depth: int | None = setting(
        _DEPTH,
        "How many steps around the focus are shown.",
        asked="How near: steps around the focus. [default: 2]",
    )
    only: tuple[str, ...] = setting(
        _TAGS,
        "Tags: only these claims, and what they bear on.",
        default=(),
        asked="Only claims so tagged, and their use.",
        placeholder="TAG",
    )
    without: tuple[str, ...] = setting(
        _TAGS,
        "Tags of claims that are left out.",
        default=(),
        asked="Leave out claims so tagged.",
        placeholder="TAG",
    )
    collapse: tuple[str, ...] = setting(
        _CLAIMS,
        "Claims shown without what bears on them.",
        default=(),
        asked="Hide what bears on this claim.",
        placeholder="ID",
    )
    tag_colours: tuple[tuple[str, str], ...] = setting(
        MapOf(Identifier("a tag", as_written=True), Colour()),
        "The colours of tags, such as `#1b9e77`.",
        default=(),
        asked="Mark claims so tagged with a colour such as #1b9e77.",
        option="tag-colour",
        placeholder="TAG=COLOUR",
    )
    max_depth: int | None = setting(
        _DEPTH,
        "How many steps from a thesis are shown.",
        asked="How many steps from a thesis to show.",
    )
    below: tuple[str, ...] = setting(
        _CLAIMS,
        "Claims to show with what bears on them, alone.",
        default=(),
        asked="Only this claim, and what bears on it.",
        placeholder="ID",
    )
    fit: str | None = setting(
        ReadingPlace(),
        "Where the picture is read: a width in pixels, or a sheet.",
        asked=f"Make it readable there: a width in pixels, or {', '.join(SHEET_NAMES)}.",
        placeholder="PLACE",
    )
    smallest: float | None = setting(
        Number(SMALLEST_LETTERS, LARGEST_LETTERS),
        "The smallest letters there: pixels on screens, points on sheets.",
    )
    audience: str | None = setting(
        Identifier("an audience"),
        "For which of the audiences it is weighed.",
        asked="Which audience of the map weighs it?",
        placeholder="NAME",
    )
    parts: bool | None = setting(
        Truth(),
        "Whether the map is cut into parts that each fit there.",
        asked="Cut it into pictures that each fit the place.",
    )
    source_texts: tuple[str, ...] = setting(
        OneOrMany(Identifier("a source")),
        "Sources whose texts go into an explorer; `all` for all with a `file`.",
        default=(),
        asked="Put the text of this source into an explorer; “all”: of all with a “file”.",
        placeholder="KEY",
    )

    def __post_init__(self) -> None:
        """Require values that a map can hold."""
        for one in settings_of(type(self)):
            value = getattr(self, one.name)
            if value != one.default:
                one.require(value)
        values.require_once("coloured tags", tuple(tag for tag, _ in self.tag_colours))


def with_defaults(style: Wishes, defaults: Style) -> Wishes:
    """Return a style in which what is left open is taken from `defaults`."""
    given = {field.name: getattr(defaults, field.name) for field in fields(Style)}
    open_ones = {name: value for name, value in given.items() if getattr(style, name) in (None, ())}
    return replace(style, **open_ones)


def of_whole(style: Style) -> Style:
    """Return a style that leaves nothing of a map out."""
    return replace(
        style,
        focus=(),
        depth=None,
        only=(),
        without=(),
        collapse=(),
        below=(),
        max_depth=None,
        fit=None,
        parts=None,
    )

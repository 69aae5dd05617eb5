"""How an author, a project or a caller wants a map drawn, as a value."""

from dataclasses import dataclass, fields, replace
from typing import TypeVar

import argmap.values as values
from argmap.destinations import LARGEST_LETTERS, SMALLEST_LETTERS, is_destination
from argmap.themes import is_theme_name

Wishes = TypeVar("Wishes", bound="Style")


@dataclass(frozen=True)
class Style:
    """Wishes for a drawing; None or an empty tuple leaves one to somebody else.

    `focus` are claims to show with what lies within `depth` steps of them; `only` and `without`
    are tags of claims to show and to leave out; `collapse` are claims shown without what bears on
    them; `max_depth` is how many steps from a thesis are shown. `tag_colours` are pairs of a tag
    and a colour such as `#1b9e77`. `below` are claims to show with what bears on them, alone. `fit`
    is where the picture is read, by its name in `argmap.destinations`, and `smallest` the size of
    the smallest letters there; `parts` cuts the map into several pictures that each fit there.
    `audience` is one of the map's, for which it is weighed.
    """

    direction: str | None = None
    theme: str | None = None
    width: int | None = None
    sources: bool | None = None
    legend: bool | None = None
    evaluate: bool | None = None
    focus: tuple[str, ...] = ()
    depth: int | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    collapse: tuple[str, ...] = ()
    max_depth: int | None = None
    tag_colours: tuple[tuple[str, str], ...] = ()
    below: tuple[str, ...] = ()
    fit: str | None = None
    smallest: float | None = None
    audience: str | None = None
    parts: bool | None = None

    def __post_init__(self) -> None:
        """Require values that a map can hold."""
        values.require(self.direction in (None, *values.DIRECTIONS), "unknown direction")
        values.require(self.theme is None or is_theme_name(self.theme), "unknown theme")
        values.require(self.width is None or values.is_width(self.width), "width out of bounds")
        for number in (self.depth, self.max_depth):
            values.require(number is None or 0 <= number <= values.DEEPEST_VIEW, "no such depth")
        audience = () if self.audience is None else (self.audience,)
        for name in (*self.focus, *self.collapse, *self.below, *audience):
            values.require_id(name)
        values.require(self.fit is None or is_destination(self.fit), "no such place to fit")
        letters = self.smallest is None or SMALLEST_LETTERS <= self.smallest <= LARGEST_LETTERS
        values.require(letters, "letters out of bounds")
        values.require_texts("style", *self.only, *self.without)
        values.require_once("coloured tags", tuple(tag for tag, _ in self.tag_colours))
        for tag, colour in self.tag_colours:
            values.require_id(values.canonical(tag))
            values.require(values.is_colour(colour), f"{colour!r} is not a colour such as #1b9e77")


def with_defaults(style: Wishes, defaults: Style) -> Wishes:
    """Return a style in which what is left open is taken from `defaults`."""
    given = {field.name: getattr(defaults, field.name) for field in fields(Style)}
    open_ones = {name: value for name, value in given.items() if getattr(style, name) in (None, ())}
    return replace(style, **open_ones)

"""A drawing: what there is to see of a map, by role; measured and wrapped, but without a place.

It has no colours but those that the author gives to tags.

All lengths are pixels of the SVG (1/96 inch).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from argmap.weighing import Standing


class Role(StrEnum):
    """What a box or a pill does in the argument, which decides how it looks."""

    THESIS = "thesis"
    SUPPORT = "support"
    ATTACK = "attack"
    NEUTRAL = "neutral"


class ArrowKind(StrEnum):
    """What an arrow says: its end shows it without colour."""

    SUPPORT = "support"
    ATTACK = "attack"
    JOIN = "join"
    CONTRADICTION = "contradiction"


class Lead(NamedTuple):
    """A few words that lead to another part of the map, by its number."""

    words: str
    part: int


@dataclass(frozen=True, slots=True)
class Box:
    """One claim. `headline`, `body` and `sources` are the wrapped lines, top to bottom.

    The first line begins `text_top` below the upper edge. `runs_in` says that the body begins at
    the end of the last line of the headline, after a space. `sources_beside` says that the one line
    of sources ends the last line of the body, at its right; `small_line` is all of them unbroken.
    `text` is the whole claim for a reader who cannot see the box, `note` its hover text; `more`
    says how the map goes on unseen, or elsewhere in the picture: below the mention with the id
    `goes_on_at`.
    `leads` are the lines that lead to other parts of the map, the last ones at its foot.
    `unstated` says that the author of the map supplies the claim, `away` that it is argued in
    another map. `degree` is a number from 0 to 1
    to show as a bar, or None.
    `verdict` is None where nobody asked for one; `changed` says that it is another one than that
    of the map as it is written.
    """

    id: str
    role: Role
    headline: tuple[str, ...]
    body: tuple[str, ...]
    sources: tuple[str, ...]
    sources_beside: bool
    more: tuple[str, ...]
    width: float
    height: float
    text_top: float
    text: str
    note: str | None = None
    link: str | None = None
    tags: tuple[str, ...] = ()
    group: str | None = None
    verdict: Standing | None = None
    changed: bool = False
    unstated: bool = field(default=False, repr=False)
    away: bool = field(default=False, repr=False)
    degree: float | None = None
    runs_in: bool = field(default=False, repr=False)
    goes_on_at: str | None = field(default=None, repr=False)
    leads: tuple[Lead, ...] = field(default=(), repr=False)
    small_line: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Pill:
    """The step of one argument: where linked premises meet, or where an undercut ends.

    `lines` are empty for a pill without a label, which shows its `sign`; `role` is SUPPORT or
    ATTACK; `linked` says whether several premises meet here.
    """

    id: str
    role: Role
    lines: tuple[str, ...]
    width: float
    height: float
    text: str
    note: str | None = None
    tags: tuple[str, ...] = ()
    linked: bool = False
    verdict: Standing | None = None
    changed: bool = False

    @property
    def sign(self) -> str:
        """Return “+” where premises are added up, else “∴”, “therefore”."""
        return "+" if self.linked else "∴"


class Manner(StrEnum):
    """Why a column names what it shows elsewhere.

    `again`: it bears on something here as well. `heading`: what bears on it begins here.
    `reminder`: the next row bears on it, and is far from it.
    """

    AGAIN = "again"
    HEADING = "heading"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Mention:
    """A few words in a column that lead to the box or pill with the id `leads_to`.

    `id` is its own; `text` is for a reader who cannot see it. `claim` is what it mentions, None
    for a step.
    """

    id: str
    leads_to: str
    manner: Manner
    role: Role
    lines: tuple[str, ...]
    width: float
    height: float
    text: str
    claim: str | None = None
    verdict: Standing | None = None
    changed: bool = False


class Arrow(NamedTuple):
    """A line from one node to another, both named by the ids of their boxes or pills.

    `role` is the polarity of the argument it belongs to; a JOIN leads a premise into its pill.
    `fails` says that it has no effect: an argument that fell, or an attack on what stands.
    """

    tail: str
    head: str
    kind: ArrowKind
    role: Role
    fails: bool = False


class Group(NamedTuple):
    """A part of the map with a heading, around the boxes and pills whose ids are its `members`."""

    name: str
    heading: tuple[str, ...]
    members: tuple[str, ...]


class Row(NamedTuple):
    """A row of a column: its shape, how far it is indented, and how far below the row before.

    `arrow` leads to what it bears on; its upright stretch lies at `trunk`, counted as `indent` is
    from the left edge of the column.
    """

    shape: Box | Pill | Mention
    indent: float
    gap: float
    arrow: Arrow | None = None
    trunk: float = 0.0


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Drawing:
    """Everything a picture of a map shows, in reading order.

    `theses` are the ids of the boxes argued for; `summary` is a sentence or two that stand in for
    the picture, and `own_summary` says that they are argmap's words; `legend` says whether one is
    wanted; `audience` is the one for which the map is weighed, if any. `rows` are those of a
    column, which has one for each box and pill. `trail` is the path from a thesis to what is shown,
    where that is one of several parts of the map; then the legend of the first tells what occurs in
    the drawing of the `whole`.
    """

    title: str | None
    language: str | None
    summary: str
    boxes: tuple[Box, ...]
    pills: tuple[Pill, ...]
    arrows: tuple[Arrow, ...]
    groups: tuple[Group, ...]
    theses: tuple[str, ...]
    tag_colours: tuple[tuple[str, str], ...]
    legend: bool
    audience: str | None = field(default=None, repr=False)
    own_summary: bool = field(default=True, repr=False)
    rows: tuple[Row, ...] = field(default=(), repr=False)
    trail: tuple[Lead, ...] = field(default=(), repr=False)
    whole: "Drawing | None" = field(default=None, repr=False)

    @property
    def nodes(self) -> tuple[Box | Pill, ...]:
        """Return the boxes, then the pills."""
        return (*self.boxes, *self.pills)

    @property
    def shows_unstated(self) -> bool:
        """Return whether a box shows what is unstated, here or in another part."""
        return any(box.unstated for box in (self.whole or self).boxes + self.boxes)

    @property
    def shows_away(self) -> bool:
        """Return whether a box is of a claim that is argued elsewhere, here or in another part."""
        return any(box.away for box in (self.whole or self).boxes + self.boxes)

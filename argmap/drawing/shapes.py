"""A drawing: what there is to see of a map, by role; measured and wrapped, but without a place.

It has no colours but those that the author gives to tags.

All lengths are pixels of the SVG (1/96 inch).
"""

from dataclasses import dataclass, field
from enum import StrEnum

from argmap.model import Label


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


@dataclass(frozen=True, slots=True)
class Box:
    """One claim. `headline`, `body` and `sources` are the wrapped lines, top to bottom.

    The first line begins `text_top` below the upper edge. `sources_beside` says that the one line
    of sources ends the last line of the body, at its right. `text` is the whole claim for a
    reader who cannot see the box, `note` its hover text; `more` says how the map goes on unseen.
    `degree` is a number from 0 to 1 to show as a bar, or None.
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
    verdict: Label | None = None
    changed: bool = False
    degree: float | None = None


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
    verdict: Label | None = None
    changed: bool = False

    @property
    def sign(self) -> str:
        """Return “+” where premises are added up, else “∴”, “therefore”."""
        return "+" if self.linked else "∴"


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from one node to another, both named by the ids of their boxes or pills.

    `role` is the polarity of the argument it belongs to; a JOIN leads a premise into its pill.
    `fails` says that it has no effect: an argument that fell, or an attack on what stands.
    """

    tail: str
    head: str
    kind: ArrowKind
    role: Role
    fails: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the map with a heading, around the boxes and pills whose ids are its `members`."""

    name: str
    heading: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a picture of a map shows, in reading order.

    `theses` are the ids of the boxes argued for; `summary` is a sentence or two that stand in for
    the picture, and `own_summary` says that they are argmap's words; `legend` says whether one is
    wanted.
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
    own_summary: bool = field(default=True, repr=False)

    @property
    def nodes(self) -> tuple[Box | Pill, ...]:
        """Return the boxes, then the pills."""
        return (*self.boxes, *self.pills)

"""What stands in a flowchart: its boxes, lines and frames, by the names in the text."""

from dataclasses import dataclass, field

from argmap.source import Span


@dataclass(slots=True)
class Node:
    """A box; `written` is the text in it, None where it has none. `frame` is the one around it."""

    name: str
    span: Span
    written: str | None = None
    classes: list[str] = field(default_factory=list)
    frame: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line: the signs at its ends, its words, and whether it is dotted."""

    start: str
    end: str
    tail: str
    head: str
    words: str | None
    is_dotted: bool
    span: Span


@dataclass(slots=True)
class Chart:
    """A whole flowchart. `frames` are the titles of its frames by their names."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    frames: dict[str, str] = field(default_factory=dict)
    title: str | None = None

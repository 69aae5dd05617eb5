"""The boxes and lines of a canvas → ArgumentMap."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.json_document import NamedPlaces
from argmap.formats.drawings.completing import completed
from argmap.formats.drawings.markdown import Saying, saying_of
from argmap.formats.graphs.colours import is_red
from argmap.formats.graphs.labelled import LabelledGraph, Line
from argmap.formats.graphs.relations import JUNCTIONS, Relation
from argmap.formats.graphs.schemes import name_of
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap
from argmap.source import at_start
from argmap.values import is_link, is_shown

# Each box is compared with each group.
MOST_COMPARED = 20_000_000
_OUR_LINE = re.compile(r"line \d{1,9}")
_PRESETS = {"1": Relation.ATTACK, "4": Relation.SUPPORT}
_MENTION = "↗ "


def shown_in(canvas: dict[str, Any]) -> list[str]:
    """Return what a canvas says, wherever its boxes lie, but for the groups that they lie in."""
    groups = _groups(canvas)
    said = []
    for node in _objects(canvas, "nodes"):
        words = [node.get(key) for key in ("id", "type", "text", "label", "file", "url")]
        said.append(repr((words, _group_of(node, groups))))
    for edge in _objects(canvas, "edges"):
        keys = ("fromNode", "toNode", "label", "fromEnd", "toEnd")
        said.append(repr([edge.get(key) for key in keys]))
    return sorted(said)


def read_canvas(
    canvas: dict[str, Any],
    text: str,
    file: str,
    log: FaultLog,
    losses: Losses,
    rest: ArgumentMap | None,
) -> ArgumentMap | None:
    """Return the map that is drawn, with the `rest` of what is known of it; None after a fault."""
    places = NamedPlaces(text, keys=("id",), file=file)
    a_map = _Builder(canvas, places, LabelledGraph(file, log, losses)).map()
    return a_map if a_map is None or rest is None else completed(a_map, rest, losses)


@dataclass(frozen=True, slots=True)
class _Area:
    """Where a group lies on the canvas."""

    name: str
    left: float
    top: float
    right: float
    bottom: float


class _Builder:
    def __init__(self, canvas: dict[str, Any], places: NamedPlaces, graph: LabelledGraph) -> None:
        self._canvas, self._places, self._graph = canvas, places, graph
        self._edges = list(_objects(canvas, "edges"))
        self._groups = _groups(canvas)
        # What a box stands for that only names another one.
        self._aliases: dict[str, str] = {}

    def map(self) -> ArgumentMap | None:
        self._tell_what_is_none()
        steps = self._steps()
        mentions = []
        for node in _objects(self._canvas, "nodes"):
            name = name_of(node.get("id"))
            if name is None:
                message = "a box of this canvas has no id"
                self._graph.log.report(Fault.MISSING_TEXT, at_start(self._graph.file), message)
            elif node.get("type") == "text" and str(node.get("text")).startswith(_MENTION):
                mentions.append((name, str(node.get("text"))))
            elif node.get("type") != "group":
                self._take(name, node, steps)
        self._resolve(mentions)
        for edge in self._edges:
            self._add_line(edge)
        return None if self._graph.log.diagnostics else self._graph.built()

    def _tell_what_is_none(self) -> None:
        if len(self._groups) * len(self._canvas.get("nodes") or ()) > MOST_COMPARED:
            told = "there are so many groups and boxes that some groups are left out"
            self._graph.losses.say(told)
        for key in ("nodes", "edges"):
            found = self._canvas.get(key, [])
            if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
                self._graph.losses.say(f"what is no object among the {key} is left out")

    def _steps(self) -> set[str]:
        """Return the names of the boxes in which premises meet."""
        into = {name_of(edge.get("toNode")) for edge in self._edges}
        # argmap draws the lines of premises without an arrow.
        ours = [edge for edge in self._edges if _is_ours(edge)]
        drawn = {name_of(edge.get(end)) for edge in ours for end in ("fromNode", "toNode")}
        joined = {name_of(edge.get("toNode")) for edge in ours if edge.get("toEnd") == "none"}
        leaving = {name_of(edge.get("fromNode")) for edge in self._edges}
        found = set()
        for node in _objects(self._canvas, "nodes"):
            name, text = name_of(node.get("id")), node.get("text")
            is_worded = isinstance(text, str) and text.strip().casefold() in JUNCTIONS
            is_junction = is_worded and name not in drawn
            is_between = name in into and name in leaving
            if name and is_between and (is_junction or name in joined):
                found.add(name)
        return found

    def _take(self, name: str, node: dict[str, Any], steps: set[str]) -> None:
        span = self._places.span(name)
        saying = self._saying(node)
        if saying is None:
            kind = quoted(str(node.get("type")))
            self._graph.losses.say(f"boxes of the kind {kind} are left out", span)
        elif name in steps:
            is_junction = saying.text.casefold() in JUNCTIONS
            self._graph.step(name, span, label=None if is_junction else saying.text)
        elif not is_shown(saying.text):
            self._graph.losses.say("boxes that show nothing are left out", span)
        else:
            address = saying.address
            is_linked = address is not None and is_link(address, relative=True)
            note = "\n".join(saying.small)
            if address and not is_linked:
                note = f"{note}\n{address}".strip()
            self._graph.claim(
                name,
                saying.text,
                span,
                label=saying.heading,
                group=_group_of(node, self._groups),
                link=address if is_linked else None,
                note=note or None,
            )

    def _saying(self, node: dict[str, Any]) -> Saying | None:
        """Return what a box says, None for a kind that is not known."""
        match node:
            case {"type": "text", "text": str(text)}:
                return saying_of(text)
            case {"type": "file", "file": str(path)}:
                part = node.get("subpath")
                within = f" {part.lstrip('#^')}" if isinstance(part, str) else ""
                return Saying(f"{PurePosixPath(path).stem}{within}", address=quote(path))
            case {"type": "link", "url": str(address)}:
                return Saying(address, address=address)
        return None

    def _resolve(self, mentions: Sequence[tuple[str, str]]) -> None:
        """Find which claims the boxes stand for that mention one again."""
        texts = {text: name for name, text in self._graph.claims.items()}
        for name, text in mentions:
            words = saying_of(text.removeprefix(_MENTION)).text
            if words in texts:
                self._aliases[name] = texts[words]
            else:
                told = "boxes that mention another one are left out"
                self._graph.losses.say(told, self._places.span(name))

    def _add_line(self, edge: dict[str, Any]) -> None:
        span = self._places.span(name_of(edge.get("id")) or "")
        found = [name_of(edge.get(key)) or "" for key in ("fromNode", "toNode")]
        start, end = (self._aliases.get(name, name) for name in found)
        if not self._graph.has(start) or not self._graph.has(end):
            self._graph.losses.say("lines to what is no claim are left out", span)
            return
        tail, head = edge.get("fromEnd", "none"), edge.get("toEnd", "arrow")
        if tail == "arrow" and head == "none":
            start, end = end, start
        label = edge.get("label")
        words = label.strip() if isinstance(label, str) and is_shown(label) else None
        if tail == head == "arrow" and words is not None and words.casefold() == "contradicts":
            self._graph.line(Line(start, end, Relation.CONTRADICTION, span))
            return
        relation = _relation_of(edge.get("color")) if words is None else None
        if _is_ours(edge) and words is None:
            # The colours of its arrows are those of themes.
            relation = None if head == "none" else Relation.SUPPORT
        for one, other in ((start, end), (end, start))[: 1 + (tail == head == "arrow")]:
            if relation is not None:
                self._graph.line(Line(one, other, relation, span))
            else:
                self._graph.worded(one, other, words, span=span)


def _is_ours(edge: dict[str, Any]) -> bool:
    """Return whether argmap has drawn a line, by the number that it gives."""
    return _OUR_LINE.fullmatch(str(edge.get("id"))) is not None


def _relation_of(colour: object) -> Relation | None:
    """Return what the colour of a line says: red is against, green for something."""
    if is_red(colour):
        return Relation.ATTACK
    return _PRESETS.get(colour) if isinstance(colour, str) else None


def _objects(canvas: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    found = canvas.get(key)
    return (one for one in found if isinstance(one, dict)) if isinstance(found, list) else iter(())


def _groups(canvas: dict[str, Any]) -> list[_Area]:
    """Return the groups that have names, the smallest first; not all where there are too many."""
    areas: list[_Area] = []
    nodes = list(_objects(canvas, "nodes"))
    for node in nodes:
        if len(areas) * len(nodes) > MOST_COMPARED:
            break
        label, sides = node.get("label"), _sides(node)
        if node.get("type") == "group" and isinstance(label, str) and is_shown(label) and sides:
            left, top, width, height = sides
            areas.append(_Area(label.strip(), left, top, left + width, top + height))
    return sorted(areas, key=lambda area: (area.right - area.left) * (area.bottom - area.top))


def _group_of(node: dict[str, Any], groups: Sequence[_Area]) -> str | None:
    """Return the name of the group in which the middle of a box lies."""
    sides = _sides(node)
    if sides is None or node.get("type") == "group":
        return None
    x, y = sides[0] + sides[2] / 2, sides[1] + sides[3] / 2
    around = (one for one in groups if one.left <= x <= one.right and one.top <= y <= one.bottom)
    return next((one.name for one in around), None)


def _sides(node: dict[str, Any]) -> tuple[float, ...] | None:
    sides = [node.get(key) for key in ("x", "y", "width", "height")]
    numbers = [one for one in sides if isinstance(one, int | float) and abs(one) < 1e12]
    return tuple(numbers) if len(numbers) == len(sides) else None

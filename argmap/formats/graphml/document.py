"""A text in GraphML → its nodes and edges with what is said of them, also as yEd keeps it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.xml_document import Beginning, Characters, Event
from argmap.formats.graphs.reading import MOST_PARTS
from argmap.formats.losses import Losses
from argmap.source import Span

MOST_USUAL = 20
# Elements of GraphML and of yEd whose text is what a box or a line says.
_LABELS = ("NodeLabel", "EdgeLabel", "Label.Text")
_LEFT_OUT = ("hyperedge", "port", "locator")


@dataclass(slots=True)
class Part:
    """A graph, a node or an edge. `said` is its data by name, `label` what yEd shows of it.

    `within` is the node in whose graph it lies; `arrows` are the ends of a line, `style` its looks.
    """

    attributes: Mapping[str, str]
    span: Span
    within: "Part | None" = None
    said: dict[str, str] = field(default_factory=dict)
    label: str | None = None
    arrows: Mapping[str, str] = field(default_factory=dict)
    style: str = ""
    is_group: bool = False

    @property
    def name(self) -> str:
        """Return the id in the file."""
        return self.attributes.get("id", "")


@dataclass(slots=True)
class Document:
    """What stands in a file."""

    graph: Part | None = None
    nodes: list[Part] = field(default_factory=list)
    edges: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class _Key:
    """A name under which something is said, and what is said of all that say nothing."""

    name: str
    domain: str
    usual: str | None = None


@dataclass(slots=True)
class _Open:
    """An element that has not ended, with its text so far."""

    name: str
    attributes: Mapping[str, str]
    text: list[str] = field(default_factory=list)


def document_of(
    events: Iterable[Event], *, file_start: Span, log: FaultLog, losses: Losses
) -> Document:
    """Return what a file holds; report what is no GraphML."""
    reader = _Reader(log, losses)
    for event in events:
        reader.take(event)
    if reader.document.graph is None and not log.diagnostics:
        log.report(Fault.NOT_A_MAP, file_start, "there is no graph in this file")
    reader.add_what_is_usual()
    return reader.document


class _Reader:
    def __init__(self, log: FaultLog, losses: Losses) -> None:
        self.document = Document()
        self._log, self._losses = log, losses
        self._keys: dict[str, _Key] = {}
        self._open: list[_Open] = []
        # The graphs, nodes and edges that have not ended.
        self._parts: list[Part] = []

    def take(self, event: Event) -> None:
        """Take in the next thing that stands in the file."""
        if isinstance(event, Characters):
            if self._open:
                self._open[-1].text.append(event.text)
        elif isinstance(event, Beginning):
            name = event.name.rpartition(":")[2]
            self._open.append(_Open(name, event.attributes))
            self._begin(name, event)
        else:
            self._end(self._open.pop())

    def add_what_is_usual(self) -> None:
        """Say of every part what a key says of all."""
        usual = [key for key in self._keys.values() if key.usual is not None and key.name]
        if len(usual) > MOST_USUAL:
            told = f"what is said of all by more than {MOST_USUAL} keys is left out"
            self._losses.say(told)
        for key in usual[:MOST_USUAL]:
            for domain, parts in (("node", self.document.nodes), ("edge", self.document.edges)):
                for part in parts if key.domain in (domain, "all") else ():
                    part.said.setdefault(key.name, key.usual or "")

    def _begin(self, name: str, event: Beginning) -> None:
        attributes = event.attributes
        if name == "key":
            called = attributes.get("attr.name", "")
            key = _Key(called, attributes.get("for", "all"))
            self._keys[attributes.get("id", "")] = key
        elif name == "graph":
            if self._parts:
                self._parts[-1].is_group = True
                self._parts.append(self._parts[-1])
            elif self.document.graph is not None:
                self._losses.say("of several graphs only the nodes and edges are read", event.span)
                self._parts.append(self.document.graph)
            else:
                self.document.graph = Part(attributes, event.span)
                self._parts.append(self.document.graph)
        elif name in ("node", "edge"):
            self._add(name, event)
        elif name in _LEFT_OUT:
            self._losses.say(f"elements called “{name}” are left out", event.span)
        elif name == "Arrows" and self._parts:
            self._parts[-1].arrows = attributes
        elif name == "LineStyle" and self._parts:
            self._parts[-1].style = attributes.get("type", "")

    def _add(self, name: str, event: Beginning) -> None:
        around = self._parts[-1] if self._parts else None
        within = None if around is self.document.graph else around
        part = Part(event.attributes, event.span, within)
        parts = self.document.nodes if name == "node" else self.document.edges
        if len(parts) == MOST_PARTS:
            message = f"there are more than {MOST_PARTS:,} nodes or edges"
            self._log.report(Fault.TOO_LARGE, event.span, message)
        if name == "node" and not part.name:
            self._log.report(Fault.MISSING_TEXT, event.span, "this node has no id")
        if len(parts) < MOST_PARTS:
            parts.append(part)
        self._parts.append(part)

    def _end(self, ended: _Open) -> None:
        text = "".join(ended.text)
        if ended.name in ("graph", "node", "edge"):
            self._parts.pop()
        elif ended.name == "default":
            around = self._open[-1].attributes.get("id", "") if self._open else ""
            if around in self._keys and text.strip():
                self._keys[around].usual = text
        elif ended.name == "data" and self._parts:
            key = self._keys.get(ended.attributes.get("key", ""))
            if key is None and text.strip():
                name = quoted(ended.attributes.get("key", ""))
                self._losses.say(f"data that no key names ({name}) is left out")
            elif key is not None and key.name and text.strip():
                self._parts[-1].said.setdefault(key.name, text)
        elif ended.name in _LABELS and self._parts and text.strip():
            part = self._parts[-1]
            part.label = part.label or " ".join(text.split())

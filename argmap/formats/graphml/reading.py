"""The nodes and edges of a file in GraphML → ArgumentMap: ours, of networkx, Gephi and yEd."""

from collections.abc import Iterator

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.xml_document import events
from argmap.formats.graphml.document import Document, Part, document_of
from argmap.formats.graphs.labelled import LabelledGraph, Line
from argmap.formats.graphs.relations import Relation
from argmap.formats.losses import Losses
from argmap.formats.tables.columns import line_columns, node_named
from argmap.formats.tables.reading import Row, TableReader, relation_named
from argmap.formats.tables.sources import CITATION
from argmap.model import ArgumentMap
from argmap.source import at_start
from argmap.suggestions import did_you_mean

# Of an edge: which of the linked premises of an argument it brings.
NUMBER = "number"
_OURS = ("claim", "argument")
_OF_MAPS = {"title": "title", "name": "title", "description": "description", "language": "language"}
_BARRED = ("t_shape", "cross")
_BROKEN = ("dashed", "dotted", "dashed_dotted")


def read_graph(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    """Return the map that a text holds, or None after a fault."""
    found = events(text, file=file, log=log)
    document = document_of(found, file_start=at_start(file), log=log, losses=losses)
    if log.diagnostics or document.graph is None:
        return None
    return _Builder(document, document.graph, LabelledGraph(file, log, losses)).map()


class _Builder:
    def __init__(self, document: Document, graph: Part, made: LabelledGraph) -> None:
        self._document, self._graph, self._made = document, graph, made
        self._reader = TableReader(made)
        # What argmap calls what the file does; it is asked for every node and edge.
        self._ours: dict[str, str | None] = {}
        self._worded: dict[tuple[str, ...], str | None] = {}

    def map(self) -> ArgumentMap | None:
        edges = sorted(self._document.edges, key=_number)
        ends = {e.attributes.get(end, "") for e in edges for end in ("source", "target")}
        rows = []
        for node in self._document.nodes:
            if node.is_group and node.name not in ends:
                continue
            rows.append(self._row(node))
        for edge in edges:
            if edge.said.get("relation") == CITATION:
                start, end = (edge.attributes.get(name, "") for name in ("source", "target"))
                self._reader.sources.cite(start, end, edge.said, edge.span)
        self._reader.take_all(rows)
        if self._graph.attributes.get("edgedefault") == "undirected" and edges:
            told = "lines without direction lead from their source to their target"
            self._made.losses.say(told, self._graph.span)
        for edge in edges:
            if edge.said.get("relation") != CITATION:
                self._add_line(edge)
        if self._made.log.diagnostics:
            return None
        sources = tuple(self._reader.sources.taken.values())
        said = self._said_of_all()
        return self._made.built(theses=self._reader.theses, sources=sources, **said)

    def _said_of_all(self) -> dict[str, str]:
        said: dict[str, str] = {}
        for name, text in self._graph.said.items():
            if name.casefold() in _OF_MAPS:
                said.setdefault(_OF_MAPS[name.casefold()], text)
            else:
                self._tell(name, self._graph)
        return said

    def _row(self, node: Part) -> Row:
        said: dict[str, str] = {}
        for name, text in node.said.items():
            if name not in self._ours:
                self._ours[name] = node_named(name)
            ours = self._ours[name]
            if ours is None or ours in ("id", "parent", "relation"):
                self._tell(name, node)
            else:
                said.setdefault(ours, text)
        if node.label and "text" not in said:
            said["text"] = node.label
        if group := _group_of(node):
            said.setdefault("group", group)
        return Row(node.name, said, node.span, is_ours=said.get("kind") in _OURS)

    def _add_line(self, edge: Part) -> None:
        ends = edge.attributes.get("source", ""), edge.attributes.get("target", "")
        for name in ends:
            if not self._made.has(name):
                near = did_you_mean(name, list(self._made.claims)[:1000]) or ""
                message = f"there is no node {quoted(name)}{near}"
                self._made.log.report(Fault.UNKNOWN_REFERENCE, edge.span, message)
                return
        words = self._words(edge)
        relation = relation_named(words or "")
        if words is None and edge.arrows.get("target") in _BARRED:
            relation = Relation.ATTACK
        if words is None and edge.style in _BROKEN and relation is None:
            told = "broken lines without words are read as support"
            self._made.losses.say(told, edge.span)
        if edge.arrows.get("source", "none") != "none" and edge.arrows.get("target") == "none":
            ends = ends[1], ends[0]
        if relation is not None:
            self._made.line(Line(*ends, relation=relation, span=edge.span))
        else:
            self._made.worded(*ends, words, span=edge.span)

    def _words(self, edge: Part) -> str | None:
        """Return what is said of an edge, and tell what is left out."""
        names = tuple(edge.said)
        if names not in self._worded:
            place = line_columns(["from", "to", *names]).get("relation")
            self._worded[names] = None if place is None else names[place - 2]
        chosen = self._worded[names]
        for name in names:
            if name not in (chosen, NUMBER):
                self._tell(name, edge)
        return edge.said[chosen] if chosen is not None else edge.label

    def _tell(self, name: str, part: Part) -> None:
        self._made.losses.say(f"data called {quoted(name)} is left out", part.span)


def _number(edge: Part) -> float:
    """Return which premise an edge brings; the others stay where they are."""
    number = edge.said.get(NUMBER, "")
    return int(number) if number.isdecimal() and len(number) < 10 else 0


def _group_of(node: Part) -> str | None:
    return next((one.label or one.name for one in _around(node)), None)


def _around(node: Part) -> Iterator[Part]:
    within = node.within
    while within is not None:
        yield within
        within = within.within

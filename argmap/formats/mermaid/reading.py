"""The boxes and lines of a flowchart → ArgumentMap."""

from argmap.faults import FaultLog
from argmap.formats.drawings.completing import completed
from argmap.formats.drawings.markdown import Saying
from argmap.formats.graphs.labelled import LabelledGraph, Line
from argmap.formats.graphs.relations import JUNCTIONS, Relation
from argmap.formats.losses import Losses
from argmap.formats.mermaid.chart import Chart, Edge, Node
from argmap.formats.mermaid.labels import decoded, label_of
from argmap.formats.mermaid.statements import chart_of
from argmap.languages import LANGUAGES, words_in
from argmap.model import ArgumentMap
from argmap.values import is_link, is_shown

_UNTITLED = frozenset(words_in(tag).map for tag in LANGUAGES)
# The classes that argmap gives to boxes.
_STEPS, _THESIS = ("supportStep", "attackStep"), "thesis"
_CLAIMS = {_THESIS, "support", "attack", "neutral"}


def read_chart(
    text: str, file: str, log: FaultLog, losses: Losses, rest: ArgumentMap | None
) -> ArgumentMap | None:
    """Return the map that is drawn, with the `rest` of what is known of it; None after a fault."""
    chart = chart_of(text, file=file, log=log, losses=losses)
    if chart is None or log.diagnostics:
        return None
    a_map = _Builder(chart, LabelledGraph(file, log, losses)).map()
    return a_map if a_map is None or rest is None else completed(a_map, rest, losses)


class _Builder:
    def __init__(self, chart: Chart, graph: LabelledGraph) -> None:
        self._chart, self._graph = chart, graph
        self._sayings = {name: label_of(node.written or "") for name, node in chart.nodes.items()}
        # The steps that argmap has drawn; and all boxes in which premises meet.
        self._ours = {n for n, node in chart.nodes.items() if set(node.classes) & set(_STEPS)}
        self._steps = self._ours | self._junctions()

    def map(self) -> ArgumentMap | None:
        ends = {end for edge in self._chart.edges for end in (edge.start, edge.end)}
        for name, node in self._chart.nodes.items():
            saying = self._sayings[name]
            if name in self._chart.frames and node.written is None:
                if name in ends:
                    told = "lines to or from frames are left out"
                    self._graph.losses.say(told, node.span)
            elif name in self._steps:
                is_junction = saying.text.casefold() in JUNCTIONS
                label = None if is_junction else saying.text
                self._graph.step(name, node.span, label=label)
            else:
                self._add_claim(node, saying)
        for edge in self._chart.edges:
            if self._graph.has(edge.start) and self._graph.has(edge.end):
                self._add_line(edge)
        if self._graph.log.diagnostics:
            return None
        theses = [n for n in self._graph.claims if _THESIS in self._chart.nodes[n].classes]
        # Where a map has no title, argmap calls its drawing a map.
        title = None if self._chart.title in _UNTITLED else self._chart.title
        return self._graph.built(theses=theses or None, title=title)

    def _junctions(self) -> set[str]:
        starts = {edge.start for edge in self._chart.edges}
        ends = {edge.end for edge in self._chart.edges}
        return {
            name
            for name, node in self._chart.nodes.items()
            if name in starts
            and name in ends
            and node.written is not None
            and not _CLAIMS.intersection(node.classes)
            and self._sayings[name].text.casefold() in JUNCTIONS
        }

    def _add_claim(self, node: Node, saying: Saying) -> None:
        text = saying.text if is_shown(saying.text) else node.name
        link = node.link if node.link and is_link(node.link, relative=True) else None
        if node.link and link is None:
            told = "addresses that no map can have as links are left out"
            self._graph.losses.say(told, node.span)
        frame = self._chart.frames.get(node.frame) if node.frame is not None else None
        self._graph.claim(
            node.name,
            text,
            node.span,
            label=saying.heading,
            group=frame,
            link=link,
            note="\n".join(saying.small) or None,
        )

    def _add_line(self, edge: Edge) -> None:
        start, end, tail, head = edge.start, edge.end, edge.tail, edge.head
        words = decoded(edge.words) if edge.words is not None else None
        if tail and not head:
            start, end, tail, head = end, start, "", ">" if tail == "<" else tail
        relation = None
        if words is None and head == "x":
            relation = Relation.CONTRADICTION if tail == "x" else Relation.ATTACK
        elif words is None and end in self._ours and head:
            relation = Relation.SUPPORT
        elif words is None and edge.is_dotted:
            told = "dotted lines without words are read as support"
            self._graph.losses.say(told, edge.span)
        both_ways = bool(tail) and relation is None
        for one, other in ((start, end), (end, start))[: 1 + both_ways]:
            if relation is not None:
                self._graph.line(Line(one, other, relation, edge.span))
            else:
                self._graph.worded(one, other, words, span=edge.span)

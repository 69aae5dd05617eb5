"""What Graphviz says of a graph → ArgumentMap."""

from typing import Any

from argmap.faults import FaultLog
from argmap.formats.carriers.json_document import Lines
from argmap.formats.dot.answers import answer_on
from argmap.formats.dot.labels import words_of
from argmap.formats.dot.scanning import Scan, scanned
from argmap.formats.drawings.completing import completed, shown_words, words_in
from argmap.formats.graphs.colours import is_red
from argmap.formats.graphs.labelled import LabelledGraph, Line
from argmap.formats.graphs.relations import JUNCTIONS, Relation
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap
from argmap.source import Span, at_start
from argmap.values import is_link, is_shown

# The size of the boxes that argmap draws for steps.
_STEP = {"height": "0.25", "width": "0.4"}
_BROKEN = ("dashed", "dotted")


def read_graph(
    text: str, file: str, log: FaultLog, losses: Losses, rest: ArgumentMap | None
) -> ArgumentMap | None:
    """Return the map that is drawn, with the `rest` of what is known of it; None after a fault."""
    scan = scanned(text)
    answer = answer_on(text, scan, file=file, log=log)
    if answer is None:
        return None
    if scan.rest is not None:
        span = Lines(text, file).span(scan.rest, scan.rest)
        losses.say("what follows the first graph is left out", span)
    graph = LabelledGraph(file, log, losses)
    a_map = _Builder(answer, scan, Lines(text, file), graph, rest).map()
    return a_map if a_map is None or rest is None else completed(a_map, rest, losses)


class _Builder:
    def __init__(
        self,
        answer: dict[str, Any],
        scan: Scan,
        lines: Lines,
        graph: LabelledGraph,
        rest: ArgumentMap | None,
    ) -> None:
        self._answer, self._scan, self._lines, self._graph = answer, scan, lines, graph
        self._rest = rest or ArgumentMap(())
        objects, frames = answer.get("objects", []), answer.get("_subgraph_cnt", 0)
        self._frames: list[dict[str, Any]] = objects[:frames]
        self._nodes: dict[int, dict[str, Any]] = {n["_gvid"]: n for n in objects[frames:]}
        self._edges: list[dict[str, Any]] = answer.get("edges", [])
        self._ours: set[str] = set()

    def map(self) -> ArgumentMap | None:
        title = words_of(self._answer.get("label", ""), name="")
        groups = self._groups(title)
        starts = {end for edge in self._edges for end in (edge["tail"],)}
        ends = {edge["head"] for edge in self._edges}
        # argmap draws the lines of premises backwards, from the step, without an arrow.
        joined = {
            edge["tail"]
            for edge in self._edges
            if (edge.get("dir"), edge.get("arrowtail")) == ("back", "none")
        }
        for number, node in self._nodes.items():
            if number in joined and all(node.get(key) == value for key, value in _STEP.items()):
                self._ours.add(node["name"])
            is_between = number in starts and number in ends
            self._take(node, groups.get(number), is_between)
        if not self._answer.get("directed") and self._edges:
            told = "lines without direction lead from the first to the second"
            self._graph.losses.say(told, at_start(self._graph.file))
        for edge in self._edges:
            self._add_line(edge)
        if self._graph.log.diagnostics:
            return None
        return self._graph.built(title=title if is_shown(title) else None)

    def _groups(self, title: str) -> dict[int, str]:
        """Return the name of the innermost cluster around each node that lies in one."""
        groups: dict[int, str] = {}
        for frame in sorted(self._frames, key=lambda one: len(one.get("nodes", ()))):
            label = words_of(frame.get("label", ""), name="")
            # A cluster has the label of the whole graph where it has none of its own.
            is_cluster = frame["name"].startswith("cluster") or frame.get("cluster") == "true"
            if is_cluster and is_shown(label) and label != title:
                for number in frame.get("nodes", ()):
                    groups.setdefault(number, label)
        return groups

    def _take(self, node: dict[str, Any], group: str | None, is_between: bool) -> None:
        name, shape = node["name"], node.get("shape", "")
        span = self._span(name)
        text = words_of(node.get("label", "\\N"), name=name, shape=shape)
        is_ours = name in self._ours
        # The boxes of claims that argmap draws have tips, whatever their words are.
        is_worded = text.casefold() in JUNCTIONS and "tooltip" not in node
        is_junction = shape == "point" or is_worded
        if is_between and (is_ours or is_junction):
            wanted = name if name in self._rest.arguments_by_id else None
            label = None if is_junction else text
            self._graph.step(name, span, wanted=wanted, label=label)
            return
        known = self._rest.claims_by_id.get(name)
        if known is not None and words_in(text) in set(shown_words(known, self._rest)):
            self._graph.claim(name, known.text, span, wanted=name, label=known.label, group=group)
            return
        tip = words_of(node.get("tooltip", ""), name=name)
        if is_shown(tip) and words_in(text).startswith(words_in(tip)):
            # The text before it was broken into lines, without what stands small below it.
            text = tip
        link = node.get("URL") or node.get("href")
        is_linked = isinstance(link, str) and is_link(link, relative=True)
        if link and not is_linked:
            told = "addresses that no map can have as links are left out"
            self._graph.losses.say(told, span)
        note = node.get("comment") or node.get("xlabel")
        self._graph.claim(
            name,
            text if is_shown(text) else name,
            span,
            wanted=name if known is not None else None,
            group=group,
            link=link if is_linked else None,
            note=words_of(note, name=name) if note else None,
        )

    def _add_line(self, edge: dict[str, Any]) -> None:
        start, end = (self._nodes[edge[key]]["name"] for key in ("tail", "head"))
        is_directed = self._answer.get("directed")
        direction = edge.get("dir", "forward" if is_directed else "none")
        head = edge.get("arrowhead", "normal") if direction in ("forward", "both") else "none"
        tail = edge.get("arrowtail", "normal") if direction in ("back", "both") else "none"
        if head == "none" and tail != "none":
            start, end, head, tail = end, start, tail, head
        elif head == tail == "none" and direction == "back":
            start, end = end, start
        words = next(
            (
                words_of(edge[key], name="")
                for key in ("label", "xlabel", "taillabel", "headlabel")
                if is_shown(edge.get(key, ""))
            ),
            None,
        )
        relation = self._relation(edge, end, head, tail) if words is None else None
        span = self._span(start)
        both_ways = tail != "none" and relation is not Relation.CONTRADICTION
        for one, other in ((start, end), (end, start))[: 1 + both_ways]:
            if relation is not None:
                self._graph.line(Line(one, other, relation, span))
            else:
                self._graph.worded(one, other, words, span=span)

    def _relation(self, edge: dict[str, Any], end: str, head: str, tail: str) -> Relation | None:
        """Return what the looks of a line say, None where it is only a line."""
        if "tee" in head:
            return Relation.CONTRADICTION if "tee" in tail else Relation.ATTACK
        if end in self._ours:
            return None if head == "none" else Relation.SUPPORT
        if edge.get("arrowtail") is None and is_red(edge.get("color")):
            return Relation.ATTACK
        if any(style in edge.get("style", "") for style in _BROKEN):
            told = "broken lines without words are read as support"
            self._graph.losses.say(told, self._span(end))
        return None

    def _span(self, name: str) -> Span:
        found = self._scan.names.get(name)
        return self._lines.span(*found) if found else at_start(self._graph.file)

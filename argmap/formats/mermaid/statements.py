"""A text in Mermaid → the flowchart that its statements make.

https://mermaid.js.org/syntax/flowchart.html describes them.
"""

import re

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.json_document import Lines
from argmap.formats.graphs.reading import MOST_PARTS
from argmap.formats.losses import Losses
from argmap.formats.mermaid.chains import Chain, UnreadableError, chain_at
from argmap.formats.mermaid.chart import Chart, Edge, Node
from argmap.formats.mermaid.labels import decoded
from argmap.source import at_start

_HEADER = re.compile(
    r"(?:flowchart(?:-elk)?|graph)\b(?:[ \t]+(?:TB|TD|BT|LR|RL)\b|[ \t]+[<>^v]\s)?"
)
# What stands before a diagram: a block of settings, comments and directives.
_PREAMBLE = re.compile(
    r"\s*+(?:---[ \t]*\n(?P<settings>(?:(?![ \t]*---)[^\n]*\n)*)[ \t]*---[ \t]*(?:\n|$))?"
    r"(?:\s++|%%[^\n]*+)*+"
)
_TITLE = re.compile(r"^[ \t]*title:[ \t]*(?P<title>.*)$", re.MULTILINE)
_BLANK = re.compile(r"(?:[\s;]++|%%[^\n]*+)++")
_REST = re.compile(r"[^\n]*+")
_FRAME = re.compile(
    r"subgraph\b[ \t]*(?:(?P<name>[^\s\[\"]+)?[ \t]*\[[ \t]*(?P<titled>\"[^\"]*\"|[^\]\n]*)\]"
    r"|(?P<quoted>\"[^\"]*\")|(?P<plain>[^\n;]*))"
)
_CLICK = re.compile(
    r"click[ \t]+(?P<name>\S+)[ \t]+(?:href[ \t]+)?\"(?P<address>[^\"\n]*)\""
    r"(?:[ \t]+\"[^\"]*\")?[^\n]*"
)
_CALL = re.compile(r"click[ \t]+\S[^\n]*")
_CLASS = re.compile(
    r"class[ \t]++(?P<names>[^\s;,]++(?:[ \t]*+,[ \t]*+[^\s;,]++)*+)[ \t]++(?P<class>[\w-]++)"
)
_LOOKS = re.compile(r"(?:classDef|style|linkStyle|direction)\b[^\n]*")
_SAID = re.compile(r"acc(?P<what>Title|Descr)[ \t]*:(?P<words>[^\n]*)|accDescr[ \t]*\{[^}]*\}")
_END = re.compile(r"end(?=[ \t]*(?:;|\n|$|%%))")
_OTHER = re.compile(r"[A-Za-z][\w-]*")


def begins_chart(text: str) -> bool:
    """Return whether a text begins as a flowchart does."""
    preamble = _PREAMBLE.match(text)
    return _HEADER.match(text, preamble.end() if preamble else 0) is not None


def chart_of(text: str, *, file: str, log: FaultLog, losses: Losses) -> Chart | None:
    """Return the flowchart of a text; None where it is none, which is reported."""
    preamble = _PREAMBLE.match(text)
    at = preamble.end() if preamble else 0
    header = _HEADER.match(text, at)
    if header is None:
        found = _OTHER.match(text, at)
        what = f"this looks like its {quoted(found[0])}" if found else "this begins otherwise"
        message = f"of Mermaid’s diagrams argmap reads flowcharts, and {what}"
        advice = "a flowchart begins with “flowchart” or “graph” and a direction, such as “TD”"
        span = Lines(text, file).span(at, at) if at < len(text) else at_start(file)
        log.report(Fault.NOT_A_MAP, span, message, help=advice)
        return None
    reader = _Reader(text, file, log, losses)
    settings = preamble["settings"] if preamble else None
    if settings and (title := _TITLE.search(settings)):
        reader.chart.title = title["title"].strip().strip("\"'") or None
    reader.read(header.end())
    return reader.chart


class _Reader:
    def __init__(self, text: str, file: str, log: FaultLog, losses: Losses) -> None:
        self.chart = Chart()
        self._text, self._log, self._losses = text, log, losses
        self._lines = Lines(text, file)
        # The names of lines.
        self._links: set[str] = set()
        # The frames that have not ended.
        self._open: list[str] = []

    def read(self, at: int) -> None:
        """Take in all statements from a place on."""
        while True:
            if blank := _BLANK.match(self._text, at):
                at = blank.end()
            if at >= len(self._text):
                return
            at = self._statement(at)

    def _statement(self, at: int) -> int:
        """Take in the statement that begins here, and return where it ends."""
        text = self._text
        if found := _FRAME.match(text, at):
            self._begin_frame(found)
        elif found := _END.match(text, at):
            if self._open:
                self._open.pop()
        elif found := _SAID.match(text, at):
            if found["what"] == "Title":
                self.chart.title = self.chart.title or decoded(found["words"].strip()) or None
        elif found := _CLICK.match(text, at):
            self._node(found["name"], at).link = found["address"]
        elif found := _CALL.match(text, at):
            told = "what a click calls is left out"
            self._losses.say(told, self._lines.span(at, at))
        elif found := _CLASS.match(text, at):
            for name in found["names"].split(","):
                if name.strip() in self.chart.nodes:
                    self.chart.nodes[name.strip()].classes.append(found["class"])
        elif (found := _LOOKS.match(text, at)) is None:
            return self._chain(at)
        return found.end()

    def _begin_frame(self, found: re.Match[str]) -> None:
        title = found["titled"] or found["quoted"] or found["plain"] or ""
        name = found["name"] or title.strip()
        shown = decoded(title.strip().strip('"`').strip())
        self.chart.frames[name] = shown or name
        self._open.append(name)

    def _chain(self, at: int) -> int:
        try:
            chain, end = chain_at(self._text, at)
        except UnreadableError as fault:
            span = self._lines.span(fault.at, fault.at)
            self._log.report(Fault.NOTATION_SYNTAX, span, fault.message)
            rest = _REST.match(self._text, max(fault.at, at))
            return rest.end() if rest else len(self._text)
        self._take(chain, at)
        return end

    def _take(self, chain: Chain, at: int) -> None:
        self._links.update(link.name for link in chain.links if link.name)
        for row in chain.rows:
            for box in row:
                if box.name in self._links:
                    # What is said here of a line is only how it looks.
                    return
                node = self._node(box.name, at)
                if box.written is not None:
                    node.written = box.written
                node.classes += box.classes
        span = self._lines.span(at, at)
        for before, after, link in zip(chain.rows, chain.rows[1:], chain.links, strict=False):
            if link.is_hidden:
                self._losses.say("lines that nobody sees are left out", span)
                continue
            if len(self.chart.edges) + len(before) * len(after) > MOST_PARTS:
                self._log.report(Fault.TOO_LARGE, span, f"there are more than {MOST_PARTS:,} lines")
                return
            self.chart.edges += (
                Edge(one.name, other.name, link.tail, link.head, link.words, link.is_dotted, span)
                for one in before
                for other in after
            )

    def _node(self, name: str, at: int) -> Node:
        node = self.chart.nodes.get(name)
        if node is None:
            node = self.chart.nodes[name] = Node(name, self._lines.span(at, at))
        if node.frame is None and self._open:
            node.frame = self._open[-1]
        return node

"""GraphML ↔ ArgumentMap, for programs that analyse and draw graphs.

http://graphml.graphdrawing.org has the format. Claims and arguments are nodes, as `node_table` has
them; what is said of them is data with the same names. Written by `networkx`, the one door to it.
"""

import io
import re
from collections import Counter

from argmap.errors import MissingExtraError
from argmap.formats.carriers.xml_document import read_xml
from argmap.formats.graphml.reading import NUMBER, read_graph
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.tables.nodes import KEEPS as KEPT_BY_TABLES
from argmap.formats.tables.nodes import Edge, edges_of, nodes_of, tell_order
from argmap.model import ArgumentMap
from argmap.reader import Reading

KEEPS = KEPT_BY_TABLES | {"map.title", "map.description", "map.language"}
_START = re.compile(r"(?:<\?xml[^>]*>|<!--.*?-->|\s+)*+<(?:\w+:)?graphml\b", re.DOTALL)


def recognises(text: str) -> bool:
    """Return whether a text seems to be GraphML."""
    return _START.match(text.removeprefix("\ufeff")) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of a graph, or the faults that keep it from being one."""
    return read_xml(text, file=file, read=read_graph)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as GraphML.

    Raises MissingExtraError where the library that writes it is not installed.
    """
    try:
        import networkx
    except ImportError as error:
        raise MissingExtraError(
            'GraphML needs networkx, which is not installed: pip install "argmap[graphml]"'
        ) from error
    losses = Losses("GraphML")
    reduced = kept(a_map, keeps=KEEPS, losses=losses)
    tell_order(reduced, losses)
    said = {
        "title": reduced.title,
        "description": reduced.description,
        "language": reduced.language,
    }
    # Two claims may contradict each other both ways.
    graph = networkx.MultiDiGraph(**{name: text for name, text in said.items() if text})
    for node in nodes_of(reduced):
        name = node.pop("id")
        graph.add_node(name, **node)
    # The library writes edges in the order of the nodes where they begin.
    edges = edges_of(reduced)
    number, several = Counter[str](), Counter(map(_numbered, edges))
    for edge in edges:
        about: dict[str, str | int] = {"relation": edge.relation}
        about |= {name: text for name, text in (("at", edge.at), ("quote", edge.quote)) if text}
        if (key := _numbered(edge)) and several[key] > 1:
            number[key] += 1
            about[NUMBER] = number[key]
        graph.add_edge(edge.source, edge.target, **about)
    stream = io.BytesIO()
    networkx.write_graphml_xml(graph, stream, named_key_ids=True)
    return Writing(stream.getvalue().decode() + "\n", losses.diagnostics())


def _numbered(edge: Edge) -> str:
    """Return what an edge is one of several of: the premises of an argument, what a claim cites."""
    named = {"premise": edge.target, "citation": edge.source}.get(edge.relation)
    return f"{edge.relation} {named}" if named else ""

"""ArgumentMap → GraphML, for programs that analyse and draw graphs; it is not read.

http://graphml.graphdrawing.org has the format. Claims and arguments are nodes, as `node_table` has
them; what is said of them is data with the same names. Written by `networkx`, the one door to it.
"""

import io

from argmap.errors import MissingExtraError
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.tables.nodes import KEEPS as KEPT_BY_TABLES
from argmap.formats.tables.nodes import edges_of, nodes_of
from argmap.model import ArgumentMap

KEEPS = KEPT_BY_TABLES | {"map.title", "map.description", "map.language"}


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
    for edge in edges_of(reduced):
        graph.add_edge(edge.source, edge.target, relation=edge.relation)
    stream = io.BytesIO()
    networkx.write_graphml_xml(graph, stream, named_key_ids=True)
    return Writing(stream.getvalue().decode() + "\n", losses.diagnostics())

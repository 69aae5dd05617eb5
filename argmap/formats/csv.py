"""ArgumentMap → CSV as RFC 4180 has it: a table of nodes, and one of edges; it is not read.

Claims and arguments are nodes, as `node_table` has them. The edges are in a file beside the first.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.tables.nodes import COLUMNS, KEEPS, Value, edges_of, nodes_of
from argmap.model import ArgumentMap

__all__ = ["KEEPS", "dumps"]
EDGES = "-edges"
# A spreadsheet would take what begins so for a formula, and compute it.
_FORMULA = ("=", "+", "-", "@", "\t")


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the table of nodes, with the table of edges as a further file."""
    losses = Losses("CSV")
    reduced = kept(a_map, keeps=KEEPS, losses=losses)
    nodes: list[list[Value]] = [
        [node.get(column, "") for column in COLUMNS] for node in nodes_of(reduced)
    ]
    edges: list[list[Value]] = [
        [edge.source, edge.target, edge.relation] for edge in edges_of(reduced)
    ]
    if any(_is_formula(value) for row in [*nodes, *edges] for value in row):
        losses.say("what a spreadsheet would compute begins with an apostrophe")
    further = (EDGES, _table(("from", "to", "relation"), edges))
    return Writing(_table(COLUMNS, nodes), losses.diagnostics(), (further,))


def _is_formula(value: Value) -> bool:
    return isinstance(value, str) and value.startswith(_FORMULA)


def _cell(value: Value) -> str:
    if not isinstance(value, str):
        return repr(value)
    return f"'{value}" if _is_formula(value) else value


def _table(columns: Iterable[str], rows: Sequence[Sequence[Value]]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return stream.getvalue()

"""CSV as RFC 4180 has it ↔ ArgumentMap: a table of nodes, and one of edges.

Claims and arguments are nodes, as `nodes_of` has them. The edges are in a file beside the first, or
follow it after an empty line. Tables of others are read by the names of their columns.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace

from argmap.formats.carriers.decoding import read_text
from argmap.formats.csv.reading import FORMULA, map_reader
from argmap.formats.csv.tables import EDGES, is_header
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.tables.nodes import (
    COLUMNS,
    KEEPS,
    SOURCE_COLUMNS,
    Value,
    edges_of,
    nodes_of,
    tell_order,
)
from argmap.formats.tables.sources import CITED
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.reader import Reading

__all__ = ["KEEPS", "dumps", "loads", "recognises"]
LINE_COLUMNS = ("from", "to", "relation")


def recognises(text: str) -> bool:
    """Return whether a text seems to begin with a table of claims, or of lines between them.

    argmap’s own table of edges is a part of what stands beside it.
    """
    header = text.partition("\n")[0].rstrip("\r")
    return not header.startswith(",".join(LINE_COLUMNS)) and is_header(header)


def loads(text: str | bytes, *, file: str = "<text>", folder: Folder | None = None) -> Reading:
    """Return the map that tables make, or the faults that keep it from being one.

    Where the text has no table of edges, the one beside it is read from `folder`, if there is one.
    """
    included: dict[str, str] = {}
    reading = read_text(text, file=file, read=map_reader(folder, included))
    return replace(reading, included=included)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the table of nodes, with the table of edges as a further file."""
    losses = Losses("CSV")
    reduced = kept(a_map, keeps=KEEPS, losses=losses)
    tell_order(reduced, losses)
    columns = (*COLUMNS, *SOURCE_COLUMNS) if reduced.sources else COLUMNS
    nodes: list[list[Value]] = [
        [node.get(column, "") for column in columns] for node in nodes_of(reduced)
    ]
    lines = edges_of(reduced)
    cites = any(edge.at or edge.quote for edge in lines)
    edges: list[list[Value]] = [
        [edge.source, edge.target, edge.relation, *((edge.at or "", edge.quote or "") * cites)]
        for edge in lines
    ]
    if any(_is_formula(value) for row in [*nodes, *edges] for value in row):
        losses.say("what a spreadsheet would compute begins with an apostrophe")
    further = (EDGES, _table((*LINE_COLUMNS, *(CITED * cites)), edges))
    return Writing(_table(columns, nodes), losses.diagnostics(), (further,))


def _is_formula(value: Value) -> bool:
    return isinstance(value, str) and FORMULA.match(value) is not None


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

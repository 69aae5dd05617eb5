"""Tables in CSV → ArgumentMap: ours, and those of others, whose columns have other names."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from argmap.errors import FileError
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import LARGEST, Read, text_of
from argmap.formats.csv.tables import EDGES, Table, tables_in
from argmap.formats.graphs.labelled import LabelledGraph, Line
from argmap.formats.losses import Losses
from argmap.formats.tables.nodes import COLUMNS
from argmap.formats.tables.reading import Row, TableReader, relation_named
from argmap.formats.tables.sources import CITATION, CITED
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.source import Span, at_start
from argmap.suggestions import did_you_mean
from argmap.values import one_line

# A spreadsheet would take what begins so for a formula, and compute it; an apostrophe is added.
FORMULA = re.compile(r"'*[=+\-@\t]")
_OURS = COLUMNS[:3]
_UNDIRECTED = ("directed", "undirected")


def map_reader(folder: Folder | None, included: dict[str, str]) -> Read:
    """Return what makes a map of tables; the table of edges may be read from a folder.

    It adds the text of such a file to `included`, by its name.
    """

    def read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
        tables = tables_in(text, file=file, log=log)
        if not tables and not log.diagnostics:
            log.report(Fault.NOT_A_MAP, at_start(file), "this table is empty")
        has_lines = any(one.has_lines or "parent" in one.columns for one in tables)
        if tables and not has_lines and folder is not None:
            tables += _beside(file, folder, included, log, losses)
        return None if log.diagnostics else _Builder(tables, LabelledGraph(file, log, losses)).map()

    return read


def _beside(
    file: str, folder: Folder, included: dict[str, str], log: FaultLog, losses: Losses
) -> list[Table]:
    """Return the table of edges in the file beside one with nodes, if there is any."""
    path = PurePath(file)
    if file == "-":
        # Standard input, beside which nothing stands.
        losses.say("nothing joins the claims: no table of edges follows this one", at_start(file))
        return []
    name = f"{path.stem}{EDGES}{path.suffix}"
    shown = str(path.with_name(name))
    # It may be there the next time.
    included[shown] = ""
    try:
        data = folder.read(name, largest=LARGEST)
    except FileError:
        message = f"nothing joins the claims: no table {quoted(name)} stands beside this one"
        losses.say(message, at_start(file))
        return []
    text = text_of(data, file=shown, log=log)
    if text is None:
        return []
    included[shown] = text
    tables = tables_in(text, file=shown, log=log)
    for table in (one for one in tables if not one.has_lines):
        losses.say("a table of claims beside this one is left out: only lines are read", table.span)
    return [one for one in tables if one.has_lines]


class _Builder:
    """Makes a map of the tables of one file."""

    def __init__(self, tables: list[Table], graph: LabelledGraph) -> None:
        self._tables, self._graph = tables, graph
        self._reader = TableReader(graph)
        # The boxes by the texts in them, for those who name them so.
        self._by_text: dict[str, str] = {}

    def map(self) -> ArgumentMap | None:
        nodes = [one for one in self._tables if not one.has_lines]
        for table in self._tables:
            self._tell_columns(table)
        rows = [row for table in nodes for row in self._rows(table)]
        lines = [line for table in self._tables if table.has_lines for line in _cells(table)]
        for said, span in lines:
            if said.get("relation") == CITATION and "from" in said and "to" in said:
                self._reader.sources.cite(said["from"], said["to"], said, span)
        self._reader.take_all(rows)
        for row in rows:
            self._by_text.setdefault(one_line(row.said.get("text", row.name)), row.name)
        for row in rows:
            if "parent" in row.said:
                self._add_line(row.name, row.said["parent"], row.said, row.span, known=True)
        for said, span in lines:
            if said.get("relation") != CITATION:
                self._take_line(said, span, known=bool(nodes))
        if self._graph.log.diagnostics:
            return None
        sources = tuple(self._reader.sources.taken.values())
        return self._graph.built(theses=self._reader.theses, sources=sources)

    def _rows(self, table: Table) -> Iterator[Row]:
        is_ours = table.names[: len(_OURS)] == _OURS
        for number, (said, span) in enumerate(_cells(table), start=1):
            if said:
                # A blank is no part of an id, so that no row has this name.
                yield Row(said.get("id", f"row {number}"), said, span, is_ours)

    def _tell_columns(self, table: Table) -> None:
        for place, name in enumerate(table.names):
            if name and place not in table.columns.values():
                message = f"the column {quoted(name)} is left out"
                self._graph.losses.say(message, table.span)

    def _take_line(self, said: Mapping[str, str], span: Span, *, known: bool) -> None:
        if any(name in said for name in CITED):
            told = "places and quotations of lines that cite no source are left out"
            self._graph.losses.say(told, span)
        if "from" in said and "to" in said:
            self._add_line(said["from"], said["to"], said, span, known=known)
        elif said:
            message = "this row should name where a line comes from, and where it leads to"
            self._graph.log.report(Fault.MISSING_TEXT, span, message)

    def _add_line(
        self, start: str, end: str, said: Mapping[str, str], span: Span, *, known: bool
    ) -> None:
        ends = self._box(start, span, known=known), self._box(end, span, known=known)
        words = said.get("relation") or said.get("kind")
        relation = relation_named(words or "")
        if relation is not None:
            self._graph.line(Line(*ends, relation=relation, span=span))
        else:
            is_word = words is None or words.casefold() not in _UNDIRECTED
            self._graph.worded(*ends, words if is_word else None, span=span)

    def _box(self, name: str, span: Span, *, known: bool) -> str:
        """Return the name of the box that is named, by its id or its text; add one if need be."""
        name = name.strip()
        found = name if self._graph.has(name) else self._by_text.get(one_line(name))
        if found is not None:
            return found
        if known:
            near = did_you_mean(name, list(self._graph.claims)[:1000]) or ""
            message = f"there is no row {quoted(name)}{near}"
            self._graph.log.report(Fault.UNKNOWN_REFERENCE, span, message)
            return name
        self._graph.claim(name, name, span)
        return name


def _cells(table: Table) -> Iterator[tuple[dict[str, str], Span]]:
    for cells, span in table.rows:
        by_name = {n: cells[place] for n, place in table.columns.items() if place < len(cells)}
        said = {n: _plain(cell) for n, cell in by_name.items() if cell.strip()}
        yield said, span


def _plain(cell: str) -> str:
    is_marked = cell.startswith("'") and FORMULA.match(cell) is not None
    return cell[1:] if is_marked else cell

"""A text in CSV → the tables in it, each with the places of its columns and of its rows."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from argmap.faults import Fault, FaultLog
from argmap.formats.carriers.decoding import LARGEST
from argmap.formats.graphs.reading import MOST_PARTS
from argmap.formats.tables.columns import line_columns, node_columns
from argmap.source import Position, Span

# What the name of the file with the edges has more than that with the nodes.
EDGES = "-edges"
_DELIMITERS = (",", ";", "\t", "|")
_REASONS = {
    "unexpected end of data": "a quotation mark begins a cell in this row, and none ends it",
    "',' expected after '\"'": "something follows a cell that a quotation mark ended",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header. `columns` are the places of what argmap knows, by its own names."""

    names: tuple[str, ...]
    columns: dict[str, int]
    span: Span
    has_lines: bool
    rows: list[tuple[list[str], Span]] = field(default_factory=list)


def tables_in(text: str, *, file: str, log: FaultLog) -> list[Table]:
    """Return the tables of a text, between which stand empty lines; report what is none."""
    start = text.lstrip("\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda sign: _known(start, sign))
    tables: list[Table] = []
    begins = True
    for cells, span in _rows(text, delimiter, file, log):
        if not any(cell.strip() for cell in cells):
            begins = True
            continue
        # After an empty line a second table may begin, or rows go on.
        header = _table(cells, span) if begins else None
        begins = False
        if header is not None and not (tables and header.has_lines == tables[-1].has_lines):
            tables.append(header)
        elif not tables:
            message = "the first line of this table should name its columns"
            advice = "such as “id,text” for claims, and “from,to,relation” for what joins them"
            log.report(Fault.NOT_A_MAP, span, message, help=advice)
            return []
        else:
            tables[-1].rows.append((cells, span))
    return tables


def is_header(line: str) -> bool:
    """Return whether a line names columns of a table of claims, or of lines."""
    return max(_known(line, sign) for sign in _DELIMITERS) > 1


def _known(line: str, delimiter: str) -> int:
    """Return how many columns argmap knows; none where it is no header of a map."""
    names = [name.strip().strip("\"'") for name in line.split(delimiter)]
    table = _table(names, Span("", Position(1, 1), Position(1, 1)))
    return len(table.columns) if table is not None else 0


def _table(cells: list[str], span: Span) -> Table | None:
    names = tuple(cell.strip() for cell in cells)
    columns = node_columns(names)
    if "text" in columns or ("label" in columns and "id" in columns):
        return Table(names, columns, span, has_lines=False)
    lines = line_columns(names)
    if lines:
        return Table(names, lines, span, has_lines=True)
    return Table(names, columns, span, has_lines=False) if "label" in columns else None


def _rows(text: str, delimiter: str, file: str, log: FaultLog) -> Iterator[tuple[list[str], Span]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        place = Position(reader.line_num + 1, 1)
        span = Span(file, place, place)
        try:
            with _large_cells():
                cells = next(reader, None)
        except csv.Error as error:
            message = f"this is not CSV: {_REASONS.get(str(error), str(error))}"
            advice = "a cell with a quotation mark stands in such marks, and has each inside twice"
            log.report(Fault.NOTATION_SYNTAX, span, message, help=advice)
            return
        if cells is None:
            return
        if reader.line_num > MOST_PARTS:
            message = f"there are more than {MOST_PARTS:,} rows"
            log.report(Fault.TOO_LARGE, span, message)
            return
        yield cells, span


@contextmanager
def _large_cells() -> Iterator[None]:
    """Let a cell be as large as a file; the limit is one of the whole process."""
    before = csv.field_size_limit(LARGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)

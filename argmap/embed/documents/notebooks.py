"""A Jupyter notebook → the same with the maps in its Markdown cells as they are now.

Only the sources of cells that change are written anew; every other byte stays, so that the result
is never more of a change than what a person would see.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from argmap.diagnostics import Diagnostic, Related
from argmap.embed.documents.drawings import Drawings
from argmap.embed.documents.page import Page
from argmap.embed.documents.refresh_result import Refreshed
from argmap.embed.documents.refreshing import refreshed
from argmap.embed.documents.syntaxes import MARKDOWN
from argmap.embed.library import Library
from argmap.faults import Fault, FaultLog
from argmap.source import Position, Span, at_start

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]', re.DOTALL)
_DEEPEST_SOURCE = 3


@dataclass(frozen=True, slots=True)
class _Cell:
    """The source of a Markdown cell: its text, and the offsets of its JSON and of its strings."""

    text: str
    start: int
    end: int
    strings: tuple[int, ...]


def refreshed_notebook(text: str, *, path: Path, library: Library, drawings: Drawings) -> Refreshed:
    """Return what a notebook becomes; findings have their places in the file of the notebook."""
    try:
        cells = list(_markdown_cells(text))
    except (ValueError, RecursionError):
        log = FaultLog()
        message = "this is not a Jupyter notebook in the format 4"
        log.report(Fault.NOTATION_SYNTAX, at_start(str(path)), message)
        return Refreshed(None, faults=log.diagnostics, texts={str(path): text})
    # Markdown in a notebook is never trusted.
    page = Page(cleaned=True)
    parts: list[str] = []
    end = 0
    found: list[tuple[_Cell, Refreshed]] = []
    for cell in cells:
        one = refreshed(
            cell.text, MARKDOWN, path=path, library=library, drawings=drawings, page=page
        )
        found.append((cell, one))
        if one.text is not None and one.text != cell.text:
            parts += [text[end : cell.start], _written(one.text, text, cell)]
            end = cell.end
    faults = tuple(_moved(d, cell, text, path) for cell, one in found for d in one.faults)
    texts = {name: shown for _, one in found for name, shown in one.texts.items()}
    texts[str(path)] = text
    files = tuple(file for _, one in found for file in one.files)
    if faults:
        return Refreshed(None, faults=faults, texts=texts, files=files)
    return Refreshed(
        "".join([*parts, text[end:]]),
        tuple(_moved(d, cell, text, path) for cell, one in found for d in one.stale),
        {target: content for _, one in found for target, content in one.pictures.items()},
        texts=texts,
        places=sum(one.places for _, one in found),
        files=files,
        remarks=tuple(_moved(d, cell, text, path) for cell, one in found for d in one.remarks),
    )


def _markdown_cells(text: str) -> Iterator[_Cell]:
    """Yield the Markdown cells; raise ValueError where the text is no notebook."""
    notebook = json.loads(text)
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise ValueError("no cells")
    sources = list(_sources(text))
    if len(sources) != sum("source" in cell for cell in cells):
        raise ValueError("a key is written twice")
    spans = iter(sources)
    for cell in cells:
        if "source" in cell:
            start, end, strings = next(spans)
            if cell.get("cell_type") == "markdown":
                yield _Cell(_joined(cell["source"]), start, end, strings)


def _joined(source: Any) -> str:
    lines = [source] if isinstance(source, str) else source
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise ValueError("a source is text or a list of texts")
    return "".join(lines)


def _sources(text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield the offsets of each value of a key `source` of a cell, and of the strings in it."""
    path: list[str | None] = []
    key: str | None = None
    after_colon = False
    strings: list[int] = []
    start = 0
    for found in _TOKEN.finditer(text):
        token = found.group()
        # The outermost object, the list of cells, a cell.
        in_cell = len(path) == _DEEPEST_SOURCE and path[1] == "cells"
        if token in "{[":
            if in_cell and after_colon and key == "source":
                start, strings = found.start(), []
            path.append(key if after_colon else None)
            after_colon = False
        elif token in "}]":
            inside = path.pop()
            if len(path) == _DEEPEST_SOURCE and inside == "source" and path[1] == "cells":
                yield start, found.end(), tuple(strings)
            after_colon = False
        elif token == ":":
            after_colon = True
        elif token == ",":
            after_colon = False
        elif in_cell and after_colon and key == "source":
            yield found.start(), found.end(), (found.start(),)
        elif after_colon or (path and path[-1] == "source"):
            strings.append(found.start())
        else:
            key = json.loads(token)


def _written(source: str, text: str, cell: _Cell) -> str:
    """Return the JSON of a source, laid out like the one whose place it takes."""
    as_ascii = text.isascii() and "\\u" in text
    if text[cell.start] == '"':
        return json.dumps(source, ensure_ascii=as_ascii)
    lines = [json.dumps(line, ensure_ascii=as_ascii) for line in source.splitlines(keepends=True)]
    first = cell.strings[0] if cell.strings else cell.start + 1
    opening = text[cell.start : first]
    between = "," + opening[1:] if len(cell.strings) < 2 else _between(text, cell)
    last = text[cell.start : cell.end].rstrip("]")
    closing = re.search(r"\s*\Z", last)
    return opening + between.join(lines) + (closing.group() if closing else "") + "]"


def _between(text: str, cell: _Cell) -> str:
    second = cell.strings[1]
    blank = re.search(r",\s*\Z", text[cell.start : second])
    return blank.group() if blank else ", "


def _moved(found: Diagnostic, cell: _Cell, text: str, path: Path) -> Diagnostic:
    """Return a finding about a cell as one about the file; columns are those of the cell’s text.

    What mends the text of the cell would not mend the JSON that holds it.
    """
    related = tuple(Related(_span(r.span, cell, text, path), r.message) for r in found.related)
    return replace(found, span=_span(found.span, cell, text, path), related=related, fix=())


def _span(span: Span, cell: _Cell, text: str, path: Path) -> Span:
    if span.file != str(path):
        return span
    number = min(span.start.line, len(cell.strings)) - 1
    offset = cell.strings[number] if cell.strings else cell.start
    line = text.count("\n", 0, offset) + 1
    before = offset - (text.rfind("\n", 0, offset) + 1) + 1
    start = Position(line, before + span.start.column)
    return Span(span.file, start, Position(line, max(before + span.end.column, start.column)))

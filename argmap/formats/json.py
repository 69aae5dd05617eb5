"""ArgumentMap ↔ JSON with the keys of argmap’s own YAML, for programs.

Nothing is lost. `argmap schema` prints the JSON Schema that holds for both.
"""

import contextlib
import json
import re
from dataclasses import replace
from typing import Any

from argmap.document import Document, Node
from argmap.faults import Fault, FaultLog, TooManyFaultsError
from argmap.formats.carriers.decoding import text_of
from argmap.formats.carriers.json_document import parsed
from argmap.formats.carriers.json_tree import tree_of
from argmap.formats.carriers.yaml_text import Bare, Block, Inline, Item
from argmap.formats.losses import EVERYTHING, Writing
from argmap.formats.yaml.writing import tree
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.reader import Reading, read
from argmap.source import at_start

KEEPS = EVERYTHING
_START = re.compile(r'\s*\{\s*"argmap"\s*:\s*1\b|\s*\{[^{}\[\]]*"argmap"\s*:\s*1\b')


def recognises(text: str) -> bool:
    """Return whether a text seems to be a map in JSON: an object with the key `argmap`."""
    return _START.match(text) is not None


def loads(
    text: str | bytes,
    *,
    file: str = "<text>",
    folder: Folder | None = None,
    opens_seals: bool = False,
) -> Reading:
    """Return the map that a text holds, or the faults that keep it from being one.

    What it includes is read from `folder`; where that is None, nothing is. A map that `opens_seals`
    has what is argued in files that are sealed.
    """
    log = FaultLog()
    content = text_of(text, file=file, log=log)
    root: Node | None = None
    if content is not None:
        with contextlib.suppress(TooManyFaultsError):
            root = _root(content, file, log)
    document = Document(file, content or "", root, log.diagnostics)
    if root is None:
        return Reading(None, log.diagnostics, file, content or "")
    reading = read(document, folder=folder, keeps_drafts=True, opens_seals=opens_seals)
    # JSON has no comments, whatever its texts look like, and edits write YAML.
    found = tuple(
        replace(one, fix=()) if one.span.file == file else one for one in reading.diagnostics
    )
    written = reading.handwriting._replace(lines=())
    allowances = {name: own for name, own in reading.allowances.items() if name != file}
    return replace(reading, diagnostics=found, allowances=allowances, handwriting=written)


def _root(text: str, file: str, log: FaultLog) -> Node | None:
    data = parsed(text, file=file, log=log)
    if log.diagnostics:
        return None
    if not isinstance(data, dict):
        log.report(Fault.NOT_A_MAP, at_start(file), "a map in JSON is an object")
        return None
    return tree_of(text, file=file, log=log)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as JSON that reads back as an equal map."""
    return Writing(json.dumps(_plain(tree(a_map)), ensure_ascii=False, indent=2) + "\n")


def _plain(item: Item) -> Any:
    if isinstance(item, Block):
        return {key: _plain(value) for key, value in item.items()}
    if isinstance(item, Bare):
        return _bare(item)
    if isinstance(item, str):
        return str(item)
    if isinstance(item, Inline):
        return [_plain(text) for text in item.texts]
    return [_plain(value) for value in item]


def _bare(item: str) -> Any:
    try:
        return json.loads(item)
    except ValueError:
        return str(item)

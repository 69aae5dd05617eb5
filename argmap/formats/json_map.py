"""ArgumentMap ↔ JSON with the keys of argmap’s own YAML, for programs.

Nothing is lost. `argmap schema` prints the JSON Schema that holds for both.
"""

import json
import re
from typing import Any

from argmap.document.parsing import parse
from argmap.document.reading import MOST_PARTS
from argmap.faults import Fault, FaultLog
from argmap.formats.foreign import text_of
from argmap.formats.json_document import parsed
from argmap.formats.losses import EVERYTHING, Writing
from argmap.formats.yaml_map import tree
from argmap.formats.yaml_text import Bare, Block, Inline, Item
from argmap.model import ArgumentMap
from argmap.reader import Reading, read
from argmap.source import at_start

KEEPS = EVERYTHING
_START = re.compile(r'\s*\{\s*"argmap"\s*:\s*1\b|\s*\{[^{}\[\]]*"argmap"\s*:\s*1\b')
_HIGH, _LOW = r"\\u([dD][89abAB][0-9a-fA-F]{2})", r"\\u([dD][c-fC-F][0-9a-fA-F]{2})"
_PAIR = re.compile(rf"(?<!\\)((?:\\\\)*){_HIGH}{_LOW}")
# Every bracket may stand on a line of its own, and most lines end with a comma.
_MOST_PARTS = 4 * MOST_PARTS
# What ends a line in YAML, and is a character like any other in JSON.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def recognises(text: str) -> bool:
    """Return whether a text seems to be a map in JSON: an object with the key `argmap`."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a text holds, or the faults that keep it from being one."""
    log = FaultLog()
    content = text_of(text, file=file, log=log)
    if content is not None:
        data = parsed(content, file=file, log=log)
        if not log.diagnostics and not isinstance(data, dict):
            log.report(Fault.NOT_A_MAP, at_start(file), "a map in JSON is an object")
    if content is None or log.diagnostics:
        return Reading(None, log.diagnostics, content or "", {})
    # All JSON is YAML, but for a few habits of writing, so that places and checks are the same.
    as_yaml = _PAIR.sub(_joined, content).replace("\t", " ").translate(_LINE_ENDS)
    return read(parse(as_yaml, file=file, most_parts=_MOST_PARTS))


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
        return list(item.texts)
    return [_plain(value) for value in item]


def _bare(item: str) -> Any:
    try:
        return json.loads(item)
    except ValueError:
        return str(item)


def _joined(found: re.Match[str]) -> str:
    high, low = int(found[2], 16) - 0xD800, int(found[3], 16) - 0xDC00
    return f"{found[1]}\\U{0x10000 + high * 0x400 + low:08x}"

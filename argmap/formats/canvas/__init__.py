"""JSON Canvas, of Obsidian and others → ArgumentMap; `argmap.render.canvas` draws it.

https://jsoncanvas.org/spec/1.0/ describes the format. Texts are claims, and lines are arguments by
their words, else by their colour. What argmap writes has the map in it.
"""

import contextlib
import json
import re
from typing import Any

from argmap.document import Document, Mapping, Node
from argmap.faults import Fault, FaultLog, TooManyFaultsError
from argmap.formats.canvas.reading import read_canvas, shown_in
from argmap.formats.carriers.decoding import reading_of, text_of
from argmap.formats.carriers.json_document import parsed
from argmap.formats.carriers.json_tree import tree_of
from argmap.formats.drawings.carrying import Carried, digest, reading_in
from argmap.formats.losses import EVERYTHING, Losses
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import at_start

# With the map that goes along.
KEEPS = EVERYTHING
_START = re.compile(r"\s*\{\s*(?:\"(?:nodes|edges)\"\s*:\s*\[|\})")
_NODE = re.compile(r'"type"\s*:\s*"(?:text|file|link|group)"')
_MAP, _DIGEST = "map", "drawing"


def recognises(text: str) -> bool:
    """Return whether a text seems to be a JSON Canvas."""
    return _START.match(text) is not None and _NODE.search(text) is not None


def carrying(drawing: str, a_map: ArgumentMap) -> str:
    """Return a canvas that argmap has drawn, with the map in it."""
    from argmap.formats.json import dumps

    canvas = json.loads(drawing)
    shown = digest(shown_in(canvas))
    canvas["argmap"] = {_DIGEST: shown, _MAP: json.loads(dumps(a_map).text)}
    return json.dumps(canvas, ensure_ascii=False, indent=1) + "\n"


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of a canvas, or the faults that keep it from being one."""
    log = FaultLog()
    content = text_of(text, file=file, log=log) or ""
    canvas: dict[str, Any] = {}
    carried = None
    with contextlib.suppress(TooManyFaultsError):
        if not log.diagnostics:
            canvas = _canvas(content, file, log)
            carried = _carried(canvas, content, file)
    if carried is not None and (whole := carried.whole()) is not None:
        return whole

    def made(log: FaultLog, losses: Losses) -> ArgumentMap | None:
        rest = carried.rest(losses) if carried is not None else None
        return read_canvas(canvas, content, file, log, losses, rest)

    if log.diagnostics:
        return Reading(None, log.diagnostics, file, content)
    return reading_of(made, file=file, text=content, found=())


def _canvas(text: str, file: str, log: FaultLog) -> dict[str, Any]:
    data = parsed(text, file=file, log=log)
    if isinstance(data, dict) and (not data or isinstance(data.get("nodes", []), list)):
        return data
    if not log.diagnostics:
        message = "a canvas is an object with a list of nodes"
        log.report(Fault.NOT_A_MAP, at_start(file), message)
    return {}


def _carried(canvas: dict[str, Any], text: str, file: str) -> Carried | None:
    """Return the map in a canvas, read where it stands."""
    along = canvas.get("argmap")
    if not isinstance(along, dict) or not isinstance(along.get(_MAP), dict):
        return None
    log = FaultLog()
    root = None
    with contextlib.suppress(TooManyFaultsError):
        root = _under(_under(tree_of(text, file=file, log=log), "argmap"), _MAP)
    reading = reading_in(Document(file, text, root, log.diagnostics), text)
    return Carried(reading, digest(shown_in(canvas)) == along.get(_DIGEST))


def _under(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Mapping) else None

"""What Graphviz says of a text in DOT: its nodes, edges and clusters, as its own JSON has them."""

import json
from typing import Any

from argmap.errors import EngineError, LayoutLimitError
from argmap.faults import Fault, FaultLog
from argmap.formats.carriers.json_document import Lines
from argmap.formats.dot.scanning import Scan
from argmap.layout.engine import Limits
from argmap.layout.engines import ENGINES
from argmap.source import at_start

# The layout that takes least time; places are not asked for.
_QUICKEST = "layout=osage"
_WRITTEN = {"layout": _QUICKEST, "charset": 'charset="UTF-8"'}
_LIMITS = Limits(seconds=30.0)
_ADVICE = "“dot -Tsvg” of an installed Graphviz tells the line"


def answer_on(text: str, scan: Scan, *, file: str, log: FaultLog) -> dict[str, Any] | None:
    """Return what Graphviz says of a text; None where it cannot read it, which is reported.

    It is the Graphviz inside argmap, which sees no files. Raises EngineError where there is none.
    """
    engine = ENGINES[0]
    reason = engine.missing()
    if reason is not None:
        raise EngineError(reason)
    if scan.body is None or scan.fault is not None:
        _refuse(scan, text, file, log)
        return None
    try:
        answer = engine.run(_quick(text, scan, scan.body), output="dot_json", limits=_LIMITS)
        found = json.loads(answer)
    except LayoutLimitError:
        message = "this graph is too large for Graphviz to read it here"
        log.report(Fault.TOO_LARGE, at_start(file), message, help="split it into several files")
        return None
    except (EngineError, ValueError, RecursionError):
        _refuse(scan, text, file, log)
        return None
    return found if isinstance(found, dict) else None


def _quick(text: str, scan: Scan, body: int) -> str:
    """Return a text that asks for the quickest layout, and for no other one."""
    parts, at = [text[:body], f" {_QUICKEST} splines=none "], body
    for start, end, name in scan.settings:
        if start >= at:
            parts += (text[at:start], _WRITTEN[name])
            at = end
    return "".join((*parts, text[at:]))


def _refuse(scan: Scan, text: str, file: str, log: FaultLog) -> None:
    if scan.fault is not None:
        told, at = scan.fault
        span = Lines(text, file).span(at, at)
        log.report(Fault.NOTATION_SYNTAX, span, f"this is not DOT: {told}")
    elif scan.body is None:
        message = "there is no graph in this file: it should begin with “digraph {”"
        log.report(Fault.NOT_A_MAP, at_start(file), message)
    else:
        message = "Graphviz cannot read this as DOT"
        log.report(Fault.NOTATION_SYNTAX, at_start(file), message, help=_ADVICE)

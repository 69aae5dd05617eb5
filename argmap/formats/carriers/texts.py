"""Texts of other notations → texts that a map can hold, or the fault that they are none.

Whatever an author of another notation wrote passes here before it becomes part of a map.
"""

import re
from collections.abc import Iterable
from typing import Any

from argmap.document.reading import unwritable
from argmap.faults import Fault, FaultLog
from argmap.source import Span
from argmap.values import is_shown

_LINE_ENDS = re.compile("\r\n|[\x0b\x0c\r\x85]")
# The bytes of Windows-1252 that are no letters of Latin-1, but for the end of a line.
_WINDOWS = {
    chr(number): bytes([number]).decode("cp1252")
    for number in range(0x80, 0xA0)
    if number not in (0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D)
}
_MISREAD = re.compile(f"[{''.join(_WINDOWS)}]")
_ADVICE = "delete it; your editor may not show it"


def held(text: str | None, what: str, span: Span, log: FaultLog) -> str | None:
    """Return a text as a map holds it; None where it shows nothing, and after a fault.

    Lines end with line feeds. What no map may hold is reported, with the words `what` for the text.
    """
    if text is None:
        return None
    folded = _LINE_ENDS.sub("\n", repaired(text))
    if character := unwritable(folded):
        message = f"an invisible control character ({character}) stands in this {what}"
        log.report(Fault.BAD_VALUE, span, message, help=_ADVICE)
        return None
    return folded if is_shown(folded) else None


def repaired(text: str) -> str:
    """Return a text in which letters of Windows-1252 are what they were before they were misread.

    Their bytes are control characters in Latin-1, which nobody writes.
    """
    return _MISREAD.sub(lambda found: _WINDOWS[found.group()], text)


def all_held(fields: dict[str, Any], span: Span, log: FaultLog) -> dict[str, Any]:
    """Return the fields of a part of a map, with the texts and tags as it holds them.

    Fields that are no texts stay as they are.
    """
    found: dict[str, Any] = {}
    for name, value in fields.items():
        if name == "tags":
            found[name] = _tags(value, span, log)
        else:
            # A status is a text by its class, and known.
            found[name] = held(value, name, span, log) if type(value) is str else value
    return found


def _tags(tags: Iterable[str], span: Span, log: FaultLog) -> tuple[str, ...]:
    checked = (held(tag, "tag", span, log) for tag in dict.fromkeys(tags))
    return tuple(tag for tag in checked if tag is not None)

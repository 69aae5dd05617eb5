"""What readers of other notations share: bytes → text, and a log of faults and losses."""

import codecs
import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from argmap.diagnostics import Diagnostic
from argmap.document.reading import LARGEST as LARGEST_MAP
from argmap.document.reading import prepare
from argmap.faults import FaultLog, TooManyFaultsError
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import Position, Span

# Other notations say in many words what ours says in few.
LONGEST_BEGINNING = 65_536
LARGEST = 256 * 1024 * 1024
# A line end of old mainframes, which YAML reads as a blank as well.
_NEXT_LINE = "\x85"
_REPAIRED = "letters of Windows-1252 that were decoded as control characters are repaired"
_MISREAD_BYTES = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
_IN_JSON = re.compile(r"\\u00(?:8[0-46-9a-f]|9[0-9a-f])", re.IGNORECASE)
_IN_XML = re.compile(r"&#(?:12[89]|13[0-24-9]|1[45]\d|x8[0-46-9a-f]|x9[0-9a-f]);", re.IGNORECASE)
_MISREAD_ESCAPES = {"{": _IN_JSON, "[": _IN_JSON, "<": _IN_XML}

Read: TypeAlias = Callable[[str, str, FaultLog, Losses], ArgumentMap | None]


def read_text(data: str | bytes, *, file: str, read: Read) -> Reading:
    """Return what `read` makes of a text, with all faults and losses in the order of the file.

    `read` gets the text, with line feeds only and one at the end, the name of the file, the log of
    faults, and the tally of what a map cannot hold. It returns None after a fault.
    """
    log = FaultLog()
    text = text_of(data, file=file, log=log)

    def made(log: FaultLog, losses: Losses) -> ArgumentMap | None:
        if text is None:
            return None
        if (place := misread_at(data, text)) is not None:
            losses.say(_REPAIRED, _span_at(text, place, file))
        return read(text, file, log, losses)

    return reading_of(made, file=file, text=text or "", found=log.diagnostics)


def reading_of(
    made: Callable[[FaultLog, Losses], ArgumentMap | None],
    *,
    file: str,
    text: str,
    found: Iterable[Diagnostic],
) -> Reading:
    """Return a map in the making as a reading; there is none after a fault.

    `found` are faults of the text itself.
    """
    log, losses = FaultLog(), Losses("A map")
    try:
        a_map = made(log, losses)
    except TooManyFaultsError:
        a_map = None
    faults = (*found, *log.diagnostics)
    if faults:
        a_map = None
    lost = losses.diagnostics(file) if a_map is not None else ()
    told = sorted((*faults, *lost), key=lambda one: one.sort_key)
    return Reading(a_map, tuple(told), file, text, a_map)


def misread_at(data: str | bytes, text: str) -> int | None:
    """Return where the first letter stands that was read in a wrong encoding before, or None."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if found := _MISREAD_BYTES.search(raw):
        before = raw[: found.start()].decode("utf-8", "replace").removeprefix("\ufeff")
        return len(before.replace("\r\n", "\n"))
    # In JSON and XML it may be written as an escape.
    escapes = _MISREAD_ESCAPES.get(text.lstrip()[:1])
    escape = escapes.search(text) if escapes else None
    return escape.start() if escape else None


def _span_at(text: str, place: int, file: str) -> Span:
    start = Position(text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))
    return Span(file, start, start)


def largest_of(file: str) -> int:
    """Return how many bytes of a file are read at most; YAML may have fewer than the others."""
    return LARGEST_MAP if file.lower().endswith((".yaml", ".yml")) else LARGEST


def beginning(data: bytes | str) -> str:
    """Return how a text begins, as far as one needs to tell its notation."""
    if isinstance(data, str):
        return data[:LONGEST_BEGINNING]
    return data[:LONGEST_BEGINNING].decode("utf-8-sig", "replace").replace("\r\n", "\n")


def text_of(data: str | bytes, *, file: str, log: FaultLog) -> str | None:
    """Return the text of a file, or None where it is no text that can be read; tabs stay."""
    # Only then: our own YAML is decoded elsewhere.
    from argmap.formats.carriers.texts import repaired

    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    raw = _MISREAD_BYTES.sub(lambda found: repaired(found.group().decode()).encode(), raw)
    # A log of its own: faults of other files do not keep this one from being read.
    own = FaultLog()
    # Only YAML minds tabs at the start of a line.
    prepared = prepare(raw.replace(b"\t", b" "), file=file, log=own, largest=LARGEST)
    log.add(own.diagnostics)
    if prepared.data is None or own.diagnostics:
        return None
    if b"\t" not in raw:
        return prepared.text.replace(_NEXT_LINE, " ")
    text = raw.removeprefix(codecs.BOM_UTF8).decode()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace(_NEXT_LINE, " ")
    return text if text.endswith("\n") else text + "\n"

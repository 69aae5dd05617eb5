"""What readers of other notations share: bytes → text, and a log of faults and losses."""

import codecs
from collections.abc import Callable, Iterable
from typing import TypeAlias

from argmap.diagnostics import Diagnostic
from argmap.document.reading import LARGEST as LARGEST_MAP
from argmap.document.reading import prepare
from argmap.faults import FaultLog, TooManyFaultsError
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap
from argmap.reader import Reading

# Other notations say in many words what ours says in few.
LONGEST_BEGINNING = 65_536
LARGEST = 256 * 1024 * 1024
# A line end of old mainframes, which YAML reads as a blank as well.
_NEXT_LINE = "\x85"

Read: TypeAlias = Callable[[str, str, FaultLog, Losses], ArgumentMap | None]


def read_text(data: str | bytes, *, file: str, read: Read) -> Reading:
    """Return what `read` makes of a text, with all faults and losses in the order of the file.

    `read` gets the text, with line feeds only and one at the end, the name of the file, the log of
    faults, and the tally of what a map cannot hold. It returns None after a fault.
    """
    log = FaultLog()
    text = text_of(data, file=file, log=log)

    def made(log: FaultLog, losses: Losses) -> ArgumentMap | None:
        return None if text is None else read(text, file, log, losses)

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
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    # Only YAML minds tabs at the start of a line.
    prepared = prepare(raw.replace(b"\t", b" "), file=file, log=log, largest=LARGEST)
    if prepared.data is None or log.diagnostics:
        return None
    if b"\t" not in raw:
        return prepared.text.replace(_NEXT_LINE, " ")
    text = raw.removeprefix(codecs.BOM_UTF8).decode()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace(_NEXT_LINE, " ")
    return text if text.endswith("\n") else text + "\n"

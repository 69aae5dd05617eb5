"""A map that goes along with its drawing: written in comments below it, and found there again."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from argmap.document import Document, parse
from argmap.document.handwriting import Handwriting
from argmap.faults import FaultLog
from argmap.formats.carriers.decoding import read_text
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap
from argmap.reader import Reading, read
from argmap.source import Position, Span, at_start

# Reads a drawing: its text, its file, the log, the losses, and the map for what is not shown.
ReadDrawing: TypeAlias = Callable[
    [str, str, FaultLog, Losses, ArgumentMap | None], ArgumentMap | None
]
# Two of them and a brace are an order to Mermaid, even inside of a comment.
_PERCENT, _HIDDEN = "%", "%25"
_END = "argmap: the end of the map"
_WORDS = "the map that is drawn here, from which argmap reads it again"


@dataclass(frozen=True, slots=True)
class Carried:
    """What was read of the map beside a drawing, and whether the drawing is still that of it.

    `breaks_off` is the place where the map does, in a file that was cut.
    """

    reading: Reading
    is_as_drawn: bool
    breaks_off: Span | None = None

    def whole(self) -> Reading | None:
        """Return what was read of the map, None where the drawing tells something else."""
        is_whole = self.reading.map is not None and self.breaks_off is None
        return self.reading if self.is_as_drawn and is_whole else None

    def rest(self, losses: Losses) -> ArgumentMap | None:
        """Return the map, for what the drawing does not show; tell where it cannot be read."""
        if self.breaks_off is not None:
            told = "the map below the drawing breaks off, so what is drawn counts"
            losses.say(told, self.breaks_off)
        elif self.reading.map is None:
            first = min(self.reading.diagnostics, key=lambda one: one.sort_key, default=None)
            span = first.span if first else at_start(self.reading.file)
            told = "the map below the drawing cannot be read, so only what is drawn is read"
            losses.say(told, span)
        return self.reading.map


def digest(parts: Iterable[str]) -> str:
    """Return a few digits that change where any of the texts does."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def with_comments(drawing: str, a_map: ArgumentMap, *, sign: str) -> str:
    """Return a drawing with its map in comments below it, which a `sign` of two letters begins."""
    from argmap.formats.yaml import dumps

    first = f"{sign} argmap {_digest_of(drawing)}: {_WORDS}"
    lines = dumps(a_map).text.removesuffix("\n").split("\n")
    whole = (drawing.rstrip("\n"), first, *_marked(lines, sign), f"{sign} {_END}")
    return "".join(f"{line}\n" for line in whole)


def _marked(lines: Iterable[str], sign: str) -> Iterable[str]:
    return (f"{sign} {line.replace(_PERCENT, _HIDDEN)}" for line in lines)


def _digest_of(drawing: str) -> str:
    return digest(line.rstrip() for line in drawing.split("\n") if line.strip())


def parted(text: str, *, sign: str, file: str) -> tuple[str, Carried | None]:
    """Return a drawing without the map in the comments below it, and that map, if there is one.

    The lines of the drawing stay where they are; those of the comments are empty.
    """
    found = re.search(rf"^{re.escape(sign)} argmap (?P<digest>[0-9a-f]{{16}}): .*$", text, re.M)
    if found is None:
        return text, None
    head, block = text[: found.start()], text[found.start() :].split("\n")
    is_comment = [line.startswith(sign) for line in block]
    ends = [n for n, line in enumerate(block) if line.rstrip() == f"{sign} {_END}"]
    below = ["" if is_one else line for line, is_one in zip(block, is_comment, strict=True)]
    drawing = head + "\n".join(below)
    # Blanks in the place of the signs, so that columns stay as they are.
    lines = (line[3:].replace(_HIDDEN, _PERCENT) for line in block)
    inside = [f"   {line}" if one else "" for line, one in zip(lines, is_comment, strict=True)]
    inside[0] = ""
    inside[ends[0] if ends else len(inside) :] = []
    above = "\n" * head.count("\n")
    document = parse(above + "\n".join(inside), file=file)
    reading = reading_in(document, text)
    last = Position(above.count("\n") + max(n for n, one in enumerate(is_comment) if one) + 1, 1)
    breaks_off = None if ends else Span(file, last, last)
    return drawing, Carried(reading, _digest_of(drawing) == found["digest"], breaks_off)


def carried_or(drawing: ReadDrawing, text: str | bytes, *, sign: str, file: str) -> Reading:
    """Return the map in the comments below a drawing; where that tells otherwise, what it tells.

    `drawing` reads it, and is given the map for what the drawing does not show.
    """
    whole: list[Reading] = []

    def read_either(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
        drawn, carried = parted(text, sign=sign, file=file)
        if carried is None:
            return drawing(drawn, file, log, losses, None)
        if (reading := carried.whole()) is not None:
            whole.append(reading)
            return reading.map
        return drawing(drawn, file, log, losses, carried.rest(losses))

    reading = read_text(text, file=file, read=read_either)
    return whole[0] if whole else reading


def reading_in(document: Document, text: str) -> Reading:
    """Return what a document inside another text holds, with findings that show that text."""
    reading = read(document, keeps_drafts=True)
    # Edits write YAML, and comments are those of the other notation.
    found = tuple(replace(one, fix=()) for one in reading.diagnostics)
    return replace(reading, diagnostics=found, text=text, allowances={}, handwriting=Handwriting())

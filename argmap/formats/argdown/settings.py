"""The settings at the head of a text in Argdown, between lines of “===”."""

import re
from dataclasses import dataclass

from argmap.document import Mapping, Scalar
from argmap.faults import Fault, FaultLog
from argmap.formats.argdown.data import text_in, yaml_of
from argmap.formats.argdown.grouping import HEEDED, Grouping, grouping_of
from argmap.formats.losses import Losses
from argmap.source import Position, Span

_HEAD = re.compile(
    r"(?P<before>(?:\s|//[^\n]*\n)*)={3,}(?P<inside>.*?)(?P<end>={3,}|\Z)", re.DOTALL
)
_WORDS = ("title", "abstract")
_KNOWN = (*_WORDS, "model")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is taken from the head of a text, and where that stands; None where there is none."""

    title: str | None = None
    description: str | None = None
    is_strict: bool = False
    grouping: Grouping = Grouping()
    span: Span | None = None

    @property
    def are_of_reading(self) -> bool:
        """Return whether they change how a text is read."""
        return self.is_strict or self.grouping != Grouping()


def settings_of(text: str, *, file: str, log: FaultLog, losses: Losses) -> tuple[Settings, str]:
    """Return the settings at the head of a text, and the text with blanks in their place."""
    found = _HEAD.match(text)
    if found is None:
        return Settings(), text
    start, end = (_position(text, at) for at in found.span("inside"))
    span = Span(file, start, end)
    rest = re.sub(r"[^\n]", " ", found[0]) + text[found.end() :]
    if not found["end"]:
        at = Span(file, Position(start.line, start.column - 3), start)
        log.report(Fault.NOTATION_SYNTAX, at, "these settings have no end: a second line “===”")
        return Settings(span=span), ""
    data = yaml_of(found["inside"], span, log)
    if data is None:
        return Settings(span=span), rest
    _tell_further(data, losses)
    is_strict = text_in(data, "model", "mode") == "strict"
    title, abstract = text_in(data, "title"), text_in(data, "abstract")
    grouping = grouping_of(data.get("group"))
    if grouping.is_nested:
        losses.say("a group has no group inside: outer ones are left out", span)
    return Settings(title, abstract, is_strict, grouping, span), rest


def _tell_further(data: Mapping, losses: Losses) -> None:
    for entry in data.entries:
        inside = entry.value.entries if isinstance(entry.value, Mapping) else ()
        is_grouping = inside and all(one.key.value in HEEDED for one in inside)
        if entry.key.value not in _KNOWN and not (entry.key.value == "group" and is_grouping):
            losses.say("further settings at the head are left out", entry.key.span)
        elif entry.key.value in _WORDS and not isinstance(entry.value, Scalar):
            losses.say("titles and abstracts that are no text are left out", entry.key.span)


def _position(text: str, offset: int) -> Position:
    line = text.count("\n", 0, offset) + 1
    return Position(line, offset - text.rfind("\n", 0, offset))

"""Texts in a Markdown outline: ids at their end, and backslashes before what would be a mark."""

import re
from typing import NamedTuple

from argmap.formats.stance_marks import marked

# Dashes and dots that people use as bullets are no punctuation to Markdown, but here.
_PUNCTUATION = r"!-/:-@\[-`{-~•–—−"
_ESCAPE = re.compile(rf"\\([{_PUNCTUATION}])")
_TO_DOUBLE = re.compile(rf"\\(?=[{_PUNCTUATION}]|$)")
_ID = re.compile(r"(?:^|\s)\{#([^\s{}]*)\}$")
_STARTS_A_BLOCK = re.compile(r"[-+*&~#>=_`<(\[{•–—−]")
_ORDINAL = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_OPEN_ENDED = re.compile(r"(#+)$")


class Named(NamedTuple):
    """A text as it is meant, and the id at its end.

    In the text as it was written, the mark for the id begins at `start`, the id itself at `place`.
    """

    text: str
    name: str | None
    start: int
    place: int


def named(text: str) -> Named:
    """Return what a text says, and the id that stands at its end."""
    found = _ID.search(text)
    if found is None:
        return Named(unescaped(text), None, len(text), len(text))
    written = text[: found.start()].rstrip()
    return Named(unescaped(written), found[1], found.start(), found.start(1))


def unescaped(text: str) -> str:
    """Return a text without the backslashes that only say that a sign is meant as it stands."""
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def escaped(text: str) -> str:
    """Return a text that reads as itself wherever an item or a heading may begin."""
    text = _TO_DOUBLE.sub(r"\\\\", text)
    if found := _ID.search(text):
        start = text.index("{", found.start())
        text = f"{text[:start]}\\{text[start:]}"
    if _OPEN_ENDED.search(text):
        text = _OPEN_ENDED.sub(lambda hashes: "\\#" * len(hashes[0]), text)
    if text.startswith("\\"):
        return text
    if _STARTS_A_BLOCK.match(text):
        return f"\\{text}"
    if ordinal := _ORDINAL.match(text):
        return f"{ordinal[1]}\\{text[ordinal.end(1) :]}"
    if mark := marked(text, openings=False).length:
        colon = text.rindex(":", 0, mark)
        return f"{text[:colon]}\\{text[colon:]}"
    return text

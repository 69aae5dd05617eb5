"""The Markdown in a box of a drawing → its heading, its text, its address and its small print."""

import html
import re
from dataclasses import dataclass

from argmap.values import one_line

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});)")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>.*)")
# What may end a heading, and says nothing.
_AT_END = " \t#"
_BOLD = re.compile(r"(\*\*|__)(?P<words>.+)\1")
_SMALL = re.compile(r"(?P<sign>[*_])(?![*_\s])(?P<words>.+)(?P=sign)")
_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\((?:<(?P<pointed>[^<>]*)>|(?P<bare>[^\s()<>]+))\)")
_WIKI = re.compile(r"!?\[\[(?P<page>[^\[\]|]+)(?:\|(?P<words>[^\[\]]+))?\]\]")
_MARK = re.compile(r"\A(?:[-*+]|>|\d{1,9}[.)])[ \t]+")
_EMPHASIS = re.compile(r"(\*\*|__|~~|==)(?=\S)(?P<words>(?:(?!\1).)+?)(?<=\S)\1")


@dataclass(frozen=True, slots=True)
class Saying:
    """What a box says: a heading above its text, where it leads to, and what stands small below."""

    text: str
    heading: str | None = None
    address: str | None = None
    small: tuple[str, ...] = ()


def saying_of(markdown: str) -> Saying:
    """Return what a box says; its text is empty where it says nothing."""
    lines = [line.strip() for line in markdown.split("\n") if line.strip()]
    heading = None
    if len(lines) > 1 and (found := _HEADING.fullmatch(lines[0]) or _BOLD.fullmatch(lines[0])):
        heading = plain(found["words"].rstrip(_AT_END))
        del lines[0]
    small: list[str] = []
    while len(lines) > 1 and (found := _SMALL.fullmatch(lines[-1])):
        small.insert(0, plain(found["words"]))
        del lines[-1]
    address = None
    if len(lines) == 1 and (found := _LINK.fullmatch(lines[0])):
        address = _plain_signs(found["pointed"] or found["bare"] or "")
        lines[0] = found["words"]
    elif len(lines) == 1 and (found := _HEADING.fullmatch(lines[0])):
        lines[0] = found["words"].rstrip(_AT_END)
    text = one_line(" ".join(plain(_MARK.sub("", line, count=1)) for line in lines))
    return Saying(text, heading or None, address, tuple(small))


def plain(markdown: str) -> str:
    """Return the words of a line, without what makes them links or bold."""
    shown = _WIKI.sub(lambda found: found["words"] or found["page"], markdown)
    shown = _EMPHASIS.sub(lambda found: found["words"], shown)
    return _plain_signs(shown)


def _plain_signs(markdown: str) -> str:
    return _ESCAPED.sub(lambda found: found[1] or html.unescape(found[2]), markdown)

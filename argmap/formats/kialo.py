"""Kialo’s text export → ArgumentMap.

A discussion is a tree of theses and of claims for and against what they stand below, numbered as in
“1.2.1. Con: …”. A claim that is used again refers to its first place: “-> See 1.3.”
"""

import re
from dataclasses import dataclass

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import read_text
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap, Polarity
from argmap.reader import Reading
from argmap.source import Position, Span

KEEPS: frozenset[str] = frozenset()
_TITLE = re.compile(r"Discussion (?:Title|Name)[ \t]*:[ \t]*(?P<title>.*)")
_NUMBER = r"(?P<number>[0-9]{1,9}(?:\.[0-9]{1,9})*)"
_ENTRY = re.compile(
    rf"{_NUMBER}\.[ \t]+(?:(?P<stance>Pro|Con)[ \t]*:[ \t]*)?(?P<text>.*)",
    re.IGNORECASE,
)
_SEE = re.compile(rf"-+>[ \t]*See[ \t]+{_NUMBER}\.?\s*", re.IGNORECASE)
_LINK = re.compile(r"\[(?P<words>[^\]\n]+)\]\((?P<address>[^)\s]+)\)|\[\d+\](?!\()")
# As in Markdown, a stroke before a sign says that the sign is meant.
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_START = re.compile(
    r"\s*Discussion (?:Title|Name)\s*:|\s*1\.\s+\S.*\n(?:.*\n)*?1\.1\.\s+(?:Pro|Con):"
)
# Numbers of real discussions are shorter.
_LONGEST_SHOWN = 60
# The list of works at the end of an export.
_WORKS = re.compile(r"(?:Sources|References)[ \t]*:?[ \t]*", re.IGNORECASE)


@dataclass(slots=True)
class _Entry:
    """A claim at its place in the tree."""

    number: str
    stance: str | None
    lines: list[str]
    span: Span


def recognises(text: str) -> bool:
    """Return whether a text seems to be an export of Kialo."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of a discussion, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    title, entries = _entries(text, file, log, losses)
    graph = ForeignGraph(file, log, losses)
    known: dict[str, str] = {}
    theses = []
    for entry in entries:
        if entry.number in known:
            log.report(Fault.DUPLICATE_ID, entry.span, f"{_shown(entry.number)}. is there twice")
            continue
        words = " ".join(line for line in entry.lines if line)
        see = _SEE.fullmatch(words)
        if see and see["number"] == entry.number:
            message = f"{_shown(entry.number)}. refers to itself"
            log.report(Fault.UNKNOWN_REFERENCE, entry.span, message)
            continue
        known[entry.number] = see["number"] if see else entry.number
        if not see:
            shown, link = _without_links(words, entry.span, losses)
            graph.claim(entry.number, shown, entry.span, link=link)
        parent = entry.number.rpartition(".")[0]
        if not parent:
            theses.append(entry.number)
        elif entry.stance is None:
            message = f"{_shown(entry.number)}. should say “Pro:” or “Con:”"
            log.report(Fault.NOTATION_SYNTAX, entry.span, message)
    for entry in entries:
        parent = entry.number.rpartition(".")[0]
        if not parent or entry.stance is None:
            continue
        polarity = Polarity.SUPPORT if entry.stance.lower() == "pro" else Polarity.ATTACK
        ends = [_first(name, known) for name in (entry.number, parent)]
        for end, name in zip(ends, (entry.number, parent), strict=True):
            if end is None:
                missing = _shown(known.get(name, name))
                log.report(Fault.UNKNOWN_REFERENCE, entry.span, f"there is no claim {missing}.")
        claim, on = ends
        if claim is not None and on is not None:
            number = f"{entry.number} bears on {parent}"
            graph.argument(number, [claim], on, entry.span, polarity=polarity)
    return graph.built(title=title, theses=[one for one in theses if known.get(one) == one])


def _entries(
    text: str, file: str, log: FaultLog, losses: Losses
) -> tuple[str | None, list[_Entry]]:
    title, entries = None, list[_Entry]()
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        span = Span(file, Position(number, 1), Position(number, len(line) + 1))
        found = _ENTRY.fullmatch(stripped)
        if found and _follows(found["number"], entries):
            entries.append(_Entry(found["number"], found["stance"], [found["text"]], span))
        elif entries and _WORKS.fullmatch(stripped):
            losses.say("the list of works at the end is left out", span)
            break
        elif entries:
            entries[-1].lines.append(stripped)
        elif heading := _TITLE.fullmatch(stripped):
            title = heading["title"].strip() or None
        elif stripped:
            message = f"a discussion begins with “1. …”, not with {quoted(stripped)}"
            log.report(Fault.NOTATION_SYNTAX, span, message)
            break
    return title, entries


def _follows(number: str, entries: list[_Entry]) -> bool:
    """Return whether a line with this number is a claim, and no list within a claim."""
    if not entries:
        return True
    if "." in number:
        return True
    return number == str(int(entries[-1].number.partition(".")[0]) + 1)


def _shown(number: str) -> str:
    return number if len(number) <= _LONGEST_SHOWN else f"{number[:_LONGEST_SHOWN]}…"


def _first(number: str, known: dict[str, str]) -> str | None:
    """Return the number under which a claim stands for the first time."""
    seen = set()
    while number in known and known[number] != number and number not in seen:
        seen.add(number)
        number = known[number]
    return number if known.get(number) == number else None


def _without_links(words: str, span: Span, losses: Losses) -> tuple[str, str | None]:
    links: list[str] = []

    def plain(found: re.Match[str]) -> str:
        if found["address"] and found["address"].lower().startswith(("https://", "http://")):
            links.append(found["address"])
        return found["words"] or ""

    shown = _ESCAPE.sub(r"\1", _LINK.sub(plain, words)).strip()
    if len(links) > 1:
        losses.say("a claim has one link: further ones are left out", span)
    return shown, links[0] if links else None

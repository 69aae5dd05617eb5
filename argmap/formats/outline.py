"""An outline in Markdown ↔ ArgumentMap, so that a map can begin as notes.

The first level of a list has the theses. The bullets are the signs of `outline_marks`; a heading is
the title.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from argmap.diagnostics import Diagnostic, Severity
from argmap.faults import Fault, FaultLog
from argmap.formats.carriers.decoding import read_text
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.nested_lists.marks import Bearing, item_of
from argmap.formats.nested_lists.reading import NestedOutline
from argmap.formats.nested_lists.writing import KEEPS as KEEPS
from argmap.formats.nested_lists.writing import Line, outline_of
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import Position, Span

# Each level is indented by two more; a file would grow with the square of its depth.
DEEPEST = 500
_LONGEST_SHOWN = 300
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<item>[-+*&~•][ \t]+\S.*)")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>\S.*)")
_CLOSED = re.compile(r"(?:.*\s)?#+", re.DOTALL)
_START = re.compile(
    r"(?:\s*+#{1,6}[ \t].*\n)?\s*+[-+*][ \t]+\S.*\n(?:[ \t]*\n)*+[ \t]+[-+*&~][ \t]+\S"
)


def recognises(text: str) -> bool:
    """Return whether a text seems to be an outline: a list with lists inside, no blocks of code."""
    if _START.match(text) is None:
        return False
    # Only then: the other notation in documents, which begin as they like.
    from argmap.formats import argdown_markdown

    return not argdown_markdown.recognises(text)


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of an outline, or the faults that keep it from being one."""
    reading = read_text(text, file=file, read=_read)
    if reading.map is None:
        return reading
    told = (*reading.diagnostics, *_without_reasons(reading.text, file))
    return replace(reading, diagnostics=tuple(sorted(told, key=lambda one: one.sort_key)))


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as a list in Markdown."""
    losses = Losses("An outline")
    reduced = kept(a_map, keeps=KEEPS, losses=losses)
    lines = [_heading(reduced.title), ""] if reduced.title else []
    items = outline_of(reduced, losses, deepest=DEEPEST)
    doubtful = _first_of_objections(items)
    lines += (
        f"{'  ' * line.depth}{line.sign or '-'} {'But: ' if line is doubtful else ''}{line.text}"
        for line in items
    )
    return Writing("\n".join(lines) + "\n", losses.diagnostics())


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    outline, title = NestedOutline(file, log, losses), None
    for span, line in _lines(text, file):
        if found := _ITEM.fullmatch(line):
            outline.take(len(found["indent"].expandtabs(4)), item_of(found["item"]), span)
        elif heading := _HEADING.fullmatch(line.strip()):
            title = title or _title(heading["title"])
            outline.leave_all()
        else:
            losses.say("what stands outside of the list is left out", span)
    return outline.built(title=title)


def _without_reasons(text: str, file: str) -> Iterator[Diagnostic]:
    """Yield a warning where several items stand below others, and “-” is before each of them."""
    found = [(span, _ITEM.fullmatch(line)) for span, line in _lines(text, file)]
    items = [(span, len(one["indent"].expandtabs(4)), one["item"]) for span, one in found if one]
    first = min((depth for _, depth, _ in items), default=0)
    below = [(span, item_of(item)) for span, depth, item in items if depth > first]
    by_sign = [one.bearing is Bearing.ATTACK and not one.by_word for _, one in below]
    if len(below) > 1 and all(by_sign):
        message = f"all {len(below)} items below others begin with “-”, so each is an objection"
        span, item = below[0]
        example = f": + {item.text}" if item.text and len(item.text) <= _LONGEST_SHOWN else ""
        advice = (
            f"begin each reason with “+”{example}\n"
            "if all of them are objections, begin one with “But:”"
        )
        yield Diagnostic(Fault.ONLY_MINUS_SIGNS, Severity.WARNING, span, message, help=advice)


def _first_of_objections(items: tuple[Line, ...]) -> Line | None:
    """Return the first item below another where all of these are objections, else None."""
    below = [line for line in items if line.depth > 0]
    is_doubtful = len(below) > 1 and all(line.sign in (None, Bearing.ATTACK) for line in below)
    return below[0] if is_doubtful else None


def _heading(title: str) -> str:
    # Signs at the end would be taken for those that may close a heading.
    return f"# {title} #" if _CLOSED.fullmatch(title) else f"# {title}"


def _title(heading: str) -> str:
    is_closed = _CLOSED.fullmatch(heading) is not None
    return heading.rstrip("#").rstrip() or heading if is_closed else heading


def _lines(text: str, file: str) -> Iterator[tuple[Span, str]]:
    """Yield the items of lists, each with the lines that continue it, and other lines."""
    item: list[str] = []
    start = 0
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        is_item = _ITEM.fullmatch(line.rstrip()) is not None
        if item and line[:1] in (" ", "\t") and not is_item and line.strip():
            item.append(line.strip())
            continue
        if item:
            end = Position(start + len(item) - 1, 1 + len(item[-1]))
            yield Span(file, Position(start, 1), end), " ".join(item).rstrip()
            item = []
        if is_item:
            item, start = [line.rstrip()], number
        elif line.strip():
            yield Span(file, Position(number, 1), Position(number, len(line) + 1)), line

"""Comments of two sides → all that neither deleted, each beside what it was written on."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.comparing.matching import matched
from argmap.document.nodes import Mapping as MappingNode
from argmap.document.nodes import Node, Scalar, entries_in
from argmap.document.nodes import Sequence as SequenceNode
from argmap.document.parsing import parse
from argmap.editing.applying import applied
from argmap.editing.merging.making import Work, comments_of
from argmap.editing.merging.parts import flow_text
from argmap.editing.merging.tables import WHOLE, Key, Side
from argmap.editing.places import joined
from argmap.edits import Edit
from argmap.reader import Reading
from argmap.source import Position, Span

# A part of a map, and the keys and items that lead into it.
_Address = tuple[Key, tuple[str, ...]]


class _Noted(NamedTuple):
    """A comment, and what it is written on: `is_beside` on its line, else on the lines above it.

    At the end of a file it is written on nothing.
    """

    text: str
    on: _Address | None
    is_beside: bool


class _New(NamedTuple):
    """A comment that is to be put in, and the one that it `was`, in place of which it may stand."""

    comment: _Noted
    was: tuple[str, ...] = ()


def wanted_comments(base: Reading, ours: Reading, theirs: Reading) -> Counter[str]:
    """Return the comments that neither side has deleted, and how often each has to be there."""
    was, here, there = map(comments_of, (base, ours, theirs))
    kept = was & here & there
    return Counter({one: kept[one] + max(here[one] - was[one], there[one] - was[one], 0)
                    for one in (*here, *there)})  # fmt: skip


def with_comments(work: Work, base: Side, theirs: Side, text: str) -> tuple[str, Counter[str]]:
    """Return a text with the comments of theirs that are wanted, and those that have no place.

    `text` says what the text of the work does, with some changes of theirs.
    """
    reading = work.read(text)
    missing = work.wanted - comments_of(reading)
    if not missing:
        return text, missing
    before = _noted(base.reading, _common(base))
    gone = comments_of(base.reading) - comments_of(theirs.reading)
    new = []
    # Where a comment is there several times, the new ones are those with no such place before.
    for one in sorted(_noted(theirs.reading, _common(theirs)), key=lambda one: one in before):
        if missing[one.text] > 0:
            missing[one.text] -= 1
            was = [each.text for each in before if each[1:] == one[1:] and gone[each.text]]
            new.append(_New(one, tuple(was[:1])))
    together = _with_comments(work, text, reading, new)
    if together is not None:
        return together, +missing
    for each in new:
        after = _with_comments(work, text, reading, [each])
        text, reading = (after, work.read(after)) if after is not None else (text, reading)
        missing[each.comment.text] += after is None
    return text, +missing


def _common(side: Side) -> dict[str, str]:
    return {own: name for name, own in side.own.items()}


def _with_comments(work: Work, text: str, reading: Reading, new: Sequence[_New]) -> str | None:
    """Return a text with more comments; None where one of them has no place."""
    places = _places(reading, _common_now(work, reading))
    by_address = {address: at for at, address in reversed(places.items())}
    edits = [_edit(reading, by_address, one) for one in new]
    try:
        changed = applied(text, joined(one for one in edits if one is not None))
    except ValueError:
        return None
    after = work.read(changed)
    had, has = comments_of(reading), comments_of(after)
    added = Counter(one.comment.text for one in new)
    replaced = Counter(was for one in new for was in one.was)
    is_all = has <= had + added and had + added <= has + replaced
    return changed if None not in edits and after.map == reading.map and is_all else None


def _edit(reading: Reading, by_address: Mapping[_Address, Position], new: _New) -> Edit | None:
    text, on, is_beside = new.comment
    lines = [line.removesuffix("\r") for line in reading.handwriting.lines]
    if on is None:
        last = max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
        return _put(reading, last, len(lines[last - 1]), f"\n{text}")
    at = by_address.get(on) or (by_address.get((on[0], ())) if on[0] != WHOLE else None)
    if at is None:
        return None
    here = [one for one in reading.handwriting.comments if one.span.start.line == at.line]
    above = [one for one in reading.handwriting.comments if one.span.start.line == at.line - 1]
    for one in here if is_beside else above:
        if one.text in new.was:
            return Edit(one.span, text)
    line = lines[at.line - 1]
    if is_beside and not here:
        return _put(reading, at.line, len(line.rstrip()), f"  {text}")
    indent = line[: len(line) - len(line.lstrip(" "))]
    return _put(reading, at.line, 0, f"{indent}{text}\n")


def _put(reading: Reading, line: int, after: int, text: str) -> Edit:
    at = Position(line, after + 1)
    return Edit(Span(reading.file, at, at), text)


def _common_now(work: Work, reading: Reading) -> dict[str, str]:
    """Return the common ids by those of a text that has come of the one of the work."""
    assert work.reading.map is not None, "only whole maps are merged"
    assert reading.map is not None, "only whole maps are merged"
    same = matched(work.reading.map, reading.map)
    return {new: name for name, own in work.ids.items() if (new := same.new_id(own)) is not None}


def _noted(reading: Reading, common: Mapping[str, str]) -> list[_Noted]:
    places = _places(reading, common)
    starts = list(places)
    found = []
    for comment in reading.handwriting.comments:
        start = comment.span.start
        index = bisect_left(starts, start)
        is_beside = index > 0 and starts[index - 1].line == start.line
        near = starts[index - is_beside : index - is_beside + 1]
        found.append(_Noted(comment.text, places[near[0]] if near else None, is_beside))
    return found


def _places(reading: Reading, common: Mapping[str, str]) -> dict[Position, _Address]:
    """Return what begins where in a text, by the common ids, in the order of the text."""
    parts = _parts(reading, common)
    found: dict[Position, _Address] = {}
    root = parse(reading.text, file=reading.file).root
    waiting: list[tuple[Node, _Address]] = [(root, (WHOLE, ()))] if root is not None else []
    while waiting:
        node, address = waiting.pop()
        part = parts.get(node.span.start)
        address = (part, ()) if part is not None else address
        if isinstance(node, MappingNode):
            found.setdefault(node.span.start, address)
            for entry in node.entries:
                under = (address[0], (*address[1], entry.key.value))
                found.setdefault(entry.key.span.start, under)
                waiting.append((entry.value, under))
        elif isinstance(node, SequenceNode):
            waiting += [(item, (address[0], (*address[1], _called(item)))) for item in node.items]
        else:
            found.setdefault(node.span.start, address)
    return dict(sorted(found.items()))


def _called(item: Node) -> str:
    """Return how an item of a list is known again that is no claim and no argument."""
    is_deep = any(not isinstance(one.value, Scalar) for one in entries_in(item))
    return "" if is_deep else flow_text(item)


def _parts(reading: Reading, common: Mapping[str, str]) -> dict[Position, Key]:
    found: dict[Position, Key] = {}
    naming = reading.written.naming
    for kind, drafts in (("argument", naming.argument_ids), ("claim", naming.claim_ids)):
        for own, draft in drafts.items():
            if own in common and draft.span.file == reading.file:
                found[draft.span.start] = (kind, common[own])
    return found

"""The whole way of three versions of a map to one text, and what of it is left to people."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from argmap.editing.formatting import formatted
from argmap.editing.line_ends import with_line_ends_of
from argmap.editing.merging.changes import Change, Step, called, changes_of, made
from argmap.editing.merging.comments import wanted_comments, with_comments
from argmap.editing.merging.entries import with_both_entries
from argmap.editing.merging.lists import with_both_lists
from argmap.editing.merging.making import (
    Work,
    comments_of,
    says,
    with_additions,
    with_ids,
    with_premises,
    with_sources,
    with_theses,
)
from argmap.editing.merging.marking import Unplaced, marked, with_unplaced
from argmap.editing.merging.tables import Side, meaning, sides_of
from argmap.editing.merging.units import Unit, noted_in, take_units, text_with, units_of
from argmap.errors import ArgmapError
from argmap.faults import quoted
from argmap.reader import Reading


class Merged(NamedTuple):
    """A text that says what both sides do, and a sentence on each conflict that is marked in it.

    It has all comments that neither side has deleted.
    """

    text: str
    conflicts: tuple[str, ...] = ()


def merged(
    base: Reading,
    ours: Reading,
    theirs: Reading,
    *,
    text: str,
    read: Callable[[str], Reading],
    by_lines: str | None = None,
) -> Merged:
    """Return the `text` of ours with the changes that theirs made since the base.

    All three hold whole maps; `read` reads a changed text of ours. What was formatted is formatted.
    Where the three have been merged `by_lines` without a conflict, and that says what it should and
    has all comments, it is that text.
    """
    if theirs.text in (base.text, ours.text):
        return Merged(text)
    if ours.text == base.text:
        return Merged(with_line_ends_of(text, theirs.text.removeprefix("\ufeff")))
    old, here, there = sides_of(base, ours, theirs)
    old, there = with_both_lists(old, here, there)
    old, there = with_both_entries(old, here, there)
    changes = changes_of(old, here, there)
    work = Work(text, ours, here.table, read, dict(here.own), wanted_comments(base, ours, theirs))
    if by_lines is not None and _is_all(work, there, changes, by_lines):
        return Merged(by_lines)
    open_ = [one for one in changes if not one.conflict and not _is_without_id(one, there)]
    failed = with_ids(work, there, open_)
    named = [one for one in open_ if one.field != "id"]
    failed += with_sources(
        work, there, [one for one in named if one.step is Step.ADD and one.key[0] == "source"]
    )
    added = [one for one in named if one.step is Step.ADD and one.key[0] != "source"]
    linked = with_premises(work, there, named, added)
    linked |= with_theses(work, there, named, [one for one in added if one not in linked])
    failed += with_additions(work, there, [one for one in added if one not in linked])
    rest = [one for one in named if one.step is not Step.ADD and one not in linked]
    good, bad = take_units(work, there, units_of(work, there, rest))
    failed += [change for unit in bad for change in unit.changes]
    clashes = [one for one in changes if one.conflict and not _is_without_id(one, there)]
    noted = {
        one: comment for unit in bad if (comment := noted_in(work, unit)) for one in unit.changes
    }
    clashes += [_told(one, there, here, noted.get(one, "")) for one in failed]
    return _written(work, old, there, good, clashes, was=text)


def _is_all(work: Work, theirs: Side, changes: Sequence[Change], text: str) -> bool:
    """Return whether a text has all changes, none of which is a conflict, and all comments."""
    if any(one.conflict for one in changes):
        return False
    table = work.table
    for one in changes:
        table = made(table, one, theirs.table)
    reading = work.read(text)
    is_said = reading.map is not None and says(reading) == meaning(table)
    return is_said and work.wanted <= comments_of(reading)


def _is_without_id(change: Change, theirs: Side) -> bool:
    """Return whether theirs has only left away an id, which says nothing."""
    return change.field == "id" and theirs.table[change.key]["id"] is None


def _told(change: Change, theirs: Side, ours: Side, comment: str) -> Change:
    what = called(change.key, theirs.table.get(change.key) or ours.table.get(change.key))
    done = {Step.ADD: f"added {what}", Step.REMOVE: f"removed {what}"}
    verb = done.get(change.step, f"changed “{change.field}” of {what}")
    if comment:
        return change._replace(conflict=f"theirs {verb}, where ours has the comment {comment}")
    return change._replace(conflict=f"theirs {verb}, which has no plain place in ours")


def _written(
    work: Work,
    base: Side,
    theirs: Side,
    good: Sequence[Unit],
    clashes: Sequence[Change],
    *,
    was: str,
) -> Merged:
    """Return the text with all that can be made, and marks where people have to choose."""
    whole = text_with(work.text, good)
    assert whole is not None, "only units that fit are taken"
    is_formatted = _formatted(was, work) == was
    whole, left = with_comments(work, base, theirs, whole)
    if not clashes and not left:
        return Merged(_formatted(whole, work) if is_formatted else whole)
    chosen, unplaced = list(good), []
    for unit in units_of(work, theirs, [one for one in clashes if one.key in work.table]):
        other = text_with(work.text, [*chosen, unit]) if unit.edits else None
        if other is not None and work.read(other).map is not None:
            chosen.append(unit)
        else:
            unplaced += list(unit.changes)
    unplaced += [one for one in clashes if one.key not in work.table]
    other, left_there = whole, left
    if len(chosen) > len(good):
        other, left_there = with_comments(work, base, theirs, text_with(work.text, chosen) or whole)
    if is_formatted:
        whole, other = (_formatted(one, work) for one in (whole, other))
    here, there = (one.replace("\r\n", "\n").replace("\r", "\n") for one in (whole, other))
    told = _unplaced(theirs, unplaced)
    told += _comments(left & left_there, told)
    text = with_line_ends_of(was, with_unplaced(marked(here, there), told).removeprefix("\ufeff"))
    sentences = [*(one.conflict for one in clashes), *(one.sentence for one in told)]
    return Merged(text, tuple(dict.fromkeys(sentences)))


def _comments(left: Counter[str], told: Sequence[Unplaced]) -> list[Unplaced]:
    """Return the comments that have no place, but for those that are shown with what has none."""
    shown = [line for one in told for line in one.lines]
    return [
        Unplaced(f"the comment {quoted(one)} has no plain place in ours", (one,))
        for one in left
        if not any(one in line for line in shown)
    ]


def _unplaced(theirs: Side, changes: Iterable[Change]) -> list[Unplaced]:
    """Return the lines that theirs has for what has no place, each line once."""
    told: list[Unplaced] = []
    seen: set[int] = set()
    lines = theirs.reading.text.split("\n")
    naming = theirs.reading.written.naming
    for one in changes:
        part, name = one.key
        own = theirs.own.get(name, name)
        known = naming.claim_ids if part == "claim" else naming.argument_ids
        draft = known.get(own) if part in ("claim", "argument") else None
        numbers = range(draft.span.start.line, draft.span.end.line + 1) if draft else ()
        new = tuple(f"# {lines[n - 1]}" for n in numbers if n not in seen)
        seen.update(numbers)
        told.append(Unplaced(one.conflict, new))
    return told


def _formatted(text: str, work: Work) -> str:
    try:
        return formatted(text, file=work.reading.file)
    except ArgmapError:
        return text

"""Changes that can only be made together, such as an argument removed with its premises."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from argmap.editing.applying import applied
from argmap.editing.merging.changes import Change, Step, made
from argmap.editing.merging.field_edits import edits_of
from argmap.editing.merging.making import Work, says
from argmap.editing.merging.tables import Side, Table, meaning
from argmap.editing.places import joined
from argmap.edits import Edit
from argmap.faults import quoted
from argmap.source import Span


class Unit(NamedTuple):
    """Changes, and the edits that make them in the text."""

    changes: tuple[Change, ...]
    edits: tuple[Edit, ...]


def units_of(work: Work, theirs: Side, changes: Sequence[Change]) -> list[Unit]:
    """Return the changes of fields one by one, and what is removed with all that lies in it."""
    places = work.places()
    comments = [one.span.start for one in work.reading.handwriting.comments]
    units = []
    removed: dict[Span, list[Change]] = {}
    for one in changes:
        place = work.span(one.key)
        if one.step is Step.REMOVE and place is not None and one.key[0] != "source":
            removed.setdefault(place, []).append(one)
            continue
        edits = edits_of(work, theirs, one, places)
        inside = any(e.span.start <= at < e.span.end for e in edits for at in comments)
        if not inside and not _is_loss(work, theirs, one, changes):
            units.append(Unit((one,), edits))
    outer = [one for one in removed if not any(_is_in(one, other) for other in removed)]
    losses = [one for one in changes if _is_loss(work, theirs, one, changes)]
    for place in outer:
        within = [c for span, some in removed.items() if span == place or _is_in(span, place)
                  for c in some]  # fmt: skip
        names = {one.key[1] for one in within}
        within += [one for one in losses if names & _lost(work, theirs, one)]
        units.append(Unit(tuple(within), places.without([place])))
    kept = {one for unit in units for one in unit.changes}
    return [*units, *(Unit((one,), ()) for one in changes if one not in kept)]


def take_units(work: Work, theirs: Side, units: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """Return the units that can be made together, and the others; the text is not changed."""
    able = [unit for unit in units if unit.edits]
    failed = [unit for unit in units if not unit.edits]
    if fits(work, theirs, able):
        return able, failed
    good: list[Unit] = []
    for unit in able:
        (good if fits(work, theirs, [*good, unit]) else failed).append(unit)
    return good, failed


def fits(work: Work, theirs: Side, units: Sequence[Unit]) -> bool:
    """Return whether the text with these units made says what it should, with all comments."""
    text = text_with(work.text, units)
    if text is None:
        return False
    table: Table = work.table
    for change in (one for unit in units for one in unit.changes):
        if change.key in table:
            table = made(table, change, theirs.table)
    reading = work.read(text)
    is_said = reading.map is not None and says(reading) == meaning(table)
    return is_said and work.keeps_comments(reading)


def noted_in(work: Work, unit: Unit) -> str:
    """Return the first comment that would be lost by a unit, and should not; empty if none is."""
    for one in work.reading.handwriting.comments:
        at = one.span.start
        if work.wanted[one.text] and any(e.span.start <= at < e.span.end for e in unit.edits):
            return quoted(one.text)
    return ""


def text_with(text: str, units: Iterable[Unit]) -> str | None:
    """Return a text with units made, None where they are in each other's way."""
    try:
        return applied(text, joined(edit for unit in units for edit in unit.edits))
    except ValueError:
        return None


def _lost(work: Work, theirs: Side, change: Change) -> set[str]:
    if change.step is not Step.CHANGE or change.field not in ("premises", "thesis"):
        return set()
    there = theirs.table[change.key][change.field]
    return set(work.table[change.key][change.field]) - set(there)


def _is_loss(work: Work, theirs: Side, change: Change, changes: Sequence[Change]) -> bool:
    """Return whether a change is that premises or theses are fewer, all of which are removed."""
    lost = _lost(work, theirs, change)
    gone = {one.key[1] for one in changes if one.step is Step.REMOVE}
    if not lost or not lost <= gone:
        return False
    there = theirs.table[change.key][change.field]
    return set(there) <= set(work.table[change.key][change.field])


def _is_in(one: Span, other: Span) -> bool:
    return one != other and other.start <= one.start and one.end <= other.end

"""Three tables → what theirs changed that ours lacks, and what both changed in two ways."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from argmap.editing.merging.tables import Key, Row, Side, Table
from argmap.faults import quoted


class Step(StrEnum):
    """What is to be done with a part of a map."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


class Change(NamedTuple):
    """One change of theirs, of a row or of one `field` of it.

    `conflict` says in a sentence why it is not made; it is empty where it can be.
    """

    step: Step
    key: Key
    field: str = ""
    conflict: str = ""


def changes_of(base: Side, ours: Side, theirs: Side) -> list[Change]:
    """Return the changes of theirs in the order of its map, those that are conflicts among them."""
    found: list[Change] = []
    for key, row in theirs.table.items():
        found += _of_row(key, base.table.get(key), ours.table.get(key), row)
    gone = [key for key in base.table if key not in theirs.table and key in ours.table]
    removed = {key: _removed(key, base.table, ours.table, set(gone)) for key in gone}
    found += [_as_its_premises(one, ours.table, removed) for one in removed.values()]
    return [_checked(one, base.table, ours.table, theirs.table) for one in found]


def made(table: Table, change: Change, theirs: Table) -> Table:
    """Return a table with a change made."""
    new = dict(table)
    if change.step is Step.REMOVE:
        new.pop(change.key, None)
    elif change.step is Step.ADD:
        new[change.key] = theirs[change.key]
    else:
        new[change.key] = {**new[change.key], change.field: theirs[change.key][change.field]}
    return new


def called(key: Key, row: Row | None) -> str:
    """Return how a part of a map is called in a sentence."""
    part, name = key
    if part == "map":
        return "the map"
    text = row.get("text") if row else None
    return f"the {part} {quoted(str(text or name))}"


def _of_row(key: Key, base: Row | None, ours: Row | None, theirs: Row) -> Iterator[Change]:
    if ours is None:
        if base is None:
            yield Change(Step.ADD, key)
        elif base != theirs:
            what = called(key, base)
            yield Change(Step.ADD, key, conflict=f"ours deleted {what}, which theirs changed")
        return
    for field, value in theirs.items():
        before = base[field] if base else None
        if ours[field] == value or (base and before == value):
            continue
        is_clash = ours[field] != before if base else True
        sentence = f"both sides changed “{field}” of {called(key, ours)}" if is_clash else ""
        yield Change(Step.CHANGE, key, field, sentence)


def _removed(key: Key, base: Table, ours: Table, gone: set[Key]) -> Change:
    what = called(key, base[key])
    if base[key] != ours[key]:
        return Change(Step.REMOVE, key, conflict=f"theirs deleted {what}, which ours changed")
    for other, row in ours.items():
        is_new = key[1] in _uses(row) and key[1] not in _uses(base.get(other, {}))
        if other not in gone and is_new:
            sentence = f"theirs deleted {what}, which ours uses in {called(other, row)}"
            return Change(Step.REMOVE, key, conflict=sentence)
    return Change(Step.REMOVE, key)


def _as_its_premises(change: Change, ours: Table, removed: Mapping[Key, Change]) -> Change:
    """Return a removal, as the conflict that one of its premises is in: both go or stay."""
    for name in ours[change.key].get("premises", ()):
        premise = removed.get(("claim", name))
        if premise is not None and premise.conflict and not change.conflict:
            return change._replace(conflict=premise.conflict)
    return change


def _checked(change: Change, base: Table, ours: Table, theirs: Table) -> Change:
    """Return a change, as a conflict where it needs what ours deleted."""
    if change.conflict or change.step is Step.REMOVE:
        return change
    there = theirs[change.key]
    row = there if change.step is Step.ADD else {change.field: there[change.field]}
    deleted = {name: (part, name) for part, name in base if (part, name) not in ours}
    for name in sorted(_uses(row)):
        if name in deleted:
            what = called(deleted[name], base[deleted[name]])
            sentence = f"ours deleted {what}, which theirs uses in {called(change.key, there)}"
            return change._replace(conflict=sentence)
    return change


def _uses(row: Row) -> set[str]:
    """Return the ids of the claims, arguments and sources that a row needs."""
    names = {*row.get("premises", ()), *row.get("contradicts", ()), *row.get("thesis", ())}
    names |= {one.source for one in row.get("source") or ()}
    return names | ({row["target"]} if "target" in row else set())

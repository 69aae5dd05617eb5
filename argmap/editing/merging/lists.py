"""Lists that both sides changed: what either put in is in, and what either took out is out."""

from collections.abc import Sequence
from typing import Any

from argmap.editing.merging.tables import Key, Row, Side

# Lists in which nothing hangs on the order, or not much.
LISTS = ("premises", "contradicts", "tags", "source")
# What has to be left of a list for it to be one.
_LEAST = {"premises": 1}


def with_both_lists(base: Side, ours: Side, theirs: Side) -> tuple[Side, Side]:
    """Return base and theirs, as if theirs had changed the lists that ours has.

    Lists that do not go together stay as they are, and are conflicts.
    """
    old, there = dict(base.table), dict(theirs.table)
    for key, row in theirs.table.items():
        was, here = base.table.get(key), ours.table.get(key)
        if was is None or here is None:
            continue
        both = {name: _both(key, name, (was, here, row)) for name in LISTS if name in row}
        found = {name: value for name, value in both.items() if value is not None}
        gone = _gone(found, base, ours, theirs)
        found = {name: value for name, value in found.items() if name not in gone}
        if found:
            there[key] = {**row, **found}
            old[key] = {**was, **{name: here[name] for name in found}}
    return base._replace(table=old), theirs._replace(table=there)


def _both(key: Key, name: str, rows: tuple[Row, Row, Row]) -> tuple[Any, ...] | None:
    """Return what a list has that both sides changed; None where that is not to be said."""
    was, here, there = (row[name] for row in rows)
    if was in (here, there) or here == there:
        return None
    lost, lost_there = ([one for one in was if one not in side] for side in (here, there))
    added = [one for one in here if one not in was]
    new = [one for one in there if one not in was and one not in here]
    if name == "source" and new and added and any(one in lost for one in lost_there):
        # One citation that was changed in two ways.
        return None
    found = [*(one for one in here if one not in lost_there), *new]
    if len(found) < _LEAST.get(name, 0):
        return None
    return tuple(found if name == "source" else sorted(found, key=repr))


def _gone(found: Row, base: Side, ours: Side, theirs: Side) -> set[str]:
    """Return the lists that name something which one of the sides has deleted."""
    deleted = {key for key in base.table if key not in ours.table or key not in theirs.table}
    return {
        name
        for name, value in found.items()
        if name != "tags" and any(key in deleted for key in _keys(name, value))
    }


def _keys(name: str, value: Sequence[Any]) -> set[Key]:
    if name == "source":
        return {("source", one.source) for one in value}
    return {("claim", one) for one in value}

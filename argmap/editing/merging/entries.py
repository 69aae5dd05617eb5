"""Entries of the map that both sides changed: they go together where no entry has two changes."""

from collections.abc import Mapping
from typing import Any

from argmap.document.nodes import Mapping as MappingNode
from argmap.document.text_writing import on_one_line
from argmap.editing.merging.making import Work
from argmap.editing.merging.parts import flow_text, nodes_of
from argmap.editing.merging.tables import WHOLE, Side
from argmap.editing.places import Places
from argmap.edits import Edit
from argmap.values import canonical

# Fields of the map with an entry for each id.
ENTRIES = ("expect", "audiences")


def with_both_entries(base: Side, ours: Side, theirs: Side) -> tuple[Side, Side]:
    """Return base and theirs, as if theirs had changed the entries that ours has.

    Where one entry was changed in two ways, all stay as they are, and are a conflict.
    """
    was, here, there = (one.table[WHOLE] for one in (base, ours, theirs))
    found = {}
    for name in ENTRIES:
        both = _both(*({one.id: one for one in row[name]} for row in (was, here, there)))
        if both is not None:
            found[name] = tuple(sorted(both.values(), key=repr))
    theses = _both_theses(base, ours, theirs)
    if theses:
        found["thesis"] = theses
    if not found:
        return base, theirs
    old = {**base.table, WHOLE: {**was, **{name: here[name] for name in found}}}
    new = {**theirs.table, WHOLE: {**there, **found}}
    return base._replace(table=old), theirs._replace(table=new)


def _both(
    was: Mapping[str, Any], here: Mapping[str, Any], there: Mapping[str, Any]
) -> dict[str, Any] | None:
    if was in (here, there) or here == there:
        return None
    found = {}
    for name in (*here, *(one for one in there if one not in here)):
        old, own, other = (side.get(name) for side in (was, here, there))
        if own != old and other not in (own, old):
            return None
        kept = own if other == old else other
        if kept is not None:
            found[name] = kept
    return found


def _both_theses(base: Side, ours: Side, theirs: Side) -> tuple[str, ...]:
    """Return the theses of both sides, those of ours first; none where that is not to be said."""
    was, here, there = (one.table[WHOLE]["thesis"] for one in (base, ours, theirs))
    if was in (here, there) or here == there:
        return ()
    lost = [name for side in (here, there) for name in was if name not in side]
    found = tuple(name for name in dict.fromkeys((*here, *there)) if name not in lost)
    keys = [("claim", name) for name in found]
    is_gone = any(
        key in base.table and not (key in ours.table and key in theirs.table) for key in keys
    )
    return () if is_gone else found


def edits_of_entries(work: Work, theirs: Side, name: str, places: Places) -> tuple[Edit, ...]:
    """Return the edits that put in, change and take out entries; none where that cannot be done."""
    here, there = (nodes_of(side, WHOLE).get(name) for side in (work.side(), theirs))
    wanted, had = (
        {one.id: one for one in table[WHOLE][name]} for table in (theirs.table, work.table)
    )
    if not isinstance(here, MappingNode) or not wanted:
        return ()
    nodes = {canonical(one.key.value): one.value for one in getattr(there, "entries", ())}
    own, other = (work.ids, theirs.own) if name == "expect" else ({}, {})
    edits: list[Edit] = []
    for id in (*wanted, *(one for one in had if one not in wanted)):
        if had.get(id) == wanted.get(id):
            continue
        node, key = nodes.get(other.get(id, id)), own.get(id, id)
        if id in wanted and node is None:
            return ()
        value = flow_text(node) if id in wanted and node is not None else None
        is_there = here.get(key) is not None
        written = key if is_there else on_one_line(key, in_flow=True)
        edits += places.with_field(here.span, written, value)
    return tuple(edits)

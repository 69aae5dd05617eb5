"""A change of a field, or of what a list has → the edits that make it in the text of ours."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from argmap.document.nodes import Mapping as MappingNode
from argmap.document.nodes import Node, Scalar
from argmap.document.text_writing import on_one_line
from argmap.editing.merging.changes import Change, Step
from argmap.editing.merging.entries import ENTRIES, edits_of_entries
from argmap.editing.merging.lists import LISTS
from argmap.editing.merging.making import Work
from argmap.editing.merging.parts import field_text, flow_text, nodes_of
from argmap.editing.merging.tables import Key, Side
from argmap.editing.places import Places, items_of
from argmap.edits import Edit
from argmap.source import Span
from argmap.values import canonical

# What is not written under a key of its own, or tells where a thing stands.
_ELSEWHERE = frozenset(("target", "polarity", "thesis", "id"))


class _Listed(NamedTuple):
    """What a list has in one of the texts: values by the common ids, and where each is written."""

    values: tuple[Any, ...]
    nodes: tuple[Node, ...]


def edits_of(work: Work, theirs: Side, change: Change, places: Places) -> tuple[Edit, ...]:
    """Return the edits that make a change of a field, or remove what theirs removed."""
    place = work.span(change.key)
    if place is None:
        return ()
    if change.step is Step.REMOVE:
        return places.without([place])
    name = change.field
    if name in _ELSEWHERE:
        return ()
    if name == "premises":
        return _without_premises(work, theirs, change.key, place, places)
    if name in LISTS:
        return _of_list(work, theirs, change, place, places)
    if name in ENTRIES:
        edits = edits_of_entries(work, theirs, name, places)
        if edits:
            return edits
    row = theirs.table[change.key]
    value = row["text"] if name == "text" else field_text(theirs, change.key, name)
    return places.with_field(place, "author" if name == "authors" else name, value)


def _without_premises(
    work: Work, theirs: Side, key: Key, place: Span, places: Places
) -> tuple[Edit, ...]:
    """Return the edits that take references to claims out of the premises of an argument."""
    here, there = (set(table[key]["premises"]) for table in (work.table, theirs.table))
    listed = places.listed(place)
    if listed is None or not there < here:
        return ()
    own = {work.ids.get(name, name) for name in here - there}
    gone = [item.span for item in listed.items if _reference(item) in own]
    return places.without(gone) if len(gone) == len(own) else ()


def _reference(item: Node) -> str | None:
    ref = item.get("ref") if isinstance(item, MappingNode) else None
    return canonical(ref.value) if isinstance(ref, Scalar) else None


def _of_list(
    work: Work, theirs: Side, change: Change, place: Span, places: Places
) -> tuple[Edit, ...]:
    """Return the edits that put in and take out items, and leave the others as they are."""
    key, name = change.key, change.field
    wanted: Sequence[Any] = theirs.table[key][name]
    here, there = (_listed(side, key, name) for side in (work.side(), theirs))
    if len(here.values) != len(here.nodes) or len(there.values) != len(there.nodes):
        return ()
    texts = {
        value: _written(value, node, name, work.ids)
        for listed in (there, here)
        for value, node in zip(listed.values, listed.nodes, strict=True)
    }
    if name != "source":
        kept = [one for one in here.values if one in wanted]
        wanted = [*kept, *(one for one in wanted if one not in kept)]
    new = [one for one in wanted if one not in here.values]
    gone = [
        node.span
        for value, node in zip(here.values, here.nodes, strict=True)
        if value not in wanted
    ]
    is_order = [*(one for one in here.values if one in wanted), *new] == list(wanted)
    if is_order and (new or gone) and len(gone) < len(here.nodes):
        edits = places.with_items(place, name, gone, [texts[one] for one in new])
        if edits:
            return edits
    whole = f"[{', '.join(texts[one] for one in wanted)}]" if wanted else None
    return places.with_field(place, name, whole)


def _written(value: Any, node: Node, name: str, ids: Mapping[str, str]) -> str:
    """Return an item of a list in YAML; `ids` are those of claims by the common ones."""
    if name == "contradicts":
        return on_one_line(ids.get(value, value), in_flow=True)
    return flow_text(node)


def _listed(side: Side, key: Key, name: str) -> _Listed:
    part, common = key
    a_map, own = side.reading.map, side.own.get(common, common)
    assert a_map is not None, "only whole maps are merged"
    nodes = items_of(nodes_of(side, key).get(name))
    if part == "claim":
        values = a_map.claims_by_id[own]
        found = {"contradicts": values.contradicts, "tags": values.tags}
        if name in found:
            by_own = {own: name for name, own in side.own.items()}
            return _Listed(tuple(by_own.get(one, one) for one in found[name]), nodes)
        return _Listed(values.citations, nodes)
    argument = a_map.arguments_by_id[own]
    return _Listed(argument.tags if name == "tags" else argument.citations, nodes)

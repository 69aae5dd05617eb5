"""Three versions of a map → their rows by common ids, so that the same part has the same key."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from argmap.comparing.likeness import folded
from argmap.comparing.matching import Matching, matched
from argmap.document.nodes import Mapping as MappingNode
from argmap.document.nodes import Node, Scalar
from argmap.editing.renamed_map import with_other_ids
from argmap.model import Argument, ArgumentMap, Claim, Source
from argmap.reader import Reading
from argmap.reader.written import Kind

# What a row is of, and its id: `("claim", "dogs")`; that of the map itself is empty.
Key = tuple[str, str]
Row = Mapping[str, Any]
Table = dict[Key, Row]
WHOLE: Key = ("map", "")

# How fields are called in the format where that is not how they are called in the model.
_CALLED = {"citations": "source", "theses": "thesis", "expectations": "expect"}
_OF_MAPS = ("title", "description", "language", "theses", "expectations", "audiences", "style")
_SETS = frozenset(("premises", "contradicts", "tags"))
_UNORDERED = _SETS | {"expect", "audiences"}


class Side(NamedTuple):
    """One version: what was read of it, its rows, and its own ids by the common ones."""

    reading: Reading
    table: Table
    own: Mapping[str, str]


def sides_of(base: Reading, ours: Reading, theirs: Reading) -> tuple[Side, Side, Side]:
    """Return the three versions, all of which hold whole maps, with the ids of ours in common."""
    old, here, there = (_map_of(one) for one in (base, ours, theirs))
    to_ours, to_theirs = matched(old, here), matched(old, there)
    taken = {*here.claims_by_id, *here.arguments_by_id}
    of_base = _named(old, {**to_ours.claims, **to_ours.arguments}, taken, "base")
    ids = {new: of_base[one] for one, new in _pairs(to_theirs)}
    ids |= _also_new(ours, theirs, to_ours, ids)
    ids |= _same_steps(here, there, to_ours, ids)
    of_theirs = _named(there, ids, taken | set(of_base.values()), "theirs")
    return (
        side_of(base, of_base),
        side_of(ours, {name: name for name in taken}),
        side_of(theirs, of_theirs),
    )


def side_of(reading: Reading, ids: Mapping[str, str]) -> Side:
    """Return a version by the common ids, which are given by its own."""
    common = with_other_ids(_map_of(reading), Kind.CLAIM_OR_ARGUMENT, ids)
    written = {
        ids[name]: draft.written_id.value if draft.written_id else None
        for draft, name in reading.written.naming.ids.items()
        if name in ids
    }
    table: Table = {("claim", one.id): _row(one, written) for one in common.claims}
    table |= {("argument", one.id): _row(one, written) for one in common.arguments}
    table |= {("source", one.id): _row(one, {}) for one in common.sources}
    whole = {_CALLED.get(key, key): getattr(common, key) for key in _OF_MAPS}
    table[WHOLE] = {key: _value(key, value) for key, value in whole.items()}
    return Side(reading, table, {common: own for own, common in ids.items()})


def included_by(reading: Reading) -> tuple[object, ...]:
    """Return the files that a map includes, by their paths and the names before their ids."""
    fields = reading.written.fields
    found = fields.items("include") if fields else ()
    return tuple(_without_spans(one) for one in found)


def _without_spans(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, MappingNode):
        return [(one.key.value, _without_spans(one.value)) for one in node.entries]
    return [_without_spans(one) for one in node.items]


def meaning(table: Table) -> Counter[object]:
    """Return what a table says, whatever ids claims and arguments have in it."""
    signs: dict[str, object] = {
        name: ("claim", row["text"], row["label"])
        for (part, name), row in table.items()
        if part == "claim"
    }
    # A target may be the step of another argument, and that one's another’s.
    waiting = {name: row for (part, name), row in table.items() if part == "argument"}
    while waiting:
        known = {name: row for name, row in waiting.items() if row["target"] in signs}
        if not known:
            break
        for name, row in known.items():
            premises = frozenset(signs.get(one, one) for one in row["premises"])
            signs[name] = (signs[row["target"]], row["polarity"], premises)
            del waiting[name]
    return Counter(
        (part, name if part == "source" else None, _with_signs(row, signs))
        for (part, name), row in table.items()
    )


def _with_signs(row: Row, signs: Mapping[str, object]) -> object:
    def one(key: str, value: Any) -> object:
        if key in ("premises", "contradicts"):
            return frozenset(signs.get(name, name) for name in value)
        if key == "thesis":
            return tuple(signs.get(name, name) for name in value)
        return signs.get(value, value) if key == "target" else repr(value)

    return tuple((key, one(key, value)) for key, value in row.items() if key != "id")


def _map_of(reading: Reading) -> ArgumentMap:
    assert reading.map is not None, "only whole maps are merged"
    return reading.map


def _row(node: Claim | Argument | Source, written: Mapping[str, str | None]) -> Row:
    row = {
        _CALLED.get(field.name, field.name): getattr(node, field.name)
        for field in fields(node)
        if field.compare
    }
    if row.get("home") is not None:
        # It follows from the verdict there, and is written nowhere.
        row["status"] = None
    return {key: _value(key, value) for key, value in (row | {"id": written.get(node.id)}).items()}


def _value(key: str, value: Any) -> Any:
    """Return a value of which two are equal where they say the same."""
    if key in _SETS:
        value = set(value)
    return tuple(sorted(value, key=repr)) if key in _UNORDERED else value


def _pairs(matching: Matching) -> tuple[tuple[str, str], ...]:
    return (*matching.claims.items(), *matching.arguments.items())


def _named(
    a_map: ArgumentMap, known: Mapping[str, str], taken: set[str], side: str
) -> dict[str, str]:
    """Return the common ids by those of a map; what no other has gets one that is not taken."""
    ids = {}
    used = taken | set(known.values())
    for own in (*a_map.claims_by_id, *a_map.arguments_by_id):
        name = known.get(own, own)
        while own not in known and name in used:
            name = f"{name}-{side}"
        ids[own] = name
        used.add(name)
    return ids


def _also_new(
    ours: Reading, theirs: Reading, to_ours: Matching, ids: Mapping[str, str]
) -> dict[str, str]:
    """Return the claims that both sides have added, by equal ids or else equal texts."""
    old, found = set(to_ours.claims.values()), dict[str, str]()
    left = [one for one in _map_of(ours).claims if one.id not in old]
    new = [one for one in _map_of(theirs).claims if one.id not in ids]
    here, there = (one.written.naming.claim_ids for one in (ours, theirs))

    def have_one_id(one: Claim, other: Claim) -> bool:
        return one.id == other.id and bool(here[one.id].written_id and there[other.id].written_id)

    def have_one_text(one: Claim, other: Claim) -> bool:
        return folded(one.text) == folded(other.text)

    for is_same in (have_one_id, have_one_text):
        for claim in new:
            same = next((one for one in left if is_same(one, claim)), None)
            if same is not None and claim.id not in found:
                found[claim.id] = same.id
                left.remove(same)
    return found


def _same_steps(
    ours: ArgumentMap, theirs: ArgumentMap, to_ours: Matching, ids: Mapping[str, str]
) -> dict[str, str]:
    """Return the arguments that both sides have added: they join the same claims."""
    old, found = set(to_ours.arguments.values()), dict(ids)
    left = [one for one in ours.arguments if one.id not in old]
    for argument in theirs.arguments:
        if argument.id in found:
            continue
        premises = {found.get(name) for name in argument.premises}
        for one in left:
            same = one.target == found.get(argument.target) and set(one.premises) == premises
            if same and one.polarity is argument.polarity:
                found[argument.id] = one.id
                left.remove(one)
                break
    return found

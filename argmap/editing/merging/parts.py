"""What theirs added → items that say it in the text of ours, with references to what is there."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.document.nodes import Mapping as MappingNode
from argmap.document.nodes import Node, Scalar
from argmap.document.text_writing import on_one_line, written_text
from argmap.editing.adding import ROOM, item_lines
from argmap.editing.merging.tables import Key, Side, Table
from argmap.model import Polarity

_NESTED = frozenset(("premises", "arguments", "rebuttals", "backing"))


class Part(NamedTuple):
    """A claim, an argument or a reference to be added: its keys, with values as YAML or parts.

    A text of its own stands under `text` as it is read, and is written as the lines have room.
    """

    keys: "tuple[tuple[str, str | tuple[Part, ...]], ...]"

    def lines(self) -> list[str]:
        """Return it as the item of a list in YAML."""
        return item_lines(self.keys, _entry)

    def in_flow(self) -> str:
        """Return it as it can stand within brackets."""
        if len(self.keys) == 1 and self.keys[0][0] == "text":
            return on_one_line(str(self.keys[0][1]), in_flow=True)
        return "{" + ", ".join(f"{key}: {_flow(key, value)}" for key, value in self.keys) + "}"


def _entry(key: str, value: "str | tuple[Part, ...]") -> list[str]:
    if isinstance(value, str):
        first, *others = written_text(value, 2, ROOM) if key == "text" else [value]
        return [f"{key}: {first}", *others]
    return [f"{key}:", *(f"  {line}" for one in value for line in one.lines())]


def _flow(key: str, value: "str | tuple[Part, ...]") -> str:
    if isinstance(value, str):
        return on_one_line(value, in_flow=True) if key == "text" else value
    return "[" + ", ".join(one.in_flow() for one in value) + "]"


def flow_text(node: Node) -> str:
    """Return what stands in a document on one line, which says the same also within brackets."""
    if isinstance(node, Scalar):
        return node.value if node.absent else on_one_line(node.value, in_flow=True)
    if isinstance(node, MappingNode):
        inside = (
            f"{on_one_line(e.key.value, in_flow=True)}: {flow_text(e.value)}" for e in node.entries
        )
        return "{" + ", ".join(inside) + "}"
    return "[" + ", ".join(map(flow_text, node.items)) + "]"


def field_text(theirs: Side, key: Key, field: str) -> str | None:
    """Return what theirs has in a field as YAML on one line; None where nothing is written."""
    node = nodes_of(theirs, key).get(field)
    return None if node is None else flow_text(node)


def nodes_of(side: Side, key: Key) -> Mapping[str, Node]:
    """Return what is written under the keys of a part of a map."""
    part, name = key
    written = side.reading.written
    if part == "map":
        return written.fields.nodes if written.fields else {}
    if part == "source":
        sources = written.fields.entries("sources") if written.fields else ()
        node = next((one.value for one in sources if one.key.value == name), None)
        inside = node.entries if isinstance(node, MappingNode) else ()
        return {entry.key.value: entry.value for entry in inside}
    naming = written.naming
    own = side.own[name]
    draft = naming.claim_ids[own] if part == "claim" else naming.argument_ids[own]
    return draft.fields.nodes if draft.fields else {}


class Writer:
    """Writes what is new in theirs; each claim where it is first used, elsewhere as a reference."""

    def __init__(self, theirs: Side, new: Table, ids: Mapping[str, str]) -> None:
        """Keep what is `new`; `ids` are those of what is there, by the common ones."""
        self._theirs = theirs
        self._ids = ids
        self._new = new
        self._common = {own: name for name, own in theirs.own.items()}
        self.done: set[Key] = set()

    def argument(self, name: str) -> Part:
        """Return an argument, with what is new of all that it rests on and that bears on it."""
        key = ("argument", name)
        self.done.add(key)
        row = self._theirs.table[key]
        keys: list[tuple[str, str | tuple[Part, ...]]] = [*self._keys(key)]
        own = self._theirs.own[name]
        draft = self._theirs.reading.written.naming.argument_ids[own]
        order = [self._common[one] for one in self._own_premises(own)]
        given = tuple(self.claim(one) for one in order)
        backing, rebuttals = self._bearing(name)
        if draft.fields is None and len(row["premises"]) == 1 and not (backing or rebuttals):
            return given[0]
        keys.append(("premises", given))
        keys += [("backing", backing)] if backing else []
        keys += [("rebuttals", rebuttals)] if rebuttals else []
        return Part(tuple(keys))

    def claim(self, name: str) -> Part:
        """Return a claim with what is new of what bears on it, or a reference to what is there."""
        key = ("claim", name)
        if key not in self._new or key in self.done:
            own = self._ids.get(name, self._theirs.own[name])
            return Part((("ref", on_one_line(own, in_flow=True)),))
        self.done.add(key)
        keys: list[tuple[str, str | tuple[Part, ...]]] = [*self._keys(key)]
        arguments, rebuttals = self._bearing(name)
        keys += [("arguments", arguments)] if arguments else []
        keys += [("rebuttals", rebuttals)] if rebuttals else []
        return Part(tuple(keys))

    def _keys(self, key: Key) -> list[tuple[str, str]]:
        found = [("text", self._theirs.table[key]["text"])] if key[0] == "claim" else []
        for field in nodes_of(self._theirs, key):
            if field not in _NESTED and field != "text":
                value = self._value(key, field)
                found += [(field, value)] if value is not None else []
        return sorted(found, key=lambda pair: pair[0] != "id")

    def _value(self, key: Key, field: str) -> str | None:
        if field != "contradicts":
            return field_text(self._theirs, key, field)
        names = (self._ids.get(one, one) for one in self._theirs.table[key][field])
        return f"[{', '.join(on_one_line(one, in_flow=True) for one in names)}]"

    def _bearing(self, name: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """Return the new arguments for something, and those against it."""
        sides: dict[Polarity, list[Part]] = {one: [] for one in Polarity}
        for (part, other), row in self._new.items():
            if part == "argument" and row["target"] == name and (part, other) not in self.done:
                sides[row["polarity"]].append(self.argument(other))
        return tuple(sides[Polarity.SUPPORT]), tuple(sides[Polarity.ATTACK])

    def _own_premises(self, own: str) -> tuple[str, ...]:
        a_map = self._theirs.reading.map
        assert a_map is not None, "only whole maps are merged"
        return a_map.arguments_by_id[own].premises

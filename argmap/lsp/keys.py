"""Which record of the grammar each mapping of a tree is, and so what its keys mean."""

from collections.abc import Iterator

from argmap.document.nodes import Entry, Mapping, Node, Scalar, Sequence
from argmap.grammar import MAP, RECORDS
from argmap.kinds.block import Block
from argmap.kinds.cited import Cited
from argmap.kinds.kind import Kind
from argmap.kinds.list_of import ListOf
from argmap.kinds.map_of import MapOf
from argmap.kinds.one_or_many import OneOrMany
from argmap.kinds.reason import Reason
from argmap.kinds.record import Field, Record
from argmap.kinds.statement import Statement
from argmap.kinds.word_or_block import WordOrBlock

CLAIM, REFERENCE, ARGUMENT = (RECORDS[name] for name in ("claim", "reference", "argument"))


def keys_in(root: Mapping) -> Iterator[tuple[Entry, Field]]:
    """Yield every key of a map that the grammar knows at its place, and what it means there."""
    waiting: list[tuple[Mapping, Record]] = [(root, MAP)]
    while waiting:
        mapping, record = waiting.pop()
        for entry in mapping.entries:
            field = record.field(entry.key.value)
            if field is not None:
                yield entry, field
                waiting += _below(entry.value, field.kind)


def records_of(kind: Kind) -> tuple[Record, ...]:
    """Return what a mapping may be where a kind is wanted."""
    if isinstance(kind, Statement):
        return CLAIM, REFERENCE
    if isinstance(kind, Reason):
        return ARGUMENT, CLAIM, REFERENCE
    if isinstance(kind, Cited):
        return (RECORDS["citation"],)
    if isinstance(kind, Block | WordOrBlock):
        return (RECORDS[kind.record],)
    return ()


def item_of(kind: Kind) -> Kind | None:
    """Return what an item of a list is where a kind is wanted, None where no list is."""
    return kind.item if isinstance(kind, ListOf | OneOrMany) else None


def lone_of(kind: Kind) -> Kind:
    """Return what may stand for a list of one, else the kind itself."""
    return kind.item if isinstance(kind, OneOrMany) else kind


def record_of(keys: Iterator[str], kind: Kind) -> Record | None:
    """Return which record the keys of a mapping speak for; the first one in doubt."""
    candidates = records_of(kind)
    names = set(keys)
    if CLAIM in candidates and "ref" in names:
        return REFERENCE
    if ARGUMENT in candidates and CLAIM in candidates and "text" in names:
        return CLAIM
    return candidates[0] if candidates else None


def _below(node: Node, kind: Kind) -> Iterator[tuple[Mapping, Record]]:
    """Yield the mappings that a value holds, and what each is."""
    item = item_of(kind)
    if isinstance(node, Sequence) and item is not None:
        for one in node.items:
            yield from _below_item(one, item)
    elif isinstance(node, Mapping) and isinstance(kind, MapOf):
        for entry in node.entries:
            yield from _below_item(entry.value, kind.value_kind)
    elif not isinstance(node, Scalar):
        yield from _below_item(node, lone_of(kind))


def _below_item(node: Node, kind: Kind) -> Iterator[tuple[Mapping, Record]]:
    if isinstance(node, Mapping):
        record = record_of((entry.key.value for entry in node.entries), kind)
        if record is not None:
            yield node, record

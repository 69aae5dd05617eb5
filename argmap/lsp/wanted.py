"""What the grammar wants at a place, found by the keys and the dashes that lead there."""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.grammar import MAP
from argmap.kinds.kind import Kind
from argmap.kinds.map_of import MapOf
from argmap.kinds.record import Field, Record
from argmap.lsp.keys import item_of, lone_of, records_of

DASH = "-"


class Wanted(NamedTuple):
    """The kinds of value that may stand at a place, the records it may be, and its own field."""

    kinds: tuple[Kind, ...]
    records: tuple[Record, ...] = ()
    field: Field | None = None

    def under(self, step: str) -> "Wanted":
        """Return what is wanted under a key, or in an item of a list."""
        if step == DASH:
            kinds = [item for kind in self.kinds if (item := item_of(kind)) is not None]
            return _of(kinds, self.field)
        fields = [found for one in self.records if (found := one.field(step)) is not None]
        kinds = [field.kind for field in fields]
        kinds += [kind.value_kind for kind in self.kinds if isinstance(kind, MapOf)]
        return _of(kinds, fields[0] if fields else None)

    def keys(self, present: frozenset[str]) -> tuple[Field, ...]:
        """Return the keys that may be written beside those that are there."""
        fitting = [one for one in self.records if present <= frozenset(one.names)]
        found: dict[str, Field] = {}
        for record in fitting or self.records:
            taken = present
            for group in (record.not_together, record.one_of):
                if present.intersection(group):
                    taken |= frozenset(group)
            for field in record.fields:
                if field.name not in taken:
                    found.setdefault(field.name, field)
        return tuple(found.values())


WHOLE = Wanted((), (MAP,))


def _of(kinds: Iterable[Kind], field: Field | None) -> Wanted:
    kinds = tuple(dict.fromkeys(kinds))
    records = dict.fromkeys(one.name for kind in kinds for one in records_of(lone_of(kind)))
    known = {one.name: one for kind in kinds for one in records_of(lone_of(kind))}
    return Wanted(kinds, tuple(known[name] for name in records), field)

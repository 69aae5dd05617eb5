"""A mapping → its fields, checked against a record of the grammar."""

from typing import NamedTuple

from argmap.document import Entry, Mapping, Node, Scalar, Sequence
from argmap.faults import Fault, FaultLog
from argmap.kinds.record import Record
from argmap.reader.unknown_keys import is_fragment, report_unknown
from argmap.source import Span

_NEEDED = {
    "ref": "write “ref:” and the id of what is meant",
    "map": "write “map:” and what the map is called in which the claim is argued",
    "file": "write “file:” and its path from the folder of this file",
}


class Fields(NamedTuple):
    """The sound fields of a mapping: what the grammar does not allow is left out and reported."""

    nodes: dict[str, Node]
    span: Span

    def scalar(self, name: str) -> Scalar | None:
        """Return the scalar under `name`, or None."""
        node = self.nodes.get(name)
        return node if isinstance(node, Scalar) else None

    def text(self, name: str) -> str | None:
        """Return the text under `name`, or None."""
        scalar = self.scalar(name)
        return scalar.value if scalar else None

    def items(self, name: str) -> tuple[Node, ...]:
        """Return the items of the list under `name`; a lone item is a list of one."""
        node = self.nodes.get(name)
        if node is None:
            return ()
        return node.items if isinstance(node, Sequence) else (node,)

    def scalars(self, name: str) -> tuple[Scalar, ...]:
        """Return the scalars of the list under `name`."""
        return tuple(item for item in self.items(name) if isinstance(item, Scalar))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of the list under `name`."""
        return tuple(scalar.value for scalar in self.scalars(name))

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Return the entries of the mapping under `name`."""
        node = self.nodes.get(name)
        return node.entries if isinstance(node, Mapping) else ()

    def span_of(self, name: str) -> Span | None:
        """Return where the value under `name` is written."""
        node = self.nodes.get(name)
        return node.span if node else None


def fields_of(
    mapping: Mapping, record: Record, *, log: FaultLog, called: str | None = None
) -> Fields:
    """Return the fields of `mapping` that the record knows and whose values are of their kind.

    `called` is the key under which an author has put it, such as that of a source.
    """
    nodes: dict[str, Node] = {}
    misspelt: list[tuple[Entry, str]] = []
    fields = [None if is_fragment(one) else record.field(one.key.value) for one in mapping.entries]
    if None in fields:
        misspelt = list(report_unknown(mapping, record, log=log, called=called))
    for entry, field in zip(mapping.entries, fields, strict=True):
        if field is not None:
            checked = field.kind.checked(entry.value, field.name, log=log)
            if checked is not None:
                nodes[field.name] = checked
    for entry, meant in misspelt:
        # It is read as what is meant, so that what it holds is not missed elsewhere.
        field = record.field(meant)
        if field is not None and meant not in nodes:
            checked = field.kind.checked(entry.value, meant, log=FaultLog())
            if checked is not None:
                nodes[meant] = checked
    for field in record.required:
        advice = _NEEDED.get(field.name)
        if advice is not None and mapping.get(field.name) is None:
            message = f"{record.noun} needs “{field.name}”"
            log.report(Fault.MISSING_TEXT, mapping.span, message, help=advice)
    return Fields(nodes, mapping.span)

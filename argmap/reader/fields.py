"""A mapping → its fields, checked against a record of the grammar."""

import re
from dataclasses import dataclass, replace

from argmap.document import Entry, Mapping, Node, Scalar, Sequence
from argmap.document.quoting import as_scalar
from argmap.faults import Fault, FaultLog, quoted
from argmap.kinds import (
    Block,
    Choice,
    Fraction,
    Identifier,
    Kind,
    ListOf,
    MapOf,
    Number,
    OneOrMany,
    Record,
    Single,
    Whole,
    WordOrBlock,
)
from argmap.reader.complaints import complaint_of
from argmap.reader.unknown_keys import is_fragment, report_unknown
from argmap.source import Span
from argmap.values import canonical, is_shown

_DASH_ALONE = re.compile(r"-\w")
_LONGEST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Fields:
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
    misspelt = list(report_unknown(mapping, record, log=log, called=called))
    for entry in mapping.entries:
        field = record.field(entry.key.value)
        if field is not None and not is_fragment(entry):
            checked = _checked(entry.value, field.kind, field.name, log=log)
            if checked is not None:
                nodes[field.name] = checked
    for entry, meant in misspelt:
        # It is read as what is meant, so that what it holds is not missed elsewhere.
        field = record.field(meant)
        if field is not None and meant not in nodes:
            checked = _checked(entry.value, field.kind, meant, log=FaultLog())
            if checked is not None:
                nodes[meant] = checked
    for field in record.fields:
        if field.required and mapping.get(field.name) is None and field.name == "ref":
            message = f"{record.noun} needs “{field.name}”"
            advice = "write “ref:” and the id of what is meant"
            log.report(Fault.MISSING_TEXT, mapping.span, message, help=advice)
    return Fields(nodes, mapping.span)


def _checked(node: Node, kind: Kind, name: str, *, log: FaultLog) -> Node | None:
    if isinstance(kind, OneOrMany):
        if not isinstance(node, Sequence):
            return _checked(node, kind.item, name, log=log)
        return _checked_list(node, kind.item, name, log=log)
    if isinstance(kind, ListOf):
        return _checked_list_of(node, kind, name, log=log)
    if isinstance(kind, MapOf):
        return _checked_map(node, kind, name, log=log)
    if isinstance(kind, WordOrBlock):
        if isinstance(node, Mapping):
            return node
        return checked_scalar(node, kind.choice, name, log=log)
    if isinstance(kind, Block):
        return _checked_block(node, name, log=log)
    if isinstance(kind, Single):
        return checked_scalar(node, kind, name, log=log)
    # Statements, reasons and citations are looked into by those who read them.
    return node


def _checked_list_of(node: Node, kind: ListOf, name: str, *, log: FaultLog) -> Node | None:
    if not isinstance(node, Sequence):
        message = f"“{name}” should be a list, not {kind_of(node)}"
        log.report(Fault.WRONG_KIND, node.span, message, help=_as_list(node, name))
        return None
    if len(node.items) < kind.least:
        message = f"“{name}” is empty; it needs at least one item"
        if node.items:
            message = f"“{name}” needs {kind.least} items"
        log.report(Fault.BAD_VALUE, node.span, message)
        return None
    if kind.most is not None and len(node.items) > kind.most:
        message = f"“{name}” has {len(node.items)} items; it takes {kind.most}"
        log.report(Fault.BAD_VALUE, node.span, message)
        return None
    return _checked_list(node, kind.item, name, log=log)


def _as_list(node: Node, name: str) -> str:
    advice = "write each item on a line of its own, with “- ” before it"
    if not isinstance(node, Scalar) or len(node.value) > _LONGEST_SHOWN:
        return advice
    if node.absent:
        return f"{advice}, or remove “{name}:”"
    if node.plain and _DASH_ALONE.match(node.value):
        return "a space is missing after the dash: write “- ” before each item"
    return "\n".join([f"{advice}:", f"{name}:", f"  - {as_scalar(node.value)}"])


def _checked_list(node: Sequence, kind: Kind, name: str, *, log: FaultLog) -> Sequence:
    checked = (_checked(item, kind, name, log=log) for item in node.items)
    return Sequence(tuple(item for item in checked if item is not None), node.span)


def _checked_map(node: Node, kind: MapOf, name: str, *, log: FaultLog) -> Node | None:
    if not isinstance(node, Mapping):
        message = f"“{name}” should have keys of its own, not {kind_of(node)}"
        advice = f"write the id of {kind.key.of}, a colon and a value on each line, indented"
        if name == "sources":
            advice = "\n".join(
                ["give each source a key:", "sources:", "  smith2020:", "    title: …"]
            )
        log.report(Fault.WRONG_KIND, node.span, message, help=advice)
        return None
    entries = []
    for entry in node.entries:
        key = checked_scalar(entry.key, kind.key, name, log=log)
        value = _checked(entry.value, kind.value, entry.key.value, log=log)
        if key is not None and value is not None:
            entries.append(Entry(key, value))
    return Mapping(tuple(entries), node.span)


def _checked_block(node: Node, name: str, *, log: FaultLog) -> Node | None:
    if isinstance(node, Mapping):
        return node
    message = f"{quoted(name)} should have keys of its own, not {kind_of(node)}"
    log.report(Fault.WRONG_KIND, node.span, message, help="write its keys below it, indented")
    return None


def checked_scalar(node: Node, kind: Single, name: str, *, log: FaultLog) -> Scalar | None:
    """Return the scalar where it is of its kind; None after reporting where it is not."""
    if not isinstance(node, Scalar):
        message = f"{quoted(name)} should be {_wanted(kind)}, not {kind_of(node)}"
        advice = "put the text in quotes if it has a colon or begins with a bracket or a dash"
        log.report(Fault.WRONG_KIND, node.span, message, help=advice)
        return None
    if node.absent or not is_shown(node.value):
        fault = Fault.MISSING_TEXT if name == "text" and node.absent else Fault.EMPTY_TEXT
        is_blank = node.absent or not node.value.strip()
        what = "no value" if is_blank else "only invisible characters"
        message = f"{quoted(name)} has {what}"
        log.report(fault, node.span, message, help="write one, or remove the key")
        return None
    complaint = complaint_of(node.value, kind, name)
    if complaint:
        log.report(Fault.BAD_VALUE, node.span, f"{quoted(name)}: {complaint[0]}", help=complaint[1])
        return None
    if isinstance(kind, Identifier) and not (kind.as_written or node.value.isascii()):
        return replace(node, value=canonical(node.value))
    return node


def kind_of(node: Node) -> str:
    """Return what an author would call the node."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a mapping with keys"
    return "nothing" if node.absent else "a text"


def _wanted(kind: Single) -> str:
    if isinstance(kind, Fraction | Number | Whole):
        return "a number"
    if isinstance(kind, Choice):
        return "one of " + ", ".join(kind.words)
    return f"the id of {kind.of}" if isinstance(kind, Identifier) else "a text"

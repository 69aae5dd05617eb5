"""A mapping from ids of the author's to values of one kind."""

from dataclasses import dataclass
from typing import Any

from argmap.document import Entry, Mapping, Node
from argmap.faults import Fault, FaultLog, quoted
from argmap.kinds.identifier import Identifier
from argmap.kinds.kind import Kind, Schema, called
from argmap.source import Span


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from ids of the author's to values of one kind."""

    key: Identifier
    value_kind: Kind

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Mapping | None:
        """Return the mapping of the entries that are sound; None after reporting otherwise."""
        if not isinstance(node, Mapping):
            message = f"“{name}” should have keys of its own, not {called(node)}"
            log.report(Fault.WRONG_KIND, node.span, message, help=self._advice(name))
            return None
        entries = []
        for entry in node.entries:
            key = self.key.checked(entry.key, name, log=log)
            value = self.value_kind.checked(entry.value, entry.key.value, log=log)
            if key is not None and value is not None:
                entries.append(Entry(key, value))
        return Mapping(tuple(entries), node.span)

    def value(self, node: Node) -> Any:
        """Return pairs of a key and a value."""
        entries = node.entries if isinstance(node, Mapping) else ()
        return tuple((one.key.value, self.value_kind.value(one.value)) for one in entries)

    def from_word(self, text: str, span: Span) -> Node:
        """Return the mapping that pairs such as `economy=#1b9e77` between commas stand for.

        Raise ValueError where one has no value.
        """
        if lone := next((one.strip() for one in text.split(",") if "=" not in one), None):
            raise ValueError(f"{quoted(lone)} has no value; write {lone}=… without blanks")
        pairs = [one.strip().rpartition("=")[::2] for one in text.split(",")]
        return Mapping(
            tuple(
                Entry(self.key.from_word(key, span), self.value_kind.from_word(value, span))
                for key, value in pairs
            ),
            span,
        )

    def _advice(self, name: str) -> str:
        if name == "sources":
            return "\n".join(
                ["give each source a key:", "sources:", "  smith2020:", "    title: …"]
            )
        return f"write the id of {self.key.of}, a colon and a value on each line, indented"

    def schema(self) -> Schema:
        """Return the schema of such mappings."""
        return {
            "type": "object",
            "propertyNames": self.key.schema(),
            "additionalProperties": self.value_kind.schema(),
        }

    def manual(self) -> str:
        """Return what the mapping is called in the manual."""
        return f"{self.key.manual()} → {self.value_kind.manual()}"

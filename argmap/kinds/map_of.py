"""A mapping from ids of the author's to values of one kind."""

from dataclasses import dataclass

from argmap.document import Entry, Mapping, Node
from argmap.faults import Fault, FaultLog
from argmap.kinds.identifier import Identifier
from argmap.kinds.kind import Kind, Schema, called, definition


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from ids of the author's to values of one kind."""

    key: Identifier
    value: Kind

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Mapping | None:
        """Return the mapping of the entries that are sound; None after reporting otherwise."""
        if not isinstance(node, Mapping):
            message = f"“{name}” should have keys of its own, not {called(node)}"
            log.report(Fault.WRONG_KIND, node.span, message, help=self._advice(name))
            return None
        entries = []
        for entry in node.entries:
            key = self.key.checked(entry.key, name, log=log)
            value = self.value.checked(entry.value, entry.key.value, log=log)
            if key is not None and value is not None:
                entries.append(Entry(key, value))
        return Mapping(tuple(entries), node.span)

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
            "propertyNames": definition("identifier"),
            "additionalProperties": self.value.schema(),
        }

    def manual(self) -> str:
        """Return what the mapping is called in the manual."""
        return f"{self.key.manual()} → {self.value.manual()}"

"""A mapping with the fields of a record."""

from dataclasses import dataclass

from argmap.document import Mapping, Node
from argmap.faults import Fault, FaultLog, quoted
from argmap.kinds.kind import Schema, called, definition
from argmap.kinds.looked_into import LookedInto
from argmap.kinds.manual_links import manual_link


@dataclass(frozen=True, slots=True)
class Block(LookedInto):
    """A mapping with the fields of the record of this name."""

    record: str

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Mapping | None:
        """Return the mapping, whose fields those check who read it; None after reporting."""
        if isinstance(node, Mapping):
            return node
        message = f"{quoted(name)} should have keys of its own, not {called(node)}"
        log.report(Fault.WRONG_KIND, node.span, message, help="write its keys below it, indented")
        return None

    def schema(self) -> Schema:
        """Return the reference to the definition of the record."""
        return definition(self.record)

    def manual(self) -> str:
        """Return what the record is called in the manual."""
        return manual_link(self.record)

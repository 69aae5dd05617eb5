"""What one word says, or a mapping with the fields of a record says more exactly."""

from dataclasses import dataclass

from argmap.document import Mapping, Node
from argmap.faults import FaultLog
from argmap.kinds.choice import Choice
from argmap.kinds.kind import Schema, definition
from argmap.kinds.looked_into import LookedInto
from argmap.kinds.manual_links import manual_link
from argmap.kinds.single import Single


@dataclass(frozen=True, slots=True)
class WordOrBlock(LookedInto):
    """A value in a word, or a mapping with the fields of the record of this name."""

    word: Single
    record: str

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words among which one is chosen, none where any may be written."""
        return self.word.words if isinstance(self.word, Choice) else ()

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Node | None:
        """Return the mapping or the word; None after reporting where it is neither."""
        return node if isinstance(node, Mapping) else self.word.checked(node, name, log=log)

    def schema(self) -> Schema:
        """Return the schema of the words and of the record."""
        block = definition(self.record)
        return {"if": {"type": "object"}, "then": block, "else": self.word.schema()}

    def manual(self) -> str:
        """Return the words as the manual shows them, and where the record is described."""
        return f"{self.word.manual()}, or {manual_link(self.record)}"

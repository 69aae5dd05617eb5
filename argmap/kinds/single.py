"""What is written as one scalar: what all such kinds share."""

from typing import Any

from argmap.document import Node, Scalar
from argmap.document.rewriting import instead
from argmap.faults import Fault, FaultLog, quoted
from argmap.kinds.kind import Complaint, Schema, called
from argmap.source import Span
from argmap.values import is_shown


class Single:
    """A kind whose values are scalars."""

    __slots__ = ()
    # What a message calls such a value.
    wanted = "a text"

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Scalar | None:
        """Return the scalar where it is of its kind; None after reporting where it is not."""
        if not isinstance(node, Scalar):
            message = f"{quoted(name)} should be {self.wanted}, not {called(node)}"
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
        complaint = self.complaint(node.value, name)
        if complaint:
            message = f"{quoted(name)}: {complaint[0]}"
            meant = self.meant(node.value)
            fix = () if meant is None else instead(node, meant)
            log.report(Fault.BAD_VALUE, node.span, message, help=complaint[1], fix=fix)
            return None
        return self.settled(node)

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with the value under the key `name` and what to do, or None."""
        raise NotImplementedError

    def meant(self, value: str) -> str | None:
        """Return the one sound value that a value which is none stands for, or None."""
        return None

    def settled(self, node: Scalar) -> Scalar:
        """Return a sound scalar in the one form that its value has."""
        return node

    def value(self, node: Node) -> Any:
        """Return the text of the scalar, or what it stands for."""
        return text_in(node)

    def from_word(self, text: str, span: Span) -> Scalar:
        """Return the word as a scalar."""
        return Scalar(text, span, plain=False)

    def schema(self) -> Schema:
        """Return the JSON Schema of such values."""
        raise NotImplementedError

    def manual(self) -> str:
        """Return what such values are in the words of the manual."""
        raise NotImplementedError


def text_in(node: Node) -> str:
    """Return the text of a scalar; a node of another kind says nothing."""
    return node.value if isinstance(node, Scalar) else ""

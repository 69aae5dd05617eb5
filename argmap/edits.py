"""A change of a text, as a value."""

from dataclasses import dataclass

from argmap.source import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` in the place of what stands at `span`; at an empty span it is put in."""

    span: Span
    text: str

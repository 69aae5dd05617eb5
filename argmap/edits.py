"""A change of a text, as a value."""

from typing import NamedTuple

from argmap.source import Span


class Edit(NamedTuple):
    """`text` in the place of what stands at `span`; at an empty span it is put in."""

    span: Span
    text: str

"""YAML text → a tree of scalars, sequences and mappings that know where they are written.

The tree holds what the author wrote: scalars stay text (`no` is “no”, `1.10` is “1.10”), and what
the format does without (aliases, tags, several documents) is a fault with its place.
"""

from argmap.document.nodes import Entry, Mapping, Node, Scalar, Sequence
from argmap.document.parsing import Document, parse
from argmap.document.reading import LARGEST, read_file, read_stream

__all__ = [
    "LARGEST",
    "Document",
    "Entry",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "parse",
    "read_file",
    "read_stream",
]

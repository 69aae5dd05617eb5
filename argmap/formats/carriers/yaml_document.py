"""YAML of other notations → a tree with places, and what readers ask of it."""

from collections.abc import Callable
from typing import TypeAlias

from argmap.document import Entry, Mapping, Node, Scalar, Sequence
from argmap.document.parsing import parse
from argmap.faults import Fault, FaultLog
from argmap.formats.carriers.decoding import reading_of
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.values import is_text

ReadTree: TypeAlias = Callable[[Mapping, FaultLog, Losses], ArgumentMap | None]


def read_tree(data: str | bytes, *, file: str, read: ReadTree) -> Reading:
    """Return what `read` makes of a document, with all faults and losses in the order of the file.

    `read` gets the mapping at the root, the log of faults, and the tally of what a map cannot
    hold. It returns None after a fault.
    """
    document = parse(data, file=file)
    root = document.root

    def made(log: FaultLog, losses: Losses) -> ArgumentMap | None:
        return read(root, log, losses) if isinstance(root, Mapping) else None

    return reading_of(made, file=file, text=document.text, found=document.diagnostics)


def entries_of(node: Node | None, what: str, log: FaultLog) -> tuple[Entry, ...]:
    """Return the entries of a mapping, none of what is absent; report anything else."""
    if isinstance(node, Mapping):
        return node.entries
    if not _is_absent(node):
        _report(node, f"{what} should be a mapping", log)
    return ()


def items_of(node: Node | None) -> tuple[Node, ...]:
    """Return the items of a list; a lone item is a list of one, what is absent of none."""
    if node is None or _is_absent(node):
        return ()
    return node.items if isinstance(node, Sequence) else (node,)


def scalars_of(node: Node | None, what: str, log: FaultLog) -> tuple[Scalar, ...]:
    """Return the texts of a list or a lone text; report what is none."""
    items = items_of(node)
    for item in items:
        if not isinstance(item, Scalar):
            _report(item, f"{what} should be a text or a list of texts", log)
    return tuple(item for item in items if isinstance(item, Scalar))


def scalar_of(node: Node | None, what: str, log: FaultLog) -> Scalar | None:
    """Return a single text, or None where there is none; report a list or a mapping."""
    if isinstance(node, Scalar):
        return None if node.absent or not is_text(node.value) else node
    if not _is_absent(node):
        _report(node, f"{what} should be a text", log)
    return None


def text_of(node: Node | None, what: str, log: FaultLog) -> str | None:
    """Return a single text without white space at its ends, as `scalar_of` finds it."""
    scalar = scalar_of(node, what, log)
    return scalar.value.strip() if scalar else None


def _is_absent(node: Node | None) -> bool:
    return node is None or (isinstance(node, Scalar) and node.absent)


def _report(node: Node | None, message: str, log: FaultLog) -> None:
    if node is not None:
        log.report(Fault.WRONG_KIND, node.span, message)

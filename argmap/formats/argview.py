"""The YAML of dsanson’s argmap, which is argview today, and of its forks → ArgumentMap.

https://github.com/dsanson/argmap describes it: the key of a claim is its text, the keys below are
those of its reasons, and below each of them stand the claims that it consists of. A reason whose
key begins with `o` or `-` is an objection; a claim whose key begins with `-` is unstated. A claim
may have a `note`, a reason a `label` and a `strength` from 1 to 5.
"""

import re
from collections.abc import Iterator
from typing import Any

from argmap.document import Entry, Mapping, Node, Sequence
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.yaml_document import entries_of, read_tree, text_of
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap, Polarity
from argmap.reader import Reading
from argmap.source import Span
from argmap.values import one_line

KEEPS: frozenset[str] = frozenset()
MOST_STRENGTH = 5
_OWN_MARK = re.compile(r"^argmap\s*:", re.MULTILINE)
_START = re.compile(r"^[ ]+(?:[ro]-?\d+|reason\d*|objection\d*):[ ]*\r?$", re.MULTILINE)
_NOTE, _LABEL, _STRENGTH = "note", "label", "strength"


def recognises(text: str) -> bool:
    """Return whether a text seems to have claims for keys, with reasons such as `r1:` below."""
    return _START.search(text) is not None and _OWN_MARK.search(text) is None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a text holds, or the faults that keep it from being one."""
    return read_tree(text, file=file, read=_read)


def _read(root: Mapping, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    reader = _Reader(ForeignGraph(root.span.file, log, losses))
    theses = [name for name in map(reader.claim, root.entries) if name is not None]
    return reader.built(theses)


class _Reader:
    """Adds claims and reasons to one graph; claims with the same text are one."""

    def __init__(self, graph: ForeignGraph) -> None:
        self._graph = graph
        self._said: dict[str, Span] = {}
        self._stated: set[str] = set()
        self._notes: dict[str, str] = {}
        self._number = 0

    def built(self, theses: list[str]) -> ArgumentMap | None:
        """Return the map, or None after a fault."""
        for text, span in self._said.items():
            unstated = text not in self._stated
            self._graph.claim(text, text, span, unstated=unstated, note=self._notes.get(text))
        return self._graph.built(theses=list(dict.fromkeys(theses)))

    def claim(self, entry: Entry) -> str | None:
        """Add a claim with all that bears on it; return its text, or None after a fault."""
        key = entry.key.value
        text = one_line(key.removeprefix("-"))
        if not text:
            message = "a claim is expected here, but there is nothing"
            self._graph.log.report(Fault.EMPTY_TEXT, entry.key.span, message)
            return None
        self._said.setdefault(text, entry.key.span)
        if not key.startswith("-"):
            self._stated.add(text)
        for reason in self._entries(entry.value, text):
            if reason.key.value == _NOTE:
                note = text_of(reason.value, "a note", self._graph.log)
                if note is not None:
                    self._notes[text] = note
            else:
                self._reason(reason, text)
        return text

    def _reason(self, entry: Entry, target: str) -> None:
        premises: list[str | None] = []
        fields: dict[str, Any] = {}
        for below in self._entries(entry.value, entry.key.value):
            if below.key.value in (_LABEL, _NOTE):
                name = below.key.value
                fields[name] = text_of(below.value, f"a {name}", self._graph.log)
            elif below.key.value == _STRENGTH:
                fields[_STRENGTH] = self._strength(below.value)
            else:
                premises.append(self.claim(below))
        if not premises:
            self._graph.losses.say("reasons without a claim are left out", entry.key.span)
            return
        self._number += 1
        self._graph.argument(
            f"reason {self._number}",
            [premise for premise in premises if premise is not None],
            target,
            entry.key.span,
            polarity=Polarity.ATTACK if entry.key.value[:1] in "o-" else Polarity.SUPPORT,
            **fields,
        )

    def _entries(self, node: Node, key: str) -> Iterator[Entry]:
        """Yield what stands below a key; an empty list says as well that there is nothing."""
        if isinstance(node, Sequence) and not node.items:
            return
        yield from entries_of(node, f"what stands below {quoted(key)}", self._graph.log)

    def _strength(self, node: Node) -> float | None:
        """Return a strength from 1 to 5 as a share of the most."""
        written = text_of(node, "a strength", self._graph.log)
        if written is None:
            return None
        if not re.fullmatch(r"[1-5]", written):
            message = f"{quoted(written)} is no strength; it is a number from 1 to {MOST_STRENGTH}"
            self._graph.log.report(Fault.BAD_VALUE, node.span, message)
            return None
        return int(written) / MOST_STRENGTH

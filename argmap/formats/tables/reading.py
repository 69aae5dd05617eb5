"""What tables say of claims, arguments and lines → a graph in the making."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.formats.graphs.labelled import LabelledGraph
from argmap.formats.graphs.relations import Relation, relation_in
from argmap.formats.losses import Losses
from argmap.formats.tables.nodes import SOURCE, SOURCE_COLUMNS
from argmap.formats.tables.sources import SourceReader
from argmap.formats.tables.tags import tags_in
from argmap.source import Span
from argmap.values import canonical, is_id, is_link, is_shown
from argmap.weighing import STRENGTHS, Standard, Status

_YES = ("yes", "true", "1", "1.0", "x", "y", "ja", "on")
_NO = ("", "no", "false", "0", "0.0", "n", "nein", "off")
_ARGUMENTS = ("argument", "step", "s-node", "scheme")
# Steps by the names of AIF, whatever stands in their boxes.
_INFERENCES = ("ra", "ra-node", "ra node", "inference")
_CONFLICTS = ("ca", "ca-node", "ca node", "conflict")
_SCHEMES = (*_INFERENCES, *_CONFLICTS)
_THESES = ("thesis", "contention", "main claim", "major claim", "majorclaim", "conclusion")
# What says no more than that it is one.
_CLAIMS = ("claim", "node", "statement", "i-node", "i node", "i", *_ARGUMENTS)
_STATUSES, _STANDARDS, _RELATIONS = map(frozenset, ([*Status], [*Standard], [*Relation]))
_OF_CLAIMS = (
    *("label", "status", "credence", "given", "standard", "unstated", "group", "link", "note"),
    "question",
)
_OF_ARGUMENTS = ("label", "scheme", "strength", "value", "note", "question")


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of a node, by our names of columns; what is empty is missing.

    `is_ours` says that it was written by argmap, so that the names are ids.
    """

    name: str
    said: Mapping[str, str]
    span: Span
    is_ours: bool = False


class TableReader:
    """Adds what rows say to a graph."""

    def __init__(self, graph: LabelledGraph) -> None:
        """Begin without theses, which are told only where somebody marks them."""
        self.graph = graph
        self.sources = SourceReader(graph.log, graph.losses)
        self.theses: list[str] | None = None
        self._losses: Losses = graph.losses

    def take_all(self, rows: Iterable[Row]) -> None:
        """Add what all rows say; what they cite is known before."""
        nodes = []
        for row in rows:
            if row.name.startswith(SOURCE) and row.said.get("kind") == "source":
                self.sources.take(row.name, row.said, row.span)
            else:
                nodes.append(row)
        for row in nodes:
            self.take(row)
        self.sources.tell_the_rest()

    def take(self, row: Row) -> None:
        """Add what a row says: a claim, or an argument."""
        kind = row.said.get("kind", "").strip().casefold()
        wanted = row.name if row.is_ours and is_id(canonical(row.name)) else None
        text = row.said.get("text")
        if kind in _SCHEMES or (kind in _ARGUMENTS and text is None):
            fields = self._fields(row, _OF_ARGUMENTS)
            if text is not None and text.strip().casefold() not in _SCHEMES:
                fields.setdefault("label", text)
            against = kind in _CONFLICTS
            self.graph.step(row.name, row.span, wanted=wanted, against=against, **fields)
            return
        fields = self._fields(row, _OF_CLAIMS)
        if text is None and not row.is_ours:
            text = fields.pop("label", None) or row.name
        is_thesis = kind in _THESES or self._truth(row, "thesis")
        if is_thesis or (row.is_ours and self.theses is None):
            self.theses = self.theses or []
        if is_thesis and self.theses is not None:
            self.theses.append(row.name)
        if kind and kind not in (*_CLAIMS, *_THESES) and relation_in(kind) is None:
            fields["tags"] = (row.said["kind"].strip(), *fields["tags"])
        self.graph.claim(row.name, text or "", row.span, wanted=wanted, **fields)

    def _fields(self, row: Row, names: tuple[str, ...]) -> dict[str, Any]:
        readers: Mapping[str, Callable[[Row, str], Any]] = {
            "status": self._status,
            "standard": self._standard,
            "credence": self._fraction,
            "given": self._fraction,
            "strength": self._strength,
            "unstated": self._truth,
            "question": self._id,
            "link": self._link,
        }
        fields = {name: readers.get(name, _text)(row, name) for name in names if name in row.said}
        tags = tuple(tags_in(row.said.get("tags", "")))
        for name in row.said:
            if name in (*_OF_CLAIMS, *_OF_ARGUMENTS, *SOURCE_COLUMNS) and name not in names:
                self._tell(row, name)
        known = {name: value for name, value in fields.items() if value is not None}
        return known | {"tags": tags, "citations": self.sources.of(row.name)}

    def _status(self, row: Row, name: str) -> Status | None:
        word = row.said[name].strip().casefold()
        return Status(word) if word in _STATUSES else self._tell(row, name)

    def _standard(self, row: Row, name: str) -> Standard | None:
        word = row.said[name].strip().casefold()
        return Standard(word) if word in _STANDARDS else self._tell(row, name)

    def _fraction(self, row: Row, name: str) -> float | None:
        try:
            number = float(row.said[name])
        except ValueError:
            number = -1.0
        if 0 <= number <= 1:
            return number
        self._tell(row, name)
        return None

    def _strength(self, row: Row, name: str) -> float | None:
        word = row.said[name].strip().casefold()
        number = STRENGTHS.get(word) or self._fraction(row, name)
        return number if number != 0 else self._tell(row, name)

    def _truth(self, row: Row, name: str) -> bool:
        word = row.said.get(name, "").strip().casefold()
        if word not in (*_YES, *_NO):
            self._tell(row, name)
        return word in _YES

    def _id(self, row: Row, name: str) -> str | None:
        word = canonical(row.said[name].strip())
        return word if is_id(word) else self._tell(row, name)

    def _link(self, row: Row, name: str) -> str | None:
        word = row.said[name].strip()
        return word if is_link(word, relative=True) else self._tell(row, name)

    def _tell(self, row: Row, name: str) -> Any:
        """Tell that a value is left out, and return None in its place."""
        self._losses.say(f"values of “{name}” that mean nothing to argmap are left out", row.span)
        return None


def _text(row: Row, name: str) -> str | None:
    return row.said[name] if is_shown(row.said[name]) else None


def relation_named(words: str) -> Relation | None:
    """Return the relation of argmap’s own tables that is called so."""
    word = words.strip().casefold()
    return Relation(word) if word in _RELATIONS else None

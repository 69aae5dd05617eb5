"""The dialogue in a graph of AIF: who made which claim by which words, and the edges by name."""

from collections.abc import Mapping
from typing import Any

from argmap.formats.graphs.schemes import name_of


def text_of(node: Mapping[str, Any]) -> str:
    """Return the text of a node, which may be none."""
    text = node.get("text")
    return text if isinstance(text, str) else ""


class Dialogue:
    """What leads from locutions by acts of speech to claims. `edges` are all edges of the graph."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Find the nodes, the edges and the speakers of a graph."""
        self._records = {name_of(node.get("nodeID")): node for node in _records(data.get("nodes"))}
        self.edges = [
            (name_of(edge.get("fromID")), name_of(edge.get("toID")))
            for edge in _records(data.get("edges"))
        ]
        self._speakers = _speakers(data)
        self._into: dict[str | None, dict[str | None, None]] = {}
        self._made: dict[str | None, dict[str, None]] = {}
        for start, end in self.edges:
            self._into.setdefault(end, {})[start] = None
        for name in self._records:
            if name is not None and self.kind(name) == "I":
                for locution in self._locutions(name):
                    self._made.setdefault(locution, {})[name] = None

    def kind(self, name: str | None) -> str | None:
        """Return the type of a node, None where there is none."""
        kind = self._records.get(name, {}).get("type")
        return kind if isinstance(kind, str) else None

    def said(self, name: str) -> list[str]:
        """Return the locutions by which a claim was made: what leads to it by an act of speech.

        Those that tell no more than the claim, neither who said it nor other words, are left out.
        """
        said = []
        for locution in self._locutions(name):
            record = self._records.get(locution, {})
            words, speaker = text_of(record).strip(), self._speakers.get(locution, "")
            if speaker and not words.startswith(speaker):
                words = f"{speaker}: {words}"
            if record.get("type") == "L" and words not in (
                "",
                text_of(self._records[name]).strip(),
            ):
                said.append(words)
        return said

    def claim_made_by(self, name: str | None) -> str | None:
        """Return the one claim that a locution makes; what is none, or makes several, is itself."""
        made = self._made.get(name, {}) if self.kind(name) == "L" else {}
        return next(iter(made)) if len(made) == 1 else name

    def _locutions(self, name: str) -> list[str | None]:
        acts = [act for act in self._into.get(name, ()) if self.kind(act) == "YA"]
        return [one for act in acts for one in self._into.get(act, ())]


def _records(found: Any) -> list[dict[str, Any]]:
    return (
        [one if isinstance(one, dict) else {} for one in found] if isinstance(found, list) else []
    )


def _speakers(data: Mapping[str, Any]) -> Mapping[str | None, str]:
    """Return who spoke, by the ids of locutions."""
    people = {
        name_of(person.get("participantID")): " ".join(
            name
            for key in ("firstname", "surname")
            if isinstance(name := person.get(key), str) and name not in ("", "None")
        )
        for person in _records(data.get("participants"))
    }
    return {
        name_of(locution.get("nodeID")): people.get(name_of(locution.get("personID")), "")
        for locution in _records(data.get("locutions"))
    }

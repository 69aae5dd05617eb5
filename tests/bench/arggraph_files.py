"""What becomes of the argument graphs in a folder, beside a plain reading of their XML.

    python -m tests.bench.arggraph_files FOLDER

FOLDER holds files such as those of github.com/peldszus/arg-microtexts. A graph is equal where the
map has the same claims, by their texts and voices, and the same arguments: their premises, side
and what they bear on, a claim or a step.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.dom import minidom

from argmap.model import ArgumentMap
from argmap.values import one_line
from tests.bench.foreign import tell

SIDES = {"sup": "support", "exa": "support", "reb": "attack", "und": "attack"}
Argument = tuple[tuple[str, ...], str, str]


class Graph:
    """The elements of one file by their names."""

    def __init__(self, path: Path) -> None:
        """Read a file; a text that goes on in another segment is one text."""
        root = minidom.parseString(path.read_bytes()).documentElement
        assert root is not None
        segments = {
            one.getAttribute("id"): "".join(getattr(child, "data", "") for child in one.childNodes)
            for one in root.getElementsByTagName("edu")
        }
        self.edges = [
            {name: one.getAttribute(name) for name in ("id", "src", "trg", "type")}
            for one in root.getElementsByTagName("edge")
        ]
        joints = {one.getAttribute("id") for one in root.getElementsByTagName("joint")}
        joined: dict[str, list[str]] = {}
        for edge in self.edges:
            if edge["type"] == "seg":
                joined.setdefault(edge["trg"], []).append(edge["src"])
        self.voices, self.texts = {}, {}
        for one in root.getElementsByTagName("adu"):
            name = one.getAttribute("id")
            parts = [
                text
                for part in joined.get(name, ())
                for text in (joined.get(part, ()) if part in joints else (part,))
            ]
            self.voices[name] = one.getAttribute("type")
            self.texts[name] = one_line(" ".join(segments[part] for part in parts))

    def arguments(self) -> Iterator[Argument]:
        """Yield each argument; an edge of the type `add` links one more premise to another edge."""
        for edge in self.edges:
            if edge["type"] not in SIDES:
                continue
            more = [e["src"] for e in self.edges if e["type"] == "add" and e["trg"] == edge["id"]]
            premises = sorted(self.texts[name] for name in (edge["src"], *more))
            target = self.texts.get(edge["trg"], "a step")
            yield tuple(premises), SIDES[edge["type"]], target


def differences(graph: Graph, a_map: ArgumentMap) -> Iterator[str]:
    """Yield what of a graph the map does not say, or says otherwise."""
    texts = {claim.id: claim.text for claim in a_map.claims}
    wanted = Counter((text, graph.voices[name]) for name, text in graph.texts.items())
    found = Counter((claim.text, claim.tags[0] if claim.tags else "") for claim in a_map.claims)
    yield from (f"claim {one}" for one in (wanted - found) + (found - wanted))
    arguments = Counter(
        (
            tuple(sorted(texts[p] for p in one.premises)),
            one.polarity.value,
            texts.get(one.target, "a step"),
        )
        for one in a_map.arguments
    )
    given = Counter(graph.arguments())
    yield from (f"argument {one}" for one in (given - arguments) + (arguments - given))


def graphs_in(folder: Path) -> list[Path]:
    """Return the argument graphs in a folder."""
    return [path for path in folder.rglob("*.xml") if b"<arggraph" in path.read_bytes()]


def main() -> None:
    """Print what is read and what differs."""
    tell(
        __doc__, graphs_in, lambda path, a_map: differences(Graph(path), a_map), notation="arggraph"
    )


if __name__ == "__main__":
    main()

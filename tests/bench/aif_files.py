"""What becomes of the graphs of AIF in a folder, beside a plain reading of their JSON.

    python -m tests.bench.aif_files FOLDER

FOLDER holds files such as those below qt30, us-2016, iac, araucaria and microtexts of
github.com/recap-utr/arguebase-public. A graph is equal where the map has the same claims, by their
texts, and the same premises for, against, or again by rephrases; and where no claim is without a
part that has one in the graph.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from argmap.formats.carriers.texts import repaired
from argmap.formats.graphs.rephrases import is_rephrase
from argmap.model import ArgumentMap
from argmap.values import one_line
from tests.bench.foreign import tell

KINDS = {"RA": "support", "CA": "attack", "MA": "rephrase"}
Arc = tuple[str, str, str]


def plain(node: dict[str, Any]) -> str:
    """Return the text of a node as a map has it."""
    return one_line(repaired(str(node["text"])))


def arcs_of_file(data: dict[str, Any]) -> Iterator[Arc]:
    """Yield each claim that leads by a node to another claim, or to what is by a node itself."""
    nodes = {node["nodeID"]: node for node in data["nodes"]}
    into: dict[str, list[str]] = {name: [] for name in nodes}
    out_of: dict[str, list[str]] = {name: [] for name in nodes}
    for edge in data["edges"]:
        start, end = edge["fromID"], edge["toID"]
        if start in nodes and end in nodes:
            into[end].append(start)
            out_of[start].append(end)
    for name, node in nodes.items():
        kind = KINDS.get(node["type"])
        premises = {one for one in into[name] if nodes[one]["type"] == "I"}
        targets = {one for one in out_of[name] if nodes[one]["type"] == "I"}
        for premise in premises if kind else ():
            for target in targets - ({premise} if kind == "rephrase" else set()):
                yield plain(nodes[premise]), str(kind), plain(nodes[target])


def arcs_of_map(a_map: ArgumentMap) -> Iterator[Arc]:
    """Yield the same of a map; a rephrase that is a note there is one here."""
    texts = {claim.id: claim.text for claim in a_map.claims}
    for argument in a_map.arguments:
        kind = "rephrase" if is_rephrase(argument, a_map) else argument.polarity.value
        if argument.target in texts:
            for premise in argument.premises:
                yield texts[premise], kind, texts[argument.target]
    for claim in a_map.claims:
        for line in (claim.note or "").split("\n"):
            if line.startswith("rephrase: "):
                yield one_line(line.removeprefix("rephrase: ")), "rephrase", claim.text


def differences(data: dict[str, Any], a_map: ArgumentMap) -> Iterator[str]:
    """Yield what of a graph the map does not say, or says otherwise."""
    wanted = Counter(plain(node) for node in data["nodes"] if node["type"] == "I")
    yield from (f"claim {text!r}" for text in wanted - Counter(c.text for c in a_map.claims))
    known = set(arcs_of_file(data))
    found = set(arcs_of_map(a_map))
    # What a file joins by a locution, or by no node, the map has besides.
    yield from (f"{arc} is missing" for arc in known - found)
    yield from (f"{arc} is new" for arc in found - known if arc[1] == "attack")
    joined = {text for arc in found for text in (arc[0], arc[2])}
    lost = {text for arc in known for text in (arc[0], arc[2])} - joined
    yield from (f"claim {text!r} has no part" for text in lost)


def main() -> None:
    """Print what is read and what differs."""

    def compared(path: Path, a_map: ArgumentMap) -> Iterator[str]:
        return differences(json.loads(path.read_text(encoding="utf-8")), a_map)

    tell(__doc__, lambda folder: folder.rglob("*.json"), compared, notation="aif")


if __name__ == "__main__":
    main()

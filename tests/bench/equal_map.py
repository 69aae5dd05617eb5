"""The Argdown twin of a map: written, and proven equal by Argdown's own JSON export.

    python -m tests.bench.equal_map MAP.yaml FOLDER ARGDOWN

writes FOLDER/map.argdown, has the program ARGDOWN export what it sees in it, and ends with an
error unless that has the same claims with the same words, the same argument nodes and the same
arrows as argmap's drawing. It prints the counts.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from argmap.drawing.builder import build
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import ArrowKind
from argmap.model import ArgumentMap
from argmap.pipeline import load
from argmap.view import whole_view
from tests.bench.argdown_text import argdown_of

SUPPORTS = {ArrowKind.SUPPORT, ArrowKind.JOIN}
CONFIGURATION = {
    "inputPath": "./map.argdown",
    # Claims that stand alone are drawn by argmap; so they are here.
    "selection": {"excludeDisconnected": False},
    "processes": {
        "picture": {
            "process": [
                "load-file",
                "parse-input",
                "log-parser-errors",
                "build-model",
                "build-map",
                "export-json",
                "save-as-json",
            ]
        }
    },
}

Picture = tuple[dict[str, str], set[str], Counter[tuple[str, str, str]]]


def main() -> None:
    """Write the twin, compare, and print the counts."""
    map_file, folder, argdown = map(Path, sys.argv[1:])
    a_map = load(map_file)
    (folder / "map.argdown").write_text(argdown_of(a_map), encoding="utf-8")
    (folder / "argdown.config.json").write_text(json.dumps(CONFIGURATION), encoding="utf-8")
    subprocess.run([argdown, "run", "picture"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    exported = json.loads((folder / "json" / "map.json").read_text(encoding="utf-8"))
    ours, theirs = drawn_picture(a_map), exported_picture(exported)
    names = ("claims", "argument nodes", "arrows")
    for name, our, their in zip(names, ours, theirs, strict=True):
        if our != their:
            sys.exit(f"The Argdown map has other {name}:\n{our}\n{their}")
    claims, nodes, arrows = ours
    print(f"{len(claims)} claims, {len(nodes)} argument nodes, {arrows.total()} arrows")


def drawn_picture(a_map: ArgumentMap) -> Picture:
    """Return what argmap draws: texts of claims by id, ids of pills, and arrows with their sign."""
    drawing = build(whole_view(a_map), options=DrawingOptions())
    arrows: Counter[tuple[str, str, str]] = Counter()
    for arrow in drawing.arrows:
        ends = (arrow.tail, arrow.head)
        if arrow.kind is ArrowKind.CONTRADICTION:
            ends = (min(ends), max(ends))
        arrows[(*ends, "support" if arrow.kind in SUPPORTS else "attack")] += 1
    claims = {claim.id: claim.text for claim in a_map.claims}
    return claims, {pill.id for pill in drawing.pills}, arrows


def exported_picture(exported: dict[str, Any]) -> Picture:
    """Return what Argdown draws, from its JSON, in the same form."""
    nodes = {node["id"]: node for node in exported["map"]["nodes"]}
    claims, arguments = {}, set()
    for node in nodes.values():
        title = node["title"]
        if node["type"] == "argument-map-node":
            arguments.add(title)
        else:
            members = exported["statements"][title]["members"]
            claims[title] = next(member["text"] for member in members if member.get("text"))
    arrows: Counter[tuple[str, str, str]] = Counter()
    for edge in exported["map"]["edges"]:
        ends = (nodes[edge["from"]]["title"], nodes[edge["to"]]["title"])
        if edge["relationType"] == "contradictory":
            ends = (min(ends), max(ends))
        arrows[(*ends, "support" if edge["relationType"] == "support" else "attack")] += 1
    return claims, arguments, arrows


if __name__ == "__main__":
    main()

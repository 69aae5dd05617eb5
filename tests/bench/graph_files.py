"""What becomes of the graphs in a folder, beside what other readers find in them.

    python -m tests.bench.graph_files FOLDER

FOLDER holds GraphML such as that of github.com/dstl/eleatics, DOT such as that of
github.com/pydot/pydot, or Markdown with flowcharts of Mermaid, such as its own manual. GraphML is
read by networkx beside it and DOT by the installed Graphviz; the map is equal where it has a claim,
or a step, for each node, with the same words. Nothing here reads Mermaid beside argmap.
"""

import argparse
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

import networkx

from argmap.formats.dot.labels import words_of
from argmap.formats.drawings.completing import words_in
from argmap.model import ArgumentMap
from argmap.pipeline import read_path

FLOWCHART = re.compile(r"^[ \t]*```mermaid[^\n]*\n(.*?)^[ \t]*```", re.DOTALL | re.MULTILINE)
STEPS = ("", "+", "&", "and", "ra", "ca")
SUFFIXES = (".graphml", ".dot", ".gv", ".mmd", ".md")


def texts_of(path: Path) -> Counter[str] | None:
    """Return the words of the nodes of a file as another program finds them; None without one."""
    if path.suffix == ".graphml":
        graph = networkx.read_graphml(path, force_multigraph=True)
        named = graph.nodes(data=True)
        found = [str(data.get("text") or data.get("label") or name) for name, data in named]
    elif path.suffix in (".dot", ".gv"):
        command = ["dot", "-Kosage", "-Tdot_json", str(path)]
        ended = subprocess.run(command, capture_output=True, check=False)
        if ended.returncode:
            return None
        # A file may hold several graphs, of which argmap reads the first.
        answer, _ = json.JSONDecoder().raw_decode(ended.stdout.decode("utf-8", "replace"))
        nodes = answer.get("objects", [])[answer.get("_subgraph_cnt", 0) :]
        found = [
            words_of(one.get("label", ""), name=one["name"], shape=one.get("shape", ""))
            for one in nodes
            if one.get("shape") != "point"
        ]
    else:
        return None
    # A step may show nothing but what it is.
    return Counter(words for words in map(words_in, found) if words not in STEPS)


def differences(wanted: Counter[str], a_map: ArgumentMap) -> Iterator[str]:
    """Yield the words of nodes that no claim and no step has."""
    found = Counter(words_in(claim.text) for claim in a_map.claims)
    found += Counter(words_in(one.label or "") for one in a_map.arguments)
    yield from (f"node {words!r}" for words in wanted - found)


def documents(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the graphs in a folder by their names; those in Markdown as files of their own."""
    for path in sorted(one for one in folder.rglob("*") if one.suffix in SUFFIXES):
        if path.suffix != ".md":
            yield str(path), path
            continue
        for number, found in enumerate(FLOWCHART.findall(path.read_text(errors="replace"))):
            with NamedTemporaryFile("w", suffix=".mmd") as stream:
                stream.write(found)
                stream.flush()
                yield f"{path} {number}", Path(stream.name)


def main() -> None:
    """Print what differs, and how many files were tried, read, and equal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    tried = read = equal = 0
    for name, path in documents(parser.parse_args().folder):
        wanted = texts_of(path)
        if path.suffix in (".dot", ".gv") and wanted is None:
            continue
        reading = read_path(path)
        is_other = any(one.code == "not-a-map" for one in reading.diagnostics)
        if path.suffix == ".mmd" and is_other:
            continue
        tried += 1
        if reading.map is None:
            print(f"{name}: {reading.diagnostics[0].message}")
            continue
        read += 1
        found = [] if wanted is None else list(differences(wanted, reading.map))
        equal += wanted is not None and not found
        if found:
            print(f"{name}: {', '.join(found[:5])}")
    print(f"tried {tried}, read {read}, equal {equal}")


if __name__ == "__main__":
    main()

"""How many of the labels that files of Carneades expect are those of the maps read from them.

    python -m tests.bench.carneades_files FOLDER

FOLDER holds files with `tests:`, such as examples/AGs/YAML of github.com/carneades/carneades-4.
A label counts as another “by definition” where the map says, by a warning, that Carneades labels
the claim otherwise, and the label that it tells is the expected one; what is left differs for other
reasons, such as arguments that only Carneades’ own engine makes.
"""

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

from argmap.evaluation.grounded.labelling import evaluate
from argmap.formats import carneades
from argmap.model import ArgumentMap
from argmap.reader import Reading

_TOLD = re.compile(r"(?:is|are) (in|out|undecided) by Carneades’ rules")
_LABELS = {"in": "accepted", "out": "rejected", "undecided": "undecided"}


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one file; `others` are the labels that differ for no known reason."""

    name: str
    is_read: bool
    labels: int = 0
    equal: int = 0
    by_definition: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def row(path: Path) -> Row:
    """Return what becomes of a file."""
    reading = carneades.loads(path.read_text(encoding="utf-8"), file=path.name)
    if reading.map is None:
        return Row(path.name, is_read=False)
    return _compared(path.name, reading, reading.map)


def _compared(name: str, reading: Reading, a_map: ArgumentMap) -> Row:
    told: dict[str, str] = {}
    for one in reading.diagnostics:
        label = _TOLD.search(one.message)
        if label is not None:
            ids = re.findall(r"\[(.+?)\]", one.message)
            told.update(dict.fromkeys(ids, _LABELS[label[1]]))
    found = evaluate(a_map).claims
    expected = {one.id: one.verdict.value for one in a_map.expectations if one.verdict}
    differing = [id for id, label in expected.items() if found[id].label.value != label]
    by_definition = tuple(id for id in differing if told.get(id) == expected[id])
    others = tuple(id for id in differing if id not in by_definition)
    equal = len(expected) - len(differing)
    return Row(name, True, len(expected), equal, by_definition, others)


def main() -> None:
    """Print the table of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    rows = [row(path) for path in sorted(parser.parse_args().folder.glob("*.y*ml"))]
    print(f"{'file':40}  read  labels  equal  by definition  others")
    for one in rows:
        why = " ".join(one.others)
        counts = f"{one.labels:6}  {one.equal:5}  {len(one.by_definition):13}  {len(one.others):6}"
        print(f"{one.name:40}  {'yes' if one.is_read else 'no':4}  {counts}  {why}".rstrip())
    labels, equal = sum(one.labels for one in rows), sum(one.equal for one in rows)
    by_definition = sum(len(one.by_definition) for one in rows)
    read = sum(one.is_read for one in rows)
    print(f"{labels} labels, {equal} equal, {by_definition} others by definition")
    if labels > by_definition:
        print(f"equal of the rest: {equal / (labels - by_definition):.1%}")
    alike = sum(one.is_read and not one.others for one in rows)
    print(f"tried {len(rows)}, read {read}, equal {alike}")


if __name__ == "__main__":
    main()

"""What the benches of notations share: files of a folder are read, and what differs is told."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from argmap.model import ArgumentMap
from argmap.pipeline import read_path
from argmap.reader import Reading

MOST_TOLD = 5


def tell(
    description: str | None,
    paths: Callable[[Path], Iterable[Path]],
    differences: Callable[[Path, ArgumentMap], Iterable[str]],
    *,
    notation: str | None = None,
    remarks: Callable[[Reading], Iterable[str]] = lambda _: (),
) -> None:
    """Print what of a folder that is named on the command line is not read or differs; and counts.

    `paths` are its files, `differences` those between a file and its map. `remarks` on what was
    read do not count.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder", type=Path)
    chosen = sorted(paths(parser.parse_args().folder))
    read = equal = 0
    for path in chosen:
        reading = read_path(path, notation)
        if reading.map is None:
            print(f"{path.name}: not read: {reading.diagnostics[0].message}")
            continue
        read += 1
        found = list(differences(path, reading.map))
        equal += not found
        for one in found[:MOST_TOLD]:
            print(f"{path.name}: differs: {one}")
        for one in remarks(reading):
            print(f"{path.name}: told: {one}")
    print(f"tried {len(chosen)}, read {read}, equal {equal}")

"""How long large maps take to read in several notations, beside Argdown and arguebuf.

    python -m tests.bench.convert [--claims N] [--argdown FOLDER] [--limit SECONDS]

Each process is timed as a whole: `argmap convert` from a file of a map of N claims into JSON, what
`argdown json` takes for the same text, and what arguebuf takes to load and dump the same AIF.
FOLDER is one that holds `@argdown/cli` already; without it, it is installed into a temporary one.
This is no part of the tests: times depend on the machine.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from argmap.formats import aif, argdown
from argmap.formats import json as json_map
from argmap.identifiers import argument_id
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from tests.bench.peer_argdown import installed_argdown
from tests.bench.processes import run

ARGUEBUF = """\
import json, sys
import arguebuf
graph = arguebuf.load.file(sys.argv[1])
arguebuf.dump.file(graph, "again.json")
"""


def broad_map(claims: int) -> ArgumentMap:
    """Return a map in which three claims bear on each one, every fifth of them against it."""
    parts = tuple(Claim(f"c{n}", f"Claim number {n} says a thing or two.") for n in range(claims))
    arguments = []
    for target in range((claims + 1) // 3):
        bearing = range(3 * target + 1, min(3 * target + 4, claims))
        # Derived ids, which those for a claim get before those against it.
        for ordinal, n in enumerate(sorted(bearing, key=lambda n: n % 5 == 0), start=1):
            polarity = Polarity.ATTACK if n % 5 == 0 else Polarity.SUPPORT
            name = argument_id(f"c{target}", ordinal)
            arguments.append(Argument(name, (f"c{n}",), f"c{target}", polarity))
    return ArgumentMap(parts, tuple(arguments), ("c0",))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--argdown", type=Path)
    parser.add_argument("--limit", type=float, default=120.0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as name:
        folder = Path(name)
        _write(chosen.claims, folder)
        program = (
            str(chosen.argdown / "node_modules/.bin/argdown")
            if chosen.argdown
            else installed_argdown(folder)[0]
        )
        argmap = [sys.executable, "-m", "argmap", "convert", "--quiet"]
        commands = {
            "argmap, Argdown": [*argmap, "map.argdown", "out.json"],
            "argdown json": [program, "json", "map.argdown", "out"],
            "argmap, AIF": [*argmap, "map.aif.json", "out.json", "--from", "aif"],
            "arguebuf, AIF": [sys.executable, "-c", ARGUEBUF, "map.aif.json"],
            "argmap, JSON": [*argmap, "map.json", "out.json"],
        }
        for what, command in commands.items():
            ended = run(command, folder=folder, product=None, limit=chosen.limit)
            told = ended.failure or ""
            print(f"{what:16} {ended.seconds:7.2f} s {ended.peak / 2**20:6.0f} MiB {told}")


def _write(claims: int, folder: Path) -> None:
    a_map = broad_map(claims)
    for name, notation in (("map.argdown", argdown), ("map.aif.json", aif), ("map.json", json_map)):
        (folder / name).write_text(notation.dumps(a_map).text, encoding="utf-8")


if __name__ == "__main__":
    main()

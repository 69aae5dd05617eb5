"""How the cost of a picture grows: whole processes of argmap, Graphviz and Argdown, in one run.

    python -m tests.bench.render [--sizes 20,100,1000,10000,50000] [--links 0.02] [--limit 120]

Run it from the top of the project in an environment with argmap. Maps are trees of arguments with
a share of links across; each is written as YAML, as the DOT of `argmap render -f dot` for plain
`dot -Tsvg`, and as Argdown. It needs `dot`, and Node.js with npm for `@argdown/cli`, which is
installed into a temporary folder; what is missing is left out. A size that a program cannot do
within the limit, or at all, is said so, and larger ones are then not tried with it.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.processes import Run, run

PROJECT = Path(__file__).parents[2]
WRITE = """
import sys
from pathlib import Path
from argmap.pipeline import dumps, draw
from tests.bench.argdown_text import argdown_of
from tests.bench.random_argument import random_argument
folder = Path(sys.argv[1])
a_map = random_argument(int(sys.argv[2]), cross_links=float(sys.argv[3]))
(folder / "map.yaml").write_text(dumps(a_map), encoding="utf-8")
(folder / "map.argdown").write_text(argdown_of(a_map), encoding="utf-8")
(folder / "map.dot").write_bytes(draw(a_map, format="dot"))
"""


def main() -> None:
    """Draw every size with every program and print a table."""
    wishes = _wishes()
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as name:
        folder = Path(name)
        commands = _commands(folder)
        _draw(commands["argmap"], folder, wishes.limit, first=True)
        print(f"{os.cpu_count()} cores; {wishes.links:.0%} links across; best of the runs")
        print(f"{'claims':>7}  {'program':<9}{'time':>9}{'peak memory':>14}{'ratio':>8}")
        for size in wishes.sizes:
            write_map(folder, size, wishes.links)
            ours: Run | None = None
            for program, command in list(commands.items()):
                best = _best(command, folder, wishes.limit, size)
                ours = ours or best
                print(f"{size:>7}  {program:<9}{_told(best, ours)}", flush=True)
                if best.failure:
                    del commands[program]


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    sizes = parser.add_argument("--sizes", default="20,100,1000,10000,50000")
    parser.add_argument("--links", type=float, default=0.02, help="links across, beside claims")
    parser.add_argument("--limit", type=float, default=120.0, help="seconds for one picture")
    wishes = parser.parse_args()
    try:
        wishes.sizes = [int(size) for size in wishes.sizes.split(",")]
    except ValueError:
        raise SystemExit(f"{sizes.option_strings[0]} takes numbers with commas") from None
    return wishes


def _commands(folder: Path) -> dict[str, list[str]]:
    program = shutil.which("argmap", path=str(Path(sys.executable).parent))
    if program is None:
        sys.exit("argmap is not installed in this environment; run “pip install -e .”.")
    found = {"argmap": [program, "render", "map.yaml", "-q", "-o", "map.svg"]}
    if dot := shutil.which("dot"):
        found["dot"] = [dot, "-Tsvg", "map.dot", "-o", "map.svg"]
    if shutil.which("npm"):
        from tests.bench.peer_argdown import installed_argdown

        argdown, _ = installed_argdown(folder)
        found["argdown"] = [argdown, "map", "map.argdown", ".", "--format", "svg"]
    return found


def write_map(folder: Path, size: int, links: float) -> None:
    """Write a map of that size into a folder, as YAML, Argdown and DOT."""
    # In a process of its own, so that this one stays small.
    command = [sys.executable, "-c", WRITE, str(folder), str(size), str(links)]
    subprocess.run(command, cwd=PROJECT, check=True)


def _draw(command: Sequence[str], folder: Path, limit: float, *, first: bool = False) -> Run:
    if first:
        # The first run of all compiles Graphviz; that is kept for the others.
        write_map(folder, 20, 0)
    return run(command, folder=folder, product=folder / "map.svg", limit=limit)


def _best(command: Sequence[str], folder: Path, limit: float, size: int) -> Run:
    runs = [_draw(command, folder, limit) for _ in range(5 if size <= 1000 else 1)]
    return next((one for one in runs if one.failure), min(runs, key=lambda one: one.seconds))


def _told(one: Run, ours: Run) -> str:
    if one.failure:
        return f"{one.failure:>9}"
    ratio = one.seconds / ours.seconds
    return f"{one.seconds:>7.2f} s{one.peak / 1024**2:>10.0f} MiB{ratio:>8.2f}"


if __name__ == "__main__":
    main()

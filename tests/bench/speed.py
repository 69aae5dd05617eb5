"""Start, speed and memory of argmap beside Argdown, and beside another argmap, in one run.

    python -m tests.bench.speed [--other PROGRAM] [--sizes 20,100,1000,10000] [--runs 7]

Run it from the top of the project in an environment with argmap. PROGRAM is the `argmap` of another
environment, such as that of an earlier state in a work tree of its own. Argdown needs Node.js with
npm, which installs `@argdown/cli` into a temporary folder; without, it is left out.

Each program says its version and its help, and draws trees, maps with links across, and the
flagship, as whole processes; all take turns, so that what else the machine does slows all of them.
It prints medians of wall time, of the time of all processors, and the largest peak of memory.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.peer_argdown import FLAGSHIP, installed_argdown
from tests.bench.processes import Run, run
from tests.bench.render import write_map

LINKS = 0.02
# Of what takes long, one run tells as much.
MOST_OF_ALL, LONG = 120.0, 1000


@dataclass
class Call:
    """A program with its arguments, where it works, what it should write, and its runs so far."""

    program: str
    command: Sequence[str]
    folder: Path
    product: Path | None = None
    runs: list[Run] = field(default_factory=list)


def main() -> None:
    """Measure everything and print a table."""
    wishes = _wishes()
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as name:
        programs = _programs(wishes.other, Path(name))
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; medians of runs in turns")
        head = ("what", "program", "wall", "processor", "peak memory", "ratio")
        print("{:<16}{:<9}{:>9}{:>11}{:>14}{:>8}".format(*head))
        for what, size, calls in _tasks(programs, Path(name), wishes.sizes):
            for number in range(1 + (wishes.runs if size <= LONG else 3)):
                for call in calls:
                    if call.runs and call.runs[-1].failure:
                        continue
                    done = run(
                        call.command, folder=call.folder, product=call.product, limit=MOST_OF_ALL
                    )
                    # The first run fills caches.
                    if number or done.failure:
                        call.runs.append(done)
            for line in _lines(what, calls):
                print(line, flush=True)
        print(f"load {os.getloadavg()[0]:.1f} at the end")


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--other", help="the program of another argmap")
    parser.add_argument("--sizes", default="20,100,1000,10000", help="numbers of claims")
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each")
    wishes = parser.parse_args()
    wishes.sizes = [int(size) for size in wishes.sizes.split(",")]
    return wishes


def _programs(other: str | None, folder: Path) -> dict[str, str]:
    own = shutil.which("argmap", path=str(Path(sys.executable).parent))
    if own is None:
        sys.exit("argmap is not installed in this environment; run “pip install -e .”.")
    found = {"argmap": own}
    if other:
        found["other"] = other
    if shutil.which("npm"):
        found["argdown"], _ = installed_argdown(folder)
    return found


def _tasks(
    programs: dict[str, str], folder: Path, sizes: Sequence[int]
) -> Iterator[tuple[str, int, list[Call]]]:
    """Yield what is measured, how large it is, and the calls to compare."""
    ours = {name: program for name, program in programs.items() if name != "argdown"}
    for option in ("--version", "--help"):
        yield option, 0, [Call(name, [one, option], folder) for name, one in ours.items()]
    yield "flagship", 0, [_drawing(*one, folder, FLAGSHIP) for one in ours.items()]
    for kind, links in (("tree", 0.0), ("graph", LINKS)):
        for size in sizes:
            place = folder / f"{kind}-{size}"
            place.mkdir()
            write_map(place, size, links)
            calls = [_drawing(*one, place, place / "map.yaml") for one in programs.items()]
            yield f"{kind} of {size:,}", size, calls


def _drawing(name: str, program: str, folder: Path, map_file: Path) -> Call:
    if name == "argdown":
        command = [program, "map", "map.argdown", ".", "--format", "svg"]
        return Call(name, command, folder, folder / "map.svg")
    product = folder / f"{name}.svg"
    command = [program, "render", str(map_file), "-q", "-o", str(product)]
    return Call(name, command, folder, product)


def _lines(what: str, calls: Sequence[Call]) -> Iterator[str]:
    first = statistics.median(one.cpu for one in calls[0].runs)
    for call in calls:
        failed = next((one.failure for one in call.runs if one.failure), None)
        if failed:
            yield f"{what:<16}{call.program:<9}{failed:>9}"
            continue
        wall = statistics.median(one.seconds for one in call.runs)
        cpu = statistics.median(one.cpu for one in call.runs)
        peak = max(one.peak for one in call.runs) / 1024**2
        yield (
            f"{what:<16}{call.program:<9}{wall:>7.3f} s{cpu:>9.3f} s{peak:>10.0f} MiB"
            f"{cpu / first:>8.2f}"
        )


if __name__ == "__main__":
    main()

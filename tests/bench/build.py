"""How long many maps take to be checked and drawn, and how long where little changed.

    python -m tests.bench.build [--maps 500] [--jobs 2] [--argdown 20]

Maps of 20 claims are written, as random arguments with some links across. Then they are built in
full, with nothing changed, and with one map changed; each build is a process of its own.

With `--argdown`, so many of the maps are written as Argdown as well, with the same nodes and
arrows, and its own program draws them in the same run: all of them by one call, and each by a call
of its own. It needs Node.js with npm, and the network once.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from argmap.pipeline import dumps
from tests.bench.argdown_text import argdown_of
from tests.bench.peer_argdown import installed_argdown
from tests.bench.processes import Run, run
from tests.bench.random_argument import random_argument

CLAIMS = 20
IN_A_FOLDER = 1000


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--maps", type=int, default=500)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--argdown", type=int, default=0)
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        last = write_maps(folder / "maps", wishes.maps)
        measure("all of them", folder, wishes.maps, wishes.jobs)
        measure("nothing changed", folder, wishes.maps, wishes.jobs)
        last.write_text(dumps(random_argument(CLAIMS, seed=-1)), encoding="utf-8")
        measure("one map changed", folder, wishes.maps, wishes.jobs)
        if wishes.argdown:
            _measure_argdown(folder / "argdown", wishes.argdown)


def write_maps(folder: Path, number: int) -> Path:
    """Write so many maps, and return the file of the last."""
    for n in range(number):
        file = folder / f"{n // IN_A_FOLDER:04}" / f"{n}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dumps(random_argument(CLAIMS, seed=n)), encoding="utf-8")
    return file


def measure(what: str, folder: Path, maps: int, jobs: int) -> Run:
    """Build the maps that lie in the folder, and print what it took."""
    call = [sys.executable, "-m", "argmap", "build", "maps", "-o", "site", "-j", str(jobs)]
    return _told(what, run(call, folder=folder, product=None, limit=3600), maps)


def _told(what: str, found: Run, maps: int) -> Run:
    if found.failure:
        raise SystemExit(f"{what}: {found.failure}: {found.said}")
    each = 1000 * found.seconds / maps
    memory = f"{found.peak / 2**20:>8.0f} MiB"
    print(f"{what:28}{found.seconds:>9.1f} s{each:>9.1f} ms a map{memory}", flush=True)
    return found


def _measure_argdown(folder: Path, maps: int) -> None:
    folder.mkdir()
    program, version = installed_argdown(folder)
    for n in range(maps):
        text = argdown_of(random_argument(CLAIMS, seed=n))
        (folder / f"{n}.argdown").write_text(text, encoding="utf-8")
    draw = [program, "map", "--format", "svg", "--throwExceptions"]
    at_once = run([*draw, "*.argdown", "all"], folder=folder, product=None)
    _told(f"Argdown {version}, one call", at_once, maps)
    drawn = len([*(folder / "all").glob("*.svg")])
    if drawn != maps:
        raise SystemExit(f"Argdown has drawn {drawn} of {maps} maps: {at_once.said}")
    seconds, peak = 0.0, 0
    for n in range(maps):
        product = folder / "one" / f"{n}.svg"
        one = run([*draw, f"{n}.argdown", "one"], folder=folder, product=product)
        if one.failure:
            raise SystemExit(f"Argdown, {n}.argdown: {one.failure}: {one.said}")
        seconds, peak = seconds + one.seconds, max(peak, one.peak)
    _told(f"Argdown {version}, a call each", Run(seconds, peak, None, ""), maps)


if __name__ == "__main__":
    main()

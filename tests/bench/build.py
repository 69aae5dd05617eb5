"""How long many maps take to be checked and drawn, and how long where little changed.

    python -m tests.bench.build [--maps 500] [--jobs 2]

Maps of 20 claims are written, as random arguments with some links across. Then they are built in
full, with nothing changed, and with one map changed; each build is a process of its own. Processor
time is that of all its processes, which says more where others use the machine as well.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from argmap.pipeline import dumps
from tests.bench.processes import run
from tests.bench.random_argument import random_argument

CLAIMS = 20


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--maps", type=int, default=500)
    parser.add_argument("--jobs", type=int, default=2)
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for n in range(wishes.maps):
            file = folder / "maps" / f"{n // 1000:04}" / f"{n}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(dumps(random_argument(CLAIMS, seed=n)), encoding="utf-8")
        _measure("all of them", folder, wishes.maps, wishes.jobs)
        _measure("nothing changed", folder, wishes.maps, wishes.jobs)
        file.write_text(dumps(random_argument(CLAIMS, seed=-1)), encoding="utf-8")
        _measure("one map changed", folder, wishes.maps, wishes.jobs)


def _measure(what: str, folder: Path, maps: int, jobs: int) -> None:
    call = [sys.executable, "-m", "argmap", "build", "maps", "-o", "site", "-j", str(jobs)]
    found = run(call, folder=folder, product=None, limit=3600)
    if found.failure:
        raise SystemExit(f"{what}: {found.failure}: {found.said}")
    each = 1000 * found.seconds / maps
    print(
        f"{what:20}{found.seconds:>9.1f} s{each:>9.1f} ms a map"
        f"{found.peak / 2**20:>8.0f} MiB, processors {found.cpu:.1f} s",
        flush=True,
    )


if __name__ == "__main__":
    main()

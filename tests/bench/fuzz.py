"""Hostile documents for every reader and the whole chain behind it, until none makes argmap crash.

    python -m tests.bench.fuzz [--reader NAME …] [--count N] [--seconds S] [--seed N] [--jobs N]
                               [--chain N] [--limit SECONDS] [--save FOLDER]

For each reader N documents are made, in rounds until the seconds are over. One in `--chain` of
those that hold a map also goes through check, show, evaluate, explain, render and convert, and back
from every notation; one in thirty of these is laid out by Graphviz. A crash is anything but a
finding or an ArgmapError: an exception, or more than `--limit` seconds, ten times that for the
chain. Each kind of crash is shrunk and written to the folder, with its traceback. The exit code is
1 where there is any.
"""

import argparse
import gc
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

from tests.bench.fuzz_crashes import Crash, bounded, crash_of, shrunk
from tests.bench.fuzz_inputs import Inputs
from tests.bench.fuzz_seeds import READERS
from tests.bench.fuzz_trials import read, suffix_of, travel

ROUND = 250
DRAWN_ONE_IN = 30


@dataclass(slots=True)
class Tally:
    """What became of the documents: how many were made, held a map, went through the chain."""

    made: Counter[str] = field(default_factory=Counter)
    maps: Counter[str] = field(default_factory=Counter)
    travelled: Counter[str] = field(default_factory=Counter)
    crashes: dict[str, Crash] = field(default_factory=dict)

    def add(self, other: "Tally") -> None:
        """Add what another one counted."""
        self.made += other.made
        self.maps += other.maps
        self.travelled += other.travelled
        self.crashes = {**other.crashes, **self.crashes}


def fuzz(
    readers: Sequence[str],
    *,
    number: int,
    seed: int,
    chain: int,
    limit: float,
    known: frozenset[str] = frozenset(),
    inputs: Inputs | None = None,
) -> Tally:
    """Return what became of `number` documents for each reader, with each crash shrunk.

    Crashes whose kinds are `known` are not shrunk again.
    """
    inputs, tally = inputs or Inputs(), Tally()
    for notation in readers:
        dice = Random(f"{seed} {notation}")
        for _ in range(number):
            data = inputs.document(notation, dice)
            travels, drawn = dice.randrange(chain) == 0, dice.randrange(DRAWN_ONE_IN) == 0
            try_one = partial(_tried, notation=notation, travels=travels, drawn=drawn, limit=limit)
            outcome = try_one(data)
            tally.made[notation] += 1
            if isinstance(outcome, Crash):
                if outcome.kind not in {*known, *tally.crashes}:
                    tally.crashes[outcome.kind] = shrunk(outcome, try_one)
            else:
                tally.maps[notation] += outcome
                tally.travelled[notation] += outcome and travels
        # The commands switch this off for themselves, as their process ends soon.
        gc.collect()
    return tally


def _tried(data: bytes, *, notation: str, travels: bool, drawn: bool, limit: float) -> Crash | bool:
    """Return whether a document holds a map, or how argmap crashed."""
    try:
        with bounded(limit):
            reading = read(data, notation)
        if reading is None or reading.map is None:
            return False
        if travels:
            with bounded(10 * limit):
                travel(data, notation, reading, drawn=drawn)
        return True
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return crash_of(error, notation, data)


def rounds(chosen: argparse.Namespace) -> Tally:
    """Return what became of all documents, made in rounds; progress is told on a terminal."""
    readers, tally = chosen.reader or READERS, Tally()
    end = time.monotonic() + chosen.seconds if chosen.seconds else None
    left = chosen.count
    with ProcessPoolExecutor(chosen.jobs) as pool:
        for number in count():
            sizes = [min(ROUND, left - n * ROUND) for n in range(chosen.jobs) if left > n * ROUND]
            if not sizes or (end is not None and time.monotonic() > end):
                return tally
            seeds = [chosen.seed + number * chosen.jobs + n for n in range(len(sizes))]
            known = frozenset(tally.crashes)
            work = partial(_round, readers, chosen.chain, chosen.limit, known)
            for found in pool.map(work, sizes, seeds):
                tally.add(found)
            left -= sum(sizes)
            if sys.stderr.isatty():
                told = f"{tally.made.total():,} documents, {len(tally.crashes)} kinds of crash"
                print(f"\r\x1b[K{told}", end="", file=sys.stderr, flush=True)
    raise AssertionError("count() does not end")


def _round(
    readers: Sequence[str], chain: int, limit: float, known: frozenset[str], number: int, seed: int
) -> Tally:
    global _inputs
    _inputs = _inputs or Inputs()
    return fuzz(
        readers, number=number, seed=seed, chain=chain, limit=limit, known=known, inputs=_inputs
    )


# Made once in each process.
_inputs: Inputs | None = None


def report(tally: Tally, folder: Path) -> str:
    """Return the table of what became of the documents, and write the crashes to the folder."""
    rows = [f"{'reader':18}{'documents':>12}{'maps':>10}{'refused':>12}{'whole chain':>13}"]
    for name, made in [*tally.made.items(), ("all", tally.made.total())]:
        maps = tally.maps[name] if name != "all" else tally.maps.total()
        travelled = tally.travelled[name] if name != "all" else tally.travelled.total()
        rows.append(f"{name:18}{made:12,}{maps:10,}{made - maps:12,}{travelled:13,}")
    rows.append(f"crashes: {len(tally.crashes)} kinds")
    for number, crash in enumerate(tally.crashes.values(), start=1):
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{number:02}-{crash.notation}"
        (folder / f"{name}{suffix_of(crash.notation)}").write_bytes(crash.data)
        (folder / f"{name}.traceback").write_text(crash.traceback, encoding="utf-8")
        rows.append(f"  {crash.kind}: {folder / name}{suffix_of(crash.notation)}")
    return "\n".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reader", action="append", choices=READERS)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--chain", type=int, default=40)
    parser.add_argument("--limit", type=float, default=10.0)
    parser.add_argument("--save", type=Path)
    chosen = parser.parse_args()
    folder = chosen.save or Path(tempfile.mkdtemp(prefix="argmap-fuzz-"))
    start = time.monotonic()
    tally = rounds(chosen)
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    print(report(tally, folder))
    print(f"{time.monotonic() - start:.0f} s")
    return 1 if tally.crashes else 0


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main())

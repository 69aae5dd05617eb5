"""What many maps cost: measured on some, checked on more, and reckoned for a million.

    python -m tests.bench.scale [--drawn 10000] [--indexed 100000]

Maps of 20 claims are drawn by `argmap build`, in two steps that show what grows with their number:
a tenth of them, then all. Then as many maps as `--indexed` says are put into a database, again a
tenth of them first, and the database is asked. For each step the table has what a map costs, and
what a million would at that cost; where both steps agree, nothing but the number counts. Last is
where the time of the processor goes, by stage. It takes about ten minutes.
"""

import argparse
import gc
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from argmap.checks.runner import Selection
from argmap.corpus.contents import rows_of
from argmap.corpus.database import opened
from argmap.corpus.searching import Wish, search
from argmap.evaluation.grounded.labelling import evaluate
from argmap.examination import check
from argmap.pipeline import picture, read_path
from argmap.render.renderer import renderer_named
from tests.bench.build import write_maps
from tests.bench.corpus import Words, write_corpus
from tests.bench.processes import Run, run

A_MILLION, SEARCHES = 1_000_000, 200
IN_STAGES, WARM = 300, 30
GIB, HOUR = 2**30, 3600

One = TypeVar("One")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Step:
    """A step with so many maps: the seconds that it took, and the bytes of what it has left."""

    name: str
    maps: int
    seconds: float
    peak: int
    size: int = 0

    def __str__(self) -> str:
        """Return a row of the table."""
        million = A_MILLION / self.maps
        size = f"{self.size / self.maps / 1024:>10.1f} KiB{self.size * million / GIB:>8.1f} GiB"
        return (
            f"{self.name:22}{self.maps:>8}{self.seconds:>8.1f} s"
            f"{1000 * self.seconds / self.maps:>8.2f} ms{self.seconds * million / HOUR:>7.2f} h"
            f"{self.peak / 2**20:>7.0f} MiB{size if self.size else ''}"
        )


def main() -> None:
    """Measure, and print a row for each step."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--drawn", type=int, default=10_000)
    parser.add_argument("--indexed", type=int, default=100_000)
    wishes = parser.parse_args()
    heads = ("maps", "took", "a map", "million", "memory", "a map", "million")
    widths = (8, 10, 11, 9, 11, 14, 12)
    row = "".join(f"{head:>{width}}" for head, width in zip(heads, widths, strict=True))
    print(f"{'':22}{row}")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for number in (wishes.drawn // 10, wishes.drawn):
            for step in _drawn(folder, number):
                print(step, flush=True)
        shutil.rmtree(folder / "maps")
        shutil.rmtree(folder / "site")
        for number in (wishes.indexed // 10, wishes.indexed):
            words, _ = write_corpus(folder / "maps", number)
            for step in _indexed(folder, number):
                print(step, flush=True)
            _ask(folder / "corpus.db", words)
            shutil.rmtree(folder / "maps")
        _tell_stages(folder / "maps")


def _drawn(folder: Path, number: int) -> Iterator[Step]:
    """Build so many maps anew, and again with nothing changed."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    last = write_maps(folder / "maps", number)
    all_of_them = _argmap(folder, "build", "maps", "-o", "site")
    size = sum(file.stat().st_size for file in (folder / "site").rglob("*.svg"))
    yield Step("drawn", number, all_of_them.seconds, all_of_them.peak, size)
    again = _argmap(folder, "build", "maps", "-o", "site")
    page = (folder / "site" / "index.html").stat().st_size
    yield Step("  nothing changed", number, again.seconds, again.peak, page)
    last.write_text(last.read_text(encoding="utf-8") + "# Seen.\n", encoding="utf-8")
    once = _argmap(folder, "build", "maps", "-o", "site")
    yield Step("  one changed", number, once.seconds, once.peak)


def _indexed(folder: Path, number: int) -> Iterator[Step]:
    """Index so many maps, and again with nothing changed."""
    base = folder / "corpus.db"
    base.unlink(missing_ok=True)
    found = _argmap(folder, "index", "maps", "-o", "corpus.db", "-q")
    yield Step("indexed", number, found.seconds, found.peak, base.stat().st_size)
    again = _argmap(folder, "index", "maps", "-o", "corpus.db", "-q")
    yield Step("  nothing changed", number, again.seconds, again.peak)


def _argmap(folder: Path, *call: str) -> Run:
    found = run([sys.executable, "-m", "argmap", *call], folder=folder, product=None, limit=3600)
    if found.failure:
        raise SystemExit(f"argmap {' '.join(call)}: {found.failure}: {found.said}")
    return found


def _ask(file: Path, words: Words) -> None:
    times = []
    with opened(file) as base:
        for _ in range(SEARCHES):
            wish = Wish(words=" ".join(words.sentence()[: words.dice.choice((1, 2, 3))]))
            start = time.perf_counter()
            search(base, file, wish, most=20)
            times.append(1000 * (time.perf_counter() - start))
        claims = base.execute("SELECT count(*) FROM claims").fetchone()[0]
    times.sort()
    middle, most = statistics.median(times), times[int(len(times) * 0.95)]
    print(f"  asked of {claims} claims: median {middle:.1f} ms, 95 % within {most:.1f} ms")


def _tell_stages(folder: Path) -> None:
    """Print how much of the processor each stage of a map takes."""
    write_maps(folder, IN_STAGES)
    files = sorted(folder.rglob("*.yaml"))
    # A command of its own would look for no garbage either.
    gc.disable()
    readings = _stage("read", read_path, files)
    maps = [reading.map for reading in readings if reading.map]
    _stage("checked", partial(check, selection=Selection(), given_texts={}), readings)
    _stage("evaluated", evaluate, maps)
    drawn = _stage("laid out", picture, maps)
    _stage("written as SVG", renderer_named("svg").render, drawn)
    _stage("made rows of a database", partial(rows_of, texts={}, name="a.yaml", included=()), maps)


def _stage(name: str, step: Callable[[One], Other], given: Sequence[One]) -> list[Other]:
    for one in given[:WARM]:
        step(one)
    start = time.process_time()
    made = [step(one) for one in given]
    each = 1000 * (time.process_time() - start) / len(given)
    print(f"{name:28}{each:>8.2f} ms of a processor", flush=True)
    return made


if __name__ == "__main__":
    main()

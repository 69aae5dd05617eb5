"""How long a corpus takes to be filled and asked, in which memory, and how many copies are found.

    python -m tests.bench.corpus [--claims 100000]

Maps of 20 claims are written, some claims of which are near copies of others with a word changed,
added or left out. Then they are indexed, once in full and once with nothing changed, searched for
words of every frequency, and looked through for near copies. Each command is a process of its own.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

from argmap.corpus.database import opened
from argmap.corpus.searching import Wish, search
from tests.bench.processes import BYTES_PER_UNIT

CLAIMS_OF_A_MAP, SEARCHES, PLANTED = 20, 200, 0.01
SYLLABLES = [c + v + e for c in "bdfgklmnprstvz" for v in "aeiou" for e in ("", "n", "r", "l", "s")]


class Words:
    """A language of 30,000 words, as unevenly frequent as those of a real one."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        made = {
            "".join(dice.choices(SYLLABLES, k=dice.choice((1, 2, 2, 3, 4)))) for _ in range(60_000)
        }
        self.all = sorted(made)[:30_000]
        dice.shuffle(self.all)
        self.weights = list(accumulate(1 / (n + 10) for n in range(len(self.all))))

    def sentence(self) -> list[str]:
        return self.dice.choices(self.all, cum_weights=self.weights, k=self.dice.randint(7, 14))


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=100_000)
    number = parser.parse_args().claims
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        words, planted = write_corpus(folder / "maps", number // CLAIMS_OF_A_MAP)
        base = folder / "corpus.db"
        for what in ("index in full", "index with nothing changed"):
            _run(what, "index", str(folder / "maps"), "-o", str(base), "-q")
        print(f"{'size of the database':30}{base.stat().st_size / 2**20:>10.0f} MiB")
        _search(base, words)
        _copies(base, planted)


def write_corpus(folder: Path, number: int) -> tuple[Words, set[frozenset[tuple[str, str]]]]:
    """Write so many maps; return their language, and the pairs of claims that are near copies."""
    dice = random.Random(1)
    words = Words(dice)
    folder.mkdir()
    planted, originals = set(), list[tuple[str, str, list[str]]]()
    for n in range(number):
        lines = ["argmap: 1", f"title: Map {n}", "thesis:"]
        name = f"{n // 1000:04}/{n}.yaml"
        for k in range(CLAIMS_OF_A_MAP):
            words_of_it = words.sentence()
            if originals and dice.random() < PLANTED:
                other_map, other, said = dice.choice(originals)
                words_of_it = _nearly(said, words)
                planted.add(frozenset([(other_map, other), (name, f"c{k}")]))
            elif dice.random() < PLANTED:
                originals.append((name, f"c{k}", words_of_it))
            text = " ".join(words_of_it).capitalize()
            if k == 0:
                lines += ["  id: c0", f"  text: {text}.", "  arguments:"]
            else:
                lines.append(f"    - {{id: c{k}, text: {text}.}}")
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return words, planted


def _nearly(said: list[str], words: Words) -> list[str]:
    changed, place = list(said), words.dice.randrange(len(said))
    match words.dice.randrange(4):
        case 0:
            changed[place] = words.sentence()[0]
        case 1:
            changed.insert(place, words.sentence()[0])
        case 2:
            del changed[place]
        case _:
            changed[place] = changed[place][:-1] + "s"
    return changed


def _run(what: str, *call: str) -> str:
    program = (
        "import resource, sys; from argmap.cli.application import run\n"
        "try:\n    run()\nfinally:\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)\n"
    )
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program, *call], capture_output=True, encoding="utf-8", check=True
    )
    seconds = time.perf_counter() - start
    peak = int(done.stderr.split()[-1]) * BYTES_PER_UNIT / 2**20
    print(f"{what:30}{seconds:>10.1f} s {peak:>10.0f} MiB", flush=True)
    return done.stdout


def _search(file: Path, words: Words) -> None:
    dice, times = random.Random(2), []
    with opened(file) as base:
        for _ in range(SEARCHES):
            wish = Wish(words=" ".join(words.sentence()[: dice.choice((1, 2, 3))]))
            start = time.perf_counter()
            search(base, file, wish, most=20)
            times.append(time.perf_counter() - start)
    middle, most = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
    told = f"median {1000 * middle:.1f} ms, 95 % within {1000 * most:.1f} ms"
    print(f"{'search':30}{told}, at most {1000 * max(times):.1f} ms", flush=True)


def _copies(file: Path, planted: set[frozenset[tuple[str, str]]]) -> None:
    told = json.loads(_run("near copies", "duplicates", str(file), "--format", "json"))
    family_of = {
        (Path(one["map"]).parent.name + "/" + Path(one["map"]).name, one["id"]): number
        for number, family in enumerate(told["families"])
        for one in family["claims"]
    }
    pairs = [tuple(pair) for pair in planted if len(pair) == 2]
    across = [(one, other) for one, other in pairs if one[0] != other[0]]
    found = sum(family_of.get(one, -1) == family_of.get(other, -2) for one, other in across)
    known = {claim for pair in planted for claim in pair}
    others = [claim for claim in family_of if claim not in known]
    share = 100 * found / len(across)
    print(f"{'planted copies found':30}{found} of {len(across)} ({share:.1f} %)")
    print(f"{'other claims told as copies':30}{len(others)}")


if __name__ == "__main__":
    main()

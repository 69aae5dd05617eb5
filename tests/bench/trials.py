"""A trial of many random maps: shared out to processes, counted, each fault shown once a kind."""

import argparse
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as begun_with
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from tests.editing.laws import BrokenLawError
from tests.strategies import argument_maps

# Of one start of Hypothesis, which looks longer and longer for maps that it has not made yet.
_ROUND = 250


# Tries one map, and returns a word for what became of it, to be counted.
Trial = Callable[[ArgumentMap, Random], str]


@dataclass(slots=True)
class Tally:
    """What became of the maps that were tried: words with numbers, and the first of each fault."""

    words: Counter[str] = field(default_factory=Counter)
    faults: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)

    def add(self, other: "Tally") -> None:
        """Add what another one counted."""
        self.words += other.words
        for law, (number, texts) in other.faults.items():
            self.note(law, texts, number)

    def note(self, law: str, texts: tuple[str, ...], number: int = 1) -> None:
        """Note a fault; the shortest texts that show it are kept."""
        before, shown = self.faults.get(law, (0, texts))
        shortest = min(shown, texts, key=lambda some: sum(map(len, some)))
        self.faults[law] = before + number, shortest


def tried(trial: Trial, number: int, seed: int, most: int) -> Tally:
    """Return what became of `number` maps, none with more claims or arguments than `most`."""
    tally = Tally()

    @begun_with(seed)
    @settings(
        max_examples=number,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        argument_maps(min_claims=1, max_claims=most, max_arguments=most),
        st.randoms(use_true_random=True),
    )
    def one(a_map: ArgumentMap, chance: Random) -> None:
        tally.words["maps"] += 1
        try:
            tally.words[trial(a_map, chance)] += 1
        except BrokenLawError as fault:
            tally.note(fault.law, fault.texts)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            law = f"{type(error).__name__} in {last.filename}, line {last.lineno}: {error}"
            tally.note(law[:300], (repr(a_map),))

    one()
    return tally


def main(trial: Trial, about: str, *, maps: int = 10_000, most: int = 6) -> int:
    """Try maps as the command line asks; print what became of them, and return 1 for a fault."""
    parser = argparse.ArgumentParser(description=about.partition("\n")[0])
    parser.add_argument("--maps", type=int, default=maps)
    parser.add_argument("--most", type=int, default=most, help="claims and arguments of a map")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    tally, start = Tally(), time.perf_counter()
    sizes = [min(_ROUND, asked.maps - done) for done in range(0, asked.maps, _ROUND)]
    with ProcessPoolExecutor(asked.jobs) as pool:
        rounds = [
            pool.submit(tried, trial, size, asked.seed * 100_000 + n, asked.most)
            for n, size in enumerate(sizes)
        ]
        for one in rounds:
            tally.add(one.result())
    for law, (number, texts) in tally.faults.items():
        print(f"FAULT, {number} times: {law}", *texts, sep="\n---\n", end="\n\n")
    print(", ".join(f"{number} {word}" for word, number in tally.words.items()))
    print(
        f"{sum(n for n, _ in tally.faults.values())} faults in {time.perf_counter() - start:.0f} s"
    )
    return 1 if tally.faults else 0


def run(trial: Trial, about: str) -> None:
    """Try maps with the trial of a script, and end it."""
    sys.exit(main(trial, about))

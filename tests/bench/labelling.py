"""Whether the labelling in JavaScript says what Python says, on as many random maps as wanted.

    python -m tests.bench.labelling [--maps 10000] [--first 0]

Each map has a random question: claims and steps accepted or rejected, or an audience; of some maps
a part is hidden. Then come the milliseconds that an answer takes in JavaScript for large maps.
"""

import argparse
import sys
import time

from tests.evaluation.random_maps import random_map
from tests.render.explorer.labelling import WhatIf, answering, differing, random_question

SIZES = (100, 1_000, 10_000)
RUNS = 5


def main() -> None:
    """Compare the answers, and print what differs, then a table of times."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--maps", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="the seed of the first map")
    wishes = parser.parse_args()
    wrong = 0
    with answering() as answer:
        for seed in range(wishes.first, wishes.first + wishes.maps):
            found = differing(random_question(seed), answer)
            if found:
                wrong += 1
                print(f"{seed}: {found[0]}\n  but Python says {found[1]}")
        print(f"{wishes.maps} maps, {wrong} with other verdicts")
        for size in SIZES:
            a_map = random_map(1, claims=size, arguments=size)
            data = WhatIf(a_map, reject=(a_map.claims[0].id,)).asked()
            times = []
            for _ in range(RUNS):
                start = time.perf_counter()
                answer(data)
                times.append(time.perf_counter() - start)
            print(f"{size:>6} claims: {min(times) * 1000:.0f} ms, reading and writing included")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()

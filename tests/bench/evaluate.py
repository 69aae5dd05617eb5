"""How long it takes to say what stands, and what a claim hangs on.

    python -m tests.bench.evaluate [--sizes 10000,100000,1000000]

Nodes are claims and arguments together; making the maps is not counted. Chains are claims each of
which attacks or supports the one before it; random maps are trees with links across. Then come the
seconds for what the claims of maps of 10,000 hang on. Each size has a process of its own, so that
peaks of memory are theirs.
"""

import argparse
import gc
import random
import statistics
import subprocess
import sys
import time

from argmap.evaluation.hanging import hangs_on
from argmap.evaluation.labelling import evaluate
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity
from tests.bench.processes import BYTES_PER_UNIT
from tests.bench.random_argument import random_argument

ASKED = 20


def main() -> None:
    """Measure every size and shape, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--one", nargs=2, metavar=("SHAPE", "NODES"), help=argparse.SUPPRESS)
    wishes = parser.parse_args()
    if wishes.one:
        _measure(wishes.one[0], int(wishes.one[1]))
        return
    print(f"{'shape':<8}{'nodes':>9}{'seconds':>10}{'µs a node':>11}{'peak memory':>14}")
    for shape in ("random", "chain"):
        for size in wishes.sizes.split(","):
            command = [sys.executable, "-m", "tests.bench.evaluate", "--one", shape, size]
            subprocess.run(command, check=True)
    _measure_hanging()


def _measure(shape: str, nodes: int) -> None:
    import resource

    gc.disable()
    a_map = _chain(nodes) if shape == "chain" else _random(nodes)
    number = len(a_map.claims) + len(a_map.arguments)
    start = time.perf_counter()
    evaluate(a_map)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_PER_UNIT
    print(
        f"{shape:<8}{number:>9}{seconds:>10.2f}{seconds / number * 1e6:>11.2f}"
        f"{peak / 1024**2:>10.0f} MiB",
        flush=True,
    )


def _random(nodes: int) -> ArgumentMap:
    # There are about two arguments for three claims.
    return random_argument(round(nodes * 0.6), cross_links=0.05)


def _chain(nodes: int) -> ArgumentMap:
    dice = random.Random(1)
    half = nodes // 2
    claims = tuple(Claim(f"c{number}", "A claim.") for number in range(half))
    arguments = tuple(
        Argument(f"a{number}", (f"c{number + 1}",), f"c{number}", dice.choice(list(Polarity)))
        for number in range(half - 1)
    )
    return ArgumentMap(claims, arguments, ("c0",))


def _measure_hanging() -> None:
    gc.disable()
    seconds, sets, whole = [], [], 0
    for seed in range(4):
        a_map = random_argument(10_000, cross_links=0.02, seed=seed)
        verdicts = evaluate(a_map)
        dice = random.Random(seed)
        argued = [
            claim.id
            for claim in a_map.claims
            if verdicts.claims[claim.id].label is Label.ACCEPTED and a_map.arguments_on(claim.id)
        ]
        for name in [argued[0], *dice.sample(argued, ASKED // 4)]:
            start = time.perf_counter()
            found = hangs_on(a_map, name)
            seconds.append(time.perf_counter() - start)
            sets.append(len(found.sets))
            whole += found.is_complete
    print(
        f"what {len(seconds)} claims in maps of 10,000 hang on: median "
        f"{statistics.median(seconds):.3f} s, longest {max(seconds):.2f} s; "
        f"{whole} complete within the budget, up to {max(sets)} sets"
    )


if __name__ == "__main__":
    main()

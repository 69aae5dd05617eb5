"""How long it takes to say what stands, and what a claim hangs on.

    python -m tests.bench.evaluate [--sizes 10000,100000,1000000]

Nodes are claims and arguments together; making the maps is not counted. Chains are claims each of
which attacks or supports the one before it; random maps are trees with links across. Then come the
seconds for what would turn verdicts. Each size has a process of its own, so that
peaks of memory are theirs. Of three runs the fastest counts; the time for a node is processor time,
which says more where others use the machine as well.
"""

import argparse
import gc
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.supposing import Suppositions
from argmap.evaluation.why.ways import ways_to_turn
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity
from tests.bench.processes import BYTES_PER_UNIT
from tests.bench.random_argument import random_argument

MAPS, RUNS = 12, 3


def main() -> None:
    """Measure every size and shape, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--one", nargs=2, metavar=("SHAPE", "NODES"), help=argparse.SUPPRESS)
    wishes = parser.parse_args()
    if wishes.one:
        _measure(wishes.one[0], int(wishes.one[1]))
        return
    columns = f"{'seconds':>10}{'processor':>11}{'µs a node':>11}{'peak memory':>14}"
    print(f"{'shape':<8}{'nodes':>9}{columns}")
    for shape in ("random", "chain"):
        for size in wishes.sizes.split(","):
            command = [sys.executable, "-m", "tests.bench.evaluate", "--one", shape, size]
            subprocess.run(command, check=True)
    _measure_ways()


def _measure(shape: str, nodes: int) -> None:
    import resource

    gc.disable()
    a_map = _chain(nodes) if shape == "chain" else _random(nodes)
    gc.enable()
    number = len(a_map.claims) + len(a_map.arguments)
    runs = [_timed(lambda: evaluate(a_map)) for _ in range(RUNS)]
    wall, busy = (min(times) for times in zip(*runs, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_PER_UNIT
    print(
        f"{shape:<8}{number:>9}{wall:>10.2f}{busy:>11.2f}{busy / number * 1e6:>11.2f}"
        f"{peak / 1024**2:>10.0f} MiB",
        flush=True,
    )


def _timed(task: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds that passed, and those that the processor was at work on the task."""
    wall, busy = time.perf_counter(), time.process_time()
    task()
    return time.perf_counter() - wall, time.process_time() - busy


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


def _measure_ways() -> None:
    """Ask of theses, of what most bears on, and of others; the processor times are told."""
    theses, widest, others = (list[float]() for _ in range(3))
    reach = []
    for seed in range(MAPS):
        a_map = random_argument(10_000, cross_links=0.02, seed=seed)
        verdicts = evaluate(a_map).claims
        stands = [c.id for c in a_map.claims if verdicts[c.id].label is Label.ACCEPTED]
        argued = [name for name in stands if a_map.arguments_on(name)]
        widths = {name: Suppositions(a_map, name, budget=1).network.size for name in argued[:50]}
        widest_one = max(widths, key=widths.__getitem__)
        reach.append(widths[widest_one])
        _ask(a_map, a_map.theses[0], theses)
        _ask(a_map, widest_one, widest)
        for name in random.Random(seed).sample(argued, 5):
            _ask(a_map, name, others)
    print("what would turn a verdict, in maps of 10,000 claims:")
    for what, times in (
        ("theses", theses),
        (f"claims that stand on up to {max(reach)} nodes", widest),
        ("other claims that stand", others),
    ):
        print(f"{len(times):>5} {what}: median {statistics.median(times):.3f} s,", end=" ")
        print(f"longest {max(times):.2f} s")


def _ask(a_map: ArgumentMap, name: str, times: list[float]) -> None:
    times.append(_timed(lambda: ways_to_turn(a_map, name))[1])


if __name__ == "__main__":
    main()

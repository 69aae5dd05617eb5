"""How long argmap and clingo take to find the preferred and stable standpoints of frameworks.

    python -m tests.bench.standpoints [--sizes N …] [--runs N] [--limit N] [--clingo VERSION]

Run it from the top of the project in an environment with `argmap[sat]`; it needs the network once,
to install `clingo` into a temporary folder that is gone afterwards. The frameworks are made by the
script, always the same ones: Erdős–Rényi, Watts–Strogatz and Barabási–Albert graphs, whose edges
become attacks in one direction or, now and then, in both.

Both get the attacks and answer in the same process, in turn: argmap from an ArgumentMap, clingo
from facts and a plain encoding (complete labellings; for preferred ones its domain heuristic with
`domRec`, which enumerates only the subset-maximal ones). A task ends at `--limit` standpoints or
after `--seconds`. Where both come to an end, the numbers of standpoints must agree. This is no part
of the tests: times depend on the machine.
"""

import argparse
import importlib
import itertools
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from argmap.errors import EvaluationLimitError
from argmap.evaluation.acceptance import Semantics
from argmap.evaluation.standpoints import standpoints
from argmap.model import Argument, ArgumentMap, Claim, Polarity

Edges = list[tuple[int, int]]
# Only up to here does each of the three kinds leave something to search for.
SIZES = (100, 200, 300, 450)
COMPLETE = """
{ in(X) } :- arg(X).
out(X) :- att(Y, X), in(Y).
:- in(X), out(X).
:- in(X), att(Y, X), not out(Y).
:- arg(X), not in(X), out(Y) : att(Y, X).
"""
ENCODINGS = {
    Semantics.PREFERRED: COMPLETE + "#heuristic in(X) : arg(X). [1, true]\n#show in/1.",
    Semantics.STABLE: COMPLETE + ":- arg(X), not in(X), not out(X).\n#show in/1.",
}
OPTIONS = {
    Semantics.PREFERRED: ["--heuristic=Domain", "--enum-mode=domRec"],
    Semantics.STABLE: [],
}


def main() -> None:
    """Measure both and print a table."""
    wishes = _wishes()
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as name:
        clingo = _clingo(wishes.clingo, Path(name))
        print(_machine(clingo))
        print(f"at most {wishes.limit} standpoints, {wishes.seconds:g} s; median of {wishes.runs}")
        head = f"{'framework':<18}{'attacks':>8}  {'semantics':<10}{'found':>7}"
        print(f"{head}{'argmap':>11}{'clingo':>11}{'ratio':>8}", flush=True)
        for kind, size in itertools.product(GENERATORS, wishes.sizes):
            edges = oriented(GENERATORS[kind](size, random.Random(size)), random.Random(-size))
            for semantics in ENCODINGS:
                _row(f"{kind} {size}", size, edges, semantics, clingo, wishes)


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of nodes")
    parser.add_argument("--runs", type=int, default=3, help="counted runs of each")
    parser.add_argument("--limit", type=int, default=100, help="the most standpoints to find")
    parser.add_argument("--seconds", type=float, default=60.0, help="the longest a task may take")
    parser.add_argument("--clingo", help="the version of clingo (default: the newest)")
    wishes = parser.parse_args()
    if wishes.runs < 1 or wishes.limit < 1 or min(wishes.sizes) < 10:
        parser.error("--runs and --limit are at least 1, --sizes at least 10.")
    return wishes


def _clingo(wished: str | None, folder: Path) -> Any:
    package = f"clingo=={wished}" if wished else "clingo"
    install = [sys.executable, "-m", "pip", "install", "-qq", "--target", str(folder), package]
    if subprocess.run(install, stdout=subprocess.DEVNULL).returncode:
        sys.exit(f"pip could not install {package}.")
    sys.path.insert(0, str(folder))
    return importlib.import_module("clingo")


def _machine(clingo: Any) -> str:
    return (
        f"python-sat {version('python-sat')}, clingo {clingo.__version__}, "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores"
    )


def erdos_renyi(size: int, dice: random.Random) -> Edges:
    """Return a graph in which each pair is joined with the same chance: eight edges a node."""
    pairs = itertools.combinations(range(size), 2)
    return [pair for pair in pairs if dice.random() < 8 / size]


def watts_strogatz(size: int, dice: random.Random) -> Edges:
    """Return a ring with six neighbours to each node, of which a third lead elsewhere."""
    edges = set()
    for node, step in itertools.product(range(size), (1, 2, 3)):
        other = (node + step) % size
        if dice.random() < 1 / 3:
            other = dice.randrange(size)
        if other != node:
            edges.add((min(node, other), max(node, other)))
    return sorted(edges)


def barabasi_albert(size: int, dice: random.Random) -> Edges:
    """Return a graph that grew: each node joins three, the better joined the more likely."""
    edges: Edges = []
    ends = list(range(4))
    for node in range(4, size):
        chosen: set[int] = set()
        while len(chosen) < 3:
            chosen.add(dice.choice(ends))
        for other in sorted(chosen):
            edges.append((other, node))
            ends += (other, node)
    return edges


GENERATORS: dict[str, Callable[[int, random.Random], Edges]] = {
    "Erdős–Rényi": erdos_renyi,
    "Watts–Strogatz": watts_strogatz,
    "Barabási–Albert": barabasi_albert,
}


def oriented(edges: Edges, dice: random.Random) -> Edges:
    """Return attacks: each edge in one direction, two in five of them in both."""
    attacks = []
    for one, other in edges:
        first, second = (one, other) if dice.random() < 0.5 else (other, one)
        attacks.append((first, second))
        if dice.random() < 0.4:
            attacks.append((second, first))
    return attacks


def framework_map(size: int, attacks: Edges) -> ArgumentMap:
    """Return claims that attack each other."""
    return ArgumentMap(
        tuple(Claim(f"c{node}", f"c{node}") for node in range(size)),
        tuple(
            Argument(f"a{number}", (f"c{attacker}",), f"c{target}", Polarity.ATTACK)
            for number, (attacker, target) in enumerate(attacks)
        ),
    )


def _row(
    name: str,
    size: int,
    attacks: Edges,
    semantics: Semantics,
    clingo: Any,
    wishes: argparse.Namespace,
) -> None:
    a_map = framework_map(size, attacks)
    facts = "".join(f"arg({node})." for node in range(size))
    facts += "".join(f"att({attacker},{target})." for attacker, target in attacks)
    ours: list[tuple[int | None, float]] = []
    theirs: list[tuple[int | None, float]] = []
    for _ in range(wishes.runs):
        ours.append(_timed(lambda: _by_argmap(a_map, semantics, wishes)))
        theirs.append(_timed(lambda: _by_clingo(clingo, facts, semantics, wishes)))
    our_count, their_count = ours[0][0], theirs[0][0]
    if None not in (our_count, their_count) and our_count != their_count:
        sys.exit(f"{name}, {semantics}: argmap finds {our_count}, clingo {their_count}.")
    medians = [statistics.median(seconds for _, seconds in runs) for runs in (ours, theirs)]
    count = our_count if our_count is not None else their_count
    shown = [
        "—" if count_found is None else f"{median:.3f} s"
        for count_found, median in zip((our_count, their_count), medians, strict=True)
    ]
    ratio = f"{medians[0] / medians[1]:.2f}" if "—" not in shown else "—"
    print(
        f"{name:<18}{len(attacks):>8}  {semantics:<10}{'—' if count is None else count:>7}"
        f"{shown[0]:>11}{shown[1]:>11}{ratio:>8}",
        flush=True,
    )


def _timed(task: Callable[[], int | None]) -> tuple[int | None, float]:
    start = time.perf_counter()
    count = task()
    return count, time.perf_counter() - start


def _by_argmap(a_map: ArgumentMap, semantics: Semantics, wishes: argparse.Namespace) -> int | None:
    """Return how many standpoints there are, or None where the time was over."""
    try:
        found: Iterator[object] = standpoints(
            a_map, semantics, limit=wishes.limit, seconds=wishes.seconds
        )
        return sum(1 for _ in found)
    except EvaluationLimitError:
        return None


def _by_clingo(
    clingo: Any, facts: str, semantics: Semantics, wishes: argparse.Namespace
) -> int | None:
    control = clingo.Control([f"--models={wishes.limit}", *OPTIONS[semantics]])
    control.add("base", [], facts + ENCODINGS[semantics])
    control.ground([("base", [])])
    count = 0

    def counted(_: object) -> None:
        nonlocal count
        count += 1

    with control.solve(on_model=counted, async_=True) as handle:
        in_time = handle.wait(wishes.seconds)
        if not in_time:
            handle.cancel()
    return count if in_time else None


if __name__ == "__main__":
    main()

"""How long argmap and clingo take to answer what standpoints of frameworks accept.

    python -m tests.bench.standpoints [--list] [--sizes N …] [--runs N] [--claims N] [--seconds N]

It needs clingo (`pip install clingo`) and `argmap[sat]`. The frameworks are made by the script,
always the same ones: linked cycles; Erdős–Rényi, Watts–Strogatz and Barabási–Albert graphs, whose
edges become attacks in one direction or, now and then, in both; graphs whose attacks are drawn at
random, three or four for each argument; and pairs that attack each other.

Asked is whether some and whether all preferred or stable standpoints accept an argument, of a few
arguments in turn; the times for one argument are told, of all runs and arguments the median and the
longest. Both are asked in the same process, in turn: argmap from an ArgumentMap, clingo from facts
and a plain encoding of complete labellings. Whether a preferred standpoint accepts an argument, a
complete one tells; whether all do, clingo finds by its domain heuristic with `domRec`, which gives
only the subset-maximal ones: it stops at the first that does not accept it. So clingo has one
question for each of the two answers. A task is given up after `--seconds`. Where both come to an
end, the answers must agree. With `--list`, standpoints are listed and counted instead, up to
`--limit` of them. This is no part of the tests: times depend on the machine.
"""

import argparse
import importlib
import itertools
import os
import platform
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from typing import Any

from argmap.errors import EvaluationLimitError
from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.standpoints import acceptability, standpoints
from argmap.model import ArgumentMap
from tests.bench.clingo_answers import ENCODINGS, asked_of_clingo, facts_of, listed_by_clingo
from tests.bench.frameworks import ASKED, GENERATORS, Edges, framework_map, one_cycle, oriented

Answers = tuple[bool, bool] | None
# Up to here does each kind of graph leave something to list.
LISTED_SIZES = (100, 200, 300, 450)


def main() -> None:
    """Measure both and print a table."""
    wishes = _wishes()
    try:
        clingo = importlib.import_module("clingo")
    except ImportError:
        sys.exit("This measurement compares with clingo; install it first: pip install clingo")
    print(_machine(clingo))
    # The first question brings in the solver, which is no part of the answer.
    acceptability(framework_map(120, one_cycle(120, random.Random(0))), Semantics.STABLE, "c0")
    if wishes.list:
        _list_all(clingo, wishes)
    else:
        _ask_all(clingo, wishes)


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--list", action="store_true", help="list and count standpoints instead")
    parser.add_argument("--sizes", type=int, nargs="+", help="numbers of nodes")
    parser.add_argument("--runs", type=int, default=3, help="counted runs of each")
    parser.add_argument("--claims", type=int, default=5, help="how many claims are asked about")
    parser.add_argument("--limit", type=int, default=100, help="the most standpoints to list")
    parser.add_argument("--seconds", type=float, default=60.0, help="the longest a task may take")
    wishes = parser.parse_args()
    if min(wishes.runs, wishes.limit, wishes.claims, *(wishes.sizes or [10])) < 1:
        parser.error("all numbers are at least 1.")
    return wishes


def _machine(clingo: Any) -> str:
    return (
        f"python-sat {version('python-sat')}, clingo {clingo.__version__}, "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores"
    )


def _ask_all(clingo: Any, wishes: argparse.Namespace) -> None:
    print(f"seconds for one argument, median and longest of {wishes.runs} × {wishes.claims}")
    head = f"{'framework':<26}{'attacks':>8}  {'semantics':<10}{'all/some/none':>14}"
    print(f"{head}{'argmap':>16}{'clingo':>16}{'ratio':>7}", flush=True)
    for kind, (usual, make) in ASKED.items():
        for size in wishes.sizes or [usual]:
            attacks = make(size, random.Random(size))
            for semantics in ENCODINGS:
                _ask_row(f"{kind} {size}", size, attacks, semantics, clingo, wishes)


def _ask_row(
    name: str,
    size: int,
    attacks: Edges,
    semantics: Semantics,
    clingo: Any,
    wishes: argparse.Namespace,
) -> None:
    a_map, facts = framework_map(size, attacks), facts_of(size, attacks)
    shares = {"all": 0, "some": 0, "none": 0, "—": 0}
    ours: list[float] = []
    theirs: list[float] = []
    is_given_up = [False, False]
    for node in random.Random(size).sample(range(size), wishes.claims):
        for run in range(wishes.runs):
            answer, seconds = _timed(partial(_asked_of_argmap, a_map, semantics, node, wishes))
            other, their_seconds = _timed(
                partial(asked_of_clingo, clingo, facts, semantics, node, wishes.seconds)
            )
            ours.append(seconds)
            theirs.append(their_seconds)
            is_given_up = [is_given_up[0] or answer is None, is_given_up[1] or other is None]
            if None not in (answer, other) and answer != other:
                sys.exit(f"{name}, {semantics}, {node}: argmap says {answer}, clingo {other}.")
            if not run:
                shares[_share(answer or other)] += 1
    told = [
        f"{statistics.median(times):.2f} {'>' * over}{max(times):.2f} s"
        for times, over in zip((ours, theirs), is_given_up, strict=True)
    ]
    counts = "/".join(str(count) for count in list(shares.values())[:3])
    ratio = f"{statistics.median(ours) / statistics.median(theirs):.2f}"
    print(
        f"{name:<26}{len(attacks):>8}  {semantics:<10}{counts:>14}"
        f"{told[0]:>16}{told[1]:>16}{ratio:>7}",
        flush=True,
    )


def _share(answer: Answers) -> str:
    """Return the share for whether some and whether all standpoints accept it."""
    if answer is None:
        return "—"
    some, every = answer
    return "all" if every else "some" if some else "none"


def _asked_of_argmap(
    a_map: ArgumentMap, semantics: Semantics, node: int, wishes: argparse.Namespace
) -> Answers:
    found = acceptability(a_map, semantics, f"c{node}", seconds=wishes.seconds)
    credulous, sceptical = found.acceptance.credulous, found.acceptance.sceptical
    return None if credulous is None or sceptical is None else (credulous, sceptical)


def _list_all(clingo: Any, wishes: argparse.Namespace) -> None:
    print(f"at most {wishes.limit} standpoints, {wishes.seconds:g} s; median of {wishes.runs}")
    head = f"{'framework':<18}{'attacks':>8}  {'semantics':<10}{'found':>7}"
    print(f"{head}{'argmap':>11}{'clingo':>11}{'ratio':>8}", flush=True)
    for kind, size in itertools.product(GENERATORS, wishes.sizes or LISTED_SIZES):
        edges = oriented(GENERATORS[kind](size, random.Random(size)), random.Random(-size))
        for semantics in ENCODINGS:
            _row(f"{kind} {size}", size, edges, semantics, clingo, wishes)


def _row(
    name: str,
    size: int,
    attacks: Edges,
    semantics: Semantics,
    clingo: Any,
    wishes: argparse.Namespace,
) -> None:
    a_map = framework_map(size, attacks)
    facts = facts_of(size, attacks)
    ours: list[tuple[int | None, float]] = []
    theirs: list[tuple[int | None, float]] = []
    for _ in range(wishes.runs):
        ours.append(_timed(lambda: _by_argmap(a_map, semantics, wishes)))
        theirs.append(
            _timed(lambda: listed_by_clingo(clingo, facts, semantics, wishes.limit, wishes.seconds))
        )
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


def _timed(task: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    found = task()
    return found, time.perf_counter() - start


def _by_argmap(a_map: ArgumentMap, semantics: Semantics, wishes: argparse.Namespace) -> int | None:
    """Return how many standpoints there are, or None where the time was over."""
    try:
        found: Iterator[object] = standpoints(
            a_map, semantics, limit=wishes.limit, seconds=wishes.seconds
        )
        return sum(1 for _ in found)
    except EvaluationLimitError:
        return None


if __name__ == "__main__":
    main()

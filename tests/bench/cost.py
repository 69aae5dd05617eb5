"""How the time of every command and notation grows with wide, deep, dense and long maps.

    python -m tests.bench.cost [--size N] [--limit SECONDS] [--shape NAME …] [--only WORD …] [--all]

Each shape is made with N, 2N and 4N claims, or words; each step is timed on all three. The exponent
tells how the time grows from one to the next: 1 is linear, 2 quadratic. Shown are the steps that
take more than a fifth of a second and grow faster than N to the power of 1.5, and those that took
too long; `--all` shows every step. This is no part of the tests: times depend on the machine.
"""

import argparse
import gc
import math
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from argmap.checks.rule import Subject
from argmap.checks.runner import Selection, run
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.semantics import degrees_of
from argmap.evaluation.why.explanation import explain
from argmap.evaluation.why.ways import ways_to_turn
from argmap.formats import format_named, notation_of
from argmap.formats.recognition import WRITABLE
from argmap.model import ArgumentMap
from argmap.pipeline import draw
from argmap.report.explanation import explanation_text
from argmap.report.outline_text import outline
from argmap.weighing import DEGREES
from tests.bench.fuzz_crashes import TooSlowError, bounded
from tests.bench.shapes import SHAPES

TEXTS = ("md", "mermaid")
NOTABLE, STEEP = 0.2, 1.5
Step = Callable[[], object]


def steps_on(a_map: ArgumentMap) -> Iterator[tuple[str, Step]]:
    """Yield everything that is done with a map, by name; texts to be read are made before."""
    for name in WRITABLE:
        notation = notation_of(format_named(name))
        yield f"write {name}", partial(notation.dumps, a_map)
        if format_named(name).reads:
            try:
                with bounded(20):
                    text = notation.dumps(a_map).text
            except TooSlowError:
                continue
            yield f"read {name}", partial(notation.loads, text, file="x")
    everything = Selection(frozenset({"all"}))
    yield "check", partial(run, Subject(a_map), selection=everything, allowances={})
    yield "evaluate", partial(evaluate, a_map)
    for semantics in DEGREES:
        yield f"evaluate {semantics}", partial(degrees_of, a_map, semantics)
    yield "show", partial(outline, a_map, width=100, evaluation=evaluate(a_map))
    yield "explain", partial(_explained, a_map)
    yield "explain ways", partial(_ways, a_map)
    for format in TEXTS:
        yield f"render {format}", partial(draw, a_map, format=format)


def _explained(a_map: ArgumentMap) -> str:
    found = explain(a_map, evaluate(a_map), a_map.claims[0].id)
    return explanation_text(a_map, found, width=100)


def _ways(a_map: ArgumentMap) -> object:
    return ways_to_turn(a_map, a_map.claims[0].id)


def seconds_of(step: Step, limit: float) -> float | None:
    """Return how long a step takes, None where it takes longer than the limit."""
    # As the command line does, whose process ends soon.
    gc.collect()
    gc.disable()
    start = time.process_time()
    try:
        with bounded(limit):
            step()
    except TooSlowError:
        return None
    return time.process_time() - start


def rows(shape: str, size: int, limit: float, only: list[str]) -> Iterator[tuple[str, list[float]]]:
    """Yield each step on a shape with its times, infinity where it takes too long."""
    sizes = (size, 2 * size, 4 * size)
    series = [dict(steps_on(SHAPES[shape](number))) for number in sizes]
    for name in series[0]:
        if only and not any(word in name for word in only):
            continue
        times: list[float] = []
        for steps in series:
            found = seconds_of(steps[name], limit) if name in steps else None
            times.append(math.inf if found is None else found)
            if found is None:
                break
        yield name, times


def exponent(times: list[float]) -> float:
    """Return the power of the size that the last two times grow with."""
    if len(times) < 3 or math.inf in times:
        return math.inf
    return math.log2(times[-1] / times[-2])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--limit", type=float, default=20.0)
    parser.add_argument("--shape", action="append", choices=SHAPES)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--all", action="store_true")
    chosen = parser.parse_args()
    n = chosen.size
    print(f"{'shape':12}{'step':28}{n:>9,}{2 * n:>9,}{4 * n:>9,}  exponent")
    for shape in chosen.shape or SHAPES:
        for name, times in rows(shape, n, chosen.limit, chosen.only):
            power = exponent(times)
            if chosen.all or (times[-1] > NOTABLE and power > STEEP):
                shown = "".join(f"{one:9.2f}" for one in times).ljust(27)
                print(f"{shape:12}{name:28}{shown}  {power:8.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

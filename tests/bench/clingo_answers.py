"""What clingo says of frameworks, with a plain encoding of complete labellings."""

import time
from typing import Any

from argmap.evaluation.coherent.acceptance import Semantics
from tests.bench.frameworks import Edges

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


def asked_of_clingo(
    clingo: Any, facts: str, semantics: Semantics, node: int, seconds: float
) -> tuple[bool, bool] | None:
    """Return whether some and whether all accept it, None where it took too long."""
    end = time.monotonic() + seconds
    if semantics is Semantics.STABLE:
        stable = facts + ENCODINGS[semantics]
        some = _has_model(clingo, f"{stable} :- not in({node}).", end)
        without = _has_model(clingo, f"{stable} :- in({node}).", end)
        return None if some is None or without is None else (some, some and not without)
    some = _has_model(clingo, f"{facts}{COMPLETE} :- not in({node}).", end)
    if not some:
        return None if some is None else (False, False)
    every = _all_have(clingo, facts + ENCODINGS[semantics], node, end)
    return None if every is None else (True, every)


def _has_model(clingo: Any, program: str, end: float) -> bool | None:
    control = clingo.Control(["1"])
    control.add("base", [], program)
    control.ground([("base", [])])
    with control.solve(async_=True) as handle:
        if not handle.wait(max(0.0, end - time.monotonic())):
            handle.cancel()
            return None
        return bool(handle.get().satisfiable)


def _all_have(clingo: Any, program: str, node: int, end: float) -> bool | None:
    """Return whether all preferred ones have a node in; the first without it decides."""
    control = clingo.Control(["0", *OPTIONS[Semantics.PREFERRED]])
    control.add("base", [], program)
    control.ground([("base", [])])
    wanted = clingo.Function("in", [clingo.Number(node)])
    lacking = False

    def look(model: Any) -> bool:
        nonlocal lacking
        lacking = not model.contains(wanted)
        return not lacking

    with control.solve(on_model=look, async_=True) as handle:
        if not handle.wait(max(0.0, end - time.monotonic())):
            handle.cancel()
            return None
    return not lacking


def facts_of(size: int, attacks: Edges) -> str:
    """Return a framework as facts."""
    facts = "".join(f"arg({node})." for node in range(size))
    return facts + "".join(f"att({attacker},{target})." for attacker, target in attacks)


def listed_by_clingo(
    clingo: Any, facts: str, semantics: Semantics, limit: int, seconds: float
) -> int | None:
    """Return how many standpoints clingo finds, at most so many, None where it took too long."""
    control = clingo.Control([f"--models={limit}", *OPTIONS[semantics]])
    control.add("base", [], facts + ENCODINGS[semantics])
    control.ground([("base", [])])
    count = 0

    def counted(_: object) -> None:
        nonlocal count
        count += 1

    with control.solve(on_model=counted, async_=True) as handle:
        in_time = handle.wait(seconds)
        if not in_time:
            handle.cancel()
    return count if in_time else None

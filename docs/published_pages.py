"""The cases of the literature as a table, for docs/explanation/published.md."""

from collections.abc import Iterator
from pathlib import Path

from argmap.model import ArgumentMap
from argmap.pipeline import load

CASES = Path(__file__).parents[1] / "tests" / "evaluation" / "published"
_WORDS = {"stands": "stands", "undecided": "undecided", "falls": "falls", "not-shown": "not shown"}


def table() -> str:
    """Return a row for each map: what it is called, where it comes from, what comes out."""
    maps = [load(path) for path in sorted(CASES.glob("*.yaml"))]
    return "\n".join(["| Case | From | What comes out |", "|---|---|---|", *map(_row, maps)])


def _row(a_map: ArgumentMap) -> str:
    outcome = "; ".join(_outcomes(a_map))
    return f"| {a_map.title} | {a_map.description} | {outcome} |"


def _outcomes(a_map: ArgumentMap) -> Iterator[str]:
    """Yield each verdict with the ids of the claims that have it."""
    for verdict, words in _WORDS.items():
        names = [f"`{one.id}`" for one in a_map.expectations if one.verdict == verdict]
        if names:
            yield f"{words}: {', '.join(names)}"

"""The cases of the literature as a table, for docs/explanation/published.md."""

import re
from collections.abc import Iterator
from pathlib import Path

from argmap.model import ArgumentMap
from argmap.pipeline import load

CASES = Path(__file__).parents[1] / "tests" / "evaluation" / "published"
# What a source may be looked up by; a range of pages is that of a whole paper.
_PLACE = re.compile(r"\b(page \d+|Figure \d[\d.]*|Example \d[\d.]*|first section)\b")
_WORDS = {"stands": "stands", "undecided": "undecided", "falls": "falls", "not-shown": "not shown"}
_HEADER = ("| Case | From | Looked up | What comes out |", "|---|---|---|---|")


def table() -> str:
    """Return a row for each map: its name and source, the place in that, and what comes out."""
    maps = [load(path) for path in sorted(CASES.glob("*.yaml"))]
    return "\n".join([*_HEADER, *map(_row, maps)])


def _row(a_map: ArgumentMap) -> str:
    outcome = "; ".join(_outcomes(a_map))
    places = list(dict.fromkeys(_PLACE.findall(a_map.description or "")))
    looked_up = ", ".join(places) or "no"
    return f"| {a_map.title} | {a_map.description} | {looked_up} | {outcome} |"


def _outcomes(a_map: ArgumentMap) -> Iterator[str]:
    """Yield each verdict with the ids of the claims that have it."""
    for verdict, words in _WORDS.items():
        names = [f"`{one.id}`" for one in a_map.expectations if one.verdict == verdict]
        if names:
            yield f"{words}: {', '.join(names)}"

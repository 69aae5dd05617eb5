"""Mistakes that beginners make: each is told where it is, in kind words, with what to do about it.

A case is a file, and beside it all that `argmap check` says of it. To write what it says now:
python -m tests.test_mistakes
"""

from pathlib import Path

import pytest

from argmap.checks.runner import Selection
from argmap.examination import check
from argmap.pipeline import read_text
from argmap.report import text

CASES = sorted((Path(__file__).parent / "cases" / "mistakes").glob("*.yaml"))
# Beginners have not thought of objections yet; that is no mistake.
SELECTION = Selection(ignore=frozenset(["one-sided"]))


def told_of(path: Path) -> str:
    """Return the whole report on a file."""
    reading = read_text(path.read_bytes(), file=path.name)
    found = check(reading, selection=SELECTION, given_texts={})
    return text.render(found, texts={path.name: reading.text})


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_mistake_is_told_with_what_to_do(path: Path) -> None:
    assert told_of(path) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_mistake_is_passed_over(path: Path) -> None:
    assert told_of(path)


def test_there_are_many_cases() -> None:
    assert len(CASES) > 80


if __name__ == "__main__":
    for case in CASES:
        case.with_suffix(".txt").write_text(told_of(case), encoding="utf-8")

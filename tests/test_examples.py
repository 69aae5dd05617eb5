"""What is run at first and what among the slow tests, and how often properties are tried."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
SETTINGS = "[pytest]\nmarkers =\n  slow: takes long\n  property: has examples\n"
TESTS = """
import pytest
from hypothesis import given, strategies as st
from tests.examples import examples, share

def test_quick(): pass

@pytest.mark.slow
def test_slow(): pass

@examples(1000)
@given(st.just(1))
def test_with_examples(one): pass

@pytest.mark.property
def test_with_a_loop():
    print("tried", share(1000))
"""
FEW, ALL = "tried 100", "tried 1000"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text(SETTINGS)
    (tmp_path / "room").mkdir()
    (tmp_path / "room/test_some.py").write_text(TESTS)
    return tmp_path


def run(room: Path, *arguments: str) -> str:
    """Return what a run of pytest prints with the choices of tests/conftest.py."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.conftest",
        "-p",
        "no:cacheprovider",
        "-v",
    ]
    done = subprocess.run(
        [*command, "-s", *arguments],
        cwd=room,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("arguments", "names", "tried"),
    [
        ([], ["quick", "with_examples", "with_a_loop"], FEW),
        (["-m", "slow"], ["slow", "with_examples", "with_a_loop"], ALL),
        (["room/test_some.py"], ["quick", "slow", "with_examples", "with_a_loop"], FEW),
    ],
)
def test_what_is_run(room: Path, arguments: list[str], names: list[str], tried: str) -> None:
    said = run(room, *arguments)
    assert re.findall(r"::test_(\w+) (?:tried \d+\n)?PASSED", said) == names
    assert re.findall(r"tried \d+", said) == [tried]


@pytest.mark.parametrize(
    ("arguments", "workers"),
    [
        ([], True),
        (["room"], False),
    ],
)
def test_only_all_tests_have_several_workers(
    room: Path, arguments: list[str], workers: bool
) -> None:
    said = run(room, "--numprocesses=auto", "--maxprocesses=1", "--capture=fd", *arguments)
    assert ("[gw0]" in said) == workers

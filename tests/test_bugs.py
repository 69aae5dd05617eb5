"""Bugs of the past: what was wrong is written at the top of each file, and stays right.

A case is a small map. Its first lines are a comment, which says what was wrong and, behind `# $`,
which commands showed it; the file beside it has all that they answer. To write it anew:
python -m tests.test_bugs
"""

import contextlib
import re
import shlex
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.command import argmap

FOLDER = Path(__file__).parent / "cases" / "bugs"
CASES = sorted(FOLDER.glob("*.yaml"))
PROMPT = "# $ argmap "


def head_of(path: Path) -> list[str]:
    """Return the lines of the comment at the top of a case."""
    return re.match(r"(#.*\n)*", path.read_text(encoding="utf-8"))[0].splitlines()


def commands_of(path: Path) -> list[str]:
    """Return what is behind “argmap” in the commands that showed a bug."""
    return [line.removeprefix(PROMPT) for line in head_of(path) if line.startswith(PROMPT)]


def answers(path: Path, folder: Path) -> str:
    """Return all that the commands of a case answer, run in a folder that holds nothing else."""
    (folder / "pyproject.toml").touch()
    for file in FOLDER.glob(f"{path.stem}.*"):
        shutil.copy(file, folder)
    with contextlib.chdir(folder):
        return "".join(map(_answer, commands_of(path)))


def _answer(command: str) -> str:
    # As on a wide terminal, wherever the tests run.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "100")
        result = argmap(*shlex.split(command))
    end = f"[exit code {result.code}]\n" if result.code else ""
    # The command line is called as the tests were called.
    told = re.sub(r"python -m \w+\.argmap", "argmap", f"{result.out}{result.err}")
    return f"$ argmap {command}\n{told}{end}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_bug_stays_mended(path: Path, tmp_path: Path) -> None:
    assert answers(path, tmp_path) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_says_what_was_wrong_and_what_showed_it(path: Path) -> None:
    words = [line for line in head_of(path) if not line.startswith(PROMPT)]
    assert " ".join(words).endswith("."), "begin with a comment that says what was wrong"
    assert commands_of(path), (
        f"write below it the command that showed it: {PROMPT}check {path.name}"
    )
    assert all(path.name in command for command in commands_of(path))


def test_every_answer_has_its_case() -> None:
    assert {answer.stem for answer in FOLDER.glob("*.txt")} == {path.stem for path in CASES}
    assert len(CASES) > 10


if __name__ == "__main__":
    for case in CASES:
        with tempfile.TemporaryDirectory() as empty:
            case.with_suffix(".txt").write_text(answers(case, Path(empty)), encoding="utf-8")

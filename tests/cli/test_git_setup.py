"""Git merges maps claim by claim once it is told to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import argmap

MAP = """\
argmap: 1
thesis:
  id: pool
  text: The pool should stay.
  arguments:
    - {id: meet, text: People meet there.}
"""


def git(*call: str, code: int = 0) -> str:
    ended = subprocess.run(["git", *call], capture_output=True, text=True, check=False)
    assert ended.returncode == code, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    # Git calls what is installed beside this Python.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    monkeypatch.setenv("PATH", path)
    git("init", "-q", "-b", "main")
    git("config", "user.name", "A")
    git("config", "user.email", "a@example.org")
    (tmp_path / "my maps").mkdir()
    (tmp_path / "my maps" / "a.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("colour: red\n", encoding="utf-8")
    return tmp_path


def commit(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "A change")


def test_git_merges_one_line_of_a_map_that_both_sides_changed(repository: Path) -> None:
    assert argmap("git-setup").code == 0
    file = repository / "my maps" / "a.yaml"
    commit(file, MAP)
    git("checkout", "-qb", "theirs")
    commit(file, MAP.replace("People meet", "Old people meet"))
    git("checkout", "-q", "main")
    commit(file, MAP.replace("there.}", "there., status: open}"))
    git("merge", "-q", "theirs")
    ours = MAP.replace("{id: meet, text: People meet there.}", "{0}")
    line = "{id: meet, text: Old people meet there., status: open}"
    swapped = "{id: meet, status: open, text: Old people meet there.}"
    assert file.read_text(encoding="utf-8") in (
        ours.replace("{0}", line),
        ours.replace("{0}", swapped),
    )


def test_git_leaves_a_conflict_that_has_to_be_resolved(repository: Path) -> None:
    assert argmap("git-setup").code == 0
    file = repository / "b.yaml"
    commit(file, MAP)
    git("checkout", "-qb", "theirs")
    commit(file, MAP.replace("People", "Old people"))
    git("checkout", "-q", "main")
    commit(file, MAP.replace("People", "Friends"))
    git("merge", "-q", "theirs", code=1)
    assert "UU b.yaml" in git("status", "--short")
    assert "<<<<<<< ours\n" in file.read_text(encoding="utf-8")


def test_what_is_set_up_is_told_and_set_up_once(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.png binary", encoding="utf-8")
    before = argmap("git-setup", "--check")
    assert before.code == 1
    assert "merge.argmap.driver is missing" in before.out
    assert (repository / ".gitattributes").read_text(encoding="utf-8") == "*.png binary"
    assert "merge.argmap.driver is set" in argmap("git-setup").out
    attributes = (repository / ".gitattributes").read_text(encoding="utf-8")
    assert sorted(attributes.splitlines()) == [
        '"/my maps/*.yaml" merge=argmap diff=argmap',
        "*.png binary",
        "/b.yaml merge=argmap diff=argmap",
    ]
    again = argmap("git-setup", "--check")
    assert (again.code, again.out) == (
        0,
        "Git knows the maps of this repository, and how to merge and show them\n",
    )
    argmap("git-setup")
    assert (repository / ".gitattributes").read_text(encoding="utf-8") == attributes


def test_outside_a_repository_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = argmap("git-setup")
    assert result.code == 2
    assert "Git cannot be set up here" in result.err

"""Git merges maps claim by claim once it is told to."""

import json
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
    meet = "    - {id: meet, text: %s meet there.}\n"
    assert file.read_text(encoding="utf-8") == MAP.replace(
        meet % "People",
        f"<<<<<<< ours\n{meet % 'Friends'}=======\n{meet % 'Old people'}>>>>>>> theirs\n",
    )


def test_git_tells_changes_in_sentences_and_its_log_as_outlines(repository: Path) -> None:
    assert argmap("git-setup").code == 0
    file = repository / "my maps" / "a.yaml"
    commit(file, MAP)
    file.write_text(MAP.replace("People meet there", "Old people meet there"), encoding="utf-8")
    (repository / "other.yaml").write_text("colour: blue\n", encoding="utf-8")
    told = git("diff")
    words = "~ [meet] says: [-People-] {+Old people+} meet there."
    assert told.startswith(f"my maps/a.yaml:\n{words}")
    assert "All verdicts are as before" in told
    assert told.endswith("-colour: red\n+colour: blue\n")
    assert "-    - {id: meet" in git("diff", "--no-ext-diff", "--no-textconv")
    commit(file, file.read_text(encoding="utf-8"))
    log = git("log", "-p", "-1", "--", "my maps/a.yaml")
    assert "id: meet" not in log
    assert [line for line in log.splitlines() if line.startswith(("+ ", "- "))] == [
        "-    + ✓ People meet there. [meet]",
        "+    + ✓ Old people meet there. [meet]",
    ]


def test_git_goes_on_where_a_map_is_faulty_or_new_or_gone(repository: Path) -> None:
    assert argmap("git-setup").code == 0
    file = repository / "my maps" / "a.yaml"
    commit(file, MAP)
    file.write_text(MAP.replace("thesis", "theses"), encoding="utf-8")
    (repository / "b.yaml").unlink()
    (repository / "my maps" / "c.yaml").write_text("argmap: 1\nthesis: New.\n", encoding="utf-8")
    git("add", "-A")
    told = git("diff", "--cached")
    for words in (
        "-thesis:\n+theses:",
        "b.yaml:\n",
        "-argmap: 1",
        "my maps/c.yaml:\n",
        "+thesis: New.",
    ):
        assert words in told


def test_it_can_be_set_for_all_repositories(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = tmp_path_factory.mktemp("home") / "config"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(own))
    assert "merge.argmap.driver is set" in argmap("git-setup", "--global").out
    assert '[merge "argmap"]' in own.read_text(encoding="utf-8")
    assert "argmap" not in (repository / ".git" / "config").read_text(encoding="utf-8")
    assert argmap("git-setup", "--check").code == 0
    assert argmap("git-setup", "--check", "--global").code == 0
    git("config", "user.name", "A")
    file = repository / "b.yaml"
    commit(file, MAP)
    file.write_text(MAP.replace("stay", "go"), encoding="utf-8")
    assert "[pool] says: The pool should [-stay.-] {+go.+}" in git("diff")


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


PARTS = "argmap: 1\nclaims:\n  - {id: rain, text: It rains.}\n  - {id: wind, text: It blows.}\n"
STORM = """\
argmap: 1
include: [parts.yaml]
thesis:
  id: stay
  text: We stay.
  premises: [{ref: rain}, It is dark.]
"""


@pytest.fixture
def storm(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a map in a folder, which includes the one beside it."""
    file = repository / "my maps" / "storm.yaml"
    (file.parent / "parts.yaml").write_text(PARTS, encoding="utf-8")
    file.write_text(STORM, encoding="utf-8")
    assert argmap("git-setup").code == 0
    commit(file, STORM)
    monkeypatch.chdir(file.parent)
    return file


def branches(file: Path, ours: str, theirs: str) -> None:
    """Change a file on the branch that is out, and on the branch “theirs”."""
    git("checkout", "-qb", "theirs")
    commit(file, theirs)
    git("checkout", "-q", "main")
    commit(file, ours)


def test_git_merges_maps_with_what_they_include_from_where_they_lie(storm: Path) -> None:
    branches(
        storm,
        STORM.replace("It is dark.", "It is very dark.  # Is it?\n  "),
        STORM.replace("dark.]", "dark., {ref: wind}]"),
    )
    # By lines it would be a conflict, or if the file beside it were not found.
    git("merge", "-q", "theirs")
    merged = storm.read_text(encoding="utf-8")
    for words in ("It is very dark.", "# Is it?", "{ref: wind}"):
        assert merged.count(words) == 1
    assert argmap("check", str(storm)).code == 0
    assert git("status", "--short") == ""


def test_git_merges_a_map_that_one_side_has_renamed(storm: Path) -> None:
    new = storm.with_name("gale.yaml")
    git("checkout", "-qb", "theirs")
    git("mv", storm.name, new.name)
    commit(new, STORM.replace("dark.]", "dark., {ref: wind}]"))
    git("checkout", "-q", "main")
    commit(storm, STORM.replace("It is dark.", "It is very dark."))
    git("merge", "-q", "theirs")
    assert not storm.exists()
    wanted = STORM.replace("It is dark.", "It is very dark., {ref: wind}")
    assert new.read_text(encoding="utf-8") == wanted


def test_git_merges_branches_that_have_merged_each_other(storm: Path) -> None:
    branches(
        storm,
        STORM.replace("It is dark.", "It is very dark."),
        STORM.replace("dark.]", "dark., {ref: wind}]"),
    )
    ours = git("rev-parse", "main").strip()
    git("merge", "-q", "theirs")
    git("checkout", "-q", "theirs")
    git("merge", "-q", ours)
    both = STORM.replace("dark.]", "very dark., {ref: wind}]")
    assert storm.read_text(encoding="utf-8") == both
    commit(storm, both.replace("very dark", "dark"))
    git("checkout", "-q", "main")
    commit(storm, both.replace("{ref: wind}", "{ref: wind}, It is late."))
    git("merge", "-q", "theirs")
    # What both have once merged is what they are compared with: one of them took a word back.
    wanted = STORM.replace("dark.]", "dark., {ref: wind}, It is late.]")
    assert storm.read_text(encoding="utf-8") == wanted


def test_what_branches_that_merged_each_other_settled_in_two_ways_is_a_conflict(
    storm: Path,
) -> None:
    branches(storm, STORM.replace("stay", "go", 2), STORM.replace("We stay", "We run"))
    ours = git("rev-parse", "main").strip()
    git("merge", "-q", "theirs", code=1)
    commit(storm, STORM.replace("We stay", "We go fast"))
    git("checkout", "-q", "theirs")
    git("merge", "-q", ours, code=1)
    commit(storm, STORM.replace("We stay", "We run fast"))
    git("checkout", "-q", "main")
    git("merge", "-q", "theirs", code=1)
    text = storm.read_text(encoding="utf-8")
    assert "We go fast" in text
    assert "We run fast" in text
    assert "a merge conflict is not resolved" in argmap("check", str(storm)).out


def test_the_signs_of_a_conflict_are_told_by_check_where_they_stand(storm: Path) -> None:
    branches(
        storm,
        STORM.replace("We stay", "We go").replace("dark.]", "dark., {ref: wind}]"),
        STORM.replace("We stay", "We run"),
    )
    git("merge", "-q", "theirs", code=1)
    text = storm.read_text(encoding="utf-8")
    line = text.splitlines().index("<<<<<<< ours") + 1
    told = argmap("check", "--format", "json", str(storm))
    assert told.code == 1
    (one,) = json.loads(told.out)
    assert one["message"] == "a merge conflict is not resolved: our side begins here"
    assert one["line"] == line


def test_a_claim_that_is_new_in_a_file_not_merged_yet_is_no_reason_to_lose_anything(
    storm: Path,
) -> None:
    git("checkout", "-qb", "theirs")
    parts = storm.with_name("parts.yaml")
    parts.write_text(f"{PARTS}  - {{id: snow, text: It snows.}}\n", encoding="utf-8")
    commit(storm, STORM.replace("dark.]", "dark., {ref: snow}]"))
    git("checkout", "-q", "main")
    commit(storm, STORM.replace("We stay", "We all stay"))
    git("merge", "-q", "theirs", code=1)
    text = storm.read_text(encoding="utf-8")
    assert "We all stay" in text
    assert "{ref: snow}" in text
    assert "a merge conflict is not resolved" in argmap("check", str(storm)).out

"""`argmap log` tells the history of a map, and of one claim through other ids, words and files."""

import subprocess
from pathlib import Path

import pytest

from tests.command import argmap

FIRST = """\
argmap: 1
thesis:
  text: The pool should stay open.
  premises: [Children learn to swim there.]
"""
REWORDED = FIRST.replace("Children learn to swim there.", "Many children learn to swim there.")
REBUTTED = REWORDED + "  rebuttals: [{id: dear, text: It is dear., given: strong}]\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    git("init", "-q")
    for name, text, subject in (
        ("a.yaml", FIRST, "A map"),
        ("a.yaml", REWORDED, "More children"),
        ("a.yaml", REWORDED + "thesis: twice\n", "A slip"),
        ("a.yaml", REBUTTED, "What it costs"),
    ):
        (tmp_path / name).write_text(text)
        commit(subject)
    git("mv", "a.yaml", "b.yaml")
    commit("Another name")
    return tmp_path / "b.yaml"


def git(*arguments: str) -> None:
    call = ("git", "-c", "user.name=Ann", "-c", "user.email=a@example.org", *arguments)
    subprocess.run(call, check=True, capture_output=True)


def commit(subject: str) -> None:
    git("add", ".")
    git("commit", "-qm", subject)


def lines(*arguments: object) -> list[str]:
    result = argmap("log", *arguments)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()


def test_each_commit_says_what_it_changed(repository: Path) -> None:
    told = lines(repository)
    heads = [line.partition(" Ann: ")[2] for line in told if not line.startswith(" ")]
    assert heads == ["What it costs", "More children", "A map"]
    assert told[1] == (
        "  + “It is dear” [dear] is new: it speaks against “The pool should stay open”"
    )
    assert told[-1] == "  + the map begins, with 2 claims"


def test_a_claim_is_followed_through_its_words_and_ids(repository: Path) -> None:
    told = lines("b.yaml", "many-children-learn-to-swim")
    assert [line.partition(" Ann: ")[2] for line in told[::2]] == ["More children", "A map"]
    says = "says: [-Children-] {+Many children+} learn to swim there."
    assert told[1] == f"  ~ [many-children-learn-to-swim] {says}"
    assert told[3] == "  + it was there from the beginning"


def test_when_a_claim_was_added_is_where_its_history_ends(repository: Path) -> None:
    told = lines("b.yaml", "dear")
    assert [line.partition(" Ann: ")[2] for line in told if line[0] != " "] == ["What it costs"]
    assert "is new" in told[1]


def test_when_a_verdict_flipped_is_told(repository: Path) -> None:
    told = " ".join(lines("b.yaml", "the-pool-should-stay-open"))
    assert "stands → is undecided" in told or "stands → falls" in told


def test_what_is_not_committed_comes_first(repository: Path) -> None:
    repository.write_text(REBUTTED.replace("It is dear", "It is very dear"))
    told = lines("b.yaml", "dear")
    assert told[:2] == [
        "not committed yet",
        "  ~ [dear] says: It is {+very+} dear.",
    ]


def test_only_so_many_commits_are_looked_at(repository: Path) -> None:
    heads = [line for line in lines("b.yaml", "-n", "2") if not line.startswith(" ")]
    assert len(heads) == 1


def test_a_map_does_not_begin_where_one_stops_to_look(repository: Path) -> None:
    assert "begins" not in "".join(lines("b.yaml", "-n", "2"))
    assert "beginning" not in "".join(lines("b.yaml", "many-children-learn-to-swim", "-n", "2"))
    assert lines("b.yaml", "-n", "1") == ["nothing changed in the last commit"]
    assert "begins" in "".join(lines("b.yaml", "-n", "9"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["b.yaml", "deer"], "did you mean “dear”"), (["no.yaml"], "There is no file no.yaml")],
)
def test_what_is_not_there_is_told(repository: Path, arguments: list[str], words: str) -> None:
    result = argmap("log", *arguments)
    assert (result.code, words in result.err) == (2, True)


def test_a_file_outside_of_any_repository_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FIRST)
    result = argmap("log", tmp_path / "a.yaml")
    assert (result.code, "not a git repository" in result.err) == (2, True)


def test_a_merge_is_one_step_and_nothing_is_told_as_taken_back(repository: Path) -> None:
    git("checkout", "-qb", "words")
    repository.write_text(REBUTTED.replace("It is dear", "It is very dear"))
    commit("Dearer")
    git("checkout", "-q", "-")
    repository.write_text(REBUTTED.replace("argmap: 1", "argmap: 1\ntitle: The pool"))
    commit("A title")
    git("merge", "-qm", "Both", "words")
    told = lines("b.yaml")
    assert told[0].endswith(" Ann: Both")
    assert told[1] == "  ~ [dear] says: It is {+very+} dear."
    assert told[2].endswith(" Ann: A title")
    assert "{+very+}" not in "".join(told[2:])
    assert "[-very-]" not in "".join(told)

"""Maps in several files are read whole from Git: what they include is of the same revision."""

import subprocess
from pathlib import Path

import pytest

from tests.command import argmap

MAP = """\
argmap: 1
include: ../parts/costs.yaml
thesis:
  text: The pool should stay open.
  rebuttals: [{ref: dear}]
"""
COSTS = "argmap: 1\nclaims:\n  - {id: dear, text: It is dear., given: strong}\n"
CHEAP = COSTS.replace("It is dear.", "It is quite dear.")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    top = tmp_path / "top"
    for folder in ("maps", "parts"):
        (top / folder).mkdir(parents=True)
    monkeypatch.chdir(top)
    monkeypatch.setenv("COLUMNS", "100")
    git("init", "-q")
    commit("A map", {"maps/a.yaml": MAP, "parts/costs.yaml": COSTS})
    return top


def git(*arguments: str) -> None:
    call = ("git", "-c", "user.name=Ann", "-c", "user.email=a@example.org", *arguments)
    subprocess.run(call, check=True, capture_output=True)


def commit(subject: str, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        Path(name).write_text(text)
    git("add", "-A")
    git("commit", "-qm", subject)


def heads(*arguments: str) -> list[str]:
    result = argmap("log", *arguments)
    assert (result.code, result.err) == (0, "")
    lines = [line for line in result.out.splitlines() if not line.startswith(" ")]
    return [line.partition(" Ann: ")[2] or line for line in lines]


def test_a_map_with_included_files_is_compared_with_what_it_was(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit("Words", {"parts/costs.yaml": CHEAP})
    for folder, old in ((".", "maps/a.yaml"), ("maps", "a.yaml")):
        monkeypatch.chdir(repository / folder)
        result = argmap("diff", f"HEAD~1:{old}", old)
        assert (result.code, result.err) == (0, "")
        assert "{+quite+}" in result.out
    assert argmap("diff", "HEAD:a.yaml", "a.yaml", "--exit-code").code == 0


def test_what_was_included_is_found_when_it_is_no_more_on_the_disk(repository: Path) -> None:
    git("rm", "-q", "parts/costs.yaml")
    commit("One file", {"maps/a.yaml": "argmap: 1\nthesis: The pool should stay open.\n"})
    result = argmap("diff", "HEAD~1:maps/a.yaml", "maps/a.yaml")
    assert (result.code, result.err) == (0, "")
    assert "[dear] is gone" in result.out


def test_the_history_begins_with_the_first_commit_and_is_committed(repository: Path) -> None:
    assert heads("maps/a.yaml") == ["A map"]


def test_the_history_tells_of_commits_of_included_files_alone(repository: Path) -> None:
    commit("Words", {"parts/costs.yaml": CHEAP})
    commit("Beside", {"other.txt": "x"})
    git("mv", "maps/a.yaml", "maps/b.yaml")
    git("commit", "-qm", "Name")
    git("mv", "parts/costs.yaml", "parts/money.yaml")
    commit("Place", {"maps/b.yaml": MAP.replace("costs", "money")})
    commit("Back", {"parts/money.yaml": COSTS})
    assert heads("maps/b.yaml") == ["Back", "Words", "A map"]
    assert heads("maps/b.yaml", "-n", "1") == ["Back"]
    Path("parts/money.yaml").write_text(CHEAP)
    assert heads("maps/b.yaml")[0] == "not committed yet"


def test_a_circle_of_files_is_told_in_a_revision(repository: Path) -> None:
    commit("Circle", {"parts/costs.yaml": COSTS + "include: ../maps/a.yaml\n"})
    result = argmap("diff", "HEAD:maps/a.yaml", "maps/a.yaml")
    assert result.code == 1
    assert "in a circle: a.yaml → costs.yaml → a.yaml" in result.err
    assert "HEAD:parts/costs.yaml:4" in result.err


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("../../secret.yaml", "lies outside the project"),
        ("../.hidden.yaml", "is hidden"),
        ("../link.yaml", "HEAD:link.yaml is a symbolic link"),
        ("../linked/costs.yaml", "There is no file HEAD:linked/costs.yaml"),
        ("../folder.yaml", "HEAD:folder.yaml is a folder"),
        ("../*.yaml", "There is no file HEAD:*.yaml"),
        ("../:(top)z.yaml", "There is no file HEAD::(top)z.yaml"),
        ("../new.yaml", "There is no file HEAD:new.yaml"),
    ],
)
def test_a_revision_reads_no_more_than_the_disk_would(
    repository: Path, path: str, told: str
) -> None:
    (repository.parent / "secret.yaml").write_text(COSTS)
    Path("link.yaml").symlink_to("../secret.yaml")
    Path("linked").symlink_to("parts")
    Path("folder.yaml").mkdir()
    texts = {".hidden.yaml": COSTS, "folder.yaml/x": COSTS, "z.yaml": COSTS}
    commit("Other paths", {**texts, "maps/a.yaml": MAP.replace("../parts/costs.yaml", path)})
    # What lies on the disk now is not part of what was committed.
    Path("new.yaml").write_text(COSTS)
    result = argmap("diff", "HEAD:maps/a.yaml", "HEAD~1:maps/a.yaml")
    assert result.code == 1
    assert told in result.err
    assert "secret" not in result.err.replace(path, "")


def test_a_project_in_a_repository_is_not_left_in_a_revision(repository: Path) -> None:
    commit("Project", {"maps/pyproject.toml": ""})
    result = argmap("diff", "HEAD:maps/a.yaml", "maps/a.yaml")
    assert (result.code, "HEAD:maps/a.yaml:2" in result.err) == (1, True)
    assert "lies outside the project (maps)" in result.err


def test_a_theme_is_that_of_the_revision(repository: Path) -> None:
    themed = MAP + "style: {theme: ../look.yaml}\n"
    commit("Theme", {"maps/a.yaml": themed, "look.yaml": "argmap-theme: 1\nbase: dark\n"})
    git("rm", "-q", "look.yaml")
    commit("No theme", {"maps/a.yaml": MAP})
    result = argmap("diff", "HEAD~1:maps/a.yaml", "maps/a.yaml")
    assert (result.code, result.err) == (0, "")


def test_a_merge_is_one_step_also_for_included_files(repository: Path) -> None:
    git("checkout", "-qb", "words")
    commit("Words", {"parts/costs.yaml": CHEAP})
    git("checkout", "-q", "-")
    commit("Title", {"maps/a.yaml": MAP.replace("stay open", "remain")})
    git("merge", "-q", "--no-ff", "-m", "Both", "words")
    assert heads("maps/a.yaml") == ["Both", "Title", "A map"]

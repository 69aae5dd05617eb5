"""`argmap diff` compares files, and files as they were in Git."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.command import argmap

OLD = """\
argmap: 1
thesis: {id: a, text: The pool should stay., rebuttals: [{id: b, text: It is dear.}]}
"""
NEW = OLD.replace(", rebuttals: [{id: b, text: It is dear.}]", "")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    file = tmp_path / "maps" / "a.yaml"
    file.parent.mkdir()
    file.write_text(OLD)
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "A map")):
        subprocess.run([*git, *command], check=True)
    file.write_text(NEW)
    return file


def test_two_files_are_compared(tmp_path: Path) -> None:
    one, other = tmp_path / "1.yaml", tmp_path / "2.yaml"
    one.write_text(OLD)
    other.write_text(NEW)
    result = argmap("diff", one, other)
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "− “It is dear” [b] is gone: it spoke against “The pool should stay” [a].\n\n"
        "One claim has another verdict:\n"
        "• “The pool should stay” [a]: falls → stands (it is given)\n"
    )
    assert argmap("diff", one, other, "--exit-code").code == 1
    assert argmap("diff", one, one, "--exit-code").code == 0


def test_a_file_alone_is_compared_with_what_git_has(repository: Path) -> None:
    assert "“It is dear” [b] is gone" in argmap("diff", "maps/a.yaml").out
    assert "“It is dear” [b] is gone" in argmap("diff", repository).out
    assert "“It is dear” [b] is new" in argmap("diff", "maps/a.yaml", "HEAD:maps/a.yaml").out


def test_programs_get_json(repository: Path) -> None:
    told = json.loads(argmap("diff", "maps/a.yaml", "--format", "json").out)
    assert [one["kind"] for one in told["differences"]] == ["removed"]
    assert [(one["new"], one["after"]["standing"]) for one in told["flips"]] == [("a", "stands")]
    assert told["claims"] == {"a": "a"}


def test_pull_requests_get_markdown(repository: Path) -> None:
    told = argmap("diff", "maps/a.yaml", "--format", "markdown").out
    assert told.startswith("### maps/a")
    assert "**One claim has another verdict:**" in told


def test_pull_requests_get_a_diagram(repository: Path) -> None:
    told = argmap("diff", "maps/a.yaml", "--format", "markdown", "--diagram").out
    head, diagram = told.split("\n```mermaid\n")
    assert head.endswith("\n")
    assert diagram.startswith("flowchart BT\n")
    assert diagram.endswith("\n```\n")
    assert "GONE" in diagram
    same = argmap("diff", "maps/a.yaml", "maps/a.yaml", "--format", "markdown", "--diagram").out
    assert "mermaid" not in same
    refused = argmap("diff", "maps/a.yaml", "--diagram")
    assert (refused.code, "belongs to “--format markdown”" in refused.err) == (2, True)


def test_what_mermaid_would_refuse_is_told(repository: Path) -> None:
    claims = "".join(f"  - {{text: Claim {n}., contradicts: [a]}}\n" for n in range(501))
    repository.write_text(f"{NEW}claims:\n{claims}")
    told = argmap("diff", "maps/a.yaml", "--format", "markdown", "--diagram").out
    assert told.endswith("\nThe change is too large to be drawn here.\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["HEAD~7:maps/a.yaml", "maps/a.yaml"], "HEAD~7:maps/a.yaml cannot be read"),
        (["HEAD:maps/no.yaml", "maps/a.yaml"], "HEAD:maps/no.yaml cannot be read"),
        (["no.yaml"], "HEAD:no.yaml cannot be read"),
        (["no.yaml", "maps/a.yaml"], "There is no file no.yaml"),
    ],
)
def test_what_is_not_there_is_told(repository: Path, arguments: list[str], words: str) -> None:
    result = argmap("diff", *arguments)
    assert result.code == 2
    assert words.lower() in result.err.lower()


def test_a_revision_is_no_option_of_git(repository: Path, tmp_path: Path) -> None:
    result = argmap("diff", "--", "--output=stolen:maps/a.yaml", "maps/a.yaml")
    assert result.code == 2
    assert not (tmp_path / "maps" / "stolen").exists()


def test_a_faulty_map_is_told(repository: Path) -> None:
    repository.write_text("argmap: 1\nthesis: {ref: x}\n")
    result = argmap("diff", "maps/a.yaml")
    assert (result.code, "no claim “x”" in result.err) == (1, True)


def test_both_are_drawn_as_one_picture(repository: Path, tmp_path: Path) -> None:
    result = argmap("diff", "maps/a.yaml", "-o", "changes.svg")
    assert (result.code, "changes.svg is drawn" in result.err) == (0, True)
    assert "GONE" in (tmp_path / "changes.svg").read_text()
    refused = argmap("diff", "maps/a.yaml", "-o", "changes.doc")
    assert (refused.code, "ends in no format of pictures" in refused.err) == (2, True)


def test_a_revision_alone_is_compared_with_what_the_file_is_now(repository: Path) -> None:
    assert argmap("diff", "HEAD:maps/a.yaml").out == argmap("diff", "maps/a.yaml").out


def test_the_word_of_git_ends_with_one_full_stop(repository: Path) -> None:
    told = argmap("diff", "HEAD~9:maps/a.yaml").err
    assert told.endswith("'HEAD~9'.\n")


def test_each_format_of_pictures_is_named_once(repository: Path) -> None:
    told = argmap("diff", "maps/a.yaml", "-o", "a.xyz").err
    assert (told.count(".svg"), told.count(".md,")) == (1, 1)

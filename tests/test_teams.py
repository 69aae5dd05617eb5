"""What teams use: hooks before a commit, and the action for pull requests."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap.embed.documents.syntaxes import SUFFIXES

PROJECT = Path(__file__).parents[1]
HOOKS = {h["id"]: h for h in yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text())}
ACTION = yaml.safe_load((PROJECT / ".github/actions/argmap/action.yml").read_text())
STEPS = {step.get("name"): step for step in ACTION["runs"]["steps"]}
MAP = "argmap: 1\nthesis:\n  id: plant\n  text: Plant a tree.\n  premises: [It gives shade.]\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "other.yaml").write_text("no: map\n")
    (tmp_path / "tree.yaml").write_text(MAP)
    (tmp_path / "notes.md").write_text("<!-- argmap: tree.yaml as=claim -->\n<!-- /argmap -->\n")
    return tmp_path


def run(command: list[str], folder: Path, **values: Any) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, **values},
        capture_output=True,
        text=True,
    )


def run_hook(name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    hook = HOOKS[name]
    return run([*shlex.split(hook["entry"]), *hook["args"]], folder)


def run_step(
    name: str, folder: Path, given: dict[str, Any] | None = None, **values: Any
) -> subprocess.CompletedProcess[str]:
    step = STEPS[name]
    assert set(values) == set(step["env"])
    values |= given or {}
    return run(["bash", "-eo", "pipefail", "-c", step["run"]], folder, **values)


def test_the_hook_for_maps_fails_on_a_broken_one(repository: Path) -> None:
    assert run_hook("argmap-check", repository).returncode == 0
    (repository / "tree.yaml").write_text(MAP.replace("premises", "premisses"))
    ended = run_hook("argmap-check", repository)
    assert (ended.returncode, "tree.yaml:5:3: error[unknown-key]" in ended.stdout) == (1, True)


def test_the_hook_for_the_layout_formats_maps(repository: Path) -> None:
    assert run_hook("argmap-fmt", repository).returncode == 0
    (repository / "tree.yaml").write_text(MAP.replace("thesis:", "thesis:   "))
    ended = run_hook("argmap-fmt", repository)
    assert (ended.returncode, "formatted tree.yaml" in ended.stderr) == (0, True)
    assert (repository / "tree.yaml").read_text() == MAP


def test_the_hook_for_documents_refreshes_them_once(repository: Path) -> None:
    assert run_hook("argmap-embed", repository).returncode == 0
    text = (repository / "notes.md").read_text()
    assert "Plant a tree." in text
    assert run_hook("argmap-embed", repository).stderr == ""
    assert (repository / "notes.md").read_text() == text


def test_hooks_are_asked_when_maps_or_documents_change() -> None:
    assert re.search(HOOKS["argmap-check"]["files"], "maps/a.yml")
    for suffix in (*SUFFIXES, ".yaml"):
        assert re.search(HOOKS["argmap-embed"]["files"], f"a{suffix}"), suffix


@pytest.mark.slow
def test_pre_commit_runs_the_hooks(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The tool itself installs argmap from a repository, and refuses and mends a commit."""
    argmap = tmp_path_factory.mktemp("argmap")
    for room in ("argmap", "maps"):
        shutil.copytree(PROJECT / room, argmap / room)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(PROJECT / name, argmap)
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
    for folder in (argmap, repository):
        for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "Trees")):
            assert run([*git, *command], folder).returncode == 0
    home = {"PRE_COMMIT_HOME": str(repository / ".git/pre-commit")}
    attempt = ["pre-commit", "try-repo", str(argmap), "--all-files"]
    first = run(attempt, repository, **home)
    assert first.returncode == 1, first.stdout + first.stderr
    assert re.search(r"argument maps are in order\.+Passed", first.stdout), first.stdout
    assert "files were modified by this hook" in first.stdout
    assert "Plant a tree." in (repository / "notes.md").read_text()
    second = run(attempt, repository, **home)
    assert second.returncode == 0, second.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="the action runs in bash")
def test_the_action_annotates_lines(repository: Path) -> None:
    found = run_step("Check maps", repository, MAPS=".", STRICT="true")
    assert found.returncode == 1
    assert found.stdout.startswith("::warning file=tree.yaml,line=3,")
    assert run_step("Check maps", repository, MAPS="tree.yaml", STRICT="false").returncode == 0
    stale = run_step("Check documents", repository, DOCUMENTS="notes.md")
    assert stale.returncode == 1
    assert stale.stdout.startswith("::error file=notes.md,line=1,")
    assert run_hook("argmap-embed", repository).returncode == 0
    assert run_step("Check documents", repository, DOCUMENTS="notes.md").stdout.strip() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="the action runs in bash")
def test_the_action_says_what_a_pull_request_changes(repository: Path) -> None:
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
    (repository / "other.yaml").write_text("a: 1\n")
    for command in (
        ("init", "-q", "-b", "main"),
        ("add", "."),
        ("commit", "-qm", "Trees"),
        ("remote", "add", "origin", str(repository)),
    ):
        assert run([*git, *command], repository).returncode == 0
    (repository / "other.yaml").write_text("a: 2\n")
    (repository / "tree.yaml").write_text(MAP.replace("Plant a tree", "Plant an oak"))
    summary = repository / "summary.md"
    given = {"GITHUB_STEP_SUMMARY": summary, "RUNNER_TEMP": repository / ".git"}
    found = run_step("Say what changed", repository, given, BASE="main")
    assert found.returncode == 0, found.stderr
    assert summary.read_text().startswith("### tree")
    assert "~~a tree.~~ **an oak.**" in summary.read_text()
    assert "\n```mermaid\nflowchart BT\n" in summary.read_text()
    assert "other" not in summary.read_text()
    (picture,) = (repository / ".git" / "argmap-changes").iterdir()
    assert picture.name == "tree.yaml.svg"
    assert "REWORDED" in picture.read_text()
    linked = run_step("Link the pictures", repository, given, PICTURES="https://example.org/7")
    assert linked.returncode == 0, linked.stderr
    assert "[The pictures of what changed](https://example.org/7)" in summary.read_text()


def test_the_action_takes_only_its_inputs() -> None:
    used = set()
    for step in ACTION["runs"]["steps"]:
        for value in {**step.get("env", {}), **step.get("with", {})}.values():
            used |= set(re.findall(r"\$\{\{ (.+?) \}\}", str(value)))
        # What somebody passes in is never read as a part of the script.
        assert "${{" not in step.get("run", "")
    own = {"github.action_path", "github.job", "runner.temp", "steps.pictures.outputs.artifact-url"}
    assert used == {f"inputs.{name}" for name in ACTION["inputs"]} | own

"""Every command that reads a map of several files: whose fault it is, and what is not read."""

import html
import os
import pkgutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import argmap.cli.commands as commands_of_argmap
from argmap.errors import ArgmapError, MapError
from argmap.lsp.findings import findings_in
from argmap.mcp.looking import checked
from argmap.mcp.shelf import Shelf
from argmap.playground.views import view
from argmap.report.text import render
from argmap.serving.views import Address
from tests.command import argmap
from tests.lsp.opening import opened
from tests.serving.live import ask, serving

SECRET = "hunter2"
COMMIT = (
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@b.c",
    "commit",
    "-q",
    "--allow-empty",
    "-m",
    "M.",
)
COMMANDS_OF_ARGMAP = [one.name for one in pkgutil.iter_modules(commands_of_argmap.__path__)]
GOOD = "argmap: 1\nthesis: {id: t, text: The town can pay., premises: [{id: p, text: Yes.}]}\n"
# On its third line is a fault, and in its second what nobody may read who is outside.
FAULTY = f"{GOOD}claims: [{{ref: nobody}}]\n"
OUTSIDE = (
    f"argmap: 1\nthesis: {{id: t, text: {SECRET} is the password.}}\nclaims: [{{ref: {SECRET}}}]\n"
)
FORMS = {
    "plain": "include: {}",
    "as": "include: {{file: {}, as: c}}",
    "sealed": "include: {{file: {}, as: c, sealed: true}}",
}
MAP = """argmap: 1
# A line more, so that places differ.
#
#
{include}
thesis: {{id: build, text: Build it., premises: [ref: {name}, It is far.], rebuttals: [No.]}}
"""
COMMANDS = {
    "check": ["check map.yaml"],
    "check --fix": ["check map.yaml --fix"],
    "check -f json": ["check map.yaml --format json"],
    "check -f github": ["check map.yaml --format github"],
    "evaluate": ["evaluate map.yaml"],
    "explain": ["explain map.yaml build"],
    "show": ["show map.yaml"],
    "render": ["render map.yaml -o out/a.svg"],
    "render --overview": ["render map.yaml --overview -o out/a.svg"],
    "render -f explorer": ["render map.yaml -f explorer -o out/a.html"],
    "render -f slides": ["render map.yaml -f slides -o out/a.html"],
    "build": ["build map.yaml -o site -f svg,html"],
    "index": ["index map.yaml -o corpus.db", "search corpus.db build"],
    "stats": ["stats map.yaml"],
    "evidence": ["evidence map.yaml"],
    "diff": ["diff map.yaml good.yaml"],
    "diff of Git": ["diff HEAD:map.yaml good.yaml"],
    "merge": ["merge good.yaml map.yaml good.yaml -o merged.yaml"],
    "log": ["log map.yaml"],
    "compare": ["compare good.yaml --model map.yaml"],
    "compare with": ["compare map.yaml --model good.yaml"],
    "convert": ["convert map.yaml out/a.json"],
    "bundle": ["bundle map.yaml"],
    "rename": ["rename map.yaml build make"],
    "extract": ["extract map.yaml build"],
    "embed": ["embed page.md"],
}


def by_words(*calls: str) -> str:
    ended = [argmap(*call.split()) for call in calls]
    return "\n".join(one.out + one.err for one in ended)


def by_assistant() -> str:
    try:
        return checked(Shelf.of(Path()), "map.yaml", "", mends=False)
    except MapError as error:
        return render(error.diagnostics, texts=error.texts)
    except ArgmapError as error:
        return str(error)


def by_editor() -> str:
    path = Path("map.yaml").resolve()
    document = opened(path.read_text(), path)
    lines = render(document.findings, texts=document.reading.texts)
    return "\n".join((lines, *(str(one) for one in findings_in(document))))


def by_live_page() -> str:
    with serving(Path("map.yaml").resolve()) as server:
        page = ask(server, f"/{server.door.token}/map.yaml").body.decode()
        # A browser fills the page with what it is told then.
        return page + str(server.served.view(Address(("map.yaml",))))


def by_playground() -> str:
    return str(view(Path("map.yaml").read_text(), "map.yaml"))


OTHERS: dict[str, Callable[[], str]] = {
    "mcp": by_assistant,
    "lsp": by_editor,
    "serve": by_live_page,
}
ALL: dict[str, Callable[[], str]] = {
    **{name: partial(by_words, *calls) for name, calls in COMMANDS.items()},
    **OTHERS,
}

# A map that includes others is merged by its lines, and these are not read.
BY_LINES = ("merge",)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay out a project in a folder, beside what nobody may read from there."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.yaml").write_text(OUTSIDE)
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    Path("pyproject.toml").touch()
    Path("parts").mkdir()
    Path("good.yaml").write_text(GOOD)
    Path("page.md").write_text("<!-- argmap: map.yaml as=outline -->\n<!-- /argmap -->\n")
    return project


def write(form: str, file: str) -> None:
    """Write a map that includes a file so, and commit it."""
    name = "t" if form == "plain" else "c/t"
    Path("map.yaml").write_text(MAP.format(include=FORMS[form].format(file), name=name))
    if not Path(".git").is_dir():
        subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "-A"], check=True)
    subprocess.run(["git", *COMMIT], check=True)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", [one for one in ALL if one not in BY_LINES])
def test_a_fault_is_told_in_its_own_file(command: str, form: str) -> None:
    Path("parts/costs.yaml").write_text(FAULTY)
    write(form, "parts/costs.yaml")
    told = unquoted(ALL[command]())
    assert "no claim “nobody”" in told
    assert "parts/costs.yaml" in told
    # The map around it has nothing on that line, and no such fault.
    assert "map.yaml:3" not in told
    if command not in ("check -f github", "serve", "check -f json"):
        assert "parts/costs.yaml:3:" in told


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", [one for one in ALL if one not in BY_LINES])
def test_a_fault_behind_another_file_is_told_in_its_own_file(command: str, form: str) -> None:
    Path("parts/costs.yaml").write_text(FAULTY)
    Path("parts/middle.yaml").write_text(
        "argmap: 1\ninclude: {file: costs.yaml, as: deep, sealed: true}\n"
        "thesis: {id: t, text: T is., premises: [ref: deep/t]}\n"
    )
    write(form, "parts/middle.yaml")
    told = unquoted(ALL[command]())
    assert "no claim “nobody”" in told
    assert "parts/costs.yaml" in told
    assert "middle.yaml:3" not in told


def unquoted(told: str) -> str:
    """Return what is told as a person sees it: JSON and pages write some letters otherwise."""
    told = html.unescape(told.replace("\\u201c", "“").replace("\\u201d", "”"))
    return told.replace("\\\\", "/").replace("\\", "/")


def parents() -> str:
    return "../outside/secret.yaml"


def absolute() -> str:
    return str(Path("../outside/secret.yaml").resolve())


def link() -> str:
    Path("link.yaml").symlink_to(Path("../outside/secret.yaml").resolve())
    return "link.yaml"


def linked_folder() -> str:
    Path("linked").symlink_to(Path("../outside").resolve())
    return "linked/secret.yaml"


def hidden() -> str:
    Path(".hidden").mkdir()
    Path(".hidden/secret.yaml").write_text(OUTSIDE)
    return ".hidden/secret.yaml"


def pipe() -> str:
    os.mkfifo("pipe.yaml")
    return "pipe.yaml"


WAYS = (parents, absolute, link, linked_folder, hidden, pipe)


@pytest.mark.skipif(os.name == "nt", reason="makes links and pipes")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("command", [*ALL, "playground"])
def test_no_command_reads_what_lies_outside(command: str, way: Callable[[], str]) -> None:
    name = way()
    for form in FORMS:
        write(form, name)
        told = by_playground() if command == "playground" else ALL[command]()
        assert SECRET not in told
        assert "map.yaml" in told or command == "playground"
        for file in Path().rglob("*"):
            mine = ".git" not in file.parts and ".hidden" not in file.parts
            if mine and not file.is_symlink() and file.is_file():
                assert SECRET.encode() not in file.read_bytes()
        assert Path("good.yaml").read_text() == GOOD
        assert not Path("out").exists()


def test_the_table_has_every_command_that_reads_maps() -> None:
    # These take a text alone, or no map, or lay out one file, whatever it includes.
    others = {"fmt", "new", "search", "duplicates", "git-setup", "playground", "skill", "schema"}
    known = {name.split()[0] for name in ALL} | others
    assert known == {name.replace("_", "-") for name in COMMANDS_OF_ARGMAP}

"""No page of `argmap serve` tells where on the machine a project lies."""

import json
from pathlib import Path
from typing import Any

import pytest

from argmap.serving.answers import state_of
from argmap.serving.hub import Shown
from argmap.serving.server import LiveServer
from argmap.serving.views import Address, within
from tests.serving.live import ask, serving

THESIS = "argmap: 1\nthesis: {id: t, text: The library should open on Sundays.}\n"
FAULTS = {
    "reference.yaml": f"{THESIS[:-2]}, premises: [{{ref: nobody}}]}}\n",
    "include.yaml": f"{THESIS}include: [gone.yaml, reference.yaml]\n",
    "theme.yaml": f"{THESIS}style: {{theme: house.yaml}}\n",
    "no-theme.yaml": f"{THESIS}style: {{theme: nowhere.yaml}}\n",
    "two.yaml": f"{THESIS}claims: [{{id: t, text: T.}}]\n",
    "source.yaml": f"{THESIS}sources: {{a: {{title: A, file: gone.txt}}}}\n",
    "bytes.yaml": "argmap: 1\nthesis: \x00\n",
    "good.yaml": THESIS,
}
WRITTEN = "```argmap\nargmap: 1\nthesis: {id: t, text: T., premises: [{ref: nobody}]}\n```\n"
ASKED = ("missing.yaml", "../away.yaml", "good.yaml fit=zzz", "good.yaml page=a4 part=3", *FAULTS)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    # Markup writes such a name in another way.
    folder = tmp_path / "Ms & Mr <b>" / "project"
    folder.mkdir(parents=True)
    folder.joinpath("pyproject.toml").write_text("[tool.argmap]\n", encoding="utf-8")
    folder.joinpath("house.yaml").write_text("argmap-theme: 1\nbase: nope\n", encoding="utf-8")
    for name, text in FAULTS.items():
        folder.joinpath(name).write_text(text, encoding="utf-8")
    fences = "".join(f"```argmap {words}\n```\n\n" for words in ASKED)
    folder.joinpath("report.md").write_text(f"# R\n\n{fences}{WRITTEN}", encoding="utf-8")
    folder.joinpath("aside.md").write_text("# Nothing\n", encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    """Return all that the pages of a folder say, with what is told of each."""
    found = []
    with serving(folder) as server:
        for name in ("", "report.md", "aside.md", "nothing.yaml", *FAULTS):
            found.append(ask(server, f"/{server.door.token}/{name}").body.decode())
            if shown := server.hub.shown(Address((name,))):
                found.append(json.dumps(findings(server, shown), ensure_ascii=False))
    return found


def findings(server: LiveServer, shown: Shown) -> list[dict[str, Any]]:
    state = json.loads(state_of(shown, server.editor, server.served.root))
    # What opens the editor has to name the whole way.
    return [{**one, "address": None} for one in state["findings"]]


@pytest.mark.parametrize("settings", ["[tool.argmap]\n", '[tool.argmap]\ntheme = "x\n'])
def test_files_are_named_from_the_project(project: Path, settings: str) -> None:
    project.joinpath("pyproject.toml").write_text(settings, encoding="utf-8")
    words = told(project)
    assert sum("There is no file missing.yaml." in one for one in words) == 2
    for one in words:
        for part in ("Ms &", project.parent.name, project.parent.parent.name):
            assert part not in one, one[one.index(part) - 80 :][:200]


@pytest.mark.parametrize(
    ("root", "said", "told"),
    [
        ("/home/me/maps", "There is no file /home/me/maps/a.yaml.", "There is no file a.yaml."),
        ("/home/me/maps", "“/home/me/maps/b/a.yaml” and more", "“b/a.yaml” and more"),
        ("/home/me/maps", "/home/me/maps-2/a.yaml", "/home/me/maps-2/a.yaml"),
        ("/home/me/maps", "/mnt/home/me/maps/a.yaml", "/mnt/home/me/maps/a.yaml"),
        ("/a & b", "/a & b/c.yaml and /a &amp; b/c.yaml", "c.yaml and c.yaml"),
        ("/", "/etc/hosts and/or 3/4", "/etc/hosts and/or 3/4"),
    ],
)
def test_only_the_way_to_the_project_is_left_out(root: str, said: str, told: str) -> None:
    assert within(Path(root), said) == told

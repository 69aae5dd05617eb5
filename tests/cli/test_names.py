"""Names of files that are no UTF-8 are told, by all commands, with a sign for what is none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import Result, argmap

NAME = "m\udcffm"
SHOWN = "m\N{REPLACEMENT CHARACTER}m"
GOOD = "argmap: 1\nthesis: {id: t, text: T., premises: [P.]}\n"
BAD = "argmap: 1\nthesis: {id: t, text: T., premisses: [P.]}\n"
PLACE = "<!-- argmap: a.yaml as=claim id=t -->\n<!-- /argmap -->\n"

CALLS = [
    *(f"render good.yaml -f {format}" for format in (
        "svg", "png", "pdf", "html", "md", "obsidian", "mermaid", "json", "canvas", "drawio",
        "excalidraw", "tikz", "dot",
    )),
    "render good.yaml -o -",
    "render a.yaml -o new.svg",
    "render a.yaml -o new.png",
    "render a.yaml -o new/",
    "render a.yaml -o x.svg --theme theme.yaml",
    "render a.yaml good.yaml -o pictures/",
    "render a.yaml -o new.none",
    "render a.yaml --theme none.yaml",
    "render bad.yaml",
    "render none.yaml",
    "render folder",
    "render hand.yaml",
    "good.yaml",
    "nonsense",
    *(f"check {name} --format {format}" for name in ("good.yaml", "bad.yaml", "folder", "none.yaml")
      for format in ("text", "json", "sarif", "github")),
    "convert good.yaml new.tgf",
    "convert good.yaml - --to argdown",
    "convert good.yaml new.none",
    "convert bad.yaml new.tgf",
    "convert good.yaml good.yaml",
    "show good.yaml",
    "show bad.yaml",
    "evaluate good.yaml",
    "evaluate good.yaml --semantics preferred --format json",
    "evaluate good.yaml --semantics df-quad --tornado -o new.svg",
    "evaluate none.yaml",
    "explain good.yaml t",
    "explain good.yaml t --format json",
    "explain bad.yaml t",
    "new new.yaml",
    "new good.yaml",
    *(f"embed {name} --format {format}" for name in ("doc.md", "wrong.md")
      for format in ("text", "json", "sarif", "github")),
    "embed --check doc.md",
    "embed --check --format sarif doc.md",
    "embed folder",
    "embed none.md",
    "embed doc.md --root folder",
]  # fmt: skip
"""Each word but for options and `a.yaml` stands for a name that is no UTF-8."""

PLAIN = {"a.yaml", "-", "none", "t", "x.svg", "pictures/"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        Path(f"{NAME}folder").mkdir()
    except OSError:
        if os.environ.get("ARGMAP_ALL_TESTS"):
            raise
        pytest.skip("names of files are all UTF-8 here")
    Path("a.yaml").write_text(GOOD)
    files = {
        "good.yaml": GOOD,
        "bad.yaml": BAD,
        "hand.yaml": GOOD,
        "hand.svg": "<svg/>",
        "doc.md": PLACE,
        "wrong.md": PLACE.replace("id=t", "id=none"),
        "theme.yaml": "argmap-theme: 1\n",
        "folder/bad.yaml": BAD,
        "folder/doc.md": PLACE,
    }
    for name, text in files.items():
        Path(f"{NAME}{name}").write_text(text)
    Path(f"{NAME}folder/a.yaml").write_text(GOOD)


def named(word: str) -> str:
    """Return a word of a call as it is given: names begin with what is no UTF-8."""
    key, _, name = word.rpartition("=")
    if "." in name or name in ("folder", "new/", "nonsense"):
        return f"{key}={NAME}{name}" if key else f"{NAME}{name}"
    return word


def run(call: str) -> Result:
    command, *words = call.split()
    if command in ("good.yaml", "nonsense"):
        command = named(command)
    given = [word if word in PLAIN or word.startswith("-") else named(word) for word in words]
    return argmap(command, *given)


@pytest.mark.parametrize("call", CALLS)
def test_a_name_that_is_no_utf_8_is_a_name_like_others(call: str) -> None:
    ended = run(call)
    told = ended.out + ended.err
    assert ended.code in (0, 1, 2)
    assert "m?m" not in told
    assert "udcff" not in told
    if ended.code:
        assert SHOWN in told or "m%FFm" in told
    if "json" in call.split() or "sarif" in call.split():
        json.loads(ended.out or "[]")


def test_sarif_has_the_bytes_of_the_name() -> None:
    log = json.loads(run("check bad.yaml --format sarif").out)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "m%FFmbad.yaml"


def test_a_terminal_without_that_sign_gets_a_question_mark() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "argmap", "check", f"{NAME}none.yaml"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert ended.stderr == b"argmap: There is no file m?mnone.yaml.\n"

"""What argmap prints into the log of a build: no line of it is a command, and data stays data."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.report.log import for_log
from tests.command import argmap

# As GitHub’s runner reads them: at the start of a line, or with the older signs anywhere.
COMMAND = re.compile(r"^\s*::|##\[|##vso\[|^\s*##teamcity\[", re.MULTILINE)
TEXTS = (
    "::add-mask::x", "::error file=x::so", " ::stop-commands::x", "##[error]so", "so ##[group]x",
    "##vso[task.x]so", "##teamcity[x]",
)  # fmt: skip
CALLS = (
    ("show", "{map}"),
    ("show", "{map}", "--from", "json"),
    ("evaluate", "{map}"),
    ("evaluate", "{map}", "--reject", "p1"),
    ("evaluate", "{map}", "--semantics", "preferred"),
    ("explain", "{map}", "c"),
    ("explain", "{map}", "::add-mask::x"),
    ("check", "{map}", "--select", "ALL"),
    ("check", "::error::x.yaml"),
    ("check", "##[error]x.yaml"),
    ("render", "{map}", "-o", "::error::x.svg"),
    ("render", "x\n::error::y.yaml"),
    ("convert", "{map}", "x.tgf"),
    ("embed", "::error::x.md"),
    ("embed", "--check", "a.md"),
    ("::error::x",),
)


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    said = [{"id": f"p{n}", "text": text, "note": text} for n, text in enumerate(TEXTS)]
    # A narrow column begins a new line before a long word.
    said += [{"text": f"{'so ' * n}{TEXTS[0]} so", "label": "So", "x": "y"} for n in range(20, 40)]
    written: dict[str, Any] = {
        "argmap": 1,
        "title": TEXTS[0],
        "thesis": {"id": "c", "text": TEXTS[0], "premises": said, "rebuttals": list(TEXTS)},
        "sources": {"s": {"title": TEXTS[0], "file": TEXTS[0]}},
        "expect": {"c": TEXTS[0]},
    }
    Path("bad.yaml").write_text(json.dumps(written, indent=1))
    Path("a.md").write_text("<!-- argmap: bad.yaml -->\n::error::x\n<!-- /argmap -->\n")
    for one in said:
        one.pop("x", None)
    del written["expect"]
    written["sources"]["s"] = {"title": TEXTS[0]}
    Path("good.yaml").write_text(json.dumps(written, indent=1))
    return tmp_path


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("name", ["good.yaml", "bad.yaml"])
@pytest.mark.parametrize("sign", ["", "GITHUB_ACTIONS", "GITLAB_CI", "BUILDKITE"])
def test_no_line_that_people_read_is_a_command(
    hostile: Path, call: tuple[str, ...], name: str, sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in ("CI", "GITHUB_ACTIONS"):
        monkeypatch.delenv(other, raising=False)
    if sign:
        monkeypatch.setenv(sign, "true")
    ended = argmap(*(word.format(map=name) for word in call))
    assert not COMMAND.search(ended.out)
    assert not COMMAND.search(ended.err)


@pytest.mark.parametrize(
    "call", [("evaluate", "good.yaml", "--format", "json"), ("convert", "good.yaml", "-")]
)
def test_data_is_the_same_everywhere(
    hostile: Path, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CI", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    usual = argmap(*call).out
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert argmap(*call).out == usual


@given(st.lists(st.sampled_from([*":#[\n\r\t a\u2028", "vso", "teamcity"])).map("".join))
def test_a_log_loses_nothing_and_has_no_commands(text: str) -> None:
    shown = for_log(text)
    assert not any(COMMAND.search(line) for line in re.split(r"[\r\n]", shown))
    assert shown.replace("\\", "") == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::a", ":\\:a"),
        ("so\r\n \t::a", "so\r\n \t:\\:a"),
        ("##vso[a", "#\\#vso[a"),
        ("###[a", "##\\#[a"),
        ("so ::a", "so ::a"),
        ("## A heading [1]", "## A heading [1]"),
        ("a:\n: b", "a:\n: b"),
    ],
)
def test_only_what_begins_a_command_is_changed(text: str, shown: str) -> None:
    assert for_log(text) == shown


def test_only_one_module_prints() -> None:
    for file in (Path(__file__).parents[2] / "argmap/cli").rglob("*.py"):
        assert "click.echo" not in file.read_text() or file.name == "printing.py", file

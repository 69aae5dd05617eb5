"""The skill is true: its map is sound, its commands run, and it knows the words of the format."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from argmap.cli import COMMANDS
from argmap.cli.application import application
from argmap.grammar import RECORDS
from argmap.skill import method, skill
from argmap.templates import TEMPLATES
from argmap.weighing import STRENGTHS, Status
from tests.command import argmap

MAP = re.search(r"^```yaml\n(.*?)^```$", skill(), re.MULTILINE | re.DOTALL)[1]
LINES = re.search(r"^```sh\n(.*?)^```$", skill(), re.MULTILINE | re.DOTALL)[1].splitlines()


@pytest.fixture(autouse=True)
def beside_the_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_it_is_printed() -> None:
    assert argmap("skill").out == skill()


def test_it_begins_as_assistants_expect() -> None:
    _, head, body = skill().split("---\n", 2)
    told = yaml.safe_load(head)
    assert told.keys() == {"name", "description"}
    assert re.fullmatch(r"[a-z][a-z-]{2,63}", told["name"])
    assert 50 < len(told["description"]) < 1024
    assert body.startswith("\n# ")
    assert len(skill().splitlines()) < 500


def test_its_map_is_sound_and_formatted() -> None:
    assert argmap("check", "map.yaml").err == "1 map checked, nothing found\n"
    assert argmap("fmt", "--check", "map.yaml").code == 0


@pytest.mark.parametrize("line", LINES)
def test_its_commands_run(line: str) -> None:
    program, *arguments = shlex.split(line)
    assert program == "argmap"
    assert argmap(*arguments).code == 0


def test_every_command_and_option_that_it_names_is_one() -> None:
    named = set(re.findall(r"`(?:argmap )?([a-z]+)(?: [^`]*)?`", skill())) & set(COMMANDS)
    assert {line.split()[1] for line in LINES} <= set(COMMANDS)
    assert named >= {"check", "explain", "new"}
    options = {
        option
        for name in COMMANDS
        for parameter in application.get_command(None, name).params
        for option in parameter.opts
    }
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", skill())) <= options


def test_the_words_that_it_lists_are_those_of_the_format() -> None:
    for words in (*STRENGTHS, *Status):
        assert f"`{words}`" in skill()
    assert all(name in skill() for name in TEMPLATES if name != "starter")
    keys = {name for record in RECORDS.values() for name in record.names}
    assert set(re.findall(r"^ *(?:- )?([a-z]+):", MAP, re.MULTILINE)) <= keys | {"survey"}


def test_the_method_is_a_part_of_it_that_stands_alone() -> None:
    assert method().startswith("# How a good map is made\n")
    assert [line[0] for line in method().splitlines() if re.match(r"\d\. ", line)] == list(
        "123456789"
    )
    assert "##" not in method()

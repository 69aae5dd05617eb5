"""Values that a program or a project gives to settings: each that is wrong is told by its name."""

import re
from pathlib import Path
from typing import Any

import pytest

from argmap.layout.engine import Limits
from argmap.planning import RenderOptions
from tests.command import argmap

MAP = "argmap: 1\nthesis: A.\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"focus": ["a"]}, "“focus”: write ('a',) instead of ['a']"),
        ({"fit": 760}, "“fit”: write '760' instead of 760"),
        ({"width": "380"}, "“width”: write 380 instead of '380'"),
        ({"audience": "e\u0301"}, r"“audience”: write '\xe9' instead of 'e\u0301'"),
        ({"max_depth": -1}, "“max_depth”: “-1” is not a whole number"),
        ({"tag_colours": (("a",),)}, "“tag_colours” should have keys of its own"),
        ({"legend": []}, "“legend” should be true or false, not a list"),
        ({"limits": 5}, "“limits”: 5 is no Limits"),
        ({"limits": None}, "“limits”: None is no Limits"),
    ],
)
def test_a_wrong_value_of_a_program_is_told_with_the_name_of_its_field(
    options: dict[str, Any], told: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        RenderOptions(**options)


def test_limits_of_a_program_are_taken() -> None:
    assert RenderOptions(limits=Limits(seconds=5)).limits.seconds == 5


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("max_depth = -1", "“max_depth”: “-1” is not a whole number from 0 to 10000."),
        ('tag_colours = [["a", "#123456"]]', "“tag_colours” should have keys of its own"),
        ('direction = "col"', "did you mean “column”?\n"),
        ('theme = "aut"', "“theme”: “aut” is not one of"),
        ('theme = ""', "“theme” has no value."),
    ],
)
def test_a_wrong_setting_of_a_project_is_told_as_the_project_wrote_it(
    setting: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(f"[tool.argmap]\n{setting}\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(MAP, encoding="utf-8")
    result = argmap("check", "a.yaml")
    assert result.code == 2
    assert told in result.err


def test_a_tag_without_a_colour_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(MAP, encoding="utf-8")
    result = argmap("render", "a.yaml", "--tag-colour", "survey")
    assert result.code == 2
    assert "“survey” has no value; write survey=…" in result.err

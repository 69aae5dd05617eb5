"""`argmap new`: a map to start from, whose first line leads an editor to the schema."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from argmap.editing.formatting import formatted
from argmap.model import Polarity
from argmap.pipeline import dumps, loads
from argmap.schema import json_schema
from argmap.templates import TEMPLATES, template
from tests.command import argmap

NOTES = """\
# Phones in class

- Phones should stay in the bag during lessons.
  + They distract those who use them.
  - Phones help those who learn the language.
    - But: The school has dictionaries for them.
"""
ADDRESS = re.compile(r"# yaml-language-server: \$schema=(\S+)")


@pytest.fixture(autouse=True)
def a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a project of one’s own."""
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.chdir(tmp_path)


def schema_named_in(file: Path) -> Path:
    named = ADDRESS.fullmatch(file.read_text(encoding="utf-8").splitlines()[0])
    return file.parent / named[1]


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_template_is_a_map_of_which_checks_find_nothing(name: str) -> None:
    assert argmap("new", "a.yaml", "--template", name).code == 0
    result = argmap("check", "a.yaml")
    assert (result.code, result.err) == (0, "1 map checked, nothing found\n")
    assert argmap("fmt", "--check", "a.yaml").code == 0
    text = Path("a.yaml").read_text(encoding="utf-8")
    assert text.endswith(template(name))
    assert formatted(text, file="a.yaml") == text


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_a_template_teaches_comes_out(name: str) -> None:
    """Each has its objection, and but for a review, whose question is open, its thesis stands."""
    a_map = loads(template(name))
    assert any(argument.polarity is Polarity.ATTACK for argument in a_map.arguments)
    Path("a.yaml").write_text(template(name), encoding="utf-8")
    first = next(line for line in argmap("evaluate", "a.yaml").out.splitlines()[1:] if line)
    assert first[0] == ("?" if name == "review" else "✓")


def test_for_its_sceptics_the_motion_of_the_debate_falls() -> None:
    argmap("new", "a.yaml", "--template", "debate")
    assert "\n✗ The motion" in argmap("evaluate", "a.yaml", "--audience", "sceptics").out


@pytest.mark.parametrize("options", [(), ("--template", "blank"), ("--from", "notes.md")])
def test_the_schema_that_a_map_names_lies_beside_it(options: tuple[str, ...]) -> None:
    Path("notes.md").write_text(NOTES, encoding="utf-8")
    result = argmap("new", "a.yaml", *options)
    assert result.err == (
        "a.yaml is written, and argmap.schema.json for your editor; "
        "draw it with: argmap render a.yaml\n"
    )
    schema = json.loads(schema_named_in(Path("a.yaml")).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema == json_schema()
    assert argmap("schema").out == Path("argmap.schema.json").read_text(encoding="utf-8")


def test_a_schema_of_the_project_above_is_named_and_not_written_again() -> None:
    argmap("new", "a.yaml")
    Path("maps", "deep").mkdir(parents=True)
    result = argmap("new", "maps/deep/b.yaml")
    assert (
        result.err == "maps/deep/b.yaml is written; draw it with: argmap render maps/deep/b.yaml\n"
    )
    assert schema_named_in(Path("maps/deep/b.yaml")).samefile("argmap.schema.json")
    assert [one.name for one in Path("maps/deep").iterdir()] == ["b.yaml"]


def test_a_schema_outside_the_project_is_not_named(tmp_path: Path) -> None:
    (tmp_path / "argmap.schema.json").write_text("{}", encoding="utf-8")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "pyproject.toml").touch()
    argmap("new", "inner/a.yaml")
    assert schema_named_in(Path("inner/a.yaml")) == Path("inner/argmap.schema.json")
    assert json.loads(Path("inner/argmap.schema.json").read_bytes()) == json_schema()


def test_a_schema_of_another_version_stays_and_is_told() -> None:
    Path("argmap.schema.json").write_text("{}", encoding="utf-8")
    result = argmap("new", "a.yaml")
    assert result.err.splitlines()[1] == (
        "argmap.schema.json is another argmap’s; renew it with: argmap schema > argmap.schema.json"
    )
    assert Path("argmap.schema.json").read_text(encoding="utf-8") == "{}"


def test_a_schema_is_not_taken_for_a_map_of_its_folder() -> None:
    argmap("new", "maps.yaml")
    assert argmap("check", ".").err == "1 map checked, nothing found\n"
    assert argmap("convert", ".", "out", "--to", "tgf").err.startswith("1 of 1 maps")


def test_on_standard_output_only_the_map_is_written() -> None:
    assert argmap("new", "-", "--template", "blank").out == (
        "# yaml-language-server: $schema=argmap.schema.json\n" + template("blank")
    )
    assert not Path("argmap.schema.json").exists()


def test_a_map_begins_with_an_outline_in_the_one_layout() -> None:
    Path("notes.md").write_text(NOTES, encoding="utf-8")
    assert argmap("new", "a.yaml", "--from", "notes.md").code == 0
    text = Path("a.yaml").read_text(encoding="utf-8")
    assert argmap("check", "a.yaml").err == "1 map checked, nothing found\n"
    assert argmap("fmt", "--check", "a.yaml").code == 0
    argmap("convert", "notes.md", "b.yaml")
    assert loads(text) == loads(Path("b.yaml").read_bytes())


@pytest.mark.parametrize("notation", ["json", "opml", "argdown", "freeplane", "tgf", "canvas"])
def test_a_map_begins_with_what_another_notation_says(notation: str) -> None:
    source = f"notes.{ {'freeplane': 'mm'}.get(notation, notation) }"
    Path("first.yaml").write_text(template("policy"), encoding="utf-8")
    assert argmap("convert", "first.yaml", source, "--to", notation).code == 0
    assert argmap("new", "a.yaml", "--from", source).code == 0
    argmap("convert", source, "b.yaml")
    assert dumps(loads(Path("a.yaml").read_bytes())) == dumps(loads(Path("b.yaml").read_bytes()))
    assert argmap("fmt", "--check", "a.yaml").code == 0


def test_files_that_an_outline_names_are_named_from_where_the_map_lies() -> None:
    Path("old").mkdir()
    Path("old/paper.txt").write_text("It rains.\n", encoding="utf-8")
    Path("old/a.yaml").write_text(
        "argmap: 1\nsources: {p: {file: paper.txt}}\n"
        "thesis: {text: It rains., source: {ref: p, quote: It rains.}}\n",
        encoding="utf-8",
    )
    argmap("new", "b.yaml", "--from", "old/a.yaml")
    assert "file: old/paper.txt" in Path("b.yaml").read_text(encoding="utf-8")
    assert "quote-not-found" not in argmap("check", "b.yaml").out


def test_what_an_outline_could_not_hand_on_is_told() -> None:
    Path("old.yaml").write_text("argmap: 1\nthesis: A.  # why?\n", encoding="utf-8")
    result = argmap("new", "a.yaml", "--from", "old.yaml")
    assert result.code == 0
    assert "old.yaml:2:13: warning" in result.err
    assert "comment" in result.err


def test_an_outline_that_holds_no_map_is_told_and_nothing_is_written() -> None:
    Path("bad.yaml").write_text("argmap: 1\nthesis: {txt: A.}\n", encoding="utf-8")
    result = argmap("new", "a.yaml", "--from", "bad.yaml")
    assert result.code == 1
    assert "bad.yaml:2:" in result.err
    assert sorted(one.name for one in Path().iterdir()) == ["bad.yaml", "pyproject.toml"]


@pytest.mark.parametrize(
    "options",
    [
        ("a.yaml", "--from", "notes.md", "--template", "blank"),
        ("notes.md", "--from", "notes.md", "--force"),
        ("a.yaml", "--from", "missing.md"),
        ("a.yaml", "--from", "."),
        ("a.yaml", "--from", ""),
        ("a.yaml", "--template", "novel"),
        ("none/a.yaml",),
    ],
)
def test_a_wrong_call_writes_nothing(options: tuple[str, ...]) -> None:
    Path("notes.md").write_text(NOTES, encoding="utf-8")
    result = argmap("new", *options)
    assert (result.code, result.out) == (2, "")
    assert sorted(one.name for one in Path().iterdir()) == ["notes.md", "pyproject.toml"]
    assert Path("notes.md").read_text(encoding="utf-8") == NOTES

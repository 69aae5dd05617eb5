"""`argmap check --fix` writes what findings tell, says so, and writes nothing else."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from argmap.errors import FileError
from tests.command import argmap

WRONG = "argmap: 1\n# Its pool.\nthesis: {text: T., premises: [{ref: lern}], rebuttals: [R.]}\n"
WRONG += "claims:\n  - {id: learn, text: L.}\n"
RIGHT = WRONG.replace("lern", "learn")
LEFT = WRONG.replace("R.]", "{ref: nobody-at-all}]")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").touch()
    path = tmp_path / "maps" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(WRONG.encode())
    return path


def test_a_map_is_mended_and_said_to_be(file: Path) -> None:
    result = argmap("check", "--fix", file)
    assert file.read_bytes() == RIGHT.encode()
    assert (result.code, result.out) == (0, "")
    assert f"{file}: 1 finding mended, nothing is left\n" in result.err


def test_what_is_left_is_told_and_counts(file: Path) -> None:
    file.write_bytes(LEFT.encode())
    result = argmap("check", "--fix", file)
    assert result.code == 1
    assert file.read_bytes() == LEFT.replace("lern", "learn").encode()
    assert "no claim “nobody-at-all”" in result.out
    assert f"{file}: 1 finding mended, 1 is left\n" in result.err


def test_a_map_without_findings_is_not_written(file: Path) -> None:
    file.write_bytes(RIGHT.encode())
    before = file.stat()
    assert argmap("check", "--fix", file).code == 0
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert file.stat().st_ino == before.st_ino


def test_a_diff_shows_what_would_be_written_and_writes_nothing(file: Path) -> None:
    result = argmap("check", "--diff", file)
    assert file.read_bytes() == WRONG.encode()
    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[:2] == [f"--- {file}", f"+++ {file}"]
    assert [line for line in lines if line.startswith("-")][1:] == [f"-{WRONG.splitlines()[2]}"]
    assert f"{file}: 1 finding would be mended, nothing is left\n" in result.err


def test_a_diff_of_a_clean_map_is_empty(file: Path) -> None:
    file.write_bytes(RIGHT.encode())
    result = argmap("check", "--diff", "--fix", file)
    assert (result.code, result.out) == (0, "")


def test_the_text_from_standard_input_goes_to_standard_output() -> None:
    result = argmap("check", "--fix", "-", stdin=LEFT.encode())
    assert result.out == LEFT.replace("lern", "learn")
    assert result.code == 1
    assert "nobody-at-all" in result.err


@pytest.mark.parametrize("data", [RIGHT.encode(), b"argmap: 1\nthesis: \xff.\n"])
def test_standard_input_goes_on_as_it_is_where_nothing_is_mended(data: bytes) -> None:
    result = argmap("check", "--fix", "-", stdin=data.replace(b"\xff", b"T"))
    assert result.out.encode() == data.replace(b"\xff", b"T")


def test_line_ends_and_the_mark_of_byte_order_stay(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
    argmap("check", "--fix", file)
    assert file.read_bytes() == b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode()


def test_a_folder_is_mended_file_by_file(file: Path) -> None:
    other = file.with_name("b.yaml")
    other.write_bytes(LEFT.encode())
    result = argmap("check", "--fix", file.parent)
    assert "a.yaml: 1 finding mended, nothing is left" in result.err
    assert "b.yaml: 1 finding mended, 1 is left" in result.err
    assert other.read_bytes() != LEFT.encode()


def test_other_codes_are_left_alone(file: Path) -> None:
    text = RIGHT.replace("[R.]", "[{scheme: expert-opinoin, premises: [R.]}]")
    file.write_bytes(text.encode())
    argmap("check", "--fix", "--ignore", "unknown-scheme", file)
    assert file.read_bytes() == text.encode()


@pytest.mark.skipif(sys.platform == "win32", reason="makes links of POSIX")
def test_a_file_outside_the_project_is_not_written(file: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(WRONG.encode())
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").touch()
    (inner / "a.yaml").symlink_to(outside)
    result = argmap("check", "--fix", inner)
    assert result.code == 1
    assert outside.read_bytes() == WRONG.encode()
    assert "outside the project, which is not written" in result.err


def test_a_file_that_cannot_be_written_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(contents: Mapping[Path, bytes], *, undoes: bool) -> None:
        assert undoes
        raise FileError(f"{next(iter(contents))} cannot be written: the disk is full.")

    # Nothing of the file system stops root.
    monkeypatch.setattr("argmap.cli.changes.write_all", refuse)
    result = argmap("check", "--fix", file)
    assert result.code == 2
    assert "cannot be written: the disk is full." in result.err
    assert file.read_bytes() == WRONG.encode()


def test_a_map_in_another_notation_is_said_to_be_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"argmap": 1, "thesis": {"ref": "nobody"}}), encoding="utf-8")
    result = argmap("check", "--fix", file)
    assert result.code == 1
    assert "only maps in YAML are mended" in result.err


def test_a_theme_is_not_written_nor_said_to_be_mended(file: Path) -> None:
    theme = file.with_name("ours.yaml")
    theme.write_text("argmap-theme: 1\nbase: printt\n", encoding="utf-8")
    file.write_bytes((RIGHT + "style: {theme: ours.yaml}\n").encode())
    before = theme.read_bytes()
    assert "--fix" not in argmap("check", file).err
    result = argmap("check", "--fix", file)
    assert (result.code, theme.read_bytes()) == (1, before)
    assert "did you mean “print”" in result.out


def test_a_report_says_how_much_can_be_mended(file: Path) -> None:
    assert "argmap check --fix can mend it\n" in argmap("check", file).err
    file.write_bytes(LEFT.encode())
    assert "argmap check --fix can mend 1 of 2\n" in argmap("check", file).err
    file.write_bytes(RIGHT.encode())
    assert "--fix" not in argmap("check", file).err

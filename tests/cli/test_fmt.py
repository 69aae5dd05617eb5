"""`argmap fmt` writes maps in one layout, says which, and touches nothing else."""

import os
import sys
from pathlib import Path

import pytest

from tests.command import argmap

TYPED = "argmap:   1\nthesis: A  # why\n"
TIDY = "argmap: 1\nthesis: A  # why\n"
FAULTY = "argmap: 1\nthesis: a: b\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").touch()
    path = tmp_path / "maps" / "a.yaml"
    path.parent.mkdir()
    path.write_text(TYPED)
    return path


def test_a_map_is_formatted_and_named(file: Path) -> None:
    result = argmap("fmt", file)
    assert (result.code, result.out) == (0, "")
    assert result.err == f"formatted {file}\n1 map formatted\n"
    assert file.read_text() == TIDY


def test_what_is_in_order_is_not_written(file: Path) -> None:
    file.write_text(TIDY)
    before = file.stat()
    result = argmap("fmt", file)
    assert (result.code, result.err) == (0, "1 map was in order\n")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_folder_stands_for_its_maps_and_for_nothing_else(file: Path) -> None:
    other = file.with_name("settings.yaml")
    other.write_text("a:   1\n")
    file.with_name("b.yml").write_text(TIDY)
    result = argmap("fmt", file.parent)
    assert (result.code, result.err) == (
        0,
        f"formatted {file}\n1 map formatted, 1 map was in order\n",
    )
    assert other.read_text() == "a:   1\n"


def test_check_writes_nothing_and_names_what_would_change(file: Path) -> None:
    result = argmap("fmt", "--check", file)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"would be formatted: {file}\n1 map would be formatted\n"
    assert file.read_text() == TYPED
    assert argmap("fmt", "--check", "-q", file) == (type(result))(1, "", "")
    file.write_text(TIDY)
    assert argmap("fmt", "--check", file).code == 0


def test_diff_shows_what_would_change(file: Path) -> None:
    result = argmap("fmt", "--diff", "-q", file)
    assert (result.code, result.err) == (1, "")
    assert result.out == (
        f"--- {file}\n+++ {file}\n@@ -1,2 +1,2 @@\n-argmap:   1\n+argmap: 1\n thesis: A  # why\n"
    )
    assert file.read_text() == TYPED


def test_standard_input_goes_to_standard_output() -> None:
    result = argmap("fmt", "-", "-q", stdin=TYPED.replace("\n", "\r\n").encode())
    assert (result.code, result.out, result.err) == (0, TIDY.replace("\n", "\r\n"), "")


def test_a_faulty_map_is_told_and_left_and_the_others_are_formatted(file: Path) -> None:
    faulty = file.with_name("0.yaml")
    faulty.write_text(FAULTY)
    result = argmap("fmt", file.parent)
    assert result.code == 1
    assert f"{faulty}:2:10: error[yaml-syntax]" in result.err
    assert (faulty.read_text(), file.read_text()) == (FAULTY, TIDY)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.yaml", b"", "the file is empty"),
        ("compose.yaml", b"services:   {}\n", "not an argument map"),
        ("latin.yaml", "argmap: 1\nthesis: \xe9\n".encode("latin-1"), "UTF-8"),
    ],
)
def test_what_is_no_map_in_yaml_is_left(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = argmap("fmt", path)
    assert result.code == 1
    assert words in result.err
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("name", "data", "notation"),
    [
        ("a.json", '{"argmap": 1,   "thesis": "A"}\n', "JSON"),
        ("a.argdown", "[A]: B\n", "Argdown"),
        ("a.md", "# Notes\n\n```argmap\nargmap: 1\nthesis:   A\n```\n", "Markdown"),
    ],
)
def test_a_file_in_another_notation_is_left_with_one_word_on_it(
    tmp_path: Path, name: str, data: str, notation: str
) -> None:
    path = tmp_path / name
    path.write_text(data)
    result = argmap("fmt", path)
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert notation in result.err
    assert path.read_text() == data


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = argmap("fmt", tmp_path / "no.yaml")
    assert (result.code, "There is no file" in result.err) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_project_is_not_followed(file: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.yaml"
    outside.write_text(TYPED)
    link = file.with_name("link.yaml")
    os.symlink(outside, link)  # noqa: PTH211
    result = argmap("fmt", link)
    assert (result.code, "outside the project" in result.err) == (2, True)
    assert outside.read_text() == TYPED

"""`argmap compare` says what of a model is in the maps of students."""

import json
from pathlib import Path

import pytest

from tests.command import argmap

MODEL = "argmap: 1\nthesis: {id: t, text: T is so., premises: [Alpha is here., Beta is there.]}\n"
ANNA = MODEL.replace(", Beta is there.", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "model.yaml").write_text(MODEL)
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "anna.yaml").write_text(ANNA)
    (tmp_path / "class" / "ben.yaml").write_text(MODEL)
    return tmp_path


def test_one_map_is_told_in_sentences(folder: Path) -> None:
    result = argmap("compare", "class/anna.yaml", "--model", "model.yaml")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "class/anna.yaml: 2 of 3 found, 1 missing\n"
        "  • “Beta is there” is missing: it speaks for “T is so”.\n"
    )


def test_a_class_is_a_table_with_points(folder: Path) -> None:
    (folder / "rubric.yaml").write_text("points: {found: 2, missing: -0.5}\nclaims: {t: 3}\n")
    result = argmap("compare", "class", "--model", "model.yaml", "--rubric", "rubric.yaml")
    assert result.out.splitlines()[1].split()[-1] == "7.5"
    assert result.out.splitlines()[2].split()[-1] == "10"
    assert "7.5 of 10 points" in result.out


def test_without_a_rubric_there_are_no_points(folder: Path) -> None:
    assert "points" not in argmap("compare", "class", "--model", "model.yaml").out


def test_programs_get_json(folder: Path) -> None:
    result = argmap("compare", "class", "--model", "model.yaml", "--format", "json")
    told = json.loads(result.out)["maps"]
    assert [one["counts"]["missing"] for one in told] == [1, 0]


@pytest.mark.parametrize(
    ("rubric", "words"),
    [
        ("points: {fund: 2}\n", "“fund” is no mark; did you mean “found”?"),
        ("claims: {x: 2}\n", "“x” is no claim of the model"),
        ("points: {found: many}\n", "rubric.yaml:1:17"),
        ("point: {found: 1}\n", "did you mean “points”"),
        ("points: [\n", "yaml-syntax"),
        ("", "the file is empty\n  help: write for example: points:"),
        ("x\n", "a rubric begins with the key “points” or “claims”, not with a text"),
    ],
)
def test_a_faulty_rubric_is_told(folder: Path, rubric: str, words: str) -> None:
    (folder / "rubric.yaml").write_text(rubric)
    result = argmap("compare", "class", "--model", "model.yaml", "--rubric", "rubric.yaml")
    assert (result.code, words in result.err) == (1, True)


def test_a_faulty_map_is_told_and_the_others_are_compared(folder: Path) -> None:
    (folder / "class" / "carl.yaml").write_text("argmap: 1\nthesis: {ref: x}\n")
    result = argmap("compare", "class", "--model", "model.yaml")
    assert (result.code, "no claim “x”" in result.err) == (1, True)
    assert "class/ben.yaml: 3 of 3 found\n" in result.out


def test_who_handed_in_nothing_is_told_and_other_files_of_the_folder_are_passed_over(
    folder: Path,
) -> None:
    (folder / "class" / "carl.yaml").write_text("\n")
    (folder / "class" / "dates.yaml").write_text("monday: 8\n")
    result = argmap("compare", "class", "--model", "model.yaml")
    assert result.code == 1
    assert "class/carl.yaml:1:1: error[not-a-map] the file is empty" in result.err
    assert "class/anna.yaml" in result.out
    assert "dates" not in result.out + result.err

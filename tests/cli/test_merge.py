"""The merged map is written where it is asked for, and what cannot be merged so is told."""

from pathlib import Path

import pytest

from tests.command import Result, argmap

MAP = "argmap: 1\nthesis:\n  id: pool\n  text: The pool stays.\n  rebuttals:\n    - It is dear.\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def merge(base: str, ours: str, theirs: str, *more: str) -> Result:
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        Path(name).write_bytes(text.encode())
    return argmap("merge", "base", "ours", "theirs", *more)


def test_it_is_printed_or_written_over_ours_as_git_asks() -> None:
    ours = MAP.replace("dear.", "dear.  # Is it?").replace("\n", "\r\n")
    theirs = MAP.replace("pool stays", "pool must stay")
    wanted = ours.replace("pool stays", "pool must stay")
    assert (merge(MAP, ours, theirs).code, merge(MAP, ours, theirs).err) == (0, "")
    assert merge(MAP, ours, theirs, "-o", "ours").code == 0
    assert Path("ours").read_bytes().decode() == wanted


def test_a_conflict_is_told_and_ends_with_one() -> None:
    result = merge(MAP, MAP.replace("stays", "goes"), MAP.replace("stays", "moves"))
    assert result.code == 1
    assert "<<<<<<< ours\n  text: The pool goes.\n=======\n  text: The pool moves.\n" in result.out
    assert result.err == "conflict: both sides changed “text” of the claim “The pool goes.”\n"


def test_what_is_no_map_is_merged_by_its_lines() -> None:
    broken = MAP.replace("  rebuttals:", "  rebutals:")
    result = merge(MAP, broken, MAP.replace("argmap: 1", "argmap: 1\ntitle: Pool"))
    assert result.code == 0
    assert result.out == broken.replace("argmap: 1", "argmap: 1\ntitle: Pool")
    assert "ours cannot be read as a map (5: " in result.err
    assert "the files are merged by their lines" in result.err
    clash = merge(MAP, broken.replace("stays", "goes"), MAP.replace("stays", "moves"))
    assert clash.code == 1
    assert "<<<<<<< ours" in clash.out
    assert clash.err.endswith("conflict: lines that both sides changed\n")


def test_comments_of_both_stay_where_the_lines_can_be_merged() -> None:
    ours = MAP.replace("argmap: 1", "argmap: 1  # mine")
    theirs = MAP.replace("dear.", "too dear.  # yours")
    result = merge(MAP, ours, theirs)
    assert (result.code, result.err) == (0, "")
    assert "# mine" in result.out
    assert "# yours" in result.out


def test_a_missing_file_is_told() -> None:
    assert argmap("merge", "base", "ours", "theirs").code == 2

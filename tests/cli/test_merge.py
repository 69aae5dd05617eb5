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


PARTS = "argmap: 1\nclaims:\n  - {id: rain, text: It rains.}\n  - {id: wind, text: It blows.}\n"
OVER_PARTS = """\
argmap: 1
include: [parts.yaml]
thesis:
  id: stay
  # As always.
  text: We stay.
  premises: [{ref: rain}, It is dark.]
"""


def test_a_map_that_includes_others_is_merged_claim_by_claim() -> None:
    Path("maps").mkdir()
    sides = {
        "maps/parts.yaml": PARTS,
        "base": OVER_PARTS,
        "ours": OVER_PARTS.replace("We stay", "We all stay"),
        "theirs": OVER_PARTS.replace("  # As", "  label: Stay\n  # As").replace(
            "dark.]", "dark., {ref: wind}]"
        ),
    }
    for name, text in sides.items():
        Path(name).write_text(text)
    result = argmap("merge", "base", "ours", "theirs", "--path", "maps/storm.yaml")
    assert (result.code, result.err) == (0, "")
    merged = result.out
    for words in ("We all stay", "label: Stay", "# As always.", "dark., {ref: wind}]"):
        assert merged.count(words) == 1
    assert "It blows" not in merged
    assert Path("maps/parts.yaml").read_text() == PARTS


def test_a_map_that_includes_other_files_than_before_is_merged_by_its_lines() -> None:
    Path("parts.yaml").write_text(PARTS)
    Path("more.yaml").write_text("argmap: 1\nclaims: [{id: snow, text: It snows.}]\n")
    Path("base").write_text(OVER_PARTS)
    Path("ours").write_text(OVER_PARTS.replace("dark", "very dark"))
    Path("theirs").write_text(OVER_PARTS.replace("[parts.yaml]", "[parts.yaml, more.yaml]"))
    result = argmap("merge", "base", "ours", "theirs")
    assert result.code == 0
    assert (
        "theirs includes other files than base; the files are merged by their lines" in result.err
    )
    assert "include: [parts.yaml, more.yaml]" in result.out
    assert "very dark" in result.out
    assert "snows" not in result.out

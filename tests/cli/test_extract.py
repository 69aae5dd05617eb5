"""`argmap extract` writes a map in which a claim stands under `claims`."""

from pathlib import Path

import pytest

from tests.command import argmap

MAP = "argmap: 1\nthesis:\n  text: A\n  premises:\n    - text: B\n"
EXTRACTED = (
    "argmap: 1\nthesis:\n  text: A\n  premises:\n    - ref: b\n\nclaims:\n  - id: b\n    text: B\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(MAP)
    return path


def test_a_claim_is_moved(file: Path) -> None:
    result = argmap("extract", file, "b")
    assert (result.code, result.out) == (0, "")
    assert result.err == f"“b” stands under “claims” in {file}\n"
    assert file.read_text() == EXTRACTED


def test_diff_writes_nothing(file: Path) -> None:
    result = argmap("extract", file, "b", "--diff")
    assert (result.code, result.err) == (0, "")
    assert "+    - ref: b\n" in result.out
    assert file.read_text() == MAP


def test_line_ends_stay(file: Path) -> None:
    file.write_bytes(MAP.replace("\n", "\r\n").encode())
    argmap("extract", file, "b", "-q")
    assert file.read_bytes() == EXTRACTED.replace("\n", "\r\n").encode()


def test_what_cannot_be_moved_changes_nothing(file: Path) -> None:
    result = argmap("extract", file, "x")
    assert (result.code, "there is no claim “x”" in result.err) == (2, True)
    assert file.read_text() == MAP

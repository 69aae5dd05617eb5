"""What `argmap check --fix` makes of a map: a case is a map, and beside it the map as mended.

To write what it makes now: python -m tests.editing.test_cases
"""

from pathlib import Path

import pytest

from argmap.checks.runner import Selection
from argmap.editing.fixing import Mended, mended
from argmap.editing.sound_fixes import Examined
from argmap.examination import check
from argmap.pipeline import read_text
from argmap.project import folder_of

FOLDER = Path(__file__).parents[1] / "cases" / "fixes"
CASES = sorted(path for path in FOLDER.glob("*.yaml") if not path.stem.endswith(".fixed"))
# Beginners have not thought of objections yet; that is no mistake.
SELECTION = Selection(ignore=frozenset(["one-sided"]))


def mend(text: str, path: Path) -> Mended:
    def examine(written: str) -> Examined:
        reading = read_text(written, file=path.name, folder=folder_of(path))
        return Examined(reading, check(reading, selection=SELECTION, given_texts={}))

    return mended(text, examine)


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def fixed(path: Path) -> Path:
    return path.with_suffix(".fixed.yaml")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_map_is_mended(path: Path) -> None:
    found = mend(text_of(path), path)
    assert found.text == text_of(fixed(path))
    told = {str(one.code) for one in found.mended}
    assert any(path.stem.startswith(code) for code in told)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_mended_needs_no_more(path: Path) -> None:
    again = mend(text_of(fixed(path)), path)
    assert (again.text, again.mended) == (text_of(fixed(path)), ())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_ends_of_lines_stay_as_they_are(path: Path) -> None:
    found = mend("\ufeff" + text_of(path).replace("\n", "\r\n"), path)
    assert found.text == "\ufeff" + text_of(fixed(path)).replace("\n", "\r\n")


def test_no_case_stands_alone() -> None:
    known = {fixed(path) for path in CASES}
    assert known == set(FOLDER.glob("*.fixed.yaml"))


if __name__ == "__main__":
    for case in CASES:
        fixed(case).write_bytes(mend(text_of(case), case).text.encode())

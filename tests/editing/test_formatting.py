"""`argmap fmt`: a case is a map as somebody typed it, and beside it the map as it is formatted.

To write what it makes now: python -m tests.editing.test_formatting
"""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks.runner import Selection
from argmap.editing.formatting import formatted
from argmap.errors import MapError
from argmap.examination import check
from argmap.pipeline import dumps, read_text
from argmap.project import folder_of
from tests.editing.laws import formatting_keeps
from tests.examples import examples
from tests.strategies import argument_maps

CASES_FOLDER = Path(__file__).parents[1] / "cases"
FOLDER = CASES_FOLDER / "formatting"
CASES = sorted(path for path in FOLDER.glob("*.yaml") if not path.stem.endswith(".formatted"))
EXAMPLES = sorted(CASES_FOLDER.parents[1].glob("maps/*.yaml"))
MAPS = sorted([*CASES_FOLDER.rglob("*.yaml"), *EXAMPLES])


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def result_of(path: Path) -> Path:
    return path.with_suffix(".formatted.yaml")


def tidy(text: str) -> str:
    return formatted(text, file="a.yaml")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_map_is_formatted(path: Path) -> None:
    assert tidy(text_of(path)) == text_of(result_of(path))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_formatted_stays_as_it_is(path: Path) -> None:
    assert tidy(text_of(result_of(path))) == text_of(result_of(path))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_ends_of_lines_and_the_mark_of_the_file_stay(path: Path, end: str) -> None:
    found = tidy("\ufeff" + text_of(path).replace("\n", end))
    assert found == "\ufeff" + text_of(result_of(path)).replace("\n", end)


def test_a_last_line_without_an_end_gets_one() -> None:
    assert tidy("argmap: 1\nthesis: A") == "argmap: 1\nthesis: A\n"


@pytest.mark.parametrize("path", MAPS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_all_that_checks_say_of_a_map_they_say_of_the_formatted_one(path: Path) -> None:
    text = text_of(path)
    try:
        new = formatted(text, file=path.name)
    except MapError:
        return
    assert formatted(new, file=path.name) == new
    if path.stem == "comments-of-json":
        # Its braces are gone, within which a remark was known for one.
        assert [code for code, _ in told(new, path)] == [code for code, _ in told(text, path)]
    else:
        assert told(new, path) == told(text, path)


def told(text: str, path: Path) -> list[tuple[str, str]]:
    reading = read_text(text, file=path.name, folder=folder_of(path))
    found = check(reading, selection=Selection(), given_texts={})
    return sorted((str(one.code), one.message) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nthesis: a: b\n",
        "argmap: 1\nthesis: &a A\n",
        "argmap: 1\nthesis: A\nthesis: B\n",
        "argmap: 1\n\tthesis: A\n",
        "- argmap\n",
        "",
    ],
)
def test_what_is_no_sound_yaml_is_not_formatted(text: str) -> None:
    with pytest.raises(MapError):
        tidy(text)


@examples(120)
@given(argument_maps(max_claims=6, max_arguments=6))
def test_what_argmap_writes_is_formatted(a_map: Any) -> None:
    written = dumps(a_map)
    assert tidy(written) == written


@examples(120)
@given(argument_maps(max_claims=6, max_arguments=6), st.randoms())
def test_a_map_that_is_typed_anyhow_says_the_same_with_all_of_its_comments(
    a_map: Any, chance: random.Random
) -> None:
    formatting_keeps(a_map, chance)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_maps_are_formatted(path: Path) -> None:
    assert tidy(text_of(path)) == text_of(path)


def test_no_case_stands_alone() -> None:
    assert {result_of(path) for path in CASES} == set(FOLDER.glob("*.formatted.yaml"))


if __name__ == "__main__":
    for case in CASES:
        result_of(case).write_bytes(tidy(text_of(case)).encode())

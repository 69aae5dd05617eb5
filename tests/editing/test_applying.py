"""Edits change what they speak of and nothing else, whatever ends the lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing.applying import applied, overlap
from argmap.edits import Edit
from argmap.source import Position, Span


def edit(line: int, start: int, end: int, text: str) -> Edit:
    return Edit(Span("a", Position(line, start), Position(line, end)), text)


def test_each_edit_stands_where_it_is_meant_to() -> None:
    edits = [edit(2, 1, 4, "2"), edit(1, 4, 4, "!"), edit(2, 5, 8, "4\n5")]
    assert applied("one\ntwo three\n", edits) == "one!\n2 4\n5ee\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_did(end: str) -> None:
    text = f"\ufeffone{end}two{end}"
    edits = [edit(1, 1, 4, "1"), edit(2, 1, 1, "a\nb\n")]
    assert applied(text, edits) == f"\ufeff1{end}a{end}b{end}two{end}"


def test_what_overlaps_is_refused() -> None:
    one, other = edit(1, 1, 4, "x"), edit(1, 3, 5, "y")
    assert overlap([one], [other])
    assert not overlap([one], [edit(1, 4, 5, "y")])
    assert overlap([edit(1, 2, 2, "x")], [edit(1, 2, 2, "y")])
    with pytest.raises(ValueError, match="overlap"):
        applied("abcdef\n", [one, other])


def test_an_edit_that_two_fixes_ask_for_is_made_once() -> None:
    one = edit(1, 1, 1, "id: a\n")
    assert not overlap([one], [one])
    assert applied("text: A\n", [one, one]) == "id: a\ntext: A\n"


def test_two_texts_at_one_place_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        applied("abc\n", [edit(1, 2, 2, "x"), edit(1, 2, 2, "y")])


LINES = st.lists(st.text("ab é😀", max_size=6), min_size=1, max_size=5)


@given(LINES, st.data())
def test_what_no_edit_speaks_of_stays(lines: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(lines)))
    line = lines[number - 1]
    start = data.draw(st.integers(1, len(line) + 1))
    end = data.draw(st.integers(start, len(line) + 1))
    changed = applied("\n".join(lines), [edit(number, start, end, "new")])
    expected = [*lines]
    expected[number - 1] = f"{line[: start - 1]}new{line[end - 1 :]}"
    assert changed == "\n".join(expected)

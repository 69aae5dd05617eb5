import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from argmap.lsp.positions import Border
from argmap.source import Position, Span

ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
TEXTS = st.text(st.sampled_from("aя😀\u2028\x85e\u0301 :\n\r"), max_size=30)


def units(text: str, encoding: str) -> int:
    return len(text.encode(ENCODINGS[encoding])) // WIDTHS[encoding]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS)
def test_a_place_counts_units_of_its_line_and_comes_back(encoding: str, text: str) -> None:
    border = Border(text, encoding)
    for number, line in enumerate(border.lines, start=1):
        for column in range(len(line) + 1):
            ours = Position(number, column + 1)
            theirs = border.from_ours(ours)
            assert theirs == types.Position(number - 1, units(line[:column], encoding))
            assert border.to_ours(theirs) == ours
            assert text[border.offset(theirs) :].startswith(line[column:])


@pytest.mark.parametrize(("encoding", "place"), [("utf-8", 8), ("utf-16", 4), ("utf-32", 3)])
def test_cyrillic_and_emoji_before_a_place_count_as_the_editor_has_them(
    encoding: str, place: int
) -> None:
    border = Border("a: 1\nяя😀 b\n".replace("яя", "éя", 1), encoding)
    span = Span("a", Position(2, 4), Position(2, 5))
    assert border.range_of(span).start == types.Position(1, place)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_mark_at_the_beginning_is_counted_by_the_editor_and_not_by_us(encoding: str) -> None:
    border = Border("\ufeffab", encoding)
    mark = units("\ufeff", encoding)
    assert border.from_ours(Position(1, 1)) == types.Position(0, mark)
    assert border.to_ours(types.Position(0, mark + 1)) == Position(1, 2)
    assert border.to_ours(types.Position(0, 0)) == Position(1, 1)


def test_a_place_outside_is_the_nearest_inside() -> None:
    border = Border("ab\ncd")
    assert border.to_ours(types.Position(0, 99)) == Position(1, 3)
    assert border.to_ours(types.Position(99, 0)) == Position(2, 3)
    assert border.from_ours(Position(99, 99)) == types.Position(1, 2)


def test_a_place_within_a_character_is_before_it() -> None:
    assert Border("😀").offset(types.Position(0, 1)) == 0

import pytest

from argmap.drawing.reading_side import is_right_to_left
from argmap.render.lettered.reading_direction import levels, visual_order

# Capitals stand for Hebrew letters, as in the examples of UAX 9.
HEBREW = {chr(ord("A") + number): chr(0x05D0 + number) for number in range(26)}
CAPITALS = {letter: capital for capital, letter in HEBREW.items()}


def shown(line: str, *, right_to_left: bool = False) -> str:
    """What a reader sees from left to right."""
    text = "".join(HEBREW.get(character, character) for character in line)
    order = visual_order(levels(text, right_to_left=right_to_left))
    return "".join(CAPITALS.get(text[at], text[at]) for at in order)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("plain text", "plain text"),
        ("car means CAR.", "car means RAC."),
        ("the words ABC DEF here", "the words FED CBA here"),
        ("ABC 123 DEF", "FED 123 CBA"),
        ("in 1999 ABC 3,50", "in 1999 3,50 CBA"),
    ],
)
def test_leftward_words_in_a_rightward_line(written: str, seen: str) -> None:
    assert shown(written) == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("ABC.", ".CBA"),
        ("ABC nato 15.", ".nato 15 CBA"),
        ("ABC nato DEF 15.", ".15 FED nato CBA"),
        ("ABC 20%, DEF", "FED ,20% CBA"),
        ("12:30 ABC", "CBA 12:30"),
        ("abc DEF", "FED abc"),
    ],
)
def test_a_leftward_line(written: str, seen: str) -> None:
    assert shown(written, right_to_left=True) == seen


def test_space_at_the_end_belongs_to_the_paragraph() -> None:
    assert levels("אב ") == [1, 1, 0]
    assert levels("ab ", right_to_left=True) == [2, 2, 1]


def test_numbers_after_arabic_letters_stay_together() -> None:
    assert levels("و15") == [1, 2, 2]


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        (["שלום"], True),
        (["“2022” مع"], True),
        (["12", "שלום"], True),
        (["English עברית"], False),
        (["Русский"], False),
        (["123 …"], False),
        ([], False),
    ],
)
def test_the_first_letter_with_a_direction_decides(lines: list[str], answer: bool) -> None:
    assert is_right_to_left(lines) is answer

import pytest

from argmap.checks.language.quotation import without_quotations


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("They say “because it is so”.", "They say “b”."),
        ("They say “A”.", "They say “A”."),
        ("They say “” and go.", "They say “” and go."),
        ("„Weil es so ist“, sagt er.", "“W”, sagt er."),
        ("« Oui », »ja« and 「はい」", "“ ”, “j” and “は”"),
        ('"One" and "two"', "“O” and “t”"),
        ("‘It’s so’, as dogs’ owners say", "“I”, as dogs’ owners say"),
        ("It’s a dogs’ life.", "It’s a dogs’ life."),
        ("“It begins and has no end.", "“It begins and has no end."),
    ],
)
def test_of_a_quotation_only_the_first_character_is_left(text: str, left: str) -> None:
    assert without_quotations(text) == left

"""Where other programs are told to end a line, and where they find out themselves."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.wrap import wrap
from argmap.render.scene.boxes import unbroken
from argmap.render.scene.breaking import broken
from argmap.render.scene.things import Paragraph, Run
from tests.examples import examples

TEXTS = st.text("ab c中-", min_size=1, max_size=60).map(lambda text: " ".join(text.split()))


def paragraph(lines: tuple[str, ...], *runs: str, beside: str = "") -> Paragraph:
    told = [Run(words, "#000000", 13.0) for words in runs]
    if beside:
        told.append(Run(beside, "#000000", 11.0, beside=True))
    return Paragraph(tuple(told), lines, 0.0, 16.0)


def shown(given: Paragraph, **options: bool) -> list[str]:
    return ["|".join(run.words for run in line) for line in broken(given, **options)]


def test_words_flow_unless_a_line_is_asked_for() -> None:
    given = paragraph(("one two", "three", "four"), "one two three four")
    assert shown(given) == ["one two three four"]
    assert shown(given, first=True) == ["one two", "three four"]
    assert shown(given, every=True) == ["one two", "three", "four"]


def test_a_broken_word_needs_all_lines() -> None:
    given = paragraph(("abc", "def gh", "ij"), "abcdef gh ij")
    assert shown(given) == ["abc", "def gh", "ij"]


def test_a_line_may_hold_two_looks_and_what_stands_beside_comes_last() -> None:
    given = paragraph(("One. Two", "three"), "One.", " Two three", beside="S")
    assert shown(given, first=True) == ["One.| Two", "three|S"]


def test_lines_that_say_something_else_are_not_told() -> None:
    assert shown(paragraph(("one …", "two"), "one more two"), first=True) == ["one more two"]


@examples(200)
@given(TEXTS.filter(bool), st.booleans(), st.floats(20, 200))
def test_nothing_is_lost_or_added(text: str, first: bool, width: float) -> None:
    lines = wrap(text, width=width, size=13.0)
    given = paragraph(lines, unbroken(lines, text))
    told = shown(given, first=first)
    assert "".join(told).replace(" ", "") == text.replace(" ", "")
    assert all(told)

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.measure import text_width
from argmap.drawing.wrap import clusters, wrap

LETTERS = st.sampled_from(
    list("abcdefgh .-—/,“”()  Жңé日本語、。「」👩\u200d🚀🇰🇿e\u0301\u00a0\u200b")
)
TEXTS = st.lists(LETTERS, max_size=80).map("".join)


def folded(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@given(TEXTS, st.floats(20, 400), st.booleans())
def test_no_line_is_wider_than_asked_for(text: str, width: float, bold: bool) -> None:
    for line in wrap(text, width=width, size=13, bold=bold):
        single = len(list(clusters(line))) == 1
        assert single or text_width(line, size=13, bold=bold) <= width + 1e-6


@given(TEXTS, st.floats(20, 400))
def test_lines_hold_the_whole_text_and_nothing_else(text: str, width: float) -> None:
    lines = wrap(text, width=width, size=13)
    assert folded("".join(lines)) == folded(text)
    assert all(line and line == line.strip(" ") for line in lines)


@given(st.lists(st.text("abcde", min_size=1, max_size=8), min_size=1, max_size=12))
def test_there_are_no_more_lines_than_the_greedy_way_needs(words: list[str]) -> None:
    width = 120.0
    greedy, line = 1, words[0]
    for word in words[1:]:
        if text_width(f"{line} {word}", size=13) <= width:
            line = f"{line} {word}"
        else:
            greedy, line = greedy + 1, word
    assert len(wrap(" ".join(words), width=width, size=13)) == greedy


@given(st.lists(st.text("abcde", min_size=1, max_size=8), min_size=2, max_size=9))
def test_lines_are_as_even_as_they_can_be(words: list[str]) -> None:
    width = 110.0
    lines = wrap(" ".join(words), width=width, size=13)

    def raggedness(some: list[str] | tuple[str, ...]) -> float:
        widths = [text_width(line, size=13) for line in some]
        lonely = sum(len(line.split()[-1]) == 1 for line in some[:-1])
        left = sum((width - one) ** 2 for one in widths[:-1])
        return left + max(0, width * 0.6 - widths[-1]) ** 2 + lonely * 40**2

    ways = []
    for cuts in itertools.combinations(range(1, len(words)), len(lines) - 1):
        parts = zip((0, *cuts), (*cuts, len(words)), strict=True)
        way = [" ".join(words[start:end]) for start, end in parts]
        if all(text_width(line, size=13) <= width for line in way):
            ways.append(raggedness(way))
    assert raggedness(lines) == pytest.approx(min(ways))


@given(st.lists(st.text("abcde", min_size=1, max_size=8), min_size=2, max_size=9))
def test_the_last_line_leaves_room_for_one_line_more_at_most(words: list[str]) -> None:
    text = " ".join(words)
    lines = wrap(text, width=120, size=13, spared_last=50)
    assert " ".join(lines) == text
    assert " " not in lines[-1] or text_width(lines[-1], size=13) <= 120 - 50
    assert len(lines) - len(wrap(text, width=120, size=13)) in (0, 1)


def test_a_word_of_one_letter_rather_begins_a_line() -> None:
    text = "Работа из дома приведёт к утечкам данных."
    assert wrap(text, width=245, size=13) == ("Работа из дома приведёт", "к утечкам данных.")


def test_a_claim_is_broken_between_words() -> None:
    text = "The “Western-friendly autocracy” has almost stopped being viable."
    assert wrap(text, width=209, size=13) == (
        "The “Western-friendly autocracy”",
        "has almost stopped being viable.",
    )


def test_a_no_break_space_holds_words_together() -> None:
    assert wrap("aaa bbb\u00a0ccc", width=text_width("aaa bbb ", size=13), size=13) == (
        "aaa",
        "bbb\u00a0ccc",
    )


def test_no_line_breaks_beside_a_no_break_space_between_ideographs() -> None:
    assert wrap("議\u00a0論", width=30, size=13) == ("議\u00a0論",)
    assert wrap("議論\u00a0議論", width=40, size=13) == ("議", "論\u00a0議", "論")


def test_a_soft_hyphen_shows_only_at_the_end_of_a_line() -> None:
    word = "co\u00adop\u00aderation"
    assert wrap(word, width=200, size=13) == ("cooperation",)
    assert wrap(word, width=text_width("cooper", size=13), size=13) == ("coop-", "eration")


@given(st.lists(st.sampled_from(["\u00ad", "i", "W", " ", "-"]), max_size=40), st.floats(1, 60))
def test_a_shown_hyphen_has_room_and_no_letter_is_lost(parts: list[str], width: float) -> None:
    text = "".join(parts)
    lines = wrap(text, width=width, size=13)
    assert all(len(line) == 1 or text_width(line, size=13) <= width + 1e-6 for line in lines)
    letters = [letter for letter in text if letter in "iW"]
    assert [letter for letter in "".join(lines) if letter in "iW"] == letters


def test_a_zero_width_space_is_a_chance_to_break_and_keeps_the_space_after_it() -> None:
    assert wrap("aaaa\u200bbbbb", width=40, size=13) == ("aaaa", "bbbb")
    assert wrap("aa\u200b bb", width=100, size=13) == ("aa bb",)


def test_a_line_has_a_bounded_number_of_pieces() -> None:
    lines = wrap("\u200d\u200b" * 1000, width=100, size=13)
    assert len(lines) == 3


def test_a_word_may_break_after_its_hyphen_and_a_long_one_anywhere() -> None:
    assert wrap("self-government", width=70, size=13) == ("self-", "government")
    assert len(wrap("x" * 100, width=100, size=13)) == 7


def test_ideographs_break_anywhere_but_before_closing_punctuation() -> None:
    lines = wrap("議論は続く、しかし。", width=26, size=13)
    assert not any(line.startswith(("、", "。")) for line in lines)
    assert len(lines) > 3


@pytest.mark.parametrize(
    "cluster", ["👩\u200d🚀", "🇰🇿", "e\u0301", "각", "👍🏽", "क्षि", "1\ufe0f\u20e3"]
)
def test_what_is_read_as_one_character_is_not_broken(cluster: str) -> None:
    assert wrap(cluster * 3, width=1, size=13) == (cluster,) * 3


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\n \t"])
def test_nothing_has_no_lines(text: str) -> None:
    assert wrap(text, width=100, size=13) == ()

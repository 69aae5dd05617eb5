import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks.language.folding import folded, marked, traced
from argmap.checks.language.passages import Passages, Stretch, passages_of
from tests.examples import examples

TEXT = """\ufeffFirst, the dam held.\r
\r
It’s “old” — as old\r
as the town…\r
   \r
The dam held. The dam is high.
"""


def test_paragraphs_are_divided_by_blank_lines() -> None:
    assert passages_of(TEXT).number == 3
    assert passages_of("\n\n one \n\n\n\n two\n").number == 2
    assert passages_of(" \n ").number == 0


def test_a_quotation_is_found_whatever_its_typography() -> None:
    passages = passages_of(TEXT)
    for quote in ('It\'s "old"--as old as the town...', "»old« – as  old", "town …"):
        assert passages.paragraphs_with(quote) == (2,), quote


def test_accents_may_be_composed_or_not() -> None:
    assert passages_of("caf\u0065\u0301 noir").paragraphs_with("caf\u00e9") == (1,)


def test_case_and_words_count() -> None:
    passages = passages_of(TEXT)
    assert passages.paragraphs_with("the Dam held") == ()
    assert passages.paragraphs_with("the dam is old") == ()


def test_every_paragraph_with_the_quotation_is_named() -> None:
    assert passages_of("a b\n\nc\n\na b a b").paragraphs_with("a b") == (1, 3)


def test_a_quotation_may_run_over_paragraphs() -> None:
    assert passages_of(TEXT).paragraphs_with("as the town… The dam held") == (2,)


def test_words_may_be_left_out() -> None:
    passages = passages_of("The dam, built long ago, held.\n\nThe wall fell.")
    assert passages.paragraphs_with("The dam […] held") == (1,)
    assert passages.paragraphs_with("The dam ... fell") == ()
    assert passages.paragraphs_with("held … The dam") == ()
    assert passages.paragraphs_with("…") == ()


def test_the_nearest_passage_is_shown_as_it_stands_in_the_text() -> None:
    passages = passages_of(TEXT)
    assert passages.nearest("it is old, as old as this town") == "It’s “old” — as old as the town"
    assert passages.nearest("the moon is made of cheese") is None
    assert passages.nearest("!") is None


def test_a_long_text_is_searched_in_bounds() -> None:
    passages = passages_of("the dam held and " * 60_000)
    assert passages.nearest("the dam held or " * 1000) is not None
    assert passages.paragraphs_with("the … " * 10_000 + "nowhere") == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The price rose by 120 %.", "The price rose by 12"),
        ("Nobody was unhappy.", "happy"),
        ("It is 11.5 m.", "1.5"),
        ("It is 1.5 m.", "5 m"),
        ("It is 1.5 m.", "It is 1"),
        ("12,000 came", "12"),
        ("12 000 came", "12"),
        ("12\u202f000 came", "000 came"),
        ("1'000 came", "1"),
        ("at 10:30", "at 10"),
        ("the 12th", "the 12"),
        ("v2.0", "2.0"),
        ("It fell to −5 degrees.", "5 degrees"),
        ("a non-violent man", "violent man"),
        ("a well‑known man", "a well"),
        ("He can’t.", "He can"),
        ("It isn’t so.", "It is"),
        ("aujourd’hui", "aujourd"),
        ("п’ять", "ять"),
        ("cafe\u0301 noir", "cafe"),
        ("नमस्ते दुनिया", "नमस्त"),
        ("snake_case", "case"),
        ("120元", "12"),
        ("ที่นี่", "ท"),
        ("exam\u00adple", "exam"),
        ("The dam was unheld.", "The dam … held"),
        ("The dam was held up 120 days.", "The dam … 12"),
        ("We can’t win.", "t win"),
        ("We can’t win.", "We can’"),
        ("It’s John's book.", "s book"),
    ],
)
def test_a_quotation_ends_with_whole_words_and_numbers(text: str, quote: str) -> None:
    passages = passages_of(text)
    assert passages.paragraphs_with(quote) == ()
    assert passages.paragraphs_with(text) == (1,)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Unhappy, unhappy, happy.", "happy"),
        ("12, 13", "12"),
        ("It is 12.", "12"),
        ("12. Next", "12"),
        ("It is 1.5 m.", "1.5"),
        ("12 000 came", "12 000"),
        ("in 2020 100 came", "2020"),
        ("1990-1995", "1990"),
        ("1990–1995", "1995"),
        ("It fell to −5.", "-5"),
        ("it fell – 5 times", "5 times"),
        ("old—as old", "as old"),
        ("John’s book", "John"),
        ("It’s so", "It"),
        ("l’homme est né", "homme"),
        ("“old”—yes", "old"),
        ("a/b", "b"),
        ("今天天气很好", "天气"),
        ("東京タワー", "タワー"),
        ("120元", "元"),
        ("สวัสดีครับ", "ครับ"),
        ("नमस्ते दुनिया", "दुनिया"),
    ],
)
def test_a_whole_word_is_found_whatever_stands_beside_it(text: str, quote: str) -> None:
    assert passages_of(text).paragraphs_with(quote) == (1,)


def test_what_stands_only_inside_a_longer_word_is_shown_with_it() -> None:
    passages = passages_of("Nobody was unhappy: it rose by 12,000.")
    assert passages.longer("happy: it rose by 12") == "unhappy: it rose by 12,000"
    assert passages.longer("rose") == "rose"
    assert passages.longer("fell") is None
    passages = passages_of("We can’t win against l’homme.")
    assert passages.longer("We can") == "We can't"
    assert passages.longer("t win") == "can't win"
    assert passages.longer("win against l") == "win against l'homme"


# What stands in a text, and how somebody may write the same in a quotation.
WRITTEN = (
    *(("dam", "dam"), ("12", "12"), ("😀", "😀"), ("בית", "בית"), (", ", ",  ")),
    *((" ", "\n"), ("\r\n", " "), (" \t ", " "), (" — ", "--"), ("–", "—"), ("…", "...")),
    *(("“", "«"), ("’", "'"), ("é", "e\u0301"), ("e\u0301", "é"), ("hel\u00adlo", "hello")),
    *(("\u1112\u1161\u11ab", "한"), ("‑", "-"), ("−", "-"), ("\u200b", "")),
)
PIECES = st.lists(st.sampled_from((*WRITTEN, ("\n\n", " "))), max_size=30)


def words_at(passages: Passages, place: tuple[Stretch, ...]) -> list[str]:
    return [passages.paragraphs[one.paragraph - 1][one.start : one.end] for one in place]


@examples(300)
@given(PIECES, st.data())
def test_where_a_quotation_is_found_stand_its_words(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    passages = passages_of("".join(written for written, _ in pieces))
    ends = st.integers(0, len(pieces))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    quote = "".join(meant for _, meant in pieces[start:end])
    places = list(passages.places_of(quote))
    assert tuple(place[0].paragraph for place in places) == passages.paragraphs_with(quote)
    for place in places:
        assert folded(" ".join(words_at(passages, place))) == folded(quote)
        assert all(words == words.strip() for words in words_at(passages, place))


@examples(300)
@given(st.lists(st.sampled_from(WRITTEN), max_size=30))
def test_every_character_of_a_folded_text_was_made_of_some(pieces: list[tuple[str, str]]) -> None:
    text = "".join(written for written, _ in pieces)
    done, trace = 0, traced(text)
    for place in range(len(marked(text))):
        start, end = trace.back(place, place + 1)
        assert done <= end
        assert start < end <= len(text)
        done = start


def test_a_quotation_stands_where_it_is_written() -> None:
    passages = passages_of("A — “dam”,\r\nhe said…\n\nIt held. 😀 It is high.")
    (place,) = passages.places_of("'dam', he said... It held")
    assert words_at(passages, place) == ["“dam”,\nhe said…", "It held"]
    assert [one.paragraph for one in place] == [1, 2]
    (place,) = passages.places_of("It […] is high")
    assert words_at(passages, place) == ["It", "is high"]
    assert not list(passages.places_of("The dam broke"))

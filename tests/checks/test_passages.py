from argmap.checks.passages import passages_of

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

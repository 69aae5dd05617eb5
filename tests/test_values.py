"""What a single value may be, at its bounds."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.identifiers import slug
from argmap.values import (
    LONGEST_CHAIN,
    LONGEST_ID,
    NARROWEST,
    WIDEST,
    canonical,
    ends_sentence,
    followed_by,
    is_colour,
    is_font_name,
    is_id,
    is_link,
    is_relative_path,
    is_shown,
    is_text,
    is_width,
    printable,
    require_grounded,
    require_once,
    require_texts,
    within_sentence,
)

SOUND: dict[Callable[[str], bool], tuple[str, ...]] = {
    is_colour: ("#1b9e77", "#ABCDEF"),
    is_font_name: ("Noto Sans", "X-Y 2", "a" * 100),
    is_id: ("a", "a.b-c_d", "тезис", "caf\u00e9", "a" * LONGEST_ID, "é" * LONGEST_ID),
    is_relative_path: ("a.yaml", "a/b.yaml", "../a", "c/d:e"),
    is_shown: ("a", "\u00ada", "."),
    is_text: ("a", "a\nb\tc"),
}
UNSOUND: dict[Callable[[str], bool], tuple[str, ...]] = {
    is_colour: ("", "red", "#1b9e7", "#1b9e777", "#1b9e7g", " #1b9e77", "#1b9e77\n"),
    is_font_name: ("", "-a", "_a", "a;b", 'a"b', "a" * 101),
    is_id: ("", "a b", "a/b", "a:", "cafe\u0301", "a" * (LONGEST_ID + 1), "é" * (LONGEST_ID + 1)),
    is_relative_path: ("", "/a", "\\a", "~/a", "C:a", "c:\\a", "\u200b"),
    is_shown: ("", " \n", "\u00ad", "\u200b\ufeff", "\u3164"),
    is_text: ("", "\u200b", "a\x07", "a\ud800", "a\ufeff"),
}


@pytest.mark.parametrize("asked", SOUND, ids=lambda asked: asked.__name__)
def test_a_value_is_what_it_may_be_and_nothing_else(asked: Callable[[str], bool]) -> None:
    assert [value for value in SOUND[asked] if asked(value) is not True] == []
    assert [value for value in UNSOUND[asked] if asked(value) is not False] == []


@pytest.mark.parametrize(
    ("address", "anywhere", "relative"),
    [
        ("https://a.org/b", True, True),
        ("HTTP://a.org", True, True),
        ("mailto:a@b.org", True, True),
        ("a.html#b", False, True),
        ("/a/b", False, True),
        ("//a.org", False, False),
        ("\\\\a", False, False),
        ("javascript:x", False, False),
        ("data:x", False, False),
        ("a b", False, False),
        ("https://a.org/ b", False, False),
        ("", False, False),
        ("https://a\x07", False, False),
    ],
)
def test_links_lead_to_pages_and_letters_only(address: str, anywhere: bool, relative: bool) -> None:
    assert is_link(address, relative=False) is anywhere
    assert is_link(address, relative=True) is relative


def test_what_is_not_shown_has_a_sign_in_a_message() -> None:
    assert printable("a é") == "a é"
    assert printable("a\x1b[0m\u202eb") == "a�[0m�b"


def test_an_id_is_composed() -> None:
    assert canonical("cafe\u0301") == "caf\u00e9"
    assert canonical("cafe") == "cafe"


def test_boxes_have_a_least_and_a_greatest_width() -> None:
    widths = (NARROWEST - 1, NARROWEST, WIDEST, WIDEST + 1)
    assert [is_width(width) for width in widths] == [False, True, True, False]


def chain(steps: int, end: str = "claim") -> dict[str, str]:
    """Arguments on arguments; the last one bears on `end`."""
    names = [*(f"a{number}" for number in range(steps)), end]
    return dict(pairwise(names))


@pytest.mark.parametrize("turned", [False, True], ids=["from the far end", "from the claim"])
def test_a_chain_of_arguments_may_have_its_length_and_no_more(turned: bool) -> None:
    for steps in (1, LONGEST_CHAIN, LONGEST_CHAIN + 1, LONGEST_CHAIN + 2):
        items = list(chain(steps).items())
        target_of = dict(items[::-1] if turned else items)
        if steps <= LONGEST_CHAIN:
            require_grounded(target_of)
        else:
            with pytest.raises(ValueError, match="does not bear on a claim in 40 steps"):
                require_grounded(target_of)


def test_a_circle_of_arguments_bears_on_no_claim() -> None:
    for target_of in (chain(1, end="a0"), chain(3, end="a0"), {"b": "a0", **chain(2, end="a0")}):
        with pytest.raises(ValueError, match="does not bear on a claim"):
            require_grounded(target_of)
    require_grounded({})


def test_what_occurs_twice_is_named() -> None:
    require_once("claims", ())
    require_once("claims", ("a", "b"))
    with pytest.raises(ValueError, match="“b” occurs twice among the claims"):
        require_once("claims", ("a", "b", "c", "b"))


def test_a_text_may_be_missing_but_not_empty() -> None:
    require_texts("claim", None, "a")
    with pytest.raises(ValueError, match="is not a text that a map can hold"):
        require_texts("claim", "a", "")


@pytest.mark.parametrize("name", ["\U000e018b", "\u034f", "\ufe0f\ufe0e"])
def test_an_id_has_something_that_is_seen(name: str) -> None:
    assert not is_id(name)
    assert is_id(f"a{name}")


_WORD = st.text(st.sampled_from("aZéЖ9ß"), min_size=1, max_size=5)
_GAP = st.sampled_from((" ", ", ", " — ", "-", "_", ".", " ‘", "’ ", "'", "\t", "…"))


@given(st.lists(st.tuples(_WORD, _GAP), min_size=20, max_size=20))
def test_a_slug_is_the_same_whether_or_not_a_text_has_marks_on_letters_further_on(
    pairs: list[tuple[str, str]],
) -> None:
    text = "".join(word + gap for word, gap in pairs)
    with_mark = f"{text} x\N{COMBINING MACRON BELOW}"
    assert slug(None, text) == slug(None, with_mark)


@pytest.mark.parametrize(
    ("words", "within", "with_more"),
    [
        ("The dam is safe.", "The dam is safe", "The dam is safe, p. 2"),
        ("Plant", "Plant", "Plant, p. 2"),
        ("Is it safe?", "Is it safe?", "Is it safe? (p. 2)"),
        ("堤は安全だ。", "堤は安全だ", "堤は安全だ, p. 2"),
        ("So, and so on...", "So, and so on...", "So, and so on... (p. 2)"),
        ("So…", "So…", "So… (p. 2)"),
        ("He says “no.”", "He says “no.”", "He says “no.” (p. 2)"),
        ("هل هو آمن؟", "هل هو آمن؟", "هل هو آمن؟ (p. 2)"),
        ("यह सुरक्षित है।", "यह सुरक्षित है", "यह सुरक्षित है, p. 2"),
        ("یہ محفوظ ہے۔", "یہ محفوظ ہے", "یہ محفوظ ہے, p. 2"),
        (".", ".", ". (p. 2)"),
        (" 。", " 。", " 。 (p. 2)"),
    ],
)
def test_a_sentence_is_named_within_another(words: str, within: str, with_more: str) -> None:
    assert within_sentence(words) == within
    assert followed_by(words, "p. 2") == with_more


@pytest.mark.parametrize("words", ["So.", "So!", "So?”", "So…", "そう。", "کیا؟", "है।"])
def test_sentences_end_in_every_script(words: str) -> None:
    assert ends_sentence(words)
    assert not ends_sentence(words.rstrip(".!?”…。؟।") + " and")

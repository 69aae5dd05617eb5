"""Texts within sentences: no comma and no second stop follows where one ends already."""

import pytest

from argmap.values import ends_sentence, followed_by, within_sentence


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
    ],
)
def test_a_sentence_is_named_within_another(words: str, within: str, with_more: str) -> None:
    assert within_sentence(words) == within
    assert followed_by(words, "p. 2") == with_more


@pytest.mark.parametrize("words", ["So.", "So!", "So?”", "So…", "そう。", "کیا؟", "है।"])
def test_sentences_end_in_every_script(words: str) -> None:
    assert ends_sentence(words)
    assert not ends_sentence(words.rstrip(".!?”…。؟।") + " and")

import pytest

from argmap.checks import long_claim, question
from argmap.checks.rule import Rule, Subject
from argmap.model import ArgumentMap, Claim


def messages(rule: Rule, text: str) -> list[str]:
    a_map = ArgumentMap((Claim("c", text),), theses=("c",))
    return [finding.message for finding in rule.find(Subject(a_map))]


@pytest.mark.parametrize("text", ["Does it rain?", "Идёт дождь ?", "本当？", "Really?!", "هل؟"])
def test_a_question_is_no_claim(text: str) -> None:
    assert messages(question, text) == ["“c” is a question, so it cannot be true or false"]


@pytest.mark.parametrize("text", ["It rains.", "Pilate asked “What is truth?”", "Why? is a word."])
def test_a_claim_may_speak_of_a_question(text: str) -> None:
    assert messages(question, text) == []


def test_forty_words_are_not_too_many() -> None:
    assert messages(long_claim, "word " * 40) == []


def test_more_than_forty_words_are_counted() -> None:
    assert messages(long_claim, "word " * 41) == ["“c” has 41 words, too many to judge at once"]


def test_a_dash_is_no_word() -> None:
    assert messages(long_claim, "word " * 20 + "— " + "word " * 20) == []

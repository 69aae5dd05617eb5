"""What argmap itself says in the languages that it knows."""

import re
import string
from collections.abc import Mapping

import pytest

from argmap.checks import unanswered_question
from argmap.checks.rule import Subject
from argmap.languages import LANGUAGES, words_in
from argmap.languages.english import WORDS as ENGLISH
from argmap.languages.questions import asked_in
from argmap.languages.words import Words
from argmap.pipeline import loads
from argmap.schemes import ALL

KNOWN = [words_in(tag) for tag in LANGUAGES]
OTHERS = [words for words in KNOWN if words is not ENGLISH]
# What may be the same by chance.
SHARED = {"and_others", "plural", "sources", "argument", "note", "page", "because"}


def texts(value: str) -> list[str]:
    """All texts of one field of the words."""
    if isinstance(value, str):
        return [value]
    return list(value.values() if isinstance(value, Mapping) else value)


def places(text: str) -> int:
    """How many places for numbers and names a text has."""
    return sum(name is not None for _, name, _, _ in string.Formatter().parse(text))


@pytest.mark.parametrize("language", ["ru", "ru-RU", "RU_kz", "Ru"])
def test_a_language_is_known_by_its_first_part(language: str) -> None:
    assert words_in(language).tag == "ru"


@pytest.mark.parametrize("language", [None, "", "en-GB", "zu", "r", "russian", "ru2", "Русский"])
def test_english_stands_in_where_a_language_is_not_known(language: None) -> None:
    assert words_in(language) is ENGLISH


@pytest.mark.parametrize("words", OTHERS, ids=lambda words: words.tag)
@pytest.mark.parametrize("field", ENGLISH._fields)
def test_every_language_says_everything_with_the_same_places(words: Words, field: str) -> None:
    own, english = getattr(words, field), getattr(ENGLISH, field)
    if field == "plural":
        return
    assert all(map(str.strip, texts(own)))
    assert {places(text) for text in texts(own)} == {places(text) for text in texts(english)}
    if isinstance(english, Mapping):
        assert own.keys() == english.keys()
    if field not in SHARED:
        assert own != english


@pytest.mark.parametrize("words", KNOWN, ids=lambda words: words.tag)
def test_every_number_has_a_form(words: Words) -> None:
    for forms in (words.claims, words.supports, words.attacks, words.premises, words.cited_in):
        told = [words.counted(forms, number) for number in range(130)]
        assert all(str(number) in said for number, said in enumerate(told))
        assert len({re.sub(r"\d+", "", said) for said in told}) == len(set(forms))


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 1, "1 claim"),
        ("en", 0, "0 claims"),
        ("fr", 0, "0 affirmation"),
        ("fr", 2, "2 affirmations"),
        ("ru", 21, "21 утверждение"),
        ("ru", 3, "3 утверждения"),
        ("ru", 11, "11 утверждений"),
        ("ru", 112, "112 утверждений"),
    ],
)
def test_numbers_take_the_form_of_the_language(language: str, number: int, said: str) -> None:
    words = words_in(language)
    assert words.counted(words.claims, number) == said


def test_names_are_listed_as_in_a_sentence() -> None:
    assert ENGLISH.listed(()) == ""
    assert words_in("de").listed(("A",)) == "A"
    assert words_in("de").listed(("A", "B", "C")) == "A, B und C"


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_every_critical_question_is_asked_in_every_language(language: str) -> None:
    for scheme in ALL:
        for question in scheme.questions:
            asked = asked_in(f"{language}-XY", scheme, question)
            assert asked.text != question.text
            assert asked.text.endswith("?")
            assert (asked.id, asked.bears_on) == (question.id, question.bears_on)


@pytest.mark.parametrize("language", [None, "en-GB", "kk", "xx"])
def test_elsewhere_they_are_asked_in_english(language: str | None) -> None:
    assert asked_in(language, ALL[0], ALL[0].questions[0]) == ALL[0].questions[0]


def test_a_check_asks_in_the_language_of_the_map() -> None:
    text = (
        "argmap: 1\nlanguage: ru\nthesis:\n  text: Т.\n"
        "  arguments: [{scheme: expert-opinion, premises: [П.]}]\n"
    )
    (finding,) = unanswered_question.find(Subject(loads(text)))
    assert "Действительно ли источник это сказал" in str(finding.help)

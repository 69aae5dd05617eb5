"""A claim ends with its own stop; where it is named in a list, no comma or second stop follows."""

import re
from itertools import product

import pytest

from argmap.languages import words_in
from argmap.outline import step_name
from argmap.pipeline import draw, loads
from argmap.planning import RenderOptions
from argmap.values import ends_sentence, followed_by, within_sentence
from tests.parts.test_cutting import loads_parts

LANGUAGES = {
    "en": ("The dam is safe.", "Is the dam safe?"),
    "de": ("Der Damm ist sicher.", "Ist der Damm sicher?"),
    "es": ("La presa es segura.", "¿Es segura la presa?"),
    "fr": ("Le barrage est sûr.", "Le barrage est-il sûr ?"),
    "ru": ("Плотина надёжна.", "Надёжна ли плотина?"),
}
CASES = [(language, text) for language in LANGUAGES for text in LANGUAGES[language]]
MAP = """argmap: 1
language: {language}
sources: {{doe: {{title: Dams}}}}
thesis:
  id: t
  text: T
  arguments:
    - id: step
      premises: [{{id: p, text: {text}, source: {{ref: doe, at: ¶2}}}}]
      rebuttals: [{{id: u, text: U, contradicts: [p]}}]
"""


def told(language: str, text: str, form: str) -> str:
    """The words of a page, as they are read."""
    a_map = loads(MAP.format(language=language, text=f'"{text}"'))
    page = draw(a_map, format=form, options=RenderOptions(evaluate=False)).decode()
    body = re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL)
    return plain(re.sub("<[^>]*>", "", body))


def plain(words: str) -> str:
    """Words with a usual space where French has one that does not break."""
    return " ".join(words.split())


@pytest.mark.parametrize(("language", "text"), CASES)
def test_the_place_of_a_citation_is_in_brackets_behind_a_claim(language: str, text: str) -> None:
    page = told(language, text, "html")
    assert f"{text} (¶2)" in page
    assert f"{text}, " not in page


@pytest.mark.parametrize(("language", "text"), CASES)
def test_what_a_claim_contradicts_ends_with_one_stop(language: str, text: str) -> None:
    page = told(language, text, "html")
    contradicts = plain(words_in(language).contradicts)
    assert re.search(rf"{re.escape(f'{contradicts} {text}')}(?!\.)", page), contradicts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_in_quotes_on_a_slide_has_no_full_stop(language: str) -> None:
    text = LANGUAGES[language][0]
    page = told(language, text, "slides")
    assert plain(words_in(language).quoted(text[:-1])) in page
    assert plain(words_in(language).quoted(text)) not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_of_several_claims_is_named_without_a_comma_behind_a_stop(language: str) -> None:
    claim, question = LANGUAGES[language]
    more = words_in(language).more.format(1)
    titles = {
        part.title
        for text, room in product((claim, question), (25.0, 50.0, 75.0))
        for part in loads_parts(
            f'language: {language}\nclaims: [{{id: a, text: A}}, {{id: b, text: "{text}"}}, '
            f'{{id: c, text: "{text}"}}, {{id: d, text: "{text}"}}]\n',
            room,
        )
    }
    assert f"{claim[:-1]}, {more}" in titles
    assert f"{question} ({more})" in titles


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Dam", "Dam, expert opinion"),
        ("Dam.", "Dam, expert opinion"),
        ("Dam?", "Dam? (expert opinion)"),
        ("Dam...", "Dam... (expert opinion)"),
    ],
)
def test_the_scheme_behind_the_label_of_a_step(label: str, expected: str) -> None:
    text = f'argmap: 1\nthesis: {{text: T, arguments: [{{label: "{label}", '
    a_map = loads(f"{text}scheme: expert-opinion, premises: [{{text: P}}]}}]}}\n")
    assert step_name(a_map.arguments[0]) == expected


@pytest.mark.parametrize("words", ["So.", "So?", "So!", "So…", "“So.”", "(So!)", "だ。", "क्या।"])
def test_words_that_end_a_sentence(words: str) -> None:
    assert ends_sentence(words)


@pytest.mark.parametrize("words", ["", "So", "v1.2", "“So”", "So. Then"])
def test_words_that_end_no_sentence(words: str) -> None:
    assert not ends_sentence(words)


@pytest.mark.parametrize(
    ("words", "within", "followed"),
    [
        ("So.", "So", "So, x"),
        ("So", "So", "So, x"),
        ("So?", "So?", "So? (x)"),
        ("So...", "So...", "So... (x)"),
        ("だ。", "だ", "だ, x"),
    ],
)
def test_a_sentence_within_another(words: str, within: str, followed: str) -> None:
    assert within_sentence(words) == within
    assert followed_by(words, "x") == followed

from lsprotocol import types

from argmap.lsp.definition import definition
from argmap.lsp.highlights import highlights
from argmap.lsp.references import references
from tests.lsp.opening import opened, place, words_at
from tests.lsp.texts import WHOLE

DOCUMENT = opened(WHOLE)


def home(words: str, *, number: int = 1, within: int = 0) -> tuple[int, str] | None:
    found = definition(DOCUMENT, place(DOCUMENT, words, number=number, within=within))
    return None if found is None else (found.range.start.line + 1, words_at(DOCUMENT, found.range))


def line(words: str) -> int:
    return WHOLE[: WHOLE.index(words)].count("\n") + 1


def test_a_reference_leads_to_the_id() -> None:
    assert home("ref: welcome", within=6) == (line("id: welcome"), "welcome")
    assert home("contradicts: shy", within=13) == (line("id: shy"), "shy")
    assert home("focus: [dogs", within=12) == (line("id: dogs"), "dogs")


def test_a_source_an_argument_and_an_audience_are_found() -> None:
    assert home("ref: survey", within=5) == (line("survey:"), "survey")
    assert home("{fear-step: strong", within=3) == (line("id: fear-step"), "fear-step")


def test_where_nothing_is_named_nothing_is_found() -> None:
    assert home("title: Собаки", within=9) is None


def test_a_reference_to_what_is_not_there_leads_nowhere() -> None:
    document = opened("argmap: 1\nthesis: {ref: nobody}\n")
    assert definition(document, place(document, "nobody")) is None


def test_a_claim_without_an_id_of_its_own_is_found_by_its_first_words() -> None:
    document = opened("argmap: 1\nthesis: {text: A., premises: [ref: b]}\nclaims: [B.]\n")
    found = definition(document, place(document, "ref: b", within=5))
    assert words_at(document, found.range) == "B."


def test_references_are_all_places_and_the_home_if_it_is_asked_for() -> None:
    at = place(DOCUMENT, "ref: welcome", within=5)
    both = references(DOCUMENT, at, with_home=True)
    assert [words_at(DOCUMENT, one.range) for one in both] == ["welcome", "welcome"]
    (only,) = references(DOCUMENT, at, with_home=False)
    assert only.range.start.line + 1 == line("ref: welcome")


def test_the_text_of_a_claim_asks_for_the_claim() -> None:
    at = place(DOCUMENT, "пускать")
    found = highlights(DOCUMENT, at)
    lines = [one.range.start.line + 1 for one in found]
    assert lines == [line("id: dogs"), line("expect: {dogs"), line("focus: [dogs")]
    assert [one.kind for one in found][:2] == [
        types.DocumentHighlightKind.Write,
        types.DocumentHighlightKind.Read,
    ]


def test_a_source_and_a_claim_of_the_same_id_are_two_things() -> None:
    text = "argmap: 1\nsources: {a: {title: T}}\nthesis: {id: a, text: A., source: a}\n"
    document = opened(text)
    found = references(document, place(document, "source: a", within=8), with_home=True)
    assert len(found) == 2


def test_every_place_of_a_text_that_is_cut_anywhere_is_asked_about_without_an_error() -> None:
    for end in range(0, len(WHOLE), 5):
        document = opened(WHOLE[:end])
        at = document.border.whole.end
        definition(document, at)
        references(document, at, with_home=True)
        highlights(document, at)

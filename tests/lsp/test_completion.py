import pytest
from lsprotocol import types

from argmap.document import Mapping
from argmap.grammar import RECORDS
from argmap.lsp.changes import made
from argmap.lsp.completion import completion
from argmap.lsp.keys import keys_in
from argmap.schemes import names
from tests.lsp.opening import opened
from tests.lsp.texts import WHOLE

CURSOR = "‸"


def offered(text: str, *, encoding: str = "utf-16") -> list[str]:
    """Return the labels that are offered at the cursor in a text."""
    before, _, behind = text.partition(CURSOR)
    document = opened(before + behind, encoding=encoding)
    at = opened(before, encoding=encoding).border.whole.end
    return [one.label for one in completion(document, at)]


def after(text: str, label: str) -> str:
    """Return a text in which what is offered under a label is taken at the cursor."""
    before, _, behind = text.partition(CURSOR)
    document = opened(before + behind)
    (item,) = [
        one for one in completion(document, opened(before).border.whole.end) if one.label == label
    ]
    assert isinstance(item.text_edit, types.TextEdit)
    return made(document.text, [item.text_edit], document.border)


def names_of(record: str) -> list[str]:
    return list(RECORDS[record].names)


MAP = "argmap: 1\n"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (f"{MAP}‸", [one for one in names_of("map") if one != "argmap"]),
        (f"{MAP}the‸\ntitle: T\n", [x for x in names_of("map") if x not in ("argmap", "title")]),
        (f"{MAP}thesis:\n  ‸", [*names_of("claim"), "ref"]),
        (f"{MAP}thesis:\n  ref: a\n  ‸", ["premises", "arguments", "rebuttals"]),
        (f"{MAP}thesis:\n  text: A.\n  status: ‸", ["certain", "assumed", "open", "rejected"]),
        (f"{MAP}sources:\n  a:\n    ‸", names_of("source")),
        (f"{MAP}thesis: {{text: A., source: {{‸", names_of("citation")),
        (f"{MAP}thesis: {{text: A., source: {{ref: a, ‸", ["at", "quote"]),
        (f"{MAP}thesis:\n  text: A.\n  unstated: ‸", ["true", "false"]),
        (f"{MAP}thesis: {{id: a, text: A.}}\nclaims: [ref: a, ref: ‸, ref: b]\n", ["a"]),
        (f"{MAP}thesis: {{id: a, text: A.}}\nclaims: [Not a key: ‸]\n", []),
        (f"{MAP}thesis:\n  text: >-\n    A long ‸", []),
        (f"{MAP}thesis:\n  text: Some ‸", []),
        (f"{MAP}thesis: A. # a remark ‸", []),
    ],
)
def test_keys_and_words_are_those_of_the_place(text: str, labels: list[str]) -> None:
    assert set(offered(text)) == set(labels)


def test_in_a_list_of_reasons_arguments_and_claims_may_begin() -> None:
    text = f"{MAP}thesis:\n  text: A.\n  rebuttals:\n  - ‸"
    assert {"premises", "scheme", "text", "ref"} <= set(offered(text))
    text = f"{MAP}thesis:\n  text: A.\n  rebuttals:\n    - text: B.\n      ‸"
    assert "status" in offered(text)
    assert "scheme" not in offered(text)
    assert "text" not in offered(text)


def test_ids_come_with_their_texts() -> None:
    text = WHOLE.replace("ref: welcome", f"ref: we{CURSOR}lcome")
    before, _, behind = text.partition(CURSOR)
    items = completion(opened(before + behind), opened(before).border.whole.end)
    known = {one.label: one.detail for one in items}
    assert known["welcome"] == "Guests welcome dogs."
    assert known["calm"] == "Dogs are calm in company."
    assert "fear-step" not in known
    assert "survey" not in known


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"{MAP}thesis: {{id: a, text: A., contradicts: [‸", "a"),
        (f"{MAP}thesis: {{id: a, text: A.}}\nexpect:\n  ‸", "a"),
        (f"{MAP}thesis: {{id: a, text: A.}}\nstyle:\n  focus: ‸", "a"),
        (f"{MAP}sources: {{b: {{title: T}}}}\nthesis:\n  text: A.\n  source: ‸", "b"),
        (f"{MAP}thesis: {{text: A., source: ‸}}\nsources: {{b: {{title: T}}}}\n", "b"),
        (
            f"{MAP}thesis:\n  text: A.\n  arguments:\n    - premises: [B.]\n      strength: ‸",
            "weak",
        ),
        (f"{MAP}thesis: A. # argmap: allow one‸", "one-sided"),
        (f"{MAP}thesis:\n  text: 'A\n  premises:\n    - id: broken\n    - ref: ‸", "broken"),
    ],
)
def test_what_may_be_named_is_offered_in_whole_and_in_broken_texts(text: str, label: str) -> None:
    assert label in offered(text)


def test_all_schemes_are_offered_and_the_questions_of_those_that_are_used() -> None:
    text = f"{MAP}thesis:\n  text: A.\n  arguments:\n    - premises: [B.]\n      scheme: ‸"
    assert offered(text) == list(names())
    text = text.replace("‸", "expert-opinion\n      rebuttals:\n        - text: C.\n")
    assert "field" in offered(f"{text}          question: ‸")


def test_what_is_typed_is_replaced_and_nothing_else() -> None:
    text = f"{MAP}title: я😀\nthesis:\n  text: A.\n  stat‸\n  id: a\n"
    assert after(text, "status") == text.replace("stat‸", "status: ")
    text = f"{MAP}thesis:\n  text: A.\n  rebu‸\n"
    assert after(text, "rebuttals") == text.replace("rebu‸", "rebuttals:")


def test_the_blank_that_yaml_wants_behind_a_key_and_a_dash_comes_with_what_is_taken() -> None:
    text = f"{MAP}thesis:\n  text: A.\n  status:‸\n"
    assert after(text, "open") == text.replace("‸", " open")
    text = f"{MAP}thesis:\n  text: A.\n  premises:\n    -‸\n"
    assert after(text, "text") == text.replace("‸", " text: ")


def test_a_list_begins_with_an_item() -> None:
    text = f"{MAP}thesis:\n  text: A.\n  premises:\n    ‸\n"
    assert after(text, "-") == text.replace("‸", "- ")
    assert "-" not in offered(f"{MAP}thesis:\n  text: A.\n  premises:\n    - ‸\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_letters_before_the_cursor_are_counted_as_the_editor_does(encoding: str) -> None:
    text = f"{MAP}thesis: {{text: Я 😀, status: ‸}}\n"
    assert "open" in offered(text, encoding=encoding)


def test_every_key_of_a_map_is_offered_where_it_is_written() -> None:
    """The text is cut before the key, and so is broken nearly everywhere."""
    document = opened(WHOLE)
    root, tried = document.tree.root, 0
    assert isinstance(root, Mapping)
    for entry, field in keys_in(root):
        at = document.border.offset(document.border.from_ours(entry.key.span.start))
        assert field.name in offered(WHOLE[:at] + CURSOR), field.name
        tried += 1
    assert tried > 30


def test_a_text_that_is_cut_anywhere_has_offers_and_no_error() -> None:
    for end in range(len(WHOLE)):
        offered(WHOLE[:end] + CURSOR)
        offered(WHOLE[:end] + CURSOR + WHOLE[end:])

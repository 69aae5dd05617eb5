"""What no map can hold, at any place of any notation: a located fault or a text, no traceback."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from argmap.formats import format_named, notation_of
from argmap.pipeline import loads, read_text
from argmap.values import is_text, unwritable_character
from tests.bench.fuzz_inputs import TREES, places_of
from tests.bench.fuzz_seeds import FREEPLANE, READERS, seeds
from tests.bench.fuzz_trials import read
from tests.command import argmap

SEEDS = seeds()
LINES = tuple(name for name in READERS if name not in TREES)
# A control character, a line end of old, half a character, marks nobody sees, and other kinds.
STRANGE = ("\x00", "a\x07b", "\x85", "\r\n", "\ud800", "\ufeff", "\u00ad", "\u2028", "", " ")
OTHER_KINDS: tuple[Any, ...] = (
    None,
    True,
    10**299,
    -0.5,
    float("inf"),
    [],
    {},
    ["a", ["b"]],
    [{}],
    {"a": {"b": []}},
)


def trees(notation: str) -> list[dict[str, Any]]:
    return [json.loads(text) for text in SEEDS[notation]]


def with_each_place(tree: dict[str, Any], values: tuple[Any, ...]) -> Iterator[dict[str, Any]]:
    """Yield the tree with one place after another changed, to three of the values in turn."""
    for number, _ in enumerate(places_of(tree)):
        for value in [values[(3 * number + n) % len(values)] for n in range(3)]:
            changed = copy.deepcopy(tree)
            holder, key = list(places_of(changed))[number]
            holder[key] = value
            yield changed


@pytest.mark.parametrize("notation", TREES)
def test_a_strange_text_at_any_place_is_answered(notation: str) -> None:
    for tree in trees(notation):
        for changed in with_each_place(tree, STRANGE):
            read(json.dumps(changed).encode(), notation)


@pytest.mark.parametrize("notation", TREES)
def test_a_value_of_another_kind_at_any_place_is_answered(notation: str) -> None:
    for tree in trees(notation):
        for changed in with_each_place(tree, OTHER_KINDS):
            read(json.dumps(changed).encode(), notation)


@pytest.mark.parametrize("notation", LINES)
@pytest.mark.parametrize("strange", ["\x85", "\u00ad", "\u2028", "\x07", "\ud800", "\ufeff"])
def test_a_strange_character_at_any_place_of_a_text_is_answered(
    notation: str, strange: str
) -> None:
    for text in SEEDS[notation]:
        for at in range(0, len(text), max(len(text) // 60, 1)):
            damaged = text[:at] + strange + text[at:]
            read(damaged.encode("utf-8", "surrogatepass"), notation)


@pytest.mark.parametrize("notation", TREES)
def test_a_key_that_is_there_twice_and_a_later_error_are_told(notation: str) -> None:
    text = '{"a": 1, "a": 2,\n ]'
    (found,) = read_text(text, file="x.json", notation=notation).diagnostics
    assert (found.code, found.span.start.line) == ("notation-syntax", 2)
    (found,) = read_text('{"a": 1,\n "a": 2}', file="x.json", notation=notation).diagnostics
    assert (found.code, found.span.start.line) == ("duplicate-key", 2)
    assert "“a” occurs twice" in found.message


TEXTS = {
    "aif": '{"nodes": [{"nodeID": "1", "type": "I",\n "text": %s}]}',
    "argdown-json": '{"statements": {"a": {"members": [{"title": "a",\n "text": %s}]}}}',
    "arguebuf": '{"nodes": {"a": {"atom": {\n"text": %s}}}}',
    "json": '{"argmap": 1,\n"thesis": %s}',
    "mindmup": '{"formatVersion": 3, "ideas": {"1": {"id": 1, "ideas": {},\n"title": %s}}}',
    "sadface": '{"nodes": [{"id": "1", "type": "atom",\n"text": %s}]}',
}


@pytest.mark.parametrize("notation", TREES)
@pytest.mark.parametrize("strange", ["\x00", "\x07", "\x7f", "\x9d", "\ud800", "\ufeff"])
def test_a_character_that_no_map_may_hold_is_named(notation: str, strange: str) -> None:
    text = TEXTS[notation] % json.dumps(f"All is{strange} well.")
    (found,) = read_text(text, file="x.json", notation=notation).diagnostics
    assert found.code == "bad-value"
    assert f"(U+{ord(strange):04X})" in found.message


@pytest.mark.parametrize("notation", sorted({*TREES} - {"json"}))
@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028"])
def test_line_ends_of_other_systems_are_white_space(notation: str, line_end: str) -> None:
    text = TEXTS[notation] % json.dumps(f"All is{line_end}well.")
    (claim,) = read_text(text, file="x.json", notation=notation).map.claims
    assert claim.text == "All is well."


INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u17b4\u180e\u200b\u200f\u202e\u2060\u3164\ufe0f\uffa0\U000e0001"
)


@pytest.mark.parametrize("invisible", [*INVISIBLE, INVISIBLE.replace("\u202e", " ")])
def test_a_claim_that_nobody_can_see_is_no_claim(invisible: str) -> None:
    text = f'argmap: 1\nsources: {{s: {{title: T}}}}\nthesis: {{text: "{invisible}", source: s}}\n'
    result = argmap("render", "-", "-f", "svg", stdin=text.encode())
    assert result.code == 1
    assert "error[empty-text] “text” has only invisible characters" in result.err
    result = argmap("check", "-", stdin=f'argmap: 1\nthesis: "{invisible}"\n'.encode())
    assert "nothing that can be seen" in result.out
    assert not is_text(invisible)
    assert is_text(f"a{invisible}")


@pytest.mark.parametrize("notation", ["tgf", "apx", "kialo", "outline", "opml", "freeplane"])
def test_a_name_or_text_that_nobody_can_see_is_told(notation: str) -> None:
    texts = {
        "tgf": "\u00ad\n#\n",
        "apx": "arg(\u00ad).\n",
        "kialo": "1. \u00ad\n",
        "outline": "- \u00ad\n",
        "opml": '<opml><body><outline text="&#173;"/></body></opml>',
        "freeplane": '<map><node TEXT="a"><node TEXT="&#173;"/></node></map>',
    }
    reading = read_text(texts[notation], file="x", notation=notation)
    assert reading.map is None
    assert any(one.code == "empty-text" for one in reading.diagnostics)


def test_next_line_characters_are_blanks_in_every_notation() -> None:
    for notation, text in {
        "tgf": "a All\x85is well\n#\n",
        "kialo": "1. All\x85is well\n",
        "outline": "- All\x85is well\n",
        "rationale": "Contention: All\x85is well\n",
        "argdown": "[a]: All\x85is well\n",
        "gsn": "G1: {text: All\x85is well}\n",
        "json": '{"argmap": 1, "thesis": "All\x85is well"}',
    }.items():
        (claim,) = read_text(text, file="x", notation=notation).map.claims
        assert claim.text == "All is well", notation


@pytest.mark.parametrize("digits", [9, 10, 5000])
def test_numbers_of_any_length_are_answered(digits: int) -> None:
    number = "1" * digits
    reading = read_text(f"{number}. Thesis\n{number}.1. Pro: x\n2. y\n", file="x", notation="kialo")
    assert (reading.map is None) == (digits > 9)
    for notation in READERS:
        for text in (
            number,
            f"p af {number}",
            f"({number}) x",
            f'{{"a": {number}}}',
            f"a: {number}",
        ):
            read(text.encode(), notation)


def test_what_stands_in_rich_text_of_a_mind_map_is_no_node() -> None:
    inside = "<node TEXT='x'><richcontent TYPE='NODE'><p>in</p></richcontent></node>"
    text = FREEPLANE.replace("<p>Two</p>", f"<p>Two</p>{inside}<richcontent/>")
    reading = read_text(text, file="x.mm", notation="freeplane")
    plant = reading.map.claims_by_id["plant"]
    assert plant.note == "Two\nin\nlines & more"
    assert "x" not in {claim.text for claim in reading.map.claims}


def test_a_drawing_of_a_set_width_is_written_as_json() -> None:
    text = b"argmap: 1\nstyle: {width: 300}\nthesis: T.\n"
    result = argmap("render", "-", "-f", "json", stdin=text)
    assert result.code == 0
    assert json.loads(result.out)["boxes"][0]["width"] == 300


def test_the_seeds_hold_maps() -> None:
    for notation in READERS:
        for text in SEEDS[notation]:
            assert read_text(text, file="x", notation=notation).map is not None, notation


def test_what_is_written_has_no_character_that_no_map_may_hold() -> None:
    a_map = loads(SEEDS["yaml"][0])
    for notation in ("aif", "argdown", "tgf", "opml"):
        assert unwritable_character(notation_of(format_named(notation)).dumps(a_map).text) is None

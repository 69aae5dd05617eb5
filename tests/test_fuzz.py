"""Thousands of broken inputs: never a traceback, always exit code 0, 1 or 2."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import kialo
from argmap.reader import Reading
from argmap.templates import template
from tests.bench.fuzz import fuzz
from tests.bench.fuzz_inputs import Inputs
from tests.bench.fuzz_seeds import READERS
from tests.bench.mutants import mutants_of
from tests.command import Result, argmap
from tests.examples import examples

MAPS = Path(__file__).parents[1] / "maps"
SEEDS = [
    template("starter"),
    *((MAPS / f"{name}.yaml").read_text(encoding="utf-8") for name in ("hello", "ru-udalyonka")),
]
PUNCTUATION = "- |: |{|}|[|]|'|\"|#|&a |*a|!x |>-\n|---\n|? |~|...\n|,|%YAML 1.1\n|<<: |\\".split(
    "|"
)
CHARACTERS = ["\t", "\0", "\ufeff", "\x85", "\u2028", "\x1b", "\r", "\u202e", "日本", "|\n"]
KEYS = "text ref id premises arguments rebuttals thesis claims sources expect style source".split()
VALUES = ["at: ¶9", "file: ../../etc", "strength: 2", "credence: -1", "status: odd", "width: 1e9"]
TOKENS = [*PUNCTUATION, *CHARACTERS, *KEYS, *VALUES, "argmap: 2", "contradicts", "backing", "quote"]
OFTEN = examples(1500)
SELDOM = examples(400)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """One of the maps after a few cuts, copies and insertions at any place."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        kind = draw(st.sampled_from(["cut", "copy", "insert", "swap", "indent"]))
        if kind == "cut":
            text = text[:start] + text[end:]
        elif kind == "copy":
            place = draw(st.integers(0, len(text)))
            text = text[:place] + text[start:end] + text[place:]
        elif kind == "insert":
            text = text[:start] + draw(st.sampled_from(TOKENS)) + text[start:]
        elif kind == "swap":
            text = text[:start] + text[start:end][::-1] + text[end:]
        else:
            text = text[:start] + text[start:].replace("\n", "\n ", draw(st.integers(1, 3)))
    return text.encode("utf-8", "surrogatepass")


def assert_mannerly(result: Result) -> None:
    assert result.code in (0, 1)
    assert "Traceback" not in result.err
    if result.code == 1:
        assert re.search(r': error\[|"severity": "error"', result.out + result.err)


@OFTEN
@given(mutated())
def test_mutated_maps_are_checked(data: bytes) -> None:
    assert_mannerly(argmap("check", "-", "--select", "all", stdin=data))


@SELDOM
@given(mutated(), st.sampled_from([("-f", "svg"), ("-f", "dot")]))
def test_mutated_maps_are_drawn_or_refused(data: bytes, arguments: tuple[str, str]) -> None:
    result = argmap("render", "-", *arguments, stdin=data)
    assert_mannerly(result)
    assert (result.code == 0) == bool(result.out)


@SELDOM
@given(mutated())
def test_mutated_maps_are_shown_or_refused(data: bytes) -> None:
    assert_mannerly(argmap("show", "-", stdin=data))


@OFTEN
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")))
def test_anything_at_all_is_answered(data: bytes) -> None:
    assert_mannerly(argmap("check", "-", stdin=data))


@OFTEN
@given(st.lists(st.sampled_from(TOKENS), max_size=20).map("".join))
def test_heaps_of_tokens_are_answered(text: str) -> None:
    data = f"argmap: 1\nthesis: {text}".encode("utf-8", "replace")
    assert_mannerly(argmap("check", "-", "--format", "json", stdin=data))


WORDS = st.sampled_from(
    "check|render|show|schema|-o|-f|--theme|--select|--width|-|--help|svg|dot|9999|none.yaml||--|-q"
    "|--engine|\udcff|a=b".split("|")
)


@examples(500)
@given(st.lists(WORDS, max_size=5))
def test_any_arguments_are_answered(arguments: list[str]) -> None:
    result = argmap(*arguments, stdin=b"argmap: 1\nthesis: T.\n")
    assert result.code in (0, 1, 2)


INPUTS = Inputs()


@pytest.mark.parametrize("notation", READERS)
def test_hostile_documents_of_every_notation_are_answered(notation: str) -> None:
    # `python -m tests.bench.fuzz` takes any number of them.
    found = fuzz([notation], number=120, seed=0, chain=50, limit=60, inputs=INPUTS)
    assert found.made.total() == 120
    assert found.maps.total() > 5
    assert found.crashes == {}


def test_the_fuzzer_finds_a_crash_and_the_smallest_document_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = kialo.loads

    def loads(text: bytes, *, file: str) -> Reading:
        if b"roots" in text:
            raise KeyError(b"roots")
        return read(text, file=file)

    monkeypatch.setattr(kialo, "loads", loads)
    found = fuzz(["kialo"], number=60, seed=0, chain=1000, limit=60, inputs=INPUTS)
    ((kind, crash),) = found.crashes.items()
    assert kind.startswith("KeyError")
    assert crash.data == b"roots"
    assert "KeyError: b'roots'" in crash.traceback


def test_the_same_seed_makes_the_same_documents() -> None:
    first, again, other = (
        [INPUTS.document("json", dice) for _ in range(9)] for dice in map(Random, (1, 1, 2))
    )
    assert first == again != other


def test_mutants_break_a_module_in_one_place_each() -> None:
    text = "def f(x):\n    if x < 1 and x:\n        return True\n    return x[0]\n"
    found = {mutant.change for mutant in mutants_of(text)}
    assert {"x < 1  →  x <= 1", "x < 1 and x  →  x < 1 or x", "x < 1 and x  →  x < 1"} <= found
    assert {"return True  →  return False", "return x[0]  →  return None", "0  →  1"} <= found
    assert {mutant.line for mutant in mutants_of(text)} == {2, 3, 4}

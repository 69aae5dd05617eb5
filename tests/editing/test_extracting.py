"""A claim that is moved to `claims` is the same claim, with all that it has."""

import contextlib
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document.handwriting import handwriting_of
from argmap.document.parsing import parse
from argmap.editing.extracting import ExtractingError, extracted
from argmap.editing.formatting import UnsafeLayoutError, formatted
from argmap.model import ArgumentMap
from argmap.pipeline import dumps, loads, read_text
from argmap.reader import Reading
from tests.examples import examples
from tests.strategies import argument_maps

POOL = """\
argmap: 1
thesis:
  id: pool
  text: The pool should stay.
  premises:
    # The best of them.
    - id: swim  # a reason
      text: Children learn to swim there.
      rebuttals:
        # Really?
        - The lake is near.
    - People meet there.
  rebuttals: [{id: dear, text: It is dear.}]
sources:
  plan: {title: A plan}
"""


def read(text: str) -> Reading:
    return read_text(text, file="a.yaml")


def extract(text: str, name: str) -> str:
    return extracted(read(text), text, name, read=read)


def comments(text: str) -> Counter[str]:
    document = parse(text, file="a.yaml")
    return Counter(one.text for one in handwriting_of(document.root, document.text).comments)


def test_a_claim_goes_with_all_that_it_has() -> None:
    assert (
        extract(POOL, "swim")
        == """\
argmap: 1
thesis:
  id: pool
  text: The pool should stay.
  premises:
    # The best of them.
    - ref: swim
    - People meet there.
  rebuttals: [{id: dear, text: It is dear.}]

claims:
  - id: swim  # a reason
    text: Children learn to swim there.
    rebuttals:
      # Really?
      - The lake is near.
sources:
  plan: {title: A plan}
"""
    )


def test_a_bare_text_gets_the_id_that_it_was_known_by() -> None:
    changed = extract(POOL, "people-meet-there")
    assert "    - ref: people-meet-there\n" in changed
    assert "claims:\n  - id: people-meet-there\n    text: People meet there.\n" in changed


def test_a_claim_within_brackets_stays_within_them() -> None:
    changed = extract(POOL, "dear")
    assert "  rebuttals: [{ref: dear}]\n" in changed
    assert "claims:\n  - {id: dear, text: It is dear.}\n" in changed


def test_the_next_one_goes_below_the_first() -> None:
    changed = extract(extract(POOL, "dear"), "swim")
    assert "  - {id: dear, text: It is dear.}\n  - id: swim  # a reason\n" in changed


def test_a_thesis_may_be_moved() -> None:
    changed = extract(POOL, "pool")
    assert changed.startswith("argmap: 1\nthesis:\n  ref: pool\n\nclaims:\n  - id: pool\n")


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (POOL, "swin", "did you mean “swim”"),
        ("argmap: 1\nclaims: [{id: a, text: A}]\n", "a", "under “claims” already"),
        ("{argmap: 1, thesis: {id: a, text: A}}\n", "a", "within braces"),
        (
            "argmap: 1\nthesis: {id: a, text: A}\nclaims: [{id: b, text: B}]\n",
            "a",
            "a list within brackets",
        ),
    ],
)
def test_what_cannot_be_moved_is_told(text: str, name: str, words: str) -> None:
    with pytest.raises(ExtractingError) as error:
        extract(text, name)
    assert words in str(error.value)


@examples(300)
@given(argument_maps(min_claims=1), st.randoms(use_true_random=False))
def test_the_map_says_the_same(a_map: ArgumentMap, chance: random.Random) -> None:
    text = dumps(a_map)
    name = chance.choice(a_map.claims).id
    try:
        changed = extract(text, name)
    except ExtractingError:
        # It stands there already, or has no place: then nothing is changed.
        return
    assert loads(changed) == a_map
    assert f"ref: {name}" in changed or f"ref: '{name}'" in changed or f'ref: "{name}"' in changed
    assert comments(changed) == comments(text)
    # Where the layout refuses a text, it is left as it was moved.
    with contextlib.suppress(UnsafeLayoutError):
        assert formatted(changed, file="a.yaml") == changed

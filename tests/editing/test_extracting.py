"""A claim that is moved to `claims` is the same claim, with all that it has."""

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.document.handwriting import handwriting_of
from argmap.document.parsing import parse
from argmap.editing.extracting import ExtractingError, extracted
from argmap.editing.formatting import formatted
from argmap.model import ArgumentMap
from argmap.pipeline import dumps, loads, read_text
from argmap.reader import Reading
from tests.examples import examples
from tests.strategies import argument_maps

MAPS = sorted(Path(__file__).parents[2].glob("maps/*.yaml"))
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


@examples(60)
@given(argument_maps(min_claims=1, max_claims=5, max_arguments=5), st.randoms())
def test_the_map_says_the_same(a_map: ArgumentMap, chance: random.Random) -> None:
    text = dumps(a_map)
    names = [claim.id for claim in a_map.claims]
    chance.shuffle(names)
    name, changed = next(((one, new) for one in names if (new := moved(text, one))), ("", ""))
    assume(changed)
    assert loads(changed) == a_map
    assert f"ref: {name}" in changed or f"ref: '{name}'" in changed or f'ref: "{name}"' in changed
    assert comments(changed) == comments(text)
    assert formatted(changed, file="a.yaml") == changed


def moved(text: str, name: str) -> str | None:
    """Return a text with a claim moved; None where it stands there already, and only there."""
    try:
        return extract(text, name)
    except ExtractingError as error:
        if "stands under “claims” already" not in str(error):
            raise
        return None


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_all_claims_of_a_real_map_can_be_moved(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    a_map = loads(text)
    done = 0
    for claim in a_map.claims[1:4]:
        changed = moved(text, claim.id)
        if changed is not None:
            done += 1
            assert loads(changed) == a_map
            assert comments(changed) == comments(text)
            assert formatted(changed, file="a.yaml") == changed
    assert done or not a_map.arguments

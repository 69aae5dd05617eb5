"""What is written otherwise says what it should, and no comment is lost."""

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import parse
from argmap.editing.refactoring import Offer, Sheet, Sort, offers
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.pipeline import read_text
from argmap.project import folder_of
from argmap.reader import Reading
from argmap.source import Position
from tests.editing.typed import comments_of, typed_anyhow
from tests.examples import examples
from tests.strategies import argument_maps

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("maps/*.yaml"))


def sheet_of(text: str, file: str = "a.yaml") -> Sheet:
    folder = folder_of(Path(file)) if Path(file).is_absolute() else None

    def read(changed: str) -> Reading:
        return read_text(changed, file=file, folder=folder)

    return Sheet(read(text), parse(text, file=file), read)


def offered(text: str, words: str, file: str = "a.yaml") -> dict[str, Offer]:
    """Return what is offered where words first stand in a text, by title."""
    before = text[: text.index(words)]
    at = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
    return {one.title: one for one in offers(sheet_of(text, file), at)}


def made(text: str, words: str, title: str, file: str = "a.yaml") -> str:
    """Return a text after the offer whose title begins so."""
    found = [one for name, one in offered(text, words, file).items() if name.startswith(title)]
    assert len(found) == 1, [*offered(text, words, file)]
    return found[0].make()


def refusal(text: str, words: str, title: str) -> str:
    with pytest.raises(ArgmapError) as error:
        made(text, words, title)
    return str(error.value)


def says(text: str) -> ArgumentMap:
    found = read_text(text, file="a.yaml").map
    assert found is not None
    return found


POOL = """\
argmap: 1
thesis:
  text: The pool should stay.
  premises:
    - text: Children learn to swim there.
    - ref: meet  # why
      rebuttals: [They meet at the lake.]
  rebuttals: [{ref: dear}]

claims:  # used above
  # of the young
  - id: meet  # m
    text: >-
      People meet
      there.
    source: plan
  - {id: dear, text: It is dear.}
sources:
  plan: {title: A plan}
"""


def test_a_claim_is_written_where_a_reference_to_it_stood() -> None:
    changed = made(POOL, "ref: meet", "Write “People meet there.” here")
    assert (
        changed
        == """\
argmap: 1
thesis:
  text: The pool should stay.
  premises:
    - text: Children learn to swim there.
    # of the young
    # why
    - id: meet  # m
      text: >-
        People meet
        there.
      source: plan
      rebuttals: [They meet at the lake.]
  rebuttals: [{ref: dear}]

claims:  # used above
  - {id: dear, text: It is dear.}
sources:
  plan: {title: A plan}
"""
    )


def test_the_last_claim_takes_the_key_with_it_but_no_comment() -> None:
    once = made(POOL, "ref: meet", "Write ")
    twice = made(once, "ref: dear", "Write “It is dear.” here")
    assert "claims" not in twice
    assert "  # used above\n  rebuttals: [{id: dear, text: It is dear.}]\n\nsources:\n" in twice


def test_what_is_used_again_refers_to_its_new_place() -> None:
    text = POOL.replace("[They meet at the lake.]", "[{text: No., premises: [{ref: dear}]}]")
    changed = made(text, "ref: dear}]}]", "Write “It is dear.” here")
    assert "premises: [{id: dear, text: It is dear.}]" in changed
    assert "  rebuttals: [{ref: dear}]\n" in changed


def test_what_both_have_is_not_joined() -> None:
    text = POOL.replace("    source: plan\n", "    source: plan\n    rebuttals: [No.]\n")
    assert "have “rebuttals”" in refusal(text, "ref: meet", "Write ")


FORMS = """\
argmap: 1
thesis:
  text: The pool should stay.
  premises:  # two
    # first
    - Children learn there.
    - >-
      People
      meet there.
    # last
  rebuttals:
    - It is dear.
"""


def test_premises_become_one_of_the_arguments_and_premises_again() -> None:
    long = made(FORMS, "text: The", "Write “premises”")
    assert (
        """\
  arguments:
    - premises:  # two
        # first
        - Children learn there.
"""
        in long
    )
    assert made(long, "text: The", "Write the one of the “arguments”") == FORMS


def test_a_claim_becomes_an_argument_with_a_premise_and_a_claim_again() -> None:
    long = made(FORMS, "It is dear", "Write the claim")
    assert "  rebuttals:\n    - premises:\n        - It is dear.\n" in long
    assert made(long, "premises:\n        - It", "Write the argument") == FORMS


def test_within_brackets_it_stays_within_them() -> None:
    text = "argmap: 1\nthesis: {text: A., premises: [B., {text: C.}]}\n"
    long = made(text, "text: A", "Write “premises”")
    assert "arguments: [{premises: [B., {text: C.}]}]" in long
    assert made(long, "text: A", "Write the one of the “arguments”") == text


def test_an_argument_with_more_than_premises_stays_an_argument() -> None:
    text = FORMS.replace(
        "    - It is", "    - premises: [It is dear.]\n      scheme: sign\n    - X"
    )
    titles = offered(text, "premises: [It")
    assert not any(title.startswith("Write the argument") for title in titles)


def lossless(text: str, chance: random.Random, *, number: int, file: str = "a.yaml") -> list[Offer]:
    """Make what is offered at random places of a text; return what could be made."""
    sheet = sheet_of(text, file)
    done = []
    for _ in range(number):
        line = chance.randrange(len(sheet.lines)) + 1
        column = chance.randrange(len(sheet.lines[line - 1]) + 1) + 1
        for offer in offers(sheet, Position(line, column)):
            try:
                changed = offer.make()
            except ArgmapError:
                continue
            after = sheet.read(changed)
            assert after.map is not None, offer.title
            assert Counter(comments_of(changed)) == Counter(comments_of(text)), offer.title
            assert changed != text, offer.title
            if keeps_the_map(offer):
                assert after.map == sheet.map, offer.title
            done.append(offer)
    return done


def keeps_the_map(offer: Offer) -> bool:
    return offer.sort is not Sort.REWRITE or offer.title.startswith("Write ")


@examples(150)
@given(argument_maps(max_claims=6, max_arguments=6), st.randoms(use_true_random=False))
def test_whatever_is_offered_loses_nothing(a_map: ArgumentMap, chance: random.Random) -> None:
    lossless(typed_anyhow(a_map, chance), chance, number=3)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_in_the_example_maps_it_can_be_made(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    done = lossless(text, random.Random(path.stem), number=4, file=str(path))
    assert done

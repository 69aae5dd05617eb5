"""Two maps in one picture: what changed says so in words, and all that was or is there is there."""

from hypothesis import given

from argmap.comparing.both import both_in_one
from argmap.comparing.differences import compared
from argmap.comparing.matching import matched
from argmap.model import ArgumentMap
from argmap.pipeline import draw, loads
from tests.examples import examples
from tests.strategies import argument_maps

OLD = """\
argmap: 1
thesis:
  id: pool
  text: The pool should stay open.
  premises: [{id: swim, text: Children learn to swim there.}]
  rebuttals: [{id: dear, label: Money, text: It is dear.}]
"""
NEW = """\
argmap: 1
thesis:
  id: pool
  text: The pool should stay open.
  premises: [{id: swim, text: Children learn swimming there.}, {id: near, text: It is near.}]
"""


def both(old: str, new: str) -> ArgumentMap:
    first, second = loads(old), loads(new)
    return both_in_one(compared(first, second, matched(first, second)))


def test_each_change_is_a_headline_and_a_tag() -> None:
    told = {claim.text: (claim.label, claim.tags) for claim in both(OLD, NEW).claims}
    assert told == {
        "The pool should stay open.": ("IS UNDECIDED → STANDS", ("flipped",)),
        "Children learn swimming there.": ("REWORDED", ("reworded",)),
        "It is near.": ("NEW", ("new",)),
        "It is dear.": ("GONE · Money", ("gone",)),
    }


def test_a_picture_says_it_in_words() -> None:
    drawn = draw(both(OLD, NEW)).decode()
    for words in ("NEW", "GONE · Money", "REWORDED", "UNDECIDED → STANDS"):
        assert words in drawn


def test_equal_maps_are_drawn_as_they_are() -> None:
    assert all(claim.label is None or claim.label == "Money" for claim in both(OLD, OLD).claims)
    assert not any(claim.tags for claim in both(OLD, OLD).claims)


@examples(300)
@given(argument_maps(), argument_maps())
def test_all_of_both_maps_is_there(one: ArgumentMap, other: ArgumentMap) -> None:
    found = compared(one, other, matched(one, other))
    drawn = both_in_one(found)
    assert len(drawn.claims) == len(one.claims) + len(other.claims) - len(found.matching.claims)
    assert len(drawn.arguments) == (
        len(one.arguments) + len(other.arguments) - len(found.matching.arguments)
    )

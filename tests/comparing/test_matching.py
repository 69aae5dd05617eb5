"""Claims are known again, whatever their words and ids have become."""

import random
from pathlib import Path

import pytest
from hypothesis import given

from argmap.comparing.matching import matched
from argmap.model import ArgumentMap
from argmap.pipeline import load, loads
from tests.comparing.rewording import edited, with_derived_ids
from tests.examples import examples, share
from tests.strategies import argument_maps

MAPS = sorted(Path(__file__).parents[2].glob("maps/*.yaml"))
LARGE = [path for path in MAPS if len(load(path).claims) > 20]


@examples(120)
@given(argument_maps())
def test_a_map_is_itself(a_map: ArgumentMap) -> None:
    found = matched(a_map, a_map)
    assert set(found.claims) == {claim.id for claim in a_map.claims}
    texts = {claim.id: claim.text for claim in a_map.claims}
    assert all(texts[old] == texts[new] for old, new in found.claims.items())
    assert set(found.claims.values()) == set(found.claims)


@examples(60)
@given(argument_maps(max_claims=6, max_arguments=6), argument_maps(max_claims=6, max_arguments=6))
def test_each_is_matched_once_at_most(one: ArgumentMap, other: ArgumentMap) -> None:
    found = matched(one, other)
    for pairs in (found.claims, found.arguments):
        assert len(set(pairs.values())) == len(pairs)
    assert set(found.claims.values()) <= {claim.id for claim in other.claims}
    assert set(found.arguments.values()) <= {one.id for one in other.arguments}


@pytest.mark.property
@pytest.mark.parametrize("path", LARGE, ids=lambda path: path.stem)
def test_most_is_found_where_many_texts_are_in_other_words(path: Path) -> None:
    """With 30 % of the texts reworded, and no id to go by, at least 95 % are right."""
    a_map = with_derived_ids(load(path))
    right = tried = right_steps = tried_steps = 0
    for seed in range(share(100)):
        new, ids = edited(a_map, random.Random(seed), share=0.3)
        found = matched(a_map, new)
        right += sum(found.claims.get(old) == name for old, name in ids.items())
        tried += len(ids)
        by_premises = {
            (tuple(ids[p] for p in one.premises), one.polarity, ids.get(one.target)): one.id
            for one in a_map.arguments
        }
        for one in new.arguments:
            key = one.premises, one.polarity, one.target if one.target in ids.values() else None
            tried_steps += 1
            right_steps += found.arguments.get(by_premises.get(key, "")) == one.id
    assert right / tried >= 0.95
    assert right_steps / tried_steps >= 0.9


def test_an_id_that_its_author_gave_is_trusted_before_the_words() -> None:
    old = loads("argmap: 1\nthesis: {id: pool, text: The pool should stay.}\n")
    new = loads("argmap: 1\nthesis: {id: pool, text: Build a library.}\n")
    assert matched(old, new).claims == {"pool": "pool"}


def test_an_id_that_comes_from_the_words_is_not() -> None:
    old = loads("argmap: 1\nthesis: {text: T, premises: [It is big news for us all]}\n")
    new = loads("argmap: 1\nthesis: {text: T, premises: [It is big news for us, Cats sleep]}\n")
    assert matched(old, new).claims == {"t": "t", "it-is-big-news-for": "it-is-big-news-for"}
    other = loads("argmap: 1\nthesis: {text: T, premises: [It is big news for dogs, Cats sleep]}\n")
    assert matched(new, other).claims["cats-sleep"] == "cats-sleep"


def test_claims_with_the_same_words_are_told_apart_by_what_they_stand_beside() -> None:
    text = (
        "argmap: 1\nclaims:\n  - {text: %s, arguments: [Same]}\n  - {text: %s, arguments: [Same]}\n"
    )
    found = matched(loads(text % ("Apples", "Plums")), loads(text % ("Plums", "Apples"))).claims
    assert (found["same"], found["same-2"]) == ("same-2", "same")


def test_another_claim_in_the_place_of_one_is_another_claim() -> None:
    old = loads("argmap: 1\nthesis: {text: T, premises: [Children learn to swim there.]}\n")
    new = loads("argmap: 1\nthesis: {text: T, premises: [The roof is about to fall in.]}\n")
    assert matched(old, new).claims == {"t": "t"}

"""A loss in many maps is told once, without what is said of one map alone."""

from collections.abc import Callable

import pytest

from argmap.evaluation.grounded.labelling import evaluate
from argmap.formats.carneades.differences import tell_differences
from argmap.formats.losses import Losses, in_general, lost_comments
from argmap.formats.losses.verdicts import changed_verdicts
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.pipeline import read_text


def dropped(bearer: str | None) -> Callable[[int], str]:
    def told(number: int) -> str:
        losses = Losses("AIF")
        for _ in range(number):
            losses.drop("transitions between locutions", bearer)
        return losses.diagnostics()[0].message

    return told


def comments(number: int) -> str:
    text = "argmap: 1\n" + "# remark\n" * number + "thesis: T\n"
    return lost_comments(read_text(text, file="a.yaml").handwriting)[0].message


def standing_otherwise(number: int) -> str:
    claims = tuple(Claim(f"c{n}", f"Claim {n}") for n in range(number))
    against = (Argument(f"{one.id}.1", ("x",), one.id, Polarity.ATTACK) for one in claims)
    there = ArgumentMap((*claims, Claim("x", "No claim")), tuple(against))
    return changed_verdicts(ArgumentMap(claims), there, notation="AIF", file="a")[0].message


def not_found(number: int) -> str:
    claims = tuple(Claim(f"c{n}", f"Claim {n}") for n in range(number))
    there = ArgumentMap((Claim("other", "Other"),))
    return changed_verdicts(ArgumentMap(claims), there, notation="AIF", file="a")[0].message


def labelled_otherwise(number: int) -> str:
    a_map = ArgumentMap(tuple(Claim(f"c{n}", f"Claim {n}") for n in range(number)))
    there = {
        name: next(o for o in type(v.label) if o != v.label)
        for name, v in evaluate(a_map).claims.items()
    }
    losses = Losses("Carneades")
    tell_differences(a_map, there, losses)
    return losses.diagnostics()[0].message


@pytest.mark.parametrize(
    "told",
    [
        dropped("node"),
        dropped("map"),
        dropped(None),
        comments,
        standing_otherwise,
        not_found,
        labelled_otherwise,
    ],
)
def test_how_many_and_which_are_no_part_of_what_is_lost(told: Callable[[int], str]) -> None:
    kinds = {in_general(told(number)) for number in (1, 2, 30, 1200)}
    assert len(kinds) == 1, kinds
    (kind,) = kinds
    assert not any(sign.isdigit() for sign in kind)


def test_words_of_a_loss_that_count_nothing_stay_as_they_are() -> None:
    for words in ("arrows between nodes are left out", "what extends “a: [b]” is left out: no x"):
        assert in_general(words) == words

"""Faults planted in real maps, as students make them, with what names each: for tests."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from argmap.comparing.exercise import Mark, Remark, remarks
from argmap.comparing.matching import matched
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.pipeline import load
from tests.comparing.rewording import with_derived_ids

MAPS = sorted(Path(__file__).parents[2].glob("maps/*.yaml"))
LARGE = [with_derived_ids(load(path)) for path in MAPS if len(load(path).claims) > 15]
OTHER_SIDE = {Polarity.SUPPORT: Polarity.ATTACK, Polarity.ATTACK: Polarity.SUPPORT}

Planted = tuple[ArgumentMap, set[tuple[Mark, str]]]


def compare(model: ArgumentMap, student: ArgumentMap) -> tuple[Remark, ...]:
    return remarks(model, student, matched(model, student))


def with_arguments(a_map: ArgumentMap, arguments: list[Argument], *more: Claim) -> ArgumentMap:
    return replace(
        a_map, arguments=tuple(arguments), claims=(*a_map.claims, *more), style=a_map.style
    )


def leaf_is_missing(model: ArgumentMap, chance: random.Random) -> Planted:
    leaves = [
        one
        for one in model.arguments
        if len(one.premises) == 1
        and not model.arguments_on(one.id)
        and not model.arguments_on(one.premises[0])
        and not model.contradictions_of(one.premises[0])
        and len(model.uses_of(one.premises[0])) == 1
    ]
    gone = chance.choice(leaves)
    claim = gone.premises[0]
    left = tuple(one for one in model.claims if one.id != claim)
    kept = tuple(one for one in model.arguments if one.id != gone.id)
    return replace(model, claims=left, arguments=kept), {(Mark.MISSING, claim)}


def _lone(model: ArgumentMap, chance: random.Random, *, on_claims: bool = True) -> Argument:
    return chance.choice(
        [
            one
            for one in model.arguments
            if len(one.premises) == 1
            and len(model.uses_of(one.premises[0])) == 1
            and (one.target in model.claims_by_id) == on_claims
        ]
    )


def _changed(model: ArgumentMap, one: Argument, **fields: object) -> ArgumentMap:
    new = replace(one, **fields)  # type: ignore[arg-type]
    return replace(model, arguments=tuple(new if a is one else a for a in model.arguments))


def side_is_wrong(model: ArgumentMap, chance: random.Random) -> Planted:
    one = _lone(model, chance)
    student = _changed(model, one, polarity=OTHER_SIDE[one.polarity])
    return student, {(Mark.WRONG_SIDE, one.premises[0])}


def place_is_wrong(model: ArgumentMap, chance: random.Random) -> Planted:
    one = _lone(model, chance)
    others = [c.id for c in model.claims if c.id not in (one.target, *one.premises)]
    student = _changed(model, one, target=chance.choice(others))
    return student, {(Mark.WRONG_PLACE, one.premises[0])}


def undercut_is_a_rebuttal(model: ArgumentMap, chance: random.Random) -> Planted:
    one = _lone(model, chance, on_claims=False)
    end = model.arguments_by_id[one.target].target
    while end in model.arguments_by_id:
        end = model.arguments_by_id[end].target
    return _changed(model, one, target=end), {(Mark.WRONG_PLACE, one.premises[0])}


def something_is_extra(model: ArgumentMap, chance: random.Random) -> Planted:
    claim = Claim("extra", "Nobody asked the gardeners what they think of marble fountains.")
    target = chance.choice(model.claims).id
    student = with_arguments(model, [*model.arguments, Argument("more", ("extra",), target)], claim)
    return student, {(Mark.EXTRA, "extra")}


def links_are_gone(model: ArgumentMap, chance: random.Random) -> Planted:
    one = chance.choice([a for a in model.arguments if len(set(a.premises)) > 1])
    parts = [replace(one, id=f"part.{p}", premises=(p,), label=None) for p in set(one.premises)]
    kept = [replace(a, target=parts[0].id) if a.target == one.id else a for a in model.arguments]
    student = with_arguments(model, [*(a for a in kept if a.id != one.id), *parts])
    return student, {(Mark.LINKED_OTHERWISE, p) for p in set(one.premises)}


def links_are_new(model: ArgumentMap, chance: random.Random) -> Planted:
    pairs = [
        (one, other)
        for one in model.arguments
        for other in model.arguments_on(one.target, one.polarity)
        if one.id < other.id and len(one.premises) == len(other.premises) == 1
        and one.premises != other.premises
    ]  # fmt: skip
    one, other = chance.choice(pairs)
    joined = replace(one, premises=(*one.premises, *other.premises), label=None)
    kept = [
        replace(a, target=one.id) if a.target == other.id else joined if a is one else a
        for a in model.arguments
        if a is not other
    ]
    student = with_arguments(model, kept)
    return student, {(Mark.LINKED_OTHERWISE, p) for p in joined.premises}


def thesis_is_another(model: ArgumentMap, chance: random.Random) -> Planted:
    others = [one.id for one in model.claims if one.id not in model.theses]
    student = replace(model, theses=(chance.choice(others),))
    return student, {(Mark.WRONG_PLACE, model.theses[0])}


PLANTS: list[Callable[[ArgumentMap, random.Random], Planted]] = [
    leaf_is_missing, side_is_wrong, place_is_wrong, undercut_is_a_rebuttal, something_is_extra,
    links_are_gone, links_are_new, thesis_is_another,
]  # fmt: skip


def is_named(plant: Callable[[ArgumentMap, random.Random], Planted], chance: random.Random) -> bool:
    """Return whether a fault that is planted in one of the maps is named."""
    model = chance.choice(LARGE)
    student, wanted = plant(model, chance)
    found = {(one.mark, one.claim or one.student or "") for one in compare(model, student)}
    return wanted <= found

"""Probabilities that claims stand, beside a sum over all worlds by hand."""

from dataclasses import replace
from itertools import product

import pytest

from argmap.errors import ConfigurationError
from argmap.evaluation.graded.credence import credences
from argmap.evaluation.graded.worlds import EveryWorld, SampledWorlds
from argmap.evaluation.grounded.labelling import evaluate
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity, Status
from tests.evaluation.acyclic_maps import acyclic_map
from tests.evaluation.fixpoints import Program
from tests.evaluation.random_maps import random_map
from tests.evaluation.weighed_maps import weighed_map

CREDENCES = (0.3, 0.9, None, 1.0)


def doubtful_map(seed: int) -> ArgumentMap:
    """Return a small random map with credences."""
    a_map, _ = weighed_map(seed, claims=5, arguments=5)
    claims = tuple(
        replace(claim, credence=CREDENCES[(seed + n) % 4]) for n, claim in enumerate(a_map.claims)
    )
    return replace(a_map, claims=claims)


def chances_of(a_map: ArgumentMap) -> dict[str, float]:
    """Return how likely each given claim and each step holds of itself."""
    found = {}
    for claim in a_map.claims:
        supported = a_map.arguments_on(claim.id, Polarity.SUPPORT)
        unset = 0.5 if claim.status is Status.OPEN else 1.0
        given = claim.status is Status.ASSUMED or not supported
        if given and claim.status not in (Status.CERTAIN, Status.REJECTED):
            found[claim.id] = unset if claim.credence is None else claim.credence
    found.update((a.id, 1.0 if a.strength is None else a.strength) for a in a_map.arguments)
    return found


def in_world(a_map: ArgumentMap, holding: dict[str, bool]) -> dict[str, Label]:
    """Return the labels in one world, where given claims and steps hold or fail."""
    rejected, claims = [], []
    for claim in a_map.claims:
        if holding.get(claim.id) is True and claim.status is Status.OPEN:
            claim = replace(claim, status=None, given=None)
        elif holding.get(claim.id) is False:
            if a_map.arguments_on(claim.id, Polarity.SUPPORT):
                claim = replace(claim, status=None)
            else:
                rejected.append(claim.id)
        claims.append(claim)
    rejected += [a.id for a in a_map.arguments if not holding[a.id]]
    program = Program(replace(a_map, claims=tuple(claims)), reject=rejected)
    return program.labels(*program.grounded())


def summed(a_map: ArgumentMap) -> dict[str, float]:
    """Return, for each id, the probability of the worlds in which it is accepted."""
    chances = chances_of(a_map)
    total = dict.fromkeys((*a_map.claims_by_id, *a_map.arguments_by_id), 0.0)
    for holds in product((False, True), repeat=len(chances)):
        holding = dict(zip(chances, holds, strict=True))
        weight = 1.0
        for name, held in holding.items():
            weight *= chances[name] if held else 1 - chances[name]
        if weight:
            labels = in_world(a_map, holding)
            for name in total:
                total[name] += weight * (labels[name] is Label.ACCEPTED)
    return total


def test_probabilities_are_sums_over_all_worlds() -> None:
    uncertain = 0
    for seed in range(40):
        a_map = doubtful_map(seed)
        found = credences(a_map)
        assert found.exact
        assert {**found.claims, **found.arguments} == pytest.approx(summed(a_map)), seed
        uncertain += sum(0 < value < 1 for value in found.claims.values())
    assert uncertain > 25


def test_a_rebuttal_takes_as_much_as_it_is_likely() -> None:
    # By hand: the thesis is given; the rebuttal stands with 0.8 · 0.5 = 0.4.
    a_map = ArgumentMap(
        (Claim("thesis", "T.", credence=0.9), Claim("con", "C.", credence=0.8)),
        (Argument("a", ("con",), "thesis", Polarity.ATTACK, strength=0.5),),
    )
    found = credences(a_map)
    assert found.claims == pytest.approx({"thesis": 0.9 * 0.6, "con": 0.8})
    assert found.arguments["a"] == pytest.approx(0.4)
    assert (found.uncertain, found.worlds) == (3, 8)
    assert found.standard_error("thesis") == 0


def test_what_is_certain_holds_whatever_contradicts_it() -> None:
    claims = (
        Claim("a", "A.", status=Status.CERTAIN, contradicts=("b", "c")),
        Claim("b", "B.", status=Status.CERTAIN),
        Claim("c", "C.", credence=0.9),
    )
    found = credences(ArgumentMap(claims)).claims
    assert found == {"a": 1.0, "b": 1.0, "c": 0.0}


def test_independent_arguments_add_up() -> None:
    # By hand: 1 − (1 − 0.5)(1 − 0.75).
    a_map = ArgumentMap(
        (Claim("thesis", "T."), Claim("p", "P."), Claim("q", "Q.")),
        (
            Argument("a", ("p",), "thesis", strength=0.5),
            Argument("b", ("q",), "thesis", strength=0.75),
        ),
    )
    assert credences(a_map).claims["thesis"] == pytest.approx(0.875)


def test_a_sample_is_near_what_is_exact_and_says_how_near() -> None:
    far = 0
    for seed in range(16):
        a_map = doubtful_map(seed)
        exact, sampled = credences(a_map), credences(a_map, most_exact=0, sample=20_000)
        assert sampled.exact == (exact.uncertain == 0)
        for name, value in exact.claims.items():
            off = abs(sampled.claims[name] - value)
            assert off <= 5 * sampled.standard_error(name) + 1e-3
            far += off > 0
    assert far


def test_the_same_seed_draws_the_same_worlds() -> None:
    a_map = doubtful_map(1)
    assert credences(a_map, most_exact=0) == credences(a_map, most_exact=0)
    assert credences(a_map, most_exact=0) == credences(a_map, most_exact=0, seed=0)
    assert credences(a_map, most_exact=0) != credences(a_map, most_exact=0, seed=1)
    assert credences(a_map, most_exact=0).worlds == 65_536


def test_large_maps_are_sampled() -> None:
    found = credences(random_map(3, claims=300, arguments=400), sample=1000)
    assert found.uncertain > 20
    assert (found.exact, found.worlds) == (False, 1000)
    assert any(0 < value < 1 for value in found.claims.values())


def test_without_doubt_probabilities_are_the_verdicts() -> None:
    for seed in range(300):
        a_map, failing = acyclic_map(seed)
        found = credences(a_map)
        assert found.worlds == 1
        for name, verdict in evaluate(a_map, reject=failing).claims.items():
            assert found.claims[name] == (verdict.label is Label.ACCEPTED)


def test_overrides_leave_no_doubt() -> None:
    a_map = ArgumentMap(
        (Claim("thesis", "T."), Claim("p", "P.", credence=0.2)),
        (Argument("a", ("p",), "thesis"),),
    )
    assert credences(a_map, accept=["p", "a"]).claims == {"thesis": 1.0, "p": 1.0}
    assert credences(a_map, reject=["a"]).claims["thesis"] == 0
    with pytest.raises(ConfigurationError):
        credences(a_map, accept=["nobody"])


def test_every_world_has_its_own_probability() -> None:
    worlds = EveryWorld([0.5, 0.25, 0.9])
    first, second, third = worlds.sets()
    assert worlds.probability(worlds.everything) == 1
    assert worlds.probability(first & second & third) == pytest.approx(0.5 * 0.25 * 0.9)
    assert worlds.probability(first | second) == pytest.approx(1 - 0.5 * 0.75)


def test_drawn_worlds_hold_each_item_as_often_as_it_is_likely() -> None:
    chances = [0.0, 1.0, 0.5, 0.1, 0.999]
    worlds = SampledWorlds(chances, count=50_000, seed=7)
    shares = [worlds.probability(drawn) for drawn in worlds.sets()]
    assert shares[:2] == [0, 1]
    assert shares == pytest.approx(chances, abs=0.01)


def test_a_chain_of_ten_thousand_claims_needs_no_recursion() -> None:
    names = [f"c{n}" for n in range(10_000)]
    steps = (Argument(f"a{n}", (names[n],), names[n + 1], strength=1.0) for n in range(9_999))
    a_map = ArgumentMap(
        tuple(Claim(name, name, credence=0.25 if name == "c0" else None) for name in names),
        tuple(steps),
    )
    assert credences(a_map).claims["c9999"] == 0.25

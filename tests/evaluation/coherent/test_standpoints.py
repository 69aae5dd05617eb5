"""Complete, preferred and stable labellings, beside brute force and Dung's definitions."""

import importlib.util
import os
import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, islice, product
from typing import Any

import pytest

from argmap.errors import EvaluationLimitError, MissingExtraError
from argmap.evaluation.coherent.acceptance import Semantics, Shares
from argmap.evaluation.coherent.answers import Standpoint
from argmap.evaluation.coherent.combinations import combinations as choices
from argmap.evaluation.coherent.dispute import Dispute, Rule
from argmap.evaluation.coherent.search import Search
from argmap.evaluation.coherent.standpoints import (
    acceptability,
    acceptance,
    count_standpoints,
    standpoints,
)
from argmap.evaluation.coherent.undecided import Method, Undecided
from argmap.evaluation.deadline import ENDLESS
from argmap.evaluation.grounded.labelling import evaluate
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity, Status
from tests.evaluation.fixpoints import Program
from tests.evaluation.grounded.test_labelling import written
from tests.evaluation.random_maps import random_map, weighed_map
from tests.examples import share

METHODS = ("search", "sat")
DEFINED = {
    Semantics.COMPLETE: Program.complete,
    Semantics.PREFERRED: Program.preferred,
    Semantics.STABLE: Program.stable,
}


def require_solver() -> None:
    """Skip the test without the extra “sat”, or fail it where no test may be left out."""
    if importlib.util.find_spec("pysat") is None:
        if os.environ.get("ARGMAP_ALL_TESTS"):
            pytest.fail('This test needs python-sat: pip install "argmap[sat]".')
        pytest.skip('python-sat is not installed: pip install "argmap[sat]"')


@pytest.fixture(params=METHODS)
def method(request: pytest.FixtureRequest) -> str:
    if request.param == "sat":
        require_solver()
    return request.param


def claims(*names: str, **fields: Any) -> tuple[Claim, ...]:
    return tuple(Claim(name, f"The claim {name} holds.", **fields) for name in names)


def attack(name: str, premise: str, target: str, **fields: Any) -> Argument:
    return Argument(name, (premise,), target, Polarity.ATTACK, **fields)


def support(name: str, premise: str, target: str, **fields: Any) -> Argument:
    return Argument(name, (premise,), target, **fields)


def framework(size: int, attacks: list[tuple[int, int]]) -> ArgumentMap:
    names = [f"c{n}" for n in range(size)]
    made = (attack(f"a{n}", names[a], names[b]) for n, (a, b) in enumerate(attacks))
    return ArgumentMap(claims(*names), tuple(made))


def labels_of(standpoint: Standpoint) -> dict[str, Label]:
    return {**standpoint.claims, **standpoint.arguments}


def as_set(labellings: Iterable[dict[str, Label]]) -> set[frozenset[tuple[str, Label]]]:
    return {frozenset(one.items()) for one in labellings}


def accepted(a_map: ArgumentMap, semantics: Semantics, **options: Any) -> list[list[str]]:
    """Return the sets of claims that are accepted together, sorted."""
    found = standpoints(a_map, semantics, **options)
    return sorted(
        sorted(n for n, label in one.claims.items() if label is Label.ACCEPTED) for one in found
    )


def assert_equal_to_brute_force(a_map: ArgumentMap, method: Method) -> int:
    """Compare with what the definition gives; return how many complete labellings there are."""
    program = Program(a_map)
    least = program.labels(*program.grounded())
    assert {k: v.label for k, v in evaluate(a_map).claims.items()}.items() <= least.items()
    complete = 0
    for semantics, defined in DEFINED.items():
        expected = [program.labels(*one) for one in defined(program)]
        complete = max(complete, len(expected))
        found = [labels_of(one) for one in standpoints(a_map, semantics, method=method)]
        assert len(found) == len(expected) == count_standpoints(a_map, semantics, method=method)
        assert as_set(found) == as_set(expected)
        answers = acceptance(a_map, semantics, method=method)
        assert answers.exists == bool(expected)
        for name, answer in {**answers.claims, **answers.arguments}.items():
            stands = [one[name] is Label.ACCEPTED for one in expected]
            assert answer.sceptical == (bool(stands) and all(stands))
            assert answer.credulous == any(stands)
        for name, answer in answers.claims.items():
            labels = {one[name] for one in expected}
            assert answer.shared == (labels.pop() if len(labels) == 1 else None), name
    return complete


def is_small(a_map: ArgumentMap) -> bool:
    """Return whether all labellings can be found by trying all that is in doubt."""
    program = Program(a_map)
    inside, possible = program.grounded()
    negated = {atom for rule in program.rules for atom in rule.unless}
    return len(negated & possible - inside) <= 11


@pytest.mark.property
def test_small_random_maps_have_the_standpoints_that_brute_force_finds(method: Method) -> None:
    several = 0
    for seed in range(share(600)):
        a_map = random_map(
            seed, claims=4 + seed % 2, arguments=5 + seed % 4, contradictions=0.25, plain=seed % 3
        )
        a_map = weighed_map(a_map, random.Random(seed)) if seed % 4 == 0 else a_map
        if is_small(a_map):
            several += assert_equal_to_brute_force(a_map, method) > 1
    assert several > share(600) // 5


@pytest.mark.property
def test_maps_full_of_circular_support_have_the_standpoints_that_brute_force_finds(
    method: Method,
) -> None:
    several = 0
    for seed in range(share(400)):
        a_map = random_map(
            seed, claims=4, arguments=9, attacks=0.35, contradictions=0.3, plain=True
        )
        if is_small(a_map):
            several += assert_equal_to_brute_force(a_map, method) > 1
    assert several > share(400) // 8


def dung_extensions(size: int, attacks: list[tuple[int, int]]) -> tuple[Any, ...]:
    """Return complete, preferred and stable extensions by the definitions of Dung (1995)."""
    attacked_by = {n: {a for a, b in attacks if b == n} for n in range(size)}
    complete = []
    for count in range(size + 1):
        for chosen in map(set, combinations(range(size), count)):
            beaten = {b for a, b in attacks if a in chosen}
            defended = {n for n in range(size) if attacked_by[n] <= beaten}
            if not chosen & beaten and defended == chosen:
                complete.append(chosen)
    preferred = [one for one in complete if not any(one < other for other in complete)]
    stable = [
        one for one in complete if one | {b for a, b in attacks if a in one} == set(range(size))
    ]
    return complete, preferred, stable


def test_claims_that_attack_each_other_have_the_extensions_of_dung(method: Method) -> None:
    for seed in range(300):
        dice = random.Random(seed)
        size = dice.randint(1, 7)
        attacks = sorted(
            {(dice.randrange(size), dice.randrange(size)) for _ in range(dice.randint(0, 12))}
        )
        a_map = framework(size, attacks)
        for semantics, expected in zip(DEFINED, dung_extensions(size, attacks), strict=True):
            names = sorted(sorted(f"c{n}" for n in one) for one in expected)
            assert accepted(a_map, semantics, method=method) == names


def test_what_all_and_some_standpoints_accept_is_what_their_list_shows(method: Method) -> None:
    """On maps too large for brute force, with linked attacks, supports and strengths."""
    disputed = 0
    for seed in range(60):
        a_map = random_map(
            seed, claims=16, arguments=24, attacks=0.6, on_arguments=0.1, contradictions=0.3
        )
        for semantics in (Semantics.PREFERRED, Semantics.STABLE):
            listed = [labels_of(one) for one in standpoints(a_map, semantics, method=method)]
            answers = acceptance(a_map, semantics, method=method)
            for name, answer in {**answers.claims, **answers.arguments}.items():
                stands = [one[name] is Label.ACCEPTED for one in listed]
                assert answer.sceptical == (bool(stands) and all(stands)), (seed, name)
                assert answer.credulous == any(stands), (seed, name)
                disputed += answer.credulous != answer.sceptical
    assert disputed > 200


def test_a_question_about_one_claim_has_the_answer_of_all(method: Method) -> None:
    shares = set()
    for seed in range(60):
        a_map = random_map(seed, claims=8, arguments=12, attacks=0.6, contradictions=0.3)
        for semantics in Semantics:
            answers = acceptance(a_map, semantics, method=method)
            listed = as_set(map(labels_of, standpoints(a_map, semantics, method=method)))
            for name, answer in answers.claims.items():
                found = acceptability(a_map, semantics, name, method=method)
                share = "all" if answer.sceptical else "some" if answer.credulous else "none"
                assert (found.share, found.exists) == (share, answers.exists), (seed, name)
                shares.add(share)
                if found.witness:
                    assert found.witness.claims[name] is Label.ACCEPTED
                if found.counter:
                    assert found.counter.claims[name] is not Label.ACCEPTED
                shown = [one for one in (found.witness, found.counter) if one]
                assert len(shown) == 2 * (share == "some")
                assert as_set(map(labels_of, shown)) <= listed, (seed, name)
    assert shares == {"all", "some", "none"}


def test_a_labelling_that_is_shown_is_one_of_the_whole_map(method: Method) -> None:
    apart = framework(7, [(0, 1), (1, 0), (2, 3), (3, 2), (3, 4), (4, 5), (5, 6), (6, 5)])
    for semantics in Semantics:
        listed = as_set(map(labels_of, standpoints(apart, semantics, method=method)))
        for name in apart.claims_by_id:
            found = acceptability(apart, semantics, name, method=method)
            shown = [one for one in (found.witness, found.counter) if one]
            assert as_set(map(labels_of, shown)) <= listed, (semantics, name)
            assert len(shown) == 2


@pytest.mark.parametrize(
    ("known", "exists", "accepted", "is_cut"),
    [
        ([Shares(False), Shares(is_cut=True)], False, (False, False), False),
        ([Shares(True, 1, 0, {1: True, 2: False}), Shares(is_cut=True)], None, (None, None), True),
        ([Shares(is_cut=True), Shares(is_cut=True)], None, (None, None), True),
        (
            [Shares(True, 1, 2, {1: True, 2: False}), Shares(True, 1, 2, {1: True, 2: False})],
            True,
            (True, True),
            False,
        ),
    ],
    ids=["none", "half known", "unknown", "known"],
)
def test_what_is_known_of_one_dispute_alone_is_not_said_of_the_whole(
    known: list[Shares],
    exists: bool | None,
    accepted: tuple[bool | None, ...],
    is_cut: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter(known)
    monkeypatch.setattr("argmap.evaluation.coherent.gathering.shares", lambda *_: next(answers))
    monkeypatch.setattr("argmap.evaluation.coherent.gathering.shared_labels", lambda *_: {})
    # Disputes that are alike are asked once, so one of these has a claim more.
    apart = framework(5, [(0, 1), (1, 0), (2, 3), (3, 2), (3, 4)])
    found = acceptance(apart, Semantics.STABLE)
    first = found.claims["c0"]
    assert (found.exists, found.is_cut) == (exists, is_cut)
    assert (first.sceptical, first.credulous) == accepted


def test_frameworks_with_many_standpoints_have_a_core_that_all_accept(method: Method) -> None:
    cores = 0
    for seed in range(15):
        dice = random.Random(seed)
        attacks = set()
        for node in range(2, 26):
            for other in dice.sample(range(node), 2):
                attacks.add((node, other) if dice.random() < 0.5 else (other, node))
                if dice.random() < 0.4:
                    attacks |= {(node, other), (other, node)}
        a_map = framework(26, sorted(attacks))
        listed = accepted(a_map, Semantics.PREFERRED, method=method)
        answers = acceptance(a_map, Semantics.PREFERRED, method=method).claims
        core = {name for name, answer in answers.items() if answer.sceptical}
        assert core == set.intersection(*map(set, listed)), seed
        grounded = accepted(a_map, Semantics.COMPLETE, method=method)
        cores += core > set.intersection(*map(set, grounded))
    assert cores > 2


def test_two_claims_that_attack_each_other_make_two_standpoints(method: Method) -> None:
    dilemma = framework(2, [(0, 1), (1, 0)])
    assert accepted(dilemma, Semantics.COMPLETE, method=method) == [[], ["c0"], ["c1"]]
    assert accepted(dilemma, Semantics.PREFERRED, method=method) == [["c0"], ["c1"]]
    assert accepted(dilemma, Semantics.STABLE, method=method) == [["c0"], ["c1"]]


def test_a_ring_of_three_attacks_has_no_stable_standpoint(method: Method) -> None:
    ring = framework(3, [(0, 1), (1, 2), (2, 0)])
    assert accepted(ring, Semantics.PREFERRED, method=method) == [[]]
    assert not acceptance(ring, Semantics.STABLE, method=method).exists


def test_what_supports_only_itself_is_out_in_every_standpoint(method: Method) -> None:
    a_map = ArgumentMap(
        claims("a", "b", "c", "d"),
        (
            support("ab", "a", "b"),
            support("ba", "b", "a"),
            attack("bc", "b", "c"),
            attack("cd", "c", "d"),
            attack("dc", "d", "c"),
        ),
    )
    for one in standpoints(a_map, Semantics.COMPLETE, method=method):
        assert one.claims["a"] is one.claims["b"] is Label.REJECTED


def test_a_circle_of_support_can_stand_where_something_outside_carries_it(method: Method) -> None:
    a_map = ArgumentMap(
        (*claims("a", "b", "c"), Claim("d", "The claim d holds.", contradicts=("c",))),
        (support("ab", "a", "b"), support("ba", "b", "a"), support("ca", "c", "a")),
    )
    assert accepted(a_map, Semantics.STABLE, method=method) == [["a", "b", "c"], ["d"]]


def test_equally_strong_arguments_make_two_camps(method: Method) -> None:
    tie = ArgumentMap(
        claims("thesis", "pro", "con"),
        (support("p", "pro", "thesis"), attack("c", "con", "thesis")),
    )
    found = list(standpoints(tie, Semantics.PREFERRED, method=method))
    assert sorted(one.claims["thesis"] for one in found) == [Label.ACCEPTED, Label.REJECTED]
    assert count_standpoints(tie, Semantics.COMPLETE, method=method) == 3


def test_what_follows_from_both_camps_is_accepted_in_all(method: Method) -> None:
    nixon = ArgumentMap(
        (
            *claims("extreme", "dove", "quaker", "republican"),
            Claim("hawk", "Nixon is a hawk.", contradicts=("dove",)),
        ),
        (
            support("x", "dove", "extreme"), support("y", "hawk", "extreme"),
            support("q", "quaker", "dove"), support("r", "republican", "hawk"),
        ),
    )  # fmt: skip
    assert len(accepted(nixon, Semantics.PREFERRED, method=method)) == 2
    answers = acceptance(nixon, Semantics.PREFERRED, method=method).claims
    assert answers["extreme"].sceptical
    assert answers["dove"].credulous
    assert not answers["dove"].sceptical


def test_only_a_claim_can_be_asked_about() -> None:
    for name in ("nobody", "a0"):
        with pytest.raises(KeyError):
            acceptability(framework(2, [(0, 1)]), Semantics.PREFERRED, name)


def test_accept_and_reject_decide_a_dilemma() -> None:
    dilemma = framework(2, [(0, 1), (1, 0)])
    assert accepted(dilemma, Semantics.STABLE, accept=["c1"]) == [["c1"]]
    assert accepted(dilemma, Semantics.STABLE, reject=["c1"]) == [["c0"]]


def test_an_open_claim_is_undecided_in_every_standpoint(method: Method) -> None:
    a_map = ArgumentMap(claims("a", status=Status.OPEN))
    assert accepted(a_map, Semantics.PREFERRED, method=method) == [[]]


def test_stable_standpoints_leave_open_what_is_open_and_what_hangs_on_it(method: Method) -> None:
    a_map = ArgumentMap(
        (*claims("a", status=Status.OPEN), *claims("b", "c", "d")),
        (support("ab", "a", "b"), attack("cd", "c", "d"), attack("dc", "d", "c")),
    )
    assert accepted(a_map, Semantics.STABLE, method=method) == [["c"], ["d"]]
    odd = replace(a_map, arguments=(*a_map.arguments, attack("bb", "b", "b")))
    assert accepted(odd, Semantics.STABLE, method=method) == [["c"], ["d"]]


def test_what_hangs_on_something_open_by_way_of_what_is_decided_may_not_stay_open(
    method: Method,
) -> None:
    # Where c stands m falls, so that z is left to speak against itself alone.
    a_map = written(
        "m o:open c d z",
        *("om: o -> m @weak", "cm: c -| m", "mz: m -| z", "zz: z -| z", "cd: c -| d", "dc: d -| c"),
    )
    assert accepted(a_map, Semantics.PREFERRED, method=method) == [["c"], ["d"]]
    assert accepted(a_map, Semantics.STABLE, method=method) == [["d"]]


def test_disputes_that_are_apart_are_counted_apart_and_listed_lazily() -> None:
    pairs = [edge for n in range(0, 80, 2) for edge in ((n, n + 1), (n + 1, n))]
    a_map = framework(80, pairs)
    assert count_standpoints(a_map, Semantics.PREFERRED) == 2**40
    assert len(list(standpoints(a_map, Semantics.PREFERRED, limit=3))) == 3
    answers = acceptance(a_map, Semantics.STABLE)
    assert all(one.credulous and not one.sceptical for one in answers.claims.values())


def test_counting_ends_at_a_dispute_that_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    own, asked = Undecided.source, []

    def source(*those: Any) -> Any:
        asked.append(those)
        return own(*those)

    monkeypatch.setattr(Undecided, "source", source)
    apart = framework(5, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 3)])
    assert count_standpoints(apart, Semantics.STABLE) == 0
    assert len(asked) == 1


def test_large_disputes_go_to_the_solver_and_are_the_same_there() -> None:
    require_solver()
    ring = [(n, (n + 1) % 120) for n in range(120)]
    evens, odds = ([f"c{n}" for n in range(start, 120, 2)] for start in (0, 1))
    assert accepted(framework(120, ring), Semantics.STABLE) == sorted([sorted(evens), sorted(odds)])


def test_a_missing_solver_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    ring = framework(120, [(n, (n + 1) % 120) for n in range(120)])
    with pytest.raises(MissingExtraError, match=r"argmap\[sat\]"):
        acceptance(ring, Semantics.STABLE)


def test_a_hundred_claims_and_steps_need_no_solver_and_one_more_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    semantics = Semantics.PREFERRED
    found = Undecided(framework(1, []), semantics, (), (), None, ENDLESS, "auto")

    def dispute(size: int) -> Dispute:
        return Dispute(tuple(range(size)), ((Rule(()),),) * size)

    assert isinstance(found.finder(dispute(100), semantics), Search)
    with pytest.raises(MissingExtraError):
        found.finder(dispute(101), semantics)


def test_middling_disputes_need_no_solver_but_use_one_that_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    require_solver()
    ring = framework(60, [(n, (n + 1) % 60) for n in range(60)])
    with_solver = accepted(ring, Semantics.PREFERRED)
    asked = []

    def search(*_: Any, **__: Any) -> None:
        asked.append(1)
        raise ZeroDivisionError

    monkeypatch.setattr("argmap.evaluation.coherent.undecided.SatSearch", search)
    with pytest.raises(ZeroDivisionError):
        accepted(ring, Semantics.PREFERRED)
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    assert accepted(ring, Semantics.PREFERRED) == with_solver
    assert asked == [1]


def test_a_search_ends_with_its_time(method: Method) -> None:
    dilemma = framework(2, [(0, 1), (1, 0)])
    with pytest.raises(EvaluationLimitError, match="0 seconds"):
        list(standpoints(dilemma, Semantics.COMPLETE, seconds=0, method=method))


def test_a_chain_of_ten_thousand_claims_needs_no_recursion() -> None:
    require_solver()
    length = 10_000
    chain = [(0, 1), (1, 0), *((n, n + 1) for n in range(1, length - 1))]
    assert count_standpoints(framework(length, chain), Semantics.STABLE) == 2


def test_standpoints_come_in_the_same_order_every_time(method: Method) -> None:
    a_map = framework(6, [(0, 1), (1, 0), (2, 3), (3, 2), (1, 2), (4, 5), (5, 4)])
    once, again = (
        [labels_of(one) for one in standpoints(a_map, Semantics.COMPLETE, method=method)]
        for _ in range(2)
    )
    assert once == again
    assert len(once) > 4


def test_choices_read_no_further_than_they_must() -> None:
    read = []

    def source(name: str) -> Iterator[tuple[str, int]]:
        for n in range(3):
            read.append((name, n))
            yield name, n

    assert list(islice(choices([source("a"), source("b")]), 2)) == [
        (("a", 0), ("b", 0)),
        (("a", 0), ("b", 1)),
    ]
    assert ("a", 1) not in read
    several = ["ab", "c", "def", "gh"]
    assert list(choices([iter(one) for one in several])) == list(product(*several))
    assert list(choices([])) == [()]
    assert not list(choices([source("a"), iter(())]))

from itertools import combinations

import pytest

from argmap.evaluation.hanging import hangs_on, least_change
from argmap.evaluation.labelling import evaluate
from argmap.model import Argument, ArgumentMap, Claim, Label, Status
from argmap.pipeline import loads
from tests.evaluation.random_maps import random_map

ACCEPTED, REJECTED = Label.ACCEPTED, Label.REJECTED
TREE = """\
argmap: 1
thesis:
  id: plant
  text: We should plant a tree.
  arguments:
    - {id: shade, text: It gives shade.}
    - premises:
        - {id: birds, text: Birds would come.}
        - {id: welcome, text: We welcome birds.}
  rebuttals:
    - id: roots
      text: Its roots lift the pavement.
      rebuttals:
        - {id: downwards, text: They grow downwards.}
"""


def given_claims(a_map):
    supported = {a.target for a in a_map.arguments if a.polarity == "support"}
    return [
        claim.id
        for claim in a_map.claims
        if claim.status is Status.ASSUMED or (claim.status is None and claim.id not in supported)
    ]


def label_of(a_map, name, **question):
    return evaluate(a_map, **question).verdict(name).label


def smallest_by_trying_all(a_map, name):
    found = []
    given = given_claims(a_map)
    for size in range(1, len(given) + 1):
        for chosen in combinations(given, size):
            if any(set(one) <= set(chosen) for one in found):
                continue
            if label_of(a_map, name, reject=chosen) is not ACCEPTED:
                found.append(chosen)
    return {frozenset(one) for one in found}


@pytest.mark.parametrize("start", range(0, 240, 40))
def test_the_sets_are_those_found_by_trying_all(start):
    compared = 0
    for seed in range(start, start + 40):
        a_map = random_map(seed, claims=6, arguments=9, attacks=0.35)
        for name in (*a_map.claims_by_id, *a_map.arguments_by_id):
            found = hangs_on(a_map, name)
            assert found.is_complete
            if label_of(a_map, name) is not ACCEPTED:
                assert found.sets == ()
                continue
            wanted = smallest_by_trying_all(a_map, name)
            assert {frozenset(one) for one in found.sets} == wanted, (seed, name)
            compared += len(wanted)
    assert compared > 20


def test_independent_arguments_must_all_be_taken_away():
    found = hangs_on(loads(TREE), "plant")
    assert found.sets == (("downwards",), ("shade", "birds"), ("shade", "welcome"))
    assert (found.id, found.is_complete) == ("plant", True)


def test_what_is_given_hangs_on_itself():
    assert hangs_on(loads(TREE), "shade").sets == (("shade",),)


def test_the_budget_is_kept_and_said():
    found = hangs_on(loads(TREE), "plant", most_labellings=3)
    assert (found.labellings, found.is_complete) == (3, False)
    assert set(found.sets) < {("downwards",), ("shade", "birds"), ("shade", "welcome")}


def test_rejections_that_help_are_not_forgotten():
    # Without the doubt, the thesis has one argument more, which then has to fall as well.
    a_map = loads(
        "{argmap: 1, thesis: {id: t, text: T., arguments: [{id: p, text: P.}, {id: q, text: Q.,"
        " rebuttals: [{id: doubt, text: D.}]}]}}"
    )
    assert hangs_on(a_map, "t").sets == (("p",),)
    found = hangs_on(a_map, "t")
    assert (found.is_complete, found.labellings) == (True, 2)


def test_a_large_map_is_asked_without_labelling_it_again_and_again():
    names = [f"c{n}" for n in range(3000)]
    chain = zip(names[1:], names, strict=False)
    arguments = tuple(Argument(f"a{target}", (name,), target) for name, target in chain)
    rivals = tuple(Argument(f"r{n}", (f"s{n}",), f"c{n}") for n in range(0, 3000, 3))
    claims = (*names, *(rival.premises[0] for rival in rivals))
    a_map = ArgumentMap(tuple(Claim(name, name) for name in claims), (*arguments, *rivals))
    found = hangs_on(a_map, "c2998", most_labellings=10)
    assert found.sets == (("c2999",),)
    found = hangs_on(a_map, "c2996", most_labellings=10)
    assert found.sets == (("c2999", "s2997"),)
    assert found.is_complete


def test_a_budget_that_is_spent_on_branches_is_owned_up_to():
    """Each claim has two arguments, so that all the leaves have to fall: too many to find."""
    names = [f"c{n}" for n in range(511)]
    arguments = tuple(
        Argument(f"a{n}", (names[n],), names[(n - 1) // 2]) for n in range(1, len(names))
    )
    a_map = ArgumentMap(tuple(Claim(name, name) for name in names), arguments)
    found = hangs_on(a_map, "c0", most_labellings=60)
    assert found.sets == ()
    assert not found.is_complete


def changes_of_others(a_map, name):
    """Yield what may be changed so that something stands, as pairs of a claim and a label."""
    given = given_claims(a_map)
    for other in a_map.claims:
        if other.id != name:
            yield from ((other.id, how) for how in (ACCEPTED, REJECTED)[: 1 + (other.id in given)])


def stands_after(a_map, name, changes):
    accept = [one for one, label in changes if label is ACCEPTED]
    reject = [one for one, label in changes if label is REJECTED]
    return label_of(a_map, name, accept=accept, reject=reject) is ACCEPTED


def fewest_by_trying_all(a_map, name):
    """Return how many changes of other claims make it stand: 1, 2, or 0 where neither will do."""
    moves = list(changes_of_others(a_map, name))
    for size in (1, 2):
        for chosen in combinations(moves, size):
            apart = len({one for one, _ in chosen}) == size
            if apart and stands_after(a_map, name, chosen):
                return size
    return 0


@pytest.mark.parametrize("seed", range(60))
def test_the_least_change_turns_the_verdict_and_no_smaller_one_does(seed):
    a_map = random_map(seed, claims=6, arguments=9, attacks=0.35)
    for name in (*a_map.claims_by_id, *a_map.arguments_by_id):
        found = least_change(a_map, name)
        was = label_of(a_map, name) is ACCEPTED
        assert found.is_complete
        if was:
            assert not (found.changes and stands_after(a_map, name, found.changes))
            continue
        assert len(found.changes) == fewest_by_trying_all(a_map, name)
        assert not found.changes or stands_after(a_map, name, found.changes)
        assert name not in dict(found.changes)


def test_a_rebuttal_that_would_rise_when_another_falls_is_not_forgotten():
    a_map = loads(
        "{argmap: 1, thesis: {id: t, text: T., rebuttals: [{id: a, text: A.},"
        " {id: b, text: B., rebuttals: [ref: a]}]}}"
    )
    assert least_change(a_map, "t").changes == (("a", REJECTED), ("b", REJECTED))


def test_an_argument_hangs_on_its_premises_and_on_what_saves_its_step():
    a_map = loads(
        "{argmap: 1, thesis: {id: t, text: T., arguments: [{id: why, premises: [{id: p, text: P.}],"
        " rebuttals: [{id: u, text: U., rebuttals: [{id: v, text: V.}]}]}]}}"
    )
    assert hangs_on(a_map, "why").sets == (("p",), ("v",))
    assert least_change(a_map, "why.1").changes == (("v", REJECTED),)
    with pytest.raises(KeyError):
        hangs_on(a_map, "nobody")


def test_a_rebutted_claim_is_saved_by_taking_the_rebuttal_away():
    assert least_change(loads(TREE), "roots").changes == (("downwards", REJECTED),)
    assert least_change(loads(TREE), "plant").changes == (("downwards", REJECTED),)


def test_the_search_ends_with_its_time_and_says_so():
    a_map = loads(TREE)
    for ask in (hangs_on, least_change):
        late = ask(a_map, "plant", seconds=0)
        assert (late.is_complete, late.out_of_time) == (False, True)
        assert late.labellings <= 2
    assert hangs_on(a_map, "plant", seconds=60) == hangs_on(a_map, "plant")
    assert hangs_on(a_map, "plant", most_labellings=2).out_of_time is False

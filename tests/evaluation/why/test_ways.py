"""The smallest ways to turn a verdict, beside trying all changes."""

import random
from itertools import combinations
from typing import Any

import pytest

from argmap.errors import ConfigurationError
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation
from argmap.evaluation.why.ways import Ways, ways_to_turn
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity, Status
from argmap.pipeline import loads
from argmap.weighing import Home, Standing
from tests.evaluation.grounded.test_labelling import written
from tests.evaluation.random_maps import random_map, weighed_map

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


def changes_of(found: Ways) -> list[tuple[Any, ...]]:
    return [way.changes for way in found.ways]


def evaluated(
    a_map: ArgumentMap, changes: tuple[Any, ...], audience: str | None = None
) -> Evaluation | None:
    """Return the evaluation after changes; None where they contradict each other."""
    accept = [one for one, label in changes if label is ACCEPTED]
    reject = [one for one, label in changes if label is REJECTED]
    try:
        return evaluate(a_map, accept=accept, reject=reject, audience=audience)
    except ConfigurationError:
        return None


def ways_by_trying_all(
    a_map: ArgumentMap, name: str, sizes: tuple[int, int], audience: str | None = None
) -> set[frozenset[tuple[str, Label]]]:
    """Return the smallest sets of changes that turn a verdict, as sets, by trying all of a size."""
    was = evaluate(a_map, audience=audience).verdict(name).label is ACCEPTED
    fixed = (Status.CERTAIN, Status.REJECTED)
    nodes = [one.id for one in a_map.claims if one.home or one.status not in fixed]
    nodes = [one for one in (*nodes, *a_map.arguments_by_id) if one != name]
    moves = [(one, label) for one in nodes for label in (ACCEPTED, REJECTED)]
    for size in sizes:
        found = set()
        for chosen in combinations(moves, size):
            after = len(dict(chosen)) == size and evaluated(a_map, chosen, audience)
            if after and (after.verdict(name).label is ACCEPTED) != was:
                found.add(frozenset(chosen))
        if found:
            return found
    return set()


@pytest.mark.parametrize("start", range(0, 120, 20))
def test_the_ways_are_those_found_by_trying_all(start: int) -> None:
    sizes = []
    for seed in range(start, start + 20):
        dice = random.Random(seed)
        a_map = random_map(seed, claims=4, arguments=5, attacks=0.4, contradictions=0.2)
        a_map = weighed_map(a_map, dice) if seed % 3 == 0 else a_map
        audience = "readers" if seed % 6 == 0 else None
        evaluation = evaluate(a_map, audience=audience)
        for name in dice.sample([*a_map.claims_by_id, *a_map.arguments_by_id], 4):
            found = ways_to_turn(a_map, name, audience=audience)
            wanted = ways_by_trying_all(a_map, name, (1, 2), audience)
            assert found.stands == (evaluation.verdict(name).label is ACCEPTED)
            assert found.is_complete
            if wanted or (found.ways and len(found.ways[0].changes) < 3):
                assert {frozenset(way.changes) for way in found.ways} == wanted, (seed, name)
                assert len(found.ways) == len(wanted)
                sizes.append(len(found.ways[0].changes))
            for way in found.ways:
                after = evaluated(a_map, way.changes, audience).verdict(name)
                assert (after.label, after.standing) == (way.after.label, way.after.standing)
    assert sizes.count(1) > 10


def test_pairs_are_found_where_no_single_change_will_do() -> None:
    a_map = loads(TREE)
    (first, *_) = changes_of(ways_to_turn(a_map, "plant"))
    assert len(first) == 1
    two = loads("{argmap: 1, thesis: {id: t, text: T., arguments: [{id: a, text: A.}, B.]}}")
    found = ways_to_turn(two, "t")
    assert (("a", REJECTED), ("b", REJECTED)) in changes_of(found)
    assert {len(changes) for changes in changes_of(found)} == {2}
    assert len(found.ways) == 4
    # One that fell short tells what falls short like it, at each size.
    assert found.labellings == 2 + len(found.ways)


def test_a_way_may_lead_through_a_step() -> None:
    access = loads(
        "{argmap: 1, claims: [{id: s, text: S., status: certain},"
        " {id: p, text: P., status: certain},"
        " {id: m, text: M., arguments: [{strength: weak, premises: [ref: s]}]},"
        " {id: d, text: D., contradicts: a, arguments: [{strength: strong, premises: [ref: m]}]},"
        " {id: a, text: A., arguments: [{premises: [ref: p]}]}]}"
    )
    found = ways_to_turn(access, "a")
    assert (("m.1", REJECTED),) in changes_of(found)
    assert (("d.1", REJECTED),) in changes_of(found)
    assert {way.after.standing for way in found.ways} == {Standing.STANDS}


def test_each_way_says_what_becomes_of_the_claim() -> None:
    found = ways_to_turn(loads(TREE), "roots")
    assert [(way.changes, way.after.standing) for way in found.ways] == [
        ((("downwards", REJECTED),), Standing.STANDS),
        ((("roots.1", REJECTED),), Standing.STANDS),
    ]
    single = loads("{argmap: 1, thesis: {id: t, text: T., premises: [{id: p, text: P.}]}}")
    assert [way.after.standing for way in ways_to_turn(single, "t").ways] == [
        *(Standing.NOT_SHOWN, Standing.NOT_SHOWN),
    ]


def test_ways_come_in_reading_order_what_falls_before_what_stands() -> None:
    a_map = written(
        "t b:open e g",
        *("x: b -> t @strong", "z: g -> t @weak", "w: b -> e", "v: e -| t"),
    )
    changes = changes_of(ways_to_turn(a_map, "t"))
    nodes = [*a_map.claims_by_id, *a_map.arguments_by_id]
    keys = [[(nodes.index(one), label is ACCEPTED) for one, label in way] for way in changes]
    assert keys == sorted(keys)
    assert keys[:2] == [[(1, False)], [(1, True)]]


def test_what_the_author_has_settled_is_left_alone() -> None:
    fixed = loads("{argmap: 1, thesis: {id: t, text: T., status: rejected, premises: [P.]}}")
    found = ways_to_turn(fixed, "t")
    assert (found.ways, found.can_turn, found.is_complete) == ((), False, True)


@pytest.mark.parametrize("verdict", Standing)
def test_what_is_argued_in_another_map_may_be_otherwise_there(verdict: Standing) -> None:
    home = Home("tax.yaml", verdict)
    for polarity in Polarity:
        a_map = ArgumentMap(
            (Claim("t", "T."), Claim("s", "S.", home=home)),
            (Argument("t.1", ("s",), "t", polarity),),
            ("t",),
        )
        found = ways_to_turn(a_map, "t")
        wanted = ways_by_trying_all(a_map, "t", (1, 2))
        assert {frozenset(way.changes) for way in found.ways} == wanted
        assert found.is_complete
        assert any(one == "s" for way in found.ways for one, _ in way.changes)
        # What is asked about itself is argued there, and nothing here turns it.
        assert ways_to_turn(a_map, "s").ways == ()


def test_the_budget_is_kept_and_said() -> None:
    found = ways_to_turn(loads(TREE), "plant", most_labellings=2)
    assert not found.is_complete
    assert found.labellings == 2
    assert found.tried == 0


def test_without_time_nothing_is_tried_and_that_is_said() -> None:
    found = ways_to_turn(loads(TREE), "plant", seconds=-1)
    assert (found.ways, found.tried, found.labellings) == ((), 0, 1)
    assert found.out_of_time is True
    assert not found.is_complete
    assert ways_to_turn(loads(TREE), "plant", seconds=1000).out_of_time is False


def test_more_than_a_thousand_ways_are_not_listed() -> None:
    names = [f"c{n}" for n in range(60)]
    arguments = tuple(
        Argument(f"a{n}", (name,), "t", Polarity.SUPPORT) for n, name in enumerate(names[:2])
    )
    chains = tuple(Argument(f"b{n}", (names[n + 2],), names[n]) for n in range(58))
    a_map = ArgumentMap(
        (Claim("t", "t"), *(Claim(name, name) for name in names)), (*arguments, *chains)
    )
    found = ways_to_turn(a_map, "t", most_labellings=20_000)
    assert found.has_more
    assert len(found.ways) == 1000
    assert found.labellings < 1100


def test_a_large_map_is_asked_in_little_time() -> None:
    chain = [f"c{n}" for n in range(3000)]
    arguments = tuple(
        Argument(f"a{n}", (chain[n + 1],), chain[n], Polarity.ATTACK) for n in range(2)
    )
    others = tuple(Argument(f"b{n}", (chain[n + 1],), chain[n]) for n in range(2, 2999))
    a_map = ArgumentMap(tuple(Claim(name, name) for name in chain), (*arguments, *others))
    found = ways_to_turn(a_map, "c1", most_labellings=50)
    assert found.labellings <= 50


def test_nobody_is_asked_about() -> None:
    with pytest.raises(KeyError):
        ways_to_turn(loads(TREE), "nobody")

"""The labelling, held to its definition, to Dung's extension, and to the rules one by one."""

import gc
import random
from dataclasses import replace
from graphlib import TopologicalSorter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ConfigurationError
from argmap.evaluation.labelling import evaluate
from argmap.evaluation.verdicts import ReasonKind
from argmap.model import STRENGTHS, Argument, ArgumentMap, Claim, Label, Polarity, Status
from tests.evaluation.naive import naive_labels
from tests.evaluation.random_maps import random_map
from tests.strategies import argument_maps

ACCEPTED, REJECTED, UNDECIDED = Label.ACCEPTED, Label.REJECTED, Label.UNDECIDED
SUPPORT, ATTACK = Polarity.SUPPORT, Polarity.ATTACK
WORTH = {REJECTED: 0, UNDECIDED: 1, ACCEPTED: 2}
MAPS = 2400
SHAPES = (
    {},
    {"attacks": 0.15, "arguments": 12},
    {"attacks": 0.8, "arguments": 14},
    {"on_arguments": 0.6, "arguments": 14},
    {"contradictions": 0.5},
    {"plain": True, "arguments": 13},
    {"claims": 4, "arguments": 14},
    {"claims": 14, "arguments": 22, "attacks": 0.3},
)


def shaped_map(seed):
    return random_map(seed, **SHAPES[seed % len(SHAPES)])


def labels_of(evaluation):
    both = {**evaluation.claims, **evaluation.arguments}
    return {name: verdict.label for name, verdict in both.items()}


def overrides(a_map, dice, *, share=0.12):
    """Return some ids of claims and arguments to accept, and others to reject."""
    names = [*a_map.claims_by_id, *a_map.arguments_by_id]
    drawn = [name for name in names if dice.random() < share]
    half = dice.randint(0, len(drawn))
    dice.shuffle(drawn)
    return drawn[:half], drawn[half:]


def written(claims, *arguments):
    """Return a map: `a b:open c>d` are claims (`>` contradicts), `x: p + q -> t @strong` arguments.

    `->` supports and `-|` attacks.
    """
    made = []
    for word in claims.split():
        name, _, other = word.partition(">")
        name, _, status = name.partition(":")
        contradicts = (other,) if other else ()
        made.append(
            Claim(name, name, status=Status(status) if status else None, contradicts=contradicts)
        )
    joined = []
    for line in arguments:
        name, rest = line.split(": ")
        rest, _, strength = rest.partition(" @")
        polarity, mark = (SUPPORT, " -> ") if " -> " in rest else (ATTACK, " -| ")
        premises, target = rest.split(mark)
        strong = STRENGTHS[strength] if strength else None
        joined.append(
            Argument(name, tuple(premises.split(" + ")), target, polarity, strength=strong)
        )
    return ArgumentMap(tuple(made), tuple(joined))


def test_random_maps_are_labelled_as_the_definition_says():
    seen = dict.fromkeys(Label, 0)
    for seed in range(MAPS):
        a_map = shaped_map(seed)
        found = labels_of(evaluate(a_map))
        assert found == naive_labels(a_map), seed
        for label in found.values():
            seen[label] += 1
    assert min(seen.values()) > MAPS


def test_overridden_maps_are_labelled_as_the_definition_says():
    changed = 0
    for seed in range(MAPS, MAPS + 800):
        a_map, dice = shaped_map(seed), random.Random(seed)
        accept, reject = overrides(a_map, dice)
        found = labels_of(evaluate(a_map, accept=accept, reject=reject))
        assert found == naive_labels(a_map, accept, reject), (seed, accept, reject)
        changed += found != labels_of(evaluate(a_map))
    assert changed > 300


@settings(max_examples=80, deadline=None)
@given(argument_maps(), st.randoms(use_true_random=False))
def test_any_map_is_labelled_as_the_definition_says(a_map, dice):
    accept, reject = overrides(a_map, dice)
    assert labels_of(evaluate(a_map)) == naive_labels(a_map)
    found = labels_of(evaluate(a_map, accept=accept, reject=reject))
    assert found == naive_labels(a_map, accept, reject)


def test_the_order_of_claims_and_arguments_does_not_matter():
    moved = 0
    for seed in range(400):
        a_map, dice = shaped_map(seed), random.Random(seed)
        claims, arguments = list(a_map.claims), list(a_map.arguments)
        dice.shuffle(claims)
        dice.shuffle(arguments)
        shuffled = replace(a_map, claims=tuple(claims), arguments=tuple(arguments))
        moved += (shuffled.claims, shuffled.arguments) != (a_map.claims, a_map.arguments)
        assert labels_of(evaluate(shuffled)) == labels_of(evaluate(a_map)), seed
    assert moved > 300


def grounded_extension(nodes, attacks):
    """Return the least fixed point of Dung's characteristic function: what a set defends."""
    extension = set()
    while True:
        beaten = {target for source, target in attacks if source in extension}
        defended = {
            node for node in nodes if all(a in beaten for a, target in attacks if target == node)
        }
        if defended == extension:
            return extension, beaten
        extension = defended


def test_claims_that_attack_each_other_have_the_grounded_extension():
    kinds = set()
    for seed in range(400):
        dice = random.Random(seed)
        nodes = [f"c{n}" for n in range(dice.randint(1, 10))]
        pairs = {(dice.choice(nodes), dice.choice(nodes)) for _ in range(dice.randint(0, 14))}
        mutual = {(dice.choice(nodes), dice.choice(nodes)) for _ in range(seed % 3)}
        claims = tuple(
            Claim(node, node, contradicts=tuple(b for a, b in sorted(mutual) if a == node))
            for node in nodes
        )
        arguments = tuple(
            Argument(f"a{n}", (source,), target, ATTACK)
            for n, (source, target) in enumerate(sorted(pairs))
        )
        inside, outside = grounded_extension(nodes, pairs | mutual | {(b, a) for a, b in mutual})
        for name, verdict in evaluate(ArgumentMap(claims, arguments)).claims.items():
            wanted = ACCEPTED if name in inside else REJECTED if name in outside else UNDECIDED
            assert verdict.label is wanted, (seed, name)
            kinds.add(wanted)
    assert kinds == set(Label)


def reached_by_support(a_map):
    """Return the claims that something given supports in the end, attacks left aside."""
    supported = {a.target for a in a_map.arguments if a.polarity is SUPPORT}
    found = {
        claim.id
        for claim in a_map.claims
        if claim.id not in supported or claim.status in (Status.ASSUMED, Status.CERTAIN)
    }
    while True:
        more = found | {
            a.target
            for a in a_map.arguments
            if a.polarity is SUPPORT
            and a.target in a_map.claims_by_id
            and found.issuperset(a.premises)
        }
        if more == found:
            return found
        found = more


def test_a_circle_of_support_without_ground_outside_of_it_is_out():
    circles = 0
    for seed in range(1500):
        a_map = random_map(seed, claims=6, arguments=11, attacks=0.2, on_arguments=0.1)
        hollow = set(a_map.claims_by_id) - reached_by_support(a_map)
        circles += bool(hollow)
        verdicts = evaluate(a_map).claims
        assert all(verdicts[name].label is REJECTED for name in hollow), seed
    assert circles > 100


def test_an_attack_more_never_makes_its_target_better_off():
    worse = 0
    for seed in range(1000):
        a_map, dice = shaped_map(seed), random.Random(seed)
        target = dice.choice([*a_map.claims_by_id, *a_map.arguments_by_id])
        premises = tuple(dice.choices(list(a_map.claims_by_id), k=dice.choice((1, 1, 2))))
        strength = dice.choice((0.25, None, 1.0))
        attack = Argument("more", premises, target, ATTACK, strength=strength)
        before = evaluate(a_map).verdict(target).label
        after = evaluate(replace(a_map, arguments=(*a_map.arguments, attack))).verdict(target).label
        assert WORTH[after] <= WORTH[before], (seed, target)
        worse += WORTH[after] < WORTH[before]
    assert worse > 100


def follows_truthfully(a_map, evaluation, name, rejected):
    """Assert that the reason for a verdict is one, by the labels of what it names."""
    verdict = evaluation.verdict(name)
    kind, because = verdict.reason.kind, verdict.reason.because
    named = {evaluation.verdict(one).label for one in because}
    claim, argument = a_map.claims_by_id.get(name), a_map.arguments_by_id.get(name)
    bearing = a_map.arguments_on(name)
    for_ = {a.id for a in bearing if a.polarity is SUPPORT}
    against = {a.id for a in bearing if a.polarity is ATTACK}
    if claim:
        against |= {c.id for c in a_map.claims if name in c.contradicts} | set(claim.contradicts)
    label, places = {
        ReasonKind.STANDS: (ACCEPTED, for_ | set(argument.premises if argument else ())),
        ReasonKind.GRANTED: (ACCEPTED, set()),
        ReasonKind.DEFEATED: (REJECTED, against),
        ReasonKind.UNDERCUT: (REJECTED, against),
        ReasonKind.UNSUPPORTED: (REJECTED, for_),
        ReasonKind.CIRCULAR: (REJECTED, for_),
        ReasonKind.REJECTED: (REJECTED, set()),
        ReasonKind.PREMISE_FELL: (REJECTED, set(argument.premises if argument else ())),
        ReasonKind.CONTESTED: (UNDECIDED, against),
        ReasonKind.UNSETTLED: (UNDECIDED, for_ | set(argument.premises if argument else ())),
        ReasonKind.OPEN: (UNDECIDED, set()),
    }[kind]
    assert verdict.label is label
    assert set(because) <= places
    assert len(set(because)) == len(because)
    if kind in (ReasonKind.STANDS, ReasonKind.DEFEATED, ReasonKind.UNDERCUT):
        assert named <= {ACCEPTED}
    if kind in (ReasonKind.UNSUPPORTED, ReasonKind.CIRCULAR, ReasonKind.PREMISE_FELL):
        assert named == {REJECTED}
    if kind is ReasonKind.UNSETTLED:
        assert named == {UNDECIDED}
    if kind is ReasonKind.CONTESTED:
        assert because
        assert REJECTED not in named
    if kind in (ReasonKind.DEFEATED, ReasonKind.UNDERCUT):
        assert because
    if kind is ReasonKind.UNSUPPORTED:
        assert set(because) == for_
    if kind in (ReasonKind.UNSUPPORTED, ReasonKind.CIRCULAR):
        assert {evaluation.verdict(one).label for one in for_} == {REJECTED}
    if kind is ReasonKind.STANDS and argument:
        assert set(argument.premises) <= set(because)
    if kind is ReasonKind.REJECTED:
        assert name in rejected or (claim and claim.status is Status.REJECTED)
    if kind is ReasonKind.OPEN:
        assert claim
        assert claim.status is Status.OPEN


def test_reasons_are_true():
    seen = dict.fromkeys(ReasonKind, 0)
    for seed in range(1000):
        a_map, dice = shaped_map(seed), random.Random(seed)
        accept, reject = overrides(a_map, dice) if seed % 2 else ((), ())
        evaluation = evaluate(a_map, accept=accept, reject=reject)
        for name in labels_of(evaluation):
            follows_truthfully(a_map, evaluation, name, reject)
            seen[evaluation.verdict(name).reason.kind] += 1
    assert min(seen.values()) >= 20


def test_the_first_reasons_never_go_in_a_circle():
    every = {ReasonKind.UNSUPPORTED, ReasonKind.PREMISE_FELL}
    first = {ReasonKind.STANDS, ReasonKind.DEFEATED, ReasonKind.UNDERCUT}
    followed = 0
    for seed in range(800):
        a_map = shaped_map(seed)
        evaluation = evaluate(a_map)
        rests_on = {}
        for name in labels_of(evaluation):
            reason, argument = evaluation.verdict(name).reason, a_map.arguments_by_id.get(name)
            if reason.kind in every or (argument and reason.kind is ReasonKind.STANDS):
                rests_on[name] = reason.because
            elif reason.kind in first:
                rests_on[name] = reason.because[:1]
        # Raises CycleError where there is a circle.
        TopologicalSorter(rests_on).prepare()
        followed += len(rests_on)
    assert followed > 800


K = ReasonKind
CASES = {
    "what nothing speaks against stands": (written("a"), "a", K.STANDS, ()),
    "an argument carries its claim": (written("a b", "x: b -> a"), "a", K.STANDS, ("x",)),
    "an argument stands by all its premises": (
        written("a b c", "x: b + c -> a"), "x", K.STANDS, ("b", "c"),
    ),
    "one fallen premise is enough": (
        written("a b c:rejected", "x: b + c -> a"), "x", K.PREMISE_FELL, ("c",),
    ),
    "a claim falls with all arguments for it": (
        written("a b:rejected c:rejected", "x: b -> a", "y: c -> a"),
        "a", K.UNSUPPORTED, ("x", "y"),
    ),
    "any attack defeats what is given": (
        written("a b", "x: b -| a @weak"), "a", K.DEFEATED, ("x",),
    ),
    "an attack defeats what is assumed": (
        written("a:assumed b", "x: b -| a @weak"), "a", K.DEFEATED, ("x",),
    ),
    "what is assumed needs none of its arguments": (
        written("a:assumed b:rejected", "x: b -> a"), "a", K.STANDS, (),
    ),
    "nothing defeats what is certain": (
        written("a:certain b", "x: b -| a @decisive"), "a", K.GRANTED, (),
    ),
    "open without arguments": (written("a:open"), "a", K.OPEN, ()),
    "an argument settles what is open": (written("a:open b", "x: b -> a"), "a", K.STANDS, ("x",)),
    "an attack settles what is open": (
        written("a:open b", "x: b -| a"), "a", K.DEFEATED, ("x",),
    ),
    "what rests on an open claim is unsettled": (
        written("a b:open", "x: b -> a"), "a", K.UNSETTLED, ("x",),
    ),
    "an argument from an open claim is unsettled": (
        written("a b:open", "x: b -> a"), "x", K.UNSETTLED, ("b",),
    ),
    "an attack from an open claim leaves doubt": (
        written("a b:open", "x: b -| a"), "a", K.CONTESTED, ("x",),
    ),
    "the author rejects": (written("a:rejected b", "x: b -> a"), "a", K.REJECTED, ()),
    "given claims that contradict each other": (written("a>b b"), "b", K.CONTESTED, ("a",)),
    "an argument decides a contradiction": (
        written("a>b b c", "x: c -> b @strong"), "a", K.DEFEATED, ("b",),
    ),
    "stronger than a contradiction": (
        written("a>b b c", "x: c -> b @strong"), "b", K.STANDS, ("x",),
    ),
    "equals leave a claim undecided": (
        written("a b c", "x: b -> a", "y: c -| a"), "a", K.CONTESTED, ("y",),
    ),
    "stronger support beats weaker attack": (
        written("a b c", "x: b -> a @strong", "y: c -| a"), "a", K.STANDS, ("x",),
    ),
    "stronger attack beats weaker support": (
        written("a b c", "x: b -> a", "y: c -| a @strong"), "a", K.DEFEATED, ("y",),
    ),
    "an undercut takes the step": (
        written("a b c", "x: b -> a", "y: c -| x @weak"), "x", K.UNDERCUT, ("y",),
    ),
    "backing saves the step": (
        written("a b c d", "x: b -> a", "y: c -| x", "z: d -> x @strong"),
        "x", K.STANDS, ("b", "z"),
    ),
    "weak backing does not save it": (
        written("a b c d", "x: b -> a", "y: c -| x", "z: d -> x @weak"), "x", K.UNDERCUT, ("y",),
    ),
    "an undercut of an undercut": (
        written("a b c d", "x: b -> a", "y: c -| x", "z: d -| y"), "x", K.STANDS, ("b",),
    ),
    "support in a circle": (written("a b", "x: b -> a", "y: a -> b"), "a", K.CIRCULAR, ("x",)),
    "a circle with ground outside": (
        written("a b c", "x: b -> a", "y: a -> b", "z: c -> b"), "a", K.STANDS, ("x",),
    ),
    "a circle and a ground that is too weak": (
        written("a b c d e", "x: b + e -> a @strong", "y: a -> b", "z: c -> a @weak", "w: d -| a"),
        "a", K.DEFEATED, ("w",),
    ),
    "a circular rebuttal leaves no doubt": (
        written("a b c", "r: b -| a", "x: c -> b", "y: b -> c"), "a", K.STANDS, (),
    ),
    "a claim against itself": (written("a", "x: a -| a"), "a", K.CONTESTED, ("x",)),
}  # fmt: skip
LABEL_OF = {
    ACCEPTED: {K.STANDS, K.GRANTED},
    UNDECIDED: {K.CONTESTED, K.UNSETTLED, K.OPEN},
    REJECTED: {K.DEFEATED, K.UNSUPPORTED, K.CIRCULAR, K.REJECTED, K.PREMISE_FELL, K.UNDERCUT},
}


@pytest.mark.parametrize("case", CASES)
def test_each_rule(case):
    a_map, name, kind, because = CASES[case]
    verdict = evaluate(a_map).verdict(name)
    assert (verdict.reason.kind, verdict.reason.because) == (kind, because)
    assert kind in LABEL_OF[verdict.label]


def test_every_kind_of_reason_has_a_case():
    assert {kind for _, _, kind, _ in CASES.values()} == set(ReasonKind)


def test_a_question_overrides_what_the_author_says():
    a_map = written("a:rejected b", "x: a -> b")
    assert evaluate(a_map, accept=["a"]).verdict("b").label is ACCEPTED
    assert evaluate(a_map, accept=["a"], reject=["x"]).verdict("x").reason.kind is K.REJECTED
    assert evaluate(written("a:certain"), reject=["a"]).verdict("a").label is REJECTED


@pytest.mark.parametrize(("accept", "reject"), [(["aa"], []), ([], ["aa"]), (["a"], ["a"])])
def test_a_question_that_makes_no_sense_is_refused(accept, reject):
    with pytest.raises(ConfigurationError, match="a"):
        evaluate(written("a"), accept=accept, reject=reject)


@pytest.fixture
def collector():
    was_on = gc.isenabled()
    yield gc
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("switch", ["enable", "disable"])
def test_the_garbage_collector_is_left_as_it_was(collector, switch):
    getattr(collector, switch)()
    evaluate(written("a"))
    with pytest.raises(ConfigurationError):
        evaluate(written("a"), accept=["nobody"])
    assert collector.isenabled() == (switch == "enable")


def test_long_chains_need_no_recursion():
    names = [f"c{n}" for n in range(20_000)]
    chain = zip(names[1:], names, strict=False)
    arguments = tuple(Argument(f"a{b}", (a,), b, ATTACK) for a, b in chain)
    found = evaluate(ArgumentMap(tuple(Claim(n, n) for n in names), arguments)).claims
    assert [found[name].label for name in names[-4:]] == [REJECTED, ACCEPTED] * 2

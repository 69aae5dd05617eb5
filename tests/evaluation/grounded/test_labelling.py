"""The labelling, held to its definition, to Dung's extension, and to the rules one by one."""

import gc
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from graphlib import TopologicalSorter
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies._internal.random import ArtificialRandom

from argmap.errors import ConfigurationError
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation, ReasonKind
from argmap.model import STRENGTHS, Argument, ArgumentMap, Claim, Label, Polarity, Standard, Status
from argmap.weighing import Audience, Standing
from tests.evaluation.fixpoints import Program
from tests.evaluation.random_maps import random_map, weighed_map
from tests.examples import examples, share
from tests.strategies import argument_maps

ACCEPTED, REJECTED, UNDECIDED = Label.ACCEPTED, Label.REJECTED, Label.UNDECIDED
SUPPORT, ATTACK = Polarity.SUPPORT, Polarity.ATTACK
WORTH = {REJECTED: 0, UNDECIDED: 1, ACCEPTED: 2}
MAPS = 2400
SHAPES: tuple[Any, ...] = (
    {},
    {"attacks": 0.15, "arguments": 12},
    {"attacks": 0.8, "arguments": 14},
    {"on_arguments": 0.6, "arguments": 14},
    {"contradictions": 0.5},
    {"plain": True, "arguments": 13},
    {"claims": 4, "arguments": 14},
    {"claims": 14, "arguments": 22, "attacks": 0.3},
)


def shaped_map(seed: int) -> ArgumentMap:
    return random_map(seed, **SHAPES[seed % len(SHAPES)])


def labels_of(evaluation: Evaluation) -> dict[str, Label]:
    both = {**evaluation.claims, **evaluation.arguments}
    return {name: verdict.label for name, verdict in both.items()}


def defined_labels(
    a_map: ArgumentMap,
    accept: Sequence[str] = (),
    reject: Sequence[str] = (),
    audience: Audience | None = None,
) -> dict[str, Label]:
    program = Program(a_map, accept=accept, reject=reject, audience=audience)
    return program.labels(*program.grounded())


def overrides(a_map: ArgumentMap, dice: random.Random, *, share: float = 0.12) -> tuple[Any, ...]:
    """Return some ids of claims and arguments to accept, and others to reject."""
    names = [*a_map.claims_by_id, *a_map.arguments_by_id]
    drawn = [name for name in names if dice.random() < share]
    half = dice.randint(0, len(drawn))
    dice.shuffle(drawn)
    accepted = drawn[:half]
    return [name for name in accepted if not _clashes(a_map, name, accepted)], drawn[half:]


def _clashes(a_map: ArgumentMap, name: str, accepted: list[str]) -> bool:
    """Return whether a claim cannot be accepted: it contradicts one that is, or is certain."""
    others = a_map.contradictions_of(name) if name in a_map.claims_by_id else ()
    return any(
        other in accepted or a_map.claims_by_id[other].status is Status.CERTAIN for other in others
    )


def written(claims: str, *arguments: str) -> ArgumentMap:
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


def weighed(
    a_map: ArgumentMap, *, standard: Standard | str | None = None, given: float | None = None
) -> ArgumentMap:
    """Return the map with a standard, or a strength, for its first claim."""
    first, *others = a_map.claims
    first = replace(first, standard=Standard(standard) if standard else None, given=given)
    return replace(a_map, claims=(first, *others))


def test_random_maps_are_labelled_as_the_definition_says() -> None:
    seen = dict.fromkeys(Label, 0)
    for seed in range(MAPS):
        a_map = shaped_map(seed)
        found = labels_of(evaluate(a_map))
        assert found == defined_labels(a_map), seed
        for label in found.values():
            seen[label] += 1
    assert min(seen.values()) > MAPS


def test_weighed_maps_are_labelled_as_the_definition_says() -> None:
    seen = dict.fromkeys(Label, 0)
    for seed in range(MAPS):
        a_map = weighed_map(shaped_map(seed), random.Random(seed))
        found = labels_of(evaluate(a_map))
        assert found == defined_labels(a_map), seed
        for label in found.values():
            seen[label] += 1
    assert min(seen.values()) > MAPS


def test_audiences_weigh_maps_as_the_definition_says() -> None:
    changed = 0
    for seed in range(MAPS):
        a_map = weighed_map(shaped_map(seed), random.Random(seed))
        (readers,) = a_map.audiences
        found = labels_of(evaluate(a_map, audience="readers"))
        assert found == defined_labels(a_map, audience=readers), seed
        changed += found != labels_of(evaluate(a_map))
    assert changed > 100


def test_overridden_maps_are_labelled_as_the_definition_says() -> None:
    changed = 0
    for seed in range(MAPS, MAPS + 800):
        a_map, dice = shaped_map(seed), random.Random(seed)
        accept, reject = overrides(a_map, dice)
        found = labels_of(evaluate(a_map, accept=accept, reject=reject))
        assert found == defined_labels(a_map, accept, reject), (seed, accept, reject)
        changed += found != labels_of(evaluate(a_map))
    assert changed > 300


@examples(80)
@given(argument_maps(), st.randoms(use_true_random=False))
def test_any_map_is_labelled_as_the_definition_says(
    a_map: ArgumentMap, dice: ArtificialRandom
) -> None:
    accept, reject = overrides(a_map, dice)
    assert labels_of(evaluate(a_map)) == defined_labels(a_map)
    found = labels_of(evaluate(a_map, accept=accept, reject=reject))
    assert found == defined_labels(a_map, accept, reject)


def test_the_order_of_claims_and_arguments_does_not_matter() -> None:
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


def grounded_extension(nodes: list[str], attacks: set[tuple[str, str]]) -> tuple[Any, ...]:
    """Return the least fixed point of Dung's characteristic function: what a set defends."""
    extension: set[str] = set()
    while True:
        beaten = {target for source, target in attacks if source in extension}
        defended = {
            node for node in nodes if all(a in beaten for a, target in attacks if target == node)
        }
        if defended == extension:
            return extension, beaten
        extension = defended


def test_claims_that_attack_each_other_have_the_grounded_extension() -> None:
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


def reached_by_support(a_map: ArgumentMap) -> set[str]:
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


def test_a_circle_of_support_without_ground_outside_of_it_is_out() -> None:
    circles = 0
    for seed in range(1500):
        a_map = random_map(seed, claims=6, arguments=11, attacks=0.2, on_arguments=0.1)
        hollow = set(a_map.claims_by_id) - reached_by_support(a_map)
        circles += bool(hollow)
        verdicts = evaluate(a_map).claims
        assert all(verdicts[name].label is REJECTED for name in hollow), seed
    assert circles > 100


def test_an_attack_more_never_makes_its_target_better_off() -> None:
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


def follows_truthfully(
    a_map: ArgumentMap, evaluation: Evaluation, name: str, rejected: list[str] | tuple[Any, ...]
) -> None:
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
    premises = set(argument.premises if argument else ())
    label, places = {
        ReasonKind.GIVEN: (ACCEPTED, set()),
        ReasonKind.SUPPORTED: (ACCEPTED, for_),
        ReasonKind.STANDS: (ACCEPTED, for_ | premises),
        ReasonKind.GRANTED: (ACCEPTED, set()),
        ReasonKind.DEFEATED: (REJECTED, against),
        ReasonKind.UNDERCUT: (REJECTED, against),
        ReasonKind.UNSUPPORTED: (REJECTED, for_ | against),
        ReasonKind.CIRCULAR: (REJECTED, for_ | against),
        ReasonKind.BELOW_STANDARD: (REJECTED, for_),
        ReasonKind.UNBACKED: (REJECTED, for_),
        ReasonKind.REJECTED: (REJECTED, set()),
        ReasonKind.PREMISE_FELL: (REJECTED, premises),
        ReasonKind.CONTESTED: (UNDECIDED, against),
        ReasonKind.UNSETTLED: (UNDECIDED, for_ | premises),
        ReasonKind.OPEN: (UNDECIDED, set()),
    }[kind]
    assert verdict.label is label
    assert set(because) <= places
    assert len(set(because)) == len(because)
    stands_against = any(evaluation.verdict(one).label is ACCEPTED for one in against)
    if claim and kind is not ReasonKind.REJECTED:
        assert (verdict.standing is Standing.FALLS) == (label is REJECTED and stands_against)
        assert (verdict.standing is Standing.NOT_SHOWN) == (
            label is REJECTED and not stands_against
        )
    if argument and label is REJECTED:
        undercut = any(evaluation.verdict(one).label is ACCEPTED for one in against)
        fallen = any(evaluation.claims[one].standing is Standing.FALLS for one in premises)
        falls = name in rejected or undercut or fallen
        assert verdict.standing is (Standing.FALLS if falls else Standing.NOT_SHOWN)
    if kind in (
        *(ReasonKind.SUPPORTED, ReasonKind.STANDS, ReasonKind.DEFEATED, ReasonKind.UNDERCUT),
    ):
        assert because
        assert named == {ACCEPTED}
    if kind in (ReasonKind.UNSUPPORTED, ReasonKind.CIRCULAR):
        assert {evaluation.verdict(one).label for one in for_} == {REJECTED}
        assert {evaluation.verdict(o).label for o in set(because) & against} <= {ACCEPTED}
    if kind is ReasonKind.UNSUPPORTED:
        assert for_ <= set(because)
    if kind in (ReasonKind.PREMISE_FELL, ReasonKind.UNBACKED):
        assert named == {REJECTED}
    if kind is ReasonKind.UNBACKED:
        assert set(because) == for_
    if kind is ReasonKind.UNSETTLED:
        assert named == {UNDECIDED}
    if kind is ReasonKind.CONTESTED:
        assert because
        assert REJECTED not in named
    if kind is ReasonKind.STANDS:
        assert premises <= set(because)
    if kind is ReasonKind.REJECTED:
        assert name in rejected or (claim and claim.status is Status.REJECTED)
    if kind is ReasonKind.OPEN:
        assert claim
        assert claim.status is Status.OPEN


def test_reasons_are_true() -> None:
    seen = dict.fromkeys(ReasonKind, 0)
    for seed in range(1000):
        a_map, dice = shaped_map(seed), random.Random(seed)
        a_map = weighed_map(a_map, dice) if seed % 3 == 0 else a_map
        accept, reject = overrides(a_map, dice) if seed % 2 else ((), ())
        evaluation = evaluate(a_map, accept=accept, reject=reject)
        for name in labels_of(evaluation):
            follows_truthfully(a_map, evaluation, name, reject)
            seen[evaluation.verdict(name).reason.kind] += 1
    assert min(seen.values()) >= 20


def test_reasons_for_an_audience_are_true() -> None:
    seen = dict.fromkeys(ReasonKind, 0)
    for seed in range(MAPS):
        a_map = weighed_map(shaped_map(seed), random.Random(seed))
        evaluation = evaluate(a_map, audience="readers")
        for name in labels_of(evaluation):
            follows_truthfully(a_map, evaluation, name, ())
            seen[evaluation.verdict(name).reason.kind] += 1
    assert min(seen[kind] for kind in (ReasonKind.DEFEATED, ReasonKind.CONTESTED)) > 500


def supporting(a_map: ArgumentMap, name: str) -> set[str]:
    return {one.id for one in a_map.arguments_on(name, SUPPORT)}


def test_the_first_reasons_never_go_in_a_circle() -> None:
    every = {ReasonKind.UNSUPPORTED, ReasonKind.PREMISE_FELL, ReasonKind.UNBACKED}
    first = {ReasonKind.SUPPORTED, ReasonKind.DEFEATED, ReasonKind.UNDERCUT}
    followed = 0
    for seed in range(800):
        a_map = shaped_map(seed)
        evaluation = evaluate(a_map)
        rests_on: dict[str, Iterable[str]] = {}
        for name in labels_of(evaluation):
            reason, argument = evaluation.verdict(name).reason, a_map.arguments_by_id.get(name)
            if reason.kind is ReasonKind.UNSUPPORTED:
                rests_on[name] = [o for o in reason.because if o in supporting(a_map, name)]
            elif reason.kind in every or (argument and reason.kind is ReasonKind.STANDS):
                rests_on[name] = reason.because
            elif reason.kind in first:
                rests_on[name] = reason.because[:1]
        # Raises CycleError where there is a circle.
        TopologicalSorter(rests_on).prepare()
        followed += len(rests_on)
    assert followed > 800


K = ReasonKind
CASES = {
    "what nothing speaks against stands": (written("a"), "a", K.GIVEN, ()),
    "an argument carries its claim": (written("a b", "x: b -> a"), "a", K.SUPPORTED, ("x",)),
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
        written("a:assumed b:rejected", "x: b -> a"), "a", K.GIVEN, (),
    ),
    "nothing defeats what is certain": (
        written("a:certain b", "x: b -| a @decisive"), "a", K.GRANTED, (),
    ),
    "open without arguments": (written("a:open"), "a", K.OPEN, ()),
    "an argument settles what is open": (
        written("a:open b", "x: b -> a"), "a", K.SUPPORTED, ("x",),
    ),
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
        written("a>b b c", "x: c -> b @weak"), "a", K.DEFEATED, ("b",),
    ),
    "the weakest argument is stronger than what is given": (
        written("a>b b c", "x: c -> b @weak"), "b", K.SUPPORTED, ("x",),
    ),
    "equally strong arguments leave a contradiction open": (
        written("a>b b c d", "x: c -> b @strong", "y: d -> a @strong"), "b", K.CONTESTED, ("a",),
    ),
    "what is certain defeats what it contradicts": (
        written("a>b b:certain c", "x: c -> a @decisive"), "a", K.DEFEATED, ("b",),
    ),
    "what stands against a claim without support is told": (
        written("a b:rejected c", "x: b -> a", "y: c -| a"), "a", K.UNSUPPORTED, ("x", "y"),
    ),
    "a claim below its standard": (
        weighed(written("a b", "x: b -> a @weak"), standard="clear-and-convincing"),
        "a", K.BELOW_STANDARD, ("x",),
    ),
    "a claim that cannot be shown beyond doubt": (
        weighed(written("a b c", "x: b -> a @decisive", "y: c -| a"),
                standard="beyond-reasonable-doubt"),
        "a", K.DEFEATED, ("y",),
    ),
    "a claim that is shown beyond doubt": (
        weighed(written("a b c", "x: b -> a @decisive", "y: c -| a @weak"),
                standard="beyond-reasonable-doubt"),
        "a", K.SUPPORTED, ("x",),
    ),
    "a scintilla is enough": (
        weighed(written("a b c", "x: b -> a @weak", "y: c -| a @strong"), standard="scintilla"),
        "a", K.SUPPORTED, ("x",),
    ),
    "a given claim that is strong": (
        weighed(written("a b", "x: b -| a @moderate"), given=0.75), "a", K.GIVEN, (),
    ),
    "a given claim and an attack that are equally strong": (
        weighed(written("a b", "x: b -| a @strong"), given=0.75), "a", K.CONTESTED, ("x",),
    ),
    "equals leave a claim undecided": (
        written("a b c", "x: b -> a", "y: c -| a"), "a", K.CONTESTED, ("y",),
    ),
    "stronger support beats weaker attack": (
        written("a b c", "x: b -> a @strong", "y: c -| a"), "a", K.SUPPORTED, ("x",),
    ),
    "stronger attack beats weaker support": (
        written("a b c", "x: b -> a", "y: c -| a @strong"), "a", K.DEFEATED, ("y",),
    ),
    "an undercut takes the step": (
        written("a b c", "x: b -> a", "y: c -| x @weak"), "x", K.UNDERCUT, ("y",),
    ),
    "backing does not save the step": (
        written("a b c d", "x: b -> a", "y: c -| x @weak", "z: d -> x @decisive"),
        "x", K.UNDERCUT, ("y",),
    ),
    "a step stands by its backing": (
        written("a b d", "x: b -> a", "z: d -> x @weak"), "x", K.STANDS, ("b", "z"),
    ),
    "a step falls with all of its backing": (
        written("a b c:rejected d:rejected", "x: b -> a", "y: c -> x", "z: d -> x"),
        "x", K.UNBACKED, ("y", "z"),
    ),
    "a step waits for its backing": (
        written("a b d:open", "x: b -> a", "z: d -> x"), "x", K.UNSETTLED, ("z",),
    ),
    "an undecided undercut leaves doubt": (
        written("a b d:open", "x: b -> a", "z: d -| x"), "x", K.CONTESTED, ("z",),
    ),
    "an undercut of an undercut": (
        written("a b c d", "x: b -> a", "y: c -| x", "z: d -| y"), "x", K.STANDS, ("b",),
    ),
    "support in a circle": (written("a b", "x: b -> a", "y: a -> b"), "a", K.CIRCULAR, ("x",)),
    "a circle with ground outside": (
        written("a b c", "x: b -> a", "y: a -> b", "z: c -> b"), "a", K.SUPPORTED, ("x",),
    ),
    "a circle that would be stronger than what speaks against it, once it stood": (
        written("a b c d e", "x: b + e -> a @strong", "y: a -> b", "z: c -> a @weak", "w: d -| a"),
        "a", K.UNSETTLED, ("x",),
    ),
    "a circular rebuttal leaves no doubt": (
        written("a b c", "r: b -| a", "x: c -> b", "y: b -> c"), "a", K.GIVEN, (),
    ),
    "a claim against itself": (written("a", "x: a -| a"), "a", K.CONTESTED, ("x",)),
}  # fmt: skip
LABEL_OF = {
    ACCEPTED: {K.GIVEN, K.SUPPORTED, K.STANDS, K.GRANTED},
    UNDECIDED: {K.CONTESTED, K.UNSETTLED, K.OPEN},
    REJECTED: {
        *(K.DEFEATED, K.UNSUPPORTED, K.CIRCULAR, K.BELOW_STANDARD, K.REJECTED),
        *(K.PREMISE_FELL, K.UNDERCUT, K.UNBACKED),
    },
}


@pytest.mark.parametrize("case", CASES)
def test_each_rule(case: str) -> None:
    a_map, name, kind, because = CASES[case]
    verdict = evaluate(a_map).verdict(name)
    assert (verdict.reason.kind, verdict.reason.because) == (kind, because)
    assert kind in LABEL_OF[verdict.label]


def test_every_kind_of_reason_has_a_case() -> None:
    assert {kind for _, _, kind, _ in CASES.values()} == set(ReasonKind)


def test_a_question_overrides_what_the_author_says() -> None:
    a_map = written("a:rejected b", "x: a -> b")
    assert evaluate(a_map, accept=["a"]).verdict("b").label is ACCEPTED
    assert evaluate(a_map, accept=["a"], reject=["x"]).verdict("x").reason.kind is K.REJECTED
    assert evaluate(written("a:certain"), reject=["a"]).verdict("a").label is REJECTED


@pytest.mark.parametrize(("accept", "reject"), [(["aa"], []), ([], ["aa"]), (["a"], ["a"])])
def test_a_question_that_makes_no_sense_is_refused(accept: list[str], reject: list[str]) -> None:
    with pytest.raises(ConfigurationError, match="a"):
        evaluate(written("a"), accept=accept, reject=reject)


@pytest.mark.parametrize("accept", [["a", "b"], ["b", "a"], ["a", "c"]])
def test_two_sides_of_a_contradiction_are_not_accepted_together(accept: list[str]) -> None:
    a_map = written("a>b b>c c:certain")
    if accept == ["a", "c"]:
        assert evaluate(a_map, accept=accept).verdict("b").label is REJECTED
        return
    with pytest.raises(ConfigurationError, match=r"“a”|“b”"):
        evaluate(a_map, accept=accept)


def test_what_contradicts_something_certain_is_accepted_only_in_its_place() -> None:
    a_map = written("a>b b:certain")
    with pytest.raises(ConfigurationError, match="certain"):
        evaluate(a_map, accept=["a"])
    assert evaluate(a_map, accept=["a"], reject=["b"]).verdict("a").label is ACCEPTED


def rationality(a_map: ArgumentMap, evaluation: Evaluation, certain: set[str]) -> None:
    """Assert the postulates of Caminada and Amgoud (2007) that hold without closure."""
    label = labels_of(evaluation)
    for claim in a_map.claims:
        for other in a_map.contradictions_of(claim.id):
            if not {claim.id, other} <= certain:
                assert (label[claim.id], label[other]) != (ACCEPTED, ACCEPTED)
        verdict = evaluation.verdict(claim.id)
        if verdict.reason.kind is ReasonKind.SUPPORTED:
            assert all(label[one] is ACCEPTED for one in verdict.reason.because)
    for argument in a_map.arguments:
        steps = [label[one.id] for one in a_map.arguments_on(argument.id, ATTACK)]
        backing = [label[one.id] for one in a_map.arguments_on(argument.id, SUPPORT)]
        premises = [label[one] for one in argument.premises]
        step = set(steps) <= {REJECTED} and (not backing or ACCEPTED in backing)
        assert (label[argument.id] is ACCEPTED) == (step and set(premises) == {ACCEPTED})


@pytest.mark.property
def test_ten_thousand_maps_keep_the_postulates_of_rationality() -> None:
    for seed in range(share(10_000)):
        a_map = shaped_map(seed)
        a_map = weighed_map(a_map, random.Random(seed)) if seed % 2 else a_map
        certain = {claim.id for claim in a_map.claims if claim.status is Status.CERTAIN}
        rationality(a_map, evaluate(a_map), certain)


@pytest.fixture
def collector() -> Iterator[ModuleType]:
    was_on = gc.isenabled()
    yield gc
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("switch", ["enable", "disable"])
def test_the_garbage_collector_is_left_as_it_was(collector: ModuleType, switch: str) -> None:
    getattr(collector, switch)()
    evaluate(written("a"))
    with pytest.raises(ConfigurationError):
        evaluate(written("a"), accept=["nobody"])
    assert collector.isenabled() == (switch == "enable")


def test_long_chains_need_no_recursion() -> None:
    names = [f"c{n}" for n in range(20_000)]
    chain = zip(names[1:], names, strict=False)
    arguments = tuple(Argument(f"a{b}", (a,), b, ATTACK) for a, b in chain)
    found = evaluate(ArgumentMap(tuple(Claim(n, n) for n in names), arguments)).claims
    assert [found[name].label for name in names[-4:]] == [REJECTED, ACCEPTED] * 2


@pytest.mark.parametrize(
    ("a_map", "standing"),
    [
        (written("a b c", "x: b -> a", "y: c -| x"), Standing.FALLS),
        (written("a b:rejected", "x: b -> a"), Standing.FALLS),
        (written("a b c", "x: b -> a", "y: c -| b"), Standing.FALLS),
        (written("a b c:rejected", "x: b -> a", "y: c -> b"), Standing.NOT_SHOWN),
        (written("a b c:rejected", "x: b -> a", "y: c -> x"), Standing.NOT_SHOWN),
        (written("a b c:rejected d", "x: b -> a", "y: c -> x", "z: d -| x"), Standing.FALLS),
        (written("a b c:open", "x: b -> a", "y: c -| x"), Standing.UNDECIDED),
        (written("a b", "x: b -> a"), Standing.STANDS),
    ],
)
def test_an_argument_falls_by_what_stands_against_it_and_else_is_only_not_shown(
    a_map: ArgumentMap, standing: Standing
) -> None:
    verdict = evaluate(a_map).arguments["x"]
    assert (verdict.standing, verdict.label) == (standing, standing.label)


def test_a_step_that_the_question_rejects_falls() -> None:
    verdict = evaluate(written("a b", "x: b -> a"), reject=["x"]).arguments["x"]
    assert verdict.standing is Standing.FALLS

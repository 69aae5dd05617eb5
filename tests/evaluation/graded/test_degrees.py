"""Degrees in [0, 1]: published examples, hand-made ones, circles, and where they meet verdicts."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from argmap.errors import ConfigurationError
from argmap.evaluation.graded.degrees import degrees
from argmap.evaluation.graded.influence import INFLUENCES
from argmap.evaluation.grounded.labelling import evaluate
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity, Status
from argmap.pipeline import loads
from tests.evaluation.acyclic_maps import acyclic_map
from tests.evaluation.grounded.test_labelling import written
from tests.evaluation.random_maps import random_map


def weighted_graph(
    scores: dict[str, float],
    attacks: Iterable[Sequence[str]] = (),
    supports: Iterable[Sequence[str]] = (),
) -> ArgumentMap:
    """Return claims with base scores that attack and support each other at full strength."""
    edges = [(Polarity.ATTACK, edge) for edge in attacks]
    edges += [(Polarity.SUPPORT, edge) for edge in supports]
    return ArgumentMap(
        tuple(Claim(n, n, status=Status.ASSUMED, credence=score) for n, score in scores.items()),
        tuple(
            Argument(f"edge{number}", (premise,), target, polarity, strength=1.0)
            for number, (polarity, (premise, target)) in enumerate(edges)
        ),
    )


def test_df_quad_gives_the_published_degrees_of_a_debate() -> None:
    # The e-democracy debate of Rago, Toni, Aurisicchio and Baroni (2016), with the results that
    # N. Potyka prints in the notebook “gradual_argumentation_examples” of his Uncertainpy, under
    # “Computation via Forward Propagation”. The paper itself was not at hand to compare.
    scores = {
        "A1": 0.5,
        "A2": 0.5,
        "P1": 0.7,
        "P2": 0.5,
        "P3": 0.9,
        "C1": 0.2,
        "C2": 0.2,
        "C3": 0.6,
        "C4": 0.5,
    }
    a_map = weighted_graph(
        scores,
        attacks=[("C1", "A2"), ("C2", "P2"), ("C3", "P2"), ("C4", "P2")],
        supports=[("P1", "A1"), ("P2", "A1"), ("P3", "A2")],
    )
    found = degrees(a_map, "df-quad")
    printed = {
        "A1": 0.862,
        "A2": 0.85,
        "P1": 0.7,
        "P2": 0.08,
        "P3": 0.9,
        "C1": 0.2,
        "C2": 0.2,
        "C3": 0.6,
        "C4": 0.5,
    }
    assert found.claims == pytest.approx(printed)
    assert (found.steps, found.residual, found.converged) == (0, 0.0, True)


def test_quadratic_energy_gives_the_published_degrees_of_a_graph() -> None:
    # “Example 4.1” of the notebook “exampleQDT” in K. Čyras' repository QDT, which goes with Čyras,
    # Kampik and Weng (2022), “Dispute trees as explanations in quantitative (bipolar)
    # argumentation”; to three places, as printed there.
    a_map = weighted_graph(
        {"a": 0.5, "b": 0.2, "c": 0.85, "d": 0.65, "e": 0.4, "f": 1.0},
        attacks=[("c", "a"), ("e", "b"), ("f", "c")],
        supports=[("b", "a"), ("d", "a"), ("e", "c")],
    )
    printed = {"a": 0.519, "b": 0.172, "c": 0.625, "d": 0.65, "e": 0.4, "f": 1.0}
    assert degrees(a_map, "quadratic-energy").claims == pytest.approx(printed, abs=5e-4)


def test_euler_gives_the_published_degrees_of_a_graph() -> None:
    # The graph on the fifth page of Amgoud and Ben-Naim (2018), “Weighted bipolar argumentation
    # graphs: axioms and semantics”, as a public Python program for their Euler-based semantics
    # restates it (`sample_graph` of its evaluation.py), with the degrees that its README prints, to
    # two places. The paper itself was not at hand to compare.
    scores = {"a": 0.6, "b": 0.6, "c": 0.6, "d": 0.22, "e": 0.4, "f": 0.4, "g": 0.0, "h": 0.99}
    a_map = weighted_graph(
        {**scores, "i": 0.1, "j": 0.99},
        attacks=["da", "db", "eb", "ec", "fc", "ge", "hf"],
        supports=["ia", "ib", "ic", "ji"],
    )
    printed = {"a": 0.6, "b": 0.54, "c": 0.54, "d": 0.22, "e": 0.4, "f": 0.27, "g": 0.0, "h": 0.99}
    assert degrees(a_map, "euler").claims == pytest.approx(
        {**printed, "i": 0.22, "j": 0.99}, abs=5e-3
    )


def test_the_euler_based_degree_follows_its_formula() -> None:
    # By hand: 1 − (1 − 0.25) / (1 + 0.5 · e^(0.8 − 0.3)), with the base scores as degrees.
    a_map = weighted_graph(
        {"c": 0.5, "pro": 0.8, "con": 0.3}, attacks=[("con", "c")], supports=[("pro", "c")]
    )
    expected = 1 - 0.75 / (1 + 0.5 * math.exp(0.5))
    assert degrees(a_map, "euler").claims["c"] == pytest.approx(expected)


def test_an_argument_multiplies_strength_premises_and_what_undercuts_leave() -> None:
    # By hand: 0.5 · 0.8 · 0.5 · (1 − 0.75 · 0.4) = 0.14, the only support of a claim that starts
    # at 0.5.
    a_map = ArgumentMap(
        (
            Claim("thesis", "T."),
            Claim("p", "P.", credence=0.8),
            Claim("q", "Q.", credence=0.5),
            Claim("u", "U.", credence=0.4),
        ),
        (
            Argument("main", ("p", "q"), "thesis", strength=0.5),
            Argument("undercut", ("u",), "main", Polarity.ATTACK, strength=0.75),
        ),
    )
    found = degrees(a_map, "df-quad")
    assert found.arguments == pytest.approx({"main": 0.14, "undercut": 0.3})
    assert found.claims["thesis"] == pytest.approx(0.5 + 0.5 * 0.14)


STARTS = """\
argmap: 1
claims:
  - {id: certain, text: C., status: certain, credence: 0.2, rebuttals: [{ref: given}]}
  - {id: rejected, text: R., status: rejected, credence: 0.9, arguments: [{ref: given}]}
  - {id: open, text: O., status: open}
  - {id: given, text: G.}
  - {id: argued, text: A., arguments: [{ref: rejected}]}
  - {id: assumed, text: B., status: assumed, arguments: [{ref: rejected}]}
  - {id: doubted, text: D., credence: 0.3}
  - {id: likely, text: E., credence: 0.8, arguments: [{ref: rejected}]}
"""


@pytest.mark.parametrize(("semantics", "given"), [("df-quad", 1.0), ("euler", 0.5)])
def test_claims_start_where_their_status_their_arguments_or_their_author_puts_them(
    semantics: str, given: float
) -> None:
    # Nothing bears on them but what is certain to be nothing.
    assert degrees(loads(STARTS), semantics).claims == pytest.approx(
        {
            "certain": 1.0,
            "rejected": 0.0,
            "open": 0.5,
            "given": given,
            "argued": 0.5,
            "assumed": given,
            "doubted": 0.3,
            "likely": 0.8,
        }
    )


def test_a_question_fixes_claims_and_steps() -> None:
    a_map = loads(STARTS)
    assert degrees(a_map, "df-quad", accept=["doubted"]).claims["doubted"] == 1.0
    assert degrees(a_map, "df-quad", reject=["given"]).claims["given"] == 0.0
    assert degrees(a_map, "df-quad", reject=["certain.1"]).arguments["certain.1"] == 0.0


def test_an_argument_without_a_strength_passes_on_all_that_its_premise_has() -> None:
    a_map = loads("argmap: 1\nthesis: {id: t, text: T., premises: [{text: P., credence: 0.4}]}\n")
    assert degrees(a_map, "df-quad").arguments == pytest.approx({"t.1": 0.4})


def test_a_step_is_as_good_as_its_strongest_backing() -> None:
    # By hand: 0.5 · 0.8, and the claim that starts at 0.5 gains half of it; the weaker backing
    # has no part. An undercut takes half of what is left.
    a_map = loads(
        """\
argmap: 1
thesis:
  id: t
  text: T.
  arguments:
    - {id: a, strength: 0.5, premises: [P.], backing: [
        {text: Q., credence: 0.8}, {text: R., credence: 0.3}]}
    - {id: b, premises: [{text: S., credence: 0}], backing: [U.], rebuttals: [
        {text: V., credence: 0.5}]}
"""
    )
    found = degrees(a_map, "df-quad")
    assert found.arguments["a"] == pytest.approx(0.4)
    assert found.claims["t"] == pytest.approx(0.7)
    assert degrees(a_map, "df-quad", accept=["s"]).arguments["b"] == pytest.approx(0.5)


def test_a_contradiction_attacks_with_all_that_the_other_claim_has() -> None:
    # By hand: a certain claim leaves nothing of the other; else each is 0.5 · (1 − the other).
    text = "argmap: 1\nclaims:\n  - {id: p, text: P., contradicts: q%s}\n  - {id: q, text: Q.%s}\n"
    assert degrees(loads(text % (", status: certain", "")), "df-quad").claims == {"p": 1, "q": 0}
    half = degrees(loads(text % (", credence: 0.5", ", credence: 0.5")), "df-quad")
    assert half.claims == pytest.approx({"p": 1 / 3, "q": 1 / 3})


def test_where_an_argued_claim_starts_is_heard() -> None:
    # Each with one reason at 0.9 and one objection at 0.1, by hand: 0.1 + 0.9 · 0.8.
    a_map = loads(
        """\
argmap: 1
thesis:
  id: t
  text: T.
  credence: 0.1
  arguments: [{text: R., credence: 0.9}]
  rebuttals: [{text: O., credence: 0.1}]
"""
    )
    assert degrees(a_map, "df-quad").claims["t"] == pytest.approx(0.82)


def test_two_claims_that_attack_each_other_rest_at_a_third() -> None:
    # By hand: σ = 0.5 · (1 − σ).
    found = degrees(
        weighted_graph({"a": 0.5, "b": 0.5}, attacks=[("a", "b"), ("b", "a")]), "df-quad"
    )
    assert found.claims == pytest.approx({"a": 1 / 3, "b": 1 / 3})
    assert found.converged
    assert 0 < found.steps < 1000


@pytest.mark.parametrize("semantics", INFLUENCES)
def test_degrees_on_circles_are_at_rest(semantics: str) -> None:
    circles = at_rest = 0
    for seed in range(60):
        a_map = random_map(seed)
        found = degrees(a_map, semantics)
        at_rest += found.converged
        assert all(0 <= value <= 1 for value in (*found.claims.values(), *found.arguments.values()))
        circles += found.steps > 0
        # A second start from the result of rest would move nothing: the residual says so. Where
        # two equilibria touch, the last way to them is endless, and owned up to.
        assert found.residual <= (1e-9 if found.converged else 1e-5), seed
    assert at_rest >= 57
    if semantics != "euler":
        assert circles > 30


def test_plain_iteration_swings_where_following_the_slope_comes_to_rest() -> None:
    # Two groups of claims that start at 1 and attack each other: f(1) = 1/17, f(1/17) is nearly 1.
    names = [f"n{n}" for n in range(10)]
    attacks = [(a, b) for a in names[:5] for b in names[5:]]
    attacks += [(b, a) for a, b in attacks]
    found = degrees(weighted_graph(dict.fromkeys(names, 1.0), attacks=attacks), "quadratic-energy")
    value = found.claims["n0"]
    assert found.converged
    assert value == pytest.approx(1 / (1 + (5 * value) ** 2))

    swinging = 1.0
    for _ in range(1000):
        swinging = 1 / (1 + (5 * swinging) ** 2)
    assert abs(swinging - value) > 0.1


def test_too_few_steps_are_owned_up_to() -> None:
    circle = weighted_graph({"a": 0.5, "b": 0.5}, attacks=[("a", "b"), ("b", "a")])
    found = degrees(circle, "df-quad", most_steps=3)
    assert (found.steps, found.converged) == (3, False)
    assert found.residual > 1e-3


def test_steps_are_those_of_runge_and_kutta_and_end_at_the_tolerance() -> None:
    # By hand: the way to 1/3 shrinks in each step by the first five terms of the series of e^−0.3.
    circle = weighted_graph({"a": 0.5, "b": 0.5}, attacks=[("a", "b"), ("b", "a")])
    left = degrees(circle, "df-quad", most_steps=3).residual
    assert left == pytest.approx(0.25 * (1 - 0.3 + 0.045 - 0.0045 + 0.0003375) ** 3, rel=1e-12)
    found = degrees(circle, "df-quad", tolerance=left)
    assert (found.steps, found.converged) == (3, True)


@pytest.mark.parametrize(
    ("a_map", "options", "circles"),
    [
        (written("p q r s", "a: p -> q", "b: q -> p", "c: r -| s", "d: s -| r"), {}, 2),
        (written("p q", "a: p -> q", "b: q -> p"), {}, 1),
        (written("p:certain q", "a: p -> q", "b: q -> p"), {}, 0),
        (written("p:rejected q", "a: p -> q", "b: q -> p"), {}, 0),
        (written("p q", "a: p -> q", "b: q -> p"), {"accept": ["p"]}, 0),
        (written("p q u", "a: p -> q", "b: u -| a", "c: q -> u"), {}, 1),
        (written("p q u", "a: p -> q", "b: u -| a", "c: q -> u"), {"accept": ["a"]}, 0),
    ],
)
def test_circles_are_counted_and_what_is_fixed_breaks_them(
    a_map: ArgumentMap, options: dict[Any, Any], circles: int
) -> None:
    found = degrees(a_map, "df-quad", **options)
    assert (found.circles, found.steps > 0) == (circles, circles > 0)


def from_nothing(a_map: ArgumentMap) -> ArgumentMap:
    """Return the map with a start of 0 for all claims that have arguments."""
    claims = [
        replace(claim, credence=0.0) if a_map.arguments_on(claim.id, Polarity.SUPPORT) else claim
        for claim in a_map.claims
    ]
    return replace(a_map, claims=tuple(claims))


def test_without_doubt_degrees_are_the_verdicts() -> None:
    """At starts of 0 and 1 and full strength, on maps without circles (DF-QuAD).

    The other two semantics are not about 0 and 1: there a claim with one certain argument has the
    degree 1/2, or stays at 0.
    """
    seen = set()
    for seed in range(400):
        a_map, failing = acyclic_map(seed)
        verdicts = evaluate(a_map, reject=failing)
        found = degrees(from_nothing(a_map), "df-quad")
        for values, labels in (
            (found.claims, verdicts.claims),
            (found.arguments, verdicts.arguments),
        ):
            for name, verdict in labels.items():
                seen.add(verdict.label)
                if verdict.label is Label.ACCEPTED:
                    assert values[name] == 1, (seed, name)
                if verdict.label is Label.REJECTED:
                    assert values[name] == 0, (seed, name)
    assert seen == set(Label)


def test_without_undercuts_quadratic_energy_is_above_nothing_where_a_claim_is_accepted() -> None:
    for seed in range(200):
        a_map, failing = acyclic_map(seed, on_arguments=0.0)
        found = degrees(from_nothing(a_map), "quadratic-energy").claims
        for name, verdict in evaluate(a_map, reject=failing).claims.items():
            if verdict.label is not Label.UNDECIDED:
                assert (found[name] > 0) == (verdict.label is Label.ACCEPTED)


def test_a_chain_of_ten_thousand_claims_needs_no_recursion() -> None:
    names = [f"c{n}" for n in range(10_000)]
    chain = ArgumentMap(
        tuple(Claim(name, name) for name in names),
        tuple(
            Argument(f"a{n}", (names[n],), names[n + 1], strength=1.0)
            for n in range(len(names) - 1)
        ),
    )
    assert degrees(chain, "df-quad").claims["c9999"] == 1.0


def test_an_unknown_semantics_is_told_with_the_nearest() -> None:
    with pytest.raises(ConfigurationError, match="df-quad"):
        degrees(ArgumentMap((Claim("a", "A."),)), "df-quat")

"""What is said to hold up a claim that is only given: it does."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.explanation import strengths_decide
from argmap.evaluation.why.remedy import CERTAIN, REMEDIES, Remedies, is_given
from argmap.model import STRENGTHS, Argument, ArgumentMap, Claim, Label, Status
from tests.evaluation.grounded.test_labelling import weighed, written
from tests.evaluation.weighed_maps import weighed_map


def remedied(a_map: ArgumentMap, id: str, remedy: str) -> ArgumentMap:
    """Return the map with a remedy written at a claim."""
    key, _, word = remedy.partition(": ")
    new = {"given": STRENGTHS.get(word)} if key == "given" else {"status": Status.CERTAIN}
    claims = (replace(one, **new) if one.id == id else one for one in a_map.claims)
    return replace(a_map, claims=tuple(claims))


def argued(a_map: ArgumentMap, id: str, strength: float) -> ArgumentMap:
    """Return the map with an argument of a strength for a claim."""
    reason = Argument("reason", ("fact",), id, strength=strength)
    claims = (*a_map.claims, Claim("fact", "It is a fact."))
    return replace(a_map, claims=claims, arguments=(*a_map.arguments, reason))


def test_the_remedy_that_is_named_holds_up_the_claim() -> None:
    seen: Counter[Any] = Counter()
    for seed in range(700):
        a_map, _ = weighed_map(seed, claims=7, arguments=8)
        evaluation = evaluate(a_map)
        remedies = Remedies(a_map, evaluation)
        for claim in a_map.claims:
            remedy = remedies.of(claim.id)
            if not remedy or not strengths_decide(a_map, evaluation, claim.id):
                continue
            seen[remedy] += 1
            after = evaluate(remedied(a_map, claim.id, remedy))
            assert after.claims[claim.id].label is Label.ACCEPTED, (seed, claim.id, remedy)
            if remedy != CERTAIN:
                strength = STRENGTHS[remedy.removeprefix("given: ")]
                after = evaluate(argued(a_map, claim.id, strength))
                assert after.claims[claim.id].label is Label.ACCEPTED, (seed, claim.id, remedy)
    assert all(seen[remedy] > 20 for remedy in REMEDIES), seen


@pytest.mark.parametrize(
    ("strength", "remedy"),
    [
        ("weak", "given: strong"),
        ("moderate", "given: strong"),
        ("strong", "given: decisive"),
        ("decisive", CERTAIN),
    ],
)
def test_it_is_as_strong_as_it_has_to_be_and_no_stronger(strength: str, remedy: str) -> None:
    a_map = written("a b", f"x: b -| a @{strength}")
    assert Remedies(a_map, evaluate(a_map)).of("a") == remedy
    rival = written("a>c b c", f"x: b -> c @{strength}")
    assert Remedies(rival, evaluate(rival)).of("a") == remedy


@pytest.mark.parametrize(
    "a_map",
    [
        written("a"),
        written("a:open b", "x: b -| a"),
        written("a b c", "x: b -> a", "y: c -| a @strong"),
        weighed(written("a b", "x: b -| a"), given=0.25),
    ],
    ids=["what stands", "what is open", "what is argued for", "what has a strength"],
)
def test_what_is_not_merely_given_and_fallen_has_none(a_map: ArgumentMap) -> None:
    assert Remedies(a_map, evaluate(a_map)).of("a") == ""


def test_given_is_what_needs_no_argument() -> None:
    a_map = written("a b c:assumed d:open", "x: b -> a", "y: b -> c")
    assert [one.id for one in a_map.claims if is_given(a_map, one)] == ["b", "c"]

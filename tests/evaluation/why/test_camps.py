"""Camps: where a claim stands under a semantics, and ties that divide the labellings."""

import pytest

from argmap.errors import ConfigurationError, EvaluationLimitError
from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.answers import UNKNOWN
from argmap.evaluation.coherent.standpoints import standpoints
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.camps import camps_of
from argmap.evaluation.why.ties import Strengths, is_tie
from argmap.model import Label, Polarity
from tests.evaluation.grounded.test_labelling import weighed, written
from tests.evaluation.weighed_maps import weighed_map

NIXON = written("pacifist>hawk hawk quaker republican", "x: quaker -> pacifist",
                "y: republican -> hawk")  # fmt: skip
EXTREME = written(
    "extreme dove>hawk hawk quaker republican",
    *("x: quaker -> dove", "y: republican -> hawk", "p: dove -> extreme", "q: hawk -> extreme"),
)


def test_a_tie_makes_a_camp_for_each_side() -> None:
    found = camps_of(NIXON, Semantics.PREFERRED, "pacifist")
    assert (found.share, found.ties, found.disputed) == ("some", ("pacifist", "hawk"), ())
    told = [(camp.label, camp.speaking, camp.opposing) for camp in found.camps]
    assert told == [(Label.ACCEPTED, ("x",), ()), (Label.REJECTED, ("x",), ("hawk",))]


def test_what_follows_from_every_camp_has_another_reason_in_each() -> None:
    found = camps_of(EXTREME, Semantics.PREFERRED, "extreme")
    assert found.share == "all"
    assert sorted(camp.speaking for camp in found.camps) == [("p",), ("q",)]
    assert set(found.ties) == {"dove", "hawk"}


def test_what_the_grounded_labelling_decides_is_told_by_it() -> None:
    found = camps_of(NIXON, Semantics.PREFERRED, "quaker")
    assert (found.share, found.camps) == ("all", ())


def test_where_nothing_is_stable_there_is_no_camp() -> None:
    found = camps_of(written("liar", "x: liar -| liar"), Semantics.STABLE, "liar")
    assert (found.exists, found.share, found.camps) == (False, "none", ())


def test_a_circle_of_attacks_divides_though_nothing_ties() -> None:
    a_map = written("d c a b", "w: c -| d", "x: a -| c", "y: b -| c", "u: a -| b", "v: b -| a")
    found = camps_of(a_map, Semantics.PREFERRED, "d")
    assert (found.share, found.ties, set(found.disputed)) == ("all", (), {"a", "b"})


def test_what_only_follows_from_a_claim_does_not_divide_the_labellings_on_it() -> None:
    found = camps_of(EXTREME, Semantics.PREFERRED, "dove")
    assert "extreme" not in found.apart
    a_map = written("a b c d", "x: b -> a", "y: c -| a", "z: a -| d", "w: c -> d")
    assert camps_of(a_map, Semantics.PREFERRED, "a").disputed == ()
    assert camps_of(a_map, Semantics.PREFERRED, "d").disputed == ("d",)


def test_what_a_stronger_attack_in_dispute_decides_divides_nothing_itself() -> None:
    a_map = written("a b c d", "x: b -> a @weak", "y: c -| a @strong", "u: c -| d", "v: d -| c")
    found = camps_of(a_map, Semantics.PREFERRED, "a")
    assert set(found.apart) == {"a", "c", "d"}
    assert (found.ties, set(found.disputed)) == ((), {"c", "d"})


def test_only_claims_are_asked_about() -> None:
    with pytest.raises(ConfigurationError, match="“x” is an argument; name a claim, such as"):
        camps_of(NIXON, Semantics.PREFERRED, "x")
    with pytest.raises(ConfigurationError, match=r"^the map has no claim “zz”\.$"):
        camps_of(NIXON, Semantics.PREFERRED, "zz")


def test_what_was_not_found_out_in_time_is_not_told_as_a_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("argmap.evaluation.why.camps.acceptability", lambda *_, **__: UNKNOWN)
    with pytest.raises(EvaluationLimitError, match="In which labellings it stands"):
        camps_of(NIXON, Semantics.PREFERRED, "pacifist", seconds=-1)


@pytest.mark.parametrize("semantics", Semantics)
def test_what_is_told_of_camps_is_what_the_labellings_say(semantics: Semantics) -> None:
    kinds = set()
    for seed in range(60):
        a_map, _ = weighed_map(seed)
        every = list(standpoints(a_map, semantics))
        for claim in a_map.claims_by_id:
            found = camps_of(a_map, semantics, claim)
            labels = {one.claims[claim] for one in every}
            assert found.exists == bool(every)
            stands = Label.ACCEPTED in labels
            share = "none" if not stands else "all" if len(labels) == 1 else "some"
            assert found.share == share, (seed, claim)
            for camp in found.camps:
                assert camp.standpoint in every
                assert camp.label is camp.standpoint.claims[claim]
            seen = {camp.label for camp in found.camps}
            assert not found.camps or (Label.ACCEPTED in seen) == stands
            kinds.add((share, len(found.camps) > 1))
    assert len(kinds) >= 4


def test_a_tie_is_of_equal_strength_and_divides_the_preferred_labellings() -> None:
    ties = 0
    for seed in range(400):
        a_map, audience = weighed_map(seed, claims=4, arguments=5)
        for name in (None, audience.id):
            evaluation = evaluate(a_map, audience=name)
            strengths = Strengths(a_map, name)
            for claim in a_map.claims_by_id:
                if not is_tie(a_map, evaluation, claim):
                    continue
                ties += 1
                assert evaluation.claims[claim].label is Label.UNDECIDED
                because = evaluation.claims[claim].reason.because
                against = {strengths[one] for one in because if one in a_map.arguments_by_id}
                speaking = [
                    strengths[one.id]
                    for one in a_map.arguments_on(claim, Polarity.SUPPORT)
                    if evaluation.arguments[one.id].label is Label.ACCEPTED
                ]
                assert not speaking or not against or against == {max(speaking)}
                assert len(list(standpoints(a_map, Semantics.PREFERRED, audience=name))) > 1
    assert ties > 20


def test_what_is_undecided_for_another_reason_is_no_tie() -> None:
    open_attack = written("a b c:open", "x: b -> a", "y: c -| a")
    stronger = written("a b c", "x: b -> a @strong", "y: c -| a")
    given = weighed(written("a b", "x: b -| a @strong"), given=0.75)
    found = [is_tie(one, evaluate(one), "a") for one in (open_attack, stronger, given)]
    assert found == [False, False, True]


def test_what_is_given_ties_where_it_counts_beside_the_arguments() -> None:
    argued = weighed(written("a b c", "x: b -> a @weak", "y: c -| a @weak"), given=0.75)
    assumed = weighed(written("a:assumed b c", "x: b -> a @weak", "y: c -| a @strong"), given=0.75)
    found = [is_tie(one, evaluate(one), "a") for one in (argued, assumed)]
    assert found == [True, True]


def test_where_a_stronger_ground_may_stand_there_is_no_tie() -> None:
    a_map = written("a b c d:open", "x: b -> a @weak", "w: d -> a @strong", "y: c -| a @weak")
    weaker = written("a b c d:open", "x: b -> a", "w: d -> a @weak", "y: c -| a")
    found = [is_tie(one, evaluate(one), "a") for one in (a_map, weaker)]
    assert {evaluate(one).claims["a"].label for one in (a_map, weaker)} == {Label.UNDECIDED}
    assert found == [False, True]

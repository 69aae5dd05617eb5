"""Sentences on camps: in how many labellings a claim stands, why, and what divides them."""

from typing import Any

from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.camps import camps_of
from argmap.evaluation.why.explanation import explain
from argmap.model import ArgumentMap
from argmap.report.camps import camps_json, camps_text, tie_text
from tests.evaluation.grounded.test_labelling import written
from tests.evaluation.why.test_camps import EXTREME, NIXON

CIRCLE = written("d c a b", "w: c -| d", "x: a -| c", "y: b -| c", "u: a -| b", "v: b -| a")


def told(a_map: ArgumentMap, claim: str, semantics: Semantics = Semantics.PREFERRED) -> list[str]:
    return camps_text(a_map, camps_of(a_map, semantics, claim), width=1000).splitlines()


def test_both_sides_of_a_tie_are_told() -> None:
    assert told(NIXON, "pacifist") == [
        "“pacifist” [pacifist] stands in some preferred labellings, not in all of them; in the "
        "grounded one it is undecided.",
        "   • In one it stands: “quaker” [quaker] speaks for it, and nothing against it prevails.",
        "   • In another it falls: “hawk” [hawk] stands against it, and prevails.",
        "What divides the labellings: “pacifist” [pacifist] and “hawk” [hawk] contradict each "
        "other, and are equally strong.",
    ]


def test_a_floating_conclusion_has_a_reason_in_each_camp() -> None:
    assert told(EXTREME, "extreme") == [
        "“extreme” [extreme] stands in all preferred labellings; in the grounded one it is "
        "undecided.",
        "   • In one it stands: “dove” [dove] speaks for it, and nothing against it prevails.",
        "   • In another it stands: “hawk” [hawk] speaks for it, and nothing against it prevails.",
        "What divides the labellings: “dove” [dove] and “hawk” [hawk] contradict each other, and "
        "are equally strong.",
    ]


def test_reasons_that_tie_are_told_at_the_claim_that_they_are_about() -> None:
    lines = told(written("a b c", "x: b -> a", "y: c -| a"), "a")
    assert lines[-1] == (
        "What divides the labellings: what speaks for “a” [a] and what speaks against it are "
        "equally strong."
    )


def test_a_circle_of_attacks_names_those_on_which_labellings_take_sides() -> None:
    assert told(CIRCLE, "d")[-1] == (
        "What divides the labellings: they take sides on “a” [a] and “b” [b]."
    )


def test_what_all_share_is_explained_once() -> None:
    assert told(NIXON, "quaker") == [
        "“quaker” [quaker] stands in all preferred labellings: all of them share the grounded "
        "verdict.",
        "“quaker” [quaker] stands: it is given.",
    ]


def test_two_sides_that_stand_and_are_equally_strong_are_told_apart() -> None:
    a_map = written("a b c d e", "x: b -> a", "y: c -| a", "z: d -> c", "w: e -| c")
    lines = told(a_map, "a")
    assert {line.partition(": ")[2] for line in lines if line.startswith("   • In")} == {
        "“b” [b] speaks for it, and nothing against it prevails.",
        "“c” [c] stands against it, and prevails.",
        "“b” [b] speaks for it; “c” [c] stands against it as well, and does not prevail.",
    }
    assert lines[-1] == (
        "   • what speaks for “a” [a] and what may stand against it are equally strong"
    )
    (between,) = [line for line in told(a_map, "a", Semantics.COMPLETE) if "between" in line]
    assert between.endswith("this labelling takes no side between “b” [b] and “c” [c].")


def test_where_there_is_no_labelling_another_question_is_named() -> None:
    (line,) = told(written("liar", "x: liar -| liar"), "liar", Semantics.STABLE)
    assert line.startswith("There are no stable labellings: ")


def test_what_its_author_leaves_open_is_said_to_be_so() -> None:
    lines = told(written("a:open b:open", "x: b -> a"), "b")
    assert lines[1] == "   • In one it is undecided: the author leaves it open."


def test_programs_get_the_same() -> None:
    answer: Any = camps_json(camps_of(NIXON, Semantics.PREFERRED, "pacifist"))
    assert (answer["accepted_in"], answer["ties"]) == ("some", ["pacifist", "hawk"])
    assert [camp["standing"] for camp in answer["camps"]] == ["stands", "falls"]


def hint(a_map: ArgumentMap, claim: str) -> str:
    explanation = explain(a_map, evaluate(a_map), claim)
    return tie_text(a_map, explanation, call=["argmap", "explain", "my map.yaml", claim])


def test_an_explanation_of_a_tie_leads_to_the_camps() -> None:
    command = "argmap explain 'my map.yaml' pacifist --semantics preferred"
    assert hint(NIXON, "pacifist") == (
        f"Both sides are equally strong; the camps, one for each side, are shown by\n   {command}\n"
    )
    assert hint(EXTREME, "extreme").startswith("It hangs on sides that are equally strong; ")


def test_what_does_not_hang_on_a_tie_has_no_camps_to_lead_to() -> None:
    assert hint(NIXON, "quaker") is None
    assert hint(CIRCLE, "a") is None

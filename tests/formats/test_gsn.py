"""Goal Structuring Notation in the YAML of gsn2x."""

import pytest

from argmap.formats import gsn
from argmap.formats.recognition import readable_format
from argmap.model import Polarity, Status
from argmap.reader import Reading

ROBOT = """\
module:
  name: Robot
  brief: Is it safe?

G1:
  text: The robot is safe.
  supportedBy: [S1, Sn9]
  inContextOf: [C1]

C1:
  text: |
    In the workshop,
    by day.

S1:
  text: Each hazard in turn.
  supportedBy: [G2, G3]
  inContextOf: [A1, J1]

A1: {text: All hazards are known.}
J1: {text: Two teams listed the hazards.}
G2: {text: It stops when touched., supportedBy: Sn1, url: "https://example.org/stop"}
G3: {text: It does not tip over., undeveloped: true, layer1: Ask Ann.}
Sn1: {text: Touch tests, classes: [lab], horizontalIndex: {relative: 1}}
Sn9: {text: Ten years of use}
CG1: {text: The tests were on a bench., challenges: Sn1}
CG2: {text: A third team found another hazard., challenges: S1}
"""


def read(text: str) -> Reading:
    reading = gsn.loads(text, file="robot.gsn.yaml")
    assert reading.map is not None, reading.diagnostics
    return reading


def test_goals_strategies_and_solutions() -> None:
    reading = read(ROBOT)
    found = reading.map
    assert reading.diagnostics == ()
    assert (found.title, found.description, found.theses) == ("Robot", "Is it safe?", ("G1",))
    assert {(a.premises, a.target, a.polarity.value, a.label) for a in found.arguments} == {
        (("Sn9",), "G1", "support", None),
        (("G2", "G3", "A1"), "G1", "support", "Each hazard in turn."),
        (("Sn1",), "G2", "support", None),
        (("J1",), "S1", "support", None),
        (("CG1",), "Sn1", "attack", None),
        (("CG2",), "S1", "attack", None),
    }


def test_what_else_an_element_says_is_kept_in_tags_and_notes() -> None:
    found = read(ROBOT).map.claims_by_id
    assert found["G1"].note == "C1: In the workshop, by day."
    assert found["A1"].status is Status.ASSUMED
    assert found["G2"].link == "https://example.org/stop"
    assert (found["G3"].status, found["G3"].tags) == (Status.OPEN, ("undeveloped",))
    assert found["G3"].note == "layer1: Ask Ann."
    assert found["Sn1"].tags == ("solution", "lab")
    assert "C1" not in found


def test_a_strategy_that_leads_on_to_another_one_has_its_premises() -> None:
    found = read(
        "G1: {text: A., supportedBy: S1}\n"
        "S1: {text: First., supportedBy: [S2, G2]}\n"
        "S2: {text: Second., supportedBy: [G3]}\n"
        "G2: {text: B.}\nG3: {text: C.}\n"
    ).map
    (argument,) = found.arguments
    assert (argument.id, argument.premises, argument.note) == ("S1", ("G3", "G2"), "S2: Second.")


def test_a_strategy_with_nothing_under_it_is_a_claim() -> None:
    found = read("G1: {text: A., supportedBy: S1}\nS1: {text: Later., undeveloped: true}\n").map
    assert found.claims_by_id["S1"].status is Status.OPEN
    assert found.arguments[0].premises == ("S1",)


def test_elements_need_no_text_and_may_name_their_type() -> None:
    found = read("Top: {nodeType: Goal, supportedBy: Proof}\nProof: {nodeType: CounterSolution}\n")
    assert [claim.text for claim in found.map.claims] == ["Top", "Proof"]


def test_strategies_in_a_circle_end() -> None:
    found = read(
        "G1: {supportedBy: S1}\nS1: {supportedBy: [S2, G2]}\nS2: {supportedBy: [S1]}\nG2: {}\n"
    ).map
    assert [argument.premises for argument in found.arguments] == [("G2",)]


def test_what_challenges_a_context_makes_it_a_claim() -> None:
    found = read("G1: {inContextOf: C1}\nC1: {text: By day.}\nCG1: {challenges: C1}\n").map
    assert [(a.premises, a.target, a.polarity) for a in found.arguments] == [
        (("CG1",), "C1", Polarity.ATTACK)
    ]


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("G1: {supportedBy: [G2]}\nG22: {}\n", (1, 20), "no element “G2”; did you mean “G22”?"),
        ("X1: {text: A.}\n", (1, 1), "“X1” does not tell what it is"),
        ("X1: {nodeType: Gaol}\n", (1, 16), "no type of element “Gaol”; did you mean “Goal”?"),
        ("G1: A.\n", (1, 5), "“G1” should be a mapping"),
        ("G1: {text: [A]}\n", (1, 12), "what an element says should be a text"),
        ("G1: {supportedBy: {a: b}}\n", (1, 19), "supportedBy should be a text or a list"),
        ("module: {name: A}\n", (1, 1), "there is no claim in this file"),
        ("- G1\n", (1, 1), ""),
    ],
)
def test_faults_are_told_at_their_place(text: str, place: tuple[int, int], told: str) -> None:
    reading = gsn.loads(text, file="robot.gsn.yaml")
    assert reading.map is None
    first = reading.diagnostics[0]
    assert told in first.message
    assert (first.span.start.line, first.span.start.column) == place


def test_losses_are_told() -> None:
    text = "module: {name: A, uses: [B]}\nG1: {text: A., acp: {ACP1: G1}}\n"
    assert [found.message for found in read(text).diagnostics] == [
        "“uses” of a module is left out",
        "“acp” of an element is left out",
    ]


@pytest.mark.parametrize("name", ["robot.gsn.yaml", "robot.yml"])
def test_the_file_tells_that_it_is_in_goal_structuring_notation(name: str) -> None:
    assert readable_format(name, ROBOT.encode()).name == "gsn"
    assert readable_format(name, b"argmap: 1\nthesis: C\n").name == "yaml"

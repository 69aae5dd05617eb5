"""Goal Structuring Notation in the YAML of gsn2x."""

from pathlib import Path

import pytest

from argmap.formats import gsn
from argmap.formats.recognition import readable_format
from argmap.model import Polarity, Status
from argmap.pipeline import read_path
from argmap.reader import Reading
from tests.command import argmap

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
    assert found["G1"].note == "C1: In the workshop,\nby day."
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


def test_the_texts_of_a_layer_may_be_a_list() -> None:
    found = read("G1: {text: A., layer1: [One., Two.], layer2: Three.}\n").map
    assert found.claims[0].note == "layer1: One.\nTwo.\nlayer2: Three."


def test_modules_and_challenges_stay_in_the_order_of_the_files(tmp_path: Path) -> None:
    files = {"a.yaml": "module: {name: M, uses: [c.yaml, b.yaml, c.yaml]}\nG1: {}\n"}
    files |= {"b.yaml": "G2: {}\n", "c.yaml": "CG3: {challenges: [G2, G1, G2]}\n"}
    write(tmp_path, files)
    found = read_path(tmp_path / "a.yaml").map
    assert [claim.id for claim in found.claims] == ["G1", "CG3", "G2"]
    assert sorted(argument.target for argument in found.arguments) == ["G1", "G2"]


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
        ("G1: {}\nCG1: {challenges: G1 -> G3}\n", (2, 19), "there is no element “G3”"),
        ("G1: {supportedBy: G1 -> G2}\nG2: {}\n", (1, 19), "there is no element “G1 -> G2”"),
        ("G1: {inContextOf: G1 -> G2}\nG2: {}\n", (1, 19), "there is no element “G1 -> G2”"),
        ("G1: {}\nG2: {}\nCG1: {challenges: G1 -> G2}\n", (3, 19), "there is no relation between"),
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
        "modules that are used are left out: this text is in no folder",
        "“acp” of an element is left out",
    ]


@pytest.mark.parametrize("name", ["robot.gsn.yaml", "robot.yml"])
def test_the_file_tells_that_it_is_in_goal_structuring_notation(name: str) -> None:
    assert readable_format(name, ROBOT.encode()).name == "gsn"
    assert readable_format(name, b"argmap: 1\nthesis: C\n").name == "yaml"


@pytest.mark.parametrize(
    "text",
    [
        "{G1: {text: A., supportedBy: [G2]}, G2: {text: B.}}\n",
        '# A case.\n---\n{"G1": {"text": "A.", "supportedBy": ["G2"]}, "G2": {"text": "B."}}\n',
        "{module: {name: M}, G1: {text: A.}}\n",
        "G1: {horizontalIndex: {relative: 1}, text: A.}\n",
        "'G1': {\n  supportedBy: [G2]\n}\nG2: {}\n",
        "G1.1: {text: A.}\n",
        "Top: {nodeType: Goal}\n",
        "Top:\n  nodeType: CounterGoal\n",
        "module: {name: M, uses: [a.yaml]}\n",
        "module:\n  name: M\n  uses: [a.yaml]\n",
    ],
)
def test_flow_style_typed_names_and_modules_tell_the_notation(text: str) -> None:
    assert readable_format("case.yaml", text.encode()).name == "gsn"


@pytest.mark.parametrize(
    "text",
    [
        "{argmap: 1, claims: {G1: {text: A.}}}\n",
        "argmap: 1\nclaims:\n  G1: {text: A.}\n",
        "title: The module\nthesis: {text: A.}\n",
        "statements: {a: {text: A.}}\narguments: {}\n",
    ],
)
def test_other_yaml_is_none_of_this_notation(text: str) -> None:
    assert not gsn.recognises(text)


CASE = """\
G1: {supportedBy: [S1, G2, Sn1], inContextOf: [C1, J1, A1]}
S1: {supportedBy: [S2, G3], inContextOf: J2}
S2: {supportedBy: G4}
G2: {}
G3: {}
G4: {}
Sn1: {}
C1: {}
J1: {}
J2: {}
A1: {}
CG1: {challenges: G2}
"""


@pytest.mark.parametrize(
    ("relation", "target"),
    [
        ("G1 -> G2", "G1.1"),
        ("Sn1->G1", "G1.1"),
        ("G1 -> S1", "S1"),
        ("S1 -> G3", "S1"),
        ("S2 -> G4", "S1"),
        ("S1 -> S2", "S1"),
        ("S1 -> J2", "S1.2"),
        ("G2 -> CG1", "G2.1"),
        ("CG1 -> G2", "G2.1"),
    ],
)
def test_what_challenges_a_relation_is_an_undercut_of_its_argument(
    relation: str, target: str
) -> None:
    found = read(f"{CASE}CG2: {{challenges: {relation}}}\n").map
    (challenge,) = (a for a in found.arguments if a.premises == ("CG2",))
    assert (challenge.target, challenge.polarity) == (target, Polarity.ATTACK)


def test_what_challenges_a_relation_to_a_context_undercuts_all_arguments_of_its_element() -> None:
    for relation in ("G1 -> C1", "G1 -> A1"):
        reading = read(f"{CASE}CG2: {{challenges: {relation}}}\n")
        found = {a.target for a in reading.map.arguments if a.premises == ("CG2",)}
        assert found == {"G1.1", "S1"}


def test_challenges_of_challenges_may_be_in_any_order() -> None:
    lines = [f"CG{n}: {{challenges: CG{n + 1} -> CG{n + 2}}}" for n in range(1, 20)]
    found = read("\n".join([*lines, "CG20: {challenges: CG21}", "CG21: {}"]) + "\n").map
    by = {a.premises[0]: a for a in found.arguments}
    assert by["CG20"].target == "CG21"
    assert all(by[f"CG{n}"].target == by[f"CG{n + 1}"].id for n in range(1, 20))


def test_cases_that_would_grow_beyond_all_measure_are_refused() -> None:
    goals = [f"G{n}: {{supportedBy: S1}}" for n in range(2_000)]
    solutions = [f"Sn{n}: {{}}" for n in range(2_000)]
    strategy = f"S1: {{supportedBy: [{', '.join(f'Sn{n}' for n in range(2_000))}]}}"
    # Each challenge bears on as much as the two before it together.
    pairs = [
        f"CG{n}: {{challenges: [CG{n - 1} -> CG{n - 2}, CG{n - 1} -> CG{n - 3}]}}"
        for n in range(3, 60)
    ]
    pairs += ["CG2: {challenges: [CG1, CG0]}", "CG1: {challenges: CG0}", "CG0: {}"]
    for lines, told in (([*goals, strategy, *solutions], "strategies"), (pairs, "challenged")):
        reading = gsn.loads("\n".join(lines) + "\n")
        assert "than can be read" in reading.diagnostics[0].message
        assert told in reading.diagnostics[0].message


def test_a_strategy_below_a_strategy_keeps_what_is_said_of_it() -> None:
    found = read(
        "G1: {supportedBy: S1}\nS1: {supportedBy: S2}\nC1: {text: In town.}\nA1: {}\n"
        "S2: {supportedBy: G2, inContextOf: [C1, A1], layer1: See Ann.}\nG2: {}\n"
        "CG1: {challenges: S2}\n"
    ).map
    (step,) = (a for a in found.arguments if a.id == "S1")
    assert step.premises == ("G2", "A1")
    assert step.note == "S2: S2\nC1: In town.\nlayer1: See Ann."
    assert [a.target for a in found.arguments if a.premises == ("CG1",)] == ["S1"]


def test_strategies_that_lead_nowhere_are_told() -> None:
    reading = read("G1: {text: A., supportedBy: [S1, G2]}\nG2: {}\nS1: {supportedBy: S1}\n")
    assert [d.message for d in reading.diagnostics] == [
        "a strategy that leads from no claim to another is left out"
    ]


def test_relations_that_are_defeated_have_a_tag() -> None:
    found = read(
        "G1: {supportedBy: [G2], defeatedRelation: G2}\nG2: {}\n"
        "CG1: {challenges: G2, defeatedRelation: G2}\nCG2: {challenges: G1 -> G2}\n"
    ).map
    assert {a.premises[0]: a.tags for a in found.arguments} == {
        "G2": ("defeated",),
        "CG1": ("defeated",),
        "CG2": (),
    }


def test_lines_of_a_text_are_kept_where_they_say_something() -> None:
    found = read(
        "G1:\n  text: |\n    It is safe,\n    by day.\n  supportedBy: [G2]\n  inContextOf: [C1]\n"
        "G2:\n  text: |\n    Safe are:\n    - doors\n    - lifts\n\n    And all else.\n"
        "  layer1: |\n    One.\n    Two.\n"
        "C1:\n  text: |\n    Day:\n    * from six\n"
    ).map.claims_by_id
    assert (found["G1"].text, found["G1"].note) == ("It is safe, by day.", "C1: Day:\n* from six")
    assert found["G2"].text == "Safe are: - doors - lifts And all else."
    assert found["G2"].note == ("Safe are:\n- doors\n- lifts\n\nAnd all else.\nlayer1: One.\nTwo.")


MODULES = {
    "index.gsn.yaml": (
        "module: {name: Main, brief: Is it safe?, uses: [parts/a.yaml, parts/b.yaml]}\n"
        "G1: {text: Safe., supportedBy: [G2, G9]}\nG9: {undeveloped: true}\n"
    ),
    "parts/a.yaml": (
        "module: {name: Doors, uses: [../index.gsn.yaml, b.yaml]}\n"
        "G2: {text: Doors., supportedBy: Sn1, inContextOf: C1}\n"
    ),
    "parts/b.yaml": (
        "module: {name: Proofs, extends: [{module: Main, develops: {G9: [G3]}}]}\n"
        "Sn1: {text: Tests.}\nC1: {text: By day.}\nG3: {text: Lifts.}\n"
    ),
}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text)


def test_modules_that_are_used_are_part_of_the_map(tmp_path: Path) -> None:
    write(tmp_path, MODULES)
    reading = read_path(tmp_path / "index.gsn.yaml")
    assert reading.diagnostics == ()
    found = reading.map
    assert (found.title, found.description, found.theses) == ("Main", "Is it safe?", ("G1",))
    assert {c.id: (c.text, c.group) for c in found.claims} == {
        "G1": ("Safe.", None),
        "G9": ("G9", None),
        "G2": ("Doors.", "Doors"),
        "Sn1": ("Tests.", "Proofs"),
        "G3": ("Lifts.", "Proofs"),
    }
    assert {(a.premises, a.target) for a in found.arguments} == {
        (("G2", "G9"), "G1"),
        (("Sn1",), "G2"),
        (("G3",), "G9"),
    }
    assert (found.claims_by_id["G9"].status, found.claims_by_id["G9"].tags) == (None, ())
    assert found.claims_by_id["G2"].note == "C1: By day."


def test_a_module_that_only_uses_others_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "module: {name: M, uses: b.yml}\n", "b.yml": "G1: {text: A.}\n"})
    assert read_path(tmp_path / "a.yaml").map.claims[0].text == "A."


@pytest.mark.parametrize(
    ("index", "other", "file", "told"),
    [
        ("uses: [b.txt]", "", "index.gsn.yaml", "name a file in YAML by a relative path"),
        ("uses: [/etc/b.yaml]", "", "index.gsn.yaml", "name a file in YAML by a relative path"),
        ("uses: [nobody.yaml]", "", "index.gsn.yaml", "nobody.yaml"),
        ("uses: [b.yaml]", "G1: {}\n", "b.yaml", "the element “G1” is there twice"),
        ("uses: [b.yaml]", "G2: {text: [\n", "b.yaml", ""),
        ("uses: [b.yaml]", "X2: {text: A.}\n", "b.yaml", "“X2” does not tell what it is"),
        ("uses: [b.yaml]", "G2: {supportedBy: G7}\n", "b.yaml", "there is no element “G7”"),
        ("extends: {module: M, develops: {G8: G1}}", "", "index.gsn.yaml", "no element “G8”"),
    ],
)
def test_faults_of_modules_are_told_in_the_file_where_they_are(
    tmp_path: Path, index: str, other: str, file: str, told: str
) -> None:
    text = f"module: {{name: M, {index}}}\nG1: {{text: A.}}\n"
    write(tmp_path, {"index.gsn.yaml": text, "b.yaml": other})
    reading = read_path(tmp_path / "index.gsn.yaml")
    assert reading.map is None
    first = reading.diagnostics[0]
    assert Path(first.span.file).name == file
    assert told in first.message


def test_a_fault_of_a_module_is_shown_with_its_line(tmp_path: Path) -> None:
    files = {"a.yaml": "module: {name: M, uses: [b.yaml]}\n", "b.yaml": "G2: {supportedBy: G7}\n"}
    write(tmp_path, files)
    ended = argmap("check", tmp_path / "a.yaml")
    assert ended.code == 1
    assert "G2: {supportedBy: G7}" in ended.out + ended.err


def test_what_extends_a_module_that_is_not_there_is_told() -> None:
    text = "module: {name: M, extends: [{module: T, develops: {G9: [G1]}}]}\nG1: {text: A.}\n"
    assert [d.message for d in read(text).diagnostics] == [
        "what extends “T” is left out: no such module is used"
    ]


def test_undercuts_in_a_circle_are_a_fault() -> None:
    text = "G1: {}\nCG1: {challenges: CG2 -> G1}\nCG2: {challenges: CG1 -> G1}\n"
    reading = gsn.loads(text)
    assert "in a circle" in reading.diagnostics[0].message

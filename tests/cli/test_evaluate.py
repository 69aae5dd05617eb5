import json

import pytest

from tests.command import argmap

MAP = """\
argmap: 1
title: A tree
thesis:
  id: plant
  label: Plant a tree
  text: We should plant a tree.
  premises:
    - {id: shade, text: It will give shade.}
  rebuttals:
    - id: roots
      text: Its roots lift the pavement.
      rebuttals:
        - {id: downwards, text: Pear roots grow downwards.}
expect:
  plant: accepted
"""
QUARREL = """\
argmap: 1
thesis: {id: red, text: The wall should be red., contradicts: blue}
claims:
  - {id: blue, text: The wall should be blue.}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "quarrel.yaml").write_text(QUARREL, encoding="utf-8")


def test_the_outline_has_verdicts_and_counts():
    ended = argmap("evaluate", "map.yaml")
    assert ended.code == 0
    assert ended.out == (
        "A tree\n\n"
        "✓ Plant a tree — We should plant a tree. [plant]\n"
        "    + ✓ It will give shade. [shade]\n"
        "    − ✗ Its roots lift the pavement. [roots]\n"
        "        − ✓ Pear roots grow downwards. [downwards]\n\n"
        "3 claims stand ✓, 1 falls ✗, 0 are undecided ?\n"
    )
    assert ended.out == argmap("show", "map.yaml").out
    assert "✓" not in argmap("show", "map.yaml", "--no-evaluate").out


def test_json_has_the_shape_that_programs_rely_on():
    answer = json.loads(argmap("evaluate", "map.yaml", "--format", "json").out)
    assert answer["semantics"] == "grounded"
    assert answer["claims"]["roots"] == {"label": "rejected", "reason": "defeated"}
    assert answer["arguments"]["plant.1"] == {"label": "accepted"}
    assert answer.keys() == {"semantics", "claims", "arguments"}


def test_what_if_says_what_changes():
    ended = argmap("evaluate", "map.yaml", "--reject", "downwards")
    assert ended.code == 0
    assert "“Plant a tree”: accepted → undecided" in ended.out
    assert "“Its roots lift the pavement.”: rejected → accepted" in ended.out
    assert argmap("evaluate", "map.yaml", "--accept", "shade").out == "Nothing would change.\n"
    answer = json.loads(
        argmap("evaluate", "map.yaml", "--reject", "downwards", "--format", "json").out
    )
    assert {"id": "plant", "before": "accepted", "after": "undecided"} in answer["changed"]


def test_an_expectation_that_fails_is_told_and_the_exit_code_is_1(tmp_path):
    (tmp_path / "map.yaml").write_text(MAP.replace("plant: acc", "roots: acc"), encoding="utf-8")
    ended = argmap("evaluate", "map.yaml")
    assert ended.code == 1
    assert "“Its roots lift the pavement.” is rejected, but accepted is expected" in ended.err


def test_standpoints_are_counted_and_listed():
    ended = argmap("evaluate", "quarrel.yaml", "--semantics", "preferred", "--list", "5")
    assert ended.out.startswith("2 preferred labellings\n\nsome  The wall should be red. [red]\n")
    assert "1. accepts " in ended.out
    assert "2. accepts " in ended.out
    answer = json.loads(
        argmap("evaluate", "quarrel.yaml", "--semantics", "stable", "--format", "json").out
    )
    assert (answer["count"], answer["labellings"]) == (2, [])
    assert answer["claims"]["blue"] == {"sceptical": False, "credulous": True}


@pytest.mark.parametrize("semantics", ["df-quad", "quadratic-energy", "euler", "credence"])
def test_degrees_are_numbers_and_bars(semantics):
    ended = argmap("evaluate", "map.yaml", "--semantics", semantics)
    assert "1.00 ██████████ It will give shade. [shade]" in ended.out
    answer = json.loads(
        argmap("evaluate", "map.yaml", "--semantics", semantics, "--format", "json").out
    )
    assert answer["semantics"] == semantics
    assert 0 <= answer["claims"]["plant"]["degree"] <= 1


def test_frameworks_of_other_programs_are_evaluated_and_drawn(tmp_path):
    (tmp_path / "two.af").write_text("p af 2\n1 2\n", encoding="utf-8")
    answer = json.loads(argmap("evaluate", "two.af", "--format", "json").out)
    assert answer["claims"]["2"] == {"label": "rejected", "reason": "defeated"}
    assert argmap("render", "two.af").code == 0
    (tmp_path / "two.apx").write_text("arg(a). arg(b)\natt(a,b).", encoding="utf-8")
    ended = argmap("evaluate", "two.apx")
    assert ended.code == 1
    assert "two.apx:1:" in ended.err


def test_explain_follows_the_reasons():
    ended = argmap("explain", "map.yaml", "plant")
    assert ended.out == (
        "“Plant a tree” stands: “It will give shade.” speaks for it, and what is against it is too "
        "weak or\nfalls.\n"
        "   • “It will give shade.” stands: it is given.\n"
        "   • “Its roots lift the pavement.” falls: “Pear roots grow downwards.” stands "
        "against it.\n"
        "      • “Pear roots grow downwards.” stands: it is given.\n\n"
        "It would stand no more if any one of these fell:\n"
        "   • “It will give shade.”\n"
        "   • “Pear roots grow downwards.”\n"
    )
    assert (
        "“Pear roots grow downwards.” stands against it"
        in argmap("explain", "map.yaml", "roots").out
    )
    answer = json.loads(argmap("explain", "map.yaml", "roots", "--format", "json").out)
    assert answer["id"] == "roots"
    assert answer["nodes"]["roots"]["reason"] == "defeated"
    assert set(answer["nodes"]["roots"]["because"]) <= {*answer["nodes"], "roots.1"}
    change = {"id": "downwards", "label": "rejected"}
    assert answer["hangs_on"]["least_change"] == [change]
    told = argmap("explain", "map.yaml", "roots").out
    assert told.endswith("\nIt would stand if “Pear roots grow downwards.” fell.\n")
    assert "would stand" not in argmap("explain", "map.yaml", "roots", "--budget", "0").out
    short = argmap("explain", "map.yaml", "plant", "--budget", "2").out
    assert short.endswith("There may be others; 2 labellings were tried (--budget).\n")


def test_what_is_undecided_says_what_it_hangs_between():
    assert (
        "“The wall should be blue.” is in its way" in argmap("explain", "quarrel.yaml", "red").out
    )


def test_explain_shows_pages():
    assert argmap("explain", "one-sided").out.startswith("Nothing in the map speaks against")
    assert "Critical questions" in argmap("explain", "scheme:expert-opinion").out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("explain", "map.yaml", "plnt"), "did you mean “plant”?"),
        (("explain", "one-sidde"), "did you mean “one-sided”?"),
        (("explain", "scheme:exprt-opinion"), "did you mean “expert-opinion”?"),
        (("explain", "map.yaml", "plant", "shade"), "name one map"),
        (("evaluate", "map.yaml", "--reject", "shad"), "did you mean “shade”?"),
        (("evaluate", "map.yaml", "--reject", "shade", "--accept", "shade"), "cannot be both"),
        (("render", "map.yaml", "--accept", "shad"), "did you mean “shade”?"),
    ],
)
def test_what_nobody_knows_is_told_kindly(arguments, hint):
    ended = argmap(*arguments)
    assert (ended.code, hint in ended.err) == (2, True), ended

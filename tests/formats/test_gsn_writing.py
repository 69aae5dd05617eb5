"""Maps written in Goal Structuring Notation: what comes back, and whether gsn2x takes it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given

from argmap.formats import gsn
from argmap.model import Argument, ArgumentMap, Claim, Polarity, Status
from argmap.pipeline import convert, loads
from tests.command import argmap
from tests.examples import examples
from tests.formats.files_of_maps import arguments_in, claims_in, standings
from tests.formats.gsn2x_rules import broken_rules
from tests.formats.test_gsn import ROBOT
from tests.strategies import ODD_NOTES, ODD_TEXTS, argument_maps

REFUSED = "refuses this case"
CASES = {
    "robot": ROBOT,
    "strategies": "G1: {text: A., supportedBy: [S1, S2, G2]}\n"
    "S1: {supportedBy: [G3], classes: [old, new], level: deep}\n"
    "S2: {text: By type., supportedBy: [G3, S3], inContextOf: [C1, A1, J1], layer1: Ask Ann.}\n"
    "S3: {text: Later., undeveloped: true}\nG2: {}\nG3: {text: B.}\n"
    "C1: {text: By day.}\nA1: {text: Of old.}\nJ1: {text: Of course.}\n",
    "relations": "G1: {text: A., supportedBy: [G2], inContextOf: [C1]}\nG2: {text: B.}\n"
    "C1: {text: By day.}\n"
    "CG1: {text: C., challenges: G1 -> G2}\nCG2: {text: D., challenges: CG1 -> G1}\n",
    "defeated": "G1: {text: A., supportedBy: [S1, G3], defeatedRelation: [S1]}\n"
    "S1: {text: S., supportedBy: G2}\nG2: {text: B., defeated: true}\nG3: {text: C.}\n"
    "CG1: {text: D., challenges: G2, defeatedRelation: [G2], supportedBy: [CSn1]}\n"
    "CSn1: {text: E.}\n",
    "each other": "G1: {text: A., supportedBy: [CG1]}\nCG1: {text: B., challenges: CG2}\n"
    "CG2: {text: C., challenges: CG1}\n",
    "contexts": "G1: {text: A., inContextOf: [A1, C1, J1]}\nA1: {text: B.}\n"
    "C1: {text: 'One.\n\n  Two.'}\nJ1: {text: C.}\nCG1: {text: D., challenges: C1}\n",
    "layouts": 'G1: {text: "Either:\\n- one\\n- two", supportedBy: S1, layer1: [One., Two.]}\n'
    "S1: {text: \"Each:\\n1. one\\n2. two\", supportedBy: [G2]}\nG2: {text: '- no list'}\n",
    "backing that is challenged": "G1: {text: A., supportedBy: S1}\n"
    "S1: {text: S., supportedBy: G2, inContextOf: J1}\nG2: {text: B.}\nJ1: {text: C.}\n"
    "CG1: {text: D., challenges: J1}\nCG2: {text: E., challenges: S1 -> J1}\n",
}


def written(a_map: ArgumentMap) -> tuple[str, ArgumentMap, list[str]]:
    writing = gsn.dumps(a_map)
    assert gsn.recognises(writing.text) or not a_map.claims
    reading = gsn.loads(writing.text, file="a.gsn.yaml")
    assert reading.map is not None, reading.diagnostics
    return writing.text, reading.map, [loss.message for loss in writing.losses]


@pytest.mark.parametrize("name", CASES)
def test_a_case_that_is_read_is_written_as_it_was(name: str) -> None:
    a_map = gsn.loads(CASES[name], file="a.gsn.yaml").map
    assert a_map is not None
    text, found, losses = written(a_map)
    assert losses == []
    assert claims_in(found) == claims_in(a_map)
    assert arguments_in(found) == arguments_in(a_map)
    assert standings(found) == standings(a_map)
    assert (found.title, found.description) == (a_map.title, a_map.description)
    assert found.theses == a_map.theses
    assert broken_rules(text) == []
    # Written once more, it is the same text.
    assert gsn.dumps(found).text == text


def test_elements_have_the_types_of_the_case() -> None:
    a_map = gsn.loads(ROBOT, file="a.gsn.yaml").map
    assert a_map is not None
    before, after = yaml.safe_load(ROBOT), yaml.safe_load(gsn.dumps(a_map).text)
    assert set(before) == set(after)
    assert after["S1"]["inContextOf"] == ["A1", "J1"]
    assert after["G1"]["inContextOf"] == ["C1"]
    assert after["module"] == {"name": "Robot", "brief": "Is it safe?"}
    assert after["G3"]["undeveloped"] is True


@examples(200)
@given(argument_maps(min_claims=1))
def test_gsn2x_takes_what_is_written_or_that_is_told(a_map: ArgumentMap) -> None:
    text, _, losses = written(a_map)
    broken = broken_rules(text)
    assert bool(broken) == any(REFUSED in one for one in losses), broken
    assert {one[:3] for one in broken} <= {"C01", "C02", "C08"}


def plain(a_map: ArgumentMap, *, name: str = "") -> ArgumentMap:
    """Return a map with only what GSN has, under ids that elements can have."""
    names = {claim.id: f"n{name}{number}" for number, claim in enumerate(a_map.claims)}
    names |= {argument.id: f"s{name}{number}" for number, argument in enumerate(a_map.arguments)}
    claims = tuple(
        Claim(names[one.id], one.text, status=one.status, tags=one.tags, note=one.note)
        for one in a_map.claims
    )
    arguments = tuple(
        Argument(
            names[one.id],
            tuple(names[premise] for premise in one.premises),
            names[one.target],
            one.polarity,
            label=one.label and " ".join(one.label.split()),
            tags=one.tags,
            note=one.note,
        )
        for one in a_map.arguments
    )
    return ArgumentMap(claims, arguments)


def as_read(one: Claim, found: Claim) -> Claim:
    """Return a claim with the tags of its kind, which a map need not have."""
    kinds = {"assumption", "justification", "undeveloped"}
    tags = {*one.tags, *(kinds & set(found.tags))}
    return replace(one, tags=tuple(sorted(tags)))


IDS = "an argument without a strategy has no id"


@examples(200)
@given(argument_maps(min_claims=1))
def test_what_is_not_told_as_lost_comes_back(a_map: ArgumentMap) -> None:
    a_map = plain(a_map)
    _, found, losses = written(a_map)
    told = [one for one in losses if REFUSED not in one and IDS not in one]
    after = claims_in(found)
    for claim in a_map.claims:
        same = replace(claim, status=None) if any("no status" in one for one in told) else claim
        known = after[claim.id]
        known = replace(known, status=None) if same.status is None else known
        assert known == as_read(same, known)
    if told in ([], [one for one in told if "no status" in one]):
        assert arguments_in(found) == arguments_in(a_map)
        assert set(after) == set(a_map.claims_by_id)
        if not told:
            assert standings(found) == standings(a_map)


@pytest.mark.parametrize("text", [*ODD_TEXTS, *ODD_NOTES, "0", "1e3", "0x1F", ".inf", "G1: {}"])
def test_no_text_is_taken_for_a_part_of_the_case(text: str) -> None:
    claims = (
        Claim("a", text, tags=(text,), note=text),
        Claim("b", "B.", note=f"C1: {text}\nlayer: {text}"),
    )
    support = Argument("x", ("b",), "a", label=text, note=text, tags=(text,))
    a_map = ArgumentMap(claims, (support,), title=text, description=text)
    shown, found, _ = written(a_map)
    assert set(yaml.safe_load(shown)) <= {"module", "a", "b", "x", "C1"}
    assert [(one.text, one.tags) for one in found.claims] == [
        (one.text, one.tags) for one in a_map.claims
    ]
    assert broken_rules(shown) == []
    assert [one.note for one in found.claims] == [one.note for one in a_map.claims]


def test_ids_that_no_element_has_are_changed_and_told() -> None:
    claims = (Claim("module", "A."), Claim("2022", "B."), Claim("law/act", "C."))
    support = Argument("module.1", ("2022", "law/act"), "module")
    text, found, losses = written(ArgumentMap(claims, (support,), ("module",)))
    assert set(yaml.safe_load(text)) == {"G-module", "G-2022", "act"}
    assert {claim.text: claim.id for claim in found.claims}["C."] == "act"
    assert losses == [
        "an element has no id without a letter, none with “/” and no “module”: it is changed",
        "the name of a file before an id is left out: all modules share their ids in GSN",
    ]


def test_ids_of_two_files_that_are_alike_stay_two() -> None:
    claims = (Claim("act", "A."), Claim("law/act", "B."), Claim("law/2", "C."), Claim("x/act", "D"))
    text, found, losses = written(ArgumentMap(claims))
    assert set(yaml.safe_load(text)) == {"act", "G-law-act", "G-law-2", "G-x-act"}
    assert [one.text for one in found.claims] == ["A.", "B.", "C.", "D"]
    assert len(losses) == 1


def attack(name: str, premises: tuple[str, ...], target: str, **more: Any) -> Argument:
    return Argument(name, premises, target, Polarity.ATTACK, **more)


def test_what_attacks_together_or_several_things_is_further_counter_goals() -> None:
    claims = tuple(Claim(id, f"It is {id}.") for id in ("top", "one", "other", "third"))
    arguments = (
        Argument("top.1", ("third",), "top"),
        attack("top.2", ("one", "other"), "top"),
        attack("third.1", ("one",), "third"),
        attack("top.1.1", ("one",), "top.1"),
    )
    a_map = ArgumentMap(claims, arguments, ("top",))
    text, found, losses = written(a_map)
    elements = yaml.safe_load(text)
    assert elements["top.2"]["supportedBy"] == ["one", "other"]
    assert elements["top.2"]["text"] == "It is one; It is other."
    assert {one.get("challenges") for one in elements.values()} == {
        *(None, "top", "third", "top -> third"),
    }
    assert broken_rules(text) == []
    before, after = standings(a_map), standings(found)
    assert {name: after[name] for name in before} == before
    assert len(losses) == 2


def test_a_circle_of_support_is_opened_and_told() -> None:
    claims = (Claim("a", "A."), Claim("b", "B."), Claim("c", "C."))
    arguments = (
        Argument("a.1", ("b",), "a"),
        Argument("b.1", ("a",), "b"),
        Argument("b.2", ("c",), "b.1"),
    )
    text, found, losses = written(ArgumentMap(claims, arguments, ("a",)))
    assert [one.id for one in found.arguments] == ["a.1"]
    assert any("nothing supports itself" in one for one in losses)
    assert broken_rules(text) == []


def test_verdicts_that_change_are_told_with_their_claims() -> None:
    claims = tuple(Claim(id, f"It is {id}.") for id in ("top", "con", "x", "y"))
    claims = (*claims, Claim("z", "It is z.", status=Status.CERTAIN))
    arguments = (
        attack("top.1", ("con",), "top"),
        Argument("con.1", ("x",), "con"),
        Argument("con.2", ("y",), "con"),
        attack("x.1", ("z",), "x"),
    )
    messages = [one.message for one in convert(ArgumentMap(claims, arguments), to="gsn").losses]
    assert "a counter goal has one argument in gsn2x: its arguments are joined to one" in messages
    assert any("stands → is not shown" in one and "[con]" in one for one in messages)


def test_a_file_that_ends_so_is_written_and_read_as_gsn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    # A claim is called like a key of argmap’s own format.
    Path("a.yaml").write_text(
        "argmap: 1\nthesis: {id: thesis, text: Pears are good., arguments: [They are sweet.]}\n"
    )
    assert argmap("convert", "a.yaml", "b.gsn.yaml", "-q").code == 0
    assert yaml.safe_load(Path("b.gsn.yaml").read_text())["thesis"]["nodeType"] == "Goal"
    assert argmap("convert", "b.gsn.yaml", "c.yaml", "-q").code == 0
    found = loads(Path("c.yaml").read_text())
    assert found.theses == ("thesis",)
    assert argmap("convert", "a.yaml", "d.yaml", "--to", "gsn", "-q").code == 0
    assert Path("d.yaml").read_text() == Path("b.gsn.yaml").read_text()


def test_a_strategy_keeps_its_classes_and_without_a_text_it_has_no_label() -> None:
    strategy = "S1: {supportedBy: G2, classes: [a], defeated: true, url: b}\n"
    text = f"G1: {{supportedBy: S1}}\n{strategy}G2: {{}}\n"
    reading = gsn.loads(text)
    assert reading.map is not None
    (argument,) = reading.map.arguments
    assert (argument.id, argument.label, argument.tags) == ("S1", None, ("defeated", "a"))
    assert [one.message for one in reading.diagnostics] == ["the address of a strategy is left out"]

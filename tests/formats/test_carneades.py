"""Carneades 4, both ways."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import argmap.schemes as schemes
from argmap.evaluation.grounded.labelling import evaluate
from argmap.formats import carneades
from argmap.formats.carneades.writing import NOTATION
from argmap.formats.losses import Losses, kept
from argmap.formats.recognition import readable_format
from argmap.model import STRENGTHS, Argument, ArgumentMap, Claim, Label, Polarity, Standard, Status
from argmap.reader import Reading
from argmap.weighing import Expected
from tests.examples import examples
from tests.formats import carneades_reference
from tests.formats.test_aif import TREE
from tests.strategies import argument_maps

CASE = """\
meta:
  title: Shade for the square
  notes: What was said at the meeting.
  source: Minutes

statements:
  plant: Plant a tree.
  pave: Pave the square.
  shade:
    text: A tree gives shade.
    assumed: true
    meta: {title: Shade}
  roots: Roots lift the pavement.
  deep:
    text: These roots grow downwards.
  ¬app(a2):
    text: ¬app(a2)

issues:
  i1:
    positions: [plant, pave]

arguments:
  a1:
    conclusion: plant
    premises: [shade]
  a2:
    conclusion: pave
    premises:
      reason: roots
    undercutter: ¬app(a2)
  a3:
    conclusion: ¬app(a2)
    premises: [deep]

assumptions: [roots, deep]

tests:
  in: [plant]
  out: [pave]
"""


def read(text: str) -> Reading:
    reading = carneades.loads(text, file="case.yml")
    assert reading.map is not None, reading.diagnostics
    return reading


def test_statements_issues_undercutters_and_tests() -> None:
    found = read(CASE).map
    assert found.title == "Shade for the square"
    assert found.description == "What was said at the meeting.\nsource: Minutes"
    assert found.theses == ("plant", "pave")
    assert found.claims_by_id["plant"].contradicts == ("pave",)
    assert found.claims_by_id["shade"].label == "Shade"
    assert "¬app(a2)" not in {claim.text for claim in found.claims}
    assert [(a.id, a.premises, a.target, a.polarity.value) for a in found.arguments] == [
        ("a1", ("shade",), "plant", "support"),
        ("a2", ("roots",), "pave", "support"),
        ("a3", ("deep",), "a2", "attack"),
    ]
    assert {e.id: e.verdict for e in found.expectations} == {
        "plant": Expected.ACCEPTED,
        "pave": Expected.REJECTED,
    }


def test_what_the_case_expects_is_so() -> None:
    found = read(CASE).map
    verdicts = evaluate(found).claims
    assert all(verdicts[one.id].label.value == one.verdict.value for one in found.expectations)


def test_what_is_neither_assumed_nor_argued_for_is_out() -> None:
    text = "statements: {a: A., b: B.}\narguments: {x: {conclusion: a, premises: [b]}}\n"
    found = read(text).map
    assert found.claims_by_id["b"].status is Status.REJECTED
    assert evaluate(found).claims["a"].label is Label.REJECTED
    assumed = read(text + "assumptions: [b]\n").map
    assert assumed.claims_by_id["b"].status is None
    assert evaluate(assumed).claims["a"].label is Label.ACCEPTED


def test_convergent_premises_are_arguments_of_their_own() -> None:
    found = read(
        "statements: {a: A., b: B., c: C.}\n"
        "arguments: {x: {conclusion: a, premises: [b, c], scheme: convergent}}\n"
    ).map
    assert [argument.premises for argument in found.arguments] == [("b",), ("c",)]


def test_a_scheme_with_parameters_gives_an_argument_its_parts() -> None:
    reading = read(
        """\
language:
  witness/1: "%s saw it."
  asserts/2: "%s says that %s is so."
argument_schemes:
  testimony:
    meta: {title: witness-testimony}
    weight: {constant: 0.75}
    variables: [W, S]
    premises: [witness(W), "asserts(W, S)"]
    exceptions: [biased(W)]
    conclusions: [S]
statements:
  guilty: It was the butler.
arguments:
  a: {scheme: testimony, parameters: [ann, guilty]}
assumptions: [witness(ann), "asserts(ann, guilty)"]
"""
    )
    found = reading.map
    on_thesis, undercut = found.arguments
    texts = [found.claims_by_id[premise].text for premise in on_thesis.premises]
    assert texts == ["ann saw it.", "ann says that It was the butler. is so."]
    assert on_thesis.scheme == "witness-testimony"
    assert on_thesis.strength == STRENGTHS["strong"]
    assert found.claims_by_id[undercut.premises[0]].text == "biased(ann)"
    assert undercut.target == on_thesis.id
    assert evaluate(found).claims["guilty"].label is Label.ACCEPTED


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        (
            "statements: {hot: Hot., rain: Rain.}\narguments: {a: {conclusion: hot,"
            " premises: [rian]}}\n",
            (2, 45),
            "there is no statement “rian”; did you mean “rain”?",
        ),
        ("statements: [a]\n", (1, 13), "“statements” should be a mapping"),
        ("statements: {a: [b]}\n", (1, 17), "a statement should be a text"),
        ("statements: {a: A.}\narguments: {x: {premises: [a]}}\n", (2, 13), "has no conclusion"),
        ("statements: {a: A.}\ntests: {on: [a]}\n", (2, 9), "not of “on”"),
        ("statements: {}\n", (1, 1), "there is no claim in this file"),
        ("statements: {a: A., a: B.}\n", (1, 21), "a"),
        ("statements: &x {a: *x}\n", (1, 13), "the anchor “&x”"),
    ],
)
def test_faults_are_told_at_their_place(text: str, place: tuple[int, int], told: str) -> None:
    reading = carneades.loads(text, file="case.yml")
    assert reading.map is None
    first = reading.diagnostics[0]
    assert told in first.message
    assert (first.span.start.line, first.span.start.column) == place


def test_losses_are_told() -> None:
    reading = read(
        "statements: {a: A., b: B.}\n"
        "arguments: {x: {conclusion: a, premises: {minor: b}, scheme: cumulative}}\n"
        "issues: {i: {positions: [a], standard: DV}}\n"
        "issue_schemes: {not: [a]}\nhue: 3\n"
        "argument_schemes: {said: {variables: [S], premises: [says(S)], conclusions: [S]}}\n"
    )
    assert [found.message for found in reading.diagnostics] == [
        "A map has no roles of premises: dropped from 1 argument",
        "an issue’s standard is PE, CCE, BRD: “DV” is left out",
        "A map has no patterns of issues: dropped 1 of them",
        "the key “hue” is left out",
        "A map has no schemes that derive arguments by themselves: dropped 1 of them",
    ]


STRICT = (Standard.CLEAR_AND_CONVINCING, Standard.BEYOND_REASONABLE_DOUBT)


def expected(a_map: ArgumentMap, opposed: set[str]) -> tuple[Any, ...]:
    """Return what is left: no backing, and statuses that make a difference.

    `opposed` are the claims that contradict another one in the map that was read.
    """
    a_map = kept(a_map, keeps=carneades.KEEPS, losses=Losses(NOTATION))
    arguments = tuple(one for one in a_map.arguments if not bears_on_backing(one, a_map))
    is_strict = any(claim.standard in STRICT for claim in a_map.claims)
    argued = {one.target for one in arguments if one.polarity is Polarity.SUPPORT}
    attacked = {one.target for one in arguments if one.polarity is Polarity.ATTACK}
    strict = {claim.id for claim in a_map.claims if claim.standard in STRICT}
    opposed = opposed | attacked | strict
    beatable = attacked | strict | {name for pair in pairs(a_map) for name in pair}

    def is_given(one: Claim) -> bool:
        return one.status is Status.ASSUMED or (one.status is None and one.id not in argued)

    is_weighed = is_strict or any(one.strength is not None for one in arguments)
    is_weighed = is_weighed or any(
        is_given(one) and one.given and one.id in beatable for one in a_map.claims
    )

    def claim(one: Claim) -> Claim:
        status = None if one.id in argued else Status.REJECTED
        if is_given(one):
            status = Status.ASSUMED if one.id in argued else None
        elif one.status is Status.CERTAIN and one.id in opposed:
            status = Status.CERTAIN
        elif one.status is Status.CERTAIN:
            status = Status.ASSUMED if one.id in argued else None
        elif one.status is Status.REJECTED and one.id not in beatable:
            status = Status.REJECTED
        strength = one.given or None if is_given(one) and one.id in opposed else None
        standard = one.standard if one.standard in STRICT else None
        note = one.note and one.note.strip()
        return replace(
            one, status=status, note=note, contradicts=(), standard=standard, given=strength
        )

    def argument(one: Argument) -> Argument:
        strength = 0.5 if is_weighed and one.strength is None else one.strength
        premises = tuple(dict.fromkeys(one.premises))
        note = one.note and one.note.strip()
        # Any name of a scheme is read as its id.
        known = schemes.named(one.scheme or "")
        scheme = known.id if known else one.scheme and one.scheme.strip()
        label = one.label and one.label.strip()
        return replace(
            one, strength=strength, premises=premises, note=note, scheme=scheme, label=label
        )

    return tuple(map(claim, a_map.claims)), tuple(map(argument, arguments))


def bears_on_backing(argument: Argument, a_map: ArgumentMap) -> bool:
    while argument.target in a_map.arguments_by_id:
        if argument.polarity is Polarity.SUPPORT:
            return True
        argument = a_map.arguments_by_id[argument.target]
    return False


def pairs(a_map: ArgumentMap) -> set[frozenset[str]]:
    return {frozenset((c.id, other)) for c in a_map.claims for other in c.contradicts}


@examples(200)
@given(argument_maps(min_claims=1))
def test_what_is_written_reads_back_but_for_what_is_declared(a_map: ArgumentMap) -> None:
    written = carneades.dumps(a_map)
    found = read(written.text).map
    claims, arguments = expected(a_map, {name for pair in pairs(found) for name in pair})
    dropped: dict[str, Any] = {"contradicts": ()}
    if any("one standard" in loss.message for loss in written.losses):
        dropped |= {"standard": None, "given": None, "status": None}
    found_claims = {replace(claim, **dropped) for claim in found.claims}
    assert found_claims == {replace(claim, **dropped) for claim in claims}
    assert set(found.arguments) == set(arguments)
    assert pairs(found) <= pairs(a_map)
    if not any("one issue" in loss.message for loss in written.losses):
        certain = {claim.id for claim in a_map.claims if claim.status is Status.CERTAIN}
        assert pairs(found) == {pair for pair in pairs(a_map) if not pair <= certain}
    plain = [e for e in a_map.expectations if e.is_plain and e.id in a_map.claims_by_id]
    # Carneades has the labels only.
    labels = {"stands": "accepted", "falls": "rejected", "not-shown": "rejected"}
    expectations = {e.id: labels.get(e.verdict, e.verdict) for e in plain}
    assert {e.id: e.verdict for e in found.expectations} == expectations


def test_the_verdicts_stay_where_nothing_that_bears_on_them_is_lost() -> None:
    found = read(carneades.dumps(TREE).text).map
    before, after = evaluate(TREE).claims, evaluate(found).claims
    assert {id: verdict.label for id, verdict in after.items()} == {
        id: verdict.label for id, verdict in before.items()
    }


def test_a_statement_is_in_one_issue() -> None:
    claims = tuple(
        Claim(id, f"It is {id}.", contradicts=others)
        for id, others in (("red", ("green",)), ("green", ("blue",)), ("blue", ()))
    )
    written = carneades.dumps(ArgumentMap(claims))
    assert pairs(read(written.text).map) == {frozenset(("red", "green"))}
    assert [loss.message for loss in written.losses] == [
        "Carneades has one issue a statement: further contradictions are lost",
        "2 claims are out by Carneades’ rules, but undecided here: [red], [green]",
        "a claim is in by Carneades’ rules, but undecided here: [blue]",
    ]


def test_ids_that_are_no_terms_come_back() -> None:
    a_map = ArgumentMap(
        (Claim("West-1", "One."), Claim("West_1", "Two."), Claim("2022", "Three.")),
        (Argument("West-1.1", ("West_1", "2022"), "West-1"),),
        ("West-1",),
    )
    text = carneades.dumps(a_map).text
    assert "conclusion: west_1\n" in text
    assert read(text).map == a_map


@pytest.mark.parametrize("name", ["case.yml", "case.yaml"])
def test_the_file_tells_that_it_is_carneades(name: str) -> None:
    assert readable_format(name, CASE.encode()).name == "carneades"
    assert readable_format(name, b"argmap: 1\nthesis: Arguments: good.\n").name == "yaml"


TRIAL = """\
statements: {guilty: He did it., prints: His prints are there., brother: His brother denies it.}
arguments:
  for: {conclusion: guilty, premises: [prints], scheme: s1}
  against: {conclusion: ¬guilty, premises: [brother], scheme: s2}
argument_schemes: {s1: {weight: {constant: 0.9}}, s2: {weight: {constant: 0.35}}}
issues: {i: {positions: [guilty, ¬guilty], standard: STANDARD}}
assumptions: [prints, brother]
"""


@pytest.mark.parametrize(
    ("name", "standard", "label"),
    [
        ("PE", None, Label.ACCEPTED),
        ("cce", Standard.CLEAR_AND_CONVINCING, Label.ACCEPTED),
        ("BRD", Standard.BEYOND_REASONABLE_DOUBT, Label.REJECTED),
    ],
)
def test_the_standard_of_an_issue_is_that_of_its_positions(
    name: str, standard: None, label: Label
) -> None:
    reading = read(TRIAL.replace("STANDARD", name))
    assert reading.map.claims_by_id["guilty"].standard == standard
    assert evaluate(reading.map).claims["guilty"].label is label
    assert not [found for found in reading.diagnostics if "standard" in found.message]


def test_an_argument_without_a_weight_has_the_greatest_where_a_standard_asks_for_it() -> None:
    a_map = read(
        "statements: {a: A., b: B.}\narguments: {x: {conclusion: a, premises: [b]}}\n"
        "issues: {i: {positions: [a, ¬a], standard: CCE}}\nassumptions: [b]\n"
    ).map
    assert [argument.strength for argument in a_map.arguments] == [1.0]
    assert evaluate(a_map).claims["a"].label is Label.ACCEPTED
    assert "¬a" not in a_map.claims_by_id


def test_what_is_assumed_is_in_by_any_standard() -> None:
    a_map = read(
        "statements: {a: A.}\nissues: {i: {positions: [a, ¬a], standard: BRD}}\nassumptions: [a]\n"
    ).map
    assert evaluate(a_map).claims["a"].label is Label.ACCEPTED


def test_several_positions_are_not_held_against_the_standard_and_that_is_told() -> None:
    reading = read("statements: {a: A., b: B.}\nissues: {i: {positions: [a, b], standard: BRD}}\n")
    assert any("not against the other positions" in one.message for one in reading.diagnostics)


@pytest.mark.parametrize("standard", Standard)
def test_standards_are_written_where_carneades_has_them(standard: Standard) -> None:
    claims = (Claim("a", "A.", standard=standard), Claim("b", "B."))
    a_map = ArgumentMap(claims, (Argument("x", ("b",), "a", strength=1.0),))
    written = carneades.dumps(a_map)
    kept_standard = read(written.text).map.claims_by_id["a"].standard
    known = standard in (Standard.CLEAR_AND_CONVINCING, Standard.BEYOND_REASONABLE_DOUBT)
    told = any(f"no standard “{standard}”" in loss.message for loss in written.losses)
    assert kept_standard == (standard if known else None)
    assert told == (not known and standard is not Standard.PREPONDERANCE)


def test_claims_of_one_issue_get_the_strictest_standard_and_that_is_told() -> None:
    claims = (
        Claim("a", "A.", contradicts=("b",), standard=Standard.CLEAR_AND_CONVINCING),
        Claim("b", "B."),
    )
    written = carneades.dumps(ArgumentMap(claims))
    assert "standard: CCE" in written.text
    assert any("get the strictest" in loss.message for loss in written.losses)


def told(messages: Iterable[str]) -> set[str]:
    """Return the ids of the claims of which a warning says that Carneades labels them otherwise."""
    about = [message for message in messages if "Carneades’ rules" in message]
    return {name for message in about for name in re.findall(r"\[(.+?)\]", message)}


LABELS = {"in": Label.ACCEPTED, "out": Label.REJECTED, "undecided": Label.UNDECIDED}


def differing(a_map: ArgumentMap, there: dict[str, str]) -> set[str]:
    here = evaluate(a_map).claims
    return {name for name, label in there.items() if here[name].label is not LABELS[label]}


@examples(60)
@given(argument_maps(min_claims=1))
def test_a_written_map_has_the_same_labels_there_or_its_claims_are_told(a_map: ArgumentMap) -> None:
    names = {claim.id: f"c{number}" for number, claim in enumerate(a_map.claims)}
    names |= {argument.id: f"a{number}" for number, argument in enumerate(a_map.arguments)}
    a_map = renamed(a_map, names)
    written = carneades.dumps(a_map)
    there = carneades_reference.labels(written.text)
    there = {name: there[name] for name in a_map.claims_by_id}
    assert told(loss.message for loss in written.losses) == differing(a_map, there)


def renamed(a_map: ArgumentMap, names: dict[str, str]) -> ArgumentMap:
    """Return a map with other ids, and only with what bears on its verdicts."""
    claims = tuple(
        Claim(
            names[one.id],
            "It is so.",
            contradicts=tuple(names[other] for other in one.contradicts),
            status=one.status,
            given=one.given,
            standard=one.standard,
        )
        for one in a_map.claims
    )
    arguments = tuple(
        Argument(
            names[one.id],
            tuple(names[premise] for premise in one.premises),
            names[one.target],
            one.polarity,
            strength=one.strength,
        )
        for one in a_map.arguments
    )
    return ArgumentMap(claims, arguments)


NAMES = ["s0", "s1", "s2", "s3", "s4", "s5", "s6", "¬s0", "¬s1"]


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """Return a file of Carneades as plain values."""
    constants = st.sampled_from([0.2, 0.5, 0.8, 1.0])
    positions = draw(st.permutations(NAMES))
    issues: dict[str, Any] = {}
    for place in draw(st.lists(st.sampled_from([0, 3, 6]), unique=True)):
        found = positions[place : place + draw(st.integers(2, 3))]
        standard = draw(st.sampled_from(["PE", "PE", "CCE", "BRD"]))
        issues[f"i{place}"] = {"positions": found, "standard": standard}
    at_issue = {name for issue in issues.values() for name in issue["positions"]}
    arguments: dict[str, Any] = {}
    for number in range(draw(st.integers(0, 8))):
        conclusion = draw(st.sampled_from(NAMES))
        some = st.lists(st.sampled_from(NAMES), max_size=3, unique=True)
        premises = draw(some)
        arguments[f"a{number}"] = {"conclusion": conclusion, "premises": premises}
        ways = ["linked", "convergent", "cumulative", "c1", "c2"]
        ways += ["factorized"] if conclusion in at_issue and premises else []
        if draw(st.booleans()):
            arguments[f"a{number}"]["scheme"] = draw(st.sampled_from(ways))
        if draw(st.integers(0, 3)) == 0:
            arguments[f"a{number}"]["undercutter"] = draw(st.sampled_from(NAMES))
    return {
        "statements": {name: f"It is {name}" for name in NAMES},
        "argument_schemes": [
            {"id": name, "weight": {"constant": draw(constants)}} for name in ("c1", "c2")
        ],
        "issues": issues,
        "arguments": arguments,
        "assumptions": draw(st.lists(st.sampled_from(NAMES), max_size=4, unique=True)),
    }


@examples(60)
@given(cases())
def test_a_read_map_has_its_labels_or_its_claims_are_told(
    case: dict[str, Any],
) -> None:
    text = yaml.safe_dump(case, allow_unicode=True)
    reading = read(text)
    there = carneades_reference.labels(text)
    ids = {claim.text: claim.id for claim in reading.map.claims}
    known = {ids[text]: there[name] for name, text in case["statements"].items() if text in ids}
    found = told(one.message for one in reading.diagnostics)
    assert found == differing(reading.map, known)


POSITIONS = "statements: {a: A., b: B., r: R., s: S.}\nissues: {i: {positions: [a, b]}}\n"


@pytest.mark.parametrize(
    ("arguments", "strengths"),
    [
        (
            "arguments: {x: {conclusion: a, premises: [r], scheme: factorized},"
            " y: {conclusion: b, premises: [r, s], scheme: factorized}}\nassumptions: [r, s]\n",
            [0.5, 1.0],
        ),
        (
            "arguments: {x: {conclusion: a, premises: [s, r], scheme: cumulative},"
            " y: {conclusion: b, premises: [r]}}\nassumptions: [r]\n",
            [0.5, 0.5, 1.0],
        ),
        (
            "weighing_functions: {age: {preference: [{property: date, order: ascending}]}}\n"
            "argument_schemes: [{id: old, meta: {date: 1989-06-14}, weight: age},"
            " {id: new, meta: {date: 2008-04-13}, weight: age}]\n"
            "arguments: {x: {conclusion: a, premises: [r], scheme: old},"
            " y: {conclusion: b, premises: [r], scheme: new}}\nassumptions: [r]\n",
            [0.5, 1.0],
        ),
    ],
)
def test_weights_decide_between_the_positions_of_an_issue(
    arguments: str, strengths: list[float]
) -> None:
    a_map = read(POSITIONS + arguments).map
    verdicts = evaluate(a_map).claims
    assert [one.strength for one in a_map.arguments] == strengths
    assert (verdicts["a"].label, verdicts["b"].label) == (Label.REJECTED, Label.ACCEPTED)


def test_what_is_assumed_is_beaten_by_nothing() -> None:
    text = (
        POSITIONS + "arguments: {x: {conclusion: b, premises: [r]}}\nassumptions: [a, r, ghost]\n"
    )
    a_map = read(text).map
    verdicts = evaluate(a_map).claims
    assert a_map.claims_by_id["a"].status is Status.CERTAIN
    assert (verdicts["a"].label, verdicts["b"].label) == (Label.ACCEPTED, Label.REJECTED)
    assert verdicts["ghost"].label is Label.ACCEPTED


def test_an_argument_without_premises_keeps_its_undercutter() -> None:
    text = (
        "statements: {ua: U., ub: V.}\narguments: {x: {conclusion: ub, undercutter: ua},"
        " y: {conclusion: ua, undercutter: ub}}\ntests: {undecided: [ua, ub]}\n"
    )
    a_map = read(text).map
    verdicts = evaluate(a_map).claims
    assert all(verdicts[one.id].label is Label.UNDECIDED for one in a_map.expectations)


def test_a_given_claim_that_is_attacked_is_no_assumption() -> None:
    claims = (Claim("a", "A."), Claim("b", "B."))
    attack = Argument("x", ("b",), "a", Polarity.ATTACK)
    text = carneades.dumps(ArgumentMap(claims, (attack,))).text
    assert yaml.safe_load(text)["assumptions"] == ["b"]
    assert carneades_reference.labels(text)["a"] == "out"


def test_schemes_are_written_as_a_list() -> None:
    claims = (Claim("a", "A."), Claim("b", "B."))
    support = Argument("x", ("b",), "a", scheme="analogy", strength=0.25)
    text = carneades.dumps(ArgumentMap(claims, (support,))).text
    assert yaml.safe_load(text)["argument_schemes"] == [
        {"id": "scheme1", "meta": {"title": "analogy"}, "weight": {"constant": 0.25}}
    ]

"""What a page is made from: the data beside the places in a drawing as JSON."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import ReasonKind
from argmap.evaluation.why.explanation import explain
from argmap.model import ArgumentMap, Polarity, Standard, Status
from argmap.page_data.page import page_data
from argmap.page_data.schema import drawing_schema
from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions, planned
from argmap.report.explanation import explanation_json
from argmap.style import Style
from argmap.theme_grammar import PALETTE
from argmap.view import depths, view_of
from argmap.weighing import Standing
from tests.examples import examples
from tests.strategies import argument_maps

HERE = Path(__file__).parent
MAPS = Path(__file__).parents[2] / "maps"
FLAGSHIP = MAPS / "western-friendly-autocracy.yaml"
TYRES = HERE / "tyres.yaml"
# argmap schema --of drawing; argmap render tyres.yaml -f json
GOLDEN = HERE / "tyres.json"
SCHEMA = drawing_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
KEYS = list(SCHEMA["properties"])
# The part of the schema that is not about places.
OF_PAGE = jsonschema.Draft202012Validator(
    {**SCHEMA, "required": KEYS[KEYS.index("mentions") + 1 :]}
)
MANY = examples(25)


def data_of(a_map: ArgumentMap, **options: Any) -> Any:
    plan = planned(a_map, options=RenderOptions(**options), defaults=None, placed=True)
    return json.loads(json.dumps(page_data(plan.showing, plan.theme)))


def drawn(a_map: ArgumentMap, **options: Any) -> Any:
    return json.loads(draw(a_map, format="json", options=RenderOptions(**options)))


@pytest.fixture(scope="module")
def overview() -> Any:
    return drawn(load(FLAGSHIP), parts=True, part=0)


@pytest.fixture(scope="module")
def part() -> Any:
    return drawn(load(FLAGSHIP), parts=True, part=1)


def of_id(data: Any, id: str) -> Any:
    (found,) = [one for one in (*data["claims"], *data["arguments"]) if one["id"] == id]
    return found


def test_a_small_map_is_told_as_the_golden_file_says() -> None:
    data = data_of(load(TYRES), theme="light")
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    assert text == GOLDEN.read_text(encoding="utf-8"), "look at the difference, then write it anew"


@MANY
@given(argument_maps())
def test_any_map_is_told_as_the_schema_says_in_reading_order(a_map: ArgumentMap) -> None:
    data = data_of(replace(a_map, style=Style()))
    OF_PAGE.validate(data)
    assert [one["id"] for one in data["claims"]] == [one.id for one in a_map.claims]
    assert [one["text"] for one in data["claims"]] == [one.text for one in a_map.claims]
    assert [one["id"] for one in data["arguments"]] == [one.id for one in a_map.arguments]
    # The reading order goes through both, and has everything once.
    order = data["reading_order"]
    assert [name for name in order if name in a_map.claims_by_id] == [c.id for c in a_map.claims]
    assert [name for name in order if name in a_map.arguments_by_id] == [
        argument.id for argument in a_map.arguments
    ]


@MANY
@given(argument_maps())
def test_relations_and_nodes_tell_the_same(a_map: ArgumentMap) -> None:
    data = data_of(replace(a_map, style=Style()))
    bearing: dict[str, list[str]] = {}
    serving: dict[str, list[str]] = {}
    pairs = set()
    for one in data["relations"]:
        if one["argument"] is None:
            pairs.add(frozenset((*one["from"], one["to"])))
            continue
        argument = of_id(data, one["argument"])
        assert (one["kind"], one["from"]) == (argument["kind"], argument["premises"])
        assert (one["polarity"], one["to"]) == (argument["polarity"], argument["target"])
        on_a_claim = one["to"] in a_map.claims_by_id
        assert (
            one["kind"]
            == {
                (True, Polarity.SUPPORT): "support",
                (True, Polarity.ATTACK): "rebut",
                (False, Polarity.SUPPORT): "backing",
                (False, Polarity.ATTACK): "undercut",
            }[on_a_claim, Polarity(one["polarity"])]
        )
        bearing.setdefault(one["to"], []).append(one["argument"])
        for premise in one["from"]:
            serving.setdefault(premise, []).append(one["argument"])
    for node in (*data["claims"], *data["arguments"]):
        assert sorted(node["arguments"]) == sorted(bearing.get(node["id"], []))
    for claim in data["claims"]:
        assert sorted(claim["serves"]) == sorted(serving.get(claim["id"], []))
        met = [pair for pair in pairs if claim["id"] in pair]
        others = {other for pair in met for other in pair if len(pair) == 1 or other != claim["id"]}
        assert set(claim["contradicts"]) == others


@MANY
@given(argument_maps(), st.integers(0, 4))
def test_a_depth_is_that_with_which_it_is_first_shown(a_map: ArgumentMap, most: int) -> None:
    shown = view_of(a_map, style=Style(max_depth=most)).map
    within = {name for name, depth in depths(a_map).items() if depth <= most}
    assert within == {*shown.claims_by_id, *shown.arguments_by_id}


def test_what_undercuts_an_undercut_is_one_deeper() -> None:
    inner = "{id: v, text: V., rebuttals: [W.]}"
    step = f"{{premises: [A., B.], rebuttals: [{{premises: [U.], rebuttals: [{inner}]}}]}}"
    found = depths(loads(f"argmap: 1\nthesis: {{id: t, text: T., arguments: [{step}]}}"))
    expected = {"t": 0, "a": 1, "b": 1, "u": 1, "v": 2, "w": 3}
    assert {name: found[name] for name in expected} == expected


@MANY
@given(argument_maps())
def test_verdicts_and_sentences_are_those_of_explain(a_map: ArgumentMap) -> None:
    data = data_of(replace(a_map, style=Style()))
    evaluation = evaluate(a_map)
    for node in (*data["claims"], *data["arguments"]):
        told: Any = explanation_json(a_map, explain(a_map, evaluation, node["id"]))["nodes"]
        first = told[node["id"]]
        why = node["why"]
        assert node["verdict"] == first["label"]
        assert node["standing"] == first["standing"]
        assert (why["reason"], why["because"]) == (first["reason"], first["because"])
        assert (why["sentence"], why["hidden"]) == (first["sentence"], 0)


@MANY
@given(argument_maps(min_claims=1), st.data())
def test_of_what_is_hidden_only_numbers_are_told(a_map: ArgumentMap, data: st.DataObject) -> None:
    marked = tuple(
        replace(claim, text=f"Words {number} of {number}.", label=None)
        for number, claim in enumerate(a_map.claims)
    )
    chosen = data.draw(st.sampled_from([claim.id for claim in marked]))
    tagged = tuple(
        replace(claim, tags=("kept-back",) if claim.id == chosen else ("told",)) for claim in marked
    )
    whole = replace(a_map, claims=tagged, style=Style())
    told = data_of(whole, without=("kept-back",))
    OF_PAGE.validate(told)
    shown = {one["id"] for one in told["claims"]}
    assert chosen not in shown
    assert told["hidden"]["claims"] == len(whole.claims) - len(shown)
    assert told["hidden"]["arguments"] == len(whole.arguments) - len(told["arguments"])
    text = json.dumps(told, ensure_ascii=False)
    for claim in whole.claims:
        assert (claim.text.rstrip(".") in text) == (claim.id in shown)
    known = {*shown, *(one["id"] for one in told["arguments"])}
    evaluation = evaluate(whole)
    for node in (*told["claims"], *told["arguments"]):
        because = evaluation.verdict(node["id"]).reason.because
        assert set(node["why"]["because"]) <= known
        assert node["why"]["hidden"] == len(because) - len(node["why"]["because"])


def test_what_is_folded_is_counted_where_it_is_missing() -> None:
    data = drawn(load(TYRES), max_depth=0)
    VALIDATOR.validate(data)
    assert [one["id"] for one in data["claims"]] == ["required", "cheap"]
    assert of_id(data, "required")["hidden_below"] == 5
    assert data["hidden"] == {"claims": 5, "arguments": 4}
    assert data["sources"][0]["cited_by"] == []
    assert data["audiences"][0] == {"id": "drivers", "strengths": {}, "values": []}


def test_a_claim_that_is_left_out_is_nowhere_in_the_drawing() -> None:
    text = draw(load(TYRES), format="json", options=RenderOptions(without=("survey",))).decode()
    VALIDATOR.validate(json.loads(text))
    assert of_id(json.loads(text), "safety")["hidden_premises"] == 1
    assert '"shorter"' not in text
    assert "[shorter]" not in text
    assert "halve" not in text
    assert "half the distance" not in text


def test_a_part_says_where_it_belongs_and_where_it_goes_on(overview: Any, part: Any) -> None:
    for data in (overview, part):
        VALIDATOR.validate(data)
    assert (overview["part"], part["part"]) == (0, 1)
    assert part["trail"][0]["part"] == 0
    onward = [one for claim in overview["claims"] for one in claim["goes_on"]]
    assert {one["part"] for one in onward} >= {1}


def test_a_question_says_what_it_changes_and_degrees_are_told_where_they_are_asked_for() -> None:
    a_map = load(TYRES)
    usual, asked = data_of(a_map), data_of(a_map, reject=("safety",), degrees="df-quad")
    assert not any(one["changed"] for one in (*usual["claims"], *usual["arguments"]))
    safety = of_id(asked, "safety")
    assert (safety["standing"], safety["changed"]) == ("falls", True)
    assert safety["why"]["sentence"].endswith("the step is taken not to hold here.")
    assert {one["degree"] for one in usual["claims"]} == {None}
    assert all(0 <= one["degree"] <= 1 for one in asked["claims"])


def test_without_verdicts_there_are_none_and_no_reasons() -> None:
    data = drawn(load(TYRES), evaluate=False)
    VALIDATOR.validate(data)
    nodes = (*data["claims"], *data["arguments"])
    assert data["semantics"] is None
    assert {(one["verdict"], one["standing"], one["why"]) for one in nodes} == {(None, None, None)}


def test_a_map_that_is_read_from_the_right_says_so() -> None:
    assert data_of(loads("argmap: 1\nthesis: שלום"))["text_direction"] == "rtl"
    assert data_of(loads("argmap: 1\nthesis: Peace."))["text_direction"] == "ltr"


@pytest.mark.parametrize(
    ("kind", "key", "values"),
    [
        ("claim", "status", {*Status, None}),
        ("claim", "standard", {*Standard, None}),
        ("why", "reason", {*ReasonKind}),
    ],
)
def test_the_schema_has_the_words_of_the_code(kind: str, key: str, values: set[str | None]) -> None:
    assert set(SCHEMA["$defs"][kind]["properties"][key]["enum"]) == values


def test_the_schema_has_the_standards_that_are_not_the_usual_one() -> None:
    (_, standard) = SCHEMA["$defs"]["numbered_standards"]["items"]["prefixItems"]
    assert set(standard["enum"]) == {*Standard} - {Standard.PREPONDERANCE}


def test_the_schema_has_all_verdicts_and_colours() -> None:
    assert set(SCHEMA["$defs"]["standing"]["enum"]) == {*Standing, None}
    assert list(SCHEMA["$defs"]["palette"]["properties"]) == [one.name for one in PALETTE.fields]


def test_every_key_is_told_by_the_schema_and_in_its_order(overview: Any, part: Any) -> None:
    of = SCHEMA["$defs"]
    assert list(part) == KEYS
    claims = (*overview["claims"], *part["claims"])
    for kind, found in (
        ("claim", claims),
        ("argument", part["arguments"]),
        ("relation", part["relations"]),
        ("why", [claim["why"] for claim in claims]),
        ("source", part["sources"]),
        ("citation", [citation for claim in claims for citation in claim["citations"]]),
        ("crumb", part["trail"]),
        ("onward", [onward for claim in claims for onward in claim["goes_on"]]),
        ("audience", data_of(load(TYRES))["audiences"]),
        ("hidden", [part["hidden"]]),
        ("network", [part["network"]]),
        ("hearing", data_of(load(TYRES))["network"]["audiences"]),
        ("theme", [part["theme"]]),
        ("palette", [part["theme"]["colours"], part["theme"]["dark"]]),
    ):
        assert found
        assert all(list(one) == list(of[kind]["properties"]) for one in found)

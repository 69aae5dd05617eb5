"""Maps of MindMup as maps: groups, notes, addresses, ranks, and what is lost."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.formats import mindmup
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap, Polarity
from tests.examples import examples


def idea(
    number: int | str, title: str, *inside: dict[str, Any], **attributes: Any
) -> dict[str, Any]:
    ideas = {str(rank): one for rank, one in enumerate(inside, start=1)}
    return {"title": title, "id": number, "attr": attributes, "ideas": ideas}


def group(
    number: int | str, kind: str, *inside: dict[str, Any], **attributes: Any
) -> dict[str, Any]:
    return idea(number, "group", *inside, group=kind, contentLocked=True, **attributes)


def whole(
    *roots: dict[str, Any], title: str = "The square", version: int = 3, **more: Any
) -> dict[str, Any]:
    ideas = {str(rank): root for rank, root in enumerate(roots, start=1)}
    return {"id": "root", "title": title, "formatVersion": version, "ideas": ideas, **more}


SQUARE = whole(
    idea(
        1,
        "We should plant a pear tree.",
        group(
            2,
            "supporting",
            idea(3, "It will shade the bench.\n\nhttps://a.b/c"),
            idea(4, "People sit on the bench.", styleNames=["attr_implicit_claim"]),
            group(5, "opposing", idea(6, "They sit there in winter.")),
            parentConnector={"label": "because", "width": 5},
        ),
        group(
            7,
            "opposing",
            idea(8, "- Its roots will lift the pavement. #x", idea(9, "Who says so?"),
                 note={"index": 3, "text": "<p>Seen &amp; told</p><p>twice</p>"}),
            note={"text": "a < b"},
        ),
    ),
    theme={"name": "MindMup Top Down Argument Mapping"},
    links=[{"ideaIdFrom": 3, "ideaIdTo": 8}],
)  # fmt: skip


def read(data: dict[str, Any], file: str = "square.mup") -> ArgumentMap:
    reading = mindmup.loads(json.dumps(data, indent=1), file=file)
    assert reading.map is not None, reading.diagnostics
    return reading.map


def test_an_argument_map_becomes_a_map() -> None:
    text = json.dumps(SQUARE, indent=1)
    reading = mindmup.loads(text, file="square.mup")
    a_map = reading.map
    assert (a_map.title, a_map.theses) == ("The square", ("we-should-plant-a-pear",))
    claims = {claim.text: claim for claim in a_map.claims}
    shade = claims["It will shade the bench."]
    people = claims["People sit on the bench."]
    roots = claims["- Its roots will lift the pavement. #x"]
    assert shade.link == "https://a.b/c"
    assert people.tags == ("implicit",)
    assert roots.note == "Seen & told\ntwice"
    first, undercut, second = a_map.arguments
    assert (first.premises, first.label) == ((shade.id, people.id), "because")
    assert (undercut.target, undercut.polarity) == (first.id, Polarity.ATTACK)
    assert (second.premises, second.polarity, second.note) == (
        (roots.id,), Polarity.ATTACK, "a < b",
    )  # fmt: skip
    line = 1 + text[: text.index("Who says so?")].count("\n")
    assert [(d.span.start.line, d.message) for d in reading.diagnostics] == [
        (1, "lines between ideas are left out"),
        (line + 1, "what stands below a claim in no group is left out"),
    ]
    assert readable_format("square.mup", text.encode()).name == "mindmup"
    assert mindmup.recognises(text)


def test_ideas_stand_in_the_order_of_their_ranks() -> None:
    data = whole(idea(1, "Root"))
    data["ideas"]["1"]["ideas"] = {
        rank: idea(n, f"+ {title}")
        for n, (rank, title) in enumerate(
            [("-5", "d"), ("10", "b"), ("-2.5", "c"), ("1", "a"), ("x", "z")], start=2
        )
    }
    assert [a.premises[0] for a in read(data).arguments] == ["z", "a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("data", "title", "theses"),
    [
        (whole(idea(1, "A", idea(2, "Pro: B"), idea(3, "C")), title="A"), None, ("a",)),
        (whole(idea(1, "A", idea(2, "B"))), "A", ("b",)),
        (whole(idea(1, "A"), idea(2, "B")), "The square", ("a", "b")),
        (idea(1, "A", idea(2, "Con: B")), None, ("a",)),
        (idea(1, "A", idea(2, "B")) | {"formatVersion": 2}, "A", ("b",)),
    ],
)
def test_mind_maps_are_read_by_marks(
    data: dict[str, dict[str, dict[str, dict[Any, Any] | int | str]] | int | str],
    title: None,
    theses: tuple[str, ...],
) -> None:
    a_map = read(data)
    assert (a_map.title, a_map.theses) == (title, theses)


def test_a_group_without_a_claim_is_told() -> None:
    reading = mindmup.loads(json.dumps(whole(idea(1, "A", group(2, "supporting")))))
    assert [d.message for d in reading.diagnostics] == [
        "a step below which no claim stands is left out"
    ]
    assert reading.map.arguments == ()


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("", "notation-syntax", "this file is empty"),
        ("{", "notation-syntax", "this is not JSON"),
        ("[]", "not-a-map", "this is no map of MindMup"),
        ('{"ideas": 1}', "not-a-map", "this is no map of MindMup"),
        ('{"formatVersion": 3}', "not-a-map", "there is no claim"),
        ('{"ideas": ' * 100_000, "too-deep", "nested too deep"),
        (json.dumps(whole(group(1, "opposing"))), "notation-syntax", "stands below nothing"),
        (json.dumps(whole(idea(1, "a\x07"))), "bad-value", "U+0007) stands in this text"),
        (json.dumps(whole(idea(1, "a", note="b\x07"))), "bad-value", "in this note"),
    ],
)
def test_what_is_wrong_is_told(text: str, code: str, told: str) -> None:
    found = [d for d in mindmup.loads(text).diagnostics if d.severity is Severity.ERROR]
    assert found[0].code == code
    assert told in found[0].message


odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(
        st.sampled_from(["title", "id", "ideas", "attr", "group", "note", "text", "1", "-2",
                         "formatVersion", "links", "parentConnector", "label", "styleNames"]),
        inner | st.sampled_from(["supporting", "opposing", "A", "+ B", "Pro:"]), max_size=4,
    ),
    max_leaves=14,
)  # fmt: skip


@examples(300)
@given(odd)
def test_any_json_ends_in_a_map_or_in_faults(data: Any) -> None:
    reading = mindmup.loads(json.dumps(data) if _finite(data) else "")
    assert (reading.map is None) == any(d.severity is Severity.ERROR for d in reading.diagnostics)


def _finite(data: Any) -> bool:
    try:
        json.dumps(data, allow_nan=False)
    except ValueError:
        return False
    return True


@pytest.mark.slow
def test_many_ideas_are_read_in_one_pass() -> None:
    groups = (group(f"g{n}", "supporting", idea(f"c{n}", f"Claim {n}")) for n in range(20_000))
    assert len(read(whole(idea("root claim", "A", *groups))).arguments) == 20_000

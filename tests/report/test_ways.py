"""What would turn a verdict, as people read it: each change leads where it is said to lead."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.ways import ways_to_turn
from argmap.evaluation.wording import reason_in_words
from argmap.model import ArgumentMap
from argmap.pipeline import load
from argmap.report.ways import ways_text
from argmap.weighing import Standing
from tests.evaluation.grounded.test_labelling import written
from tests.evaluation.random_maps import random_map

MAPS = sorted(Path("maps").glob("*.yaml"))
WOULD = {
    "it would stand": Standing.STANDS,
    "it would fall": Standing.FALLS,
    "it would not be shown": Standing.NOT_SHOWN,
    "it would be undecided": Standing.UNDECIDED,
}


def told(a_map: ArgumentMap, id: str, **limits: Any) -> list[str]:
    return ways_text(a_map, ways_to_turn(a_map, id, **limits), width=100_000).splitlines()


def verdict_in(words: str, *, otherwise: Standing | None) -> Standing:
    """Return the verdict that a sentence names, `otherwise` where it names none."""
    said = [standing for would, standing in WOULD.items() if would in words.lower()]
    return said[0] if said else otherwise


def changes_in(line: str) -> tuple[Any, ...]:
    """Return what a line accepts and what it rejects, by the ids in it."""
    accepted: list[str] = []
    rejected: list[str] = []
    for part in re.split(r", and (?=“[^”]*” \[|the steps? )", line.removeprefix("   • if ")):
        part = re.split(r", it would", part)[0]
        ids = re.findall(r"\[([^\]]+)\]", part)
        up = part.endswith(("stood", "held in any case"))
        assert up or part.endswith(("fell", "did not hold")), part
        (accepted if up else rejected).extend(ids)
    return accepted, rejected


def ways_in(a_map: ArgumentMap, id: str) -> Iterator[tuple[Any, ...]]:
    """Yield each way that is told of one claim or argument, and the verdict that it is to have."""
    verdict = None
    for line in told(a_map, id):
        if not line.startswith("   •"):
            verdict = Standing.STANDS if "make it stand" in line else verdict
            verdict = verdict_in(line, otherwise=verdict)
            continue
        yield changes_in(line), verdict_in(line, otherwise=verdict)


def broken(a_map: ArgumentMap) -> Iterator[Any]:
    """Yield the ways told of a map that do not lead where they are said to lead."""
    for id in (*a_map.claims_by_id, *a_map.arguments_by_id):
        for (accepted, rejected), verdict in ways_in(a_map, id):
            after = evaluate(a_map, accept=accepted, reject=rejected).verdict(id)
            if after.standing is not verdict:
                yield id, accepted, rejected, verdict, after


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_each_way_told_of_the_example_maps_leads_where_it_says(path: Path) -> None:
    assert list(broken(load(path))) == []


@pytest.mark.parametrize("start", range(0, 80, 20))
def test_each_way_told_of_random_maps_leads_where_it_says(start: int) -> None:
    for seed in range(start, start + 20):
        assert list(broken(random_map(seed, claims=6, arguments=8))) == [], seed


def test_ways_that_lead_to_the_same_are_told_together() -> None:
    a_map = written("a b c d", "x: b -> a", "y: c -| a", "z: d -| c")
    assert told(a_map, "a") == [
        "Each of these changes would bring it down.",
        "It would not be shown, because the only argument for it does not stand, the one from “b” "
        "[b]:",
        "   • if “b” [b] fell",
        "   • if the step from “b” [x] did not hold",
        "It would be undecided, because “c” [c] is in its way, and neither side prevails:",
        "   • if “c” [c] stood",
        "   • if “d” [d] fell",
        "   • if the step from “d” [z] did not hold",
    ]


def test_what_follows_is_said_once_where_all_ways_lead_there() -> None:
    assert told(written("a b", "y: b -| a"), "a")[0] == (
        "Each of these changes would make it stand, because it is given, and nothing against it "
        "prevails:"
    )


def test_one_change_and_several_at_once_are_told_as_such() -> None:
    alone = written("a b:certain c", "x: b + c -> a")
    assert told(alone, "x") == [
        "One change would bring it down; it would fall, because “c” [c] does not stand:",
        "   • if “c” [c] fell",
    ]
    both = written("a b c", "x: b -| a", "y: c -| a")
    assert told(both, "a")[0] == (
        "It takes two changes at once to make it stand, any of these; it would stand, because it "
        "is given, and nothing against it prevails:"
    )


def test_a_step_with_a_label_is_named_by_it_too() -> None:
    a_map = written("a b", "x: b -> a")
    labelled = replace(a_map, arguments=(replace(a_map.arguments[0], label="from b"),))
    assert told(labelled, "a")[-1] == "   • if the step from “b” (“from b”) [x] did not hold"


def test_more_ways_than_are_kept_are_said_to_be_more() -> None:
    a_map = written("a b c", "x: b -> a", "y: c -> a")
    found = replace(ways_to_turn(a_map, "a"), has_more=True)
    last = ways_text(a_map, found, width=1000).splitlines()[-1]
    assert last == "There are others, and more than 1,000 such ways in all."


def test_ways_that_all_lead_elsewhere_are_told_one_by_one() -> None:
    assert told(written("a c d", "x: c + d -> a"), "x") == [
        "Each of these changes would bring it down:",
        "   • if “c” [c] fell, it would fall, because “c” [c] does not stand",
        "   • if “d” [d] fell, it would fall, because “d” [d] does not stand",
    ]


def test_every_change_of_a_way_is_named() -> None:
    names = [f"r{n}" for n in range(6)]
    a_map = written(" ".join(["a", *names]), *(f"x{n}: r{n} -> a" for n in range(6)))
    first = told(a_map, "a")[1]
    assert re.findall(r"\[([^\]]+)\]", first) == names
    assert " others" not in first
    assert "the steps from “r4” [x4] and from “r5” [x5] did not hold" in "\n".join(
        told(a_map, "a", most_labellings=100_000)
    )


def test_a_reason_has_the_id_of_an_argument_and_not_of_its_last_premise() -> None:
    a_map = written("a b c d", "x: b -> a", "y: c + d -| a")
    words = reason_in_words(a_map, "a", evaluate(a_map).claims["a"], cite=True)
    assert words == ("the argument from “c” and “d” [y] is in its way, and neither side prevails")


def test_what_an_argument_lacks_is_said_in_the_word_of_its_verdict() -> None:
    a_map = written("a b c:rejected d", "x: b -> a", "y: c -> b", "z: d -> a")
    evaluation = evaluate(a_map)
    assert reason_in_words(a_map, "x", evaluation.arguments["x"]) == "“b” is not shown"
    fallen = evaluate(a_map, reject=["d"])
    assert reason_in_words(a_map, "z", fallen.arguments["z"]) == "“d” does not stand"


def test_what_backs_a_step_is_named_before_it_fails() -> None:
    a_map = written("a b c:rejected d:rejected", "x: b -> a", "y: c -> x", "z: d -> x")
    words = reason_in_words(a_map, "x", evaluate(a_map).arguments["x"])
    assert words == "“c” and “d”, which back the step, do not stand"


def test_more_premises_than_two_are_a_list() -> None:
    a_map = written("a b c d", "x: b + c + d -| a")
    words = reason_in_words(a_map, "a", evaluate(a_map).claims["a"])
    assert words == "“b” with “c” and “d” stands against it"


@pytest.mark.parametrize(
    ("a_map", "line"),
    [
        (
            written("a"),
            "Nothing else in the map bears on it, so no other change can bring it down.",
        ),
        (
            written("a:open b:open", "x: b -| a"),
            "No change of other claims or of steps, however many, would make it stand.",
        ),
        (
            written("a:open"),
            "As long as the author leaves it open, no other change can make it stand.",
        ),
        (
            written("a:assumed b:rejected", "x: b -> a"),
            "No change of other claims or of steps, however many, would bring it down.",
        ),
    ],
    ids=["given", "open and attacked", "open", "assumed"],
)
def test_where_nothing_would_turn_it_that_is_said(a_map: ArgumentMap, line: str) -> None:
    assert told(a_map, "a") == [line]


def test_how_far_the_search_came_is_told() -> None:
    a_map = written("a")
    nothing = ways_to_turn(a_map, "a")

    def said(tried: int) -> str:
        found = replace(nothing, tried=tried, can_turn=True, labellings=9)
        return ways_text(a_map, found, width=1000).strip()

    tried = "larger changes were not all tried, 9 labellings were tried (--budget)."
    assert said(2).startswith("No change of one or two other claims or steps would ")
    assert said(3).startswith("No change of up to three other claims or steps would ")
    assert said(3).endswith(tried)
    assert said(1).startswith("No single change is enough to bring it down; ")
    certain = written("a:certain")
    assert told(certain, "a") == [
        "As long as the author puts it beyond doubt, no other change can bring it down."
    ]


def test_the_rest_is_counted() -> None:
    four, five = ("bcde", "bcdef")
    lines = told(written(" ".join(["a", *four]), *(f"x{n}: {n} -> a" for n in four)), "a")
    assert len([line for line in lines if line.startswith("   •")]) == 16
    assert lines[-1].startswith("   •")
    more = written(" ".join(["a", *five]), *(f"x{n}: {n} -> a" for n in five))
    assert told(more, "a")[-1] == "There are 12 more such ways."

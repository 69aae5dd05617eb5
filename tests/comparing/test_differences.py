"""All that differs is told, in sentences, and nothing else is."""

import random
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.comparing.differences import Comparison, compared
from argmap.comparing.matching import matched
from argmap.model import ArgumentMap, Polarity
from argmap.pipeline import loads
from argmap.report.comparison import comparison_json, comparison_markdown, comparison_text
from tests.examples import examples
from tests.strategies import argument_maps

OLD = """\
argmap: 1
title: The pool
thesis:
  id: pool
  label: The pool stays
  text: The pool should stay open.
  arguments:
    - id: health
      strength: strong
      premises:
        - {id: swim, text: Children learn to swim there.}
        - {id: far, text: No other is near.}
    - {id: meet, text: People meet there.}
  rebuttals:
    - {id: dear, text: It is dear., rebuttals: [{id: grant, text: There is a grant.}]}
"""


def compare(old: str, new: str) -> Comparison:
    first, second = loads(old), loads(new)
    return compared(first, second, matched(first, second))


def told(old: str, new: str) -> list[str]:
    return comparison_text(compare(old, new), width=200).splitlines()


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            "learn to swim",
            "learn swimming",
            "~ [swim] says: Children learn [-to swim-] {+swimming+} there.",
        ),
        (
            "should stay",
            "must stay",
            "~ “The pool stays” [pool] says: The pool [-should-] {+must+} stay open.",
        ),
        (
            "strong",
            "weak",
            "~ The step from “Children learn to swim there” and “No other is near” [health] has "
            "“strength” weak, not strong.",
        ),
        ("title: The", "title: A", "~ The map has “title”: [-The-] {+A+} pool"),
        (
            "label: The pool stays",
            "label: Keep it",
            "~ “Keep it” [pool] has “label”: [-The pool stays-] {+Keep it+}",
        ),
        (
            "meet, text",
            "meet, status: open, text",
            "~ “People meet there” [meet] has “status” open.",
        ),
        (
            "    - {id: meet, text: People meet there.}\n",
            "",
            "− “People meet there” [meet] is gone: it spoke for “The pool stays” [pool].",
        ),
        (
            "No other is near.}\n",
            "No other is near.}\n        - {id: safe, text: It is safe.}\n",
            "+ “It is safe” [safe] is new: it speaks for “The pool stays” [pool].",
        ),
        (
            ", rebuttals: [{id: grant, text: There is a grant.}]",
            "",
            "− “There is a grant” [grant] is gone: it spoke against “It is dear” [dear].",
        ),
        (
            "rebuttals: [{id: grant",
            "arguments: [{id: grant",
            "⇄ The step from “There is a grant” [dear.1] speaks for “It is dear” [dear], "
            "not against it.",
        ),
    ],
)
def test_each_change_is_one_sentence(before: str, after: str, sentence: str) -> None:
    assert before in OLD
    assert sentence in told(OLD, OLD.replace(before, after))


def test_a_claim_that_is_moved_is_not_lost_and_new() -> None:
    new = OLD.replace("    - {id: meet, text: People meet there.}\n", "").replace(
        "[{id: grant, text: There is a grant.}]",
        "[{id: grant, text: There is a grant., arguments: [{id: meet, text: People meet there.}]}]",
    )
    assert told(OLD, new)[0] == (
        "→ The step from “People meet there” [grant.1] speaks for “There is a grant” [grant], "
        "not “The pool stays” [pool]."
    )
    assert not any("is new" in line or "is gone" in line for line in told(OLD, new))


def test_verdicts_that_flip_are_told_with_the_reason() -> None:
    new = (
        OLD.replace(", rebuttals: [{id: grant, text: There is a grant.}]", "")
        .replace("strength: strong", "strength: weak")
        .replace("dear, text", "dear, given: decisive, text")
    )
    found = told(OLD, new)
    assert "2 claims have other verdicts:" in found
    assert any(
        line.startswith("• “It is dear” [dear]: falls → stands (it is given") for line in found
    )


def test_where_no_verdict_flips_the_theses_are_told() -> None:
    found = told(OLD, OLD.replace("learn to swim", "learn swimming"))
    assert found[-1] == "All verdicts are as before: “The pool stays” [pool] stands."


def test_maps_without_a_common_claim_have_no_verdicts_to_compare() -> None:
    found = told(OLD, "argmap: 1\nthesis: Cats purr.\n")
    assert found[-1] == "No claim is in both maps, so no verdict can be compared."


@pytest.mark.parametrize("end", ["", ".", "?", "!", "…", ".”", ".)"])
def test_a_sentence_ends_once_whatever_its_value_ends_in(end: str) -> None:
    given = OLD.replace("title: The pool", f"title: The pool\ndescription: What to do{end}")
    one = "." if not end else ""
    assert told(given, OLD)[0] == f"~ The map is without “description”; it was What to do{end}{one}"
    assert told(OLD, given)[0] == f"~ The map has “description” What to do{end}{one}"


def test_equal_maps_say_the_same() -> None:
    found = compare(OLD, OLD)
    assert not found
    assert comparison_text(found, width=80) == "Both maps say the same.\n"
    assert comparison_json(found)["differences"] == []


def test_the_order_of_claims_is_no_difference() -> None:
    meet = "    - {id: meet, text: People meet there.}\n"
    head, tail = OLD.replace(meet, "").split("    - id: health\n")
    assert told(OLD, f"{head}{meet}    - id: health\n{tail}") == ["Both maps say the same."]


def test_what_maps_say_is_no_markup() -> None:
    odd = OLD.replace("It is dear.", "'It is *dear* <b>x</b> [a](b)'")
    found = compare(OLD, odd)
    shown = comparison_markdown(found, title="<x>.md")
    assert "<b>" not in shown
    assert "<x>" not in shown
    assert "](b)" not in shown
    assert "~~dear" in shown


@examples(120)
@given(argument_maps(max_claims=6, max_arguments=6))
def test_a_map_does_not_differ_from_itself(a_map: ArgumentMap) -> None:
    found = compared(a_map, a_map, matched(a_map, a_map))
    assert found.flips == ()
    # Claims with the same words in the same company may change places.
    if len({claim.text for claim in a_map.claims}) == len(a_map.claims):
        assert not [
            one for one in found.differences if one.kind in ("added", "removed", "reworded")
        ]


@examples(120)
@given(argument_maps(min_claims=2, max_claims=6, max_arguments=6), st.randoms())
def test_any_change_of_a_field_is_told(a_map: ArgumentMap, chance: random.Random) -> None:
    changed = with_another_field(a_map, chance)
    if changed is None or changed == a_map:
        return
    found = compared(a_map, changed, matched(a_map, changed))
    assert found.differences
    for shown in (comparison_text(found, width=90), comparison_markdown(found, title="a")):
        assert shown
    assert comparison_json(found)["differences"]


def with_another_field(a_map: ArgumentMap, chance: random.Random) -> ArgumentMap | None:
    """Return a map in which one claim or argument has another value in one field."""
    of_arguments = bool(a_map.arguments) and chance.random() < 0.5
    nodes: tuple[Any, ...] = a_map.arguments if of_arguments else a_map.claims
    one = chance.choice(nodes)
    values: dict[str, Any] = {
        "label": "Another headline", "note": "Another note", "tags": ("another",),
        "question": "another-question", "scheme": "another", "strength": 0.123, "value": "another",
        "polarity": Polarity.ATTACK, "group": "Another", "link": "https://a.example/another",
        "credence": 0.123, "given": 0.123, "unstated": True, "text": "Another text",
    }  # fmt: skip
    # A claim at home in another map is weighed there.
    weighed = {"credence", "given"} if getattr(one, "home", None) else set[str]()
    known = [field.name for field in fields(one) if field.name in values.keys() - weighed]
    name = chance.choice(known)
    new = replace(one, **{name: values[name]})
    many = tuple(new if each is one else each for each in nodes)
    return replace(a_map, arguments=many) if of_arguments else replace(a_map, claims=many)

"""argview’s YAML: claims are keys, and so are the reasons below them."""

import pytest

from argmap.formats import argview
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap, Polarity

LIBRARY = """\
"The library should open on Sundays.":
  r1:
    People who work have no other day.:
      o1:
        The library has a returns box.:
    "-Those who work should be able to borrow.":
    label: need
    strength: 4
  o1:
    Nobody wants to work on Sundays.: {}
    strength: 2
  note: |
    The council votes in May.
"""


def map_of(text: str) -> ArgumentMap:
    reading = argview.loads(text)
    assert reading.map is not None, reading.diagnostics
    return reading.map


def test_keys_are_claims_and_reasons_join_them() -> None:
    a_map = map_of(LIBRARY)
    texts = {claim.id: claim.text for claim in a_map.claims}
    found = [
        ([texts[one] for one in argument.premises], texts[argument.target], argument.polarity)
        for argument in a_map.arguments
    ]
    thesis = "The library should open on Sundays."
    work = "People who work have no other day."
    assert found == [
        ([work, "Those who work should be able to borrow."], thesis, Polarity.SUPPORT),
        (["The library has a returns box."], work, Polarity.ATTACK),
        (["Nobody wants to work on Sundays."], thesis, Polarity.ATTACK),
    ]
    assert [texts[one] for one in a_map.theses] == [thesis]


def test_a_dash_marks_what_is_unstated() -> None:
    unstated = [claim.text for claim in map_of(LIBRARY).claims if claim.unstated]
    assert unstated == ["Those who work should be able to borrow."]


def test_labels_strengths_and_notes_are_kept() -> None:
    a_map = map_of(LIBRARY)
    assert [(one.label, one.strength) for one in a_map.arguments] == [
        ("need", 0.8),
        (None, None),
        (None, 0.4),
    ]
    assert str(a_map.claims[0].note).strip() == "The council votes in May."


def test_a_key_that_begins_with_a_minus_sign_is_an_objection() -> None:
    (argument,) = map_of("It rains.:\n  -1:\n    The street is dry.:\n").arguments
    assert argument.polarity is Polarity.ATTACK


def test_claims_with_one_text_are_one_claim() -> None:
    text = "A town.:\n  r1:\n    It is old.:\n  r2:\n    It is old.:\n    Old is good.:\n"
    a_map = map_of(text)
    assert len(a_map.claims) == 3
    assert len(a_map.uses_of("it-is-old")) == 2


@pytest.mark.parametrize("nothing", ["", " {}", " []", " ~"])
def test_a_claim_without_reasons_may_be_written_in_any_way(nothing: str) -> None:
    assert len(map_of(f"It rains.:\n  r1:\n    The street is wet.:{nothing}\n").claims) == 2


def test_a_reason_without_a_claim_is_told() -> None:
    reading = argview.loads("It rains.:\n  r1:\n    label: none\n")
    assert [(one.code, one.span.start.line) for one in reading.diagnostics] == [("left-out", 2)]


def test_a_strength_that_is_none_is_told() -> None:
    reading = argview.loads("It rains.:\n  r1:\n    The street is wet.:\n    strength: 9\n")
    assert [(one.code, one.span.start.line) for one in reading.diagnostics] == [("bad-value", 4)]


def test_such_files_are_recognised_among_those_in_yaml() -> None:
    found = readable_format("library.yml", LIBRARY.encode())
    assert found is not None
    assert found.name == "argview"
    ours = readable_format("a.yaml", b"argmap: 1\nthesis:\n  text: r1\n  premises:\n    r1:\n")
    assert ours is not None
    assert ours.name == "yaml"

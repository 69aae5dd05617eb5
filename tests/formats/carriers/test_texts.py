"""What becomes of the texts of other notations before they are part of a map."""

from typing import Any

import pytest

from argmap.faults import FaultLog
from argmap.formats.carriers.texts import all_held, held
from argmap.model import Status
from argmap.source import at_start

HERE = at_start("m.json")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It rains.", "It rains."),
        ("a\r\nb\rc\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\tb", "a\tb"),
        ("", None),
        (" \n", None),
        ("\u200b\u00ad", None),
        (None, None),
    ],
)
def test_a_text_is_held_with_its_line_ends_or_shows_nothing(text: str, kept: str) -> None:
    log = FaultLog()
    assert held(text, "text", HERE, log) == kept
    assert log.diagnostics == ()


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\ud800", "\ufffe"])
def test_a_text_with_what_no_map_holds_is_reported(character: str) -> None:
    log = FaultLog()
    assert held(f"a{character}b", "note", HERE, log) is None
    (found,) = log.diagnostics
    assert (found.code, found.span) == ("bad-value", HERE)
    assert f"U+{ord(character):04X}" in found.message
    assert "this note" in found.message


def test_all_fields_are_held_and_only_texts_are_looked_at() -> None:
    log = FaultLog()
    fields: dict[str, Any] = {
        "label": "L\r\n",
        "note": "\u200b",
        "credence": 0.5,
        "status": Status.OPEN,
        "tags": ["a", "b", "a", "\u200b", ""],
    }
    assert all_held(fields, HERE, log) == {
        "label": "L\n",
        "note": None,
        "credence": 0.5,
        "status": Status.OPEN,
        "tags": ("a", "b"),
    }
    assert not log.diagnostics
    assert all_held({"tags": ["a", "b\x07"]}, HERE, log) == {"tags": ("a",)}
    (found,) = log.diagnostics
    assert found.message == "an invisible control character (U+0007) stands in this tag"

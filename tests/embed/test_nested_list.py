"""Outlines as lists say what decides their verdicts: standards, what is unstated, for whom."""

from typing import Any

from argmap.embed.nested_list import items
from argmap.pipeline import loads, picture
from argmap.planning import RenderOptions

CAMERA = """\
argmap: 1
thesis:
  id: camera
  text: The crossing should get a camera.
  standard: scintilla
  arguments: [{id: fewer, premises: [{text: Cameras slow drivers., unstated: true}]}]
audiences: {parents: {strengths: {fewer: strong}}}
"""


def remarks(**options: Any) -> list[tuple[str, ...]]:
    shown = picture(loads(CAMERA), options=RenderOptions(**options), placed=False)
    return [item.remarks for item in items(shown, deepest=9)]


def test_a_list_says_how_a_claim_is_to_be_shown_and_what_is_unstated() -> None:
    thesis, reason = remarks()
    assert thesis == ("stands", "standard of proof: scintilla of evidence")
    assert reason == ("stands", "unstated")


def test_a_list_says_once_for_whom_it_is_weighed() -> None:
    thesis, reason = remarks(audience="parents")
    assert thesis[-1] == "weighed for the audience “parents”"
    assert reason == ("stands", "unstated")

"""What the author of a map supplies is drawn with dashes, and the legend says what they mean."""

import re
from typing import Any

import pytest

from argmap.languages import words_in
from argmap.pipeline import draw, loads
from argmap.planning import RenderOptions
from argmap.themes import LIGHT

BRIDGE = """\
argmap: 1
language: en
thesis:
  id: close
  text: The bridge should close.
  premises:
    - {id: shakes, text: It shakes.}
    - {id: unsafe, text: What shakes is not safe., unstated: true}
  rebuttals:
    - {id: only, text: It is the only bridge., unstated: true, status: open}
"""
STATED = BRIDGE.replace(", unstated: true", "")


def frames(text: str, **options: Any) -> dict[str, str]:
    """Return the markup of the frame of each box, by the id of its claim."""
    drawn = draw(loads(text), format="svg", options=RenderOptions(**options)).decode()
    found = re.finditer(r'data-claim="([^"]+)".*?(<rect class="frame"[^>]*>)', drawn, re.DOTALL)
    return {one[1]: one[2] for one in found}


@pytest.mark.parametrize("direction", ["down", "column"])
def test_a_box_of_what_is_unstated_has_dashes(direction: str) -> None:
    shown = frames(BRIDGE, direction=direction, evaluate=False)
    dashed = {id for id, frame in shown.items() if "stroke-dasharray" in frame}
    assert dashed == {"unsafe", "only"}


def test_the_dashes_of_an_unstated_thesis_are_seen_on_its_dark_ground() -> None:
    text = BRIDGE.replace("should close.", "should close.\n  unstated: true")
    frame = frames(text, evaluate=False)["close"]
    assert f'stroke="{LIGHT.gold}"' in frame
    assert "stroke-dasharray" in frame


@pytest.mark.parametrize("format", ["svg", "drawio", "excalidraw", "tikz"])
@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru"])
def test_the_legend_says_what_dashes_mean_where_there_are_some(format: str, language: str) -> None:
    said = words_in(language).legend_unstated
    own = BRIDGE.replace("language: en", f"language: {language}")
    first = said.split()[0].rstrip(":")
    drawn = draw(loads(own), format=format).decode()
    assert (said if format != "tikz" else first) in drawn
    plain = own.replace(", unstated: true", "")
    assert first not in draw(loads(plain), format=format).decode()


def test_a_picture_without_it_has_no_rule_for_it() -> None:
    assert "unstated" not in draw(loads(STATED), format="svg").decode()


def test_dot_and_mermaid_draw_dashes_too() -> None:
    dot, mermaid = (draw(loads(BRIDGE), format=one).decode() for one in ("dot", "mermaid"))
    assert dot.count('style="rounded,filled,dashed"') == 2
    assert mermaid.count("stroke-dasharray") == 2
    assert "dashed" not in draw(loads(STATED.split("  rebuttals")[0]), format="dot").decode()

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from argmap import pipeline
from argmap.model import ArgumentMap
from argmap.pipeline import loads
from argmap.planning import RenderOptions
from argmap.render.mermaid import escaped
from argmap.style import Style
from tests.devtools import Page
from tests.examples import examples
from tests.npm import page_with
from tests.render.hostile import TEXTS, hostile_map
from tests.strategies import argument_maps

RELEASE = "mermaid@11.17.2"
TREE = """argmap: 1
title: Trees
thesis:
  label: Plant
  text: We should plant trees.
  arguments:
    - scheme: cause-to-effect
      premises: [Trees give shade., {text: Shade is good., link: "https://example.org/?a=1"}]
      rebuttals: [Not in winter.]
    - {text: They are beautiful., contradicts: [ugly], group: Taste}
  rebuttals: [{id: ugly, text: They are ugly., group: Taste}]
"""


def flowchart(a_map: ArgumentMap, **options: Any) -> str:
    return pipeline.draw(a_map, format="mermaid", options=RenderOptions(**options)).decode()


def test_a_flowchart_shows_claims_steps_and_what_they_do() -> None:
    lines = [line.strip() for line in flowchart(loads(TREE), evaluate=False).splitlines()]
    assert lines[:2] == ["flowchart BT", "accTitle: Trees"]
    assert lines[3:22] == [
        'c1["<b>Plant</b><br/>We should plant trees."]:::thesis',
        'c2["Trees give shade."]:::support',
        'c3["Shade is good."]:::support',
        'c4["Not in winter."]:::attack',
        'c5["They are beautiful."]:::support',
        'c6["They are ugly."]:::attack',
        'a1(["cause to effect"]):::supportStep',
        'subgraph g1["Taste"]',
        "c5",
        "c6",
        "end",
        "class g1 group",
        "a1 --> c1",
        "c2 --- a1",
        "c3 --- a1",
        "c4 -.-x a1",
        "c5 --> c1",
        "c6 -.-x c1",
        "c6 x-.-x c5",
    ]
    assert 'click c3 href "https://example.org/?a=1"' in lines


@pytest.mark.parametrize(
    ("direction", "word"), [("down", "BT"), ("up", "TB"), ("right", "RL"), ("left", "LR")]
)
def test_the_thesis_is_where_the_direction_puts_it(direction: str, word: str) -> None:
    assert flowchart(loads(TREE), direction=direction).startswith(f"flowchart {word}\n")


def test_a_selection_says_what_it_leaves_out() -> None:
    shown = flowchart(loads(TREE), max_depth=0)
    assert "<i>#43; 5 claims on this, not shown</i>" in shown
    assert "-->" not in shown


@pytest.mark.parametrize("text", TEXTS)
def test_no_sign_that_mermaid_knows_is_left(text: str) -> None:
    assert not set('"`<>[]{}|;#\\*_$%&@~^') & set(escaped(text).replace(";", "")) - {"#"}
    assert escaped("plain: words, (and) more.") == "plain: words, (and) more."


@pytest.fixture(scope="module")
def mermaid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Mermaid itself in a browser."""
    with page_with(tmp_path_factory, RELEASE, "dist/mermaid.min.js") as browser:
        browser.evaluate("mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})")
        yield browser


def drawn(mermaid: Page, text: str) -> list[str]:
    """Draw a flowchart and return the words in its nodes."""
    return mermaid.evaluate(
        f"""mermaid.render('drawing', {json.dumps(text)}).then(({{svg}}) => {{
        const home = document.querySelector('div');
        home.innerHTML = svg;
        return [...home.querySelectorAll('.node .nodeLabel')].map(one => one.textContent) }})"""
    )


@pytest.mark.slow
def test_mermaid_passes_over_the_map_below_its_drawing(mermaid: Page) -> None:
    hostile = hostile_map()
    order = '%%{init: {"flowchart": {"htmlLabels": false}}}%%\nend\n---\nA --> B'
    claims = tuple(replace(one, note=f"{order}\n{one.text}") for one in hostile.claims)
    carrying = pipeline.convert(replace(hostile, claims=claims), to="mermaid").text
    assert "note:" in carrying
    assert drawn(mermaid, carrying) == drawn(mermaid, carrying.partition("%% argmap ")[0])


@pytest.mark.slow
def test_mermaid_shows_hostile_texts_as_they_are(mermaid: Page) -> None:
    words = drawn(mermaid, flowchart(hostile_map()))
    assert mermaid.evaluate("document.querySelectorAll('div script, div img').length") == 0
    assert len(words) >= 2 * len(TEXTS)
    for text in TEXTS:
        wanted = "".join(text.replace("$$", "$\u200b$").split())
        assert any(wanted in "".join(one.split()) for one in words)


@pytest.mark.slow
def test_mermaid_understands_any_map(mermaid: Page) -> None:
    @examples(40)
    @given(argument_maps())
    def understood(a_map: ArgumentMap) -> None:
        text = flowchart(replace(a_map, style=Style()))
        answer = mermaid.evaluate(f"mermaid.parse({json.dumps(text)}).then(one => one.diagramType)")
        assert answer == "flowchart-v2"

    understood()

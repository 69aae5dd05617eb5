import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from argmap import pipeline
from argmap.layout import embedded, system
from argmap.layout.engine import Limits
from argmap.model import ArgumentMap, Claim
from argmap.pipeline import load, loads
from argmap.style import Style
from tests.examples import examples
from tests.layout.test_engines import require
from tests.layout.test_places import MAPS
from tests.strategies import argument_maps


def draw(a_map: ArgumentMap) -> str:
    return pipeline.draw(a_map, format="dot").decode()


@examples(60)
@given(argument_maps())
def test_graphviz_understands_what_any_map_becomes(a_map: ArgumentMap) -> None:
    answer = embedded.run(draw(replace(a_map, style=Style())), output="plain", limits=Limits())
    nodes = [line for line in answer.splitlines() if line.startswith("node ")]
    assert len(nodes) >= len(a_map.claims)


def test_text_is_shown_as_written() -> None:
    text = r'A \N "quoted" \l back\slash & &lt; {brace} | bar'
    source = draw(ArgumentMap((Claim("t", text),), (), ("t",)))
    svg = embedded.run(source, output="svg", limits=Limits())
    words = " ".join(re.findall("<text[^>]*>([^<]*)", svg))
    shown = words.replace("&#45;", "-")
    assert r"\N &quot;quoted&quot;" in shown
    assert "&amp; &amp;lt;" in shown


def test_an_attack_is_dashed_and_ends_in_a_bar() -> None:
    source = draw(loads("argmap: 1\nthesis: {id: t, text: T., rebuttals: [{id: r, text: R.}]}"))
    (edge,) = [line for line in source.splitlines() if '"t" -> "r"' in line]
    assert "arrowtail=tee" in edge
    assert "style=dashed" in edge


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_plain_dot_draws_it(file: Path, tmp_path: Path) -> None:
    require(system)
    source = tmp_path / "map.dot"
    source.write_text(draw(load(file)), encoding="utf-8")
    done = subprocess.run(["dot", "-Tsvg", source], capture_output=True, check=True)
    assert done.stdout.count(b'class="node"') >= len(load(file).claims)
    assert done.stderr == b""

"""What the programs themselves make of our diagrams: draw.io's library, and Excalidraw's."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.model import ArgumentMap
from argmap.pipeline import load
from tests.devtools import Page
from tests.npm import page_with
from tests.render import test_drawio, test_excalidraw
from tests.render.hostile import TEXTS, hostile_map

pytestmark = pytest.mark.slow

HOSTILE = hostile_map()
FILES = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
MAPS = {"hostile": HOSTILE, **{file.stem: load(file) for file in FILES}}
# What draw.io is built on; what is in its cells, where they stand, and what its lines join.
MXGRAPH = ("mxgraph@4.2.2", "javascript/mxClient.min.js")
READ = """(() => {
    const file = mxUtils.parseXml(%s).documentElement;
    const model = new mxGraphModel();
    new mxCodec(file.ownerDocument).decode(file.querySelector('mxGraphModel'), model);
    const graph = new mxGraph(document.querySelector('div'), model);
    graph.setHtmlLabels(true);
    graph.convertValueToString = cell => {
        const value = cell.value;
        return value && value.getAttribute ? value.getAttribute('label') : value || ''
    };
    graph.refresh();
    return Object.values(model.cells).map(cell => ({
        id: cell.id, edge: model.isEdge(cell), vertex: model.isVertex(cell),
        source: cell.source && cell.source.id, target: cell.target && cell.target.id,
        ends: model.isEdge(cell) && graph.view.getState(cell).absolutePoints.length,
        words: (() => { const state = graph.view.getState(cell);
            return state && state.text && state.text.node ? state.text.node.textContent : '' })(),
    }))
})()"""
EXCALIDRAW = ("@excalidraw/utils@0.1.2", "dist/excalidraw-utils.min.js")
DRAWN = """(async () => {
    const svg = await ExcalidrawUtils.exportToSvg(%s);
    return {tags: [...new Set([...svg.querySelectorAll('*')].map(one => one.localName))],
            lines: [...svg.querySelectorAll('text')].map(one => one.textContent)}
})()"""


@pytest.fixture(scope="module")
def drawio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with page_with(tmp_path_factory, *MXGRAPH) as browser:
        yield browser


@pytest.fixture(scope="module")
def excalidraw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with page_with(tmp_path_factory, *EXCALIDRAW) as browser:
        yield browser


def read_by(drawio: Page, a_map: ArgumentMap) -> dict[str, dict[str, Any]]:
    cells = drawio.evaluate(READ % json.dumps(test_drawio.file_of(a_map)))
    return {cell["id"]: cell for cell in cells}


def without_blanks(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("a_map", MAPS.values(), ids=MAPS)
def test_drawio_reads_every_shape_line_and_word(drawio: Page, a_map: ArgumentMap) -> None:
    read, written = read_by(drawio, a_map), test_drawio.cells_of(a_map)
    assert read.keys() == written.keys()
    for name, cell in read.items():
        assert cell["vertex"] == (written[name].get("vertex") == "1")
        assert (cell["source"], cell["target"]) == (
            written[name].get("source"), written[name].get("target")
        )  # fmt: skip
        assert not cell["edge"] or cell["ends"] >= 2
    for claim in a_map.claims:
        assert without_blanks(claim.text) in without_blanks(read[claim.id]["words"])


def test_no_text_is_an_element_in_drawio(drawio: Page) -> None:
    read_by(drawio, HOSTILE)
    assert drawio.evaluate("document.querySelectorAll('div script, div img, div a').length") == 0


@pytest.mark.parametrize("a_map", MAPS.values(), ids=MAPS)
def test_excalidraw_draws_every_word(excalidraw: Page, a_map: ArgumentMap) -> None:
    told = excalidraw.evaluate(DRAWN % test_excalidraw.file_of(a_map))
    words = without_blanks("".join(told["lines"]))
    for claim in a_map.claims:
        assert without_blanks(claim.text) in words
    for text in TEXTS if a_map is HOSTILE else ():
        assert without_blanks(text) in words
    assert not {"script", "img", "foreignObject"} & set(told["tags"])

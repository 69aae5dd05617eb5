"""What others make of the outlines that argmap writes, and argmap of theirs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import freeplane as freeplane_io
import pytest
from opml import OpmlDocument

from argmap.formats import freeplane, opml
from argmap.model import ArgumentMap, Polarity
from argmap.pipeline import load

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))


def lines_of(
    root: freeplane_io.Node, children: Callable[..., Any], told: Callable[..., Any]
) -> list[tuple[int, str, list[str]] | tuple[int, str, list[Any]]]:
    """Return all items in their order: how deep each stands, and what it tells."""
    lines, waiting = [], [(0, root)]
    while waiting:
        depth, item = waiting.pop()
        lines.append((depth, *told(item)))
        waiting += [(depth + 1, inner) for inner in reversed(children(item))]
    return lines


def frame(a_map: ArgumentMap) -> list[tuple[tuple[str, ...], Polarity, str]]:
    return [(a.premises, a.polarity, a.target) for a in a_map.arguments]


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_pyopml_reads_our_opml_and_we_read_its(file: Path) -> None:
    written = opml.dumps(load(file)).text
    document = OpmlDocument.loads(written)
    first = opml.loads(written).map
    assert document.title == (first.title or None)
    for outline, thesis in zip(document.outlines, first.theses, strict=True):
        assert outline.text.startswith(first.claims_by_id[thesis].text)
    again = opml.loads(document.dumps(pretty=True)).map
    # It knows no notes, and leaves them out.
    assert (again.theses, frame(again)) == (first.theses, frame(first))
    assert [(c.id, c.text, c.tags) for c in again.claims] == [
        (c.id, c.text, c.tags) for c in first.claims
    ]


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_freeplane_io_reads_our_mind_map_and_we_read_its(file: Path, tmp_path: Path) -> None:
    written = freeplane.dumps(load(file)).text
    (tmp_path / "ours.mm").write_text(written, encoding="utf-8")
    theirs = freeplane_io.Mindmap(str(tmp_path / "ours.mm"))
    lines = lines_of(
        theirs.rootnode, lambda node: node.children, lambda node: (node.plaintext, node.icons)
    )
    assert len(lines) == written.count("<node ")
    for depth, text, icons in lines[1:]:
        if depth and text.startswith(("+", "-")):
            assert icons == ["button_ok" if text.startswith("+") else "button_cancel"]
    theirs.save(str(tmp_path / "theirs.mm"))
    first = freeplane.loads(written).map
    again = freeplane.loads((tmp_path / "theirs.mm").read_bytes()).map
    assert (again.claims, again.theses, frame(again)) == (first.claims, first.theses, frame(first))


def test_we_read_a_mind_map_that_freeplane_io_makes(tmp_path: Path) -> None:
    theirs = freeplane_io.Mindmap()
    theirs.rootnode.plaintext = "We should plant a pear tree."
    shade = theirs.rootnode.add_child("It will shade the bench.")
    shade.add_icon("button_ok")
    shade.notes = "Seen in May."
    roots = theirs.rootnode.add_child("Con: Its roots will lift the pavement.")
    roots.add_child("But: Pear roots grow downwards.")
    theirs.save(str(tmp_path / "theirs.mm"))
    a_map = freeplane.loads((tmp_path / "theirs.mm").read_bytes()).map
    assert a_map.theses == ("we-should-plant-a-pear",)
    assert [a.polarity.value for a in a_map.arguments] == ["support", "attack", "attack"]
    assert a_map.claims_by_id["it-will-shade-the-bench"].note == "Seen in May."

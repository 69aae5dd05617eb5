"""One bad file among many never ends a run: the rest is done, and the exit code tells of it."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from argmap import arrangement, planning
from argmap.drawing.showing import Showing
from argmap.errors import LayoutLimitError
from argmap.layout.placed import PlacedDrawing
from tests.command import argmap

GOOD = "argmap: 1\nthesis: {id: t, text: T., premises: [P.]}\n"
PLACE = "<!-- argmap: {name} -->\n<!-- /argmap -->\n"
MIB = 1024 * 1024
NAUGHT, FAULT, TROUBLE = 0, 1, 2

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="makes pipes and links of POSIX")


def missing(file: Path) -> None:
    pass


def broken_link(file: Path) -> None:
    file.symlink_to(f"nowhere{file.suffix}")


def circle(file: Any) -> None:
    file.symlink_to(file.name)


def folder(file: Any) -> None:
    file.mkdir()


def too_large(file: Any) -> None:
    with file.open("wb") as stream:
        stream.truncate(33 * MIB)


def not_utf_8(file: Any) -> None:
    file.write_bytes(b"argmap: 1\nthesis: \xff.\n")


def no_yaml(file: Any) -> None:
    file.write_text("argmap: 1\nthesis: {text: [\n")


def no_map(file: Any) -> None:
    file.write_text("[1, 2]\n")


def faulty(file: Any) -> None:
    file.write_text("argmap: 1\nthesis: {ref: nobody}\n")


def out_of_time(file: Any) -> None:
    file.write_text("argmap: 1\nthesis: {id: tangled, text: T., premises: [P.]}\n")


def with_a_lost_theme(file: Any) -> None:
    file.write_text(f"{GOOD}style: {{theme: lost.yaml}}\n")


def with_a_faulty_theme(file: Any) -> None:
    Path("pink.yaml").write_text("argmap-theme: 1\ncolours: {text: pink}\n")
    file.write_text(f"{GOOD}style: {{theme: pink.yaml}}\n")


def with_a_lost_focus(file: Any) -> None:
    file.write_text(f"{GOOD}style: {{focus: nobody}}\n")


def with_a_lost_tag(file: Any) -> None:
    file.write_text(f"{GOOD}style: {{without: nobody}}\n")


# Whether its faults are found in the map, or by the world, when it is drawn.
MAPS = {
    missing: TROUBLE,
    broken_link: TROUBLE,
    circle: TROUBLE,
    folder: TROUBLE,
    too_large: FAULT,
    not_utf_8: FAULT,
    no_yaml: FAULT,
    no_map: FAULT,
    faulty: FAULT,
    out_of_time: TROUBLE,
    with_a_lost_theme: FAULT,
    with_a_faulty_theme: FAULT,
    with_a_lost_focus: FAULT,
    with_a_lost_tag: FAULT,
}
ONLY_DRAWN = (out_of_time,)


def named(kinds: dict[Callable[..., Any], int]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("kind", kinds, ids=lambda kind: kind.__name__)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").touch()
    for name in ("a.yaml", "z.yaml"):
        Path(name).write_text(GOOD)
    whole = arrangement.arranged

    def arranged(showing: Showing, **options: Any) -> PlacedDrawing:
        if "tangled" in showing.view.map.claims_by_id:
            raise LayoutLimitError("The layout of m.yaml takes too long.")
        return whole(showing, **options)

    monkeypatch.setattr(planning, "arranged", arranged)


@named(MAPS)
def test_the_other_maps_are_drawn(kind: Callable[..., Any]) -> None:
    kind(Path("m.yaml"))
    ended = argmap("render", "a.yaml", "m.yaml", "z.yaml")
    assert ended.code == MAPS[kind], ended.err
    assert any(name in ended.err for name in ("m.yaml", "lost.yaml", "nobody"))
    assert Path("a.svg").exists()
    assert Path("z.svg").exists()
    assert not Path("m.svg").exists()


@named(MAPS)
def test_the_other_maps_are_checked(kind: Callable[..., Any]) -> None:
    for name in ("a.yaml", "z.yaml"):
        Path(name).write_text(GOOD + "titel: A\n")
    kind(Path("m.yaml"))
    ended = argmap("check", "a.yaml", "m.yaml", "z.yaml", "--format", "json")
    assert ended.code == (FAULT if kind in ONLY_DRAWN else MAPS[kind])
    found = {one["file"] for one in json.loads(ended.out)}
    assert {"a.yaml", "z.yaml"} <= found
    assert kind in ONLY_DRAWN or "m.yaml" in ended.out + ended.err


@named(MAPS)
def test_what_cannot_be_converted_leaves_nothing(kind: Callable[..., Any]) -> None:
    kind(Path("m.yaml"))
    ended = argmap("convert", "m.yaml", "m.json")
    assert ended.code == (NAUGHT if kind in ONLY_DRAWN else MAPS[kind])
    assert Path("m.json").exists() == (kind in ONLY_DRAWN)
    assert not list(Path().glob(".*.part"))


@named(MAPS)
def test_the_other_documents_are_refreshed(kind: Callable[..., Any]) -> None:
    kind(Path("m.yaml"))
    for document, a_map in (("a.md", "a.yaml"), ("m.md", "m.yaml"), ("z.md", "z.yaml")):
        Path(document).write_text(PLACE.format(name=a_map))
    ended = argmap("embed", "a.md", "m.md", "z.md")
    # That a document names what is not there is a fault of the document.
    assert ended.code in (FAULT, MAPS[kind])
    assert "m.md" in ended.err
    assert "](a.svg)" in Path("a.md").read_text()
    assert "](z.svg)" in Path("z.md").read_text()
    assert Path("m.md").read_text() == PLACE.format(name="m.yaml")


def pipe(file: Any) -> None:
    os.mkfifo(file)


def open_place(file: Any) -> None:
    file.write_text("<!-- argmap: a.yaml -->\n")


DOCUMENTS = {
    missing: TROUBLE,
    broken_link: TROUBLE,
    circle: TROUBLE,
    pipe: TROUBLE,
    not_utf_8: FAULT,
    open_place: FAULT,
}


@named(DOCUMENTS)
@pytest.mark.parametrize("options", [(), ("--root", ".")], ids=["", "root"])
def test_a_bad_document_is_one_of_many(kind: Callable[..., Any], options: tuple[Any, ...]) -> None:
    kind(Path("m.md"))
    for document, a_map in (("a.md", "a.yaml"), ("z.md", "z.yaml")):
        Path(document).write_text(PLACE.format(name=a_map))
    ended = argmap("embed", "a.md", "m.md", "z.md", *options)
    assert ended.code == DOCUMENTS[kind]
    assert "m.md" in ended.err or "nowhere.md" in ended.err
    assert "](a.svg)" in Path("a.md").read_text()
    assert "](z.svg)" in Path("z.md").read_text()


@pytest.mark.parametrize(
    "name", ["m.xyz", "x" * 5000 + ".md", "m.ipynb"], ids=["kind", "long", "notebook"]
)
def test_a_document_that_is_none_is_one_of_many(name: str) -> None:
    Path("m.xyz").write_text("x\n")
    Path("m.ipynb").write_text('{"cells": [')
    for document, a_map in (("a.md", "a.yaml"), ("z.md", "z.yaml")):
        Path(document).write_text(PLACE.format(name=a_map))
    ended = argmap("embed", "a.md", name, "z.md", "--root", ".")
    assert ended.code in (FAULT, TROUBLE)
    assert "](a.svg)" in Path("a.md").read_text()
    assert "](z.svg)" in Path("z.md").read_text()


@pytest.mark.parametrize("command", ["render", "check"])
def test_a_name_that_is_too_long_is_one_of_many(command: str) -> None:
    Path("z.yaml").write_text(GOOD + "thesis: A.\n")
    ended = argmap(command, "a.yaml", "x" * 5000 + ".yaml", "z.yaml")
    assert ended.code == TROUBLE
    assert "z.yaml:3" in ended.out + ended.err


@pytest.mark.parametrize("command", ["render", "check"])
def test_settings_that_cannot_be_read_concern_their_own_maps(command: str) -> None:
    Path("inner").mkdir()
    Path("inner/m.yaml").write_text(GOOD)
    Path("inner/pyproject.toml").write_text("[tool.argmap\n")
    Path("z.yaml").write_text(GOOD + "thesis: A.\n")
    ended = argmap(command, "a.yaml", "inner/m.yaml", "z.yaml")
    assert ended.code == TROUBLE
    assert "inner/pyproject.toml" in ended.err
    assert "z.yaml:3" in ended.out + ended.err


@pytest.mark.parametrize("command", ["render", "check", "embed"])
def test_what_needs_an_extra_is_one_of_many(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("defusedxml", "defusedxml.common", "defusedxml.sax"):
        monkeypatch.setitem(sys.modules, name, None)
    Path("m.opml").write_text('<?xml version="1.0"?><opml version="2.0"><body/></opml>\n')
    Path("z.yaml").write_text(GOOD + "thesis: A.\n")
    names = ["a.yaml", "m.opml", "z.yaml"]
    if command == "embed":
        for document, a_map in zip(("a.md", "m.md", "z.md"), names, strict=True):
            Path(document).write_text(PLACE.format(name=a_map))
        names = ["a.md", "m.md", "z.md"]
    ended = argmap(command, *names)
    assert ended.code == TROUBLE
    assert "pip install" in ended.err
    assert "z.yaml:3" in ended.out + ended.err

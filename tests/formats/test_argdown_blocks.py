"""Argdown in Markdown: each block is a map of its own, and has a number in its document."""

from pathlib import Path

import pytest

from argmap.errors import FileError
from argmap.formats import argdown_markdown
from argmap.formats.recognition import readable_format
from argmap.pipeline import load, read_path
from tests.command import argmap

ONE = "# Notes\n\n- a\n  - b\n\n~~~~ {.argdown #x}\n[a]: A.\n  + [b]: B.\n```\n~~~~\n\n"
ONE += "```\n[c]: C.\n```\n"
THREE = "```argdown\n[a]: A.\n```\n\n```argdown\n```\n\n```argdown\n[b]: B.\n  - [a]: No.\n```\n\n"
THREE += "````argdown-map\n[c] {x: 1\n\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.md").write_text(ONE)
    (tmp_path / "three.md").write_text(THREE)
    return tmp_path


def test_the_only_block_is_the_map(folder: Path) -> None:
    assert readable_format("one.md", ONE.encode()).name == "argdown-markdown"
    reading = read_path(folder / "one.md")
    # The fence inside of the longer block is a word of it.
    assert [(c.id, c.text) for c in reading.map.claims] == [("a", "A."), ("b", "B. ```")]
    assert reading.map.claims_by_id["b"].span.start.line == 8
    written = argdown_markdown.dumps(reading.map)
    assert argdown_markdown.loads(written.text).map == reading.map
    assert argdown_markdown.loads("no block").diagnostics[0].message.startswith("there is no block")


def test_of_several_blocks_one_is_named_by_its_number(folder: Path) -> None:
    a_map = load("three.md#2")
    assert {claim.id: claim.text for claim in a_map.claims} == {"b": "B.", "a": "No."}
    assert a_map.claims_by_id["b"].span.start.line == 9
    assert argmap("show", "three.md#1", "--no-evaluate").out == "A. [a]\n"
    # A file of this name is itself.
    (folder / "three.md#1").write_text("argmap: 1\nthesis: Z.\n")
    assert [claim.text for claim in load("three.md#1").claims] == ["Z."]


def test_a_document_with_several_says_what_to_write(folder: Path) -> None:
    ended = argmap("show", "three.md")
    assert ended.code == 1
    assert "three.md:1:1: error[not-a-map] this document has 3 blocks" in ended.err
    assert "“three.md#1”, “three.md#2”, “three.md#3”" in ended.err
    assert "argmap convert three.md folder/" in ended.err
    ended = argmap("show", "three.md#4")
    assert "there is no block 4 of Argdown: this document has 3" in ended.err


def test_only_documents_have_numbered_maps(folder: Path) -> None:
    (folder / "a.md").write_text("- A\n  - pro: B\n")
    (folder / "a.yaml").write_text("argmap: 1\nthesis: A.\n")
    with pytest.raises(FileError, match="has no block 1"):
        load("a.md#1")
    with pytest.raises(FileError, match="no file"):
        load("a.yaml#1")
    assert argmap("check", "-q", "a.md", "one.md").code == 0


def test_all_maps_of_a_document_are_checked(folder: Path) -> None:
    ended = argmap("check", "three.md", "--select", "notation-syntax")
    assert ended.code == 1
    assert "three.md:14:1: error[notation-syntax]" in ended.out
    (folder / "three.md").write_text(THREE.partition("````")[0])
    told = argmap("check", "three.md", "--select", "notation-syntax").err
    assert told == "2 maps checked, nothing found\n"


def test_all_maps_of_a_document_are_converted_to_a_folder(folder: Path) -> None:
    ended = argmap("convert", "three.md", "out/")
    assert ended.code == 1
    assert "2 of 3 maps are written to out" in ended.err
    assert sorted(file.name for file in (folder / "out").iterdir()) == [
        "three-1.yaml",
        "three-2.yaml",
    ]
    assert argmap("convert", "one.md", "out", "--to", "argdown").code == 0
    assert (folder / "out/one.argdown").exists()
    (folder / "in").mkdir()
    (folder / "in/doc.md").write_text(THREE.partition("````")[0])
    assert argmap("convert", "in", "all").code == 0
    assert {load(file).claims[0].id for file in (folder / "all").iterdir()} == {"a", "b"}


def test_the_picture_of_a_numbered_map_has_its_number(folder: Path) -> None:
    assert argmap("render", "three.md#2", "-q").code == 0
    assert (folder / "three-2.svg").exists()

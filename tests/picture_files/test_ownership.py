"""Nothing that somebody made by hand beside a map is written over by a picture."""

import os
from pathlib import Path

import pytest

from argmap.picture_files.ownership import for_file, is_own
from argmap.pipeline import draw, loads
from argmap.planning import RenderOptions
from argmap.render import PICTURE_NAMES, picture_format
from tests.command import argmap

PICTURES = Path(__file__).parents[2] / "docs/pictures"
MAP = "argmap: 1\nthesis: {id: t, text: T., premises: [P.], rebuttals: [R.]}\n"
# By a title, a language and an empty text, some formats begin otherwise.
MAPS = {
    "plain": MAP,
    "titled": f"{MAP}title: 'A | “B” --- <C>'\n",
    "arabic": f"{MAP}title: خريطة\nlanguage: ar\n",
    "empty": "argmap: 1\nclaims: []\n",
    "dark": f"{MAP}style: {{theme: dark, direction: left}}\n",
}
MADE_BY_HAND = {
    "svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">\n</svg>\n',
    "png": "\x89PNG of a camera",
    "pdf": "%PDF-1.7\nstartxref\n1\n%%EOF\n",
    "html": "<!doctype html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'/>\n</head></html>\n",
    "explorer": "<!doctype html>\n<html lang='en'>\n<head>\n<title>Mine</title>\n</head></html>\n",
    "slides": "<!doctype html>\n<html lang='en'>\n<head>\n<title>My talk</title>\n</head></html>\n",
    "md": "# My notes\n\nargmap drew this.\n",
    "obsidian": "# My notes\n\n[[#^a]]\n",
    "mermaid": "flowchart TD\n  a --> b\n",
    "json": '{\n  "name": "mine"\n}\n',
    "canvas": '{\n\t"nodes":[\n\t\t{"id":"t"}\n\t]\n}\n',
    "drawio": '<mxfile host="app.diagrams.net" version="26.0.4">\n</mxfile>\n',
    "excalidraw": '{\n  "type": "excalidraw",\n  "version": 2,\n  "source": "https://excalidraw.com"}\n',
    "tikz": "% my own\n\\documentclass{article}\n",
    "dot": "digraph {\n  a -> b\n}\n",
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        Path(name).write_text(MAP, encoding="utf-8")


def beside(format: str) -> Path:
    return Path(f"a{picture_format(format).suffixes[0]}")


def test_every_format_is_tried() -> None:
    assert MADE_BY_HAND.keys() == set(PICTURE_NAMES)


@pytest.mark.parametrize("format", PICTURE_NAMES)
def test_a_file_made_by_hand_stays_and_the_other_maps_are_drawn(format: str) -> None:
    beside(format).write_text(MADE_BY_HAND[format], encoding="utf-8")
    for options in ((), ("-o", ".")):
        ended = argmap("render", "b.yaml", "a.yaml", "c.yaml", "-f", format, *options)
        assert ended.code == 2
        assert f"{beside(format)} is there already and was not drawn by argmap" in ended.err
        assert "-o" in ended.err
        assert "--force" in ended.err
        assert beside(format).read_text(encoding="utf-8") == MADE_BY_HAND[format]
        assert all(Path(f"{name}{picture_format(format).suffixes[0]}").exists() for name in "bc")


@pytest.mark.parametrize("format", PICTURE_NAMES)
@pytest.mark.parametrize("way", [("-o", "{file}"), ("--force",), ("--force", "-o", ".")])
def test_who_names_the_file_or_insists_gets_it(format: str, way: tuple[str, str]) -> None:
    file = beside(format)
    file.write_text(MADE_BY_HAND[format], encoding="utf-8")
    options = [word.format(file=file) for word in way]
    assert argmap("render", "a.yaml", "-f", format, *options).code == 0
    assert is_own(file.read_bytes())


@pytest.mark.parametrize("format", PICTURE_NAMES)
@pytest.mark.parametrize("text", MAPS.values(), ids=MAPS)
def test_what_argmap_drew_is_drawn_again(format: str, text: str) -> None:
    Path("a.yaml").write_text(text, encoding="utf-8")
    assert argmap("render", "a.yaml", "-f", format).code == 0
    before = beside(format).read_bytes()
    Path("a.yaml").write_text(MAP.replace("R.", "Changed."), encoding="utf-8")
    assert argmap("render", "a.yaml", "-f", format).code == 0
    assert beside(format).read_bytes() != before
    if format not in ("png", "pdf"):
        beside(format).write_bytes(before.replace(b"\n", b"\r\n"))
        assert argmap("render", "a.yaml", "-f", format).code == 0


@pytest.mark.parametrize("format", PICTURE_NAMES)
def test_a_map_without_a_name_to_tell_leaves_a_mark_too(format: str) -> None:
    Path("project/maps").mkdir(parents=True)
    Path("project/pyproject.toml").touch()
    Path("project/a.yaml").symlink_to("../b.yaml")
    Path("two--dashes.yaml").write_text(MAP, encoding="utf-8")
    for name in ("project/a.yaml", "two--dashes.yaml"):
        for _ in range(2):
            assert argmap("render", name, "-f", format).code == 0


@pytest.mark.parametrize("format", PICTURE_NAMES)
def test_an_empty_file_is_no_loss(format: str) -> None:
    beside(format).touch()
    assert argmap("render", "a.yaml", "-f", format).code == 0


def test_a_link_is_followed_to_what_it_shows() -> None:
    Path("mine.svg").write_text(MADE_BY_HAND["svg"], encoding="utf-8")
    Path("a.svg").symlink_to("mine.svg")
    assert argmap("render", "a.yaml").code == 2
    assert Path("mine.svg").read_text(encoding="utf-8") == MADE_BY_HAND["svg"]
    Path("b.svg").symlink_to("none.svg")
    assert argmap("render", "b.yaml").code == 0
    assert is_own(Path("none.svg").read_bytes())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe")
def test_a_pipe_beside_a_map_is_not_waited_for() -> None:
    os.mkfifo("a.svg")
    ended = argmap("render", "a.yaml")
    assert ended.code == 2
    assert "a.svg" in ended.err


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
@pytest.mark.parametrize("option", ["", " output={name}"])
def test_no_document_writes_over_a_file_made_by_hand(suffix: str, option: str) -> None:
    words = f"a.yaml format={suffix}" + option.format(name=f"a.{suffix}")
    Path("doc.md").write_text(f"<!-- argmap: {words} -->\n<!-- /argmap -->\n", encoding="utf-8")
    Path(f"a.{suffix}").write_text(MADE_BY_HAND[suffix], encoding="utf-8")
    ended = argmap("embed", "doc.md")
    assert ended.code == 1
    assert f"“a.{suffix}” is there already and was not drawn by argmap" in ended.err
    assert Path(f"a.{suffix}").read_text(encoding="utf-8") == MADE_BY_HAND[suffix]
    Path(f"a.{suffix}").write_bytes(b"")
    assert argmap("embed", "doc.md").code == 0
    assert argmap("embed", "--check", "doc.md").code == 0


def test_pictures_of_the_manual_are_known() -> None:
    pictures = [file for file in PICTURES.rglob("*.svg") if "tornado" not in file.name]
    assert pictures
    assert [file.name for file in pictures if not is_own(file.read_bytes())] == []


def test_an_outline_on_standard_output_has_no_mark() -> None:
    shown = argmap("render", "a.yaml", "-f", "md", "-o", "-").out
    assert shown.encode() == draw(loads(MAP), format="md", options=RenderOptions())
    assert not is_own(shown.encode())
    assert is_own(for_file(shown.encode(), "md"))

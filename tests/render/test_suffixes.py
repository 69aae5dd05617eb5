from pathlib import Path

import pytest

from argmap.render import PICTURE_FORMATS, picture_format_of
from argmap.render.renderer import renderer_named
from tests.command import argmap

STARTS = {
    "page.html": b"<!doctype html>",
    "page.explorer.html": b"<!doctype html>",
    "page.HTM": b"<!doctype html>",
    "outline.md": b"## Yes.",
    "outline.markdown": b"## Yes.",
    "chart.mmd": b"flowchart BT",
    "chart.mermaid": b"flowchart BT",
    "places.json": b'{\n  "argmap_drawing": 1,',
}


@pytest.mark.parametrize("name", STARTS)
def test_the_suffix_says_the_format(name: str, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("argmap: 1\nthesis: {text: Yes., rebuttals: [No.]}\n")
    assert argmap("render", tmp_path / "map.yaml", "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_bytes().startswith(STARTS[name])


def test_a_picture_of_each_format_goes_beside_its_map(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("argmap: 1\nthesis: {text: Yes., rebuttals: [No.]}\n")
    assert argmap("render", tmp_path / "map.yaml", "-f", "mermaid").code == 0
    assert (tmp_path / "map.mmd").is_file()


def test_every_suffix_leads_to_a_format() -> None:
    for one in PICTURE_FORMATS:
        # A note of Obsidian is one kind of Markdown, which nobody gets by the suffix alone.
        led_to = "md" if one.name == "obsidian" else one.name
        for suffix in one.suffixes:
            found = picture_format_of(f"a{suffix.upper()}")
            assert found is not None
            assert found.name == led_to
        assert callable(renderer_named(one.name).render)

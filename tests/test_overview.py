"""The files of a map, seen from afar."""

from pathlib import Path

import pytest

import argmap
from argmap.overview import overview_of
from argmap.planning import RenderOptions
from argmap.render import PICTURE_FORMATS
from tests.command import argmap as run

FILES = {
    "map.yaml": "title: Bridge\nlanguage: de\ninclude: [a/costs.yaml, {file: spare.yaml, as: s}]\n"
    "thesis: {id: t, text: T., premises: [ref: c, Own.], rebuttals: [ref: slow]}\n"
    "claims: [{id: d, text: D., contradicts: slow}]\n",
    "a/costs.yaml": "title: Costs & more\ninclude: time.yaml\n"
    "claims: [{id: c, text: C., premises: [Steel.]}]\n",
    "a/time.yaml": "claims:\n"
    "  - {id: slow, text: Slow.}\n"
    "  - ref: c\n    arguments: [{id: step, premises: [ref: slow], rebuttals: [{ref: d}]}]\n",
    "spare.yaml": "claims: [Spare.]\n",
}


@pytest.fixture
def a_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> argmap.ArgumentMap:
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text("")
    Path("a").mkdir()
    for name, text in FILES.items():
        Path(name).write_text(f"argmap: 1\n{text}")
    return argmap.load("map.yaml")


def test_each_file_is_a_box_that_leads_to_it(a_map: argmap.ArgumentMap) -> None:
    found = overview_of(a_map)
    assert {(one.label, one.text, one.link) for one in found.claims} == {
        ("Bridge", "map.yaml", "map.yaml"),
        ("Costs & more", "a/costs.yaml", "a/costs.yaml"),
        (None, "a/time.yaml", "a/time.yaml"),
        (None, "spare.yaml", "spare.yaml"),
    }
    assert found.theses == ("bridge",)
    assert (found.title, found.language) == ("Bridge", "de")


def test_arrows_lead_from_file_to_file(a_map: argmap.ArgumentMap) -> None:
    found = overview_of(a_map)
    texts = {claim.id: claim.text for claim in found.claims}
    assert {
        (texts[one.premises[0]], one.polarity, texts[one.target]) for one in found.arguments
    } == {
        ("a/costs.yaml", "support", "map.yaml"),
        ("a/time.yaml", "attack", "map.yaml"),
        ("a/time.yaml", "support", "a/costs.yaml"),
        # An undercut bears on the claim that the step is about.
        ("map.yaml", "attack", "a/costs.yaml"),
    }
    contradicting = [(one.text, one.contradicts) for one in found.claims if one.contradicts]
    assert [text for text, _ in contradicting] == ["map.yaml"]


def test_a_map_in_one_file_has_no_overview() -> None:
    with pytest.raises(argmap.ArgmapError, match="in one file"):
        argmap.draw(argmap.loads("{argmap: 1, thesis: A.}"), options=RenderOptions(overview=True))


@pytest.mark.parametrize("format", [one.name for one in PICTURE_FORMATS if one.is_notation])
def test_every_notation_draws_it(a_map: argmap.ArgumentMap, format: str) -> None:
    shown = argmap.draw(a_map, format=format, options=RenderOptions(overview=True)).decode()
    assert "costs.yaml" in shown.replace("\\", "")
    assert "Steel" not in shown


def test_render_draws_it_from_where_the_picture_lies(a_map: argmap.ArgumentMap) -> None:
    Path("pictures").mkdir()
    ended = run("render", "map.yaml", "--overview", "--evaluate", "-o", "pictures/files.svg")
    assert ended.code == 0
    text = Path("pictures/files.svg").read_text()
    assert 'href="../a/costs.yaml"' in text
    assert "overview=yes" in text
    # Nobody has said what stands in a file.
    assert ">undecided<" not in text
    assert run("render", "a/time.yaml", "--overview", "-o", "one.svg").code in (1, 2)
    assert not Path("one.svg").exists()

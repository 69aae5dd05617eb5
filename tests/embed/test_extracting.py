"""A claim is moved to the `claims` of the file that it is written in, from whichever map."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import assume, event, given
from hypothesis import strategies as st

from argmap.editing.extracting import ExtractingError
from argmap.embed.extracting import extracted_in_project
from argmap.embed.library import library_of
from argmap.model import ArgumentMap
from argmap.pipeline import read_path
from tests.command import argmap
from tests.embed.test_renaming import maps
from tests.examples import examples
from tests.test_bundling import read_in, splits

TAX = """argmap: 1

thesis:
  id: fair
  text: The tax is fair.
  premises:
    # A reason.
    - The rate is low.
    - id: rich
      text: The rich pay more.
"""
BUDGET = """argmap: 1
include: [{file: tax.yaml, as: tax}, {file: tax.yaml, as: levy}]
thesis: {text: The budget is sound., premises: [ref: tax/fair, ref: levy/the-rate-is-low]}
"""
MOVED = TAX.replace("    - The rate is low.\n", "    - ref: the-rate-is-low\n") + (
    "\nclaims:\n  - id: the-rate-is-low\n    text: The rate is low.\n"
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write({"pyproject.toml": "", "tax.yaml": TAX, "budget.yaml": BUDGET})


def write(texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("tax.yaml", "the-rate-is-low"),
        ("budget.yaml", "tax/the-rate-is-low"),
        ("budget.yaml", "levy/the-rate-is-low"),
    ],
)
def test_a_claim_is_moved_in_its_own_file_by_any_of_its_names(file: str, name: str) -> None:
    shown = argmap("extract", file, name, "--diff")
    assert "+++ tax.yaml\n" in shown.out
    assert Path("tax.yaml").read_text() == TAX
    result = argmap("extract", file, name)
    assert (result.code, result.err) == (0, f"“{name}” stands under “claims” in tax.yaml\n")
    assert Path("tax.yaml").read_text() == MOVED
    assert Path("budget.yaml").read_text() == BUDGET


def test_what_is_there_already_is_refused_from_everywhere() -> None:
    write({"tax.yaml": MOVED})
    for file, name in (("tax.yaml", "the-rate-is-low"), ("budget.yaml", "tax/the-rate-is-low")):
        result = argmap("extract", file, name)
        assert (result.code, "stands under “claims” already" in result.err) == (2, True)


def test_an_id_that_a_map_around_has_is_not_taken_from_it() -> None:
    thesis = "thesis: {text: T., premises: [ref: fair, The rate is low.]}\n"
    write({"around.yaml": f"argmap: 1\ninclude: tax.yaml\n{thesis}"})
    result = argmap("extract", "tax.yaml", "the-rate-is-low")
    assert result.code == 2
    assert "cannot be moved: " in result.err
    assert Path("tax.yaml").read_text() == TAX


def test_a_claim_of_a_part_that_is_only_whole_in_its_map_is_moved() -> None:
    part = "argmap: 1\nclaims:\n  - ref: top\n    rebuttals:\n      - id: b\n        text: B.\n"
    write({"part.yaml": part})
    write({"map.yaml": "argmap: 1\ninclude: part.yaml\nthesis: {id: top, text: T.}\n"})
    assert argmap("extract", "part.yaml", "b").code == 0
    assert Path("part.yaml").read_text().endswith("      - ref: b\n  - id: b\n    text: B.\n")


def test_a_file_that_is_read_only_is_not_written() -> None:
    Path("tax.yaml").chmod(0o444)
    result = argmap("extract", "budget.yaml", "tax/the-rate-is-low")
    assert (result.code, "tax.yaml is read-only" in result.err) == (2, True)
    assert Path("tax.yaml").read_text() == TAX


def in_lines(text: str) -> str:
    """Return JSON as YAML without brackets, in which there is room for claims."""
    return yaml.safe_dump(json.loads(text), allow_unicode=True, sort_keys=False)


@examples(12)
@given(st.data(), maps)
def test_maps_in_several_files_say_the_same_after_it(
    data: st.DataObject, a_map: ArgumentMap
) -> None:
    assume(a_map.claims)
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pyproject.toml").write_text("")
        files = data.draw(splits(a_map))
        read_in(folder, {one: in_lines(text) for one, text in files.items()})
        was = {one: read_path(one) for one in folder.glob("*.yaml")}
        start, id = folder / "map.yaml", data.draw(st.sampled_from(a_map.claims)).id
        try:
            changed = extracted_in_project(was[start], id, library=library_of(start))
        except ExtractingError as error:
            # It is there already, or nothing can be written where it stands.
            event(str(error).partition(" ")[2])
            return
        event("moved")
        assert changed is not None
        changed.path.write_text(changed.new, encoding="utf-8")
        assert {one: read_path(one).map for one in was} == {one: r.map for one, r in was.items()}

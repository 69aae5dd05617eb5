"""Maps in several files become modules of a safety case, which say the same together."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap import dumps, load
from argmap.cli.joined_files import convert_joined
from argmap.formats import gsn
from argmap.links import for_folder
from argmap.model import ArgumentMap
from argmap.style import Style
from tests.command import argmap
from tests.examples import examples
from tests.formats.files_of_maps import arguments_in, claims_in, read, standings, write
from tests.formats.gsn2x_rules import broken_in
from tests.formats.test_gsn_writing import REFUSED, plain
from tests.strategies import argument_maps
from tests.test_bundling import as_yaml, splits, tree_of

ROBOT = {
    "main.yaml": (
        "argmap: 1\ntitle: Robot\ndescription: Is it safe?\n"
        "include:\n"
        "  - hazards.yaml\n"
        "  - {file: parts/stop.yaml, as: stop, sealed: true}\n"
        "  - {file: law.yaml, as: law}\n"
        "thesis:\n  id: G1\n  text: It is safe.\n"
        "  arguments:\n"
        "    - id: S1\n      label: Each hazard in turn.\n"
        "      premises: [ref: stop/G2, ref: known, ref: law/act]\n"
    ),
    "hazards.yaml": (
        "argmap: 1\n"
        "include: {file: law.yaml, as: law}\n"
        "claims:\n"
        "  - {id: known, text: All hazards are known., status: assumed}\n"
        "  - {ref: law/act, rebuttals: [It is repealed.]}\n"
    ),
    "law.yaml": (
        "argmap: 1\ntitle: Law\n"
        "thesis: {id: act, text: The act allows it., premises: [Section 3 says so.]}\n"
        "claims: [Nobody names this.]\n"
    ),
    "parts/stop.yaml": (
        "argmap: 1\ntitle: Stopping\n"
        "include: {file: ../tests.yaml, as: tests, sealed: true}\n"
        "thesis: {id: G2, text: It stops., link: stop.html, premises: [ref: tests/Sn1]}\n"
    ),
    "tests.yaml": (
        "argmap: 1\ntitle: Tests\n"
        "thesis: {id: Sn1, text: Touch tests., tags: [solution], rebuttals: [They had no load.]}\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def modules_in(folder: Path) -> dict[str, dict[str, Any]]:
    return {path.name: yaml.safe_load(path.read_text()) for path in folder.iterdir()}


def test_each_file_is_a_module_that_is_used_once(folder: Path) -> None:
    write(folder, ROBOT)
    ended = argmap("convert", "main.yaml", "out/", "--to", "gsn")
    assert ended.code == 0
    assert ended.err.endswith("\n5 modules are written to out/\n")
    assert (folder / "out/main.gsn.yaml").read_text() == (
        "module:\n"
        "  name: Robot\n"
        "  brief: Is it safe?\n"
        "  uses: [hazards.gsn.yaml, law.gsn.yaml, stop.gsn.yaml]\n\n"
        "G1:\n  text: It is safe.\n  supportedBy: [S1]\n\n"
        "S1:\n  text: Each hazard in turn.\n  supportedBy: [G2, act]\n  inContextOf: [known]\n"
    )
    modules = modules_in(folder / "out")
    assert modules["stop.gsn.yaml"]["G2"] == {
        "text": "It stops.",
        "supportedBy": ["Sn1"],
        "url": "../parts/stop.html",
    }
    assert list(modules["law.gsn.yaml"]) == ["module", "act", "section-3-says-so"]
    # The module that uses it has it already.
    assert list(modules["hazards.gsn.yaml"]) == ["known", "it-is-repealed"]
    assert modules["stop.gsn.yaml"]["module"]["uses"] == ["tests.gsn.yaml"]
    assert broken_in(folder / "out/main.gsn.yaml") == []


def test_sealed_claims_are_argued_in_their_modules_with_the_same_verdicts(folder: Path) -> None:
    write(folder, ROBOT)
    ended = argmap("convert", "main.yaml", "out/", "--to", "gsn")
    assert "verdict" not in ended.err
    before, after = standings(load("main.yaml")), standings(load("out/main.gsn.yaml"))
    assert {id.rpartition("/")[2]: one for id, one in before.items()}.items() <= after.items()
    assert after["Sn1"] == standings(load("tests.yaml"))["Sn1"]
    # And in a folder they are sealed again.
    assert argmap("convert", "out/main.gsn.yaml", "back/", "-q").code == 0
    assert {"file": "stop.yaml", "as": "stop", "sealed": True} in modules_in(folder / "back")[
        "main.yaml"
    ]["include"]
    assert standings(load("back/main.yaml"))["stop/G2"] == before["stop/G2"]


def test_modules_are_written_again_as_they_were(folder: Path) -> None:
    write(folder, ROBOT)
    assert argmap("convert", "main.yaml", "out/", "--to", "gsn", "-q").code == 0
    ended = argmap("convert", "out/main.gsn.yaml", "again/", "--to", "gsn")
    assert ended.err == "5 modules are written to again/\n"
    assert modules_in(folder / "again") == modules_in(folder / "out")


def test_argdown_in_several_files_and_json_become_modules_as_well(folder: Path) -> None:
    write(
        folder,
        {
            "a.argdown": "[a]: A.\n  + [b]\n\n@include(b.ad)\n",
            "b.ad": "[b]: B.\n",
            "c.json": '{"argmap": 1, "thesis": "C\\/D", "include": [{"file": "d.yaml", "as": "d",'
            '\t"sealed": true}], "claims": [{"ref": "d/e"}]}',
            "d.yaml": "argmap: 1\nthesis: {id: e, text: E., premises: [F.]}\n",
        },
    )
    assert argmap("convert", "a.argdown", "out/", "--to", "gsn", "-q").code == 0
    assert argmap("convert", "c.json", "out/", "--to", "gsn", "-q").code == 0
    modules = modules_in(folder / "out")
    assert modules["a.gsn.yaml"]["a"] == {"nodeType": "Goal", "text": "A.", "supportedBy": ["b"]}
    assert list(modules["b.gsn.yaml"]) == ["b"]
    assert modules["c.gsn.yaml"]["module"] == {"name": "", "brief": "", "uses": ["d.gsn.yaml"]}
    assert list(modules["d.gsn.yaml"]) == ["e", "f"]


def test_a_file_that_says_nothing_is_left_out_and_told_with_its_title(folder: Path) -> None:
    write(
        folder,
        {
            "a.yaml": "argmap: 1\ntitle: All\ninclude: [b.yaml, d.yaml]\n",
            "b.yaml": "argmap: 1\ninclude: c.yaml\n",
            "c.yaml": "argmap: 1\ntitle: One\nthesis: {id: c, text: C., premises: [ref: d]}\n"
            "include: d.yaml\n",
            "d.yaml": "argmap: 1\ntitle: One\nthesis: {id: d, text: D.}\n",
        },
    )
    ended = argmap("convert", "a.yaml", "out/", "--to", "gsn")
    told = "1:1: warning[left-out] a module in which there is no claim is left out"
    assert f"a.yaml:{told}, with what it says it is about\n" in ended.err
    assert f"b.yaml:{told}\n" in ended.err
    assert "d.yaml:1:1: warning[left-out] modules have names in gsn2x, each another" in ended.err
    modules = modules_in(folder / "out")
    assert {name: one["module"]["name"] for name, one in modules.items()} == {
        "c.gsn.yaml": "One",
        "d.gsn.yaml": "One-2",
    }
    assert broken_in(folder / "out/c.gsn.yaml") == []


def test_nothing_is_written_over_and_nothing_in_part(folder: Path) -> None:
    write(folder, {**ROBOT, "out/tests.gsn.yaml": "mine\n"})
    ended = argmap("convert", "main.yaml", "out/", "--to", "gsn")
    assert ended.code == 2
    assert "out/tests.gsn.yaml is there already; nothing is written" in ended.err
    assert [path.name for path in (folder / "out").iterdir()] == ["tests.gsn.yaml"]


def test_a_file_that_is_part_of_one_map_and_sealed_in_another_may_change_verdicts_and_that_is_told(
    folder: Path,
) -> None:
    write(
        folder,
        {
            "a.yaml": "argmap: 1\ninclude:\n  - {file: b.yaml, as: b, sealed: true}\n"
            "  - {file: c.yaml, as: c, sealed: true}\n"
            "thesis: {id: a, text: A., premises: [ref: c/c, ref: b/b]}\n",
            "b.yaml": "argmap: 1\ninclude: c.yaml\nthesis: {id: b, text: B.}\n"
            "claims: [{ref: c, rebuttals: [No.]}]\n",
            "c.yaml": "argmap: 1\nthesis: {id: c, text: C.}\n",
        },
    )
    assert standings(load("a.yaml"))["a"] == "stands"
    ended = argmap("convert", "a.yaml", "out/", "--to", "gsn")
    assert "has another verdict when read from Goal Structuring Notation (stands → " in ended.err
    assert "[a]" in ended.err
    assert standings(load("out/a.gsn.yaml"))["a"] != "stands"


def require_same(folder: Path, name: str, whole: ArgumentMap) -> list[str]:
    """Require that modules say what the case in one file says; return what is told as lost."""
    reading = read(folder / name)
    converted, _ = convert_joined(reading, f"{folder}/out", wanted="gsn")
    told = [one.message for one in converted.losses]
    moved = for_folder(whole, home=folder / name, beside=folder / "out/a")
    alone = gsn.loads(gsn.dumps(moved).text).map
    assert alone is not None
    modules = modules_in(folder / "out")
    used = [other for one in modules.values() for other in one.get("module", {}).get("uses", ())]
    assert len(used) == len(set(used))
    (first,) = modules.keys() - set(used)
    if first != name.replace(".yaml", ".gsn.yaml"):
        assert any("in which there is no claim is left out" in one for one in told)
    entry = folder / "out" / first
    found = read(entry).map
    assert found is not None
    found = replace(found, claims=tuple(replace(one, group=None) for one in found.claims))
    assert claims_in(found) == claims_in(alone)
    assert arguments_in(found) == arguments_in(alone)
    assert standings(found) == standings(alone)
    assert bool(broken_in(entry)) == any(REFUSED in one for one in told)
    return told


maps = argument_maps(min_claims=1, max_claims=10, max_arguments=10)


@examples(60)
@given(st.data(), maps)
def test_any_map_in_any_files_says_as_modules_what_it_says_as_one(
    data: st.DataObject, a_map: ArgumentMap
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, data.draw(splits(replace(a_map, style=Style()))))
        whole = read(folder / "map.yaml").map
        assert whole is not None
        require_same(folder, "map.yaml", whole)


small = argument_maps(min_claims=1, max_claims=6, max_arguments=6)


@examples(60)
@given(st.data(), small, small, st.booleans())
def test_modules_have_the_verdicts_of_sealed_maps_or_that_is_told(
    data: st.DataObject, own: ArgumentMap, other: ArgumentMap, sealed: bool
) -> None:
    root = tree_of(plain(own))
    other = plain(other, name="o")
    root["include"] = {"file": "sub/other.yaml", "as": "other", "sealed": sealed}
    named = data.draw(st.lists(st.sampled_from(other.claims), min_size=1, max_size=3))
    used = [{"ref": f"other/{claim.id}"} for claim in named]
    root.setdefault("claims", []).append({"text": "Used.", "id": "used", "arguments": used})
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, {"map.yaml": as_yaml(root), "sub/other.yaml": dumps(other)})
        converted, _ = convert_joined(read(folder / "map.yaml"), f"{folder}/out", wanted="gsn")
        before = standings(load(folder / "map.yaml"))
        after = standings(load(folder / "out/map.gsn.yaml"))
    told = [one.message for one in converted.losses]
    for id, standing in before.items():
        if after[id.rpartition("/")[2]] is not standing:
            assert any("another verdict" in one and f"[{id}]" in one for one in told), id

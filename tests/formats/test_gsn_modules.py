"""A safety case in modules → a map for each, which seals those that it relies on."""

import itertools
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.joined_files import convert_joined
from argmap.evaluation.grounded.labelling import evaluate
from argmap.model import ArgumentMap
from argmap.overview import overview_of
from argmap.pipeline import load, read_path
from argmap.weighing import Standing
from tests.command import argmap
from tests.examples import examples

CASE = {
    "index.gsn.yaml": (
        "module: {name: Robot, brief: Is it safe?, uses: [parts/stop.gsn.yaml, tests.yaml]}\n"
        "G1: {text: It is safe., supportedBy: S1, inContextOf: [A1, J1]}\n"
        "S1: {text: Each hazard in turn., supportedBy: [G2, G3]}\n"
        "G3: {text: It does not tip over., undeveloped: true}\n"
        "J1: {text: Two teams listed the hazards.}\n"
    ),
    "parts/stop.gsn.yaml": (
        "module: {name: Stopping}\n"
        "A1: {text: All hazards are known.}\n"
        "G2: {text: It stops., supportedBy: Sn1, inContextOf: J1, url: stop.html}\n"
    ),
    "tests.yaml": (
        "module: {name: Tests}\n"
        "Sn1: {text: Touch tests.}\n"
        "CG1: {text: The tests had no load., challenges: Sn1}\n"
    ),
}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def standings(a_map: ArgumentMap) -> dict[str, Standing]:
    """Return the verdicts by the names of elements, without those of modules."""
    found = evaluate(a_map).claims
    return {claim.id.rpartition("/")[2]: found[claim.id].standing for claim in a_map.claims}


def test_each_module_is_a_map_that_seals_those_it_relies_on(folder: Path) -> None:
    write(folder, CASE)
    ended = argmap("convert", "index.gsn.yaml", "out/")
    assert (ended.code, ended.err) == (0, "3 modules are written to out/\n")
    assert (folder / "out/index.yaml").read_text() == (
        "argmap: 1\n"
        "title: Robot\n"
        "description: Is it safe?\n\n"
        "include:\n"
        "  - {file: stop.yaml, as: stop, sealed: true}\n\n"
        "thesis:\n"
        "  id: G1\n"
        "  text: It is safe.\n"
        "  arguments:\n"
        "    - id: S1\n"
        "      label: Each hazard in turn.\n"
        "      premises:\n"
        "        - ref: stop/G2\n"
        "        - id: G3\n"
        "          text: It does not tip over.\n"
        "          status: open\n"
        "          tags: [undeveloped]\n"
        "        - id: A1\n"
        "          text: All hazards are known.\n"
        "          home: stop.yaml\n"
        "          tags: [assumption]\n"
        "          link: stop.yaml\n"
        "      backing:\n"
        "        - id: J1\n"
        "          text: Two teams listed the hazards.\n"
        "          tags: [justification]\n"
    )
    stop = (folder / "out/stop.yaml").read_text()
    assert "  - {file: tests.yaml, as: tests, sealed: true}\n" in stop
    assert "home: index.yaml\n" in stop
    assert "link: ../parts/stop.html\n" in stop
    assert "group" not in stop
    assert load(folder / "out/tests.yaml").theses == ("Sn1",)


def test_each_module_has_the_verdicts_of_the_joined_map(folder: Path) -> None:
    write(folder, CASE)
    whole = standings(load(folder / "index.gsn.yaml"))
    assert whole["G2"] is Standing.NOT_SHOWN
    argmap("convert", "index.gsn.yaml", "out/")
    for name in ("index.yaml", "stop.yaml", "tests.yaml"):
        found = standings(load(folder / "out" / name))
        assert found == {id: whole[id] for id in found}


def test_in_a_file_the_modules_are_one_map(folder: Path) -> None:
    write(folder, CASE)
    assert argmap("convert", "index.gsn.yaml", "whole.yaml").code == 0
    assert "include" not in (folder / "whole.yaml").read_text()
    assert len(load(folder / "whole.yaml").claims) == len(load(folder / "index.gsn.yaml").claims)


def test_the_modules_are_seen_from_afar(folder: Path) -> None:
    write(folder, CASE)
    seen = overview_of(load(folder / "index.gsn.yaml"))
    assert (seen.claims[0].name, seen.claims[0].link) == ("Robot", "index.gsn.yaml")
    assert len(seen.claims) == 3
    assert {one.polarity.value for one in seen.arguments} == {"support"}


def test_what_extends_a_module_is_sealed_in_that_module(folder: Path) -> None:
    write(
        folder,
        {
            "a.yaml": "module: {name: A, uses: b.yaml}\nG1: {text: Safe., undeveloped: true}\n",
            "b.yaml": (
                "module: {name: B, extends: [{module: A, develops: {G1: [G2]}}]}\n"
                "G2: {text: Tested.}\n"
            ),
        },
    )
    assert argmap("convert", "a.yaml", "out/").code == 0
    assert "- ref: b/G2\n" in (folder / "out/a.yaml").read_text()


def test_nothing_is_written_over_and_nothing_in_part(folder: Path) -> None:
    write(folder, {**CASE, "out/tests.yaml": "mine\n"})
    ended = argmap("convert", "index.gsn.yaml", "out/")
    assert (ended.code, ended.err) == (
        2,
        "argmap: out/tests.yaml is there already; nothing is written: name another folder\n",
    )
    assert [path.name for path in (folder / "out").rglob("*")] == ["tests.yaml"]
    assert (folder / "out/tests.yaml").read_text() == "mine\n"


def test_modules_that_would_be_one_file_are_refused(folder: Path) -> None:
    index = "module: {name: A, uses: [b.yaml, b.gsn.yaml]}\nG1: {supportedBy: [G2, G3]}\n"
    write(folder, {"a.yaml": index, "b.yaml": "G2: {text: B.}\n", "b.gsn.yaml": "G3: {text: C.}\n"})
    ended = argmap("convert", "a.yaml", "out/")
    assert ended.code == 2
    assert "“b.yaml” and “b.gsn.yaml” would both be written to “b.yaml”" in ended.err
    assert not (folder / "out").exists()


def test_modules_of_one_name_have_those_of_their_folders_before_it(folder: Path) -> None:
    index = "module: {name: A, uses: [doors/a.yaml, lifts/a.yaml]}\nG1: {supportedBy: [G2, G3]}\n"
    files = {"top.yaml": index, "doors/a.yaml": "G2: {}\n", "lifts/a.yaml": "G3: {}\n"}
    write(folder, files)
    assert argmap("convert", "top.yaml", "out/").code == 0
    names = sorted(path.name for path in (folder / "out").iterdir())
    assert names == ["doors-a.yaml", "lifts-a.yaml", "top.yaml"]
    assert "ref: doors-a/G2" in (folder / "out/top.yaml").read_text()


@pytest.mark.parametrize(
    ("name", "goal"),
    [
        ("a b.gsn.yaml", "a-b.yaml"),
        ("x:y.yaml", "x-y.yaml"),
        ("a\nb.yaml", "a-b.yaml"),
        ("a\udcff.yaml", "a.yaml"),
        ("#.yaml", "claim.yaml"),
        ("Bremsen größer.gsn.yml", "Bremsen-größer.yaml"),
        ("_x.yaml", "_x.yaml"),
        ("-x.yaml", "-x.yaml"),
        (f"{'a' * 240}.yaml", f"{'a' * 40}.yaml"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has files of all these names")
def test_any_name_of_a_file_becomes_one_that_can_be_included(
    folder: Path, name: str, goal: str
) -> None:
    write(folder, {name: "module: {name: A, uses: [other.yaml]}\nG2: {text: A.}\n"})
    write(folder, {"other.yaml": "module: {name: B}\nG1: {text: B., supportedBy: G2}\n"})
    assert argmap("convert", f"./{name}", "out/").code == 0
    files = sorted(path.name for path in (folder / "out").iterdir())
    assert load(folder / "out/other.yaml").arguments[0].premises == (f"{goal[:-5]}/G2",)
    assert files == sorted([goal, "other.yaml"])


def test_modules_that_rely_on_one_another_are_told_with_the_whole_circle(folder: Path) -> None:
    write(
        folder,
        {
            "a.yaml": "module: {name: A, uses: [b.yaml, c.yaml]}\nG1: {supportedBy: G2}\nG4: {}\n",
            "b.yaml": "G2: {text: B., supportedBy: G3}\n",
            "c.yaml": "G3: {text: C., supportedBy: G4}\n",
        },
    )
    ended = argmap("convert", "a.yaml", "out/")
    assert ended.code == 1
    assert "error[circular-include]" in ended.err
    assert "cannot be maps of their own: a.yaml → b.yaml → c.yaml → a.yaml" in ended.err
    assert "c.yaml:1:1" in ended.err
    assert "G2: {text: B., supportedBy: G3}" in ended.err
    assert not (folder / "out").exists()


@pytest.mark.parametrize(("number", "code"), [(21, 0), (22, 1)])
def test_modules_lie_no_deeper_than_maps_can_be_read(folder: Path, number: int, code: int) -> None:
    last = number - 1
    files = {
        f"m{n}.yaml": f"module: {{name: M, uses: m{n + 1}.yaml}}\nG{n}: {{supportedBy: G{n + 1}}}\n"
        for n in range(last)
    }
    write(folder, {**files, f"m{last}.yaml": f"G{last}: {{text: A.}}\n"})
    ended = argmap("convert", "m0.yaml", "out/")
    assert ended.code == code, ended.err
    assert ("too-large" in ended.err) == bool(code)
    if not code:
        assert argmap("evaluate", "out/m0.yaml").code == 0


def test_a_module_without_claims_is_told(folder: Path) -> None:
    write(folder, {"a.yaml": "module: {name: M, uses: b.yml}\n", "b.yml": "G1: {text: A.}\n"})
    ended = argmap("convert", "a.yaml", "out/")
    assert ended.code == 0
    assert "a.yaml:1:1: warning[left-out] a module in which there is no claim" in ended.err
    assert [path.name for path in (folder / "out").iterdir()] == ["b.yaml"]


def test_a_goal_whose_module_is_not_given_is_told_at_its_place(folder: Path) -> None:
    write(
        folder,
        {"a.yaml": "module: {name: M, uses: b.yml}\nG1: {supportedBy: G7}\n", "b.yml": "G2: {}\n"},
    )
    ended = argmap("convert", "a.yaml", "out/")
    assert ended.code == 1
    assert "a.yaml:2:19: error[unknown-reference] there is no element “G7”" in ended.err
    assert not (folder / "out").exists()


@st.composite
def cases(draw: st.DrawFn) -> dict[str, str]:
    """Return a case in modules: what a goal rests on, and what challenges it, comes after it."""
    number = draw(st.integers(2, 9))
    modules = sorted(draw(st.lists(st.integers(0, 3), min_size=number, max_size=number)))
    texts = {0: "module: {name: M0, uses: [m1.yaml, m2.yaml, m3.yaml]}\n"}
    for n, module in enumerate(modules):
        later = st.lists(st.integers(n + 1, number - 1), max_size=2, unique=True)
        support = draw(later) if n + 1 < number else []
        challenged = draw(st.sampled_from([None, *range(n)]))
        said = [f"text: Goal {n}.", f"supportedBy: [{', '.join(f'G{one}' for one in support)}]"]
        if challenged is not None:
            said.append(f"challenges: G{challenged}")
        if draw(st.booleans()):
            said.append("undeveloped: true")
        texts[module] = texts.get(module, "") + f"G{n}: {{{', '.join(said)}}}\n"
    return {f"m{n}.yaml": texts.get(n, f"module: {{name: M{n}}}\n") for n in range(4)}


@examples(60)
@given(case=cases())
def test_modules_agree_with_the_joined_map(case: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        write(Path(name), case)
        reading = read_path(Path(name, "m0.yaml"))
        assert reading.map is not None, reading.diagnostics
        whole = standings(reading.map)
        convert_joined(reading, f"{name}/out")
        parts = [standings(load(path)) for path in sorted(Path(name, "out").iterdir())]
        assert all(whole[id] is found for part in parts for id, found in part.items())
        assert set(itertools.chain(*parts)) == whole.keys()

"""What is renamed in one file of a map is renamed in all that name it, in whichever map that is."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import argmap
from argmap.editing.renamed_map import with_other_ids
from argmap.editing.renaming import NoPlaceError
from argmap.embed.library import library_of
from argmap.embed.renaming import renamed_project
from argmap.model import ArgumentMap
from argmap.pipeline import read_path
from argmap.reader import Reading
from argmap.reader.written import Kind
from argmap.style import Style
from tests.command import argmap as run
from tests.examples import examples
from tests.strategies import argument_maps
from tests.test_bundling import as_yaml, read_in, splits, verdicts

Files = Callable[[Mapping[str, str]], None]
TAX = """
sources: {report: {title: A report}}
thesis:
  id: fair
  text: The tax is fair.
  source: report
  premises:
    - id: rate
      text: The rate is low.
    - The rich pay more.
expect: {rate: accepted, fair.1: accepted, the-rich-pay-more: accepted}
"""
BUDGET = """
include: [{file: tax.yaml, as: tax}, {file: tax.yaml, as: levy}]
thesis:
  id: budget
  text: The budget is sound.  # By all names.
  source: tax/report
  premises: [ref: tax/rate, ref: levy/rate]
claims:
  - ref: levy/fair
    rebuttals: [Rents rise.]
expect: {tax/fair.2: accepted, tax/rate: accepted}
style: {focus: [tax/rate]}
"""
ALL = {"tax.yaml": TAX, "sub/budget.yaml": BUDGET.replace("tax.yaml", "../tax.yaml")}


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """Write files below a project, in which one then works; each begins with its version."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("")

    def write(texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"argmap: 1\n{text}", encoding="utf-8")

    return write


def texts() -> dict[str, str]:
    """Return all maps of the project, without their versions."""
    found = sorted(Path().rglob("*.yaml"))
    return {str(one): one.read_text().removeprefix("argmap: 1\n") for one in found}


@pytest.mark.parametrize(
    ("words", "there", "around"),
    [
        (
            ("sub/budget.yaml", "levy/rate", "share"),
            [("id: rate", "id: share"), ("{rate: a", "{share: a")],
            [("tax/rate", "tax/share"), ("levy/rate", "levy/share")],
        ),
        (
            ("tax.yaml", "fair", "just"),
            [("id: fair", "id: just"), ("fair.1", "just.1")],
            [("levy/fair", "levy/just"), ("tax/fair.2", "tax/just.2")],
        ),
        (
            ("sub/budget.yaml", "tax/fair", "tax/just"),
            [("id: fair", "id: just"), ("fair.1", "just.1")],
            [("levy/fair", "levy/just"), ("tax/fair.2", "tax/just.2")],
        ),
        (
            ("sub/budget.yaml", "tax/report", "study"),
            [("{report:", "{study:"), ("source: report", "source: study")],
            [("tax/report", "tax/study")],
        ),
        (
            ("tax.yaml", "the-rich-pay-more", "rich"),
            [
                ("- The rich pay", "- id: rich\n      text: The rich pay"),
                ("the-rich-pay-more", "rich"),
            ],
            [],
        ),
    ],
)
def test_a_thing_is_renamed_where_it_is_at_home_and_all_that_names_it_follows(
    files: Files,
    words: tuple[str, str, str],
    there: list[tuple[str, str]],
    around: list[tuple[str, str]],
) -> None:
    files(ALL)
    result = run("rename", *words)
    assert result.code == 0, result.err
    for name, pairs in (("tax.yaml", there), ("sub/budget.yaml", around)):
        wanted = ALL[name]
        for old, new in pairs:
            wanted = wanted.replace(old, new)
        assert texts()[name] == wanted
        assert (f" in {name}" in result.err) is bool(pairs)
    assert run("check", ".", "--ignore", "one-sided").code == 0


def test_what_was_done_is_told_in_the_words_in_which_it_was_asked_for(files: Files) -> None:
    files({"tax.yaml": TAX, "budget.yaml": BUDGET})
    told = run("rename", "budget.yaml", "levy/fair", "just").err
    assert told == (
        "“levy/fair” is “levy/just” now: 2 places in tax.yaml, 2 in budget.yaml; with it "
        "“tax/fair.1” is “tax/just.1”, “tax/fair.2” is “tax/just.2”\n"
    )


def test_all_files_are_shown_and_none_is_written(files: Files) -> None:
    files(ALL)
    result = run("rename", "sub/budget.yaml", "tax/rate", "share", "--diff")
    assert (result.code, result.err) == (0, "")
    for name in ALL:
        assert f"+++ {name}\n" in result.out
    assert texts() == ALL


AGAINST = "claims: [{ref: budget, rebuttals: [Nobody saves.]}]\nexpect: {budget: rejected}\n"


@pytest.mark.parametrize("name", ["map.yaml", "against.yaml"])
def test_what_a_part_names_of_the_whole_follows_also_from_the_part(files: Files, name: str) -> None:
    own = "include: against.yaml\nthesis: {id: budget, text: It is sound.}\n"
    files({"map.yaml": own, "against.yaml": AGAINST})
    result = run("rename", name, "budget", "plan")
    assert result.code == 0, result.err
    assert "has faults" not in result.err
    assert texts()["against.yaml"] == AGAINST.replace("budget", "plan")
    assert "{id: plan," in texts()["map.yaml"]
    assert run("check", "map.yaml").code == 0


def test_sources_that_several_files_describe_alike_are_renamed_in_all(files: Files) -> None:
    alike = "sources: {report: {title: A report}}\n"
    own = (
        alike
        + "include: [tax.yaml, {file: other.yaml, as: o}]\nthesis: {text: T., source: report}\n"
    )
    other = alike + "claims: [{id: c, text: C., source: report}]\n"
    files({"tax.yaml": TAX, "map.yaml": own + "claims: [ref: o/c]\n", "other.yaml": other})
    assert run("rename", "map.yaml", "report", "study").code == 0
    assert texts()["tax.yaml"] == TAX.replace("report:", "study:").replace(
        "source: report", "source: study"
    )
    assert texts()["other.yaml"] == other.replace("report:", "study:").replace(
        "source: report", "source: study"
    )
    a_map = argmap.load("map.yaml")
    assert [one.id for one in a_map.sources] == ["study"]


def test_an_audience_is_of_its_own_file_and_that_is_told(files: Files) -> None:
    own = "audiences: {town: {values: [a]}}\nstyle: {audience: town}\n"
    files({"tax.yaml": TAX + own, "map.yaml": "include: tax.yaml\nthesis: T.\n"})
    result = run("rename", "map.yaml", "town", "city")
    assert result.code == 2
    assert "tax.yaml has an audience of its own with that name: rename it there" in result.err
    assert run("rename", "tax.yaml", "town", "city").code == 0
    assert texts()["tax.yaml"] == TAX + own.replace("town", "city")


FAULTY = "include: [{file: tax.yaml, as: t}]\nthesis: {text: T., premises: [ref: t/rate]}\nfoo: 1\n"


def test_a_map_around_with_faults_is_named_and_followed_as_far_as_it_is_read(files: Files) -> None:
    files({"tax.yaml": TAX, "faulty.yaml": FAULTY})
    result = run("rename", "tax.yaml", "rate", "share")
    assert result.code == 0
    assert "faulty.yaml has faults (faulty.yaml:4:1: “foo” is not a key of a map)" in result.err
    assert texts()["faulty.yaml"] == FAULTY.replace("t/rate", "t/share")


def test_a_map_whose_includes_cannot_be_read_is_named(files: Files) -> None:
    text = "include: [{file: tax.yaml, as: t\nthesis: {text: T., premises: [ref: t/rate]}\n"
    files({"tax.yaml": TAX, "broken.yaml": text})
    result = run("rename", "tax.yaml", "rate", "share")
    assert result.code == 0
    assert "broken.yaml has faults (" in result.err


def test_a_map_in_json_that_would_have_to_follow_is_named(files: Files) -> None:
    files({"tax.yaml": TAX})
    around = {
        "argmap": 1,
        "include": "tax.yaml",
        "thesis": {"text": "T.", "premises": [{"ref": "rate"}]},
    }
    Path("map.json").write_text(json.dumps(around))
    result = run("rename", "tax.yaml", "rate", "share")
    assert result.code == 2
    assert (
        "“rate” on line 1 of map.json would be “share”, and argmap changes maps in YAML"
        in result.err
    )
    assert texts()["tax.yaml"] == TAX
    assert run("rename", "tax.yaml", "fair", "just").code == 0


def test_a_collision_in_any_file_is_told_with_its_place(files: Files) -> None:
    files({**ALL, "other.yaml": "include: tax.yaml\nthesis: {id: share, text: T.}\n"})
    result = run("rename", "sub/budget.yaml", "tax/rate", "share")
    assert result.code == 2
    assert (
        "“share” is taken in other.yaml, which is made of it as well: a claim or argument on line 3"
        " of other.yaml has this id" in result.err
    )
    result = run("rename", "sub/budget.yaml", "tax/rate", "fair")
    assert "“fair” is taken: a claim or argument on line 5 of tax.yaml has this id" in result.err
    result = run("rename", "sub/budget.yaml", "tax/rate", "levy/share/x")
    assert "leads to another file; the id is written in tax.yaml, without “/”" in result.err
    assert texts() == {**ALL, "other.yaml": texts()["other.yaml"]}


def test_a_part_that_names_another_claim_in_each_of_two_maps_is_told(files: Files) -> None:
    part = "claims: [{ref: x, rebuttals: [No.]}]\n"
    whole = "include: part.yaml\nthesis: {id: x, text: It is NAME.}\n"
    maps = {f"{name}.yaml": whole.replace("NAME", name) for name in ("good", "bad")}
    files({**maps, "part.yaml": part})
    result = run("rename", "good.yaml", "x", "y")
    assert result.code == 2
    assert "“x” on line 2 of part.yaml would name something else, or nothing, in " in result.err
    assert texts() == {**maps, "part.yaml": part}


def test_what_a_part_expects_alone_is_of_its_own_arguments(files: Files) -> None:
    # The argument of the map is the first there, and that of the part the first when it is alone.
    part = "thesis: {id: low, text: It is low., arguments: [Why.]}\nexpect: {low.1: accepted}\n"
    own = "include: part.yaml\nthesis: {ref: low, arguments: [{premises: [P., Q.]}]}\n"
    files({"map.yaml": own, "part.yaml": part})
    assert run("rename", "map.yaml", "low.1", "step").code == 0
    assert texts() == {
        "map.yaml": own.replace("{premises", "{id: step, premises"),
        "part.yaml": part,
    }


def test_a_file_that_is_not_to_be_written_keeps_all_others_as_they_are(files: Files) -> None:
    files(ALL)
    Path("tax.yaml").chmod(0o444)
    result = run("rename", "sub/budget.yaml", "tax/rate", "share")
    assert result.code == 2
    assert "tax.yaml is read-only, and is not written" in result.err
    assert texts() == ALL


@pytest.mark.parametrize("failing", ["tax.yaml", "budget.yaml", "notes.md"])
def test_where_the_disk_fails_in_the_middle_all_files_are_as_before(
    files: Files, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    files({"tax.yaml": TAX, "budget.yaml": BUDGET})
    shown = "<!-- argmap: tax.yaml focus=rate -->\n<!-- /argmap -->\n"
    Path("notes.md").write_text(shown)
    replaces = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target.name == failing:
            raise OSError(5, "the disk fails")
        return replaces(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    result = run("rename", "budget.yaml", "tax/rate", "share")
    assert (result.code, "cannot be written: the disk fails" in result.err) == (2, True)
    assert texts() == {"tax.yaml": TAX, "budget.yaml": BUDGET}
    assert Path("notes.md").read_text() == shown
    assert sorted(one.name for one in Path().iterdir()) == [
        *("budget.yaml", "notes.md", "pyproject.toml", "tax.yaml"),
    ]


def test_a_work_of_a_bibliography_is_not_renamed(files: Files) -> None:
    files({"map.yaml": "bibliography: refs.json\nthesis: {text: T., source: smith}\n"})
    Path("refs.json").write_text(json.dumps([{"id": "smith", "type": "book", "title": "T"}]))
    result = run("rename", "map.yaml", "smith", "jones")
    assert result.code == 2
    assert "“smith” is described in a bibliography, which argmap does not change" in result.err


def test_a_map_around_that_leads_out_of_the_project_keeps_all_as_they_are(
    files: Files, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files({"tax.yaml": TAX})
    away = tmp_path_factory.mktemp("away") / "around.yaml"
    away.write_text("argmap: 1\ninclude: tax.yaml\nthesis: {text: T., premises: [ref: rate]}\n")
    Path("around.yaml").symlink_to(away)
    before = away.read_text()
    result = run("rename", "tax.yaml", "rate", "share")
    assert (away.read_text(), result.code) == (before, 2)
    assert "leads to a file outside the project, which is not written" in result.err
    assert texts()["tax.yaml"] == TAX


def nodes(a_map: ArgumentMap) -> Iterator[str]:
    yield from (*a_map.claims_by_id, *a_map.arguments_by_id)


def around(data: st.DataObject, a_map: ArgumentMap) -> dict[str, Any]:
    """Return a map that names all claims of another, each by one of two names, and argues."""
    names = st.sampled_from(("a", "b"))
    return {
        "argmap": 1,
        "include": [{"file": "map.yaml", "as": "a"}, {"file": "map.yaml", "as": "b"}],
        "claims": [
            {"ref": f"{data.draw(names)}/{one.id}", **({} if one.home else {"arguments": ["Why?"]})}
            for one in a_map.claims
        ],
    }


def renamed(folder: Path, start: str, old: str) -> set[str] | None:
    """Rename in a folder; return the files that were changed, None where there is no place."""
    reading = read_path(folder / start)
    try:
        changed = renamed_project(
            reading, old, NEW, library=library_of(folder / start), kind=Kind.CLAIM_OR_ARGUMENT
        )
    except NoPlaceError:
        return None
    for one in changed.files:
        one.path.write_text(one.new, encoding="utf-8")
    return {one.path.name for one in changed.files}


NEW = "new-id"
maps = argument_maps(max_claims=8, max_arguments=8).map(lambda one: replace(one, style=Style()))


@examples(25)
@given(st.data(), maps)
def test_a_renamed_map_in_several_files_says_the_same_up_to_the_id(
    data: st.DataObject, a_map: ArgumentMap
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pyproject.toml").write_text("")
        files = data.draw(splits(a_map))
        read_in(folder, files)
        (folder / "around.yaml").write_text(as_yaml(around(data, a_map)), encoding="utf-8")
        (folder / "apart.yaml").write_text(files["map.yaml"].replace("include", "note"))
        readings = {one: read_path(folder / one) for one in (*files, "around.yaml")}
        start = data.draw(st.sampled_from(("map.yaml", "around.yaml")))
        known = [*nodes(readings[start].readable or a_map)]
        assume(known)
        old = data.draw(st.sampled_from(known))
        before = {one.name: one.read_bytes() for one in folder.glob("*.yaml")}
        told = renamed(folder, start, old)
        left = {one.name for one in folder.glob("*.yaml") if one.read_bytes() == before[one.name]}
        assert left == before.keys() - (told or set())
        for one, was in readings.items() if told else ():
            now = read_path(folder / one)
            assert now.map == same(was, now)
            if one == start:
                assert ids_by_place(was, now)[old].removeprefix("a/") == NEW


def same(was: Reading, now: Reading) -> ArgumentMap | None:
    """Return what a map is once it is renamed in, and require the verdicts to be the same."""
    if was.map is None or now.map is None:
        return was.map
    ids = ids_by_place(was, now)
    before, after = verdicts(was.map), verdicts(now.map)
    assert {ids[id]: one.label for id, one in before.items()} == {
        id: one.label for id, one in after.items()
    }
    return with_other_ids(was.map, Kind.CLAIM_OR_ARGUMENT, ids)


def ids_by_place(was: Reading, now: Reading) -> dict[str, str]:
    assert was.readable is not None
    assert now.readable is not None
    return dict(zip(nodes(was.readable), nodes(now.readable), strict=True))

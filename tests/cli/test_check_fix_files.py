"""`argmap check --fix` mends all files of a map, and makes no other map of the project worse."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.command import argmap
from tests.examples import examples

MAP = """argmap: 1
include: [costs.yaml, {file: sub/traffic.yaml, as: traffic}]
thesis:
  id: bridge  # The question.
  text: The town should build a bridge.
  premises: [{ref: cheap}, {ref: traffic/slow}]
  rebuttals: [It spoils the view.]
"""
COSTS = """argmap: 1
sources: {report: {title: A report, year: 2020}}
claims:
  # What it costs.
  - {id: cheap, text: The bridge is cheap., source: report, rebuttals: [{ref: steel}]}
  - {id: steel, text: Steel is dear.}
"""
TRAFFIC = """argmap: 1
claims:
  - id: slow
    text: The ferry is slow.  # Half an hour.
    arguments:
      - {ref: waiting}
  - {id: waiting, text: People wait.}
"""
ALL = {"map.yaml": MAP, "costs.yaml": COSTS, "sub/traffic.yaml": TRAFFIC}
SLIPS = (
    ("map.yaml", "ref: cheap", "ref: chaep"),
    ("map.yaml", "traffic/slow", "traffic/slwo"),
    ("map.yaml", "rebuttals", "rebutals"),
    ("costs.yaml", "source: report", "source: reprot"),
    ("costs.yaml", "{ref: steel}", "{ref: steeel}"),
    ("costs.yaml", "title", "titel"),
    ("sub/traffic.yaml", "ref: waiting", "ref: wating"),
    ("sub/traffic.yaml", "arguments", "argumets"),
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


def write(texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def texts() -> dict[str, str]:
    return {one: Path(one).read_text(encoding="utf-8") for one in ALL}


def with_slips(slips: tuple[tuple[str, str, str], ...]) -> dict[str, str]:
    found = dict(ALL)
    for name, right, wrong in slips:
        found[name] = found[name].replace(right, wrong, 1)
    return found


@examples(40)
@given(st.sets(st.sampled_from(SLIPS), min_size=1), st.booleans())
def test_slips_in_any_of_the_files_are_mended_and_the_files_are_named(
    slips: set[tuple[str, str, str]], names_all: bool
) -> None:
    write(with_slips(tuple(slips)))
    result = argmap("check", "--fix", *(ALL if names_all else ["map.yaml"]))
    assert result.code == 0, result.err
    assert texts() == ALL
    for name in {name for name, _, _ in slips}:
        assert name in result.err


def test_one_run_says_how_many_and_which_files_were_changed() -> None:
    write(with_slips(SLIPS[3:]))
    result = argmap("check", "--fix", "map.yaml")
    assert result.err == (
        "map.yaml: 5 findings mended, nothing is left; changed: costs.yaml, sub/traffic.yaml\n"
    )
    assert "5 of" not in argmap("check", "map.yaml").err


def test_a_report_counts_what_can_be_mended_in_all_files() -> None:
    write(with_slips(SLIPS[:4]))
    assert "argmap check --fix can mend 4 of 4\n" in argmap("check", "map.yaml").err


def test_a_diff_shows_each_file_once_and_writes_none() -> None:
    before = with_slips((SLIPS[0], SLIPS[3]))
    write(before)
    result = argmap("check", "--diff", *ALL)
    assert result.code == 1
    assert [line for line in result.out.splitlines() if line.startswith("+++")] == [
        "+++ map.yaml",
        "+++ costs.yaml",
    ]
    assert (
        "map.yaml: 2 findings would be mended, nothing is left; what would change: " in result.err
    )
    assert texts() == before


def test_what_is_missing_in_a_part_alone_is_no_slip_where_the_whole_has_it() -> None:
    against = "argmap: 1\nclaims: [{id: bride, text: A., rebuttals: [{ref: bridge}]}]\n"
    own = MAP.replace("include: [", "include: [against.yaml, ")
    write({**ALL, "map.yaml": own, "against.yaml": against})
    for names in (["against.yaml"], ["against.yaml", "map.yaml"], ["map.yaml", "against.yaml"]):
        argmap("check", "--fix", *names)
        assert Path("against.yaml").read_text() == against


def test_a_fix_that_makes_another_map_of_the_file_worse_is_not_made() -> None:
    # Each part says the same, and alone has nothing that a reference to the other could mean.
    part = "argmap: 1\nclaims: [{id: NAME, text: It is NAME., rebuttals: [Steel is dear.]}]\n"
    parts = {f"{name}.yaml": part.replace("NAME", name) for name in ("cheap", "quick")}
    own = (
        "argmap: 1\ninclude: [cheap.yaml, quick.yaml]\nthesis: {text: T., premises: [ref: cheap]}\n"
    )
    write({"map.yaml": own, **parts})
    assert "duplicate-text" in argmap("check", "map.yaml").out
    argmap("check", "--fix", "map.yaml")
    for name, text in parts.items():
        assert Path(name).read_text() == text
    write({"quick.yaml": parts["quick.yaml"].replace("1\n", "1\ninclude: cheap.yaml\n")})
    argmap("check", "--fix", "map.yaml")
    assert "{ref: steel-is-dear}" in Path("quick.yaml").read_text()
    assert "{id: steel-is-dear, text" in Path("cheap.yaml").read_text()


def test_a_read_only_part_is_left_and_the_rest_is_mended() -> None:
    before = with_slips((SLIPS[0], SLIPS[3]))
    write(before)
    Path("costs.yaml").chmod(0o444)
    result = argmap("check", "--fix", "map.yaml")
    assert result.code == 1
    assert texts() == {**before, "map.yaml": MAP}
    assert "costs.yaml is read-only, and is not mended" in result.err


def test_what_standard_input_includes_is_left() -> None:
    before = with_slips((SLIPS[0], SLIPS[3]))
    write(before)
    result = argmap("check", "--fix", "-", stdin=before["map.yaml"].encode())
    assert result.out == MAP
    assert texts() == before

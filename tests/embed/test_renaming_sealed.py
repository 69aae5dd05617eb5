"""`argmap rename` of claims that another map has behind a seal."""

from pathlib import Path

import pytest

from argmap.pipeline import load
from tests.command import argmap

COSTS = """argmap: 1
include: {file: more.yaml, as: x}
thesis: {id: t, text: T is., premises: [ref: b]}
claims:
  - {id: a, text: A is.}
  - {id: b, text: B is., premises: [ref: x/m]}
"""
MORE = "argmap: 1\nclaims:\n  - {id: m, text: M is.}\n"
SCHOOL = """argmap: 1
include: [{file: costs.yaml, as: c, sealed: true}, {file: more.yaml, as: y}]
thesis: {text: S is., premises: [ref: c/a, ref: c/b, ref: c/x/m, ref: y/m]}
"""
ABOVE = """argmap: 1
include: {file: school.yaml, as: s, sealed: true}
thesis: {text: N is., premises: [ref: s/c/b, ref: s/y/m]}
"""
ALL = {"costs": COSTS, "more": MORE, "school": SCHOOL, "above": ABOVE}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").touch()
    for name, text in ALL.items():
        Path(f"{name}.yaml").write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("costs.yaml b bb", "b", "bb"),
        ("school.yaml c/b c/bb", "b", "bb"),
        ("school.yaml c/b bb", "b", "bb"),
        ("above.yaml s/c/b s/c/bb", "b", "bb"),
        ("above.yaml s/c/b bb", "b", "bb"),
        ("more.yaml m mm", "m", "mm"),
        ("costs.yaml x/m mm", "m", "mm"),
        ("school.yaml c/x/m c/x/mm", "m", "mm"),
        ("school.yaml y/m mm", "m", "mm"),
        ("above.yaml s/y/m mm", "m", "mm"),
    ],
)
def test_all_maps_follow_wherever_the_new_id_is_asked_for(words: str, old: str, new: str) -> None:
    result = argmap("rename", *words.split())
    assert (result.code, result.err) == (0, "") or result.code == 0, result.err
    for name, text in ALL.items():
        expected = text.replace(f"id: {old},", f"id: {new},")
        for end in "],":
            expected = expected.replace(f"/{old}{end}", f"/{new}{end}")
            expected = expected.replace(f"ref: {old}{end}", f"ref: {new}{end}")
        assert Path(f"{name}.yaml").read_text() == expected
        load(f"{name}.yaml")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("school.yaml c/a c/b", "“b” is taken: a claim or argument on line 6 of costs.yaml"),
        ("school.yaml c/a d/e", "leads to another file; the id is written in costs.yaml"),
        ("school.yaml c/x/m d/e", "leads to another file; the id is written in more.yaml"),
        ("school.yaml c/t.1 new", "there is no claim, argument, source or audience “c/t.1”"),
    ],
)
def test_what_cannot_be_renamed_is_told_with_its_place(words: str, told: str) -> None:
    result = argmap("rename", *words.split())
    assert result.code != 0
    assert told in " ".join(result.err.split())
    assert Path("costs.yaml").read_text() == COSTS


def test_all_new_ids_are_told_once() -> None:
    out = argmap("rename", "school.yaml", "c/x/m", "c/x/mm")
    told = " ".join((out.out + out.err).split())
    assert told.startswith("“c/x/m” is “c/x/mm” now:")
    assert told.endswith("with it “y/m” is “y/mm”")

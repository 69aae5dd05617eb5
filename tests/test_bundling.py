"""A map in one file and in several says the same: whichever way it is cut, and bundled again."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.graph import reaching
from argmap.identifiers import slug
from argmap.pipeline import read_path
from argmap.style import Style
from tests.command import argmap as run
from tests.examples import examples
from tests.strategies import argument_maps

NESTED = ("premises", "arguments", "rebuttals", "backing")


def tree_of(a_map: argmap.ArgumentMap) -> dict[str, Any]:
    return json.loads(argmap.convert(a_map, to="json").text)


def as_yaml(tree: dict[str, Any]) -> str:
    """Return a tree as JSON that YAML reads alike: it takes some characters for line breaks."""
    text = json.dumps(tree, ensure_ascii=False)
    return "".join(f"\\u{ord(one):04x}" if one in "\x85\u2028\u2029" else one for one in text)


def claims_in(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield where the claims below a claim or an argument stand: a list and a place in it."""
    for key in NESTED:
        items = node.get(key, []) if isinstance(node, dict) else []
        for place, item in enumerate(items):
            if isinstance(item, str) or "text" in item:
                yield items, place
            yield from claims_in(item)


def taken_out(items: Any, place: Any) -> dict[str, Any]:
    """Return a claim that a reference now stands for."""
    found = items[place]
    claim = {"text": found} if isinstance(found, str) else found
    claim.setdefault("id", slug(claim.get("label"), claim["text"]))
    items[place] = {"ref": claim["id"]}
    return claim


@st.composite
def splits(draw: st.DrawFn, a_map: argmap.ArgumentMap) -> dict[str, str]:
    """Return a map in files, cut wherever a claim stands; the first includes all the others."""
    root = tree_of(a_map)
    theses = root.get("thesis", [])
    whole = {"arguments": theses if isinstance(theses, list) else [theses]}
    whole["premises"] = root.get("claims", [])
    number = draw(st.integers(1, 4))
    parts: list[dict[str, Any]] = [{"argmap": 1} for _ in range(number)]
    for items, place in reversed(list(claims_in(whole))):
        if draw(st.booleans()):
            part = parts[draw(st.integers(0, number - 1))]
            part.setdefault("claims", []).append(taken_out(items, place))
    if whole["arguments"]:
        root["thesis"] = whole["arguments"]
    files = {"map": root, **{f"part{n}": part for n, part in enumerate(parts)}}
    names = list(files)
    for n, name in enumerate(names[1:], start=1):
        # Each is included by one before it, and some by others as well.
        for other in {draw(st.integers(0, n - 1)) for _ in range(draw(st.integers(1, 3)))}:
            files[names[other]].setdefault("include", []).append(f"{name}.yaml")
    return {f"{name}.yaml": as_yaml(file) for name, file in files.items()}


def read_in(folder: Path, files: dict[str, str], name: str = "map.yaml") -> argmap.ArgumentMap:
    for file, text in files.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    reading = read_path(folder / name)
    assert reading.diagnostics == ()
    assert reading.map is not None
    return reading.map


def bundled(folder: Path, name: str = "map.yaml") -> argmap.ArgumentMap:
    assert run("bundle", folder / name, "-o", folder / "whole.yaml").code == 0
    reading = read_path(folder / "whole.yaml")
    assert reading.diagnostics == ()
    assert reading.included == {}
    assert reading.map is not None
    return reading.map


def verdicts(a_map: argmap.ArgumentMap) -> dict[str, Any]:
    found = argmap.evaluate(a_map)
    ids = (*a_map.claims_by_id, *a_map.arguments_by_id)
    return {id: found.verdict(id) for id in ids}


def is_joined_by_arguments(a_map: argmap.ArgumentMap) -> bool:
    """Return whether all bears on the theses, and nothing by a contradiction alone."""
    claims = tuple(replace(claim, contradicts=()) for claim in a_map.claims)
    reached = reaching(replace(a_map, claims=claims), *a_map.theses)
    return len(reached) == len(a_map.claims) + len(a_map.arguments)


maps = argument_maps(max_claims=10, max_arguments=10).map(lambda one: replace(one, style=Style()))


@examples(40)
@given(st.data(), maps)
def test_a_map_in_several_files_says_what_it_says_in_one(
    data: st.DataObject, a_map: argmap.ArgumentMap
) -> None:
    with TemporaryDirectory() as folder:
        split = read_in(Path(folder), data.draw(splits(a_map)))
    # Reasons come in the order of the claims, and what no argument leads to may have another.
    before, after = (
        {id: (one.label, one.standing) for id, one in verdicts(some).items()}
        for some in (a_map, split)
    )
    assert after == before
    assert set(split.claims) == set(a_map.claims)
    assert set(split.arguments) == set(a_map.arguments)
    if is_joined_by_arguments(a_map):
        assert split == a_map


@examples(15)
@given(st.data(), maps)
def test_a_bundle_has_the_verdicts_and_the_picture_of_its_files(
    data: st.DataObject, a_map: argmap.ArgumentMap
) -> None:
    with TemporaryDirectory() as folder:
        split = read_in(Path(folder), data.draw(splits(a_map)))
        whole = bundled(Path(folder))
    assert whole == split
    assert verdicts(whole) == verdicts(split)
    assert argmap.draw(whole) == argmap.draw(split)


@examples(15)
@given(st.data(), maps)
def test_however_a_map_is_cut_its_bundle_is_the_same(
    data: st.DataObject, a_map: argmap.ArgumentMap
) -> None:
    texts, found = set(), []
    for _ in range(2):
        with TemporaryDirectory() as folder:
            read_in(Path(folder), data.draw(splits(a_map)))
            found.append(bundled(Path(folder)))
            texts.add((Path(folder) / "whole.yaml").read_bytes())
    expected = {id: one.standing for id, one in verdicts(a_map).items()}
    for whole in found:
        assert {id: one.standing for id, one in verdicts(whole).items()} == expected
        assert set(whole.claims) == set(a_map.claims)
        assert set(whole.arguments) == set(a_map.arguments)
    # What no argument leads to is in the order of the files, and the rest in that of the argument.
    if is_joined_by_arguments(a_map):
        assert len(texts) == 1
        assert found == [a_map, a_map]
        assert {argmap.draw(whole) for whole in found} == {argmap.draw(a_map)}


@examples(8)
@given(st.data(), maps, argument_maps(min_claims=1, max_claims=8, max_arguments=10))
def test_a_bundle_of_files_with_names_is_the_same(
    data: st.DataObject, own: argmap.ArgumentMap, other: argmap.ArgumentMap
) -> None:
    named = data.draw(st.lists(st.sampled_from(other.claims), min_size=1, max_size=3))
    root = tree_of(own)
    root["include"] = {"file": "sub/other.yaml", "as": "other"}
    used = [{"ref": f"other/{claim.id}"} for claim in named]
    root.setdefault("claims", []).append({"text": "Used.", "id": "-used-", "arguments": used})
    files = {
        "map.yaml": as_yaml(root),
        "sub/other.yaml": argmap.dumps(replace(other, style=Style())),
    }
    with TemporaryDirectory() as folder:
        split = read_in(Path(folder), files)
        whole = bundled(Path(folder))
        alone = read_path(Path(folder) / "sub/other.yaml").map
    assert whole == split
    assert verdicts(whole) == verdicts(split)
    assert argmap.draw(whole) == argmap.draw(split)
    # What bears on a claim in its own file is all that bears on it here.
    assert alone is not None
    own_words = verdicts(alone)
    for claim in named:
        assert verdicts(whole)[f"other/{claim.id}"].label is own_words[claim.id].label


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/map.yaml").write_text(
        "argmap: 1\ninclude: parts/costs.yaml\nthesis: {text: A., premises: [ref: b]}  # Why?\n"
        "style: {theme: own.yaml}\n"
    )
    (tmp_path / "sub/own.yaml").write_text("argmap-theme: 1\n")
    (tmp_path / "sub/parts").mkdir()
    (tmp_path / "sub/parts/costs.yaml").write_text(
        "argmap: 1\nsources: {s: {title: S, file: s.txt}}\n"
        "claims: [{id: b, text: B., source: s, link: page.html}]\n"
    )
    (tmp_path / "sub/parts/s.txt").write_text("B.\n")
    return tmp_path


def test_what_a_bundle_names_is_named_from_where_it_lies(project: Path) -> None:
    ended = run("bundle", "sub/map.yaml", "-o", "whole.yaml")
    assert ended.code == 0
    a_map = argmap.load("whole.yaml")
    assert a_map.sources[0].file == "sub/parts/s.txt"
    assert a_map.claims_by_id["b"].link == "sub/parts/page.html"
    assert a_map.style.theme == "sub/own.yaml"
    # What is lost is told.
    assert "comment" in ended.err


def test_a_bundle_is_laid_out_and_goes_to_standard_output(project: Path) -> None:
    text = run("bundle", "sub/map.yaml", "-q")
    assert (text.code, text.err) == (0, "")
    assert run("fmt", "-", "--check", stdin=text.out.encode()).code == 0
    assert "include" not in text.out


@pytest.mark.parametrize("target", ["sub/map.yaml", "sub/parts/costs.yaml"])
def test_no_file_of_a_map_is_written_over(project: Path, target: str) -> None:
    before = Path(target).read_text()
    ended = run("bundle", "sub/map.yaml", "-o", target)
    assert ended.code == 2
    assert "is what is read" in ended.err
    assert Path(target).read_text() == before


def test_a_map_with_a_fault_is_not_bundled(project: Path) -> None:
    Path("sub/parts/costs.yaml").write_text("argmap: 1\nclaims: [{id: c, text: B., foo: 1}]\n")
    ended = run("bundle", "sub/map.yaml", "-o", "whole.yaml")
    assert ended.code == 1
    assert "sub/parts/costs.yaml:2:" in ended.err
    assert "error[unknown-key]" in ended.err
    assert not Path("whole.yaml").exists()

"""What editors are told of claims that are argued in another map, saved or not."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from lsprotocol import types

from argmap.embed.renaming import NotWholeError
from argmap.lsp.beside import with_open_texts
from argmap.lsp.changes import made
from argmap.lsp.completion import completion
from argmap.lsp.definition import definition
from argmap.lsp.documents import OpenText
from argmap.lsp.hover import hover
from argmap.lsp.links import links
from argmap.lsp.references import references
from argmap.lsp.renaming import prepare_rename, rename
from tests.lsp.opening import opened, place, words_at

STEEL = "argmap: 1\nclaims: [{id: steel, text: 😀 Steel is cheap.}]\n"
# Claims are in another order here than in an argument, and some are written in a third file.
COSTS = """argmap: 1
title: 'What it costs'
include: {file: ../steel.yaml, as: metal}
thesis: {id: affordable, text: The town can pay., premises: [ref: loan, ref: metal/steel]}
claims:
  - {id: other, text: Other things are said.}
  - {id: loan, text: Loans are cheap.}
"""
SCHOOL = """argmap: 1
# 😀
include:
  - {file: sub/costs.yaml, as: costs, sealed: true}
  - {file: steel.yaml, as: metal}
thesis:
  text: Build it.
  premises: [ref: costs/affordable, ref: costs/loan, ref: costs/metal/steel, ref: metal/steel]
expect: {costs/loan: stands}
"""
HOME = """argmap: 1
thesis:
  text: So.
  premises:
    - {text: It is cheap., home: sub/costs.yaml}
    - {text: It is dear., home: {map: school.yaml, verdict: falls}}
    - {text: It is far., home: A map of roads}
"""
ALL = {"steel.yaml": STEEL, "sub/costs.yaml": COSTS, "school.yaml": SCHOOL, "home.yaml": HOME}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "pyproject.toml").write_text("")
    for name, text in ALL.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def text_of(folder: Path, name: str) -> OpenText:
    return opened(ALL[name], folder / name)


def found(one: types.Location | None, folder: Path, now: Mapping[str, str]) -> tuple[str, str]:
    """Return the file of a place, and the words that stand there."""
    assert one is not None
    name = Path(unquote(one.uri.removeprefix("file://"))).relative_to(folder).as_posix()
    return name, words_at(opened(now[name]), one.range)


HOMES = [
    ("costs/affordable", "sub/costs.yaml", "affordable"),
    ("costs/loan", "sub/costs.yaml", "loan"),
    ("costs/metal/steel", "steel.yaml", "steel"),
]


@pytest.mark.parametrize("is_saved", [True, False])
@pytest.mark.parametrize(("name", "file", "id"), HOMES)
def test_a_name_leads_to_where_the_claim_has_its_id(
    folder: Path, name: str, file: str, id: str, is_saved: bool
) -> None:
    now, texts = dict(ALL), list[OpenText]()
    if not is_saved:
        for each in ("sub/costs.yaml", "steel.yaml"):
            now[each] = ALL[each].replace("argmap: 1\n", "# New, and not saved.\nargmap: 1\n")
            texts.append(opened(now[each], folder / each))
    document = text_of(folder, "school.yaml")
    at = place(document, f"ref: {name}", within=6)
    assert found(definition(document, at, texts), folder, now) == (file, id)
    named = {found(one, folder, now) for one in references(document, at, texts, with_home=True)}
    assert {(file, id), ("school.yaml", name)} <= named


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("steel.yaml", "id: steel"),
        ("sub/costs.yaml", "ref: metal/steel"),
        ("school.yaml", "ref: costs/metal/steel"),
        ("school.yaml", "ref: metal/steel"),
    ],
)
def test_all_places_are_found_from_each(folder: Path, file: str, words: str) -> None:
    document = text_of(folder, file)
    places = references(document, place(document, words, within=6), with_home=True)
    assert sorted(found(one, folder, ALL) for one in places) == [
        ("school.yaml", "costs/metal/steel"),
        ("school.yaml", "metal/steel"),
        ("steel.yaml", "steel"),
        ("sub/costs.yaml", "metal/steel"),
    ]


@pytest.mark.parametrize("is_saved", [True, False])
@pytest.mark.parametrize(
    ("file", "words", "new", "expected"),
    [
        ("school.yaml", "ref: costs/loan", "costs/credit", "credit"),
        ("school.yaml", "ref: costs/loan", "credit", "credit"),
        ("school.yaml", "expect: {costs/loan", "credit", "credit"),
        ("sub/costs.yaml", "id: loan", "credit", "credit"),
        ("sub/costs.yaml", "ref: loan", "credit", "credit"),
        ("school.yaml", "ref: costs/metal/steel", "costs/metal/iron", "iron"),
        ("school.yaml", "ref: metal/steel", "iron", "iron"),
        ("steel.yaml", "id: steel", "iron", "iron"),
        ("sub/costs.yaml", "ref: metal/steel", "metal/iron", "iron"),
    ],
)
def test_a_new_id_is_followed_by_all_maps(
    folder: Path, file: str, words: str, new: str, expected: str, is_saved: bool
) -> None:
    now, texts = dict(ALL), list[OpenText]()
    if not is_saved:
        now = {
            each: text.replace("argmap: 1\n", "argmap: 1\n# New.\n") for each, text in now.items()
        }
        texts = [opened(text, folder / each) for each, text in now.items()]
    document = opened(now[file], folder / file)
    at = place(document, words, within=len(words) - 1)
    assert prepare_rename(with_open_texts(document, texts), at) is not None
    change = rename(document, at, new, texts)
    after = dict(now)
    for one in change.document_changes or ():
        assert isinstance(one, types.TextDocumentEdit)
        name = Path(unquote(one.text_document.uri.removeprefix("file://"))).relative_to(folder)
        text = now[name.as_posix()]
        edits = [each for each in one.edits if isinstance(each, types.TextEdit)]
        after[name.as_posix()] = made(text, edits, opened(text).border)
    old = "loan" if expected == "credit" else "steel"
    wanted = {
        name: text.replace(f"id: {old}", f"id: {expected}")
        .replace(f"ref: {old}", f"ref: {expected}")
        .replace(f"/{old}", f"/{expected}")
        .replace(f"file: ../{expected}", f"file: ../{old}")
        for name, text in now.items()
    }
    assert after == wanted


def test_what_is_taken_at_home_cannot_be_the_new_id(folder: Path) -> None:
    document = text_of(folder, "school.yaml")
    at = place(document, "ref: costs/loan", within=6)
    with pytest.raises(
        Exception, match=r"“other” is taken: a claim or argument on line 6 of .*cost"
    ):
        rename(document, at, "other")
    broken = opened(COSTS.replace("id: loan", "id: credit"), folder / "sub/costs.yaml")
    with pytest.raises(NotWholeError):
        rename(document, at, "debt", [broken])


def test_hover_tells_how_it_stands_there_now(folder: Path) -> None:
    document = text_of(folder, "school.yaml")
    at = place(document, "ref: costs/loan", within=6)
    told = hover(document, at)
    assert told is not None
    assert isinstance(told.contents, types.MarkupContent)
    assert "stands in sub/costs.yaml, where it is argued." in told.contents.value
    new = COSTS.replace("text: Loans are cheap.", "text: Loans are dear., rebuttals: [No.]")
    told = hover(with_open_texts(document, [opened(new, folder / "sub/costs.yaml")]), at)
    assert told is not None
    assert isinstance(told.contents, types.MarkupContent)
    assert told.contents.value.startswith("Loans are dear.")
    assert "falls in sub/costs.yaml, where it is argued." in told.contents.value


def offered(text: str, path: Path, texts: tuple[OpenText, ...] = ()) -> dict[str, str | None]:
    """Return what may be written at the sign “|”, with what is told of it."""
    before, behind = text.split("|")
    document = with_open_texts(opened(before + behind, path), texts)
    items = completion(document, opened(before).border.whole.end)
    return {one.label: one.detail for one in items}


def test_claims_of_a_sealed_map_are_offered_as_they_are_now(folder: Path) -> None:
    text, path = SCHOOL.replace("ref: costs/loan", "ref: |"), folder / "school.yaml"
    assert offered(text, path)["costs/metal/steel"] == "😀 Steel is cheap."
    new = opened(COSTS.replace("id: other", "id: third"), folder / "sub/costs.yaml")
    assert "costs/other" in offered(text, path)
    assert "costs/third" in offered(text, path, (new,))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("school.yaml", "file: sub/costs.yaml", "file: |"),
        ("school.yaml", "  - {file: steel.yaml, as: metal}", "  - |"),
        ("home.yaml", "home: sub/costs.yaml", "home: |"),
        ("home.yaml", "map: school.yaml", "map: |"),
    ],
)
def test_maps_of_the_project_are_offered_where_one_is_named(
    folder: Path, name: str, old: str, new: str
) -> None:
    (folder / ".hidden").mkdir()
    for other in ("other.yaml", ".hidden/a.yaml"):
        (folder / other).write_text("services: 1\n" if other == "other.yaml" else STEEL)
    told = offered(ALL[name].replace(old, new), folder / name)
    assert told["sub/costs.yaml"] == "What it costs"
    assert "steel.yaml" in told
    assert not {name, "other.yaml", ".hidden/a.yaml"} & told.keys()


def test_maps_are_named_from_the_folder_of_the_text(folder: Path) -> None:
    told = offered("argmap: 1\ninclude: |\nthesis: A.\n", folder / "sub/new.yaml")
    assert list(told)[:2] == ["costs.yaml", "../home.yaml"]
    assert offered("argmap: 1\nsources: {s: {title: T, file: |}}\n", folder / "new.yaml") == {}
    assert not offered("argmap: 1\ninclude: |\n", folder / "new.yaml").keys() & {"sub"}


def test_maps_outside_the_project_are_neither_offered_nor_led_to(folder: Path) -> None:
    inside = folder / "sub/inside"
    inside.mkdir()
    (inside / "pyproject.toml").write_text("")
    (inside / "link.yaml").symlink_to(folder / "steel.yaml")
    text = "argmap: 1\nthesis: {text: A., home: |}\n"
    assert offered(text, inside / "a.yaml") == {}
    for home in ("../costs.yaml", "link.yaml", str(folder / "steel.yaml")):
        document = opened(text.replace("|", home), inside / "a.yaml")
        assert links(document) == []
        assert definition(document, place(document, home, within=2)) is None


def test_files_that_are_named_lead_there(folder: Path) -> None:
    for name, words in (
        ("school.yaml", ["sub/costs.yaml", "steel.yaml"]),
        ("home.yaml", ["sub/costs.yaml", "school.yaml"]),
    ):
        document = text_of(folder, name)
        assert [words_at(document, one.range) for one in links(document)] == words
        for word in words:
            there = definition(document, place(document, word, within=3))
            assert there is not None
            assert there.uri == (folder / word).as_uri()
    alone = replace(text_of(folder, "home.yaml"), uri="untitled:1")
    assert links(alone) == []
    assert offered(HOME.replace("A map of roads", "|"), folder / "x.yaml")

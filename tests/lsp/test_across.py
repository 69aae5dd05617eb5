"""Answers about a text go into all files of its map, and into the maps that include it."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lsprotocol import types

from argmap.editing.renamed_map import with_other_ids
from argmap.editing.renaming import NoPlaceError
from argmap.lsp.changes import without_versions
from argmap.lsp.definition import definition
from argmap.lsp.documents import OpenText
from argmap.lsp.highlights import highlights
from argmap.lsp.hints import hints
from argmap.lsp.hover import hover
from argmap.lsp.marker_names import marker_definition
from argmap.lsp.references import references
from argmap.lsp.renaming import rename, renamed_everywhere
from argmap.model import ArgumentMap
from argmap.pipeline import read_path
from argmap.reader.written import Kind
from tests.embed.test_renaming import NEW, ids_by_place, maps, nodes, same
from tests.examples import examples
from tests.lsp.opening import after, opened, place, words_at
from tests.test_bundling import read_in, splits

ENCODINGS = ("utf-8", "utf-16", "utf-32")
TAX = """argmap: 1
# 😀
sources: {отчёт: {title: A report 😀}}
thesis:
  id: ставка
  text: 😀 The rate is low.
  source: отчёт
  premises: [The rich pay more.]
expect: {ставка.1: accepted}
"""
BUDGET = """argmap: 1
include: [{file: tax.yaml, as: tax}, {file: tax.yaml, as: налог}]
thesis:
  id: budget
  text: 😀 The budget is sound.
  premises: [ref: tax/ставка, {ref: налог/ставка}]
  source: налог/отчёт
expect: {tax/ставка.1: accepted}
"""
PART = "argmap: 1\nclaims: [{ref: budget, rebuttals: [Nobody saves.]}]\n"
WHOLE = f"{BUDGET}claims: []\n".replace("include: [", "include: [part.yaml, ")
ALL = {"tax.yaml": TAX, "budget.yaml": BUDGET, "part.yaml": PART, "whole.yaml": WHOLE}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    for name, text in ALL.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def found_in(one: types.Location, texts: Mapping[str, str], encoding: str) -> tuple[str, str]:
    """Return the file of a place, and the words that stand there."""
    path = Path(unquote(one.uri.removeprefix("file://")))
    return path.name, words_at(opened(texts[path.name], encoding=encoding), one.range)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("file", "words", "within", "where"),
    [
        ("budget.yaml", "tax/ставка", 5, ("tax.yaml", "ставка")),
        ("budget.yaml", "налог/ставка", 1, ("tax.yaml", "ставка")),
        ("budget.yaml", "налог/отчёт", 7, ("tax.yaml", "отчёт")),
        ("part.yaml", "budget", 2, ("whole.yaml", "budget")),
        ("budget.yaml", "tax/ставка.1", 11, ("tax.yaml", "premises: [The rich pay more.]")),
    ],
)
def test_a_name_leads_to_its_file_in_whichever_map_that_is(
    folder: Path, encoding: str, file: str, words: str, within: int, where: tuple[str, str]
) -> None:
    document = opened(ALL[file], folder / file, encoding=encoding)
    found = definition(document, place(document, words, within=within))
    assert found is not None
    assert found_in(found, ALL, encoding) == where


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("file", "words"), [("tax.yaml", "id: ставка"), ("budget.yaml", "ref: налог/ставка")]
)
def test_all_names_of_a_claim_are_found_in_all_files(
    folder: Path, encoding: str, file: str, words: str
) -> None:
    document = opened(ALL[file], folder / file, encoding=encoding)
    at = place(document, words, within=6)
    found = [found_in(one, ALL, encoding) for one in references(document, at, with_home=True)]
    wanted = {("tax.yaml", "ставка")} | {
        (name, f"{way}/ставка")
        for name in ("budget.yaml", "whole.yaml")
        for way in ("tax", "налог")
    }
    assert set(found) == wanted
    assert len(found) == len(wanted)
    assert found[0][0] == file
    assert len(references(document, at, with_home=False)) == len(wanted) - 1


def test_sources_are_found_in_all_files(folder: Path) -> None:
    document = opened(TAX, folder / "tax.yaml")
    found = references(document, place(document, "source: отчёт", within=9), with_home=True)
    names = [name for name, _ in (found_in(one, ALL, "utf-16") for one in found)]
    assert names == ["tax.yaml", "tax.yaml", "budget.yaml", "whole.yaml"]


def test_texts_that_are_open_count_as_they_are_now(folder: Path) -> None:
    new = TAX.replace("# 😀\n", "# 😀\n# New, and not saved.\n")
    tax, budget = opened(new, folder / "tax.yaml"), opened(BUDGET, folder / "budget.yaml")
    texts = {**ALL, "tax.yaml": new}
    found = definition(budget, place(budget, "tax/ставка", within=5), (budget, tax))
    assert found is not None
    assert found_in(found, texts, "utf-16") == ("tax.yaml", "ставка")
    unsaved = opened(PART + "# налог/ставка\nclaims: 1\n", folder / "whole.yaml")
    found_all = references(tax, place(tax, "id: ставка", within=5), (tax, unsaved), with_home=True)
    assert {found_in(one, texts, "utf-16")[0] for one in found_all} == {"tax.yaml", "budget.yaml"}


def test_second_names_are_marked_and_told_like_the_first(folder: Path) -> None:
    budget = opened(BUDGET, folder / "budget.yaml")
    at = place(budget, "налог/ставка", within=7)
    marked = [words_at(budget, one.range) for one in highlights(budget, at)]
    assert marked == ["tax/ставка", "налог/ставка"]
    told = hover(budget, at)
    assert told is not None
    assert "The rate is low." in str(told.contents)
    shown = [one.label for one in hints(budget, budget.border.whole)]
    assert shown.count("😀 The rate is low.") == 2


def test_a_document_leads_into_an_included_file(folder: Path) -> None:
    page = opened(
        "<!-- argmap: budget.yaml focus=tax/ставка -->\n<!-- /argmap -->\n", folder / "a.md"
    )
    found = marker_definition(page, place(page, "ставка"), ())
    assert found is not None
    assert found_in(found, ALL, "utf-16") == ("tax.yaml", "ставка")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ALL)
def test_a_claim_is_renamed_in_all_files_from_each_and_they_read_back_equal(
    folder: Path, encoding: str, name: str
) -> None:
    words = {"tax.yaml": "id: ставка", "part.yaml": "ref: budget"}.get(name, "ref: tax/ставка")
    old = "budget" if name == "part.yaml" else "ставка"
    document = opened(ALL[name], folder / name, encoding=encoding)
    before = {one: read_path(folder / one).map for one in ALL}
    edit = rename(document, place(document, words, within=9), "доля")
    changes = without_versions(edit).changes or {}
    told = {Path(unquote(one.removeprefix("file://"))).name for one in changes}
    assert told == ({"part.yaml", "whole.yaml"} if old == "budget" else set(ALL) - {"part.yaml"})
    for one in told:
        text = after(opened(ALL[one], folder / one, encoding=encoding), edit)
        (folder / one).write_text(text, encoding="utf-8")
    for one, was in before.items():
        now = read_path(folder / one).map
        assert (now is None) is (was is None)
        if was is not None and now is not None:
            ids = {id: id.replace(old, "доля") for id in (*was.claims_by_id, *was.arguments_by_id)}
            wanted = was if one not in told else with_other_ids(was, Kind.CLAIM_OR_ARGUMENT, ids)
            assert now == wanted


def test_the_versions_of_all_open_texts_are_those_that_are_changed(folder: Path) -> None:
    texts = [OpenText((folder / one).as_uri(), n, ALL[one]) for n, one in enumerate(ALL, start=5)]
    edit = rename(texts[1], place(texts[1], "tax/ставка", within=5), "tax/share", texts)
    changed = [
        one for one in edit.document_changes or () if isinstance(one, types.TextDocumentEdit)
    ]
    assert {one.text_document.uri: one.text_document.version for one in changed} == {
        one.uri: one.version for one in texts if one.path and one.path.name != "part.yaml"
    }


@examples(15)
@given(st.data(), maps, st.sampled_from(ENCODINGS))
def test_a_map_in_several_files_that_are_not_saved_is_renamed_and_reads_back_equal(
    data: st.DataObject, a_map: ArgumentMap, encoding: str
) -> None:
    known = tuple(nodes(a_map))
    assume(known)
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pyproject.toml").write_text("")
        files = {one: f"# 😀\n{text}" for one, text in data.draw(splits(a_map)).items()}
        read_in(folder, files)
        was = read_path(folder / "map.yaml")
        old = data.draw(st.sampled_from(known))
        unsaved = [one for one in files if one == "map.yaml" or data.draw(st.booleans())]
        texts = {one: opened(files[one], folder / one, encoding=encoding) for one in unsaved}
        for one in unsaved:
            (folder / one).write_text("argmap: 1\nclaims: [It was another.]\n")
        try:
            edit = renamed_everywhere(
                texts["map.yaml"], 1, old, Kind.CLAIM_OR_ARGUMENT, NEW, [*texts.values()]
            )
        except NoPlaceError:
            return
        changes = without_versions(edit).changes or {}
        for one, text in files.items():
            document = texts.get(one, opened(text, folder / one, encoding=encoding))
            changed = after(document, edit) if document.uri in changes else text
            assert (changed != text) is (document.uri in changes)
            (folder / one).write_text(changed, encoding="utf-8")
        now = read_path(folder / "map.yaml")
        assert now.map == same(was, now)
        assert ids_by_place(was, now)[old] == NEW

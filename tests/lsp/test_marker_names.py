"""Ids that documents name in the places which show a map."""

from pathlib import Path

import pytest
from lsprotocol import types

from argmap.editing.renaming import RenamingError
from argmap.lsp.changes import made, without_versions
from argmap.lsp.definition import definition
from argmap.lsp.documents import OpenText
from argmap.lsp.marker_names import marker_definition, marker_rename, prepare_marker_rename
from argmap.lsp.renaming import rename
from tests.lsp.opening import opened, place, words_at
from tests.lsp.texts import WHOLE

ENCODINGS = ("utf-8", "utf-16", "utf-32")
PAGE = "Я 😀 <!-- argmap: a.yaml as=outline focus=calm,dogs audience=guests --><!-- /argmap -->\n"
BLOCK = "😀\n\n```argmap a.yaml collapse=fear-step\n```\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "a.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.md").write_text(BLOCK, encoding="utf-8")
    return tmp_path


def texts_after(edit: types.WorkspaceEdit, *documents: OpenText) -> list[str]:
    changes = without_versions(edit).changes
    return [made(one.text, changes.get(one.uri, ()), one.border) for one in documents]


def edited(edit: types.WorkspaceEdit) -> list[types.TextDocumentEdit]:
    changes = edit.document_changes or ()
    return [one for one in changes if isinstance(one, types.TextDocumentEdit)]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_id_is_renamed_from_a_document_that_names_it(encoding: str, folder: Path) -> None:
    page = opened(PAGE, folder / "a.md", encoding=encoding)
    at = place(page, "calm", within=2)
    prepared = prepare_marker_rename(page, at, ())
    assert (words_at(page, prepared.range), prepared.placeholder) == ("calm", "calm")
    edit = marker_rename(page, at, "тихо", ())
    a_map = opened(WHOLE, folder / "a.yaml", encoding=encoding)
    assert texts_after(edit, page, a_map) == [
        PAGE.replace("calm", "тихо"),
        WHOLE.replace("id: calm", "id: тихо"),
    ]


def test_an_audience_and_an_argument_are_renamed_from_documents(folder: Path) -> None:
    page, block = opened(PAGE, folder / "a.md"), opened(BLOCK, folder / "b.md")
    edit = marker_rename(page, place(page, "guests"), "public", ())
    a_map = opened(WHOLE, folder / "a.yaml")
    assert texts_after(edit, page, a_map) == [
        PAGE.replace("guests", "public"),
        WHOLE.replace("  guests:", "  public:"),
    ]
    edit = marker_rename(block, place(block, "fear-step"), "fear", ())
    assert texts_after(edit, block)[0] == BLOCK.replace("fear-step", "fear")


def test_texts_that_are_open_are_changed_as_they_are_now(folder: Path) -> None:
    page = opened(f"New.\n\n{PAGE}", folder / "a.md")
    a_map = opened(f"# New.\n{WHOLE}", folder / "a.yaml")
    texts = (page, a_map)
    from_page = marker_rename(page, place(page, "dogs"), "pets", texts)
    from_map = rename(a_map, place(a_map, "id: dogs", within=5), "pets", texts)
    for edit in (from_page, from_map):
        versions = [one.text_document.version for one in edited(edit)]
        assert versions == [1, 1]
        new_page, new_map = texts_after(edit, page, a_map)
        assert new_page == page.text.replace("=calm,dogs", "=calm,pets")
        assert "# New.\n" in new_map
        assert "id: pets" in new_map


def test_what_a_document_names_leads_to_its_map(folder: Path) -> None:
    page, a_map = opened(PAGE, folder / "a.md"), opened(WHOLE, folder / "a.yaml")
    found = marker_definition(page, place(page, "calm"), ())
    assert found.uri == a_map.uri
    assert words_at(a_map, found.range) == "calm"


def test_other_words_and_maps_that_are_not_there_have_no_ids(folder: Path) -> None:
    page = opened(PAGE, folder / "a.md")
    for words in ("argmap", "a.yaml", "outline", "Я"):
        assert prepare_marker_rename(page, place(page, words), ()) is None
    with pytest.raises(RenamingError):
        marker_rename(page, place(page, "outline"), "x", ())
    for name in ("gone.yaml", "../a.yaml", "a.md"):
        other = opened(PAGE.replace("a.yaml", name), folder / "a.md")
        assert prepare_marker_rename(other, place(other, "calm"), ()) is None
        assert marker_definition(other, place(other, "calm"), ()) is None
    with pytest.raises(RenamingError, match="is taken"):
        marker_rename(page, place(page, "calm"), "dogs", ())


def test_what_an_included_file_holds_is_found_there(folder: Path) -> None:
    text = "argmap: 1\ninclude: a.yaml\nthesis: {text: A., premises: [ref: calm, ref: welcome]}\n"
    document, other = opened(text, folder / "main.yaml"), opened(WHOLE, folder / "a.yaml")
    for name in ("calm", "welcome"):
        found = definition(document, place(document, name))
        assert found is not None
        assert Path(found.uri.removeprefix("file://")) == folder / "a.yaml"
        assert words_at(other, found.range) == name

"""A map is told of as its files stand in the editor: those that it includes need not be saved."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

from argmap.examination import check
from argmap.lsp.findings import findings_in
from argmap.pipeline import read_path
from tests.lsp.opening import opened

PART = "argmap: 1\nclaims:\n  - id: fair\n    text: The tax is fair.\n"
WHOLE = "argmap: 1\ninclude: part.yaml\nthesis:\n  text: We keep it.\n  premises: [{ref: fair}]\n"
OTHER_ID = PART.replace("id: fair", "id: just")


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    config=ClientServerConfig(server_command=[sys.executable, "-m", "argmap", "lsp"])
)
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=types.ClientCapabilities())
    )
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"part.yaml": PART, "whole.yaml": WHOLE, "pyproject.toml": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


class Editor:
    """An editor that opens, changes, saves and closes files of one folder."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client, self.folder, self.version = client, folder, 1

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> None:
        item = types.TextDocumentItem(self.uri(name), "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, name: str, text: str) -> None:
        self.version += 1
        identifier = types.VersionedTextDocumentIdentifier(self.version, self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [whole]))

    def save(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier))

    def close(self, name: str) -> None:
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    async def told(self, name: str, *, names_nothing: bool) -> types.Diagnostic | None:
        """Wait until a map is told to name what is nowhere, or not to; return that finding."""
        async with asyncio.timeout(60):
            while True:
                told = self.client.diagnostics.get(self.uri(name))
                found = [one for one in told or () if one.code == "unknown-reference"]
                if told is not None and bool(found) is names_nothing:
                    return found[0] if found else None
                await asyncio.sleep(0.02)


async def test_a_map_is_told_of_with_its_included_file_as_it_is_written(
    client: LanguageClient, folder: Path
) -> None:
    editor = Editor(client, folder)
    editor.open("whole.yaml", WHOLE)
    await editor.told("whole.yaml", names_nothing=False)
    # What is opened as it was saved changes nothing; what is written then does, in the map.
    editor.open("part.yaml", PART)
    editor.change("part.yaml", OTHER_ID)
    found = await editor.told("whole.yaml", names_nothing=True)
    assert found is not None
    assert found.range.start == types.Position(4, 19)
    # The map is read so as well where one asks for something in it.
    text = types.TextDocumentIdentifier(editor.uri("whole.yaml"))
    hints = await client.text_document_inlay_hint_async(
        types.InlayHintParams(text, types.Range(types.Position(0, 0), types.Position(9, 0)))
    )
    assert "The tax is fair" not in str(hints)
    editor.change("whole.yaml", WHOLE.replace("fair", "just"))
    await editor.told("whole.yaml", names_nothing=False)
    # What was not saved is lost.
    editor.close("part.yaml")
    await editor.told("whole.yaml", names_nothing=True)
    editor.save("part.yaml", OTHER_ID)
    await editor.told("whole.yaml", names_nothing=False)


async def test_a_map_that_is_opened_later_is_read_with_what_is_not_saved(
    client: LanguageClient, folder: Path
) -> None:
    editor = Editor(client, folder)
    editor.open("part.yaml", OTHER_ID)
    await editor.told("part.yaml", names_nothing=False)
    editor.open("whole.yaml", WHOLE)
    await editor.told("whole.yaml", names_nothing=True)


async def test_a_file_that_includes_others_itself_is_told_of_with_these(
    client: LanguageClient, folder: Path
) -> None:
    deep = "argmap: 1\nclaims:\n  - id: low\n    text: It is low.\n"
    part = PART.replace("argmap: 1\n", "argmap: 1\ninclude: deep.yaml\n") + (
        "    premises: [{ref: low}]\n"
    )
    (folder / "deep.yaml").write_text(deep, encoding="utf-8")
    (folder / "part.yaml").write_text(part, encoding="utf-8")
    editor = Editor(client, folder)
    for name, text in {"whole.yaml": WHOLE, "part.yaml": part, "deep.yaml": deep}.items():
        editor.open(name, text)
        await editor.told(name, names_nothing=False)
    editor.change("deep.yaml", deep.replace("low", "small"))
    await editor.told("part.yaml", names_nothing=True)
    whole = await editor.told("whole.yaml", names_nothing=True)
    assert whole is not None
    assert "part.yaml:" in whole.message


def test_findings_beside_unsaved_files_are_those_of_check_once_they_are_saved(
    folder: Path,
) -> None:
    broken = "argmap: 1\nclaims:\n  - id: fair\n    text: [\n"
    for part in (OTHER_ID, broken, PART.replace("text", "txt"), "", PART.replace("\n", "\r\n")):
        beside = opened(WHOLE, folder / "whole.yaml").beside({folder / "part.yaml": part})
        told = findings_in(beside)
        (folder / "part.yaml").write_text(part, encoding="utf-8", newline="")
        saved = read_path(folder / "whole.yaml")
        found = check(saved, selection=beside.settings.selection, given_texts={})
        assert [one.code for one in told] == [one.code for one in found]
        (folder / "part.yaml").write_text(PART, encoding="utf-8")


def test_a_text_follows_only_what_it_is_made_of(folder: Path) -> None:
    home = folder / "whole.yaml"
    document, part = opened(WHOLE, home).beside({}), (folder / "part.yaml").resolve()
    # What was not read yet is read with all texts that are open then.
    assert document.is_about(part, PART)
    assert document.reading.map is not None
    assert not document.is_about(part, PART)
    assert not document.is_about(part, PART.replace("\n", "\r\n"))
    assert document.is_about(part, OTHER_ID)
    assert document.is_about(part, None)
    assert not document.is_about(folder / "other.yaml", OTHER_ID)
    assert not opened("a: b\n", folder / "other.yaml").is_about(part, OTHER_ID)
    # Its tree is not made again.
    tree = document.tree
    assert document.beside({part: OTHER_ID}).tree is tree

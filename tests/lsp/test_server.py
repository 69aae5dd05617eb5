"""The server as an editor has it: another process, spoken to over its standard streams."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient

from tests.lsp.texts import WHOLE

UTF_8, UTF_16 = types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16
WHOLE_DOGS = WHOLE.split("\n").index("  id: dogs")
FAULTY = "argmap: 1\nthesis:\n  text: A.\n  premises: [Я 😀., {ref: bя}]\n"


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    config=ClientServerConfig(server_command=[sys.executable, "-m", "argmap", "lsp"])
)
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    item = types.ClientCompletionItemOptions(snippet_support=True)
    capabilities = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[UTF_8, UTF_16]),
        text_document=types.TextDocumentClientCapabilities(
            completion=types.CompletionClientCapabilities(completion_item=item)
        ),
    )
    await lsp_client.initialize_session(types.InitializeParams(capabilities=capabilities))
    yield
    await lsp_client.shutdown_session()


def open_in(client: LanguageClient, uri: str, text: str, language: str = "yaml") -> None:
    item = types.TextDocumentItem(uri, language, 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))


async def found_in(client: LanguageClient, uri: str) -> list[types.Diagnostic]:
    await asyncio.wait_for(
        client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), 30
    )
    return list(client.diagnostics[uri])


async def test_a_text_is_checked_when_it_is_opened_and_when_it_changes(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "a.yaml").as_uri()
    open_in(client, uri, FAULTY)
    (fault,) = await found_in(client, uri)
    assert (fault.code, fault.source) == ("unknown-reference", "argmap")
    # Counted in bytes, of which “Я” has two and the emoji four.
    assert fault.range == types.Range(types.Position(3, 29), types.Position(3, 32))
    change = types.TextDocumentContentChangePartial(
        types.Range(types.Position(3, 23), types.Position(3, 33)), "B."
    )
    identifier = types.VersionedTextDocumentIdentifier(2, uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
    assert [one.code for one in await found_in(client, uri)] == ["one-sided"]
    client.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
    )
    assert await found_in(client, uri) == []


async def test_what_is_no_map_gets_empty_answers(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "other.yaml").as_uri()
    open_in(client, uri, "thesis: {ref: nobody}\n")
    assert await found_in(client, uri) == []


async def test_what_is_typed_quickly_is_checked_as_it_is_in_the_end(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "a.yaml").as_uri()
    open_in(client, uri, "")
    for end in range(0, len(WHOLE), 7):
        change = types.TextDocumentContentChangeWholeDocument(WHOLE[:end])
        identifier = types.VersionedTextDocumentIdentifier(end + 2, uri)
        client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
    change = types.TextDocumentContentChangeWholeDocument(FAULTY)
    identifier = types.VersionedTextDocumentIdentifier(5000, uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
    (fault,) = await found_in(client, uri)
    assert fault.code == "unknown-reference"


def test_an_editor_that_is_gone_leaves_no_server() -> None:
    command = [sys.executable, "-m", "argmap", "lsp"]
    ended = subprocess.run(command, input=b"", capture_output=True, timeout=60)
    assert (ended.returncode, ended.stdout) == (0, b"")


def test_the_word_that_libraries_of_editors_add_to_the_command_is_known() -> None:
    command = [sys.executable, "-m", "argmap", "lsp", "--stdio"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_its_library_the_command_says_what_to_install() -> None:
    call = "import sys; sys.modules['pygls'] = None; from argmap.cli import main; main()"
    command = [sys.executable, "-c", call, "lsp"]
    ended = subprocess.run(command, input="", capture_output=True, timeout=60, encoding="utf-8")
    assert ended.returncode == 2
    assert ended.stderr == (
        "argmap: the language server needs pygls, which is not installed: "
        'pip install "argmap[lsp]"\n'
    )


async def test_changes_come_as_the_editor_takes_them_and_refusals_with_their_reason(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "a.yaml").as_uri()
    open_in(client, uri, WHOLE)
    text, at = types.TextDocumentIdentifier(uri), types.Position(WHOLE_DOGS, 7)
    prepared = await client.text_document_prepare_rename_async(types.PrepareRenameParams(text, at))
    assert isinstance(prepared, types.PrepareRenamePlaceholder)
    assert prepared.placeholder == "dogs"
    renamed = await client.text_document_rename_async(types.RenameParams(text, at, "pets"))
    # This editor knows of no versions.
    assert renamed.document_changes is None
    assert [edit.new_text for edit in renamed.changes[uri]] == ["pets"] * 3
    with pytest.raises(JsonRpcException, match="“calm” is taken") as refused:
        await client.text_document_rename_async(types.RenameParams(text, at, "calm"))
    assert refused.value.code == types.LSPErrorCodes.RequestFailed


async def test_a_claim_is_found_and_renamed_in_files_that_are_not_open(
    client: LanguageClient, tmp_path: Path
) -> None:
    texts = {
        "tax.yaml": "argmap: 1\nthesis:\n  id: fair\n  text: The tax is fair.\n",
        "budget.yaml": "argmap: 1\ninclude: {file: tax.yaml, as: я}\nthesis: {ref: я/fair}\n",
    }
    for name, written in {**texts, "pyproject.toml": ""}.items():
        (tmp_path / name).write_text(written, encoding="utf-8")
    home, uri = ((tmp_path / name).as_uri() for name in texts)
    open_in(client, uri, texts["budget.yaml"])
    text, at = types.TextDocumentIdentifier(uri), types.Position(2, 18)
    found = await client.text_document_definition_async(types.DefinitionParams(text, at))
    assert isinstance(found, types.Location)
    assert (found.uri, found.range.start) == (home, types.Position(2, 6))
    everywhere = await client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(True), text, at)
    )
    assert {one.uri for one in everywhere or ()} == {home, uri}
    renamed = await client.text_document_rename_async(types.RenameParams(text, at, "just"))
    assert {name: edit.new_text for name, (edit,) in renamed.changes.items()} == {
        home: "  id: just\n",
        uri: "я/just",
    }


async def test_every_request_about_what_is_no_map_has_an_empty_answer(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "other.yaml").as_uri()
    open_in(client, uri, "thesis: {ref:   nobody}\n")
    text, at = types.TextDocumentIdentifier(uri), types.Position(0, 16)
    within, options = types.Range(at, at), types.FormattingOptions(2, insert_spaces=True)
    context = types.CodeActionContext([])
    answers: list[object] = [
        await client.text_document_formatting_async(types.DocumentFormattingParams(text, options)),
        await client.text_document_range_formatting_async(
            types.DocumentRangeFormattingParams(text, within, options)
        ),
        await client.text_document_code_action_async(types.CodeActionParams(text, within, context)),
        await client.text_document_prepare_rename_async(types.PrepareRenameParams(text, at)),
        await client.text_document_rename_async(types.RenameParams(text, at, "a")),
        await client.text_document_definition_async(types.DefinitionParams(text, at)),
        await client.text_document_references_async(
            types.ReferenceParams(types.ReferenceContext(True), text, at)
        ),
        await client.text_document_document_highlight_async(
            types.DocumentHighlightParams(text, at)
        ),
    ]
    answers += [
        await client.text_document_hover_async(types.HoverParams(text, at)),
        await client.text_document_document_symbol_async(types.DocumentSymbolParams(text)),
        await client.text_document_completion_async(types.CompletionParams(text, at)),
        await client.text_document_folding_range_async(types.FoldingRangeParams(text)),
        await client.text_document_inlay_hint_async(types.InlayHintParams(text, within)),
        await client.text_document_selection_range_async(types.SelectionRangeParams(text, [at])),
        await client.text_document_document_link_async(types.DocumentLinkParams(text)),
        await client.workspace_symbol_async(types.WorkspaceSymbolParams("")),
    ]
    coloured = await client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(text)
    )
    answers.append(coloured and list(coloured.data))
    assert [one or None for one in answers] == [None] * len(answers)


async def test_what_mends_a_finding_is_offered(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "a.yaml").as_uri()
    open_in(client, uri, "argmap: 1\nthesis: A.\ntitel: T\n")
    text, at = types.TextDocumentIdentifier(uri), types.Position(2, 2)
    (action,) = await client.text_document_code_action_async(
        types.CodeActionParams(text, types.Range(at, at), types.CodeActionContext([]))
    )
    assert isinstance(action, types.CodeAction)
    assert action.edit.changes[uri][0].new_text == "title: T\n"


async def test_what_can_be_written_otherwise_is_made_when_it_is_chosen(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "a.yaml").as_uri()
    open_in(client, uri, "argmap: 1\nthesis:\n  text: A.\n  premises: [B., C.]\n")
    at = types.Range(types.Position(2, 9), types.Position(2, 9))
    found = await client.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(uri), at, types.CodeActionContext([], ["refactor.rewrite"])
        )
    )
    # This client did not say that it asks later, so it has all of it.
    (action,) = found
    assert isinstance(action, types.CodeAction)
    assert action.edit.changes[uri][0].new_text.startswith("  arguments:\n")
    # One that does sends the action back.
    action.edit = None
    made = await client.code_action_resolve_async(action)
    assert made.edit.changes[uri][0].new_text.startswith("  arguments:\n")
    action.edit, action.data["version"] = None, 7
    with pytest.raises(JsonRpcException, match="has changed"):
        await client.code_action_resolve_async(action)


async def test_verdicts_and_the_outline_are_shown(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "a.yaml").as_uri()
    open_in(client, uri, "argmap: 1\nthesis:\n  text: A.\n  rebuttals: [B.]\n")
    text, at = types.TextDocumentIdentifier(uri), types.Position(2, 9)
    whole = types.Range(types.Position(0, 0), types.Position(9, 0))
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(text, whole))
    assert [one.label for one in hints] == ["✗", "✓"]
    hover = await client.text_document_hover_async(types.HoverParams(text, at))
    assert isinstance(hover.contents, types.MarkupContent)
    assert "“A” [a] falls: what speaks against it stands" in hover.contents.value
    outline = await client.text_document_document_symbol_async(types.DocumentSymbolParams(text))
    thesis = outline[0]
    assert isinstance(thesis, types.DocumentSymbol)
    assert [one.name for one in thesis.children] == ["B."]


async def test_keys_are_offered_at_once_after_they_were_typed(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "a.yaml").as_uri()
    open_in(client, uri, "argmap: 1\nthesis:\n  text: A.\n")
    at = types.Position(3, 0)
    change = types.TextDocumentContentChangePartial(types.Range(at, at), "  stat")
    identifier = types.VersionedTextDocumentIdentifier(2, uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
    found = await client.text_document_completion_async(
        types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(3, 6))
    )
    assert isinstance(found, list)
    assert "status" in [one.label for one in found]
    # Begun in words that this editor fills in, and indents by itself.
    (whole,) = [one for one in found if one.label == "rebuttal"]
    assert whole.text_edit.new_text == "rebuttals:\n  - ${1:An objection.}"


async def test_the_markers_of_a_document_are_checked_and_mended(
    client: LanguageClient, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("argmap: 1\nthesis: A.\n", encoding="utf-8")
    uri = (tmp_path / "a.md").as_uri()
    open_in(client, uri, "<!-- argmap: a.yaml as=outlin -->\n<!-- /argmap -->\n", "markdown")
    (fault,) = await found_in(client, uri)
    assert (fault.code, fault.range.start) == ("bad-marker", types.Position(0, 20))
    text = types.TextDocumentIdentifier(uri)
    (action,) = await client.text_document_code_action_async(
        types.CodeActionParams(text, fault.range, types.CodeActionContext([fault]))
    )
    assert isinstance(action, types.CodeAction)
    (edit,) = action.edit.changes[uri]
    assert edit.new_text == "<!-- argmap: a.yaml as=outline -->\n"
    change = types.TextDocumentContentChangePartial(edit.range, edit.new_text)
    identifier = types.VersionedTextDocumentIdentifier(2, uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
    found = await found_in(client, uri)
    while not found:
        # It is told at once that nothing is wrong, and a little later what has to be drawn for.
        found = await found_in(client, uri)
    assert [one.code for one in found] == ["stale-place"]


async def test_words_are_coloured_and_claims_of_all_texts_found(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "a.yaml").as_uri()
    open_in(client, uri, "argmap: 1\nthesis:\n  text: Ж 😀.\n  rebuttals: [B.]\n")
    text, start = types.TextDocumentIdentifier(uri), types.Position(3, 0)
    found = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(text))
    # Of lines, of bytes since the one before, in bytes.
    assert [list(found.data[at : at + 3]) for at in (0, 5)] == [[2, 8, 8], [1, 14, 2]]
    within = types.SemanticTokensRangeParams(text, types.Range(start, start))
    part = await client.text_document_semantic_tokens_range_async(within)
    assert list(part.data[:3]) == [3, 14, 2]
    symbols = await client.workspace_symbol_async(types.WorkspaceSymbolParams("ж"))
    (symbol,) = symbols or ()
    assert (symbol.name, symbol.location.uri) == ("Ж 😀.", uri)

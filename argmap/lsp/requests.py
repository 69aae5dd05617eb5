"""What is asked about one place or one text: each request, and the function that answers it."""

from functools import partial

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap.errors import ArgmapError
from argmap.lsp.actions import actions
from argmap.lsp.actions_across import actions_across
from argmap.lsp.changes import without_versions
from argmap.lsp.completion import TRIGGERS, completion
from argmap.lsp.definition import definition
from argmap.lsp.folding import folding
from argmap.lsp.formatting import formatting, range_formatting
from argmap.lsp.highlights import highlights
from argmap.lsp.hints import hints
from argmap.lsp.hover import hover
from argmap.lsp.lens import OPEN_PICTURE, lenses
from argmap.lsp.links import links, marker_links
from argmap.lsp.marker_actions import marker_actions
from argmap.lsp.marker_names import marker_definition, marker_rename, prepare_marker_rename
from argmap.lsp.refactorings import KINDS, refactorings, resolved
from argmap.lsp.references import references
from argmap.lsp.renaming import prepare_rename, rename
from argmap.lsp.selection import selection
from argmap.lsp.server import Server
from argmap.lsp.snippets import snippets
from argmap.lsp.symbols import symbols
from argmap.lsp.tokens import LEGEND, semantic_tokens
from argmap.lsp.works import names_works


def answer_all(server: Server) -> None:
    """Have a server answer every request there is a module for."""
    _change_texts(server)
    _mend(server)
    _find(server)
    _show(server)
    _look_through(server)
    _lead_to_pictures(server)
    _complete(server)


def _change_texts(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def on_formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        document = server.text_of(params.text_document.uri)
        return formatting(document) if document else []

    @server.feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
    def on_range(params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
        document = server.text_of(params.text_document.uri)
        return range_formatting(document, params.range) if document else []

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def on_prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        document, page = server.map_or_page(params.text_document.uri)
        if document is not None:
            return prepare_rename(document, params.position)
        return prepare_marker_rename(page, params.position, server.texts()) if page else None

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def on_rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        document, page = server.map_or_page(params.text_document.uri)
        at, new, texts = params.position, params.new_name, server.texts()
        renames = partial(rename, document) if document else page and partial(marker_rename, page)
        if not renames:
            return None
        try:
            return _taken(server, await server.worked(lambda: renames(at, new, texts)))
        except ArgmapError as error:
            raise JsonRpcException(str(error), types.LSPErrorCodes.RequestFailed) from error


def _mend(server: Server) -> None:
    options = types.CodeActionOptions(code_action_kinds=list(KINDS), resolve_provider=True)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    async def on_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        document, page = server.map_or_page(params.text_document.uri)
        within, only = params.range, params.context.only
        is_later, texts = _asks_later(server), server.texts()
        found: list[types.CodeAction] = []
        if document is not None:
            found = await server.worked(
                lambda: [
                    *actions(document, within, only, is_later=is_later),
                    *refactorings(document, within, only, is_later=is_later),
                    *actions_across(document, within, only, texts, is_later=is_later),
                ]
            )
        elif page is not None:
            drawn = server.libraries.drawn_for
            found = await server.worked(lambda: marker_actions(page, drawn(page), within, only))
        for one in found:
            one.edit = None if one.edit is None else _taken(server, one.edit)
        return found

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def on_resolve(action: types.CodeAction) -> types.CodeAction:
        try:
            made = await server.worked(lambda: resolved(action, server.text_of, server.texts()))
        except ArgmapError as error:
            raise JsonRpcException(str(error), types.LSPErrorCodes.RequestFailed) from error
        made.edit = None if made.edit is None else _taken(server, made.edit)
        return made


def _find(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def on_definition(params: types.DefinitionParams) -> types.Location | None:
        document, page = server.map_or_page(params.text_document.uri)
        at, texts = params.position, server.texts()
        if document is not None:
            return await server.worked(lambda: definition(document, at, texts))
        return marker_definition(page, at, texts) if page else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def on_references(params: types.ReferenceParams) -> list[types.Location]:
        document, at = server.text_of(params.text_document.uri), params.position
        if document is None:
            return []
        texts, with_home = server.texts(), params.context.include_declaration
        return await server.worked(lambda: references(document, at, texts, with_home=with_home))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def on_highlight(params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
        document = server.text_of(params.text_document.uri)
        return highlights(document, params.position) if document else []


def _show(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def on_hover(params: types.HoverParams) -> types.Hover | None:
        document = server.text_of(params.text_document.uri)
        return hover(document, params.position) if document else None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def on_symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        document = server.text_of(params.text_document.uri)
        return symbols(document) if document else []

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def on_folding(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        document = server.text_of(params.text_document.uri)
        return folding(document) if document else []

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def on_hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        document = server.text_of(params.text_document.uri)
        return hints(document, params.range) if document else []


def _look_through(server: Server) -> None:
    """Answer what an editor asks to colour, to select, to follow, and to find anywhere."""

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)
    def on_tokens(params: types.SemanticTokensParams) -> types.SemanticTokens:
        document = server.text_of(params.text_document.uri)
        return semantic_tokens(document) if document else types.SemanticTokens([])

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, LEGEND)
    def on_tokens_within(params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
        document = server.text_of(params.text_document.uri)
        return semantic_tokens(document, params.range) if document else types.SemanticTokens([])

    @server.feature(types.TEXT_DOCUMENT_SELECTION_RANGE)
    def on_selection(params: types.SelectionRangeParams) -> list[types.SelectionRange] | None:
        document = server.text_of(params.text_document.uri)
        return selection(document, params.positions) if document else None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    def on_links(params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        document, page = server.map_or_page(params.text_document.uri)
        if document is not None:
            return links(document)
        return marker_links(page) if page else []

    @server.feature(types.WORKSPACE_SYMBOL)
    async def on_symbol(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        folders, texts = server.folders(), server.texts()
        find, encoding = server.maps.symbols, server.encoding
        return await server.worked(lambda: find(params.query, folders, texts, encoding))


def _lead_to_pictures(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    def on_lens(params: types.CodeLensParams) -> list[types.CodeLens]:
        document = server.text_of(params.text_document.uri)
        return lenses(document) if document else []

    @server.command(OPEN_PICTURE)
    async def on_open(uri: str) -> str | None:
        document = server.text_of(uri)
        path = document.path if document else None
        if path is None:
            return None
        try:
            address = await server.worked(lambda: server.pictures.address(path))
        except ArgmapError as error:
            raise JsonRpcException(str(error), types.LSPErrorCodes.RequestFailed) from error
        await _show_page(server, address)
        return address


async def _show_page(server: Server, address: str) -> None:
    """Show a page in a browser, or tell where it is, if the editor shows none."""
    window = server.client_capabilities.window
    if window and window.show_document and window.show_document.support:
        asked = types.ShowDocumentParams(address, external=True)
        shown = await server.window_show_document_async(asked)
        if shown.success:
            return
    told = types.ShowMessageParams(types.MessageType.Info, f"The picture is at {address}")
    server.window_show_message(told)


def _complete(server: Server) -> None:
    options = types.CompletionOptions(trigger_characters=list(TRIGGERS))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, options)
    def on_completion(
        params: types.CompletionParams,
    ) -> list[types.CompletionItem] | types.CompletionList:
        document = server.text_of(params.text_document.uri)
        if document is None:
            return []
        fills_in, as_it_is = _insertion(server)
        whole = snippets(document, params.position, fills_in=fills_in, as_it_is=as_it_is)
        offered = [*completion(document, params.position), *whole]
        if not names_works(document):
            return offered
        # Of many works those are offered that are like what is typed so far.
        return types.CompletionList(is_incomplete=True, items=offered)


def _insertion(server: Server) -> tuple[bool, bool]:
    """Return whether the editor fills in snippets, and whether it can leave them as they are."""
    of_texts = server.client_capabilities.text_document
    able = of_texts.completion if of_texts else None
    item = able.completion_item if able else None
    if item is None:
        return False, False
    modes = item.insert_text_mode_support
    return bool(item.snippet_support), types.InsertTextMode.AsIs in (
        modes.value_set if modes else ()
    )


def _asks_later(server: Server) -> bool:
    """Return whether an editor asks for the edit of an action only when one chooses it."""
    own = server.client_capabilities.text_document
    able = own.code_action if own else None
    later = able.resolve_support if able else None
    return bool(able and able.data_support and later and "edit" in later.properties)


def _taken(server: Server, edit: types.WorkspaceEdit) -> types.WorkspaceEdit:
    """Return a change as the editor of the server takes it."""
    workspace = server.client_capabilities.workspace
    able = workspace.workspace_edit if workspace else None
    return edit if able and able.document_changes else without_versions(edit)

"""The server: which request is answered by which function, and when findings are told."""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException, JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from argmap.embed.library import Library
from argmap.lsp.documents import OpenText, sound
from argmap.lsp.embedding import Libraries, embedded_findings
from argmap.lsp.findings import findings_in
from argmap.lsp.lens import LivePictures
from argmap.lsp.workspace import Workspace

# How long nobody has typed before a text is checked, in seconds.
PAUSE = 0.1
# How much longer before the pictures of a document are drawn, to see whether they are as they were.
PAUSE_TO_DRAW = 0.5
Answer = TypeVar("Answer")


class _Protocol(LanguageServerProtocol):
    """The protocol, without the texts that the library keeps: it ends lines at other characters."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return a message; who asks for what cannot be understood is answered that, at once."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Any:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Any:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Any:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class Server(LanguageServer):
    """What an editor has open, and the one worker that checks it beside the answers."""

    def __init__(self) -> None:
        """Know no text yet."""
        super().__init__("argmap", version("argmap"), protocol_cls=_Protocol)
        self._texts: dict[str, OpenText] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._worker = ThreadPoolExecutor(1)
        self.libraries = Libraries()
        self.maps = Workspace()
        self.pictures = LivePictures()
        # An editor that ends the server first says that it is about to.
        self.is_told_to_stop = False
        self.exit_code = 0

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell people of what goes wrong unasked; what was asked for has an error as its answer."""
        if source is not FeatureRequestError and not isinstance(error, JsonRpcInvalidParams):
            super().report_server_error(error, source)

    @property
    def encoding(self) -> str:
        """Return the encoding in whose units the editor counts."""
        return self.server_capabilities.position_encoding or types.PositionEncodingKind.Utf16

    def folders(self) -> tuple[Path, ...]:
        """Return the folders that are open in the editor."""
        paths = (to_fs_path(one.uri) for one in self.workspace.folders.values())
        found = tuple(Path(path) for path in paths if path)
        root = self.workspace.root_path
        return found or ((Path(root),) if root else ())

    def texts(self) -> tuple[OpenText, ...]:
        """Return all texts that are open."""
        return tuple(self._texts.values())

    def text_of(self, uri: str) -> OpenText | None:
        """Return an open text that is a map, else None."""
        found = self._texts.get(uri)
        return found if found is not None and found.is_map else None

    def map_or_page(self, uri: str) -> tuple[OpenText | None, OpenText | None]:
        """Return an open text as a map, or as a document that may show maps; None for the other."""
        found, a_map = self._texts.get(uri), self.text_of(uri)
        page = found if found is not None and a_map is None and found.may_embed else None
        return a_map, page

    def take(self, document: OpenText) -> None:
        """Have a text as it is now, and tell what is found in it after a pause.

        So it is with every other text that is made of this one, too.
        """
        self._texts[document.uri] = document
        self._have((document, *self._made_of(document, document.text)))

    def current(self, uri: str) -> OpenText | None:
        """Return an open text, whatever it is."""
        return self._texts.get(uri)

    def look_again(self) -> None:
        """Tell of all texts anew, and keep nothing that was read of other files."""
        self.libraries.forget()
        self._have(self.texts())

    def forget(self, uri: str) -> None:
        """Have a text no more, nor findings on it; the others are made of what was saved of it."""
        gone = self._texts.pop(uri, None)
        self._stop_waiting(uri)
        self._publish(uri, None, [])
        if gone is not None:
            self._have(self._made_of(gone, None))

    async def worked(self, work: Callable[[], Answer]) -> Answer:
        """Return what takes its time, found while other requests are answered."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    def _made_of(self, document: OpenText, text: str | None) -> list[OpenText]:
        """Return the other open texts in which something else is read if a file has that text."""
        path = document.home
        if path is None:
            return []
        others = (one for one in self.texts() if one.uri != document.uri)
        return [one for one in others if one.is_about(path, text)]

    def _have(self, documents: Iterable[OpenText]) -> None:
        """Have texts as they are beside the others that are open, and tell of them after a pause.

        What they include is read from these, whether it was saved or not.
        """
        texts = {one.home: one.text for one in self.texts() if one.home is not None}
        for document in documents:
            self._texts[document.uri] = now = document.beside(texts)
            self._stop_waiting(document.uri)
            self._waiting[document.uri] = asyncio.ensure_future(self._tell(now))

    async def _tell(self, document: OpenText) -> None:
        # Whatever takes the place of this text, or closes it, ends the wait.
        await asyncio.sleep(PAUSE)
        if not document.may_embed:
            found = await self.worked(lambda: findings_in(document))
            self._publish(document.uri, document.version, found)
            return
        for library_for in (self.libraries.drawn_for, self.libraries.library_for):
            found = await self.worked(partial(_findings_on_markers, document, library_for))
            self._publish(document.uri, document.version, found)
            await asyncio.sleep(PAUSE_TO_DRAW)

    def _publish(self, uri: str, number: int | None, found: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, number))

    def _stop_waiting(self, uri: str) -> None:
        task = self._waiting.pop(uri, None)
        if task is not None:
            task.cancel()


def _findings_on_markers(
    document: OpenText, library_for: Callable[[OpenText], Library]
) -> list[types.Diagnostic]:
    return embedded_findings(document, library_for(document))


def server() -> Server:
    """Return a server that keeps the texts of an editor and tells what is found in them."""
    made = Server()
    _keep_texts(made)
    _stop(made)
    return made


def _stop(made: Server) -> None:
    @made.feature(types.SHUTDOWN)
    def shutdown(*_: object) -> None:
        made.is_told_to_stop = True

    @made.feature(types.EXIT)
    def leave(*_: object) -> None:
        made.exit_code = 0 if made.is_told_to_stop else 1


def _keep_texts(made: Server) -> None:
    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        text = sound(item.text)
        made.take(OpenText(item.uri, item.version, text, str(item.language_id), made.encoding))

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        now = made.current(params.text_document.uri)
        if now is not None:
            made.take(now.changed(params.content_changes, params.text_document.version))

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        # What other texts name, such as a theme or the settings, may have changed with it.
        made.look_again()

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        made.forget(params.text_document.uri)

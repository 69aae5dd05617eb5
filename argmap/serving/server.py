"""A server for the pages of maps and documents, on this machine alone."""

import socket
import sys
import threading
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from argmap.errors import ArgmapError
from argmap.planning import RenderOptions
from argmap.project import Project
from argmap.serving.answers import OWN, Answer, image, live_page, may_be_map, own_file, state_of
from argmap.serving.document_pages import Before, document_view
from argmap.serving.door import HOST, Door, port_for, token_for
from argmap.serving.editors import Editor
from argmap.serving.folder_pages import MapsIn, folder_view
from argmap.serving.hub import Hub, Tell, say_nothing
from argmap.serving.map_pages import PAGE, map_view
from argmap.serving.shell import page_of
from argmap.serving.views import MAPS, SLIDES, Address, Finding, Names, View, within

# Seconds after which a silent connection is tried, and the most that wait for news at once.
_HEARTBEAT, _MOST_WAITING = 10.0, 200
_SAFE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_WAITING = page_of("argmap", ["<main></main>"])


@dataclass(frozen=True)
class Served:
    """What is served: a map, a document or a folder, within the folder that holds all of it.

    `first` are the names on the way from the root to what was asked for; the last one is empty
    where that is a folder. It is a map in that `notation`, None where its file tells it. All maps
    are drawn with the same `options`; `shown_before` is what documents have shown of theirs.
    """

    root: Path
    first: Names
    maps_in: MapsIn
    options: RenderOptions = RenderOptions()
    notation: str | None = None
    shown_before: Before = field(default_factory=dict)

    def view(self, address: Address) -> View | None:
        """Return the view of an address, None where nothing is to be seen."""
        names = address.names
        try:
            path = Project(self.root).require(self.root.joinpath(*names), name="/".join(names))
            if not (path.is_file() if names[-1] else path.is_dir()):
                return None
        except (ArgmapError, OSError):
            # A name may be too long to be that of any file.
            return None
        try:
            return self._made(address, path)
        except ArgmapError:
            raise
        except Exception as error:
            # A disk that fails, or argmap itself: all other pages go on, and this one when it can.
            return View(path, None, (Finding(_told(error, path), file=path),), (path,))

    def _made(self, address: Address, path: Path) -> View | None:
        names, form = address
        project, is_folder = Project(self.root), not names[-1]
        if self.is_map(names):
            if not self._looks_like_map(names, path):
                return None
            notation = self.notation if names == self.first else None
            return map_view(path, project, form or PAGE, options=self.options, notation=notation)
        if form:
            return None
        if is_folder:
            return folder_view(path, project, self.maps_in)
        return document_view(path, project, self.shown_before)

    def is_map(self, names: Names) -> bool:
        """Return whether what has these names is a map, if it is shown at all."""
        return may_be_map(names) or (names == self.first and self.notation is not None)

    def _looks_like_map(self, names: Names, path: Path) -> bool:
        """Return whether a file is shown as a map: the one that was asked for, or it looks so."""
        if names == self.first:
            return True
        if path.suffix.lower() not in MAPS:
            return False
        return any(path == one.resolve() for one in self.maps_in(path.parent))


def _told(error: Exception, path: Path) -> str:
    """Return what is said of an error that nothing expects."""
    if isinstance(error, OSError):
        return f"{path.name} cannot be used: {error.strerror or error}."
    kind = type(error).__name__
    return f"argmap failed at {path.name}, which is a fault of its own: {kind}: {error}"


class LiveServer(ThreadingHTTPServer):
    """Answers requests, each in a thread of its own, none of which keeps the process alive."""

    daemon_threads = True
    block_on_close = False
    # Else another program of this machine could listen at the same place.
    allow_reuse_address = sys.platform != "win32"

    def __init__(
        self, served: Served, editor: Editor, *, port: int, token: str, tell: Tell = say_nothing
    ) -> None:
        """Listen at a port, any free one if it is 0. Raises OSError where that cannot be.

        Raises MissingExtraError where the library that looks for changes is not installed.
        """
        self.served, self.editor = served, editor
        self.hub = Hub(served.view, tell)
        self.waiting = threading.BoundedSemaphore(_MOST_WAITING)
        super().__init__((HOST, port), _Handler)
        self.door = Door(token, self.server_port)

    @property
    def address(self) -> str:
        """Return the address of what is served."""
        return self.door.address + "/".join(quote(name) for name in self.served.first)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of visitors that hang up."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def server_bind(self) -> None:
        """Listen without asking for a name of the machine, which can take long."""
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        elif self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = HOST, self.server_address[1]

    def run(self) -> None:
        """Serve until Ctrl-C."""
        threading.Thread(target=self.hub.watch, daemon=True).start()
        try:
            self.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            pass
        finally:
            self.hub.end()
            self.server_close()


def live_server(
    target: Path,
    root: Path,
    *,
    maps_in: MapsIn,
    editor: Editor,
    port: int | None,
    options: RenderOptions | None = None,
    notation: str | None = None,
    tell: Tell = say_nothing,
) -> LiveServer:
    """Return a server of a file or a folder, at the same address as before if it is free.

    `root` is the folder outside of which nothing is read, but for what `options` name; `tell` is
    called with the file of each page that is made, and with what is wrong with it. Raises
    OSError where a port that is asked for cannot be had, MissingExtraError where what serves is
    not installed.
    """
    names = target.resolve().relative_to(root.resolve()).parts
    first = (*names, "") if target.is_dir() else names
    served = Served(root.resolve(), first, maps_in, options or RenderOptions(), notation)
    make = partial(LiveServer, served, editor, token=token_for(target), tell=tell)
    if port is not None:
        return make(port=port)
    try:
        return make(port=port_for(target))
    except OSError:
        return make(port=0)


class _Handler(BaseHTTPRequestHandler):
    server: LiveServer
    server_version, sys_version = "argmap", ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer with a page, a file, or news of a page."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self._answer(with_body=False)

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the addresses of visitors to ourselves: they hold the token."""

    def _answer(self, *, with_body: bool) -> None:
        door = self.server.door
        if not door.admits(self.headers.get("Host"), self.headers.get("Origin")):
            return self._send(Answer(403, b"This page is served to its own machine only.\n"))
        names = door.inside(self.path)
        if names is None and (news := self._news_of()) is not None:
            return self._tell_news(news) if with_body else self._send(Answer(200))
        return self._send(self._found(names), with_body=with_body)

    def _found(self, names: Names | None) -> Answer:
        own = self._own()
        if own is not None:
            return own
        if names is None:
            return Answer(404, b"There is nothing here.\n")
        if names == ("",) and self.server.served.first != ("",):
            return Answer(302, headers={"Location": urlsplit(self.server.address).path})
        found = image(names, self.server.served.root)
        if found is not None:
            return found
        address = Address(names, SLIDES if SLIDES in self._asked() else "")
        try:
            shown = self.server.hub.shown(address)
        except ArgmapError as error:
            return Answer(500, f"{within(self.server.served.root, str(error))}\n".encode())
        if shown is None:
            return Answer(404, b"There is nothing here.\n")
        is_map = self.server.served.is_map(names)
        return live_page(shown, address, self.server.door.token, _WAITING, is_map=is_map)

    def _below_own(self) -> str | None:
        start = f"/{self.server.door.token}/{OWN}/"
        path = urlsplit(self.path).path
        return path.removeprefix(start) if path.startswith(start) else None

    def _own(self) -> Answer | None:
        name = self._below_own()
        return own_file(name) if name else None

    def _asked(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.path).query, keep_blank_values=True)

    def _news_of(self) -> Address | None:
        if self._below_own() != "events":
            return None
        asked = self._asked()
        of = quote(asked.get("of", [""])[0])
        names = self.server.door.inside(f"/{self.server.door.token}/{of}")
        return Address(names, SLIDES if SLIDES in asked else "") if names else None

    def _tell_news(self, address: Address) -> None:
        """Tell how a page stands, and again whenever that changes, until the visitor leaves."""
        server = self.server
        shown = server.hub.shown(address)
        if shown is None:
            return self._send(Answer(404))
        if not server.waiting.acquire(blocking=False):
            return self._send(Answer(503, headers={"Retry-After": "5"}))
        server.hub.visit(address, 1)
        try:
            self._head(200, {"Content-Type": "text/event-stream; charset=utf-8"})
            self.wfile.write(b"retry: 500\n\n")
            while not server.hub.has_ended:
                told = b": still here\n\n"
                if shown is not None:
                    serial = shown.serial
                    state = state_of(shown, server.editor, server.served.root)
                    told = f"data: {state}\n\n".encode()
                self.wfile.write(told)
                self.wfile.flush()
                shown = server.hub.newer(address, serial, _HEARTBEAT)
        finally:
            server.hub.visit(address, -1)
            server.waiting.release()

    def _send(self, answer: Answer, *, with_body: bool = True) -> None:
        length = {"Content-Length": str(len(answer.body))}
        kind = {"Content-Type": "text/plain; charset=utf-8"}
        self._head(answer.status, {**kind, **length, **answer.headers})
        if with_body:
            self.wfile.write(answer.body)

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**_SAFE, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

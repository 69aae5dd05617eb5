"""A server of live pages within the test process, and requests as others would make them."""

import contextlib
import http.client
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from argmap.planning import RenderOptions
from argmap.serving.editors import EDITORS, Editor
from argmap.serving.server import LiveServer, live_server

PATIENCE = 120
# What is true in a page that follows its files.
LIVE = "document.documentElement?.dataset.argmapLive === 'on'"


class Reply(NamedTuple):
    """An answer as a visitor gets it."""

    status: int
    headers: dict[str, str]
    body: bytes


def maps_in(folder: Path) -> Iterable[Path]:
    """Return the maps of a folder and of those below it."""
    return sorted(folder.rglob("*.yaml"))


@contextlib.contextmanager
def serving(
    target: Path,
    root: Path | None = None,
    port: int | None = 0,
    options: RenderOptions | None = None,
) -> Iterator[LiveServer]:
    """Serve a file or a folder for as long as a test needs it."""
    own = root or (target if target.is_dir() else target.parent)
    editor = Editor(EDITORS["vscode"])
    server = live_server(target, own, maps_in=maps_in, editor=editor, port=port, options=options)
    threads = [
        threading.Thread(target=server.hub.watch, daemon=True),
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        yield server
    finally:
        server.hub.end()
        server.shutdown()
        server.server_close()
        for thread in threads:
            thread.join(PATIENCE)


def ask(
    server: LiveServer, target: str, *, method: str = "GET", headers: dict[str, str] | None = None
) -> Reply:
    """Return the answer to a request with exactly this target, such as nobody's browser makes."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=PATIENCE)
    with contextlib.closing(connection):
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        own = {"Host": f"127.0.0.1:{server.server_port}"}
        for name, value in (own | (headers or {})).items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return Reply(answer.status, dict(answer.getheaders()), answer.read())

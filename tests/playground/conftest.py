"""The playground's folder, made once, and visits to it."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.playground.pyodide import VERSION
from tests.command import argmap
from tests.devtools import browser_page
from tests.npm import fetched_package
from tests.playground.visiting import CATCH, HAS_PICTURE, IS_SHOWN, Visit
from tests.shared import fetched_once


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def write(home: Path) -> None:
        pyodide = fetched_package(home, f"pyodide@{VERSION}")
        done = argmap("playground", "-q", "-o", home / "site", "--pyodide", pyodide)
        assert done.code == 0, done.err

    return fetched_once(tmp_path_factory, "playground", write) / "site"


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[http.server.ThreadingHTTPServer]:
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def visit(served: http.server.ThreadingHTTPServer) -> Iterator[Visit]:
    with browser_page(width=1366, height=768) as page:
        made = Visit(page, f"http://127.0.0.1:{served.server_port}/", served)
        page.visit(made.address)
        made.wait(HAS_PICTURE)
        made.wait(IS_SHOWN)
        page.evaluate(CATCH)
        yield made

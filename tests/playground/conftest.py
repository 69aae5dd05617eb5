"""The playground's folder, made once, and visits to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.playground.pyodide import VERSION
from tests.command import argmap
from tests.devtools import browser_page
from tests.npm import fetched_package
from tests.playground.visiting import CATCH, HAS_PICTURE, IS_SHOWN, Server, Visit, serving
from tests.shared import fetched_once


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def write(home: Path) -> None:
        pyodide = fetched_package(home, f"pyodide@{VERSION}")
        done = argmap("playground", "-q", "-o", home / "site", "--pyodide", pyodide)
        assert done.code == 0, done.err

    return fetched_once(tmp_path_factory, "playground", write) / "site"


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Server]:
    with serving(folder) as server:
        yield server


@pytest.fixture(scope="module")
def visit(served: Server) -> Iterator[Visit]:
    with browser_page(width=1366, height=768) as page:
        made = Visit(page, f"http://127.0.0.1:{served.server_port}/", served)
        page.visit(made.address)
        made.wait(HAS_PICTURE)
        made.wait(IS_SHOWN)
        page.evaluate(CATCH)
        yield made

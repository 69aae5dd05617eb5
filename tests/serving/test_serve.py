"""The command `argmap serve`, as it is called."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from argmap.errors import UnfitOptionError
from argmap.serving.editors import EDITORS, Editor, editor_named
from tests.command import argmap, hear_ctrl_c

MAP = "argmap: 1\nthesis: {id: t, text: The thesis.}\n"
PATIENCE = 30


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "map.yaml"
    found.write_text(MAP, encoding="utf-8")
    return found


@contextmanager
def served(*arguments: object, state: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Run the command, and give its process with the address that it prints."""
    with subprocess.Popen(
        [sys.executable, "-m", "argmap", "serve", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "XDG_STATE_HOME": str(state), "PYTHONUNBUFFERED": "1"},
        start_new_session=True,
        preexec_fn=None if sys.platform == "win32" else hear_ctrl_c,
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/\w{32}/\S*", line)
            assert found, line
            yield process, found[0]
        finally:
            process.kill()


def fetched(address: str) -> bytes:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(address, timeout=PATIENCE) as answer:
        body: bytes = answer.read()
        return body


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal.")
def test_ctrl_c_ends_it_at_once_while_pages_are_open(file: Path, tmp_path: Path) -> None:
    with served(file, state=tmp_path) as (process, address):
        assert b"The thesis" in fetched(address)
        token = address.rpartition("/")[0]
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        news = direct.open(f"{token}/.live/events?of=map.yaml", timeout=PATIENCE)
        assert news.readline()
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        assert time.monotonic() - start < PATIENCE / 2
        news.close()
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_what_is_wrong_with_a_page_is_told_in_the_terminal_once(file: Path, tmp_path: Path) -> None:
    with served(file, state=tmp_path) as (process, address):
        assert process.stderr is not None
        assert "stop with Ctrl-C" in process.stderr.readline()
        fetched(address)
        for said in ("nobody-1", "nobody-2"):
            file.write_text(f"{MAP}{said}: 1\n")
            for page in (address, f"{address}?slides", address):
                fetched(page)
            told = process.stderr.readline()
            assert told.startswith(f"map.yaml:3:1: “{said}” is not a key")
        file.write_text(MAP)
        fetched(address)
        assert process.stderr.readline() == "map.yaml is shown as it is again\n"


def test_the_address_stays_the_same_after_a_restart(file: Path, tmp_path: Path) -> None:
    with served(file, state=tmp_path) as (_, first):
        pass
    with served(file, state=tmp_path) as (_, second):
        assert second == first
        # Beside it another one finds a port of its own.
        with served(file, state=tmp_path) as (_, third):
            assert third != first
            assert b"The thesis" in fetched(third)


def test_a_port_that_is_taken_is_told(file: Path, tmp_path: Path) -> None:
    with served(file, state=tmp_path) as (_, address):
        port = address.split(":")[2].split("/")[0]
        result = argmap("serve", file, "--port", port)
    assert result.code == 2
    assert f"nobody can listen at port {port}" in result.err


def test_without_its_library_nothing_is_served(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    # It would go on until Ctrl-C if it served.
    monkeypatch.setattr("argmap.serving.server.LiveServer.run", lambda _: None)
    result = argmap("serve", file)
    assert result.code == 2
    assert result.err.endswith('pip install "argmap[serve]"\n')
    assert result.out == ""


@pytest.mark.parametrize(
    ("target", "said"),
    [("missing.yaml", "There is no file"), ("-", "standard input does not change")],
)
def test_what_cannot_be_served_is_told(
    target: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = argmap("serve", target)
    assert result.code == 2
    assert said in result.err


@pytest.mark.parametrize(
    "name", ["a.rst", "a.adoc", "a.tex", "a.html", "a.ipynb", "a.typ", "a.qmd"]
)
def test_a_document_that_has_no_page_is_told_what_does(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(".. argmap: map.yaml\n")
    monkeypatch.setattr("argmap.serving.server.LiveServer.run", lambda _: None)
    result = argmap("serve", name)
    assert result.code == 2
    assert f"argmap embed --watch {name}" in result.err
    assert result.out == ""


@pytest.mark.parametrize("name", EDITORS)
def test_every_editor_is_told_file_and_line(name: str, tmp_path: Path) -> None:
    file = tmp_path / "über & co.yaml"
    address = editor_named(name).at(file, 12, 3)
    assert "12" in address
    assert "%C3%BCber%20%26%20co.yaml" in address
    assert "{" not in address


def test_the_name_of_a_file_is_not_taken_for_a_place(tmp_path: Path) -> None:
    address = Editor("x:{file}?{line}").at(tmp_path / "{line}.yaml", 7)
    assert address.endswith("%7Bline%7D.yaml?7")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("vscod", "did you mean “vscode”"),
        ("notepad", "vscode, vscodium"),
        ("javascript:alert('{file}')", "opens no editor"),
        ("JavaScript:{file}", "opens no editor"),
        ("https://example.org/?{file}", "opens no editor"),
        ("data:text/html,{file}", "opens no editor"),
        ("x:{file}:{row}", "“{row}” is not known"),
        ("x:{line}", "an address with {file}"),
        ("", "an address with {file}"),
    ],
)
def test_what_opens_no_editor_is_refused(name: str, said: str) -> None:
    with pytest.raises(UnfitOptionError, match=re.escape(said)):
        editor_named(name)

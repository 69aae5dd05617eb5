import contextlib
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from tests.command import argmap, hear_ctrl_c

GOOD = "argmap: 1\nthesis: {text: T., premises: [P.], rebuttals: [R.]}\n"
BAD = "argmap: 1\nthesis: {text: T., premises: [{ref: nobody}]}\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")


def files() -> list[str]:
    return sorted(file.as_posix() for file in Path().rglob("*") if file.is_file())


def test_several_maps_are_drawn_beside_themselves_or_in_a_folder() -> None:
    assert argmap("render", "a.yaml", "b.yaml").code == 0
    assert files() == ["a.svg", "a.yaml", "b.svg", "b.yaml"]
    Path("out").mkdir()
    assert argmap("render", "a.yaml", "b.yaml", "-o", "out", "-f", "dot").code == 0
    assert argmap("render", "a.yaml", "-o", "out/").code == 0
    assert files()[4:] == ["out/a.dot", "out/a.svg", "out/b.dot"]


def test_a_folder_to_write_to_is_made() -> None:
    assert argmap("render", "a.yaml", "-o", "new/deep/").code == 0
    assert "new/deep/a.svg" in files()


def test_several_maps_do_not_fit_into_one_file() -> None:
    ended = argmap("render", "a.yaml", "b.yaml", "-o", "c.svg")
    assert (ended.code, files()) == (2, ["a.yaml", "b.yaml"])
    assert "-o pictures/" in ended.err


def test_two_maps_of_one_name_do_not_take_each_others_place() -> None:
    Path("deep").mkdir()
    Path("deep/a.yaml").write_text(GOOD, encoding="utf-8")
    ended = argmap("render", "a.yaml", "deep/a.yaml", "-o", "out/")
    assert ended.code == 2
    assert "the pictures of a.yaml and deep/a.yaml would both go to out/a.svg" in ended.err


def test_a_map_given_twice_is_drawn_once() -> None:
    ended = argmap("render", "a.yaml", "a.yaml")
    assert (ended.code, ended.err) == (0, "a.svg is drawn\n")


def test_a_map_that_cannot_be_read_does_not_keep_the_others_from_being_drawn() -> None:
    Path("bad.yaml").write_text(BAD, encoding="utf-8")
    ended = argmap("render", "bad.yaml", "a.yaml", "b.yaml")
    assert ended.code == 1
    assert "bad.yaml:2:37: error[unknown-reference]" in ended.err
    assert {"a.svg", "b.svg"} < set(files())
    assert argmap("render", "none.yaml", "bad.yaml", "a.yaml").code == 2


def test_open_shows_what_was_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    assert argmap("render", "a.yaml", "--open").code == 0
    assert opened == ["a.svg"]
    monkeypatch.setattr(click, "launch", lambda target: 1)
    ended = argmap("render", "a.yaml", "--open")
    assert (ended.code, "nothing is there to show a.svg with" in ended.err) == (0, True)


@pytest.mark.parametrize("option", ["--watch", "--open"])
def test_watching_and_showing_need_files(option: str) -> None:
    assert argmap("render", "-", option, stdin=GOOD.encode()).code == 2
    assert argmap("render", "a.yaml", "-o", "-", option).code == 2


def test_watching_needs_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ended = argmap("render", "a.yaml", "--watch")
    assert ended.code == 2
    assert ended.err.endswith('pip install "argmap[watch]"\n')


def wait_for(condition: Callable[..., Any]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "nothing happened for a minute"
        time.sleep(0.05)


def test_watch_draws_again_what_changed_and_survives_mistakes() -> None:
    command = [sys.executable, "-m", "argmap", "render", "a.yaml", "b.yaml", "--watch"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, encoding="utf-8", preexec_fn=hear_ctrl_c
    ) as watching:
        try:
            while "watching" not in (line := watching.stderr.readline()):
                assert line, "it ended"
            other = Path("b.svg").stat().st_mtime_ns
            Path("a.yaml").write_text(BAD, encoding="utf-8")
            while "1 error" not in (line := watching.stderr.readline()):
                assert line, "it ended"
            assert "T." in Path("a.svg").read_text(encoding="utf-8")
            Path("a.yaml").write_text(GOOD.replace("T.", "Changed."), encoding="utf-8")
            wait_for(lambda: "Changed." in Path("a.svg").read_text(encoding="utf-8"))
            assert Path("b.svg").stat().st_mtime_ns == other
        finally:
            watching.send_signal(signal.SIGINT)
        watching.stderr.read()
    assert watching.returncode == 0
    assert files() == ["a.svg", "a.yaml", "b.svg", "b.yaml"]


SLOW = """
import time
from argmap.cli.progress import progress
with progress("drawing a.yaml"):
    time.sleep(2.2)
with progress("drawing b.yaml"):
    pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_work_over_a_second_shows_itself_on_a_terminal_and_leaves_no_trace() -> None:
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", SLOW], stderr=theirs, check=True)
    os.close(theirs)
    shown = all_of(ours).decode()
    os.close(ours)
    assert "drawing a.yaml … 1 s" in shown
    assert "drawing b.yaml" not in shown
    assert shown.endswith("\r\x1b[K")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_work_goes_on_without_a_word_where_there_are_no_threads() -> None:
    refuse = """
import threading
def start(thread):
    raise RuntimeError("can't start new thread")
threading.Thread.start = start
"""
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", refuse + SLOW], stderr=theirs, check=True)
    os.close(theirs)
    assert all_of(ours) == b""
    os.close(ours)


def all_of(terminal: int) -> bytes:
    """Return what a terminal shows, which may come in pieces, once nobody writes to it."""
    shown = b""
    with contextlib.suppress(OSError):
        while piece := os.read(terminal, 10_000):
            shown += piece
    return shown


def test_work_over_a_second_is_silent_in_a_pipe() -> None:
    ended = subprocess.run([sys.executable, "-c", SLOW], capture_output=True, check=True)
    assert (ended.stdout, ended.stderr) == (b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="makes pipes and links of POSIX")
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("..", "is a folder"),
        ("folder", "is a folder"),
        ("folder/..", "is a folder"),
        ("linked", "is a folder"),
        ("folder.yaml", "is a folder"),
        ("pipe.yaml", "is no regular file"),
        ("/dev/null", "is no regular file"),
        ("none/a.yaml", "there is no folder none"),
        ("broken.yaml", "there is no folder"),
        ("a.yaml/b.yaml", "there is no folder a.yaml"),
    ],
)
def test_what_cannot_be_watched_is_refused_at_once(name: str, told: str) -> None:
    for folder in ("folder", "folder.yaml"):
        Path(folder).mkdir()
    Path("linked").symlink_to("folder")
    Path("broken.yaml").symlink_to("none/b.yaml")
    os.mkfifo("pipe.yaml")
    command = [sys.executable, "-m", "argmap", "render", "a.yaml", name, "--watch"]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.splitlines()) == 1
    assert told in ended.stderr
    assert not Path("a.svg").exists()


@pytest.mark.parametrize("options", [(), ("--watch",)])
@pytest.mark.parametrize("name", [".", "./", "/"])
def test_a_folder_without_a_name_is_told(name: str, options: tuple[str, ...]) -> None:
    ended = argmap("render", name, *options)
    assert ended.code == 2
    assert f"“{name}” is a folder" in ended.err

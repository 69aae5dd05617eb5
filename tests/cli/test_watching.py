"""What is done again when files change."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from argmap.cli import watching
from argmap.cli.commands import embed
from argmap.embed.documents.document import refreshed_document
from argmap.picture_files.traces import is_older, trace_of
from tests.command import argmap, hear_ctrl_c


def test_ctrl_c_ends_watching_also_while_something_is_done_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[list[str]] = []

    def again(names: list[str]) -> None:
        done.append(names)
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "changed", lambda _, since: iter([["a.yaml"], ["b.yaml"]]))
    watching.do_again(lambda: {"a.yaml": (Path("a.yaml"),)}, again, since=0)
    assert done == [["a.yaml"]]


def test_other_trouble_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(names: list[str]) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(watching, "changed", lambda files_behind, since: iter([["a.yaml"]]))
    with pytest.raises(ZeroDivisionError):
        watching.do_again(dict, again, since=0)


def nobody_tells(*_: object, **__: object) -> Iterator[set[Any]]:
    """Watch, and hear of nothing, twice."""
    yield set()
    yield set()


@pytest.mark.parametrize("name", ["a.yaml", "new.yaml"])
def test_what_is_written_before_the_watching_has_begun_has_changed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=nobody_tells))
    files = {one: (tmp_path / one,) for one in ("a.yaml", "b.yaml", "new.yaml")}
    since = time.time_ns() + 1
    for one in ("a.yaml", "b.yaml"):
        (tmp_path / one).write_text("argmap: 1\nthesis: T.\n")
        os.utime(tmp_path / one, ns=(since - 1_000_000_000, since - 1_000_000_000))
    assert list(watching.changed(lambda: files, since=since)) == []
    # While it is drawn, and before anybody watches.
    (tmp_path / name).write_text("argmap: 1\nthesis: Another.\n")
    stamp = since + 1_000_000
    os.utime(tmp_path / name, ns=(stamp, stamp))
    assert list(watching.changed(lambda: files, since=since)) == [[name]]


def test_what_is_written_while_it_is_done_again_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def watch(*_: object, **__: object) -> Iterator[set[Any]]:
        yield {(1, str(file.resolve()))}
        yield set()

    file, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=watch))
    told = watching.changed(lambda: {"a": (file,), "b": (other,)}, since=time.time_ns())
    assert next(told) == ["a"]
    other.write_text("argmap: 1\nthesis: T.\n")
    assert next(told) == ["b"]


def test_what_is_saved_while_embed_first_refreshes_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_map, document = tmp_path / "m.yaml", tmp_path / "d.md"
    a_map.write_text("argmap: 1\nthesis: T.\n")
    document.write_text("<!-- argmap: m.yaml -->\n<!-- /argmap -->\n")

    def slow(*values: Any, **named: Any) -> Any:
        found = refreshed_document(*values, **named)
        a_map.write_text("argmap: 1\nthesis: Another.\n")
        return found

    told: list[int] = []
    monkeypatch.setattr(embed, "refreshed_document", slow)
    monkeypatch.setattr(embed, "do_again", lambda *_, since: told.append(since))
    argmap("embed", "--watch", str(document))
    assert not is_older(trace_of(a_map), told[0])


# A picture of it has letters too small to read.
WIDE = "argmap: 1\nthesis:\n  text: T.\n  arguments:\n" + "".join(
    f"    - premises: [Premise number {number} of some length.]\n" for number in range(12)
)


def test_what_embed_writes_itself_is_not_told_of_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_map, document = tmp_path / "m.yaml", tmp_path / "d.md"
    a_map.write_text(WIDE)
    document.write_text("<!-- argmap: m.yaml direction=down -->\n<!-- /argmap -->\n")
    told: list[int] = []
    monkeypatch.setattr(embed, "_tell", lambda found, *_: told.append(len(found)))

    def watching(_: object, again: Any, **__: object) -> None:
        # It hears of what it wrote; then of two saves, and each time of what it wrote.
        again([str(document)])
        for words in ("Another one.", "A third one."):
            a_map.write_text(WIDE.replace("T.", words))
            again([str(document)])
            again([str(document)])
        # Who saves without a change is answered.
        again([str(document)])

    monkeypatch.setattr(embed, "do_again", watching)
    argmap("embed", "--watch", str(document))
    assert told == [1, 0, 1, 0, 1, 0, 1]


def test_a_folder_has_changed_once_something_comes_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def watch(*folders: Path, **_: object) -> Iterator[set[Any]]:
        assert tmp_path in folders
        yield set()
        (tmp_path / "new.md").write_text("New.\n")
        os.utime(tmp_path, ns=(stamp, stamp))
        yield set()

    since = time.time_ns() + 1
    stamp = since + 1_000_000
    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=watch))
    assert next(watching.changed(lambda: {"docs": (tmp_path,)}, since=since)) == ["docs"]


def test_files_are_followed_where_the_system_watches_no_more_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"

    def watch(*_: object, **__: object) -> Iterator[set[Any]]:
        file.write_text("argmap: 1\nthesis: T.\n")
        raise OSError(errno.ENOSPC, "OS file watch limit reached.")

    monkeypatch.setattr(watching, "_LOOK", 1)
    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=watch))
    told = watching.changed(lambda: {"a": (file,)}, since=time.time_ns() + 1)
    assert next(told) == ["a"]


def test_documents_of_a_folder_come_and_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs/.git").mkdir(parents=True)
    (tmp_path / "docs/m.yaml").write_text("argmap: 1\nthesis: T.\n")
    old, new, moved = (Path("docs", name) for name in ("old.md", "new.md", "in/moved.md"))
    place = "<!-- argmap: {} as=outline -->\n<!-- /argmap -->\n"
    old.write_text(place.format("m.yaml"))
    behind: list[dict[str, Any]] = []

    def watching(files_behind: Any, again: Any, **_: object) -> None:
        new.write_text(place.format("m.yaml"))
        # It shows no map.
        Path("docs/plain.md").write_text("Plain.\n")
        again(["docs"])
        behind.append(files_behind())
        moved.parent.mkdir()
        old.rename(moved)
        moved.write_text(place.format("../m.yaml"))
        again(["docs"])
        behind.append(files_behind())
        Path("docs/plain.md").unlink()
        Path("docs").rename("away")
        again(["docs", str(new)])
        behind.append(files_behind())
        Path("away").rename("docs")
        again(["docs"])

    monkeypatch.setattr(embed, "do_again", watching)
    told = argmap("embed", "--watch", "docs").err.splitlines()
    assert told == [
        f"{old} is refreshed: 1 of 1 places",
        "watching for changes; stop with Ctrl-C",
        f"{new} is refreshed: 1 of 1 places",
        f"{new} is watched, too",
        f"{old} is gone",
        f"{moved} is refreshed: 1 of 1 places",
        f"{moved} is watched, too",
        f"{moved} is gone",
        f"{new} is gone",
        f"{moved} is watched, too",
        f"{new} is watched, too",
    ]
    folder, inner = Path("docs"), Path("docs/in")
    assert [set(one) for one in behind] == [
        {"docs", str(old), str(new), str(Path("docs/plain.md"))},
        {"docs", str(moved), str(new), str(Path("docs/plain.md"))},
        {"docs"},
    ]
    assert [one["docs"] for one in behind] == [(folder,), (folder, inner), (folder,)]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal.")
def test_documents_that_come_into_a_folder_are_followed(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("argmap: 1\nthesis: T.\n")
    command = [sys.executable, "-m", "argmap", "embed", "--watch", "--root", ".", "."]
    with (
        subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process,
        ExitStack() as ending,
    ):
        # Else a failure would wait for the process, which has no end.
        ending.callback(process.kill)
        assert process.stderr is not None
        assert "stop with Ctrl-C" in process.stderr.readline()
        (tmp_path / "in").mkdir()
        place = "<!-- argmap: ../m.yaml as=outline -->\n<!-- /argmap -->\n"
        (tmp_path / "in/new.md").write_text(place)
        new = Path("in/new.md")
        assert process.stderr.readline() == f"{new} is refreshed: 1 of 1 places\n"
        assert process.stderr.readline() == f"{new} is watched, too\n"
        # At once: nobody sees a map that is half written.
        (tmp_path / "other").write_text("argmap: 1\nthesis: Another.\n")
        (tmp_path / "other").replace(tmp_path / "m.yaml")
        assert process.stderr.readline() == f"{new} is refreshed: 1 of 1 places\n"
        (tmp_path / "in/new.md").unlink()
        assert process.stderr.readline() == f"{new} is gone\n"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal.")
def test_ctrl_c_ends_watching_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "d.md").write_text("No map.\n")
    command = [sys.executable, "-m", "argmap", "embed", "--watch", "d.md"]
    with subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, preexec_fn=hear_ctrl_c
    ) as process:
        assert process.stderr is not None
        assert "stop with Ctrl-C" in process.stderr.readline()
        # Until it watches, and not only says so, Ctrl-C would find nobody to speak.
        (tmp_path / "d.md").write_text("<!-- argmap: nobody.yaml -->\n<!-- /argmap -->\n")
        while "1 error" not in process.stderr.readline():
            pass
        # By then it waits; sooner it would be ended elsewhere, and as quietly.
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == ""
        assert process.wait() == 0

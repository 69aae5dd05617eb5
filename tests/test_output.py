"""What a file is beside its content stays when it is written anew, and nothing is half written."""

import errno
import os
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from argmap.errors import FileError
from argmap.output import write_all, write_whole
from tests.command import argmap

MAP = "argmap: 1\nthesis: {text: T., premises: [P.], rebuttals: [R.]}\n"
SOMEBODY = 54321

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the files of POSIX")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(MAP, encoding="utf-8")
    Path("a.svg").write_bytes(b"old")


def require_root() -> None:
    """Skip the test for whoever may not give files away, or fail it where none may be left out."""
    if os.geteuid():
        if os.environ.get("ARGMAP_ALL_TESTS"):
            pytest.fail("This test gives files away: run it as root.")
        pytest.skip("only root may give files away")


def forbid(*_: int | Path) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def names() -> list[str]:
    return sorted(file.name for file in Path().iterdir())


def draw() -> None:
    assert argmap("render", "a.yaml", "-o", "a.svg").code == 0
    assert Path("a.svg").read_bytes().startswith(b"<svg ")
    assert names() == ["a.svg", "a.yaml"]


def whose(name: str) -> tuple[int, ...]:
    found = Path(name).stat()
    return found.st_uid, found.st_gid, found.st_mode & 0o7777


def test_a_picture_stays_with_its_owner_and_group() -> None:
    require_root()
    os.chown("a.svg", SOMEBODY, SOMEBODY + 1)
    Path("a.svg").chmod(0o640)
    draw()
    assert whose("a.svg") == (SOMEBODY, SOMEBODY + 1, 0o640)


def test_who_may_not_give_files_away_writes_into_them(monkeypatch: pytest.MonkeyPatch) -> None:
    require_root()
    os.chown("a.svg", SOMEBODY, SOMEBODY)
    Path("a.svg").chmod(0o664)
    file = Path("a.svg").stat().st_ino
    monkeypatch.setattr(os, "chown", forbid)
    draw()
    assert (whose("a.svg"), Path("a.svg").stat().st_ino) == ((SOMEBODY, SOMEBODY, 0o664), file)


def test_permissions_that_cannot_be_given_are_kept_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.svg").chmod(0o664)
    file = Path("a.svg").stat().st_ino
    monkeypatch.setattr(Path, "chmod", forbid)
    draw()
    assert (whose("a.svg")[2], Path("a.svg").stat().st_ino) == (0o664, file)


def test_a_new_file_has_the_usual_permissions() -> None:
    before = os.umask(0o027)
    try:
        Path("a.svg").unlink()
        draw()
    finally:
        os.umask(before)
    assert whose("a.svg")[2] == 0o640


@pytest.mark.parametrize("old", [b"", b"old", b"old" * 100_000], ids=["empty", "short", "long"])
def test_all_names_of_a_file_show_the_new_picture(old: bytes) -> None:
    Path("a.svg").write_bytes(old)
    Path("other").mkdir()
    os.link("a.svg", "other/b.svg")
    assert argmap("render", "a.yaml", "-o", "a.svg").code == 0
    assert Path("a.svg").samefile("other/b.svg")
    shown = Path("other/b.svg").read_bytes()
    assert shown.startswith(b"<svg ")
    assert shown.endswith(b"</svg>\n")


def test_a_document_with_two_names_keeps_both() -> None:
    Path("a.svg").unlink()
    Path("doc.md").write_text("<!-- argmap: a.yaml as=claim id=t -->\n<!-- /argmap -->\n")
    os.link("doc.md", "same.md")
    assert argmap("embed", "doc.md").code == 0
    assert "&#84;." in Path("same.md").read_text()


def test_links_go_on_pointing() -> None:
    Path("real").mkdir()
    Path("real/b.svg").write_bytes(b"old")
    os.link("real/b.svg", "real/c.svg")
    Path("link.svg").symlink_to("real/b.svg")
    Path("twice.svg").symlink_to("link.svg")
    assert argmap("render", "a.yaml", "-o", "twice.svg").code == 0
    assert [str(Path(f"{n}.svg").readlink()) for n in ("link", "twice")] == [
        "real/b.svg",
        "link.svg",
    ]
    assert Path("real/c.svg").read_bytes().startswith(b"<svg ")
    Path("leads-to-none.svg").symlink_to("real/new.svg")
    assert argmap("render", "a.yaml", "-o", "leads-to-none.svg").code == 0
    assert Path("real/new.svg").read_bytes().startswith(b"<svg ")


@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
@pytest.mark.parametrize("old", [b"", b"old", b"old" * 1000])
def test_what_cannot_be_written_to_the_end_is_as_before(
    monkeypatch: pytest.MonkeyPatch, old: bytes, trouble: OSError
) -> None:
    Path("a.svg").write_bytes(old)
    os.link("a.svg", "b.svg")
    write, calls = os.write, []

    def half(handle: int, data: memoryview) -> int:
        calls.append(handle)
        if len(calls) == 2:
            raise trouble
        return write(handle, data[: max(1, len(data) // 2)])

    monkeypatch.setattr(os, "write", half)
    with pytest.raises((FileError, KeyboardInterrupt)):
        write_whole(Path("a.svg"), b"new" * 500)
    assert len(calls) > 1
    assert (Path("a.svg").read_bytes(), Path("b.svg").read_bytes()) == (old, old)
    assert names() == ["a.svg", "a.yaml", "b.svg"]


def test_a_folder_is_made_only_where_that_is_asked_for() -> None:
    with pytest.raises(FileError, match=r"^new/deep/a\.svg cannot be written: there is no folder"):
        write_whole(Path("new/deep/a.svg"), b"so")
    assert not Path("new").exists()
    for content in (b"so", b"again"):
        write_whole(Path("new/deep/a.svg"), content, make_folder=True)
        assert Path("new/deep/a.svg").read_bytes() == content


def test_what_is_no_file_is_written_into_and_stays_what_it_is() -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(Path("pipe"), b"so")
        assert os.read(reader, 10) == b"so"
    finally:
        os.close(reader)
    assert Path("pipe").is_fifo()
    assert names() == ["a.svg", "a.yaml", "pipe"]


def test_who_reads_a_file_while_it_is_replaced_reads_the_old_one_to_its_end() -> None:
    with Path("a.svg").open("rb") as reading:
        write_whole(Path("a.svg"), b"the new picture")
        assert reading.read() == b"old"
    assert Path("a.svg").read_bytes() == b"the new picture"


# Who is interrupted right after opening a file has no name yet to close it by.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_nothing_is_left_beside_a_file_wherever_one_is_interrupted(tmp_path: Path) -> None:
    """Ctrl-C is heard between any two lines."""
    place = write_whole.__code__.co_filename

    def interrupted_at(number: int) -> bool:
        left = number

        def trace(frame: FrameType, event: str, _: object) -> Any:
            nonlocal left
            if frame.f_code.co_filename != place:
                return None
            left -= event == "line"
            if left < 0 and event == "line":
                sys.settrace(None)
                raise KeyboardInterrupt
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            write_all({tmp_path / "a.svg": b"a", tmp_path / "b.svg": b"b"})
        except KeyboardInterrupt:
            return True
        finally:
            sys.settrace(before)
        return False

    number = 0
    while interrupted_at(number):
        assert {one.name for one in tmp_path.iterdir()} <= {"a.yaml", "a.svg", "b.svg"}, number
        number += 1
    assert number > 20

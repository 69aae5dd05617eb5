"""What goes wrong while pages are open: it is told, and what is well goes on."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.serving import server as serving_module
from argmap.serving.hub import Hub
from argmap.serving.server import Served
from argmap.serving.views import Address, Finding, View, place_of
from tests.serving.live import PATIENCE, maps_in, serving

MAP = "argmap: 1\nthesis: {id: t, text: The thesis.}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "map.yaml"
    found.write_text(MAP, encoding="utf-8")
    return found


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EIO, os.strerror(errno.EIO)), f"cannot be used: {os.strerror(errno.EIO)}."),
        (RecursionError("too deep"), "a fault of its own: RecursionError: too deep"),
    ],
)
def test_what_nothing_expects_is_told_on_the_page(
    error: Exception, said: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> View:
        raise error

    served = Served(file.parent, ("map.yaml",), maps_in)
    hub = Hub(served.view)
    address = Address(("map.yaml",))
    good = hub.shown(address)
    monkeypatch.setattr(serving_module, "map_view", fail)
    file.write_text(MAP.replace("The", "Another"), encoding="utf-8")
    shown = hub.shown(address)
    assert good is not None
    assert shown is not None
    assert shown.page == good.page
    assert not shown.is_good
    assert said in shown.findings[0].message
    monkeypatch.undo()
    file.write_text(MAP.replace("The", "A third"), encoding="utf-8")
    after = hub.shown(address)
    assert after is not None
    assert b"A third" in (after.page or b"")


def test_pages_follow_where_the_system_tells_of_no_changes(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise OSError(errno.ENOSPC, "OS file watch limit reached.")

    monkeypatch.setattr("argmap.serving.hub._watcher", lambda: fail)
    with serving(file) as server:
        address = Address(("map.yaml",))
        shown = server.hub.shown(address)
        assert shown is not None
        server.hub.visit(address, 1)
        for words in ("Another", "A third"):
            file.write_text(MAP.replace("The", words), encoding="utf-8")
            shown = server.hub.newer(address, shown.serial, PATIENCE)
            assert shown is not None
            assert words.encode() in (shown.page or b"")


def as_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def as_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def as_link(file: Path) -> None:
    outside = file.parent.parent / "secret.yaml"
    outside.write_text(MAP, encoding="utf-8")
    file.unlink()
    file.symlink_to(outside)


@pytest.mark.skipif(os.name != "posix", reason="Windows has neither such files nor such links.")
@pytest.mark.parametrize(
    ("become", "said"),
    [
        (Path.unlink, "map.yaml is not there any more."),
        (as_folder, "map.yaml is a folder now."),
        (as_pipe, "map.yaml is no regular file now."),
        (as_link, "map.yaml is a link now, to what is not shown here."),
    ],
)
def test_a_map_that_is_one_no_more_keeps_its_picture_and_says_why(
    become: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    root = tmp_path / "project"
    root.mkdir()
    file = root / "map.yaml"
    file.write_text(MAP, encoding="utf-8")
    hub = Hub(Served(root, ("map.yaml",), maps_in).view)
    address = Address(("map.yaml",))
    good = hub.shown(address)
    become(file)
    shown = hub.shown(address)
    assert good is not None
    assert shown is not None
    assert shown.page == good.page
    assert [one.message for one in shown.findings] == [said]
    assert place_of(shown.findings[0], root) == "map.yaml:1:1"


def test_a_link_is_named_as_it_is_called(tmp_path: Path) -> None:
    found = Finding("…", file=tmp_path / "map.yaml", line=3)
    (tmp_path / "map.yaml").symlink_to("/nowhere/secret")
    assert place_of(found, tmp_path.resolve()) == "map.yaml:3:1"


def test_what_is_wrong_with_the_settings_leads_to_them(file: Path) -> None:
    settings = file.with_name("pyproject.toml")
    settings.write_text("[tool.argmap]\nwidht = 300\n", encoding="utf-8")
    view = Served(file.parent, ("map.yaml",), maps_in).view(Address(("map.yaml",)))
    assert view is not None
    assert view.page is None
    (found,) = view.findings
    assert place_of(found, file.parent.resolve()) == "pyproject.toml:1:1"
    assert found.message.startswith("[tool.argmap] has no setting “widht”")

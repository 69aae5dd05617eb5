"""What goes wrong while pages are open: it is told, and what is well goes on."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from argmap.serving import server as serving_module
from argmap.serving.hub import Hub, Shown
from argmap.serving.server import LiveServer, Served
from argmap.serving.views import Address, Finding, View, place_of, within
from tests.closed import closed
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


def as_link_to_nothing(file: Path) -> None:
    file.unlink()
    file.symlink_to("nowhere")


def as_link_to_itself(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.name)


@pytest.mark.skipif(os.name != "posix", reason="Windows has neither such files nor such links.")
@pytest.mark.parametrize(
    ("become", "said"),
    [
        (as_link_to_nothing, "map.yaml is a link now, which leads nowhere."),
        (as_link_to_itself, "map.yaml is a link now, which leads nowhere."),
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


@pytest.mark.skipif(os.name != "posix", reason="Windows has neither such files nor such links.")
@pytest.mark.parametrize("become", [Path.unlink, as_folder, as_link_to_nothing, as_link_to_itself])
def test_a_page_is_followed_through_all_that_becomes_of_its_map(
    become: Callable[[Path], None], file: Path
) -> None:
    with serving(file) as server:
        good, shown = followed(server, "map.yaml"), None
        become(file)
        shown = server.hub.newer(Address(("map.yaml",)), good.serial, PATIENCE)
        assert shown is not None
        assert not shown.is_good
        if file.is_dir():
            file.rmdir()
        file.unlink(missing_ok=True)
        file.write_text(MAP, encoding="utf-8")
        assert_is_good_again(server, "map.yaml", shown)


PARTS = {
    "map.yaml": "argmap: 1\nstyle: {theme: in/own.yaml}\ninclude: in/part.yaml\nthesis: {id: t, "
    "text: The thesis., premises: [p]}\n",
    "in/part.yaml": "argmap: 1\nclaims: [{id: p, text: A part of it.}]\n",
    "in/own.yaml": "argmap-theme: 1\nbase: light\n",
    "notes.md": "# Notes\n\n<!-- argmap: map.yaml -->\n<!-- /argmap -->\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "in").mkdir(parents=True)
    for name, text in PARTS.items():
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.mark.skipif(os.name != "posix", reason="needs the rights of POSIX")
@pytest.mark.parametrize(
    ("shut", "place", "said"),
    [
        ("map.yaml", "map.yaml:1:1", "You may not read the file map.yaml."),
        ("in/part.yaml", "map.yaml:3:10", "You may not read the file in/part.yaml"),
        ("in/own.yaml", "map.yaml:2:16", "You may not read the file in/own.yaml"),
        ("in", "map.yaml:3:10", "You may not read the file in/part.yaml"),
        ("", "map.yaml:1:1", "You may not look into the folder of map.yaml."),
    ],
)
def test_what_may_not_be_read_is_told_and_followed_until_it_may(
    shut: str, place: str, said: str, folder: Path
) -> None:
    with serving(folder) as server:
        good = followed(server, "map.yaml")
        with closed(folder / shut):
            shown = server.hub.newer(Address(("map.yaml",)), good.serial, PATIENCE)
            assert shown is not None
            assert shown.page == good.page
            found = {place_of(one, folder): within(folder, one.message) for one in shown.findings}
            assert said in found[place]
        assert_is_good_again(server, "map.yaml", shown)


@pytest.mark.skipif(os.name != "posix", reason="needs the rights of POSIX")
@pytest.mark.parametrize("shut", ["map.yaml", "in", "notes.md", ""])
def test_a_document_is_shown_again_once_all_of_it_may_be_read(shut: str, folder: Path) -> None:
    hub = Hub(Served(folder, ("",), maps_in).view)
    address = Address(("notes.md",))
    good = hub.shown(address)
    assert good is not None
    with closed(folder / shut):
        shown = hub.shown(address)
    assert shown is not None
    assert "You may not" in shown.findings[0].message
    # Nobody is told of a change, and nothing was written.
    assert hub.shown(address) == replace(good, serial=good.serial + 2)


@pytest.mark.skipif(os.name != "posix", reason="needs the rights of POSIX")
def test_a_folder_that_may_not_be_read_keeps_its_list(folder: Path) -> None:
    hub = Hub(Served(folder, ("",), maps_in).view)
    good = hub.shown(Address(("",)))
    with closed(folder):
        shown = hub.shown(Address(("",)))
    assert good is not None
    assert shown is not None
    assert shown.page == good.page
    assert [one.message for one in shown.findings] == [
        f"project cannot be used: {os.strerror(errno.EACCES)}."
    ]
    assert place_of(shown.findings[0], folder) is None


def test_a_map_that_was_emptied_keeps_its_picture_and_is_listed_again(folder: Path) -> None:
    hub = Hub(Served(folder, ("",), written_maps_in).view)
    listed = hub.shown(Address(("",)))
    good = hub.shown(Address(("map.yaml",)))
    (folder / "map.yaml").write_text("", encoding="utf-8")
    unlisted = hub.shown(Address(("",)))
    shown = hub.shown(Address(("map.yaml",)))
    (folder / "map.yaml").write_text(PARTS["map.yaml"], encoding="utf-8")
    again = hub.shown(Address(("",)))
    assert good is not None
    assert shown is not None
    assert shown.page == good.page
    assert [one.message for one in shown.findings] == ["map.yaml holds no map any more."]
    assert listed is not None
    assert unlisted is not None
    assert again is not None
    assert unlisted.page != listed.page == again.page


def written_maps_in(folder: Path) -> list[Path]:
    """Return the maps of a folder; a file without anything in it is none."""
    return [file for file in maps_in(folder) if file.stat().st_size]


def followed(server: LiveServer, name: str) -> Shown:
    """Return what is seen of a file, which somebody follows from now on."""
    address = Address((name,))
    shown = server.hub.shown(address)
    assert shown is not None
    server.hub.visit(address, 1)
    return shown


def assert_is_good_again(server: LiveServer, name: str, shown: Shown | None) -> None:
    """Require that a page comes to show its files as they are."""
    while shown is not None and not shown.is_good:
        shown = server.hub.newer(Address((name,)), shown.serial, PATIENCE)
    assert shown is not None


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

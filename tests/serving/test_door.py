"""Nobody but the user's own pages comes in, and nothing outside the folder goes out."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.serving.door import Door, port_for, token_for
from argmap.serving.server import LiveServer
from tests.serving.live import ask, serving

MAP = "argmap: 1\nthesis: {id: t, text: The thesis.}\n"
SECRET = "argmap: 1\nthesis: {id: secret, text: Nobody reads this.}\n"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Return a folder to serve, beside and within which there are secrets."""
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    (folder / "sub").mkdir()
    (folder / ".hidden").mkdir()
    for file in ("map.yaml", "sub/map.yaml"):
        (folder / file).write_text(MAP, encoding="utf-8")
    for file in ("project/.secret.yaml", "project/.hidden/map.yaml", "secret.yaml", "secret.svg"):
        (tmp_path / file).write_text(SECRET, encoding="utf-8")
    (folder / "notes.txt").write_text("Nobody reads this.", encoding="utf-8")
    (folder / "script.js").write_text("Nobody reads this.", encoding="utf-8")
    (folder / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "out.svg").symlink_to(tmp_path / "secret.svg")
    (folder / "up").symlink_to(tmp_path)
    return folder


@pytest.fixture
def server(room: Path) -> Iterator[LiveServer]:
    with serving(room) as found:
        yield found


HOSTILE = [
    "..",
    "../secret.yaml",
    "%2e%2e/secret.yaml",
    "%2e%2e%2fsecret.yaml",
    "..%2fsecret.yaml",
    "..%5csecret.yaml",
    "sub/../../secret.yaml",
    "sub/%2e%2e/%2e%2e/secret.yaml",
    "sub//map.yaml",
    "./map.yaml",
    "//secret.yaml",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "file:///etc/passwd",
    "C:/secret.yaml",
    "map.yaml%00.svg",
    "map.yaml%0d%0aX-Mine:%20yes",
    ".secret.yaml",
    ".hidden/map.yaml",
    "%2egit/config",
    ".git/",
    "out.yaml",
    "out.svg",
    "up/secret.yaml",
    "up/",
    "notes.txt",
    "script.js",
    "missing.yaml",
    "sub",
    ".live/../map.yaml",
    ".live/server.py",
    ".live/%2e%2e/serving/door.py",
    ".live/events?of=../secret.yaml",
    ".live/events?of=%2e%2e%2fsecret.yaml",
    ".live/events?of=out.yaml",
    ".live/events?of=/etc/passwd",
    "%ff%fe",
    "a" * 5000,
]


@pytest.mark.parametrize("path", HOSTILE)
def test_nothing_outside_the_folder_is_served(server: LiveServer, path: str) -> None:
    reply = ask(server, f"/{server.door.token}/{path}")
    assert reply.status == 404
    assert b"Nobody reads" not in reply.body
    assert "X-Mine" not in reply.headers


@pytest.mark.parametrize("path", ["", "map.yaml", "sub/map.yaml", "sub/", ".live/live.js"])
def test_what_lies_inside_is_served(server: LiveServer, path: str) -> None:
    assert ask(server, f"/{server.door.token}/{path}").status == 200


@pytest.mark.parametrize("start", ["", "/", "/x/", "/{half}/", "/{token}x/", "*"])
def test_who_does_not_know_the_token_finds_nothing(server: LiveServer, start: str) -> None:
    token = server.door.token
    target = start.format(token=token, half=token[:16]) + "map.yaml"
    reply = ask(server, target)
    assert reply.status in (400, 404)
    assert b"thesis" not in reply.body


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "example.org:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1:{port}.example.org",
        "127.0.0.1.example.org:{port}",
        "localhost.example.org:{port}",
        "[::1]:{port}",
        "",
    ],
)
def test_a_foreign_host_is_refused(server: LiveServer, host: str) -> None:
    named = host.format(port=server.server_port)
    reply = ask(server, f"/{server.door.token}/map.yaml", headers={"Host": named})
    assert reply.status == 403
    assert b"thesis" not in reply.body


@pytest.mark.parametrize(
    "origin", ["https://example.org", "null", "http://127.0.0.1", "https://127.0.0.1:{port}", ""]
)
@pytest.mark.parametrize("path", ["map.yaml", ".live/events?of=map.yaml", ".live/live.js"])
def test_a_foreign_origin_is_refused(server: LiveServer, origin: str, path: str) -> None:
    named = origin.format(port=server.server_port)
    target = f"/{server.door.token}/{path}"
    assert ask(server, target, headers={"Origin": named}).status == 403
    own = {"Origin": f"http://127.0.0.1:{server.server_port}"}
    if "events" not in path:
        assert ask(server, target, headers=own).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_nothing_can_be_written(server: LiveServer, method: str) -> None:
    assert ask(server, f"/{server.door.token}/map.yaml", method=method).status == 501


def test_a_page_may_do_no_more_than_it_needs(server: LiveServer) -> None:
    reply = ask(server, f"/{server.door.token}/map.yaml")
    policy = reply.headers["Content-Security-Policy"]
    directives = {name: rest for name, *rest in (one.split() for one in policy.split(";"))}
    assert directives["default-src"] == ["'none'"]
    assert directives["frame-ancestors"] == ["'none'"]
    scripts = directives["script-src"]
    assert "'self'" in scripts
    assert all(one == "'self'" or one.startswith("'sha256-") for one in scripts)
    assert b"Content-Security-Policy" not in reply.body
    assert reply.headers["Referrer-Policy"] == "no-referrer"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_a_picture_of_a_document_runs_nothing(room: Path, server: LiveServer) -> None:
    (room / "p.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    reply = ask(server, f"/{server.door.token}/p.svg")
    assert reply.status == 200
    assert reply.headers["Content-Type"] == "image/svg+xml"
    assert "sandbox" in reply.headers["Content-Security-Policy"]


def test_only_this_machine_is_listened_to(server: LiveServer) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_the_token_stays_for_a_target_and_differs_for_others(tmp_path: Path) -> None:
    state = tmp_path / "state"
    first = token_for(tmp_path / "a.yaml", folder=state)
    assert token_for(tmp_path / "a.yaml", folder=state) == first
    assert token_for(tmp_path / "b.yaml", folder=state) != first
    assert token_for(tmp_path / "a.yaml", folder=tmp_path / "other") != first
    assert port_for(tmp_path / "a.yaml") == port_for(tmp_path / "a.yaml") >= 49152
    if os.name == "posix":
        assert stat.S_IMODE((state / "serve.key").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights.")
@pytest.mark.parametrize("spoil", ["open", "link", "short", "folder"])
def test_a_key_that_others_could_know_is_not_used(tmp_path: Path, spoil: str) -> None:
    state = tmp_path / "state"
    first = token_for(tmp_path, folder=state)
    key = state / "serve.key"
    if spoil == "open":
        key.chmod(0o644)
    elif spoil == "link":
        key.rename(tmp_path / "key")
        key.symlink_to(tmp_path / "key")
    elif spoil == "short":
        key.write_bytes(b"x")
    else:
        key.unlink()
        key.mkdir()
    second = token_for(tmp_path, folder=state)
    assert second not in (first, token_for(tmp_path, folder=state))


def test_names_with_odd_letters_are_found(room: Path) -> None:
    door = Door("t", 1)
    assert door.inside("/t/%C3%BCber%20uns.yaml?x#y") == ("über uns.yaml",)
    assert door.inside("/t/") == ("",)
    assert door.inside("/t") is None


@pytest.mark.parametrize("links", [True, False])
def test_who_begins_at_the_same_moment_has_the_same_key(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, state = tmp_path / "map.yaml", tmp_path / "state"
    meanwhile: list[str] = []
    own = os.open

    def opened(*arguments: Any, **options: Any) -> int:
        # The file is there, and nothing is in it yet.
        found = own(*arguments, **options)
        if not meanwhile:
            meanwhile.append("")
            meanwhile[0] = token_for(target, folder=state)
        return found

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "open", opened)
    if not links:
        monkeypatch.setattr(os, "link", refused)
    first = token_for(target, folder=state)
    monkeypatch.undo()
    # Who comes later has what is kept, and so has whoever came last.
    later = token_for(target, folder=state)
    assert later == first
    assert not links or meanwhile == [first]
    assert [one.name for one in state.iterdir()] == ["serve.key"]

"""What the server does when an editor speaks nonsense, and how it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

SERVER = [sys.executable, "-m", "argmap", "lsp"]
INITIALIZE: dict[str, Any] = {"processId": None, "rootUri": None, "capabilities": {}}
MAP = {
    "uri": "file:///a.yaml",
    "languageId": "yaml",
    "version": 1,
    "text": "argmap: 1\nthesis: A.\n",
}
UNKNOWN = {"textDocument": {"uri": "file:///no/such.yaml"}}
FAR = {"line": 999_999, "character": 999_999}
REQUESTS = (
    "completion",
    "hover",
    "definition",
    "references",
    "documentHighlight",
    "documentSymbol",
    "codeAction",
    "formatting",
    "rangeFormatting",
    "rename",
    "prepareRename",
    "foldingRange",
    "selectionRange",
    "documentLink",
    "inlayHint",
    "semanticTokens/full",
    "semanticTokens/range",
)


def message(method: str, params: Any, id: int | None = None) -> bytes:
    number = {} if id is None else {"id": id}
    return framed({"jsonrpc": "2.0", "method": method, "params": params, **number})


def framed(content: Any) -> bytes:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def answers(said: Sequence[bytes]) -> tuple[dict[int, Any], int]:
    """Return what a server answers to all that is said, by number, and its exit code."""
    ended = subprocess.run(SERVER, input=b"".join(said), capture_output=True, timeout=120)
    return {one["id"]: one for one in parts(ended.stdout) if "id" in one}, ended.returncode


def parts(written: bytes) -> Iterator[dict[str, Any]]:
    while written:
        head, _, written = written.partition(b"\r\n\r\n")
        length = int(head.partition(b"Content-Length: ")[2].partition(b"\r\n")[0])
        yield json.loads(written[:length])
        written = written[length:]


def test_nonsense_has_an_error_as_its_answer_and_the_server_lives_on() -> None:
    at = {**UNKNOWN, "position": FAR, "positions": [FAR], "range": {"start": FAR, "end": FAR}}
    whole = {**at, "newName": "x", "options": {"tabSize": 2, "insertSpaces": True}}
    context = {"diagnostics": [], "includeDeclaration": True}
    own = {**whole, "textDocument": {"uri": MAP["uri"]}}
    said = [message("initialize", INITIALIZE, 0), message("initialized", {})]
    said += [framed(b"{not json"), framed([]), framed({"jsonrpc": "2.0", "id": 9999})]
    said += [message("textDocument/didOpen", {}), message("textDocument/didChange", UNKNOWN)]
    said += [message("textDocument/didOpen", {"textDocument": MAP})]
    asked: dict[int, tuple[str, str]] = {}
    for kind, params in {"bad": {}, "none": None, "unknown": whole, "far": own}.items():
        for name in REQUESTS:
            asked[len(asked) + 1] = (kind, name)
            needs = {"context": context} if params and name in ("codeAction", "references") else {}
            sent = {**params, **needs} if params else params
            said.append(message(f"textDocument/{name}", sent, len(asked)))
    said += [message("textDocument/nonsense", {}, 1000), message("workspace/symbol", {}, 1001)]
    said += [message("codeAction/resolve", {"title": "x", "data": {"uri": "x"}}, 1002)]
    said += [message("workspace/symbol", {"query": ""}, 1003), message("shutdown", None, 1004)]
    found, code = answers([*said, message("exit", None)])
    assert code == 0
    for number, (kind, name) in asked.items():
        is_refused = "error" in found[number]
        # To rename nothing is refused with a reason.
        expected = kind in ("bad", "none") or (kind, name) == ("far", "rename")
        assert is_refused is expected, (kind, name, found[number])
    assert [number for number in range(1000, 1005) if "error" in found[number]] == [
        1000,
        1001,
        1002,
    ]
    assert [one["name"] for one in found[1003]["result"]] == ["A."]


@pytest.mark.parametrize("is_announced", [True, False])
def test_an_end_that_was_not_announced_is_told_by_the_exit_code(is_announced: bool) -> None:
    said = [message("initialize", INITIALIZE, 0), message("initialized", {})]
    if is_announced:
        said.append(message("shutdown", None, 1))
    _, code = answers([*said, message("exit", None)])
    assert code == (0 if is_announced else 1)


def test_a_refusal_is_an_answer_and_nothing_that_went_wrong_in_the_server(
    tmp_path: Path,
) -> None:
    own = {**MAP, "uri": (tmp_path / "a.yaml").as_uri()}
    said = [message("initialize", INITIALIZE, 0), message("initialized", {})]
    said += [message("textDocument/didOpen", {"textDocument": own})]
    at = {"textDocument": {"uri": own["uri"]}, "position": {"line": 1, "character": 8}}
    said += [message("textDocument/rename", {**at, "newName": "no id"}, 1)]
    with subprocess.Popen(SERVER, stdin=PIPE, stdout=PIPE, stderr=PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(b"".join(said))
        server.stdin.flush()
        answered = b""
        while b"is not an id" not in answered:
            more = os.read(server.stdout.fileno(), 1 << 16)
            assert more, answered
            answered += more
        server.stdin.write(message("exit", None))
        server.stdin.close()
        assert server.stderr is not None
        complaints = server.stderr.read()
    assert complaints == b""

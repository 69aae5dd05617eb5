"""Above a map stands a command that shows its live picture."""

import sys
import urllib.request
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient

from argmap.lsp.lens import LivePictures, PictureError, lenses
from tests.lsp.opening import opened
from tests.lsp.test_server import open_in

MAP = "argmap: 1\nthesis: Trees should be planted.\n"


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    config=ClientServerConfig(server_command=[sys.executable, "-m", "argmap", "lsp"])
)
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(types.InitializeParams(types.ClientCapabilities()))
    yield
    await lsp_client.shutdown_session()


def without_proxies(address: str) -> bytes:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(address, timeout=60) as answer:
        return bytes(answer.read())


async def test_the_command_above_a_map_serves_its_picture(
    client: LanguageClient, tmp_path: Path
) -> None:
    file = tmp_path / "trees.yaml"
    file.write_text(MAP)
    open_in(client, file.as_uri(), MAP)
    text = types.TextDocumentIdentifier(file.as_uri())
    (lens,) = await client.text_document_code_lens_async(types.CodeLensParams(text)) or ()
    assert lens.command is not None
    asked = types.ExecuteCommandParams(lens.command.command, lens.command.arguments)
    address = await client.workspace_execute_command_async(asked)
    assert b"Trees should be planted" in without_proxies(address)
    assert client.messages[-1].message == f"The picture is at {address}"
    # The second time it is the same page.
    assert await client.workspace_execute_command_async(asked) == address


async def test_what_is_no_map_has_no_picture(client: LanguageClient, tmp_path: Path) -> None:
    asked = types.ExecuteCommandParams("argmap.openPicture", [(tmp_path / "a.yaml").as_uri()])
    assert await client.workspace_execute_command_async(asked) is None
    with pytest.raises(JsonRpcException):
        await client.workspace_execute_command_async(
            types.ExecuteCommandParams("argmap.openPicture", [])
        )


def test_a_text_that_is_no_file_yet_has_nothing_above_it(tmp_path: Path) -> None:
    assert lenses(opened(MAP)) == []
    assert lenses(opened(MAP, tmp_path / "new.yaml")) == []


def test_why_there_is_no_picture_is_said(tmp_path: Path) -> None:
    pictures = LivePictures()
    with pytest.raises(PictureError, match="There is no file"):
        pictures.address(tmp_path / "nothing.yaml")

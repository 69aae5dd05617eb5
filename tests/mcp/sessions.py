"""An assistant’s side: the SDK’s own client, which starts `argmap mcp` and speaks over stdio."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, NamedTuple

from mcp import Client, StdioServerParameters


class Answer(NamedTuple):
    """What a tool answered: its words, its pictures, and whether it refused."""

    text: str
    pictures: tuple[Any, ...]
    refused: bool


Call = Callable[..., Awaitable[Answer]]


def session(root: Path, talk: Callable[[Call, Client], Awaitable[None]], *options: str) -> None:
    """Let an assistant talk with a server for a folder, and end both."""

    async def held() -> None:
        call = [sys.executable, "-m", "argmap", "mcp", "--root", str(root), *options]
        server = StdioServerParameters(command=call[0], args=call[1:], cwd=root)
        async with Client(server) as client:

            async def ask(tool: str, **arguments: Any) -> Answer:
                found = await client.call_tool(tool, arguments)
                texts = [one.text for one in found.content if one.type == "text"]
                pictures = tuple(one for one in found.content if one.type == "image")
                return Answer("\n".join(texts), pictures, bool(found.is_error))

            await talk(ask, client)

    asyncio.run(held())

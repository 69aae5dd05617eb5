"""A cluster of Dask as workers: maps travel to them as bytes, and pictures come back."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from argmap.building.work import Job, read_job
from argmap.errors import ArgmapError, FileError, MissingExtraError
from argmap.picture_files.dependencies import dependencies
from argmap.project import Project

_SECONDS_TO_CONNECT = 15


class LostWorkError(Exception):
    """What a worker had made is gone with it."""


class Cluster:
    """The connection to a scheduler; its `executor` gives work to the workers."""

    def __init__(self, address: str) -> None:
        """Connect. Raises ArgmapError where nobody answers, MissingExtraError without Dask."""
        try:
            from distributed import Client, KilledWorker
        except ImportError as error:
            raise MissingExtraError(
                'drawing on a cluster needs a library: pip install "argmap[cluster]".'
            ) from error
        try:
            self._client = Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ArgmapError(f"no scheduler of Dask answers at “{address}”.") from error
        self.lost: tuple[type[Exception], ...] = (KilledWorker, LostWorkError)

    @property
    def workers(self) -> int:
        """Return how many maps are drawn at a time now, at least one."""
        number: int = sum(self._client.nthreads().values())
        return max(1, number)

    def executor(self) -> Executor:
        """Return an executor; a worker that dies while at work costs a try elsewhere."""
        # What is asked for twice is made twice: a file may have changed between.
        return _OfDask(self._client.get_executor(pure=False))

    def close(self) -> None:
        """Leave the cluster."""
        self._client.close()


class _OfDask(Executor):
    """An executor of Dask, which ends as others do."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        """Return the future of a call."""
        own: Future[Any] = Future()
        self._executor.submit(fn, *args, **kwargs).add_done_callback(partial(_hand_on, own))
        return own

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for what was given, or let it be cancelled."""
        self._executor.shutdown(wait=wait and not cancel_futures)


def _hand_on(own: Future[Any], future: Future[Any]) -> None:
    """Let a future end as that of Dask did.

    Where a worker dies just as its work has come, Dask takes the work for an error of three parts,
    and fails at that itself: nothing of the work is on the way of such an error.
    """
    if future.cancelled():
        own.cancel()
        own.set_running_or_notify_cancel()
        return
    error = future.exception()
    if error is None:
        own.set_result(future.result())
        return
    way = error.__traceback__
    is_own = isinstance(error, TypeError | ValueError) and way is not None and way.tb_next is None
    own.set_exception(LostWorkError() if is_own else error)


def packed(jobs: Iterable[Job]) -> Iterator[Job]:
    """Yield jobs with all files that they need, so that they can be done elsewhere.

    What cannot be read here is not sent, and its message comes back from there.
    """
    for job in jobs:
        files: dict[str, bytes] = {}
        for file in _behind(job):
            place = Path(os.path.realpath(file.parent), file.name)
            if place.is_relative_to(job.root) and os.path.isfile(place):
                files[place.relative_to(job.root).as_posix()] = place.read_bytes()
        home = Path(os.path.realpath(job.home.parent), job.home.name)
        yield replace(job, home=home, files=files)


def _behind(job: Job) -> tuple[Path, ...]:
    project = Project(job.root)
    try:
        reading = read_job(job, job.home, project)
    except FileError:
        return (job.home,)
    return dependencies(job.home, reading, project)

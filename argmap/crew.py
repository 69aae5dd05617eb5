"""Who does work on many maps: this process, others beside it, a cluster. Results are in order.

An executor of `concurrent.futures` is all that is asked for. Where a worker dies, what it had is
done again, one map at a time, so that one map that no worker survives is known.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing.util import _run_finalizers  # type: ignore[attr-defined]
from typing import Generic, NamedTuple, TypeVar

from argmap.errors import ArgmapError
from argmap.garbage import collect_seldom

BATCH = 8
# So many batches for each worker are under way: none waits, and few results are held.
_AHEAD = 3
_TRIES = 3
DIED = "the process at work on it died, more than once; perhaps it had not enough memory"

Job = TypeVar("Job")
Made = TypeVar("Made")
# What is done with several jobs, and what became of each.
Work = Callable[[Sequence[Job]], list[Made]]


class Workers(NamedTuple):
    """How to `hire` those who work, how many they are, and how many jobs one is given at a time."""

    hire: Callable[[], Executor]
    number: int
    batch: int = BATCH


class Inline(Executor):
    """Work that is done here and now."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        """Return a future that is done."""
        future: Future[object] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def workers_for(jobs: int, *, asked: int | None, few: int, warm: str) -> Workers:
    """Return as many workers as are `asked` for, or one for each processor.

    For at most a `few` jobs there is only this process: others would take longer to begin than
    they save. `warm` is the module that they import first.
    """
    number = asked or _processors()
    if number == 1 or jobs <= few:
        return Workers(Inline, 1, batch=1)
    batch = max(1, min(BATCH, jobs // (2 * number)))
    return Workers(partial(processes, number, warm=warm), number, batch)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(number: int, *, warm: str) -> Executor:
    """Return so many processes, which import argmap once and end when this one does."""
    usual = "spawn" if os.name == "nt" else "forkserver"
    context = multiprocessing.get_context(usual)
    if usual == "forkserver":
        context.set_forkserver_preload([warm])
    return ProcessPoolExecutor(number, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Leave Ctrl-C to the process that gives the work, and do not live on without it."""
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def stop(executor: Executor) -> None:
    """End the work at once, with all that it took of the system."""
    executor.shutdown(wait=False, cancel_futures=True)
    for worker in multiprocessing.active_children():
        worker.terminate()
    executor.shutdown()


def clear() -> None:
    """Give back what workers have shared, for a program that ends without looking back.

    Python does so at its own end, and complains where it could not. Who hires workers once more
    gets new ones.
    """
    if os.name != "nt":
        from multiprocessing import forkserver

        # It would listen at an address that is cleared away.
        forkserver._forkserver._stop()  # type: ignore[attr-defined]
    _run_finalizers()


def work(
    jobs: Iterable[Job],
    workers: Workers,
    *,
    do: Work[Job, Made],
    died: Callable[[Job], Made],
    lost: tuple[type[Exception], ...] = (),
) -> Generator[Made, None, None]:
    """Yield what became of each job, as soon as those before it are done.

    Workers are hired once more where all of them are gone. `died` says what became of a job that no
    worker survived; `lost` are errors that say of one piece of work that its worker is gone.

    Raises ArgmapError where no worker can begin.
    """
    rest = iter(jobs)
    given: deque[tuple[Future[list[Made]] | None, list[Job]]] = deque()
    crew = _Crew(workers.hire, do, died, (BrokenExecutor, *lost))
    try:
        while True:
            while len(given) < workers.number * _AHEAD:
                if not (taken := list(islice(rest, workers.batch))):
                    break
                given.append((crew.give(taken), taken))
            if not given:
                break
            future, taken = given.popleft()
            made = crew.result(future)
            if made is not None:
                yield from made
                continue
            # Whose work it was that ended a worker is found one by one.
            suspects = [(future, taken), *given]
            given.clear()
            for future, taken in suspects:
                yield from crew.finished(future) or map(crew.alone, taken)
        crew.executor.shutdown()
    except BaseException:
        stop(crew.executor)
        raise


class _Crew(Generic[Job, Made]):
    """The executor that is at work now, another one after that one broke down."""

    def __init__(
        self,
        hire: Callable[[], Executor],
        do: Work[Job, Made],
        died: Callable[[Job], Made],
        lost: tuple[type[Exception], ...],
    ) -> None:
        self.hire, self.do, self.died, self.lost = hire, do, died, lost
        self.executor = hire()
        self.is_broken = False

    def give(self, jobs: Sequence[Job]) -> Future[list[Made]] | None:
        """Return the work to wait for; None where the workers are gone."""
        if self.is_broken:
            self.executor.shutdown(wait=False, cancel_futures=True)
            self.executor, self.is_broken = self.hire(), False
        try:
            return self.executor.submit(self.do, jobs)
        except self.lost:
            self.is_broken = True
            return None
        except OSError as error:
            told = f"no process can be started for the work: {error.strerror or error}"
            raise ArgmapError(f"{told}; try -j 1.") from error

    def result(self, future: Future[list[Made]] | None) -> list[Made] | None:
        """Return what was made, once it is; None where the work was lost."""
        try:
            return future.result() if future is not None else None
        except self.lost as error:
            self.is_broken = self.is_broken or isinstance(error, BrokenExecutor)
            return None

    def finished(self, future: Future[list[Made]] | None) -> list[Made] | None:
        """Return what was made before the workers were lost, if it was."""
        if future is None or not future.done() or future.cancelled() or future.exception():
            return None
        return future.result()

    def alone(self, job: Job) -> Made:
        """Return what becomes of a job while no other is under way."""
        for _ in range(_TRIES):
            made = self.result(self.give((job,)))
            if made is not None:
                return made[0]
        if self.result(self.give(())) is None:
            # It is not the job: to try all others would take hours.
            raise ArgmapError("the processes for the work die before they have any; try -j 1.")
        return self.died(job)

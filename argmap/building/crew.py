"""Who does the work: this process, others beside it, or a cluster. The order is that of the jobs.

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
from itertools import islice
from multiprocessing.util import _run_finalizers  # type: ignore[attr-defined]

from argmap.building.work import Job, Made, make_all
from argmap.garbage import collect_seldom

BATCH = 8
# So many batches for each worker are under way: none waits, and few pictures are held.
_AHEAD = 3
_TRIES = 3
DIED = "the process that drew it died, more than once; perhaps it had not enough memory"


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


def processes(number: int) -> Executor:
    """Return so many processes, which import argmap once and end when this one does."""
    usual = "spawn" if os.name == "nt" else "forkserver"
    context = multiprocessing.get_context(usual)
    if usual == "forkserver":
        context.set_forkserver_preload(["argmap.building.warm"])
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

    Python does so at its own end, and complains where it could not.
    """
    _run_finalizers()


def work(
    jobs: Iterable[Job],
    hire: Callable[[], Executor],
    *,
    workers: int,
    batch: int = BATCH,
    lost: tuple[type[Exception], ...] = (),
) -> Generator[Made, None, None]:
    """Yield what became of each job, as soon as those before it are done.

    `hire` gives the executor, once more where all of its workers are gone; `lost` are errors that
    say so of one piece of work.
    """
    rest = iter(jobs)
    given: deque[_Given] = deque()
    crew = _Crew(hire, (BrokenExecutor, *lost))
    try:
        while True:
            while len(given) < workers * _AHEAD and (taken := list(islice(rest, batch))):
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


_Given = tuple["Future[list[Made]] | None", list[Job]]


class _Crew:
    """The executor that is at work now, another one after that one broke down."""

    def __init__(self, hire: Callable[[], Executor], lost: tuple[type[Exception], ...]) -> None:
        self.hire, self.lost = hire, lost
        self.executor = hire()
        self.is_broken = False

    def give(self, jobs: Sequence[Job]) -> "Future[list[Made]] | None":
        """Return the work to wait for; None where the workers are gone."""
        if self.is_broken:
            self.executor.shutdown(wait=False, cancel_futures=True)
            self.executor, self.is_broken = self.hire(), False
        try:
            return self.executor.submit(make_all, jobs)
        except self.lost:
            self.is_broken = True
            return None

    def result(self, future: "Future[list[Made]] | None") -> list[Made] | None:
        """Return what was made, once it is; None where the work was lost."""
        try:
            return future.result() if future is not None else None
        except self.lost as error:
            self.is_broken = self.is_broken or isinstance(error, BrokenExecutor)
            return None

    def finished(self, future: "Future[list[Made]] | None") -> list[Made] | None:
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
        return Made(job, trouble=DIED)

"""A crash of argmap: what kind it is, and the smallest document that makes it."""

import contextlib
import signal
import time
import traceback as tracebacks
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

LONGEST_SHRINKING = 20.0


class TooSlowError(BaseException):
    """An answer takes more than its time; no `except Exception` holds it up."""


@dataclass(frozen=True, slots=True)
class Crash:
    """A document that argmap has no answer to. Crashes of one kind end in the same line."""

    kind: str
    notation: str
    data: bytes
    traceback: str


@contextlib.contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise TooSlowError after so many seconds of work, on systems that have alarms."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def end(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"more than {seconds:g} seconds")

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def crash_of(error: BaseException, notation: str, data: bytes) -> Crash:
    """Return the crash that an exception is, named by its type and the line of argmap it left."""
    frames = tracebacks.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "argmap" in Path(frame.filename).parts[:-1]] or frames
    place = f"{Path(own[-1].filename).stem}.{own[-1].name}"
    what = f" ({str(error)[:60]!r})" if place.startswith("fuzz_") else f" at {place}"
    told = "".join(tracebacks.format_exception(error)).encode("utf-8", "backslashreplace").decode()
    return Crash(f"{type(error).__name__}{what}", notation, data, told)


def shrunk(crash: Crash, try_one: Callable[[bytes], Crash | bool]) -> Crash:
    """Return a crash of the same kind by a smaller document, as far as some seconds allow."""
    end = time.monotonic() + LONGEST_SHRINKING
    size = max(len(crash.data) // 2, 1)
    while size:
        at, is_smaller = 0, False
        while at < len(crash.data):
            if time.monotonic() > end:
                return crash
            found = try_one(crash.data[:at] + crash.data[at + size :])
            if isinstance(found, Crash) and found.kind == crash.kind:
                crash, is_smaller = found, True
            else:
                at += size
        size = size if is_smaller and size == 1 else size // 2
    return crash

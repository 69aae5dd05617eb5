"""What is said on a terminal while something takes longer than a second."""

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator

FIRST_WORD = 1.0
CLEAR_LINE = "\r\x1b[K"


@contextlib.contextmanager
def progress(what: str | Callable[[], str], *, quiet: bool = False) -> Iterator[None]:
    """Count seconds on standard error beside `what`, on a terminal only; it is gone at the end.

    What changes while one waits is asked for anew.
    """
    if quiet or not sys.stderr.isatty():
        yield
        return
    over = threading.Event()
    teller = threading.Thread(target=_tell, args=(what, over), daemon=True)
    try:
        teller.start()
    except RuntimeError:
        # Python in a browser has no threads, and a computer may have none left.
        yield
        return
    try:
        yield
    finally:
        over.set()
        teller.join()


def _tell(what: str | Callable[[], str], over: threading.Event) -> None:
    start = time.monotonic()
    told = False
    while not over.wait(FIRST_WORD):
        told = True
        now = what if isinstance(what, str) else what()
        sys.stderr.write(f"{CLEAR_LINE}{now} … {time.monotonic() - start:.0f} s")
        sys.stderr.flush()
    if told:
        sys.stderr.write(CLEAR_LINE)
        sys.stderr.flush()

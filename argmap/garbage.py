"""How often Python looks for values that only refer to each other, in a process of argmap.

What a map becomes refers to itself nowhere and is freed without: to look for circles in it is time
lost, and the more so the larger it is.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 200_000


def collect_never() -> None:
    """Look for no circles, in a process that ends soon."""
    gc.disable()


def collect_seldom() -> None:
    """Look for circles now and then, in a process that may run for days.

    Libraries make some. What is there already is left out: it stays.
    """
    gc.freeze()
    gc.set_threshold(_SELDOM)
    gc.enable()


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no circles for a while.

    Each time a share of new objects has been made, the collector walks over all there are. That
    doubles the time for work which makes many objects, all to be kept.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

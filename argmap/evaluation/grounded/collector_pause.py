"""The garbage collector, kept from looking again and again at a large map that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep cyclic garbage where it is for a while; what nothing refers to is freed as ever.

    Each time a share of new objects has been made, the collector walks over all there are. That
    doubles the time for work which makes many objects, all to be kept, and no garbage.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

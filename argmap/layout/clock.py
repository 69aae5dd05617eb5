"""The time limit of a layout, for work that no engine watches over."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from argmap.layout.engine import Limits, too_slow

Item = TypeVar("Item")
ITEMS_BETWEEN_LOOKS = 256


class Clock:
    """A clock that runs from its making until the seconds of some limits are over."""

    def __init__(self, limits: Limits) -> None:
        """Start the clock."""
        self._limits = limits
        self._end = time.monotonic() + limits.seconds

    def over(self, items: Iterable[Item], *, look: int = ITEMS_BETWEEN_LOOKS) -> Iterator[Item]:
        """Yield the items, as long as there is time; `look` is how many pass between two looks.

        Raises LayoutLimitError once there is none.
        """
        for number, item in enumerate(items):
            if number % look == 0 and time.monotonic() > self._end:
                raise too_slow(self._limits)
            yield item

"""A time limit that long work asks after now and then."""

import time
from typing import Self

from argmap.errors import EvaluationLimitError


class Deadline:
    """A point in time after which a search gives up; `seconds` is None for no limit."""

    def __init__(self, seconds: float | None) -> None:
        """Start the clock."""
        self.seconds = seconds
        self._end = None if seconds is None else time.monotonic() + seconds

    @classmethod
    def of(cls, limit: "float | Self | None") -> "Deadline":
        """Return a deadline that has begun already, or one that begins now."""
        return limit if isinstance(limit, Deadline) else Deadline(limit)

    @property
    def is_over(self) -> bool:
        """Return whether there is no time left."""
        return self._end is not None and time.monotonic() > self._end

    def check(self, undone: str = "The standpoints were not all found") -> None:
        """Raise EvaluationLimitError, which says what is `undone`, once the time is over."""
        if self.is_over:
            raise EvaluationLimitError(
                f"{undone} within {self.seconds:g} seconds; allow more time."
            )


ENDLESS = Deadline(None)

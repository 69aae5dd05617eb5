"""A time limit that a long search asks after now and then."""

import time

from argmap.errors import EvaluationLimitError


class Deadline:
    """A point in time after which a search gives up; `seconds` is None for no limit."""

    def __init__(self, seconds: float | None) -> None:
        """Start the clock."""
        self._seconds = seconds
        self._end = None if seconds is None else time.monotonic() + seconds

    def check(self) -> None:
        """Raise EvaluationLimitError once the time is over."""
        if self._end is not None and time.monotonic() > self._end:
            raise EvaluationLimitError(
                f"The standpoints were not all found within {self._seconds:g} seconds; "
                "allow more time."
            )

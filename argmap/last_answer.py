"""The last answer of a function, kept for the value that it was about.

A map is checked, judged and drawn, and each asks the same of it. A value is known again by being
the very same one: to compare maps would take longer than most answers.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

Value = TypeVar("Value")
Answer = TypeVar("Answer")


def last_answer_kept(function: Callable[[Value], Answer]) -> Callable[[Value], Answer]:
    """Return the function with a memory of its last answer, as long as its value is in use.

    The value is never changed, nor the answer by those who are given it.
    """
    kept: tuple[Callable[[], Value | None], Answer] | None = None

    @wraps(function)
    def remembering(value: Value) -> Answer:
        nonlocal kept
        # Taken once: another thread may put its own in the place.
        before = kept
        if before is not None and before[0]() is value:
            return before[1]
        answer = function(value)
        # An answer is as large as what it is about; it goes with it.
        kept = (ref(value, forget), answer)
        return answer

    def forget(gone: object) -> None:
        nonlocal kept
        if kept is not None and kept[0] is gone:
            kept = None

    return remembering

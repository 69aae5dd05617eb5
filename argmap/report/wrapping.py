"""Lines for a terminal, broken between words only."""

import textwrap
from collections.abc import Iterable


def wrapped(words: str, *, width: int, first: str = "", others: str = "") -> list[str]:
    """Return lines of at most `width` columns, with what stands before the first and the others.

    A word that is longer than a line stays whole, so that ids and links can be copied.
    """
    return textwrap.wrap(
        words,
        width=width,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def wrapped_list(told: Iterable[str], *, width: int) -> str:
    """Return sentences and, indented, items of lists: each broken into lines of its own."""
    lines: list[str] = []
    for line in told:
        lines += wrapped(line, width=width, others="     " if line.startswith(" ") else "")
    return "\n".join([*lines, ""])

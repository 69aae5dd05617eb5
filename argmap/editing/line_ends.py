"""Line ends and the mark at the beginning of a file: kept as the author’s editor writes them."""

import re

LINE_END = re.compile(r"\r\n|\r|\n")
BYTE_ORDER_MARK = "\ufeff"


def line_end_of(text: str) -> str:
    """Return how lines end in a text, as its first does."""
    found = LINE_END.search(text)
    return found.group() if found else "\n"


def with_line_ends_of(text: str, new: str) -> str:
    """Return a `new` text, whose lines end in `\\n`, with the line ends and the mark of `text`."""
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    return mark + new.replace("\n", line_end_of(text))

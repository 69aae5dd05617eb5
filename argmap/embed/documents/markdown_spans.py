"""Code spans in a paragraph of Markdown."""

import re
from bisect import bisect_left
from collections.abc import Iterator

_TICKS = re.compile(r"`+")
# What begins first counts: a backtick in a comment begins no code.
_BEGINNING = re.compile(r"\\[\\`<]|(?P<comment><!--)|(?P<ticks>`+)")


def code_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the code spans of a paragraph: from some backticks to as many."""
    if "`" not in text[start:end]:
        return
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text, start, end):
        runs.setdefault(len(run.group()), []).append(run.start())
    last_end = text.rfind("-->", start, end)
    at = start
    while found := _BEGINNING.search(text, at, end):
        at = found.end()
        if found["comment"] and at <= last_end:
            at = text.index("-->", at) + len("-->")
        if found["ticks"] is None:
            continue
        length = len(found["ticks"])
        same = runs.get(length, [])
        closing = bisect_left(same, at)
        if closing < len(same):
            at = same[closing] + length
            yield found.start(), at

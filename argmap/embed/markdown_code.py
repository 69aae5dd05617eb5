"""What in a text in Markdown is code: fenced and indented blocks, and code spans."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}|~{3,})(?P<rest>.*)")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)")
_TICKS = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)")


def code_in_markdown(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of code as offsets, in their order.

    Whether a line below a list is code or belongs to an item depends on more than this looks at;
    then it is taken for no code.
    """
    fence = ""
    start = paragraph = offset = 0
    after_blank, in_list = True, False
    for line in text.splitlines(keepends=True):
        content = line.rstrip("\r\n")
        found = _FENCE.match(content)
        if fence:
            closing = found and found["fence"].startswith(fence) and not found["rest"].strip()
            if closing:
                yield start, offset + len(line)
                fence, paragraph = "", offset + len(line)
        elif found and not (found["fence"][0] == "`" and "`" in found["rest"]):
            yield from _spans(text, paragraph, offset)
            fence, start = found["fence"], offset
        elif not content.strip(" \t>"):
            yield from _spans(text, paragraph, offset)
            paragraph, after_blank = offset + len(line), True
            offset += len(line)
            continue
        elif _INDENTED.match(content) and after_blank and not in_list:
            yield offset, offset + len(line)
            paragraph = offset + len(line)
            offset += len(line)
            continue
        else:
            in_list = bool(_ITEM.match(content)) or (in_list and content[0] in " \t>")
        after_blank = False
        offset += len(line)
    if fence:
        yield start, offset
    else:
        yield from _spans(text, paragraph, offset)


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the code spans of a paragraph: from some backticks to as many."""
    ticks = list(_TICKS.finditer(text, start, end))
    # The last run of each length, so that a run without a partner costs no search.
    last = {len(found["ticks"]): found.start() for found in ticks}
    at = 0
    while at < len(ticks):
        length = len(ticks[at]["ticks"])
        if last[length] > ticks[at].start():
            closing = next(n for n in range(at + 1, len(ticks)) if len(ticks[n]["ticks"]) == length)
            yield ticks[at].start(), ticks[closing].end()
            at = closing
        at += 1

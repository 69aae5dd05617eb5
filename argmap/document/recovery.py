"""Going on past a fault: which lines are left out, so that the rest of a text can be parsed.

What is left out keeps its place: every line and every column stays where it was.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Unicode keeps these two out of texts. One stands for a colon that belongs to a text, the other
# for what cannot be read.
COLON, GAP = "\ufdd2", "\ufdd1"
_HEAD = re.compile(r" *(?:- +)*(?:[\w.-]+:(?= |$))?")
_COLON = re.compile(r":(?= |$)")
_BLOCK = re.compile(r"[^\s#-]")
_DASHES = re.compile(r" *(?:- +|-$)")


class Lost(NamedTuple):
    """Lines that could not be read, from 1, the first and the last of them, as they are written."""

    first: int
    last: int
    text: str


class Repair:
    """A text that is made readable line by line; knows what it has cost."""

    def __init__(self, text: str) -> None:
        """Begin with the text as it is written."""
        self._written = text.split("\n")
        self._lines = list(self._written)
        self._lost: list[Lost] = []
        self._step = 0
        self._taken = 0

    @property
    def text(self) -> str:
        """Return the text that is to be parsed now."""
        return "\n".join(self._lines)

    @property
    def lost(self) -> tuple[Lost, ...]:
        """Return what was left out, from the top."""
        return tuple(sorted(self._lost, key=lambda one: one.first))

    def follows(self, line: int, *, structural: bool) -> bool:
        """Return whether a fault in `line` comes from what was left out last.

        One that is `structural` may stand beside it: what was left out had a place in the whole.
        """
        if self._taken:
            end = self._behind(self._taken) if structural else self._taken
            return self._taken <= line <= end
        if not self._lost:
            return False
        last = self._lost[-1]
        if structural:
            return self._before(last.first) <= line <= self._behind(last.last)
        return last.first <= line <= last.last

    def take_colon(self, index: int) -> bool:
        """Let the colon at `index` belong to its text, with those behind it on its line.

        Returns whether one stands there.
        """
        text = self.text
        if text[index : index + 1] != ":":
            return False
        end = text.find("\n", index)
        taken = _COLON.sub(COLON, text[index:end])
        self._lines = (text[:index] + taken + text[end:]).split("\n")
        self._taken = text.count("\n", 0, index) + 1
        return True

    def leave_out(self, line: int, *, structural: bool) -> None:
        """Leave out the value in `line` with what stands below it, as little of it as may do.

        Where the fault is `structural`, it is the whole line.
        """
        line, self._taken = min(line, len(self._lines)), 0
        widths = self._widths(line)
        self._step = len(widths) - 1 if structural else 0
        self._leave_out(line, widths[self._step])

    def leave_out_blocks(self, lines: Iterable[int]) -> None:
        """Leave out what stands under each key of the map that has one of these lines."""
        last = 0
        for line in lines:
            if line > last:
                top = next((n for n in range(line, 0, -1) if self._begins_block(n)), line)
                self.leave_out(top, structural=False)
                last = self._lost[-1].last

    def _begins_block(self, line: int) -> bool:
        return _BLOCK.match(self._written[line - 1]) is not None

    def leave_out_more(self) -> None:
        """Leave out more around what was left out last: the item, the line, what it stands in."""
        if self._taken:
            self.leave_out(self._taken, structural=False)
            return
        last = self._lost.pop()
        self._step += 1
        widths = self._widths(last.first)
        if self._step < len(widths):
            self._leave_out(last.first, widths[self._step])
            return
        above = self._parent(last.first)
        if above is None:
            self.leave_out_rest(last.first)
            return
        self._step = 0
        self._leave_out(above, self._widths(above)[0])

    def leave_out_rest(self, line: int) -> None:
        """Leave out everything from `line` to the end."""
        line = min(line, len(self._lines))
        self._note(line, len(self._lines))
        for index in range(line - 1, len(self._lines)):
            self._lines[index] = " " * len(self._lines[index])

    def _leave_out(self, line: int, keeps: int) -> None:
        """Leave out `line` behind its first characters, with what stands below it."""
        opening = self._written[line - 1]
        head = opening[:keeps]
        last = self._last_below(line, head)
        self._note(line, last)
        for index in range(line - 1, last):
            self._lines[index] = " " * len(self._lines[index])
        if head.strip():
            self._place_gap(line, last, head)

    def _place_gap(self, line: int, last: int, head: str) -> None:
        """Write the head of a line again, with a sign that there was more."""
        room = len(self._written[line - 1]) - len(head)
        begin = head if head.endswith(" ") else f"{head} "
        if len(begin) < len(head) + room:
            self._lines[line - 1] = begin + GAP + " " * (len(head) + room - len(begin) - 1)
            return
        self._lines[line - 1] = head + " " * room
        for index in range(line, last):
            written = self._written[index]
            column = len(written) - len(written.lstrip())
            if column > _indent(head) and column < len(written):
                self._lines[index] = " " * column + GAP + " " * (len(written) - column - 1)
                return

    def _widths(self, line: int) -> list[int]:
        """Return how much of a line may be kept: to its key, to its dash, nothing."""
        written = self._written[line - 1]
        found = _HEAD.match(written)
        whole = found.end() if found and found.group().strip() else 0
        dashes = _DASHES.match(written)
        widths = [whole] if whole else []
        if dashes and dashes.end() < whole:
            widths.append(dashes.end())
        return [*widths, 0]

    def _last_below(self, line: int, head: str) -> int:
        """Return the last line of what begins behind `head`; all of it where the head is empty."""
        written = self._written[line - 1]
        column = _key_column(head) if head.strip() else _indent(written)
        is_key = head.rstrip().endswith(":") or not (head.strip() or _is_item(written))
        last = line
        for number in range(line + 1, len(self._written) + 1):
            below = self._written[number - 1]
            if not below.strip():
                continue
            deeper = _indent(below) > column
            if not (deeper or (is_key and _indent(below) == column and _is_item(below))):
                break
            last = number
        return last

    def _parent(self, line: int) -> int | None:
        """Return the line above that what begins in `line` stands in."""
        inner = self._written[line - 1]
        for number in range(line - 1, 0, -1):
            written = self._written[number - 1]
            if written.strip() and not written.lstrip().startswith("#"):
                # The items of a list may stand in the column of its key.
                deepest = _indent(inner) - (not _is_item(inner) or _is_item(written))
                if _indent(written) <= deepest:
                    return number
        return None

    def _note(self, first: int, last: int) -> None:
        self._lost = [one for one in self._lost if not first <= one.first <= last]
        self._lost.append(Lost(first, last, "\n".join(self._written[first - 1 : last])))

    def _before(self, line: int) -> int:
        return next(self._content(range(line - 1, 0, -1)), 1)

    def _behind(self, line: int) -> int:
        return next(self._content(range(line + 1, len(self._lines) + 1)), len(self._lines))

    def _content(self, numbers: Iterable[int]) -> Iterator[int]:
        for number in numbers:
            written = self._lines[number - 1].strip()
            if written and not written.startswith("#"):
                yield number


def _indent(written: str) -> int:
    return len(written) - len(written.lstrip(" "))


def _is_item(written: str) -> bool:
    return _DASHES.match(written) is not None


def _key_column(head: str) -> int:
    """Return the column, from 0, of the key at the end of a head, or of its last dash."""
    bare = head.rstrip()
    if bare.endswith(":"):
        return max(bare.rfind(" ") + 1, _indent(bare))
    return bare.rfind("-")

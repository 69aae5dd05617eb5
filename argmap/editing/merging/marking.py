"""Two texts, without and with the changes in question → one, with the markers of Git."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

OURS, MIDDLE, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"


class Unplaced(NamedTuple):
    """What theirs has and ours has no place for: why, and its lines."""

    sentence: str
    lines: tuple[str, ...]


def marked(ours: str, theirs: str) -> str:
    """Return the text of ours, in which each place that differs from theirs has both between marks.

    Both have lines that end in a line feed.
    """
    here, there = (one.removesuffix("\n").split("\n") for one in (ours, theirs))
    lines: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(a=here, b=there, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += here[a:b]
        else:
            lines += [OURS, *here[a:b], MIDDLE, *there[c:d], THEIRS]
    return "\n".join(lines) + "\n"


def with_unplaced(text: str, unplaced: Iterable[Unplaced]) -> str:
    """Return a text with conflicts at its end, in which ours has nothing."""
    for one in unplaced:
        lines = (OURS, MIDDLE, f"# {one.sentence}", *one.lines, THEIRS)
        text = "".join((text, *(f"{line}\n" for line in lines)))
    return text

"""One form for texts that are set in many: of white space, quotation marks, dashes and ellipses.

A folded text knows where each of its characters stood before.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from argmap.checks.language.whole_words import HYPHEN, SIGN

_FOLDED = {
    **dict.fromkeys('“”„‟«»‹›‘’‚‛′″`´"「」', "'"),
    **dict.fromkeys("‑‒–—―", "-"),
    "…": "...",
}
_PLAIN_DASHES = str.maketrans({HYPHEN: "-", SIGN: "-"})
# What can be composed with what stands before it is a mark, or one of these parts of syllables.
_HANGUL = range(0x1160, 0x1200)


class _Change(NamedTuple):
    """A stretch of a text that is written otherwise."""

    start: int
    end: int
    written: str


Step = Callable[[str], Iterator[_Change]]


def folded(text: str) -> str:
    """Return `text` with one form for white space, quotation marks, dashes and ellipses."""
    return plain_dashes(marked(text))


def plain_dashes(text: str) -> str:
    """Return a marked text folded whole, in which every character has the same place."""
    return text.translate(_PLAIN_DASHES)


def marked(text: str) -> str:
    """Return `text` folded, but for signs of numbers and hyphens inside of words."""
    for step in _STEPS:
        text = _written(text, step(text))
    return text


@dataclass(frozen=True, slots=True)
class Trace:
    """Where the characters of a marked text stood, step by step: the last step is the first here.

    Each step has its stretches that are written otherwise, as their starts and ends there and
    before.
    """

    steps: tuple[tuple[tuple[int, int, int, int], ...], ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the text from which that of the marked one was made."""
        for changed in self.steps:
            start, end = _before(changed, start, end)
        return start, end


def traced(text: str) -> Trace:
    """Return where the characters of `marked(text)` stood in the text."""
    steps = []
    for step in _STEPS:
        changes = tuple(step(text))
        steps.append(tuple(_places(changes)))
        text = _written(text, changes)
    return Trace(tuple(reversed(steps)))


def _before(
    changed: tuple[tuple[int, int, int, int], ...], start: int, end: int
) -> tuple[int, int]:
    """Return where a stretch stood before a step; what it has a part of belongs to it whole."""
    first, last = _last_until(changed, start), _last_until(changed, end - 1)
    if first is not None:
        _, there, begin, stop = first
        start = begin if start < there else stop + start - there
    if last is not None:
        _, there, _, stop = last
        end = stop if end <= there else stop + end - there
    return start, end


def _last_until(
    changed: tuple[tuple[int, int, int, int], ...], place: int
) -> tuple[int, int, int, int] | None:
    """Return the last change that begins at a place or before it."""
    at = bisect_right(changed, place, key=lambda one: one[0])
    return changed[at - 1] if at else None


def _places(changes: tuple[_Change, ...]) -> Iterator[tuple[int, int, int, int]]:
    shift = 0
    for one in changes:
        start = one.start + shift
        yield start, start + len(one.written), one.start, one.end
        shift += len(one.written) - (one.end - one.start)


def _written(text: str, changes: Iterator[_Change] | tuple[_Change, ...]) -> str:
    parts: list[str] = []
    done = 0
    for one in changes:
        parts += (text[done : one.start], one.written)
        done = one.end
    return "".join((*parts, text[done:])) if parts else text


def _composed(text: str) -> Iterator[_Change]:
    """Yield what is written otherwise in the form C of Unicode."""
    if unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _joins(text[end]):
            continue
        composed = unicodedata.normalize("NFC", text[start:end])
        if composed != text[start:end]:
            yield _Change(start, end, composed)
        start = end


def _joins(character: str) -> bool:
    return character > "\u02ff" and (
        unicodedata.category(character).startswith("M") or ord(character) in _HANGUL
    )


def _each(pattern: str, written: Callable[[re.Match[str]], str] | str) -> Step:
    """Return a step that writes all that a pattern finds in another way."""
    compiled = re.compile(pattern)

    def step(text: str) -> Iterator[_Change]:
        for found in compiled.finditer(text):
            now = written if isinstance(written, str) else written(found)
            if now != found[0]:
                yield _Change(found.start(), found.end(), now)

    return step


def _space(found: re.Match[str]) -> str:
    return "" if found.start() == 0 or found.end() == len(found.string) else " "


def _dash(found: re.Match[str]) -> str:
    return SIGN if found[0].strip() == SIGN else "-"


_STEPS: tuple[Step, ...] = (
    _composed,
    _each("[\u00ad\u200b\u200c\u200d\u2060\ufeff]+", ""),
    _each("\u2010", "-"),
    _each(r"(?<=\w)[-‑](?=\w)", HYPHEN),
    _each(r"(?<!\w)[-−](?=\d)", SIGN),
    _each(f"[{re.escape(''.join(_FOLDED))}]", lambda found: _FOLDED[found[0]]),
    # A single space between words, as most are, is no change.
    _each(r"\s\s+|[^\S ]|\A | \Z", _space),
    _each(f" ?[-{SIGN}][-{SIGN} ]*", _dash),
    _each(r" ?\.\.\.", "..."),
)

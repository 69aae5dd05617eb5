"""Text becomes lines of at most a given width, of lengths as even as they can be."""

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from argmap.drawing.measure import is_joined, text_width

SHORTEST_LAST_LINE = 0.6
# Where lines are long, they are rather full than of one length.
SHORTEST_LAST_LINE_RUN_IN = 0.3
# What it costs, as so many pixels left empty, when a word of one letter ends a line.
LONELY_LETTER = 40.0
# Bounds the work for text of many tiny words; no line people read has as many.
MOST_PIECES_IN_A_LINE = 400
SOFT_HYPHEN = "\u00ad"
# White space ends a word, as does a zero width space; no-break spaces are part of it.
_WORD = re.compile(r"((?:[^\s\u200b]|[\u00a0\u202f\u2007])+)((?:[^\S\u00a0\u202f\u2007]|\u200b)*)")
_NO_BREAK = frozenset("\u00a0\u202f\u2007\u2060\ufeff")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-‐–—/])(?=[^\W_])|(?<=[—…])(?=\w)")
_CLOSING = frozenset(
    "、。，．・：；？！」』）】〉》〕〗〙〛］｝’”)]}»›,.:;?!…%‰"
    "ー～〜々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
_OPENING = frozenset("「『（【〈《〔〖〘〚［｛‘“([{«‹")
_REGIONAL = range(0x1F1E6, 0x1F200)
# More than the widths of words and that of their line differ by when they are added up.
_ROUNDED = 0.001
# The combining class of the sign that joins two consonants of an Indic script.
_VIRAMA = 9


# A map that is drawn again, for another width or a live page, has mostly the texts of before.
@lru_cache(maxsize=4096)
def wrap(
    text: str,
    *,
    width: float,
    size: float,
    bold: bool = False,
    spared: float = 0.0,
    spared_last: float = 0.0,
) -> tuple[str, ...]:
    """Return the text in lines none of which is wider than `width` pixels.

    The first line leaves `spared` pixels of that for something else, the last one `spared_last`
    unless its only word is too wide.

    Lines break at white space, after hyphens and dashes, at soft hyphens (which then show as “-”),
    and between ideographs; a word wider than a line is broken between characters, and only a
    single character wider than a line stays so. Of the ways with the fewest lines it is the one
    with the least raggedness, the sum of squares of what is left of each line but the last (Knuth
    and Plass 1981, “Breaking paragraphs into lines”, without hyphenation). A word of one letter,
    such as “a” or “и”, rather begins a line than ends one.
    """
    if _is_plain(text) and (
        text_width(text, size=size, bold=bold) < width - spared - spared_last - _ROUNDED
    ):
        return (text,)
    pieces = list(_pieces(text, width - spared, size, bold))
    shortest = width * SHORTEST_LAST_LINE
    breaks = _breaks(pieces, width, size, (spared, spared_last), shortest)
    return tuple(_line(pieces[start:end]) for start, end in breaks)


def _is_plain(text: str) -> bool:
    """Return whether a text is one line as it stands, if it is not too wide."""
    is_short = 0 < len(text) <= MOST_PIECES_IN_A_LINE
    return is_short and text.isascii() and " ".join(text.split()) == text


class RunIn(NamedTuple):
    """A heading and the text that goes on in its line: the lines of each, and whether they meet.

    Where `meets`, the first line of the text stands at the end of the last one of the heading.
    """

    heading: tuple[str, ...]
    text: tuple[str, ...]
    meets: bool


def wrap_run_in(
    heading: str,
    text: str,
    *,
    width: float,
    size: float,
    spared: float = 0.0,
    spared_last: float = 0.0,
) -> RunIn:
    """Return a bold heading and a text wrapped as one paragraph, as `wrap` does it.

    The last line may be shorter: only a word or two is no line.
    """
    bold = list(_pieces(heading, width - spared, size, bold=True))
    if bold:
        bold[-1] = bold[-1]._replace(joint=" ")
    pieces = [*bold, *_pieces(text, width - spared, size, bold=False)]
    shortest = width * SHORTEST_LAST_LINE_RUN_IN
    breaks = _breaks(pieces, width, size, (spared, spared_last), shortest)
    first = len(bold)
    return RunIn(
        tuple(_line(pieces[start : min(end, first)]) for start, end in breaks if start < first),
        tuple(_line(pieces[max(start, first) : end]) for start, end in breaks if end > first),
        any(start < first < end for start, end in breaks),
    )


def _breaks(
    pieces: Sequence["_Piece"],
    width: float,
    size: float,
    spared: tuple[float, float],
    shortest_last: float,
) -> list[tuple[int, int]]:
    # Spaces and hyphens are as wide in bold.
    space, hyphen = text_width(" ", size=size), text_width("-", size=size)
    widths = [piece.width for piece in pieces]
    spaces = [space if piece.joint == " " else 0.0 for piece in pieces]
    hyphens = [hyphen if piece.joint == SOFT_HYPHEN else 0.0 for piece in pieces]
    # Most texts of a column take one line.
    few = 0 < len(pieces) <= MOST_PIECES_IN_A_LINE
    if few and sum(widths) + sum(spaces) - spaces[-1] + hyphens[-1] <= width - sum(spared):
        return [(0, len(pieces))]
    costs = [LONELY_LETTER**2 if _is_lonely(piece) else 0.0 for piece in pieces]
    return _best_breaks(widths, spaces, hyphens, costs, width, spared, shortest_last)


class _Piece(NamedTuple):
    """What no line breaks in; `joint` is what follows it: a space, a soft hyphen or nothing."""

    text: str
    joint: str
    width: float


def _is_lonely(piece: _Piece) -> bool:
    return piece.joint == " " and len(piece.text) == 1 and piece.text.isalpha()


def _line(pieces: Sequence[_Piece]) -> str:
    *others, last = pieces
    start = "".join(one.text + one.joint.replace(SOFT_HYPHEN, "") for one in others)
    return start + last.text + ("-" if last.joint == SOFT_HYPHEN else "")


def _best_breaks(
    widths: list[float],
    spaces: list[float],
    hyphens: list[float],
    costs: list[float],
    width: float,
    spared: tuple[float, float],
    shortest_last: float,
) -> list[tuple[int, int]]:
    """Return where lines start and end: the fewest lines, then the least raggedness."""
    spared_first, spared_last = spared
    shortest_last_line = min(shortest_last, width - spared_last)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(widths) + 1):
        shown = hyphens[end - 1] - spaces[end - 1]
        widest = width - spared_last if end == len(widths) else width
        fewest, least, first = sys.maxsize, 0.0, 0
        for start in range(end - 1, max(-1, end - 1 - MOST_PIECES_IN_A_LINE), -1):
            shown += widths[start] + spaces[start]
            room = widest if start else widest - spared_first
            if shown > room and start < end - 1:
                break
            slack = (shortest_last_line if end == len(widths) else room) - shown
            lines, cost, _ = best[start]
            if slack > 0.0:
                cost += slack * slack
            # Of two that are as good, the one whose last line begins earlier.
            if lines < fewest or (lines == fewest and cost <= least):
                fewest, least, first = lines, cost, start
        best.append((fewest + 1, least + costs[end - 1], first))
    breaks = []
    end = len(widths)
    while end:
        start = best[end][2]
        breaks.append((start, end))
        end = start
    return breaks[::-1]


def _pieces(text: str, width: float, size: float, bold: bool) -> Iterator[_Piece]:
    for match in _WORD.finditer(text):
        word, after = match.groups()
        joint = " " if after.strip("\u200b") else ""
        if word.isascii() and "-" not in word and "/" not in word:
            # Most words, and quickly done.
            advance = text_width(word, size=size, bold=bold)
            if advance <= width:
                yield _Piece(word, joint, advance)
                continue
        syllables = [syllable for syllable in word.split(SOFT_HYPHEN) if syllable]
        for number, syllable in enumerate(syllables, start=1):
            *parts, last = [
                broken
                for unbroken in _AFTER_HYPHEN.split(syllable)
                for part in _between_ideographs(unbroken)
                for broken in _broken(part, width, size, bold)
            ]
            for part in parts:
                yield _Piece(part, "", text_width(part, size=size, bold=bold))
            advance = text_width(last, size=size, bold=bold)
            if number == len(syllables):
                yield _Piece(last, joint, advance)
            else:
                fits = text_width(f"{last}-", size=size, bold=bold) <= width
                yield _Piece(last, SOFT_HYPHEN if fits else "", advance)


def _between_ideographs(word: str) -> Iterator[str]:
    if word.isascii() or not any(_is_ideograph(character) for character in word):
        yield word
        return
    part = ""
    for cluster in clusters(word):
        if part and _may_break(part[-1], cluster[0]):
            yield part
            part = ""
        part += cluster
    yield part


def _may_break(before: str, after: str) -> bool:
    if before in _OPENING or after in _CLOSING or before in _NO_BREAK or after in _NO_BREAK:
        return False
    return _is_ideograph(before) or _is_ideograph(after)


def _is_ideograph(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _broken(word: str, width: float, size: float, bold: bool) -> Iterator[str]:
    if text_width(word, size=size, bold=bold) <= width:
        yield word
        return
    part, used = "", 0.0
    for cluster in clusters(word):
        advance = text_width(cluster, size=size, bold=bold)
        if part and used + advance > width:
            yield part
            part, used = "", 0.0
        part += cluster
        used += advance
    yield part


def clusters(text: str) -> Iterator[str]:
    """Yield what a reader takes for one character: a letter with its marks, a joined emoji."""
    cluster = ""
    for character in text:
        if cluster and not _continues(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _continues(cluster: str, character: str) -> bool:
    if cluster[-1] == "\u200d" or is_joined(character):
        return True
    if unicodedata.combining(cluster[-1]) == _VIRAMA and character.isalpha():
        return True
    category = unicodedata.category(character)
    if category == "Mc" or 0x1F3FB <= ord(character) <= 0x1F3FF:
        return True
    if 0x1160 <= ord(character) <= 0x11FF:
        return True
    return len(cluster) == 1 and ord(cluster) in _REGIONAL and ord(character) in _REGIONAL

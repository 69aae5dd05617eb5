"""The lines of pages as they are set → as they are read: no running heads, no divided words."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

# A head or a foot comes again so many times, each time at most so many pages after the last.
_OFTEN, _BACK = 2, 2
# At the top and at the bottom of a page so many lines may be running ones.
_MOST_RUNNING = 2
_NUMBER = re.compile(r"[\W_]*(?:\d+|[ivxlcdm]+)[\W_]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+|\b[ivxlcdm]+\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What ends a line within a word: a hyphen, a soft one, and what PDFium has for one it has found.
_DIVIDED = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)(?P<sign>[-‐\u00ad\x02\ufffe]+)$")
# PDFium puts both lines of a word that it has found to be divided into one.
_WITHIN = re.compile(r"(?P<word>[^\W\d_]+)[\x02\ufffe](?P<rest>[^\W\d_]\w*)")
# It takes the number of a page for the rest of a word that goes on on the next one.
_NUMBER_BEHIND = re.compile(r"(?<=[\x02\ufffe])\d+$")
_REST = re.compile(r"(?P<rest>[^\W\d_]\w*(?:-[^\W\d_]\w*)*)(?P<marks>[^\w\s]*)\s*")
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_TRANSLATED = str.maketrans({**_LIGATURES, "\r": None, "\x00": None})
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\u00ad": None})
_CONTROLS = re.compile(r"[\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f]")


def tidied(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines of each page without running heads and feet.

    Words that lines divide are whole on the line where they begin, also from one page to the next.
    """
    shown = [[line for one in page if (line := _plain(one))] for page in pages]
    running = _running(shown)
    kept = [_without_running(page, running) for page in shown]
    words = Counter(word for page in kept for line in page for word in _WORD.findall(line))
    return _joined(kept, words)


def _plain(line: str) -> str:
    return " ".join(_CONTROLS.sub(" ", line.translate(_TRANSLATED)).split(" ")).strip()


def _shape(line: str) -> str:
    """Return a line as those of other pages are: numbers of pages count up."""
    return _DIGITS.sub("#", " ".join(line.split()).casefold())


def _edges(page: Sequence[str]) -> set[str]:
    return {_shape(one) for one in (*page[:_MOST_RUNNING], *page[-_MOST_RUNNING:])}


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the shapes of lines that stand at the edge of page after page.

    Those of left and right pages may differ.
    """
    edges = [_edges(page) for page in pages if page]
    again: Counter[str] = Counter()
    for number, own in enumerate(edges):
        before = set[str]().union(*edges[max(0, number - _BACK) : number])
        again.update(own & before)
    often = _OFTEN if len(edges) > _OFTEN else 1
    return frozenset(shape for shape, times in again.items() if times >= often)


def _without_running(page: list[str], running: frozenset[str]) -> list[str]:
    kept = list(page)
    for at in (0, -1):
        for _ in range(_MOST_RUNNING):
            if len(kept) > 1 and (_shape(kept[at]) in running or _NUMBER.fullmatch(kept[at])):
                kept.pop(at)
            else:
                break
    kept[-1:] = (_NUMBER_BEHIND.sub("", line) for line in kept[-1:])
    return kept


def _joined(pages: list[list[str]], words: Counter[str]) -> list[list[str]]:
    """Return pages in which the rest of a divided word has gone to where the word begins."""

    def whole(found: re.Match[str]) -> str:
        return f"{found['word']}{_hyphen(found['word'], found['rest'], words)}{found['rest']}"

    for page in pages:
        page[:] = [_WITHIN.sub(whole, line) for line in page]
    places = [(page, number) for page in pages for number in range(len(page))]
    for (page, number), (after, first) in pairwise(places):
        divided = _DIVIDED.search(page[number])
        rest = _REST.match(after[first]) if divided else None
        if divided is None or rest is None:
            continue
        begun = page[number][: divided.start("sign")]
        hyphen = _hyphen(divided["word"], rest["rest"], words)
        page[number] = f"{begun}{hyphen}{rest['rest']}{rest['marks']}"
        after[first] = after[first][rest.end() :]
    return [[line.translate(_HYPHENS) for line in page if line] for page in pages]


def _hyphen(word: str, rest: str, words: Counter[str]) -> str:
    """Return the hyphen that a word has in the middle of a line: none where it is divided only."""
    if not rest[0].islower():
        return "-"
    return "-" if words[f"{word}-{rest}"] > words[f"{word}{rest}"] else ""

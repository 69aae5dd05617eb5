"""The text of a source as paragraphs in which quotations can be found, however they are set."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import NamedTuple

from argmap.checks.language.folding import Trace, folded, marked, plain_dashes, traced
from argmap.checks.language.whole_words import divides, whole_words
from argmap.checks.rule import Subject
from argmap.model import Argument, Citation, Claim

_BLANK_LINES = re.compile(r"\n\s*\n")
_WORD = re.compile(r"\w+")
_OMISSION = re.compile(r" ?\[\.\.\.\] ?| ?\.\.\. ?")

# Bounds on the search for the nearest passage: rare words of the quotation, the places of each
# that are looked at, the passages that are compared in full, and the words compared.
MOST_RARE_WORDS = 8
MOST_PLACES = 200
MOST_COMPARED = 5
LONGEST_COMPARED = 60
LEAST_LIKENESS = 0.5


class Stretch(NamedTuple):
    """A stretch of a paragraph, whose number counts from 1, by the places in its text."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class Passages:
    """A text, folded and as it is but for its white space.

    `starts` are the places in the folded one where its paragraphs begin; `marked` is the same, but
    for signs of numbers and hyphens inside of words. `paragraphs` are as they are written, but for
    the ends of their lines.
    """

    text: str
    marked: str
    original: str
    starts: tuple[int, ...]
    paragraphs: tuple[str, ...]

    @property
    def number(self) -> int:
        """Return how many paragraphs there are."""
        return len(self.starts)

    def paragraphs_with(self, quote: str) -> tuple[int, ...]:
        """Return the numbers of the paragraphs, from 1, in which the quotation begins.

        It begins and ends with a whole word or number. An ellipsis in it, bare or in square
        brackets, can stand for words left out, within one paragraph.
        """
        return tuple(dict.fromkeys(self._paragraph_at(one[0][0]) for one in self._found(quote)))

    def places_of(self, quote: str) -> Iterator[tuple[Stretch, ...]]:
        """Yield where the quotation stands, once for each of `paragraphs_with` it, in their order.

        A place has several stretches where words are left out, or where it goes on in the next
        paragraph.
        """
        for pieces in self._found(quote):
            yield tuple(one for start, end in pieces for one in self._stretches(start, end))

    def nearest(self, quote: str) -> str | None:
        """Return the passage that is most like the quotation, or None where none is like it.

        Likeness is the ratio of Ratcliff and Obershelp over words, as `difflib` computes it. Only
        passages that share rare words with the quotation are compared, and few of them.
        """
        words_of_quote = _WORD.findall(unicodedata.normalize("NFC", quote))
        wanted = [word.casefold() for word in words_of_quote[:LONGEST_COMPARED]]
        matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        best, best_ratio = None, LEAST_LIKENESS
        for start in self._likely_starts(wanted):
            first = max(0, start - len(wanted) // 4)
            words = self._words[first : start + len(wanted) * 5 // 4 + 1]
            matcher.set_seq1([word for word, _, _ in words])
            blocks = matcher.get_matching_blocks()[:-1]
            if not blocks:
                continue
            own = words[blocks[0].a : blocks[-1].a + blocks[-1].size]
            ratio = 2 * sum(block.size for block in blocks) / (len(own) + len(wanted))
            if ratio > best_ratio:
                best, best_ratio = (own[0][1], own[-1][2]), ratio
        return self.original[best[0] : best[1]] if best else None

    def longer(self, quote: str) -> str | None:
        """Return the whole words in which the quotation stands where it begins or ends inside one.

        None where it stands nowhere.
        """
        wanted = folded(quote)
        place = self.text.find(wanted) if wanted else -1
        if place < 0:
            return None
        start, end = whole_words(self.marked, place, place + len(wanted))
        return self.text[start:end]

    def _found(self, quote: str) -> Iterator[tuple[tuple[int, int], ...]]:
        """Yield where the pieces of the quotation stand in the folded text, once a paragraph."""
        wanted, is_whole = folded(quote), False
        for place in self._places(wanted):
            is_whole = True
            yield ((place, place + len(wanted)),)
        if not is_whole:
            yield from self._with_omissions(wanted)

    def _places(self, wanted: str) -> Iterator[int]:
        place = self._find(wanted, 0, len(self.text)) if wanted else -1
        while place >= 0:
            yield place
            after = bisect_right(self.starts, place)
            if after >= self.number:
                return
            # One place in each paragraph is enough.
            place = self._find(wanted, self.starts[after], len(self.text))

    def _find(self, wanted: str, start: int, end: int) -> int:
        """Return the first place between `start` and `end` where it divides no word, or -1."""
        place = self.text.find(wanted, start, end)
        while place >= 0 and (
            divides(self.marked, place) or divides(self.marked, place + len(wanted))
        ):
            place = self.text.find(wanted, place + 1, end)
        return place

    def _paragraph_at(self, place: int) -> int:
        return bisect_right(self.starts, place)

    def _with_omissions(self, wanted: str) -> Iterator[tuple[tuple[int, int], ...]]:
        pieces = [piece for piece in _OMISSION.split(wanted) if piece]
        if len(pieces) < 2:
            return
        for place in self._places(pieces[0]):
            number = self._paragraph_at(place)
            end = self.starts[number] if number < self.number else len(self.text)
            found = []
            for piece in pieces:
                place = self._find(piece, place, end)
                if place < 0:
                    break
                found.append((place, place + len(piece)))
                place += len(piece)
            else:
                yield tuple(found)

    def _stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield what a stretch of the folded text has of each paragraph."""
        for number in range(self._paragraph_at(start), self._paragraph_at(end - 1) + 1):
            first = self.starts[number - 1]
            after = self.starts[number] - 1 if number < self.number else len(self.text)
            if max(start, first) < min(end, after):
                trace, text = self._trace(number), self.paragraphs[number - 1]
                begin, stop = trace.back(max(start, first) - first, min(end, after) - first)
                own = text[begin:stop]
                lead = len(own) - len(own.lstrip())
                yield Stretch(number, begin + lead, begin + len(own.rstrip()))

    def _trace(self, number: int) -> Trace:
        if number not in self._traces:
            self._traces[number] = traced(self.paragraphs[number - 1])
        return self._traces[number]

    @cached_property
    def _traces(self) -> dict[int, Trace]:
        return {}

    def _likely_starts(self, wanted: list[str]) -> list[int]:
        index = self._index
        known = [(len(index[word]), place) for place, word in enumerate(wanted) if word in index]
        votes: Counter[int] = Counter()
        for _, place in sorted(known)[:MOST_RARE_WORDS]:
            for found in index[wanted[place]][:MOST_PLACES]:
                votes[found - place] += 1
        return [start for start, _ in votes.most_common(MOST_COMPARED)]

    @cached_property
    def _words(self) -> list[tuple[str, int, int]]:
        found = _WORD.finditer(self.original)
        return [(word.group().casefold(), word.start(), word.end()) for word in found]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for place, (word, _, _) in enumerate(self._words):
            index.setdefault(word, []).append(place)
        return index


def passages_of(text: str) -> Passages:
    """Return the passages of a text; blank lines divide its paragraphs."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    paragraphs = tuple(_BLANK_LINES.split(lines)) if lines else ()
    starts, parts, length = [], [], 0
    for paragraph in paragraphs:
        part = marked(paragraph)
        starts.append(length)
        parts.append(part)
        length += len(part) + 1
    original = " ".join(unicodedata.normalize("NFC", lines).split())
    whole = " ".join(parts)
    return Passages(plain_dashes(whole), whole, original, tuple(starts), paragraphs)


def known_passages(subject: Subject) -> Mapping[str, Passages]:
    """Return the passages of every source whose text is there, by source key."""
    return {
        name: _passages_of(source.text)
        for name, source in subject.texts.items()
        if source.text is not None
    }


@lru_cache(maxsize=8)
def _passages_of(text: str) -> Passages:
    """Return the passages of a text, which several checks look for, and editors again."""
    return passages_of(text)


def citations_in(subject: Subject) -> Iterator[Citation]:
    """Yield every citation of the map."""
    nodes: tuple[Claim | Argument, ...] = (*subject.map.claims, *subject.map.arguments)
    for node in nodes:
        yield from node.citations

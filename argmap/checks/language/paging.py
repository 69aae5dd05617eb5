"""The pages of a book, or its chapters: which a locator names, and on which a quotation stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from argmap.checks.language.passages import Passages
from argmap.checks.rule import SourceText, Unit

# How pages and chapters are named, in five languages and some more.
_BEFORE = {
    Unit.PAGE: r"pp?\.?|pages?|S\.|Seiten?|págs?\.|páginas?|с\.|стр\.",
    Unit.CHAPTER: (
        r"chs?\.|chaps?\.|chapters?|chapitres?|Kap\.|Kapitel|caps?\.|capítulos?|гл\.|глава"
    ),
}
_NAMED = {
    unit: re.compile(
        rf"(?P<before>{words})\s*(?P<first>[\w.]*\w)(?:\s*[-–—]\s*(?P<last>[\w.]*\w))?",
        re.IGNORECASE,
    )
    for unit, words in _BEFORE.items()
}
_SHORT = {Unit.PAGE: "p.", Unit.CHAPTER: "ch."}


class Range(NamedTuple):
    """The first and the last page that a locator names, by label, and how it begins."""

    first: str
    last: str
    before: str
    unit: Unit


@dataclass(frozen=True)
class Paging:
    """The pages of a text whose passages are known; their numbers count from 0."""

    source: SourceText
    passages: Passages

    def pages_with(self, quote: str) -> Iterator[tuple[int, int]]:
        """Yield the first and the last page of each place where a quotation stands."""
        for place in self.passages.places_of(quote):
            first = self._at(place[0].paragraph, place[0].start)
            yield first, self._at(place[-1].paragraph, max(place[-1].end - 1, 0))

    def within(self, named: Range) -> tuple[int, int] | None:
        """Return the numbers of the pages that are named; None where there is no such page."""
        first, last = self._numbers.get(named.first), self._numbers.get(named.last)
        if first is None:
            return None
        if last is None and len(named.last) < len(named.first):
            # “112–14” is 112 to 114.
            whole = named.first[: len(named.first) - len(named.last)] + named.last
            last = self._numbers.get(whole)
        return None if last is None else (first, max(first, last))

    def label(self, number: int) -> str:
        """Return how a page is called in a citation, such as `p. 12`."""
        return f"{_SHORT[self.source.unit]} {self.source.pages[number].label}"

    @cached_property
    def span(self) -> str:
        """Return what pages there are, such as `p. i to p. 212`."""
        return f"{self.label(0)} to {self.label(len(self.source.pages) - 1)}"

    def _at(self, paragraph: int, offset: int) -> int:
        return max(0, bisect_right(self._starts, (paragraph, offset)) - 1)

    @cached_property
    def _starts(self) -> list[tuple[int, int]]:
        return [(one.paragraph, one.offset) for one in self.source.pages]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Return the numbers of pages by their labels; the last of several alike has it."""
        return {one.label: number for number, one in enumerate(self.source.pages)}


def pages_named(at: str | None, unit: Unit) -> Range | None:
    """Return the pages that a locator names, None where it names none, or another unit."""
    found = _NAMED[unit].fullmatch((at or "").strip())
    if found is None:
        return None
    return Range(found["first"], found["last"] or found["first"], found["before"], unit)

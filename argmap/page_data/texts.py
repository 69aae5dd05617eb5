"""The texts of sources as data: their paragraphs, and where in them stands what is cited."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import cached_property

from argmap.checks.language.passages import Passages, Stretch, passages_of
from argmap.checks.rule import SourceText
from argmap.checks.wrong_locator import paragraphs_named
from argmap.errors import FileError
from argmap.model import Argument, ArgumentMap, Citation, Claim
from argmap.page_data.sources import citations
from argmap.source_texts import source_texts

# What scripts in a browser count as two.
_PAIRS = re.compile("[\U00010000-\U0010ffff]")


class Texts:
    """The texts of those sources of a map that are published with it."""

    def __init__(self, a_map: ArgumentMap, keys: Collection[str]) -> None:
        """Read the texts of the sources with these keys, as far as the map has them.

        Raises FileError where one of them cannot be read.
        """
        texts = source_texts(a_map, given={}) if keys else {}
        self._texts: dict[str, _Text] = {}
        known: dict[str, _Text] = {}
        for key, source in texts.items():
            if key in keys:
                text = _required(key, source)
                if text not in known:
                    known[text] = _Text(passages_of(text))
                self._texts[key] = known[text]

    def data(self) -> list[dict[str, object]]:
        """Return each text once, with the keys of its sources and its paragraphs."""
        keys: dict[_Text, list[str]] = {}
        for key, text in self._texts.items():
            keys.setdefault(text, []).append(key)
        return [
            {"sources": of, "paragraphs": list(text.passages.paragraphs)}
            for text, of in keys.items()
        ]

    def citations(self, node: Claim | Argument) -> list[dict[str, object]]:
        """Return what a claim or an argument cites, each with where it stands in its text."""
        told = zip(node.citations, citations(node), strict=True)
        return [{**data, **self._where(one)} for one, data in told]

    def _where(self, citation: Citation) -> dict[str, object]:
        """Return the stretches with the quotation, else the paragraphs that are named.

        A stretch is the number of a paragraph, from 1, with its start and its end there, counted
        in units of UTF-16. Where the quotation is nowhere it is `missing`.
        """
        text = self._texts.get(citation.source)
        if text is None:
            return {}
        named = paragraphs_named(citation)
        place = _meant(text.passages, citation.quote, named) if citation.quote else None
        if place is not None:
            return {"spans": text.spans(place)}
        is_there = named is not None and 1 <= named[0] <= named[1] <= text.passages.number
        return {
            "paragraphs": named if is_there else None,
            "missing": citation.quote is not None,
        }


def _meant(
    passages: Passages, quote: str, named: tuple[int, int] | None
) -> tuple[Stretch, ...] | None:
    """Return the place of a quotation in the paragraphs that are named, else its first."""
    first_place = None
    for place in passages.places_of(quote):
        if named is None or named[0] <= place[0].paragraph <= named[1]:
            return place
        first_place = first_place or place
    return first_place


def _required(key: str, source: SourceText) -> str:
    if source.text is None:
        reason = f": {source.reason}" if source.reason else ""
        raise FileError(f"The text of the source “{key}” cannot be shown{reason}.")
    return source.text


class _Text:
    """A text that knows where browsers see its characters."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages

    def spans(self, stretches: Iterable[Stretch]) -> list[list[int]]:
        return [
            [number, start + self._more(number, start), end + self._more(number, end)]
            for number, start, end in stretches
        ]

    def _more(self, paragraph: int, place: int) -> int:
        """Return how many characters before a place are two for a browser."""
        if paragraph not in self._pairs:
            found = _PAIRS.finditer(self.passages.paragraphs[paragraph - 1])
            self._pairs[paragraph] = [one.start() for one in found]
        return bisect_left(self._pairs[paragraph], place)

    @cached_property
    def _pairs(self) -> dict[int, list[int]]:
        return {}

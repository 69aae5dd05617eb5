"""Combinations of what comes slowly, one at a time."""

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class _Kept(Generic[T]):
    """An iterator that can be read again from the start; it is asked only for what is new."""

    def __init__(self, source: Iterator[T]) -> None:
        self._source = source
        self._seen: list[T] = []

    def at(self, place: int) -> T | None:
        """Return the item at `place`, or None after the last."""
        while len(self._seen) <= place:
            try:
                self._seen.append(next(self._source))
            except StopIteration:
                return None
        return self._seen[place]


def combinations(sources: list[Iterator[T]]) -> Iterator[tuple[T, ...]]:
    """Yield each choice of one item from every source, the last source changing fastest.

    No source is read further than the choices so far need.
    """
    kept = [_Kept(source) for source in sources]
    chosen: list[T] = []
    for source in kept:
        first = source.at(0)
        if first is None:
            return
        chosen.append(first)
    places = [0] * len(kept)
    while True:
        yield tuple(chosen)
        number = len(kept) - 1
        while number >= 0:
            places[number] += 1
            following = kept[number].at(places[number])
            if following is not None:
                chosen[number] = following
                break
            places[number] = 0
            start = kept[number].at(0)
            assert start is not None
            chosen[number] = start
            number -= 1
        else:
            return

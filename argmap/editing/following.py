"""Names of things in maps, as they are and as they will be → the edits by which mentions follow."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from argmap.document.rewriting import rewritten
from argmap.editing.things import Names, Thing, counting, mentions_in
from argmap.edits import Edit
from argmap.errors import ArgmapError
from argmap.faults import quoted
from argmap.reader.written import Kind, Mention


class NotFollowedError(ArgmapError):
    """What is written somewhere cannot name the same things as before."""


def followed(
    before: Sequence[Names], after: Sequence[Names], kind: Kind
) -> Iterator[tuple[Path, tuple[Edit, ...]]]:
    """Yield the edits of each file of several maps in which things are named by their new ids.

    What is written in a file that several maps are made of goes on to name the same in each. What
    names it still is left. Raises NotFollowedError where that cannot be.
    """
    for file in dict.fromkeys(file for one in before for file in one.files):
        holders = [(b, a) for b, a in zip(before, after, strict=True) if file in b.files]
        lines = holders[0][0].lines(file)
        found: list[Edit] = []
        for mention in mentions_in(holders[0][0], file):
            if mention.kind is kind and not mention.is_home:
                found += _edits(mention, file, holders, lines)
        if found:
            yield file, tuple(found)


def _edits(
    mention: Mention, file: Path, holders: Sequence[tuple[Names, Names]], lines: Sequence[str]
) -> tuple[Edit, ...]:
    """Return the edits of one mention."""
    counted = counting(mention, file, [before for before, _ in holders])
    wanted = [
        (after, before.meant(mention.kind, file, mention.id))
        for before, after in holders
        if before in counted
    ]
    known = [(after, thing) for after, thing in wanted if thing is not None]

    def names_the_same(name: str) -> bool:
        return all(after.meant(mention.kind, file, name) == thing for after, thing in known)

    if names_the_same(mention.id):
        return ()
    place = f"line {mention.span.start.line} of {mention.span.file}"
    for name in _words(mention.id, known):
        if names_the_same(name):
            edits = rewritten(mention.span, name, lines)
            if edits:
                return edits
            called = f"{quoted(mention.id)} on {place} would be {quoted(name)}"
            if not lines:
                raise NotFollowedError(
                    f"{called}, and argmap changes maps in YAML only; write it there, or make YAML "
                    "of that map with “argmap convert”."
                )
            raise NotFollowedError(f"{called}, and goes on in another line.")
    maps = ", ".join(dict.fromkeys(after.reading.file for after, _ in known))
    raise NotFollowedError(
        f"{quoted(mention.id)} on {place} would name something else, or nothing, in {maps}."
    )


def _words(name: str, known: Sequence[tuple[Names, Thing]]) -> Iterator[str]:
    """Yield the words that may name the same, those by the same way to its file first."""
    ends = [n for n, letter in enumerate(name, start=1) if letter == "/"]
    for after, thing in known:
        for end in (*reversed(ends), 0):
            yield name[:end] + after.local(thing)
        yield after.ids[thing]

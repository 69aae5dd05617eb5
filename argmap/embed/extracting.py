"""A claim of a map → under `claims` of the file that it is written in, whichever that is."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from argmap.editing.extracting import ExtractingError, no_claim, with_claim_moved
from argmap.editing.reading_back import difference
from argmap.editing.things import Names, Sort, Thing, names_in
from argmap.embed.library import Library
from argmap.embed.maps_around import Around, whole_first
from argmap.faults import quoted
from argmap.reader import Reading
from argmap.reader.written import Kind
from argmap.values import canonical


class Extracted(NamedTuple):
    """A file before and after one of its claims was moved to its `claims`."""

    path: Path
    old: str
    new: str


def extracted_in_project(
    reading: Reading,
    name: str,
    *,
    library: Library,
    texts: Mapping[Path, str] = MappingProxyType({}),
) -> Extracted | None:
    """Return the file in which what a map calls `name` stands under `claims`, with a `ref` before.

    All maps of the project that are made of that file say the same as before. `texts` take the
    place of what is in files, by where these really are. None where `reading` is of no whole map,
    nor a part of one. Raises ExtractingError where there is no such claim, or it cannot be moved.
    """
    around, home = Around(library.project, texts), Path(reading.file).resolve()
    readings = whole_first(around.sharing(reading), home)
    if not readings:
        return None
    names, name = [names_in(one) for one in readings], canonical(name)
    thing = names[0].meant(Kind.CLAIM_OR_ARGUMENT, home, name)
    if thing is None or thing.sort is not Sort.CLAIM:
        raise no_claim(name, names[0].naming.claim_ids)
    old, why = around.text(thing.file), ""
    for id in _ids(names, thing):
        new = with_claim_moved(
            next(one.reading for one in names if one.path == thing.file),
            old,
            thing.number,
            id,
            read=lambda text: around.reading(thing.file, {thing.file: text}),
        )
        why = _difference(names, around, {thing.file: new}) or ""
        if not why:
            return Extracted(thing.file, old, new)
    raise ExtractingError(f"{quoted(name)} cannot be moved: {why}.")


def _ids(names: Sequence[Names], thing: Thing) -> list[str]:
    """Return the ids that a claim may have in its file, of which the first is that there alone."""
    alone = [one for one in names if one.path == thing.file]
    return list(dict.fromkeys(one.local(thing) for one in (*alone, names[0])))


def _difference(names: Sequence[Names], around: Around, texts: Mapping[Path, str]) -> str | None:
    """Return why a map made of other texts does not say the same, None where all do."""
    for one in names:
        if not one.files.keys().isdisjoint(texts):
            after = around.reading(Path(one.reading.file), texts)
            why = difference(one, after, Kind.CLAIM_OR_ARGUMENT, {})
            if why is not None:
                return why
    return None

"""What is named at a place of a text, and where else: in all files of the maps that share some."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol import types

from argmap.editing.things import Names, Thing, alike, mentions_in, names_in, things_named
from argmap.embed.library import library_of
from argmap.embed.maps_around import Around
from argmap.lsp.beside import with_open_texts
from argmap.lsp.documents import OpenText
from argmap.lsp.named import Named, words_of
from argmap.lsp.positions import Border
from argmap.source import Span


def home(document: OpenText, named: Named, texts: Sequence[OpenText]) -> types.Location | None:
    """Return where something that a text names gets its id, or begins if it has none of its own.

    That is in the text itself, in a file that it includes, or in a map that includes it.
    """
    for one in _nearest_first(document, texts):
        found = one.meant(named.kind, _path(document), named.id)
        if found is not None:
            maps = (one,) if found.file in one.files else (one, *_around(document, texts))
            holder = _holder(maps, found)
            return _location(document, texts, holder, _words(holder, found))
    return None


def everywhere(
    document: OpenText, named: Named, texts: Sequence[OpenText], *, with_home: bool
) -> list[types.Location]:
    """Return every place where something is named, by whichever name; those of the text first."""
    maps = [names_in(with_open_texts(document, texts).reading), *_around(document, texts)]
    meanings = (one.meant(named.kind, _path(document), named.id) for one in maps)
    thing = next((one for one in meanings if one is not None), None)
    if thing is None:
        return []
    things = alike(maps, thing)
    places: dict[tuple[Path, Span], tuple[Names, Span]] = {}
    for one, span, is_home in _places(maps, things):
        if with_home or not is_home:
            place = Span("", span.start, span.end)
            places.setdefault((one.located(span), place), (one, span))
    own = _path(document)
    found = sorted(places, key=lambda one: (one[0] != own, one[0], one[1].start))
    return [_location(document, texts, *places[one]) for one in found]


def _places(maps: Sequence[Names], things: frozenset[Thing]) -> Iterator[tuple[Names, Span, bool]]:
    """Yield where things are at home and where they are named, with a map that has the file."""
    for thing in things:
        one = _holder(maps, thing)
        yield one, _words(one, thing), True
    for file in dict.fromkeys(file for one in maps for file in one.files):
        holders = [one for one in maps if file in one.files]
        for mention in mentions_in(holders[0], file):
            if not (mention.is_home or things.isdisjoint(things_named(mention, file, holders))):
                yield holders[0], mention.span, False


def _holder(maps: Sequence[Names], thing: Thing) -> Names:
    """Return the first map that has the file of a thing; else one that knows it behind a seal."""
    holders = [one for one in maps if thing in one.ids]
    return next((one for one in holders if thing.file in one.files), holders[0])


def _nearest_first(document: OpenText, texts: Sequence[OpenText]) -> Iterator[Names]:
    """Yield the names in the map of a text, and then in those around it."""
    yield names_in(with_open_texts(document, texts).reading)
    yield from _around(document, texts)


def _around(document: OpenText, texts: Sequence[OpenText]) -> Iterator[Names]:
    if document.path is None:
        return
    opened = {one.home: one.text for one in texts if one.home is not None}
    around = Around(library_of(document.path).project, opened)
    for reading in around.sharing(with_open_texts(document, texts).reading)[1:]:
        yield names_in(reading)


def _path(document: OpenText) -> Path:
    return Path(document.name).resolve()


def _words(names: Names, thing: Thing) -> Span:
    draft = names.draft(thing)
    if draft is None or draft.written_id is not None:
        return names.place(thing)
    return next(words_of(draft), draft.span)


def _location(
    document: OpenText, texts: Sequence[OpenText], names: Names, span: Span
) -> types.Location:
    at = names.located(span)
    if at == _path(document):
        return types.Location(document.uri, document.border.range_of(span))
    for one in texts:
        if one.home == at:
            return types.Location(one.uri, one.border.range_of(span))
    border = Border(names.reading.texts.get(span.file, ""), document.encoding)
    return types.Location(at.as_uri(), border.range_of(span))

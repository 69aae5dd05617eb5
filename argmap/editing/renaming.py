"""Maps with another id for a claim, an argument, a source or an audience, wherever it is named."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from argmap.document.naming import with_id
from argmap.document.rewriting import rewritten
from argmap.editing.applying import applied, once
from argmap.editing.following import NotFollowedError, followed
from argmap.editing.reading_back import difference
from argmap.editing.things import Names, Thing, alike
from argmap.edits import Edit
from argmap.errors import ArgmapError
from argmap.faults import quoted
from argmap.reader import Reading
from argmap.reader.drafts import ClaimDraft
from argmap.reader.written import Kind
from argmap.suggestions import did_you_mean
from argmap.values import LONGEST_ID, canonical, is_id

_IDS = f"letters, digits, “-”, “_” and “.”, at most {LONGEST_ID} of them"
_NO_PLACE = "write its id in the map, with the key “id”, and rename that"


class RenamingError(ArgmapError):
    """Something cannot be renamed: it is not there, or the new id is taken or no id."""


class NoPlaceError(RenamingError):
    """What is to be renamed has no id of its own, and cannot be given one where it stands."""


class Renamed(NamedTuple):
    """Files after a renaming, by where they really are, and the edits that make them.

    `ids` are the new ids by the old ones, of all things of the `kind` that have another in a map,
    by the file of the map: what is derived from an id follows it. `id` is the old one of what was
    asked for, in the first map, and `local` that in its own file. `faulty` are maps that have
    faults, and follow as far as they can be read.
    """

    kind: Kind
    texts: Mapping[Path, str]
    edits: Mapping[Path, tuple[Edit, ...]]
    ids: Mapping[Path, Mapping[str, str]]
    id: str
    local: str
    faulty: tuple[Reading, ...] = ()


def renamed(
    names: Sequence[Names],
    file: Path,
    old: str,
    new: str,
    *,
    text: Callable[[Path], str],
    read: Callable[[Reading, Mapping[Path, str]], Reading],
    kind: Kind | None = None,
) -> Renamed:
    """Return the files of maps in which what was called `old` is called `new` wherever it is named.

    `old` is what it is called in a `file` of the first of the maps, which is whole; the others
    share files with it. `text` gives that of a file, by where it really is, and `read` reads one of
    the maps again with other texts. A claim or argument without a written id gets
    one. `kind` says what is meant where several kinds of things are called `old`. The maps that are
    read back are the same but for the ids.

    Raises RenamingError where nothing is called `old`, or several kinds of things are; where `new`
    is taken, or no id; and where there is no place for the id.
    """
    old, own = canonical(old), names[0]
    thing = _thing(own, file, old, kind)
    new = _new_id(own, thing, old, canonical(new))
    things = alike(names, thing)
    for one in names:
        _require_free(one, own, things, new)
    after = [one.renamed(things, new) for one in names]
    edits = _at_home(names, things, new)
    try:
        for at, found in followed(names, after, thing.sort.kind):
            edits[at] = (*edits.get(at, ()), *found)
    except NotFollowedError as error:
        raise RenamingError(str(error)) from error
    edits = {at: tuple(once(found)) for at, found in edits.items()}
    kind, changed = thing.sort.kind, {at: applied(text(at), each) for at, each in edits.items()}
    ids = {b.path: _others(b, a, kind) for b, a in zip(names, after, strict=True)}
    touched = [one for one in names if not one.files.keys().isdisjoint(changed)]
    for one in touched:
        why = difference(one, read(one.reading, changed), kind, ids[one.path])
        if why is not None:
            raise RenamingError(f"{quoted(old)} cannot be renamed: {why}.")
    faulty = tuple(one.reading for one in touched if one.reading.map is None)
    ids = {path: one for path, one in ids.items() if one}
    return Renamed(kind, changed, edits, ids, own.ids[thing], own.local(thing), faulty)


def _thing(own: Names, file: Path, old: str, wanted: Kind | None) -> Thing:
    """Return what is called `old` in a file."""
    found = [one for kind in Kind if (one := own.meant(kind, file, old)) is not None]
    found = [one for one in found if wanted in (None, one.sort.kind)]
    if len(found) == 1:
        return found[0]
    if found:
        called = " and ".join(f"a {one.sort.kind.value}" for one in found)
        raise RenamingError(f"{quoted(old)} is {called}; say which with --kind.")
    known = [id for thing, id in own.ids.items() if wanted in (None, thing.sort.kind)]
    hint = did_you_mean(old, known) or "."
    what = wanted.value if wanted else "claim, argument, source or audience"
    for home, name in _audiences_elsewhere(own):
        if name == old and wanted in (None, Kind.AUDIENCE):
            hint = f"; {home} has an audience of its own with that name: rename it there."
    a_map = own.reading.readable
    # What is described in a file of the map was found above.
    if wanted in (None, Kind.SOURCE) and a_map is not None and old in a_map.sources_by_id:
        raise RenamingError(
            f"{quoted(old)} is described in a bibliography, which argmap does not change."
        )
    raise RenamingError(f"there is no {what} {quoted(old)} in the map{hint}")


def _audiences_elsewhere(own: Names) -> Iterator[tuple[str, str]]:
    """Yield the audiences of included files, which are no part of the map."""
    for written in own.written.others:
        for entry in written.fields.entries("audiences") if written.fields else ():
            yield written.name, canonical(entry.key.value)


def _new_id(own: Names, thing: Thing, old: str, new: str) -> str:
    """Return the new id as it is written in the file of what has it."""
    local = own.local(thing)
    way = old.removesuffix(local) if old.endswith(f"/{local}") else ""
    new = new.removeprefix(way) if way else new
    if "/" in new:
        home = own.place(thing).file
        raise RenamingError(
            f"{quoted(new)} leads to another file; the id is written in {home}, without “/”."
        )
    if not is_id(new):
        raise RenamingError(f"{quoted(new)} is not an id; an id has {_IDS}.")
    return new


def _require_free(one: Names, own: Names, things: frozenset[Thing], new: str) -> None:
    """Raise RenamingError where something else has the new id already in a map."""
    wanted = {
        (id.removesuffix(one.local(thing)) + new, thing.sort.kind)
        for thing, id in one.called
        if thing in things
    }
    for other, id in one.called if wanted else ():
        if (id, other.sort.kind) in wanted and other not in things:
            place = one.place(other)
            around = "" if one is own else f" in {one.reading.file}, which is made of it as well"
            where = f"on line {place.start.line}"
            if place.file != one.reading.file or one is not own:
                where += f" of {place.file}"
            what = other.sort.kind.value
            raise RenamingError(f"{quoted(new)} is taken{around}: a {what} {where} has this id.")


def _at_home(
    names: Sequence[Names], things: frozenset[Thing], new: str
) -> dict[Path, tuple[Edit, ...]]:
    """Return the edits that give the new id to what has the old one, by the file."""
    found: dict[Path, tuple[Edit, ...]] = {}
    for thing in things:
        one = next((one for one in names if thing in one.ids and thing.file in one.files), None)
        edits = _first_or_new_id(one, thing, new) if one is not None else ()
        if not edits:
            known = next(one.ids[thing] for one in names if thing in one.ids)
            raise NoPlaceError(f"{quoted(known)} has no id of its own; {_NO_PLACE}.")
        found[thing.file] = (*found.get(thing.file, ()), *edits)
    return found


def _first_or_new_id(one: Names, thing: Thing, new: str) -> tuple[Edit, ...]:
    draft, lines = one.draft(thing), one.lines(thing.file)
    if draft is None or draft.written_id is not None:
        edits = rewritten(one.place(thing), new, lines)
        if not edits:
            place = one.place(thing)
            where = f"line {place.start.line} of {place.file}"
            raise RenamingError(f"the id on {where} goes on in another line, or is not in YAML.")
        return edits
    if isinstance(draft, ClaimDraft):
        own = draft.fields.span_of("text") if draft.fields else None
        return with_id(draft.span, own or draft.span, new, lines)
    if draft.fields is None:
        # A claim stands for it, which has an id that is not its own.
        return ()
    return with_id(draft.span, draft.fields.span_of("premises") or draft.span, new, lines)


def _others(before: Names, after: Names, kind: Kind) -> dict[str, str]:
    """Return the new ids by the old ones of all that is called otherwise in a map."""
    return {
        id: new
        for (thing, id), (_, new) in zip(before.called, after.called, strict=True)
        if thing.sort.kind is kind and new != id
    }

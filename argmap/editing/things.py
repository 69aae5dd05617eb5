"""What has an id, told apart by where it stands, and what it is called in each of several maps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from argmap.document import Scalar
from argmap.reader import Reading
from argmap.reader.drafts import ArgumentDraft, ClaimDraft
from argmap.reader.naming import Naming, names_with
from argmap.reader.work_keys import WorkKeys, keys_with
from argmap.reader.written import Kind, Mention, Written
from argmap.source import Span
from argmap.values import canonical

# Keys that say something of the map which the file itself is, and of none that includes it.
_OF_ITS_OWN = frozenset(("strengths", "expect", "audience", "focus", "collapse", "below"))


class Sort(Enum):
    """What a thing is; claims and arguments, which share their ids, are counted apart."""

    CLAIM = "claim"
    ARGUMENT = "argument"
    SOURCE = "source"
    AUDIENCE = "audience"

    @property
    def kind(self) -> Kind:
        """Return what its id is an id of."""
        known = {Sort.SOURCE: Kind.SOURCE, Sort.AUDIENCE: Kind.AUDIENCE}
        return known.get(self, Kind.CLAIM_OR_ARGUMENT)


class Thing(NamedTuple):
    """The `number`th of a sort in a file, whichever map it is read as a part of.

    `file` is where the file really is. What is written there without another of the sort leaves
    the number as it is.
    """

    sort: Sort
    file: Path
    number: int


@dataclass(frozen=True, eq=False)
class Names:
    """What everything is called in one map, and what is meant where something is named in it.

    `naming` and `keys` have the ids of the map as it is, or as it will be after a renaming, and so
    has `audiences`, by where these are written.
    """

    reading: Reading
    written: Written
    naming: Naming
    keys: WorkKeys
    audiences: Mapping[Scalar, str] = field(default_factory=dict)

    @cached_property
    def path(self) -> Path:
        """Return where the file of the map really is."""
        return Path(self.reading.file).resolve()

    @cached_property
    def files(self) -> dict[Path, Written]:
        """Return what is written in each file of the map, by where it really is."""
        if not self.reading.included:
            return {self.path: self.written}
        own = (one for one in self.written.files if not one.is_sealed)
        return {Path(one.name or self.reading.file).resolve(): one for one in own}

    @cached_property
    def ids(self) -> dict[Thing, str]:
        """Return the ids of all things in the map; of what has several, the first."""
        found: dict[Thing, str] = {}
        for thing, id in self.called:
            found.setdefault(thing, id)
        return found

    @cached_property
    def called(self) -> tuple[tuple[Thing, str], ...]:
        """Return all things in the map with all of their ids.

        A claim has another one for each sealed map that it is a part of, too.
        """
        ids, found = self.naming.ids, list[tuple[Thing, str]]()
        for thing, draft in (*self._drafts.items(), *self._away):
            if draft in ids:
                found.append((thing, ids[draft]))
        for thing, key in self._scalars.items():
            known = self.keys.homes if thing.sort is Sort.SOURCE else self.audiences
            if key in known:
                found.append((thing, known[key]))
        return tuple(found)

    def meant(self, kind: Kind, file: Path, name: str) -> Thing | None:
        """Return what a name means in a file of the map; None where it means nothing."""
        if file not in self.files:
            return None
        if kind is Kind.AUDIENCE:
            return self._by_id.get((kind, name)) if file == self.path else None
        called = self.files[file].name
        if kind is Kind.SOURCE:
            return self._by_id.get((kind, self.keys.meaning(called, name) or ""))
        return self._by_id.get((kind, self.naming.meaning(called, name)))

    def local(self, thing: Thing) -> str:
        """Return what a thing is called in its own file."""
        id = self.ids[thing]
        if thing.file not in self.files:
            return id.rpartition("/")[2]
        return id.removeprefix(self.naming.prefixes.get(self.files[thing.file].name, ""))

    def draft(self, thing: Thing) -> ClaimDraft | ArgumentDraft | None:
        """Return how a claim or an argument is written, if that is in a file of the map."""
        return self._drafts.get(thing)

    def place(self, thing: Thing) -> Span:
        """Return where a thing is written: its id or its key, else all of it."""
        draft = self.draft(thing)
        if draft is None and thing not in self._scalars:
            return next(one.span for away, one in self._away if away == thing)
        if draft is None:
            return self._scalars[thing].span
        return draft.written_id.span if draft.written_id is not None else draft.span

    def located(self, span: Span) -> Path:
        """Return the file that a place of the map is in, by where it really is."""
        return Path(span.file).resolve()

    def lines(self, file: Path) -> Sequence[str]:
        """Return the lines of a file of the map."""
        if file == self.path:
            return self.reading.handwriting.lines
        known = self.reading.handwritings.get(self.files[file].name)
        return known.lines if known is not None else ()

    def renamed(self, things: frozenset[Thing], new: str) -> "Names":
        """Return what everything is called once some things have a new id, and mentions follow.

        They are one claim or argument, one audience, or sources that are one here or elsewhere.
        """
        here = [thing for thing in things if thing in self.ids]
        naming, keys, audiences = self.naming, self.keys, self.audiences
        others: dict[ClaimDraft | ArgumentDraft, str] = {
            draft: new for thing, draft in self._drafts.items() if thing in things
        }
        for thing, away in self._away:
            if thing in things and away.sealed is not None:
                way, slash, _ = away.sealed.id.rpartition("/")
                others[away] = f"{way}{slash}{new}"
        if others:
            naming = names_with(self.written.files, naming, others)
        scalars = {self._scalars[thing] for thing in here if thing in self._scalars}
        if scalars:
            keys = keys_with(keys, scalars, new)
            audiences = {key: new if key in scalars else id for key, id in audiences.items()}
        return Names(self.reading, self.written, naming, keys, audiences)

    @cached_property
    def _drafts(self) -> dict[Thing, ClaimDraft | ArgumentDraft]:
        found: dict[Thing, ClaimDraft | ArgumentDraft] = {}
        for file, written in self.files.items():
            for number, claim in enumerate(written.drafts.claims):
                found[Thing(Sort.CLAIM, file, number)] = claim
            for number, argument in enumerate(written.drafts.arguments):
                found[Thing(Sort.ARGUMENT, file, number)] = argument
        return found

    @cached_property
    def _away(self) -> tuple[tuple[Thing, ClaimDraft], ...]:
        """Return the claims of sealed maps, each with how it stands in this one."""
        return tuple(
            (Thing(Sort.CLAIM, Path(draft.written_at[0]).resolve(), draft.written_at[1]), draft)
            for written in self.written.files
            if written.is_sealed
            for draft in written.drafts.claims
            if draft.written_at is not None
        )

    @cached_property
    def _scalars(self) -> dict[Thing, Scalar]:
        """Return where the keys of sources are written, and those of the map’s own audiences."""
        found: dict[Thing, Scalar] = {}
        for file, written in self.files.items():
            for number, key in enumerate(_keys_under("sources", written)):
                found[Thing(Sort.SOURCE, file, number)] = key
        for number, key in enumerate(_keys_under("audiences", self.written)):
            found[Thing(Sort.AUDIENCE, self.path, number)] = key
        return found

    @cached_property
    def _by_id(self) -> dict[tuple[Kind, str], Thing]:
        """Return what has an id; of several sources that are one, and of faults, the first."""
        found: dict[tuple[Kind, str], Thing] = {}
        for thing, id in self.called:
            found.setdefault((thing.sort.kind, id), thing)
        return found


def names_in(reading: Reading) -> Names:
    """Return what everything is called in a map as it is."""
    written = reading.written
    audiences = {key: key.value for key in _keys_under("audiences", written)}
    return Names(reading, written, written.naming, written.keys, audiences)


def _keys_under(name: str, written: Written) -> Iterator[Scalar]:
    for entry in written.fields.entries(name) if written.fields else ():
        yield entry.key


def counting(mention: Mention, file: Path, holders: Sequence[Names]) -> Sequence[Names]:
    """Return those maps with a file in which a mention counts; some is of the file alone.

    Where that names nothing when it is alone, it is taken as a part of the others.
    """
    if mention.key not in _OF_ITS_OWN:
        return holders
    own = [one for one in holders if one.path == file]
    return own if any(one.meant(mention.kind, file, mention.id) for one in own) else holders


def things_named(mention: Mention, file: Path, holders: Sequence[Names]) -> set[Thing]:
    """Return what a mention in a file means in the maps that have it."""
    found = (one.meant(mention.kind, file, mention.id) for one in counting(mention, file, holders))
    return {one for one in found if one is not None}


def mentions_in(names: Names, file: Path) -> Iterator[Mention]:
    """Yield the mentions in a file of a map, by ids in the one form that they have."""
    for one in names.files[file].mentions():
        yield one._replace(id=canonical(one.id))


def alike(maps: Sequence[Names], thing: Thing) -> frozenset[Thing]:
    """Return a thing, with the sources that are one with it in any of several maps."""
    found = {thing}
    while thing.sort is Sort.SOURCE:
        before = len(found)
        for one in maps:
            ids = {one.ids[each] for each in found if each in one.ids}
            found |= {
                each for each, id in one.ids.items() if each.sort is Sort.SOURCE and id in ids
            }
        if len(found) == before:
            break
    return frozenset(found)

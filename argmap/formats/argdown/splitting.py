"""A map that was joined of files in Argdown → a map for each, which includes the others likewise.

Each of them can be looked at alone: it names nothing but what is in it and in what it includes. So
a claim is written in the file that defines it, and an argument in the file that states it if that
includes all that it joins, else in the nearest one around it that does; the ids are those of the
joined map. What bears on an argument stands below it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from argmap.formats.yaml.parts import MapPart, Others
from argmap.model import Argument, ArgumentMap, Claim
from argmap.reader import MapModule
from argmap.source import Span, at_start


def file_maps(
    a_map: ArgumentMap, files: Sequence[MapModule], *, goals: Mapping[str, str]
) -> tuple[MapPart, ...]:
    """Return the map of each of the files, the joined map’s own first.

    A file in which there is no claim, and that leads to none, is left out. `goals` are the names of
    the files to be, without their suffix, by those of the files; all lie in one folder.
    """
    split = _Split(a_map, files, goals)
    return tuple(split.part(one) for one in files if one.file in split.kept)


class _Sight:
    """Knows what each file includes, at some remove: a number with a bit for each such file."""

    def __init__(self, files: Sequence[MapModule]) -> None:
        self._seen = {one.file: 1 << number for number, one in enumerate(files)}
        self._bits = dict(self._seen)
        changed = True
        while changed:
            changed = False
            # What is included is mostly below.
            for one in reversed(files):
                seen = self._seen[one.file]
                for other in one.includes or ():
                    seen |= self._seen[other]
                changed = changed or seen != self._seen[one.file]
                self._seen[one.file] = seen
        self._nearest_first = sorted(self._seen, key=lambda one: self._seen[one].bit_count())
        self._around = cache(self._all_around)

    def sees(self, file: str, other: str) -> bool:
        """Return whether one file includes another, or is it."""
        return bool(self._seen[file] & self._bits[other])

    def nearest(self, file: str, others: Iterable[str]) -> str:
        """Return the file, or the nearest one around it, that includes all the others."""
        wanted = 0
        for other in others:
            wanted |= self._bits[other]
        return next(one for one in self._around(file) if not wanted & ~self._seen[one])

    def _all_around(self, file: str) -> list[str]:
        return [one for one in self._nearest_first if self.sees(one, file)]


class _Split:
    """Knows in which file each claim and each argument is written."""

    def __init__(
        self, a_map: ArgumentMap, files: Sequence[MapModule], goals: Mapping[str, str]
    ) -> None:
        self._map, self._own, self._goals = a_map, files[0].file, goals
        self._sight = _Sight(files)
        self._home = {claim.id: _file(claim.span) for claim in a_map.claims}
        self._contradicts = self._contradictions()
        self._claims: dict[str, list[Claim]] = {}
        for claim in a_map.claims:
            contradicts = tuple(self._contradicts.get(claim.id, ()))
            own = claim if contradicts == claim.contradicts else None
            self._claims.setdefault(self._home[claim.id], []).append(
                own or replace(claim, contradicts=contradicts)
            )
        self._arguments: dict[str, list[Argument]] = {}
        for base, arguments in self._by_base().items():
            used = (self._home[name] for one in arguments for name in self._named_by(one))
            place = self._sight.nearest(_file(base.span), used)
            self._arguments.setdefault(place, []).extend(arguments)
        full = {*self._claims, *self._arguments}
        self.kept = {one.file for one in files if any(self._sight.sees(one.file, f) for f in full)}
        self._named = frozenset(name for one in self.kept for name in self._others_in(one))

    def _contradictions(self) -> dict[str, dict[str, None]]:
        """Return what each claim contradicts; what sees the other says so.

        Where neither does, one of them is written in a file that does.
        """
        pairs = [(claim.id, other) for claim in self._map.claims for other in claim.contradicts]
        home, sees = self._home, self._sight.sees
        waiting = True
        while waiting:
            waiting = False
            for one, other in pairs:
                if not (sees(home[one], home[other]) or sees(home[other], home[one])):
                    home[one] = self._sight.nearest(home[one], (home[other],))
                    # Others may have seen it where it was.
                    waiting = True
        found: dict[str, dict[str, None]] = {}
        for one, other in pairs:
            told, of = (one, other) if sees(home[one], home[other]) else (other, one)
            found.setdefault(told, {})[of] = None
        return found

    def _by_base(self) -> dict[Argument, list[Argument]]:
        """Return the arguments on claims, each with those that bear on it, itself first."""
        found: dict[Argument, list[Argument]] = {}
        for argument in self._map.arguments:
            base = argument
            while base.target in self._map.arguments_by_id:
                base = self._map.arguments_by_id[base.target]
            found.setdefault(base, []).append(argument)
        return found

    def _named_by(self, argument: Argument) -> Iterator[str]:
        yield from argument.premises
        if argument.target in self._home:
            yield argument.target

    def _others_in(self, file: str) -> dict[str, None]:
        """Return the claims of others that a file names, in the order in which it does."""
        theses = self._map.theses if file == self._own else ()
        arguments = self._arguments.get(file, ())
        bearing = (name for one in arguments for name in self._named_by(one))
        contradicted = (o for claim in self._claims.get(file, ()) for o in claim.contradicts)
        named = (*theses, *bearing, *contradicted)
        return dict.fromkeys(name for name in named if self._home[name] != file)

    def part(self, file: MapModule) -> MapPart:
        """Return one of the files as a map."""
        claims, arguments = self._claims.get(file.file, []), self._arguments.get(file.file, [])
        others = self._others_in(file.file)
        # What is said of claims of other files comes first, with the claims that say it.
        stubs = [Claim(name, self._map.claims_by_id[name].text) for name in others]
        made = replace(
            self._map, claims=(*stubs, *claims), arguments=tuple(arguments), theses=(), files=()
        )
        if file.file == self._own:
            made = replace(made, theses=self._map.theses)
        else:
            theses = self._theses(claims, arguments)
            made = replace(made, theses=theses, title=file.title, description=file.description)
        included = [self._goals[one] for one in file.includes or () if one in self.kept]
        return MapPart(
            file.file,
            self._own,
            made,
            Others(
                included=tuple(f"{goal}.yaml" for goal in included),
                claims=frozenset(others),
                named=self._named,
            ),
        )

    def _theses(self, claims: list[Claim], arguments: list[Argument]) -> tuple[str, ...]:
        """Return what a file argues for by itself, and what it holds for others."""
        targets = {one.target for one in arguments}
        premises = {premise for one in arguments for premise in one.premises}
        told = (targets | self._named) - premises
        return tuple(claim.id for claim in claims if claim.id in told)


def _file(span: Span | None) -> str:
    return (span or at_start("")).file

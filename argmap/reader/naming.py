"""Drafts → their ids: the written ones first, then those derived from labels, texts and targets."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from argmap.diagnostics import Related
from argmap.document import Scalar
from argmap.faults import Fault, FaultLog, quoted
from argmap.identifiers import Names
from argmap.model import Polarity
from argmap.reader.drafts import ArgumentDraft, ClaimDraft, Drafts, Reference
from argmap.reader.scopes import Scopes
from argmap.source import Span
from argmap.values import LONGEST_ID_PATH

Draft = ClaimDraft | ArgumentDraft


@dataclass(frozen=True, slots=True)
class Naming:
    """The id of every draft, and where each id is at home.

    In a map of several files `scopes` know which names are known where, and `meant` has what an id
    means in a file, by the file and the id, where it was derived there and is taken.
    """

    ids: dict[Draft, str] = field(default_factory=dict)
    claim_ids: dict[str, ClaimDraft] = field(default_factory=dict)
    argument_ids: dict[str, ArgumentDraft] = field(default_factory=dict)
    meant: dict[tuple[str, str], str] = field(default_factory=dict)
    scopes: Scopes | None = None

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Return what stands before the ids of each file, by its name in findings."""
        return self.scopes.prefixes if self.scopes else {}

    def id_of(self, name: Scalar) -> str:
        """Return the id that is meant where one is written, known or not."""
        return self.meaning(name.span.file, name.value)

    def meaning(self, file: str, name: str) -> str:
        """Return the id that a name would mean in a file, known or not."""
        if self.scopes is None:
            return name
        if (file, name) in self.meant:
            return self.meant[file, name]
        found = list(self.scopes.meanings(file, name))
        ids = (one for one in found if one in self.claim_ids or one in self.argument_ids)
        return next(ids, found[0])

    def known_in(self, file: str) -> Iterable[str]:
        """Return the ids of claims that are known in a file, as they are written there."""
        if self.scopes is None:
            return self.claim_ids
        return tuple(self.scopes.known_in(file, self.claim_ids))


class Part(Protocol):
    """What is written in one file of a map, by its name in findings."""

    @property
    def name(self) -> str:
        """Return what the file is called in findings."""

    @property
    def drafts(self) -> Drafts:
        """Return what is written in it."""

    @property
    def is_included(self) -> bool:
        """Return whether it is not the file of the map itself."""


def names_of(files: Sequence[Part], *, log: FaultLog, scopes: Scopes | None = None) -> Naming:
    """Return an id for every claim and argument, and report written ids that occur twice.

    A file comes before those that it includes, and keeps the ids that it has alone.
    """
    naming = Naming(scopes=scopes)
    written = [_written_ids(file.drafts) for file in files]
    _name_all(files, written, naming, lambda one: naming.id_of(one.name), log=log)
    return naming


def names_with(files: Sequence[Part], before: Naming, others: Mapping[Draft, str]) -> Naming:
    """Return the ids of a map if drafts had `others` in their files, and references followed them.

    `before` are those that they have now.
    """
    naming = Naming(scopes=before.scopes)

    def named(reference: Reference) -> str:
        own = before.claim_ids.get(before.id_of(reference.name))
        return naming.id_of(reference.name) if own is None else naming.ids[own]

    written = [_written_ids(file.drafts) for file in files]
    for file, ids in zip(files, written, strict=True):
        drafts: tuple[Draft, ...] = (*file.drafts.claims, *file.drafts.arguments)
        for draft in (one for one in drafts if one in others):
            own = draft.written_id
            ids[draft] = (others[draft], own.span if own is not None else draft.span)
    _name_all(files, written, naming, named, log=FaultLog())
    return naming


def _name_all(
    files: Sequence[Part],
    written: Sequence[Mapping[Draft, tuple[str, Span]]],
    naming: Naming,
    named: Callable[[Reference], str],
    *,
    log: FaultLog,
) -> None:
    """Give ids to all claims, and then to the arguments, which are named after their targets."""
    homes = dict[str, Span]()
    prefixes = [naming.prefixes.get(file.name, "") for file in files]
    for one, prefix in zip(written, prefixes, strict=True):
        _take_written_ids(_prefixed(one, prefix, log), naming, homes, log=log)
    names = Names((*naming.claim_ids, *naming.argument_ids))
    for file, own, prefix in zip(files, written, prefixes, strict=True):
        alone = Names(name for name, _ in own.values()) if file.is_included else None
        for claim, name in _name_claims(file.drafts, naming, names, own, prefix=prefix):
            wanted = alone.claim(claim.label, claim.text) if alone else name
            if prefix + wanted != name:
                naming.meant[file.name, wanted] = name
    for file, own in zip(files, written, strict=True):
        _name_arguments(file.drafts, naming, names, own, named)


def _written_ids(drafts: Drafts) -> dict[Draft, tuple[str, Span]]:
    """Return the ids that are written, and where."""
    nodes: list[Draft] = [*drafts.claims, *drafts.arguments]
    found = [(draft, draft.written_id) for draft in nodes]
    return {draft: (one.value, one.span) for draft, one in found if one is not None}


def _prefixed(
    written: Mapping[Draft, tuple[str, Span]], prefix: str, log: FaultLog
) -> Mapping[Draft, tuple[str, Span]]:
    """Return written ids with what stands before them in the whole map; report those too long."""
    if not prefix:
        return written
    for name, span in written.values():
        if len(prefix) + len(name) > LONGEST_ID_PATH:
            message = "this id is too long behind the names of the files that lead to it"
            log.report(Fault.TOO_DEEP, span, message)
    return {
        draft: ((prefix + name)[:LONGEST_ID_PATH].rstrip("/"), span)
        for draft, (name, span) in written.items()
    }


def _take_written_ids(
    written: Mapping[Draft, tuple[str, Span]],
    naming: Naming,
    homes: dict[str, Span],
    *,
    log: FaultLog,
) -> None:
    for draft, (name, span) in sorted(written.items(), key=lambda pair: pair[1][1].start):
        naming.ids[draft] = name
        if name in homes:
            message = f"the id {quoted(name)} is given twice"
            related = (Related(homes[name], "it is given here already"),)
            advice = "give one of them another id; to use the same claim again, write “ref: ID”"
            log.report(Fault.DUPLICATE_ID, span, message, related=related, help=advice)
            continue
        homes[name] = span
        if isinstance(draft, ClaimDraft):
            naming.claim_ids[name] = draft
        else:
            naming.argument_ids[name] = draft


def _name_claims(
    drafts: Drafts, naming: Naming, names: Names, written: Collection[Draft], *, prefix: str = ""
) -> Iterator[tuple[ClaimDraft, str]]:
    """Give ids to the claims that have none written, and yield these claims with them."""
    for claim in drafts.claims:
        if claim not in written:
            name = names.claim(claim.label, claim.text, prefix=prefix)
            naming.ids[claim] = name
            naming.claim_ids[name] = claim
            yield claim, name


def _name_arguments(
    drafts: Drafts,
    naming: Naming,
    names: Names,
    written: Collection[Draft],
    named: Callable[[Reference], str],
) -> None:
    """Name arguments by ordinals, which follow the model: those for a target, then those against.

    Targets come before what bears on them, because a derived id is made from the target's.
    """
    on_claims: dict[str, list[ArgumentDraft]] = {}
    on_arguments: dict[ArgumentDraft, list[ArgumentDraft]] = {}
    for argument in drafts.arguments:
        target = argument.target
        if isinstance(target, ArgumentDraft):
            on_arguments.setdefault(target, []).append(argument)
        else:
            name = named(target) if isinstance(target, Reference) else naming.ids[target]
            on_claims.setdefault(name, []).append(argument)
    queue = list(on_claims.items())
    while queue:
        name, bearing = queue.pop()
        ordered = sorted(bearing, key=lambda a: a.polarity is Polarity.ATTACK)
        for ordinal, argument in enumerate(ordered, start=1):
            if argument not in written:
                own = names.argument(name, ordinal)
                naming.ids[argument] = own
                naming.argument_ids[own] = argument
            if argument in on_arguments:
                queue.append((naming.ids[argument], on_arguments[argument]))

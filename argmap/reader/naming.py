"""Drafts → their ids: the written ones first, then those derived from labels, texts and targets."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.diagnostics import Related
from argmap.document import Scalar
from argmap.faults import Fault, FaultLog, quoted
from argmap.identifiers import Names
from argmap.model import Polarity
from argmap.reader.drafts import ArgumentDraft, ClaimDraft, Drafts, Reference
from argmap.reader.map_file import MapFile
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
        if self.scopes is None:
            return name.value
        file = name.span.file
        if (file, name.value) in self.meant:
            return self.meant[file, name.value]
        found = list(self.scopes.meanings(file, name.value))
        ids = (one for one in found if one in self.claim_ids or one in self.argument_ids)
        return next(ids, found[0])

    def known_in(self, file: str) -> Iterable[str]:
        """Return the ids of claims that are known in a file, as they are written there."""
        if self.scopes is None:
            return self.claim_ids
        return tuple(self.scopes.known_in(file, self.claim_ids))


def names_of(files: Sequence[MapFile], *, log: FaultLog, scopes: Scopes | None = None) -> Naming:
    """Return an id for every claim and argument, and report written ids that occur twice.

    A file comes before those that it includes, and keeps the ids that it has alone.
    """
    naming, homes = Naming(scopes=scopes), dict[str, Span]()
    prefixes = [naming.prefixes.get(file.name, "") for file in files]
    written = [_written_ids(file.drafts) for file in files]
    for one, prefix in zip(written, prefixes, strict=True):
        _take_written_ids(_prefixed(one, prefix, log), naming, homes, log=log)
    names = Names((*naming.claim_ids, *naming.argument_ids))
    for file, own, prefix in zip(files, written, prefixes, strict=True):
        alone = Names(name for name, _ in own.values()) if file.is_included else None
        for claim, name in _name_claims(file.drafts, naming, names, own, prefix=prefix):
            wanted = alone.claim(claim.label, claim.text) if alone else name
            if prefix + wanted != name:
                naming.meant[file.name, wanted] = name
        _name_arguments(file.drafts, naming, names, own, lambda one: naming.id_of(one.name))
    return naming


def names_with(drafts: Drafts, before: Naming, draft: Draft, name: str) -> Naming:
    """Return the ids of a map of one file if a draft had this one, and references followed it.

    `before` are those that they have now.
    """
    span = draft.written_id.span if draft.written_id is not None else draft.span
    written = {**_written_ids(drafts), draft: (name, span)}
    naming = Naming()

    def named(reference: Reference) -> str:
        own = before.claim_ids.get(reference.name.value)
        return reference.name.value if own is None else naming.ids[own]

    _take_written_ids(written, naming, {}, log=FaultLog())
    names = Names((*naming.claim_ids, *naming.argument_ids))
    for _ in _name_claims(drafts, naming, names, written):
        pass
    _name_arguments(drafts, naming, names, written, named)
    return naming


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

"""Drafts → their ids: the written ones first, then those derived from labels, texts and targets."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.diagnostics import Related
from argmap.document import Scalar
from argmap.faults import Fault, FaultLog, quoted
from argmap.identifiers import Names
from argmap.model import Polarity
from argmap.reader.drafts import ArgumentDraft, ClaimDraft, Drafts, Reference
from argmap.reader.map_file import MapFile
from argmap.source import Span

Draft = ClaimDraft | ArgumentDraft


@dataclass(frozen=True, slots=True)
class Naming:
    """The id of every draft, and where each id is at home.

    `meant` has what an id means in a file, by the file and the id, where it is another id of the
    whole map: one that was derived there and is taken.
    """

    ids: dict[Draft, str] = field(default_factory=dict)
    claim_ids: dict[str, ClaimDraft] = field(default_factory=dict)
    argument_ids: dict[str, ArgumentDraft] = field(default_factory=dict)
    meant: dict[tuple[str, str], str] = field(default_factory=dict)

    def id_of(self, name: Scalar) -> str:
        """Return the id that is meant where one is written, known or not."""
        return self.meant.get((name.span.file, name.value), name.value)


def names_of(files: Sequence[MapFile], *, log: FaultLog) -> Naming:
    """Return an id for every claim and argument, and report written ids that occur twice.

    A file comes before those that it includes, and keeps the ids that it has alone.
    """
    naming, homes = Naming(), dict[str, Span]()
    written = [_written_ids(file.drafts) for file in files]
    for one in written:
        _take_written_ids(one, naming, homes, log=log)
    names = Names((*naming.claim_ids, *naming.argument_ids))
    for file, own in zip(files, written, strict=True):
        alone = Names(name for name, _ in own.values()) if file.is_included else None
        for claim, name in _name_claims(file.drafts, naming, names, own):
            wanted = alone.claim(claim.label, claim.text) if alone else name
            if wanted != name:
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
    drafts: Drafts, naming: Naming, names: Names, written: Collection[Draft]
) -> Iterator[tuple[ClaimDraft, str]]:
    """Give ids to the claims that have none written, and yield these claims with them."""
    for claim in drafts.claims:
        if claim not in written:
            name = names.claim(claim.label, claim.text)
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

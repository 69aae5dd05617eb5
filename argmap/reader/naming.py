"""Drafts → their ids: the written ones first, then those derived from labels, texts and targets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.diagnostics import Related
from argmap.document import Scalar
from argmap.faults import Fault, FaultLog, quoted
from argmap.identifiers import Names
from argmap.model import Polarity
from argmap.reader.drafts import ArgumentDraft, ClaimDraft, Drafts, Reference
from argmap.reader.map_file import MapFile
from argmap.source import Span


@dataclass(frozen=True, slots=True)
class Naming:
    """The id of every draft, and where each id is at home.

    `meant` has what an id means in a file, by the file and the id, where it is another id of the
    whole map: one that was derived there and is taken.
    """

    ids: dict[ClaimDraft | ArgumentDraft, str] = field(default_factory=dict)
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
    for file in files:
        _take_written_ids(file.drafts, naming, homes, log=log)
    names = Names((*naming.claim_ids, *naming.argument_ids))
    for file in files:
        _name_claims(file, naming, names)
        _name_arguments(file.drafts, naming, names)
    return naming


def _take_written_ids(
    drafts: Drafts, naming: Naming, homes: dict[str, Span], *, log: FaultLog
) -> None:
    for draft, written in _written_ids(drafts):
        name = written.value
        naming.ids[draft] = name
        if name in homes:
            message = f"the id {quoted(name)} is given twice"
            related = (Related(homes[name], "it is given here already"),)
            advice = "give one of them another id; to use the same claim again, write “ref: ID”"
            log.report(Fault.DUPLICATE_ID, written.span, message, related=related, help=advice)
            continue
        homes[name] = written.span
        if isinstance(draft, ClaimDraft):
            naming.claim_ids[name] = draft
        else:
            naming.argument_ids[name] = draft


def _name_claims(file: MapFile, naming: Naming, names: Names) -> None:
    alone = Names(one.value for _, one in _written_ids(file.drafts)) if file.is_included else None
    for claim in file.drafts.claims:
        if claim.written_id is None:
            name = names.claim(claim.label, claim.text)
            naming.ids[claim] = name
            naming.claim_ids[name] = claim
            wanted = alone.claim(claim.label, claim.text) if alone else name
            if wanted != name:
                naming.meant[file.name, wanted] = name


def _written_ids(drafts: Drafts) -> list[tuple[ClaimDraft | ArgumentDraft, Scalar]]:
    nodes: list[ClaimDraft | ArgumentDraft] = [*drafts.claims, *drafts.arguments]
    found = [(draft, draft.written_id) for draft in nodes]
    written = [(draft, scalar) for draft, scalar in found if scalar is not None]
    return sorted(written, key=lambda pair: pair[1].span.start)


def _name_arguments(drafts: Drafts, naming: Naming, names: Names) -> None:
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
            name = (
                naming.id_of(target.name) if isinstance(target, Reference) else naming.ids[target]
            )
            on_claims.setdefault(name, []).append(argument)
    queue = list(on_claims.items())
    while queue:
        name, bearing = queue.pop()
        ordered = sorted(bearing, key=lambda a: a.polarity is Polarity.ATTACK)
        for ordinal, argument in enumerate(ordered, start=1):
            if argument.written_id is None:
                own = names.argument(name, ordinal)
                naming.ids[argument] = own
                naming.argument_ids[own] = argument
            if argument in on_arguments:
                queue.append((naming.ids[argument], on_arguments[argument]))

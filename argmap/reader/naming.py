"""Drafts → their ids: the written ones first, then those derived from labels, texts and targets."""

from dataclasses import dataclass, field

from argmap.diagnostics import Related
from argmap.document import Scalar
from argmap.faults import Fault, FaultLog, quoted
from argmap.identifiers import Names
from argmap.model import Polarity
from argmap.reader.drafts import ArgumentDraft, ClaimDraft, Drafts, Reference
from argmap.source import Span


@dataclass(frozen=True, slots=True)
class Naming:
    """The id of every draft, and where each id is at home."""

    ids: dict[ClaimDraft | ArgumentDraft, str] = field(default_factory=dict)
    claim_ids: dict[str, ClaimDraft] = field(default_factory=dict)
    argument_ids: dict[str, ArgumentDraft] = field(default_factory=dict)


def names_of(drafts: Drafts, *, log: FaultLog) -> Naming:
    """Return an id for every claim and argument, and report written ids that occur twice."""
    naming = Naming()
    _take_written_ids(drafts, naming, log=log)
    names = Names((*naming.claim_ids, *naming.argument_ids))
    for claim in drafts.claims:
        if claim.written_id is None:
            name = names.claim(claim.label, claim.text)
            naming.ids[claim] = name
            naming.claim_ids[name] = claim
    _name_arguments(drafts, naming, names)
    return naming


def _take_written_ids(drafts: Drafts, naming: Naming, *, log: FaultLog) -> None:
    homes: dict[str, Span] = {}
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
            name = target.name.value if isinstance(target, Reference) else naming.ids[target]
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

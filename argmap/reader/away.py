"""Claims that are argued in another map: where they are at home, and what may not bear on them."""

from collections.abc import Iterable, Mapping

from argmap.diagnostics import Related
from argmap.document import Mapping as MappingNode
from argmap.document import Scalar
from argmap.faults import Fault, FaultLog, quoted
from argmap.grammar import HOME
from argmap.model import Home, Polarity
from argmap.reader.drafts import ClaimDraft
from argmap.reader.fields import Fields, fields_of
from argmap.source import Span
from argmap.weighing import Standing

# What weighs a claim, and has no meaning where it is not weighed.
_WEIGHING = ("status", "given", "credence", "standard", "contradicts")


def home_of(fields: Fields, *, log: FaultLog) -> Home | None:
    """Return the map in which a claim is argued, if it is another one; report what weighs it."""
    node = fields.nodes.get("home")
    if node is None:
        return None
    name, verdict = node if isinstance(node, Scalar) else None, None
    if isinstance(node, MappingNode):
        own = fields_of(node, HOME, log=log)
        name, verdict = own.scalar("map"), own.text("verdict")
    for key in _WEIGHING:
        at = fields.span_of(key)
        if at is not None:
            message = f"“{key}” changes nothing: the claim is argued in another map"
            advice = f"remove it, or “home”{'' if verdict else ', under which “verdict” may stand'}"
            log.report(Fault.ARGUED_ELSEWHERE, at, message, help=advice)
    if name is None:
        return None
    return Home(name.value, Standing(verdict) if verdict else Standing.STANDS)


def report_argument(
    name: str, home: ClaimDraft, polarity: Polarity, span: Span, *, log: FaultLog
) -> None:
    """Report an argument for or against a claim that is at home elsewhere."""
    speaks = "for" if polarity is Polarity.SUPPORT else "against"
    message = f"{quoted(name)} is argued in another map, so nothing can speak {speaks} it here"
    advice = "remove its “home”, or what bears on it here"
    if home.sealed is not None and home.sealed.home is not None:
        place = home.sealed.home.map
        message = f"{quoted(name)} is argued in {place}, so nothing can speak {speaks} it here"
        advice = f"write this in {place}, or include that file without “sealed: true”"
    related = (Related(home.span, "it is at home here"),)
    log.report(Fault.ARGUED_ELSEWHERE, span, message, related=related, help=advice)


def without_away(
    written: Iterable[tuple[Scalar, str]], homes: Mapping[str, ClaimDraft], *, log: FaultLog
) -> tuple[str, ...]:
    """Return the ids of what a claim contradicts, where it is written; report what is away."""
    kept = []
    for scalar, id in written:
        home = homes[id]
        if not home.is_away:
            kept.append(id)
            continue
        message = f"{quoted(scalar.value)} is argued in another map, so nothing here contradicts it"
        advice = (
            "where this claim should fall because that one stands, write that one as its "
            f"rebuttal: “rebuttals: [ref: {scalar.value}]”"
        )
        related = (Related(home.span, "it is at home here"),)
        log.report(Fault.ARGUED_ELSEWHERE, scalar.span, message, related=related, help=advice)
    return tuple(kept)

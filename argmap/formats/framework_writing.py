"""What of a map fits into an abstract framework, and what is lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model import Argument, ArgumentMap, Claim, Polarity


@dataclass(frozen=True, slots=True)
class Framework:
    """The claims of a map, and who attacks whom, each pair once, with the label if it has one."""

    claims: tuple[Claim, ...]
    attacks: dict[tuple[str, str], str | None]


def framework_of(a_map: ArgumentMap) -> Framework:
    """Return the framework in a map: attacks of one claim on another, contradictions as two."""
    attacks: dict[tuple[str, str], str | None] = {}
    for argument in a_map.arguments:
        if _fits(a_map, argument):
            attacks.setdefault((argument.premises[0], argument.target), argument.label)
    for claim in a_map.claims:
        for other in claim.contradicts:
            attacks.setdefault((claim.id, other), None)
            attacks.setdefault((other, claim.id), None)
    return Framework(a_map.claims, attacks)


def losses_in(a_map: ArgumentMap, *, texts: bool, labels: bool) -> Iterator[str]:
    """Yield a sentence on each kind of thing that a framework cannot hold.

    `texts` says whether the notation keeps the texts of claims, `labels` those of attacks.
    """
    claims, arguments = a_map.claims, a_map.arguments
    kept = [one for one in arguments if _fits(a_map, one)]
    supports = sum(one.polarity is Polarity.SUPPORT for one in arguments)
    attacks = [one for one in arguments if one.polarity is Polarity.ATTACK]
    undercuts = sum(_on_step(a_map, one) for one in attacks)
    linked = len(attacks) - undercuts - len(kept)
    counts = (
        (supports, "argument", "in support: a framework only has attacks"),
        (undercuts, "undercut", "of another argument's step"),
        (linked, "attack", "with several premises"),
        (sum(a.strength is not None for a in kept), "strength", "of an attack"),
        (0 if labels else sum(a.label is not None for a in kept), "label", "of an attack"),
        (sum(bool(a.scheme or a.citations or a.tags or a.note) for a in kept), "attack", _REST),
        (0 if texts else sum(c.text != c.id for c in claims), "text", "of a claim, but for its id"),
        (sum(c.status is not None or c.credence is not None for c in claims), "claim", _STANDING),
        (sum(_has_more(claim) for claim in claims), "claim", _REST),
        (len(a_map.sources), "source", ""),
        (len(a_map.expectations), "expectation", ""),
        (len(a_map.theses), "thesis", "that is marked as one"),
    )
    for count, what, more in counts:
        if count:
            plural = "theses" if what == "thesis" else f"{what}s"
            yield f"Left out: {count} {what if count == 1 else plural} {more}".rstrip() + "."
    if a_map.title is not None or a_map.description is not None:
        yield "Left out: the title and the description of the map."


_REST = "with a scheme, source, tag, note or the like, of which only the bare part is kept"
_STANDING = "with a status or credence, which is now like any other"


def _fits(a_map: ArgumentMap, argument: Argument) -> bool:
    return (
        argument.polarity is Polarity.ATTACK
        and len(set(argument.premises)) == 1
        and not _on_step(a_map, argument)
    )


def _on_step(a_map: ArgumentMap, argument: Argument) -> bool:
    return argument.target not in a_map.claims_by_id


def _has_more(claim: Claim) -> bool:
    return bool(
        claim.label or claim.citations or claim.tags or claim.group or claim.link or claim.note
    )

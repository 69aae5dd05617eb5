"""What of a map fits into an abstract framework, and what is lost."""

from dataclasses import dataclass

from argmap.formats.losses import Losses, kept
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


def losses_in(a_map: ArgumentMap, *, notation: str, keeps: frozenset[str]) -> Losses:
    """Return what a framework in a notation cannot hold of a map.

    `keeps` names the PARTS that the notation keeps beside the shape; “claim.text” may be among
    them.
    """
    losses = Losses(notation)
    kept(a_map, keeps=keeps, losses=losses)
    for argument in a_map.arguments:
        if argument.polarity is Polarity.SUPPORT:
            losses.drop("arguments in support", "map", argument.span)
        elif _on_step(a_map, argument):
            losses.drop("attacks on the step of an argument", "map", argument.span)
        elif not _fits(a_map, argument):
            losses.drop("attacks with several premises", "map", argument.span)
    if "claim.text" not in keeps:
        for claim in a_map.claims:
            if claim.text != claim.id:
                losses.drop("text beside the name", "claim", claim.span)
    return losses


def _fits(a_map: ArgumentMap, argument: Argument) -> bool:
    return (
        argument.polarity is Polarity.ATTACK
        and len(set(argument.premises)) == 1
        and not _on_step(a_map, argument)
    )


def _on_step(a_map: ArgumentMap, argument: Argument) -> bool:
    return argument.target not in a_map.claims_by_id

"""Claims that Carneades itself labels otherwise than a map, told as a loss."""

from collections.abc import Mapping

from argmap.evaluation.grounded.labelling import evaluate
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap, Claim, Label

# How many claims of one kind are named.
MOST_NAMED = 100
_THERE = {Label.ACCEPTED: "in", Label.REJECTED: "out", Label.UNDECIDED: "undecided"}


def tell_differences(a_map: ArgumentMap, there: Mapping[str, Label], losses: Losses) -> None:
    """Note the claims whose verdict is not the label that they have `there`, by their ids."""
    here: Mapping[str, Label] = {
        name: verdict.label for name, verdict in evaluate(a_map).claims.items()
    }
    kinds: dict[tuple[Label, Label], list[Claim]] = {}
    for claim in a_map.claims:
        label = there.get(claim.id)
        if label not in (None, here[claim.id]):
            kinds.setdefault((label, here[claim.id]), []).append(claim)
    for (label, verdict), claims in kinds.items():
        names = ", ".join(f"[{claim.id}]" for claim in claims[:MOST_NAMED])
        if len(claims) > MOST_NAMED:
            names = f"{names} and {len(claims) - MOST_NAMED:,} more"
        number = "a claim is" if len(claims) == 1 else f"{len(claims):,} claims are"
        told = f"{number} {_THERE[label]} by Carneades’ rules, but {verdict.value} here: {names}"
        losses.say(told, claims[0].span)

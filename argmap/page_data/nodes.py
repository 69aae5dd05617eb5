"""Claims and arguments as data: what they say, how they stand, and what they bear on."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.drawing.showing import Showing
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.page_data.sources import citations
from argmap.page_data.verdicts import Verdicts


@dataclass(frozen=True)
class Nodes:
    """How the claims and arguments of a map are told; `depths` has the depth of each by its id."""

    showing: Showing
    verdicts: Verdicts
    depths: Mapping[str, int]

    def claim(self, claim: Claim) -> dict[str, object]:
        """Return a claim with everything that is known of it."""
        view, a_map, degrees = self.showing.view, self.showing.map, self.showing.degrees
        return {
            "id": claim.id,
            "text": claim.text,
            "label": claim.label,
            "role": self.showing.roles[claim.id],
            "depth": self.depths[claim.id],
            **self.verdicts.of(claim.id),
            "degree": None if degrees is None else round(degrees[claim.id], 6),
            "status": claim.status,
            "given": claim.given,
            "credence": claim.credence,
            "standard": claim.standard,
            "unstated": claim.unstated,
            "home": claim.home and {"map": claim.home.map, "verdict": claim.home.verdict},
            "question": claim.question,
            "tags": list(claim.tags),
            "group": claim.group,
            "link": claim.link,
            "note": claim.note,
            "arguments": [one.id for one in a_map.arguments_on(claim.id)],
            "serves": [one.id for one in dict.fromkeys(a_map.uses_of(claim.id))],
            "contradicts": list(a_map.contradictions_of(claim.id)),
            "citations": citations(claim),
            "hidden_below": view.hidden_below.get(claim.id, 0),
            "hidden_above": view.hidden_above.get(claim.id, 0),
            "goes_on": [onward._asdict() for onward in view.onward.get(claim.id, ())],
            "only_named": claim.id in view.named,
        }

    def argument(self, argument: Argument) -> dict[str, object]:
        """Return an argument with everything that is known of its step."""
        a_map = self.showing.map
        return {
            "id": argument.id,
            "kind": relation(a_map, argument),
            "polarity": argument.polarity,
            "premises": list(dict.fromkeys(argument.premises)),
            "target": argument.target,
            "label": argument.label,
            "depth": self.depths[argument.id],
            **self.verdicts.of(argument.id),
            "fails": self.showing.fails(argument),
            "strength": argument.strength,
            "scheme": argument.scheme,
            "value": argument.value,
            "question": argument.question,
            "tags": list(argument.tags),
            "note": argument.note,
            "arguments": [one.id for one in a_map.arguments_on(argument.id)],
            "citations": citations(argument),
            "hidden_premises": self.showing.view.companions.get(argument.id, 0),
        }


def relation(a_map: ArgumentMap, argument: Argument) -> str:
    """Return what an argument does to its target: support, rebut, undercut or backing."""
    supports = argument.polarity is Polarity.SUPPORT
    if argument.target in a_map.arguments_by_id:
        return "backing" if supports else "undercut"
    return "support" if supports else "rebut"

"""What there is to see in one part of a map."""

from collections.abc import Mapping
from dataclasses import replace

from argmap.parts.part import Part
from argmap.style import Style
from argmap.view import View


def view_of_part(view: View, part: Part) -> View:
    """Return the view of a part of what another view shows; time is linear in the part."""
    a_map = view.map
    shown = set(part.claims)
    claims = tuple(
        replace(claim, contradicts=tuple(one for one in claim.contradicts if one in shown))
        if claim.contradicts
        else claim
        for claim in (a_map.claims_by_id[name] for name in part.claims)
    )
    steps = {
        name: replace(a_map.arguments_by_id[name], premises=premises)
        for name, premises in part.steps.items()
    }
    title = part.title if part.number else a_map.title
    return View(
        replace(
            a_map,
            claims=claims,
            arguments=tuple(steps.values()),
            theses=part.roots if part.number else tuple(t for t in a_map.theses if t in shown),
            title=title,
            audiences=(),
            expectations=(),
            style=Style(),
        ),
        view.whole,
        hidden_below=_of(view.hidden_below, part),
        hidden_above=_of(view.hidden_above, part),
        companions={
            name: hidden
            for name, step in steps.items()
            if (hidden := len(view.whole.arguments_by_id[name].premises) - len(step.premises))
        },
        onward=part.onward,
        trail=part.trail,
        named=part.named,
    )


def _of(counts: Mapping[str, int], part: Part) -> dict[str, int]:
    """Return the counts for the claims that a part shows."""
    return {name: counts[name] for name in part.claims if name in counts}

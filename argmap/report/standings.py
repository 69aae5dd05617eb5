"""Degrees of acceptance and credences, for people and for programs."""

import math
from collections.abc import Iterator, Mapping, Sequence

from argmap.evaluation.graded.credence import CREDENCE, Credences
from argmap.evaluation.graded.degrees import Degrees
from argmap.evaluation.graded.unused import unused_credences
from argmap.evaluation.verdicts import Evaluation
from argmap.evaluation.wording import VERBS, cited
from argmap.model import ArgumentMap, Status
from argmap.weighing import DEGREES, Standing

BAR = 10
MOST_NAMED = 5
# Less is no difference between two numbers as they are shown.
_HAIR = 0.005


def degrees_text(a_map: ArgumentMap, semantics: str, degrees: Mapping[str, float]) -> Iterator[str]:
    """Yield what the numbers say, then a line for each claim, with a number and a bar."""
    if semantics == CREDENCE:
        yield "How probable it is that each claim stands:"
    else:
        yield f"How well each claim holds, from 0 to 1, by “{semantics}”:"
    for claim in a_map.claims:
        # The bar is that of the number beside it.
        degree = round(degrees[claim.id], 2)
        filled = math.floor(degree * BAR + 0.5)
        bar = "█" * filled + "░" * (BAR - filled)
        yield f"{degree:.2f} {bar} {claim.name} [{claim.id}]"


def remark_on(found: Degrees | Credences) -> str:
    """Return how the numbers were found, in a sentence."""
    if isinstance(found, Credences):
        if found.exact:
            return _exactly(found)
        error = max(map(found.standard_error, found.claims), default=0.0)
        return (
            f"Estimated: {found.uncertain} claims or steps are uncertain, and {found.worlds} "
            "ways in which they can turn out were drawn at random, always the same ones; the "
            f"standard error is at most {error:.4f}."
        )
    if not found.circles:
        return "Nothing in the map leads in a circle, so one pass was enough."
    circles = f"The map has {found.circles} circle{'s' * (found.circles > 1)}"
    rounds = f"after {found.steps} round{'s' * (found.steps > 1)}" if found.steps else "at once"
    if found.converged:
        return f"{circles}; its numbers came to rest {rounds}."
    return (
        f"{circles}; its numbers were still moving {rounds}, by up to {found.residual:.1e} in a "
        "unit of time, so they are not exact."
    )


def _exactly(found: Credences) -> str:
    if not found.uncertain:
        return "Exact: nothing in the map is uncertain."
    if found.uncertain == 1:
        return "Exact: one claim or step is uncertain, and both ways it can turn out were weighed."
    return (
        f"Exact: {found.uncertain} claims or steps are uncertain, and all {found.worlds} ways in "
        "which they can turn out were weighed."
    )


def disagreement_text(
    a_map: ArgumentMap, degrees: Mapping[str, float], verdicts: Evaluation
) -> str | None:
    """Return that numbers and verdicts part, where something that stands has the lower number.

    Told are the claim that stands with the lowest number, a thesis before others, and the one
    that falls or is not shown with the highest; None is returned where there are no such two.
    """
    judged = [(degrees[one.id], one.id, verdicts.claims[one.id].standing) for one in a_map.claims]
    down = [one for one in judged if one[2] in (Standing.FALLS, Standing.NOT_SHOWN)]
    highest = max(down, key=lambda one: one[0], default=None)
    if highest is None:
        return None
    above, other, standing = highest
    lower = [one for one in judged if one[2] is Standing.STANDS and one[0] < above - _HAIR]
    if not lower:
        return None
    degree, name, _ = min(lower, key=lambda one: (one[1] not in a_map.theses, one[0]))
    return (
        f"Numbers are not verdicts: {cited(a_map, name)} stands, here with {degree:.2f}, and "
        f"{cited(a_map, other)} {VERBS[standing]}, here with {above:.2f}."
    )


def unused_credences_text(a_map: ArgumentMap, semantics: str) -> str | None:
    """Return a hint on credences that a semantics does not use, None where there are none."""
    unused = unused_credences(a_map, semantics)
    fixed = (Status.CERTAIN, Status.REJECTED)
    settled = [name for name in unused if a_map.claims_by_id[name].status in fixed]
    others = [name for name in unused if name not in settled]
    told = []
    if others and semantics in DEGREES:
        told.append(
            f"hint: the credence of {_some(others)} is not used: with “{semantics}” a claim that "
            "has arguments stands as they do; “df-quad” starts from it."
        )
    elif others:
        told.append(
            f"hint: “{semantics}” does not use the credence of {_some(others)}; "
            f"{_what_uses(others, unused_credences(a_map, CREDENCE))}."
        )
    if settled:
        told.append(
            f"hint: the credence of {_some(settled)} is not used: what is certain or rejected "
            "does not move."
        )
    return "\n".join(told) or None


def _what_uses(credences: Sequence[str], unused_by_credence: Sequence[str]) -> str:
    """Return which semantics start from these credences, or from some of them."""
    used = [name for name in credences if name not in unused_by_credence]
    if len(used) == len(credences):
        return "“--semantics credence” and “--semantics df-quad” do"
    some = f", and “--semantics credence” uses that of {_some(used)}" if used else ""
    return f"“--semantics df-quad” does{some}"


def _some(ids: Sequence[str]) -> str:
    shown = [f"[{name}]" for name in ids[:MOST_NAMED]]
    left = len(ids) - len(shown)
    if left:
        shown.append(f"{left} more")
    *firsts, last = shown
    return f"{', '.join(firsts)} and {last}" if firsts else last


def degrees_json(semantics: str, found: Degrees | Credences) -> dict[str, object]:
    """Return degrees or credences as a JSON object."""
    extra: dict[str, object]
    if isinstance(found, Credences):
        extra = {"exact": found.exact, "uncertain": found.uncertain, "worlds": found.worlds}
        extra["standard_errors"] = {name: found.standard_error(name) for name in found.claims}
    else:
        names = ("circles", "steps", "residual", "converged")
        extra = {name: getattr(found, name) for name in names}
    return {
        "semantics": semantics,
        "claims": {name: {"degree": degree} for name, degree in found.claims.items()},
        "arguments": {name: {"degree": degree} for name, degree in found.arguments.items()},
        **extra,
    }

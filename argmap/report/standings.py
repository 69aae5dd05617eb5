"""Degrees of acceptance and credences, for people and for programs."""

from collections.abc import Iterator, Mapping, Sequence

from argmap.evaluation.graded.credence import CREDENCE, Credences
from argmap.evaluation.graded.degrees import Degrees
from argmap.evaluation.graded.unused import unused_credences
from argmap.evaluation.semantics import DEGREES
from argmap.model import ArgumentMap, Status

BAR = 10
MOST_NAMED = 5


def degrees_text(a_map: ArgumentMap, degrees: Mapping[str, float]) -> Iterator[str]:
    """Yield a line for each claim, with its degree as a number and as a bar."""
    for claim in a_map.claims:
        degree = degrees[claim.id]
        filled = round(degree * BAR)
        bar = "█" * filled + "░" * (BAR - filled)
        yield f"{degree:.2f} {bar} {claim.name} [{claim.id}]"


def remark_on(found: Degrees | Credences) -> str:
    """Return how the numbers were found, in a sentence."""
    if isinstance(found, Credences):
        if found.exact:
            return _exactly(found)
        error = max(map(found.standard_error, found.claims), default=0.0)
        return (
            f"Estimated from {found.worlds} random worlds with a fixed seed; "
            f"the standard error is at most {error:.4f}."
        )
    if not found.circles:
        return "One pass; the map has no circles."
    steps = f"after {found.steps} step{'s' * (found.steps > 1)}" if found.steps else "at once"
    came = "Came to rest" if found.converged else "Did not come to rest"
    return f"{came} {steps}; residual {found.residual:.1e}."


def _exactly(found: Credences) -> str:
    if not found.uncertain:
        return "Exact: nothing is uncertain."
    items = f"{found.uncertain} uncertain item{'s' * (found.uncertain > 1)}"
    return f"Exact: {items} in {found.worlds} worlds."


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

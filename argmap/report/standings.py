"""What stands by another semantics than the grounded one, for people and for programs."""

import math
from collections.abc import Iterator, Mapping, Sequence

from argmap.evaluation.graded.credence import CREDENCE, Credences
from argmap.evaluation.graded.degrees import Degrees
from argmap.evaluation.graded.unused import unused_credences
from argmap.evaluation.semantics import DEGREES
from argmap.evaluation.standpoints import Acceptability, Acceptances, Standpoint
from argmap.model import ArgumentMap, Label, Status

BAR = 10
MOST_NAMED = 5
_ROUNDED = 10**15


def acceptances_text(
    a_map: ArgumentMap, found: Acceptances, count: int | None, listed: Sequence[Standpoint]
) -> Iterator[str]:
    """Yield the lines on standpoints: each claim with “all”, “some” or “none” of them.

    `count` is None where there are too many to count in time.
    """
    noun = "labelling" if count == 1 else "labellings"
    how_many = "very many" if count is None else in_figures(count) if count else "no"
    headline = f"{how_many} {found.semantics} {noun}"
    if not found.exists:
        yield f"{headline}: every standpoint leaves something undecided"
        return
    yield headline
    yield ""
    for claim in a_map.claims:
        one = found.claims[claim.id]
        share = "all" if one.sceptical else "some" if one.credulous else "none"
        yield f"{share:<5} {claim.name} [{claim.id}]"
    if count == 1 or not listed:
        # Of a single one, what “all” accept is the whole.
        return
    yield ""
    disputed = [c.id for c in a_map.claims if not _is_settled(found, c.id)]
    for number, standpoint in enumerate(listed, start=1):
        accepted = [c for c in disputed if standpoint.claims[c] is Label.ACCEPTED]
        yield f"{number}. accepts {', '.join(accepted) or 'only what all of them accept'}"


def in_figures(count: int) -> str:
    """Return a number as people read it; of one with more than 15 digits only how large it is."""
    if count < _ROUNDED:
        return str(count)
    # Python refuses to write out numbers of thousands of digits.
    power = math.log10(count)
    tenths = int(10 ** (power % 1) * 10)
    return f"about {tenths / 10} × 10^{int(power)}"


def acceptability_text(
    a_map: ArgumentMap, semantics: str, claim: str, found: Acceptability
) -> Iterator[str]:
    """Yield whether all, some or no standpoints accept a claim, and one of each kind."""
    name = f"{a_map.claims_by_id[claim].name} [{claim}]"
    if not found.exists:
        yield f"{name}: there are no {semantics} labellings"
        return
    yield f"{name}: accepted in {found.share} of the {semantics} labellings"
    told = (("accepted in one with", found.witness), ("not accepted in one with", found.counter))
    for words, standpoint in told:
        if standpoint is not None and found.share == "some":
            both = (found.witness, found.counter)
            apart = [c for c in standpoint.claims if len({o.claims[c] for o in both if o}) > 1]
            stand = [f"[{c}]" for c in apart if standpoint.claims[c] is Label.ACCEPTED]
            yield f"   • {words} {', '.join(stand) or 'nothing else that sets them apart'}"


def acceptability_json(found: Acceptability) -> dict[str, object]:
    """Return the same as a JSON object, with the labels of the witness and the counterexample."""
    return {
        "exists": found.exists,
        "accepted_in": found.share,
        "witness": None if found.witness is None else dict(found.witness.claims),
        "counter": None if found.counter is None else dict(found.counter.claims),
    }


def _is_settled(found: Acceptances, claim: str) -> bool:
    return found.claims[claim].sceptical or not found.claims[claim].credulous


def acceptances_json(
    found: Acceptances, count: int | None, listed: Sequence[Standpoint]
) -> dict[str, object]:
    """Return acceptance in all and in some standpoints as a JSON object.

    A count that many programs could not read as a number stands there in figures, as a text.
    """
    return {
        "semantics": found.semantics,
        "count": count if count is None or count < _ROUNDED else in_figures(count),
        "claims": {name: _acceptance(one) for name, one in found.claims.items()},
        "arguments": {name: _acceptance(one) for name, one in found.arguments.items()},
        "labellings": [
            {"claims": dict(one.claims), "arguments": dict(one.arguments)} for one in listed
        ],
    }


def _acceptance(one: object) -> dict[str, bool]:
    return {name: getattr(one, name) for name in ("sceptical", "credulous")}


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

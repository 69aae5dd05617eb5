"""What the labellings of a map accept: what they share first, for people and for programs."""

import math
from collections.abc import Iterator, Sequence

from argmap.evaluation.coherent.standpoints import (
    Acceptability,
    Acceptance,
    Acceptances,
    Standpoint,
)
from argmap.model import ArgumentMap, Label

# What is said of each share of the labellings; what they share comes first.
_HEADINGS = {
    "accepted": ("stands in all of them", "stand in all of them"),
    "rejected": (
        "falls, or is not shown, in all of them",
        "fall, or are not shown, in all of them",
    ),
    "undecided": ("is undecided in all of them", "are undecided in all of them"),
    "none": ("stands in none of them", "stand in none of them"),
    "some": ("stands in some of them, not in others", "stand in some of them, not in others"),
    "some-or-all": (
        "stands in some of them; whether in all is not known",
        "stand in some of them; whether in all is not known",
    ),
    "not-all": (
        "does not stand in all of them; whether in some is not known",
        "do not stand in all of them; whether in some is not known",
    ),
    "unknown": (
        "is not settled: whether it stands in any of them is not known",
        "are not settled: whether they stand in any of them is not known",
    ),
}
_SHARES = {
    "all": "stands in all {} labellings",
    "none": "stands in none of the {} labellings",
    "some": "stands in some of the {} labellings, not in others",
    "some-or-all": "stands in some of the {} labellings; whether in all is not known",
    "not-all": "does not stand in all {} labellings; whether in some is not known",
    "unknown": "whether it stands in {} labellings is not known",
}
_ROUNDED = 10**15
_MOST_NAMED = 10


def acceptances_text(
    a_map: ArgumentMap, found: Acceptances, headline: str | None = None
) -> Iterator[str]:
    """Yield the claims that have the same label in all, then those on which labellings differ."""
    if found.exists is False:
        yield f"no {found.semantics} labellings: each would leave something undecided"
        return
    if found.exists is None:
        yield f"Whether there are {found.semantics} labellings is not known; if there are, then:"
    else:
        yield headline or f"{found.semantics.capitalize()} labellings"
    for key, (one, many) in _HEADINGS.items():
        ids = [claim for claim in found.claims if _key(found.claims[claim]) == key]
        if ids:
            yield ""
            yield f"1 claim {one}:" if len(ids) == 1 else f"{len(ids)} claims {many}:"
            yield from (f"  • {_named(a_map, claim)}" for claim in ids)


def _key(one: Acceptance) -> str:
    return one.share if one.shared is None else str(one.shared.value)


def listed_text(
    found: Acceptances, listed: Sequence[Standpoint], *, are_all: bool
) -> Iterator[str]:
    """Yield a line for each labelling: what it accepts of that on which they differ."""
    if are_all and len(listed) == 1:
        yield f"There is only one {found.semantics} labelling."
        return
    disputed = [name for name, one in found.claims.items() if one.share not in ("all", "none")]
    yield "What stands in each, besides what stands in all:"
    for number, standpoint in enumerate(listed, start=1):
        accepted = [c for c in disputed if standpoint.claims[c] is Label.ACCEPTED]
        told = ", ".join(f"[{name}]" for name in accepted) or "nothing more"
        yield f"{number}. {told}"
    if are_all:
        yield "There are no others."


def count_text(semantics: str, count: int) -> str:
    """Return how many labellings there are."""
    return f"{in_figures(count)} {semantics} labelling{'s' * (count != 1)}"


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
    name = _named(a_map, claim)
    if found.exists is False:
        yield f"{name}: there are no {semantics} labellings"
        return
    unless = "if there are any, " if found.exists is None and found.share != "unknown" else ""
    yield f"{name}: {unless}{_SHARES[found.share].format(semantics)}"
    if found.witness is None or found.counter is None:
        return
    here, there = found.witness.claims, found.counter.claims
    apart = [c for c in here if here[c] is not there[c] and c != claim]
    beside, instead = (
        [c for c in apart if labels[c] is Label.ACCEPTED] for labels in (here, there)
    )
    yield f"  • in one labelling it stands{_with(beside)}"
    there_instead = f"; there {_some(instead)} {_stand(instead)} instead" if instead else ""
    yield f"  • in another it does not{there_instead}"


def _with(beside: Sequence[str]) -> str:
    return f", and with it {_some(beside)}" if beside else ""


def _stand(ids: Sequence[str]) -> str:
    return "stands" if len(ids) == 1 else "stand"


def _some(ids: Sequence[str]) -> str:
    named = [f"[{name}]" for name in ids[:_MOST_NAMED]]
    left = len(ids) - len(named)
    return ", ".join(named) + (f" and {left} more" if left else "")


def acceptability_json(found: Acceptability) -> dict[str, object]:
    """Return the same as a JSON object, with the labels of the witness and the counter-labelling.

    What is not known, since the time was over, is null.
    """
    return {
        "exists": found.exists,
        "accepted_in": found.share,
        **_acceptance(found.acceptance),
        "witness": None if found.witness is None else dict(found.witness.claims),
        "counter": None if found.counter is None else dict(found.counter.claims),
        "out_of_time": found.is_cut,
    }


def acceptances_json(found: Acceptances, listed: Sequence[Standpoint]) -> dict[str, object]:
    """Return acceptance in all and in some standpoints as a JSON object, what they share first."""
    return {
        "semantics": found.semantics,
        "exists": found.exists,
        "shared": {
            label.value: [name for name, one in found.claims.items() if one.shared is label]
            for label in (Label.ACCEPTED, Label.REJECTED, Label.UNDECIDED)
        },
        "claims": {name: _acceptance(one) for name, one in found.claims.items()},
        "arguments": {name: _acceptance(one) for name, one in found.arguments.items()},
        "labellings": [
            {"claims": dict(one.claims), "arguments": dict(one.arguments)} for one in listed
        ],
    }


def count_json(count: int | None) -> int | str | None:
    """Return a count for JSON; one that many programs could not read as a number is a text."""
    return count if count is None or count < _ROUNDED else in_figures(count)


def _named(a_map: ArgumentMap, claim: str) -> str:
    return f"{a_map.claims_by_id[claim].name} [{claim}]"


def _acceptance(one: Acceptance) -> dict[str, object]:
    return {"sceptical": one.sceptical, "credulous": one.credulous}

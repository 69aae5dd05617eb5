"""Which verdicts another notation changes: what is written is read again, and judged.

A feature that is dropped may change what stands, and so may a rule that two notations do not
share; so verdicts are compared, whatever the reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Verdict
from argmap.evaluation.wording import VERBS
from argmap.faults import Fault
from argmap.formats import Format, notation_of
from argmap.formats.losses import EVERYTHING, MOST_PLACES, Writing
from argmap.model import ArgumentMap, Claim
from argmap.source import at_start
from argmap.values import one_line
from argmap.weighing import Standing

# How many claims of one kind are named.
MOST_NAMED = 100


def written_in(a_map: ArgumentMap, format: Format) -> Writing:
    """Return a map in a notation; among what is lost are the verdicts that are others there."""
    notation = notation_of(format)
    writing = notation.dumps(a_map)
    if not format.reads or notation.KEEPS == EVERYTHING:
        return writing
    found = notation.loads(writing.whole).map
    file = a_map.span.file if a_map.span else "<map>"
    changed = changed_verdicts(a_map, found, notation=format.title, file=file)
    return replace(writing, losses=(*writing.losses, *changed))


def changed_verdicts(
    a_map: ArgumentMap,
    found: ArgumentMap | None,
    *,
    notation: str,
    file: str = "<map>",
    told: Mapping[str, Verdict] | None = None,
) -> tuple[Diagnostic, ...]:
    """Return a warning for each kind of change, with the ids of the claims that it is true of.

    `found` is what `notation` holds of the map when it is read again; None where nothing can be.
    `told` are the verdicts that there were, those of the map itself where it is None.
    """
    if found is None:
        message = f"what is written in {notation} cannot be read again, so verdicts may differ"
        return (_warning(message, [], file),)
    before, after = told or evaluate(a_map).claims, evaluate(found).claims
    places = _Places(found)
    kinds: dict[tuple[Standing, Standing | None], list[Claim]] = {}
    for number, claim in enumerate(a_map.claims, start=1):
        standing = before[claim.id].standing
        standings = {after[name].standing for name in places.of(claim, number)}
        for other in sorted(standings - {standing}, key=list(Standing).index):
            kinds.setdefault((standing, other), []).append(claim)
        if not standings:
            kinds.setdefault((standing, None), []).append(claim)
    return tuple(
        _warning(_message(notation, *kind, claims), claims, file) for kind, claims in kinds.items()
    )


class _Places:
    """Where the claims of a map are in another one: by their ids, their words, or their number.

    Only the numbered arguments of frameworks have neither ids nor words.
    """

    def __init__(self, found: ArgumentMap) -> None:
        self._by_id: Mapping[str, Claim] = found.claims_by_id
        self._by_words: dict[str, list[str]] = {}
        for claim in found.claims:
            for words in {claim.text, claim.name}:
                self._by_words.setdefault(_folded(words), []).append(claim.id)

    def of(self, claim: Claim, number: int) -> Sequence[str]:
        """Return the ids of a claim in the other map; it is the one with that number in its own."""
        same = self._by_id.get(claim.id)
        if same is not None and _folded(same.text) in (_folded(claim.text), _folded(claim.id)):
            return (claim.id,)
        for words in (claim.text, claim.name):
            if found := self._by_words.get(_folded(words)):
                return found
        return self._by_words.get(str(number), ()) if same is None else (claim.id,)


def _folded(words: str) -> str:
    return one_line(words).casefold()


def _message(
    notation: str, before: Standing, after: Standing | None, claims: Sequence[Claim]
) -> str:
    names = ", ".join(f"[{claim.id}]" for claim in claims[:MOST_NAMED])
    if len(claims) > MOST_NAMED:
        names = f"{names} and {len(claims) - MOST_NAMED:,} more"
    number = "a claim" if len(claims) == 1 else f"{len(claims):,} claims"
    if after is None:
        return f"{number} cannot be found again in {notation}: {names}"
    has = "has" if len(claims) == 1 else "have"
    told = f"{VERBS[before]} → {VERBS[after]}"
    return f"{number} {has} another verdict when read from {notation} ({told}): {names}"


def _warning(message: str, claims: Sequence[Claim], file: str) -> Diagnostic:
    spans = [claim.span for claim in claims if claim.span is not None]
    related = tuple(Related(span, "and here") for span in spans[1 : 1 + MOST_PLACES])
    first = spans[0] if spans else at_start(file)
    return Diagnostic(Fault.LEFT_OUT, Severity.WARNING, first, message, related)

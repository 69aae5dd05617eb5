"""A map in numbers: how large and deep it is, its sides, its sources, and what it hangs on."""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, fields

from argmap.checks.rule import SourceText
from argmap.evaluation.deadline import ENDLESS, Deadline
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.cruxes import Crux, cruxes
from argmap.graph import contested, sides
from argmap.model import ArgumentMap, Polarity
from argmap.survey.evidence import Finding, evidence
from argmap.weighing import Standing


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are of what; counts of several maps can be added, but for `depth`.

    `depth` is how many arguments lie between the farthest claim and a thesis, each claim by its
    shortest way. Claims are `pro` on the side of a thesis, `con` against it, `on_both` where they
    serve both, `apart` where they bear on no thesis. `grounds` are claims without an argument for
    them, but for those that are `unstated`, which no text could say, and those that are argued in
    another map, `away`. A quotation is `verified` where the text of its source has it, `refuted`
    where it has not, or not at that place. An objection attacks what is only on the side of a
    thesis; it is `answered` where something attacks it, its premises or what they rest on.
    """

    claims: int = 0
    arguments: int = 0
    supports: int = 0
    attacks: int = 0
    undercuts: int = 0
    linked: int = 0
    schemes: int = 0
    depth: int = 0
    pro: int = 0
    con: int = 0
    on_both: int = 0
    apart: int = 0
    unstated: int = 0
    away: int = 0
    sourced: int = 0
    grounds: int = 0
    grounds_sourced: int = 0
    quotations: int = 0
    verified: int = 0
    refuted: int = 0
    objections: int = 0
    answered: int = 0
    stands: int = 0
    falls: int = 0
    not_shown: int = 0
    undecided: int = 0
    cruxes: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both; the depth is the greater one."""
        pairs = {f.name: (getattr(self, f.name), getattr(other, f.name)) for f in fields(Counts)}
        added = {name: sum(pair) for name, pair in pairs.items()}
        return Counts(**{**added, "depth": max(pairs["depth"])})


@dataclass(frozen=True, slots=True)
class Stats:
    """A map in numbers, the verdict on each thesis, and the claims that turn one if they fall."""

    counts: Counts
    theses: tuple[tuple[str, Standing], ...]
    cruxes: tuple[Crux, ...]


def stats(
    a_map: ArgumentMap, texts: Mapping[str, SourceText], *, deadline: Deadline = ENDLESS
) -> Stats:
    """Return a map in numbers; `texts` are those of its sources, by key.

    Raises EvaluationLimitError once the deadline is over.
    """
    found = evaluate(a_map, deadline=deadline)
    turning = cruxes(a_map, deadline=deadline)
    counts = Counts(
        **_sizes(a_map),
        **_on_sides(a_map),
        **_sourced(a_map, texts),
        **_verdicts(Counter(one.standing for one in found.claims.values())),
        depth=depth(a_map),
        cruxes=len({one.id for one in turning}),
    )
    theses = tuple((name, found.claims[name].standing) for name in a_map.theses)
    return Stats(counts, theses, turning)


def depth(a_map: ArgumentMap) -> int:
    """Return how many arguments lie between the farthest claim and its thesis, by shortest ways."""
    far = dict.fromkeys(a_map.theses, 0)
    queue = deque(a_map.theses)
    while queue:
        name = queue.popleft()
        argument = a_map.arguments_by_id.get(name)
        following = [(premise, far[name]) for premise in argument.premises] if argument else []
        following += [(one.id, far[name] + 1) for one in a_map.arguments_on(name)]
        # What is as far comes before what is farther.
        for other, distance in following:
            if other not in far:
                far[other] = distance
                (queue.appendleft if distance == far[name] else queue.append)(other)
    return max((far[claim.id] for claim in a_map.claims if claim.id in far), default=0)


def _sizes(a_map: ArgumentMap) -> dict[str, int]:
    attacks = [one for one in a_map.arguments if one.polarity is Polarity.ATTACK]
    return {
        "claims": len(a_map.claims),
        "arguments": len(a_map.arguments),
        "supports": len(a_map.arguments) - len(attacks),
        "attacks": len(attacks),
        "undercuts": sum(one.target in a_map.arguments_by_id for one in attacks),
        "linked": sum(len(one.premises) > 1 for one in a_map.arguments),
        "schemes": sum(one.scheme is not None for one in a_map.arguments),
    }


def _on_sides(a_map: ArgumentMap) -> dict[str, int]:
    claims = frozenset(a_map.claims_by_id)
    ours, theirs = sides(a_map)
    disputed = contested(a_map)
    objections = [
        one.id
        for one in a_map.arguments
        if one.polarity is Polarity.ATTACK and one.target in ours - theirs
    ]
    return {
        "pro": len(claims & ours - theirs),
        "con": len(claims & theirs - ours),
        "on_both": len(claims & ours & theirs),
        "apart": len(claims - ours - theirs),
        "unstated": sum(claim.unstated for claim in a_map.claims),
        "away": sum(claim.home is not None for claim in a_map.claims),
        "objections": len(objections),
        "answered": sum(one in disputed for one in objections),
    }


def _sourced(a_map: ArgumentMap, texts: Mapping[str, SourceText]) -> dict[str, int]:
    grounds = [
        claim
        for claim in a_map.claims
        if not (claim.unstated or claim.home) and not a_map.arguments_on(claim.id, Polarity.SUPPORT)
    ]
    looked_up = Counter[bool | None]()
    for source in evidence(a_map, texts):
        for piece in source.pieces:
            if piece.citation.quote is not None:
                unknown = piece.finding is Finding.NO_TEXT
                looked_up[None if unknown else piece.finding is Finding.FOUND] += 1
    return {
        "sourced": sum(bool(claim.citations) for claim in a_map.claims),
        "grounds": len(grounds),
        "grounds_sourced": sum(bool(claim.citations) for claim in grounds),
        "quotations": looked_up.total(),
        "verified": looked_up[True],
        "refuted": looked_up[False],
    }


def _verdicts(found: Counter[Standing]) -> dict[str, int]:
    return {one.value.replace("-", "_"): found[one] for one in Standing}

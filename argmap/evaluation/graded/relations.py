"""A map as lists of whole numbers: what raises and what lowers each claim and each argument."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from argmap.errors import UnfitOptionError
from argmap.model import ArgumentMap, Polarity, Status
from argmap.suggestions import did_you_mean

# An argument whose strength is not written passes on all that its premises have.
UNWRITTEN = 1.0


@dataclass(frozen=True)
class Relations:
    """What bears on what, by number: claims come first, then arguments.

    `premises` are those of an argument, each once. `supports` and `attacks` hold the arguments for
    and against a claim; for an argument, those that back its step and that undercut it.
    `contradictions` holds the claims that a claim contradicts. `fixed` gives the degree of claims,
    and of the steps of arguments, that nothing moves.
    """

    ids: Sequence[str]
    claim_count: int
    premises: Sequence[Sequence[int]]
    supports: Sequence[Sequence[int]]
    attacks: Sequence[Sequence[int]]
    contradictions: Sequence[Sequence[int]]
    strength: Sequence[float]
    target: Sequence[int]
    fixed: Mapping[int, float]

    def is_claim(self, node: int) -> bool:
        """Return whether the node is a claim."""
        return node < self.claim_count

    def needs(self, node: int) -> Sequence[int]:
        """Return the nodes whose degrees have a part in that of `node`, each once."""
        if not self.is_claim(node):
            step = () if node in self.fixed else (*self.supports[node], *self.attacks[node])
            return (*self.premises[node], *step)
        if node in self.fixed:
            return ()
        return (*self.supports[node], *self.attacks[node], *self.contradictions[node])


def relations_of(
    a_map: ArgumentMap, *, accept: Collection[str] = (), reject: Collection[str] = ()
) -> Relations:
    """Return what bears on what in a map; what is in `accept` is fixed at 1, in `reject` at 0.

    Raises UnfitOptionError where an id is unknown, or both accepted and rejected.
    """
    ids = (*a_map.claims_by_id, *a_map.arguments_by_id)
    number = {name: node for node, name in enumerate(ids)}
    _require_fit(number, accept, reject)
    fixed = {
        number[claim.id]: float(claim.status is Status.CERTAIN)
        for claim in a_map.claims
        if claim.status in (Status.CERTAIN, Status.REJECTED)
    }
    fixed |= {number[name]: 1.0 for name in accept} | {number[name]: 0.0 for name in reject}

    def bearing(polarity: Polarity) -> list[tuple[int, ...]]:
        return [tuple([number[a.id] for a in a_map.arguments_on(name, polarity)]) for name in ids]

    bare: list[tuple[int, ...]] = [()] * len(a_map.claims)
    return Relations(
        ids,
        len(a_map.claims),
        bare + [tuple([number[p] for p in dict.fromkeys(a.premises)]) for a in a_map.arguments],
        bearing(Polarity.SUPPORT),
        bearing(Polarity.ATTACK),
        [tuple([number[other] for other in a_map.contradictions_of(name)]) for name in ids],
        [UNWRITTEN if a is None else a for a in _strengths(a_map)],
        [-1] * len(a_map.claims) + [number[argument.target] for argument in a_map.arguments],
        fixed,
    )


def _strengths(a_map: ArgumentMap) -> list[float | None]:
    return [None] * len(a_map.claims) + [argument.strength for argument in a_map.arguments]


def _require_fit(
    number: Mapping[str, int], accept: Collection[str], reject: Collection[str]
) -> None:
    for name in (*accept, *reject):
        if name not in number:
            raise UnfitOptionError(f"no claim or argument “{name}”{did_you_mean(name, number)}")
        if name in accept and name in reject:
            raise UnfitOptionError(f"“{name}” cannot be both accepted and rejected; choose one")

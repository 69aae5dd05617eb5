"""A map as lists of whole numbers, so that a million nodes can be labelled in seconds.

Claims come first, then arguments, then the steps that something bears on. Claims and steps are
*judged*: arguments speak for and against them. The step of any other argument always stands and
needs no number.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from argmap.errors import UnfitOptionError
from argmap.model import STRENGTHS, Argument, Claim, Label, Polarity, Status
from argmap.suggestions import did_you_mean

UNDECIDED, IN, OUT = 0, 1, 2
LABELS = (Label.UNDECIDED, Label.ACCEPTED, Label.REJECTED)
NO_GROUND, GIVEN, LEFT_OPEN = 0, 1, 2
NOTHING = -1.0
MODERATE = STRENGTHS["moderate"]

Numbers = list[int] | tuple[int, ...]


@dataclass(frozen=True)
class Network:
    """What bears on what; a list has one entry for each node.

    `grounds` and `attacks` of a judged node hold nodes, the strongest first; an attack is an
    argument, or a claim that contradicts. `strength` of a claim is that of its contradictions.
    `given` says whether a judged node has a ground of its own, and `forced` holds the labels that
    are laid down. `step` is that of an argument, or -1.
    """

    ids: list[str]
    claim_count: int
    argument_count: int
    premises: list[tuple[int, ...]]
    target: list[int]
    supports: list[bool]
    strength: list[float]
    step: list[int]
    owner: dict[int, int]
    uses: list[Numbers]
    partners: dict[int, tuple[int, ...]]
    grounds: list[Numbers]
    attacks: list[Numbers]
    given: list[int]
    forced: dict[int, int]

    @property
    def size(self) -> int:
        """Return how many nodes there are, steps included."""
        return len(self.grounds)

    def is_argument(self, node: int) -> bool:
        """Return whether the node is an argument, neither claim nor step."""
        return self.claim_count <= node < self.claim_count + self.argument_count

    def name(self, node: int) -> str:
        """Return the id of the claim or argument; for a step, that of its argument."""
        return self.ids[self.owner.get(node, node)]


def network_of(
    claims: Sequence[Claim],
    arguments: Sequence[Argument],
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
) -> Network:
    """Return the network of claims and arguments that name no others.

    Claims and steps in `accept` are put beyond doubt, those in `reject` are out. Raises
    UnfitOptionError where an id is unknown, or both accepted and rejected.
    """
    ids = [claim.id for claim in claims]
    ids += [argument.id for argument in arguments]
    number = {name: node for node, name in enumerate(ids)}
    _require_known(number, accept, reject)
    first, after = len(claims), len(ids)
    bare = [-1] * first
    target = bare + [number[argument.target] for argument in arguments]
    overridden = [number[name] for name in (*accept, *reject)]
    stepped = {node for node in (*target[first:], *overridden) if node >= first}
    owner = {after + order: argument for order, argument in enumerate(sorted(stepped))}
    size = after + len(owner)
    step = [-1] * size
    for node, argument in owner.items():
        step[argument] = node
    target = [node if node < first else step[node] for node in target]
    network = Network(
        ids,
        first,
        len(arguments),
        [()] * first + [tuple([number[p] for p in argument.premises]) for argument in arguments],
        target,
        [False] * first + [argument.polarity is Polarity.SUPPORT for argument in arguments],
        [MODERATE] * first + [a.strength or MODERATE for a in arguments],
        step,
        owner,
        [()] * first,
        _partners(claims, number),
        [()] * size,
        [()] * size,
        [NO_GROUND] * after + [GIVEN] * len(owner),
        {},
    )
    _join(network)
    _lay_down(network, claims)
    for label, names in ((IN, accept), (OUT, reject)):
        for name in names:
            node = number[name]
            network.forced[node if node < first else step[node]] = label
    return network


def _require_known(
    number: dict[str, int], accept: Collection[str], reject: Collection[str]
) -> None:
    for name in (*accept, *reject):
        if name not in number:
            raise UnfitOptionError(f"no claim or argument “{name}”{did_you_mean(name, number)}")
    both = next((name for name in accept if name in reject), None)
    if both is not None:
        raise UnfitOptionError(f"“{both}” cannot be both accepted and rejected; choose one")


def _partners(claims: Sequence[Claim], number: dict[str, int]) -> dict[int, tuple[int, ...]]:
    partners: dict[int, dict[int, None]] = {}
    for claim in claims:
        for other in claim.contradicts:
            here, there = number[claim.id], number[other]
            partners.setdefault(here, {})[there] = None
            partners.setdefault(there, {})[here] = None
    return {node: tuple(others) for node, others in partners.items()}


def _join(network: Network) -> None:
    """Fill in what bears on each judged node, and where each claim is used."""
    target, supports, premises = network.target, network.supports, network.premises
    grounds, attacks, uses = network.grounds, network.attacks, network.uses
    for argument in range(network.claim_count, len(target)):
        node = target[argument]
        bearing = grounds if supports[argument] else attacks
        _add(bearing, node, argument)
        for premise in premises[argument]:
            _add(uses, premise, argument)
    for node, others in network.partners.items():
        attacks[node] = [*attacks[node], *others]
    strongest_first = network.strength.__getitem__
    for bearing in (grounds, attacks):
        for found in bearing:
            if len(found) > 1:
                assert isinstance(found, list)
                found.sort(key=strongest_first, reverse=True)


def _add(lists: list[Numbers], node: int, member: int) -> None:
    found = lists[node]
    if isinstance(found, list):
        found.append(member)
    else:
        lists[node] = [member]


def _lay_down(network: Network, claims: Sequence[Claim]) -> None:
    """Fill in which claims are given, open or forced."""
    given, forced, grounds = network.given, network.forced, network.grounds
    for node, claim in enumerate(claims):
        status = claim.status
        if status is None:
            if not grounds[node]:
                given[node] = GIVEN
        elif status is Status.ASSUMED:
            given[node] = GIVEN
        else:
            if not grounds[node]:
                given[node] = LEFT_OPEN if status is Status.OPEN else GIVEN
            if status is Status.CERTAIN:
                forced[node] = IN
            elif status is Status.REJECTED:
                forced[node] = OUT

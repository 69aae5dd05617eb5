"""A map as lists of whole numbers, so that a million nodes can be labelled in seconds.

Claims come first, then arguments, then the steps that something bears on. Claims and steps are
*judged*: arguments speak for and against them. The step of any other argument always stands and
needs no number.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.errors import UnfitOptionError
from argmap.model import STRENGTHS, Argument, Audience, Claim, Label, Polarity, Standard, Status
from argmap.suggestions import did_you_mean
from argmap.weighing import Standing

UNDECIDED, IN, OUT = 0, 1, 2
LABELS = (Label.UNDECIDED, Label.ACCEPTED, Label.REJECTED)
NO_GROUND, GIVEN, LEFT_OPEN = 0, 1, 2
NOTHING = -1.0
MODERATE = STRENGTHS["moderate"]

Numbers = list[int] | tuple[int, ...]


@dataclass(frozen=True)
class Network:
    """What bears on what; a list has one entry for each node.

    `grounds` and `attacks` of a judged node hold arguments, the strongest first, and `partners` the
    claims that contradict it. `given` says whether a judged node has a ground of its
    own, `own` how strong that is; `standards` has the proof standards that are not the usual one,
    and `forced` the labels that are laid down. `step` is that of an argument, or -1. `ranks` are
    the places, from 0, of the values that arguments promote, and `valued` the claims on which
    these make a difference.
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
    own: list[float]
    standards: dict[int, Standard]
    forced: dict[int, int]
    ranks: dict[int, int]
    valued: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """Return how many nodes there are, steps included."""
        return len(self.grounds)

    def is_argument(self, node: int) -> bool:
        """Return whether the node is an argument, neither claim nor step."""
        return self.claim_count <= node < self.claim_count + self.argument_count

    def is_step(self, node: int) -> bool:
        """Return whether the node is the step of an argument."""
        return node >= self.claim_count + self.argument_count

    def name(self, node: int) -> str:
        """Return the id of the claim or argument; for a step, that of its argument."""
        return self.ids[self.owner.get(node, node)]


def network_of(
    claims: Sequence[Claim],
    arguments: Sequence[Argument],
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: Audience | None = None,
    all_steps: bool = False,
) -> Network:
    """Return the network of claims and arguments that name no others.

    Claims and steps in `accept` are put beyond doubt, those in `reject` are out; `audience` weighs
    arguments its own way. With `all_steps` also steps that nothing bears on have numbers. Raises
    UnfitOptionError where an id is unknown, or both accepted and rejected.
    """
    ids = [claim.id for claim in claims]
    ids += [argument.id for argument in arguments]
    number = dict(zip(ids, range(len(ids)), strict=True))
    _require_known(number, accept, reject)
    first, after = len(claims), len(ids)
    target, supports, strength, premises = _read(arguments, number, first)
    for name, heard in audience.strengths if audience else ():
        if name in number:
            strength[number[name]] = heard
    overridden = [number[name] for name in (*accept, *reject)]
    stepped = {node for node in (*target[first:], *overridden) if node >= first}
    if all_steps:
        stepped.update(range(first, after))
    owner = {after + order: argument for order, argument in enumerate(sorted(stepped))}
    size = after + len(owner)
    step = [-1] * size
    for node, argument in owner.items():
        step[argument] = node
    network = Network(
        ids,
        first,
        len(arguments),
        premises,
        [node if node < first else step[node] for node in target] if owner else target,
        supports,
        strength,
        step,
        owner,
        [()] * first,
        {},
        [()] * size,
        [()] * size,
        [NO_GROUND] * size,
        [0.0] * size,
        {},
        {},
        _ranks(arguments, number, audience),
    )
    _join(network)
    _lay_down(network, claims, number)
    if network.ranks:
        network = replace(network, valued=frozenset(_valued(network)))
    for label, names in ((IN, accept), (OUT, reject)):
        for name in names:
            node = number[name]
            network.forced[node if node < first else step[node]] = label
    _require_no_contradiction(network, accept)
    return network


def _read(
    arguments: Sequence[Argument], number: dict[str, int], first: int
) -> tuple[list[int], list[bool], list[float], list[tuple[int, ...]]]:
    """Return targets, whether these are supported, strengths and premises, by node.

    All is read in one go: in a large map, to come back to each argument takes longer than that.
    """
    target, supports, strength = [-1] * first, [False] * first, [MODERATE] * first
    premises: list[tuple[int, ...]] = [()] * first
    support = Polarity.SUPPORT
    for argument in arguments:
        target.append(number[argument.target])
        supports.append(argument.polarity is support)
        strength.append(argument.strength or MODERATE)
        names = argument.premises
        premises.append(
            (number[names[0]],) if len(names) == 1 else tuple([number[name] for name in names])
        )
    return target, supports, strength, premises


def _require_no_contradiction(network: Network, accept: Collection[str]) -> None:
    """Refuse to accept a claim together with one that contradicts it."""
    asked = set(accept)
    for name in accept:
        node = network.ids.index(name)
        for other in network.partners.get(node, ()):
            if network.forced.get(other) == IN:
                second = network.ids[other]
                why = "" if second in asked else ", which the author calls certain"
                raise UnfitOptionError(
                    f"“{name}” cannot be accepted: it contradicts “{second}”{why}; "
                    f"reject “{second}” as well"
                    if why
                    else f"“{name}” and “{second}” contradict each other; accept one of them"
                )


def _ranks(
    arguments: Sequence[Argument], number: dict[str, int], audience: Audience | None
) -> dict[int, int]:
    if audience is None:
        return {}
    places = {value: place for place, value in enumerate(audience.order)}
    return {
        number[argument.id]: places[argument.value]
        for argument in arguments
        if argument.value in places
    }


def _valued(network: Network) -> Iterator[int]:
    """Yield the claims that have both for and against them arguments whose values are ranked."""
    for claim in range(network.claim_count):
        both = (network.grounds[claim], network.attacks[claim])
        if all(any(one in network.ranks for one in side) for side in both):
            yield claim


def _require_known(
    number: dict[str, int], accept: Collection[str], reject: Collection[str]
) -> None:
    for name in (*accept, *reject):
        if name not in number:
            raise UnfitOptionError(f"no claim or argument “{name}”{did_you_mean(name, number)}")
    both = next((name for name in accept if name in reject), None)
    if both is not None:
        raise UnfitOptionError(f"“{both}” cannot be both accepted and rejected; choose one")


def _join(network: Network) -> None:
    """Fill in what bears on each judged node, and where each claim is used."""
    target, supports, premises = network.target, network.supports, network.premises
    grounds, attacks, uses = network.grounds, network.attacks, network.uses
    for argument in range(network.claim_count, len(target)):
        node = target[argument]
        bearing = grounds if supports[argument] else attacks
        # A list is made only where something is to be in it: most nodes have none.
        if found := bearing[node]:
            found.append(argument)  # type: ignore[union-attr]
        else:
            bearing[node] = [argument]
        for premise in premises[argument]:
            if found := uses[premise]:
                found.append(argument)  # type: ignore[union-attr]
            else:
                uses[premise] = [argument]
    strongest_first = network.strength.__getitem__
    for bearing in (grounds, attacks):
        for found in bearing:
            if len(found) > 1:
                assert isinstance(found, list)
                found.sort(key=strongest_first, reverse=True)


def _lay_down(network: Network, claims: Sequence[Claim], number: dict[str, int]) -> None:
    """Fill in which claims are given, how strongly, which are open, forced, or contradicted."""
    given, own, forced, grounds = network.given, network.own, network.forced, network.grounds
    partners: dict[int, dict[int, None]] = {}
    for node, claim in enumerate(claims):
        status = claim.status
        if claim.given is not None:
            own[node] = claim.given
        if claim.standard not in (None, Standard.PREPONDERANCE):
            assert claim.standard is not None
            network.standards[node] = claim.standard
        for other in claim.contradicts:
            partners.setdefault(node, {})[number[other]] = None
            partners.setdefault(number[other], {})[node] = None
        if claim.home is not None and claim.home.verdict is Standing.NOT_SHOWN:
            # Nothing speaks for it, and nothing against it either.
            given[node] = NO_GROUND
        elif status is None:
            if not grounds[node]:
                given[node] = GIVEN
        elif status is Status.ASSUMED:
            given[node] = GIVEN
        else:
            if not grounds[node]:
                given[node] = LEFT_OPEN if status is Status.OPEN else GIVEN
            if status is Status.OPEN:
                own[node] = 0.0
            elif status is Status.CERTAIN:
                forced[node] = IN
            elif status is Status.REJECTED:
                forced[node] = OUT
    network.partners.update((node, tuple(others)) for node, others in partners.items())
    for step in network.owner:
        given[step] = NO_GROUND if grounds[step] else GIVEN

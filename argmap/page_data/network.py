"""What a page needs to weigh a map anew when a reader asks “what if”: the network, in numbers.

The labelling in `argmap/render/explorer/modules/labelling.js` reads it.
"""

from collections.abc import Iterable

from argmap.drawing.showing import Showing
from argmap.evaluation.network import IN, Network, network_of


def network_data(showing: Showing) -> dict[str, object] | None:
    """Return all that the verdicts on what is shown follow from; None where nobody asks for them.

    Nodes are numbered, claims first, and what is hidden has nothing but its number. What bears on
    nothing that is shown is left out.
    """
    if showing.evaluation is None:
        return None
    whole, shown = showing.view.whole, showing.map
    network = network_of(whole.claims, whole.arguments)
    kept = _Kept(network, {*shown.claims_by_id, *shown.arguments_by_id})
    heard = (
        (one, network_of(whole.claims, whole.arguments, audience=one)) for one in whole.audiences
    )
    return {
        **kept.told(),
        "audiences": [{"id": one.id, **kept.heard(other)} for one, other in heard],
        "audience": showing.evaluation.audience,
        "accept": kept.named(showing.accepted),
        "reject": kept.named(showing.rejected),
    }


class _Kept:
    """The nodes of a network on which what is shown rests, numbered anew in the same order."""

    def __init__(self, network: Network, shown: set[str]) -> None:
        self._network = network
        self._shown = shown
        nodes = {name: node for node, name in enumerate(network.ids)}
        kept = sorted(_below(network, (nodes[name] for name in shown)))
        self._claims = [node for node in kept if node < network.claim_count]
        self._arguments = kept[len(self._claims) :]
        self._number = {node: number for number, node in enumerate(kept)}
        self._by_name = {network.ids[node]: number for node, number in self._number.items()}

    def named(self, ids: Iterable[str]) -> list[int]:
        """Return the numbers of claims and arguments, as far as they are kept."""
        return [self._by_name[one] for one in dict.fromkeys(ids) if one in self._by_name]

    def told(self) -> dict[str, object]:
        """Return what bears on what, and what is laid down of each claim."""
        network, number = self._network, self._number
        names = [network.ids[node] for node in number]
        return {
            "ids": [name if name in self._shown else None for name in names],
            "claims": len(self._claims),
            "premises": [
                [number[one] for one in dict.fromkeys(network.premises[node])]
                for node in self._arguments
            ],
            "targets": [number[self._target(node)] for node in self._arguments],
            "supports": [network.supports[node] for node in self._arguments],
            "strengths": [network.strength[node] for node in self._arguments],
            "given": [network.given[node] for node in self._claims],
            "own": [network.own[node] for node in self._claims],
            "standards": [
                [number[node], network.standards[node]]
                for node in self._claims
                if node in network.standards
            ],
            "forced": [
                [number[node], network.forced[node] == IN]
                for node in self._claims
                if node in network.forced
            ],
            "contradicts": [
                [number[node], [number[one] for one in network.partners[node]]]
                for node in self._claims
                if node in network.partners
            ],
        }

    def heard(self, other: Network) -> dict[str, object]:
        """Return how an audience weighs the arguments otherwise, from its own network."""
        usual = self._network.strength
        return {
            "strengths": [
                [self._number[node], other.strength[node]]
                for node in self._arguments
                if other.strength[node] != usual[node]
            ],
            "ranks": [
                [self._number[node], other.ranks[node]]
                for node in self._arguments
                if node in other.ranks
            ],
        }

    def _target(self, argument: int) -> int:
        target = self._network.target[argument]
        return self._network.owner.get(target, target)


def _below(network: Network, nodes: Iterable[int]) -> set[int]:
    """Return claims and arguments with all that bears on them, steps left out."""
    found: set[int] = set()
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if node in found:
            continue
        found.add(node)
        judged = node
        if network.is_argument(node):
            stack += network.premises[node]
            judged = network.step[node]
        if judged >= 0:
            stack += [*network.grounds[judged], *network.attacks[judged]]
            stack += network.partners.get(judged, ())
    return found

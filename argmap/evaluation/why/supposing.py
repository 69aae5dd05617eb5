"""One claim or argument with all that bears on it, labelled under one supposition after another."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded.labelling import audience_of, label_nodes
from argmap.evaluation.grounded.state import State, blank_state
from argmap.evaluation.network import network_of
from argmap.model import Argument, ArgumentMap, Claim, Status


class Suppositions:
    """The part of a map that bears on a claim or an argument, with a budget of labellings.

    `asked` is its node in `network`, `away` are those of claims that are argued in other maps, and
    `tried` is the number of labellings so far. `state` is the labelling without any supposition.
    """

    def __init__(
        self,
        a_map: ArgumentMap,
        id: str,
        *,
        budget: int,
        audience: str | None = None,
        deadline: Deadline | None = None,
    ) -> None:
        """Label what bears on it. Raises KeyError where there is no such claim or argument."""
        if id not in a_map.claims_by_id and id not in a_map.arguments_by_id:
            raise KeyError(id)
        claims, arguments = _part_of(a_map, id)
        readers = audience_of(a_map, audience)
        self.network = network_of(claims, arguments, audience=readers, all_steps=True)
        self.asked = self.network.ids.index(id)
        self.away = frozenset(node for node, claim in enumerate(claims) if claim.home is not None)
        self._budget, self._deadline = budget, deadline or Deadline(None)
        self.tried = 1
        self.state = blank_state(self.network)
        label_nodes(self.network, self.state, range(self.network.size), self.network.forced)

    @property
    def left(self) -> int:
        """Return how many labellings may still be tried: none once the time is over."""
        return 0 if self.is_late else self._budget - self.tried

    @property
    def is_late(self) -> bool:
        """Return whether the time is over."""
        return self._deadline.is_over

    @contextmanager
    def supposing(self, forced: Mapping[int, int]) -> Iterator[State]:
        """Give the labelling in which some claims are laid down, until the end of the block.

        Only what rests on these claims is labelled again, and counted as one labelling.
        """
        self.tried += 1
        state = self.state
        nodes = self.resting_on(forced)
        lists = (
            state.label, state.circular, state.rank, state.need, state.best_ground,
            state.best_attack, state.next_ground, state.next_attack, state.source, state.level,
        )  # fmt: skip
        kept = [[values[node] for node in nodes] for values in lists]
        label_nodes(self.network, state, nodes, {**self.network.forced, **forced})
        try:
            yield state
        finally:
            for values, before in zip(lists, kept, strict=True):
                for node, value in zip(nodes, before, strict=True):
                    values[node] = value  # type: ignore[index]

    def resting_on(self, changed: Collection[int]) -> list[int]:
        """Return some claims and all whose labels may depend on them, in order."""
        network = self.network
        found = set(changed)
        stack = list(changed)
        while stack:
            node = stack.pop()
            if network.is_argument(node):
                after = (network.target[node],)
            elif node < network.claim_count:
                after = (*network.uses[node], *network.partners.get(node, ()))
            else:
                after = (network.owner[node],)
            for other in after:
                if other not in found:
                    found.add(other)
                    stack.append(other)
        return sorted(found)


def _part_of(a_map: ArgumentMap, id: str) -> tuple[list[Claim], list[Argument]]:
    """Return the claims and arguments on which a verdict depends.

    An argument that is asked about needs something to aim at, which has no part in its verdict.
    """
    needed = _bearing_on(a_map, id)
    claims = [claim for claim in a_map.claims if claim.id in needed]
    arguments = [argument for argument in a_map.arguments if argument.id in needed]
    asked = a_map.arguments_by_id.get(id)
    if asked is not None and asked.target not in needed:
        aim = _free_id(a_map, id)
        claims.append(Claim(aim, aim, status=Status.CERTAIN))
        arguments = [replace(one, target=aim) if one is asked else one for one in arguments]
    return claims, arguments


def _free_id(a_map: ArgumentMap, id: str) -> str:
    while id in a_map.arguments_by_id or id in a_map.claims_by_id:
        id += "-aim"
    return id


def _bearing_on(a_map: ArgumentMap, id: str) -> set[str]:
    """Return the ids of the claims and arguments on which a verdict depends."""
    found = set[str]()
    stack = [id]
    while stack:
        name = stack.pop()
        if name in found:
            continue
        found.add(name)
        stack += (one.id for one in a_map.arguments_on(name))
        argument = a_map.arguments_by_id.get(name)
        stack += argument.premises if argument else a_map.contradictions_of(name)
    return found

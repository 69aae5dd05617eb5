"""What rests on nothing but itself: the unfounded among the undecided.

The unfounded sets are those of Van Gelder, Ross and Schlipf (1991). Each undecided node keeps a
source, a ground on which it could stand and whose premises have a lower level; only where sources
fall is there anything to look at again.
"""

from argmap.evaluation.grounded.state import NO_SOURCE, OWN_GROUND, State
from argmap.evaluation.grounded.valued import OWN, can_found
from argmap.evaluation.network import IN, OUT, Network

# After so many nodes the clock is looked at.
GLANCE = 10_000


def first_unfounded(network: Network, state: State, nodes: list[int]) -> list[int]:
    """Give sources and levels to undecided `nodes`; return the judged ones that have none.

    Nodes get their levels in the order of the arguments wherever that is no circle, so that later
    any other ground of a node will do as its source.
    """
    return _Numbering(network, state, nodes).unfounded()


class _Numbering:
    """A topological order of what is possible, which enters circles where it must."""

    def __init__(self, network: Network, state: State, nodes: list[int]) -> None:
        self._network = network
        self._state = state
        self._nodes = nodes
        self._waits: dict[int, int] = {}
        self._ready: list[int] = []
        self._entrances: list[int] = []
        for node in nodes:
            state.level[node] = 0
            state.source[node] = NO_SOURCE
        for node in nodes:
            if network.is_argument(node):
                self._prepare_argument(node)
            else:
                self._prepare_judged(node)

    def unfounded(self) -> list[int]:
        level = self._state.level
        entrances = iter(self._entrances)
        while True:
            while self._ready:
                self._number(self._ready.pop())
            # The list grows while it is read.
            entrance = next((node for node in entrances if not level[node]), None)
            if entrance is None:
                break
            self._number(entrance)
        return [n for n in self._nodes if not level[n] and not self._network.is_argument(n)]

    def _prepare_argument(self, argument: int) -> None:
        wait = sum(self._is_waited_for(node) for node in _rests_on(self._network, argument))
        self._waits[argument] = wait
        if not wait:
            self._ready.append(argument)

    def _prepare_judged(self, node: int) -> None:
        network, state = self._network, self._state
        wait = 0
        if network.given[node] and can_found(network, state, node, OWN):
            state.source[node] = OWN_GROUND
        for ground in network.grounds[node]:
            if not can_found(network, state, node, ground):
                continue
            if self._is_waited_for(ground):
                wait += 1
            elif state.label[ground] != OUT and state.source[node] == NO_SOURCE:
                state.source[node] = ground
        self._waits[node] = wait
        if state.source[node] != NO_SOURCE:
            (self._entrances if wait else self._ready).append(node)

    def _is_waited_for(self, node: int) -> bool:
        return not self._state.label[node] and not self._state.level[node]

    def _number(self, node: int) -> None:
        network, state = self._network, self._state
        if state.level[node]:
            return
        state.clock += 1
        state.level[node] = state.clock
        if not state.clock % GLANCE:
            state.check_time()
        if network.is_argument(node):
            self._found(node)
            return
        for argument in _resting_on(network, node):
            if self._is_waited_for(argument):
                self._waits[argument] -= 1
                if not self._waits[argument]:
                    self._ready.append(argument)

    def _found(self, argument: int) -> None:
        state, node = self._state, self._network.target[argument]
        strong = can_found(self._network, state, node, argument)
        if not (self._network.supports[argument] and strong and self._is_waited_for(node)):
            return
        self._waits[node] -= 1
        if state.source[node] == NO_SOURCE:
            state.source[node] = argument
            if self._waits[node]:
                self._entrances.append(node)
        if not self._waits[node]:
            self._ready.append(node)


def newly_unfounded(network: Network, state: State, shaken: list[int]) -> list[int]:
    """Return the judged nodes that have no source any more, after `shaken` ones lost something."""
    hollow = {node for node in shaken if not state.label[node] and not _keeps(network, state, node)}
    stack = list(hollow)
    while stack:
        for argument in _resting_on(network, stack.pop()):
            node = network.target[argument]
            if state.label[node] or node in hollow or state.source[node] != argument:
                continue
            if not _moves(network, state, node, hollow):
                hollow.add(node)
                stack.append(node)
    _found_again(network, state, hollow)
    return sorted(hollow)


def _rests_on(network: Network, argument: int) -> tuple[int, ...]:
    step = network.step[argument]
    return network.premises[argument] if step < 0 else (*network.premises[argument], step)


def _resting_on(network: Network, node: int) -> list[int] | tuple[int, ...]:
    return network.uses[node] if node < network.claim_count else (network.owner[node],)


def _keeps(network: Network, state: State, node: int) -> bool:
    """Return whether the node has its source, or finds another one of a lower level."""
    source = state.source[node]
    if source == OWN_GROUND and can_found(network, state, node, OWN):
        return True
    if source >= 0 and state.label[source] != OUT and can_found(network, state, node, source):
        return True
    grounds = network.grounds[node]
    for place in range(state.cursor.get(node, 0), len(grounds)):
        # What does not serve now will not serve later either, unless the level changes.
        state.cursor[node] = place
        if not can_found(network, state, node, grounds[place]):
            continue
        if _is_lower(network, state, grounds[place], node):
            state.source[node] = grounds[place]
            return True
    return False


def _is_lower(network: Network, state: State, argument: int, node: int) -> bool:
    if state.label[argument]:
        return state.label[argument] == IN
    level = state.level
    return all(
        state.label[one] == IN or level[one] < level[node] for one in _rests_on(network, argument)
    )


def _moves(network: Network, state: State, node: int, hollow: set[int]) -> bool:
    """Return whether the node finds another source of a lower level outside of `hollow`."""
    for ground in network.grounds[node]:
        if not can_found(network, state, node, ground):
            continue
        if _is_lower(network, state, ground, node) and _is_outside(network, ground, hollow):
            state.source[node] = ground
            return True
    return False


def _is_outside(network: Network, argument: int, hollow: set[int]) -> bool:
    return not any(one in hollow for one in _rests_on(network, argument))


def _found_again(network: Network, state: State, hollow: set[int]) -> None:
    """Take out of `hollow` what can stand on something outside of it."""
    stack = [ground for node in sorted(hollow) for ground in network.grounds[node]]
    while stack:
        argument = stack.pop()
        node = network.target[argument]
        if (
            node not in hollow
            or not network.supports[argument]
            or state.label[argument] == OUT
            or not can_found(network, state, node, argument)
            or not _is_outside(network, argument, hollow)
        ):
            continue
        hollow.remove(node)
        state.clock += 1
        state.level[node] = state.clock
        state.source[node] = argument
        state.cursor.pop(node, None)
        stack.extend(_resting_on(network, node))

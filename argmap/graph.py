"""Questions of connection over an ArgumentMap; every walk is iterative and linear in the map."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from argmap.model import ArgumentMap, Polarity

Edges = Mapping[str, Sequence[str]]


def support_circles(a_map: ArgumentMap) -> tuple[tuple[str, ...], ...]:
    """Return circles of support: ids of claims, each a reason for the next, the last for the first.

    There is one for each set of claims that all support one another: a shortest circle through the
    claim of the set that comes first in reading order. Backing of a step counts as support.
    """
    edges = _support_edges(a_map)
    if not _has_circle(edges):
        return ()
    component_of = _components(edges)
    circles = []
    done: set[int] = set()
    for claim in a_map.claims:
        component = component_of[claim.id]
        if component in done:
            continue
        circle = _shortest_circle(claim.id, edges, component_of)
        if circle:
            done.add(component)
            circles.append(tuple(name for name in circle if name in a_map.claims_by_id))
    return tuple(circles)


def contested(a_map: ArgumentMap) -> frozenset[str]:
    """Return the ids of the claims and arguments that something in the map speaks against.

    That is every claim or step that is attacked or contradicted, and whatever rests on such.
    """
    edges = _support_edges(a_map, to_attacks=True)
    attacked = [a.target for a in a_map.arguments if a.polarity is Polarity.ATTACK]
    for claim in a_map.claims:
        if claim.contradicts:
            attacked += (claim.id, *claim.contradicts)
    return frozenset(_reached(attacked, edges))


def thesis_side(a_map: ArgumentMap) -> frozenset[str]:
    """Return the ids of the claims and arguments that are only on the side of a thesis.

    What serves both sides is left out.
    """
    ours, theirs = sides(a_map)
    return ours - theirs


def sides(a_map: ArgumentMap) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the claims and arguments on the side of a thesis, and of those against it.

    On its side are the theses, what supports them, what attacks the attacks on these, and so on.
    What serves both is in both.
    """
    found: dict[bool, set[str]] = {True: set(), False: set()}
    stack = [(thesis, True) for thesis in a_map.theses]
    while stack:
        name, ours = stack.pop()
        if name in found[ours]:
            continue
        found[ours].add(name)
        argument = a_map.arguments_by_id.get(name)
        stack += [(premise, ours) for premise in (argument.premises if argument else ())]
        for bearing in a_map.arguments_on(name):
            supports = bearing.polarity is Polarity.SUPPORT
            stack.append((bearing.id, ours if supports else not ours))
    return frozenset(found[True]), frozenset(found[False])


def circling(a_map: ArgumentMap, *, contradicting: bool = False) -> frozenset[str]:
    """Return the ids of the claims that bear on themselves by way of arguments, for or against.

    With `contradicting`, the way may also lead over contradictions.
    """
    edges: dict[str, list[str]] = {claim.id: [] for claim in a_map.claims}
    edges.update((argument.id, [argument.target]) for argument in a_map.arguments)
    for argument in a_map.arguments:
        for premise in argument.premises:
            edges[premise].append(argument.id)
    if contradicting:
        for claim in a_map.claims:
            edges[claim.id].extend(a_map.contradictions_of(claim.id))
    component_of = _components(edges)
    # A circle has an argument beside the claim.
    with_arguments = {component_of[argument.id] for argument in a_map.arguments}
    return frozenset(c.id for c in a_map.claims if component_of[c.id] in with_arguments)


def reaching(a_map: ArgumentMap, *ids: str) -> frozenset[str]:
    """Return the ids of all claims and arguments that bear on some, by whatever way, and theirs."""
    reached: set[str] = set()
    stack = list(ids)
    while stack:
        name = stack.pop()
        if name in reached:
            continue
        reached.add(name)
        stack += [one.id for one in a_map.arguments_on(name)]
        if name in a_map.arguments_by_id:
            stack += a_map.arguments_by_id[name].premises
        else:
            stack += a_map.contradictions_of(name)
    return frozenset(reached)


def _support_edges(a_map: ArgumentMap, *, to_attacks: bool = False) -> dict[str, list[str]]:
    edges: dict[str, list[str]] = {claim.id: [] for claim in a_map.claims}
    edges.update((argument.id, []) for argument in a_map.arguments)
    for argument in a_map.arguments:
        supports = argument.polarity is Polarity.SUPPORT
        if supports:
            edges[argument.id].append(argument.target)
        if supports or to_attacks:
            for premise in argument.premises:
                edges[premise].append(argument.id)
    return edges


def _has_circle(edges: Edges) -> bool:
    """Return whether something is left once all that nothing leads to is taken away, in turn."""
    leading = dict.fromkeys(edges, 0)
    for following in edges.values():
        for name in following:
            leading[name] += 1
    free = [name for name, number in leading.items() if not number]
    left = len(leading)
    while free:
        left -= 1
        for name in edges[free.pop()]:
            leading[name] -= 1
            if not leading[name]:
                free.append(name)
    return left > 0


def _reached(starts: Sequence[str], edges: Edges) -> set[str]:
    reached = set(starts)
    stack = list(reached)
    while stack:
        for name in edges[stack.pop()]:
            if name not in reached:
                reached.add(name)
                stack.append(name)
    return reached


def _components(edges: Edges) -> dict[str, int]:
    """Return the number of each node's strongly connected component (Tarjan 1972)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    component_of: dict[str, int] = {}
    path: list[str] = []
    for root in edges:
        if root in number:
            continue
        walk: list[tuple[str, Iterator[str]]] = []
        following: str | None = root
        while walk or following is not None:
            if following is not None:
                number[following] = lowest[following] = len(number)
                path.append(following)
                walk.append((following, iter(edges[following])))
                following = None
            name, ahead = walk[-1]
            for other in ahead:
                if other not in number:
                    following = other
                    break
                if other not in component_of:
                    lowest[name] = min(lowest[name], number[other])
            if following is not None:
                continue
            walk.pop()
            if walk:
                before = walk[-1][0]
                lowest[before] = min(lowest[before], lowest[name])
            if lowest[name] == number[name]:
                _close(name, path, component_of)
    return component_of


def _close(root: str, path: list[str], component_of: dict[str, int]) -> None:
    number = len(component_of)
    name = None
    while name != root:
        name = path.pop()
        component_of[name] = number


def _shortest_circle(start: str, edges: Edges, component_of: Mapping[str, int]) -> list[str] | None:
    before: dict[str, str] = {}
    queue = deque([start])
    while queue:
        name = queue.popleft()
        for other in edges[name]:
            if other == start:
                return _path_back(name, start, before)
            if other not in before and component_of[other] == component_of[start]:
                before[other] = name
                queue.append(other)
    return None


def _path_back(end: str, start: str, before: Mapping[str, str]) -> list[str]:
    path = [end]
    while path[-1] != start:
        path.append(before[path[-1]])
    return path[::-1]

"""What depends on what, in an order in which it can be worked out."""

from collections.abc import Sequence


def strong_components(needs: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components of nodes 0, 1 …, each after all that it needs.

    `needs` gives, for each node, the nodes that it depends on. The method is Tarjan's (1972), with
    a stack of its own in place of recursion; time is linear.
    """
    number = [0] * len(needs)
    lowest = [0] * len(needs)
    closed = bytearray(len(needs))
    clock = 0
    path: list[int] = []
    components: list[list[int]] = []
    for root in range(len(needs)):
        if number[root]:
            continue
        walk = [(root, 0)]
        while walk:
            node, place = walk.pop()
            if not place:
                clock += 1
                number[node] = lowest[node] = clock
                path.append(node)
            ahead = needs[node]
            while place < len(ahead):
                other = ahead[place]
                place += 1
                if not number[other]:
                    walk += ((node, place), (other, 0))
                    break
                if not closed[other]:
                    lowest[node] = min(lowest[node], number[other])
            else:
                if walk:
                    before = walk[-1][0]
                    lowest[before] = min(lowest[before], lowest[node])
                if lowest[node] == number[node]:
                    components.append(_closed(node, path, closed))
    return components


def _closed(root: int, path: list[int], closed: bytearray) -> list[int]:
    members = []
    while True:
        node = path.pop()
        closed[node] = 1
        members.append(node)
        if node == root:
            return members[::-1]


def is_circle(component: Sequence[int], needs: Sequence[Sequence[int]]) -> bool:
    """Return whether the members of a component depend on themselves."""
    return len(component) > 1 or component[0] in needs[component[0]]

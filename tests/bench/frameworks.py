"""Frameworks of arguments that attack each other, always the same ones for a size and dice."""

import itertools
import random
from collections.abc import Callable
from functools import partial

from argmap.model import Argument, ArgumentMap, Claim, Polarity

Edges = list[tuple[int, int]]
Make = Callable[[int, random.Random], Edges]


def erdos_renyi(size: int, dice: random.Random) -> Edges:
    """Return a graph in which each pair is joined with the same chance: eight edges a node."""
    pairs = itertools.combinations(range(size), 2)
    return [pair for pair in pairs if dice.random() < 8 / size]


def watts_strogatz(size: int, dice: random.Random) -> Edges:
    """Return a ring with six neighbours to each node, of which a third lead elsewhere."""
    edges = set()
    for node, step in itertools.product(range(size), (1, 2, 3)):
        other = (node + step) % size
        if dice.random() < 1 / 3:
            other = dice.randrange(size)
        if other != node:
            edges.add((min(node, other), max(node, other)))
    return sorted(edges)


def barabasi_albert(size: int, dice: random.Random) -> Edges:
    """Return a graph that grew: each node joins three, the better joined the more likely."""
    edges: Edges = []
    ends = list(range(4))
    for node in range(4, size):
        chosen: set[int] = set()
        while len(chosen) < 3:
            chosen.add(dice.choice(ends))
        for other in sorted(chosen):
            edges.append((other, node))
            ends += (other, node)
    return edges


def linked_cycles(size: int, dice: random.Random) -> Edges:
    """Return attacks: cycles of two to six nodes, each with two attacks on others."""
    cycles: list[list[int]] = []
    attacks: set[tuple[int, int]] = set()
    first = 0
    while first < size:
        cycle = list(range(first, min(first + dice.randint(2, 6), size)))
        attacks.update(zip(cycle, [*cycle[1:], cycle[0]], strict=True))
        cycles.append(cycle)
        first += len(cycle)
    for cycle in cycles:
        for _ in range(2):
            attacks.add((dice.choice(cycle), dice.choice(dice.choice(cycles))))
    return sorted(attacks)


def drawn(size: int, dice: random.Random, *, each: int) -> Edges:
    """Return attacks drawn at random, so many for each node."""
    return sorted({(dice.randrange(size), dice.randrange(size)) for _ in range(each * size)})


def pairs(size: int, dice: random.Random) -> Edges:
    """Return nodes two of which attack each other."""
    del dice
    halves = ((n, n + 1) for n in range(0, size - 1, 2))
    return [edge for one, other in halves for edge in ((one, other), (other, one))]


GENERATORS: dict[str, Callable[[int, random.Random], Edges]] = {
    "Erdős–Rényi": erdos_renyi,
    "Watts–Strogatz": watts_strogatz,
    "Barabási–Albert": barabasi_albert,
}


def oriented(edges: Edges, dice: random.Random) -> Edges:
    """Return attacks: each edge in one direction, two in five of them in both."""
    attacks = []
    for one, other in edges:
        first, second = (one, other) if dice.random() < 0.5 else (other, one)
        attacks.append((first, second))
        if dice.random() < 0.4:
            attacks.append((second, first))
    return attacks


def framework_map(size: int, attacks: Edges) -> ArgumentMap:
    """Return claims that attack each other."""
    return ArgumentMap(
        tuple(Claim(f"c{node}", f"c{node}") for node in range(size)),
        tuple(
            Argument(f"a{number}", (f"c{attacker}",), f"c{target}", Polarity.ATTACK)
            for number, (attacker, target) in enumerate(attacks)
        ),
    )


def one_cycle(size: int, dice: random.Random) -> Edges:
    """Return nodes each of which attacks the next."""
    del dice
    return [(node, (node + 1) % size) for node in range(size)]


def oriented_graph(make: Make, size: int, dice: random.Random) -> Edges:
    """Return the attacks that a graph becomes."""
    return oriented(make(size, dice), dice)


# What is asked about, with the numbers of nodes where none are wished for.
ASKED: dict[str, tuple[int, Callable[[int, random.Random], Edges]]] = {
    "linked cycles": (1000, linked_cycles),
    "one cycle": (1000, one_cycle),
    **{name: (2000, partial(oriented_graph, make)) for name, make in GENERATORS.items()},
    "three attacks each": (2000, partial(drawn, each=3)),
    "four attacks each": (2000, partial(drawn, each=4)),
    "mutual pairs": (30_000, pairs),
}

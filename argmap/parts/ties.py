"""How tightly a branch is tied to the rest of a map, by claims that bear on both."""

from argmap.parts.branches import Forest

# In long chains all ways up would take too long.
FARTHEST_TIE = 60


def ties_of(forest: Forest) -> dict[str, int]:
    """Return how many links lead out of each branch, up to where both ends of a link are inside.

    Links between branches that are far apart count only near their ends.
    """
    tied = dict.fromkeys(forest.order, 0)
    depths: dict[str, int] = {}
    for claim in forest.order:
        depths[claim] = depths[forest.parents[claim]] + 1 if claim in forest.parents else 0
    for one, other in forest.links:
        first, second, steps = one, other, 0
        while first != second and steps < FARTHEST_TIE:
            if depths[first] < depths[second]:
                first, second = second, first
            tied[first] += 1
            if first not in forest.parents:
                break
            first = forest.parents[first]
            steps += 1
    return tied

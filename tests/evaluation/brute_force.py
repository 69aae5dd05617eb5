"""All complete, preferred and stable labellings of a small map, by trying every set of nodes."""

from itertools import combinations

from argmap.model import Label
from tests.evaluation.naive import Naive


def complete_labellings(a_map):
    """Return the labels of claims and arguments, one mapping for each complete labelling.

    Every set of claims and steps is tried as what is in; the definition then says what is
    possible, and whether just this set is in.
    """
    naive = Naive(a_map)
    judged = sorted(node for node in naive.judged if node[0] == "claim" or bears_on(naive, node))
    always_in = naive.judged - set(judged)
    found = []
    for count in range(len(judged) + 1):
        for chosen in combinations(judged, count):
            inside = always_in | set(chosen)
            inside |= {a for a, rests_on in naive.arguments.items() if rests_on <= inside}
            possible = naive.least(inside, 1)
            if inside <= possible and naive.least(possible, 0) == inside:
                found.append(naive._labels(inside, possible))
    return found


def bears_on(naive, node):
    return bool(naive.for_[node] or naive.against[node])


def preferred_among(labellings):
    """Return those that no other one of them exceeds in what is accepted."""
    accepted = [{k for k, v in one.items() if v is Label.ACCEPTED} for one in labellings]
    return [
        one
        for one, inside in zip(labellings, accepted, strict=True)
        if not any(inside < other for other in accepted)
    ]


def stable_among(labellings):
    """Return those that leave no claim and no argument undecided."""
    return [one for one in labellings if Label.UNDECIDED not in one.values()]

"""The labelling by its definition, word for word and slowly: two bounds tightened in turn."""

import math

from argmap.model import Label, Polarity, Status

SLIGHTEST = 0.0


class Naive:
    """Claims and steps are judged by grounds and attacks; an argument needs all it rests on."""

    def __init__(self, a_map, accept=(), reject=()):
        self.map, self.accept, self.reject = a_map, set(accept), set(reject)
        claims = {claim.id for claim in a_map.claims}
        self.judged = {("claim", c) for c in claims} | {("step", a.id) for a in a_map.arguments}
        self.arguments = {
            ("argument", a.id): {("step", a.id), *(("claim", p) for p in a.premises)}
            for a in a_map.arguments
        }
        self.for_, self.against = ({node: [] for node in self.judged} for _ in range(2))
        for a in a_map.arguments:
            target = ("claim" if a.target in claims else "step", a.target)
            side = self.for_ if a.polarity is Polarity.SUPPORT else self.against
            strength = 0.5 if a.strength is None else a.strength
            side[target].append((("argument", a.id), strength))
        for c in a_map.claims:
            for other in c.contradicts:
                self.against["claim", other].append((("claim", c.id), 0.5))
                self.against["claim", c.id].append((("claim", other), 0.5))

    def own_grounds(self, node):
        """Return the strengths of the node's own grounds: one that is in, one that is possible."""
        kind, name = node
        if name in self.accept:
            return math.inf, math.inf
        if name in self.reject:
            return None, None
        if kind == "step":
            return SLIGHTEST, SLIGHTEST
        status = self.map.claims_by_id[name].status
        if status is Status.CERTAIN:
            return math.inf, math.inf
        if status is Status.ASSUMED or (status is None and not self.for_[node]):
            return SLIGHTEST, SLIGHTEST
        if status is Status.OPEN and not self.for_[node]:
            return None, SLIGHTEST
        return None, None

    def is_rejected(self, node):
        name = node[1]
        if name in self.accept or name in self.reject:
            return name in self.reject
        return node[0] == "claim" and self.map.claims_by_id[name].status is Status.REJECTED

    def least(self, bound, which):
        """Return the least set that is closed: of what is in (0) or possible (1), given a bound.

        For what is in, the bound is what is possible; for what is possible, what is in.
        """
        found = set()
        while True:
            more = {a for a, rests_on in self.arguments.items() if rests_on <= found}
            more |= {node for node in self.judged if self.holds(node, found, bound, which)}
            if more == found:
                return found
            found = more

    def holds(self, node, found, bound, which):
        if self.is_rejected(node):
            return False
        strengths = [w for ground, w in self.for_[node] if ground in found]
        own = self.own_grounds(node)[which]
        if own is not None:
            strengths.append(own)
        attacks = [w for attack, w in self.against[node] if attack in bound]
        if which == 0:
            return any(all(w < s for w in attacks) for s in strengths)
        return any(all(w <= s for w in attacks) for s in strengths)

    def labels(self):
        inside = set()
        while True:
            possible = self.least(inside, 1)
            more = self.least(possible, 0)
            if more == inside:
                return self._labels(inside, possible)
            inside = more

    def _labels(self, inside, possible):
        labels = {}
        for node in (*self.judged, *self.arguments):
            if node[0] != "step":
                out = Label.UNDECIDED if node in possible else Label.REJECTED
                labels[node[1]] = Label.ACCEPTED if node in inside else out
        return labels


def naive_labels(a_map, accept=(), reject=()):
    """Return the label of every claim and argument by id."""
    return Naive(a_map, accept, reject).labels()

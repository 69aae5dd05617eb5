"""ASPIC+ (Modgil and Prakken 2013, 2014), instantiated from a map: trees, attacks, defeats.

Made from the definitions and not from argmap's labelling, so that the two can be compared:

- a claim that is given is a defeasible rule without antecedents, one that is certain an axiom;
- an argument for a claim is a defeasible rule from its premises to the claim, one against it a
  rule to the denial of the claim, an undercut a rule to the denial of the rule's name;
- a claim and its denial are contradictory, and so are claims that contradict each other;
- a rule is as good as its argument is strong, and a tree as good as its last rule (last link; each
  tree has one, so that the elitist and the democratic comparison are the same);
- rebuts succeed unless the attacked subtree is better, undercuts always.

Backing, open and rejected claims and proof standards have no counterpart here. Support must not
run in a circle: a tree would have no end.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from argmap.model import ArgumentMap, Label, Polarity, Status

# ("claim", id), ("denial", id), ("exception", id of an argument)
Sentence = tuple[str, str]


@dataclass(frozen=True)
class DefeasibleRule:
    name: str
    antecedents: tuple[Sentence, ...]
    consequent: Sentence
    strength: float


@dataclass(frozen=True, eq=False)
class Tree:
    """An argument of ASPIC+; one without a rule is an axiom. Each is made once."""

    conclusion: Sentence
    rule: DefeasibleRule | None = None
    subtrees: tuple["Tree", ...] = ()

    @cached_property
    def parts(self) -> frozenset["Tree"]:
        """Return the tree and all trees in it."""
        return frozenset({self}).union(*(tree.parts for tree in self.subtrees))

    @property
    def rank(self) -> float:
        """Return how good the last rule is; an axiom has none and is never worse."""
        return math.inf if self.rule is None else self.rule.strength


def rules_of(a_map: ArgumentMap) -> Iterator[DefeasibleRule]:
    for claim in a_map.claims:
        supported = a_map.arguments_on(claim.id, Polarity.SUPPORT)
        if claim.status is Status.ASSUMED or (claim.status is None and not supported):
            given = claim.given or 0.0
            yield DefeasibleRule(f"given {claim.id}", (), ("claim", claim.id), given)
    for argument in a_map.arguments:
        antecedents = tuple(("claim", premise) for premise in dict.fromkeys(argument.premises))
        against = argument.polarity is Polarity.ATTACK
        if argument.target in a_map.arguments_by_id:
            assert against, "backing is outside of the comparison"
            consequent = ("exception", argument.target)
        else:
            consequent = ("denial" if against else "claim", argument.target)
        strength = 0.5 if argument.strength is None else argument.strength
        yield DefeasibleRule(argument.id, antecedents, consequent, strength)


def trees_of(a_map: ArgumentMap) -> list[Tree]:
    """Return all arguments that can be built from the map."""
    rules = list(rules_of(a_map))
    axioms = [claim.id for claim in a_map.claims if claim.status is Status.CERTAIN]
    found: dict[object, Tree] = {name: Tree(("claim", name)) for name in axioms}
    while True:
        by_conclusion: dict[Sentence, list[Tree]] = {}
        for tree in found.values():
            by_conclusion.setdefault(tree.conclusion, []).append(tree)
        before = len(found)
        for rule in rules:
            choices = [by_conclusion.get(sentence, []) for sentence in rule.antecedents]
            for subtrees in product(*choices):
                if (rule.name, subtrees) not in found:
                    tree = Tree(rule.consequent, rule, subtrees)
                    found[rule.name, subtrees] = tree
        if len(found) == before:
            return list(found.values())


def contraries(a_map: ArgumentMap) -> Mapping[Sentence, set[Sentence]]:
    """Return, for each sentence, those that it cannot be true together with."""
    found: dict[Sentence, set[Sentence]] = {}
    for claim in a_map.claims:
        others = {("claim", other) for other in a_map.contradictions_of(claim.id)}
        found["claim", claim.id] = {("denial", claim.id), *others}
        found["denial", claim.id] = {("claim", claim.id)}
    return found


def framework_of(a_map: ArgumentMap) -> dict[Tree, set[Tree]]:
    """Return, for each tree, the trees that defeat it."""
    trees = trees_of(a_map)
    opposed = contraries(a_map)

    def defeats(attacker: Tree, part: Tree) -> bool:
        if part.rule is None:
            return False
        if attacker.conclusion == ("exception", part.rule.name):
            return True
        rebuts = attacker.conclusion in opposed.get(part.conclusion, ())
        return rebuts and not attacker.rank < part.rank

    return {
        tree: {one for one in trees if any(defeats(one, part) for part in tree.parts)}
        for tree in trees
    }


def grounded_extension(defeaters: Mapping[Tree, set[Tree]]) -> set[Tree]:
    """Return what the characteristic function of Dung (1995) reaches from nothing."""
    inside: set[Tree] = set()
    while True:
        more = defended(defeaters, inside)
        if more == inside:
            return inside
        inside = more


def defended(defeaters: Mapping[Tree, set[Tree]], inside: set[Tree]) -> set[Tree]:
    return {tree for tree, by in defeaters.items() if all(defeaters[one] & inside for one in by)}


def complete_extensions(defeaters: Mapping[Tree, set[Tree]]) -> Iterator[set[Tree]]:
    """Yield every set without conflict that is just what it defends: by trying them all.

    Trees with the same defeaters are defended together or not at all.
    """
    base = grounded_extension(defeaters)
    alike: dict[frozenset[Tree], set[Tree]] = {}
    for tree, by in defeaters.items():
        if tree not in base and not by & base:
            alike.setdefault(frozenset(by), set()).add(tree)

    def grown(
        inside: set[Tree], rest: list[tuple[frozenset[Tree], set[Tree]]]
    ) -> Iterator[set[Tree]]:
        if not rest:
            if defended(defeaters, inside) == inside:
                yield inside
            return
        (by, trees), *others = rest
        yield from grown(inside, others)
        with_them = inside | trees
        if not by & with_them and not any(defeaters[tree] & trees for tree in inside):
            yield from grown(with_them, others)

    yield from grown(base, list(alike.items()))


def preferred_extensions(defeaters: Mapping[Tree, set[Tree]]) -> list[set[Tree]]:
    found = list(complete_extensions(defeaters))
    return [one for one in found if not any(one < other for other in found)]


def stable_extensions(defeaters: Mapping[Tree, set[Tree]]) -> list[set[Tree]]:
    found = complete_extensions(defeaters)
    return [one for one in found if all(t in one or by & one for t, by in defeaters.items())]


def claim_labels(
    a_map: ArgumentMap, defeaters: Mapping[Tree, set[Tree]], inside: set[Tree]
) -> dict[str, Label]:
    """Return the labels of the claims: in with one tree for it, out where all trees are."""
    labels = {}
    for name in a_map.claims_by_id:
        trees = [tree for tree in defeaters if tree.conclusion == ("claim", name)]
        if any(tree in inside for tree in trees):
            labels[name] = Label.ACCEPTED
        elif all(defeaters[tree] & inside for tree in trees):
            labels[name] = Label.REJECTED
        else:
            labels[name] = Label.UNDECIDED
    return labels

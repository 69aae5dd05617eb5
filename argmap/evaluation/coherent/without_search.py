"""Questions that a dispute answers without a search: what is possible, and what bears on what."""

from argmap.evaluation.coherent.dispute import Dispute, renamed


def possible_beside(dispute: Dispute, inside: int) -> int:
    """Return what the rules leave possible where just these atoms are in, as bits."""
    missing: list[int] = []
    carried: list[int] = []
    uses: dict[int, list[int]] = {}
    ready: list[int] = []
    standing = {atom for atom in range(len(dispute.rules)) if inside >> atom & 1}
    for atom, rules in enumerate(dispute.rules):
        for rule in rules:
            if not standing.isdisjoint(rule.against):
                continue
            for other in rule.body:
                uses.setdefault(other, []).append(len(missing))
            if not rule.body:
                ready.append(atom)
            missing.append(len(rule.body))
            carried.append(atom)
    digits = bytearray(b"0" * len(dispute.rules))
    while ready:
        atom = ready.pop()
        if digits[-1 - atom] == ord("1"):
            continue
        digits[-1 - atom] = ord("1")
        for place in uses.get(atom, ()):
            missing[place] -= 1
            if not missing[place]:
                ready.append(carried[place])
    return int(digits, 2)


def what_bears_on(dispute: Dispute, atom: int) -> tuple[int, ...]:
    """Return an atom and all on which it depends, however far away, in order."""
    found = {atom}
    stack = [atom]
    while stack:
        for rule in dispute.rules[stack.pop()]:
            for other in (*rule.body, *rule.against):
                if other not in found:
                    found.add(other)
                    stack.append(other)
    return tuple(sorted(found))


def part_of(dispute: Dispute, atoms: tuple[int, ...]) -> Dispute:
    """Return the dispute among atoms on which nothing outside of them bears."""
    number = {atom: order for order, atom in enumerate(atoms)}
    count = len(dispute.nodes)
    return Dispute(
        tuple(dispute.nodes[atom] for atom in atoms if atom < count),
        tuple(tuple(renamed(rule, number) for rule in dispute.rules[atom]) for atom in atoms),
    )

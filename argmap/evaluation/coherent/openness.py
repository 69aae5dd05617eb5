"""What a labelling may leave undecided and still be stable: what is open, and what hangs on it."""

from argmap.evaluation.coherent.dispute import Dispute


def may_stay_open(dispute: Dispute) -> int:
    """Return the atoms that something open bears on, however far away, as bits."""
    return excused(dispute, (1 << len(dispute.rules)) - 1)


def excused(dispute: Dispute, undecided: int) -> int:
    """Return those of the undecided atoms that hang on something open, by way of one another."""
    bearing: dict[int, list[int]] = {}
    stack = []
    for atom, rules in enumerate(dispute.rules):
        if not undecided >> atom & 1:
            continue
        if any(not rule.can_carry for rule in rules):
            stack.append(atom)
        for rule in rules:
            for other in (*rule.body, *rule.against):
                bearing.setdefault(other, []).append(atom)
    found = 0
    while stack:
        atom = stack.pop()
        if not found >> atom & 1:
            found |= 1 << atom
            stack.extend(bearing.get(atom, ()))
    return found

"""A small part of a labelling that carries a node and defends itself.

In Dung's words an admissible set, with support: whatever is in it stands on a ground within it, not
in a circle, and whatever could be in the way is out because of it.
"""

from argmap.evaluation.coherent.dispute import Body, Dispute, Labelling, Rule


def defence(dispute: Dispute, labelling: Labelling, node: int) -> int:
    """Return nodes that are in, `node` among them, which are enough to keep one another in."""
    carrier = _carriers(dispute, labelling)
    found, out = {node}, set[int]()
    to_carry, to_refute = [node], list[int]()
    while to_carry or to_refute:
        if to_carry:
            one = to_carry.pop()
            rule = carrier[one]
            needed: list[Body] = [rule.body]
            fallen = list(rule.against)
        else:
            needed, fallen = _refutation(dispute, labelling, to_refute.pop(), found, out)
        for body in needed:
            to_carry += (other for other in body if other not in found)
            found.update(body)
        to_refute += dict.fromkeys(other for other in fallen if other not in out)
        out.update(fallen)
    return sum(1 << one for one in found)


def _refutation(
    dispute: Dispute, labelling: Labelling, node: int, found: set[int], out: set[int]
) -> tuple[list[Body], list[int]]:
    """Return nodes that are in and nodes that are out, which leave a node no rule."""
    beating: list[Body] = []
    fallen: list[int] = []
    for rule in dispute.rules[node]:
        standing = [one for one in rule.against if labelling.inside >> one & 1]
        if any(one in found for one in standing):
            continue
        if standing:
            beating.append((standing[0],))
        else:
            fallen.append(_first_out(rule.body, labelling, out))
    return beating, fallen


def _first_out(body: Body, labelling: Labelling, out: set[int]) -> int:
    """Return a node of a body that is out, one of those already known where there is one."""
    known = next((one for one in body if one in out), None)
    if known is not None:
        return known
    return next(one for one in body if not labelling.possible >> one & 1)


def _carriers(dispute: Dispute, labelling: Labelling) -> dict[int, Rule]:
    """Return a rule for each node that is in; followed, they never lead in a circle."""
    carrier: dict[int, Rule] = {}
    uses: dict[int, list[int]] = {}
    missing: list[int] = []
    ready: list[tuple[int, Rule]] = []
    known: list[tuple[int, Rule]] = []
    for node, rules in enumerate(dispute.rules):
        if not labelling.inside >> node & 1:
            continue
        for rule in rules:
            if rule.can_carry and not any(labelling.possible >> o & 1 for o in rule.against):
                for other in rule.body:
                    uses.setdefault(other, []).append(len(known))
                known.append((node, rule))
                missing.append(len(rule.body))
                if not rule.body:
                    ready.append((node, rule))
    while ready:
        node, rule = ready.pop()
        if node in carrier:
            continue
        carrier[node] = rule
        for number in uses.get(node, ()):
            missing[number] -= 1
            if not missing[number]:
                ready.append(known[number])
    return carrier

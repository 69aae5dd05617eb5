"""A small part of a labelling that carries a node and defends itself.

In Dung's words an admissible set, with support: whatever is in it stands on a ground within it, not
in a circle, and whatever could be in the way is out because of it.
"""

from collections.abc import Sequence

from argmap.evaluation.dispute import Body, Dispute, Ground, Labelling


def defence(dispute: Dispute, labelling: Labelling, node: int) -> int:
    """Return nodes that are in, `node` among them, which are enough to keep one another in."""
    carrier = _carriers(dispute, labelling)
    found, out = {node}, set[int]()
    to_carry, to_refute = [node], list[int]()
    while to_carry or to_refute:
        if to_carry:
            one = to_carry.pop()
            ground = carrier[one]
            needed: list[Body] = [ground.body]
            attacks = dispute.attacks[one][: ground.rivals]
            fallen = [_first_out(attack, labelling, out) for attack in attacks]
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
    """Return attacks that are in and nodes that are out, which leave a node no ground."""
    beating, fallen = [], []
    for ground in dispute.grounds[node]:
        attacks = [
            attack
            for attack in dispute.attacks[node][: ground.betters]
            if all(labelling.inside >> one & 1 for one in attack)
        ]
        if any(found.issuperset(attack) for attack in attacks):
            continue
        if attacks:
            beating.append(min(attacks, key=len))
        else:
            fallen.append(_first_out(ground.body, labelling, out))
    return beating, fallen


def _first_out(body: Body, labelling: Labelling, out: set[int]) -> int:
    """Return a node of a body that is out, one of those already known where there is one."""
    known = next((one for one in body if one in out), None)
    if known is not None:
        return known
    return next(one for one in body if not labelling.possible >> one & 1)


def _carriers(dispute: Dispute, labelling: Labelling) -> dict[int, Ground]:
    """Return a ground for each node that is in; followed, they never lead in a circle."""
    carrier: dict[int, Ground] = {}
    uses: dict[int, list[int]] = {}
    missing: list[int] = []
    ready: list[tuple[int, Ground]] = []
    grounds: list[tuple[int, Ground]] = []
    for node, others in enumerate(dispute.grounds):
        if not labelling.inside >> node & 1:
            continue
        for ground in others:
            if ground.can_carry and _is_unbeaten(dispute.attacks[node], ground, labelling):
                for other in ground.body:
                    uses.setdefault(other, []).append(len(grounds))
                grounds.append((node, ground))
                missing.append(len(ground.body))
                if not ground.body:
                    ready.append((node, ground))
    while ready:
        node, ground = ready.pop()
        if node in carrier:
            continue
        carrier[node] = ground
        for number in uses.get(node, ()):
            missing[number] -= 1
            if not missing[number]:
                ready.append(grounds[number])
    return carrier


def _is_unbeaten(attacks: Sequence[Body], ground: Ground, labelling: Labelling) -> bool:
    return not any(
        all(labelling.possible >> one & 1 for one in attack) for attack in attacks[: ground.rivals]
    )

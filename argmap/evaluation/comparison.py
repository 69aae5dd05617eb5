"""What another question changes: two evaluations of one map beside each other."""

from typing import NamedTuple

from argmap.evaluation.verdicts import Evaluation, Verdict


class Change(NamedTuple):
    """A claim or an argument whose verdict is another one than before."""

    id: str
    before: Verdict
    after: Verdict


def changes(before: Evaluation, after: Evaluation) -> tuple[Change, ...]:
    """Return what has another verdict, claims first, each in reading order.

    Both are evaluations of the same map; a verdict whose reason alone is new does not count.
    """
    pairs = (
        (name, old, new[name])
        for olds, new in ((before.claims, after.claims), (before.arguments, after.arguments))
        for name, old in olds.items()
    )
    return tuple(Change(name, old, new) for name, old, new in pairs if old.standing != new.standing)

"""Which statements of Carneades are no claims of a map, but only stand for what bears on others.

Such are an undercutter, and a negation without words of its own that disputes a statement in its
issue, when nothing but the conclusion of an argument, or an assumption, names them.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from argmap.formats.carneades.elements import NEGATION, Case, is_wordless


@dataclass(frozen=True, slots=True)
class Sign:
    """What a statement speaks against, where it only stands for that."""

    target: str
    is_undercut: bool


def signs_of(case: Case) -> Mapping[str, Sign]:
    """Return the statements that only stand for arguments against another part."""
    arguments = case.inferences.values()
    concluded = {inference.conclusion for inference in arguments}
    used = {premise for inference in arguments for premise in inference.premises}
    used |= {*case.assumptions, *case.expected}
    undercutting = Counter(name for one in arguments for name in one.undercutters)
    disputed = {name for positions in case.issues for name in positions}
    signs = {}
    for inference in arguments:
        for name in inference.undercutters:
            if undercutting[name] == 1 and name not in disputed:
                signs[name] = Sign(inference.name, True)
    for positions in case.issues:
        for name in positions:
            denied = name.removeprefix(NEGATION)
            if denied != name and denied in positions and name not in undercutting:
                signs[name] = Sign(denied, False)
    return {
        name: sign
        for name, sign in signs.items()
        if name in concluded and name not in used and is_wordless(name, case)
    }


def rejecting(case: Case) -> Mapping[str, str]:
    """Return the denials that are assumed only to put a statement out, with that statement."""
    named = _named(case) | set(case.expected)
    found = {}
    for positions in case.issues:
        for name in positions:
            denied = name.removeprefix(NEGATION)
            if (
                name in case.assumptions
                and set(positions) == {name, denied}
                and denied not in case.assumptions
                and name not in named
                and is_wordless(name, case)
            ):
                found[name] = denied
    return found


def forget_mere_denials(case: Case) -> None:
    """Take out the negations that only complete an issue: no argument, assumption or test has them.

    They have no weight there, so that they only make the standard of the issue count.
    """
    named = _named(case) | {*case.assumptions, *case.expected}
    for name in tuple(case.statements):
        denied = name.removeprefix(NEGATION)
        is_denial = denied != name and denied in case.statements
        if is_denial and name not in named and is_wordless(name, case):
            del case.statements[name]


def _named(case: Case) -> set[str]:
    """Return what arguments name."""
    arguments = case.inferences.values()
    named = {name for one in arguments for name in (*one.premises, one.conclusion)}
    return named | {name for one in arguments for name in one.undercutters}

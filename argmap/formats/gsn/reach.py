"""Whether gsn2x can draw a case: everything has to hang below one goal or several.

A challenge hangs below what it challenges.
"""

from collections.abc import Mapping

from argmap.formats.gsn.elements import Kind, ends_in
from argmap.formats.gsn.parts import Part
from argmap.formats.losses import PARTS, Losses
from argmap.source import Span

_NO_TOP = "gsn2x draws only what hangs below a goal that challenges nothing: it refuses this case"


def require_reach(parts: Mapping[str, Part], losses: Losses, span: Span | None) -> None:
    """Make the only element at the top a goal, and tell where there is no goal to hang below."""
    below = {name: [*one.supported_by, *one.in_context_of] for name, one in parts.items()}
    lower = {name for found in below.values() for name in found}
    tops = [one for one in parts.values() if one.name not in lower and one.challenges is None]
    for name, part in parts.items():
        if part.challenges is not None:
            below[ends_in(part.challenges)[0]].append(name)
    if len(tops) == 1 and not tops[0].is_counter and tops[0].kind is not Kind.GOAL:
        _make_goal(tops[0], losses, span)
    reached: set[str] = set()
    waiting = [one.name for one in tops]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += below[name]
    if len(reached) < len(parts) or (len(tops) == 1 and tops[0].is_counter):
        losses.say(_NO_TOP, span)


def _make_goal(part: Part, losses: Losses, span: Span | None) -> None:
    """Make an element a goal that is called what it was."""
    if part.kind is Kind.ASSUMPTION:
        losses.drop(PARTS["claim.status"], "claim", span)
    part.classes.insert(0, part.kind.lower())
    part.kind = Kind.GOAL

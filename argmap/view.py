"""What of a map to show: a smaller map, and where the whole one goes on.

A view keeps whole arguments: where a linked premise is left out, its argument says how many are.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from typing import NamedTuple

from argmap.errors import UnfitOptionError
from argmap.model import Argument, ArgumentMap
from argmap.style import Style
from argmap.suggestions import did_you_mean

DEFAULT_DEPTH = 2


class Onward(NamedTuple):
    """Where a claim of a part goes on: in the part with that number, which has that title.

    `claims` is how many claims bear on it there and further on. `contradicts` is the name of a
    claim there that contradicts it, where that is why it leads there.
    """

    part: int
    title: str
    claims: int
    contradicts: str | None = None


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the path from a thesis to a part: the name of a claim, and where it is argued."""

    name: str
    part: int


@dataclass(frozen=True, slots=True)
class View:
    """A map to show, beside the whole one that roles and verdicts are taken from.

    `hidden_below` is, by claim, how many claims bear on it out of sight; `hidden_above`, how many
    of its uses are; `companions`, by argument, how many of its premises are left out. Where the
    view is one of several parts, `onward` says where claims go on, and `trail` what leads there;
    claims that are `named` are told in another part.
    """

    map: ArgumentMap
    whole: ArgumentMap
    hidden_below: Mapping[str, int]
    hidden_above: Mapping[str, int]
    companions: Mapping[str, int]
    onward: Mapping[str, tuple[Onward, ...]] = field(default_factory=dict)
    trail: tuple[Crumb, ...] = ()
    named: frozenset[str] = frozenset()


def view_of(a_map: ArgumentMap, *, style: Style) -> View:
    """Return what a style asks to see of a map.

    Raises UnfitOptionError where the style names a claim or a tag that the map does not have.
    """
    _require_known(a_map, style)
    shown = _shown(a_map, style)
    collapsed = frozenset(style.collapse)
    if len(shown) == len(a_map.claims) and not collapsed:
        return whole_view(a_map)
    arguments = {one.id: one for one in _kept_arguments(a_map, shown, collapsed)}
    if style.focus or style.only:
        left_out = _tagged(a_map, style.without)
        for argument in arguments.values():
            shown |= set(argument.premises) - left_out
    kept = [
        replace(one, premises=tuple(name for name in one.premises if name in shown))
        for one in arguments.values()
    ]
    return View(
        _part(a_map, shown, kept),
        a_map,
        hidden_below=dict(_counts_below(a_map, shown)),
        hidden_above=dict(_counts_above(a_map, shown)),
        companions={
            one.id: len(one.premises) - len(part.premises)
            for one, part in zip(arguments.values(), kept, strict=True)
            if len(one.premises) > len(part.premises)
        },
    )


def whole_view(a_map: ArgumentMap) -> View:
    """Return the view in which nothing is left out."""
    return View(a_map, a_map, {}, {}, {})


def depths(a_map: ArgumentMap) -> dict[str, int]:
    """Return how many steps each claim and argument is from a thesis, as `max_depth` counts.

    A thesis, and what leads to none, has 0. An argument is as deep as what it bears on or as its
    nearest premise, whichever is deeper: from there on it can be seen.
    """
    roots = [one for kind in roots_of(a_map) for one in kind]
    distances = _distances(roots, lambda name: _below(a_map, name))
    found = {name: int(steps) for name, steps in distances.items()}
    # In reading order what an argument bears on comes before it.
    for argument in a_map.arguments:
        nearest = min(found[premise] for premise in argument.premises)
        found[argument.id] = max(found[argument.target], nearest)
    return found


def _require_known(a_map: ArgumentMap, style: Style) -> None:
    for name in (*style.focus, *style.collapse, *style.below):
        if name in a_map.arguments_by_id:
            message = f"“{name}” is an argument; name a claim, such as one of its premises: "
            raise UnfitOptionError(message + ", ".join(a_map.arguments_by_id[name].premises))
        if name not in a_map.claims_by_id:
            hint = did_you_mean(name, a_map.claims_by_id) or "."
            raise UnfitOptionError(f"the map has no claim “{name}”{hint}")
    tags = {tag for claim in a_map.claims for tag in claim.tags}
    for tag in (*style.only, *style.without):
        if tag not in tags:
            raise UnfitOptionError(f"no claim has the tag “{tag}”{did_you_mean(tag, tags) or '.'}")


def _shown(a_map: ArgumentMap, style: Style) -> set[str]:
    """Return the ids of the claims that every one of the wishes lets through."""
    everything = [claim.id for claim in a_map.claims]
    shown = set(everything)
    if style.focus:
        depth = DEFAULT_DEPTH if style.depth is None else style.depth
        shown &= _within(depth, style.focus, lambda name: _around(a_map, name))
    if style.below:
        shown &= _near(style.below, lambda name: _bearing(a_map, name))
    if style.only:
        tagged = _tagged(a_map, style.only)
        shown &= _near(tagged, lambda name: _conclusions(a_map, name)) | set(a_map.theses)
    left_out = _tagged(a_map, style.without)
    stops = left_out | set(style.collapse)
    if stops or style.max_depth is not None:
        roots = [one for kind in roots_of(a_map) for one in kind if one not in left_out]

        def below(name: str) -> Iterator[tuple[str, int]]:
            if name not in style.collapse:
                yield from (one for one in _below(a_map, name) if one[0] not in left_out)

        shown &= _within(style.max_depth, roots, below)
        shown |= set(style.collapse) - left_out
    return shown


def _near(starts: Iterable[str], neighbours: Callable[[str], Iterable[str]]) -> set[str]:
    """Return what can be reached from the starts."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        further = [one for one in neighbours(waiting.pop()) if one not in found]
        found.update(further)
        waiting += further
    return found


def _within(
    depth: int | None,
    starts: Iterable[str],
    neighbours: Callable[[str], Iterable[tuple[str, int]]],
) -> set[str]:
    """Return what is no further from the nearest of the starts than `depth`, if that is not None.

    Neighbours come with the number of steps to them.
    """
    return set(_distances(starts, neighbours, furthest=math.inf if depth is None else depth))


def _distances(
    starts: Iterable[str],
    neighbours: Callable[[str], Iterable[tuple[str, int]]],
    *,
    furthest: float = math.inf,
) -> dict[str, float]:
    distance: dict[str, float] = dict.fromkeys(starts, 0)
    queue = [(0.0, name) for name in distance]
    while queue:
        so_far, name = heappop(queue)
        if so_far > distance[name]:
            continue
        for other, steps in neighbours(name):
            there = so_far + steps
            if there <= furthest and there < distance.get(other, math.inf):
                distance[other] = there
                heappush(queue, (there, other))
    return distance


def roots_of(a_map: ArgumentMap) -> tuple[list[str], list[str], list[str]]:
    """Return the theses, then what is no reason for anything, then what only circles hold."""
    theses = list(a_map.theses)
    argued = set(theses)
    free = [one.id for one in a_map.claims if not (one.id in argued or a_map.uses_of(one.id))]
    reached = _near((*theses, *free), lambda name: _bearing(a_map, name))
    return theses, free, [claim.id for claim in a_map.claims if claim.id not in reached]


def _tagged(a_map: ArgumentMap, tags: Iterable[str]) -> set[str]:
    wanted = set(tags)
    return {claim.id for claim in a_map.claims if wanted.intersection(claim.tags)}


def _bearing(a_map: ArgumentMap, claim: str) -> Iterator[str]:
    """Yield the premises of every argument on a claim, and of those on the steps of these."""
    return (premise for premise, _ in _below(a_map, claim))


def _below(a_map: ArgumentMap, claim: str) -> Iterator[tuple[str, int]]:
    """Yield what bears on a claim, each with how many steps below it that is seen.

    What undercuts a step stands beside its premises; what undercuts an undercut, below that.
    """
    stack = [(one, 1) for one in reversed(a_map.arguments_on(claim))]
    while stack:
        argument, steps = stack.pop()
        yield from ((premise, steps) for premise in argument.premises)
        further = steps + (argument.target in a_map.arguments_by_id)
        stack += ((one, further) for one in reversed(a_map.arguments_on(argument.id)))


def _conclusions(a_map: ArgumentMap, claim: str) -> Iterator[str]:
    """Yield the claims that the arguments a claim serves bear on, in the end."""
    return (conclusion for conclusion, _ in _above(a_map, claim))


def _above(a_map: ArgumentMap, claim: str) -> Iterator[tuple[str, int]]:
    """Yield what a claim bears on, in the end, each with how many steps above it that is seen."""
    for argument in a_map.uses_of(claim):
        target, undercut = argument.target, 0
        while target in a_map.arguments_by_id:
            target, undercut = a_map.arguments_by_id[target].target, undercut + 1
        yield target, max(undercut, 1)


def _around(a_map: ArgumentMap, claim: str) -> Iterator[tuple[str, int]]:
    yield from _above(a_map, claim)
    yield from _below(a_map, claim)
    yield from ((other, 1) for other in a_map.claims_by_id[claim].contradicts)


def _kept_arguments(
    a_map: ArgumentMap, shown: set[str], collapsed: frozenset[str]
) -> Iterator[Argument]:
    """Yield the arguments with a premise to show and a target to show it at, targets first."""
    kept = set()
    for root in a_map.claims:
        stack = list(reversed(a_map.arguments_on(root.id)))
        if root.id not in shown or root.id in collapsed:
            continue
        while stack:
            argument = stack.pop()
            if argument.id not in kept and shown.intersection(argument.premises):
                kept.add(argument.id)
                yield argument
                stack += reversed(a_map.arguments_on(argument.id))


def _part(a_map: ArgumentMap, shown: set[str], arguments: Iterable[Argument]) -> ArgumentMap:
    claims = (
        replace(claim, contradicts=tuple(name for name in claim.contradicts if name in shown))
        for claim in a_map.claims
        if claim.id in shown
    )
    return replace(
        a_map,
        claims=tuple(claims),
        arguments=tuple(arguments),
        theses=tuple(name for name in a_map.theses if name in shown),
        audiences=(),
        expectations=(),
        style=Style(),
    )


def _counts_below(a_map: ArgumentMap, shown: set[str]) -> Iterator[tuple[str, int]]:
    for name in shown:
        hidden = [one for one in _bearing(a_map, name) if one not in shown]
        if hidden:
            found = _near(
                hidden, lambda one: (other for other in _bearing(a_map, one) if other not in shown)
            )
            yield name, len(found)


def _counts_above(a_map: ArgumentMap, shown: set[str]) -> Iterator[tuple[str, int]]:
    for name in shown:
        number = sum(
            conclusion not in shown for conclusion in dict.fromkeys(_conclusions(a_map, name))
        )
        if number:
            yield name, number

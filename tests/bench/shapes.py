"""Maps of extreme shapes, by the number of their claims: wide, deep, dense, long."""

import math
from collections.abc import Callable, Mapping

from argmap.identifiers import argument_id
from argmap.model import Argument, ArgumentMap, Citation, Claim, Polarity, Source

_FOR, _AGAINST = Polarity.SUPPORT, Polarity.ATTACK
Bearing = tuple[tuple[str, ...], str, Polarity]


def _made(number: int, bearings: list[Bearing], **contradicts: tuple[str, ...]) -> ArgumentMap:
    """Return a map of so many claims; ids of arguments are those that they would get anyway."""
    claims = tuple(
        Claim(
            f"c{n}",
            f"Claim number {n} says a thing or two.",
            contradicts=contradicts.get(f"c{n}", ()),
        )
        for n in range(number)
    )
    ordinals: dict[str, int] = {}
    arguments = []
    for premises, target, polarity in sorted(bearings, key=lambda one: one[2] is _AGAINST):
        ordinals[target] = ordinals.get(target, 0) + 1
        name = argument_id(target, ordinals[target])
        arguments.append(Argument(name, premises, target, polarity))
    return ArgumentMap(claims, tuple(arguments), ("c0",))


def wide(number: int) -> ArgumentMap:
    """Return reasons for one thesis, and as many against it."""
    return _made(
        number, [((f"c{n}",), "c0", _AGAINST if n % 2 else _FOR) for n in range(1, number)]
    )


def deep(number: int) -> ArgumentMap:
    """Return a chain of reasons, every third of them against the one above."""
    return _made(
        number, [((f"c{n}",), f"c{n - 1}", _FOR if n % 3 else _AGAINST) for n in range(1, number)]
    )


def linked(number: int) -> ArgumentMap:
    """Return one argument with many premises, each with a reason of its own."""
    half = number // 2
    own = [((f"c{half + n}",), f"c{n}", _FOR) for n in range(1, number - half)]
    return _made(number, [(tuple(f"c{n}" for n in range(1, half)), "c0", _FOR), *own])


def shared(number: int) -> ArgumentMap:
    """Return one claim that is a premise for all the others, which bear on the thesis."""
    uses = [((f"c{number - 1}",), f"c{n}", _FOR) for n in range(1, number - 1)]
    return _made(number, [*uses, *(((f"c{n}",), "c0", _AGAINST) for n in range(1, number - 1))])


def undercut(number: int) -> ArgumentMap:
    """Return one step that everything else undercuts."""
    undercuts = [((f"c{n}",), "c0.1", _AGAINST) for n in range(2, number)]
    return _made(number, [(("c1",), "c0", _FOR), *undercuts])


def contradicting(number: int) -> ArgumentMap:
    """Return a thesis that all other claims contradict."""
    return _made(number, [], c0=tuple(f"c{n}" for n in range(1, number)))


def dense(number: int) -> ArgumentMap:
    """Return as many arguments as `number` among few claims, each of which attacks many."""
    side = max(math.isqrt(number), 2)
    pairs = [(a, b) for a in range(side) for b in range(side) if a != b]
    return _made(side, [((f"c{a}",), f"c{b}", _AGAINST if (a + b) % 3 else _FOR) for a, b in pairs])


def long(number: int) -> ArgumentMap:
    """Return two claims that have `number` words each, with notes as long."""
    words = " ".join(f"word{n % 97}" for n in range(number))
    claims = (
        Claim("c0", f"{words}.", note=words),
        Claim("c1", f"Why: {words}; {words} #x \\ [y].", note=words.replace(" ", "\n")),
    )
    return ArgumentMap(claims, (Argument("c0.1", ("c1",), "c0"),), ("c0",))


def alike(number: int) -> ArgumentMap:
    """Return claims of one text, with tags, groups and citations of as many sources."""
    sources = tuple(Source(f"s{n}", title="A book", year="2020") for n in range(number))
    claims = tuple(
        Claim(
            f"the-same-text-{n}",
            "The same text",
            citations=(Citation(f"s{n}", quote="so it is"),),
            tags=("a", f"b{n}"),
            group=f"Group {n % 50}",
        )
        for n in range(number)
    )
    return ArgumentMap(claims, (), (), sources)


SHAPES: Mapping[str, Callable[[int], ArgumentMap]] = {
    shape.__name__: shape
    for shape in (wide, deep, linked, shared, undercut, contradicting, dense, long, alike)
}

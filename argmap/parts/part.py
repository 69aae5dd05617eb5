"""What a part of a map is, as a value: what it shows, and where the argument goes on."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.view import Crumb, Onward


@dataclass(frozen=True, slots=True)
class Part:
    """One picture of several that show a map between them; the overview has the number 0.

    `roots` are the claims on which everything in it hangs, and `title` is what it is called; the
    overview may be the map itself, and has none then. `claims` are all that it shows, in the order
    of the map; those that are argued for or against elsewhere too say so in `onward`. `steps` are
    its arguments, each with the premises that it shows here. Claims that are `named` are told in
    another part, and remind of it here.
    """

    number: int
    roots: tuple[str, ...]
    title: str | None
    claims: tuple[str, ...]
    steps: Mapping[str, tuple[str, ...]]
    trail: tuple[Crumb, ...]
    onward: Mapping[str, tuple[Onward, ...]]
    named: frozenset[str] = frozenset()

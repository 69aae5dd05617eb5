"""What hangs on what in a column: a row for each claim and step, below what it bears on.

Each claim is told once, where it first occurs; afterwards it is only mentioned. Where a branch
comes too far to the right, it begins again at the left, below a mention of what it bears on.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from argmap.drawing.shapes import ArrowKind, Role
from argmap.drawing.showing import Showing, role_of
from argmap.model import Argument, Claim
from argmap.outline import Telling

# How far the end of a line reaches to its sides: heads, bars, and nothing.
REACH = {
    ArrowKind.SUPPORT: 4.5,
    ArrowKind.ATTACK: 5.0,
    ArrowKind.CONTRADICTION: 5.0,
    ArrowKind.JOIN: 1.5,
}
CLOSEST = 6.0


@dataclass(frozen=True, slots=True)
class Indents:
    """How far rows are indented in a column so wide.

    For each way to bear on something a line runs down, beside the others; the rows that hang there
    begin a little after the last.
    """

    width: float

    # Past this part of the width, and in columns narrower than that, all is closer together.
    SHRINKS = 0.25
    NARROW = 480.0
    # No row is narrower than this part of the width, and than so many pixels if there are more.
    LEAST_PART, LEAST = 0.5, 200.0

    @property
    def deepest(self) -> float:
        """Return how far a row may be indented."""
        least = max(self.width * self.LEAST_PART, self.LEAST)
        return max(self.width - least, 2 * self.child(0.0, tuple(REACH)))

    def trunks(self, indent: float, kinds: Sequence[ArrowKind]) -> dict[ArrowKind, float]:
        """Return where the line of each way runs to a row: that of the last one outermost.

        What hangs farther down is then never led across a line.
        """
        found: dict[ArrowKind, float] = {}
        x, before = indent + (6.0 if self._is_close(indent) else 6.5), None
        for kind in reversed(kinds):
            x += max(REACH[before] + REACH[kind], CLOSEST) if before else 0.0
            found[kind], before = x, kind
        return found

    def child(self, indent: float, kinds: Sequence[ArrowKind]) -> float:
        """Return how far the rows are indented that hang on a row."""
        return max(self.trunks(indent, kinds).values()) + (8.0 if self._is_close(indent) else 9.5)

    def _is_close(self, indent: float) -> bool:
        return self.width < self.NARROW or indent > self.width * self.SHRINKS


@dataclass(frozen=True, slots=True)
class Hung:
    """A row before it has a shape: a claim or a step, and what it bears on.

    `parent` is the number of the row that it hangs on, None at the left edge. `kind`, `role` and
    `fails` are those of the line that leads there. `telling` is ABOVE for what is only mentioned,
    and BELOW for what is told here, but what bears on it begins at the row `goes_on`. `is_heading`
    says that this is such a row.
    """

    node: Claim | Argument
    parent: int | None
    indent: float
    trunk: float = 0.0
    kind: ArrowKind = ArrowKind.JOIN
    role: Role = Role.NEUTRAL
    fails: bool = False
    telling: Telling = Telling.WHOLE
    goes_on: int | None = None
    is_heading: bool = False


class _Way(NamedTuple):
    """What bears on a row: how, and by which line."""

    node: Claim | Argument
    kind: ArrowKind
    role: Role
    fails: bool


def hung_rows(showing: Showing, indents: Indents) -> list[Hung]:
    """Return the rows of a column in the order of reading."""
    return _Tree(showing, indents).rows


class _Tree:
    """The rows so far, and what is told in them."""

    def __init__(self, showing: Showing, indents: Indents) -> None:
        self.rows: list[Hung] = []
        self._showing, self._map, self._indents = showing, showing.map, indents
        self._told: set[str] = set()
        self._joined: set[frozenset[str]] = set()
        # What still has to begin at the left edge, with the row it goes on from.
        self._waiting: deque[tuple[Claim | Argument, int | None]] = deque()
        claims = self._map.claims_by_id
        for root in dict.fromkeys((*self._map.theses, *claims)):
            self._waiting.append((claims[root], None))
            while self._waiting:
                self._begin(*self._waiting.popleft())

    def _begin(self, node: Claim | Argument, source: int | None) -> None:
        """Add what hangs on one node at the left edge."""
        if source is None and node.id in self._told:
            return
        cut: list[tuple[Claim | Argument, int | None]] = []
        if source is not None:
            self.rows[source] = replace(self.rows[source], goes_on=len(self.rows))
        stack = [Hung(node, None, 0.0, is_heading=source is not None)]
        while stack:
            row = self._telling(stack.pop())
            number = len(self.rows)
            if row.telling is Telling.BELOW:
                cut.append((row.node, number))
            self.rows.append(row)
            if row.telling is Telling.WHOLE:
                stack += reversed(self._below(row, number))
        self._waiting.extendleft(reversed(cut))

    def _telling(self, row: Hung) -> Hung:
        """Return the row with how it tells its node, which is noted."""
        name = row.node.id
        if row.is_heading:
            return row
        if name in self._told or not self._may_hang(row):
            return replace(row, telling=Telling.ABOVE)
        self._told.add(name)
        if row.kind is ArrowKind.CONTRADICTION and row.parent is not None:
            self._joined.add(frozenset((name, self.rows[row.parent].node.id)))
        if row.parent is not None and self._is_too_deep(row):
            return replace(row, telling=Telling.BELOW)
        return row

    def _may_hang(self, row: Hung) -> bool:
        """Return whether a claim is told here: one that is used is not told as a contradiction."""
        if row.kind is not ArrowKind.CONTRADICTION:
            return True
        return not self._map.uses_of(row.node.id) and row.node.id not in self._map.theses

    def _is_too_deep(self, row: Hung) -> bool:
        ways = list(self._ways(row.node))
        if not ways:
            return False
        inside = self._indents.child(row.indent, _kinds(ways))
        # A step and its premises stay together.
        if isinstance(row.node, Claim) and any(isinstance(way.node, Argument) for way in ways):
            inside = self._indents.child(inside, (ArrowKind.JOIN,))
        return inside > self._indents.deepest

    def _below(self, row: Hung, number: int) -> list[Hung]:
        """Return the rows that hang on a row."""
        ways = list(self._ways(row.node))
        if not ways:
            return []
        kinds = _kinds(ways)
        indent = self._indents.child(row.indent, kinds)
        trunks = self._indents.trunks(row.indent, kinds)
        return [
            Hung(way.node, number, indent, trunks[way.kind], way.kind, way.role, way.fails)
            for way in ways
        ]

    def _ways(self, node: Claim | Argument) -> Iterator[_Way]:
        """Yield what bears on a node: premises, then what is for it, then what is against it."""
        claims, showing = self._map.claims_by_id, self._showing
        if isinstance(node, Argument):
            role = role_of(node)
            yield from (_Way(claims[p], ArrowKind.JOIN, role, False) for p in node.premises)
        for argument in self._map.arguments_on(node.id):
            role = role_of(argument)
            kind = ArrowKind.SUPPORT if role is Role.SUPPORT else ArrowKind.ATTACK
            shown: Claim | Argument = argument
            if argument.id not in showing.stepped:
                shown = claims[argument.premises[0]]
            yield _Way(shown, kind, role, showing.fails(argument))
        if isinstance(node, Claim):
            for other in self._map.contradictions_of(node.id):
                if frozenset((node.id, other)) not in self._joined:
                    yield _Way(claims[other], ArrowKind.CONTRADICTION, Role.ATTACK, False)


def _kinds(ways: Sequence[_Way]) -> list[ArrowKind]:
    return list(dict.fromkeys(way.kind for way in ways))


def told_below(rows: Sequence[Hung]) -> dict[int, int]:
    """Return for each row that goes on below how many claims are told there in all."""
    told: dict[int, int] = {}
    found = 0
    # From the last row on: what goes on begins after the row that it goes on from.
    for number in range(len(rows) - 1, -1, -1):
        row = rows[number]
        told_here = row.telling is not Telling.ABOVE and not row.is_heading
        found += told_here and isinstance(row.node, Claim)
        if row.goes_on is not None:
            found += told[row.goes_on]
        if row.parent is None:
            told[number], found = found, 0
    return {n: told[row.goes_on] for n, row in enumerate(rows) if row.goes_on is not None}

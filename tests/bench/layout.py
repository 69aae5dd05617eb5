"""What the settings of the layout do to a picture: one table over maps and settings.

    python -m tests.bench.layout [MAP.yaml …]

Without maps it takes those of maps/, random ones, among them trees and some with groups, and some
that are read from other notations: arguments in Argdown, and abstract frameworks, in which
everything attacks. For each
setting it prints the medians over the maps of: lines that cross, pairs of siblings that stand in
another order than in the file, length of the lines (in box widths), share of the picture that is
empty, how large the picture can be on a page of paper beside the first setting, how high the
letters are in a column of 760 pixels and on a telephone (in pixels) and on A4 (in points), and the
seconds of computing. “As it is” is what argmap does: trees without Graphviz. The rows below it
have Graphviz lay out everything.
"""

import itertools
import math
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.drawing.builder import build
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import Drawing
from argmap.drawing.sizes import LINE_HEIGHT, TEXT_SIZE
from argmap.layout import embedded
from argmap.layout.dot_source import layout_source
from argmap.layout.engine import Limits
from argmap.layout.from_engine import placed_by_engine, with_lines
from argmap.layout.placed import Direction, PlacedArrow, PlacedDrawing
from argmap.layout.placing import PAGE, place
from argmap.layout.spacing import GROUP_MARGIN
from argmap.model import ArgumentMap
from argmap.pipeline import load, read_text
from argmap.view import whole_view
from tests.bench.argdown_text import argdown_of
from tests.bench.random_argument import in_groups, random_argument

Change = Callable[[str, Drawing], str]
POINTS_A_CURVE = 8
POINTS_AN_INCH = 72
MARGIN = 24.0
# A4 with margins of 2 cm, in pixels of 1/96 inch.
PAPER = (170 / 25.4 * 96, 257 / 25.4 * 96)


def _with(**settings: object) -> Change:
    words = "".join(f"{name}={value}, " for name, value in settings.items())
    return lambda dot, _: dot.replace("graph [", f"graph [{words}", 1)


def _replaced(old: str, new: str) -> Change:
    return lambda dot, _: re.sub(old, new, dot)


def _linked_in_clusters(dot: str, drawing: Drawing) -> str:
    """Put a cluster around each pill and its premises."""
    numbers = {node.id: number for number, node in enumerate(drawing.nodes)}
    lines = []
    for pill in drawing.pills:
        members = [a.tail for a in drawing.arrows if a.head == pill.id and a.kind == "join"]
        inside = "; ".join(f"n{numbers[name]}" for name in (pill.id, *members))
        lines.append(f"subgraph cluster_p{numbers[pill.id]} {{ margin=0; {inside} }}")
    return dot.replace("\nn0 ", "\n" + "\n".join(lines) + "\nn0 ", 1)


def _groups_in_clusters(dot: str, drawing: Drawing) -> str:
    """Keep the members of each group together."""
    numbers = {node.id: number for number, node in enumerate(drawing.nodes)}
    lines = []
    for number, group in enumerate(drawing.groups):
        inside = "; ".join(f"n{numbers[name]}" for name in group.members)
        lines.append(
            f"subgraph cluster_{number} {{ margin={GROUP_MARGIN + LINE_HEIGHT}; {inside} }}"
        )
    return dot.replace("\nn0 ", "\n" + "\n".join(lines) + "\nn0 ", 1)


def _packed(dot: str, drawing: Drawing) -> str:
    """Pack the ranks to a quarter less than they take, pills among the boxes."""
    across = sum(box.height for box in drawing.boxes) / POINTS_AN_INCH / 4
    size = f'ratio=compress, size="{across:.2f},1000"'
    return _pills_among_boxes(dot, drawing).replace("graph [", f"graph [{size}, ", 1)


def _pills_among_boxes(dot: str, _: Drawing) -> str:
    """Let pills stand in the ranks of boxes, as far apart as these need."""
    return re.sub(r"ranksep=[\d.]+", "ranksep=0.5833", re.sub("minlen=2", "minlen=1", dot))


SETTINGS: dict[str, Change | None] = {
    "as it is": None,
    "by Graphviz": lambda dot, _: dot,
    "groups in clusters": _groups_in_clusters,
    "packed": _packed,
    "pills in the ranks of boxes": _pills_among_boxes,
    "linked premises in clusters": _linked_in_clusters,
    "order of siblings left to dot": _replaced(r"ordering=out, ", ""),
    "newrank": _with(newrank="true"),
    "all edges of weight 1": _replaced(r"weight=2", "weight=1"),
    "edges of pills of weight 4": _replaced(r"weight=2", "weight=4"),
    "mclimit 4": _with(mclimit=4),
    "mclimit 0.2": _with(mclimit=0.2),
    "nslimit 1": _with(nslimit=1),
    "ranks 24 px apart": _replaced(r"ranksep=[\d.]+", "ranksep=0.3333"),
    "ranks 42 px apart": _replaced(r"ranksep=[\d.]+", "ranksep=0.5833"),
    "siblings 20 px apart": _replaced(r"nodesep=[\d.]+", "nodesep=0.28"),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What can be counted in a picture."""

    crossings: float
    disorder: float
    length: float
    empty: float
    size: float
    letters: tuple[float, float, float]
    seconds: float


def main() -> None:
    """Measure every setting on every map and print the medians."""
    drawings = [build(whole_view(one), options=DrawingOptions()) for one in _maps(sys.argv[1:])]
    first: list[Measured] = []
    print(f"{len(drawings)} maps, {sum(len(one.boxes) for one in drawings)} claims; medians, sums")
    print(f"{'':32} crossings   disorder  length  empty  size  760 px  358 px  A4 pt   seconds")
    for name, change in SETTINGS.items():
        found = [measured(drawing, change) for drawing in drawings]
        first = first or found
        sizes = [one.size / other.size for one, other in zip(found, first, strict=True)]
        crossings, disorder = (
            sum(getattr(one, field) for one in found) for field in ("crossings", "disorder")
        )
        length, empty = (
            statistics.median(getattr(one, field) for one in found) for field in ("length", "empty")
        )
        letters = [statistics.median(one.letters[place] for one in found) for place in range(3)]
        print(
            f"{name:32} {crossings:9.0f}  {disorder:9.0f}  {length:6.2f}  {empty:4.0%}"
            f"  {statistics.geometric_mean(sizes):5.2f}  {letters[0]:6.1f}  {letters[1]:6.1f}"
            f"  {letters[2]:5.1f}  {sum(one.seconds for one in found):7.2f}",
            flush=True,
        )


def _maps(names: list[str]) -> Iterator[ArgumentMap]:
    if names:
        yield from (load(name) for name in names)
        return
    for file in sorted(Path("maps").glob("*.yaml")):
        yield load(file)
    for seed in range(12):
        for claims, links in ((20, 0.05), (60, 0.05), (150, 0.03)):
            yield random_argument(claims, cross_links=links, seed=seed)
        for claims in (20, 60, 150):
            yield random_argument(claims, cross_links=0, seed=seed)
        yield in_groups(random_argument(60, cross_links=0.03, seed=seed), seed=seed)
    yield from _imported()


def _imported() -> Iterator[ArgumentMap]:
    for seed in range(100, 106):
        text = argdown_of(random_argument(60, cross_links=0.05, seed=seed))
        yield _read(text, "argdown")
        dice = random.Random(seed)
        attacks = sorted({tuple(dice.sample(range(1, 31), 2)) for _ in range(40)})
        lines = [*map(str, range(1, 31)), "#", *(f"{one} {other}" for one, other in attacks)]
        yield _read("\n".join(lines), "tgf")


def _read(text: str, notation: str) -> ArgumentMap:
    found = read_text(text, file=f"random.{notation}", notation=notation).map
    if found is None:
        raise ValueError(f"not {notation}: {text}")
    return found


def measured(drawing: Drawing, change: Change | None) -> Measured:
    """Return the measures of argmap’s picture, or of Graphviz’s with a change to its DOT."""

    def run(dot: str) -> str:
        return embedded.run(change(dot, drawing) if change else dot, limits=Limits())

    start = time.process_time()
    placed = place(drawing, direction=None, run=run)
    if change:
        dot = layout_source(drawing, direction=placed.direction)
        start = time.process_time()
        placed = with_lines(placed_by_engine(drawing, run(dot), direction=placed.direction))
    spent = time.process_time() - start
    filled = sum(node.shape.width * node.shape.height for node in placed.nodes)
    area = placed.width * placed.height
    lengths = [_length(_points(arrow)) for arrow in placed.arrows]
    return Measured(
        crossings=crossings_of_lines(placed.arrows),
        disorder=_disorder(placed),
        length=statistics.mean(lengths) / 272 if lengths else 0.0,
        empty=1 - filled / area if area else 0.0,
        size=_size(placed),
        letters=_letters(placed),
        seconds=spent,
    )


def _size(placed: PlacedDrawing) -> float:
    long, short = PAGE
    width, height = placed.width, placed.height
    return max(min(long / width, short / height), min(short / width, long / height))


def _letters(placed: PlacedDrawing) -> tuple[float, float, float]:
    """Return how high letters are in 760 and in 358 pixels, and in points on upright A4."""
    width, height = placed.width + 2 * MARGIN, placed.height + 2 * MARGIN
    paper = min(PAPER[0] / width, PAPER[1] / height, 1.0)
    column, telephone = (min(room / width, 1.0) for room in (760, 358))
    return TEXT_SIZE * column, TEXT_SIZE * telephone, TEXT_SIZE * paper * 0.75


def _points(arrow: PlacedArrow) -> list[tuple[float, float]]:
    found = [(arrow.curve[0].x, arrow.curve[0].y)]
    for start in range(0, len(arrow.curve) - 1, 3):
        a, b, c, d = arrow.curve[start : start + 4]
        for step in range(1, POINTS_A_CURVE + 1):
            t = step / POINTS_A_CURVE
            w = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
            xs = w[0] * a.x + w[1] * b.x + w[2] * c.x + w[3] * d.x
            ys = w[0] * a.y + w[1] * b.y + w[2] * c.y + w[3] * d.y
            found.append((xs, ys))
    return found


def _length(points: list[tuple[float, float]]) -> float:
    return sum(math.dist(one, other) for one, other in itertools.pairwise(points))


def crossings_of_lines(arrows: tuple[PlacedArrow, ...]) -> int:
    """Return how many pairs of arrows that share no end cross each other."""
    lines = [_points(arrow) for arrow in arrows]
    frames = [
        (min(x for x, _ in p), max(x for x, _ in p), min(y for _, y in p), max(y for _, y in p))
        for p in lines
    ]
    number = 0
    for one, other in itertools.combinations(range(len(arrows)), 2):
        a, b = frames[one], frames[other]
        if a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]:
            continue
        ends = {arrows[one].arrow.tail, arrows[one].arrow.head}
        if ends & {arrows[other].arrow.tail, arrows[other].arrow.head}:
            continue
        number += any(
            _cross(p, q, r, s)
            for p, q in itertools.pairwise(lines[one])
            for r, s in itertools.pairwise(lines[other])
        )
    return number


Place = tuple[float, float]


def _cross(p: Place, q: Place, r: Place, s: Place) -> bool:
    def side(a: Place, b: Place, c: Place) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    return side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0


def _disorder(placed: PlacedDrawing) -> int:
    """Return how many neighbours among what bears on one node stand in the order of no file."""
    across = placed.direction in (Direction.DOWN, Direction.UP)
    middle = {
        node.shape.id: (node.x + node.right if across else node.y + node.bottom)
        for node in placed.nodes
    }
    number = 0
    uses: dict[str, int] = {}
    for arrow in placed.arrows:
        uses[arrow.arrow.tail] = uses.get(arrow.arrow.tail, 0) + 1
    siblings: dict[str, list[float]] = {}
    for arrow in placed.arrows:
        # What is used in several places cannot stand where each of them would have it.
        if uses[arrow.arrow.tail] == 1 and arrow.arrow.kind != "contradiction":
            siblings.setdefault(arrow.arrow.head, []).append(middle[arrow.arrow.tail])
    for places in siblings.values():
        number += sum(one > other for one, other in itertools.pairwise(places))
    return number


if __name__ == "__main__":
    main()

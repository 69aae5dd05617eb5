"""The legend: names only what occurs in the map."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.shapes import Arrow, ArrowKind, Drawing, Role
from argmap.languages import words_in
from argmap.layout.placed import PlacedArrow, Point
from argmap.render.markup import element, text
from argmap.render.svg.arrow_ends import drawn
from argmap.render.svg.badges import badge
from argmap.render.svg.look import Look
from argmap.render.svg.shapes import (
    MARK_HEIGHT,
    MARK_WIDTH,
    arrow_markup,
    box_frame,
    degree_bar,
    inner_frame,
    mark,
    pill_frame,
    sign_markup,
)
from argmap.weighing import Standing

SAMPLE_WIDTH, SMALL_SAMPLE_WIDTH = 34.0, 16.0
SAMPLE_GAP = 8.0
ENTRY_GAP = 26.0
ROW_HEIGHT = 24.0
LINKED, STEP, UNSTATED, AWAY = "linked", "step", "unstated", "away"
BOXES = {UNSTATED: "claim neutral unstated", AWAY: "claim neutral elsewhere"}
FAILS, CHANGED, DEGREE, AUDIENCE = "fails", "changed", "degree", "audience"


class Entry(NamedTuple):
    """One sample with its words.

    The sample is an arrow's kind, the number of a coloured tag, a verdict (CHANGED for one that is
    another than in the map as written), FAILS for a thin arrow, LINKED or STEP for a pill, UNSTATED
    or AWAY for a box. AUDIENCE has none: its words say for whom the map is weighed.
    """

    sample: ArrowKind | int | Standing | str
    words: str
    letter_width: float = 1.0

    @property
    def is_mark(self) -> bool:
        """Return whether the sample is a mark on a box, not a line or a pill."""
        return isinstance(self.sample, Standing | int) or self.sample == CHANGED

    @property
    def sample_width(self) -> float:
        """Return how much room the sample takes."""
        if self.sample == AUDIENCE:
            # The words begin where samples do.
            return -SAMPLE_GAP
        return SMALL_SAMPLE_WIDTH if self.is_mark else SAMPLE_WIDTH

    @property
    def width(self) -> float:
        """Return how much room the entry takes."""
        words = text_width(self.words, size=sizes.PILL_TEXT_SIZE) * self.letter_width
        return self.sample_width + SAMPLE_GAP + words


def entries(drawing: Drawing, letter_width: float = 1.0) -> tuple[Entry, ...]:
    """Return the entries for what occurs in the drawing; none when no legend is wanted.

    `letter_width` is how wide letters are beside those of Arial.
    """
    shown = _entries(drawing.whole or drawing) if drawing.legend else ()
    return tuple(entry._replace(letter_width=letter_width) for entry in shown)


def _entries(drawing: Drawing) -> Iterator[Entry]:
    words = words_in(drawing.language)
    kinds = {arrow.kind for arrow in drawing.arrows}
    pills = {pill.id for pill in drawing.pills}
    attacked = {arrow.head for arrow in drawing.arrows if arrow.kind is ArrowKind.ATTACK}
    if ArrowKind.SUPPORT in kinds:
        yield Entry(ArrowKind.SUPPORT, words.legend_support)
    if attacked:
        undercuts = bool(attacked & pills)
        said = words.legend_rebuttal_or_undercut if undercuts else words.legend_rebuttal
        yield Entry(ArrowKind.ATTACK, said)
    if ArrowKind.CONTRADICTION in kinds:
        yield Entry(ArrowKind.CONTRADICTION, words.legend_contradiction)
    if any(pill.linked for pill in drawing.pills):
        yield Entry(LINKED, words.legend_linked)
    if any(not pill.linked and not pill.lines for pill in drawing.pills):
        yield Entry(STEP, words.legend_step)
    if any(box.unstated for box in drawing.boxes):
        yield Entry(UNSTATED, words.legend_unstated)
    if any(box.away for box in drawing.boxes):
        yield Entry(AWAY, words.legend_away)
    if any(arrow.fails for arrow in drawing.arrows):
        yield Entry(FAILS, words.legend_without_effect)
    verdicts = {node.verdict for node in drawing.nodes}
    for standing in Standing:
        if standing in verdicts:
            yield Entry(standing, words.judged(standing))
    if drawing.audience is not None:
        yield Entry(AUDIENCE, words.weighed_for.format(words.quoted(drawing.audience)))
    if any(box.degree is not None for box in drawing.boxes):
        yield Entry(DEGREE, words.legend_degree)
    if any(node.changed for node in drawing.nodes):
        yield Entry(CHANGED, words.legend_changed)
    used = {tag for box in drawing.boxes for tag in box.tags}
    for number, (tag, _) in enumerate(drawing.tag_colours):
        if tag in used:
            yield Entry(number, tag)


def rows(shown: tuple[Entry, ...], *, width: float) -> tuple[tuple[Entry, ...], ...]:
    """Return the entries in rows that fit into `width` pixels, at least one entry in each.

    What is said of the whole picture stands before the samples. The marks on boxes begin a row of
    their own where that takes no more rows.
    """
    remarks = tuple((entry,) for entry in shown if entry.sample == AUDIENCE)
    shown = tuple(entry for entry in shown if entry.sample != AUDIENCE)
    packed = _packed(shown, width)
    lines = tuple(entry for entry in shown if not entry.is_mark)
    marks = tuple(entry for entry in shown if entry.is_mark)
    apart = (*_packed(lines, width), *_packed(marks, width))
    return (*remarks, *(apart if len(apart) <= len(packed) else packed))


def _packed(shown: tuple[Entry, ...], width: float) -> tuple[tuple[Entry, ...], ...]:
    found: list[list[Entry]] = []
    for entry in shown:
        if found and _width((*found[-1], entry)) <= width:
            found[-1].append(entry)
        else:
            found.append([entry])
    return tuple(tuple(row) for row in found)


def _width(row: Sequence[Entry]) -> float:
    return sum(entry.width + ENTRY_GAP for entry in row) - ENTRY_GAP


def legend_markup(
    look: Look, placed: tuple[tuple[Entry, ...], ...], *, left: float, top: float
) -> Iterator[str]:
    """Yield the lines of markup of a legend whose upper left corner is given."""
    if not placed:
        return
    words = look.attributes("legend", "text")
    yield '<g class="legend" aria-hidden="true">'
    for number, row in enumerate(placed):
        middle = top + ROW_HEIGHT * (number + 0.5)
        starts = accumulate((entry.width + ENTRY_GAP for entry in row), initial=left)
        for entry, start in zip(row, starts, strict=False):
            yield _sample(look, entry, start, middle)
            x = start + entry.sample_width + SAMPLE_GAP
            yield element("text", {**words, "x": x, "y": middle + 4}, text(entry.words))
    yield "</g>"


def _sample(look: Look, entry: Entry, left: float, middle: float) -> str:
    if entry.sample in (LINKED, STEP):
        classes = "pill support"
        pill = pill_frame(look, classes, left, middle - 8, SAMPLE_WIDTH, 16.0)
        if entry.sample == STEP:
            pill += sign_markup(look, classes, left + SAMPLE_WIDTH / 2, middle, linked=False)
        return element("g", {"class": classes}, pill)
    if entry.sample == AUDIENCE:
        return ""
    if entry.sample in (UNSTATED, AWAY):
        place = (left, middle - 8, SAMPLE_WIDTH, 16.0)
        classes = BOXES[str(entry.sample)]
        inner = inner_frame(look, classes, *place) if entry.sample == AWAY else ""
        return element("g", {"class": classes}, box_frame(look, classes, *place) + inner)
    if entry.sample == DEGREE:
        return degree_bar(look, "legend", left, middle - 1.5, SAMPLE_WIDTH, 0.6)
    if entry.sample == CHANGED:
        return badge(look, Standing.UNDECIDED, left + SMALL_SAMPLE_WIDTH / 2, middle, changed=True)
    if isinstance(entry.sample, Standing):
        return badge(look, entry.sample, left + SMALL_SAMPLE_WIDTH / 2, middle)
    if isinstance(entry.sample, int):
        start = left + (SMALL_SAMPLE_WIDTH - MARK_WIDTH) / 2
        return mark(look, start, middle - MARK_HEIGHT / 2, entry.sample)
    role = Role.SUPPORT if entry.sample is ArrowKind.SUPPORT else Role.ATTACK
    kind = entry.sample if isinstance(entry.sample, ArrowKind) else ArrowKind.ATTACK
    ends = [Point(left + SAMPLE_WIDTH * step / 3, middle) for step in range(4)]
    arrow = PlacedArrow(Arrow("", "", kind, role, entry.sample == FAILS), tuple(ends))
    return arrow_markup(look, arrow.arrow, drawn(arrow))

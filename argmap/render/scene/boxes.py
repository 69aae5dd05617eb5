"""Boxes, pills and mentions as panels, with their badges, bars and marks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from argmap.drawing import sizes
from argmap.drawing.reading_side import is_right_to_left
from argmap.drawing.shapes import Box, Manner, Mention, Pill
from argmap.layout.placed import Placed
from argmap.model import ArgumentMap
from argmap.render.scene.paints import paint, run
from argmap.render.scene.things import Align, Badge, Kind, Paint, Panel, Paragraph, Run
from argmap.render.svg.badges import RADIUS, verdict_class
from argmap.render.svg.look import Look
from argmap.render.svg.shapes import (
    DEGREE_HEIGHT,
    INSET,
    MARK_GAP,
    MARK_HEIGHT,
    MARK_WIDTH,
    classes_of,
)
from argmap.weighing import Standing

SIGNS = {
    Standing.STANDS: "✓",
    Standing.FALLS: "×",
    Standing.NOT_SHOWN: "○",
    Standing.UNDECIDED: "?",
}
LEADS_ON = "↗"


@dataclass(frozen=True, slots=True)
class Boxes:
    """What makes panels of the boxes of a map, in a look."""

    look: Look
    map: ArgumentMap

    def panels(self, node: Placed) -> Iterator[Panel]:
        """Yield the panel of a box, a pill or a mention, and those that lie on it."""
        shape = node.shape
        if isinstance(shape, Box):
            yield self._claim(shape, node)
            if shape.away:
                left = node.x + (0.0 if node.mirrored else sizes.STRIPE)
                place = (left, node.y, shape.width - sizes.STRIPE, shape.height)
                name, classes = f"{shape.id} inner", classes_of(shape)
                yield inner_panel(self.look, name, classes, place, part_of=shape.id)
            yield from self._marks(shape, node)
            if shape.degree is not None:
                yield from self._degree(shape, node, shape.degree)
        elif isinstance(shape, Pill):
            yield self._step(shape, node)
        else:
            yield self._mention(shape, node)

    def badge(self, node: Placed) -> Badge | None:
        """Return the badge of a box or a mention, where it has one."""
        shape = node.shape
        if isinstance(shape, Pill) or not shape.verdict:
            return None
        lines = shape.lines if isinstance(shape, Mention) else shape.headline or shape.body
        inside = sizes.PADDING_RIGHT + RADIUS - 4.0
        x = node.x + inside if is_right_to_left(lines) else node.right - inside
        top = sizes.MENTION_PADDING if isinstance(shape, Mention) else shape.text_top
        y = node.y + top + sizes.LINE_HEIGHT / 2 + 0.5
        return badge(self.look, shape.verdict, x, y, changed=shape.changed, part_of=shape.id)

    def _claim(self, box: Box, node: Placed) -> Panel:
        classes = classes_of(box)
        stripe = paint(self.look, classes, "stripe").fill
        return Panel(
            name=box.id,
            kind=Kind.CLAIM,
            x=node.x,
            y=node.y,
            width=box.width,
            height=box.height,
            paint=paint(self.look, classes, "frame"),
            corner=self.look.theme.corner,
            stripe=stripe,
            mirrored=node.mirrored,
            paragraphs=tuple(self._paragraphs(box, classes)),
            left=sizes.PADDING_RIGHT if node.mirrored else sizes.PADDING_LEFT,
            right=sizes.PADDING_LEFT if node.mirrored else sizes.PADDING_RIGHT,
            link=box.link,
            note=box.note,
            has_badge=box.verdict is not None,
        )

    def _paragraphs(self, box: Box, classes: str) -> Iterator[Paragraph]:
        claim = self.map.claims_by_id[box.id]
        label = run(self.look, unbroken(box.headline, claim.label), classes, "headline text")
        body = run(self.look, unbroken(box.body, claim.text), classes, "text")
        small = run(self.look, unbroken(box.sources, box.small_line), classes, "sources text")
        beside = [small._replace(beside=True)] if box.sources_beside else []
        top = box.text_top
        if box.runs_in:
            joined = f"{box.headline[-1]} {box.body[0]}"
            lines = (*box.headline[:-1], joined, *box.body[1:])
            after = body._replace(words=f" {body.words}")
            yield self._paragraph([label, after, *beside], lines, top)
            top += len(lines) * sizes.LINE_HEIGHT
        else:
            for one, lines in ((label, box.headline), (body, box.body)):
                if lines:
                    last = beside if lines is (box.body or box.headline) else []
                    yield self._paragraph([one, *last], lines, top)
                    top += len(lines) * sizes.LINE_HEIGHT
        if box.sources and not beside:
            yield self._paragraph([small], box.sources, top + sizes.SOURCES_GAP)
        foot = sizes.PADDING_BOTTOM + box.text_top - sizes.PADDING_TOP
        more = (*box.more, *(lead.words for lead in box.leads))
        top = box.height - foot - len(more) * sizes.SMALL_LINE_HEIGHT
        for place, line in enumerate(more):
            said = run(self.look, line, classes, "more text")
            yield self._paragraph([said], [line], top + place * sizes.SMALL_LINE_HEIGHT)

    def _paragraph(self, runs: Iterable[Run], lines: Sequence[str], top: float) -> Paragraph:
        runs = tuple(runs)
        height = sizes.LINE_HEIGHT
        if runs[0].size < sizes.TEXT_SIZE:
            height = sizes.SMALL_LINE_HEIGHT
        return Paragraph(runs, tuple(lines), top, height, is_right_to_left(lines))

    def _marks(self, box: Box, node: Placed) -> Iterator[Panel]:
        """Yield a small flag for each tag of a box that has a colour."""
        coloured = [tag for tag, _ in self.look.tag_colours]
        numbers = [coloured.index(tag) for tag in box.tags if tag in coloured]
        for place, number in enumerate(numbers):
            inside = MARK_GAP + place * (MARK_WIDTH + MARK_GAP)
            x = node.x + inside if node.mirrored else node.right - inside - MARK_WIDTH
            yield Panel(
                name=f"{box.id} mark {place + 1}",
                kind=Kind.MARK,
                x=x,
                y=node.y - MARK_HEIGHT / 2,
                width=MARK_WIDTH,
                height=MARK_HEIGHT,
                paint=paint(self.look, f"mark-{number}"),
                corner=2.0,
                part_of=box.id,
            )

    def _degree(self, box: Box, node: Placed, degree: float) -> Iterator[Panel]:
        corner = self.look.theme.corner
        x = node.x + (corner if node.mirrored else sizes.STRIPE)
        width = box.width - sizes.STRIPE - corner
        classes = classes_of(box)
        for name, long in (("scale", width), ("degree", width * degree)):
            yield Panel(
                name=f"{box.id} {name}",
                kind=Kind.MARK,
                x=x,
                y=node.bottom - DEGREE_HEIGHT - 1.0,
                width=long,
                height=DEGREE_HEIGHT,
                paint=paint(self.look, classes, name),
                part_of=box.id,
            )

    def _step(self, pill: Pill, node: Placed) -> Panel:
        classes = classes_of(pill)
        argument = self.map.arguments_by_id[pill.id]
        name = argument.label or (argument.scheme or "").replace("-", " ").replace("_", " ")
        lines = pill.lines or (pill.sign,)
        said = run(self.look, unbroken(lines, name), classes, "text")
        if not pill.lines:
            colour = paint(self.look, classes, "inference").fill or said.colour
            said = said._replace(colour=colour, size=sizes.TEXT_SIZE + 3, bold=True, italic=False)
        top = (pill.height - len(lines) * sizes.PILL_LINE_HEIGHT) / 2
        return Panel(
            name=pill.id,
            kind=Kind.STEP,
            x=node.x,
            y=node.y,
            width=pill.width,
            height=pill.height,
            paint=paint(self.look, classes, "frame"),
            corner=min(pill.height / 2, 12.0),
            paragraphs=(
                Paragraph((said,), lines, top, sizes.PILL_LINE_HEIGHT, is_right_to_left(lines)),
            ),
            align=Align.MIDDLE,
            note=pill.note,
        )

    def _mention(self, mention: Mention, node: Placed) -> Panel:
        classes = " ".join(["mention", mention.manner, mention.role])
        framed = mention.manner is not Manner.REMINDER
        said = run(self.look, unbroken(mention.lines, mention.text), classes, "text")
        said = said._replace(words=f"{LEADS_ON} {said.words}")
        height = sizes.LINE_HEIGHT if framed else sizes.SMALL_LINE_HEIGHT
        paragraph = Paragraph(
            (said,),
            (f"{LEADS_ON} {mention.lines[0]}", *mention.lines[1:]),
            sizes.MENTION_PADDING if framed else 0.0,
            height,
            is_right_to_left(mention.lines),
        )
        return Panel(
            name=mention.id,
            kind=Kind.MENTION,
            x=node.x,
            y=node.y,
            width=mention.width,
            height=mention.height,
            paint=paint(self.look, classes, "frame") if framed else Paint(),
            corner=self.look.theme.corner,
            paragraphs=(paragraph,),
            left=sizes.PADDING_LEFT if framed else 0.0,
            right=sizes.PADDING_RIGHT if framed else 0.0,
            has_badge=mention.verdict is not None,
        )


def inner_panel(
    look: Look,
    name: str,
    classes: str,
    place: tuple[float, float, float, float],
    *,
    part_of: str | None = None,
) -> Panel:
    """Return the second contour of what is argued elsewhere, within the box at a place."""
    x, y, width, height = place
    return Panel(
        name=name,
        kind=Kind.MARK,
        x=x + INSET,
        y=y + INSET,
        width=width - 2 * INSET,
        height=height - 2 * INSET,
        paint=paint(look, classes, "inner"),
        corner=max(look.theme.corner - INSET, 0.0),
        part_of=part_of,
    )


def badge(
    look: Look,
    standing: Standing,
    x: float,
    y: float,
    *,
    changed: bool = False,
    part_of: str | None = None,
) -> Badge:
    """Return the badge of a verdict around its middle; one that `changed` has a ring."""
    classes = f"badge {verdict_class(standing)}"
    disc, sign = (paint(look, classes, part) for part in ("disc", "sign"))
    ring = paint(look, classes, "ring") if changed else None
    colour = sign.stroke or look.theme.palette.text
    return Badge(standing, x, y, RADIUS, disc, colour, ring, part_of)


def unbroken(lines: Sequence[str], text: str | None) -> str:
    """Return what the lines say in one, as it is in a text where they say that text."""
    words = " ".join((text or "").split())
    return words if words.replace(" ", "") == "".join("".join(lines).split()) else " ".join(lines)

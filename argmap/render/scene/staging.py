"""A picture becomes a scene: everything that its SVG shows, as panels, lines and badges."""

from collections.abc import Iterator

from argmap.drawing import sizes
from argmap.drawing.reading_side import is_right_to_left
from argmap.drawing.shapes import Arrow, ArrowKind
from argmap.layout.placed import Direction, Placed, PlacedArrow, PlacedGroup, Point
from argmap.render.renderer import Picture
from argmap.render.scene.boxes import Boxes
from argmap.render.scene.legends import legend_of
from argmap.render.scene.paints import paint, run
from argmap.render.scene.things import End, Kind, Line, Paint, Panel, Paragraph, Scene
from argmap.render.svg.arrow_ends import BAR_HALF_LENGTH, SHORT_BAR_HALF_LENGTH
from argmap.render.svg.extent import Extent, extent_of
from argmap.render.svg.look import Look, look_of
from argmap.render.svg.trail import SEPARATOR
from argmap.render.svg.trail_markup import ABOVE_DRAWING

# What stands at the tail and at the head of an arrow.
ENDS = {
    ArrowKind.SUPPORT: (End.NONE, End.HEAD),
    ArrowKind.ATTACK: (End.NONE, End.BAR),
    ArrowKind.JOIN: (End.NONE, End.NONE),
    ArrowKind.CONTRADICTION: (End.BAR, End.BAR),
}
GROUP_CORNER = 10.0


def scene_of(picture: Picture) -> Scene:
    """Return what a picture shows; the same picture gives an equal scene."""
    placed, drawing = picture.places, picture.drawing
    in_column = placed.direction is Direction.COLUMN
    look = look_of(
        picture.theme,
        drawing.tag_colours,
        in_page=False,
        mentions=in_column,
        unstated=drawing.shows_unstated,
        away=drawing.shows_away,
    )
    extent = extent_of(placed, letter_width=picture.theme.letter_width)
    by = Point(extent.margin + (extent.inner - placed.width) / 2, extent.top)
    nodes = [_moved(node, by) for node in placed.nodes]
    boxes = Boxes(look, picture.map)
    badges = [badge for node in nodes if (badge := boxes.badge(node))]
    bar = SHORT_BAR_HALF_LENGTH if in_column else BAR_HALF_LENGTH
    legend = legend_of(look, extent, bar=bar)
    return Scene(
        title=drawing.title,
        language=drawing.language,
        summary=drawing.summary,
        page=look.theme.palette.page,
        fonts=look.theme.fonts,
        width=extent.width,
        height=extent.height,
        grounds=(
            *_headings(look, extent),
            *(_group(look, group, by, number) for number, group in enumerate(placed.groups, 1)),
        ),
        lines=(*(_line(look, arrow, by, bar) for arrow in placed.arrows), *legend.lines),
        panels=(*(panel for node in nodes for panel in boxes.panels(node)), *legend.panels),
        badges=(*badges, *legend.badges),
    )


def _moved(node: Placed, by: Point) -> Placed:
    return node._replace(x=node.x + by.x, y=node.y + by.y)


def _headings(look: Look, extent: Extent) -> Iterator[Panel]:
    """Yield the title and, above a part, the path that leads to it."""
    if extent.title:
        said = run(look, " ".join(extent.title), "title text")
        height = sizes.TITLE_LINE_HEIGHT
        yield Panel(
            name="heading title",
            kind=Kind.WORDS,
            x=extent.margin,
            y=extent.margin - 5.0,
            width=extent.inner,
            height=height * len(extent.title),
            paint=Paint(),
            paragraphs=(
                Paragraph((said,), extent.title, 0.0, height, is_right_to_left(extent.title)),
            ),
        )
    if extent.trail:
        words = SEPARATOR.join([*(crumb.words for crumb in extent.trail), ""]).rstrip()
        said = run(look, words, "sources text")
        height = sizes.SMALL_LINE_HEIGHT
        yield Panel(
            name="heading path",
            kind=Kind.WORDS,
            x=extent.margin,
            y=extent.top - ABOVE_DRAWING - height + 3.0,
            width=extent.inner,
            height=height,
            paint=Paint(),
            paragraphs=(Paragraph((said,), (words,), 0.0, height, is_right_to_left([words])),),
        )


def _group(look: Look, group: PlacedGroup, by: Point, number: int) -> Panel:
    heading = group.group.heading
    said = run(look, " ".join(heading), "group-heading text")
    lines = Paragraph(
        (said,), heading, group.margin - 2.0, sizes.LINE_HEIGHT, is_right_to_left(heading)
    )
    return Panel(
        # A blank is no part of an id, so that no claim has this name.
        name=f"group {number}",
        kind=Kind.GROUP,
        x=group.x + by.x,
        y=group.y + by.y,
        width=group.width,
        height=group.height,
        paint=paint(look, "group"),
        corner=GROUP_CORNER,
        paragraphs=(lines,),
        left=group.margin,
        right=group.margin,
    )


def _line(look: Look, placed: PlacedArrow, by: Point, bar: float) -> Line:
    arrow = placed.arrow
    at_tail, at_head = ENDS[arrow.kind]
    curve = tuple(Point(point.x + by.x, point.y + by.y) for point in placed.curve)
    return Line(
        curve=curve,
        paint=line_paint(look, arrow),
        bar=bar,
        at_tail=at_tail,
        at_head=at_head,
        tail=arrow.tail,
        head=arrow.head,
        joins=placed.joins,
    )


def line_paint(look: Look, arrow: Arrow) -> Paint:
    """Return how the line of an arrow is drawn."""
    classes = f"arrow {arrow.role}{' fails' if arrow.fails else ''}"
    return paint(look, classes, "line" if arrow.kind is ArrowKind.JOIN else f"line {arrow.kind}")

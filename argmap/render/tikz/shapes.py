"""Panels as nodes of TikZ, and badges as its pics."""

from collections.abc import Iterator

from argmap.drawing import sizes
from argmap.render.scene.things import Align, Badge, Kind, Paint, Panel
from argmap.render.tikz.terms import Terms, bp, number, place
from argmap.render.tikz.words import letters, words
from argmap.weighing import Standing

# From a badge to the ring of a verdict that changed.
RING_GAP = 3.0
# Letters differ a little from face to face; so much longer than measured may lines be.
SPARED = 2.0
SIGN_WIDTH = 1.6
_BOX, _STRIPE = "path picture bounding box", bp(sizes.STRIPE)
# What all nodes share, the coloured edge of boxes, and the size of letters.
STYLES = (
    "\\tikzset{",
    "  argmap/.style={anchor=north west, inner sep=0},",
    "  letters/.style 2 args={font=\\sffamily\\fontsize{#1}{#2}\\selectfont},",
    "  stripe/.style={path picture={\\fill[sharp corners, #1]"
    f" ({_BOX}.south west) rectangle ([xshift={_STRIPE}]{_BOX}.north west);}}}},",
    "  right stripe/.style={path picture={\\fill[sharp corners, #1]"
    f" ({_BOX}.south east) rectangle ([xshift=-{_STRIPE}]{_BOX}.north east);}}}},",
    "}",
)
# The signs of badges around their middle, in pixels; y grows downwards.
SIGNS = {
    Standing.STANDS: "(-3.4,0.2) -- (-0.9,2.8) -- (3.5,-2.6)",
    Standing.FALLS: "(-2.6,-2.6) -- (2.6,2.6) (2.6,-2.6) -- (-2.6,2.6)",
    Standing.NOT_SHOWN: "(0,0) circle[radius=2.7]",
    Standing.UNDECIDED: "(-2,-2.4) arc[start angle=160, end angle=-90, x radius=2.1, y radius=-2.1]"
    " -- (0,1.3) (0,3.6) -- (0,3.7)",
}


def pictograms(terms: Terms) -> Iterator[str]:
    """Yield a pic for each verdict that is shown, and the styles of all nodes."""
    yield from STYLES
    shown = {one.standing: one for one in terms.scene.badges}
    for standing in Standing:
        if standing in shown:
            one = shown[standing]
            yield f"\\tikzset{{{_pic_name(standing)}/.pic={{{_pic(one, terms)}}}}}"


def badge(one: Badge, terms: Terms) -> str:
    """Return the pic of a verdict, which goes with the corner of its node."""
    above = terms.panel(one.part_of)
    at = place(one.x, one.y)
    if above:
        corner = f"{terms.node(above.name)}.north east"
        across, down = one.x - above.x - above.width, one.y - above.y
        at = f"([shift={{{place(across, down)}}}]{corner})"
    told = f"\\pic at {at} {{{_pic_name(one.standing)}}};"
    if one.ring:
        radius = number(one.radius + RING_GAP)
        told += f"\n\\draw[{_painted(one.ring, terms)}] {at} circle[radius={radius}];"
    return told


def _pic_name(standing: Standing) -> str:
    return f"argmap {standing.value.replace('_', ' ')}"


def _pic(one: Badge, terms: Terms) -> str:
    disc = f"\\path[{_painted(one.disc, terms)}] (0,0) circle[radius={number(one.radius)}];"
    sign = f"\\draw[{terms.colour(one.sign)}, line width={bp(SIGN_WIDTH)}, line cap=round]"
    return f"{disc} {sign} {SIGNS[one.standing]};"


def ground(panel: Panel, terms: Terms) -> Iterator[str]:
    """Yield what lies below all: the area of a group, and headings."""
    if panel.kind is Kind.GROUP:
        corner = f"rounded corners={bp(panel.corner)}"
        yield (
            f"\\path[{_painted(panel.paint, terms)}, {corner}] {place(panel.x, panel.y)}"
            f" rectangle {place(panel.x + panel.width, panel.bottom)};"
        )
    first = panel.paragraphs[0]
    width = panel.width - panel.left - panel.right
    options = ["argmap", *_text_options(panel, terms), f"text width={bp(width)}"]
    at = place(panel.x + panel.left, panel.y + first.top)
    yield f"\\node[{', '.join(options)}] at {at} {{{words(panel, terms)}}};"


def node(panel: Panel, terms: Terms) -> Iterator[str]:
    """Yield the node of a panel; a mark without words is a path."""
    if panel.kind is Kind.MARK:
        yield _mark(panel, terms)
        return
    framed = panel.paint != Paint()
    options = ["argmap"]
    if framed:
        options += [_painted(panel.paint, terms), f"rounded corners={bp(panel.corner)}"]
    if panel.stripe:
        options.append(_stripe(panel, terms))
    if panel.paragraphs:
        options += _text_options(panel, terms)
    if _margin(panel):
        options.append(f"inner xsep={bp(_margin(panel))}")
    if panel.kind is not Kind.WORDS:
        options.append(f"minimum width={bp(panel.width)}")
    options.append(f"minimum height={bp(panel.height)}")
    if panel.align is Align.START and framed:
        options.append(f"text width={bp(panel.width - 2 * _margin(panel))}")
    said = words(panel, terms) if panel.paragraphs else ""
    at = place(panel.x, panel.y)
    yield f"\\node[{', '.join(options)}] ({terms.node(panel.name)}) at {at} {{{said}}};"


def _margin(panel: Panel) -> float:
    """Return how far the words of a node stay from both its edges."""
    if panel.align is Align.MIDDLE or panel.paint == Paint():
        return 0.0
    return (panel.left + panel.right - SPARED) / 2


def _text_options(panel: Panel, terms: Terms) -> list[str]:
    first = panel.paragraphs[0]
    look = first.runs[0]
    ways = {Align.MIDDLE: "center", Align.START: "flush right" if first.leftwards else "flush left"}
    return [
        f"text={terms.colour(look.colour)}",
        f"align={ways[panel.align]}",
        f"letters={letters(look, first.line_height)}",
    ]


def _stripe(panel: Panel, terms: Terms) -> str:
    """Return the option that draws the coloured edge."""
    name = "right stripe" if panel.mirrored else "stripe"
    return f"{name}={terms.colour(panel.stripe or '')}"


def _mark(panel: Panel, terms: Terms) -> str:
    """Return a small bar, where it lies on its node if it has one."""
    above = terms.panel(panel.part_of)
    start = place(panel.x, panel.y)
    if above:
        shift = place(panel.x - above.x, panel.y - above.y)
        start = f"([shift={{{shift}}}]{terms.node(above.name)}.north west)"
    corner = f", rounded corners={bp(panel.corner)}" if panel.corner else ""
    painted = _painted(panel.paint, terms)
    return f"\\path[{painted}{corner}] {start} rectangle ++{place(panel.width, panel.height)};"


def _painted(paint: Paint, terms: Terms) -> str:
    told = [f"fill={terms.colour(paint.fill)}"] if paint.fill else []
    if paint.stroke:
        told += [f"draw={terms.colour(paint.stroke)}", f"line width={bp(paint.width)}"]
        if paint.dashed:
            told.append(f"dash pattern=on {bp(5)} off {bp(3)}")
    return ", ".join(told)

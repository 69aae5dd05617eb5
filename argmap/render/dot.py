"""A drawing becomes DOT that stands alone: plain `dot -Tsvg` of it gives a decent picture."""

from collections.abc import Iterator

from argmap.drawing import sizes
from argmap.drawing.shapes import Arrow, ArrowKind, Box, Drawing, Pill, Role
from argmap.layout.dot_source import POINTS_PER_INCH
from argmap.layout.placed import Direction
from argmap.render.renderer import Picture
from argmap.themes import Palette

ENDS = {
    ArrowKind.SUPPORT: "normal",
    ArrowKind.ATTACK: "tee",
    ArrowKind.JOIN: "none",
    ArrowKind.CONTRADICTION: "tee",
}
RANK_DIRECTIONS = {
    Direction.DOWN: "TB",
    Direction.UP: "BT",
    Direction.RIGHT: "LR",
    Direction.LEFT: "RL",
}

KEEPS = frozenset(
    {
        *("map.title", "map.theses", "map.sources", "map.style"),
        *("claim.label", "claim.citations", "claim.contradicts", "claim.link"),
        *("claim.standard", "claim.unstated", "claim.home"),
        *("argument.label", "argument.scheme"),
    }
)


def render(picture: Picture) -> bytes:
    """Return DOT with a node for each box and pill, named by ids, in the theme's own colours.

    An edge is written from target to premise with its arrow backwards, so that dot ranks the
    thesis first.
    """
    lines = _statements(picture.drawing, picture.direction, picture.theme.palette)
    return "\n".join(["digraph {", *lines, "}", ""]).encode()


def _statements(drawing: Drawing, direction: Direction, palette: Palette) -> Iterator[str]:
    title = f", label={quoted(drawing.title)}, labelloc=t" if drawing.title else ""
    yield (
        f'  graph [rankdir={RANK_DIRECTIONS[direction]}, ordering=out, bgcolor="{palette.page}",'
        f' fontname="Arial", fontsize={sizes.TITLE_SIZE:g}, fontcolor="{palette.text}",'
        f" nodesep=0.25, ranksep=0.45{title}]"
    )
    yield (
        f'  node [shape=box, style="rounded,filled", fontname="Arial",'
        f" fontsize={sizes.TEXT_SIZE:g}]"
    )
    yield "  edge [dir=back, arrowsize=0.8]"
    for box in drawing.boxes:
        yield f"  {quoted(box.id)} [{_box(box, palette)}]"
    for pill in drawing.pills:
        yield f"  {quoted(pill.id)} [{_pill(pill, palette)}]"
    for arrow in drawing.arrows:
        yield f"  {quoted(arrow.head)} -> {quoted(arrow.tail)} [{_edge(arrow, palette)}]"


def _box(box: Box, palette: Palette) -> str:
    fill = {
        Role.THESIS: palette.thesis,
        Role.SUPPORT: palette.support_fill,
        Role.ATTACK: palette.attack_fill,
        Role.NEUTRAL: palette.neutral_fill,
    }[box.role]
    edge = palette.gold if box.role is Role.THESIS else _colour(box.role, palette)
    text = palette.thesis_text if box.role is Role.THESIS else palette.text
    lines = [*box.headline, *box.body, *box.sources, *box.more]
    label = "".join(f"{escaped(line)}\\l" for line in lines)
    width = box.width / POINTS_PER_INCH
    parts = [
        f'label="{label}"',
        f'fillcolor="{fill}"',
        f'color="{edge}"',
        f'fontcolor="{text}"',
        f"width={width:.3f}",
        f"tooltip={quoted(box.text)}",
    ]
    if box.unstated:
        parts.append('style="rounded,filled,dashed"')
    if box.away:
        parts.append("peripheries=2")
    if box.link:
        parts.append(f"URL={quoted(box.link)}")
    return ", ".join(parts)


def _pill(pill: Pill, palette: Palette) -> str:
    colour = _colour(pill.role, palette)
    label = "\\n".join(escaped(line) for line in pill.lines) or pill.sign
    return (
        f'label="{label}", color="{colour}", fontcolor="{colour}", fillcolor="{palette.page}",'
        f" fontsize={sizes.PILL_TEXT_SIZE:g}, height=0.25, width=0.4, tooltip={quoted(pill.text)}"
    )


def _edge(arrow: Arrow, palette: Palette) -> str:
    parts = [f'color="{_colour(arrow.role, palette)}"', f"arrowtail={ENDS[arrow.kind]}"]
    if arrow.kind in (ArrowKind.ATTACK, ArrowKind.CONTRADICTION):
        parts.append("style=dashed")
    if arrow.kind is ArrowKind.CONTRADICTION:
        parts += ["dir=both", "arrowhead=tee", "constraint=false"]
    return ", ".join(parts)


def _colour(role: Role, palette: Palette) -> str:
    return {
        Role.THESIS: palette.thesis,
        Role.SUPPORT: palette.support,
        Role.ATTACK: palette.attack,
        Role.NEUTRAL: palette.neutral,
    }[role]


def escaped(content: str) -> str:
    """Return text for a quoted DOT string, in which dot's own escapes mean nothing."""
    safe = content.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return safe.replace("\r", " ").replace("\n", " ").replace("\0", "\ufffd")


def quoted(content: str) -> str:
    """Return text as a quoted DOT string."""
    return f'"{escaped(content)}"'

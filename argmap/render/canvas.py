"""A placed drawing becomes a JSON Canvas, for Obsidian and other programs with endless pages.

https://jsoncanvas.org/spec/1.0/ describes the format; its texts are Markdown.
"""

import json
from collections.abc import Iterator

from argmap.drawing.shapes import ArrowKind, Box, Mention, Role
from argmap.layout.placed import Direction, Placed, PlacedGroup
from argmap.render.markdown_text import escaped_plain
from argmap.render.md import address
from argmap.render.renderer import Picture
from argmap.themes import Palette

# Programs that show canvases have larger letters and wider margins than our boxes are measured for.
SCALE = 1.6
# Where a line leaves a premise, and where it comes to what that bears on.
SIDES = {
    Direction.DOWN: ("top", "bottom"),
    Direction.UP: ("bottom", "top"),
    Direction.RIGHT: ("left", "right"),
    Direction.LEFT: ("right", "left"),
    Direction.COLUMN: ("left", "bottom"),
}
# What a line says without its colour; one for a claim says it by its arrow.
LABELS = {ArrowKind.ATTACK: "against", ArrowKind.CONTRADICTION: "contradicts"}

KEEPS = frozenset(
    {
        *("map.theses", "map.sources", "map.style"),
        *("claim.label", "claim.citations", "claim.contradicts", "claim.group", "claim.link"),
        *("claim.standard", "claim.unstated", "claim.home"),
        *("argument.label", "argument.scheme"),
    }
)


def render(picture: Picture) -> bytes:
    """Return a canvas: groups below, a text for each box and pill, a line for each arrow."""
    canvas = {"nodes": list(_nodes(picture)), "edges": list(_edges(picture))}
    return (json.dumps(canvas, ensure_ascii=False, indent=1) + "\n").encode()


def _nodes(picture: Picture) -> Iterator[dict[str, object]]:
    places, palette = picture.places, picture.theme.palette
    for number, group in enumerate(places.groups, start=1):
        # A blank is no part of an id, so that no claim has this name.
        name = {"id": f"group {number}", "type": "group", "label": group.group.name}
        yield name | _area(group, group.width, group.height)
    for node in places.nodes:
        shape = node.shape
        if isinstance(shape, Box):
            text = _claim(shape, picture)
        elif isinstance(shape, Mention):
            text = f"↗ {escaped_plain(shape.text)}"
        else:
            text = escaped_plain(picture.step_name(shape) or shape.sign)
        yield {
            "id": shape.id,
            "type": "text",
            "text": text,
            **_area(node, shape.width, shape.height),
            "color": _colour(shape.role, palette),
        }


def _edges(picture: Picture) -> Iterator[dict[str, object]]:
    leaving, coming = SIDES[picture.direction]
    for number, placed in enumerate(picture.places.arrows, start=1):
        arrow = placed.arrow
        edge: dict[str, object] = {
            "id": f"line {number}",
            "fromNode": arrow.tail,
            "toNode": arrow.head,
        }
        if arrow.kind is ArrowKind.CONTRADICTION:
            edge["fromEnd"] = "arrow"
        else:
            edge |= {"fromSide": leaving, "toSide": coming}
        edge["toEnd"] = "none" if arrow.kind is ArrowKind.JOIN else "arrow"
        edge["color"] = _colour(arrow.role, picture.theme.palette)
        if arrow.kind in LABELS:
            edge["label"] = LABELS[arrow.kind]
        yield edge


def _area(area: Placed | PlacedGroup, width: float, height: float) -> dict[str, object]:
    sides = {"x": area.x, "y": area.y, "width": width, "height": height}
    return {name: round(length * SCALE) for name, length in sides.items()}


def _claim(box: Box, picture: Picture) -> str:
    claim = picture.map.claims_by_id[box.id]
    label, text = (escaped_plain(words) if words else "" for words in (claim.label, claim.text))
    if claim.link:
        text = f"[{text}](<{address(claim.link)}>)"
    parts = [f"**{label}**" if label else "", text]
    parts += (f"*{escaped_plain(line)}*" for line in (box.small_line, *box.more) if line)
    # Two blanks break a line, which takes less room than paragraphs.
    return "  \n".join(part for part in parts if part)


def _colour(role: Role, palette: Palette) -> str:
    return {
        Role.THESIS: palette.gold,
        Role.SUPPORT: palette.support,
        Role.ATTACK: palette.attack,
        Role.NEUTRAL: palette.neutral,
    }[role]

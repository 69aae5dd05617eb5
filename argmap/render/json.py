"""A placed drawing becomes JSON for other tools and pages: what is shown, with all places.

docs/json-drawing.md describes it, and `argmap.page_data.schema` has its schema.
"""

import json
from typing import TypeGuard

from argmap.drawing.shapes import Box, Mention, Pill
from argmap.layout.placed import Placed, PlacedArrow, PlacedDrawing, PlacedGroup
from argmap.page_data.page import page_data
from argmap.render.renderer import Picture

VERSION = 1
# So that the text can stand within a script in HTML, whatever a map says.
_ESCAPES = {ord("<"): "\\u003c", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def render(picture: Picture) -> bytes:
    """Return the drawing as JSON in UTF-8, one box, pill, arrow, claim or argument on a line."""
    number = picture.part.number if picture.part else None
    shown = page_data(picture.showing, picture.theme, part=number)
    members = [
        f"  {_written(key)}: {_list(value) if _has_lines(value) else _written(value)}"
        for key, value in (_drawing(picture.places) | shown).items()
    ]
    return ("{\n" + ",\n".join(members) + "\n}\n").encode()


def _drawing(placed: PlacedDrawing) -> dict[str, object]:
    drawing = placed.drawing
    return {
        "argmap_drawing": VERSION,
        "title": drawing.title,
        "language": drawing.language,
        "summary": drawing.summary,
        "audience": drawing.audience,
        "direction": placed.direction,
        "width": _rounded(placed.width),
        "height": _rounded(placed.height),
        "theses": drawing.theses,
        "tag_colours": dict(drawing.tag_colours),
        "boxes": [_box(node.shape, node) for node in placed.nodes if isinstance(node.shape, Box)],
        "pills": [_pill(node.shape, node) for node in placed.nodes if isinstance(node.shape, Pill)],
        "arrows": [_arrow(arrow) for arrow in placed.arrows],
        "groups": [_group(group) for group in placed.groups],
        "mentions": [
            _mention(node.shape, node) for node in placed.nodes if isinstance(node.shape, Mention)
        ],
    }


def _area(area: Placed | PlacedGroup, width: float, height: float) -> dict[str, object]:
    sides = {"x": area.x, "y": area.y, "width": width, "height": height}
    return {name: _rounded(value) for name, value in sides.items()}


def _box(box: Box, node: Placed) -> dict[str, object]:
    return {
        "id": box.id,
        "role": box.role,
        **_area(node, box.width, box.height),
        "text_top": _rounded(box.text_top),
        "headline": box.headline,
        "body": box.body,
        "sources": box.sources,
        "sources_beside": box.sources_beside,
        "more": box.more,
        "verdict": box.verdict.label if box.verdict else None,
        "standing": box.verdict,
        "changed": box.changed,
        "text": box.text,
        "note": box.note,
        "link": box.link,
        "tags": box.tags,
        "group": box.group,
        "runs_in": box.runs_in,
    }


def _pill(pill: Pill, node: Placed) -> dict[str, object]:
    return {
        "id": pill.id,
        "role": pill.role,
        **_area(node, pill.width, pill.height),
        "linked": pill.linked,
        "lines": pill.lines,
        "verdict": pill.verdict.label if pill.verdict else None,
        "standing": pill.verdict,
        "changed": pill.changed,
        "text": pill.text,
        "note": pill.note,
        "tags": pill.tags,
    }


def _mention(mention: Mention, node: Placed) -> dict[str, object]:
    return {
        "id": mention.id,
        "leads_to": mention.leads_to,
        "manner": mention.manner,
        "role": mention.role,
        **_area(node, mention.width, mention.height),
        "lines": mention.lines,
        "verdict": mention.verdict.label if mention.verdict else None,
        "standing": mention.verdict,
        "changed": mention.changed,
        "text": mention.text,
    }


def _arrow(placed: PlacedArrow) -> dict[str, object]:
    arrow = placed.arrow
    return {
        "kind": arrow.kind,
        "role": arrow.role,
        "tail": arrow.tail,
        "head": arrow.head,
        "fails": arrow.fails,
        "curve": [[_rounded(point.x), _rounded(point.y)] for point in placed.curve],
        "joins": placed.joins,
    }


def _group(placed: PlacedGroup) -> dict[str, object]:
    return {
        "name": placed.group.name,
        **_area(placed, placed.width, placed.height),
        "heading": placed.group.heading,
        "members": placed.group.members,
    }


def _rounded(length: float) -> float:
    """Return a length rounded to a tenth, as in the SVG; a whole number where it is one."""
    rounded = round(float(length), 1)
    return int(rounded) if rounded.is_integer() else rounded


def _has_lines(value: object) -> TypeGuard[list[object]]:
    """Return whether each item of a value has a line of its own; a list of ids is on one."""
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _list(values: list[object]) -> str:
    lines = ",\n".join(f"    {_written(one)}" for one in values)
    return f"[\n{lines}\n  ]"


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_ESCAPES)

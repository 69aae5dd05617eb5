"""A placed drawing becomes a diagram of draw.io (diagrams.net): shapes, and lines bound to them.

The file is an uncompressed `mxfile`; the words of a shape are HTML in an attribute.
"""

from collections.abc import Iterator, Mapping

from argmap.drawing import sizes
from argmap.layout.placed import Point
from argmap.render.drawio.labels import label
from argmap.render.markup import element, empty_tag, number, open_tag
from argmap.render.renderer import Picture
from argmap.render.scene.boxes import SIGNS
from argmap.render.scene.courses import Course, courses
from argmap.render.scene.staging import scene_of
from argmap.render.scene.things import (
    Align,
    Badge,
    End,
    Kind,
    Line,
    Paint,
    Panel,
    Scene,
)

# The two cells that hold all others.
ROOT, LAYER = "0", "1"
# How far bars stay away from what they end at.
BAR_DISTANCE = 4.0
HEAD_SIZE = 8.0
CORNER_OF_LINES = 16.0
# So much shorter than ours is the margin beside words, since letters differ a little elsewhere.
SPARED = 4.0
BADGE_TEXT_SIZE = 10.0
# Text at the top of a shape begins so much lower there.
GROUP_RISE = 4.0
# From a badge to the ring of a verdict that changed.
RING_GAP = 3.0

KEEPS = frozenset(
    {
        *("map.title", "map.theses", "map.sources", "map.style"),
        *("claim.label", "claim.citations", "claim.contradicts", "claim.group", "claim.link"),
        *("claim.note", "claim.standard", "claim.unstated", "claim.home"),
        *("argument.label", "argument.scheme", "argument.note"),
    }
)
Styles = Mapping[str, str | float | None]


def render(picture: Picture) -> bytes:
    """Return a diagram with a shape for each box and pill, and a line bound to two of them."""
    scene = scene_of(picture)
    return ("\n".join([*_file(scene), ""])).encode()


def _file(scene: Scene) -> Iterator[str]:
    yield open_tag("mxfile", {"host": "argmap"})
    yield open_tag("diagram", {"id": "map", "name": scene.title or "Map"})
    model: Styles = {
        **dict.fromkeys(("grid", "page", "math", "shadow"), "0"),
        **dict.fromkeys(("guides", "tooltips", "connect", "arrows", "fold"), "1"),
        "pageWidth": scene.width,
        "pageHeight": scene.height,
        "background": scene.page,
    }
    yield open_tag("mxGraphModel", model)
    yield "<root>"
    yield empty_tag("mxCell", {"id": ROOT})
    yield empty_tag("mxCell", {"id": LAYER, "parent": ROOT})
    font = scene.fonts[0]
    panels = {panel.name: panel for panel in (*scene.grounds, *scene.panels)}
    for ground in scene.grounds:
        yield from _panel(ground, panels, font)
    for place, (line, way) in enumerate(zip(scene.lines, courses(scene.lines), strict=True), 1):
        yield _line(line, f"line {place}", way, panels)
    for panel in scene.panels:
        yield from _panel(panel, panels, font)
    for place, badge in enumerate(scene.badges, start=1):
        yield from _badge(badge, f"badge {place}", panels, font)
    yield "</root>\n</mxGraphModel>\n</diagram>\n</mxfile>"


def _panel(panel: Panel, panels: Mapping[str, Panel], font: str) -> Iterator[str]:
    looks: Styles = {
        "rounded": "1" if panel.corner else "0",
        "absoluteArcSize": "1",
        "arcSize": 2 * panel.corner,
        **_painted(panel.paint),
        **_words_style(panel, font),
    }
    yield _cell(panel, looks, panels)
    if panel.stripe:
        x = panel.width - sizes.STRIPE if panel.mirrored else 0.0
        # Where the box is round it would stick out.
        inset = min(panel.corner, sizes.STRIPE) / 2
        stripe = {
            "x": x,
            "y": inset,
            "width": sizes.STRIPE,
            "height": max(panel.height - 2 * inset, 1.0),
        }
        painted = _painted(Paint(fill=panel.stripe))
        yield _part(f"{panel.name} stripe", "", stripe, painted, _id(panel.name))


def _words_style(panel: Panel, font: str) -> Styles:
    first = panel.paragraphs[0] if panel.paragraphs else None
    leftwards = first is not None and first.leftwards
    align = "right" if leftwards else "left"
    in_middle = panel.kind is not Kind.GROUP
    return {
        "html": "1",
        "whiteSpace": "wrap",
        "align": "center" if panel.align is Align.MIDDLE else align,
        "verticalAlign": "middle" if in_middle else "top",
        "spacing": 0.0,
        "spacingTop": first.top - GROUP_RISE if first and not in_middle else None,
        "spacingLeft": max(panel.left - SPARED * leftwards, 0.0),
        "spacingRight": max(panel.right - SPARED * (not leftwards), 0.0),
        "fontFamily": font,
        "fontSize": first.runs[0].size if first else None,
        "fontColor": first.runs[0].colour if first else None,
    }


def _cell(panel: Panel, looks: Styles, panels: Mapping[str, Panel]) -> str:
    """Return the cell of a panel; one with a link or a note is in an object that has them."""
    above = panels.get(panel.part_of or "")
    place = {
        "x": panel.x - (above.x if above else 0.0),
        "y": panel.y - (above.y if above else 0.0),
        "width": panel.width,
        "height": panel.height,
    }
    value = label(panel)
    if above:
        return _part(panel.name, value, place, looks, _id(above.name))
    inside = {"style": _style(looks), "vertex": "1", "parent": LAYER}
    geometry = empty_tag("mxGeometry", {**place, "as": "geometry"})
    name = _id(panel.name)
    if not panel.link and not panel.note:
        return element("mxCell", {"id": name, "value": value, **inside}, geometry)
    told = {"label": value, "tooltip": panel.note, "link": panel.link, "id": name}
    return element("UserObject", told, element("mxCell", inside, geometry))


def _part(name: str, value: str, place: Mapping[str, float], looks: Styles, parent: str) -> str:
    """Return the cell of what lies on another one, moves with it, and is not clicked itself."""
    style = _style({**looks, "pointerEvents": "0", "connectable": "0"})
    told = {"id": _id(name), "value": value, "style": style, "vertex": "1", "connectable": "0"}
    geometry = empty_tag("mxGeometry", {**place, "as": "geometry"})
    return element("mxCell", {**told, "parent": parent}, geometry)


def _badge(badge: Badge, name: str, panels: Mapping[str, Panel], font: str) -> Iterator[str]:
    above = panels.get(badge.part_of or "")
    x, y = (badge.x - above.x, badge.y - above.y) if above else (badge.x, badge.y)
    parent = _id(above.name) if above else LAYER
    words: Styles = {
        "html": "1",
        "spacing": 0.0,
        "fontFamily": font,
        "fontSize": BADGE_TEXT_SIZE,
        "fontStyle": "1",
        "fontColor": badge.sign,
    }
    discs = [(name, SIGNS[badge.standing], badge.radius, badge.disc)]
    if badge.ring:
        discs.insert(0, (f"{name} ring", "", badge.radius + RING_GAP, badge.ring))
    for own, sign, radius, painted in discs:
        place = {"x": x - radius, "y": y - radius, "width": 2 * radius, "height": 2 * radius}
        looks: Styles = {"shape": "ellipse", "aspect": "fixed", **_painted(painted), **words}
        yield _part(own, sign, place, looks, parent)


def _line(line: Line, name: str, way: Course, panels: Mapping[str, Panel]) -> str:
    tail, head = (panels.get(end or "") for end in (line.tail, line.head))
    start, end = way.points[0], way.points[-1]
    looks: Styles = {
        "edgeStyle": "none" if way.bow else "orthogonalEdgeStyle",
        "html": "1",
        "rounded": "0" if way.bow else "1",
        "curved": "1" if way.bow else "0",
        "arcSize": CORNER_OF_LINES,
        "strokeColor": line.paint.stroke,
        "strokeWidth": line.paint.width,
        "dashed": "1" if line.paint.dashed else "0",
        "dashPattern": "6 4" if line.paint.dashed else None,
        "fixDash": "1" if line.paint.dashed else None,
        **_end("start", line.at_tail, line),
        **_end("end", line.at_head, line),
        **(_bound("exit", tail, start, line.at_tail) if tail else {}),
        **(_bound("entry", head, end, line.at_head) if head else {}),
    }
    corners = "".join(_point(point) for point in way.points[1:-1])
    inside = element("Array", {"as": "points"}, corners) if corners else ""
    for given, point, role in ((tail, start, "sourcePoint"), (head, end, "targetPoint")):
        inside += "" if given else _point(point, role)
    geometry = element("mxGeometry", {"relative": "1", "as": "geometry"}, inside)
    ends = {"source": _id(tail.name) if tail else None, "target": _id(head.name) if head else None}
    told = {"id": name, "style": _style(looks), "edge": "1", "parent": LAYER, **ends}
    return element("mxCell", told, geometry)


def _bound(name: str, panel: Panel, at: Point, end: End) -> Styles:
    """Return where on a shape a line ends, as shares of its sides; a bar stays away from it."""
    across = (at.x - panel.x) / panel.width
    down = (at.y - panel.y) / panel.height
    apart = Point(0.0, 0.0)
    if end is End.BAR:
        sides = [
            (abs(across), Point(-BAR_DISTANCE, 0.0)),
            (abs(1 - across), Point(BAR_DISTANCE, 0.0)),
            (abs(down), Point(0.0, -BAR_DISTANCE)),
            (abs(1 - down), Point(0.0, BAR_DISTANCE)),
        ]
        apart = min(sides, key=lambda pair: pair[0])[1]
    return {
        f"{name}X": f"{across:.4f}",
        f"{name}Y": f"{down:.4f}",
        f"{name}Dx": apart.x,
        f"{name}Dy": apart.y,
        f"{name}Perimeter": "0",
    }


def _end(name: str, end: End, line: Line) -> Styles:
    if end is End.BAR:
        size = 2 * line.bar - line.paint.width - 1
        return {f"{name}Arrow": "baseDash", f"{name}Size": size}
    if end is End.HEAD:
        return {f"{name}Arrow": "block", f"{name}Fill": "1", f"{name}Size": HEAD_SIZE}
    return {f"{name}Arrow": "none"}


def _painted(given: Paint) -> Styles:
    return {
        "fillColor": given.fill or "none",
        "strokeColor": given.stroke or "none",
        "strokeWidth": given.width,
        "dashed": "1" if given.dashed else "0",
    }


def _style(looks: Styles) -> str:
    told = (
        f"{name}={value if isinstance(value, str) else number(value)};"
        for name, value in looks.items()
        if value is not None
    )
    return "".join(told)


def _point(point: Point, role: str | None = None) -> str:
    return empty_tag("mxPoint", {"x": point.x, "y": point.y, "as": role})


def _id(name: str) -> str:
    """Return the id of a cell; a claim may be called like one of the cells that hold all."""
    return f"{name}~" if name in (ROOT, LAYER) else name

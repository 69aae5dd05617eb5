"""A placed drawing becomes a scene of Excalidraw: shapes with their texts, arrows bound to them.

A line with right angles is an “elbow arrow”, for which Excalidraw finds another way when a shape
is moved.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from argmap.drawing.measure import text_width
from argmap.render.excalidraw.elements import Element, element, text_element, words_of
from argmap.render.excalidraw.lines import arrow
from argmap.render.renderer import Picture
from argmap.render.scene.boxes import SIGNS
from argmap.render.scene.courses import courses
from argmap.render.scene.staging import scene_of
from argmap.render.scene.things import Badge, Kind, Paint, Panel, Scene

BADGE_TEXT_SIZE = 10.0
RING_GAP = 3.0
# By so much a sign stands too high in the middle of its line.
LOWERED = 0.8

KEEPS = frozenset(
    {
        *("map.title", "map.theses", "map.sources", "map.style"),
        *("claim.label", "claim.citations", "claim.contradicts", "claim.group", "claim.link"),
        *("claim.standard", "claim.unstated", "claim.home"),
        *("argument.label", "argument.scheme"),
    }
)
Groups = Mapping[str, list[str]]


def render(picture: Picture) -> bytes:
    """Return a file of Excalidraw, one element on a line."""
    scene = scene_of(picture)
    elements = ",\n".join(f"  {_written(one)}" for one in _elements(scene))
    state = _written({"viewBackgroundColor": scene.page, "gridSize": None})
    return (
        '{\n "type": "excalidraw",\n "version": 2,\n "source": "argmap",\n'
        f' "elements": [\n{elements}\n ],\n "appState": {state},\n "files": {{}}\n}}\n'
    ).encode()


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _elements(scene: Scene) -> Iterator[Element]:
    """Yield all elements, what is in front last, each with a seed of its own."""
    panels = {panel.name: panel for panel in (*scene.grounds, *scene.panels)}
    groups = _groups(scene)
    arrows: defaultdict[str, list[str]] = defaultdict(list)
    for place, line in enumerate(scene.lines, start=1):
        for end in {line.tail, line.head} - {None}:
            arrows[end or ""].append(f"line {place}")
    found: list[Element] = []
    for ground in scene.grounds:
        found += _panel(ground, groups, arrows)
    for place, (line, way) in enumerate(zip(scene.lines, courses(scene.lines), strict=True), 1):
        found.append(arrow(f"line {place}", line, way, panels))
    for panel in scene.panels:
        found += _panel(panel, groups, arrows)
    for place, badge in enumerate(scene.badges, start=1):
        found += _badge(f"badge {place}", badge, groups)
    for seed, one in enumerate(found, start=1):
        yield {**one, "seed": seed, "versionNonce": seed}


def _groups(scene: Scene) -> dict[str, list[str]]:
    """Return the group of each panel on which something lies that has to move with it."""
    bearers = {panel.part_of for panel in scene.panels if panel.part_of}
    bearers |= {badge.part_of for badge in scene.badges if badge.part_of}
    bearers |= {panel.name for panel in scene.panels if words_of(panel).others}
    return {name: [f"{name} group"] for name in bearers}


def _panel(panel: Panel, groups: Groups, arrows: Mapping[str, list[str]]) -> Iterator[Element]:
    group = groups.get(panel.part_of or panel.name, [])
    if panel.paint == Paint() and panel.kind in (Kind.WORDS, Kind.MENTION):
        for place, given in enumerate(words_of(panel).all, start=1):
            yield text_element(f"{panel.name} {place}", given, panel, group=group)
        return
    told = words_of(panel)
    # The words of an area stand at its top, whatever else there is.
    is_bound = bool(told.bound) and panel.kind is not Kind.GROUP
    bound = [{"type": "text", "id": f"{panel.name} text"}] if is_bound else []
    bound += [{"type": "arrow", "id": name} for name in arrows.get(panel.name, ())]
    yield element(
        panel.name,
        "rectangle",
        (panel.x, panel.y, panel.width, panel.height),
        panel.paint if panel.stripe is None else panel.paint._replace(stroke=panel.stripe),
        group,
        roundness={"type": 3, "value": panel.corner} if panel.corner else None,
        boundElements=bound,
        link=panel.link,
    )
    for place, given in enumerate(told.bound, start=1):
        name = f"{panel.name} text" if is_bound else f"{panel.name} text {place}"
        yield text_element(name, given, panel, group=group, is_bound=is_bound)
    for place, given in enumerate(told.others, start=1):
        yield text_element(f"{panel.name} small {place}", given, panel, group=group)


def _badge(name: str, badge: Badge, groups: Groups) -> Iterator[Element]:
    group = groups.get(badge.part_of or "", [])
    discs = [(name, badge.radius, badge.disc)]
    if badge.ring:
        discs.insert(0, (f"{name} ring", badge.radius + RING_GAP, badge.ring))
    for own, radius, painted in discs:
        place = (badge.x - radius, badge.y - radius, 2 * radius, 2 * radius)
        yield element(own, "ellipse", place, painted, group)
    sign = SIGNS[badge.standing]
    width, height = text_width(sign, size=BADGE_TEXT_SIZE), BADGE_TEXT_SIZE * 1.25
    place = (badge.x - width / 2, badge.y - height / 2 + LOWERED, width, height)
    yield element(
        f"{name} sign",
        "text",
        place,
        Paint(stroke=badge.sign),
        group,
        text=sign,
        originalText=sign,
        fontSize=BADGE_TEXT_SIZE,
        fontFamily=2,
        textAlign="center",
        verticalAlign="middle",
        containerId=None,
        autoResize=True,
        lineHeight=1.25,
    )

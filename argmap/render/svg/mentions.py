"""Mentions in a column as markup: a few words and the sign that they lead elsewhere."""

from collections.abc import Iterator

from argmap.drawing import sizes
from argmap.drawing.shapes import Manner, Mention
from argmap.layout.placed import Placed
from argmap.render.markup import Attributes, empty_tag, number, open_tag, text
from argmap.render.svg.badges import RADIUS, badge
from argmap.render.svg.look import Look
from argmap.render.svg.words import FIRST_BASELINE, edges, line_start, text_markup

SMALL_FIRST_BASELINE = 11.0


def mention_markup(look: Look, mention: Mention, node: Placed, *, prefix: str) -> Iterator[str]:
    """Yield the lines of markup of a mention; ids begin with `prefix`."""
    verdict = [mention.verdict.value] if mention.verdict else []
    classes = " ".join(["mention", mention.manner, mention.role, *verdict])
    yield open_tag(
        "g",
        {
            "id": f"{prefix}-{mention.id}",
            "class": classes,
            "data-mention": mention.claim or mention.leads_to,
        },
    )
    yield f"<title>{text(mention.text)}</title>"
    yield open_tag("a", {"href": f"#{prefix}-{mention.leads_to}"})
    if mention.manner is Manner.REMINDER:
        at = node.right - 5.0 if node.mirrored else node.x + 5.0
        yield _sign(look, classes, at, node.y + 7.0, 2.6, mirrored=node.mirrored)
        left, right = node.x, node.right
        left, right = _beside_sign(node, left, right)
        start = line_start(None, mention.lines, left, right)
        line = ({**start, "y": node.y + SMALL_FIRST_BASELINE}, mention.lines[0])
        yield text_markup(look, [classes], [line])
    else:
        yield from _framed(look, classes, mention, node)
    yield "</a>\n</g>"


def _framed(look: Look, classes: str, mention: Mention, node: Placed) -> Iterator[str]:
    size: Attributes = {
        "width": mention.width,
        "height": mention.height,
        "rx": look.theme.corner,
    }
    frame: Attributes = {**look.part(classes, "frame"), "x": node.x, "y": node.y, **size}
    yield empty_tag("rect", frame)
    middle = node.y + sizes.MENTION_PADDING + sizes.LINE_HEIGHT / 2
    left, right = edges(node)
    at = right - 4.0 if node.mirrored else left + 4.0
    yield _sign(look, classes, at, middle, 3.6, mirrored=node.mirrored)
    left, right = _beside_sign(node, left, right)
    if mention.verdict:
        x = left - 4.0 + RADIUS if node.mirrored else right + 4.0 - RADIUS
        yield badge(look, mention.verdict, x, middle, changed=mention.changed)
        room = sizes.BADGE_SIZE + sizes.BADGE_GAP
        left, right = (left + room, right) if node.mirrored else (left, right - room)
    y = node.y + sizes.MENTION_PADDING + FIRST_BASELINE - 0.5
    start = line_start(None, mention.lines, left, right)
    lines = (
        ({**start, "y": y + at * sizes.LINE_HEIGHT}, line) for at, line in enumerate(mention.lines)
    )
    yield text_markup(look, [classes], lines)


def _beside_sign(node: Placed, left: float, right: float) -> tuple[float, float]:
    """Return the edges of what stands beside the sign."""
    if node.mirrored:
        return left, right - sizes.MENTION_SIGN
    return left + sizes.MENTION_SIGN, right


def _sign(look: Look, classes: str, x: float, y: float, reach: float, *, mirrored: bool) -> str:
    """Return an arrow to the upper right, or left where it is mirrored, around a middle."""
    low, high = y + reach, y - reach
    reach = -reach if mirrored else reach
    left, right, tip = x - reach, x + reach, reach * 1.3
    contour = (
        f"M{number(left)},{number(low)}L{number(right)},{number(high)}"
        f"M{number(right - tip)},{number(high)}H{number(right)}V{number(high + abs(tip))}"
    )
    return empty_tag("path", {**look.part(classes, "leads"), "d": contour})

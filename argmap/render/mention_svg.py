"""Mentions in a column as markup: a few words and the sign that they lead elsewhere."""

from collections.abc import Iterator

from argmap.drawing import sizes
from argmap.drawing.shapes import Manner, Mention
from argmap.layout.places import Placed
from argmap.render.badges import RADIUS, badge
from argmap.render.look import Look
from argmap.render.markup import Attributes, empty_tag, number, open_tag, text
from argmap.render.words_svg import FIRST_BASELINE, line_start, text_markup

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
        yield _sign(look, classes, node.x + 5.0, node.y + 7.0, 2.6)
        left = node.x + sizes.MENTION_SIGN
        start = line_start(None, mention.lines, left, node.right)
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
    left = node.x + sizes.PADDING_LEFT
    yield _sign(look, classes, left + 4.0, middle, 3.6)
    right = node.right - sizes.PADDING_RIGHT
    if mention.verdict:
        yield badge(look, mention.verdict, right + 4.0 - RADIUS, middle, changed=mention.changed)
        right -= sizes.BADGE_SIZE + sizes.BADGE_GAP
    y = node.y + sizes.MENTION_PADDING + FIRST_BASELINE - 0.5
    start = line_start(None, mention.lines, left + sizes.MENTION_SIGN, right)
    lines = (
        ({**start, "y": y + at * sizes.LINE_HEIGHT}, line) for at, line in enumerate(mention.lines)
    )
    yield text_markup(look, [classes], lines)


def _sign(look: Look, classes: str, x: float, y: float, reach: float) -> str:
    """Return an arrow to the upper right, around a middle."""
    left, low, right, high = x - reach, y + reach, x + reach, y - reach
    tip = reach * 1.3
    outline = (
        f"M{number(left)},{number(low)}L{number(right)},{number(high)}"
        f"M{number(right - tip)},{number(high)}H{number(right)}V{number(high + tip)}"
    )
    return empty_tag("path", {**look.part(classes, "leads"), "d": outline})

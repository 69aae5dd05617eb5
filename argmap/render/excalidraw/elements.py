"""Elements of Excalidraw, with all that its files say of each; texts are of one look each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.render.scene.things import Align, Kind, Paint, Panel, Paragraph

Element = dict[str, Any]
# x, y, width and height.
Place = tuple[float, float, float, float]
# Helvetica or what stands in for it, in which boxes are measured.
HELVETICA = 2
# How far Excalidraw keeps a bound text from the edges of its shape.
BOUND_PADDING = 5.0
NOTHING = "transparent"


class Words(NamedTuple):
    """Paragraphs of one look: `lines` as they are broken, `text` in one."""

    lines: tuple[str, ...]
    text: str
    size: float
    line_height: float
    colour: str
    top: float
    leftwards: bool
    beside: bool = False


class Told(NamedTuple):
    """What a panel says: in the text bound to it, and in `others` that only stand on it."""

    bound: tuple[Words, ...]
    others: tuple[Words, ...]

    @property
    def all(self) -> tuple[Words, ...]:
        """Return all texts."""
        return (*self.bound, *self.others)


def words_of(panel: Panel) -> Told:
    """Return the texts of a panel: a bound text has one size, so that smaller ones are apart."""
    if not panel.paragraphs:
        return Told((), ())
    largest = panel.paragraphs[0].runs[0].size
    main = [one for one in panel.paragraphs if one.runs[0].size == largest]
    others = [_words([one]) for one in panel.paragraphs if one.runs[0].size != largest]
    for one in main:
        for run in one.runs:
            if run.beside:
                last = one.top + (len(one.lines) - 1) * one.line_height
                others.append(
                    Words(
                        (run.words,), run.words, run.size, sizes.SMALL_LINE_HEIGHT, run.colour,
                        last + 2.0, one.leftwards, beside=True,
                    )
                )  # fmt: skip
    return Told((_words(main),), tuple(others))


def _words(paragraphs: Sequence[Paragraph]) -> Words:
    first = paragraphs[0]
    look = first.runs[0]
    return Words(
        tuple(line for one in paragraphs for line in one.lines),
        "\n".join(one.words for one in paragraphs),
        look.size,
        first.line_height,
        look.colour,
        first.top,
        first.leftwards,
    )


def text_element(
    name: str, words: Words, panel: Panel, *, group: Sequence[str], is_bound: bool = False
) -> Element:
    """Return the element of a text where it stands in a panel, or where Excalidraw would put it."""
    width = max(text_width(line, size=words.size) for line in words.lines)
    height = len(words.lines) * words.line_height
    in_middle = panel.align is Align.MIDDLE
    at_right = words.leftwards is not words.beside
    # What stands below a bound text begins where that begins.
    as_bound = panel.kind is Kind.CLAIM and not words.beside
    left, right = (BOUND_PADDING,) * 2 if as_bound else (panel.left, panel.right)
    if words.beside and panel.has_badge and words.top < panel.paragraphs[0].top + words.line_height:
        right += sizes.BADGE_SIZE + sizes.BADGE_GAP
    x = panel.x + panel.width - right - width if at_right else panel.x + left
    x = panel.x + (panel.width - width) / 2 if in_middle else x
    is_alone = len(words_of(panel).all) == 1 and panel.kind is not Kind.GROUP
    y = panel.y + words.top
    if is_bound and is_alone:
        y = panel.y + (panel.height - height) / 2
    elif panel.kind is Kind.CLAIM:
        # As far up as the text that is bound to the shape.
        y += BOUND_PADDING - panel.paragraphs[0].top
    return element(
        name,
        "text",
        (x, y, width, height),
        Paint(stroke=words.colour),
        group,
        text="\n".join(words.lines),
        originalText=words.text,
        fontSize=_number(words.size),
        fontFamily=HELVETICA,
        textAlign="center" if in_middle else "right" if at_right else "left",
        verticalAlign="middle" if is_alone else "top",
        containerId=panel.name if is_bound else None,
        autoResize=True,
        lineHeight=round(words.line_height / words.size, 4),
    )


def element(
    name: str, kind: str, place: Place, paint: Paint, group: Sequence[str], **more: Any
) -> Element:
    """Return an element with what all have, and `more` of its kind."""
    x, y, width, height = map(_number, place)
    return {
        "id": name,
        "type": kind,
        "x": x,
        "y": y,
        "width": width,
        "height": height,
        "angle": 0,
        "strokeColor": paint.stroke or NOTHING,
        "backgroundColor": paint.fill or NOTHING,
        "fillStyle": "solid",
        "strokeWidth": _number(paint.width),
        "strokeStyle": "dashed" if paint.dashed else "solid",
        "roughness": 0,
        "opacity": 100,
        "groupIds": list(group),
        "frameId": None,
        "roundness": None,
        "version": 1,
        "updated": 1,
        "isDeleted": False,
        "boundElements": [],
        "link": None,
        "locked": False,
        **more,
    }


def _number(value: float) -> float:
    rounded = round(float(value), 1)
    return int(rounded) if rounded.is_integer() else rounded

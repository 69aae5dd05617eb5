"""Lines of words as markup: what boxes say, each paragraph in the direction in which it is read."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.reading_side import is_right_to_left
from argmap.drawing.shapes import Box
from argmap.layout.placed import Placed
from argmap.render.markup import Attributes, element, text
from argmap.render.svg.look import Look

FIRST_BASELINE = 13.0
SMALL_FIRST_BASELINE = 12.0

# “Right-to-left embedding” and its end.
LEFTWARDS, END_OF_LEFTWARDS = "\u202b", "\u202c"

# The class of sources that end where they are placed.
BESIDE = "sources beside"

# A place, with the class of the line where it has one, and what it says.
Line = tuple[Attributes, str]


def text_markup(look: Look, path: Sequence[str], lines: Iterable[Line]) -> str:
    """Return lines of text in an element whose classes and those around it are the `path`.

    In a page they are one text, in which a phrase is found across the end of a line. Some programs
    that show files draw all lines of a text at its beginning; so there each is a text of its own.
    """
    if not look.in_page:
        return "\n".join(_alone(look, path, place, words) for place, words in lines)
    spans = (
        element("tspan", {**place, **_look(look, path, place)}, text(words))
        for place, words in lines
    )
    return element("text", look.attributes(*path, "text"), "\n".join(spans))


def _alone(look: Look, path: Sequence[str], place: Attributes, words: str) -> str:
    if place.get("direction") != "rtl":
        return element("text", {**place, **_look(look, path, place, "text")}, text(words))
    # Not all know the attribute, but most the characters that say the same. The text is then one
    # that is read rightwards: it ends where the line begins.
    beside = place.get("class") == BESIDE
    turned: Attributes = {**place, "class": "sources"} if beside else place
    own = {**turned, **_look(look, path, turned, "text"), "direction": None, "unicode-bidi": None}
    words = f"{LEFTWARDS}{words}{END_OF_LEFTWARDS}"
    return element("text", {**own, "text-anchor": "start" if beside else "end"}, text(words))


def _look(look: Look, path: Sequence[str], place: Attributes, *more: str) -> Attributes:
    name = place.get("class")
    classes = [name, *more] if isinstance(name, str) else more
    return look.attributes(*path, " ".join(classes))


def box_lines(box: Box, node: Placed, letter_width: float) -> Iterator[Line]:
    """Yield the lines of the headline, the body and the sources of a box.

    A headline in whose line the body goes on is as long as it was measured, whatever the face.
    """
    left, right = edges(node)
    y, after = node.y + box.text_top, left
    for role, lines in (("headline", box.headline), ("body", box.body)):
        start = line_start(role, lines, left, right)
        for line in lines:
            place = {**start, "y": y + FIRST_BASELINE}
            if box.runs_in and role == "headline" and line is lines[-1]:
                width = text_width(line, size=sizes.TEXT_SIZE, bold=True) * letter_width
                after = left + width + text_width(" ", size=sizes.TEXT_SIZE) * letter_width
                yield {**place, "textLength": width}, line
                continue
            if box.runs_in and role == "body" and line is lines[0]:
                place["x"] = after
            yield place, line
            y += sizes.LINE_HEIGHT
    if box.sources_beside:
        last = y - sizes.LINE_HEIGHT
        badged = box.verdict is not None and last == node.y + box.text_top
        far_end = _far_end(box, left, right, badged=badged)
        yield {**far_end, "y": last + FIRST_BASELINE}, box.sources[0]
    elif box.sources:
        y += sizes.SOURCES_GAP
        start = line_start("sources", box.sources, left, right)
        for line in box.sources:
            yield {**start, "y": y + SMALL_FIRST_BASELINE}, line
            y += sizes.SMALL_LINE_HEIGHT


def _far_end(box: Box, left: float, right: float, *, badged: bool) -> Attributes:
    """Return the attributes of sources that stand where the last line of a box ends.

    In a line that is `badged` its badge stands there too.
    """
    room = sizes.BADGE_SIZE + sizes.BADGE_GAP if badged else 0.0
    leftwards, turned = is_right_to_left(box.body or box.headline), is_right_to_left(box.sources)
    # Words read the other way than those of their box begin where others would end.
    name = BESIDE if leftwards == turned else "sources"
    start = line_start(name, box.sources, left, right)
    return {**start, "x": left + room if leftwards else right - room}


def more_lines(box: Box, node: Placed) -> Iterator[Line]:
    """Yield the lines at the foot of a box that say how the map goes on unseen."""
    foot = sizes.PADDING_BOTTOM + box.text_top - sizes.PADDING_TOP
    y = node.bottom - foot - (len(box.more) + len(box.leads)) * sizes.SMALL_LINE_HEIGHT
    for line in box.more:
        start = line_start("more", [line], *edges(node))
        yield {**start, "y": y + SMALL_FIRST_BASELINE}, line
        y += sizes.SMALL_LINE_HEIGHT


def edges(node: Placed) -> tuple[float, float]:
    """Return between which edges the words of a box stand."""
    if node.mirrored:
        return node.x + sizes.PADDING_RIGHT, node.right - sizes.PADDING_LEFT
    return node.x + sizes.PADDING_LEFT, node.right - sizes.PADDING_RIGHT


def lead_lines(box: Box, node: Placed) -> Iterator[tuple[Line, int]]:
    """Yield the last lines of a box, which lead to other parts, each with its part's number."""
    foot = sizes.PADDING_BOTTOM + box.text_top - sizes.PADDING_TOP
    y = node.bottom - foot - len(box.leads) * sizes.SMALL_LINE_HEIGHT
    for lead in box.leads:
        start = line_start("more", [lead.words], *edges(node))
        yield ({**start, "y": y + SMALL_FIRST_BASELINE}, lead.words), lead.part
        y += sizes.SMALL_LINE_HEIGHT


def line_start(name: str | None, lines: Sequence[str], left: float, right: float) -> Attributes:
    """Return the attributes of the lines of a paragraph that lies between two edges.

    `name` is their class. What is read leftwards begins at the right edge.
    """
    if is_right_to_left(lines):
        return {"class": name, "direction": "rtl", "unicode-bidi": "isolate", "x": right}
    return {"class": name, "x": left}

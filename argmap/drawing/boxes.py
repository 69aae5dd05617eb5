"""Boxes and pills of one width, as they stand in a tree."""

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.paragraphs import Paragraphs, name_of, paragraphs
from argmap.drawing.shapes import Box, Pill
from argmap.drawing.showing import Showing, role_of
from argmap.drawing.wrap import wrap
from argmap.model import Argument, Claim


def box_of(showing: Showing, claim: Claim) -> Box:
    """Return the box of a claim, with room for the heads of lines that may end at one side."""
    width = showing.options.width
    room, badge = measure(showing, width), badge_room(showing)
    if claim.id in showing.view.named:
        told = name_of(claim, width=room, badge=badge)
    else:
        told = paragraphs(claim, citing=showing.small_line(claim), width=room, badge=badge)
    # Of more than these, some are shared.
    heads = len(showing.map.arguments_on(claim.id)) + len(claim.contradicts)
    least = min(heads, sizes.MOST_HEADS) * sizes.HEAD_ROOM
    return box_with(showing, claim, told, width=width, more=showing.more(claim), least=least)


def measure(showing: Showing, width: float) -> float:
    """Return how long the lines of a box may be.

    Wider letters are as good as a narrower box: all is measured in those of Arial.
    """
    return (width - sizes.PADDING_LEFT - sizes.PADDING_RIGHT) / showing.options.letter_width


def badge_room(showing: Showing) -> float:
    """Return how much of the first line of a box its badge takes."""
    if showing.evaluation is None:
        return 0.0
    return (sizes.BADGE_SIZE + sizes.BADGE_GAP) / showing.options.letter_width


def box_with(
    showing: Showing,
    claim: Claim,
    told: Paragraphs,
    *,
    width: float,
    more: tuple[str, ...],
    padding: float = sizes.PADDING_TOP,
    least: float = 0.0,
) -> Box:
    """Return the box of a claim around its texts, as high as they are; `more` stands below them.

    Where that is not the `least` height, they stand in its middle.
    """
    leads = showing.leads(claim, width - sizes.PADDING_LEFT - sizes.PADDING_RIGHT)
    small = (len(more) + len(leads)) * sizes.SMALL_LINE_HEIGHT
    height = told.height + 2 * padding + small
    spare = max(0.0, least - height)
    return Box(
        id=claim.id,
        role=showing.roles[claim.id],
        headline=told.headline,
        body=told.body,
        sources=told.sources,
        sources_beside=told.sources_beside,
        runs_in=told.runs_in,
        more=more,
        width=width,
        height=height + spare,
        text_top=padding + spare / 2,
        text=showing.told(claim),
        small_line=showing.small_line(claim),
        note=claim.note,
        link=claim.link,
        tags=claim.tags,
        group=claim.group,
        unstated=claim.unstated,
        away=claim.home is not None,
        degree=showing.degrees[claim.id] if showing.degrees is not None else None,
        leads=leads,
        verdict=showing.verdict(claim.id),
        changed=showing.has_changed(claim.id),
    )


def pill_of(showing: Showing, argument: Argument) -> Pill:
    """Return the pill of an argument."""
    attacked = bool(showing.map.arguments_on(argument.id))
    # Room for lines that end here beside those of the premises.
    least = sizes.ATTACKED_PILL_HEIGHT if attacked else 0.0
    return pill_with(showing, argument, text_room=sizes.PILL_TEXT_WIDTH, least=least)


def pill_with(
    showing: Showing,
    argument: Argument,
    *,
    text_room: float,
    padding: float = sizes.PILL_PADDING_VERTICAL,
    least: float = 0.0,
) -> Pill:
    """Return the pill of an argument, at least so high, with lines at most `text_room` wide."""
    name = argument.label or (argument.scheme or "").replace("-", " ").replace("_", " ")
    size, letters = sizes.PILL_TEXT_SIZE, showing.options.letter_width
    lines = wrap(name, width=text_room / letters, size=size) if name else ()
    companions = showing.view.companions
    if argument.id in companions:
        lines = (*lines, showing.words.more.format(companions[argument.id]))
    width, height = sizes.EMPTY_PILL_WIDTH, sizes.EMPTY_PILL_HEIGHT
    if lines:
        widest = max(text_width(line, size=size, italic=True) for line in lines) * letters
        width = round(widest + 2 * sizes.PILL_PADDING, 1)
        height = len(lines) * sizes.PILL_LINE_HEIGHT + 2 * padding
    return Pill(
        id=argument.id,
        role=role_of(argument),
        lines=lines,
        width=width,
        height=max(height, least),
        text=f"{name or showing.words.argument}: {showing.aim(argument)}",
        note=argument.note,
        tags=argument.tags,
        linked=len(argument.premises) > 1,
        verdict=showing.verdict(argument.id),
        changed=showing.has_changed(argument.id),
    )

"""What a document shows of a map: a picture in the words of the document, HTML, or words alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from argmap.drawing.shapes import Drawing
from argmap.embed.options import OptionError
from argmap.embed.reading_places import REVEAL_HIGH, REVEAL_HIGH_PART
from argmap.embed.request import PROSE, Request, Shape
from argmap.evaluation.grounded.labelling import evaluate
from argmap.languages import words_in
from argmap.model import ArgumentMap
from argmap.render.html.exploring import Explorer
from argmap.render.html.figure import NO_FORMULAS, figure, inline_svg, outline_part
from argmap.render.markup import element, text
from argmap.render.renderer import Picture
from argmap.render.svg import fingerprint
from argmap.suggestions import did_you_mean

# Slides are scaled as a whole: Reveal’s are 700 pixels high, with a heading of about 100.
_SLIDE_RULES = (
    ".argmap-slide { margin: 0; text-align: center; --argmap-page: transparent } "
    ".argmap-slide > svg { max-height: var(--argmap-high) !important; width: auto; margin: 0 } "
    ".argmap-slide figcaption { font-size: .5em; margin-top: .5em }"
)


def described(picture: Picture, request: Request, *, with_title: bool = True) -> Picture:
    """Return the picture with the description that a document gives it.

    Its title is left out where a caption below it says what it is, so not `with_title`.
    """
    drawing = _described(picture.drawing, request, with_title)
    placed, narrow = (
        places and replace(places, drawing=_described(places.drawing, request, with_title))
        for places in (picture.placed, picture.narrow)
    )
    return replace(picture, drawing=drawing, placed=placed, narrow=narrow)


def _described(drawing: Drawing, request: Request, with_title: bool) -> Drawing:
    return replace(
        drawing,
        summary=request.alt or drawing.summary,
        own_summary=not request.alt,
        title=drawing.title if with_title else None,
    )


def on_page(number: int) -> str:
    """Return what tells the ids of the map with that number apart from all others of its page.

    None of those that `argmap embed` has written into a document has the like.
    """
    return f"on-page-{number}"


def markup_of(
    shown: Picture,
    request: Request,
    apart: str,
    *,
    caption: str | None = None,
    cleaned: bool = False,
    explorer: Explorer | None = None,
) -> str:
    """Return the HTML of a map that can be shown; `apart` tells its ids from others in the page.

    `caption` is markup of the page that takes the place of the words that are asked for. `cleaned`
    says that the page may take away drawings and styles. A figure leads to its `explorer`, or shows
    it.
    """
    if request.shape is Shape.OUTLINE:
        return outline_part(shown, apart=apart)
    if request.shape in PROSE:
        words = words_for(shown.whole, request)
        return element("span", {"class": f"argmap-{request.shape}", "dir": "auto"}, text(words))
    shown = described(shown, request)
    if request.shape is Shape.INLINE:
        return inline_svg(shown, apart=apart)
    return figure(
        shown,
        caption=request.caption,
        caption_markup=caption,
        apart=apart,
        cleaned=cleaned,
        explorer=explorer,
    )


def markups_of(
    pictures: Sequence[Picture],
    request: Request,
    apart: str,
    *,
    cleaned: bool = False,
    explorer: Explorer | None = None,
) -> list[str]:
    """Return the HTML of each picture of a map: one, or those of its parts, which lead on."""
    if len(pictures) == 1:
        return [markup_of(pictures[0], request, apart, cleaned=cleaned, explorer=explorer)]
    name = f"argmap-{fingerprint(pictures[0].drawing, pictures[0].theme)}"
    name += f"-{apart}" if apart else ""
    return [
        part_markup(
            one,
            request,
            apart,
            lambda part: f"{name}-part-{part}",
            cleaned=cleaned,
            explorer=explorer,
        )
        for one in pictures
    ]


def part_markup(
    picture: Picture,
    request: Request,
    apart: str,
    name_of: Callable[[int], str],
    *,
    caption: str | None = None,
    cleaned: bool = False,
    explorer: Explorer | None = None,
) -> str:
    """Return the figure of one part; `name_of` gives the ids of those of all parts.

    `caption` is an element that a host puts in the place of the caption. The overview leads to the
    `explorer`.
    """
    assert picture.part is not None
    own = picture.part.number
    shown = described(picture, request if own == 0 else Request(), with_title=own == 0)
    shown = replace(shown, leads_to=lambda part: f"#{name_of(part)}")
    return figure(
        shown,
        caption=part_caption(picture, request),
        caption_markup=caption,
        apart=f"{apart}-{own}" if apart else f"part-{own}",
        name=name_of(own),
        cleaned=cleaned,
        explorer=None if own else explorer,
    )


def part_caption(picture: Picture, request: Request) -> str | None:
    """Return the caption of a picture: that of its part, else what is asked for, or the title."""
    if picture.part is None or picture.part.number == 0:
        return request.caption or picture.whole.title
    name = picture.words.part.format(picture.part.number)
    return f"{name[:1].upper()}{name[1:]}: {picture.part.title}"


def slide(
    picture: Picture, request: Request, *, dark: bool, apart: str, name_of: Callable[[int], str]
) -> str:
    """Return the HTML of a map on a slide: a picture that is bounded in height, and a caption.

    Below a heading, which a part other than the first has not, it is lower. `name_of` gives the ids
    of the slides of all parts, which lead to each other.
    """
    words, number = part_caption(picture, request), picture.part.number if picture.part else None
    shown = described(picture, Request() if number else request, with_title=not words)
    if number is not None:
        shown = replace(shown, leads_to=lambda part: f"#{name_of(part)}")
    svg = inline_svg(shown, apart=apart)
    high = REVEAL_HIGH_PART if number else REVEAL_HIGH
    caption = element("figcaption", {"dir": "auto", "class": NO_FORMULAS}, text(words or ""))
    parts = f"<style>{_SLIDE_RULES}</style>{svg}{caption if words else ''}"
    return element(
        "figure",
        {
            "class": "argmap-slide",
            "id": None if number is None else name_of(number),
            "style": f"color-scheme: {'dark' if dark else 'light'}; --argmap-high: {high}px",
        },
        parts,
    )


def words_for(a_map: ArgumentMap, request: Request) -> str:
    """Return the text of a claim, or the verdict on it, for a sentence of the document.

    Without an id it is the first thesis. Raises OptionError where there is no such claim.
    """
    name = request.id or next(iter(a_map.theses), None)
    if name is None:
        raise OptionError("this map has no thesis; name a claim with id=…", 0)
    if name not in a_map.claims_by_id:
        near = did_you_mean(name, a_map.claims_by_id) or ""
        raise OptionError(f"there is no claim “{name}” in this map{near}", 0)
    if request.shape is Shape.CLAIM:
        return a_map.claims_by_id[name].text
    options = request.options
    audience = options.audience or a_map.style.audience
    verdicts = evaluate(a_map, accept=options.accept, reject=options.reject, audience=audience)
    return words_in(a_map.language).verdicts[verdicts.verdict(name).standing]

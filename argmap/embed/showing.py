"""What a document shows of a map: a picture in the words of the document, HTML, or words alone."""

from dataclasses import replace

from argmap.drawing.shapes import Drawing
from argmap.embed.options import OptionError
from argmap.embed.request import PROSE, Request, Shape
from argmap.evaluation.labelling import evaluate
from argmap.languages import words_in
from argmap.model import ArgumentMap
from argmap.render.figure import NO_FORMULAS, figure, inline_svg, outline_part
from argmap.render.markup import element, text
from argmap.render.renderer import Picture
from argmap.suggestions import did_you_mean

# Slides are scaled as a whole: Reveal’s are 700 pixels high, with a heading of about 100.
_SLIDE_RULES = (
    ".argmap-slide { margin: 0; text-align: center; --argmap-page: transparent } "
    ".argmap-slide > svg { max-height: 500px !important; width: auto; margin: 0 } "
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


def markup_of(shown: Picture, request: Request, apart: str, *, caption: str | None = None) -> str:
    """Return the HTML of a map that can be shown; `apart` tells its ids from others in the page.

    `caption` is markup of the page that takes the place of the words that are asked for.
    """
    if request.shape is Shape.OUTLINE:
        return outline_part(shown, apart=apart)
    if request.shape in PROSE:
        words = words_for(shown.whole, request)
        return element("span", {"class": f"argmap-{request.shape}", "dir": "auto"}, text(words))
    shown = described(shown, request)
    if request.shape is Shape.INLINE:
        return inline_svg(shown, apart=apart)
    return figure(shown, caption=request.caption, caption_markup=caption, apart=apart)


def slide(picture: Picture, request: Request, *, dark: bool, apart: str) -> str:
    """Return the HTML of a map on a slide: a picture that is bounded in height, and a caption."""
    words = request.caption or picture.whole.title
    svg = inline_svg(described(picture, request, with_title=not words), apart=apart)
    caption = element("figcaption", {"dir": "auto", "class": NO_FORMULAS}, text(words or ""))
    scheme = f"color-scheme: {'dark' if dark else 'light'}"
    parts = f"<style>{_SLIDE_RULES}</style>{svg}{caption if words else ''}"
    return element("figure", {"class": "argmap-slide", "style": scheme}, parts)


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

"""A map becomes a part of somebody’s page: the picture, a caption and the outline, folded."""

import re
from collections.abc import Iterator

from argmap.render.html.bibliography import bibliography
from argmap.render.html.cleaned import SHOWING_RULES, still_image
from argmap.render.html.enlarging import ENLARGING_RULES, NARROW, enlarging, enlarging_button
from argmap.render.html.exploring import EXPLORING_RULES, Explorer, live_frame, opening
from argmap.render.html.outline_lists import Teller, outline
from argmap.render.html.surroundings import around_of
from argmap.render.language import language_tag, own_language
from argmap.render.markup import element, open_tag, text
from argmap.render.renderer import Picture
from argmap.render.svg import fingerprint, svg_text

# MathJax, which looks for formulas in all texts of a page, passes over what has such a class.
NO_FORMULAS = "mathjax_ignore tex2jax_ignore"
# Colours are those of the page, so that the outline is read in its light as in its dark.
_EMPTY_LINES = re.compile(r"\n[ \t]*(?=\n)")
_RULES = """
.argmap-figure { margin: 1.5em 0; max-width: 100% }
.argmap-figure figcaption { text-align: center; margin-top: .5em }
.argmap-figure details { text-align: start }
.argmap-figure summary { cursor: pointer }
.argmap-outline ul { list-style: none; margin: 0; padding-inline-start: 1em }
.argmap-outline.argmap-outline li { list-style: none; margin: .3em 0 }
.argmap-outline p { margin: .3em 0 }
.argmap-outline .heading { font-weight: bold }
.argmap-outline .name { font-style: italic }
.argmap-outline li.support, .argmap-outline li.backing
  { border-inline-start: 2px solid #0f766e; padding-inline-start: .6em }
.argmap-outline li.attack, .argmap-outline li.undercut
  { border-inline-start: 2px dashed #bf400c; padding-inline-start: .6em }
.argmap-outline li.premise
  { border-inline-start: 2px dotted currentColor; padding-inline-start: .6em }
.argmap-outline .note { display: block }
.argmap-figure small, .argmap-outline small { opacity: 1; color: inherit }
"""


def figure(
    picture: Picture,
    *,
    caption: str | None = None,
    caption_markup: str | None = None,
    apart: str = "",
    folded: bool = True,
    name: str | None = None,
    cleaned: bool = False,
    explorer: Explorer | None = None,
) -> str:
    """Return an element `figure` without empty lines, for a place in a page of HTML.

    `caption` takes the place of the title of the map, `caption_markup`, an element, that of both.
    `name` is the id of the figure. `apart` is what tells the ids of figures of the same map in one
    page apart. The outline below the picture is `folded` until it is asked for; a part has none,
    since the overview tells the whole map. Nothing that the map says can become markup.

    `cleaned` says that the page may take away drawings and styles: then it shows the picture as an
    image. The figure leads to its `explorer`, or shows that.
    """
    told = caption_markup or _caption(picture, caption)
    lines = _figure(picture, told, apart, folded, name, cleaned, explorer)
    return unbroken("\n".join(lines))


def outline_part(picture: Picture, *, apart: str = "") -> str:
    """Return the outline alone, as an element `div` without empty lines."""
    lines = [f"<style>{_RULES}</style>", *_outline(picture, _teller(picture, apart))]
    return unbroken("\n".join(lines))


def inline_svg(picture: Picture, *, apart: str = "") -> str:
    """Return the picture as an element `svg` without empty lines, for a page of HTML."""
    svg = svg_text(
        picture.places,
        theme=picture.theme,
        in_page=True,
        apart=apart,
        leads_to=picture.leads_to,
    )
    return unbroken(_apart_from_its_page(svg))


def unbroken(markup: str) -> str:
    """Return markup without empty lines, at which Markdown would take it for finished."""
    # What stands in an element `style` is read as it is written, numbers of characters as well.
    rules = re.sub(
        r"<style>.*?</style>", lambda m: _EMPTY_LINES.sub("", m[0]), markup, flags=re.DOTALL
    )
    return re.sub(r"\n(?=[ \t]*\n)", "&#10;", rules)


def _apart_from_its_page(svg: str, *, told: bool = False) -> str:
    """Return a picture in which no program of the page looks for anything.

    Where it is `told` in words as well, the search of a site finds those alone.
    """
    search = ' data-search-exclude="true"' if told else ""
    attributes = f' class="argmap {NO_FORMULAS}"{search} '
    return svg.strip().replace(' class="argmap" ', attributes, 1)


def _teller(picture: Picture, apart: str) -> Teller:
    own = own_language(picture.whole.language)
    prefix = f"argmap-{fingerprint(picture.drawing, picture.theme, 'outline')}-"
    prefix += f"{apart}-" if apart else ""
    return Teller(picture.whole, own, picture.evaluation, prefix, level=0)


def _figure(
    picture: Picture,
    caption: str | None,
    apart: str,
    folded: bool,
    name: str | None,
    cleaned: bool,
    explorer: Explorer | None,
) -> Iterator[str]:
    teller = _teller(picture, apart)
    language = language_tag(picture.whole.language)
    is_part = picture.part is not None and picture.part.number > 0
    is_explored = explorer is not None and explorer.shown
    classes = "argmap-figure argmap-explored" if is_explored else "argmap-figure"
    yield open_tag("figure", {"id": name, "class": classes, "lang": language})
    if explorer is not None and is_explored:
        yield from _explored(picture, teller, explorer, apart, cleaned)
    else:
        yield from _pictured(picture, teller, apart, cleaned, around=not is_part)
    if explorer is not None:
        yield from opening(explorer, teller)
    if caption:
        yield caption
    if is_part:
        yield "</figure>"
        return
    yield "<details>" if folded else '<details open="">'
    yield teller.own("summary", teller.words.as_outline)
    yield from _outline(picture, teller)
    yield "</details>\n</figure>"


def _pictured(
    picture: Picture, teller: Teller, apart: str, cleaned: bool, *, around: bool
) -> Iterator[str]:
    """Yield the picture, which a button enlarges; it leads to the outline `around` it."""
    yield f"<style>{_RULES}{SHOWING_RULES if cleaned else ''}{ENLARGING_RULES}</style>"
    page = around_of(picture, teller) if around else None
    drawings = [picture.places, *filter(None, [picture.narrow])]
    svgs = [
        svg_text(
            places,
            theme=picture.theme,
            around=page,
            in_page=True,
            apart=apart,
            leads_to=picture.leads_to,
        )
        for places in drawings
    ]
    wide, *narrow = (_apart_from_its_page(svg, told=True) for svg in svgs)
    narrower = [(NARROW, svg) for svg in narrow]
    yield from enlarging(wide, teller, narrower=narrower, hidden=cleaned)
    yield from enlarging_button(wide, teller, hidden=cleaned)
    if cleaned:
        still = svg_text(picture.places, theme=picture.theme)
        yield still_image(still, picture.drawing.summary)


def _explored(
    picture: Picture, teller: Teller, explorer: Explorer, apart: str, cleaned: bool
) -> Iterator[str]:
    """Yield the explorer in its frame, and the picture for where no frame is shown."""
    yield f"<style>{_RULES}{EXPLORING_RULES}</style>"
    yield live_frame(explorer, teller)
    if cleaned:
        svg = svg_text(picture.places, theme=picture.theme)
        still = still_image(svg, picture.drawing.summary)
    else:
        svg = svg_text(picture.places, theme=picture.theme, in_page=True, apart=apart)
        still = _apart_from_its_page(svg, told=True)
    if explorer.link is not None and cleaned:
        still = element("a", {"href": explorer.link}, still)
    yield element("div", {"class": "argmap-on-paper"}, still)


def _caption(picture: Picture, caption: str | None) -> str | None:
    """Return the element of a caption, None where there is nothing to say."""
    words = caption or picture.whole.title
    audience = picture.drawing.audience
    if words and audience is not None and not caption:
        weighed = picture.words.weighed_for.format(picture.words.quoted(audience))
        words = f"{words.rstrip('.')}. {weighed}."
    if not words:
        return None
    return element("figcaption", {"class": NO_FORMULAS, "dir": "auto"}, text(words))


def _outline(picture: Picture, teller: Teller) -> Iterator[str]:
    classes = f"argmap-outline {NO_FORMULAS}"
    yield open_tag("div", {"class": classes, "lang": language_tag(picture.whole.language)})
    yield from outline(teller)
    yield from bibliography(teller)
    yield "</div>"

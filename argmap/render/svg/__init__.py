"""A placed drawing becomes one self-contained SVG: no script, nothing from outside, real text."""

import hashlib
from collections.abc import Iterator

from argmap.drawing import sizes
from argmap.drawing.shapes import Drawing, Mention
from argmap.languages import words_in
from argmap.layout.placed import Direction, PlacedDrawing
from argmap.render.language import language_tag, own_language
from argmap.render.markup import element, empty_tag, number, open_tag, text
from argmap.render.renderer import LeadsTo, Picture
from argmap.render.svg import legend
from argmap.render.svg.arrow_ends import BAR_HALF_LENGTH, SHORT_BAR_HALF_LENGTH, drawn
from argmap.render.svg.extent import extent_of
from argmap.render.svg.groups import group_area, group_heading
from argmap.render.svg.look import Look, look_of
from argmap.render.svg.shapes import (
    SurroundingPage,
    arrow_markup,
    node_markup,
)
from argmap.render.svg.style_sheet import style_sheet
from argmap.render.svg.trail_markup import trail_markup
from argmap.render.svg.words import line_start, text_markup
from argmap.themes import Theme


def render(picture: Picture) -> bytes:
    """Return the picture as SVG: the same drawing and theme give the same bytes."""
    return svg_text(picture.places, theme=picture.theme, leads_to=picture.leads_to).encode()


def svg_text(
    placed: PlacedDrawing,
    *,
    theme: Theme,
    around: SurroundingPage | None = None,
    in_page: bool = False,
    apart: str = "",
    leads_to: LeadsTo | None = None,
    styled: bool = True,
    painted: bool = True,
) -> str:
    """Return a placed drawing as SVG.

    `around` is the page that tells the whole map, with the title above the picture: boxes lead
    into it. `in_page` says that the SVG becomes a part of a page; `apart` is what tells its ids
    from those of the same picture elsewhere in that page. `leads_to` gives the address of a part
    of the map by its number; without it nothing leads there. Where it is not `styled`, the page has
    one style sheet for all of its pictures. Where it is not `painted`, only programs that know
    style sheets as browsers do show it as it is.
    """
    root = f"argmap-{fingerprint(placed.drawing, str(placed.direction), theme)}"
    if apart:
        root += f"-{apart}"
    look = look_of(
        theme,
        placed.drawing.tag_colours,
        in_page=in_page or around is not None,
        mentions=placed.direction is Direction.COLUMN,
        unstated=placed.drawing.shows_unstated,
        away=placed.drawing.shows_away,
        painted=painted,
    )
    css = style_sheet(look, root=f"#{root}") if styled else None
    return "\n".join([*_lines(placed, look, root, css, around, leads_to), ""])


def _lines(
    placed: PlacedDrawing,
    look: Look,
    root: str,
    css: str | None,
    around: SurroundingPage | None,
    leads_to: LeadsTo | None,
) -> Iterator[str]:
    drawing, theme = placed.drawing, look.theme
    extent = extent_of(placed, letter_width=theme.letter_width, titled=around is None)
    margin, inner, title = extent.margin, extent.inner, extent.title
    width, height, shown_at = extent.width, extent.height, placed.shown_at
    yield open_tag(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "id": root,
            "class": "argmap",
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "width": round(width * shown_at),
            "height": round(height * shown_at),
            **look.outermost,
            "lang": language_tag(drawing.language),
            "role": _role(drawing, around, leads_to),
            "aria-labelledby": f"{root}_title",
            "aria-describedby": f"{root}_description",
        },
    )
    own = own_language(drawing.language)
    names = {"id": f"{root}_title", "lang": None if drawing.title else own}
    yield element("title", names, text(drawing.title or words_in(drawing.language).map))
    names = {"id": f"{root}_description", "lang": own if drawing.own_summary else None}
    yield element("desc", names, text(drawing.summary))
    if css is not None:
        yield f"<style>\n{css}\n</style>"
    yield empty_tag(
        "rect", {"class": "page", **look.attributes("page"), "width": width, "height": height}
    )
    if title:
        start = line_start("title", title, margin, margin + inner)
        first = margin + sizes.TITLE_SIZE * 0.8
        lines = (
            ({**start, "y": first + at * sizes.TITLE_LINE_HEIGHT}, line)
            for at, line in enumerate(title)
        )
        yield text_markup(look, [], lines)
    if extent.trail:
        yield from trail_markup(look, extent, leads_to)
    left = margin + (inner - placed.width) / 2
    yield open_tag("g", {"transform": f"translate({number(left)},{number(extent.top)})"})
    for group in placed.groups:
        yield group_area(look, group)
    yield '<g class="arrows" aria-hidden="true">'
    bar = SHORT_BAR_HALF_LENGTH if placed.direction is Direction.COLUMN else BAR_HALF_LENGTH
    for arrow in placed.arrows:
        yield arrow_markup(look, arrow.arrow, drawn(arrow, bar=bar))
    yield "</g>"
    for group in placed.groups:
        yield group_heading(look, group)
    words = words_in(drawing.language)
    for node in placed.nodes:
        yield from node_markup(
            look, node, words=words, prefix=root, around=around, leads_to=leads_to
        )
    yield "</g>"
    yield from legend.legend_markup(look, extent.rows, left=margin, top=extent.below)
    yield "</svg>"


def _role(drawing: Drawing, around: SurroundingPage | None, leads_to: LeadsTo | None) -> str:
    """Return the role of the picture: an image must hold nothing that can be followed."""
    leads = any(box.link or box.goes_on_at for box in drawing.boxes) or any(
        isinstance(row.shape, Mention) for row in drawing.rows
    )
    onward = leads_to and (drawing.trail or any(box.leads for box in drawing.boxes))
    return "group" if around or leads or onward else "img"


def fingerprint(*what: object) -> str:
    """Return a short hash of values such as what is drawn and how."""
    content = repr(what)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:8]

"""A map becomes one page of HTML: the picture, the whole map as an outline, and what it cites.

The page needs no script and nothing from outside. The picture may show a part of the map; the
outline tells all of it, so that the picture leads to what it leaves out.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from argmap.drawing.reading_side import is_right_to_left
from argmap.render.html.bibliography import bibliography
from argmap.render.html.enlarging import NARROW, enlarging, enlarging_button
from argmap.render.html.outline_lists import Teller, outline
from argmap.render.html.style_sheet import page_style
from argmap.render.html.surroundings import around_of
from argmap.render.language import language_tag, own_language
from argmap.render.markup import element, empty_tag, number, open_tag, text
from argmap.render.renderer import Picture, Window
from argmap.render.svg import svg_text
from argmap.render.svg.extent import measures
from argmap.values import one_line

# Smaller than this part of its size, the picture cannot be read: then it scrolls instead. On the
# screen of a phone it is an overview.
SMALLEST_PART = 0.45


def render(picture: Picture) -> bytes:
    """Return the page in UTF-8; nothing that the map says can become markup."""
    return "\n".join([*page_lines(picture), ""]).encode()


def page_lines(picture: Picture, *, styles: str = "", scripts: Iterable[str] = ()) -> Iterator[str]:
    """Yield the lines of the page; `styles` are rules of CSS and `scripts` elements for its end.

    A page with scripts is for browsers alone, which need no attributes of pictures beside their
    style sheets.
    """
    a_map = picture.whole
    words = picture.words
    language = language_tag(a_map.language) or words.tag
    names = [a_map.title or "", *(a_map.claims_by_id[thesis].text for thesis in a_map.theses)]
    title = a_map.title or words.map
    about = one_line(a_map.description or picture.drawing.summary)
    teller = Teller(a_map, own_language(language), picture.evaluation)
    yield "<!doctype html>"
    yield open_tag("html", {"lang": language, "dir": "rtl" if is_right_to_left(names) else None})
    yield '<head>\n<meta charset="utf-8"/>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    yield element("title", {}, text(title))
    yield empty_tag("meta", {"name": "description", "content": about})
    yield f"<style>\n{page_style(picture.theme)}\n{_smallest(picture)}{styles}\n</style>"
    yield "</head>\n<body>"
    yield teller.own("a", words.skip, {"class": "skip", "href": "#outline"})
    yield "<header>"
    yield element("h1", {"dir": "auto"}, text(title))
    for paragraph in re.split(r"\n\s*\n", a_map.description or ""):
        if paragraph.strip():
            yield element("p", {"dir": "auto"}, text(one_line(paragraph)))
    yield "</header>"
    yield "<main>"
    scripts = tuple(scripts)
    yield from _figure(picture, teller, scripted=bool(scripts))
    yield open_tag("section", {"id": "outline", "class": "prose", "tabindex": "-1"})
    yield teller.own("h2", words.the_argument)
    yield from outline(teller)
    yield "</section>"
    yield from bibliography(teller)
    yield "</main>"
    yield from scripts
    yield "</body>\n</html>"


def _smallest(picture: Picture) -> str:
    margin, inner = measures(picture.places)
    return f".frame {{ --smallest: {number((inner + 2 * margin) * SMALLEST_PART)}px }}"


def _narrower(picture: Picture, scripted: bool) -> tuple[Window, ...]:
    """Return the drawings for less room; scripts, which can make one larger, need two alone."""
    if scripted:
        return (Window(NARROW, picture.narrow),) if picture.narrow else ()
    return picture.windows()


def _figure(picture: Picture, teller: Teller, *, scripted: bool) -> Iterator[str]:
    around = around_of(picture, teller)
    yield "<figure>"
    frame = {
        "class": "frame",
        "tabindex": "0",
        "role": "region",
        "aria-label": picture.words.picture,
    }
    yield open_tag("div", {**frame, "lang": teller.own_language})
    drawn = partial(svg_text, theme=picture.theme, around=around)
    wide = drawn(picture.places, painted=not scripted).rstrip()
    narrower = [
        (below, drawn(placed, painted=False).rstrip())
        for below, placed in _narrower(picture, scripted)
    ]
    yield from enlarging(wide, teller, narrower=narrower, focuses=not scripted)
    yield "</div>"
    yield from enlarging_button(wide, teller)
    shown, all_of_them = len(picture.map.claims), len(picture.whole.claims)
    if shown < all_of_them:
        words = picture.words.part_shown.format(shown, all_of_them)
        yield teller.own("figcaption", words)
    yield "</figure>"

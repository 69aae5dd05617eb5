"""A map becomes slides for a talk: one file, a slide for each argument, no network.

Its script moves a picture along, which is bundled from `modules` as docs/contributing.md says.
Without it the slides stand one below the other, and so each is a page of a print.
"""

from collections.abc import Iterator

from argmap.drawing.reading_side import is_right_to_left
from argmap.render.explorer.data import script_of
from argmap.render.explorer.policy import policy_of
from argmap.render.html.style_sheet import colour_style
from argmap.render.language import language_tag
from argmap.render.markup import element, empty_tag, open_tag, text
from argmap.render.own_files import own_file, own_styles
from argmap.render.renderer import Picture
from argmap.render.slides.deck import deck
from argmap.render.slides.telling import Speaker
from argmap.render.svg import fingerprint
from argmap.render.svg.look import look_of
from argmap.render.svg.style_sheet import style_sheet
from argmap.values import one_line

# Before anything is seen: what is presented does not flash up as a text first.
_FIRST = 'document.documentElement.classList.add("presented")'
_WORDS = ("next", "previous", "slide", "overview", "full_screen", "slides_help", "not_here")


def render(picture: Picture) -> bytes:
    """Return the page in UTF-8; nothing that the map says can become markup."""
    return "\n".join([*_lines(picture), ""]).encode()


def _lines(picture: Picture) -> Iterator[str]:
    lines = [*_page(picture)]
    policy = policy_of(lines)
    for line in lines:
        if line.startswith("<style>\n"):
            yield empty_tag("meta", {"http-equiv": "Content-Security-Policy", "content": policy})
        yield line


def _page(picture: Picture) -> Iterator[str]:
    a_map, speaker = picture.whole, Speaker(picture)
    words = picture.words
    names = [a_map.title or "", *(a_map.claims_by_id[thesis].text for thesis in a_map.theses)]
    side = "rtl" if is_right_to_left(names) else None
    about = one_line(a_map.description or picture.drawing.summary)
    yield "<!doctype html>"
    yield open_tag("html", {"lang": language_tag(a_map.language) or words.tag, "dir": side})
    yield '<head>\n<meta charset="utf-8"/>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    yield element("title", {}, text(a_map.title or words.map))
    yield empty_tag("meta", {"name": "description", "content": about})
    yield f"<style>\n{_style(picture)}\n</style>"
    yield f"<script>{_FIRST}</script>"
    yield "</head>"
    yield open_tag("body", {"id": f"argmap-{fingerprint(picture.drawing, picture.theme)}"})
    yield "<main>"
    yield from deck(speaker)
    yield "</main>"
    yield script_of({"words": _words(speaker), "tag": words.tag})
    yield f'<script type="module">{own_file(__name__, "slides.js")}</script>'
    yield "</body>\n</html>"


def _words(speaker: Speaker) -> dict[str, str]:
    own = speaker.own_words
    return {"close": speaker.words.close, **{name: own[name] for name in _WORDS}}


def _style(picture: Picture) -> str:
    # Of all boxes that any of the pictures may have.
    look = look_of(
        picture.theme,
        picture.drawing.tag_colours,
        in_page=True,
        mentions=True,
        unstated=True,
        away=True,
    )
    drawn = style_sheet(look, root="svg.argmap")
    return "\n".join((colour_style(picture.theme), drawn, own_styles(__name__, "slides.css")))

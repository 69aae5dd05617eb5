"""The parts of a map in one page of HTML: a list of them, and each where it is read through."""

from collections.abc import Iterator, Sequence

from argmap.drawing.reading_side import is_right_to_left
from argmap.drawing.shapes import Drawing
from argmap.render.html.style_sheet import page_style
from argmap.render.language import language_tag
from argmap.render.markup import element, empty_tag, open_tag, text
from argmap.render.renderer import Picture
from argmap.render.svg import svg_text
from argmap.values import one_line

_RULES = """
nav li, .files { font-size: .9375rem }
nav a, .files a { color: var(--quiet) }
.part { scroll-margin-top: 1rem; margin: 0 auto 3rem; width: fit-content; max-width: 100% }
.part > svg { display: block; max-width: 100%; height: auto }
.part:target { outline: 2px solid var(--gold); outline-offset: .5rem; border-radius: 2px }
"""


def index_page(pictures: Sequence[Picture], files: Sequence[str]) -> bytes:
    """Return the page in UTF-8; `files` are the addresses of the pictures, each with its part.

    Nothing that the map says can become markup.
    """
    return "\n".join([*_page(pictures, files), ""]).encode()


def _page(pictures: Sequence[Picture], files: Sequence[str]) -> Iterator[str]:
    first = pictures[0]
    a_map, words = first.whole, first.words
    language = language_tag(a_map.language) or words.tag
    title = a_map.title or words.map
    leftwards = is_right_to_left([title, *(part_title(one) for one in pictures)])
    about = one_line(a_map.description or first.drawing.summary)
    yield "<!doctype html>"
    yield open_tag("html", {"lang": language, "dir": "rtl" if leftwards else None})
    yield '<head>\n<meta charset="utf-8"/>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    yield element("title", {}, text(title))
    yield empty_tag("meta", {"name": "description", "content": about})
    yield f"<style>\n{page_style(first.theme)}{_RULES}</style>\n</head>\n<body>"
    yield f"<header>{element('h1', {'dir': 'auto'}, text(title))}</header>\n<main>"
    yield '<nav class="prose"><ol start="0">' if len(pictures) > 1 else '<nav class="prose"><ol>'
    for picture, number in zip(pictures, range(len(pictures)), strict=True):
        entry = element("a", {"href": f"#part-{number}", "dir": "auto"}, text(part_title(picture)))
        yield element("li", {}, entry)
    yield "</ol></nav>"
    for number, (picture, file) in enumerate(zip(pictures, files, strict=True)):
        yield open_tag("figure", {"id": f"part-{number}", "class": "part"})
        yield svg_text(
            picture.places,
            theme=picture.theme,
            in_page=True,
            apart=str(number),
            leads_to=lambda part: f"#part-{part}",
        ).rstrip()
        link = element("a", {"href": file}, text(file))
        yield element("figcaption", {"class": "files"}, link)
        yield "</figure>"
    yield "</main>\n</body>\n</html>"


def part_title(picture: Picture) -> str:
    """Return what a part is called; the overview has the title of the map."""
    return picture.part.title if picture.part and picture.part.title else title_of(picture.drawing)


def title_of(drawing: Drawing) -> str:
    """Return the title of a drawing, or how its description begins."""
    return drawing.title or drawing.summary

"""A placed drawing becomes a picture of TikZ, in a document of LaTeX that compiles alone.

Another document takes the picture in by `\\input`, with the package `standalone`; so all that the
picture needs, but for libraries of TikZ, stands inside it.
"""

from collections.abc import Iterator

from argmap.render.renderer import Picture
from argmap.render.scene.staging import scene_of
from argmap.render.scene.things import Scene
from argmap.render.tikz.preamble import LEFTWARDS, preamble
from argmap.render.tikz.shapes import badge, ground, node, pictograms
from argmap.render.tikz.strokes import line
from argmap.render.tikz.terms import PIXEL, Terms

KEEPS = frozenset(
    {
        *("map.title", "map.theses", "map.sources", "map.style"),
        *("claim.label", "claim.citations", "claim.contradicts", "claim.group"),
        *("claim.standard", "claim.unstated", "claim.home"),
        *("argument.label", "argument.scheme"),
    }
)


def render(picture: Picture) -> bytes:
    """Return a document with one picture: a node for each box and pill, lines between nodes."""
    scene = scene_of(picture)
    terms = Terms(scene, picture.theme.palette)
    # Colours are known when all is drawn.
    body = [*pictograms(terms), *_picture(scene, terms)]
    lines = [*preamble(scene), *_opening(terms), *body, "\\end{tikzpicture}", "\\end{document}"]
    return ("\n".join([*lines, ""])).encode()


def _opening(terms: Terms) -> Iterator[str]:
    """Yield the begin of the picture, with all colours that it uses."""
    yield "\\begin{document}"
    yield f"\\begin{{tikzpicture}}[x={PIXEL}bp, y=-{PIXEL}bp]"
    for name, colour in terms.colours.items():
        yield f"\\definecolor{{{name}}}{{HTML}}{{{colour[1:].upper()}}}"
    yield f"\\providecommand{{\\{LEFTWARDS}}}[1]{{#1}}"


def _picture(scene: Scene, terms: Terms) -> Iterator[str]:
    shapes = [text for panel in scene.panels for text in node(panel, terms)]
    badges = [badge(one, terms) for one in scene.badges]
    page = terms.colour(scene.page)
    # Lines end at nodes, and lie below them.
    yield from shapes
    yield from badges
    yield "\\begin{scope}[on background layer]"
    corner = f"({scene.width:g},{scene.height:g})"
    yield f"\\path[fill={page}] (0,0) rectangle {corner};"
    for panel in scene.grounds:
        yield from ground(panel, terms)
    for one in scene.lines:
        yield line(one, terms)
    yield "\\end{scope}"
    yield f"\\useasboundingbox (0,0) rectangle {corner};"

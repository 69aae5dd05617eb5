"""What stands before the picture: packages, and faces for all that the map says."""

from collections.abc import Iterator

from argmap.render.scene.things import Scene
from argmap.render.tikz.scripts import Needs, needs_of

_GENERIC = ("sans-serif", "serif", "monospace", "system-ui", "cursive", "fantasy")
_LIKE_ARIAL = "texgyreheros-regular.otf"
# What is read from right to left; where a document knows no such command, nothing is done.
LEFTWARDS = "argmapleftwards"


def preamble(scene: Scene) -> Iterator[str]:
    """Yield the lines before the document begins; `\\input` passes over them."""
    needs = needs_of(scene)
    yield "% drawn by argmap"
    yield "% To take the picture into another document, write there:"
    yield "%   \\usepackage{standalone, tikz} \\usetikzlibrary{arrows.meta, backgrounds}"
    yield "%   \\input{the name of this file}"
    yield "\\documentclass[tikz, border=0pt]{standalone}"
    yield "\\usetikzlibrary{arrows.meta, backgrounds}"
    yield "\\usepackage{iftex}"
    yield "\\ifPDFTeX"
    if needs.unicode:
        yield f"  {_refusal('pdfLaTeX', 'LuaLaTeX' if needs.faces else 'LuaLaTeX or XeLaTeX')}"
    yield "  \\usepackage[T1]{fontenc}"
    yield "  \\usepackage{tgheros}"
    yield "\\else"
    yield "  \\usepackage{fontspec}"
    yield "  \\defaultfontfeatures[\\sffamily]{}"
    yield from _others(needs)
    yield f"  {_faces(scene.fonts, 'RawFeature={fallback=argmap}' if needs.faces else '')}"
    yield "\\fi"


def _refusal(program: str, others: str) -> str:
    told = f"This map has letters that {program} lacks here; compile it with {others}"
    return f"\\errmessage{{{told}}}"


def _others(needs: Needs) -> Iterator[str]:
    """Yield what gives LuaLaTeX faces for other scripts, and their direction."""
    if not needs.faces:
        return
    yield f"  \\ifXeTeX {_refusal('XeLaTeX', 'LuaLaTeX')}\\fi"
    yield "  \\directlua{argmapfaces = {}}"
    for face, features in needs.faces:
        noted = f"\\directlua{{table.insert(argmapfaces, '{face}:{features}')}}"
        yield f"  \\IfFontExistsTF{{{face}}}{{{noted}}}{{}}"
    yield "  \\directlua{luaotfload.add_fallback('argmap', argmapfaces)}"
    if needs.leftwards:
        yield "  \\usepackage[english, bidi=basic]{babel}"
        yield "  \\babelprovide[import]{hebrew}"
        yield (
            f"  \\newcommand{{\\{LEFTWARDS}}}[1]{{\\pardir TRT\\foreignlanguage{{hebrew}}{{#1}}}}"
        )


def _faces(fonts: tuple[str, ...], more: str) -> str:
    """Return the choice of the first face of a theme that is there."""
    styles = ("Bold", "Italic", "BoldItalic")
    files = ", ".join(f"{name}Font=texgyreheros-{name.lower()}.otf" for name in styles)
    chosen = f"\\setsansfont{{{_LIKE_ARIAL}}}[{', '.join(filter(None, (files, more)))}]"
    for font in reversed([font for font in fonts if font not in _GENERIC]):
        chosen = f"\\IfFontExistsTF{{{font}}}{{\\setsansfont{{{font}}}[{more}]}}{{{chosen}}}"
    return chosen

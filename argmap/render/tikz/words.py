"""The words of a map in LaTeX: no command, no ligature, nothing but what they say."""

import re
import unicodedata
from collections.abc import Iterable

from argmap.render.scene.breaking import broken
from argmap.render.scene.things import Align, Panel, Paragraph, Run
from argmap.render.tikz.preamble import LEFTWARDS
from argmap.render.tikz.terms import Terms, bp

_NAMED = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "$": "\\$",
    "&": "\\&",
    "#": "\\#",
    "%": "\\%",
    "_": "\\_",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    # Languages give a meaning to the sign itself.
    '"': "\\char34{}",
    "`": "\\textasciigrave{}",
    "\u00a0": "~",
}
# Two of these would become another sign; after a full stop or the like, ` too.
_JOINED = re.compile(r"(?<=([-',<>]))(?=\1)")
# What has no ink of its own, and what TeX cannot read.
_LEFT_OUT = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Signs that argmap uses and few faces have, as TikZ draws them.
_DRAWN = {
    "∴": "\\tikz[baseline=-0.9mm]\\fill (0,0.9mm) circle[radius=0.45mm] (-1mm,-0.8mm)"
    " circle[radius=0.45mm] (1mm,-0.8mm) circle[radius=0.45mm];",
    "↗": "\\tikz\\draw[line width=0.9bp] (0,0) -- (1.6mm,1.6mm) (0.5mm,1.6mm) -| (1.6mm,0.5mm);",
    "↓": "\\tikz\\draw[line width=0.9bp] (0,2mm) -- (0,0) (-0.7mm,0.7mm) -- (0,0) --"
    " (0.7mm,0.7mm);",
}


_SPECIAL = re.compile("[" + re.escape("".join([*_NAMED, *_DRAWN])) + "]")


def escaped(content: str) -> str:
    """Return text as LaTeX that shows that text, in whatever language the document is."""
    safe = _UNREADABLE.sub(" ", _LEFT_OUT.sub("", content))
    safe = unicodedata.normalize("NFC", safe)
    parts = _JOINED.sub("\x00", safe)
    named = _SPECIAL.sub(lambda found: {**_NAMED, **_DRAWN}[found[0]], parts)
    return named.replace("\x00", "\\/")


def words(panel: Panel, terms: Terms) -> str:
    """Return all that a panel says, one paragraph below the other."""
    before = panel.paragraphs[0].runs[0]
    told = []
    for number, one in enumerate(panel.paragraphs):
        first = panel.has_badge and number == 0
        told.append(_paragraph(one, panel, before, terms, first=first))
    if len(before.words) == 1 and panel.align is Align.MIDDLE:
        return "".join(told)
    # A line is as high as any other, whatever letters it has.
    return "\\strut{}" + "\\strut\\par ".join(told) + "\\strut{}"


def size(run: Run, line_height: float) -> str:
    """Return the command for letters of a size on lines of a height."""
    return f"\\fontsize{letters(run, line_height)}\\selectfont"


def letters(run: Run, line_height: float) -> str:
    """Return the size of letters and the height of their lines as two arguments."""
    return f"{{{bp(run.size)}}}{{{bp(line_height)}}}"


def _paragraph(paragraph: Paragraph, panel: Panel, base: Run, terms: Terms, *, first: bool) -> str:
    lines = broken(paragraph, first=first, every=panel.align is Align.MIDDLE)
    look = paragraph.runs[0]
    # A badge stands at the end of the first line.
    room = f"\\hspace*{{{bp(20)}}}" if first and len(lines) == 1 else ""
    said = "\\\\ ".join(_line(line, base, paragraph, terms) for line in lines)
    said += room if any(run.beside for run in paragraph.runs) else ""
    if paragraph.leftwards:
        said = f"\\{LEFTWARDS}{{{said}}}"
    if look.size == base.size:
        return said
    return f"{{{size(look, paragraph.line_height)} {said}\\strut\\par}}"


def _line(line: Iterable[Run], base: Run, paragraph: Paragraph, terms: Terms) -> str:
    return "".join(_run(run, base, paragraph, terms) for run in line)


def _run(run: Run, base: Run, paragraph: Paragraph, terms: Terms) -> str:
    said = escaped(run.words)
    if run.italic:
        said = f"\\textit{{{said}}}"
    if run.bold:
        said = f"\\textbf{{{said}}}"
    if run.colour != base.colour:
        said = f"\\textcolor{{{terms.colour(run.colour)}}}{{{said}}}"
    if run.beside:
        return f"\\hfill{{{size(run, paragraph.line_height)}{said}}}"
    return said

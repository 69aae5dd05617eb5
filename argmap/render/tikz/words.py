"""The words of a map in LaTeX: no command, no ligature, nothing but what they say."""

import re
import unicodedata
from collections.abc import Iterable

from argmap.drawing import sizes
from argmap.render.scene.breaking import broken
from argmap.render.scene.things import Align, Panel, Paragraph, Run
from argmap.render.tikz.preamble import LEFTWARDS
from argmap.render.tikz.signs import SIGNS
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
_SPECIAL = re.compile("[" + re.escape("".join([*_NAMED, *SIGNS])) + "]")


def escaped(content: str) -> str:
    """Return text as LaTeX that shows that text, in whatever language the document is."""
    safe = _UNREADABLE.sub(" ", _LEFT_OUT.sub("", content))
    safe = unicodedata.normalize("NFC", safe)
    parts = _JOINED.sub("\x00", safe)
    named = _SPECIAL.sub(lambda found: {**_NAMED, **SIGNS}[found[0]], parts)
    return named.replace("\x00", "\\/")


def words(panel: Panel, terms: Terms) -> str:
    """Return all that a panel says, one paragraph below the other."""
    base = panel.paragraphs[0].runs[0]
    if len(base.words) == 1 and panel.align is Align.MIDDLE:
        # A sign stands in the middle by its own height.
        return _run(base, base, panel.paragraphs[0], terms)
    told = ""
    for number, one in enumerate(panel.paragraphs):
        # A line is as high as any other, whatever letters it has.
        said = f"\\strut{{}}{_paragraph(one, panel, terms, first=number == 0)}\\strut"
        if one.runs[0].size != base.size:
            # The end of a paragraph decides how far apart its lines are.
            said = f"{{{size(one.runs[0], one.line_height)}{said}\\par}}"
        elif one is not panel.paragraphs[-1]:
            said += "\\par "
        told += said
    return told


def size(run: Run, line_height: float) -> str:
    """Return the command for letters of a size on lines of a height."""
    return f"\\fontsize{letters(run, line_height)}\\selectfont"


def letters(run: Run, line_height: float) -> str:
    """Return the size of letters and the height of their lines as two arguments."""
    return f"{{{bp(run.size)}}}{{{bp(line_height)}}}"


def _paragraph(paragraph: Paragraph, panel: Panel, terms: Terms, *, first: bool) -> str:
    base, badged = panel.paragraphs[0].runs[0], panel.has_badge and first
    lines = broken(paragraph, first=badged, every=panel.align is Align.MIDDLE)
    said = "\\\\ ".join(_line(line, base, paragraph, terms) for line in lines)
    if badged and len(lines) == 1 and any(run.beside for run in paragraph.runs):
        # A badge stands at the end of the first line.
        said += f"\\hspace*{{{bp(sizes.BADGE_SIZE + sizes.BADGE_GAP)}}}"
    return f"\\{LEFTWARDS}{{{said}}}" if paragraph.leftwards else said


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

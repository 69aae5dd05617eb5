"""LaTeX as BibTeX has it → plain text: accents, dashes and quotation marks as they are meant."""

import re

from pylatexenc.latex2text import LatexNodes2Text

_MEANS_SOMETHING = re.compile(r"[\\{}$~%]|--|``|''")
# Beyond it nobody reads a field, and braces within braces would take long.
LONGEST = 5_000
_DEEPEST = 50
_DECODER = LatexNodes2Text(math_mode="text", keep_comments=True)


def plain(text: str) -> str:
    """Return the text that a field in LaTeX shows, on one line.

    Unknown commands show what they are given. No command reads a file.
    """
    short = text[:LONGEST]
    if _MEANS_SOMETHING.search(short) and short.count("{") <= LONGEST // 10:
        if _depth(short) > _DEEPEST:
            short = short.replace("{", "").replace("}", "")
        short = _DECODER.latex_to_text(short)
    return " ".join(short.split())


def _depth(text: str) -> int:
    depth = deepest = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        deepest = max(deepest, depth)
    return deepest

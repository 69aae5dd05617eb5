"""Text as it stands in Markdown, where it is only what it says, whoever reads it.

Kinds of Markdown differ in the signs that they know, and some look for links, formulas, emoji and
typographic signs in what others have made already. So what may mean something to any of them is
written by its number, `&#123;`, which all of them read as the sign itself; what programs look for
in the finished page is set apart by an element that shows nothing else.
"""

import re

from argmap.values import one_line

# A stroke before them is enough everywhere, and easier to read.
_STRUCK = re.compile(r"[*_`]|^[-+#](?=\s|$)")
_SIGNS = r"\\\[\]{}$~^|\"'@"
# What means something in the middle of a line, beside these signs.
_IN_COMPANY = (
    # Tags and numbers of issues, names of emoji, addresses.
    r"(?<!&)#(?=[\w#]|$)|[!?](?=\d)",
    r":(?=[\w+-]+:|//|:)|(?<=[A-Za-z]):(?=\S)",
    r"(?<=(?i:www))\.|(?<=[^\W\d])\.(?=\w)|(?<=\w)\.(?=[^\W\d])",
    # Fractions, ordinals, signs such as (c) and +-, for which typographers have others.
    r"(?<=\d)/(?=\d)|(?<=\bc)/(?=o\b)",
    r"\d(?=(?i:st|nd|rd|th)\b)",
    r"\((?=(?i:c|r|p|tm)\))",
    r"\+(?=/?-)",
    r"=(?=/=)",
    # Of equal signs in a row none may stand beside another.
    r"(?P<twice>[-+=!?.,%/])(?=(?P=twice))",
)
# What may begin a list, a heading or another block at the start of a line.
_AT_START = (
    r"^[-+=#:%/!?.]",
    r"^\((?=(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{2,9})\))",
    r"^(?:\d(?=\d{0,8}[.)](?:\s|$))|[A-Za-z](?=[.)](?:\s|$))"
    r"|[ivxlcdmIVXLCDM](?=[ivxlcdmIVXLCDM]{1,8}[.)](?:\s|$)))",
)
_IN_TEXT = re.compile(
    "|".join((rf"[<>*_`{_SIGNS}]", r"&(?=[#\w])", r"(?<=&)#", *_IN_COMPANY, *_AT_START))
)
_IN_HTML = re.compile("|".join((rf"[*_`{_SIGNS}]", *_IN_COMPANY, *_AT_START)))
_IN_VALUE = re.compile(rf"[*_`!{_SIGNS}]")
# What programs find all the same where a sign beside it is written by its number.
_SET_APART = re.compile(r"[$@\\]|:(?=//|[\w+-]+:)|#(?=\d)|(?<=(?i:www))\.|^\[(?=[ xX]\](?:\s|$))")
_NAMES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_PARTS = re.compile(r"<style\b[^>]*>.*?</style>|(?P<tag><[^>]*>)|(?P<text>[^<]+)", re.DOTALL)
_LINE = re.compile(r"\S.*")
_VALUE = re.compile(r'(?<==")[^"]*(?=")')


def escaped(content: str) -> str:
    """Return text in one line, in which nothing but the text itself means anything to Markdown.

    It may begin a block or follow other words.
    """
    line = one_line(content)
    apart = {found.start() for found in _SET_APART.finditer(line)}

    def written(found: re.Match[str]) -> str:
        sign = _sign(found)
        return f"<span>{sign}</span>" if found.start() in apart else sign

    return _IN_TEXT.sub(written, line)


def escaped_plain(content: str) -> str:
    """Return text as `escaped` does for where no element may stand, such as beside a picture."""
    return _IN_TEXT.sub(_plain_sign, one_line(content))


def html_in_markdown(html: str) -> str:
    """Return markup in which a reader of Markdown finds nothing but markup.

    Some look for Markdown between tags, and even within them.
    """
    return _PARTS.sub(_part, html)


def _part(found: re.Match[str]) -> str:
    if found["tag"]:
        return _VALUE.sub(lambda value: _IN_VALUE.sub(_number, value[0]), found["tag"])
    if found["text"]:
        return _LINE.sub(lambda line: _IN_HTML.sub(_number, line[0]), found["text"])
    return found[0]


def _sign(found: re.Match[str]) -> str:
    sign = found[0]
    struck = _STRUCK.match(found.string, found.start())
    return f"\\{sign}" if struck else _NAMES.get(sign) or _number(found)


def _plain_sign(found: re.Match[str]) -> str:
    # In a title GitHub’s program takes a stroke that is written by its number for an escape.
    return "\\\\" if found[0] == "\\" else _sign(found)


def _number(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"

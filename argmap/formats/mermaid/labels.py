"""The text in a box of a flowchart → what it says, without the markup that Mermaid knows."""

import html
import re

from argmap.formats.drawings.markdown import Saying, saying_of
from argmap.values import one_line

_BREAK = re.compile(r"<br[ \t]*/?>|\n|\\n", re.IGNORECASE)
_BOLD = re.compile(r"<(b|strong)>(?P<words>[^<>]*)</\1>", re.IGNORECASE)
_SMALL = re.compile(r"<(i|em|small)>(?P<words>[^<>]*)</\1>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ICON = re.compile(r"\bfa[bklrs]?:fa-[\w-]+[ \t]*")
# Mermaid’s own way to write a sign by its number or its name, and that of HTML.
_CODE = re.compile(
    r"#(?P<number>\d{1,7});|#(?P<name>[A-Za-z]{2,31});|&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|\w{2,31});"
)
_APART = "$\u200b$"


def label_of(written: str) -> Saying:
    """Return what a box says; its text is empty where it says nothing."""
    inside = written.strip()
    if len(inside) > 1 and inside[0] == inside[-1] == "`":
        return saying_of(decoded(inside[1:-1]))
    lines = [line.strip() for line in _BREAK.split(inside) if line.strip()]
    heading = None
    if len(lines) > 1 and (found := _BOLD.fullmatch(lines[0])):
        heading = decoded(found["words"])
        del lines[0]
    small: list[str] = []
    while len(lines) > 1 and (found := _SMALL.fullmatch(lines[-1])):
        small.insert(0, decoded(found["words"]))
        del lines[-1]
    bare = (_ICON.sub("", _TAG.sub("", line)) for line in lines)
    return Saying(one_line(decoded(" ".join(bare))), heading or None, None, tuple(small))


def decoded(words: str) -> str:
    """Return a text with the signs in it that are written by their numbers or names."""
    return _CODE.sub(_sign, words).replace(_APART, "$$")


def _sign(found: re.Match[str]) -> str:
    if found["name"]:
        return html.unescape(f"&{found['name']};")
    if not found["number"]:
        return html.unescape(found[0])
    number = int(found["number"])
    return chr(number) if number <= 0x10FFFF else found[0]

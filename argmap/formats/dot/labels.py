"""The label of a node or an edge in DOT → its words."""

import html
import re

from argmap.values import one_line

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_TAG = re.compile(
    r"</?(?:b|i|u|o|s|sub|sup|font|br|table|tr|td|th|hr|vr|img)\b[^<>]*>", re.IGNORECASE
)
_PORT = re.compile(r"<[^<>{}|]*>")
_FIELDS = re.compile(r"(?<!\\)[{}|]")


def words_of(label: str, *, name: str, shape: str = "") -> str:
    """Return the words of a label; `name` is that of its node, which `\\N` stands for."""
    if "record" in shape.casefold():
        label = _FIELDS.sub(" ", _PORT.sub(" ", label))
    elif _TAG.search(label):
        return one_line(html.unescape(_TAG.sub(" ", label)))

    def sign(found: re.Match[str]) -> str:
        return {"n": " ", "l": " ", "r": " ", "N": name, "G": "", "E": ""}.get(found[1], found[1])

    return one_line(html.unescape(_ESCAPE.sub(sign, label)))

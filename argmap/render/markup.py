"""Safe markup: text and attributes escaped, numbers rounded to a tenth."""

import re
from collections.abc import Mapping, Sequence

from argmap.layout.placed import Point

Attributes = Mapping[str, str | float | None]

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What markup cannot hold as it is; most text has nothing of the kind.
_SPECIAL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Without their numbers, line ends and tabs in an attribute would be read as spaces.
_IN_ATTRIBUTE = _IN_TEXT | str.maketrans(
    {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def text(content: str) -> str:
    """Return `content` as XML text; a character that XML cannot hold becomes U+FFFD."""
    return _writable(content).translate(_IN_TEXT) if _SPECIAL.search(content) else content


def number(value: float) -> str:
    """Return a length rounded to a tenth, in the shortest form."""
    shown = f"{value:.1f}"
    if shown[-1] != "0":
        return shown
    return "0" if shown == "-0.0" else shown[:-2]


def open_tag(name: str, attributes: Attributes) -> str:
    """Return an opening tag; attributes that are None are left out."""
    return f"{_started(name, attributes)}>"


def empty_tag(name: str, attributes: Attributes) -> str:
    """Return an element without content."""
    return f"{_started(name, attributes)}/>"


def _started(name: str, attributes: Attributes) -> str:
    tag = f"<{name}"
    for key, value in attributes.items():
        if isinstance(value, str):
            if _SPECIAL.search(value):
                value = _writable(value).translate(_IN_ATTRIBUTE)
            tag += f' {key}="{value}"'
        elif value is not None:
            tag += f' {key}="{number(value)}"'
    return tag


def element(name: str, attributes: Attributes, content: str) -> str:
    """Return an element whose content is markup already."""
    return f"{open_tag(name, attributes)}{content}</{name}>"


def curve_path(curve: Sequence[Point]) -> str:
    """Return the path data of a chain of cubic Bézier curves; what is straight is said in short."""
    before = curve[0]
    parts = [f"M{number(before.x)},{number(before.y)}"]
    for place in range(1, len(curve), 3):
        one, other, end = curve[place : place + 3]
        if before.y == one.y == other.y == end.y:
            parts.append(f"H{number(end.x)}")
        elif before.x == one.x == other.x == end.x:
            parts.append(f"V{number(end.y)}")
        else:
            points = (f"{number(point.x)},{number(point.y)}" for point in (one, other, end))
            parts.append(f"C{' '.join(points)}")
        before = end
    return "".join(parts)


def polygon_points(points: tuple[Point, ...]) -> str:
    """Return the `points` of a polygon."""
    return " ".join(f"{number(point.x)},{number(point.y)}" for point in points)


def _writable(content: str) -> str:
    return _NOT_XML.sub("\ufffd", content)

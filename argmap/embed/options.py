"""Words such as `maps/a.yaml as=outline theme=dark no-legend` → a Request.

The options are those of `argmap render`. A flag stands alone or with yes or no; `no-legend` is
`legend=no`. What may be given several times there is a list divided by commas here.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from argmap.destinations import (
    LARGEST_LETTERS,
    NARROWEST_FIT,
    SHEET_NAMES,
    SMALLEST_LETTERS,
    WIDEST_FIT,
    is_destination,
)
from argmap.embed.request import PROSE, Request, Shape
from argmap.formats.recognition import READABLE
from argmap.layout.engine import Limits
from argmap.planning import RenderOptions
from argmap.render import FORMATS, LARGEST_SCALE, SMALLEST_SCALE
from argmap.suggestions import did_you_mean
from argmap.themes import THEME_NAMES, is_theme_name
from argmap.values import DEEPEST_VIEW, DIRECTIONS, NARROWEST, WIDEST, canonical, is_colour, is_id

IMAGE_FORMATS = ("svg", "png", "pdf")
DEGREES = ("credence", "df-quad", "quadratic-energy", "euler")
ENGINES = ("embedded", "system", "auto")
LONGEST_TIME = 86_400.0
MOST_PARTS = 99_999


class Word(NamedTuple):
    """A word of a marker without its quotation marks, and where it begins, from 0."""

    text: str
    start: int


@dataclass(frozen=True)
class OptionError(Exception):
    """An option that cannot be used; `word` is its number among the words, from 0."""

    message: str
    word: int


# Options whose field has another name.
_FIELDS = {
    "as": "shape",
    "file": "map_name",
    "from": "notation",
    "tag-colour": "tag_colours",
    "time-limit": "limits",
}
# What else changes nothing; None is the shape that a document shows unasked, never words alone.
_OF_SHAPES: Mapping[str, Collection[Shape | None]] = {
    "id": PROSE,
    "output": (None, Shape.IMAGE),
    "format": (None, Shape.IMAGE, Shape.HTML),
    "caption": (None, Shape.IMAGE, Shape.HTML),
    "alt": (None, Shape.IMAGE, Shape.HTML, Shape.INLINE),
}
# A quotation mark without an end is kept, so that it can be told.
_WORD = re.compile(r"""(?:[^\s"']|"[^"]*"|'[^']*'|["'])+""")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")


def words_of(text: str) -> list[Word]:
    """Return the words of a text; what stands in quotation marks may hold blanks."""
    return [
        Word(
            _QUOTED.sub(lambda m: m[1] if m[1] is not None else m[2], found.group()), found.start()
        )
        for found in _WORD.finditer(text)
    ]


def request_of(words: Iterable[str]) -> Request:
    """Return what the words ask for; a word that is no option names the map.

    Raises OptionError.
    """
    parts: dict[str, Any] = {}
    style: dict[str, Any] = {}
    numbers: dict[str, int] = {}
    for number, word in enumerate(words):
        key, equals, value = word.partition("=")
        numbers[key] = number
        try:
            if equals or key.removeprefix("no-") in FLAGS:
                _take(key, value if equals else None, parts, style)
            elif key in OPTIONS:
                raise ValueError(f"“{key}” has no value; write {key}=… without blanks")
            elif "map_name" in parts:
                hint = _near(key) or "; a name with blanks stands in quotation marks"
                raise ValueError(f"there is no option “{key}”{hint}")
            else:
                parts["map_name"] = word
        except ValueError as error:
            raise OptionError(str(error), number) from None
    request = Request(**parts, options=RenderOptions(**style))
    require_use(request, request.shape, numbers)
    return request


def require_use(request: Request, shape: Shape | None, numbers: Mapping[str, int]) -> None:
    """Raise OptionError where an option would change nothing in what is shown as `shape`.

    `numbers` are those of the words by their options.
    """
    for name, shapes in _OF_SHAPES.items():
        if getattr(request, name) is not None and shape not in shapes:
            needed = " or ".join(f"as={one}" for one in Shape if one in shapes)
            raise OptionError(f"“{name}” is for {needed}", numbers.get(name, 0))
    if request.output and request.format and not request.output.endswith(f".{request.format}"):
        message = f"“{request.output}” is no name for format={request.format}"
        raise OptionError(message, numbers.get("output", 0))


def words_for(options: RenderOptions) -> Iterator[str]:
    """Yield the words that ask for what a drawing shows; `request_of` takes them back."""
    for name in _STYLE:
        value = getattr(options, _FIELDS.get(name, name.replace("-", "_")))
        if name in _WAYS or value is None or value == () or value == _USUAL.get(name):
            continue
        if isinstance(value, bool):
            value = "yes" if value else "no"
        elif isinstance(value, tuple):
            value = ",".join(one if isinstance(one, str) else "=".join(one) for one in value)
        yield f"{name}={value}"


def _take(key: str, value: str | None, parts: dict[str, Any], style: dict[str, Any]) -> None:
    name = key
    if value is None:
        name, value = key.removeprefix("no-"), "no" if key.startswith("no-") else "yes"
    known = _PARTS.get(name) or _STYLE.get(name)
    if known is None:
        raise ValueError(f"there is no option “{name}”{_near(name)}")
    if value[:1] in ('"', "'") and value.count(value[0]) == 1:
        raise ValueError(f"the quotation mark after “{name}=” has no end")
    target = parts if name in _PARTS else style
    field = _FIELDS.get(name, name.replace("-", "_"))
    if field in target:
        raise ValueError(f"“{name}” is given twice")
    try:
        target[field] = known(value)
    except _WrongValueError as error:
        raise ValueError(f"“{name}” is {error}, not “{value}”") from None


def _near(name: str) -> str:
    return did_you_mean(name, OPTIONS) or ""


class _WrongValueError(Exception):
    """Says what a value has to be."""


Take = Callable[[str], Any]


def _one_of(*choices: str) -> Take:
    def take(value: str) -> str:
        if value not in choices:
            raise _WrongValueError(f"one of {', '.join(choices)}")
        return value

    return take


def _shape(value: str) -> Shape:
    return Shape(_one_of(*Shape)(value))


def _text(value: str) -> str:
    if not value.strip():
        raise _WrongValueError("some text")
    return value


def _truth(value: str) -> bool:
    return bool(_one_of("yes", "no")(value) == "yes")


def _number(least: float, most: float, kind: type[float]) -> Take:
    def take(value: str) -> float:
        try:
            found = kind(value)
        except ValueError:
            found = kind(least) - 1
        if not least <= found <= most:
            raise _WrongValueError(f"a number from {least:g} to {most:g}")
        return found

    return take


def _id(value: str) -> str:
    name = canonical(value)
    if not is_id(name):
        raise _WrongValueError("the id of a claim or an argument")
    return name


def _ids(value: str) -> tuple[str, ...]:
    return tuple(_id(part.strip()) for part in value.split(","))


def _tags(value: str) -> tuple[str, ...]:
    return tuple(_text(part).strip() for part in value.split(","))


def _theme(value: str) -> str:
    if not is_theme_name(value):
        raise _WrongValueError(f"one of {', '.join(THEME_NAMES)}, or a YAML file")
    return value


def _place(value: str) -> str:
    if not is_destination(value):
        sheets = ", ".join(SHEET_NAMES)
        raise _WrongValueError(f"a width from {NARROWEST_FIT} to {WIDEST_FIT}, or one of {sheets}")
    return value


def _colours(value: str) -> tuple[tuple[str, str], ...]:
    pairs = [part.strip().rpartition("=")[::2] for part in value.split(",")]
    if not all(is_id(canonical(tag)) and is_colour(colour) for tag, colour in pairs):
        raise _WrongValueError("a tag and a colour, such as economy=#1b9e77")
    return tuple(pairs)


def _limits(value: str) -> Limits:
    return Limits(seconds=_number(0.001, LONGEST_TIME, float)(value))


_PARTS: Mapping[str, Take] = {
    "file": _text,
    "from": _one_of(*READABLE),
    "as": _shape,
    "id": _id,
    "output": _text,
    "format": _one_of(*IMAGE_FORMATS),
    "caption": _text,
    "alt": _text,
}
_STYLE: Mapping[str, Take] = {
    "theme": _theme,
    "direction": _one_of(*DIRECTIONS),
    "width": _number(NARROWEST, WIDEST, int),
    "scale": _number(SMALLEST_SCALE, LARGEST_SCALE, float),
    "sources": _truth,
    "legend": _truth,
    "evaluate": _truth,
    "accept": _ids,
    "reject": _ids,
    "audience": _id,
    "degrees": _one_of(*DEGREES),
    "focus": _ids,
    "depth": _number(0, DEEPEST_VIEW, int),
    "only": _tags,
    "without": _tags,
    "collapse": _ids,
    "max-depth": _number(0, DEEPEST_VIEW, int),
    "below": _ids,
    "fit": _place,
    "smallest": _number(SMALLEST_LETTERS, LARGEST_LETTERS, float),
    "parts": _truth,
    "part": _number(0, MOST_PARTS, int),
    "page": _one_of(*SHEET_NAMES),
    "tag-colour": _colours,
    "engine": _one_of(*ENGINES),
    "time-limit": _limits,
}
# What changes how a picture is made, and not what it shows.
_WAYS = ("engine", "time-limit")
_USUAL = {"scale": RenderOptions.scale}
FLAGS = ("sources", "legend", "evaluate", "parts")
OPTIONS = (*_PARTS, *_STYLE)
assert set(IMAGE_FORMATS) <= set(FORMATS)

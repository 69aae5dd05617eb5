"""Words such as `maps/a.yaml as=outline theme=dark no-legend` → a Request.

The options are those of `argmap render`, and those of a place in a document.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.embed.request import PROSE, Request, Shape
from argmap.kinds.single import Single
from argmap.planning import RenderOptions
from argmap.settings.setting import Setting, settings_of
from argmap.settings.words import flags_of, taken
from argmap.suggestions import did_you_mean, only_near

_OWNERS: Mapping[str, tuple[type[Any], Setting]] = {
    one.option: (owner, one) for owner in (Request, RenderOptions) for one in settings_of(owner)
}
OPTIONS = tuple(_OWNERS)
# The options whose values are ids, by what these are ids of.
NAMING: Mapping[str, frozenset[str]] = {
    of: frozenset(
        option
        for option, (_, one) in _OWNERS.items()
        if getattr(getattr(one.kind, "item", one.kind), "of", None) in kinds
    )
    for of, kinds in {
        "claim or argument": ("a claim", "a claim or an argument"),
        "audience": ("an audience",),
    }.items()
}
FLAGS = (*flags_of(Request), *flags_of(RenderOptions))


@dataclass(frozen=True)
class OptionError(Exception):
    """An option that cannot be used; `word` is its number among the words, from 0.

    `instead` is the word that was meant, where only one is near.
    """

    message: str
    word: int
    instead: str | None = None


# What else changes nothing; None is the shape that a document shows unasked, never words alone.
_OF_SHAPES: Mapping[str, Collection[Shape | None]] = {
    "id": PROSE,
    "output": (None, Shape.IMAGE),
    "format": (None, Shape.IMAGE, Shape.HTML),
    "caption": (None, Shape.IMAGE, Shape.HTML),
    "alt": (None, Shape.IMAGE, Shape.HTML, Shape.INLINE),
    "telephone": (None, Shape.IMAGE, Shape.HTML),
    "figure": (None, Shape.HTML),
    "height": (None, Shape.HTML),
    "explorer": (None, Shape.IMAGE, Shape.HTML),
}


def request_of(words: Iterable[str]) -> Request:
    """Return what the words ask for; a word that is no option names the map.

    Raises OptionError.
    """
    asked: dict[type[Any], dict[str, Any]] = {Request: {}, RenderOptions: {}}
    numbers: dict[str, int] = {}
    for number, word in enumerate(words):
        key, equals, value = word.partition("=")
        numbers[key] = number
        try:
            if equals or key.removeprefix("no-") in FLAGS:
                _take(key, value if equals else None, asked)
            elif key in OPTIONS:
                raise ValueError(f"“{key}” has no value; write {key}=… without blanks")
            elif "map_name" in asked[Request]:
                hint = _near(key) or "; a name with blanks stands in quotation marks"
                raise ValueError(f"there is no option “{key}”{hint}")
            else:
                asked[Request]["map_name"] = word
        except ValueError as error:
            raise OptionError(str(error), number, _meant(word)) from None
    request = Request(**asked[Request], options=RenderOptions(**asked[RenderOptions]))
    require_use(request, request.shape, numbers)
    return request


def require_use(request: Request, shape: Shape | None, numbers: Mapping[str, int]) -> None:
    """Raise OptionError where an option would change nothing in what is shown as `shape`.

    `numbers` are those of the words by their options.
    """
    for name, shapes in _OF_SHAPES.items():
        if name == "output" and shape is Shape.HTML and request.has_explorer:
            continue
        if getattr(request, name) is not None and shape not in shapes:
            needed = " or ".join(f"as={one}" for one in Shape if one in shapes)
            raise OptionError(f"“{name}” is for {needed}", numbers.get(name, 0))
    if request.output and request.format and not request.output.endswith(f".{request.format}"):
        message = f"“{request.output}” is no name for format={request.format}"
        raise OptionError(message, numbers.get("output", 0))
    if request.options.page and not _is_pdf(request):
        message = "“page” is for format=pdf; write fit and parts for one picture a part"
        raise OptionError(message, numbers.get("page", 0))
    _require_explored(request, numbers)


def _require_explored(request: Request, numbers: Mapping[str, int]) -> None:
    """Raise OptionError where an option does not go with the explorer, or only with it."""
    for name, of_explorers in (("source-texts", "source_texts"), ("with-layout", "with_layout")):
        if getattr(request.options, of_explorers) and not request.has_explorer:
            message = f"“{name}” is for an explorer; write explorer=beside or figure=explorer"
            raise OptionError(message, numbers.get(name, 0))
    if request.height is not None and not request.is_explored:
        raise OptionError("“height” is for figure=explorer", numbers.get("height", 0))
    if not request.is_explored:
        return
    if request.explorer is not None:
        message = "figure=explorer shows the explorer itself; leave out “explorer”"
        raise OptionError(message, numbers.get("explorer", 0))
    for name in ("format", "telephone"):
        if getattr(request, name) is not None:
            message = f"“{name}” is for a picture; leave it out beside figure=explorer"
            raise OptionError(message, numbers.get(name, 0))
    if request.options.parts or request.options.part is not None:
        name = "parts" if request.options.parts else "part"
        message = f"an explorer shows the map in one piece; leave out “{name}”"
        raise OptionError(message, numbers.get(name, 0))


def _is_pdf(request: Request) -> bool:
    return request.format == "pdf" or (request.output or "").endswith(".pdf")


def _take(key: str, value: str | None, asked: dict[type[Any], dict[str, Any]]) -> None:
    name = key
    if value is None:
        name, value = key.removeprefix("no-"), "no" if key.startswith("no-") else "yes"
    if name not in _OWNERS:
        raise ValueError(f"there is no option “{name}”{_near(name)}")
    owner, one = _OWNERS[name]
    if one.name in asked[owner]:
        raise ValueError(f"“{name}” is given twice")
    asked[owner][one.name] = taken(one, value)


def _meant(word: str) -> str | None:
    """Return the word that was meant, by the nearest option or the nearest of its values."""
    key, equals, value = word.partition("=")
    if key in _OWNERS:
        kind = _OWNERS[key][1].kind
        meant = kind.meant(value) if equals and isinstance(kind, Single) else None
        return f"{key}={meant}" if meant else None
    start = "no-" if key.startswith("no-") else ""
    known = OPTIONS if equals else FLAGS
    near = only_near(key.removeprefix(start), known)
    return f"{start}{near}{equals}{value}" if near else None


def _near(name: str) -> str:
    return did_you_mean(name, OPTIONS) or ""

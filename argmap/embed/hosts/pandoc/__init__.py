"""A filter of Pandoc and Quarto: a block of code with the class `argmap` becomes a figure.

The program `argmap-pandoc` reads a document as Pandoc’s JSON and writes it so again. The filter
`argmap.lua` calls it with the names of the files, so that findings have their lines.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from argmap.embed.documents.fences import fenced_maps, words_in
from argmap.embed.hosts.hosting import Fence, Hosted, hosted, with_mark
from argmap.embed.hosts.pandoc.blocks import (
    BOOKS,
    ONE_A_SLIDE,
    RULE,
    Target,
    blocks_for,
    inlines_for,
    settle,
)
from argmap.embed.library import Place, library_of
from argmap.embed.reading_places import place_in
from argmap.errors import ArgmapError

FILTER = Path(__file__).with_name("argmap.lua")
_STRICT = "argmap-strict"
_IMAGES = "argmap-images"
_SEVERAL = "argmap-parts"
# The theme of slides, as the filter in Lua finds it; those that are dark, as the usual one is.
_SLIDES = "argmap-slides"
_LEVEL = "argmap-slide-level"
_DARK_SLIDES = ("", "black", "moon", "league", "night", "blood", "dracula", "dark")
# From this version of its types on, Pandoc has figures.
_FIGURES = [1, 23]
# The end of inline code, and what it is.
_INLINE = re.compile(r"`(?P<braces>\{[^{}]*\})")

Element = dict[str, Any]


def main() -> None:
    """Read a document from standard input and write it with its maps shown.

    The arguments are the format that is written, as Pandoc gives it, and the files of the document.
    `--lua` prints where the filter in Lua is.
    """
    arguments = sys.argv[1:]
    if arguments == ["--lua"]:
        print(FILTER)
        return
    if not arguments or arguments[0].startswith("-"):
        sys.exit("argmap-pandoc is a filter: pandoc page.md --filter argmap-pandoc")
    try:
        document = json.loads(sys.stdin.buffer.read())
        blocks = document["blocks"]
        told = filtered(document, blocks, to=arguments[0], files=arguments[1:])
    except (ValueError, KeyError, TypeError, RecursionError):
        sys.exit("argmap-pandoc: this is no document in Pandoc’s JSON")
    for sentence in told:
        print(f"[WARNING] argmap: {sentence}", file=sys.stderr)
    if told and _metadata(document, _STRICT) not in ("", "false"):
        sys.exit("argmap: there are maps that cannot be shown")
    sys.stdout.write(json.dumps(document, ensure_ascii=False))


def filtered(document: Element, blocks: list[Any], *, to: str, files: list[str]) -> list[str]:
    """Put the maps into the blocks of a document, and return what is wrong with them."""
    home = Path(files[0]) if files else Path("document")
    library = library_of(home)
    places = _Places(files)
    target = Target(
        to=to,
        images=Path(_metadata(document, _IMAGES) or "argmap-images"),
        has_figures=document["pandoc-api-version"][:2] >= _FIGURES,
        level=_slide_level(document, blocks),
        is_dark=(_metadata(document, _SLIDES) or _metadata(document, "theme")) in _DARK_SLIDES,
    )
    stands = place_in(to)
    told: list[str] = []
    count = 0
    marks: set[str] = set()

    def changed(element: Element) -> Element:
        nonlocal count
        count += 1
        (identifier, _, pairs), text = element["c"]
        words = tuple(f"{key}={value}" for key, value in pairs)
        # The text of inline code is for readers of the source.
        inner = text if element["t"] == "CodeBlock" else ""
        fence = Fence(words, inner, home, places.of(inner, words, count))
        # Books and slides show the picture; a link to a file is refused wherever it stands.
        explores = to.startswith("html") or any(word.startswith("explorer=") for word in words)
        found = hosted(
            fence,
            library=library,
            occurrence=count,
            stands=stands,
            explores=explores,
            in_pages=to.startswith(("html", *BOOKS)) and "as=image" not in words,
        )
        # Books have several pages, and know only themselves which.
        found = found if to.startswith(BOOKS) else with_mark(found, marks)
        where = replace(target, occurrence=count, name=identifier)
        told.extend(found.problems)
        if element["t"] == "Code":
            return {"t": "Span", "c": [[identifier, [], []], inlines_for(found)]}
        try:
            content = blocks_for(found, where)
        except ArgmapError as error:
            told.append(str(error))
            content = blocks_for(Hosted("", (str(error),)), where)
        if len(content) == 1 and not identifier:
            # Slides of PowerPoint have pictures only outside of divisions.
            return content[0]
        classes = ["argmap-map", *([_SEVERAL] if len(found.parts) > 1 else [])]
        return {"t": "Div", "c": [[identifier, classes, []], content]}

    _change(blocks, changed)
    settle(blocks, marks, has_files=not to.startswith(BOOKS))
    if to.startswith(ONE_A_SLIDE):
        _part_slides(blocks, to)
    return told


def _change(blocks: list[Any], changed: Callable[[Element], Element]) -> None:
    """Replace the elements of argmap in the order of the document."""
    waiting: list[tuple[list[Any], int]] = [(blocks, n) for n in reversed(range(len(blocks)))]
    while waiting:
        parent, number = waiting.pop()
        node = parent[number]
        if _is_ours(node):
            parent[number] = changed(node)
            continue
        inner = node.get("c") if isinstance(node, dict) else node
        if isinstance(inner, list):
            waiting += [(inner, n) for n in reversed(range(len(inner)))]


def _part_slides(blocks: list[Any], to: str) -> None:
    """Put the parts of maps among the blocks of a document themselves, where they begin slides.

    The first of them shares its slide with a heading, and with nothing else.
    """
    for number in reversed(range(len(blocks))):
        block = blocks[number]
        if block.get("t") == "Div" and _SEVERAL in block["c"][0][1]:
            (identifier, _, _), content = block["c"]
            # On a slide of PowerPoint, even what is empty takes room beside a picture.
            is_target = identifier and to != "pptx"
            first = [{"t": "Div", "c": [[identifier, [], []], []]}] if is_target else []
            shares = number and blocks[number - 1]["t"] not in ("Header", "HorizontalRule")
            before = [RULE] if shares else []
            blocks[number : number + 1] = [*before, *first, *content]


def _slide_level(document: Element, blocks: list[Any]) -> int:
    """Return the level of the headings that begin slides, as Pandoc finds it.

    It is the highest of those that something follows other than a heading.
    """
    asked = _metadata(document, _LEVEL)
    if asked.isdigit():
        return int(asked)
    found = [
        above["c"][0]
        for above, below in pairwise(blocks)
        if above["t"] == "Header" and below["t"] not in ("Header", "HorizontalRule")
    ]
    return min(found, default=1)


def _is_ours(node: Any) -> bool:
    if not isinstance(node, dict) or node.get("t") not in ("CodeBlock", "Code"):
        return False
    return "argmap" in node["c"][0][1]


def _metadata(document: Element, name: str) -> str:
    """Return a value of the document’s metadata as a word."""
    value = document.get("meta", {}).get(name, {})
    content = value.get("c")
    if value.get("t") == "MetaInlines":
        return "".join(str(part.get("c", " ")) for part in content)
    return {True: "true", False: "false", None: ""}.get(content, str(content))


class _Places:
    """Where the maps of a document are written in its files."""

    def __init__(self, files: list[str]) -> None:
        self._found = [one for file in files for one in _maps_in(Path(file))]

    def of(self, text: str, words: tuple[str, ...], count: int) -> Place:
        """Return where the map with this text begins; without files, only its number is known."""
        for number, (written, place) in enumerate(self._found):
            if written == (text.strip(), set(words)):
                del self._found[: number + 1]
                return place
        return Place(f"map {count} of the document", 1)


def _maps_in(file: Path) -> Iterator[tuple[tuple[str, set[str]], Place]]:
    """Yield the maps in a file as they are written, each with its place, in their order."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return
    above = 0
    for block in fenced_maps(lines):
        yield from _maps_in_lines(lines, above, block.start, file)
        place = Place(str(file), block.start + 2, len(block.indent) + 1)
        yield (block.text.strip(), set(block.words)), place
        above = block.end
    yield from _maps_in_lines(lines, above, len(lines), file)


def _maps_in_lines(
    lines: list[str], start: int, end: int, file: Path
) -> Iterator[tuple[tuple[str, set[str]], Place]]:
    """Yield the maps that stand within some lines."""
    for number in range(start, end):
        for found in _INLINE.finditer(lines[number]):
            words = words_in(found["braces"])
            if words is not None:
                yield ("", set(words)), Place(str(file), number + 2)

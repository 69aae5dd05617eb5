"""A map → elements of a document of Pandoc, for the format that is written."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from argmap.embed.hosting import Hosted
from argmap.embed.listing import Item, items
from argmap.embed.request import PROSE, Request, Shape
from argmap.embed.showing import described, words_for
from argmap.output import write_whole
from argmap.render.renderer import Picture, renderer_named

Block = dict[str, Any]

_HTML = ("html", "epub", "chunkedhtml", "revealjs", "slidy", "slideous", "s5", "dzslides")
_WORDS = ("plain", "man", "ms", "ansi")
_PICTURES = {
    "latex": "pdf",
    "beamer": "pdf",
    "context": "pdf",
    "pdf": "pdf",
    "typst": "pdf",
    "docx": "png",
    "odt": "png",
    "opendocument": "png",
    "pptx": "png",
    "rtf": "png",
    "icml": "png",
}
_DEEPEST = 6
# Pixels of a line of text; a picture that is wider is as wide as the text.
_TEXT_WIDTH = 600
# From this version of its types on, Pandoc has figures.
_FIGURES = [1, 23]


def blocks_for(found: Hosted, *, to: str, images: Path, version: Sequence[int]) -> list[Block]:
    """Return what stands for a map in a document that is written in the format `to`.

    A picture is written into the folder `images`. `version` is that of Pandoc’s types. Raises
    ArgmapError where there can be no picture.
    """
    is_html = to.startswith(_HTML)
    if found.picture is None or found.request is None:
        if is_html and found.html:
            return [_raw(found.html)]
        # In a block of code, long lines would leave the page of a PDF.
        told = [_paragraph(problem) for problem in found.problems]
        title = _paragraph("This argument map cannot be shown.", bold=True)
        return [{"t": "BlockQuote", "c": [title, *told]}]
    shape = found.request.shape
    if shape in PROSE:
        return [_paragraph(words_for(found.picture.whole, found.request))]
    if shape is Shape.OUTLINE or to.startswith(_WORDS):
        return [_listed(found.picture)]
    if is_html and shape is not Shape.IMAGE:
        return [_raw(found.html)]
    return [_figure(found.picture, found.request, to, images, list(version[:2]) >= _FIGURES)]


def inlines_for(found: Hosted) -> list[Block]:
    """Return what stands for a map inside a sentence: the verdict, or the text of a claim."""
    if found.picture is None or found.request is None:
        return [{"t": "Strong", "c": _text("; ".join(found.problems))}]
    return _text(words_for(found.picture.whole, found.request))


def _raw(html: str) -> Block:
    return {"t": "RawBlock", "c": ["html", html]}


def _text(words: str) -> list[Block]:
    parts: list[Block] = []
    for word in words.split():
        parts += [{"t": "Space"}, {"t": "Str", "c": word}] if parts else [{"t": "Str", "c": word}]
    return parts


def _paragraph(words: str, *, bold: bool = False) -> Block:
    content = _text(words)
    return {"t": "Para", "c": [{"t": "Strong", "c": content}] if bold else content}


def _listed(picture: Picture) -> Block:
    top: list[list[Block]] = []
    lists = [top]
    for item in items(picture, deepest=_DEEPEST):
        del lists[item.depth + 1 :]
        if len(lists) <= item.depth:
            inner: list[list[Block]] = []
            lists[-1][-1].append({"t": "BulletList", "c": inner})
            lists.append(inner)
        lists[-1].append([{"t": "Plain", "c": _told(item)}])
    return {"t": "BulletList", "c": top}


def _told(item: Item) -> list[Block]:
    parts: list[Block] = [{"t": "Strong", "c": _text(f"{item.lead}:")}] if item.lead else []
    if item.text:
        parts += [*([{"t": "Space"}] if parts else []), *_text(item.text)]
    for remark in item.remarks:
        parts += [{"t": "Space"}, {"t": "Emph", "c": _text(f"({remark})")}]
    return parts


def _figure(picture: Picture, request: Request, to: str, images: Path, has_figures: bool) -> Block:
    suffix = request.format or _PICTURES.get(to.partition("+")[0], "svg")
    caption = request.caption or picture.whole.title
    picture = described(picture, request, with_title=not caption)
    content = renderer_named(suffix).render(picture)
    file = images / f"argmap-{hashlib.sha256(content).hexdigest()[:16]}.{suffix}"
    write_whole(file, content, make_folder=True)
    summary = picture.drawing.summary
    pairs = [["alt", summary]]
    if suffix == "png":
        width = picture.places.width
        pairs.append(["width", f"{width:.0f}px" if width < _TEXT_WIDTH else "100%"])
    attributes = ["", [], pairs]
    address = file.as_posix()
    if caption and has_figures:
        image = {"t": "Image", "c": [attributes, _text(summary), [address, ""]]}
        told = [None, [{"t": "Plain", "c": _text(caption)}]]
        return {"t": "Figure", "c": [["", [], []], told, [{"t": "Plain", "c": [image]}]]}
    # Older versions take a picture alone, with this mark, for a figure.
    mark = "fig:" if caption else ""
    image = {"t": "Image", "c": [attributes, _text(caption or summary), [address, mark]]}
    return {"t": "Para", "c": [image]}

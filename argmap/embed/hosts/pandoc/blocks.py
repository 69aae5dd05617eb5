"""A map → elements of a document of Pandoc, for the format that is written."""

import hashlib
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from argmap.embed.figure_making import described, on_page, part_caption, slide, words_for
from argmap.embed.hosts.hosting import Hosted
from argmap.embed.latex import height_within
from argmap.embed.nested_list import Item, items
from argmap.embed.references import in_latex, part_label, references
from argmap.embed.request import PROSE, Request, Shape
from argmap.links import figures_of, settled
from argmap.output import write_whole
from argmap.render.renderer import Picture, renderer_named

Block = dict[str, Any]

_HTML = ("html", "epub", "chunkedhtml", "revealjs", "slidy", "slideous", "s5", "dzslides")
ONE_A_SLIDE = ("pptx", "beamer", "revealjs", "slidy", "slideous", "s5", "dzslides")
# What holds all that is read, in several pages.
BOOKS = ("epub", "chunkedhtml")
# What begins a slide.
RULE: Block = {"t": "HorizontalRule"}
_SLIDES = ("revealjs", "slidy", "slideous", "s5", "dzslides")
# How much of the height of a page or slide a picture may take; the rest is for its title and words.
_SHARES = {"latex": 0.8, "beamer": 0.65}
# A part of a map has its name as a heading instead of a caption, where slides have room for both.
_HEADED = ("beamer", "pptx")
_SHARE_WITHOUT_CAPTION = 0.76
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
_SHEETLESS = ("beamer", "pptx")
_DEEPEST = 6
# Pixels of a line of text, and of the lines of a page; a picture that is wider is as wide as the
# text.
_TEXT_WIDTH = 600
_TEXT_HEIGHT = 780


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a document is written as: the format, and what of it changes how maps are shown.

    Pictures are written into the folder `images`. Slides may be dark, and headings of a `level`
    begin them. `occurrence` counts the maps of the document from 1; `name` is the identifier of
    this one, if it has one.
    """

    to: str
    images: Path
    has_figures: bool
    is_dark: bool = False
    level: int = 1
    occurrence: int = 1
    name: str = ""


def blocks_for(found: Hosted, target: Target) -> list[Block]:
    """Return what stands for a map in a document.

    Raises ArgmapError where there can be no picture.
    """
    to = target.to
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
        if not to.startswith(_SLIDES):
            return [_raw(found.html)]
        slides = [[_slide(one, found.request, target)] for one in _pictures(found)]
        return _in_turn(slides, target)
    return _in_turn([_bounded(one, found.request, target) for one in _pictures(found)], target)


def settle(blocks: list[Any], marks: Set[str], *, has_files: bool) -> None:
    """Let maps lead to the figures of others, which have `marks`; files may go along with none."""
    waiting: list[Any] = [blocks]
    while waiting:
        node = waiting.pop()
        inner = node.get("c") if isinstance(node, dict) else node
        if isinstance(inner, list) and isinstance(node, dict) and node.get("t") == "RawBlock":
            inner[1] = settled(
                inner[1],
                figure_at=figures_of(marks),
                file_at=lambda link: link if has_files else None,
            )
        elif isinstance(inner, list):
            waiting += inner


def _pictures(found: Hosted) -> Sequence[Picture]:
    return found.parts or (*filter(None, [found.picture]),)


def _in_turn(groups: Sequence[list[Block]], target: Target) -> list[Block]:
    """Return blocks one below the other; on slides each group has one of its own."""
    is_ruled = target.to.startswith(ONE_A_SLIDE) and target.to not in _HEADED
    rule = [RULE] if is_ruled else []
    return [block for group in groups for block in (*rule, *group)][len(rule) :]


def _slide(picture: Picture, request: Request, target: Target) -> Block:
    number = picture.part.number if picture.part else 0
    apart = on_page(target.occurrence)
    name = target.name or f"argmap-{apart}"
    markup = slide(
        picture,
        request,
        dark=target.is_dark,
        apart=apart + (f"-{number}" if number else ""),
        name_of=lambda part: f"{name}-{part}",
    )
    return _raw(markup)


def _bounded(picture: Picture, request: Request, target: Target) -> list[Block]:
    """Return a figure with what keeps it on its page; on a slide, a heading may begin it."""
    to = target.to
    is_headed = to in _HEADED and picture.part is not None and picture.part.number > 0
    blocks = [_figure(picture, request, target, captioned=not is_headed)]
    if to in _SHARES:
        share = _SHARE_WITHOUT_CAPTION if is_headed else _SHARES[to]
        begin = _bounds(share) + (r"\centering" if is_headed else "")
        blocks = [_raw(begin, "latex"), *blocks, _raw(r"\par\endgroup", "latex")]
    if not is_headed:
        return blocks
    words, name = part_caption(picture, request) or "", _name_of(picture, target)
    return [{"t": "Header", "c": [target.level, [name, [], []], _text(words)]}, *blocks]


def _references(picture: Picture, target: Target) -> list[Block]:
    """Return the label of a part and the numbers of those beside it, where LaTeX counts figures."""
    if target.to != "latex" or picture.part is None:
        return []
    name = f"argmap-{target.occurrence}"
    label = rf"\label{{fig:{part_label(name, picture.part.number)}}}"
    return [{"t": "RawInline", "c": ["latex", label + in_latex(references(picture, name))]}]


def _name_of(picture: Picture, target: Target) -> str:
    number = picture.part.number if picture.part else 0
    return f"{target.name}-{number}" if target.name and number else ""


def inlines_for(found: Hosted) -> list[Block]:
    """Return what stands for a map inside a sentence: the verdict, or the text of a claim."""
    if found.picture is None or found.request is None:
        return [{"t": "Strong", "c": _text("; ".join(found.problems))}]
    return _text(words_for(found.picture.whole, found.request))


def _raw(code: str, format: str = "html") -> Block:
    return {"t": "RawBlock", "c": [format, code]}


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


def _bounds(share: float) -> str:
    """Return LaTeX that bounds the height of pictures, until its group ends, and enlarges none.

    Pandoc’s own bounds, of which there are two kinds, leave no room for a caption or a title.
    """
    # A frame of Beamer is read before any of it is done, and takes other signs for parameters.
    most = rf"{share}\textheight"
    return "".join(
        (
            r"\begingroup",
            rf"\def\maxheight{{{height_within(most)}}}",
            r"\def\pandocbounded{\setbox0=\hbox\bgroup\aftergroup\argmapbounded\let\next= }",
            r"\def\argmapbounded{",
            r"\ifdim\wd0>\linewidth\setbox0=\hbox{\resizebox{\linewidth}{!}{\box0}}\fi",
            rf"\ifdim\ht0>{most}\setbox0=\hbox{{\resizebox{{!}}{{{most}}}{{\box0}}}}\fi\usebox0}}",
        )
    )


def _figure(picture: Picture, request: Request, target: Target, *, captioned: bool) -> Block:
    to = target.to
    suffix = request.format or _PICTURES.get(to.partition("+")[0], "svg")
    caption, number = part_caption(picture, request), picture.part.number if picture.part else 0
    name = _name_of(picture, target) if captioned else ""
    picture = described(picture, Request() if number else request, with_title=not caption)
    caption = caption if captioned else None
    told = [*_text(caption or ""), *_references(picture, target)]
    # A slide shows through, whatever its colour.
    picture = replace(picture, sheet=to not in _SHEETLESS)
    content = renderer_named(suffix).render(picture)
    file = target.images / f"argmap-{hashlib.sha256(content).hexdigest()[:16]}.{suffix}"
    write_whole(file, content, make_folder=True)
    summary = picture.drawing.summary
    pairs = [["alt", summary]]
    if suffix == "png":
        width, height = picture.places.width, picture.places.height
        width *= min(1.0, _TEXT_HEIGHT / max(height, 1.0))
        pairs.append(["width", f"{width:.0f}px" if width < _TEXT_WIDTH else "100%"])
    attributes = ["" if target.has_figures else name, [], pairs]
    address = file.as_posix()
    if to == "pptx":
        # The words of the picture are its caption there, and the title is its description.
        leads = [address, summary]
        return {"t": "Para", "c": [{"t": "Image", "c": [attributes, _text(caption or ""), leads]}]}
    if caption and target.has_figures:
        image = {"t": "Image", "c": [attributes, _text(summary), [address, ""]]}
        words = [None, [{"t": "Plain", "c": told}]]
        return {"t": "Figure", "c": [[name, [], []], words, [{"t": "Plain", "c": [image]}]]}
    # Older versions take a picture alone, with this mark, for a figure.
    mark = "fig:" if caption else ""
    image = {"t": "Image", "c": [attributes, told if caption else _text(summary), [address, mark]]}
    return {"t": "Para", "c": [image]}

"""What is put into a document, in the words of its own markup."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from argmap.drawing.reading_side import isolated
from argmap.embed.documents.images import (
    asciidoc_image,
    html_image,
    latex_image,
    markdown_image,
    rst_image,
    typst_image,
)
from argmap.embed.documents.page_links import (
    asciidoc_link,
    html_link,
    markdown_link,
    rst_link,
)
from argmap.embed.documents.plain_words import (
    asciidoc_text,
    latex_text,
    rst_text,
    typst_text,
    without_templates,
)
from argmap.embed.documents.syntaxes import Syntax
from argmap.embed.figure import Shown
from argmap.embed.nested_list import Item, items
from argmap.embed.request import PROSE, Shape
from argmap.render.html.figure import outline_part
from argmap.render.markdown_text import escaped, html_in_markdown
from argmap.render.markup import element
from argmap.render.markup import text as html_text
from argmap.render.renderer import Picture


@dataclass(frozen=True, slots=True)
class Markup:
    """How one kind of document writes a picture, a list and plain words.

    `shape` is what stands in a place that asks for nothing else, `image_format` the format of its
    pictures. `image` writes one, `listed` items, `deepest` levels of them at most, `raw` HTML if it
    can. What is in `apart` has an empty line on both sides, what is `within` may be in a sentence.
    `link` writes one with its words, where documents of the kind are read on screens.
    `telephone` says whether pictures have another drawing for small screens, None where none can.
    """

    name: str
    shape: Shape
    image_format: str
    text: Callable[[str], str]
    image: Callable[[Shown], str]
    listed: Callable[[Iterator[Item]], str]
    deepest: int
    raw: Callable[[str], str] | None
    apart: frozenset[Shape] = frozenset()
    within: frozenset[Shape] = frozenset()
    telephone: bool | None = None
    link: Callable[[str, str], str] | None = None


def markup_for(syntax: Syntax, path: Path) -> Markup:
    """Return the markup of a document of this kind and name."""
    if path.suffix.lower() in _RAW_BY_FENCE:
        return QUARTO
    return MARKUPS[syntax.name]


def attached(content: str, shape: Shape) -> str:
    """Return AsciiDoc as a part of the item of a list that stands above it."""
    # The mark again, because Asciidoctor forgets the one above the comment.
    is_several = shape is Shape.OUTLINE or "\n\n" in content
    return f"+\n--\n{content}\n--" if is_several else f"+\n{content}"


def outline(picture: Picture, markup: Markup, *, apart: str) -> str:
    """Return the outline of a map as a nested list."""
    if markup is HTML:
        return without_templates(outline_part(picture, apart=apart))
    return markup.listed(items(picture, deepest=markup.deepest))


def _list(
    indent: Callable[[int], str],
    bold: Callable[[str], str],
    italic: Callable[[str], str],
    plain: Callable[[str], str],
    *,
    isolates: bool = False,
) -> Callable[[Iterator[Item]], str]:
    """Return a writer of lists with one line an item, which begins with its `indent`.

    It `isolates` what is read in another direction than the line, which goes by its first letter.
    """

    def line(item: Item) -> str:
        base = [item.lead or item.text or ""]

        def part(words: str) -> str:
            return isolated(plain(words), within=base) if isolates else plain(words)

        words = [bold(plain(f"{item.lead}:"))] if item.lead else []
        words += [part(item.text)] if item.text else []
        words += [italic(part(f"({remark})")) for remark in item.remarks]
        return indent(item.depth) + " ".join(words)

    return lambda found: "\n".join(map(line, found))


def _wrapped(before: str, after: str) -> Callable[[str], str]:
    return lambda content: f"{before}{content}{after}"


def _html_text(content: str) -> str:
    return without_templates(html_text(content))


def _figure_of_pandoc(shown: Shown) -> str:
    # Pandoc makes a figure only of a picture that does not stand in a link.
    return markdown_image(replace(shown, leads=False))


def _rst_list(found: Iterator[Item]) -> str:
    lines: list[str] = []
    depth = None
    write = _list(lambda d: "  " * d + "- ", _wrapped("**", "**"), _wrapped("*", "*"), rst_text)
    for item in found:
        if depth not in (None, item.depth):
            lines.append("")
        depth = item.depth
        lines.append(write(iter((item,))))
    return "\n".join(lines)


def _rst_raw(html: str) -> str:
    body = "\n".join(f"   {line}" for line in html.splitlines())
    return f".. raw:: html\n\n{body}"


def _latex_list(found: Iterator[Item]) -> str:
    bold, italic = _wrapped(r"\textbf{", "}"), _wrapped(r"\emph{", "}")
    write = _list(lambda _: r"\item ", bold, italic, latex_text)
    lines: list[str] = []
    depth = -1
    for item in found:
        lines += ["  " * level + r"\end{itemize}" for level in range(depth, item.depth, -1)]
        lines += ["  " * level + r"\begin{itemize}" for level in range(depth + 1, item.depth + 1)]
        depth = item.depth
        lines.append("  " * depth + write(iter((item,))))
    lines += ["  " * level + r"\end{itemize}" for level in range(depth, -1, -1)]
    return "\n".join(lines)


def _raw_in_markdown(html: str) -> str:
    # Python-Markdown leaves alone what begins with an element that is a block.
    block = html if html.startswith("<figure") else element("div", {}, html)
    return html_in_markdown(block)


def _raw_by_fence(html: str) -> str:
    html = html_in_markdown(html)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", html)), default=0))
    return f"{fence}{{=html}}\n{html}\n{fence}"


HTML_SHAPES = frozenset({Shape.HTML, Shape.INLINE})
_RAW_BY_FENCE = (".qmd", ".rmd")

MARKDOWN = Markup(
    "markdown",
    Shape.IMAGE,
    "svg",
    escaped,
    markdown_image,
    # Python-Markdown wants four spaces for each level; all others take them.
    _list(
        lambda d: "    " * d + "- ",
        _wrapped("**", "**"),
        _wrapped("*", "*"),
        escaped,
        isolates=True,
    ),
    6,
    _raw_in_markdown,
    # Python-Markdown finds no list otherwise, where it stands in an item.
    HTML_SHAPES | {Shape.OUTLINE},
    # Some hosts move pictures, and follow only the addresses that are not in HTML.
    telephone=False,
    link=markdown_link,
)
# Pandoc, which reads these, looks for Markdown in HTML.
QUARTO = replace(MARKDOWN, raw=_raw_by_fence, image=_figure_of_pandoc)
HTML = Markup(
    "html",
    Shape.HTML,
    "svg",
    _html_text,
    html_image,
    lambda found: "",
    0,
    without_templates,
    within=frozenset({Shape.INLINE}),
    telephone=True,
    link=html_link,
)
ASCIIDOC = Markup(
    "asciidoc",
    Shape.IMAGE,
    "svg",
    asciidoc_text,
    asciidoc_image,
    _list(lambda d: "*" * (d + 1) + " ", _wrapped("*", "*"), _wrapped("_", "_"), asciidoc_text),
    4,
    _wrapped("++++\n", "\n++++"),
    frozenset(Shape) - PROSE,
    link=asciidoc_link,
)
RST = Markup(
    "rst",
    Shape.IMAGE,
    "svg",
    rst_text,
    rst_image,
    _rst_list,
    6,
    _rst_raw,
    frozenset(Shape),
    link=rst_link,
)
LATEX = Markup("latex", Shape.IMAGE, "pdf", latex_text, latex_image, _latex_list, 3, None)
# Typst does not know the variables that the colours of an SVG are.
TYPST = Markup(
    "typst",
    Shape.IMAGE,
    "pdf",
    typst_text,
    typst_image,
    _list(lambda d: "  " * d + "- ", _wrapped("*", "*"), _wrapped("_", "_"), typst_text),
    6,
    None,
)
MARKUPS: Mapping[str, Markup] = {
    markup.name: markup for markup in (MARKDOWN, HTML, ASCIIDOC, RST, LATEX, TYPST)
}

"""What is put into a document, in the words of its own markup."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote as percent_quoted

from argmap.drawing.reading_side import isolated
from argmap.embed.latex import bounded
from argmap.embed.listing import Item, items
from argmap.embed.plain_words import (
    asciidoc_text,
    latex_text,
    rst_text,
    typst_string,
    typst_text,
)
from argmap.embed.request import PROSE, Shape
from argmap.embed.syntaxes import Syntax
from argmap.render.figure import outline_part
from argmap.render.markdown_text import escaped, escaped_plain, html_in_markdown
from argmap.render.markup import element, empty_tag
from argmap.render.markup import text as html_text
from argmap.render.renderer import Picture
from argmap.values import one_line


@dataclass(frozen=True, slots=True)
class How:
    """How a picture is shown: `wide`, as it is wider than most pages, and leading to its file."""

    wide: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Markup:
    """How one kind of document writes a picture, a list and plain words.

    `shape` is what stands in a place that asks for nothing else, `image_format` the format of its
    pictures. `image` takes the address of a picture, a text in its stead, a caption, and how it is
    to be shown. `listed` writes items, `deepest` levels of them at most. `raw` writes
    HTML, where it can be held. The shapes in `apart` have an empty line before and after them,
    those in `within` may stand within a line.
    """

    name: str
    shape: Shape
    image_format: str
    text: Callable[[str], str]
    image: Callable[[str, str, str | None, How], str]
    listed: Callable[[Iterator[Item]], str]
    deepest: int
    raw: Callable[[str], str] | None
    apart: frozenset[Shape] = frozenset()
    within: frozenset[Shape] = frozenset()


def markup_for(syntax: Syntax, path: Path) -> Markup:
    """Return the markup of a document of this kind and name."""
    if path.suffix.lower() in _RAW_BY_FENCE:
        return QUARTO
    return MARKUPS[syntax.name]


def attached(content: str, shape: Shape) -> str:
    """Return AsciiDoc as a part of the item of a list that stands above it."""
    # The mark again, because Asciidoctor forgets the one above the comment.
    return f"+\n--\n{content}\n--" if shape is Shape.OUTLINE else f"+\n{content}"


def outline(picture: Picture, markup: Markup, *, apart: str) -> str:
    """Return the outline of a map as a nested list."""
    if markup is HTML:
        return _without_templates(outline_part(picture, apart=apart))
    return markup.listed(items(picture, deepest=markup.deepest))


def _address(name: str) -> str:
    return percent_quoted(name, safe="/.-_~")


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


def _without_templates(html: str) -> str:
    """Return markup with nothing that a generator of sites fills in."""
    return re.sub(r"\{(?=[{%#])|(?<=[}%#])\}", lambda m: f"&#{ord(m[0])};", html)


def _html_text(content: str) -> str:
    return _without_templates(html_text(content))


def _html_image(address: str, alt: str, caption: str | None, how: How) -> str:
    image = empty_tag("img", {"src": _address(address), "alt": one_line(alt)})
    if how.leads:
        image = element("a", {"href": _address(address)}, image)
    if not caption:
        return _without_templates(image)
    words = element("figcaption", {}, html_text(caption))
    return _without_templates(element("figure", {}, image + words))


def _markdown_image(address: str, alt: str, caption: str | None, how: How) -> str:
    title = f' "{escaped_plain(caption)}"' if caption else ""
    image = f"![{escaped_plain(alt)}]({_address(address)}{title})"
    return f"[{image}]({_address(address)})" if how.leads else image


def _figure_of_pandoc(address: str, alt: str, caption: str | None, how: How) -> str:
    # Pandoc makes a figure only of a picture that does not stand in a link.
    return _markdown_image(address, alt, caption, How(how.wide))


def _asciidoc_image(address: str, alt: str, caption: str | None, how: How) -> str:
    title = f".{asciidoc_text(caption)}\n" if caption else ""
    link = f",link={_address(address)}" if how.leads else ""
    return f'{title}image::{_address(address)}["{asciidoc_text(alt)}"{link}]'


def _rst_image(address: str, alt: str, caption: str | None, how: How) -> str:
    kind = "figure" if caption else "image"
    lines = [f".. {kind}:: {_address(address)}", f"   :alt: {one_line(alt)}"]
    # Docutils itself has no style that keeps a picture within the page.
    lines += ["   :width: 100%"] if how.wide else []
    lines += [f"   :target: {_address(address)}"] if how.leads else []
    return "\n".join([*lines, *(["", f"   {rst_text(caption)}"] if caption else [])])


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


# Of the height of a page; the rest is for a caption.
_SHARE = 0.8


def _latex_image(address: str, alt: str, caption: str | None, how: How) -> str:
    options = f"{bounded(_SHARE)},alt={{{latex_text(alt)}}}"
    image = f"\\includegraphics[{options}]{{\\detokenize{{{address}}}}}"
    if not caption:
        return image
    words = f"\\caption{{{latex_text(caption)}}}"
    return f"\\begin{{figure}}\n\\centering\n{image}\n{words}\n\\end{{figure}}"


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


def _typst_image(address: str, alt: str, caption: str | None, how: How) -> str:
    image = f"image({typst_string(address)}, alt: {typst_string(alt)})"
    return f"#figure({image}, caption: [{typst_text(caption)}])" if caption else f"#{image}"


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
    _markdown_image,
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
)
# Pandoc, which reads these, looks for Markdown in HTML.
QUARTO = replace(MARKDOWN, raw=_raw_by_fence, image=_figure_of_pandoc)
HTML = Markup(
    "html",
    Shape.HTML,
    "svg",
    _html_text,
    _html_image,
    lambda found: "",
    0,
    _without_templates,
    within=frozenset({Shape.INLINE}),
)
ASCIIDOC = Markup(
    "asciidoc",
    Shape.IMAGE,
    "svg",
    asciidoc_text,
    _asciidoc_image,
    _list(lambda d: "*" * (d + 1) + " ", _wrapped("*", "*"), _wrapped("_", "_"), asciidoc_text),
    4,
    _wrapped("++++\n", "\n++++"),
    frozenset(Shape) - PROSE,
)
RST = Markup(
    "rst", Shape.IMAGE, "svg", rst_text, _rst_image, _rst_list, 6, _rst_raw, frozenset(Shape)
)
LATEX = Markup("latex", Shape.IMAGE, "pdf", latex_text, _latex_image, _latex_list, 3, None)
# Typst does not know the variables that the colours of an SVG are.
TYPST = Markup(
    "typst",
    Shape.IMAGE,
    "pdf",
    typst_text,
    _typst_image,
    _list(lambda d: "  " * d + "- ", _wrapped("*", "*"), _wrapped("_", "_"), typst_text),
    6,
    None,
)
MARKUPS: Mapping[str, Markup] = {
    markup.name: markup for markup in (MARKDOWN, HTML, ASCIIDOC, RST, LATEX, TYPST)
}

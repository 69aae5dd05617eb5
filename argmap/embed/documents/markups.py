"""What is put into a document, in the words of its own markup."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote as percent_quoted

from argmap.drawing.reading_side import isolated
from argmap.embed.documents.plain_words import (
    asciidoc_text,
    latex_text,
    rst_text,
    typst_string,
    typst_text,
)
from argmap.embed.documents.syntaxes import Syntax
from argmap.embed.latex import bounded
from argmap.embed.nested_list import Item, items
from argmap.embed.references import in_asciidoc, in_html, in_latex, in_rst, in_typst
from argmap.embed.request import PROSE, Shape
from argmap.embed.shown import Shown
from argmap.render.html.figure import outline_part
from argmap.render.markdown_text import escaped, escaped_plain, html_in_markdown
from argmap.render.markup import element, empty_tag
from argmap.render.markup import text as html_text
from argmap.render.renderer import Picture
from argmap.values import one_line


@dataclass(frozen=True, slots=True)
class Markup:
    """How one kind of document writes a picture, a list and plain words.

    `shape` is what stands in a place that asks for nothing else, `image_format` the format of its
    pictures. `image` writes one, `listed` items, `deepest` levels of them at most, `raw` HTML if it
    can. What is in `apart` has an empty line on both sides, what is `within` may be in a sentence.
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


def _html_image(shown: Shown) -> str:
    image = empty_tag("img", {"src": _address(shown.address), "alt": one_line(shown.alt)})
    if shown.leads:
        image = element("a", {"href": _address(shown.address)}, image)
    if not shown.caption:
        return _without_templates(image)
    words = element("figcaption", {}, html_text(shown.caption) + in_html(shown.refers))
    return _without_templates(element("figure", {"id": shown.label}, image + words))


def _markdown_image(shown: Shown) -> str:
    title = f' "{escaped_plain(shown.caption)}"' if shown.caption else ""
    image = f"![{escaped_plain(shown.alt)}]({_address(shown.address)}{title})"
    return f"[{image}]({_address(shown.address)})" if shown.leads else image


def _figure_of_pandoc(shown: Shown) -> str:
    # Pandoc makes a figure only of a picture that does not stand in a link.
    return _markdown_image(replace(shown, leads=False))


def _asciidoc_image(shown: Shown) -> str:
    words = asciidoc_text(shown.caption or "") + in_asciidoc(shown.refers)
    title = f".{words}\n" if shown.caption else ""
    label = f"[#{shown.label}]\n" if shown.label else ""
    link = f",link={_address(shown.address)}" if shown.leads else ""
    return f'{label}{title}image::{_address(shown.address)}["{asciidoc_text(shown.alt)}"{link}]'


def _rst_image(shown: Shown) -> str:
    caption = shown.caption
    kind = "figure" if caption else "image"
    lines = [f".. {kind}:: {_address(shown.address)}", f"   :alt: {one_line(shown.alt)}"]
    lines += [f"   :name: {shown.label}"] if shown.label else []
    # Docutils itself has no style that keeps a picture within the page.
    lines += ["   :width: 100%"] if shown.wide else []
    lines += [f"   :target: {_address(shown.address)}"] if shown.leads else []
    return "\n".join(
        [*lines, *(["", f"   {rst_text(caption)}{in_rst(shown.refers)}"] if caption else [])]
    )


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


def _latex_image(shown: Shown) -> str:
    options = f"{bounded(_SHARE)},alt={{{latex_text(shown.alt)}}}"
    image = f"\\includegraphics[{options}]{{\\detokenize{{{shown.address}}}}}"
    if not shown.caption:
        # The indentation of a paragraph would push what is as wide as a line over its margin.
        return rf"\noindent{image}"
    caption = latex_text(shown.caption)
    # The list of figures has no references.
    short = f"[{{{caption}}}]" if shown.refers else ""
    words = f"\\caption{short}{{{caption}{in_latex(shown.refers)}}}"
    words += f"\\label{{fig:{shown.label}}}" if shown.label else ""
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


def _typst_image(shown: Shown) -> str:
    image = f"image({typst_string(shown.address)}, alt: {typst_string(shown.alt)})"
    if not shown.caption:
        return f"#{image}"
    label = f" <{shown.label}>" if shown.label else ""
    words = typst_text(shown.caption) + in_typst(shown.refers)
    return f"#figure({image}, caption: [{words}]){label}"


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

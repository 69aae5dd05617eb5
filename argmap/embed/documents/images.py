"""A picture that is a file of its own, as each kind of document writes it."""

from urllib.parse import quote as percent_quoted

from argmap.embed.documents.plain_words import (
    asciidoc_text,
    latex_text,
    rst_text,
    typst_string,
    typst_text,
    without_templates,
)
from argmap.embed.figure import Shown
from argmap.embed.latex import bounded
from argmap.embed.references import in_asciidoc, in_html, in_latex, in_rst, in_typst
from argmap.render.html.enlarging import NARROW
from argmap.render.markdown_text import escaped_plain
from argmap.render.markup import element, empty_tag
from argmap.render.markup import text as html_text
from argmap.values import one_line

# Of the height of a page; the rest is for a caption.
_SHARE = 0.8


def _address(name: str) -> str:
    return percent_quoted(name, safe="/.-_~")


def _for_small_screens(image: str, shown: Shown) -> str:
    """Return an image in HTML, or Markdown, that is another one on a telephone."""
    if not shown.telephone:
        return image
    screens = f"(max-width: {NARROW - 1}px)"
    source = empty_tag("source", {"media": screens, "srcset": _address(shown.telephone)})
    return element("picture", {}, source + image)


def html_image(shown: Shown) -> str:
    """Return a picture in HTML."""
    # A page without a style of its own for pictures would else be as wide as they are.
    bounds = "max-width: 100%; height: auto"
    image = empty_tag(
        "img", {"src": _address(shown.address), "alt": one_line(shown.alt), "style": bounds}
    )
    image = _for_small_screens(image, shown)
    if shown.leads:
        image = element("a", {"href": _address(shown.address)}, image)
    if not shown.caption:
        return without_templates(image)
    words = element("figcaption", {}, html_text(shown.caption) + in_html(shown.refers))
    # Browsers indent figures on both sides, for which a telephone has no room.
    attributes = {"id": shown.label, "style": "margin-inline: 0"}
    return without_templates(element("figure", attributes, image + words))


def markdown_image(shown: Shown) -> str:
    """Return a picture in Markdown."""
    title = f' "{escaped_plain(shown.caption)}"' if shown.caption else ""
    # An image in Markdown, so that it is there too where HTML is left out.
    image = f"![{escaped_plain(shown.alt)}]({_address(shown.address)}{title})"
    image = _for_small_screens(image, shown)
    return f"[{image}]({_address(shown.address)})" if shown.leads else image


def asciidoc_image(shown: Shown) -> str:
    """Return a picture in AsciiDoc."""
    words = asciidoc_text(shown.caption or "") + in_asciidoc(shown.refers)
    title = f".{words}\n" if shown.caption else ""
    label = f"[#{shown.label}]\n" if shown.label else ""
    link = f",link={_address(shown.address)}" if shown.leads else ""
    return f'{label}{title}image::{_address(shown.address)}["{asciidoc_text(shown.alt)}"{link}]'


def rst_image(shown: Shown) -> str:
    """Return a picture in reStructuredText."""
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


def latex_image(shown: Shown) -> str:
    """Return a picture in LaTeX."""
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


def typst_image(shown: Shown) -> str:
    """Return a picture in Typst."""
    image = f"image({typst_string(shown.address)}, alt: {typst_string(shown.alt)})"
    if not shown.caption:
        return f"#{image}"
    label = f" <{shown.label}>" if shown.label else ""
    words = typst_text(shown.caption) + in_typst(shown.refers)
    return f"#figure({image}, caption: [{words}]){label}"

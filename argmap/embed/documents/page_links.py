"""A link to a page beside the document, as each kind of document writes it in a line of its own."""

from argmap.embed.documents.plain_words import asciidoc_text, rst_text, without_templates
from argmap.render.markdown_text import escaped
from argmap.render.markup import element
from argmap.render.markup import text as html_text


def markdown_link(words: str, address: str) -> str:
    """Return a link in Markdown."""
    return f"[{escaped(words)}]({address})"


def html_link(words: str, address: str) -> str:
    """Return a link in HTML."""
    link = element("a", {"href": address}, html_text(words))
    return without_templates(element("p", {}, link))


def asciidoc_link(words: str, address: str) -> str:
    """Return a link in AsciiDoc."""
    return f"link:{address}[{asciidoc_text(words)}]"


def rst_link(words: str, address: str) -> str:
    """Return a link in reStructuredText."""
    return f"`{rst_text(words)} <{address}>`__"

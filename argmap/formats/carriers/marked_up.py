"""HTML in a text that may be plain as well: what a reader sees of it, and plain text as HTML.

Outliners let authors write “<b>never</b>” or “AT&amp;T”, and others write “a < b & c” and mean it.
So a tag is one only where its element is known, and is ended or needs no end; all else is text.
"""

import html
from collections.abc import Collection

from argmap.formats.carriers.rich_text import CHARACTER, Paragraphs, Tag, tokens, unescaped

_VOID = frozenset({"br", "hr", "img", "wbr"})
# Where a line begins or ends.
_LINES = {*("blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
          *("html", "li", "ol", "p", "pre", "table", "td", "th", "tr", "ul")}  # fmt: skip
_NAMES = _LINES | _VOID | {
    *("a", "abbr", "b", "big", "body", "center", "cite", "code", "del", "em", "font", "i", "ins"),
    *("kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tbody"),
    *("thead", "time", "tt", "u", "var"),
}  # fmt: skip


def is_html(text: str) -> bool:
    """Return whether a text holds HTML, and does not only look a little like it."""
    return any(map(_is_character, CHARACTER.findall(text))) or bool(_elements(text))


def seen(text: str) -> str:
    """Return what a reader sees of a text that may hold HTML; plain text is as it stands.

    Where no tag begins or ends a line, the lines are those of the text.
    """
    if not is_html(text):
        return text
    known = _elements(text)
    return _paragraphs(text, known) if known & _LINES else _letters(text, known)


def shown_as(text: str) -> str:
    """Return a text of which readers see, as HTML or as plain text, what it says."""
    return html.escape(text, quote=False) if is_html(text) else text


def _paragraphs(text: str, known: Collection[str]) -> str:
    found = Paragraphs()
    for token in tokens(text):
        if not isinstance(token, Tag):
            found.take(unescaped(token))
        elif token.name and token.name not in known:
            found.take(unescaped(token.written))
        elif token.is_end:
            found.end(token.name)
        elif token.name:
            found.begin(token.name)
    return found.whole()


def _letters(text: str, known: Collection[str]) -> str:
    left_out = {"", *known} if known else known
    found = (
        token if not isinstance(token, Tag) else "" if token.name in left_out else token.written
        for token in tokens(text)
    )
    return "".join(map(unescaped, found))


def _is_character(name: str) -> bool:
    """Return whether a name such as `&lt;` stands for a character."""
    return name.endswith(";") and html.unescape(name) != name


def _elements(text: str) -> frozenset[str]:
    """Return the names of the elements in a text that are ended, or need no end."""
    opened: set[str] = set()
    found: set[str] = set()
    for tag in tokens(text) if "<" in text else ():
        if isinstance(tag, Tag) and tag.name in _NAMES:
            if tag.is_end and tag.name in opened:
                found.add(tag.name)
            elif not tag.is_end:
                (found if tag.name in _VOID else opened).add(tag.name)
    return frozenset(found)

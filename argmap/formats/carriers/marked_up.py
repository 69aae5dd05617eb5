"""HTML in a text that may be plain as well: what a reader sees of it, and plain text as HTML.

Outliners let authors write “<b>never</b>” or “AT&amp;T”, and others write “a < b & c” and mean it.
A text is HTML where a tag in it is closed or needs no end, or where a character has a name.
"""

import html
import re

from argmap.formats.carriers.rich_text import letters, plain_text

_VOID = {"br", "hr", "img", "wbr"}
_LINES = {*("blockquote", "br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
          *("html", "li", "ol", "p", "pre", "table", "td", "th", "tr", "ul")}  # fmt: skip
_NAMES = _LINES | _VOID | {
    *("a", "abbr", "b", "big", "body", "center", "cite", "code", "del", "em", "font", "head", "i"),
    *("ins", "kbd", "mark", "q", "s", "samp", "script", "small", "span", "strike", "strong"),
    *("style", "sub", "sup", "tbody", "thead", "time", "title", "tt", "u", "var"),
}  # fmt: skip
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,9})\b(?P<rest>[^<>]*)>")
_CHARACTER = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def is_html(text: str) -> bool:
    """Return whether a text holds HTML, and does not only look a little like it."""
    return _CHARACTER.search(text) is not None or bool(_tags(text))


def seen(text: str) -> str:
    """Return what a reader sees of a text that may hold HTML; plain text is as it stands.

    Where no tag begins or ends a line, the lines are those of the text.
    """
    if not is_html(text):
        return text
    return plain_text(text) if _tags(text) & _LINES else letters(text)


def shown_as(text: str) -> str:
    """Return a text of which readers see, as HTML or as plain text, what it says."""
    return html.escape(text, quote=False) if is_html(text) else text


def _tags(text: str) -> set[str]:
    """Return the names of the elements in a text, without tags that are neither closed nor void."""
    opened: set[str] = set()
    found: set[str] = set()
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if (tag["end"] and name in opened) or (not tag["end"] and name in _VOID):
            found.add(name)
        elif not tag["end"] and name in _NAMES:
            opened.add(name)
    return found

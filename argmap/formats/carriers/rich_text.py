"""Text with HTML in it → plain text, a line for each paragraph."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.values import one_line

_BLOCKS = {
    *("address", "blockquote", "body", "div", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("hr", "html", "li", "ol", "p", "pre", "table", "td", "tr", "ul"),
}
_UNSEEN = {"head", "script", "style", "title"}
# Text in which lines mean lines.
_PLAIN = "text"


_COMMENT, _COMMENT_END = "<!--", "-->"
# A tag, or a declaration, which has no name. Nothing looks past the next sign of a tag.
_VALUES = r"""(?:"[^"<]*"|'[^'<]*'|[^<>"'])*+"""
_TAG = re.compile(
    rf"<(?:(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)(?=[\s/>])|[!?])(?:{_VALUES}|[^<>]*)>"
)
CHARACTER = re.compile(
    r"&(?:#[0-9]{1,7}(?![0-9])|#[xX][0-9A-Fa-f]{1,6}(?![0-9A-Fa-f])|[A-Za-z][A-Za-z0-9]{1,31});?"
)


class Paragraphs:
    """Plain text in the making, element by element."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lines: list[str] = []
        self._line: list[str] = []
        self._unseen = 0

    def begin(self, name: str) -> None:
        """Note that an element begins."""
        if name in _UNSEEN:
            self._unseen += 1
        elif name == "br":
            self._end_line(is_kept=True)
        elif name in _BLOCKS:
            self._end_line()

    def end(self, name: str) -> None:
        """Note that an element ends."""
        if name in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif name == _PLAIN:
            self._lines += "".join(self._line).split("\n")
            self._line = []
        elif name in _BLOCKS:
            # An empty paragraph is an empty line.
            self._end_line(is_kept=name == "p")

    def take(self, text: str) -> None:
        """Add text that stands between tags."""
        if not self._unseen:
            self._line.append(text)

    def whole(self) -> str:
        """Return the text, without empty lines at its beginning and its end."""
        self._end_line()
        return "\n".join(self._lines).strip("\n")

    def _end_line(self, *, is_kept: bool = False) -> None:
        line = one_line("".join(self._line))
        if line or is_kept:
            self._lines.append(line)
        self._line = []


def plain_text(text: str) -> str:
    """Return the plain text of HTML, however it is formed."""
    paragraphs = Paragraphs()
    for token in tokens(text):
        if isinstance(token, str):
            paragraphs.take(unescaped(token))
        elif token.is_end:
            paragraphs.end(token.name)
        else:
            paragraphs.begin(token.name)
    return paragraphs.whole()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag at which an element begins or ends, with all that is written there.

    A comment or a declaration has no name.
    """

    name: str
    is_end: bool
    written: str


def tokens(text: str) -> Iterator[Tag | str]:
    """Yield the tags of HTML and the texts between them, as they are written, in one pass.

    What is no whole tag is a text.
    """
    # The parser of the standard library takes hours for some texts, and stumbles over others.
    start = place = 0
    last_comment = text.rfind(_COMMENT_END)
    while (place := text.find("<", place)) >= 0:
        is_comment = text.startswith(_COMMENT, place) and place + len(_COMMENT) <= last_comment
        found = None if is_comment else _TAG.match(text, place)
        if not is_comment and found is None:
            place += 1
            continue
        end = text.index(_COMMENT_END, place + len(_COMMENT)) + 3 if found is None else found.end()
        name = found["name"] or "" if found else ""
        yield text[start:place]
        yield Tag(name.lower(), bool(found and found["end"]), text[place:end])
        start = place = end
    yield text[start:]


def unescaped(text: str) -> str:
    """Return a text with the characters that HTML has names or numbers for."""
    return CHARACTER.sub(lambda found: html.unescape(found[0]), text)

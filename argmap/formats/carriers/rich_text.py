"""Text with HTML in it → plain text, a line for each paragraph."""

from html.parser import HTMLParser

from argmap.values import one_line

_BLOCKS = {
    *("address", "blockquote", "body", "div", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("hr", "html", "li", "ol", "p", "pre", "table", "td", "tr", "ul"),
}
_UNSEEN = {"head", "script", "style", "title"}
# Text in which lines mean lines.
_PLAIN = "text"


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


def plain_text(html: str) -> str:
    """Return the plain text of HTML, however it is formed."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.paragraphs.whole()


def letters(html: str) -> str:
    """Return the text between the tags of HTML, with the white space that stands there."""
    parser = _Letters()
    parser.feed(html)
    parser.close()
    return "".join(parser.found)


class _Letters(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(self._unseen - (tag in _UNSEEN), 0)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(data)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs = Paragraphs()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.paragraphs.begin(tag)

    def handle_endtag(self, tag: str) -> None:
        self.paragraphs.end(tag)

    def handle_data(self, data: str) -> None:
        self.paragraphs.take(data)

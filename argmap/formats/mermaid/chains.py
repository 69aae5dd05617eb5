"""A statement of a flowchart that names boxes, and joins them by lines."""

import re
from dataclasses import dataclass, field

_NAME = re.compile(r"(?:[\w.$#%!?*'/\\+]|-(?![-.>])|=(?!=)|:(?!::))+")
_LABEL = re.compile(
    r"\blabel[ \t]*:[ \t]*(?:\"(?P<quoted>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^,}\n]*))"
)
_BRACES = re.compile(r"@\{(?:\"[^\"]*+\"|'[^'\n]*+'|[^}\"])*+\}")
_CLASS = re.compile(r":::([\w-]+)")
_SPACE = re.compile(r"[ \t]*+")
# A line may go on after “&” and after its end.
_BREAK = re.compile(r"\s*+")
_LINK = re.compile(
    r"(?:(?P<name>[\w-]+)@(?=[<xo]?[-=.]))?(?P<tail>[<xo](?=[-=.]))?"
    r"(?:(?P<solid>--+)|(?P<thick>==+)|(?P<dotted>-?\.+-)|(?P<open>-\.)|(?P<hidden>~~~+))"
    r"(?P<head>[>xo])?"
)
# A line may begin below the box from which it leads.
_LINK_BELOW = re.compile(r"\n\s*+(?=[<xo]?(?:--|==|-\.))")
_ENDS = {
    "solid": re.compile(r"--+(?P<head>[>xo])?"),
    "thick": re.compile(r"==+(?P<head>[>xo])?"),
    "open": re.compile(r"\.+-(?P<head>[>xo])?"),
}
_WORDS = re.compile(r"\|(?:[ \t]*\"(?P<quoted>[^\"]*)\"[ \t]*|(?P<plain>[^|\n]*))\|")
_SHAPES = (
    ("(((", (")))",)),
    ("((", ("))",)),
    ("([", ("])",)),
    ("(", (")",)),
    ("[[", ("]]",)),
    ("[(", (")]",)),
    ("[/", ("/]", "\\]")),
    ("[\\", ("\\]", "/]")),
    ("[", ("]",)),
    ("{{", ("}}",)),
    ("{", ("}",)),
    (">", ("]",)),
)


class UnreadableError(Exception):
    """What stands at a place is no part of a flowchart. Never leaves its reader."""

    def __init__(self, message: str, at: int) -> None:
        """Say what is wrong, and where in the text."""
        super().__init__(message)
        self.message, self.at = message, at


@dataclass(frozen=True, slots=True)
class Box:
    """A box as it is named: with a text where one is written here."""

    name: str
    written: str | None
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two rows of boxes."""

    tail: str
    head: str
    words: str | None
    is_dotted: bool
    is_hidden: bool
    name: str | None = None


@dataclass(slots=True)
class Chain:
    """Rows of boxes, of which each is joined to the next one by a line."""

    rows: list[list[Box]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def chain_at(text: str, at: int) -> tuple[Chain, int]:
    """Return the chain that begins at a place, and where it ends.

    Raises UnreadableError where there is none.
    """
    chain = Chain()
    while True:
        row, at = _row(text, at)
        chain.rows.append(row)
        at = _skip(_SPACE, text, at)
        following = _LINK_BELOW.match(text, at)
        if following is not None:
            at = following.end()
        elif at >= len(text) or text[at] in "\n;" or text.startswith("%%", at):
            return chain, at
        link, at = _link(text, at)
        chain.links.append(link)
        at = _skip(_BREAK, text, at)


def _row(text: str, at: int) -> tuple[list[Box], int]:
    row = []
    while True:
        box, at = _box(text, at)
        row.append(box)
        after = _skip(_SPACE, text, at)
        if not text.startswith("&", after):
            return row, at
        at = _skip(_BREAK, text, after + 1)


def _box(text: str, at: int) -> tuple[Box, int]:
    found = _NAME.match(text, at)
    if found is None:
        raise UnreadableError("here should be the name of a box", at)
    end = found.end()
    written = None
    for opening, closings in _SHAPES:
        if text.startswith(opening, end):
            written, end = _inside(text, end, opening, closings)
            break
    if text.startswith("@{", end):
        braces = _BRACES.match(text, end)
        if braces is None:
            raise UnreadableError("the braces that begin here do not end", end + 1)
        if label := _LABEL.search(braces[0]):
            written = label["quoted"] or label["single"] or (label["bare"] or "").strip()
        end = braces.end()
    classes = []
    while marked := _CLASS.match(text, end):
        classes.append(marked[1])
        end = marked.end()
    return Box(found[0], written, tuple(classes)), end


def _inside(text: str, at: int, opening: str, closings: tuple[str, ...]) -> tuple[str, int]:
    """Return the text of a box, and where the box ends."""
    start = _skip(_BREAK, text, at + len(opening))
    if text.startswith('"', start):
        close = text.find('"', start + 1)
        if close < 0:
            raise UnreadableError("the quotation mark that begins here does not end", start)
        end = _skip(_BREAK, text, close + 1)
        for closing in closings:
            if text.startswith(closing, end):
                return text[start + 1 : close], end + len(closing)
        raise UnreadableError(f"here should be “{closings[0]}”, which ends the box", end)
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    ends = [(text.find(one, start, line_end), one) for one in closings]
    found = min(((place, one) for place, one in ends if place >= 0), default=None)
    if found is None:
        raise UnreadableError(f"the box that begins here does not end with “{closings[0]}”", at)
    return text[start : found[0]], found[0] + len(found[1])


def _link(text: str, at: int) -> tuple[Link, int]:
    found = _LINK.match(text, at)
    if found is None:
        raise UnreadableError(
            "here should be a line to another box, or the end of the statement", at
        )
    tail, head, end = found["tail"] or "", found["head"] or "", found.end()
    words = None
    stroke = found["solid"] or found["thick"] or ""
    is_whole = head or found["hidden"] or found["dotted"] or len(stroke) > len("--")
    if not is_whole:
        # Its words follow, up to its other end.
        kind = "solid" if found["solid"] else "thick" if found["thick"] else "open"
        close = _ENDS[kind].search(text, end)
        if close is None or "\n" in text[end : close.start()]:
            raise UnreadableError("the words of this line are not followed by its other end", at)
        words = text[end : close.start()].strip().strip('"')
        head, end = close["head"] or "", close.end()
    after = _skip(_SPACE, text, end)
    if said := _WORDS.match(text, after):
        words, end = (said["quoted"] or said["plain"] or "").strip(), said.end()
    is_dotted = bool(found["dotted"] or found["open"])
    return Link(tail, head, words or None, is_dotted, bool(found["hidden"]), found["name"]), end


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at

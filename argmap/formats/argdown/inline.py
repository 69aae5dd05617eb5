"""The inside of a statement in Argdown: its title, its words, tags, links and metadata."""

import re
from collections.abc import Container
from dataclasses import dataclass, field

from argmap.formats.argdown.scanning import DATA

_TAG = r"#(?:\((?P<long_tag>[^)\n]{1,500})\)|(?P<tag>[\w\u00a0-\ud7ff-]+))"
_LINK = r"\[(?P<words>[^\[\]\n]+)\]\((?P<address>[^)\n]{1,2000})\)"
_MENTION = r"@(?:\[(?P<statement>[^\[\]\n]+)\]|<(?P<argument>[^<>\n]+)>)"
CODE = re.compile(r"(?P<code>\.\S+?\.|:\S+?:)")
_TOKEN = re.compile(
    rf"\\(?P<escaped>.)|{_MENTION}|{_LINK}|{_TAG}|{CODE.pattern}"
    r"|(?P<mark>\*\*|__|\*|_)|(?P<bare>https?://[^\s\[\](){}\\]+)"
)
_ABBREVIATION = re.compile(r"[.:][\w-]+[.:]")
# What may follow the end of bold and italic words.
_END = re.compile(r"[ \t\n)}_.,!?;:*-]|$")
_BLANKS = re.compile(r"\s+")
_TITLED = re.compile(r"(?:\[(?P<statement>[^\]\n]+)\]|<(?P<argument>[^>\n]+)>)(?P<colon>:?)")
_ONLY_TAGS = re.compile(rf"(?:\s*(?:{_TAG}))*\s*")
# Characters by their names, as in “.A.” and “:happy:”.
CHARACTERS = {
    "A": "∀", "E": "∃", "O": "𝗢", "P": "𝗣", "->": "→", "<->": "↔", "~": "¬", "^": "∧", "v": "∨",
    "v_": "⊻", "<>": "◇", "[]": "◻", "happy": "😀", "smile": "☺", "smiley": "☺", "laugh": "😆",
    "lol": "😆", "rofl": "🤣", "joy": "😂", "heart": "❤", "?": "❓", "question": "❓", "love": "😍",
    "wink": "😉", "shush": "🤫", "meh": "😐", "eye-roll": "🙄", "sad": "😢", "disappointed": "😞",
    "scream": "😱", "+1": "👍", "up": "👍", "-1": "👎", "down": "👎", "think": "🤔", "star": "⭐",
    "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
}  # fmt: skip


_NAMED = re.compile(
    rf"\\(?P<escaped>.)|(?P<code>(?P<sign>[.:])(?:{'|'.join(map(re.escape, CHARACTERS))})(?P=sign))"
)


@dataclass(slots=True)
class Content:
    """What stands after a symbol: a title, a text, or both; `fault` tells what is wrong with it.

    `is_reference` tells that there is a title only.
    """

    title: str | None
    is_argument: bool
    is_reference: bool
    text: str = ""
    tags: list[str] = field(default_factory=list)
    link: str | None = None
    has_lost: bool = False
    fault: str | None = None


def content_of(written: str, *, has_title: bool = True) -> Content:
    """Return what is written in a statement or an argument, or in a heading, without a title."""
    words, mark, behind = written.partition(DATA)
    found = _TITLED.match(words) if has_title and words[:1] in ("[", "<") else None
    # “[words](address)” is a link.
    if found and not found["colon"] and words.startswith("(", found.end()):
        found = None
    title = (found["statement"] or found["argument"]) if found else None
    content = Content(
        title=_BLANKS.sub(" ", title).strip() if title else None,
        is_argument=bool(found and found["argument"]),
        is_reference=bool(found and not found["colon"]),
    )
    rest = words[found.end() :] if found else words
    if rest:
        content.text = _Words(content).of(rest)
    if mark and behind.strip(f"{DATA} \t\n"):
        content.fault = "metadata stand at the end; write “\\{” for a brace in a text"
    elif content.is_reference and rest and not _ONLY_TAGS.fullmatch(rest):
        content.fault = "a colon is missing between the title and the text"
    elif title is not None and not content.title:
        content.fault = "this title is empty"
    elif not title and not content.text and not content.tags:
        content.fault = "a statement or a title is missing here"
    return content


def plain(written: str) -> str:
    """Return words in which only escapes and characters by name are signs."""
    return _BLANKS.sub(" ", _NAMED.sub(_named, written)).strip()


def _named(found: re.Match[str]) -> str:
    if found["escaped"] is not None:
        return found["escaped"]
    return CHARACTERS[found["code"][1:-1]]


def joined(parts: list[str], are_tags: Container[int]) -> str:
    """Return the text that its parts make, without the tags before and behind it.

    `are_tags` holds the numbers of the parts that are tags; those within the text are words, too.
    """
    shown = list(parts)
    numbers = range(len(parts))
    for order in (numbers, reversed(numbers)):
        for number in order:
            if number in are_tags:
                shown[number] = " "
            elif shown[number].strip():
                break
    return _BLANKS.sub(" ", "".join(shown)).strip()


class _Words:
    """Makes plain words of what is written, and notes tags and links."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._parts: list[str] = []
        self._are_tags: set[int] = set()
        # Where bold and italic words have begun: the mark, and its number among the parts.
        self._begun: list[tuple[str, int]] = []

    def of(self, written: str) -> str:
        """Return the words."""
        found = _TOKEN.search(written)
        if found is None:
            return " ".join(written.split())
        at = 0
        while found:
            self._parts.append(written[at : found.start()])
            at = found.end()
            if found["mark"]:
                at = self._mark(found)
            elif found["code"]:
                at = self._code(found)
            else:
                self._parts.append(self._plain(found))
            found = _TOKEN.search(written, at)
        self._parts.append(written[at:])
        return joined(self._parts, self._are_tags)

    def _plain(self, found: re.Match[str]) -> str:
        if found["escaped"] is not None:
            return found["escaped"]
        if tag := found["long_tag"] or found["tag"]:
            tag = _BLANKS.sub(" ", tag).strip()
            if tag and tag not in self._content.tags:
                self._content.tags.append(tag)
            self._are_tags.add(len(self._parts))
            return found[0]
        if found["address"]:
            self._content.has_lost = self._content.has_lost or self._content.link is not None
            self._content.link = self._content.link or found["address"].strip()
            return found["words"]
        if found["bare"]:
            return found["bare"]
        return found["statement"] or found["argument"]

    def _code(self, found: re.Match[str]) -> int:
        """Add a character by its name, or the sign that it seemed to begin with."""
        code = found["code"]
        character = CHARACTERS.get(code[1:-1]) if code[0] == code[-1] else None
        if character or _ABBREVIATION.fullmatch(code):
            self._parts.append(character or code)
            return found.end()
        self._parts.append(code[0])
        return found.start() + 1

    def _mark(self, found: re.Match[str]) -> int:
        """End or begin bold or italic words; return where the text goes on."""
        mark, written, at = found["mark"], found.string, found.start()
        last = self._begun[-1][0] if self._begun else ""
        # Of three signs that end, the first may end what was begun last.
        is_last = last and written.startswith(last, at) and at and not written[at - 1].isspace()
        if is_last and _END.match(written, at + len(last)):
            self._parts[self._begun.pop()[1]] = ""
            return at + len(last)
        after = written[found.end() : found.end() + 1]
        if after and not after.isspace():
            self._begun.append((mark, len(self._parts)))
        self._parts.append(mark)
        return found.end()

"""The marks by which an item of any outline says what it is: signs, words, ids and tags.

An item may begin with a sign: `+` for, `-` against, `&` a premise that is linked with the one
before, `~` against a step. Or with a word and a colon, as in “Because: …”. It may end with its id,
as in `{#shade}`; `{#shade}` alone refers to the claim with that id. What people type may have tags
before the id, each `#word`, and a backslash before any mark takes its meaning away. What a program
keeps has its tags elsewhere, and shows its texts as they are: there a letter that nobody sees takes
the meaning of a mark away. Everywhere else all signs are just signs.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from argmap.values import canonical, one_line


class Bearing(StrEnum):
    """What an item does to the one that it stands below; its value is the sign for it."""

    SUPPORT = "+"
    ATTACK = "-"
    LINKED = "&"
    UNDERCUT = "~"


_WORDS = {
    **dict.fromkeys(("pro", "for", "support", "supports", "because", "reason"), Bearing.SUPPORT),
    **dict.fromkeys(("con", "against", "oppose", "opposes", "but"), Bearing.ATTACK),
    **dict.fromkeys(("however", "objection", "rebuttal"), Bearing.ATTACK),
    **dict.fromkeys(("co-premise", "copremise"), Bearing.LINKED),
    "undercut": Bearing.UNDERCUT,
    **dict.fromkeys(("position", "contention", "conclusion", "thesis", "claim"), None),
}
_NAMES = "|".join(_WORDS)
# A number tells one reason from the next, as in “Reason 2: …”.
_ENDING = r"(?:[ \t]+[0-9]{1,3})?[ \t]*:"
# Only letters of ASCII: a long “ſ” is not taken for an “s”.
_WORD = f"(?ai:(?:{_NAMES}){_ENDING})"
_SIGNS = "-+*&~•"
_MARKS = re.compile(rf"(?:(?P<sign>[{_SIGNS}])(?:\s+|$))?(?:(?P<word>(?ai:{_NAMES})){_ENDING}\s*)?")
_PLAIN_TAG = re.compile(r"(?=[\w-]*[^\W\d_])[\w-]++")
_TAG = re.compile(rf"#(?P<tag>{_PLAIN_TAG.pattern})")


class Marks:
    """How marks are written: what takes the meaning of one away, and whether there are tags."""

    def __init__(self, escape: str, *, has_tags: bool) -> None:
        """Prepare for an escape, which is one character."""
        self.escape, self.has_tags = escape, has_tags
        sign = re.escape(escape)
        self.id = re.compile(rf"(?<!{sign})\{{#(?P<id>[^{{}}\s]{{1,1000}})\}}\s*\Z")
        # The places where a mark could stand, each with the escapes before it.
        at_start = rf"{sign}*+(?:[{_SIGNS}](?:\s|\Z)|{_WORD})"
        id_at_end = rf"{sign}*+\{{#[^{{}}\s]{{1,1000}}\}}\s*\Z"
        tag_at_end = rf"{sign}*+{_TAG.pattern}\s*\Z"
        special = [rf"\A(?={at_start})", rf"(?<!{sign})(?={id_at_end})"]
        written = [rf"\A{sign}(?={at_start})", rf"(?<!{sign}){sign}(?={id_at_end})"]
        if has_tags:
            special.append(rf"(?<!\S)(?={tag_at_end})")
            written.append(rf"(?<!\S){sign}(?={tag_at_end})")
        self.special, self.written = re.compile("|".join(special)), re.compile("|".join(written))


TYPED = Marks("\\", has_tags=True)
# A word joiner: it shows nothing, and no line breaks before a text.
KEPT = Marks("\u2060", has_tags=False)


@dataclass(frozen=True, slots=True)
class Item:
    """What one item of an outline says. Without a text and an id it is a heading for a step.

    `by_word` says that a word, not a sign, told the bearing; `refers`, that the item only names
    the claim with its id.
    """

    text: str
    bearing: Bearing | None = None
    by_word: bool = False
    id: str | None = None
    refers: bool = False
    tags: tuple[str, ...] = ()

    @property
    def is_step(self) -> bool:
        """Return whether this is a mark alone: what stands below it are premises of one step."""
        is_bare = not self.text and self.id is None and not self.tags
        return is_bare and self.bearing is not None


def item_of(text: str, marks: Marks = TYPED) -> Item:
    """Return what an item says by its marks and its text."""
    found = _MARKS.match(text)
    assert found is not None, "every part of the pattern may be missing"
    bearing, by_word = _bearing(found["sign"], found["word"])
    words = text[found.end() :]
    ending = marks.id.search(words)
    words, name = (words[: ending.start()], canonical(ending["id"])) if ending else (words, None)
    if name is not None and not words.strip():
        return Item("", bearing, by_word, name, refers=True)
    rest, tags = _without_tags(words) if marks.has_tags else (one_line(words), ())
    return Item(marks.written.sub("", rest), bearing, by_word, name, tags=tags)


def escaped(text: str, marks: Marks = TYPED) -> str:
    """Return a claim’s text so that nothing in it is taken for a mark."""
    return marks.special.sub(lambda found: f"{marks.escape}{found[0]}", text)


def _without_tags(words: str) -> tuple[str, tuple[str, ...]]:
    """Return a text on one line without the tags at its end, and these; tags alone are a text."""
    parts = words.split()
    end = len(parts)
    while end and _TAG.fullmatch(parts[end - 1]):
        end -= 1
    if not end:
        return " ".join(parts), ()
    return " ".join(parts[:end]), tuple(dict.fromkeys(part[1:] for part in parts[end:]))


def is_plain_tag(tag: str) -> bool:
    """Return whether a tag can stand in the text of an item."""
    return _PLAIN_TAG.fullmatch(tag) is not None


def _bearing(sign: str | None, word: str | None) -> tuple[Bearing | None, bool]:
    by_sign = Bearing(sign) if sign and sign in set(Bearing) else None
    by_word = _WORDS[word.lower()] if word else None
    if by_word is None or by_sign in (Bearing.LINKED, Bearing.UNDERCUT):
        return by_sign, False
    return by_word, True

"""Ids for what has none: slugs for claims, ordinals for arguments.

A claim is named after its label, or else the first words of its text: at most five words and
forty characters, lower-cased letters and digits joined by `-`. Where the name is taken it gets
`-2`, `-3` and so on. An argument is named after its target: `troops.2` is the second of all
arguments on `troops`, those for it counted before those against it; a number that is taken is
passed over. What the author named comes first, so a derived id never takes a written one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import count

from argmap.values import LONGEST_ID, canonical, is_word_character

MOST_WORDS = 5
MOST_CHARACTERS = 40
NAMELESS = "claim"

# An argument on a target whose id leaves no room for more is named after nothing.
_ROOM = LONGEST_ID - 20
_NAMELESS_ARGUMENT = "argument"

# Enough for five words and any white space an author would leave between them.
_EXAMINED_CHARACTERS = 400

_LETTERS = re.compile(r"[^\W_]+")
# Letters, digits, and what is surely no mark on one: most texts have nothing else.
_WITHOUT_MARKS = re.compile(r"[\w\s\x00-\x7f«»‐-―‘-‟…№]*")


# Whoever renames asks again for each claim, and so does an editor after each keystroke.
@lru_cache(maxsize=8192)
def slug(label: str | None, text: str) -> str:
    """Return the id that a claim with this label and text gets where nothing else has it."""
    found = _words(label or text) or [NAMELESS]
    words = found[:MOST_WORDS]
    while len(words) > 1 and len("-".join(words)) > MOST_CHARACTERS:
        words.pop()
    # A single word that is longer is cut.
    return "-".join(words)[:MOST_CHARACTERS]


def _words(text: str) -> list[str]:
    lowered = canonical(canonical(text[:_EXAMINED_CHARACTERS]).lower())
    if lowered.isascii() or _WITHOUT_MARKS.fullmatch(lowered):
        return _LETTERS.findall(lowered.replace("'", "").replace("’", ""))
    return list(_words_with_marks(lowered))


def _words_with_marks(lowered: str) -> Iterator[str]:
    word = ""
    for character in lowered:
        # A mark without a letter before it would be drawn on the hyphen.
        if character.isalnum() or (word and is_word_character(character)):
            word += character
        elif word and character not in "'’":
            yield word
            word = ""
    if word:
        yield word


def argument_id(target: str, ordinal: int) -> str:
    """Return the id that the `ordinal`th argument on `target` gets where nothing else has it."""
    return f"{target if len(target) <= _ROOM else _NAMELESS_ARGUMENT}.{ordinal}"


class Names:
    """The ids in use. Grows while ids are derived, so it lives only as long as that takes."""

    def __init__(self, written: Iterable[str]) -> None:
        """Start from the ids that the author wrote."""
        self._taken = set(written)
        self._next: dict[str, int] = {}

    def claim(self, label: str | None, text: str, *, prefix: str = "") -> str:
        """Return a new id for a claim: its slug, with `-2`, `-3` … where that is taken."""
        plain = prefix + slug(label, text)
        return self._first_free(plain, lambda n: plain if n == 1 else f"{plain}-{n}", start=1)

    def argument(self, target: str, ordinal: int) -> str:
        """Return a new id for the argument that is the `ordinal`th on `target`, from 1."""
        family = argument_id(target, 0)
        return self._first_free(family, lambda n: argument_id(target, n), start=ordinal)

    def _first_free(self, family: str, name: Callable[[int], str], *, start: int) -> str:
        for number in count(max(start, self._next.get(family, 0))):
            candidate = name(number)
            if candidate not in self._taken:
                self._taken.add(candidate)
                self._next[family] = number + 1
                return candidate
        raise AssertionError("count() does not end")

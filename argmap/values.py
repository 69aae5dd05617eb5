"""What a single value in a map may be: an id, a text, a link, a path, a fraction.

The reader asks the questions, to tell the author; the model requires the answers, so that every
map that exists can be written down and read again.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

LONGEST_ID = 200
LONGEST_ID_PATH = 1_000
DIRECTIONS = ("down", "up", "right", "left", "column", "auto")
NARROWEST, WIDEST = 120, 1000
DEEPEST_VIEW = 10_000

# Arguments on arguments are nested in a file, which has limits; nobody argues as long as this.
LONGEST_CHAIN = 40

_PLAIN_ID = re.compile(r"[A-Za-z0-9._-]+")
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_SENTENCE_END = re.compile("[.!?…:。！？．：؟۔।]['\"”’»›)\\]」』]*$")
# Full stops: of Latin and Cyrillic, of Chinese and Japanese (and wide), of Hindi, of Urdu.
_STOPS = (".", "。", "．", "।", "۔")
# Beside white space: what Unicode lets no program show (Default_Ignorable_Code_Point), such as soft
# hyphens, marks of direction and joiners.
_SHOWN = re.compile(
    "[^\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_FONT_NAME = re.compile(r"[^\W_][\w -]{0,99}")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_URL_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WINDOWS_DRIVE = re.compile(r"[A-Za-z]:")


def is_colour(text: str) -> bool:
    """Return whether `text` is a colour such as `#1b9e77`."""
    return _COLOUR.fullmatch(text) is not None


def is_font_name(text: str) -> bool:
    """Return whether `text` can name a face: letters, digits, spaces and hyphens."""
    return _FONT_NAME.fullmatch(text) is not None


def is_word_character(character: str) -> bool:
    """Return whether the character is a letter, a digit or a mark on one, in any script."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def canonical(name: str) -> str:
    """Return an id in the one form (NFC) that it has, however its accents are written."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def is_id(name: str) -> bool:
    """Return whether `name` can be an id: letters and digits of any script, `-`, `_` and `.`.

    An id has the form that `canonical` gives it, so that equal ones are equal texts.
    """
    if not 0 < len(name) <= LONGEST_ID:
        return False
    if _PLAIN_ID.fullmatch(name):
        return True
    # Marks that are only seen on a letter are none without one.
    return (
        is_shown(name)
        and unicodedata.is_normalized("NFC", name)
        and all(character in "-_." or is_word_character(character) for character in name)
    )


def is_id_path(name: str) -> bool:
    """Return whether `name` is an id, or leads to one by names of included files: `tax/rate`."""
    if "/" not in name:
        return is_id(name)
    return len(name) <= LONGEST_ID_PATH and all(map(is_id, name.split("/")))


def unwritable_character(text: str) -> str | None:
    """Return the first character that no map may hold, or None.

    These are control characters except tab and newline, halves of surrogate pairs, byte-order
    marks and the code points that Unicode keeps out of texts.
    """
    found = _UNWRITABLE.search(text)
    return found.group() if found else None


def without_unwritable(text: str) -> str:
    """Return `text` with a sign for each character that no map may hold."""
    return _UNWRITABLE.sub("�", text)


def is_shown(text: str) -> bool:
    """Return whether `text` has a character that a reader sees."""
    return _SHOWN.search(text) is not None


def printable(text: str) -> str:
    """Return `text` with a sign for each character that a message would not show."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "�" for c in text)


def is_text(text: str) -> bool:
    """Return whether `text` shows something and holds no character that a map may not hold."""
    return is_shown(text) and unwritable_character(text) is None


def is_link(address: str, *, relative: bool) -> bool:
    """Return whether `address` is http, https or mailto, or, where allowed, relative."""
    if not is_text(address) or any(character.isspace() for character in address):
        return False
    scheme = _URL_SCHEME.match(address)
    if scheme:
        return scheme.group(1).lower() in ("http", "https", "mailto")
    return relative and not address.startswith(("//", "\\"))


def is_relative_path(path: str) -> bool:
    """Return whether `path` starts from the folder of the map, on every system."""
    return (
        is_text(path) and not path.startswith(("/", "\\", "~")) and not _WINDOWS_DRIVE.match(path)
    )


def ends_sentence(words: str) -> bool:
    """Return whether words end as a sentence does, in whatever script, also within quotes."""
    return _SENTENCE_END.search(words) is not None


def within_sentence(words: str) -> str:
    """Return a sentence as it is named within another one: without the full stop at its end.

    Points that leave something out stay, and so do words of which nothing else would be left.
    `argmap/render/explorer/modules/labelling/naming.js` has the same rule.
    """
    bare = words[:-1]
    is_sentence = words.endswith(_STOPS) and bare.strip() and not bare.endswith(_STOPS)
    return bare if is_sentence else words


def followed_by(words: str, more: str) -> str:
    """Return words with what is said of them: behind a comma, in brackets behind “?” and such."""
    name = within_sentence(words)
    return f"{name} ({more})" if ends_sentence(name) else f"{name}, {more}"


def one_line(text: str) -> str:
    """Return `text` with each run of white space as one space and none at the ends."""
    return " ".join(text.split())


def require_texts(owner: str, *texts: str | None) -> None:
    """Raise ValueError where a text is there but shows nothing or cannot be written."""
    for text in texts:
        if text is not None and not is_text(text):
            raise ValueError(f"{owner}: {text!r} is not a text that a map can hold")


def require_id_path(name: str) -> None:
    """Raise ValueError where `name` can be no id, also not one in a file that is included."""
    if not is_id_path(name):
        require_id(name)


def require_id(name: str) -> None:
    """Raise ValueError where `name` cannot be an id."""
    if not is_id(name):
        raise ValueError(f"{name!r} is not an id: use letters, digits, “-”, “_” and “.”, in NFC")


def is_width(pixels: int) -> bool:
    """Return whether boxes can be this wide."""
    return NARROWEST <= pixels <= WIDEST


def require_link(address: str | None, *, relative: bool) -> None:
    """Raise ValueError where an address is there but is not a link that a map may hold."""
    require(address is None or is_link(address, relative=relative), f"{address!r} is not a link")


def require_relative_path(path: str | None) -> None:
    """Raise ValueError where a path is there but does not start from the folder of the map."""
    require(path is None or is_relative_path(path), f"{path!r} is not a relative path")


def require(condition: bool, message: str) -> None:
    """Raise ValueError with `message` where the condition does not hold."""
    if not condition:
        raise ValueError(message)


def require_once(what: str, ids: tuple[str, ...]) -> None:
    """Raise ValueError where one of the ids occurs twice."""
    if len(set(ids)) < len(ids):
        repeated = Counter(ids).most_common(1)[0][0]
        raise ValueError(f"“{repeated}” occurs twice among the {what}")


def require_grounded(target_of: Mapping[str, str]) -> None:
    """Raise ValueError where targets, followed from an argument, do not end at a claim soon.

    `target_of` gives the target of each argument; whatever has none is a claim.
    """
    steps: dict[str, int] = {}
    for argument in target_of:
        trail = [argument]
        while trail[-1] in target_of and trail[-1] not in steps and len(trail) <= LONGEST_CHAIN + 1:
            trail.append(target_of[trail[-1]])
        ending = trail.pop()
        before = LONGEST_CHAIN if ending in target_of and ending not in steps else 0
        start = steps.get(ending, before) + 1
        steps.update((name, number) for number, name in enumerate(reversed(trail), start=start))
        shown = printable(argument)
        message = f"the argument “{shown}” does not bear on a claim in {LONGEST_CHAIN} steps"
        require(steps[argument] <= LONGEST_CHAIN, message)


def depth_first(roots: Iterable[str], following: Callable[[str], Sequence[str]]) -> list[str]:
    """Return all that is reached from the roots, each once and followed by what follows it."""
    order: dict[str, None] = {}
    stack = list(roots)[::-1]
    while stack:
        name = stack.pop()
        if name not in order:
            order[name] = None
            stack.extend(reversed(following(name)))
    return list(order)

"""Words as they are written in Argdown, so that they are read as they are."""

import json
import re
from collections.abc import Iterable, Iterator

from argmap.formats.argdown.inline import CHARACTERS, CODE
from argmap.values import one_line

# Argdown looks for “@include(file)” in the text as it is written, wherever it stands.
_INCLUDE = "@include("
_SPECIAL = re.compile(r"[\\\[\]<>{}#@*_]|(?<=/)/|(?<=@include)\(")
_SYMBOL = re.compile(f"{CODE.pattern}|{_SPECIAL.pattern}")
_PLAIN_TAG = re.compile(r"[A-Za-z0-9_\u00a1-\ud7ff-]+")
_LONGEST_TAG, _LONGEST_ADDRESS = 500, 2000
_WORD = re.compile(r"[^\W_]+")
# What ends a line in YAML, and three of which end the settings of a text.
_ODD = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029="}


def head(title: str | None, abstract: str | None) -> Iterator[str]:
    """Yield the lines of the settings at the head of a text, none where there is nothing to say."""
    known = {"title": title, "abstract": abstract}
    if any(known.values()):
        yield "==="
        for key, value in known.items():
            if value:
                written = json.dumps(value, ensure_ascii=False).translate(_ODD)
                yield f"{key}: " + written.replace(_INCLUDE, "@include\\u0028")
        yield from ("===", "")


def escaped(text: str) -> str:
    """Return a text in which nothing is a symbol."""
    parts: list[str] = []
    at = 0
    while found := _SYMBOL.search(text, at):
        parts.append(text[at : found.start()])
        code = found["code"]
        if code and code[1:-1] not in CHARACTERS and not _SPECIAL.search(code):
            parts.append(code)
            at = found.end()
            continue
        parts.append(f"\\{text[found.start()]}")
        at = found.start() + 1
    return "".join([*parts, text[at:]])


def linked(text: str, address: str | None) -> tuple[str, bool]:
    """Return a text, escaped, whose first word leads to an address; whether there is one."""
    if address is None:
        return escaped(text), True
    word = _WORD.search(text)
    unfit = ")" in address or _INCLUDE in address or len(address) > _LONGEST_ADDRESS
    if word is None or unfit:
        return escaped(text), False
    before, behind = escaped(text[: word.start()]), escaped(text[word.end() :])
    return f"{before}[{word[0]}]({address}){behind}", True


def shown_tags(tags: Iterable[str]) -> tuple[str, bool]:
    """Return tags behind a text, and whether any of them has lost something."""
    written, lost = "", False
    for tag in tags:
        words = one_line(tag.replace(")", " ").replace(_INCLUDE, "@include "))[:_LONGEST_TAG]
        lost = lost or words != tag
        if words:
            written += f" #{words}" if _PLAIN_TAG.fullmatch(words) else f" #({words})"
    return written, lost


def rule(name: str) -> str:
    """Return the name of a rule, between the dashes of an inference."""
    return re.sub(r"[^\w\s]", lambda found: f"\\{found[0]}", one_line(name))

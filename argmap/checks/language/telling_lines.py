"""Lines of a text that were meant to be keys or items of their own."""

import re
from collections.abc import Iterator, Sequence

from argmap.document.handwriting import Paragraph
from argmap.document.quoting import as_scalar
from argmap.grammar import ARGUMENT, CLAIM, MAP, REFERENCE, SOURCE
from argmap.kinds.block import Block
from argmap.kinds.kind import Kind
from argmap.kinds.list_of import ListOf
from argmap.kinds.map_of import MapOf
from argmap.kinds.one_or_many import OneOrMany
from argmap.kinds.statement import Statement
from argmap.other_words import OTHER_WORDS

_RECORDS = (MAP, CLAIM, REFERENCE, ARGUMENT, SOURCE)
# A map begins with “argmap”, so no text can stand before it.
_KEYS = frozenset(name for record in _RECORDS for name in record.names) - {"argmap"}


def _holds_claims(kind: Kind) -> bool:
    is_one_or_many = isinstance(kind, OneOrMany) and isinstance(kind.item, Statement)
    return is_one_or_many or isinstance(kind, ListOf | MapOf | Block)


# Keys under which claims or whole blocks stand.
HOLDERS = frozenset(
    field.name
    for record in (MAP, CLAIM, ARGUMENT)
    for field in record.fields
    if _holds_claims(field.kind)
)
_OTHER_HOLDERS = frozenset(word for word, keys in OTHER_WORDS.items() if HOLDERS & set(keys))
# A remark may well hold a list of its own.
_REMARKS = frozenset(("note", "description", "quote"))
_CLAIMS = frozenset(("text", "thesis", "claims", "premises", "arguments", "rebuttals", "backing"))
_KEY = re.compile(r"\s*(?:- +)*(?P<key>[a-z_]+) ?:(?:\s+(?P<rest>.*?)\s*)?$")
_TIGHT_KEY = re.compile(r"\s*(?P<key>[a-z_]+)(?: ?：\s*|:(?=[^\s/:]))(?P<rest>.*)$")
_DASH = re.compile(r"\s*-\s+\S")
_SIGN = re.compile(r"\s*(?P<sign>[^\w\s\"'()\[\]]|(?P<number>[0-9]{1,2})[.)])\s+(?P<rest>\S.*)$")
_BULLETS = "•◦‣▪▫●○■□⁃"
# Sentences have these, too, and a line may happen to begin with one.
_SIGNS = "–—−‐‑‒―*+·∙"
_CLOSED = re.compile(r"[.!?…。！？؟।:;][\"'”’»)\]]*\s*$")


def keys_in(paragraph: Paragraph) -> int | None:
    """Return the index of the first line that was meant to be a key; None where none was."""
    lines = paragraph.lines
    for index, line in enumerate(lines):
        if (index or paragraph.sign) and _is_key(paragraph, index):
            return index
        if index and not paragraph.sign and _is_tight(line):
            return index
    return None


def items_in(paragraph: Paragraph) -> list[int]:
    """Return the indices of the lines that were meant to be items of a list below a claim."""
    if paragraph.sign or paragraph.key not in _CLAIMS or not paragraph.scalar.plain:
        return []
    lines = paragraph.lines
    found = {index: sign for index, sign in _signs(lines) if index}
    if not found:
        return []
    first = min(found)
    if found[first] in _BULLETS or _is_list(lines[first:]):
        return [index for index, sign in found.items() if sign == found[first]]
    words = without_sign(lines[first])
    is_sentence = _CLOSED.search(lines[first - 1]) and not words[0].islower()
    return [first] if is_sentence and found[first] in _SIGNS else []


def _is_list(lines: Sequence[str]) -> bool:
    """Return whether every line begins with the sign of the first, or goes on further inside."""
    found = dict(_signs(lines))
    indent = _indent(lines[0])
    return list(found.values()).count(found[0]) > 1 and all(
        found.get(index) == found[0] or _indent(line) > indent
        for index, line in enumerate(lines)
        if line.strip()
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def as_key(line: str) -> list[str]:
    """Return the line or lines to write for one that was meant to be a key."""
    tight = _TIGHT_KEY.match(line)
    found = tight or _KEY.match(line)
    if found is None or not _is_known(found["key"]):
        return [line]
    key, rest = found["key"], (found["rest"] or "").rstrip()
    meant = key if key in _KEYS else OTHER_WORDS[key][0]
    before = line[: found.start("key")]
    if rest and meant in HOLDERS and rest[0] not in "[{":
        return [f"{before}{meant}:", f"{' ' * len(before)}  - {as_scalar(rest)}"]
    return [f"{before}{meant}: {rest}".rstrip()]


def without_sign(line: str) -> str:
    """Return the words of a line that was meant to be an item."""
    found = _SIGN.match(line)
    return found["rest"].rstrip() if found else line.strip()


def _is_known(key: str) -> bool:
    return key in _KEYS or key in _OTHER_HOLDERS


def _is_tight(line: str) -> bool:
    found = _TIGHT_KEY.match(line)
    return found is not None and _is_known(found["key"])


def _is_key(paragraph: Paragraph, index: int) -> bool:
    found = _KEY.match(paragraph.lines[index])
    if found is None:
        return False
    key, rest = found["key"], found["rest"] or ""
    if not rest:
        if key in _KEYS:
            return _leads_on(paragraph.lines, index) or _follows_a_sentence(paragraph, index)
        is_list = _DASH.match("".join(paragraph.lines[index + 1 : index + 2]))
        return key in _OTHER_HOLDERS and paragraph.key not in _REMARKS and is_list is not None
    if key not in _KEYS:
        return False
    return rest[0] in "[{" or len(rest.split()) == 1 or _follows_a_sentence(paragraph, index)


def _leads_on(lines: Sequence[str], index: int) -> bool:
    """Return whether what a key alone is about follows, or nothing at all."""
    following = next((line for line in lines[index + 1 :] if line.strip()), None)
    if following is None or _DASH.match(following):
        return True
    found = _KEY.match(following)
    return found is not None and found["key"] in _KEYS


def _follows_a_sentence(paragraph: Paragraph, index: int) -> bool:
    before = next((line for line in reversed(paragraph.lines[:index]) if line.strip()), None)
    return before is None or _CLOSED.search(before) is not None


def _signs(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that begin with a sign, with that sign; a number stands for any."""
    for index, line in enumerate(lines):
        found = _SIGN.match(line)
        if found and (found["number"] or found["sign"] in _BULLETS + _SIGNS):
            yield index, "1" if found["number"] else found["sign"]

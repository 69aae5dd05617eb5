"""Nested texts → YAML: plain where a text allows it, folded where it is long, quoted where it must.

Every text comes back as the same characters; mappings and lists are written as blocks, and short
lists of words and citations on one line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDTH = 96
_NARROWEST = 40
_INDENT = "  "

# Words that other readers of YAML take for something else than a text.
_LOADED_WORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_UNPLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~<]|\.\.\.|.*(: | #|:$)", re.DOTALL)
# The reader takes this for a key whose space was forgotten; an address is no such thing.
_LIKE_A_KEY = re.compile(r"[a-z]+:(?!//)")
_NUMBER = re.compile(r"[\d.][\d._-]*")
_FLOW_CHARACTERS = re.compile(r"[,\[\]{}]|:")
_ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0\ufeff\ufffe\uffff]")
_OFTEN_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


class Bare(str):
    """A number or truth value, which stands without quotes."""

    __slots__ = ()


class Block(dict[str, "Item"]):
    """A mapping to be written; `compact` ones go on one line where they fit."""

    def __init__(self, entries: "dict[str, Item] | None" = None, *, compact: bool = False) -> None:
        """Start from `entries`."""
        super().__init__(entries or {})
        self.compact = compact

    def add(self, key: str, item: "Item | None") -> None:
        """Put `item` under `key`, unless there is nothing to put there."""
        if item is not None and (isinstance(item, str) or len(item) > 0):
            self[key] = item


@dataclass(frozen=True)
class Inline(Sequence[str]):
    """A list of texts that is written on one line where it fits."""

    texts: tuple[str, ...]

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self.texts)

    def __getitem__(self, index: int) -> str:  # type: ignore[override]
        """Return one text."""
        return self.texts[index]


Item = str | Block | Inline | Sequence["Item"]


def written(root: Block) -> str:
    """Return the YAML of a whole mapping, its sections divided by blank lines."""
    parts: list[str] = []
    for key, item in root.items():
        is_section = not isinstance(item, str)
        if is_section and parts:
            parts.append("")
        parts.extend(_entry(key, item, 0))
    return "\n".join(parts) + "\n"


def _entry(key: str, item: Item, level: int) -> Iterator[str]:
    """Yield the lines of `key: item`; the first is not indented, the others are."""
    name = f"{_quoted(key) if _NUMBER.fullmatch(key) else _single_line(key)}:"
    room = WIDTH - len(_INDENT) * level - len(name) - 1
    flow = _flow(item)
    if flow is not None and (len(flow) <= room or not item):
        yield f"{name} {flow}"
    elif isinstance(item, str):
        first, *others = _text(item, level, room)
        yield f"{name} {first}"
        yield from others
    else:
        yield name
        inner = _INDENT * (level + 1)
        lines = _block_lines(item, level + 1)
        yield from (inner + line if is_first else line for is_first, line in lines)


def _block_lines(item: Item, level: int) -> Iterator[tuple[bool, str]]:
    """Yield lines, each with whether it still lacks its indentation."""
    if isinstance(item, Block):
        for key, value in item.items():
            first, *others = _entry(key, value, level)
            yield True, first
            yield from ((False, line) for line in others)
    else:
        for value in item:
            yield from _item_lines(value, level)


def _item_lines(value: Item, level: int) -> Iterator[tuple[bool, str]]:
    room = WIDTH - len(_INDENT) * level - 2
    flow = _flow(value)
    if flow is not None and len(flow) <= room:
        yield True, f"- {flow}"
    elif isinstance(value, str):
        first, *others = _text(value, level, room)
        yield True, f"- {first}"
        yield from ((False, line) for line in others)
    else:
        dash = "- "
        inner = _INDENT * (level + 1)
        for lacks_indent, line in _block_lines(value, level + 1):
            if dash:
                yield True, dash + line
                dash = ""
            else:
                yield False, inner + line if lacks_indent else line


def _flow(item: Item) -> str | None:
    """Return a list of words, or a compact or empty mapping, as it stands on one line, or None."""
    if isinstance(item, Inline):
        return "[" + ", ".join(_single_line(text, in_flow=True) for text in item.texts) + "]"
    if not isinstance(item, Block):
        return None
    if item and not item.compact:
        return None
    return "{" + ", ".join(f"{key}: {_in_flow(value)}" for key, value in item.items()) + "}"


def _in_flow(item: Item) -> str:
    return _single_line(item, in_flow=True) if isinstance(item, str) else _flow(item) or "[]"


def _text(text: str, level: int, room: int) -> list[str]:
    """Return the lines of a text; all but the first are indented."""
    single = _single_line(text)
    inner = _INDENT * (level + 1)
    if "\n" in text and _is_literal(text):
        lines = text.removesuffix("\n").split("\n")
        mark = "|" if text.endswith("\n") else "|-"
        return [mark, *(inner + line if line else "" for line in lines)]
    if len(single) <= room or not _is_foldable(text):
        return [single]
    width = max(_NARROWEST, WIDTH - len(inner))
    return [">-", *(inner + line for line in _wrapped(text, width))]


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _single_line(text: str, *, in_flow: bool = False) -> str:
    if isinstance(text, Bare) or _is_plain(text, in_flow=in_flow):
        return text
    return _quoted(text)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    if not text or text != text.strip() or not _is_printable(text) or "\n" in text:
        return False
    if text.lower() in _LOADED_WORDS or _UNPLAIN.match(text) or _LIKE_A_KEY.match(text):
        return False
    return not (in_flow and _FLOW_CHARACTERS.search(text))


def _is_foldable(text: str) -> bool:
    """Return whether folding breaks nothing: single spaces between words, nothing to escape."""
    return _is_printable(text) and "\n" not in text and all(text.split(" "))


def _is_literal(text: str) -> bool:
    body = text.removesuffix("\n")
    lines = body.split("\n")
    return (
        all(_is_printable(line) for line in lines)
        and bool(lines[0].strip() and lines[-1].strip())
        and not lines[0].startswith(" ")
        and not any(line.isspace() for line in lines)
    )


def _is_printable(text: str) -> bool:
    return _ESCAPED.search(text) is None


def _quoted(text: str) -> str:
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _OFTEN_ESCAPED:
        return _OFTEN_ESCAPED[character]
    if _is_printable(character):
        return character
    point = ord(character)
    return f"\\x{point:02X}" if point < 256 else f"\\U{point:08X}"

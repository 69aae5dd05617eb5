"""Nested texts → YAML: plain where a text allows it, folded where it is long, quoted where it must.

Every text comes back as the same characters; mappings and lists are written as blocks, and short
lists of words and citations on one line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.document.text_writing import WIDTH, in_double_quotes, on_one_line, written_text

_INDENT = "  "
_NUMBER = re.compile(r"[\d.][\d._-]*")


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
    name = f"{in_double_quotes(key) if _NUMBER.fullmatch(key) else _single_line(key)}:"
    room = WIDTH - len(_INDENT) * level - len(name) - 1
    flow = _flow(item)
    if flow is not None and (len(flow) <= room or not item):
        yield f"{name} {flow}"
    elif isinstance(item, str):
        first, *others = _text(item, level + 1, room)
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
        first, *others = _text(value, level + 1, room)
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
    return [text] if isinstance(text, Bare) else written_text(text, len(_INDENT) * level, room)


def _single_line(text: str, *, in_flow: bool = False) -> str:
    return text if isinstance(text, Bare) else on_one_line(text, in_flow=in_flow)

"""A text that YAML reads as something else: the edit that puts the whole of it in quotes."""

import re

from argmap.document.quoting import in_quotes
from argmap.edits import Edit
from argmap.source import Position, Span

_LINE = re.compile(r"(?P<head> *(?:- +)*(?:[\w.-]+: +)?)(?P<text>\S.*?)(?P<comment>\s+#.*)?\s*")
_KEY_INSIDE = re.compile(
    r" (?:text|label|id|ref|note|source|quote|at|scheme|strength|status|question|contradicts"
    r"|premises|arguments|rebuttals|backing|claims): "
)
# The line below does not go on with a text that begins above it.
_SOMETHING_NEW = re.compile(r"\s*(?:- |[\w.-]+:(?:\s|$)|#|$)")


def whole_text(lines: list[str], number: int, file: str) -> tuple[Edit, ...]:
    """Return the edit that puts the text on a line in quotes, with all that it has."""
    found = _text_on(lines, number)
    if found is None:
        return ()
    text = found["text"]
    is_cut = found["comment"] is not None and text[0] in "\"'"
    # A list or mapping within brackets holds more than one text.
    is_flow = re.fullmatch(r"[\[{].*[\]}]", text) is not None
    return () if is_cut or is_flow else _edit(found, in_quotes(text), number, file)


def with_colon(lines: list[str], number: int, file: str) -> tuple[Edit, ...]:
    """Return the edit that puts a text with a colon in quotes, unless a key may be meant by it."""
    found = _text_on(lines, number)
    return () if found and _KEY_INSIDE.search(found["text"]) else whole_text(lines, number, file)


def other_quotes(lines: list[str], number: int, file: str) -> tuple[Edit, ...]:
    """Return the edit that puts a text, which has an apostrophe, into quotes it does not end."""
    found = _text_on(lines, number)
    if found is None or found["comment"] is not None:
        return ()
    text = found["text"]
    if text[0] != "'" or text[-1] != "'" or len(text) < 3:
        return ()
    return _edit(found, in_quotes(text[1:-1].replace("''", "'")), number, file)


def closed_quotes(lines: list[str], number: int, file: str) -> tuple[Edit, ...]:
    """Return the edit that ends a text in quotes with its line, if no more of it can follow."""
    found = _text_on(lines, number)
    below = lines[number] if number < len(lines) else ""
    if found is None or found["comment"] is not None or not _SOMETHING_NEW.match(below):
        return ()
    text = found["text"]
    if len(text) == 1 or text[0] not in "\"'" or text[0] in text[1:] or "\\" in text:
        return ()
    return _edit(found, f"{text}{text[0]}", number, file)


def _text_on(lines: list[str], number: int) -> re.Match[str] | None:
    return _LINE.fullmatch(lines[number - 1]) if 0 < number <= len(lines) else None


def _edit(found: re.Match[str], text: str, number: int, file: str) -> tuple[Edit, ...]:
    start, end = found.span("text")
    return (Edit(Span(file, Position(number, start + 1), Position(number, end + 1)), text),)

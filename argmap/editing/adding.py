"""A map with one more claim or argument, put where an author would write it; comments stay."""

import json
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol, TypeVar

from argmap.document import Mapping, parse
from argmap.document import Sequence as SequenceNode
from argmap.document.naming import with_id
from argmap.document.nodes import entries_in
from argmap.document.text_writing import written_text
from argmap.editing.applying import applied
from argmap.edits import Edit
from argmap.errors import ArgmapError
from argmap.faults import quoted
from argmap.model import Argument, ArgumentMap, Polarity
from argmap.reader import Reading
from argmap.reader.drafts import ArgumentDraft, ClaimDraft
from argmap.source import Position, Span
from argmap.suggestions import did_you_mean
from argmap.values import canonical

Read = Callable[[str], Reading]
Pairs = tuple[tuple[str, object], ...]
Value = TypeVar("Value")
_CLAIMS = "claims"
# How a text is written on a line of its own; `written_text` folds it where it is longer.
ROOM = 90
_ORDINAL = re.compile(r"(\.[0-9]+)+$")


class AddingError(ArgmapError):
    """Something has no place in the map, or the map would say something else with it."""


class Item(Protocol):
    """Something that can be put into a list, on lines of its own or within brackets."""

    def lines(self) -> list[str]:
        """Return it as the item of a list in YAML."""

    def in_flow(self) -> str:
        """Return it as it can stand within brackets."""


class Said(NamedTuple):
    """A claim or an argument to be added, as its keys and values in the order of the file."""

    keys: Pairs

    def lines(self) -> list[str]:
        """Return it as the item of a list in YAML."""
        return item_lines(self.keys, _entry)

    def in_flow(self) -> str:
        """Return it as it can stand within brackets."""
        if len(self.keys) == 1 and self.keys[0][0] == "text":
            return json.dumps(self.keys[0][1], ensure_ascii=False)
        return json.dumps({key: _plain(value) for key, value in self.keys}, ensure_ascii=False)


def item_lines(
    keys: Sequence[tuple[str, Value]], entry: Callable[[str, Value], list[str]]
) -> list[str]:
    """Return keys and values as the item of a list; a text alone stands there without its key.

    `entry` writes what stands under one key.
    """
    if len(keys) == 1 and keys[0][0] == "text":
        first, *others = written_text(str(keys[0][1]), 2, ROOM)
        return [f"- {first}", *others]
    lines = [line for key, value in keys for line in entry(key, value)]
    return [("  " if number else "- ") + line for number, line in enumerate(lines)]


def _plain(value: object) -> object:
    if isinstance(value, Said):
        keys = dict(value.keys)
        return keys["text"] if keys.keys() == {"text"} else keys
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _entry(key: str, value: object) -> list[str]:
    if isinstance(value, list):
        items = [line for one in value for line in one.lines()]
        return [f"{key}:", *(f"  {line}" for line in items)]
    first, *others = written_text(str(value), 2, ROOM)
    return [f"{key}: {first}", *others]


def with_claim(
    reading: Reading, text: str, said: Item, *, read: Read, claims: int = 1, arguments: int = 0
) -> str:
    """Return a text with a claim more, outside the tree. Raises AddingError where it cannot be.

    So many claims and arguments are new with all that the claim has below it.
    """
    root = parse(text, file=reading.file).root
    listed = root.get(_CLAIMS) if isinstance(root, Mapping) else None
    if isinstance(listed, SequenceNode):
        changed = applied(text, appended(listed, said, text))
    else:
        head = text if text.endswith("\n") else f"{text}\n"
        changed = f"{head}\n{_CLAIMS}:\n" + "".join(f"  {line}\n" for line in said.lines())
    _require_same(reading, read(changed), claims=claims, arguments=arguments)
    return changed


def with_argument(
    reading: Reading,
    text: str,
    target: str,
    polarity: Polarity,
    said: Item,
    *,
    read: Read,
    arguments: int = 1,
) -> str:
    """Return a text with one argument more on a claim or on the step of an argument.

    With those below it so many `arguments` are new. `reading` is that of the text, which holds a
    whole map; `read` reads a changed one. Raises AddingError where there is no such target, or
    where its place in the text has no room.
    """
    before, whole = with_room_on(reading, text, target, polarity, read=read)
    changed = applied(whole, put_on(before, whole, target, polarity, said))
    _require_same(reading, read(changed), claims=None, arguments=arguments)
    return changed


def with_room_on(
    reading: Reading, text: str, target: str, polarity: Polarity, *, read: Read
) -> tuple[Reading, str]:
    """Return a text that says the same, in which a target has place for an argument on it."""
    target = canonical(target)
    before, whole = reading, text
    for _ in range(4):
        draft = _draft(before, target)
        key = _key(draft, polarity)
        ready = _made_ready(before, whole, draft, key, target)
        if ready == whole:
            break
        before, whole = read(ready), ready
        _require_same(reading, before, claims=0, arguments=0)
    return before, whole


def put_on(
    reading: Reading, text: str, target: str, polarity: Polarity, said: Item
) -> tuple[Edit, ...]:
    """Return the edits that put an argument on a target which has place for it."""
    target = canonical(target)
    draft = _draft(reading, target)
    fields = draft.fields
    if fields is None:
        raise AddingError(f"{quoted(target)} has no place for it; give it keys of its own first.")
    key = _key(draft, polarity)
    listed = fields.nodes.get(key)
    if isinstance(listed, SequenceNode):
        return appended(listed, said, text)
    return _begun(fields.span, key, said, text)


def _draft(reading: Reading, target: str) -> ClaimDraft | ArgumentDraft:
    for draft, name in reading.written.naming.ids.items():
        if name == target:
            if draft.span.file != reading.file:
                raise AddingError(
                    f"{quoted(target)} is written in {draft.span.file}; add it there."
                )
            return draft
    hint = did_you_mean(target, reading.written.naming.ids.values()) or "."
    raise AddingError(f"There is no claim or argument {quoted(target)}{hint}")


def _key(draft: ClaimDraft | ArgumentDraft, polarity: Polarity) -> str:
    if polarity is Polarity.ATTACK:
        return "rebuttals"
    return "arguments" if isinstance(draft, ClaimDraft) else "backing"


def _made_ready(
    reading: Reading, text: str, draft: ClaimDraft | ArgumentDraft, key: str, target: str
) -> str:
    """Return a text in which the target has keys of its own, and no short form in the way."""
    lines = text.split("\n")
    if isinstance(draft, ClaimDraft):
        if draft.fields is None:
            return applied(text, with_id(draft.span, draft.span, target, lines))
        premises = draft.fields.nodes.get("premises")
        if key == "arguments" and premises is not None:
            return _with_room(reading, text, premises.span)
    elif draft.fields is None:
        return _with_room(reading, text, draft.span)
    return text


def _with_room(reading: Reading, text: str, step: Span) -> str:
    """Return a text in which a step that is written in short has keys of its own.

    `step` is where the claim stands that is short for an argument with one premise; or the premises
    that are short for the only argument, with or without their key.
    """
    lines = text.split("\n")
    root = parse(text, file=reading.file).root
    keys = [one for one in entries_in(root) if one.key.value == "premises"]
    for entry in keys:
        if step in (entry.value.span, entry.key.span.to(entry.value.span)):
            return under("arguments", entry.key.span.to(entry.value.span), lines, text)
    return under("premises", step, lines, text)


def under(key: str, span: Span, lines: Sequence[str], text: str) -> str:
    """Return a text in which what stands at a span is the one item of a list under a key.

    Raises AddingError where it stands within brackets or behind other words.
    """
    start = span.start
    before = lines[start.line - 1][: start.column - 1]
    if before.strip(" -"):
        raise AddingError(
            "This step is written in short within brackets, so nothing can stand below it; "
            "write it with keys of its own first."
        )
    put = _put(span.file, start.line, start.column, f"{key}:\n{' ' * len(before)}  - ")
    below = range(start.line + 1, span.end.line + 1)
    deeper = [_put(span.file, n, 1, "    ") for n in below if lines[n - 1].strip()]
    return applied(text, (put, *deeper))


def appended(listed: SequenceNode, said: Item, text: str) -> tuple[Edit, ...]:
    """Return the edit that puts an item at the end of a list, the way that is written."""
    lines, span = text.split("\n"), listed.span
    if lines[span.start.line - 1][span.start.column - 1 :].startswith("["):
        comma = ", " if listed.items else ""
        close = Position(span.end.line, span.end.column - 1)
        return (Edit(Span(span.file, close, close), f"{comma}{said.in_flow()}"),)
    return (_below(span, span.start.column, said.lines(), lines),)


def _begun(span: Span, key: str, said: Item, text: str) -> tuple[Edit, ...]:
    """Return the edit that begins a list under a key of a mapping."""
    lines = text.split("\n")
    if lines[span.start.line - 1][span.start.column - 1 :].startswith("{"):
        close = Position(span.end.line, span.end.column - 1)
        return (Edit(Span(span.file, close, close), f", {key}: [{said.in_flow()}]"),)
    new = [f"{key}:", *(f"  {line}" for line in said.lines())]
    return (_below(span, span.start.column, new, lines),)


def _below(span: Span, column: int, new: Sequence[str], lines: Sequence[str]) -> Edit:
    """Return the edit that puts lines below what stands at a span, behind any comment there."""
    number = span.end.line
    # A block of text may end with lines that are its own and say nothing.
    end = len(lines[number - 1].removesuffix("\r")) + 1
    inside = textwrap.indent("\n".join(new), " " * (column - 1))
    return _put(span.file, number, end, f"\n{inside}")


def _put(file: str, line: int, column: int, text: str) -> Edit:
    place = Position(line, column)
    return Edit(Span(file, place, place), text)


def _require_same(before: Reading, after: Reading, *, claims: int | None, arguments: int) -> None:
    """Raise AddingError unless a map says what it said, and as much more."""
    old, new = before.map, after.map
    assert old is not None, "only whole maps come here"
    if new is None:
        first = after.diagnostics[0]
        raise AddingError(
            f"The map would have a fault: {first.message} (line {first.span.start.line})."
        )
    kept = not Counter(old.claims) - Counter(new.claims) and not _steps(old) - _steps(new)
    right = len(new.arguments) == len(old.arguments) + arguments
    counted = claims is None or len(new.claims) == len(old.claims) + claims
    comments = [one.text for one in before.handwriting.comments]
    there = [one.text for one in after.handwriting.comments]
    named = {one.id for one in old.expectations}
    named |= {name for audience in old.audiences for name, _ in audience.strengths}
    moved = any(
        old.arguments_by_id[name] != new.arguments_by_id.get(name)
        for name in named & old.arguments_by_id.keys()
    )
    if not (kept and right and counted and comments == there and old.theses == new.theses) or moved:
        raise AddingError("There is no place for it: the map would say something else as well.")


def _steps(a_map: ArgumentMap) -> Counter[Argument]:
    """Return what arguments say, but for ids, which may be derived from their places."""
    return Counter(
        replace(one, id="id", target=_ORDINAL.sub("", one.target)) for one in a_map.arguments
    )

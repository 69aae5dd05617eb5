"""A claim that is written where it is used → under `claims`, with a reference in its place."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from argmap.document.naming import with_id
from argmap.document.nodes import Mapping, Node
from argmap.document.nodes import Sequence as SequenceNode
from argmap.document.parsing import parse
from argmap.document.quoting import as_scalar
from argmap.editing.applying import applied
from argmap.editing.formatting import formatted
from argmap.edits import Edit
from argmap.errors import ArgmapError
from argmap.faults import quoted
from argmap.reader import Reading
from argmap.reader.drafts import ClaimDraft
from argmap.source import Position, Span
from argmap.suggestions import did_you_mean
from argmap.values import canonical

_STEP = 2


class ExtractingError(ArgmapError):
    """A claim cannot be moved: it is not there, or is where it would go, or has no place there."""


class Place(NamedTuple):
    """Where the claim goes: the line above which it is put, how far in, and what comes before."""

    line: int
    indent: int
    before: str = ""


def extracted(reading: Reading, text: str, name: str, *, read: Callable[[str], Reading]) -> str:
    """Return a text in which a claim stands under `claims`, and `ref` where it stood.

    `reading` is that of the text, which holds a whole map; `read` reads a changed one. All that the
    claim has goes with it, with the comments among it. A claim without an id gets the one that it
    was known by. The map that is read back is the same; what was formatted is formatted.

    Raises ExtractingError where there is no such claim, where it stands under `claims` already, or
    where it cannot be moved.
    """
    name, written = canonical(name), reading.written
    known = written.naming.claim_ids
    if name not in known:
        raise no_claim(name, known)
    if known[name].span.file != reading.file:
        raise ExtractingError(f"{quoted(name)} is written in {known[name].span.file}.")
    number = written.drafts.claims.index(known[name])
    changed = with_claim_moved(reading, text, number, name, read=read)
    if read(changed).map != reading.map:
        raise ExtractingError(f"{quoted(name)} cannot be moved: the map would say something else.")
    return changed


def no_claim(name: str, known: Iterable[str]) -> ExtractingError:
    """Return what is to be raised where no claim has an id."""
    return ExtractingError(f"there is no claim {quoted(name)}{did_you_mean(name, known) or '.'}")


def with_claim_moved(
    reading: Reading, text: str, number: int, name: str, *, read: Callable[[str], Reading]
) -> str:
    """Return a text in which its claim of a number stands under `claims`; whatever it says then.

    The claim has the id `name`, or gets it. Raises ExtractingError where it cannot be moved.
    """
    was, draft = text, reading.written.drafts.claims[number]
    if draft.written_id is None:
        text = _named(text, draft, name, reading.handwriting.lines)
        reading = read(text)
        draft = reading.written.drafts.claims[number]
    changed = applied(text, _edits(reading, text, draft, name))
    return as_before(was, changed, reading.file)


def _named(text: str, draft: ClaimDraft, name: str, lines: Sequence[str]) -> str:
    own = draft.fields.span_of("text") if draft.fields else None
    edits = with_id(draft.span, own or draft.span, name, lines)
    if not edits:
        raise ExtractingError(f"{quoted(name)} has no id, and none can be written where it stands.")
    return applied(text, edits)


def _edits(reading: Reading, text: str, draft: ClaimDraft, name: str) -> tuple[Edit, ...]:
    document = parse(text, file=reading.file)
    assert isinstance(document.root, Mapping), "a whole map is a mapping"
    lines = document.text.split("\n")
    if _stands_there(document.root, draft.span):
        raise ExtractingError(f"{quoted(name)} stands under “claims” already.")
    here, place = draft.span, place_for(document.root, lines)
    is_flow = lines[here.start.line - 1][here.start.column - 1] == "{"
    id = as_scalar(name)
    words = f"{{ref: {id}}}" if is_flow else f"ref: {id}"
    item = _item(here, lines, place.indent)
    above = Position(place.line, 1)
    return (
        Edit(here, words),
        Edit(Span(here.file, above, above), f"{place.before}{item}\n"),
    )


def _stands_there(root: Mapping, here: Span) -> bool:
    claims = root.get("claims")
    items = claims.items if isinstance(claims, SequenceNode) else (claims,) if claims else ()
    return any(item.span.start == here.start for item in items)


def place_for(root: Mapping, lines: Sequence[str]) -> Place:
    """Return where a claim goes: below the last one under `claims`, or below the thesis.

    Raises ExtractingError where there is no place.
    """
    claims = root.get("claims")
    if isinstance(claims, SequenceNode) and claims.items:
        first = claims.span.start
        if lines[first.line - 1][first.column - 1] != "-":
            advice = (
                "write each of them on a line of its own, with a dash; “argmap fmt” keeps brackets"
            )
            raise ExtractingError(f"“claims” is a list within brackets: {advice}.")
        return Place(last_line(claims.items[-1], lines) + 1, first.column - 1)
    if claims is not None:
        raise ExtractingError(
            "“claims” is there and is no list with dashes; write one, or remove it."
        )
    if lines[root.span.start.line - 1][root.span.start.column - 1] == "{":
        raise ExtractingError("the map is written within braces; “argmap fmt” writes it in lines.")
    above = root.get("thesis") or root.entries[-1].value
    return Place(last_line(above, lines) + 1, _STEP, "\nclaims:\n")


def last_line(node: Node, lines: Sequence[str]) -> int:
    """Return the last line of a value; a block of text may end on the line of what follows."""
    last = node.span.end.line
    if node.span.end.column == 1 and last > node.span.start.line:
        last -= 1
    return min(last, len(lines))


def _item(here: Span, lines: Sequence[str], indent: int) -> str:
    """Return a claim as an item of a list, with all of its lines as far in as that needs."""
    first = lines[here.start.line - 1][here.start.column - 1 :]
    if here.start.line == here.end.line:
        return f"{' ' * indent}- {first[: here.end.column - here.start.column]}"
    below = [
        *lines[here.start.line : here.end.line - 1],
        lines[here.end.line - 1][: here.end.column - 1],
    ]
    by = indent + _STEP - (here.start.column - 1)
    return "\n".join([f"{' ' * indent}- {first}", *(moved(line, by) for line in below)])


def moved(line: str, by: int) -> str:
    """Return a line so much further in, or out as far as it has spaces."""
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]


def as_before(text: str, changed: str, file: str) -> str:
    """Return the changed text, formatted if it was."""
    try:
        return formatted(changed, file=file) if formatted(text, file=file) == text else changed
    except ArgmapError:
        return changed

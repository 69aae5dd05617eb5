"""A claim that holds an argument, at “because” → a claim, and its reason as a premise of it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from argmap.document.naming import with_id
from argmap.document.nodes import Mapping, Node
from argmap.editing.adding import with_argument
from argmap.editing.applying import applied
from argmap.editing.merging.parts import Part
from argmap.editing.refactoring.keeping import kept, says_alike, with_edits
from argmap.editing.refactoring.parting import Parts, parts_of
from argmap.editing.refactoring.sheet import Offer, RefactoringError, Sheet, Sort
from argmap.editing.renamed_map import with_other_ids
from argmap.edits import Edit
from argmap.model import Argument, ArgumentMap, Polarity
from argmap.reader import Reading
from argmap.reader.drafts import ClaimDraft
from argmap.reader.written import Kind
from argmap.source import Position, Span
from argmap.values import canonical, one_line

_NESTED = ("premises", "arguments", "rebuttals")


def offers(sheet: Sheet, at: Position) -> Iterator[Offer]:
    """Yield the offer to split the claim at a place where a word joins it and its reason."""
    here = next(iter(sheet.seats(at)), None)
    draft = None if here is None else sheet.claim(here.node)
    if here is None or draft is None:
        return
    parts = parts_of(one_line(draft.text), language=sheet.map.language)
    if parts is not None:
        title = f"Split at “{parts.word}”: the reason becomes a premise"
        node = here.node
        yield Offer(title, Sort.REWRITE, lambda: split(sheet, node, parts), "hidden-argument")


def split(sheet: Sheet, node: Node, parts: Parts) -> str:
    """Return a text in which a claim says the conclusion, and the reason is a premise for it.

    Where other arguments speak for the claim already, it is one more of them. A claim that is named
    somewhere by an id that comes from its text gets that id.
    """
    draft = sheet.claim(node)
    assert draft is not None, "only a claim is split"
    ready, place = _named(sheet, draft)
    number = sheet.written.drafts.claims.index(draft)
    node = ready.node_at(place)
    if isinstance(node, Mapping) and (node.get("premises") or node.get("arguments")):
        changed = _with_argument(ready, node, parts, number)
    else:
        changed = with_edits(ready.text, _edits(ready, node, parts))
    return kept(sheet, changed, lambda new: _is_split(sheet, draft, parts, number, new))


def _named(sheet: Sheet, draft: ClaimDraft) -> tuple[Sheet, Position]:
    """Return a text in which a claim has its id written if that is named, and where it stands."""
    name = sheet.written.naming.ids[draft]
    named = {canonical(one.id) for one in sheet.written.mentions() if not one.is_home}
    is_named = any(one == name or one.startswith(f"{name}.") for one in named)
    if draft.written_id is not None or not is_named:
        return sheet, draft.span.start
    own = draft.fields.span_of("text") if draft.fields else None
    edits = with_id(draft.span, own or draft.span, name, sheet.lines)
    if not edits:
        raise RefactoringError("The claim is named by its text, and has no place for an id.")
    changed = sheet.of(sheet.read(applied(sheet.text, edits)))
    return changed, changed.written.naming.claim_ids[name].span.start


def _with_argument(sheet: Sheet, node: Mapping, parts: Parts, number: int) -> str:
    edits = sheet.places.with_field(node.span, "text", parts.conclusion)
    reading = sheet.read(with_edits(sheet.text, edits))
    if reading.map is None:
        raise RefactoringError("The claim cannot be given another text.")
    name = _name(reading, number)
    said = Part((("text", parts.reason),))
    return with_argument(reading, reading.text, name, Polarity.SUPPORT, said, read=sheet.read)


def _edits(sheet: Sheet, node: Node, parts: Parts) -> tuple[Edit, ...]:
    if not isinstance(node, Mapping):
        return _bare(sheet, node, parts)
    text = sheet.places.with_field(node.span, "text", parts.conclusion)
    return (*text, *_premises(sheet, node, parts))


def _bare(sheet: Sheet, node: Node, parts: Parts) -> tuple[Edit, ...]:
    """Return the edit that writes a claim with keys in the place of a text alone."""
    reason = Part((("text", parts.reason),))
    said = Part((("text", parts.conclusion), ("premises", (reason,))))
    span = node.span
    before = sheet.lines[span.start.line - 1][: span.start.column - 1]
    lines = [line[2:] for line in said.lines()]
    if not before.strip(" -"):
        return (Edit(span, f"\n{' ' * len(before)}".join(lines)),)
    key = before.rstrip().removesuffix(":")
    if key.strip(" -").isalpha() and before.rstrip().endswith(":"):
        indent = " " * (len(key) - len(key.lstrip(" -")) + 2)
        start = Position(span.start.line, len(key) + 2)
        words = "".join(f"\n{indent}{line}" for line in lines)
        return (Edit(Span(span.file, start, span.end), words),)
    return (Edit(span, said.in_flow()),)


def _premises(sheet: Sheet, node: Mapping, parts: Parts) -> tuple[Edit, ...]:
    """Return the edit that gives a claim its premise, above what speaks against it."""
    reason = Part((("text", parts.reason),))
    above = [one for one in node.entries if one.key.value not in _NESTED][-1]
    file = node.span.file
    if sheet.is_flow(node.span):
        end = above.value.span.end
        return (Edit(Span(file, end, end), f", premises: [{reason.in_flow()}]"),)
    number = max(sheet.last_line(above.value), above.key.span.start.line)
    end = Position(number, len(sheet.lines[number - 1]) + 1)
    indent = " " * (node.span.start.column - 1)
    lines = ("premises:", *(f"  {line}" for line in reason.lines()))
    words = "".join(f"\n{indent}{line}" for line in lines)
    return (Edit(Span(file, end, end), words),)


def _name(reading: Reading, number: int) -> str:
    """Return the id of the claim that is so many others behind the first of the file."""
    written = reading.written
    return written.naming.ids[written.drafts.claims[number]]


def _is_split(sheet: Sheet, draft: ClaimDraft, parts: Parts, number: int, after: Reading) -> bool:
    """Return whether a map says the same but for the claim that was split, and its premise."""
    new, old = after.map, sheet.written.naming.ids[draft]
    assert new is not None, "a fault was told"
    name = _name(after, number)
    ids = {} if name == old else {old: name}
    before = with_other_ids(sheet.map, Kind.CLAIM_OR_ARGUMENT, ids)
    added = [one for one in new.claims if one.id not in before.claims_by_id]
    if len(added) != 1 or added[0].text != parts.reason:
        return False
    return says_alike(_wanted(before, name, parts.conclusion, added[0].id, new), new)


def _wanted(
    before: ArgumentMap, name: str, text: str, reason: str, new: ArgumentMap
) -> ArgumentMap:
    claims = [replace(one, text=text) if one.id == name else one for one in before.claims]
    taken = {*new.claims_by_id, *before.arguments_by_id}
    free = next(one for one in map("step-{}".format, count()) if one not in taken)
    step = Argument(free, (reason,), name)
    return replace(
        before,
        claims=(*claims, new.claims_by_id[reason]),
        arguments=(*before.arguments, step),
    )

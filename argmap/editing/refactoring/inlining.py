"""A reference → the claim itself, taken from `claims` and written where the reference stood."""

from collections.abc import Iterator
from itertools import takewhile

from argmap.document.nodes import Entry, Mapping, Node, Scalar
from argmap.document.nodes import Sequence as SequenceNode
from argmap.editing.merging.parts import flow_text
from argmap.editing.refactoring.cutting import Cut, cut
from argmap.editing.refactoring.keeping import same, with_edits
from argmap.editing.refactoring.sheet import Offer, RefactoringError, Seat, Sheet, Sort
from argmap.edits import Edit
from argmap.faults import quoted
from argmap.source import Position, Span

_CLAIMS = "claims"


def offers(sheet: Sheet, at: Position) -> Iterator[Offer]:
    """Yield the offer to write a claim in the place of a reference to it."""
    here = next(iter(sheet.seats(at)), None)
    if here is None or here.role == _CLAIMS:
        return
    there = _home(sheet, here)
    if there is not None and not _is_within(here.node.span, there.node.span):
        assert isinstance(here.node, Mapping), "a reference is a mapping"
        entry = next(one for one in here.node.entries if one.key.value == "ref")
        title = f"Write {quoted(_name(sheet, here))} here, and not under “claims”"
        yield Offer(title, Sort.INLINE, lambda: inlined(sheet, here, entry, there))


def inlined(sheet: Sheet, here: Seat, entry: Entry, there: Seat) -> str:
    """Return a text in which the claim `there` stands where `here` has a reference to it.

    `entry` is that with the key `ref`. All that the claim has goes with it; what the reference has
    beside its id stays. Where the claim is used elsewhere too, that refers to it as before.

    Raises RefactoringError where the two have the same key, and where the claim has no place there.
    """
    reference = here.node
    assert isinstance(reference, Mapping), "a reference is a mapping"
    beside = {one.key.value for one in reference.entries if one is not entry}
    own = {one.key.value for one in _entries(there.node)}
    if beside & own:
        key = min(beside & own)
        raise RefactoringError(f"Both the claim and the reference to it have “{key}”.")
    taken = cut(sheet, there)
    if sheet.in_flow(entry.key.span):
        edits = _in_flow(sheet, reference, entry, taken, is_alone=not beside)
    else:
        edits = _in_block(sheet, reference, entry, taken, is_alone=not beside)
    return same(sheet, with_edits(sheet.text, (*taken.edits, *edits)))


def _home(sheet: Sheet, here: Seat) -> Seat | None:
    """Return where under `claims` a claim stands that is referred to."""
    if not (isinstance(here.node, Mapping) and isinstance(here.node.get("ref"), Scalar)):
        return None
    entry = next((one for one in sheet.root.entries if one.key.value == _CLAIMS), None)
    if entry is None or not isinstance(entry.value, SequenceNode):
        return None
    name = sheet.claim_id(here.node)
    for node in entry.value.items:
        if not _entries(node, "ref") and sheet.claim_id(node) == name:
            return Seat(node, entry, sheet.root)
    return None


def _entries(node: Node, *keys: str) -> tuple[Entry, ...]:
    entries = node.entries if isinstance(node, Mapping) else ()
    return tuple(one for one in entries if not keys or one.key.value in keys)


def _name(sheet: Sheet, here: Seat) -> str:
    return sheet.map.claims_by_id[sheet.claim_id(here.node) or ""].name


def _is_within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _in_flow(
    sheet: Sheet, reference: Mapping, entry: Entry, taken: Cut, *, is_alone: bool
) -> tuple[Edit, ...]:
    words = flow_text(taken.node)
    if is_alone:
        return (Edit(reference.span, words), *_above(sheet, reference.span, taken.above))
    inside = words[1:-1] if isinstance(taken.node, Mapping) else f"text: {words}"
    return (
        Edit(entry.key.span.to(entry.value.span), inside),
        *_above(sheet, reference.span, taken.above),
    )


def _in_block(
    sheet: Sheet, reference: Mapping, entry: Entry, taken: Cut, *, is_alone: bool
) -> tuple[Edit, ...]:
    line = entry.key.span.start.line
    start, end = entry.key.span.start, entry.value.span.end
    behind = sheet.lines[line - 1][end.column - 1 :].strip()
    lines = _own(taken, is_alone=is_alone)
    indent = " " * (start.column - 1)
    above = taken.above
    if behind and len(lines) == 1:
        lines = [f"{lines[0]}  {behind}"]
    elif behind:
        above = (*above, behind)
    words = "\n".join([lines[0], *(f"{indent}{one}" if one else "" for one in lines[1:])])
    end_of_line = Position(line, len(sheet.lines[line - 1]) + 1)
    return (
        Edit(Span(reference.span.file, start, end_of_line), words),
        *_above(sheet, entry.key.span, above),
    )


def _own(taken: Cut, *, is_alone: bool) -> list[str]:
    """Return the lines of a claim as they stand in the place of the key `ref`."""
    first, *others = taken.own
    if isinstance(taken.node, Mapping) and not first.startswith("{"):
        return [first, *others]
    if is_alone:
        return [first, *others]
    if isinstance(taken.node, Mapping):
        return [f"{one.key.value}: {flow_text(one.value)}" for one in taken.node.entries]
    return [f"text: {first}", *(f"  {line}" if line else "" for line in others)]


def _above(sheet: Sheet, span: Span, comments: tuple[str, ...]) -> tuple[Edit, ...]:
    """Return the edit that writes comments on lines of their own, above that of a span."""
    if not comments:
        return ()
    line = sheet.lines[span.start.line - 1]
    indent = "".join(takewhile(lambda sign: sign == " ", line))
    place = Position(span.start.line, 1)
    words = "".join(f"{indent}{one}\n" for one in comments)
    return (Edit(Span(span.file, place, place), words),)

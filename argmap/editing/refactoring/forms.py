"""The short and the long form of an argument: `premises` alone, or as one of the `arguments`."""

from collections.abc import Iterator

from argmap.document.nodes import Entry, Mapping, Node
from argmap.document.nodes import Sequence as SequenceNode
from argmap.document.rewriting import renamed
from argmap.editing.adding import under
from argmap.editing.extracting import moved
from argmap.editing.refactoring.keeping import same, with_edits
from argmap.editing.refactoring.sheet import Offer, Seat, Sheet, Sort, is_argument
from argmap.edits import Edit
from argmap.source import Position, Span

_LISTS = ("arguments", "rebuttals", "backing")


def offers(sheet: Sheet, at: Position) -> Iterator[Offer]:
    """Yield the offers to write the arguments at a place in their other form."""
    seats = sheet.seats(at)
    if not seats:
        return
    here = seats[0]
    above = seats[1] if len(seats) > 1 else here
    yield from _of_claim(sheet, here.node)
    if here.role == "arguments" and here.is_argument:
        yield from _of_claim(sheet, above.node)
    if here.role in _LISTS:
        yield from _of_item(sheet, here)
    if here.role == "premises" and above.is_argument:
        yield from _of_item(sheet, above)


def _of_claim(sheet: Sheet, node: Node) -> Iterator[Offer]:
    """Yield the offer about all that speaks for a claim."""
    if is_argument(node):
        return
    premises, arguments = _entry(node, "premises"), _entry(node, "arguments")
    if premises is not None:
        title = "Write “premises” as one of the “arguments”"
        yield Offer(title, Sort.REWRITE, lambda: as_arguments(sheet, premises))
    only = _only(arguments)
    if arguments is not None and only is not None and (not is_argument(only) or _is_bare(only)):
        title = "Write the one of the “arguments” as “premises”"
        yield Offer(title, Sort.REWRITE, lambda: as_premises(sheet, arguments, only))


def _of_item(sheet: Sheet, seat: Seat) -> Iterator[Offer]:
    """Yield the offer about one argument of several."""
    node = seat.node
    if seat.listed is None:
        return
    if not seat.is_argument:
        title = "Write the claim as an argument with “premises”"
        yield Offer(title, Sort.REWRITE, lambda: with_premises(sheet, node))
    elif _is_bare(node) and _only(_entry(node, "premises")) is not None:
        title = "Write the argument as the claim that is its only premise"
        yield Offer(title, Sort.REWRITE, lambda: as_claim(sheet, node))


def as_arguments(sheet: Sheet, premises: Entry) -> str:
    """Return a text in which the premises of a claim are one of its arguments.

    That can have what the short form has no place for: a scheme, a strength, an undercut.
    """
    span = premises.key.span.to(premises.value.span)
    if sheet.in_flow(span):
        return same(sheet, _wrapped(sheet, span, "arguments: [{", "}]"))
    return same(sheet, under("arguments", span, sheet.lines, sheet.text))


def as_premises(sheet: Sheet, arguments: Entry, only: Node) -> str:
    """Return a text in which the only argument for a claim stands as its premises."""
    if not is_argument(only):
        return same(sheet, with_edits(sheet.text, renamed(arguments, "premises")))
    premises = _entry(only, "premises")
    assert premises is not None, "an argument has premises"
    outer = arguments.key.span.to(arguments.value.span)
    return same(sheet, _unwrapped(sheet, outer, premises.key.span.to(premises.value.span)))


def with_premises(sheet: Sheet, node: Node) -> str:
    """Return a text in which a claim that stands for an argument is the premise of one."""
    if sheet.in_flow(node.span):
        return same(sheet, _wrapped(sheet, node.span, "{premises: [", "]}"))
    return same(sheet, under("premises", node.span, sheet.lines, sheet.text))


def as_claim(sheet: Sheet, node: Node) -> str:
    """Return a text in which an argument is written as its only premise."""
    only = _only(_entry(node, "premises"))
    assert only is not None, "such an argument has one premise"
    return same(sheet, _unwrapped(sheet, node.span, only.span))


def _entry(node: Node, key: str) -> Entry | None:
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((one for one in entries if one.key.value == key), None)


def _only(entry: Entry | None) -> Node | None:
    value = entry.value if entry is not None else None
    is_one = isinstance(value, SequenceNode) and len(value.items) == 1
    return value.items[0] if isinstance(value, SequenceNode) and is_one else None


def _is_bare(node: Node) -> bool:
    """Return whether an argument has nothing but its premises."""
    return isinstance(node, Mapping) and [one.key.value for one in node.entries] == ["premises"]


def _wrapped(sheet: Sheet, span: Span, before: str, behind: str) -> str:
    start, end = (Span(span.file, place, place) for place in (span.start, span.end))
    return with_edits(sheet.text, (Edit(start, before), Edit(end, behind)))


def _unwrapped(sheet: Sheet, outer: Span, inner: Span) -> str:
    """Return a text without what stands around `inner` in `outer`; comments there stay."""
    file, column = outer.file, outer.start.column
    between = Span(file, outer.start, inner.start)
    comments = [
        one.text
        for one in sheet.reading.handwriting.comments
        if outer.start <= one.span.start < inner.start
    ]
    words = "".join(f"{one}\n{' ' * (column - 1)}" for one in comments)
    edits = [Edit(between, words)]
    if inner.end < outer.end:
        edits.append(Edit(Span(file, inner.end, outer.end), ""))
    last = inner.end.line
    # A comment that is left further in may become a part of the text above it.
    while last + 1 in sheet.comment_lines:
        last += 1
    by = column - inner.start.column if not sheet.in_flow(inner) else 0
    for number in range(inner.start.line + 1, last + 1):
        line = sheet.lines[number - 1]
        lead = len(line) - len(moved(line, by))
        if number > inner.end.line:
            lead = min(lead, len(line) - len(line.lstrip(" ")) - (column + 1))
        if lead > 0:
            edits.append(Edit(Span(file, Position(number, 1), Position(number, lead + 1)), ""))
    return with_edits(
        sheet.text, [one for one in edits if one.text or one.span.start < one.span.end]
    )

"""A rebuttal → an undercut of one of the arguments for what it rebuts, and back."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.editing.adding import put_on, with_room_on
from argmap.editing.refactoring.cutting import cut
from argmap.editing.refactoring.keeping import kept, says_alike, with_edits
from argmap.editing.refactoring.sheet import Offer, RefactoringError, Seat, Sheet, Sort
from argmap.faults import quoted
from argmap.model import Argument, Polarity
from argmap.source import Position

# A menu with more is not read.
_MOST = 8


def offers(sheet: Sheet, at: Position) -> Iterator[Offer]:
    """Yield the offers to aim what attacks at another place: at a step, or at its conclusion."""
    seat = _attack(sheet, at)
    if seat is None:
        return
    own = sheet.argument_id(seat.node)
    if own is None:
        return
    attacked = sheet.map.arguments_by_id[own].target
    step = sheet.map.arguments_by_id.get(attacked)
    if step is None:
        for one in sheet.map.arguments_on(attacked, Polarity.SUPPORT)[:_MOST]:
            title = f"Make it an undercut of the argument {_told(sheet, one)}"
            yield _offer(sheet, title, own, one.id)
    elif step.target in sheet.map.claims_by_id and step.polarity is Polarity.SUPPORT:
        name = sheet.map.claims_by_id[step.target].name
        yield _offer(sheet, f"Make it a rebuttal of {quoted(name)}", own, step.target)


def _offer(sheet: Sheet, title: str, own: str, target: str) -> Offer:
    return Offer(title, Sort.REWRITE, lambda: aimed(sheet, own, target))


def aimed(sheet: Sheet, attack: str, target: str) -> str:
    """Return a text in which an argument against something is one against another target.

    It stands among the rebuttals of that, with all that it has and the comments above it.

    Raises RefactoringError or AddingError where it cannot be taken out, or has no place there.
    """
    reading, ready = with_room_on(
        sheet.reading, sheet.text, target, Polarity.ATTACK, read=sheet.read
    )
    now = sheet.of(reading)
    draft = now.written.naming.argument_ids[attack]
    seat = next((one for one in now.seats(draft.span.start) if one.node.span == draft.span), None)
    if seat is None:
        raise RefactoringError("It is not an item of a list, so it cannot be taken from there.")
    taken = cut(now, seat)
    edits = (*taken.edits, *put_on(now.reading, ready, target, Polarity.ATTACK, taken))
    wanted = replace(
        sheet.map,
        arguments=tuple(
            replace(one, target=target) if one.id == attack else one for one in sheet.map.arguments
        ),
    )
    return kept(sheet, with_edits(ready, edits), lambda new: says_alike(wanted, new.map))


def _attack(sheet: Sheet, at: Position) -> Seat | None:
    """Return the rebuttal at a place: the claim that is one, or whose premise a claim there is."""
    seats = sheet.seats(at)[:2]
    if len(seats) > 1 and seats[0].role == "premises" and seats[1].is_argument:
        seats = seats[1:]
    return seats[0] if seats and seats[0].role == "rebuttals" else None


def _told(sheet: Sheet, argument: Argument) -> str:
    """Return what tells an argument from others for the same claim."""
    if argument.label:
        return quoted(argument.label)
    names = [quoted(sheet.map.claims_by_id[one].name) for one in argument.premises]
    return f"from {names[0]}" + (" and others" if len(names) > 1 else "")

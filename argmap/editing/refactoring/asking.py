"""A critical question that nothing answers → a rebuttal or an undercut, to be written out."""

from collections.abc import Iterator

from argmap.checks.answering import Questions
from argmap.editing.adding import Said, with_argument
from argmap.editing.refactoring.keeping import kept
from argmap.editing.refactoring.sheet import Offer, Seat, Sheet, Sort
from argmap.faults import quoted
from argmap.model import Argument, ArgumentMap, Polarity
from argmap.schemes.scheme import CriticalQuestion
from argmap.source import Position


def offers(sheet: Sheet, at: Position) -> Iterator[Offer]:
    """Yield an offer for each critical question of the argument at a place that is not answered."""
    seats = sheet.seats(at)
    here = next(iter(seats), None)
    # The scheme belongs to the argument, and so does what its premises hold up.
    if here is not None and here.role == "premises" and len(seats) > 1 and seats[1].is_argument:
        here = seats[1]
    argument = None if here is None else _argument(sheet, here)
    if argument is None:
        return
    for question in Questions(sheet.map).unanswered(argument):
        title = f"Ask {quoted(question.id)}: {question.text}"
        yield _offer(sheet, title, argument, question)


def _argument(sheet: Sheet, seat: Seat) -> Argument | None:
    name = sheet.argument_id(seat.node) if seat.is_argument else None
    found = None if name is None else sheet.map.arguments_by_id.get(name)
    return found if found is not None and found.scheme else None


def _offer(sheet: Sheet, title: str, argument: Argument, question: CriticalQuestion) -> Offer:
    mends = "unanswered-question"
    return Offer(title, Sort.REWRITE, lambda: asked(sheet, argument, question), mends)


def asked(sheet: Sheet, argument: Argument, question: CriticalQuestion) -> str:
    """Return a text with an attack that asks a critical question, where a “no” to it would hurt.

    That is the step of the argument, or its premise if it has only one and the question is about
    that. Its text is the question itself: a check says of it that it is no claim yet.
    """
    is_about_premise = not question.undercuts and len(argument.premises) == 1
    target = argument.premises[0] if is_about_premise else argument.id
    said = Said((("text", question.text), ("question", question.id)))
    changed = with_argument(
        sheet.reading, sheet.text, target, Polarity.ATTACK, said, read=sheet.read
    )
    # All that was there is there: `with_argument` has seen to that.
    return kept(sheet, changed, lambda new: _is_answered(new.map, question))


def _is_answered(a_map: ArgumentMap | None, question: CriticalQuestion) -> bool:
    """Return whether a map has the claim that asks a critical question."""
    claims = a_map.claims if a_map is not None else ()
    return any((one.text, one.question) == (question.text, question.id) for one in claims)

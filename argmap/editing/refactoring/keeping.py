"""A changed text is handed on only where it reads back as what is wanted, with all comments."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from argmap.editing.applying import applied
from argmap.editing.extracting import as_before
from argmap.editing.places import joined
from argmap.editing.refactoring.sheet import RefactoringError, Sheet
from argmap.edits import Edit
from argmap.model import Argument, ArgumentMap
from argmap.reader import Reading


def with_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; raise RefactoringError where two of them meet."""
    try:
        return applied(text, joined(edits))
    except ValueError as error:
        raise RefactoringError("What is moved would have to go into itself.") from error


def same(sheet: Sheet, changed: str) -> str:
    """Return a changed text that says the same, formatted if the one before was.

    Raises RefactoringError where it says something else, or has lost a comment.
    """
    return kept(sheet, changed, lambda new: new.map == sheet.map)


def kept(sheet: Sheet, changed: str, is_wanted: Callable[[Reading], bool]) -> str:
    """Return a changed text with the map that is wanted, formatted if the one before was."""
    after = sheet.read(changed)
    if after.map is None:
        fault = after.diagnostics[0]
        line = fault.span.start.line
        raise RefactoringError(f"The map would have a fault: {fault.message} (line {line}).")
    if not is_wanted(after):
        raise RefactoringError("The map would say something else as well.")
    if _comments(sheet.reading) != _comments(after):
        raise RefactoringError("A comment stands where it has no place afterwards.")
    return as_before(sheet.text, changed, sheet.reading.file)


def _comments(reading: Reading) -> Counter[str]:
    return Counter(one.text for one in reading.handwriting.comments)


def says_alike(one: ArgumentMap, other: ArgumentMap | None) -> bool:
    """Return whether two maps say the same, whatever their arguments are called.

    What an expectation or an audience names by its id must be the same argument.
    """
    if other is None:
        return False
    steps, others = steps_of(one), steps_of(other)
    return (
        Counter(one.claims) == Counter(other.claims)
        and Counter(steps.values()) == Counter(others.values())
        and _frame(one) == _frame(other)
        and all(steps.get(name) == others.get(name) for name in _named(one))
    )


def steps_of(a_map: ArgumentMap) -> dict[str, object]:
    """Return what each argument says, without ids that come from its place."""
    # What an argument bears on comes before it in the order of the map.
    found: dict[str, object] = {}
    for argument in a_map.arguments:
        found[argument.id] = _said(argument, found.get(argument.target, argument.target))
    return found


def _said(argument: Argument, target: object) -> object:
    return replace(argument, id="id", target="target"), target


def _frame(a_map: ArgumentMap) -> ArgumentMap:
    """Return a map without its arguments, and with claims that say nothing."""
    claims = tuple(replace(claim, contradicts=()) for claim in a_map.claims)
    named = {claim.id for claim in claims}
    return replace(
        a_map,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        arguments=(),
        audiences=tuple(replace(one, strengths=()) for one in a_map.audiences),
        expectations=tuple(one for one in a_map.expectations if one.id in named),
    )


def _named(a_map: ArgumentMap) -> set[str]:
    """Return the arguments that an expectation or an audience names."""
    named = {one.id for one in a_map.expectations}
    named |= {name for audience in a_map.audiences for name, _ in audience.strengths}
    return named & a_map.arguments_by_id.keys()

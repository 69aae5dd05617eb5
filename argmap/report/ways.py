"""The smallest ways to turn a verdict, as sentences and as JSON."""

from collections.abc import Iterator, Sequence

from argmap.evaluation.why.ways import MOST_WAYS, Way, Ways
from argmap.evaluation.wording import cited, joined, listed, quoted, reason_in_words
from argmap.model import ArgumentMap, Label, Status
from argmap.report.verdict_json import verdict_json
from argmap.report.wrapping import wrapped_list
from argmap.weighing import Standing

MOST_SHOWN = 20
_WOULD = {
    Standing.FALLS: "fall",
    Standing.NOT_SHOWN: "not be shown",
    Standing.UNDECIDED: "be undecided",
}
_COUNTS = ("no", "one", "two", "three", "four", "five")


def ways_text(a_map: ArgumentMap, found: Ways, *, width: int) -> str:
    """Return what would turn a verdict, wrapped to `width` columns."""
    return wrapped_list(_told(a_map, found), width=width)


def _told(a_map: ArgumentMap, found: Ways) -> Iterator[str]:
    if not found.ways:
        yield _nothing(a_map, found)
        return
    size = len(found.ways[0].changes)
    shown = sorted(found.ways, key=lambda way: _steps_in(a_map, way))[:MOST_SHOWN]
    # Ways that lead to the same verdict for the same reason are told together.
    alike: dict[str, list[Way]] = {}
    for way in shown:
        alike.setdefault(_end(a_map, found, way), []).append(way)
    heading = _heading(found, size, alone=len(found.ways) == 1 and found.is_complete)
    if len(alike) == 1:
        (end,) = alike
        if found.stands:
            joined_to = f"; it would {end}"
        else:
            joined_to = f", {end}" if size == 1 else f"; it would stand, {end}"
        yield f"{heading}{joined_to}:"
        yield from (f"   • if {_changes(a_map, way.changes)}" for way in shown)
    elif len(alike) == len(shown):
        yield f"{heading}:"
        for end, (way,) in alike.items():
            then = end if found.stands else f"stand, {end}"
            yield f"   • if {_changes(a_map, way.changes)}, it would {then}"
    else:
        yield f"{heading}."
        for end, ways in alike.items():
            yield f"It would {end if found.stands else f'stand, {end}'}:"
            yield from (f"   • if {_changes(a_map, way.changes)}" for way in ways)
    yield from _what_is_left(found)


def _what_is_left(found: Ways) -> Iterator[str]:
    left = len(found.ways) - MOST_SHOWN
    if found.has_more:
        yield f"There are others, and more than {MOST_WAYS:,} such ways in all."
    elif left > 0:
        more = "There is one more such way" if left == 1 else f"There are {left} more such ways"
        yield f"{more}{'.' if found.is_complete else f', and perhaps others; {_tried(found)}.'}"
    elif not found.is_complete:
        yield f"There may be others; {_tried(found)}."


def _heading(found: Ways, size: int, *, alone: bool) -> str:
    turn = "bring it down" if found.stands else "make it stand"
    if size == 1:
        return f"One change would {turn}" if alone else f"Each of these changes would {turn}"
    which = "these" if alone else "any of these"
    return f"It takes {_count(size)} changes at once to {turn}, {which}"


def _steps_in(a_map: ArgumentMap, way: Way) -> int:
    return sum(name in a_map.arguments_by_id for name, _ in way.changes)


def _count(size: int) -> str:
    return _COUNTS[size] if size < len(_COUNTS) else str(size)


def _end(a_map: ArgumentMap, found: Ways, way: Way) -> str:
    """Return what becomes of what stands, and why; of anything else only why it stands then."""
    because = f"because {reason_in_words(a_map, found.id, way.after, cite=True)}"
    if not found.stands:
        return because
    return f"{_WOULD[way.after.standing]}, {because}"


def _changes(a_map: ArgumentMap, changes: Sequence[tuple[str, Label]]) -> str:
    """Return all changes together, each with its id: none is left out."""
    told: dict[tuple[bool, bool], list[str]] = {}
    for name, label in changes:
        told.setdefault((name in a_map.claims_by_id, label is Label.ACCEPTED), []).append(name)
    return ", and ".join(_of_one_kind(a_map, *kind, names) for kind, names in told.items())


def _of_one_kind(a_map: ArgumentMap, are_claims: bool, accepted: bool, names: Sequence[str]) -> str:
    if are_claims:
        named = joined([cited(a_map, name) for name in names])
        return f"{named} {'stood' if accepted else 'fell'}"
    verb = "held in any case" if accepted else "did not hold"
    steps = joined([_from_what(a_map, name) for name in names])
    return f"the step{'s' * (len(names) > 1)} {steps} {verb}"


def _from_what(a_map: ArgumentMap, name: str) -> str:
    """Return what a step leads from: the premises of an argument, and its id."""
    argument = a_map.arguments_by_id[name]
    premises = listed([quoted(a_map, one) for one in dict.fromkeys(argument.premises)])
    label = f" (“{argument.label}”)" if argument.label else ""
    return f"from {premises}{label} [{name}]"


def _tried(found: Ways) -> str:
    if found.out_of_time:
        return "the time was over (--time-limit)"
    if found.labellings == 1:
        return "one labelling was tried (--budget)"
    return f"{found.labellings:,} labellings were tried (--budget)"


def _nothing(a_map: ArgumentMap, found: Ways) -> str:
    claim = a_map.claims_by_id.get(found.id)
    turn = "bring it down" if found.stands else "make it stand"
    if claim is not None and claim.home is not None:
        return f"It is argued in {claim.home.map}, so nothing here would {turn}."
    if claim is not None and claim.status is Status.REJECTED:
        return "As long as the author rejects it, no other change can make it stand."
    if claim is not None and claim.status is Status.CERTAIN:
        return "As long as the author puts it beyond doubt, no other change can bring it down."
    if claim is not None and found.is_complete and not a_map.arguments_on(claim.id):
        if claim.status is Status.OPEN:
            return "As long as the author leaves it open, no other change can make it stand."
        if found.stands and not a_map.contradictions_of(claim.id):
            return "Nothing else in the map bears on it, so no other change can bring it down."
    if found.is_complete:
        return f"No change of other claims or of steps, however many, would {turn}."
    if found.tried >= 2:
        size = "one or two" if found.tried == 2 else f"up to {_count(found.tried)}"
        return (
            f"No change of {size} other claims or steps would {turn}; larger changes were not all "
            f"tried, {_tried(found)}."
        )
    single = "No single change was found" if found.tried == 0 else "No single change is enough"
    return f"{single} to {turn}; not all others were tried, {_tried(found)}."


def ways_json(found: Ways) -> dict[str, object]:
    """Return the ways as a JSON object."""
    return {
        "turns": "down" if found.stands else "up",
        "ways": [
            {
                "changes": [{"id": name, "label": label} for name, label in way.changes],
                "after": verdict_json(way.after),
            }
            for way in found.ways
        ],
        "has_more": found.has_more,
        "all_tried_up_to": found.tried,
        "is_complete": found.is_complete,
        "labellings": found.labellings,
        "out_of_time": found.out_of_time,
    }

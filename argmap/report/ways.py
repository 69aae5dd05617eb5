"""The smallest ways to turn a verdict, as sentences and as JSON."""

from collections.abc import Iterator, Sequence

from argmap.evaluation.ways import MOST_WAYS, Way, Ways
from argmap.evaluation.wording import VERBS, cited, listed, quoted, reason_in_words
from argmap.model import ArgumentMap, Label, Status
from argmap.report.verdict_json import verdict_json
from argmap.report.wrapping import wrapped_list

MOST_SHOWN = 20
_WOULD_BE = {"stands": "stand", "falls": "fall", "is not shown": "not be shown"}
_COUNTS = ("no", "one", "two", "three", "four", "five")


def ways_text(a_map: ArgumentMap, found: Ways, *, width: int) -> str:
    """Return what would turn a verdict, wrapped to `width` columns."""
    return wrapped_list(_told(a_map, found), width=width)


def _told(a_map: ArgumentMap, found: Ways) -> Iterator[str]:
    if not found.ways:
        yield _nothing(a_map, found)
        return
    turn = "bring it down" if found.stands else "make it stand"
    size = len(found.ways[0].changes)
    ends = {_end(a_map, found, way) for way in found.ways}
    same_end = ends.pop() if len(ends) == 1 else ""
    heading = _heading(turn, size, alone=len(found.ways) == 1 and found.is_complete)
    yield f"{heading}{f'; it {same_end}' if same_end else ''}:"
    told = sorted(found.ways, key=lambda way: _steps_in(a_map, way))
    for way in told[:MOST_SHOWN]:
        end = "" if same_end else f", it {_end(a_map, found, way)}"
        yield f"   • if {_changes(a_map, way.changes)}{end}"
    left = len(found.ways) - MOST_SHOWN
    if found.has_more:
        yield f"   • and others: there are more than {MOST_WAYS:,} such ways"
    elif left > 0:
        yield f"   • and {left} more such way{'s' * (left > 1)}"
    if not found.is_complete and not found.has_more:
        yield f"There may be others; {_tried(found)}."


def _heading(turn: str, size: int, *, alone: bool) -> str:
    if size == 1:
        return f"One change would {turn}" if alone else f"Each of these changes would {turn}"
    which = "these" if alone else "any of these"
    return f"It takes {_count(size)} changes at once to {turn}, {which}"


def _steps_in(a_map: ArgumentMap, way: Way) -> int:
    return sum(name in a_map.arguments_by_id for name, _ in way.changes)


def _count(size: int) -> str:
    return _COUNTS[size] if size < len(_COUNTS) else str(size)


def _end(a_map: ArgumentMap, found: Ways, way: Way) -> str:
    verb = VERBS[way.after.standing]
    would = f"would {_WOULD_BE[verb]}" if verb in _WOULD_BE else "would be undecided"
    return f"{would}, because {reason_in_words(a_map, found.id, way.after)}"


def _changes(a_map: ArgumentMap, changes: Sequence[tuple[str, Label]]) -> str:
    told: dict[str, list[str]] = {}
    for name, label in changes:
        accepted = label is Label.ACCEPTED
        if name in a_map.claims_by_id:
            told.setdefault("stood" if accepted else "fell", []).append(cited(a_map, name))
        else:
            verb = "held in any case" if accepted else "did not hold"
            told.setdefault(verb, []).append(step_cited(a_map, name))
    return ", and ".join(f"{listed(names)} {verb}" for verb, names in told.items())


def step_cited(a_map: ArgumentMap, name: str) -> str:
    """Return the step of an argument by its premises and its id."""
    argument = a_map.arguments_by_id[name]
    premises = listed([quoted(a_map, one) for one in dict.fromkeys(argument.premises)])
    label = f" (“{argument.label}”)" if argument.label else ""
    return f"the step from {premises}{label} [{name}]"


def _tried(found: Ways) -> str:
    if found.out_of_time:
        return "the time was over (--time-limit)"
    if found.labellings == 1:
        return "one labelling was tried (--budget)"
    return f"{found.labellings:,} labellings were tried (--budget)"


def _nothing(a_map: ArgumentMap, found: Ways) -> str:
    claim = a_map.claims_by_id.get(found.id)
    turn = "bring it down" if found.stands else "make it stand"
    if claim is not None and claim.status is Status.REJECTED:
        return "As long as the author rejects it, no other change can make it stand."
    if claim is not None and claim.status is Status.CERTAIN:
        return "As long as the author puts it beyond doubt, no other change can bring it down."
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

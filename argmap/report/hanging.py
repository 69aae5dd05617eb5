"""What a verdict hangs on, as sentences and as JSON."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from argmap.evaluation.hanging import HangsOn, LeastChange
from argmap.evaluation.wording import quoted
from argmap.model import ArgumentMap, Label, Status

MOST_SHOWN = 12
VERBS = {Label.ACCEPTED: "stood", Label.REJECTED: "fell"}


def hanging_text(a_map: ArgumentMap, found: HangsOn | LeastChange, *, width: int) -> str:
    """Return what a verdict hangs on, wrapped to `width` columns."""
    lines: list[str] = []
    told = _sets(a_map, found) if isinstance(found, HangsOn) else _change(a_map, found)
    for line in told:
        lines += textwrap.wrap(
            line,
            width=width,
            subsequent_indent="     " if line.startswith(" ") else "",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join([*lines, ""])


def _sets(a_map: ArgumentMap, found: HangsOn) -> Iterator[str]:
    # That what is given hangs on itself is no news.
    told = [names for names in found.sets if names != (found.id,)]
    if not told:
        yield _nothing(found)
        return
    if len(told) == 1:
        yield f"It would stand no more if {_together(a_map, told[0])} fell."
    else:
        yield "It would stand no more if any of these fell:"
        for names in told[:MOST_SHOWN]:
            first, *others = (quoted(a_map, name) for name in names)
            yield f"   • {first}{' together with ' if others else ''}{' and '.join(others)}"
    if len(told) > MOST_SHOWN:
        yield f"   • and {len(told) - MOST_SHOWN} more sets"
    if not found.is_complete:
        yield f"There may be others; {_tried(found)}."


def _nothing(found: HangsOn) -> str:
    if found.is_complete:
        other = "other " if found.sets else ""
        return f"The fall of no {other}given claim would change that."
    return f"No given claims were found whose fall would change that; {_tried(found)}."


def _together(a_map: ArgumentMap, names: Iterable[str]) -> str:
    return " and ".join(quoted(a_map, name) for name in names)


def _tried(found: HangsOn | LeastChange) -> str:
    number = found.labellings
    tried = "one labelling was tried" if number == 1 else f"{number} labellings were tried"
    return (
        f"{tried} before the time was over (--time-limit)"
        if found.out_of_time
        else f"{tried} (--budget)"
    )


def _change(a_map: ArgumentMap, found: LeastChange) -> Iterator[str]:
    claim = a_map.claims_by_id.get(found.id)
    if found.changes:
        yield f"It would stand if {' and '.join(_changes(a_map, found))}."
    elif claim is not None and claim.status is Status.REJECTED:
        yield "As long as the author rejects it, no other claim can make it stand."
    elif not found.is_complete:
        yield f"No change was found that would make it stand; {_tried(found)}."
    elif claim is not None and claim.status is Status.OPEN:
        yield "As long as the author leaves it open, no two other claims can make it stand."
    else:
        yield "No change of one or two other claims would make it stand."


def _changes(a_map: ArgumentMap, found: LeastChange) -> Iterator[str]:
    for label, alike in groupby(found.changes, key=itemgetter(1)):
        yield f"{_together(a_map, (name for name, _ in alike))} {VERBS[label]}"


def hanging_json(found: HangsOn | LeastChange) -> dict[str, object]:
    """Return what a verdict hangs on as a JSON object."""
    answer: dict[str, object] = {}
    if isinstance(found, HangsOn):
        answer["sets"] = [list(names) for names in found.sets]
    else:
        answer["least_change"] = [{"id": name, "label": label} for name, label in found.changes]
    return {
        **answer,
        "is_complete": found.is_complete,
        "labellings": found.labellings,
        "out_of_time": found.out_of_time,
    }

"""What a verdict hangs on, as sentences and as JSON."""

import textwrap
from collections.abc import Iterator

from argmap.evaluation.hanging import HangsOn, LeastChange
from argmap.evaluation.wording import named
from argmap.model import ArgumentMap, Label

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
    if not found.sets:
        return
    yield "It would stand no more if any one of these fell:"
    for names in found.sets[:MOST_SHOWN]:
        claims = [named(a_map, name) for name in names]
        yield f"   • {claims[0]}" if len(claims) == 1 else f"   • together: {' and '.join(claims)}"
    if len(found.sets) > MOST_SHOWN:
        yield f"   • and {len(found.sets) - MOST_SHOWN} more sets"
    if not found.is_complete:
        yield f"There may be others; {found.labellings} labellings were tried (--budget)."


def _change(a_map: ArgumentMap, found: LeastChange) -> Iterator[str]:
    if found.changes:
        changes = [f"{named(a_map, name)} {VERBS[label]}" for name, label in found.changes]
        yield f"It would stand if {' and '.join(changes)}."
    elif found.is_complete:
        yield "No change of two other claims would make it stand."
    else:
        yield (
            f"No change was found that would make it stand; {found.labellings} labellings were "
            "tried (--budget)."
        )


def hanging_json(found: HangsOn | LeastChange) -> dict[str, object]:
    """Return what a verdict hangs on as a JSON object."""
    answer: dict[str, object] = {}
    if isinstance(found, HangsOn):
        answer["sets"] = [list(names) for names in found.sets]
    else:
        answer["least_change"] = [{"id": name, "label": label} for name, label in found.changes]
    return {**answer, "is_complete": found.is_complete, "labellings": found.labellings}

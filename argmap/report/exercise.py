"""What is to be said of a student’s map beside a model: in sentences, as JSON, and as a table."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from argmap.comparing.exercise import Mark, Remark
from argmap.comparing.rubric import Rubric
from argmap.evaluation.wording import joined, quoted, subject
from argmap.model import Argument, ArgumentMap, Polarity
from argmap.report.wrapping import wrapped

HEADINGS = {
    Mark.FOUND: "found",
    Mark.MISSING: "missing",
    Mark.WRONG_SIDE: "on the wrong side",
    Mark.WRONG_PLACE: "in the wrong place",
    Mark.LINKED_OTHERWISE: "linked otherwise",
    Mark.EXTRA: "not in the model",
}
_BEARS = {Polarity.SUPPORT: "for", Polarity.ATTACK: "against"}


class Marked(NamedTuple):
    """One map of a student: its name, what is said of it, and a rubric where there is one."""

    name: str
    model: ArgumentMap
    student: ArgumentMap
    remarks: tuple[Remark, ...]
    rubric: Rubric | None = None

    @property
    def counts(self) -> Counter[Mark]:
        """Return how many remarks there are of each kind."""
        return Counter(one.mark for one in self.remarks)

    @property
    def points(self) -> tuple[float, float] | None:
        """Return the points of this map and those of the model itself, None without a rubric."""
        if self.rubric is None:
            return None
        got = sum(self.rubric.points_of(one) for one in self.remarks)
        best = [one for one in self.remarks if one.mark is not Mark.EXTRA]
        most = sum(self.rubric.points_of(one._replace(mark=Mark.FOUND)) for one in best)
        return got, most


def exercise_text(found: Marked, *, width: int) -> str:
    """Return how much was found, and a sentence for each thing that was not."""
    counts = found.counts
    whole = sum(number for mark, number in counts.items() if mark is not Mark.EXTRA)
    told = [f"{found.name}: {counts[Mark.FOUND]} of {whole} found"]
    others = {mark: words for mark, words in HEADINGS.items() if mark is not Mark.FOUND}
    told += [f"{counts[mark]} {words}" for mark, words in others.items() if counts[mark]]
    lines = wrapped(", ".join(told), width=width, others="  ")
    points = _points(found)
    lines += [f"  {points}"] if points else []
    for one in found.remarks:
        if one.mark is not Mark.FOUND:
            lines += wrapped(sentence(found, one), width=width, first="  • ", others="    ")
    return "\n".join([*lines, ""])


def exercise_table(found: Sequence[Marked]) -> str:
    """Return one line for each map, the numbers of each kind below each other."""
    has_points = any(one.rubric for one in found)
    heads = ["map", *HEADINGS.values(), *(["points"] if has_points else [])]
    rows = [
        [one.name, *(str(one.counts[m]) for m in HEADINGS), *([_sum(one)] if has_points else [])]
        for one in found
    ]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    lines = []
    for row in (heads, *rows):
        first, *others = (
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join((first, *others)).rstrip())
    return "\n".join([*lines, ""])


def exercise_json(found: Marked) -> dict[str, object]:
    """Return all remarks as a JSON object, each with its sentence."""
    told: dict[str, object] = {
        "map": found.name,
        "counts": {mark: found.counts[mark] for mark in Mark},
        "remarks": [{**one._asdict(), "sentence": sentence(found, one)} for one in found.remarks],
    }
    if found.points:
        told |= {"points": found.points[0], "most": found.points[1]}
    return told


def sentence(found: Marked, one: Remark) -> str:
    """Return one remark as a sentence, which a student understands without the model."""
    model, student = found.model, found.student
    name = quoted(model, one.claim) if one.claim else quoted(student, str(one.student))
    use = model.arguments_by_id[one.use] if one.use else None
    there = student.arguments_by_id[one.there] if one.there else None
    wanted = f"{_BEARS[use.polarity]} {_aim(model, use)}" if use else "a thesis"
    match one.mark:
        case Mark.FOUND:
            return f"{name} is there, {wanted}."
        case Mark.MISSING:
            return f"{name} is missing: it speaks {wanted}." if use else f"{name} is missing."
        case Mark.WRONG_SIDE if there:
            return f"{name} speaks {wanted}, not {_BEARS[there.polarity]} it."
        case Mark.LINKED_OTHERWISE if use and there:
            beside, other = _beside(model, use), _beside(student, there)
            return f"{name} speaks {wanted} {beside}; here it does so {other}."
        case Mark.WRONG_PLACE if there:
            here = f"{_BEARS[there.polarity]} {_aim(student, there)}"
            return f"{name} speaks {wanted}; here it speaks {here}."
        case Mark.WRONG_PLACE if use:
            return f"{name} speaks {wanted}; here it speaks for nothing."
        case Mark.WRONG_PLACE:
            is_thesis = one.claim in model.theses
            return f"{name} is a thesis; here it is none." if is_thesis else f"{name} is no thesis."
    if there:
        here = f"{_BEARS[there.polarity]} {_aim(student, there)}"
        return f"{name} speaks {here}, which it does not in the model."
    return f"{name} is not in the model."


def _aim(a_map: ArgumentMap, use: Argument) -> str:
    target = use.target
    return quoted(a_map, target) if target in a_map.claims_by_id else subject(a_map, target)


def _beside(a_map: ArgumentMap, use: Argument) -> str:
    if len(use.premises) == 1:
        return "alone"
    return f"as one of the linked premises {joined([quoted(a_map, p) for p in use.premises])}"


def _points(found: Marked) -> str | None:
    return None if found.points is None else f"{found.points[0]:g} of {found.points[1]:g} points"


def _sum(found: Marked) -> str:
    return "" if found.points is None else f"{found.points[0]:g}"

"""A student’s map beside a model: what of the model was found, and what is missing or elsewhere."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from argmap.comparing.matching import Matching
from argmap.model import Argument, ArgumentMap


class Mark(StrEnum):
    """What became of something in the model, or that it is only the student’s."""

    FOUND = "found"
    MISSING = "missing"
    WRONG_SIDE = "wrong-side"
    WRONG_PLACE = "wrong-place"
    LINKED_OTHERWISE = "linked-otherwise"
    EXTRA = "extra"


class Remark(NamedTuple):
    """What is to be said of one claim of the model where it is used, or of one of the student.

    `claim` is its id in the model, `student` that in the map of the student. `use` is the argument
    of the model that it is a premise of, None where it is a thesis or stands alone; `there` is the
    student’s argument that comes nearest to it, or that the model has not.
    """

    mark: Mark
    claim: str | None = None
    student: str | None = None
    use: str | None = None
    there: str | None = None


def remarks(model: ArgumentMap, student: ArgumentMap, matching: Matching) -> tuple[Remark, ...]:
    """Return a remark for each use of a claim in the model, then for what the model has not."""
    exercise = _Exercise(model, student, matching)
    return (*exercise.of_model(), *exercise.of_student())


class _Exercise:
    """Two maps, and which arguments of the student are accounted for."""

    def __init__(self, model: ArgumentMap, student: ArgumentMap, matching: Matching) -> None:
        self._model, self._student, self._matching = model, student, matching
        self._met: set[tuple[str, str]] = set()

    def of_model(self) -> Iterator[Remark]:
        for claim in self._model.claims:
            theirs = self._matching.claims.get(claim.id)
            uses = _once(self._model.uses_of(claim.id))
            if theirs is None:
                yield Remark(Mark.MISSING, claim.id, use=uses[0].id if uses else None)
                continue
            if claim.id in self._model.theses or not uses:
                is_right = (claim.id in self._model.theses) == (theirs in self._student.theses)
                yield Remark(Mark.FOUND if is_right else Mark.WRONG_PLACE, claim.id, theirs)
            for use in uses:
                yield self._of_use(claim.id, theirs, use)

    def _of_use(self, claim: str, theirs: str, use: Argument) -> Remark:
        """Return what became of a premise: the nearest of the student’s uses of it tells."""
        free = [
            one for one in _once(self._student.uses_of(theirs)) if (theirs, one.id) not in self._met
        ]
        if not free:
            return Remark(Mark.WRONG_PLACE, claim, theirs, use.id)
        marked = [(self._mark(use, one), one) for one in free]
        known = self._matching.arguments.get(use.id)
        mark, there = min(marked, key=lambda one: (_BEST_FIRST.index(one[0]), one[1].id != known))
        if mark is not Mark.WRONG_PLACE or len(free) == 1:
            self._met.add((theirs, there.id))
        return Remark(mark, claim, theirs, use.id, there.id)

    def _mark(self, use: Argument, there: Argument) -> Mark:
        if use.target in self._model.claims_by_id:
            is_there = self._matching.claims.get(use.target) == there.target
        else:
            is_there = self._is_same_step(use, there)
        if not is_there:
            return Mark.WRONG_PLACE
        if use.polarity is not there.polarity:
            return Mark.WRONG_SIDE
        beside = {self._matching.claims.get(one) for one in use.premises} - {None}
        others = set(there.premises) & set(self._matching.claims.values())
        return Mark.FOUND if beside == others else Mark.LINKED_OTHERWISE

    def _is_same_step(self, use: Argument, there: Argument) -> bool:
        """Return whether both bear on a step, from the same claims or to the same one."""
        step = self._model.arguments_by_id.get(use.target)
        other = self._student.arguments_by_id.get(there.target)
        if step is None or other is None:
            return False
        premises = {self._matching.claims.get(one) for one in step.premises}
        return bool(premises & set(other.premises)) or (
            self._matching.arguments.get(step.id) == other.id
        )

    def of_student(self) -> Iterator[Remark]:
        known = {theirs: claim for claim, theirs in self._matching.claims.items()}
        for claim in self._student.claims:
            if claim.id not in known:
                yield Remark(Mark.EXTRA, student=claim.id)
                continue
            for use in self._student.uses_of(claim.id):
                is_new = (claim.id, use.id) not in self._met
                if is_new and len(use.premises) == 1 and self._model.uses_of(known[claim.id]):
                    yield Remark(Mark.EXTRA, known[claim.id], claim.id, there=use.id)


def _once(uses: Sequence[Argument]) -> list[Argument]:
    """Return the arguments that have a premise, each once though it may have it twice."""
    return list({one.id: one for one in uses}.values())


_BEST_FIRST = (Mark.FOUND, Mark.LINKED_OTHERWISE, Mark.WRONG_SIDE, Mark.WRONG_PLACE)

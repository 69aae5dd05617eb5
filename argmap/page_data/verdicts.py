"""Verdicts as data, each with its reason: in a word, in a sentence, and by ids."""

from dataclasses import replace

from argmap.drawing.showing import Showing
from argmap.evaluation.why.explanation import first_steps
from argmap.evaluation.why.sentences import whole_sentence
from argmap.model import ArgumentMap
from argmap.view import View

# What stands for the words of a claim that is hidden.
_UNTOLD = "…"


class Verdicts:
    """The verdicts on what is shown of a map, where they are asked for."""

    def __init__(self, showing: Showing) -> None:
        """Have the verdicts of the whole map, and what may be told of it."""
        self._changed = showing.changed
        self._shown = {*showing.map.claims_by_id, *showing.map.arguments_by_id}
        self._steps = {}
        if showing.evaluation is not None:
            self._steps = first_steps(showing.view.whole, showing.evaluation)
            self._told = _told_of(showing.view)

    def of(self, id: str) -> dict[str, object]:
        """Return the verdict on a claim or an argument, and why; all is null where nobody asks."""
        step = self._steps.get(id)
        if step is None:
            return {"verdict": None, "standing": None, "changed": False, "why": None}
        reason = step.verdict.reason
        because = [one for one in reason.because if one in self._shown]
        return {
            "verdict": step.verdict.label,
            "standing": step.verdict.standing,
            "changed": id in self._changed,
            "why": {
                "reason": reason.kind,
                "because": because,
                "hidden": len(reason.because) - len(because),
                "sentence": whole_sentence(self._told, step),
            },
        }


def _told_of(view: View) -> ArgumentMap:
    """Return the whole map with nothing to read in the claims that are hidden.

    A sentence counts premises and arguments that are hidden, but may not quote them.
    """
    if len(view.map.claims) == len(view.whole.claims):
        return view.whole
    shown = view.map.claims_by_id
    claims = (
        one if one.id in shown else replace(one, text=_UNTOLD, label=None)
        for one in view.whole.claims
    )
    return replace(view.whole, claims=tuple(claims))

"""An explanation as sentences for people, and as JSON for programs."""

import json
import textwrap

from argmap.evaluation.explanation import Explanation
from argmap.evaluation.verdicts import Evaluation, Verdict
from argmap.evaluation.wording import VERBS, reason_in_words, subject
from argmap.model import ArgumentMap

INDENT = 3
DEEPEST_INDENT = 30
NARROWEST = 40


def explanation_text(a_map: ArgumentMap, explanation: Explanation, *, width: int) -> str:
    """Return a sentence for each step, wrapped to `width` columns, reasons below what they bear."""
    lines: list[str] = []
    for step in explanation.steps:
        sentence = f"{subject(a_map, step.id)} {VERBS[step.verdict.label]}"
        if step.told_above:
            sentence += ", as said above."
        else:
            sentence += f": {reason_in_words(a_map, step.id, step.verdict)}."
        margin = " " * min(INDENT * step.depth, DEEPEST_INDENT)
        lines += textwrap.wrap(
            sentence[0].upper() + sentence[1:],
            width=max(width, len(margin) + NARROWEST),
            initial_indent=f"{margin}{'• ' if step.depth else ''}",
            subsequent_indent=f"{margin}{'  ' if step.depth else ''}",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join([*lines, ""])


def explanation_json(a_map: ArgumentMap, explanation: Explanation) -> dict[str, object]:
    """Return the tree as a JSON object: each claim and argument once, joined by `because`."""
    nodes = {
        step.id: {
            "kind": "claim" if step.id in a_map.claims_by_id else "argument",
            **verdict_json(step.verdict),
            "sentence": f"{subject(a_map, step.id)} {VERBS[step.verdict.label]}: "
            f"{reason_in_words(a_map, step.id, step.verdict)}.",
        }
        for step in explanation.steps
        if not step.told_above
    }
    return {"id": explanation.steps[0].id, "nodes": nodes}


def verdict_json(verdict: Verdict) -> dict[str, object]:
    """Return a verdict as a JSON object."""
    reason = verdict.reason
    return {"label": verdict.label, "reason": reason.kind, "because": list(reason.because)}


def evaluation_json(evaluation: Evaluation) -> dict[str, object]:
    """Return all verdicts as a JSON object."""
    claims = {
        name: {"label": verdict.label, "reason": verdict.reason.kind}
        for name, verdict in evaluation.claims.items()
    }
    arguments = {name: {"label": one.label} for name, one in evaluation.arguments.items()}
    return {"semantics": evaluation.semantics, "claims": claims, "arguments": arguments}


def written(value: dict[str, object]) -> str:
    """Return a JSON object as text, as all commands print it."""
    return json.dumps(value, ensure_ascii=False, indent=2)

"""An explanation as sentences for people, and as JSON for programs."""

import json
import textwrap

from argmap.evaluation.explanation import Explanation
from argmap.evaluation.verdicts import Evaluation
from argmap.model import ArgumentMap
from argmap.report.sentences import sentence, whole_sentence
from argmap.report.verdict_json import verdict_json

INDENT = 3
DEEPEST_INDENT = 30
NARROWEST = 40


def explanation_text(a_map: ArgumentMap, explanation: Explanation, *, width: int) -> str:
    """Return a sentence for each step, wrapped to `width` columns, reasons below what they bear."""
    lines: list[str] = []
    for step in explanation.steps:
        margin = " " * min(INDENT * step.depth, DEEPEST_INDENT)
        lines += textwrap.wrap(
            sentence(a_map, step),
            width=max(width, len(margin) + NARROWEST),
            initial_indent=f"{margin}{'• ' if step.depth else ''}",
            subsequent_indent=f"{margin}{'  ' if step.depth else ''}",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join([*lines, ""])


def explanation_json(a_map: ArgumentMap, explanation: Explanation) -> dict[str, object]:
    """Return the tree as a JSON object: each claim and argument once, joined by `below`."""
    nodes = {
        step.id: {
            "kind": "claim" if step.id in a_map.claims_by_id else "argument",
            **verdict_json(step.verdict),
            "sentence": whole_sentence(a_map, step),
            "below": [{"id": one.id, "bearing": one.bearing} for one in step.below],
        }
        for step in explanation.steps
        if not step.told_above
    }
    return {"id": explanation.steps[0].id, "nodes": nodes}


def evaluation_json(evaluation: Evaluation) -> dict[str, object]:
    """Return all verdicts as a JSON object."""
    claims = {
        name: {
            "label": verdict.label,
            "standing": verdict.standing,
            "reason": verdict.reason.kind,
        }
        for name, verdict in evaluation.claims.items()
    }
    arguments = {name: {"label": one.label} for name, one in evaluation.arguments.items()}
    found: dict[str, object] = {"semantics": evaluation.semantics}
    if evaluation.audience is not None:
        found["audience"] = evaluation.audience
    return {**found, "claims": claims, "arguments": arguments}


def written(value: dict[str, object]) -> str:
    """Return a JSON object as text, as all commands print it."""
    return json.dumps(value, ensure_ascii=False, indent=2)

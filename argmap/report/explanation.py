"""An explanation as sentences for people, and as JSON for programs."""

import json
from collections.abc import Iterator, Mapping

from argmap.evaluation.verdicts import Evaluation, Verdict
from argmap.evaluation.why.explanation import Explanation, Step
from argmap.evaluation.why.sentences import sentence, whole_sentence
from argmap.evaluation.why.stated import RULES
from argmap.model import ArgumentMap
from argmap.report.verdict_json import verdict_json
from argmap.report.wrapping import wrapped

INDENT = 3
DEEPEST_INDENT = 30
NARROWEST = 40


def explanation_text(a_map: ArgumentMap, explanation: Explanation, *, width: int) -> str:
    """Return a sentence for each step, wrapped to `width` columns, reasons below what they bear.

    A rule that several sentences go by is stated by the first of them.
    """
    lines: list[str] = []
    for step, told in told_steps(a_map, explanation):
        margin = " " * min(INDENT * step.depth, DEEPEST_INDENT)
        lines += wrapped(
            told,
            width=max(width, len(margin) + NARROWEST),
            first=f"{margin}{'• ' if step.depth else ''}",
            others=f"{margin}{'  ' if step.depth else ''}",
        )
    return "\n".join([*lines, ""])


def told_steps(a_map: ArgumentMap, explanation: Explanation) -> Iterator[tuple[Step, str]]:
    """Yield each step and its sentence; a rule that several go by is stated once."""
    stated: set[str] = set()
    for step in explanation.steps:
        told = sentence(a_map, step)
        rules = [rule for rule in RULES if rule in told]
        for rule in stated.intersection(rules):
            told = told.replace(rule, "")
        stated.update(rules)
        yield step, told


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
    found: dict[str, object] = {"semantics": evaluation.semantics}
    if evaluation.audience is not None:
        found["audience"] = evaluation.audience
    return {**found, "claims": _each(evaluation.claims), "arguments": _each(evaluation.arguments)}


def _each(verdicts: Mapping[str, Verdict]) -> dict[str, dict[str, str]]:
    return {
        name: {
            "label": verdict.label,
            "standing": verdict.standing,
            "reason": verdict.reason.kind,
        }
        for name, verdict in verdicts.items()
    }


def written(value: dict[str, object]) -> str:
    """Return a JSON object as text, as all commands print it."""
    return json.dumps(value, ensure_ascii=False, indent=2)

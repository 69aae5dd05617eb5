"""A verdict as a JSON object."""

from argmap.evaluation.verdicts import Verdict


def verdict_json(verdict: Verdict) -> dict[str, object]:
    """Return a verdict as a JSON object."""
    reason = verdict.reason
    return {
        "label": verdict.label,
        "standing": verdict.standing,
        "reason": reason.kind,
        "because": list(reason.because),
    }

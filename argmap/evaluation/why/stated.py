"""Rules of evaluation as ends of a sentence, each of which an explanation states once."""

from argmap.evaluation.why.deciding_value import Ranking
from argmap.evaluation.why.remedy import CERTAIN, REMEDIES

NOT_ADDED = "; reasons are not added up, the strongest counts"
ANY_REBUTTAL = {
    remedy: "; a given claim falls to anything that stands against it, "
    + (
        f"and here only “{remedy}” would hold it up"
        if remedy == CERTAIN
        else f"unless it is given more strongly (here “{remedy}”) or has an argument as strong"
    )
    for remedy in REMEDIES
}
NO_PROOF = {
    remedy: f"; it takes “{remedy}”" + ("" if remedy == CERTAIN else ", or an argument as strong")
    for remedy in REMEDIES
}
LEFT_OPEN = "; what is left open falls to anything that stands against it"
ONLY_ON_ARGUMENTS = (
    "; a claim that is argued for stands on its arguments alone, with none it would be given"
)
EXCEPTION = "; an exception that stands stops the step"
RULES = (
    *(*ANY_REBUTTAL.values(), *NO_PROOF.values()),
    *(NOT_ADDED, LEFT_OPEN, ONLY_ON_ARGUMENTS, EXCEPTION),
)


def ranking(dearer: Ranking | None) -> str:
    """Return which value counts for more with an audience; an empty text where none decided."""
    return f"; to this audience, “{dearer[0]}” is dearer than “{dearer[1]}”" if dearer else ""

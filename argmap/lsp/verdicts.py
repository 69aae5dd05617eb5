"""The verdicts on a text, in the signs and the sentences of `argmap show` and `argmap explain`."""

from argmap.errors import ArgmapError
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation
from argmap.evaluation.why.explanation import explain
from argmap.evaluation.why.sentences import sentence
from argmap.lsp.documents import OpenText


def evaluation_of(document: OpenText) -> Evaluation | None:
    """Return the verdicts on a map that is whole; half a map has none that would last."""
    a_map = document.reading.map
    if a_map is None:
        return None
    try:
        return evaluate(a_map)
    except ArgmapError:
        return None


def reason_of(document: OpenText, evaluation: Evaluation, id: str) -> str:
    """Return the verdict on a claim or an argument and the reason for it, as a sentence."""
    a_map = document.reading.map
    assert a_map is not None, "what is evaluated is whole"
    return sentence(a_map, explain(a_map, evaluation, id).steps[0])

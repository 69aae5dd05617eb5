"""The sentences of an explanation: one for each way to stand or fall, and each claim named once."""

import re
from pathlib import Path

import pytest

from argmap.evaluation.explanation import explain
from argmap.evaluation.labelling import evaluate
from argmap.evaluation.verdicts import ReasonKind
from argmap.outline import mention
from argmap.pipeline import load
from argmap.report.explanation import explanation_json, explanation_text
from argmap.report.sentences import sentence
from tests.evaluation.random_maps import random_map
from tests.evaluation.test_labelling import written

MAPS = sorted(Path("maps").glob("*.yaml"))
SUPPOSED = {"accept": ["s"], "reject": ["r", "y"]}


def told(a_map, name, **question):
    """Return the explanation as lines without indentation."""
    explanation = explain(a_map, evaluate(a_map, **question), name)
    return [
        re.sub(r"^ *• ", "", line)
        for line in explanation_text(a_map, explanation, width=1000).splitlines()
    ]


CASES = {
    "given": (written("a"), ["“a” stands: it is given."]),
    "given and attacked in vain": (
        written("a b c:rejected", "x: c -| a"),
        [
            "“a” stands: it is given, and what speaks against it falls.",
            "Against it speaks “c”, which falls: the author rejects it.",
        ],
    ),
    "an argument for it": (
        written("a b", "x: b -> a"),
        ["“a” stands: the argument for it stands.", "For it speaks “b”, which is given."],
    ),
    "one of two arguments": (
        written("a b c:open", "x: b -> a", "y: c -> a"),
        ["“a” stands: an argument for it stands.", "For it speaks “b”, which is given."],
    ),
    "several arguments": (
        written("a b c", "x: b -> a", "y: c -> a"),
        [
            "“a” stands: two arguments for it stand, each of them enough.",
            "For it speaks “b”, which is given.",
            "For it speaks “c”, which is given.",
        ],
    ),
    "stronger than what is against it": (
        written("a b c", "x: b -> a @strong", "y: c -| a"),
        [
            "“a” stands: the argument for it stands, and what speaks against it is weaker.",
            "For it speaks “b”, which is given.",
            "Against it, too weakly, speaks “c”, which is given.",
        ],
    ),
    "weaker than what is against it": (
        written("a b c", "x: b -> a", "y: c -| a @strong"),
        [
            "“a” falls: what speaks against it stands, and is stronger than what speaks for it.",
            "Against it speaks “c”, which is given.",
            "For it, too weakly, speaks “b”, which is given.",
        ],
    ),
    "linked premises": (
        written("a b c", "x: b + c -> a"),
        [
            "“a” stands: the argument for it stands.",
            "For it speaks the argument from two premises, which stands: its premises stand.",
            "Its premise “b” is given.",
            "Its premise “c” is given.",
        ],
    ),
    "one premise falls": (
        written("a b c:rejected", "x: b + c -> a"),
        [
            "“a” falls: the only argument for it falls.",
            "For it speaks the argument from two premises, which falls: one of its premises falls.",
            "Its premise “c” falls: the author rejects it.",
        ],
    ),
    "all arguments fall": (
        written("a b:rejected c:rejected", "x: b -> a", "y: c -> a"),
        [
            "“a” falls: both arguments for it fall.",
            "For it speaks “b”, which falls: the author rejects it.",
            "For it speaks “c”, which falls: the author rejects it.",
        ],
    ),
    "an undercut": (
        written("a b c", "x: b -> a", "y: c -| x"),
        [
            "“a” falls: the only argument for it falls.",
            "For it speaks the argument from “b”, which falls: what speaks against the "
            "step stands.",
            "Against the step speaks “c”, which is given.",
        ],
    ),
    "backing against an undercut": (
        written("a b c d", "x: b -> a", "y: c -| x", "z: d -> x @strong"),
        [
            "“a” stands: the argument for it stands.",
            "For it speaks the argument from one premise, which stands: its premise stands, and "
            "what speaks for the step is stronger than what speaks against it.",
            "Its premise “b” is given.",
            "For the step speaks “d”, which is given.",
            "Against the step, too weakly, speaks “c”, which is given.",
        ],
    ),
    "a step in the balance": (
        written("a b c d", "x: b -> a", "y: c -| x", "z: d -> x"),
        [
            "“a” is undecided: what speaks for it is undecided.",
            "For it speaks the argument from “b”, which is undecided: what speaks for the step and "
            "what speaks against it are equally strong.",
            "For the step speaks “d”, which is given.",
            "Against the step speaks “c”, which is given.",
        ],
    ),
    "equal strength": (
        written("a b c", "x: b -> a", "y: c -| a"),
        [
            "“a” is undecided: what speaks for it and what speaks against it are equally strong.",
            "For it speaks “b”, which is given.",
            "Against it speaks “c”, which is given.",
        ],
    ),
    "an open attack": (
        written("a b c:open", "x: b -> a", "y: c -| a"),
        [
            "“a” is undecided: it hangs between what speaks for it and what speaks against it.",
            "For it speaks “b”, which is given.",
            "Against it speaks “c”, which is undecided: the author leaves it open.",
        ],
    ),
    "an open attack on what is given": (
        written("a c:open", "y: c -| a"),
        [
            "“a” is undecided: it is given, but what speaks against it is undecided.",
            "Against it speaks “c”, which is undecided: the author leaves it open.",
        ],
    ),
    "a contradiction": (
        written("a>b b"),
        [
            "“a” is undecided: nothing decides between it and what contradicts it.",
            "It is contradicted by “b”, which is undecided: nothing decides between it and what "
            "contradicts it.",
        ],
    ),
    "a contradiction that has grounds": (
        written("a>b b c", "x: c -> a"),
        [
            "“a” is undecided: it hangs between what speaks for it and what contradicts it.",
            "For it speaks “c”, which is given.",
            "It is contradicted by “b”, which is undecided: nothing decides between it and what "
            "contradicts it.",
        ],
    ),
    "a contradiction that is too weak": (
        written("a>b b c", "x: c -> a @strong"),
        [
            "“a” stands: the argument for it stands, and what contradicts it falls.",
            "For it speaks “c”, which is given.",
            "It is contradicted by “b”, which falls: what contradicts it stands.",
        ],
    ),
    "three that contradict each other": (
        written("a>b b>c c>a"),
        [
            "“a” is undecided: nothing decides between it and what contradicts it.",
            "It is contradicted by “b”, which is undecided: nothing decides between it and what "
            "contradicts it.",
            "It is contradicted by “c”, which is undecided: nothing decides between it and what "
            "contradicts it.",
            "It is contradicted by “a”, which closes the circle.",
            "It is contradicted by “c”, which is undecided, as told above.",
        ],
    ),
    "an attack on itself": (
        written("a", "x: a -| a"),
        [
            "“a” is undecided: it is given, but what speaks against it is undecided.",
            "Against it speaks the claim itself.",
        ],
    ),
    "an attack by what needs it": (
        written("a b", "x: a + b -| a"),
        [
            "“a” is undecided: it is given, but what speaks against it is undecided.",
            "Against it speaks the argument from two premises, which is undecided: one of its "
            "premises is undecided.",
            "Its premise “a” closes the circle.",
        ],
    ),
    "a circle": (
        written("a b", "x: b -> a", "y: a -> b"),
        [
            "“a” falls: it rests on nothing but itself.",
            "For it speaks “b”, which falls: it rests on nothing but itself.",
            "For it speaks “a”, which closes the circle.",
        ],
    ),
    "beyond doubt": (
        written("a:certain b", "x: b -| a @decisive"),
        [
            "“a” stands: the author puts it beyond doubt.",
            "Against it, too weakly, speaks “b”, which is given.",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_reason_has_its_sentence(case):
    a_map, lines = CASES[case]
    assert told(a_map, "a") == lines


def test_suppositions_are_told_as_such():
    a_map = written("a s r b", "x: s -> a", "z: r -| s", "y: b -| a")
    assert told(a_map, "a", **SUPPOSED) == [
        "“a” stands: the argument for it stands, and what speaks against it falls.",
        "For it speaks “s”, which stands: it is taken to stand here.",
        "Against it speaks “r”, which falls: it is taken to fall here.",
        "Against it speaks the argument from “b”, which falls: the step is taken not to hold here.",
    ]


def test_an_argument_is_told_by_what_it_aims_at():
    a_map = written("a b c", "x: b -> a", "y: c -| x")
    assert told(a_map, "x")[0].startswith("The argument from “b” for “a” falls: ")
    assert told(a_map, "y")[0].startswith(
        "The argument from one premise against the step from “b” st"
    )


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_each_claim_is_told_of_once(path):
    """A claim is named again only to say that it is told above, or where its step is at issue."""
    a_map = load(path)
    evaluation = evaluate(a_map)
    for thesis in a_map.theses:
        steps = explain(a_map, evaluation, thesis).steps
        whole = [sentence(a_map, step) for step in steps if not step.told_above]
        for claim in a_map.claims:
            named = [one for one in whole if f"“{mention(claim)}”" in one]
            assert len(named) <= 1, named


def test_any_map_is_explained_in_sentences_and_in_json():
    kinds = set()
    for seed in range(80):
        a_map = random_map(seed, claims=6, arguments=11, contradictions=0.3)
        evaluation = evaluate(a_map)
        for name in (*a_map.claims_by_id, *a_map.arguments_by_id):
            explanation = explain(a_map, evaluation, name)
            for step in explanation.steps:
                words = sentence(a_map, step)
                assert words[0].isupper() or words[0] == "“"
                assert words.endswith(".")
                assert "  " not in words
                kinds.add(step.verdict.reason.kind)
            nodes = explanation_json(a_map, explanation)["nodes"]
            assert {one["id"] for node in nodes.values() for one in node["below"]} <= set(nodes)
    assert kinds == set(ReasonKind)

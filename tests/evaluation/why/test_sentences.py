"""The sentences of an explanation: one for each way to stand or fall, and each claim named once."""

import random
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import ReasonKind
from argmap.evaluation.why.explanation import explain
from argmap.evaluation.why.sentences import sentence
from argmap.evaluation.wording import reason_in_words
from argmap.model import ArgumentMap
from argmap.outline import mention
from argmap.pipeline import load
from argmap.report.explanation import explanation_json, explanation_text
from tests.evaluation.grounded.test_labelling import weighed, written
from tests.evaluation.random_maps import random_map, weighed_map
from tests.evaluation.why.test_deciding_value import valued

MAPS = sorted(Path("maps").glob("*.yaml"))
SUPPOSED = {"accept": ["s"], "reject": ["r", "y"]}


def told(a_map: ArgumentMap, name: str, **question: Any) -> list[str]:
    """Return the explanation as lines without indentation."""
    explanation = explain(a_map, evaluate(a_map, **question), name)
    return [
        re.sub(r"^ *• ", "", line)
        for line in explanation_text(a_map, explanation, width=1000).splitlines()
    ]


CASES = {
    "given": (
        written("a"),
        [
            "“a” [a] stands: it is given.",
        ],
    ),
    "given and attacked in vain": (
        written("a b c:rejected", "x: c -| a"),
        [
            "“a” [a] stands: it is given, and what speaks against it falls.",
            "Against it speaks “c” [c], which falls: the author rejects it.",
        ],
    ),
    "an argument for it": (
        written("a b", "x: b -> a"),
        [
            "“a” [a] stands: the argument for it stands.",
            "For it speaks “b” [b], which is given.",
        ],
    ),
    "one of two arguments": (
        written("a b c:open", "x: b -> a", "y: c -> a"),
        [
            "“a” [a] stands: an argument for it stands.",
            "For it speaks “b” [b], which is given.",
        ],
    ),
    "several arguments": (
        written("a b c", "x: b -> a", "y: c -> a"),
        [
            "“a” [a] stands: two arguments for it stand, each of them enough.",
            "For it speaks “b” [b], which is given.",
            "For it speaks “c” [c], which is given.",
        ],
    ),
    "stronger than what is against it": (
        written("a b c", "x: b -> a @strong", "y: c -| a"),
        [
            "“a” [a] stands: the argument for it stands, and what speaks against it is weaker.",
            "For it speaks “b” [b], which is given.",
            "Against it, too weakly, speaks “c” [c], which is given.",
        ],
    ),
    "weaker than what is against it": (
        written("a b c", "x: b -> a", "y: c -| a @strong"),
        [
            "“a” [a] falls: what speaks against it stands, and is stronger than what speaks"
            " for it.",
            "Against it speaks “c” [c], which is given.",
            "For it, too weakly, speaks “b” [b], which is given.",
        ],
    ),
    "linked premises": (
        written("a b c", "x: b + c -> a"),
        [
            "“a” [a] stands: the argument for it stands.",
            "For it speaks the argument from two premises [x], which stands: its premises stand.",
            "Its premise “b” [b] is given.",
            "Its premise “c” [c] is given.",
        ],
    ),
    "one premise falls": (
        written("a b c:rejected", "x: b + c -> a"),
        [
            "“a” [a] is not shown: the only argument for it falls; a claim that is argued "
            "for stands on its arguments alone, with none it would be given.",
            "For it speaks the argument from two premises [x], which falls: one of its "
            "premises falls.",
            "Its premise “c” [c] falls: the author rejects it.",
        ],
    ),
    "all arguments fall": (
        written("a b:rejected c:rejected", "x: b -> a", "y: c -> a"),
        [
            "“a” [a] is not shown: both arguments for it fall; a claim that is argued for "
            "stands on its arguments alone, with none it would be given.",
            "For it speaks “b” [b], which falls: the author rejects it.",
            "For it speaks “c” [c], which falls: the author rejects it.",
        ],
    ),
    "an undercut": (
        written("a b c", "x: b -> a", "y: c -| x"),
        [
            "“a” [a] is not shown: the only argument for it falls; a claim that is argued "
            "for stands on its arguments alone, with none it would be given.",
            "For it speaks the argument from “b” [x], which falls: what speaks against the "
            "step stands; an exception that stands stops the step.",
            "Against the step speaks “c” [c], which is given.",
        ],
    ),
    "a step with backing": (
        written("a b c:rejected d", "x: b -> a", "y: c -| x", "z: d -> x @weak"),
        [
            "“a” [a] stands: the argument for it stands.",
            "For it speaks the argument from one premise [x], which stands: its premise "
            "stands, and so does what backs the step, and what speaks against the step "
            "falls.",
            "Its premise “b” [b] is given.",
            "For the step speaks “d” [d], which is given.",
            "Against the step speaks “c” [c], which falls: the author rejects it.",
        ],
    ),
    "a step whose backing falls": (
        written("a b d:rejected", "x: b -> a", "z: d -> x"),
        [
            "“a” [a] is not shown: the only argument for it is not shown; a claim that is "
            "argued for stands on its arguments alone, with none it would be given.",
            "For it speaks the argument from “b” [x], which is not shown: what backs the step "
            "falls, and a step that has backing needs it.",
            "For the step speaks “d” [d], which falls: the author rejects it.",
        ],
    ),
    "a step whose backing is undecided": (
        written("a b d:open", "x: b -> a", "z: d -> x"),
        [
            "“a” [a] is undecided: what speaks for it is undecided.",
            "For it speaks the argument from “b” [x], which is undecided: what backs the "
            "step is undecided.",
            "For the step speaks “d” [d], which is undecided: the author leaves it open.",
        ],
    ),
    "a step in the balance": (
        written("a b c:open", "x: b -> a", "y: c -| x"),
        [
            "“a” [a] is undecided: what speaks for it is undecided.",
            "For it speaks the argument from “b” [x], which is undecided: what speaks "
            "against the step is undecided.",
            "Against the step speaks “c” [c], which is undecided: the author leaves it open.",
        ],
    ),
    "given and rebutted": (
        written("a b", "x: b -| a @weak"),
        [
            "“a” [a] falls: what speaks against it stands; a given claim falls to anything "
            "that stands against it, unless it is given more strongly (here “given: strong”) "
            "or has an argument as strong.",
            "Against it speaks “b” [b], which is given.",
        ],
    ),
    "given and rebutted beyond all strengths": (
        written("a b", "x: b -| a @decisive"),
        [
            "“a” [a] falls: what speaks against it stands; a given claim falls to anything "
            "that stands against it, and here only “status: certain” would hold it up.",
            "Against it speaks “b” [b], which is given.",
        ],
    ),
    "left open and rebutted": (
        written("a:open b", "x: b -| a"),
        [
            "“a” [a] falls: what speaks against it stands; what is left open falls to anything "
            "that stands against it.",
            "Against it speaks “b” [b], which is given.",
        ],
    ),
    "left open below its standard": (
        weighed(written("a:open"), standard="clear-and-convincing"),
        [
            "“a” [a] is not shown: it is left open, which the standard “clear-and-convincing” "
            "does not take for proof.",
        ],
    ),
    "what it rested on fell after it": (
        written(
            "a b c d e f", "x: c -> a", "y: b -| a @strong", "z: d -> c", "u: e -| d", "v: f -> e"
        ),
        [
            "“a” [a] falls: the only argument for it is not shown, and what speaks against it "
            "stands.",
            "For it speaks “c” [c], which is not shown: the only argument for it falls; a claim "
            "that is argued for stands on its arguments alone, with none it would be given.",
            "For it speaks “d” [d], which falls: what speaks against it stands; a given claim "
            "falls to anything that stands against it, unless it is given more strongly (here "
            "“given: strong”) or has an argument as strong.",
            "Against it speaks “e” [e], which stands: the argument for it stands.",
            "For it speaks “f” [f], which is given.",
            "Against it speaks “b” [b], which is given.",
        ],
    ),
    "one claim on both sides": (
        written("a b", "x: b -> a", "y: b -| a @strong"),
        [
            "“a” [a] falls: what speaks against it stands, and is stronger than what speaks for "
            "it.",
            "Against it speaks “b” [b], which is given.",
            "For it, too weakly, speaks “b” [b], which stands, as told above.",
        ],
    ),
    "given too weakly": (
        weighed(written("a b", "x: b -| a @strong"), given=0.25),
        [
            "“a” [a] falls: what speaks against it stands, and is stronger than the "
            "strength with which it is given.",
            "Against it speaks “b” [b], which is given.",
        ],
    ),
    "given as strongly as it is rebutted": (
        weighed(written("a b", "x: b -| a @strong"), given=0.75),
        [
            "“a” [a] is undecided: it is given, and what speaks against it is equally strong.",
            "Against it speaks “b” [b], which is given.",
        ],
    ),
    "several reasons against one": (
        written("a b c d", "x: b -> a", "y: c -> a", "z: d -| a"),
        [
            "“a” [a] is undecided: what speaks for it and what speaks against it are "
            "equally strong; reasons are not added up, the strongest counts.",
            "For it speaks “b” [b], which is given.",
            "For it speaks “c” [c], which is given.",
            "Against it speaks “d” [d], which is given.",
        ],
    ),
    "a tie beside which a weaker reason stands": (
        written("a b c d", "x: b -> a @weak", "y: c -> a", "z: d -| a"),
        [
            "“a” [a] is undecided: what speaks for it and what speaks against it are "
            "equally strong; reasons are not added up, the strongest counts.",
            "For it, too weakly, speaks “b” [b], which is given.",
            "For it speaks “c” [c], which is given.",
            "Against it speaks “d” [d], which is given.",
        ],
    ),
    "a tie of what has two arguments": (
        written("a b c d", "x: b -> a @weak", "w: b -> a", "y: c -> a", "z: d -| a"),
        [
            "“a” [a] is undecided: what speaks for it and what speaks against it are "
            "equally strong; reasons are not added up, the strongest counts.",
            "For it speaks “b” [b], which is given.",
            "For it speaks “c” [c], which is given.",
            "Against it speaks “d” [d], which is given.",
        ],
    ),
    "several reasons against a stronger one": (
        written("a b c d", "x: b -> a", "y: c -> a", "z: d -| a @strong"),
        [
            "“a” [a] falls: what speaks against it stands, and is stronger than what speaks"
            " for it; reasons are not added up, the strongest counts.",
            "Against it speaks “d” [d], which is given.",
            "For it, too weakly, speaks “b” [b], which is given.",
            "For it, too weakly, speaks “c” [c], which is given.",
        ],
    ),
    "no argument is left, and something stands against it": (
        written("a b:rejected c", "x: b -> a", "y: c -| a"),
        [
            "“a” [a] falls: the only argument for it falls, and what speaks against it stands.",
            "For it speaks “b” [b], which falls: the author rejects it.",
            "Against it speaks “c” [c], which is given.",
        ],
    ),
    "below its standard": (
        weighed(written("a b", "x: b -> a @weak"), standard="clear-and-convincing"),
        [
            "“a” [a] is not shown: what speaks for it is too weak for the standard “clear-"
            "and-convincing”.",
            "For it, too weakly, speaks “b” [b], which is given.",
        ],
    ),
    "given below its standard": (
        weighed(written("a"), standard="clear-and-convincing"),
        [
            "“a” [a] is not shown: it is only given, which the standard “clear-and-convincing” "
            "does not take for proof; it takes “given: strong”, or an argument as strong.",
        ],
    ),
    "given below its standard beside what is open": (
        weighed(written("a b:open", "x: b -| a @decisive"), standard="clear-and-convincing"),
        [
            "“a” [a] is not shown: it is only given, which the standard “clear-and-convincing” "
            "does not take for proof; it takes “status: certain”.",
        ],
    ),
    "given too weakly for its standard": (
        weighed(written("a"), standard="clear-and-convincing", given=0.25),
        [
            "“a” [a] is not shown: the strength with which it is given is too small for the "
            "standard “clear-and-convincing”.",
        ],
    ),
    "too strong a rebuttal for its standard": (
        weighed(
            written("a b c", "x: b -> a @decisive", "y: c -| a"),
            standard="beyond-reasonable-doubt",
        ),
        [
            "“a” [a] falls: what speaks against it stands, too strongly for the standard "
            "“beyond-reasonable-doubt”.",
            "Against it speaks “c” [c], which is given.",
            "For it, too weakly, speaks “b” [b], which is given.",
        ],
    ),
    "a scintilla": (
        weighed(written("a b c", "x: b -> a @weak", "y: c -| a @strong"), standard="scintilla"),
        [
            "“a” [a] stands: the argument for it stands, and what speaks against it does "
            "not prevail.",
            "For it speaks “b” [b], which is given.",
            "Against it speaks “c” [c], which is given.",
        ],
    ),
    "equal strength": (
        written("a b c", "x: b -> a", "y: c -| a"),
        [
            "“a” [a] is undecided: what speaks for it and what speaks against it are "
            "equally strong.",
            "For it speaks “b” [b], which is given.",
            "Against it speaks “c” [c], which is given.",
        ],
    ),
    "an open attack": (
        written("a b c:open", "x: b -> a", "y: c -| a"),
        [
            "“a” [a] is undecided: it hangs between what speaks for it and what speaks against it.",
            "For it speaks “b” [b], which is given.",
            "Against it speaks “c” [c], which is undecided: the author leaves it open.",
        ],
    ),
    "an open attack on what is given": (
        written("a c:open", "y: c -| a"),
        [
            "“a” [a] is undecided: it is given, but what speaks against it is undecided.",
            "Against it speaks “c” [c], which is undecided: the author leaves it open.",
        ],
    ),
    "a contradiction": (
        written("a>b b"),
        [
            "“a” [a] is undecided: nothing decides between it and what contradicts it.",
            "It is contradicted by “b” [b], which is undecided: nothing decides between it "
            "and what contradicts it.",
        ],
    ),
    "a contradiction that has grounds": (
        written("a>b b c", "x: c -> a"),
        [
            "“a” [a] stands: the argument for it stands, and what contradicts it falls.",
            "For it speaks “c” [c], which is given.",
            "It is contradicted by “b” [b], which falls: what contradicts it stands; a "
            "given claim falls to anything that stands against it, unless it is given more "
            "strongly (here “given: strong”) or has an argument as strong.",
        ],
    ),
    "a contradiction that is too weak": (
        written("a>b b c", "x: c -> a @strong"),
        [
            "“a” [a] stands: the argument for it stands, and what contradicts it falls.",
            "For it speaks “c” [c], which is given.",
            "It is contradicted by “b” [b], which falls: what contradicts it stands; a "
            "given claim falls to anything that stands against it, unless it is given more "
            "strongly (here “given: decisive”) or has an argument as strong.",
        ],
    ),
    "a contradiction of equal strength": (
        written("a>b b c d", "x: c -> a", "y: d -> b"),
        [
            "“a” [a] is undecided: what speaks for it and what contradicts it are equally strong.",
            "For it speaks “c” [c], which is given.",
            "It is contradicted by “b” [b], which is undecided: what speaks for it and what "
            "contradicts it are equally strong.",
            "For it speaks “d” [d], which is given.",
        ],
    ),
    "a contradiction by something that is undecided for other reasons": (
        written("a>b b c d e:open", "x: c -> a", "y: d -> b @strong", "z: e -| y"),
        [
            "“a” [a] is undecided: it hangs between what speaks for it and what contradicts it.",
            "For it speaks “c” [c], which is given.",
            "It is contradicted by “b” [b], which is undecided: what speaks for it is undecided.",
            "For it speaks the argument from “d” [y], which is undecided: what speaks against the "
            "step is undecided.",
            "Against the step speaks “e” [e], which is undecided: the author leaves it open.",
        ],
    ),
    "a contradiction by what is beyond doubt": (
        written("a>b b:certain c", "x: c -> a @decisive"),
        [
            "“a” [a] falls: what contradicts it stands, and prevails.",
            "It is contradicted by “b” [b], which stands: the author puts it beyond doubt.",
            "For it speaks “c” [c], which is given.",
        ],
    ),
    "a premise that is only not shown": (
        written("a b c:rejected", "x: b -> a", "y: c -> b"),
        [
            "“a” [a] is not shown: the only argument for it is not shown.",
            "For it speaks “b” [b], which is not shown: the only argument for it falls; a claim "
            "that is argued for stands on its arguments alone, with none it would be given.",
            "For it speaks “c” [c], which falls: the author rejects it.",
        ],
    ),
    "three that contradict each other": (
        written("a>b b>c c>a"),
        [
            "“a” [a] is undecided: nothing decides between it and what contradicts it.",
            "It is contradicted by “b” [b], which is undecided: nothing decides between it "
            "and what contradicts it.",
            "It is contradicted by “c” [c], which is undecided: nothing decides between it "
            "and what contradicts it.",
            "It is contradicted by “a” [a], which closes the circle.",
            "It is contradicted by “c” [c], which is undecided, as told above.",
        ],
    ),
    "an attack on itself": (
        written("a", "x: a -| a"),
        [
            "“a” [a] is undecided: it is given, but what speaks against it is undecided.",
            "Against it speaks the claim itself.",
        ],
    ),
    "an attack by what needs it": (
        written("a b", "x: a + b -| a"),
        [
            "“a” [a] is undecided: it is given, but what speaks against it is undecided.",
            "Against it speaks the argument from two premises [x], which is undecided: one "
            "of its premises is undecided.",
            "Its premise “a” [a] closes the circle.",
        ],
    ),
    "a circle": (
        written("a b", "x: b -> a", "y: a -> b"),
        [
            "“a” [a] is not shown: it rests on nothing but itself.",
            "For it speaks “b” [b], which is not shown: it rests on nothing but itself.",
            "For it speaks “a” [a], which closes the circle.",
        ],
    ),
    "beyond doubt": (
        written("a:certain b", "x: b -| a @decisive"),
        [
            "“a” [a] stands: the author puts it beyond doubt.",
            "Against it speaks “b” [b], which is given.",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_reason_has_its_sentence(case: str) -> None:
    a_map, lines = CASES[case]
    assert told(a_map, "a") == lines


def test_a_rule_is_stated_by_the_first_sentence_that_goes_by_it() -> None:
    a_map = written("a b c d", "x: b -| a", "y: c -| b", "z: d -| a", "w: c -| d")
    lines = told(a_map, "a")
    rule = "; a given claim falls to anything that stands against it"
    assert [rule in line for line in lines if "falls: what speaks against it stands" in line] == [
        True,
        False,
    ]
    nodes: Any = explanation_json(a_map, explain(a_map, evaluate(a_map), "a"))["nodes"]
    assert all(rule in nodes[name]["sentence"] for name in ("b", "d"))


def test_claims_of_one_name_are_told_apart() -> None:
    claims = tuple(replace(c, label="Stockholm") for c in written("b c").claims)
    a_map = written("a b c", "x: b -> a", "y: c -> a")
    a_map = replace(a_map, claims=(a_map.claims_by_id["a"], *claims))
    words = reason_in_words(a_map, "a", evaluate(a_map).claims["a"])
    assert words == "“Stockholm” [b] and “Stockholm” [c] speak for it"


def test_the_values_that_decide_for_an_audience_are_told() -> None:
    a_map = valued(written("a b c", "x: b -> a", "y: c -| a"), {"x": "safety", "y": "privacy"})
    assert told(a_map, "a", audience="readers")[0] == (
        "“a” [a] stands: the argument for it stands, and what speaks against it does not prevail; "
        "to this audience, “safety” is dearer than “privacy”."
    )


def test_suppositions_are_told_as_such() -> None:
    a_map = written("a s r b", "x: s -> a", "z: r -| s", "y: b -| a")
    assert told(a_map, "a", **SUPPOSED) == [
        "“a” [a] stands: the argument for it stands, and what speaks against it falls.",
        "For it speaks “s” [s], which stands: it is taken to stand here.",
        "Against it speaks “r” [r], which falls: it is taken to fall here.",
        "Against it speaks the argument from “b” [y], which falls: "
        "the step is taken not to hold here.",
    ]


def test_an_argument_is_told_by_what_it_aims_at() -> None:
    a_map = written("a b c", "x: b -> a", "y: c -| x")
    assert told(a_map, "x")[0].startswith("The argument from “b” [x] for “a” [a] falls: ")
    assert told(a_map, "y")[0].startswith(
        "The argument from one premise [y] against the step from “b” [x] st"
    )


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_each_claim_is_told_of_once(path: Path) -> None:
    """A claim is named again only to say that it is told above, or where its step is at issue."""
    a_map = load(path)
    evaluation = evaluate(a_map)
    for thesis in a_map.theses:
        steps = explain(a_map, evaluation, thesis).steps
        whole = [sentence(a_map, step) for step in steps if not step.told_above]
        for claim in a_map.claims:
            named = [one for one in whole if f"“{mention(claim)}”" in one]
            assert len(named) <= 1, named


def test_any_map_is_explained_in_sentences_and_in_json() -> None:
    kinds = set()
    for seed in range(80):
        a_map = random_map(seed, claims=6, arguments=11, contradictions=0.3)
        a_map = weighed_map(a_map, random.Random(seed)) if seed % 2 else a_map
        evaluation = evaluate(a_map)
        for name in (*a_map.claims_by_id, *a_map.arguments_by_id):
            explanation = explain(a_map, evaluation, name)
            for step in explanation.steps:
                words = sentence(a_map, step)
                assert words[0].isupper() or words[0] == "“"
                assert words.endswith(".")
                assert "  " not in words
                kinds.add(step.verdict.reason.kind)
            nodes: Any = explanation_json(a_map, explanation)["nodes"]
            assert {one["id"] for node in nodes.values() for one in node["below"]} <= set(nodes)
    assert kinds == set(ReasonKind)

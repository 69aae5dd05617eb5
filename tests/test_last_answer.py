"""A last answer that is kept: for the very value it is about, and no longer than that."""

import gc
import weakref
from dataclasses import dataclass, replace

import pytest

from argmap.evaluation.grounded.labelling import evaluate
from argmap.last_answer import last_answer_kept
from argmap.pipeline import loads


@dataclass(frozen=True)
class Value:
    """A value that is equal to another."""

    number: int


class Answer:
    """An answer of its own each time."""


@last_answer_kept
def answer(value: Value) -> Answer:
    """Return an answer; there is none about a number below 0."""
    if value.number < 0:
        raise ValueError("below 0")
    return Answer()


def test_the_same_value_has_the_same_answer() -> None:
    value = Value(1)
    assert answer(value) is answer(value)
    equal = Value(1)
    assert answer(equal) is not answer(value)


def test_an_answer_goes_with_its_value() -> None:
    value = Value(1)
    given = weakref.ref(answer(value))
    assert given() is not None
    del value
    gc.collect()
    assert given() is None


def test_the_end_of_an_older_value_forgets_nothing() -> None:
    older, newer = Value(1), Value(2)
    answer(older)
    kept = answer(newer)
    del older
    gc.collect()
    assert answer(newer) is kept


def test_what_fails_is_tried_again() -> None:
    value = Value(-1)
    for _ in range(2):
        with pytest.raises(ValueError, match="below 0"):
            answer(value)


def test_verdicts_of_a_map_are_found_once_and_those_of_a_question_apart() -> None:
    a_map = loads("argmap: 1\nthesis: {id: a, text: A., premises: [{id: b, text: B.}]}\n")
    usual = evaluate(a_map)
    assert evaluate(a_map) is usual
    assert evaluate(a_map, reject=["b"]).verdict("a") != usual.verdict("a")
    assert evaluate(a_map) == usual
    assert evaluate(replace(a_map, title="Another")) is not usual
